"""What Slack tells of channels and of the installation: each event is taken once."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.response import BoltResponse

from bot.chat import Desk
from bot.model.subscription import ChatName, Destination
from bot.ports import Clock

REMEMBERED = timedelta(hours=1)
"""Slack sends an event again at once, after a minute and after five (docs.slack.dev/apis/events-api)."""

Next = Callable[[], Awaitable[BoltResponse]]


class Events:
    """Hears the events of one workspace. `work` owns what goes on after the acknowledgement."""

    def __init__(self, desk: Desk, clock: Clock, *, team: str, bot: str, work: asyncio.TaskGroup) -> None:
        self._desk = desk
        self._clock = clock
        self._team = team
        self._bot = bot
        self._work = work
        self._seen: dict[str, datetime] = {}

    def register(self, app: AsyncApp) -> None:
        """Have the app call us; slack-bolt acknowledges an event before it does."""
        app.middleware(self.once)
        for hear in (self.app_uninstalled, self.tokens_revoked, self.channel_deleted, self.channel_unarchive):
            app.event(hear.__name__)(hear)
        app.event("member_joined_channel")(self.member_joined_channel)

    async def once(self, body: dict[str, Any], ack: AsyncAck, next_: Next) -> BoltResponse:
        """Let an event pass the first time only; what is no event passes."""
        event, now = body.get("event_id"), self._clock.now()
        self._seen = {seen: at for seen, at in self._seen.items() if at > now - REMEMBERED}
        if event in self._seen:
            return await ack()
        if event:
            self._seen[event] = now
        return await next_()

    async def app_uninstalled(self) -> None:
        """The app was removed from the workspace."""
        self._do(self._desk.left(ChatName.SLACK, self._team))

    async def tokens_revoked(self, event: dict[str, Any]) -> None:
        """Tokens were taken back: those of the bot, or only those of people."""
        if event["tokens"].get("bot"):
            self._do(self._desk.left(ChatName.SLACK, self._team))

    async def channel_deleted(self, event: dict[str, Any]) -> None:
        """A channel is gone for good; one in the archive may come back, and a post there is blocked, and kept."""
        self._do(self._desk.closed(self._channel(event)))

    async def channel_unarchive(self, event: dict[str, Any]) -> None:
        """A channel is back from the archive."""
        self._do(self._desk.reopened(self._channel(event)))

    async def member_joined_channel(self, event: dict[str, Any]) -> None:
        """Someone joined a channel; perhaps it is we."""
        if event["user"] == self._bot:
            self._do(self._desk.reopened(self._channel(event)))

    def _channel(self, event: dict[str, Any]) -> Destination:
        return Destination(ChatName.SLACK, self._team, event["channel"])

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        self._work.create_task(_logged(work))


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    log = structlog.get_logger("slack")
    try:
        await work
    except Exception:
        log.exception("event failed")
