"""The round of the watchers."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from bot.app import SystemClock
from bot.model.platform import Catalogue, Document, Feed, Platform, Source
from bot.model.schedule import Pace
from bot.model.version import Snapshot
from bot.read.topics import Rules
from bot.store.store import Store
from bot.watch.feed import FeedReader
from bot.watch.look import Rhythm
from bot.watch.news import NewsWatcher
from bot.watch.patrol import FEED, Patrol
from bot.watch.watcher import Watcher
from tests.watch.test_entries import item, rss

NAMES = [f"d{number}" for number in range(6)]
TEXT = b"<p>You keep all rights in the works that you upload to Tunegarden, and we show them to your friends.</p>" * 9


@dataclass
class World:
    """Pages and a feed that answer when they are let; `broken` ones raise what no source should."""

    open: asyncio.Event = field(default_factory=asyncio.Event)
    asked: list[str] = field(default_factory=list)
    broken: frozenset[str] = frozenset()
    under_way: int = 0
    most: int = 0
    enough: asyncio.Event = field(default_factory=asyncio.Event)
    wanted: int = 1

    async def fetch(
        self, source: Source, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Snapshot:
        """Answer."""
        name = url.rpartition("/")[2]
        self.asked.append(name)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        if len(self.asked) >= self.wanted:
            self.enough.set()
        try:
            await self.open.wait()
        finally:
            self.under_way -= 1
        if name in self.broken:
            raise RuntimeError("a mistake of ours")
        if name == "feed":
            return Snapshot(url, datetime.now(UTC), rss(item()), "application/rss+xml")
        return Snapshot(url, datetime.now(UTC), TEXT)


@pytest.fixture
async def patrol(store: Store, rules: Rules) -> AsyncIterator[tuple[Patrol, World]]:
    """One over six documents and a feed, three at a time."""
    world = World()
    documents = [Document(id=name, type="Terms of Service", url=f"https://x.test/{name}") for name in NAMES]
    home = Platform(id="t", name="T", categories=["music"], homepage="https://x.test", documents=documents)
    known = Catalogue([home], [Feed(id="gazette", name="G", url="https://x.test/feed")])
    pace, clock = Pace(3600, jitter=0), SystemClock()
    rhythm = Rhythm(pace, confirm_after=0, recheck=60, hold=60)
    watcher = Watcher(known, store.documents, {"page": world}, rules, rhythm, clock, lambda: 0.0)
    await store.schedule.sync([*(f"t/{name}" for name in NAMES), FEED + "gazette"], spread=0)
    async with FeedReader(workers=1) as reader:
        news = NewsWatcher(known, store.feeds, world, reader, rules, pace, clock, lambda: 0.0, 0.5)
        yield Patrol(store.schedule, store.documents, watcher, news, 3, 60), world


async def go_round(rounds: Patrol, world: World) -> None:
    """Let the patrol go until the world was asked often enough."""
    world.open.set()
    stop = asyncio.Event()
    async with asyncio.timeout(30), asyncio.TaskGroup() as tasks:
        tasks.create_task(rounds.run(stop))
        await world.enough.wait()
        stop.set()


async def test_everything_that_is_due_is_looked_at_a_few_at_a_time(store: Store, patrol: tuple[Patrol, World]) -> None:
    """Documents and feeds, each once, never more than allowed together; afterwards nothing is due."""
    rounds, world = patrol
    world.wanted = len(NAMES) + 1
    await go_round(rounds, world)
    assert sorted(world.asked) == [*NAMES, "feed"]
    assert world.most <= 3
    assert (await store.schedule.next_due() or 0) > 3000
    assert await store.feeds.state("gazette") is not None
    assert (rounds.tally.checks, rounds.tally.feeds) == ({"first": len(NAMES)}, {"read": 1})


async def test_a_stop_finishes_what_is_under_way(store: Store, patrol: tuple[Patrol, World]) -> None:
    """Looks that were begun are committed, and no other is begun."""
    rounds, world = patrol
    world.wanted = 3
    stop = asyncio.Event()
    async with asyncio.timeout(30), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(rounds.run(stop))
        await world.enough.wait()
        stop.set()
        assert not running.done()
        world.open.set()
    assert len(world.asked) == 3
    assert (await store.schedule.next_due() or 0) < 1


async def test_a_mistake_in_one_look_costs_the_others_nothing(store: Store, patrol: tuple[Patrol, World]) -> None:
    """It is logged; its source falls due again when the lease ends, and all others are looked at."""
    rounds, world = patrol
    world.wanted, world.broken = len(NAMES) + 1, frozenset({"d1"})
    await go_round(rounds, world)
    assert sorted(world.asked) == [*NAMES, "feed"]
    assert 30 < (await store.schedule.next_due() or 0) <= 60
