"""Composition root: settings in, a running house out. The only place that picks adapters."""

import asyncio
import os
import random
import signal
import socket
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence, Set
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog
from rich.console import Console

from bot import catalogue as catalogues
from bot.ask.desk import Desk
from bot.chat.console import TERMINAL, ConsolePoster
from bot.chat.discord.client import DiscordChat
from bot.chat.slack.client import SlackChat
from bot.deliver.courier import Courier
from bot.deliver.fanout import FanOut
from bot.deliver.words import Words
from bot.errors import ClausebellError, SourceError
from bot.model.platform import Catalogue, PageSource, Source, SourceKind
from bot.model.schedule import Pace
from bot.model.subscription import EVERYTHING, ChatName, Subscription, Watch
from bot.model.version import DocumentKey
from bot.ports import Clock, Fetcher, Poster, Telegraph
from bot.read.topics import Rules
from bot.settings import Settings
from bot.site.server import Site
from bot.store.store import Store, open_store
from bot.watch.browser import BrowserFetcher
from bot.watch.feed import FeedReader
from bot.watch.fetch import HttpFetcher
from bot.watch.news import FeedLook, NewsWatcher
from bot.watch.page import read_page
from bot.watch.patrol import FEED, Patrol
from bot.watch.watcher import Look, Rhythm, Watcher
from bot.wording.language import Languages, load_languages

PARTS = ("watch", "deliver", "discord", "slack", "site")
GRACE = 10.0
"""Seconds that a stop leaves for what is under way; the rest is taken up by whoever starts next."""
FIRST_ROUND = 300.0
"""Seconds over which the first look at a new catalogue is spread."""

Part = Callable[[asyncio.Event], Coroutine[Any, Any, None]]


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
    """What every subcommand builds on."""

    settings: Settings
    catalogue: Catalogue
    rules: Rules
    languages: Languages
    store: Store
    clock: Clock
    watcher: Watcher
    news: NewsWatcher

    @property
    def desk(self) -> Desk:
        """Answers commands."""
        s = self.store
        return Desk(self.catalogue, s.documents, s.news, s.subscriptions, s.deliveries, self.languages, self.clock)

    @property
    def words(self) -> Words:
        """Words announcements."""
        return Words(self.catalogue, self.store.news, self.languages)

    @property
    def fanout(self) -> FanOut:
        """Makes deliveries of changes and stories."""
        s = self.store
        return FanOut(self.catalogue, s.outbox, s.news, s.subscriptions, s.deliveries)

    def courier(self, posters: Mapping[ChatName, Poster], telegraphs: Mapping[ChatName, Telegraph]) -> Courier:
        """Carries deliveries to the chats."""
        deliver = self.settings.deliver
        return Courier(
            self.store.deliveries,
            self.store.subscriptions,
            posters,
            telegraphs,
            self.words,
            random.SystemRandom().random,
            deliver.concurrency,
            deliver.lease,
            deliver.retry,
        )

    def patrol(self, told: Callable[[Look | FeedLook], None] = lambda _: None) -> Patrol:
        """Looks at what is due."""
        watch = self.settings.watch
        return Patrol(self.store.schedule, self.watcher, self.news, watch.concurrency, watch.lease, told)


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
            Watcher(catalogue, store.documents, fetchers, rules, rhythm(settings), clock, random.SystemRandom().random),
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
        user_agent=watch.user_agent,
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


async def check(house: House, keys: Sequence[DocumentKey]) -> AsyncIterator[tuple[Look, float]]:
    """Look at these documents now, several at a time; each look with its milliseconds, as they are done."""
    places = asyncio.Semaphore(house.settings.watch.concurrency)

    async def look(key: DocumentKey) -> tuple[Look, float]:
        async with places:
            began = time.perf_counter()
            claim = await house.store.schedule.claim_now(str(key), house.settings.watch.lease)
            found = await house.watcher.look(key, claim)
            return found, (time.perf_counter() - began) * 1000

    for done in asyncio.as_completed([look(key) for key in keys]):
        yield await done


async def probe(settings: Settings) -> AsyncIterator[tuple[str, SourceError | None]]:
    """Fetch every source of the catalogue once, without a store: its name, and what kept it from being read."""
    catalogue = catalogues.load(settings.config)
    async with fetching(settings) as fetchers, FeedReader() as reader:

        async def try_source(name: str, source: Source, url: str, *, feed: bool) -> tuple[str, SourceError | None]:
            try:
                snapshot = await fetchers[source.kind].fetch(source, url)
                await reader.read(snapshot, name) if feed else read_page(snapshot)
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
        for done in asyncio.as_completed(tries):
            yield await done


