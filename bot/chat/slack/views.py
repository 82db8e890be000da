"""A message with the buttons that it offers, and the windows (Slack's modals) in which messages and forms stand.

A button carries the text of `bot.ask.presses`, as `action_id`. One whose text is longer than Slack takes is not drawn,
nor one that would ask for something to be typed. Limits: docs.slack.dev/reference/block-kit.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from bot.ask.commands import Command
from bot.ask.presses import write
from bot.chat.slack.markup import escape, shorten
from bot.chat.slack.render import Json, blocks
from bot.model.message import Action, Message
from bot.wording.language import Language

ACTION_ID = 255
BUTTONS, ROWS = 25, 4
LABEL, TITLE = 75, 24
NAME = "Clausebell"

PERSON = re.compile(r"[UW][A-Z0-9]+")


def drawn(message: Message, commands: Sequence[Command], *, mentions: Sequence[str] = ()) -> tuple[str, list[Json]]:
    """The top-level text and the blocks; `mentions` as in `render.blocks`."""
    offers = [*_buttons(message.actions, commands), *_sharer(message.sharer)]
    return blocks(message, mentions=mentions, offers=offers)


def window(
    inside: Sequence[Json],
    language: Language,
    *,
    form: str = "",
    submit: str = "",
    ids: Mapping[str, str] | None = None,
) -> Json:
    """A window. With a `form`, its callback, what was chosen is sent by `submit`; `ids` come back with it."""
    sent = {"callback_id": form, "submit": plain(submit, TITLE)} if form else {}
    return {
        "type": "modal",
        "title": plain(NAME, TITLE),
        "close": plain(language.say("form-close"), TITLE),
        "private_metadata": json.dumps(ids or {}),
        "blocks": list(inside),
        **sent,
    }


def light(language: Language) -> Json:
    """A window at once, until what it is to show is there."""
    return window([{"type": "section", "text": plain(language.say("form-loading"), LABEL)}], language)


def plain(text: str, most: int) -> Json:
    """A text in which nothing formats."""
    return {"type": "plain_text", "text": escape(shorten(text, most)), "emoji": False}


def _buttons(actions: Sequence[Action], commands: Sequence[Command]) -> Iterator[Json]:
    """Each command once: Slack takes no two buttons that carry the same; and so many in a row."""
    made = []
    keyed = {write(action, commands): action for action in reversed(actions)}
    for key, action in reversed(keyed.items()):
        if len(key) <= ACTION_ID and not action.asks:
            more = {"style": "primary"} if action.primary else {}
            more |= {"accessibility_label": shorten(action.spoken, LABEL)} if action.spoken else {}
            made.append({"type": "button", "action_id": key, "text": plain(action.label, LABEL), **more})
    for start in range(0, min(len(made), BUTTONS * ROWS), BUTTONS):
        yield {"type": "actions", "elements": made[start : start + BUTTONS]}


def _sharer(user: str) -> Iterator[Json]:
    if PERSON.fullmatch(user):
        yield {"type": "context", "elements": [{"type": "mrkdwn", "text": f"<@{user}>"}]}
