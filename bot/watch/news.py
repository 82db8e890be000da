"""One look at one news feed: entries never seen before that name a platform and a policy change become stories."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.errors import LeaseLost, SourceError
from bot.model.platform import Catalogue, Feed, PageSource, Source
from bot.model.schedule import Pace
from bot.model.story import Entry, Story
from bot.ports import Claim, Clock, DocumentState, Feeds, Fetcher
from bot.read.topics import Rules
from bot.read.triage import triage
from bot.watch.feed import FeedReader
from bot.watch.look import DISTRUST

FLOOD = 5
"""Stories told of one look at a feed; a feed that renews everything at once (moved, re-numbered) tells no more."""

STALE = timedelta(days=30)
"""A feed not read for so long is met as if for the first time: what it holds by then is no news."""


@dataclass(frozen=True, slots=True)
class FeedLook:
    """What one look found: entries never seen before, and those of them that are told."""

    feed: str
    new: int = 0
    stories: tuple[Story, ...] = ()
    error: str = ""


class NewsWatcher:
    """Looks at feeds. Holds no state of its own: everything is in `feeds`."""

    def __init__(
        self,
        catalogue: Catalogue,
        feeds: Feeds,
        fetcher: Fetcher,
        reader: FeedReader,
        rules: Rules,
        pace: Pace,
        clock: Clock,
        chance: Callable[[], float],
        threshold: float,
    ) -> None:
        self._catalogue = catalogue
        self._feeds = feeds
        self._fetcher = fetcher
        self._reader = reader
        self._rules = rules
        self._pace = pace
        self._clock = clock
        self._chance = chance
        self._threshold = threshold

    async def look(self, name: str, claim: Claim) -> FeedLook:
        """Fetch, parse, tell what is new and matters. Raises `LeaseLost` where another worker has the feed."""
        feed = self._catalogue.feeds.get(name)
        if feed is None:
            return FeedLook(name, error="no longer in the catalogue")
        state = await self._feeds.state(name) or DocumentState()
        try:
            trusting = self._chance() < 1 - DISTRUST
            tags = (state.etag, state.last_modified) if trusting else (None, None)
            source = Source(page=PageSource())
            snapshot = await self._fetcher.fetch(source, feed.url, etag=tags[0], last_modified=tags[1])
            now = replace(state, failures=0, error="", checked_at=self._clock.now(), changed_at=self._clock.now())
            if snapshot.body is None or snapshot.digest == state.body:
                return await self._commit(FeedLook(name), claim, now, ())
            parsed = await self._reader.read(snapshot, name)
        except SourceError as error:
            return await self._failed(name, claim, state, error)
        if parsed.complete:
            now = replace(now, body=snapshot.digest, etag=snapshot.etag, last_modified=snapshot.last_modified)
        new = await self._feeds.unseen(name, parsed.entries)
        stories = () if self._first(state) else tuple(filter(None, (self._story(feed, e) for e in new)))[:FLOOD]
        return await self._commit(FeedLook(name, len(new), stories), claim, now, parsed.entries)

    def _first(self, state: DocumentState) -> bool:
        """Whether the feed was never read, or not for long: what it holds is taken note of in silence."""
        return state.changed_at is None or self._clock.now() - state.changed_at > STALE

    def _story(self, feed: Feed, entry: Entry) -> Story | None:
        """The entry as a story, where it is about a policy change of a platform that we know."""
        found = triage(entry.title, entry.summary, self._catalogue, self._rules)
        platforms = found.platforms or ((feed.platform,) if feed.platform else ())
        if found.score < self._threshold or not platforms:
            return None
        key = next((i for i in entry.ids if i.startswith("link:")), entry.ids[-1])
        return Story(
            id=hashlib.blake2b(key.encode(), digest_size=8).hexdigest(),
            platforms=platforms,
            topics=found.topics,
            title=entry.title,
            link=entry.link,
            source=feed.name,
            seen_at=self._clock.now(),
            published=entry.published,
        )

    async def _failed(self, name: str, claim: Claim, state: DocumentState, error: SourceError) -> FeedLook:
        failures = state.failures + 1
        state = replace(state, failures=failures, error=error.message, checked_at=self._clock.now())
        due_in = self._pace.next_check(self._chance(), failures=failures, retry_after=error.retry_after)
        return await self._commit(FeedLook(name, error=str(error)), claim, state, (), due_in)

    async def _commit(
        self, look: FeedLook, claim: Claim, state: DocumentState, seen: tuple[Entry, ...], due_in: float | None = None
    ) -> FeedLook:
        if due_in is None:
            due_in = self._pace.next_check(self._chance())
        kept = await self._feeds.commit(look.feed, claim, state, seen=seen, stories=look.stories, due_in=due_in)
        if not kept:
            raise LeaseLost(f"feed {look.feed} is being looked at by another worker.")
        return look
