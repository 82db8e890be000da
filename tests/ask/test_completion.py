"""What is offered while someone types."""

import asyncio
from dataclasses import replace

from bot.ask.commands import Invocation
from bot.model.subscription import ChatName
from bot.store.connect import Client
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


async def test_an_empty_platform_begins_with_what_is_watched(counter: Counter) -> None:
    """The others follow; typed, it is completed from the catalogue alone."""
    await counter.say("watch", platform="inkwell")
    await counter.say("watch", platform="category:music", channel="news")
    someone = Invocation(ChatName.DISCORD, "guild", "general", "bob")
    assert [choice.value for choice in await counter.desk.complete("platform", "", someone)] == [
        "inkwell",
        "tunegarden",
    ]


async def test_an_empty_platform_waits_for_no_store(counter: Counter, redis: Client) -> None:
    """A Redis that does not answer soon keeps nobody from what memory has."""
    someone = Invocation(ChatName.DISCORD, "guild", "general", "bob")
    await redis.execute_command("CLIENT", "PAUSE", 1500, "ALL")
    async with asyncio.timeout(1):
        offered = await counter.desk.complete("platform", "", someone)
    assert {choice.value for choice in offered} == {"inkwell", "tunegarden"}
    await redis.execute_command("PING")


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
