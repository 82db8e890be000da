"""The workspaces that the app is in, and the bot tokens that it has there: of one, given, or of many, by OAuth."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import product
from typing import Any, Protocol

import structlog
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.chat import Desk
from bot.chat.slack.web import UNWELL, Dead, failures, web_client
from bot.errors import Blocked, DeliveryError, Gone, Later
from bot.model.install import Install
from bot.model.subscription import ChatName
from bot.ports import Clock, Installs

EARLY = timedelta(hours=2)
"""Before its end, a token that lives for 12 hours is exchanged (docs.slack.dev/authentication/using-token-rotation)."""
AGAIN = 1.0
"""Seconds until another try where another process is just exchanging a token."""

Leaver = Callable[[str], None]


class Workspaces(Protocol):
    """Whom we serve. Of an organisation's workspaces, those that it granted the app."""

    async def authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """Who we are in the workspace of a request, as slack-bolt asks; None where we are not in it."""
        ...

    async def token(self, team: str) -> str:
        """The bot's token in this workspace, good for some time. Raises `Gone` where we are not in it, and `Later`."""
        ...

    async def dead(self, team: str, token: str, error: Dead) -> DeliveryError:
        """What it means that Slack takes this token no more."""
        ...

    async def left(self, team: str, enterprise: str, *, whole: bool) -> None:
        """The app was taken out of the workspace, or of the `whole` organisation. May come twice."""
        ...

    async def withdrawn(self, team: str) -> None:
        """An organisation took the app out of one of its workspaces."""
        ...

    def tell(self, listener: Leaver) -> None:
        """Have it called with every workspace that leaves."""
        ...


class OneWorkspace:
    """The one workspace of which we were given a token. `known` is what Slack says of it."""

    def __init__(self, token: str, desk: Desk) -> None:
        self._token = token
        self._desk = desk
        self._leavers: list[Leaver] = []
        self.known: AsyncSlackResponse | None = None

    async def authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """Who we are in it."""
        del enterprise_id
        if self.known is None or team_id != self.known["team_id"]:
            return None
        return AuthorizeResult.from_auth_test_response(auth_test_response=self.known, bot_token=self._token)

    async def token(self, team: str) -> str:
        """The one that we were given."""
        del team
        return self._token

    async def dead(self, team: str, token: str, error: Dead) -> DeliveryError:
        """Whoever runs the program mends it: that costs no community its choices."""
        del team, token
        return Blocked(error.message, lacks=error.lacks)

    async def left(self, team: str, enterprise: str, *, whole: bool) -> None:
        """Erase what it chose."""
        del enterprise, whole
        await self.withdrawn(team)

    async def withdrawn(self, team: str) -> None:
        """Erase what it chose."""
        for leaver in self._leavers:
            leaver(team)
        await self._desk.left(ChatName.SLACK, team, keep=0)

    def tell(self, listener: Leaver) -> None:
        """Of the one."""
        self._leavers.append(listener)


