"""Commands, presses and forms: acknowledged at once, carried out by the desk, answered through a response URL."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

import aiohttp
import structlog
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.ask.commands import Invocation, Reply
from bot.ask.presses import read
from bot.chat import Desk
from bot.chat.slack.render import Json
from bot.chat.slack.typed import Order, Reader
from bot.chat.slack.views import Question, chosen, drawn
from bot.chat.slack.web import ANSWER_WITHIN, library_logger
from bot.errors import ClausebellError
from bot.model.message import Message
from bot.model.platform import Catalogue
from bot.model.subscription import ChatName
from bot.wording import errors
from bot.wording.language import FALLBACK, Languages


@dataclass(frozen=True, slots=True)
class Counter:
    """Takes the commands and presses of every workspace. `work` owns what goes on after the acknowledgement."""

    desk: Desk
    catalogue: Catalogue
    languages: Languages
    work: asyncio.TaskGroup

    async def take(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        """Acknowledge, and answer. Help is in the acknowledgement itself, as it waits for nothing."""
        language = self.languages.best(FALLBACK)
        reader = Reader(self.desk.commands, self.catalogue, language, command["command"])
        order = reader.order(command.get("text") or "")
        if isinstance(order, Message):
            await ack(self._body(Reply(order)))
            return
        await ack()
        work = self._carry_out(order, self._invocation(command))
        self.work.create_task(self._give(work, order.command.verb, command["response_url"]))

    async def press(self, ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        """A button was pressed or something chosen, on whatever message, however old."""
        await ack()
        [action, *_] = body["actions"]
        key, channel, url = action["action_id"], (body.get("channel") or {}).get("id", ""), body.get("response_url", "")
        own = bool(body["container"].get("is_ephemeral"))
        press = read(key, self.desk.commands)
        if press and press.asks and action["type"] == "button":
            form = Question(key, channel, url, own).form(press, self.languages.best(FALLBACK))
            await client.views_open(trigger_id=body["trigger_id"], view=form)
            return
        self._pressed(key, chosen(action), _person(body, channel), url, own=own)

    async def submit(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The form that a button opened was sent."""
        await ack()
        question, typed = Question.answered(body["view"])
        person = _person(body, question.channel)
        self._pressed(question.key, [typed], person, question.url, own=question.own)

    def _pressed(self, key: str, values: Sequence[str], person: Invocation, url: str, *, own: bool) -> None:
        """Who presses may choose for the channel that shows the button, and for no other."""
        press = read(key, self.desk.commands)
        about = press.options.get("channel", "") if press else ""
        asked = replace(person, admin=about in {"", person.channel})
        self.work.create_task(self._give(self.desk.press(key, values, asked), key, url, own=own))

    def _invocation(self, command: dict[str, Any]) -> Invocation:
        """Who asks, and where. Slack takes commands from members of a channel only, and these may choose for it."""
        team, channel, user = command["team_id"], command["channel_id"], command["user_id"]
        return Invocation(ChatName.SLACK, team, channel, user, admin=True, locale=FALLBACK)

    async def _carry_out(self, order: Order, invocation: Invocation) -> Reply:
        asked = [replace(invocation, options=options) for options in order.options]
        return merged([await self.desk.answer(order.command, one) for one in asked])

    async def _give(self, work: Coroutine[Any, Any, Reply], name: str, url: str, *, own: bool = False) -> None:
        """Answer with what comes of the work; in place of what was pressed where that is the person's `own`."""
        log = structlog.get_logger("slack").bind(command=name)
        try:
            reply = await work
        except Exception as error:
            log.exception("command failed")
            ours = error if isinstance(error, ClausebellError) else ClausebellError(str(error))
            reply = Reply(errors.sentence(ours, self.languages.best(FALLBACK)))
        web = AsyncWebhookClient(url, timeout=int(ANSWER_WITHIN), logger=library_logger(), retry_handlers=[])
        try:
            response = await web.send_dict(self._body(reply, instead=own and reply.instead))
        except (aiohttp.ClientError, OSError) as error:
            log.warning("answer not taken", why=type(error).__name__)
        else:
            if response.status_code != HTTPStatus.OK:
                log.warning("answer not taken", why=f"{response.status_code} {response.body}")

    def _body(self, reply: Reply, *, instead: bool = False) -> Json:
        """What an acknowledgement or a response URL takes."""
        text, blocks = drawn(reply.message, self.desk.commands)
        return {
            "response_type": "in_channel" if reply.public else "ephemeral",
            "replace_original": instead,
            "text": text,
            "blocks": blocks,
            "mrkdwn": False,
            "unfurl_links": False,
            "unfurl_media": False,
        }


def _person(body: dict[str, Any], channel: str) -> Invocation:
    """Who presses. What an organisation's app hears may name no workspace but that of the person."""
    user = body["user"]
    team = (body.get("team") or {}).get("id") or user["team_id"]
    return Invocation(ChatName.SLACK, team, channel, user["id"], locale=FALLBACK)


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
