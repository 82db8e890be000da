"""Posts to Discord, and tells apart why it could not.

discord.py keeps Discord's buckets: it waits out a limit for the channel that has it. Here the sum of all posts is
paced, and a post that takes long is given back. (discord.py can give up by itself, at `max_ratelimit_timeout`; but then
it refuses every request of a bucket that ends later than that, and of an hour's ten publications lets one through.)
Given back and posted after all is no harm in a channel: Discord returns the first message for the same nonce within
minutes. A post of a forum knows no nonce.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import discord
import structlog

from bot.ask.commands import Command
from bot.chat import Desk
from bot.chat.discord.afar import addressed
from bot.chat.discord.markup import block, clean, draw, shorten
from bot.chat.discord.places import PATIENCE, Channel, Place, Places, allows, tags, told_apart
from bot.chat.discord.publishing import Hours, is_late
from bot.chat.discord.render import CONTENT, embed, text
from bot.chat.discord.traffic import BACK_OFF, UNREACHABLE, Gate, UnderWay
from bot.chat.discord.views import buttons
from bot.chat.kept import Kept
from bot.chat.picture import Picture, picture
from bot.errors import Blocked, Gone, Lack, Later
from bot.model.message import Message
from bot.model.subscription import TEXT, Destination, Manner
from bot.ports import PLAINLY

PICTURE = "rewording.png"
NAME = 100
"""Characters of a thread's name."""

_NO_MESSAGE = 10008
"""JSON error code for a message that is no more."""
_NONCE = 25
_LIMITED = 429