class Installed:
    """The workspaces that installed the app by OAuth.

    Tokens are exchanged here and nowhere else, by one process at a time, as the token that buys the next one works
    once. An exchange that has begun goes on, also where nobody waits for it any more; one that fails keeps nobody from
    the old token while that is good.
    """

    def __init__(
        self, installs: Installs, desk: Desk, clock: Clock, client_id: str, client_secret: str, api_url: str
    ) -> None:
        self._installs = installs
        self._desk = desk
        self._clock = clock
        self._web = web_client(None, api_url)
        self._client: dict[str, Any] = {"client_id": client_id, "client_secret": client_secret}
        self._exchanges: dict[str, asyncio.Task[Install]] = {}
        self._leavers: list[Leaver] = []

    async def authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """Who we are in it, as Slack said when the app was installed; without a token, which `token` alone gives."""
        install = await self._installs.find(team_id or "", enterprise_id or "")
        if install is None:
            return None
        if team_id and not install.team:
            await self._installs.belongs(team_id, install.enterprise)
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            team=install.name,
            bot_id=install.bot,
            bot_user_id=install.user,
            bot_scopes=install.scopes,
        )

    async def token(self, team: str) -> str:
        """The one in the store, exchanged where it ends soon."""
        install = await self._installs.find(team)
        if install is None:
            raise Gone("The app is no longer installed in the workspace.")
        if self._ends_within(install, EARLY):
            install = await self._exchanged(install)
        return install.token

    async def dead(self, team: str, token: str, error: Dead) -> DeliveryError:
        """Uninstalled, where it is the token that we hold and Slack says so twice: then all is erased."""
        install = await self._installs.find(team)
        if install and (install.token != token or await self._lives(install)):
            return Later(error.message, seconds=AGAIN if install.token != token else UNWELL)
        if install:
            await self._forget(install.id)
        return Gone(error.message)

    async def left(self, team: str, enterprise: str, *, whole: bool) -> None:
        """Erase tokens and choices.

        An organisation's own removal may come in the name of any of its workspaces, and without saying so: then Slack
        is asked.
        """
        found = await self._installs.find(team, enterprise)
        organisation = enterprise or (found.enterprise if found and not found.team else "")
        if not whole and found and not found.team:
            whole = not await self._lives(found)
        await self._forget(organisation if whole and organisation else team)

    async def withdrawn(self, team: str) -> None:
        """Erase its choices, unless it has an installation of its own."""
        found = await self._installs.find(team)
        if found is None or not found.team:
            await self._forget(team)

    async def finished(self) -> None:
        """Until every exchange that has begun is done, and what it bought is kept."""
        if self._exchanges:
            await asyncio.wait(self._exchanges.values())

    def tell(self, listener: Leaver) -> None:
        """Of those of which this process is told, or finds out."""
        self._leavers.append(listener)

    async def _forget(self, install: str) -> None:
        """Choices last: should they not be reached, the next post finds no token, and ends them."""
        served = await self._installs.forget(install)
        structlog.get_logger("slack").info("uninstalled", install=install, workspaces=len(served))
        for leaver, team in product(self._leavers, served):
            leaver(team)
        for team in served:
            await self._desk.left(ChatName.SLACK, team, keep=0)

    async def _lives(self, install: Install) -> bool:
        """Whether Slack takes the token, or cannot say."""
        try:
            with failures():
                await self._web.auth_test(token=install.token)
        except Dead:
            return False
        except DeliveryError:
            pass
        return True

    def _ends_within(self, install: Install, time: timedelta) -> bool:
        return install.expires_at is not None and install.expires_at - self._clock.now() <= time

    async def _exchanged(self, install: Install) -> Install:
        """With a new token; the old one, while it is good, where that cannot be had now. Raises `DeliveryError`.

        All who ask share one exchange; who gives up waiting does not end it, as its answer comes once.
        """
        exchange = self._exchanges.get(install.id)
        if exchange is None:
            exchange = self._exchanges[install.id] = asyncio.create_task(self._alone(install))
            exchange.add_done_callback(partial(self._done, install.id))
        try:
            return await asyncio.shield(exchange)
        except DeliveryError:
            if self._ends_within(install, timedelta()):
                raise
            return install

    def _done(self, install: str, exchange: asyncio.Task[Install]) -> None:
        """Said here, as perhaps nobody waits for it any more."""
        del self._exchanges[install]
        if not exchange.cancelled() and (error := exchange.exception()):
            structlog.get_logger("slack").warning("token not exchanged yet", install=install, why=str(error))

    async def _alone(self, install: Install) -> Install:
        async with self._installs.alone(install.id) as mine:
            if not mine:
                raise Later("The token is just being exchanged.", seconds=AGAIN)
            return await self._exchange(install)

    async def _exchange(self, install: Install) -> Install:
        there = await self._installs.find(install.team, install.enterprise)
        if there is None:
            raise Gone("The app is no longer installed in the workspace.")
        if there != install:
            return there  # another process was faster
        refresh = {"grant_type": "refresh_token", "refresh_token": install.refresh_token}
        with failures():
            answer = await self._web.oauth_v2_access(**self._client, **refresh)
        fresh = replace(
            install,
            token=answer["access_token"],
            refresh_token=answer["refresh_token"],
            expires_at=self._clock.now() + timedelta(seconds=answer["expires_in"]),
        )
        if not await self._installs.renew(install, fresh):
            raise Later("The app was just installed anew, or taken out.", seconds=AGAIN)
        return fresh
