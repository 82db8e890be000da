"""Slash commands: each acknowledged at once, carried out by the desk, answered through its response URL."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

import aiohttp
import structlog
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.ask.commands import Invocation, Reply
from bot.chat import Desk
from bot.chat.slack.render import Json, blocks
from bot.chat.slack.typed import Order, Reader
from bot.chat.slack.web import ANSWER_WITHIN, library_logger
from bot.errors import ClausebellError
from bot.model.message import Message
from bot.model.platform import Catalogue
from bot.model.subscription import ChatName
from bot.wording import errors
from bot.wording.language import FALLBACK, Language, Languages


@dataclass(frozen=True, slots=True)
class Counter:
    """Takes the slash commands of one workspace. `work` owns what goes on after the acknowledgement."""

    desk: Desk
    catalogue: Catalogue
    languages: Languages
    team: str
    work: asyncio.TaskGroup

    async def take(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        """Acknowledge, and answer. Help is in the acknowledgement itself, as it waits for nothing."""
        language = self.languages.best(FALLBACK)
        reader = Reader(self.desk.commands, self.catalogue, language, command["command"])
        order = reader.order(command.get("text") or "")
        if isinstance(order, Message):
            await ack(_body(Reply(order)))
            return
        await ack()
        self.work.create_task(self._answer(order, self._invocation(command), language, command["response_url"]))

    def _invocation(self, command: dict[str, Any]) -> Invocation:
        """Who asks, and where. Slack takes commands from members of a channel only, and these may choose for it."""
        channel, user = command["channel_id"], command["user_id"]
        return Invocation(ChatName.SLACK, self.team, channel, user, admin=True, locale=FALLBACK)

    async def _answer(self, order: Order, invocation: Invocation, language: Language, url: str) -> None:
        log = structlog.get_logger("slack").bind(command=order.command.verb)
        try:
            asked = [replace(invocation, options=options) for options in order.options]
            reply = merged([await self.desk.answer(order.command, one) for one in asked])
        except Exception as error:
            log.exception("command failed")
            ours = error if isinstance(error, ClausebellError) else ClausebellError(str(error))
            reply = Reply(errors.sentence(ours, language))
        web = AsyncWebhookClient(url, timeout=int(ANSWER_WITHIN), logger=library_logger(), retry_handlers=[])
        try:
            response = await web.send_dict(_body(reply))
        except (aiohttp.ClientError, OSError) as error:
            log.warning("answer not taken", why=type(error).__name__)
        else:
            if response.status_code != HTTPStatus.OK:
                log.warning("answer not taken", why=f"{response.status_code} {response.body}")


def merged(replies: Sequence[Reply]) -> Reply:
    """One reply that says all that these say; public only if each is."""
    if len(replies) == 1:
        return replies[0]
    messages = [reply.message for reply in replies]
    tones = {message.tone for message in messages}
    message = replace(
        messages[0],
        headline=" ".join(dict.fromkeys(message.headline for message in messages)),
        parts=tuple(dict.fromkeys(part for message in messages for part in message.parts)),
        links=tuple(dict.fromkeys(link for message in messages for link in message.links)),
        tone="error" if "error" in tones else messages[0].tone,
    )
    return Reply(message, all(reply.public for reply in replies))


def _body(reply: Reply) -> Json:
    """What an acknowledgement or a response URL takes."""
    text, drawn = blocks(reply.message)
    return {
        "response_type": "in_channel" if reply.public else "ephemeral",
        "replace_original": False,
        "text": text,
        "blocks": drawn,
        "mrkdwn": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }
