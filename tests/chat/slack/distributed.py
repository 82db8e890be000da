"""The app that many workspaces install, behind a server of its own, as browsers and Slack meet it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from bot.app import desk_on
from bot.ask.desk import Desk
from bot.chat.slack.bolt import Reception
from bot.chat.slack.distributed import EVENTS, SlackApp
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.ports import Installs
from bot.store.store import Store
from bot.wording.language import Languages
from tests.fakes.slack import FakeSlack, Team
from tests.fakes.tunegarden import CATALOGUE
from tests.fakes.world import HandClock

COOKIE = "slack-app-oauth-state"


@dataclass
class Landed:
    """The page on which a browser ends."""

    status: int
    text: str
    language: str = ""


@dataclass
class Town:
    """Clausebell's side: its app, what it keeps, and where it is reached."""

    slack: FakeSlack
    store: Store
    languages: Languages
    clock: HandClock
    url: str = ""
    apps: list[SlackApp] = field(default_factory=list)

    @property
    def installs(self) -> Installs:
        """Who installed it."""
        assert self.store.installs is not None
        return self.store.installs

    @property
    def desk(self) -> Desk:
        """The real one."""
        return desk_on(self.store, CATALOGUE, {}, self.languages, self.clock)

    def app(self, front: Any = None) -> SlackApp:
        """An app of one more process, which is not run yet."""
        slack, front = self.slack, front or self.desk
        reception = Reception(
            front, self.languages, CATALOGUE, self.store.once, self.store.turns, self.clock, lambda: 0.0, slack.api_url
        )
        secrets = (slack.client_id, slack.client_secret, slack.signing_secret)
        app = SlackApp(*secrets, self.url, self.installs, reception)
        self.apps.append(app)
        return app

    @asynccontextmanager
    async def open(self, front: Any = None) -> AsyncIterator[SlackApp]:
        """Serve, for as long as the block lasts; Slack sends what happens there."""
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        app, stop = self.app(front), asyncio.Event()
        site = web.Application()
        site.add_routes(app.routes)
        runner = web.AppRunner(site, shutdown_timeout=0.2)
        await runner.setup()
        await web.SockSite(runner, listening).start()
        self.slack.request_url = self.url + EVENTS
        async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
            tasks.create_task(app.run(stop))
            await asyncio.sleep(0)
            try:
                yield app
            finally:
                stop.set()
                await runner.cleanup()

    async def install(self, team: Team, *, rotate: bool = True, org_wide: bool = False, **spoil: Any) -> Landed:
        """A person follows the link, agrees in Slack, and comes back. `spoil` as in `come_back`."""
        self.slack.consent = (team, rotate, org_wide)
        return await self.come_back(await self.leave(), **spoil)

    async def leave(self) -> tuple[str, str]:
        """To Slack and its consent: the address by which the browser is sent back, and its cookie."""
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as browser:
            async with browser.get(self.url + "/slack/install", allow_redirects=False) as away:
                assert away.status == 302
                state = away.cookies[COOKIE]
                assert state["secure"]
                assert state["httponly"]
            async with browser.get(away.headers["Location"], allow_redirects=False) as back:
                return back.headers["Location"], state.value

    async def come_back(self, way: tuple[str, str], *, cookie: str | None = None, language: str = "en") -> Landed:
        """From Slack; with another `cookie` than the browser got, or in another language."""
        address, own = way
        headers = {"Cookie": f"{COOKIE}={own if cookie is None else cookie}", "Accept-Language": language}
        async with aiohttp.ClientSession() as browser, browser.get(address, headers=headers) as page:
            return Landed(page.status, await page.text(), page.headers.get("Content-Type", ""))

    async def watch(self, team: str, channel: str = "C1") -> Destination:
        """A channel there watches Tunegarden."""
        here = Destination(ChatName.SLACK, team, channel)
        await self.store.subscriptions.put(Subscription(here, (Watch("tunegarden"),), by="U1"))
        return here
