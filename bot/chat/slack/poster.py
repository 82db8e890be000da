"""Posts messages to Slack: each channel at its pace, and with every refusal told apart."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Self

import aiohttp
import structlog

from bot.ask.commands import Command
from bot.chat.kept import Kept
from bot.chat.slack.views import drawn
from bot.chat.slack.web import ANSWER_WITHIN, API, NO_MESSAGE, NO_THREAD, Dead, Pause, code, failures, web_client
from bot.chat.slack.workspaces import Workspaces
from bot.errors import Blocked, DeliveryError, Gone, Lack, Later, Refused
from bot.model.message import Message
from bot.model.subscription import Destination, Manner
from bot.ports import PLAINLY, Clock

METADATA = "clausebell_delivery"
"""Event type of a message's metadata; the payload holds the delivery's key."""
PATIENCE = 2.0
"""Most seconds that a post waits for its turn; who has to wait longer comes back when it is due."""
KEPT = timedelta(hours=1)
"""How long a delivery keeps its turn, should it not come back for it."""


@dataclass(slots=True)
class _Line:
    """A channel's: when it takes the next message, where its queue ends, and the turns in that, by delivery."""

    free: datetime
    end: datetime
    turns: dict[str, datetime] = field(default_factory=dict)

    def waiting(self, now: datetime) -> dict[str, datetime]:
        """The turns of those who may still come back for them."""
        return {key: turn for key, turn in self.turns.items() if turn > now - KEPT}


class Pace:
    """Whose turn it is: a message an `interval` to each channel, in the order in which they came.

    A delivery that has to wait keeps its turn until it comes back for it (or for an hour, should it not). A channel to
    which nothing was posted for that long costs nothing.
    """

    def __init__(self, interval: float) -> None:
        self._interval = timedelta(seconds=interval)
        self._lines: dict[Destination, _Line] = {}
        self._held: dict[str, datetime] = {}
        self._tidied: datetime | None = None

    def __len__(self) -> int:
        """Channels that are remembered."""
        return len(self._lines)

    def wait(self, destination: Destination, key: str, now: datetime) -> float:
        """Seconds until it is this delivery's turn; 0 takes the turn."""
        self._tidy(now)
        line = self._line(destination, now)
        turn = line.turns.get(key) or max(now, line.end, self._held.get(destination.space, now))
        line.end = max(line.end, turn + self._interval)
        due = max(turn, line.free)
        if due > now:
            line.turns[key] = turn
            return (due - now).total_seconds()
        line.turns.pop(key, None)
        line.free = now + self._interval
        return 0.0

    def posted(self, destination: Destination, now: datetime) -> None:
        """A post came to its end: the interval counts from here, as Slack may have seen it only now."""
        line = self._line(destination, now)
        line.free = now + self._interval
        line.turns = line.waiting(now)

    def hold(self, destination: Destination, key: str, seconds: float, now: datetime) -> None:
        """Nothing more to this workspace for so long: this delivery is the next, and all turns move back as much."""
        delay = timedelta(seconds=seconds)
        self._held[destination.space] = now + delay
        for line in (line for to, line in self._lines.items() if to.space == destination.space):
            line.turns = {waiting: turn + delay for waiting, turn in line.turns.items()}
            line.end = max(line.end, now) + delay
        self._line(destination, now).turns[key] = now + delay

    def _line(self, destination: Destination, now: datetime) -> _Line:
        return self._lines.setdefault(destination, _Line(now, now))

    def _tidy(self, now: datetime) -> None:
        """Now and then, forget the lines in which nobody is and the pauses that are over."""
        self._tidied = self._tidied or now
        if now - self._tidied < KEPT:
            return
        self._tidied = now
        self._held = {space: until for space, until in self._held.items() if until > now}
        self._lines = {to: line for to, line in self._lines.items() if line.free > now or line.waiting(now)}