async def run(settings: Settings, parts: Set[str], console: Console) -> None:
    """The service: the named parts, until SIGTERM or SIGINT; then what is under way is finished within `GRACE`.

    Raises `ClausebellError` where a part cannot go on (a token that is refused, say).
    """
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    log = structlog.get_logger("app")
    async with assemble(settings) as house:
        running = await _parts(house, parts, console)
        log.info("started", parts=sorted(running), platforms=len(house.catalogue.platforms))
        try:
            async with asyncio.TaskGroup() as group:
                quiet = asyncio.Event()
                tasks = [
                    group.create_task(part(quiet if name in set(ChatName) else stop), name=name)
                    for name, part in running.items()
                ]
                group.create_task(_end(stop, quiet, tasks))
        except BaseExceptionGroup as errors:
            ours = errors.subgroup(ClausebellError)
            if ours is None:
                raise
            raise _leaf(ours) from errors
    log.info("stopped")


async def _parts(house: House, parts: Set[str], console: Console) -> dict[str, Part]:
    """The parts that run in this process: those asked for, without chats that have no token.

    A courier posts through the chats of its own process; where there are none, others carry.
    """
    settings, store = house.settings, house.store
    chats = {name: chat for name, chat in _chats(house) if str(name) in parts}
    posters: dict[ChatName, Poster] = {name: chat.poster for name, chat in chats.items()}
    telegraphs: dict[ChatName, Telegraph] = {name: chat.telegraph for name, chat in chats.items()}
    if settings.discord_token or settings.slack_bot_token:
        await store.subscriptions.drop(TERMINAL)
    else:
        posters[ChatName.CONSOLE] = ConsolePoster(console)
        await store.subscriptions.put(Subscription(TERMINAL, (Watch(EVERYTHING),)))
    running: dict[str, Part] = {str(name): chat.run for name, chat in chats.items()}
    if "watch" in parts:
        await store.schedule.sync(sources(house.catalogue, settings), spread=_spread(settings))
        running["watch"] = house.patrol().run
    if "deliver" in parts:
        running["fan-out"] = house.fanout.run
        if posters:
            running["courier"] = house.courier(posters, telegraphs).run
    if "site" in parts:
        running["site"] = Site(store.schedule, settings.http.host, settings.http.port).run
    return running


def _chats(house: House) -> Iterator[tuple[ChatName, DiscordChat | SlackChat]]:
    """The chats that have a token."""
    settings, desk = house.settings, house.desk
    if token := settings.discord_token:
        yield (
            ChatName.DISCORD,
            DiscordChat(
                token.get_secret_value(),
                desk,
                house.languages,
                api_url=settings.discord_api_url,
                gateway_url=settings.discord_gateway_url,
                per_second=settings.deliver.discord_per_second,
            ),
        )
    if settings.slack_bot_token and settings.slack_app_token:
        yield (
            ChatName.SLACK,
            SlackChat(
                settings.slack_bot_token.get_secret_value(),
                settings.slack_app_token.get_secret_value(),
                desk,
                house.languages,
                house.catalogue,
                house.clock,
                api_url=settings.slack_api_url,
                per_channel=settings.deliver.slack_per_channel,
            ),
        )


async def _end(stop: asyncio.Event, quiet: asyncio.Event, tasks: Sequence[asyncio.Task[None]]) -> None:
    """Wait for the stop, then for the parts to end, the chats last: the courier posts through them.

    What takes longer than the grace is cut off; whoever starts next takes it over.
    """
    await stop.wait()
    chats = {task for task in tasks if task.get_name() in set(ChatName)}
    others = set(tasks) - chats
    late: set[asyncio.Task[None]] = set()
    for ending in filter(None, (others, chats)):
        _, unfinished = await asyncio.wait(ending, timeout=GRACE)
        late |= unfinished
        quiet.set()
    quiet.set()
    for task in late:
        task.cancel()


def _leaf(errors: BaseExceptionGroup[ClausebellError]) -> ClausebellError:
    first = errors.exceptions[0]
    return _leaf(first) if isinstance(first, BaseExceptionGroup) else first


def _spread(settings: Settings) -> float:
    """Seconds over which sources that were never looked at fall due."""
    return min(settings.watch.page_interval, settings.watch.feed_interval, FIRST_ROUND)
