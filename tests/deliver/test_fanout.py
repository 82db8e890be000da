"""From the outbox to one delivery for each destination that wants it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.deliver.fanout import FanOut
from bot.model.change import Change
from bot.model.delivery import Delivery, Subject
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.model.topic import Severity, Topic
from bot.model.version import DocumentKey
from bot.ports import DocumentState, Step
from bot.store.store import Store
from tests.fakes.tunegarden import CATALOGUE, change, story
from tests.fakes.world import HandClock


def channel(name: str, *watches: Watch, paused: bool = False) -> Subscription:
    """A Discord channel that wants these."""
    return Subscription(here(name), watches, paused=paused)


def here(name: str) -> Destination:
    """A Discord channel."""
    return Destination(ChatName.DISCORD, "guild", name)


async def publish(store: Store, told: Change) -> None:
    """Record a change as the watcher does."""
    key = DocumentKey(told.document.platform, told.document.document)
    claim = await store.schedule.claim_now(str(key), 60)
    assert await store.documents.commit(key, claim, Step(DocumentState(), change=told), due_in=60)


@pytest.fixture
def fanout(store: Store, clock: HandClock) -> FanOut:
    """A fan-out on the test's store."""
    return FanOut(CATALOGUE, store.outbox, store.news, store.subscriptions, store.deliveries, clock)


async def queued(store: Store) -> list[str]:
    """Channels that have a delivery waiting."""
    return sorted(delivery.destination.channel for _, delivery in await store.deliveries.claim(100, 0))


async def test_a_change_reaches_those_who_watch_its_platform(store: Store, fanout: FanOut) -> None:
    """By name, by category or as one of all; nobody else, and nobody twice."""
    for subscription in [
        channel("by-name", Watch("tunegarden")),
        channel("by-category", Watch("category:music")),
        channel("all", Watch("all")),
        channel("twice", Watch("all"), Watch("tunegarden")),
        channel("other", Watch("inkwell"), Watch("category:art")),
    ]:
        await store.subscriptions.put(subscription)
    await publish(store, change())
    assert await fanout.once() == 4
    assert await queued(store) == ["all", "by-category", "by-name", "twice"]


async def test_topics_and_severity_choose(store: Store, fanout: FanOut) -> None:
    """A channel hears only of the topics and from the severity that it asked for."""
    for subscription in [
        channel("ai", Watch("all", topics=frozenset({Topic.AI_TRAINING}))),
        channel("fees", Watch("all", topics=frozenset({Topic.MONETIZATION_FEES}))),
        channel("critical", Watch("all", severity=Severity.CRITICAL)),
        channel("minor", Watch("all", severity=Severity.MINOR)),
    ]:
        await store.subscriptions.put(subscription)
    await publish(store, change(severity=Severity.MAJOR))
    await fanout.once()
    assert await queued(store) == ["ai", "minor"]


async def test_a_paused_channel_gets_nothing(store: Store, fanout: FanOut) -> None:
    """Pausing keeps the choices and stops the messages."""
    await store.subscriptions.put(channel("paused", Watch("all"), paused=True))
    await publish(store, change())
    assert await fanout.once() == 0


async def test_fanning_out_twice_delivers_once(store: Store, fanout: FanOut) -> None:
    """A fan-out that died before it was done is done again, and makes no second delivery."""
    await store.subscriptions.put(channel("all", Watch("all")))
    await publish(store, change())
    ((_, subject),) = await store.outbox.claim(10, 0)
    assert [await fanout.spread(subject), await fanout.spread(subject)] == [1, 0]


async def test_a_revert_is_fanned_out_after_its_change(store: Store, other: Store, fanout: FanOut) -> None:
    """Where another process still has the change, its revert stays in the outbox, and is fanned out another time."""
    await store.subscriptions.put(channel("all", Watch("all")))
    told = change()
    back = replace(told, id="back", reverts=told.id, observed_at=told.observed_at + timedelta(hours=1))
    await publish(store, told)
    await publish(store, back)
    [(ticket, subject)] = await other.outbox.claim(1, 0)
    assert await fanout.once() == 0
    assert await store.outbox.waiting(Subject("change", "back"))
    await fanout.spread(subject)
    await other.outbox.done(ticket)
    assert [d.subject.id for _, d in await store.deliveries.claim(9, 0)] == [told.id]


async def test_news_reaches_those_who_watch_a_platform_it_names(store: Store, fanout: FanOut) -> None:
    """A story goes to those who watch its platform, as a major matter, and not to those who want changes alone."""
    for subscription in [
        channel("watching", Watch("tunegarden")),
        channel("only-critical", Watch("tunegarden", severity=Severity.CRITICAL)),
        channel("elsewhere", Watch("inkwell")),
        replace(channel("changes-only", Watch("tunegarden")), news=False),
        replace(channel("changes-by-day", Watch("tunegarden")), news=False, cadence="daily"),
    ]:
        await store.subscriptions.put(subscription)
    claim = await store.schedule.claim_now("feed:desk", 60)
    told = story()
    assert await store.feeds.commit("desk", claim, DocumentState(), seen=(), stories=(told,), due_in=60)
    await fanout.once()
    assert await queued(store) == ["watching"]
    assert not await store.deliveries.gathered(Delivery(Subject("digest", "2026-03-02"), here("changes-by-day")))
    await publish(store, change())
    await fanout.once()
    assert await queued(store) == ["changes-only", "only-critical", "watching"]
    assert await store.deliveries.gathered(Delivery(Subject("digest", "2026-03-02"), here("changes-by-day")))
