"""What is offered while someone types."""

from dataclasses import replace

from bot.ask.commands import Invocation
from bot.model.subscription import ChatName
from tests.ask.conftest import Counter


async def test_completion_offers_what_the_channel_watches(counter: Counter) -> None:
    """To take something away from the channel that is named or typed in; from one without, what others have."""
    await counter.say("watch", platform="inkwell")
    await counter.say("watch", platform="tunegarden", channel="news")
    someone = Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True)
    rows = {"general": ["inkwell"], "news": ["tunegarden"], "empty": ["inkwell", "tunegarden"]}
    for channel, watched in rows.items():
        offered = await counter.desk.complete("watched", "", replace(someone, options={"channel": channel}))
        assert [choice.value for choice in offered] == watched


async def test_completion_offers_what_fits(counter: Counter) -> None:
    """Platforms by their beginnings, groups where something may be watched, and only what is watched to unwatch."""
    someone = Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True)
    await counter.say("watch", platform="inkwell")

    async def values(kind: str, typed: str) -> list[str]:
        return [choice.value for choice in await counter.desk.complete(kind, typed, someone)]  # type: ignore[arg-type]

    assert await values("platform", "tune") == ["tunegarden"]
    assert "category:music" in await values("watchable", "")
    assert await values("watched", "") == ["inkwell"]
    assert await values("topics", "ai_training, arbitr") == ["ai_training, arbitration_disputes"]
    assert await values("severity", "") == ["minor", "major", "critical"]
