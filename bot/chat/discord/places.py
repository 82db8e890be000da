"""Where messages can be posted: channels, threads and forums, from the client's memory, and what is missing there."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import discord

from bot.chat.discord.traffic import BACK_OFF, UNREACHABLE
from bot.errors import Blocked, DeliveryError, Gone, Lack, Later, Refused
from bot.model.subscription import Destination

PATIENCE = 15.0
"""Seconds that Discord has for one request, its bucket's wait included."""

_BAD_REQUEST = 400
_UNKNOWN = frozenset({10003, 10004})
"""JSON error codes for a channel or guild that is no more."""
_LACKS = {50001: "view_channel", 50013: "send_messages", 50083: "manage_threads", 160005: "manage_threads"}
"""JSON error codes for a missing permission: access, permissions, an archived thread, a locked one."""
_NOT_FOR_TEXT = frozenset({50008, 50024})
"""JSON error codes for a kind of channel that takes no messages."""

Channel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
Place = Channel | discord.ForumChannel


class Places:
    """Finds the place of a destination.

    `ready` is set once every shard has its guilds: until then an unknown guild is one not seen yet. `patience`:
    seconds that becoming ready, or a question, may take.
    """

    def __init__(self, client: discord.Client, ready: asyncio.Event, patience: float) -> None:
        self._client = client
        self._ready = ready
        self._patience = patience

    async def reach(self, destination: Destination) -> Place:
        """The place, if it can be posted in now. Raises `Later`, `Blocked`, `Gone` or `Refused`, as posting would."""
        if not (destination.space.isdecimal() and destination.channel.isdecimal()):
            raise Refused(f"{destination} names no channel of a Discord server")
        guild = await self._guild(int(destination.space))
        place = guild.get_channel_or_thread(int(destination.channel)) or await self._fetch(destination)
        if place.guild.id != guild.id:
            raise Gone(f"{destination} is in another server")
        if not isinstance(place, Place):
            raise _silent(f"#{place.name}")
        if lacks := missing(place):
            raise _blocked(f"#{place.name}", lacks)
        return place

    async def thread(self, guild: discord.Guild, message: str) -> discord.Thread | None:
        """The thread that belongs to a message, which has its id; None where there is none, or we may not write."""
        found = guild.get_thread(int(message))
        if found is None:
            try:
                async with asyncio.timeout(self._patience):
                    fetched = await self._client.fetch_channel(int(message))
            except (discord.DiscordException, *UNREACHABLE):
                return None
            found = fetched if isinstance(fetched, discord.Thread) else None
        return found if found and not missing(found) else None

    async def _guild(self, guild_id: int) -> discord.Guild:
        guild = self._client.get_guild(guild_id)
        if (guild is None or guild.unavailable) and not self._ready.is_set():
            try:
                await asyncio.wait_for(self._ready.wait(), self._patience)
            except TimeoutError as error:
                raise Later("Discord is not connected yet", seconds=BACK_OFF) from error
            guild = self._client.get_guild(guild_id)
        if guild is None:
            raise Gone("Clausebell is not in that server any more", left=True)
        if guild.unavailable:
            raise Later("the server has an outage", seconds=BACK_OFF)
        return guild

    async def _fetch(self, destination: Destination) -> discord.abc.GuildChannel | discord.Thread:
        """A channel that is not in memory, such as an archived thread."""
        with told_apart("the channel"):
            async with asyncio.timeout(self._patience):
                found = await self._client.fetch_channel(int(destination.channel))
        if isinstance(found, discord.abc.PrivateChannel):
            raise Gone(f"{destination} is a direct message")
        return found


def may_post(place: discord.abc.GuildChannel | discord.Thread) -> bool:
    """Whether messages can be posted there now."""
    return isinstance(place, Place) and not missing(place)


def missing(place: Place) -> list[Lack]:
    """What is lacking for anything to be posted there: permissions, by their names in Discord's API, or a tag.

    Where the channel is not to be seen, the others cannot be told, and only that is named.
    """
    if not allows(place, "view_channel"):
        return [Lack("view_channel")]
    if isinstance(place, discord.ForumChannel):
        untagged = place.flags.require_tag and not tags(place)
        needed = [] if allows(place, "send_messages") else [Lack("create_posts")]
        return [*needed, Lack("tag")] if untagged else needed
    if not isinstance(place, discord.Thread):
        return [] if allows(place, "send_messages") else [Lack("send_messages")]
    permissions = ["send_messages_in_threads", *(["manage_threads"] if place.locked else [])]
    return [Lack(permission) for permission in permissions if not allows(place, permission)]


def tags(forum: discord.ForumChannel) -> list[discord.ForumTag]:
    """The tags under which we may post: a moderated one is for who manages threads."""
    moderates = allows(forum, "manage_threads")
    return [tag for tag in forum.available_tags if moderates or not tag.moderated]


def allows(place: Place, permission: str) -> bool:
    """Whether we hold a permission there; taken for granted where the channel above a thread is not known."""
    try:
        return bool(getattr(place.permissions_for(place.guild.me), permission))
    except discord.ClientException:
        return True


@contextmanager
def told_apart(place: str) -> Iterator[None]:
    """Turns what discord.py raises into what it means for a delivery."""
    try:
        yield
    except discord.HTTPException as error:
        raise _outcome(error, place) from error
    except discord.DiscordException as error:
        raise Refused(f"discord.py does not take the message: {error}") from error
    except UNREACHABLE as error:
        raise Later(f"Discord does not answer: {type(error).__name__}", seconds=BACK_OFF) from error


def _blocked(place: str, lacks: Sequence[Lack]) -> Blocked:
    listed = " and ".join(lack.what.replace("_", " ").title().replace(" In ", " in ") for lack in lacks)
    remedy = f"Give Clausebell {listed} in the permissions of {place}."
    return Blocked(f"{listed} missing in {place}", remedy=remedy, lacks=lacks)


def _silent(place: str) -> Blocked:
    remedy = "Choose a text channel, a forum or a thread."
    return Blocked(f"{place} takes no messages", remedy=remedy, lacks=[Lack("messages")])


def _outcome(error: discord.HTTPException, place: str) -> DeliveryError:
    """What an answer of Discord means, by its JSON error codes (developer documentation, "Opcodes and Status Codes").

    What cannot be known is put off: a wrong `Gone` would cost a community its settings.
    """
    if error.code in _UNKNOWN:
        return Gone(f"{place} does not exist any more")
    if lacking := _LACKS.get(error.code):
        return _blocked(place, [Lack(lacking)])
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
