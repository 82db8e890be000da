"""Posts messages to Slack: each channel at its pace, and with every refusal told apart."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, Self
from weakref import WeakValueDictionary

import aiohttp
import structlog

from bot.ask.commands import Command
from bot.chat.kept import Kept
from bot.chat.slack.pace import Pace
from bot.chat.slack.views import PERSON, drawn
from bot.chat.slack.web import ANSWER_WITHIN, API, NO_MESSAGE, NO_THREAD, Dead, Pause, code, failures, web_client
from bot.chat.slack.workspaces import Workspaces
from bot.errors import Blocked, DeliveryError, Gone, Lack, Later, Refused
from bot.model.message import Message
from bot.model.subscription import Destination, Manner
from bot.model.topic import Severity
from bot.ports import PLAINLY, Clock, Turns

METADATA = "clausebell_delivery"
"""Event type of a message's metadata; the payload holds the delivery's key."""
PATIENCE = 2.0
"""Most seconds that a post waits for its turn; who has to wait longer comes back when it is due."""


class SlackPoster:
    """Posts as the bot of each workspace. Is the chat's `ports.Poster` and `ports.Telegraph`.

    Works as it is; inside `async with`, posts share connections, and leaving waits for those under way.
    """

    def __init__(
        self,
        workspaces: Workspaces,
        turns: Turns,
        clock: Clock,
        commands: Sequence[Command],
        pace: Pace,
        api_url: str = API,
    ) -> None:
        self._web = web_client(None, api_url)
        self._workspaces = workspaces
        self._drawn = Kept(lambda message, *mentions: drawn(message, commands, mentions=mentions))
        self._clock = clock
        self._turns = turns
        self._pace = pace
        self._alone: WeakValueDictionary[Destination, asyncio.Lock] = WeakValueDictionary()
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
        thread, metadata = _thread(manner.follows), {"event_type": METADATA, "event_payload": {"key": key}}
        async with self._turn(destination, key):
            return await self._send(destination, message, thread, mentions=_called(message, manner), metadata=metadata)

    @asynccontextmanager
    async def _turn(self, destination: Destination, key: str) -> AsyncIterator[None]:
        """This delivery's turn to be posted; alone, as Slack may see a post as late as at its end. Raises `Later`."""
        async with self._alone.setdefault(destination, asyncio.Lock()):
            while wait := await self._wait(destination, key):
                if wait > PATIENCE:
                    raise Later(f"It is not yet the turn of {destination}.", seconds=wait)
                await self._clock.sleep(wait)
            try:
                yield
            except Pause as error:
                seconds = self._pace.hold(destination, key, error.seconds, self._clock.now())
                await self._turns.rest(destination, error.seconds)
                raise Pause(error.message, seconds=seconds) from error
            finally:
                self._pace.posted(destination, self._clock.now())

    async def _wait(self, destination: Destination, key: str) -> float:
        """Seconds until it is this delivery's turn among ours, and then until it is ours among those of all."""
        if wait := self._pace.wait(destination, key, self._clock.now()):
            return wait
        elsewhere = await self._turns.take(destination, self._pace.per_channel, self._pace.per_workspace)
        if elsewhere.whole:
            return self._pace.hold(destination, key, elsewhere.seconds, self._clock.now())
        if elsewhere.seconds:
            self._pace.defer(destination, key, elsewhere.seconds, self._clock.now())
        return elsewhere.seconds

    async def amend(self, destination: Destination, posted: str, message: Message, manner: Manner = PLAINLY) -> bool:
        """Put the message in place of what was posted; False where that is gone, or may no longer be changed.

        It mentions nobody any more, so that nobody can be called twice.
        Slack counts these by a limit of their own: a pause that it asks for holds amendments back, and no posts.
        """
        del manner
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

    async def publish(self, destination: Destination, posted: str) -> None:
        """Nobody follows a channel of Slack from elsewhere."""

    async def lacks(self, destination: Destination, manner: Manner = PLAINLY) -> Sequence[Lack]:
        """What keeps messages from being posted there, as far as Slack tells.

        Of a private channel that the app is in it tells nothing: that would need a permission that we do not ask for.
        """
        del manner
        try:
            async with self._bot(destination.space) as token:
                await self._web.conversations_info(token=token, channel=destination.channel)
        except Blocked as error:
            return () if code(error) == "missing_scope" else error.lacks
        except Gone:
            return (Lack("token"),)
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
        self, to: Destination, message: Message, thread: str | None = None, *, mentions: Sequence[str] = (), **more: Any
    ) -> str:
        """In a thread where there is one and may be; else by itself."""
        text, blocks = self._drawn(message, *mentions)
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
            return await self._send(to, message, mentions=mentions, **more)
        finally:
            done.set_result(None)
            self._under_way.discard(done)
        return f"{thread}/{answer['ts']}" if thread else str(answer["ts"])


def _called(message: Message, manner: Manner) -> Sequence[str]:
    """Whom the message mentions: those who are called for what is critical, and the person who was chosen."""
    call = [manner.call] if manner.call and message.severity is Severity.CRITICAL else []
    return [*call, manner.mention] if manner.mention and PERSON.fullmatch(manner.mention) else call


def _thread(follows: str | None) -> str | None:
    """The thread in which an answer to a message stands; that of an answer is its own."""
    return follows.partition("/")[0] if follows else None
