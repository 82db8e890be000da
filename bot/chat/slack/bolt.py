"""slack-bolt's app: what it hears, and who takes it; the same over Socket Mode and over HTTP."""

import logging
import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.chat.slack.commands import Counter
from bot.chat.slack.events import Events
from bot.chat.slack.views import FORM
from bot.chat.slack.web import library_logger, web_client
from bot.chat.slack.workspaces import Workspaces

_ANYTHING = re.compile("")
_PRESSED = re.compile(r"cb\d+!?:")


def bolt_app(
    workspaces: Workspaces, events: Events, counter: Counter, api_url: str, *, signing_secret: str = ""
) -> AsyncApp:
    """An app that serves these workspaces. Over HTTP, requests without a fresh signature by the secret get 401."""
    app = _bare(workspaces, api_url, signing_secret)
    events.register(app)
    app.command(_ANYTHING)(counter.take)
    app.action(_PRESSED)(counter.press)
    app.view(FORM)(counter.submit)
    for kind in (app.event, app.action, app.shortcut, app.view, app.options):
        kind(_ANYTHING)(_acknowledge)
    return app


def _bare(workspaces: Workspaces, api_url: str, signing_secret: str) -> AsyncApp:
    """slack-bolt looks into the environment by itself, and need not say that it does not use it."""
    client, logger = web_client(None, api_url), library_logger()

    async def authorize(enterprise_id: str | None, team_id: str | None) -> Any:
        """A function, as slack-bolt goes by the names of its arguments and knows no `self`."""
        return await workspaces.authorize(enterprise_id, team_id)

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


async def _acknowledge(ack: AsyncAck) -> None:
    """Take what we have no use for, so that Slack neither warns people nor sends it again."""
    await ack()
