"""Hand-written stand-ins for the world outside: time, a page, a chat."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.errors import Blocked, Lack, SourceError
from bot.model.message import Message
from bot.model.platform import Source
from bot.model.subscription import Destination, Manner
from bot.model.version import Snapshot
from bot.ports import PLAINLY


@dataclass(slots=True)
class HandClock:
    """Time that moves when told to."""

    time: datetime = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@dataclass(slots=True)
class Page:
    """A page whose text a test sets, served through the Fetcher port. An error set is raised instead.

    With `etags` it is not modified as long as it is the same; with `stale`, for everyone who has been there.
    """

    clock: HandClock
    html: str | bytes = ""
    error: SourceError | None = None
    etags: bool = False
    stale: bool = False
    asked: list[str | None] = field(default_factory=list)
    media_type: str = "text/html"

    async def fetch(
        self, source: Source, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Snapshot:
        del source, last_modified
        self.asked.append(etag)
        if self.error:
            raise self.error
        tag = f'"{hash(self.html)}"' if self.etags else None
        if etag and (self.stale or tag == etag):
            return Snapshot(url, self.clock.now(), None, self.media_type, etag=etag)
        body = self.html.encode() if isinstance(self.html, str) else self.html
        return Snapshot(url, self.clock.now(), body, self.media_type, "utf-8", etag=tag)


@dataclass(slots=True)
class Chat:
    """A chat that keeps what it is given. What `fails` holds for a channel is raised there instead.

    What it holds for `amend` and a channel is raised when a message there is amended, what it holds for `tell` and a
    person when that one is told. The persons in `closed` take no direct messages.
    """

    posted: list[tuple[Destination, Message, str]] = field(default_factory=list)
    told: list[tuple[Destination, Message]] = field(default_factory=list)
    fails: dict[str, Exception] = field(default_factory=dict)
    manners: list[Manner] = field(default_factory=list)
    amended: dict[str, Message] = field(default_factory=dict)
    redrawn: dict[str, Manner] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)

    async def post(self, destination: Destination, message: Message, *, key: str, manner: Manner = PLAINLY) -> str:
        if error := self.fails.get(destination.channel):
            raise error
        self.posted.append((destination, message, key))
        self.manners.append(manner)
        return f"m{len(self.posted)}"

    async def amend(self, destination: Destination, posted: str, message: Message, manner: Manner = PLAINLY) -> bool:
        if error := self.fails.get(f"amend {destination.channel}"):
            raise error
        self.amended[posted], self.redrawn[posted] = message, manner
        return True

    async def publish(self, destination: Destination, posted: str) -> None:
        raise NotImplementedError

    async def lacks(self, destination: Destination, manner: Manner = PLAINLY) -> Sequence[Lack]:
        del manner
        error = self.fails.get(destination.channel)
        return error.lacks if isinstance(error, Blocked) else ()

    async def tell(self, person: Destination, message: Message) -> bool:
        if error := self.fails.get(f"tell {person.person}"):
            raise error
        if person.person in self.closed:
            return False
        self.told.append((person, message))
        return True

    def channels(self) -> list[str]:
        return [destination.channel for destination, *_ in self.posted]
