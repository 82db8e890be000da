"""The connection to Slack: one workspace, over Socket Mode, until told to stop."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import Any

import structlog
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.chat.slack.bolt import Reception
from bot.chat.slack.web import Pause, failures, library_logger, web_client
from bot.chat.slack.workspaces import OneWorkspace
from bot.errors import ConfigurationError, DeliveryError, Later, Mistake

LOOKS_LOST = 3
"""Looks at a socket that is not connected, in a row, after which another is made."""

_REMEDY = "copy it from https://api.slack.com/apps"


class SlackChat:
    """Slack as one of the chats: `poster` and `telegraph` for deliveries, `run` for commands and events."""

    def __init__(self, bot_token: str, app_token: str, reception: Reception, *, look_every: float = 10.0) -> None:
        """`look_every`: seconds between looks at the connection."""
        self._workspace = OneWorkspace(bot_token, reception.desk)
        self.poster = self.telegraph = reception.poster(self._workspace)
        self._bot_token = bot_token
        self._app_token = app_token
        self._reception = reception
        self._look_every = look_every

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop` is set, then finish what is under way.

        Raises `ConfigurationError` where Slack does not take a token.
        """
        web = web_client(self._bot_token, self._reception.api_url)
        known = await self._first(web.auth_test, "SLACK_BOT_TOKEN", stop)
        opened = await self._first(
            lambda: web.apps_connections_open(app_token=self._app_token), "SLACK_APP_TOKEN", stop
        )
        if known is None or opened is None:
            return
        self._workspace.known = known
        structlog.get_logger("slack").info("ready", workspace=known["team"])
        async with self.poster, asyncio.TaskGroup() as work:
            app = self._reception.app(self._workspace, work, stop)
            address: str | None = opened["url"]
            while not stop.is_set():
                async with _socket(app, self._app_token, address, self._look_every) as socket:
                    await self._until_lost(socket, stop)
                address = None

    async def _first(
        self, ask: Callable[[], Awaitable[AsyncSlackResponse]], variable: str, stop: asyncio.Event
    ) -> AsyncSlackResponse | None:
        """The answer to a first question, asked until Slack is there; None where we are to stop before."""
        while not stop.is_set():
            try:
                with failures():
                    return await ask()
            except Later as error:
                wait = error.seconds if isinstance(error, Pause) else self._look_every
                structlog.get_logger("slack").warning("not reached", why=error.message, again_in=wait)
                await _pause(stop, wait)
            except DeliveryError as error:
                problem = f"Slack does not take it. {error.message}"
                raise ConfigurationError([Mistake(variable, problem, _REMEDY)]) from error
        return None

    async def _until_lost(self, socket: SocketModeClient, stop: asyncio.Event) -> None:
        """slack_sdk reconnects by itself, but never asks anew for an address that has expired meanwhile."""
        lost = 0
        while lost < LOOKS_LOST and not stop.is_set():
            await _pause(stop, self._look_every)
            lost = 0 if await socket.is_connected() else lost + 1


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


@contextlib.asynccontextmanager
async def _socket(app: AsyncApp, token: str, address: str | None, ping: float) -> AsyncIterator[SocketModeClient]:
    """A socket that connects and stays connected by itself; closed with everything that belongs to it."""
    handler = AsyncSocketModeHandler(app, token, logger=library_logger(), ping_interval=ping)
    connect: Callable[[], Coroutine[Any, Any, None]] = handler.connect_async
    close: Callable[[], Coroutine[Any, Any, None]] = handler.close_async
    socket = handler.client
    socket.wss_uri = address
    renew, one_by_one = socket.connect_to_new_endpoint, asyncio.Lock()

    async def renew_once(force: bool = False) -> None:  # noqa: FBT001, FBT002 as slack_sdk calls it
        """Not twice, when Slack asks for it and then hangs up: what came on the connection between would be lost."""
        before = socket.current_session
        async with one_by_one:
            if socket.current_session is before:
                await renew(force)

    socket.connect_to_new_endpoint = renew_once  # type: ignore[method-assign]  # this one; the handler makes it
    connecting = asyncio.ensure_future(connect())
    try:
        yield socket
    finally:
        connecting.cancel()
        await close()
        tasks = (connecting, socket.message_processor, socket.current_session_monitor, socket.message_receiver)
        await asyncio.gather(*filter(None, tasks), return_exceptions=True)