class DiscordPoster:
    """A `Poster`. Guilds, channels and permissions come from the client's memory; one post is one request.

    In a forum, a message is a post, whose id it has. `patience`: seconds that a post, or becoming ready, may take.
    """

    def __init__(
        self,
        client: discord.Client,
        ready: asyncio.Event,
        gate: Gate,
        under_way: UnderWay,
        desk: Desk,
        *,
        patience: float = PATIENCE,
    ) -> None:
        self._client = client
        self._places = Places(client, ready, patience)
        self._gate = gate
        self._under_way = under_way
        self._desk = desk
        self._patience = patience
        self._embeds = Kept(embed)
        self._pictures = Kept(lambda message: asyncio.ensure_future(asyncio.to_thread(picture, message)))
        self._hours = Hours()

    async def post(self, destination: Destination, message: Message, *, key: str, manner: Manner = PLAINLY) -> str:
        """Post, and return the message's id. Raises `Later`, `Blocked`, `Gone` or `Refused`."""
        place = await self._places.reach(destination)
        thread = await self._thread(place, manner)
        drawn = await self._drawn(thread or place, message, manner)
        await self._gate.turn()
        with self._under_way.one(), told_apart(f"#{place.name}"):
            async with asyncio.timeout(self._patience):
                if thread:
                    return str((await thread.send(**drawn, nonce=key[:_NONCE])).id)
                if isinstance(place, discord.ForumChannel):
                    return await _opened(place, message, drawn)
                sent = await place.send(**drawn, **_answering(place, manner.follows), nonce=key[:_NONCE])
        if manner.publish and isinstance(place, discord.TextChannel) and place.is_news():
            await self._desk.followed(destination, str(sent.id))
        if manner.threads and not manner.follows:
            with self._under_way.one():
                await self._talk(place, sent, message)
        return str(sent.id)

    async def amend(self, destination: Destination, posted: str, message: Message, manner: Manner = PLAINLY) -> bool:
        """Put the message in place of what was posted; False where that is gone. Raises as `post`.

        An edit takes away what it gives as nothing: all of the message is drawn again, also what stands above it.
        """
        place = await self._places.reach(destination)
        forum = isinstance(place, discord.ForumChannel)
        found = await self._places.thread(place.guild, posted) if forum else place
        if found is None or isinstance(found, discord.ForumChannel):
            return False
        await self._gate.turn()
        drawn = {"embed": None} | await self._drawn(found, message, manner)
        drawn |= {"allowed_mentions": discord.AllowedMentions.none(), "attachments": []}
        if "file" in drawn:
            drawn["attachments"] = [drawn.pop("file")]
        with self._under_way.one(), told_apart(f"#{place.name}"):
            async with asyncio.timeout(self._patience):
                try:
                    await found.get_partial_message(int(posted)).edit(**drawn)
                except discord.NotFound as error:
                    if error.code != _NO_MESSAGE:
                        raise
                    return False
        return True

    async def publish(self, destination: Destination, posted: str) -> None:
        """Show a message to the channels that follow its own. Raises as `post`, and `Later` until there is room."""
        place = await self._places.reach(destination)
        if not isinstance(place, discord.TextChannel) or not place.is_news() or is_late(int(posted)):
            return
        wait = self._hours.wait(place.id, int(posted))
        if wait is None:
            structlog.get_logger("discord").info("not published", channel=place.id, why="too many wait")
            return
        if wait:
            raise Later("the channel may publish no more for a time", seconds=wait)
        await self._gate.turn()
        try:
            with self._under_way.one(), told_apart(f"#{place.name}"):
                async with asyncio.timeout(self._patience):
                    await place.get_partial_message(int(posted)).publish()
        except Later:
            self._hours.rest(place.id)
            raise

    async def lacks(self, destination: Destination, manner: Manner = PLAINLY) -> Sequence[Lack]:
        """What keeps messages from being posted there in that manner."""
        try:
            place = await self._places.reach(destination)
        except Blocked as error:
            return error.lacks
        except Gone:
            return (Lack("channel"),)
        except Later:
            return (Lack("answer"),)
        wanted = ["embed_links", *(["attach_files"] if manner.picture else [])]
        if manner.threads and isinstance(place, discord.TextChannel):
            wanted += ["create_public_threads", "send_messages_in_threads"]
        lacks = [Lack(permission) for permission in wanted if not allows(place, permission)]
        role = _role(place.guild, manner.mention)
        if manner.mention and role is None:
            lacks.append(Lack("mention"))
        if role and not role.mentionable and not allows(place, "mention_everyone"):
            lacks.append(Lack("role", role.name))
        return tuple(lacks)

    async def _thread(self, place: Place, manner: Manner) -> discord.Thread | None:
        """The thread in which an earlier message is talked about, for what follows that."""
        apart = manner.threads or isinstance(place, discord.ForumChannel)
        if not apart or not manner.follows or not manner.follows.isdecimal() or isinstance(place, discord.Thread):
            return None
        return await self._places.thread(place.guild, manner.follows)

    async def _talk(self, place: Channel, sent: discord.Message, message: Message) -> None:
        """Open a thread under a message; the message stands without it, where it cannot be."""
        if not isinstance(place, discord.TextChannel) or not allows(place, "create_public_threads"):
            return
        try:
            async with asyncio.timeout(self._patience):
                await sent.create_thread(name=_name(message))
        except (discord.DiscordException, *UNREACHABLE) as error:
            structlog.get_logger("discord").info("no thread opened", channel=place.id, why=str(error))

    async def _drawn(self, place: Place, message: Message, manner: Manner) -> dict[str, Any]:
        """What to send: an embed, or text where embeds are not permitted; with a line above, picture and buttons."""
        called, allowed = _call(place.guild, manner.mention)
        above = " ".join(filter(None, (called, draw(block(clean(manner.text)[:TEXT])))))
        drawn = self._worded(place, message, above) | {"allowed_mentions": allowed}
        if manner.picture and "embed" in drawn and allows(place, "attach_files"):
            drawn |= _illustrated(drawn["embed"], await asyncio.shield(self._pictures(message)))
        return drawn

    def _worded(self, place: Place, message: Message, above: str) -> dict[str, Any]:
        """The message itself; links of a text show no previews, as these take the permission that an embed takes.

        To suppress them as well would hide the embed that takes the text's place once the permission is back.
        """
        below = {"view": made} if (made := buttons(message, self._desk.commands)) else {}
        if allows(place, "embed_links"):
            return {"content": above or None, "embed": self._embeds(message).copy(), **below}
        content = f"{above}\n{text(message, CONTENT - len(above) - 1)}".strip()
        return {"content": content, **below}


