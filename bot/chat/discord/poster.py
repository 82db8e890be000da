"""Posts to Discord, and tells apart why it could not.

discord.py keeps Discord's buckets: it waits out a limit for the channel that has it, and up to thirty seconds at that
(`max_ratelimit_timeout` of the client). Here the sum of all posts is paced, and a post that takes long is given back.
Given back and posted after all is no harm: Discord returns the first message for the same nonce within minutes.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import discord
import structlog

from bot.ask.commands import Command
from bot.chat.discord.render import CONTENT, embed, text
from bot.chat.discord.traffic import UNREACHABLE, Pace, UnderWay
from bot.chat.discord.views import buttons
from bot.errors import Blocked, DeliveryError, Gone, Later, Refused
from bot.model.message import Message
from bot.model.subscription import Destination, Manner
from bot.ports import PLAINLY

BACK_OFF = 0.0
"""As the seconds of `Later`: Discord names no time, the courier knows how long to wait."""

PATIENCE = 15.0
"""Seconds that Discord has for one request, its bucket's wait included."""

_BAD_REQUEST = 400
_UNKNOWN = frozenset({10003, 10004})
"""JSON error codes for a channel or guild that is no more."""
_LACKS = {50001: "View Channel", 50013: "Send Messages", 50083: "Manage Threads", 160005: "Manage Threads"}
"""JSON error codes for a missing permission: access, permissions, an archived thread, a locked one."""
_NOT_FOR_TEXT = frozenset({50008, 50024})
"""JSON error codes for a kind of channel that takes no messages."""
_NO_MESSAGE = 10008
"""JSON error code for a message that is no more."""
_NONCE = 25

Channel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


class DiscordPoster:
    """A `Poster`. Guilds, channels and permissions come from the client's memory; one post is one request.

    `ready` is set once every shard has its guilds: until then an unknown guild is one not seen yet. `patience`:
    seconds that a post, or becoming ready, may take.
    """

    def __init__(
        self,
        client: discord.Client,
        ready: asyncio.Event,
        pace: Pace,
        under_way: UnderWay,
        commands: Sequence[Command],
        *,
        patience: float = PATIENCE,
    ) -> None:
        self._client = client
        self._ready = ready
        self._pace = pace
        self._under_way = under_way
        self._commands = commands
        self._patience = patience

    async def post(self, destination: Destination, message: Message, *, key: str, manner: Manner = PLAINLY) -> str:
        """Post, and return the message's id. Raises `Later`, `Blocked`, `Gone` or `Refused`."""
        channel = await self.reach(destination)
        called, allowed = _call(channel.guild, manner.mention)
        drawn = self._drawn(channel, message, called) | _answering(channel, manner.follows)
        await self._pace.turn()
        if self._client.is_closed():
            raise Later("Clausebell is disconnecting from Discord", seconds=BACK_OFF)
        with self._under_way.one(), _told_apart(f"#{channel.name}"):
            async with asyncio.timeout(self._patience):
                sent = await channel.send(**drawn, nonce=key[:_NONCE], allowed_mentions=allowed)
        return str(sent.id)

    async def amend(self, destination: Destination, posted: str, message: Message) -> bool:
        """Put the message in place of what was posted; False where that is gone. Raises as `post`."""
        channel = await self.reach(destination)
        await self._pace.turn()
        drawn = self._drawn(channel, message, "")
        drawn |= {"suppress": drawn.pop("suppress_embeds", False), "allowed_mentions": discord.AllowedMentions.none()}
        with self._under_way.one(), _told_apart(f"#{channel.name}"):
            async with asyncio.timeout(self._patience):
                try:
                    await channel.get_partial_message(int(posted)).edit(**drawn)
                except discord.NotFound as error:
                    if error.code != _NO_MESSAGE:
                        raise
                    return False
        return True

    async def lacks(self, destination: Destination, manner: Manner = PLAINLY) -> Sequence[str]:
        """What keeps messages from being posted there in that manner, each as Discord's settings name it."""
        try:
            channel = await self.reach(destination)
        except (Blocked, Gone, Later) as error:
            return (error.message,)
        role = channel.guild.get_role(int(manner.mention)) if manner.mention and manner.mention.isdecimal() else None
        muted = role is not None and not role.mentionable and not _allows(channel, "mention_everyone")
        return (f"@{role.name} cannot be mentioned: make the role mentionable",) if role and muted else ()

    async def reach(self, destination: Destination) -> Channel:
        """The channel, if it can be posted in now. Raises `Later`, `Blocked`, `Gone` or `Refused`, as `post` would."""
        if not (destination.space.isdecimal() and destination.channel.isdecimal()):
            raise Refused(f"{destination} names no channel of a Discord server")
        guild = await self._guild(int(destination.space))
        channel = guild.get_channel_or_thread(int(destination.channel)) or await self._fetch(destination)
        if channel.guild.id != guild.id:
            raise Gone(f"{destination} is in another server")
        if not isinstance(channel, Channel):
            raise _silent(f"#{channel.name}")
        if missing := _missing(channel):
            raise _blocked(f"#{channel.name}", missing)
        return channel

    def _drawn(self, channel: Channel, message: Message, called: str) -> dict[str, Any]:
        """What to send: an embed, or text where embeds are not permitted; with the buttons."""
        below = {"view": made} if (made := buttons(message, self._commands)) else {}
        if _allows(channel, "embed_links"):
            return {"content": called or None, "embed": embed(message), **below}
        content = f"{called}\n{text(message, CONTENT - len(called) - 1)}".strip()
        return {"content": content, "suppress_embeds": True, **below}

    async def _guild(self, guild_id: int) -> discord.Guild:
        guild = self._client.get_guild(guild_id)
        if (guild is None or guild.unavailable) and not self._ready.is_set():
            try:
                await asyncio.wait_for(self._ready.wait(), self._patience)
            except TimeoutError as error:
                raise Later("Discord is not connected yet", seconds=BACK_OFF) from error
            guild = self._client.get_guild(guild_id)
        if guild is None:
            raise Gone("Clausebell is not in that server any more")
        if guild.unavailable:
            raise Later("the server has an outage", seconds=BACK_OFF)
        return guild

    async def _fetch(self, destination: Destination) -> discord.abc.GuildChannel | discord.Thread:
        """A channel that is not in memory, such as an archived thread."""
        with _told_apart("the channel"):
            async with asyncio.timeout(self._patience):
                found = await self._client.fetch_channel(int(destination.channel))
        if isinstance(found, discord.abc.PrivateChannel):
            raise Gone(f"{destination} is a direct message")
        return found


