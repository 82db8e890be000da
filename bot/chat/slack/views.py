"""A message with what it offers: menus and buttons below its words; and the form that asks for a word.

What they carry is the text of `bot.ask.presses`, as `action_id`. One whose text is longer than Slack takes is not
drawn. Limits: docs.slack.dev/reference/block-kit.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from bot.ask.commands import Command
from bot.ask.presses import Press, write
from bot.chat.slack.render import Json, blocks, escape, shorten
from bot.model.message import Action, Message, Pick
from bot.wording.language import Language

ACTION_ID = 255
BUTTONS = 25
LABEL, OPTION, VALUE, TITLE = 75, 75, 150, 24
TYPED = 60
"""Characters that a field takes: what is typed travels on in buttons."""
FORM = "ask"
"""The callback of the form."""

_FIELD = "typed"
_USER = re.compile(r"[UW][A-Z0-9]+")


def drawn(message: Message, commands: Sequence[Command], *, mention: str | None = None) -> tuple[str, list[Json]]:
    """The top-level text and the blocks; `mention` is the id of a user group."""
    offers = [*_menus(message.picks, commands), *_buttons(message.actions, commands), *_sharer(message.sharer)]
    return blocks(message, mention=mention, offers=offers)


class Question(NamedTuple):
    """What a form remembers: the text of the button that asked, and where its answer goes."""

    key: str
    channel: str
    url: str
    own: bool

    def form(self, press: Press, language: Language) -> Json:
        """The form with one field for what the button asks a person to type."""
        asked = language.say(f"ask-{press.asks}")
        field = {"type": "plain_text_input", "action_id": _FIELD, "max_length": TYPED}
        return {
            "type": "modal",
            "callback_id": FORM,
            "private_metadata": json.dumps(self._asdict()),
            "title": _plain(asked, TITLE),
            "submit": _plain(language.say("form-submit"), TITLE),
            "close": _plain(language.say("form-close"), TITLE),
            "blocks": [{"type": "input", "block_id": _FIELD, "label": _plain(asked, LABEL), "element": field}],
        }

    @classmethod
    def answered(cls, view: Mapping[str, Any]) -> "tuple[Question, str]":
        """The question of a form that was sent, and what was typed into it."""
        typed = view["state"]["values"][_FIELD][_FIELD].get("value") or ""
        return cls(**json.loads(view["private_metadata"])), typed


def chosen(action: Mapping[str, Any]) -> list[str]:
    """What was taken in a menu."""
    options = action.get("selected_options") or filter(None, [action.get("selected_option")])
    return [str(option["value"]) for option in options]


def _buttons(actions: Sequence[Action], commands: Sequence[Command]) -> Iterator[Json]:
    made = []
    for action in actions:
        if len(key := write(action, commands)) <= ACTION_ID:
            style = {"style": "primary"} if action.primary else {}
            made.append({"type": "button", "action_id": key, "text": _plain(action.label, LABEL), **style})
    if made:
        yield {"type": "actions", "elements": made[:BUTTONS]}


def _menus(picks: Sequence[Pick], commands: Sequence[Command]) -> Iterator[Json]:
    """Slack has no picker of user groups, and a card speaks of the channel that it is opened in."""
    for pick in picks:
        key = write(pick, commands)
        if pick.kind == "list" and len(key) <= ACTION_ID:
            label = {"type": "mrkdwn", "text": escape(shorten(pick.label, LABEL)), "verbatim": True}
            yield {"type": "section", "text": label, "accessory": _menu(pick, key)}


def _menu(pick: Pick, key: str) -> Json:
    options = {
        choice.value: {"text": _plain(choice.name, OPTION), "value": choice.value}
        for choice in islice(pick.choices, 100)
        if len(choice.value) <= VALUE
    }
    taken = [options[value] for value in pick.chosen if value in options]
    several = pick.most > 1
    initial = {"initial_options" if several else "initial_option": taken if several else taken[0]} if taken else {}
    kind = "multi_static_select" if several else "static_select"
    return {"type": kind, "action_id": key, "options": list(options.values()), **initial}


def _sharer(user: str) -> Iterator[Json]:
    if _USER.fullmatch(user):
        yield {"type": "context", "elements": [{"type": "mrkdwn", "text": f"<@{user}>"}]}


def _plain(text: str, most: int) -> Json:
    return {"type": "plain_text", "text": escape(shorten(text, most)), "emoji": False}
