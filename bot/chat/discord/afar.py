"""Setting up a server by direct message, where Discord knows of no server: neither of rights, nor of channels.

What is offered there names the server as the value `space`, and goes on doing so. The right is asked for at each press.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import discord
from rapidfuzz import fuzz

from bot.ask.commands import Command, Invocation
from bot.ask.presses import Press
from bot.chat.discord.options import TEXT_CHANNELS, Interaction, invocation
from bot.chat.discord.places import may_post
from bot.model.message import Action, Choice, Message, Pick
from bot.model.platform import squeeze
from bot.wording.language import Language

SHOWN = 25
"""Choices of a menu, which is Discord's limit."""
NAMED = "named"
"""The option in which a person says what a channel or role is called."""

_SPACE = "space"
_CARD = "settings"
_ASKING = frozenset({_CARD, "move"})
"""Commands that show their menu anew for a name."""

Offer = TypeVar("Offer", Action, Pick)


async def pressed(interaction: Interaction, press: Press | None) -> Invocation:
    """The order as the desk takes it: about the server that a button in a direct message names, if it does.

    Raises `discord.HTTPException` where Discord does not say who the person is there.
    """
    asked = invocation(interaction, {})
    space = press.options.get(_SPACE, "") if press and not asked.space else ""
    guild = interaction.client.get_guild(int(space)) if space.isdecimal() else None
    if guild is None:
        return asked
    try:
        member = await guild.fetch_member(interaction.user.id)
    except discord.NotFound:
        return asked
    admin = member.guild_permissions.manage_guild
    return replace(asked, space=space, admin=admin, manager=admin, local=guild.preferred_locale.value)


def addressed(message: Message, space: str, commands: Sequence[Command]) -> Message:
    """The message with the server named in all that it offers."""
    takes = {command.verb for command in commands if any(option.name == _SPACE for option in command.options)}

    def about(offer: Offer) -> Offer:
        return replace(offer, options={**offer.options, _SPACE: space}) if offer.verb in takes else offer

    return replace(message, actions=tuple(map(about, message.actions)), picks=tuple(map(about, message.picks)))


def listed(message: Message, guild: discord.Guild, language: Language, named: str = "") -> Message:
    """The message with lists in place of Discord's own pickers, which show nothing in a direct message.

    Of more than a menu takes, those chosen and those that come nearest to what is `named`; a button asks for that.
    """
    picks, actions = [], list(message.actions)
    for pick in message.picks:
        choices = pick.choices if pick.kind == "list" else _choices(pick.kind, guild)
        if not choices:
            continue
        picks.append(pick if pick.kind == "list" else _listed(pick, choices, named))
        if len(choices) > SHOWN and pick.kind != "list":
            verb = pick.verb if pick.verb in _ASKING else _CARD
            about = {name: pick.options[name] for name in ("channel", _SPACE) if name in pick.options}
            actions.append(Action(language.say(f"button-find-{pick.kind}"), verb, about, asks=NAMED))
    return replace(message, picks=tuple(picks), actions=tuple(actions))


def _listed(pick: Pick, choices: Sequence[Choice], named: str) -> Pick:
    near = sorted(choices, key=lambda choice: -fuzz.WRatio(squeeze(named), squeeze(choice.name))) if named else choices
    chosen = [choice for choice in choices if choice.value in pick.chosen]
    shown = tuple(dict.fromkeys([*chosen, *near]))[:SHOWN]
    return replace(pick, kind="list", choices=shown, chosen=tuple(choice.value for choice in chosen))


def _choices(kind: str, guild: discord.Guild) -> Sequence[Choice]:
    """The channels in which we may post, or the roles that people have, in the order in which Discord shows them."""
    if kind == "role":
        roles = (role for role in reversed(guild.roles) if not role.managed and not role.is_default())
        return [Choice(f"@{role.name}", str(role.id)) for role in roles]
    grouped = (channel for _, channels in guild.by_category() for channel in channels)
    able = (channel for channel in grouped if channel.type in TEXT_CHANNELS and may_post(channel))
    return [Choice(f"#{channel.name}", str(channel.id)) for channel in able]