class DiscordTelegraph:
    """A `Telegraph`: direct messages."""

    def __init__(self, client: discord.Client, ready: asyncio.Event, commands: Sequence[Command]) -> None:
        self._client = client
        self._ready = ready
        self._commands = commands

    async def tell(self, person: Destination, message: Message) -> bool:
        """Tell a person; False where they take no direct messages."""
        if not person.person.isdecimal() or not self._ready.is_set():
            return False
        try:
            async with asyncio.timeout(PATIENCE):
                channel = await self._client.create_dm(discord.Object(int(person.person)))
                below = buttons(message, self._commands) or discord.utils.MISSING
                await channel.send(embed=embed(message), view=below)
        except (discord.DiscordException, *UNREACHABLE) as error:
            structlog.get_logger("discord").info("not told", to=str(person), why=str(error))
            return False
        return True


def may_post(channel: discord.abc.GuildChannel | discord.Thread) -> bool:
    """Whether messages can be posted there now."""
    return isinstance(channel, Channel) and not _missing(channel)


def _call(guild: discord.Guild, mention: str | None) -> tuple[str, discord.AllowedMentions]:
    """The mention of the role with this id, and leave for it alone; nothing for everyone, or a role that is gone.

    `AllowedMentions(roles=[role])` by itself would allow everyone too: what is not named there is allowed.
    """
    role = guild.get_role(int(mention)) if mention and mention.isdecimal() else None
    if role is None or role.is_default():
        return "", discord.AllowedMentions.none()
    return role.mention, discord.AllowedMentions(everyone=False, users=False, roles=[role], replied_user=False)


def _answering(channel: Channel, follows: str | None) -> dict[str, Any]:
    """What makes a message an answer to another one, which may be gone by now."""
    if not follows or not follows.isdecimal():
        return {}
    there = discord.MessageReference(message_id=int(follows), channel_id=channel.id, fail_if_not_exists=False)
    return {"reference": there}


def _missing(channel: Channel) -> list[str]:
    """Permissions without which nothing can be posted there, as Discord's settings name them.

    Where the channel is not to be seen, the others cannot be told, and only that is named.
    """
    if not _allows(channel, "view_channel"):
        return ["View Channel"]
    if not isinstance(channel, discord.Thread):
        return [] if _allows(channel, "send_messages") else ["Send Messages"]
    needed = {"send_messages_in_threads": "Send Messages in Threads"}
    if channel.locked:
        needed["manage_threads"] = "Manage Threads"
    return [name for permission, name in needed.items() if not _allows(channel, permission)]


def _allows(channel: Channel, permission: str) -> bool:
    """Whether we hold a permission there; taken for granted where the channel above a thread is not known."""
    try:
        return bool(getattr(channel.permissions_for(channel.guild.me), permission))
    except discord.ClientException:
        return True


def _blocked(place: str, missing: list[str]) -> Blocked:
    names = " and ".join(missing)
    return Blocked(f"{names} missing in {place}", remedy=f"Give Clausebell {names} in the permissions of {place}.")


def _silent(place: str) -> Blocked:
    return Blocked(f"{place} takes no messages", remedy="Choose a text channel or a thread.")


@contextmanager
def _told_apart(place: str) -> Iterator[None]:
    """Turns what discord.py raises into what it means for a delivery."""
    try:
        yield
    except discord.RateLimited as error:
        raise Later("Discord asks us to wait", seconds=error.retry_after) from error
    except discord.HTTPException as error:
        raise _outcome(error, place) from error
    except discord.DiscordException as error:
        raise Refused(f"discord.py does not take the message: {error}") from error
    except UNREACHABLE as error:
        raise Later(f"Discord does not answer: {type(error).__name__}", seconds=BACK_OFF) from error


def _outcome(error: discord.HTTPException, place: str) -> DeliveryError:
    """What an answer of Discord means, by its JSON error codes (developer documentation, "Opcodes and Status Codes").

    What cannot be known is put off: a wrong `Gone` would cost a community its settings.
    """
    if error.code in _UNKNOWN:
        return Gone(f"{place} does not exist any more")
    if lacking := _LACKS.get(error.code):
        return _blocked(place, [lacking])
    if error.code in _NOT_FOR_TEXT:
        return _silent(place)
    if error.status == _BAD_REQUEST:
        return Refused(f"Discord finds the message malformed: {error.text}")
    return Later(f"Discord answers {error.status}: {error.text[:200]}", seconds=_retry_after(error))


def _retry_after(error: discord.HTTPException) -> float:
    try:
        return float(error.response.headers.get("Retry-After", BACK_OFF))
    except ValueError:
        return BACK_OFF
