"""Installing by OAuth v2: the way to Slack's consent and back, with a state that works once, and pages of our own."""

from collections.abc import Sequence
from datetime import UTC, datetime
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urljoin

import aiohttp
import structlog
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackClientError
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from bot.chat.slack.pages import Page
from bot.chat.slack.web import SCOPES, library_logger, web_client
from bot.errors import StoreError
from bot.model.install import Install
from bot.ports import Installs, Once
from bot.wording.language import Language, Languages

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
STATE_LIVES = 600
"""Seconds that a person has for Slack's consent page."""

_CANCELLED = frozenset({"access_denied"})
_STALE = frozenset({"invalid_browser", "invalid_state", "missing_code"})


class Door:
    """Where people install the app: `enter` sends them to Slack, `back` takes them in return."""

    def __init__(
        self,
        installs: Installs,
        once: Once,
        languages: Languages,
        client_id: str,
        client_secret: str,
        public_url: str,
        api_url: str,
    ) -> None:
        self._languages = languages
        settings = AsyncOAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=SCOPES,
            user_scopes=[],
            redirect_uri=public_url.rstrip("/") + REDIRECT,
            install_path=INSTALL,
            redirect_uri_path=REDIRECT,
            install_page_rendering_enabled=False,
            authorization_url=urljoin(api_url, "/oauth/v2/authorize"),
            installation_store=_Shelf(installs),
            state_store=_States(once),
            state_expiration_seconds=STATE_LIVES,
            callback_options=AsyncCallbackOptions(self._installed, self._failed),
            logger=library_logger(),
        )
        self._flow = AsyncOAuthFlow(client=web_client(None, api_url), logger=library_logger(), settings=settings)

    async def enter(self, request: AsyncBoltRequest) -> BoltResponse:
        """To Slack's consent page, with a new state in the address and in a cookie."""
        try:
            return await self._flow.handle_installation(request)
        except StoreError as error:
            return self._broken(request, error)

    async def back(self, request: AsyncBoltRequest) -> BoltResponse:
        """From Slack's consent page: check the state, get the tokens, keep them."""
        try:
            return await self._flow.handle_callback(request)
        except (StoreError, SlackClientError, aiohttp.ClientError, OSError) as error:
            return self._broken(request, error)

    async def _installed(self, done: AsyncSuccessArgs) -> BoltResponse:
        install = done.installation
        language, place = self._language(done.request), install.team_name or install.enterprise_name or ""
        structlog.get_logger("slack").info("installed", workspace=install.team_id or install.enterprise_id)
        said = (language.say("slack-installed-next"), language.say("slack-installed-privacy"))
        page = Page(language.say("slack-installed", workspace=place), said, _onwards(install, language))
        return page.response(200, language.code)

    async def _failed(self, failed: AsyncFailureArgs) -> BoltResponse:
        structlog.get_logger("slack").info("not installed", why=failed.reason)
        kind = "cancelled" if failed.reason in _CANCELLED else "stale" if failed.reason in _STALE else "refused"
        return self._not_installed(failed.request, kind, 200 if kind == "cancelled" else failed.suggested_status_code)

    def _broken(self, request: AsyncBoltRequest, error: Exception) -> BoltResponse:
        structlog.get_logger("slack").warning("not installed", why=str(error) or type(error).__name__)
        return self._not_installed(request, "passing", 503)

    def _not_installed(self, request: AsyncBoltRequest, kind: str, status: int) -> BoltResponse:
        language = self._language(request)
        said = (language.say(f"slack-not-installed-{kind}"),)
        return Page(
            language.say("slack-not-installed"), said, [(language.say("slack-install-again"), INSTALL)]
        ).response(status, language.code)

    def _language(self, request: AsyncBoltRequest) -> Language:
        """The one that the browser asks for."""
        return self._languages.accepted(",".join(request.headers.get("accept-language") or []))


def _onwards(install: Installation, language: Language) -> Sequence[tuple[str, str]]:
    """To the app's Home, or its messages in a browser; an organisation first chooses the workspaces that get it."""
    app, team = install.app_id, install.team_id
    if install.is_enterprise_install:
        choice = f"{install.enterprise_url}manage/organization/apps/profile/{app}/workspaces/add"
        return [(language.say("slack-add-workspaces"), choice)]
    return [
        (language.say("slack-open"), f"slack://app?team={team}&id={app}&tab=home"),
        (language.say("slack-open-browser"), f"https://slack.com/app_redirect?app={app}&team={team}"),
    ]


class _Shelf(AsyncInstallationStore):
    """Where slack-bolt puts an installation; what is read of it, `Installed` reads."""

    def __init__(self, installs: Installs) -> None:
        self._installs = installs

    async def async_save(self, installation: Installation) -> None:
        """Keep it; bot only, as we ask for no user's token."""
        ends = installation.bot_token_expires_at
        install = Install(
            app=installation.app_id or "",
            enterprise=installation.enterprise_id or "",
            team="" if installation.is_enterprise_install else installation.team_id or "",
            name=installation.team_name or installation.enterprise_name or "",
            bot=installation.bot_id or "",
            user=installation.bot_user_id or "",
            scopes=tuple(installation.bot_scopes or ()),
            by=installation.user_id,
            at=datetime.fromtimestamp(installation.installed_at, UTC),
            token=installation.bot_token or "",
            refresh_token=installation.bot_refresh_token or "",
            expires_at=datetime.fromtimestamp(ends, UTC) if ends else None,
        )
        await self._installs.put(install)


class _States(AsyncOAuthStateStore):
    """States that slack-bolt gives out, each of which comes back once."""

    def __init__(self, once: Once) -> None:
        self._once = once

    async def async_issue(self, *_: Any, **__: Any) -> str:
        """A new one."""
        state = token_urlsafe(32)
        await self._once.keep(f"state:{state}", STATE_LIVES)
        return state

    async def async_consume(self, state: str) -> bool:
        """True where we gave it out and it did not come back yet."""
        return await self._once.take(f"state:{state}")
