"""The forms: a channel's settings, and the look-up of a platform. Drawn from what can be picked, and read again.

Slack keeps what someone chose in a field for as long as block and action keep their names, whatever else a view says.
So the names of a channel's fields begin with the channel: another one's show what that has.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from bot.chat.slack.render import Json, blocks
from bot.chat.slack.views import LABEL, PERSON, plain, window
from bot.model.message import Choice, Message, Pick
from bot.wording.language import Language

SETTINGS, LOOKUP = "settings", "lookup"
"""Callbacks of the forms."""
CHANNEL, PLATFORMS, PLATFORM = "form-channel", "form-platforms", "form-platform"
"""Actions: a channel was chosen; choices for platforms are asked for."""
BOXES = "form-extras"
"""The action of what is ticked rather than taken from a menu."""
OPTION, VALUE, OPTIONS = 75, 150, 100
HINT, TYPED = 200, 100


class Filled(NamedTuple):
    """A form of settings as it was sent. `here` is the channel that the person came from, `shown` whose fields it has.

    `chosen` is the channel that was chosen, `options` the values of the fields.
    """

    here: str
    shown: str
    chosen: str
    options: Mapping[str, str]


def settings(card: Message | None, here: str, channel: str, language: Language) -> Json:
    """The fields of a channel's settings: those of `card`, or what it says where it has none.

    Without a `channel`, one is asked for first. More than Slack can show as chosen is left out, and stays as it is.
    """
    fields = [_field(pick, channel) for pick in card.picks if len(pick.chosen) <= OPTIONS] if card else []
    said = blocks(card)[1][1 if card.picks else 0 :] if card else []
    submit = language.say("form-save" if channel else "form-next")
    ids = {"here": here, "channel": channel}
    return window([_channel(channel, language), *said, *fields], language, form=SETTINGS, submit=submit, ids=ids)


def lookup(language: Language) -> Json:
    """One field, for a platform's name."""
    element = {"type": "external_select", "action_id": PLATFORM, "min_query_length": 1}
    field = _input("platform", language.say("ask-search"), element)
    return window([field], language, form=LOOKUP, submit=language.say("form-look"))


def is_channel(chosen: str) -> bool:
    """Whether it is the id of a channel that can have settings; direct messages have none."""
    return chosen.startswith(("C", "G"))


def filled(view: Mapping[str, Any]) -> Filled:
    """What was chosen in a form of settings."""
    ids = json.loads(view["private_metadata"])
    state = view["state"]["values"]
    chosen = _taken(state.get("channel", {}).get(CHANNEL, {}))
    fields = {block.partition(":")[2]: taken for block, taken in state.items() if ":" in block}
    options = {what: _taken(element) for what, by_action in fields.items() for element in by_action.values()}
    return Filled(ids["here"], ids["channel"], chosen, {**options, "channel": chosen})


def looked_up(view: Mapping[str, Any]) -> str:
    """The platform that was chosen."""
    return _taken(view["state"]["values"]["platform"][PLATFORM])


def wrong(reason: str, about: str, view: Mapping[str, Any]) -> Json:
    """What is wrong with a form, told below the field that it is `about`, else below the first."""
    names = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    place = next((name for name in names if name.rpartition(":")[2] == about), names[0])
    return {"response_action": "errors", "errors": {place: reason}}


def options(choices: Sequence[Choice]) -> list[Json]:
    """What can be chosen, as Slack takes it."""
    taken = (choice for choice in choices if len(choice.value) <= VALUE)
    return [{"text": plain(one.name, OPTION), "value": one.value} for one in islice(taken, OPTIONS)]


def _channel(channel: str, language: Language) -> Json:
    initial = {"initial_conversation": channel} if channel else {}
    element = {
        "type": "conversations_select",
        "action_id": CHANNEL,
        "default_to_current_conversation": True,
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
        **initial,
    }
    return {**_input("channel", language.say("pick-channel"), element), "dispatch_action": True}


def _field(pick: Pick, channel: str) -> Json:
    what = pick.options["what"]
    element = _element(pick, PLATFORMS if what == "platforms" else f"form-{what}")
    return _input(f"{channel}:{what}", pick.label, element, optional=not pick.least, hint=pick.hint)


def _input(name: str, label: str, element: Json, *, optional: bool = False, hint: str = "") -> Json:
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label, LABEL),
        "element": element,
        **({"optional": True} if optional else {}),
        **({"hint": plain(hint, HINT)} if hint else {}),
    }


def _element(pick: Pick, action: str) -> Json:
    """The menu for a pick: of people, of a few to tick, of some, or of many of which we are asked for those meant.

    Or the line in which something is typed.
    """
    if pick.kind == "text":
        initial: Json = {"initial_value": pick.chosen[0]} if pick.chosen else {}
        return {"type": "plain_text_input", "action_id": action, "max_length": TYPED, **initial}
    if pick.kind == "person":
        someone = [user for user in pick.chosen if PERSON.fullmatch(user)]
        return {"type": "users_select", "action_id": action, **({"initial_user": someone[0]} if someone else {})}
    chosen = options([choice for choice in pick.choices if choice.value in pick.chosen])
    several = pick.most > 1 or not pick.least
    initial = {}
    if chosen:
        initial = {"initial_options": chosen} if several else {"initial_option": chosen[0]}
    if len(pick.choices) > OPTIONS:
        return {"type": "multi_external_select", "action_id": action, "min_query_length": 0, **initial}
    kind = "checkboxes" if action == BOXES else "multi_static_select" if several else "static_select"
    return {"type": kind, "action_id": action, "options": options(pick.choices), **initial}


def _taken(element: Mapping[str, Any]) -> str:
    """The values chosen in a field, parted by commas."""
    several = element.get("selected_options") or filter(None, [element.get("selected_option")])
    single = element.get("selected_conversation") or element.get("selected_user") or element.get("value") or ""
    return ",".join(option["value"] for option in several) or single
