"""What the stages need of the world, as protocols whose docstrings say what is guaranteed.

The Redis adapters are in `bot/store`, those of the chats in `bot/chat`. Every method that talks to Redis may raise
`StoreUnavailable`. `claim…` hands work to one worker at a time under a lease; whoever works longer renews it, and
whoever lost it is told so (`LeaseLost`, or False) and changes nothing.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence, Set
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from bot.errors import Lack
from bot.model.change import Change
from bot.model.delivery import Delivery, Subject
from bot.model.install import Install
from bot.model.message import Message
from bot.model.platform import Source
from bot.model.story import Entry, Story
from bot.model.subscription import ChatName, Destination, Manner, Subscription
from bot.model.version import DocumentKey, Snapshot, Version


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


# --- watching ---------------------------------------------------------------------------------------------------------

Held = Literal["pending", "suspect"]


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
    `source` counts into the document's sources.
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


# --- delivering -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ticket:
    """An entry of a stream that is ours while the lease runs. `deaths` counts the workers that died over it."""

    entry: str
    deaths: int = 0


class Outbox(Protocol):
    """Subjects to be fanned out, in the order in which they were found. At least once each.

    One over which workers keep dying is put aside after five deaths instead of coming again.
    """

    async def claim(self, limit: int, wait: float) -> Sequence[tuple[Ticket, Subject]]:
        """Up to `limit` subjects; waits up to `wait` seconds for one. Abandoned ones come again."""
        ...

    async def done(self, ticket: Ticket) -> None:
        """Fanned out whole; said by whoever did it, also where the subject is another's by now."""
        ...


class Deliveries(Protocol):
    """What is to be posted. At least once each; a delivery that was done is never queued again for 30 days."""

    async def enqueue(self, deliveries: Sequence[Delivery]) -> int:
        """Queue those never queued before; returns how many these were."""
        ...

    async def claim(self, limit: int, wait: float) -> Sequence[tuple[Ticket, Delivery]]:
        """Up to `limit` deliveries; waits up to `wait` seconds for one.

        Those of dead workers come again when the lease ends; after five deaths, they are put aside instead.
        """
        ...

    async def renew(self, tickets: Sequence[Ticket]) -> None:
        """Hold on to what is still being worked on; what is no longer ours stays untouched."""
        ...

    async def done(self, ticket: Ticket, delivery: Delivery, message: str, then: Sequence[Delivery] = ()) -> bool:
        """Posted as `message`; those of `then` that were never queued before are queued in the same step.

        False where it is no longer ours.
        """
        ...

    async def later(self, ticket: Ticket, delivery: Delivery, seconds: float) -> bool:
        """Queue it again in so many seconds, its `attempt` one higher. False where it is no longer ours."""
        ...

    async def dead(self, ticket: Ticket, delivery: Delivery, reason: str) -> bool:
        """Put it aside for the operator. False where it is no longer ours."""
        ...

    async def dead_letters(self, most: int = 100) -> Sequence[tuple[Delivery, str]]:
        """What was put aside, with the reasons, newest first."""
        ...

    async def hold(self, ticket: Ticket, delivery: Delivery) -> bool:
        """Keep it with its destination until `release`. False where it is no longer ours."""
        ...

    async def release(self, destination: Destination) -> int:
        """Queue again what was held for it; returns how many."""
        ...

    async def drop(self, destination: Destination) -> int:
        """Forget what was held for it; returns how many."""
        ...

    async def wake(self) -> int:
        """Queue what `later` put off and is due by the server's own clock; returns how many."""
        ...

    async def posted(self, delivery: Delivery) -> str | None:
        """The message it was posted as, if it was, in the last 90 days."""
        ...

    async def schedule(self, deliveries: Sequence[Delivery], at: datetime) -> int:
        """Queue, at that time, those never queued before; returns how many these were. Survives restarts."""
        ...

    async def gather(self, digests: Sequence[Delivery], subjects: Sequence[Subject], at: datetime) -> None:
        """Put subjects into each of these digests, each once however often, and schedule the digests themselves."""
        ...

    async def admit(self, ticket: Ticket, delivery: Delivery, most: int, seconds: float) -> bool:
        """Whether it is posted by itself: `most` are for each destination, within `seconds` from the first of them.

        Those beyond are done with, and go into one digest, the `rest`, at the end of these seconds. What was allowed
        once is allowed again, and so is that over which a courier died, who may have posted it. False, too, where it
        is no longer ours.
        """
        ...

    async def digested(self, delivery: Delivery) -> bool:
        """Whether a digest of its destination holds its subject, posted or not, in the last 90 days."""
        ...

    async def gathered(self, digest: Delivery) -> Sequence[Subject]:
        """What a digest holds, in the order in which it came; kept for 90 days."""
        ...


class Amended(NamedTuple):
    """What was there, and what is now in its place."""

    before: Subscription | None
    after: Subscription | None


Amendment = Callable[[Subscription | None], Subscription | None]


