"""Windows and Home pages in Slack: opened while the trigger holds, filled when there is something to show.

Whatever was shown meanwhile is newer than what we come with: Slack's `hash` tells, and ours is left.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack.patience import TRIES, Patience
from bot.chat.slack.render import Json
from bot.chat.slack.web import code, failures, web_client
from bot.chat.slack.workspaces import Workspaces
from bot.errors import DeliveryError, Later

OUTRUN = frozenset({"hash_conflict", "not_found"})
"""What Slack says where something newer is shown, or the person closed the window."""


class Window(NamedTuple):
    """An open window: where it is, and what was shown in it when we last knew."""

    team: str
    id: str
    hash: str

    @classmethod
    def of(cls, team: str, view: Mapping[str, Any]) -> "Window":
        """The window in which something was pressed."""
        return cls(team, view["id"], view["hash"])


class Windows:
    """Opens, fills and publishes, with the token of each workspace."""

    def __init__(self, workspaces: Workspaces, patience: Patience, api_url: str) -> None:
        self._workspaces = workspaces
        self._patience = patience
        self._web: AsyncWebClient = web_client(None, api_url)

    async def open(self, team: str, trigger: str, view: Json) -> Window:
        """Open a window; a trigger lives for three seconds. Raises `DeliveryError`."""
        token = await self._workspaces.token(team)
        with failures():
            answer = await self._web.views_open(token=token, trigger_id=trigger, view=view)
        return Window.of(team, answer["view"])

    async def fill(self, window: Window, view: Json) -> None:
        """Show this in an open window, unless something else is shown in it by now. Raises `DeliveryError`.

        It is shown when Slack takes it: in a window that was just opened stands nothing but that it takes a moment.
        """
        for left in reversed(range(TRIES)):
            try:
                token = await self._workspaces.token(window.team)
                with failures():
                    await self._web.views_update(token=token, view_id=window.id, hash=window.hash, view=view)
            except Later as error:
                if not left or not await self._patience.rest(error.seconds):
                    raise
            except DeliveryError as error:
                _outrun(error)
                return
            else:
                return

    async def publish(self, team: str, user: str, home: Json, known: str | None = None) -> None:
        """Show someone their Home, unless that is another by now than `known`, a hash. Raises `DeliveryError`."""
        more = {"hash": known} if known else {}
        try:
            token = await self._workspaces.token(team)
            with failures():
                await self._web.views_publish(token=token, user_id=user, view=home, **more)
        except DeliveryError as error:
            _outrun(error)


def _outrun(error: DeliveryError) -> None:
    """Let pass that we came too late. Raises everything else."""
    if code(error) not in OUTRUN:
        raise error
    structlog.get_logger("slack").info("not shown", why=code(error))
