"""The welcome: one message after joining, where people of the server will see it.

It is owed from the step that notes the join until it is out, so that a process which dies in between leaves it to the
next session. Whoever dies between the post and the note that it is out posts again, with the same nonce, for which
Discord returns the first message for some minutes.
"""

from collections.abc import Sequence

import discord
import structlog

from bot.ask.commands import Command
from bot.chat import Desk
from bot.chat.discord.places import may_post, told_apart
from bot.chat.discord.poster import DiscordTelegraph, nonce
from bot.chat.discord.traffic import UNREACHABLE
from bot.chat.discord.views import drawn
from bot.errors import DeliveryError, Later
from bot.model.message import Message
from bot.model.subscription import ChatName, Destination


async def take_up(guild: discord.Guild, desk: Desk, telegraph: DiscordTelegraph, *, quietly: bool) -> None:
    """Note that we are in a server, and welcome it unless that is to be done `quietly`."""
    space = str(guild.id)
    message = await desk.joined(ChatName.DISCORD, space, guild.preferred_locale.value, quietly=quietly)
    if message and await _welcome(guild, message, desk.commands, telegraph):
        await desk.welcomed(ChatName.DISCORD, space)


async def _welcome(
    guild: discord.Guild, message: Message, commands: Sequence[Command], telegraph: DiscordTelegraph
) -> bool:
    """Post the welcome in the system channel, else the first where we may; else tell who invited us; else nobody.

    False where Discord is unwell: whether it took the welcome is not known, so no other place is tried.
    """
    log = structlog.get_logger("discord").bind(server=guild.id)
    body = {name: value for name, value in drawn(message, commands).items() if value is not None}
    for channel in _places(guild):
        try:
            await telegraph.gate.turn()
            with told_apart(f"#{channel.name}"):
                await channel.send(**body, nonce=nonce(f"{guild.id}{message}"))
        except Later as error:
            log.info("no welcome yet", channel=channel.id, why=error.message)
            return False
        except DeliveryError as error:
            log.info("no welcome there", channel=channel.id, why=error.message)
        else:
            return True
    inviter = await _inviter(guild)
    try:
        await telegraph.tell(Destination(ChatName.DISCORD, str(guild.id), f"@{inviter}"), message)
    except Later as error:
        log.info("no welcome yet", why=error.message)
        return False
    return True


def _places(guild: discord.Guild) -> list[discord.TextChannel]:
    """Channels that take a message with its looks, the system channel first; no more than two are tried."""
    first = [guild.system_channel] if guild.system_channel else []
    able = [c for c in (*first, *guild.text_channels) if may_post(c) and c.permissions_for(guild.me).embed_links]
    return list(dict.fromkeys(able))[:2]


async def _inviter(guild: discord.Guild) -> int:
    """Who added us, where the server's log may be read; else its owner."""
    if guild.me.guild_permissions.view_audit_log:
        try:
            async for entry in guild.audit_logs(action=discord.AuditLogAction.bot_add, limit=10):
                if entry.target and entry.user_id and entry.target.id == guild.me.id:
                    return entry.user_id
        except (discord.DiscordException, *UNREACHABLE) as error:
            structlog.get_logger("discord").info("inviter unknown", server=guild.id, why=str(error))
    return guild.owner_id or 0