@dataclass(frozen=True, slots=True)
class DiscordTelegraph:
    """A `Telegraph`: direct messages. What is told again within minutes, as its answer was lost, comes once."""

    client: discord.Client
    ready: asyncio.Event
    gate: Gate
    under_way: UnderWay
    commands: Sequence[Command]
    patience: float = PATIENCE

    async def tell(self, person: Destination, message: Message) -> bool:
        """Tell a person; False where they take no direct messages. Raises `Later` where Discord is unwell."""
        if not person.person.isdecimal():
            return False
        try:
            async with asyncio.timeout(self.patience):
                await self.ready.wait()
        except TimeoutError as error:
            raise Later("Discord is not connected yet", seconds=BACK_OFF) from error
        message = addressed(message, person.space, self.commands)
        below = buttons(message, self.commands) or discord.utils.MISSING
        await self.gate.turn()
        try:
            with self.under_way.one():
                async with asyncio.timeout(self.patience):
                    channel = await self.client.create_dm(discord.Object(int(person.person)))
                    await channel.send(embed=embed(message), view=below, nonce=nonce(f"{person}{message}"))
        except UNREACHABLE as error:
            raise Later(f"Discord does not answer: {type(error).__name__}", seconds=BACK_OFF) from error
        except discord.DiscordException as error:
            if isinstance(error, discord.DiscordServerError) or getattr(error, "status", 0) == _LIMITED:
                raise Later(f"Discord takes no direct message now: {error}", seconds=BACK_OFF) from error
            structlog.get_logger("discord").info("not told", to=str(person), why=str(error))
            return False
        return True


def nonce(told: str) -> str:
    """By which Discord knows what is told again for what it is, within minutes."""
    return hashlib.blake2b(told.encode(), digest_size=_NONCE // 2).hexdigest()


def _illustrated(shown: discord.Embed, made: Picture | None) -> dict[str, Any]:
    """The picture of a rewording, set into the embed; nothing where there is none."""
    if made is None:
        return {}
    shown.set_image(url=f"attachment://{PICTURE}")
    return {"file": discord.File(BytesIO(made.png), PICTURE, description=made.alt)}


async def _opened(forum: discord.ForumChannel, message: Message, drawn: dict[str, Any]) -> str:
    """The id of a new post of a forum; under the first tag that we may give, where it asks for one."""
    applied = tags(forum)[:1] if forum.flags.require_tag else []
    made = await forum.create_thread(name=_name(message), applied_tags=applied, **drawn)
    return str(made.thread.id)


def _name(message: Message) -> str:
    return shorten(clean(message.title) or message.headline, NAME)


def _call(guild: discord.Guild, mention: str | None) -> tuple[str, discord.AllowedMentions]:
    """The mention of the role with this id, and leave for it alone; nothing for everyone, or a role that is gone.

    `AllowedMentions(roles=[role])` by itself would allow everyone too: what is not named there is allowed.
    """
    role = _role(guild, mention)
    if role is None:
        return "", discord.AllowedMentions.none()
    return role.mention, discord.AllowedMentions(everyone=False, users=False, roles=[role], replied_user=False)


def _role(guild: discord.Guild, mention: str | None) -> discord.Role | None:
    """The role with this id; None where there is none, or it is everyone."""
    role = guild.get_role(int(mention)) if mention and mention.isdecimal() else None
    return None if role is None or role.is_default() else role


def _answering(channel: Channel, follows: str | None) -> dict[str, Any]:
    """What makes a message an answer to another one, which may be gone by now.

    Discord lets those answer who may read a channel's history (developer documentation, "Create Message"); without
    that, the message stands by itself.
    """
    if not follows or not follows.isdecimal() or not allows(channel, "read_message_history"):
        return {}
    there = discord.MessageReference(message_id=int(follows), channel_id=channel.id, fail_if_not_exists=False)
    return {"reference": there}
