"""Answers to what people do: through the response URL that Slack gave with it, once; never not at all."""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, NamedTuple, Self

import aiohttp
import structlog
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.ask.commands import Command, Reply
from bot.chat.slack.patience import TRIES, Patience
from bot.chat.slack.render import Json
from bot.chat.slack.views import drawn
from bot.chat.slack.web import ANSWER_WITHIN, UNWELL, library_logger, retry_after
from bot.errors import ClausebellError, Later
from bot.wording import errors
from bot.wording.language import Language

DUE = 1.4
"""Seconds for what has to be done before an acknowledgement, which Slack waits for during three; the way counts too.

What is waited for before that, where neither Redis nor Slack answers, ends within 1.2 (`bolt.LOOKED_UP`,
`events.HURRIED`, `people.AT_ONCE`).
"""


class Way(NamedTuple):
    """How someone is answered: by a response URL, in the thread in which they pressed, where that was one.

    What everyone is to read stands in the channel. Slack puts an answer into the channel unless it names the thread
    (docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread).
    """

    url: str
    thread: str = ""

    @classmethod
    def of(cls, heard: Mapping[str, Any]) -> Self:
        """To whatever Slack sent. The first message of a thread, which stands in the channel, is answered there."""
        message = {**(heard.get("container") or {}), **(heard.get("message") or {})}
        thread, own = message.get("thread_ts", ""), message.get("ts") or message.get("message_ts")
        return cls(heard.get("response_url", ""), "" if thread == own else thread)


async def outcome(
    work: Awaitable[Reply],
    name: str,
    language: Language,
    *,
    within: float | None = None,
    leaving: tuple[type[Exception], ...] = (),
) -> Reply:
    """What comes of the work, or a sentence on what went wrong, as after `within` seconds without anything.

    Raises what is in `leaving`.
    """
    log = structlog.get_logger("slack").bind(command=name)
    try:
        async with asyncio.timeout(within):
            return await work
    except TimeoutError:
        log.warning("command too slow")
        return Reply(errors.sentence(Later("too slow", seconds=UNWELL), language))
    except leaving:
        raise
    except Exception as error:
        log.exception("command failed")
        ours = error if isinstance(error, ClausebellError) else ClausebellError(str(error))
        return Reply(errors.sentence(ours, language))


async def logged(work: Awaitable[object]) -> None:
    """Do it; what goes wrong is logged, and ends nothing else."""
    try:
        await work
    except Exception:  # noqa: BLE001 (the one handler of what nobody waits for)
        structlog.get_logger("slack").exception("not done")


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers people by the response URLs that Slack gave."""

    commands: Sequence[Command]
    patience: Patience

    async def send(self, way: Way, reply: Reply, name: str, *, instead: bool = False) -> None:
        """Answer, where `instead` in place of what was pressed; later, where Slack asks for a pause.

        What Slack does not take is logged. What it may have taken is not sent again.
        """
        web = AsyncWebhookClient(way.url, timeout=int(ANSWER_WITHIN), logger=library_logger(), retry_handlers=[])
        there = {"thread_ts": way.thread} if way.thread and not (instead or reply.public) else {}
        answer, why = body(reply, self.commands, instead=instead) | there, ""
        for left in reversed(range(TRIES)):
            try:
                response = await web.send_dict(answer)
            except (aiohttp.ClientError, OSError) as error:
                why = type(error).__name__
                break
            status, why = response.status_code, f"{response.status_code} {response.body}"
            if status == HTTPStatus.OK:
                return
            later = status == HTTPStatus.TOO_MANY_REQUESTS and left
            if not (later and await self.patience.rest(retry_after(response.headers))):
                break
        structlog.get_logger("slack").warning("answer not taken", command=name, why=why)


def body(reply: Reply, commands: Sequence[Command], *, instead: bool = False) -> Json:
    """What an acknowledgement or a response URL takes."""
    text, blocks = drawn(reply.message, commands)
    return {
        "response_type": "in_channel" if reply.public else "ephemeral",
        "replace_original": instead,
        "text": text,
        "blocks": blocks,
        "mrkdwn": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }
