"""Setting up a server by direct message, where Discord knows of no server: neither of rights, nor of channels.

What is offered there names the server as the value `space`, and goes on doing so. The right is asked for at each press.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import discord

from bot.ask.commands import Command, Invocation
from bot.ask.presses import Press
from bot.chat.discord.options import TEXT_CHANNELS, Interaction, invocation
from bot.chat.discord.places import may_post
from bot.model.message import Action, Choice, Message, Pick

SHOWN = 25
"""Choices of a menu, which is Discord's limit; who has more channels or roles finds all of them in the server."""

_SPACE = "space"

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


def listed(message: Message, guild: discord.Guild) -> Message:
    """The message with lists in place of Discord's own pickers, which show nothing in a direct message."""
    picks = (_listed(pick, guild) if pick.kind != "list" else pick for pick in message.picks)
    return replace(message, picks=tuple(pick for pick in picks if pick.choices))


def _listed(pick: Pick, guild: discord.Guild) -> Pick:
    if pick.kind == "channel":
        able = (channel for channel in guild.channels if channel.type in TEXT_CHANNELS and may_post(channel))
        named = [(f"#{channel.name}", channel.id) for channel in able]
    else:
        named = [(f"@{role.name}", role.id) for role in reversed(guild.roles[1:]) if not role.managed]
    choices = tuple(Choice(name, str(identity)) for name, identity in named[:SHOWN])
    chosen = tuple(value for value in pick.chosen if value in {choice.value for choice in choices})
    return replace(pick, kind="list", choices=choices, chosen=chosen)
