"""Buttons, menus and the card that holds them, drawn from what a message offers.

What they carry is the text of `bot.ask.presses`, so that one works for as long as its message stands: nothing is kept
of it here, and discord.py is told to forget each view at once. One whose text is longer than Discord takes is not
drawn. Limits: Discord's developer documentation, "Component Reference".
"""

from collections.abc import Iterator, Sequence
from typing import Any

import discord
from discord import ui

from bot.ask.commands import Command
from bot.ask.presses import Press, write
from bot.chat.discord.markup import Line, draw, shorten
from bot.chat.discord.options import TEXT_CHANNELS
from bot.chat.discord.render import colour, embed, text
from bot.model.message import Action, Message, Pick
from bot.model.subscription import TEXT
from bot.wording.language import Language

CUSTOM_ID = 100
LABEL, OPTION, TITLE = 80, 100, 45
BUTTONS = 25
IN_A_ROW = 5
CARD = 4000
"""Characters of text in a message of components."""
TYPED = 60
"""Characters that a field takes: what is typed travels on in buttons."""


def drawn(message: Message, commands: Sequence[Command], *, as_card: bool = False) -> dict[str, Any]:
    """What to send: an embed with its buttons; a card where something is to be chosen, or `as_card`."""
    if as_card or message.picks:
        return {"view": card(message, commands)}
    said = f"<@{message.sharer}>" if message.sharer.isdecimal() else None
    return {"content": said, "embed": embed(message), "view": buttons(message, commands)}


def buttons(message: Message, commands: Sequence[Command]) -> ui.View | None:
    """The buttons below an embed; None where there are none."""
    made = list(_buttons(message.actions, commands))
    if not made:
        return None
    view = ui.View(timeout=None)
    for button in made:
        view.add_item(button)
    view.stop()
    return view


def card(message: Message, commands: Sequence[Command]) -> ui.LayoutView:
    """The message as a card: its words, its menus each under its name, its buttons."""
    menus = [(pick, key) for pick in message.picks if len(key := write(pick, commands)) <= CUSTOM_ID]
    labels = [draw((Line.of([(pick.label, "label")]),)) for pick, _ in menus]
    room = CARD - sum(map(len, labels))
    children: list[ui.Item[Any]] = [ui.TextDisplay(text(message, room))]
    for (pick, key), label in zip(menus, labels, strict=True):
        children += [ui.TextDisplay(label), ui.ActionRow(_menu(pick, key))]
    made = list(_buttons(message.actions, commands))
    children += [ui.ActionRow(*made[at : at + IN_A_ROW]) for at in range(0, len(made), IN_A_ROW)]
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*children, accent_colour=colour(message)))
    view.stop()
    return view


def asking(press: Press, key: str, language: Language) -> ui.Modal:
    """A form with one field, for what a button asks a person to type; what travels no further may be left empty."""
    what = press.options.get("what", press.asks)
    title = shorten(language.say(f"ask-{what}"), TITLE)
    modal = ui.Modal(title=title, custom_id=key, timeout=None)
    kept = what == "text"
    field: ui.TextInput[ui.Modal] = ui.TextInput(
        custom_id=press.asks, max_length=TEXT if kept else TYPED, required=not kept
    )
    modal.add_item(ui.Label(text=title, component=field))
    modal.stop()
    return modal


def _buttons(actions: Sequence[Action], commands: Sequence[Command]) -> Iterator[ui.Button[Any]]:
    """Each command once: Discord takes no two buttons that carry the same."""
    keyed = {write(action, commands): action for action in reversed(actions)}
    drawable = [(key, action) for key, action in reversed(keyed.items()) if len(key) <= CUSTOM_ID]
    for key, action in drawable[:BUTTONS]:
        style = discord.ButtonStyle.primary if action.primary else discord.ButtonStyle.secondary
        yield ui.Button(label=shorten(action.label, LABEL), custom_id=key, style=style)


def _menu(pick: Pick, key: str) -> ui.Select[Any] | ui.ChannelSelect[Any] | ui.RoleSelect[Any]:
    asked: dict[str, Any] = {"custom_id": key, "min_values": pick.least, "max_values": pick.most}
    kept = [discord.Object(int(value)) for value in pick.chosen if value.isdecimal()]
    if pick.kind == "channel":
        place = [discord.SelectDefaultValue(id=one.id, type=discord.SelectDefaultValueType.channel) for one in kept]
        return ui.ChannelSelect(channel_types=list(TEXT_CHANNELS), default_values=place, **asked)
    if pick.kind == "role":
        role = [discord.SelectDefaultValue(id=one.id, type=discord.SelectDefaultValueType.role) for one in kept]
        return ui.RoleSelect(default_values=role, **asked)
    options = [
        discord.SelectOption(
            label=shorten(choice.name, OPTION), value=choice.value, default=choice.value in set(pick.chosen)
        )
        for choice in pick.choices
    ]
    return ui.Select(options=options, **asked)
