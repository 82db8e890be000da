"""The app that many workspaces install: requests of Slack come over HTTP, to a server that others run."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.chat.slack.bolt import Reception
from bot.chat.slack.install import INSTALL, REDIRECT, Door
from bot.chat.slack.workspaces import Installed
from bot.ports import Installs

EVENTS = "/slack/events"
"""Where Slack sends everything: events, commands and presses."""


class SlackApp:
    """Slack as one of the chats: `poster` and `telegraph` for deliveries, `routes` for requests, `run` in between."""

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        signing_secret: str,
        public_url: str,
        installs: Installs,
        reception: Reception,
    ) -> None:
        """`public_url` is where people reach the routes."""
        desk, clock, api_url = reception.desk, reception.clock, reception.api_url
        self._workspaces = Installed(installs, desk, clock, client_id, client_secret, api_url)
        self.poster = self.telegraph = reception.poster(self._workspaces)
        self._door = Door(installs, reception.once, reception.languages, client_id, client_secret, public_url, api_url)
        self._signing_secret = signing_secret
        self._reception = reception
        self._app: AsyncApp | None = None

    @property
    def routes(self) -> Sequence[web.RouteDef]:
        """What the server of this process hands to us."""
        return [
            web.post(EVENTS, _through(self._hear)),
            web.get(INSTALL, _through(self._door.enter)),
            web.get(REDIRECT, _through(self._door.back)),
        ]

    async def run(self, stop: asyncio.Event) -> None:
        """Take requests until `stop` is set, then finish what is under way."""
        async with self.poster, asyncio.TaskGroup() as work:
            self._app = self._reception.app(self._workspaces, work, stop, signing_secret=self._signing_secret)
            structlog.get_logger("slack").info("ready")
            await stop.wait()
            self._app = None
        await self._workspaces.finished()

    async def _hear(self, request: AsyncBoltRequest) -> BoltResponse:
        """What we cannot take now, Slack sends again."""
        if self._app is None:
            return BoltResponse(status=503, body="")
        return await self._app.async_dispatch(request)


def _through(
    handle: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await handle(await to_bolt_request(request)))

    return answer