class SlackPoster:
    """Posts as the bot of each workspace. Is the chat's `ports.Poster` and `ports.Telegraph`.

    Works as it is; inside `async with`, posts share connections, and leaving waits for those under way.
    """

    def __init__(
        self,
        workspaces: Workspaces,
        clock: Clock,
        commands: Sequence[Command],
        *,
        api_url: str = API,
        per_channel: float = 1.0,
    ) -> None:
        self._web = web_client(None, api_url)
        self._workspaces = workspaces
        self._drawn = Kept(lambda message, mention=None: drawn(message, commands, mention=mention))
        self._clock = clock
        self._pace = Pace(per_channel)
        self._amending: dict[str, datetime] = {}
        self._under_way: set[asyncio.Future[None]] = set()

    async def __aenter__(self) -> Self:
        self._web.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN))
        return self

    async def __aexit__(self, *_: object) -> None:
        session, self._web.session = self._web.session, None
        if self._under_way:
            await asyncio.wait(self._under_way)
        if session:
            await session.close()

    async def post(self, destination: Destination, message: Message, *, key: str, manner: Manner = PLAINLY) -> str:
        """Post, and return the message's `ts`, of an answer `thread/ts`.

        In Slack, the same key posted twice makes two messages.
        """
        while wait := self._pace.wait(destination, key, self._clock.now()):
            if wait > PATIENCE:
                raise Later(f"{destination} takes a message a second.", seconds=wait)
            await self._clock.sleep(wait)
        thread, metadata = _thread(manner.follows), {"event_type": METADATA, "event_payload": {"key": key}}
        try:
            return await self._send(destination, message, thread, mention=manner.mention, metadata=metadata)
        except Pause as error:
            self._pace.hold(destination, key, error.seconds, self._clock.now())
            raise
        finally:
            self._pace.posted(destination, self._clock.now())

    async def amend(self, destination: Destination, posted: str, message: Message) -> bool:
        """Put the message in place of what was posted; False where that is gone, or may no longer be changed.

        Slack counts these by a limit of their own: a pause that it asks for holds amendments back, and no posts.
        """
        now = self._clock.now()
        if (until := self._amending.get(destination.space, now)) > now:
            raise Later("Slack asks for a pause.", seconds=(until - now).total_seconds())
        self._amending.pop(destination.space, None)
        text, blocks = self._drawn(message)
        ts = posted.rpartition("/")[2]
        try:
            async with self._bot(destination.space) as token:
                await self._web.chat_update(token=token, channel=destination.channel, ts=ts, text=text, blocks=blocks)
        except Pause as error:
            self._amending[destination.space] = self._clock.now() + timedelta(seconds=error.seconds)
            raise
        except Refused as error:
            if code(error) not in NO_MESSAGE:
                raise
            return False
        return True

    async def lacks(self, destination: Destination, manner: Manner = PLAINLY) -> Sequence[Lack]:
        """What keeps messages from being posted there, as far as Slack tells.

        Of a private channel that the app is in it tells nothing: that would need a permission that we do not ask for.
        """
        del manner
        try:
            async with self._bot(destination.space) as token:
                await self._web.conversations_info(token=token, channel=destination.channel)
        except (Blocked, Gone) as error:
            return () if code(error) == "missing_scope" else (Lack("said", error.message),)
        except Later:
            return ()
        return ()

    async def tell(self, person: Destination, message: Message) -> bool:
        """Tell a person by direct message; False where Slack does not let us. Raises `Later`."""
        try:
            await self._send(person, message)
        except Later:
            raise
        except DeliveryError as error:
            structlog.get_logger("slack").info("not told", to=str(person), why=str(error))
            return False
        return True

    @asynccontextmanager
    async def _bot(self, team: str) -> AsyncIterator[str]:
        """The token to speak with in a workspace; what Slack refuses is raised as an error of the delivery."""
        token = await self._workspaces.token(team)
        try:
            with failures():
                yield token
        except Dead as error:
            raise await self._workspaces.dead(team, token, error) from error

    async def _send(
        self, to: Destination, message: Message, thread: str | None = None, *, mention: str | None = None, **more: Any
    ) -> str:
        """In a thread where there is one and may be; else by itself."""
        text, blocks = self._drawn(message, mention)
        done = asyncio.get_running_loop().create_future()
        self._under_way.add(done)
        channel = to.person or to.channel
        quiet: dict[str, Any] = {"mrkdwn": False, "unfurl_links": False, "unfurl_media": False}
        try:
            async with self._bot(to.space) as token:
                answer = await self._web.chat_postMessage(
                    token=token, channel=channel, text=text, blocks=blocks, thread_ts=thread, **quiet, **more
                )
        except DeliveryError as error:
            if thread is None or code(error) not in NO_THREAD:
                raise
            return await self._send(to, message, mention=mention, **more)
        finally:
            done.set_result(None)
            self._under_way.discard(done)
        return f"{thread}/{answer['ts']}" if thread else str(answer["ts"])


def _thread(follows: str | None) -> str | None:
    """The thread in which an answer to a message stands; that of an answer is its own."""
    return follows.partition("/")[0] if follows else None