class Subscriptions(Protocol):
    """What destinations want. A destination without watches is forgotten."""

    async def get(self, destination: Destination) -> Subscription | None:
        """Its subscription, if it has one."""
        ...

    async def put(self, subscription: Subscription) -> None:
        """Keep it in place of what was there."""
        ...

    async def amend(self, destination: Destination, change: Amendment) -> Amended:
        """Put what `change` makes of what is there, which may be nothing, in its place; nothing others put is lost.

        Where another came in between, `change` is asked again. What it raises is raised, with nothing changed. Of
        several who change the same at once, each is given the work of the one before as `before`.
        """
        ...

    async def drop(self, destination: Destination) -> None:
        """Forget it."""
        ...

    async def of_space(self, chat: ChatName, space: str) -> Sequence[Subscription]:
        """Those of a guild or workspace, in order of channel."""
        ...

    async def blocked(self) -> Sequence[Subscription]:
        """Those to which a permission is missing."""
        ...

    def wanting(self, targets: Set[str]) -> AsyncIterator[Sequence[Subscription]]:
        """Batches of those with a line for one of `targets`, each destination once.

        One that is put or dropped meanwhile comes once or not at all.
        """
        ...


PLAINLY = Manner()


class Spaces(Protocol):
    """The guilds and workspaces that Clausebell is in, and what is kept of those it was in."""

    async def join(self, chat: ChatName, space: str) -> Sequence[Subscription] | None:
        """Note that we are in it: None where that was known; else the subscriptions of an earlier stay, now restored.

        Empty where there was none, or it ended longer ago than was to be kept.
        """
        ...

    async def leave(self, chat: ChatName, space: str, *, keep: float) -> None:
        """We are no longer in it: its subscriptions end at once, with what was held or scheduled for them.

        They are kept aside for `keep` seconds, and then erased by the store itself; with 0, nothing is kept, not even
        what an earlier `leave` kept.
        """
        ...

    async def known(self, chat: ChatName) -> frozenset[str]:
        """Those that we are in."""
        ...

    async def reserve(self, chat: ChatName, space: str, *, on: bool) -> None:
        """Note that only those who manage it choose for its channels, or that others do too; `leave` forgets it."""
        ...

    async def reserved(self, chat: ChatName, space: str) -> bool:
        """Whether only those who manage it choose for its channels."""
        ...


class Installs(Protocol):
    """Where the app is installed by OAuth, and the tokens it has there, which are encrypted at rest.

    A workspace is served by its own installation, else by that of its organisation.
    """

    async def put(self, install: Install) -> None:
        """Keep it in place of what was there."""
        ...

    async def find(self, team: str, enterprise: str = "") -> Install | None:
        """What serves this workspace ("" for the organisation itself).

        Without an `enterprise`, the organisation is the one that `belongs` noted.
        """
        ...

    async def belongs(self, team: str, enterprise: str) -> None:
        """Note that this workspace is one of the organisation's."""
        ...

    async def renew(self, before: Install, after: Install) -> bool:
        """Put `after` in place of `before`; False, with nothing changed, where something else is there, or nothing."""
        ...

    def alone(self, install: str) -> AbstractAsyncContextManager[bool]:
        """True inside for one at a time, over all processes, False for who comes meanwhile: nobody waits.

        Ends by itself a minute after a process died over it.
        """
        ...

    async def forget(self, install: str) -> frozenset[str]:
        """Erase an installation and all that was noted of it, by its id; gives the workspaces that it served.

        For a workspace that is itself, also where it has no installation of its own; for an organisation, those that
        `belongs` noted and that have none of their own.
        """
        ...


class Once(Protocol):
    """What may happen once, over all processes."""

    async def first(self, name: str, seconds: float) -> bool:
        """True the first time that this is said, False for so many seconds after that."""
        ...

    async def keep(self, name: str, seconds: float) -> None:
        """Let `take` have it, once, within so many seconds."""
        ...

    async def take(self, name: str) -> bool:
        """True where it was kept and has not been taken."""
        ...


class Turns(Protocol):
    """When a message may be posted, over all processes, where a chat counts by channel and by workspace."""

    async def take(self, destination: Destination, seconds: float) -> float:
        """Seconds until it is anyone's turn there; 0 takes the turn, which lasts for so many `seconds`."""
        ...

    async def rest(self, destination: Destination, seconds: float) -> None:
        """Nobody posts to the guild or workspace of this destination for so many seconds."""
        ...


class Poster(Protocol):
    """Posts to one chat."""

    async def post(self, destination: Destination, message: Message, *, key: str, manner: Manner = PLAINLY) -> str:
        """Post and return the message's id. Raises `Later`, `Blocked`, `Gone` or `Refused`.

        `key` is the delivery's id: where the chat can (Discord's nonce), the same key never makes two messages.
        What it follows is answered, in its thread where it has one; where it is gone, the message stands by itself.
        """
        ...

    async def amend(self, destination: Destination, posted: str, message: Message) -> bool:
        """Put `message` in place of what was posted, mentioning nobody; False where that is gone. Raises as `post`."""
        ...

    async def lacks(self, destination: Destination, manner: Manner = PLAINLY) -> Sequence[Lack]:
        """What keeps messages from being posted there in that manner; empty where nothing."""
        ...


class Telegraph(Protocol):
    """Tells one person one thing."""

    async def tell(self, person: Destination, message: Message) -> bool:
        """Reach a person by direct message; False where they take none. Raises `Later` where that is not known yet."""
        ...


Posters = Mapping[ChatName, Poster]
Telegraphs = Mapping[ChatName, Telegraph]
