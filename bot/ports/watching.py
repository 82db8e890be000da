"""What watching needs: the time, sources, and what is kept of documents and feeds."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.model.change import Change
from bot.model.platform import Source
from bot.model.story import Entry, Story
from bot.model.version import DocumentKey, Snapshot, Version

Held = Literal["pending", "suspect"]


class Clock(Protocol):
    """The time, and waiting for it. A replay brings its own."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class Fetcher(Protocol):
    """Reads one source of a document."""

    async def fetch(
        self, source: Source, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Snapshot:
        """Fetch; a body of None means "not modified". Raises `SourceError`, its reason named, for anything else."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that was seen and is not adopted: it waits for a second look (`pending`) or is doubted (`suspect`)."""

    fingerprint: str
    held: Held
    since: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DocumentState:
    """What is known of a document between two looks.

    `fingerprint` is that of the adopted version ("" before the first); `raw` that of the version whose body is kept.
    `body` is the digest of the last body, `sketch` that of what decides its text, and `etag`, `last_modified` are its
    validators; all empty while a text is held.
    `source` counts into the document's sources. `error` is why the last look, or its first source, failed: the word
    of a `SourceError`.
    `recent` holds the last fingerprints adopted, newest first, with the id of the change each was told as ("" for
    none), for reverts and flapping.
    """

    fingerprint: str = ""
    extractor: str = ""
    raw: str = ""
    body: str = ""
    sketch: str = ""
    etag: str | None = None
    last_modified: str | None = None
    source: int = 0
    failures: int = 0
    error: str = ""
    candidate: Candidate | None = None
    checked_at: datetime | None = None
    changed_at: datetime | None = None
    recent: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A source that is ours to look at until the lease ends. `token` fences: a later claim makes it worthless."""

    source: str
    token: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one look at a document leaves behind, written in one go.

    `version`: text to keep under its fingerprint (adopted or held). `raw`: body of the adopted version, kept to
    re-extract it when our extractor changes. `change`: told through the outbox. `sentences`: digests that the
    platform now has; `forgotten`: those whose going was told, so that their return is news.
    """

    state: DocumentState
    version: Version | None = None
    raw: Snapshot | None = None
    change: Change | None = None
    sentences: frozenset[bytes] = frozenset()
    forgotten: frozenset[bytes] = frozenset()


class Schedule(Protocol):
    """Which sources are due. A source is `platform/document` or `feed:id`."""

    async def sync(self, sources: Iterable[str], *, spread: float) -> None:
        """Make exactly these the sources: new ones fall due within `spread` seconds, others keep their time."""
        ...

    async def claim(self, limit: int, lease: float) -> Sequence[Claim]:
        """Up to `limit` due sources, earliest first, ours for `lease` seconds; then due again for anyone."""
        ...

    async def claim_now(self, source: str, lease: float) -> Claim:
        """This source, due or not, known or not; whoever held it before has lost it.

        One that the schedule does not know stays unknown to it, also when it is committed.
        """
        ...

    async def next_due(self) -> float | None:
        """Seconds until the next source is due (0 or less: now); None without sources."""
        ...


class Documents(Protocol):
    """States and versions of the watched documents."""

    async def state(self, key: DocumentKey) -> DocumentState:
        """What is known of it; an empty state before the first look. One round trip."""
        ...

    async def states(self, keys: Sequence[DocumentKey]) -> Sequence[DocumentState]:
        """The same for many, in one round trip."""
        ...

    async def version(self, key: DocumentKey, fingerprint: str) -> Version | None:
        """A version that was kept, or None where it was dropped or never was.

        Kept are those of the last committed state (adopted, recent, held) and, for good, those on either side of a
        change that was told.
        """
        ...

    async def raw(self, key: DocumentKey) -> Snapshot | None:
        """The body that was kept last (of the version that the state's `raw` names)."""
        ...

    async def had(self, platform: str, digests: Set[bytes]) -> frozenset[bytes]:
        """Those of the digests (8 bytes each) whose sentences this platform's documents had before."""
        ...

    async def commit(self, key: DocumentKey, claim: Claim, step: Step, *, due_in: float) -> bool:
        """Write the step, move the source's due time, and put the change into the outbox: all or nothing.

        False, with nothing written, where the claim was lost. The same change id enters the outbox once, however
        often it is committed. The same step may be committed again under the same claim. One round trip.
        """
        ...


class Feeds(Protocol):
    """What is known of the news feeds."""

    async def state(self, feed: str) -> DocumentState | None:
        """Validators and failures; None before the first successful look (which is silent)."""
        ...

    async def unseen(self, feed: str, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Those entries of which no identity was seen, in this feed (guid) or in any (link, title).

        An identity that begins with `link:` or `title:` counts in every feed, any other in its own. Of entries that
        share one, the first is unseen.
        """
        ...

    async def commit(
        self,
        feed: str,
        claim: Claim,
        state: DocumentState,
        *,
        seen: Sequence[Entry],
        stories: Sequence[Story],
        due_in: float,
    ) -> bool:
        """Stories into the outbox first, then the seen ids, then the validators: a crash between repeats, never loses.

        Seen ids are kept for 90 days after they were last met, stories for a year. False where the claim was lost.
        """
        ...


class News(Protocol):
    """What was told, for those who ask."""

    async def change(self, change: str) -> Change | None:
        """A change by its id."""
        ...

    async def story(self, story: str) -> Story | None:
        """A story by its id."""
        ...

    async def latest(
        self, *, platform: str | None = None, most: int = 10, since: datetime | None = None
    ) -> Sequence[Change]:
        """The latest changes, of one platform or of all, newest first; those observed earlier than `since` left out."""
        ...
