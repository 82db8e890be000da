"""Composition root: settings in, a running house out. The only place that picks adapters."""

import asyncio
import os
import random
import socket
import time
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from bot import catalogue as catalogues
from bot.ask.desk import Desk
from bot.deliver.courier import Courier
from bot.deliver.fanout import FanOut
from bot.deliver.words import Words
from bot.errors import LeaseLost, SourceError
from bot.model.platform import Catalogue, PageSource, Source, SourceKind
from bot.model.schedule import Pace
from bot.model.subscription import ChatName
from bot.model.tally import Tally
from bot.model.version import DocumentKey, Snapshot, Version
from bot.ports import Clock, Fetcher, Poster, Posters, Telegraph
from bot.read.topics import Rules
from bot.settings import Settings
from bot.store.store import Store, open_store
from bot.watch.browser import BrowserFetcher
from bot.watch.feed import FeedReader
from bot.watch.fetch import HttpFetcher
from bot.watch.look import ASTRAY, Look, Rhythm
from bot.watch.news import NewsWatcher
from bot.watch.page import read_page
from bot.watch.patrol import FEED, Patrol
from bot.watch.watcher import Watcher
from bot.wording.language import Languages, load_languages

Done = TypeVar("Done")


class SystemClock:
    """The real time."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class House:
    """What every subcommand builds on. `posters` are those of the chats in this process, as they are added."""

    settings: Settings
    catalogue: Catalogue
    rules: Rules
    languages: Languages
    store: Store
    clock: Clock
    watcher: Watcher
    news: NewsWatcher
    posters: dict[ChatName, Poster] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)

    @property
    def desk(self) -> Desk:
        """Answers commands."""
        s = self.settings
        return desk_on(self.store, self.catalogue, self.posters, self.languages, self.clock, s.privacy_policy)

    @property
    def words(self) -> Words:
        """Words announcements."""
        return Words(self.catalogue, self.store.news, self.languages, self.settings.public_url or "")

    @property
    def fanout(self) -> FanOut:
        """Makes deliveries of changes and stories."""
        s = self.store
        return FanOut(self.catalogue, s.outbox, s.news, s.subscriptions, s.deliveries, self.clock)

    def courier(self, telegraphs: Mapping[ChatName, Telegraph]) -> Courier:
        """Carries deliveries to the chats."""
        deliver = self.settings.deliver
        return Courier(
            self.store.deliveries,
            self.store.subscriptions,
            self.posters,
            telegraphs,
            self.words,
            random.SystemRandom().random,
            deliver.concurrency,
            deliver.lease,
            deliver.retry,
            deliver.burst,
            deliver.burst_window,
            self.tally,
        )

    def patrol(self) -> Patrol:
        """Looks at what is due."""
        watch = self.settings.watch
        s = self.store
        return Patrol(s.schedule, s.documents, self.watcher, self.news, watch.concurrency, watch.lease, self.tally)


def desk_on(
    store: Store, catalogue: Catalogue, posters: Posters, languages: Languages, clock: Clock, policy: str = ""
) -> Desk:
    """A desk that keeps what it is told in this store; `policy`: where the privacy policy is."""
    s = store
    kept = (s.documents, s.news, s.subscriptions, s.deliveries, s.spaces)
    return Desk(catalogue, *kept, posters, languages, clock, policy)


def rhythm(settings: Settings) -> Rhythm:
    """When documents are looked at, from the settings."""
    watch = settings.watch
    return Rhythm(Pace(watch.page_interval, watch.jitter), watch.confirm_after, watch.recheck, watch.hold)


@asynccontextmanager
async def assemble(
    settings: Settings,
    *,
    catalogue: Catalogue | None = None,
    throwaway: bool = False,
) -> AsyncIterator[House]:
    """Open everything that watching and asking need; close it in the opposite order.

    `throwaway` keeps nothing: a store of its own, removed at the end. Raises `ConfigurationError`, `StoreError`.
    """
    catalogue = catalogue or catalogues.load(settings.config)
    rules = catalogues.load_rules(settings.config)
    clock = SystemClock()
    async with AsyncExitStack() as stack:
        consumer = f"{socket.gethostname()}-{os.getpid()}"
        store = await stack.enter_async_context(
            open_store(
                settings.redis_url,
                settings.data,
                consumer=consumer,
                throwaway=throwaway,
                lease=settings.deliver.lease,
                fanout_lease=settings.deliver.lease,
                secrets=settings.secret_keys,
            )
        )
        fetchers = await stack.enter_async_context(fetching(settings))
        reader = await stack.enter_async_context(FeedReader())
        pace = Pace(settings.watch.feed_interval, settings.watch.jitter)
        yield House(
            settings,
            catalogue,
            rules,
            load_languages(),
            store,
            clock,
            Watcher(
                catalogue,
                store.documents,
                fetchers,
                rules,
                rhythm(settings),
                clock,
                random.SystemRandom().random,
                settings.watch.archive_url,
            ),
            NewsWatcher(
                catalogue,
                store.feeds,
                fetchers["page"],
                reader,
                rules,
                pace,
                clock,
                random.SystemRandom().random,
                settings.news.threshold,
            ),
        )


@asynccontextmanager
async def fetching(settings: Settings) -> AsyncIterator[Mapping[SourceKind, Fetcher]]:
    """A fetcher for each kind of source; pages, records and feeds share one session."""
    watch = settings.watch
    http = HttpFetcher(
        user_agent=f"{watch.user_agent} (+{settings.public_url})" if settings.public_url else watch.user_agent,
        archive_url=watch.archive_url,
        timeout=watch.timeout,
        max_bytes=watch.max_bytes,
        per_host=watch.per_host,
        host_spacing=watch.host_spacing,
        allow_private=settings.allow_private_addresses,
    )
    browser = BrowserFetcher(
        timeout=watch.timeout, max_bytes=watch.max_bytes, allow_private=settings.allow_private_addresses
    )
    async with http, browser:
        yield {"page": http, "archive": http, "browser": browser}


def sources(catalogue: Catalogue, settings: Settings) -> list[str]:
    """Everything that is looked at, as the schedule names it."""
    feeds = [FEED + feed for feed in catalogue.feeds] if settings.news.enabled else []
    return [*map(str, catalogue.keys()), *feeds]


async def check(house: House, keys: Sequence[DocumentKey]) -> AsyncGenerator[tuple[Look, float]]:
    """Look at these documents now, several at a time; each look with its milliseconds, as they are done.

    One that another process takes meanwhile is a failed look, and costs the others nothing.
    """
    places = asyncio.Semaphore(house.settings.watch.concurrency)

    async def look(key: DocumentKey) -> tuple[Look, float]:
        async with places:
            began = time.perf_counter()
            claim = await house.store.schedule.claim_now(str(key), house.settings.watch.lease)
            try:
                found = await house.watcher.look(key, claim)
            except LeaseLost as error:
                found = Look(key, "failed", error=str(error))
            return found, (time.perf_counter() - began) * 1000

    async for done in _as_done([look(key) for key in keys]):
        yield done


async def probe(settings: Settings, catalogue: Catalogue) -> AsyncGenerator[tuple[str, SourceError | None]]:
    """Read every source of the catalogue once, without a store: its name, and what kept it from being read."""
    async with fetching(settings) as fetchers, FeedReader() as reader:

        async def try_source(name: str, source: Source, url: str, *, feed: bool) -> tuple[str, SourceError | None]:
            try:
                snapshot = await fetchers[source.kind].fetch(source, url)
                if feed:
                    await reader.read(snapshot, name)
                elif (await asyncio.to_thread(_read_from, source, snapshot)).fallback:
                    return name, SourceError("selector", f"{snapshot.url}: {ASTRAY}.")
            except SourceError as error:
                return name, error
            return name, None

        page = Source(page=PageSource())
        tries = [
            try_source(f"{p.id}/{d.id} {s.kind}", s, d.url, feed=False)
            for p in catalogue
            for d in p.documents
            for s in d.sources
        ] + [try_source(FEED + feed.id, page, feed.url, feed=True) for feed in catalogue.feeds.values()]
        async for done in _as_done(tries):
            yield done


def _read_from(source: Source, snapshot: Snapshot) -> Version:
    declared = source.page or source.browser or PageSource()
    return read_page(snapshot, select=declared.select, remove=declared.remove)


async def _as_done(work: Iterable[Coroutine[None, None, Done]]) -> AsyncIterator[Done]:
    """What each gives, as it is done; where one raises or nobody waits any longer, the others are ended first."""
    tasks = [asyncio.create_task(one) for one in work]
    try:
        for done in asyncio.as_completed(tasks):
            yield await done
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
