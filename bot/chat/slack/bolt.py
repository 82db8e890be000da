"""slack-bolt's app: what it hears, and who takes it; the same over Socket Mode and over HTTP."""

import asyncio
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext

from bot.chat import Desk
from bot.chat.slack import fields
from bot.chat.slack.answers import Answers
from bot.chat.slack.commands import Counter
from bot.chat.slack.events import UNREAD, Events
from bot.chat.slack.forms import ANSWERED, Forms
from bot.chat.slack.home import Homes
from bot.chat.slack.pace import PER_CHANNEL, PER_WORKSPACE, Pace
from bot.chat.slack.patience import Patience
from bot.chat.slack.people import People
from bot.chat.slack.poster import SlackPoster
from bot.chat.slack.web import API, library_logger, web_client
from bot.chat.slack.windows import Windows
from bot.chat.slack.workspaces import Workspaces
from bot.errors import StoreError
from bot.model.platform import Catalogue
from bot.model.subscription import ChatName
from bot.ports import Clock, Once, Turns
from bot.wording.language import Languages

EXPLAIN, LOOK_UP = "explain", "look_up"
"""Shortcuts: on a message, and from anywhere."""
_ANYTHING = re.compile("")
_PRESSED = re.compile(r"cb\d+!?:")
LOOKED_UP = 0.4
"""Seconds for which a request waits until the store says who we are there; it is to be acknowledged within three."""
_AUTHORIZATION = "slack_bolt.AsyncMultiTeamsAuthorization"


@dataclass(frozen=True, slots=True)
class Reception:
    """What both ways to Slack share: who answers, and how we post.

    `per_channel`: seconds between the messages of a channel; `per_workspace`: messages a second to a workspace.
    """

    desk: Desk
    languages: Languages
    catalogue: Catalogue
    once: Once
    turns: Turns
    clock: Clock
    chance: Callable[[], float]
    api_url: str = API
    per_channel: float = PER_CHANNEL
    per_workspace: float = PER_WORKSPACE

    def poster(self, workspaces: Workspaces) -> SlackPoster:
        """Posts to these workspaces."""
        pace = Pace(self.per_channel, self.per_workspace, self.chance)
        return SlackPoster(workspaces, self.turns, self.clock, self.desk.commands, pace, self.api_url)

    def app(
        self, workspaces: Workspaces, work: asyncio.TaskGroup, stop: asyncio.Event, *, signing_secret: str = ""
    ) -> AsyncApp:
        """An app that serves these workspaces; `work` owns what goes on after an acknowledgement, until `stop` is set.

        Over HTTP, requests without a fresh signature by the secret get 401.
        """
        app = _bare(workspaces, self.api_url, signing_secret)
        self.listen(app, workspaces, work, stop)
        return app

    def listen(self, app: AsyncApp, workspaces: Workspaces, work: asyncio.TaskGroup, stop: asyncio.Event) -> None:
        """Have the app call whoever takes what comes; what nobody takes is acknowledged."""
        languages = self.languages.of(ChatName.SLACK)
        people = People(workspaces, languages, self.clock, self.api_url)
        patience = Patience(self.clock, stop)
        windows = Windows(workspaces, patience, self.api_url)
        homes = Homes(self.desk, people, windows, patience)
        answers = Answers(self.desk.commands, patience)
        forms = Forms(self.desk, languages, people, windows, homes, answers, work)
        counter = Counter(self.desk, self.catalogue, languages, people, windows, forms, homes, answers, work)
        Events(self.desk, workspaces, self.once, homes, people, work).register(app)
        app.command(_ANYTHING)(counter.take)
        app.action(_PRESSED)(counter.press)
        app.action(fields.CHANNEL)(forms.choose)
        app.view(fields.SETTINGS)(forms.submit)
        app.view(fields.LOOKUP)(forms.looked_up)
        app.message_shortcut(EXPLAIN)(counter.explain)
        app.global_shortcut(LOOK_UP)(forms.look_up)
        for action in ANSWERED:
            app.options(action)(forms.suggest)
        for kind in (app.event, app.action, app.shortcut, app.view, app.options):
            kind(_ANYTHING)(_acknowledge)


def _bare(workspaces: Workspaces, api_url: str, signing_secret: str) -> AsyncApp:
    """slack-bolt looks into the environment by itself, and need not say that it does not use it.

    Nor that it is an error when a workspace that we are not in calls: we log whom we do not know (`authorize`).
    """
    client, logger = web_client(None, api_url), library_logger()

    async def authorize(context: AsyncBoltContext, enterprise_id: str | None, team_id: str | None) -> Any:
        """A function, as slack-bolt goes by the names of its arguments and knows no `self`.

        While that cannot be read, who asks something is answered all the same.
        """
        log = structlog.get_logger("slack").bind(workspace=team_id or enterprise_id)
        try:
            async with asyncio.timeout(LOOKED_UP):
                found = await workspaces.authorize(enterprise_id, team_id)
        except (StoreError, TimeoutError) as error:
            log.warning("installation not read", why=str(error) or "no answer")
            context[UNREAD] = True
            return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)
        if found is None:
            log.info("not installed there")
        return found

    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        return AsyncApp(
            name="clausebell",
            client=client,
            authorize=authorize,
            signing_secret=signing_secret,
            logger=logger,
        )
    finally:
        logger.setLevel(level)
        logging.getLogger(_AUTHORIZATION).setLevel(logging.CRITICAL)


async def _acknowledge(ack: AsyncAck) -> None:
    """Take what we have no use for, so that Slack neither warns people nor sends it again."""
    await ack()
