"""What is offered while someone types."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest

from bot.app import desk_on
from bot.ask.commands import Invocation
from bot.ask.completion import remember
from bot.errors import StoreUnavailable
from bot.model.subscription import ChatName, Subscription, Watch
from bot.store.server import throwaway
from bot.store.store import Store, open_store
from bot.wording.language import Languages
from tests.ask.conftest import HERE, Counter
from tests.fakes.tunegarden import CATALOGUE
from tests.fakes.world import HandClock


@pytest.fixture(autouse=True)
async def recalled(counter: Counter) -> None:
    """The desk begins with what is stored, which is nothing."""
    await counter.store.subscriptions.recall(ChatName.DISCORD)


async def test_completion_offers_what_the_channel_watches(counter: Counter) -> None:
    """To take something away from the channel that is named or typed in; from one without, what others have."""
    await counter.say("watch", platform="inkwell")
    await counter.say("watch", platform="tunegarden", channel="news")
    someone = Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True)
    rows = {"general": ["inkwell"], "news": ["tunegarden"], "empty": ["inkwell", "tunegarden"]}
    for channel, watched in rows.items():
        offered = counter.desk.complete("watched", "", replace(someone, options={"channel": channel}))
        assert [choice.value for choice in offered] == watched


async def test_an_empty_platform_begins_with_what_is_watched(counter: Counter) -> None:
    """By a category too, though after what is watched by its name; typed, it is completed from the catalogue alone."""
    someone = Invocation(ChatName.DISCORD, "guild", "general", "bob")
    for watched, first in (("all", "inkwell"), ("category:music", "tunegarden"), ("inkwell", "inkwell")):
        await counter.say("watch", platform=watched, channel="news")
        assert counter.desk.complete("platform", "", someone)[0].value == first
    for gone in ("inkwell", "category:music"):
        await counter.say("unwatch", platform=gone, channel="news")
    await counter.say("watch", platform="tunegarden")
    await counter.say("watch", platform="category:art", channel="news")
    assert [choice.value for choice in counter.desk.complete("platform", "", someone)] == ["tunegarden", "inkwell"]
    assert [choice.value for choice in counter.desk.complete("platform", "n", someone)] == ["inkwell", "tunegarden"]


async def test_nothing_is_watched_in_a_direct_message(counter: Counter) -> None:
    """Where there is no server, an empty platform begins with the catalogue's own order."""
    await counter.say("watch", platform="inkwell")
    alone = Invocation(ChatName.DISCORD, "", "", "bob")
    offered = [choice.value for choice in counter.desk.complete("platform", "", alone)]
    assert offered == [platform.id for platform in counter.desk.catalogue.complete("")]
    assert counter.desk.complete("watched", "", alone) == []


async def test_what_was_taken_away_is_offered_no_more(counter: Counter) -> None:
    """Not to be taken away again, nor first of all platforms."""
    someone = Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True)
    for platform in ("inkwell", "tunegarden"):
        await counter.say("watch", platform=platform)
    await counter.say("unwatch", platform="inkwell")
    assert [choice.value for choice in counter.desk.complete("watched", "", someone)] == ["tunegarden"]
    await counter.desk.left(ChatName.DISCORD, "guild")
    assert counter.desk.complete("watched", "", someone) == []
    await counter.desk.joined(ChatName.DISCORD, "guild", "en")
    assert [choice.value for choice in counter.desk.complete("watched", "", someone)] == ["tunegarden"]


async def test_what_another_process_wrote_is_offered_soon(counter: Counter, other: Store) -> None:
    """Memory is read anew, again and again."""
    stop, someone = asyncio.Event(), Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True)
    remembering = asyncio.create_task(remember(counter.store.subscriptions, ChatName.DISCORD, stop, every=0.01))
    for target in ("inkwell", "tunegarden"):
        await other.subscriptions.put(Subscription(HERE, (Watch(target),)))
        async with asyncio.timeout(5):
            while [choice.value for choice in counter.desk.complete("watched", "", someone)] != [target]:
                await asyncio.sleep(0)
    stop.set()
    await remembering


async def test_completion_outlives_the_store(languages: Languages, clock: HandClock) -> None:
    """Where Redis was killed, what was watched is offered as before, and nothing ends that remembers it."""
    stop, someone = asyncio.Event(), Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True)
    async with AsyncExitStack() as running:
        store = await running.enter_async_context(open_store(await running.enter_async_context(throwaway())))
        desk = desk_on(store, CATALOGUE, {}, languages, clock)
        await store.subscriptions.put(Subscription(HERE, (Watch("tunegarden"),)))
        await store.subscriptions.recall(ChatName.DISCORD)
    with pytest.raises(StoreUnavailable):
        await store.subscriptions.recall(ChatName.DISCORD)
    remembering = asyncio.create_task(remember(store.subscriptions, ChatName.DISCORD, stop, every=0.01))
    assert [choice.value for choice in desk.complete("platform", "", someone)] == ["tunegarden", "inkwell"]
    assert [choice.value for choice in desk.complete("watched", "", someone)] == ["tunegarden"]
    stop.set()
    await remembering


async def test_completion_offers_what_fits(counter: Counter) -> None:
    """Platforms by their beginnings, groups where something may be watched, and only what is watched to unwatch."""
    someone = Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True)
    await counter.say("watch", platform="inkwell")

    def values(kind: str, typed: str) -> list[str]:
        return [choice.value for choice in counter.desk.complete(kind, typed, someone)]  # type: ignore[arg-type]

    assert values("platform", "tune") == ["tunegarden"]
    assert "category:music" in values("watchable", "")
    assert values("watched", "") == ["inkwell"]
    assert values("topics", "ai_training, arbitr") == ["ai_training, arbitration_disputes"]
    assert values("severity", "") == ["minor", "major", "critical"]
