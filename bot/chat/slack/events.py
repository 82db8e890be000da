"""What Slack tells of channels and of the installation; and that whatever it sends is taken once."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.chat import Desk
from bot.chat.slack.answers import logged
from bot.chat.slack.home import HOME, Homes
from bot.chat.slack.people import People
from bot.chat.slack.workspaces import Workspaces
from bot.errors import Lack, StoreError
from bot.model.subscription import ChatName, Destination
from bot.ports import Once

REMEMBERED = 3600.0
"""Seconds. Slack sends an event again at once, after a minute and after five (docs.slack.dev/apis/events-api)."""

FRESH = 600.0
"""Seconds. A signed request is taken for five minutes before and after its time (docs.slack.dev/authentication)."""
NOTED = 0.4
"""Seconds that a command waits to be noted: it has to be acknowledged within three, also where Redis is away."""
HURRIED = 0.1
"""The same, where the wait for who we are there was in vain."""

UNREAD = "installation_unread"
"""In slack-bolt's context where the store did not say who we are there."""

ASKED = "block_suggestion"
"""The type of a request for what can be chosen in a field."""

Next = Callable[[], Awaitable[BoltResponse]]


@dataclass(frozen=True, slots=True)
class Events:
    """Hears the events of every workspace. `work` owns what goes on after the acknowledgement."""

    desk: Desk
    workspaces: Workspaces
    seen: Once
    homes: Homes
    people: People
    work: asyncio.TaskGroup

    def register(self, app: AsyncApp) -> None:
        """Have the app call us; slack-bolt acknowledges an event before it does."""
        app.middleware(self.once)
        for hear in (
            self.app_home_opened,
            self.app_uninstalled,
            self.tokens_revoked,
            self.team_access_revoked,
            self.channel_archive,
            self.channel_deleted,
            self.channel_rename,
            self.channel_unarchive,
            self.member_joined_channel,
        ):
            app.event(hear.__name__)(hear)

    async def once(
        self, body: dict[str, Any], request: AsyncBoltRequest, context: AsyncBoltContext, ack: AsyncAck, next_: Next
    ) -> BoltResponse:
        """Let an event pass the first time only, by whatever way and to whichever process it comes again.

        And whatever else is signed: Slack sends no command or press twice, so that the same again is somebody else's.
        What can be chosen it may ask twice in one second. Where it cannot be read who we are there, events are left to
        come again; the rest passes unless it is known to have come before.
        """
        unread, event = bool(context.get(UNREAD)), body.get("event_id")
        if unread and event:
            return BoltResponse(status=HTTPStatus.INTERNAL_SERVER_ERROR, body="")
        if event:
            return await (next_() if await self.seen.first(f"event:{event}", REMEMBERED) else ack())
        [signature, *_] = request.headers.get("x-slack-signature") or [""]
        if signature and body.get("type") != ASKED and await self._replayed(signature, HURRIED if unread else NOTED):
            structlog.get_logger("slack").warning("replayed request refused")
            return BoltResponse(status=HTTPStatus.UNAUTHORIZED, body="")
        return await next_()

    async def _replayed(self, signature: str, within: float) -> bool:
        """Whether a request with this signature came before; it did not where that cannot be known in time."""
        try:
            async with asyncio.timeout(within):
                return not await self.seen.first(f"request:{signature}", FRESH)
        except (StoreError, TimeoutError):
            return False

    async def app_home_opened(self, context: AsyncBoltContext, body: dict[str, Any], event: dict[str, Any]) -> None:
        """Someone looks at the app: at its Home, or only at what it wrote to them."""
        if event.get("tab") == HOME:
            known, team = (event.get("view") or {}).get("hash"), context.team_id or body["team_id"]
            self._do(self.homes.show(team, event["user"], known=known, first=not known))

    async def app_uninstalled(self, context: AsyncBoltContext) -> None:
        """The app was removed from the workspace, or from the organisation."""
        self._left(context)

    async def tokens_revoked(self, context: AsyncBoltContext, event: dict[str, Any]) -> None:
        """Tokens were taken back: those of the bot, or only those of people."""
        if event["tokens"].get("bot"):
            self._left(context)

    async def team_access_revoked(self, event: dict[str, Any]) -> None:
        """An organisation took the app out of some of its workspaces."""
        for team in event["team_ids"]:
            self._do(self.workspaces.withdrawn(team))

    async def channel_archive(self, context: AsyncBoltContext, body: dict[str, Any], event: dict[str, Any]) -> None:
        """A channel went into the archive, from which it may come back: what is told there waits."""
        self._do(self.desk.blocked(_channel(context, body, event), Lack("archive")))

    async def channel_deleted(self, context: AsyncBoltContext, body: dict[str, Any], event: dict[str, Any]) -> None:
        """A channel is gone for good."""
        gone = _channel(context, body, event)
        name = self.people.called(gone.space, gone.channel)
        self._do(self.desk.closed(gone, f"#{name}" if name else ""))

    async def channel_rename(self, context: AsyncBoltContext, body: dict[str, Any], event: dict[str, Any]) -> None:
        """A channel has another name; what we post there goes by its id."""
        self.people.names(context.team_id or body["team_id"], event["channel"]["id"], event["channel"]["name"])

    async def channel_unarchive(self, context: AsyncBoltContext, body: dict[str, Any], event: dict[str, Any]) -> None:
        """A channel is back from the archive."""
        self._do(self.desk.reopened(_channel(context, body, event)))

    async def member_joined_channel(
        self, context: AsyncBoltContext, body: dict[str, Any], event: dict[str, Any]
    ) -> None:
        """Someone joined a channel; perhaps it is we."""
        if event["user"] == context.bot_user_id:
            self._do(self.desk.reopened(_channel(context, body, event)))

    def _left(self, context: AsyncBoltContext) -> None:
        whole = bool(context.is_enterprise_install)
        self._do(self.workspaces.left(context.team_id or "", context.enterprise_id or "", whole=whole))

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        self.work.create_task(logged(work))


def _channel(context: AsyncBoltContext, body: dict[str, Any], event: dict[str, Any]) -> Destination:
    """What an organisation's app hears names no workspace as authorizing, but the one where it happened."""
    return Destination(ChatName.SLACK, context.team_id or body["team_id"], event["channel"])
