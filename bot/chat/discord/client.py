"""The connection to Discord: logs in, registers the commands, serves until told to stop.

One intent (guilds), no message cache, no members. discord.py knows Discord's addresses as constants; a server of
one's own (a proxy, a test) is named by DISCORD_API_URL and DISCORD_GATEWAY_URL, and `speaking_to` and `_Client` are the
only places that put these in.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from itertools import count
from typing import cast
from urllib.parse import urlsplit

import discord
import structlog
from aiohttp import ClientWebSocketResponse
from discord.http import Route

from bot.chat import Desk
from bot.chat.discord.answers import Answers
from bot.chat.discord.commands import Tree
from bot.chat.discord.joining import take_up
from bot.chat.discord.options import AT_ONCE, Interaction
from bot.chat.discord.places import may_post
from bot.chat.discord.poster import DiscordPoster, DiscordTelegraph
from bot.chat.discord.traffic import UNREACHABLE, Breaker, Gate, Pace, UnderWay
from bot.errors import ClausebellError, ConfigurationError, Mistake
from bot.model.subscription import ChatName, Destination
from bot.wording.language import Languages

API = "https://discord.com/api/v10"
RETRIES = (1.0, 5.0, 15.0, 30.0, 60.0)
"""Seconds until another try where Discord cannot be reached at the start; the last for all further ones."""
FINISH = 8.0
"""Seconds that posts and answers under way have before the connection is closed."""
RESERVED = 20
"""Connections of a day that are left for those that are lost; a bot that is started over and over uses up all."""
BETWEEN = 5.0
"""Seconds between the beginnings of two sessions, as Discord asks (developer documentation, "Rate Limiting")."""
LATELY = timedelta(days=1)
"""A server that we find ourselves in without having been told is welcomed if we were added since."""

_AUTHENTICATION_FAILED = 4004

Connect = Callable[..., Awaitable[ClientWebSocketResponse]]


class DiscordChat:
    """Discord as one of the chats: `poster` and `telegraph` for deliveries, `run` for commands and events."""

    def __init__(
        self,
        token: str,
        desk: Desk,
        languages: Languages,
        *,
        api_url: str = API,
        gateway_url: str | None = None,
        per_second: float = 25.0,
        at_once: float = AT_ONCE,
        settled: float = 2.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`per_second`: posts in all. `settled`: seconds without a further guild after which a shard has them all."""
        self._token = token
        self._api_url = api_url
        self._sleep = sleep
        pace = Pace(per_second, sleep=sleep)
        client = _Client(desk, languages, sleep, pace, gateway_url=gateway_url, at_once=at_once, settled=settled)
        self._client = client
        self.poster = DiscordPoster(client, client.settled, client.gate, client.under_way, desk)
        self.telegraph = client.telegraph

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop` is set, then finish what is under way.

        Raises `ConfigurationError` where Discord does not take the token, `ClausebellError` where it ends the
        connection for good.
        """
        with speaking_to(self._api_url):
            async with self._client:
                serving = asyncio.ensure_future(self._serve())
                stopping = asyncio.ensure_future(stop.wait())
                try:
                    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
                    if serving.done():
                        await serving
                    await self._client.under_way.finished(FINISH)
                    await self._client.close()
                finally:
                    stopping.cancel()
                    serving.cancel()
                    await asyncio.gather(serving, return_exceptions=True)

    async def _serve(self) -> None:
        """Log in and stay connected; discord.py resumes and reconnects by itself once it was connected."""
        log = structlog.get_logger("discord")
        for attempt in count():
            try:
                await self._client.start(self._token)
            except (discord.LoginFailure, discord.ConnectionClosed, discord.PrivilegedIntentsRequired) as error:
                raise _refused(error) from error
            except (discord.HTTPException, discord.GatewayNotFound, *UNREACHABLE) as error:
                wait = RETRIES[min(attempt, len(RETRIES) - 1)]
                log.warning("Discord cannot be reached", why=str(error), again_in=wait)
                await self._client.forget_connections()
                await self._sleep(wait)
            else:
                return


class _Client(discord.AutoShardedClient):
    """discord.py's client with our settings, and what we do when something happens."""

    def __init__(
        self,
        desk: Desk,
        languages: Languages,
        sleep: Callable[[float], Awaitable[None]],
        pace: Pace,
        *,
        gateway_url: str | None,
        at_once: float,
        settled: float,
    ) -> None:
        breaker = Breaker()
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # we do not speak, so neither is missed
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=settled,
            max_messages=None,
            http_trace=breaker.trace(),
        )
        if gateway_url:
            # Every connection is made here: the first, those after it, and those to the address told for resuming.
            kept = partial(_connect_at, self.http.ws_connect, gateway_url)
            self.http.ws_connect = kept  # type: ignore[method-assign]  # one instance, so that others are untouched
        self.settled = asyncio.Event()
        self.under_way = UnderWay()
        self.gate = Gate(pace, breaker, self.is_closed)
        self._desk = desk
        self._sleep = sleep
        self._before: dict[int, tuple[discord.Guild, ...]] = {}
        self._lost: set[int] = set()
        self._answers = Answers(desk, languages, self.under_way, at_once=at_once)
        self._tree = Tree(self, desk, languages, self._answers)
        self.telegraph = DiscordTelegraph(self, self.settled, self.gate, self.under_way, desk.commands)

    async def setup_hook(self) -> None:
        """Register the commands before the first event; without them, announcements still go out.

        Before that, wait where too few connections are left of today's: Discord takes the token from who uses more.
        """
        log = structlog.get_logger("discord")
        shards, _, starts = await self.http.get_bot_gateway()
        if starts["remaining"] < shards + RESERVED:
            wait = starts["reset_after"] / 1000
            log.error("too few connections left today", left=starts["remaining"], again_in=wait)
            await self._sleep(wait)
        try:
            changed = await self._tree.register()
        except discord.HTTPException:
            log.exception("commands not registered")
        else:
            log.info("commands registered" if changed else "commands known")

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Let Discord's time between two sessions pass before another begins."""
        del shard_id
        if not initial:
            await self._sleep(BETWEEN)

    async def forget_connections(self) -> None:
        """Let the next `start` make new ones; discord.py keeps those of a failed one."""
        await self.http.close()
        self.http.connector = discord.utils.MISSING

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """Remember what the shard knew, to tell later what it knows anew."""
        self._before[shard_id] = tuple(guild for guild in self.guilds if guild.shard_id == shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Nothing was missed."""
        self._before.pop(shard_id, None)

    async def on_shard_ready(self, shard_id: int) -> None:
        """A session began, and Discord named its servers: those not named are lost, though discord.py keeps them.

        It makes each that is named anew, and leaves the others as they were.
        """
        before = self._before.pop(shard_id, ())
        self._lost |= {guild.id for guild in before if self.get_guild(guild.id) is guild}
        if self.settled.is_set():
            await self._take_stock()

    async def on_ready(self) -> None:
        """Every shard has its guilds; of a shard that begins anew later, only `on_shard_ready` tells."""
        self.settled.set()
        await self._take_stock()

    async def _take_stock(self) -> None:
        """End what belongs to servers that we are not in any more, and take up those that are new to us."""
        here = {str(guild.id) for guild in self.guilds if guild.id not in self._lost}
        structlog.get_logger("discord").info("ready", servers=len(here), shards=len(self.shards))
        lately = discord.utils.utcnow() - LATELY
        for new in await self._desk.present(ChatName.DISCORD, here):
            guild = self.get_guild(int(new))
            if guild and not guild.unavailable:
                joined = guild.me.joined_at
                await self._joined(guild, quietly=joined is None or joined < lately)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """A button, menu or form; commands come through the tree."""
        if interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            await self._answers.press(cast("Interaction", interaction))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Added to a server; not called when that is back from an outage."""
        self._lost.discard(guild.id)
        await self._joined(guild, quietly=False)

    async def _joined(self, guild: discord.Guild, *, quietly: bool) -> None:
        with self.under_way.one():
            await take_up(guild, self._desk, self.telegraph, quietly=quietly)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Removed from a server; not called when that has an outage."""
        await self._desk.left(ChatName.DISCORD, str(guild.id))

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A channel was deleted."""
        await self._desk.closed(_destination(channel.guild.id, channel.id), f"#{channel.name}")

    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        """A thread was deleted, live or archived."""
        name = f"#{event.thread.name}" if event.thread else ""
        await self._desk.closed(_destination(event.guild_id, event.thread_id), name)

    async def on_guild_channel_update(self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel) -> None:
        """A channel's settings changed: perhaps we may post there again, or in its threads."""
        if before.permissions_for(before.guild.me) != after.permissions_for(after.guild.me):
            threads = after.threads if isinstance(after, discord.TextChannel | discord.ForumChannel) else ()
            await self._reopened(after, *threads)

    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        """A role's permissions changed."""
        if before.permissions != after.permissions and after in after.guild.me.roles:
            await self._reopened(*after.guild.text_channels, *after.guild.forums, *after.guild.threads)

    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        """Our own roles changed; Discord tells of no other member without the intent for it."""
        if self.user and after.id == self.user.id and before.roles != after.roles:
            await self._reopened(*after.guild.text_channels, *after.guild.forums, *after.guild.threads)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """What an event led to failed: log it, and go on."""
        del args, kwargs
        structlog.get_logger("discord").exception("event failed", event=event_method)

    async def _reopened(self, *channels: discord.abc.GuildChannel | discord.Thread) -> None:
        for channel in channels:
            if may_post(channel):
                await self._desk.reopened(_destination(channel.guild.id, channel.id))


@contextmanager
def speaking_to(api_url: str) -> Iterator[None]:
    """Have discord.py send its requests to `api_url` meanwhile. It keeps that address once for the whole process."""
    before, Route.BASE = Route.BASE, api_url.rstrip("/")
    try:
        yield
    finally:
        Route.BASE = before


async def _connect_at(connect: Connect, gateway: str, url: str, *, compress: int = 0) -> ClientWebSocketResponse:
    """Connect to the gateway that was set, whatever address Discord or discord.py name, with the query they give."""
    return await connect(urlsplit(gateway)._replace(query=urlsplit(url).query).geturl(), compress=compress)


def _destination(guild_id: int, channel_id: int) -> Destination:
    return Destination(ChatName.DISCORD, str(guild_id), str(channel_id))


def _refused(error: discord.DiscordException) -> ClausebellError:
    """What an end for good means (developer documentation, "Gateway Close Event Codes")."""
    if isinstance(error, discord.LoginFailure) or getattr(error, "code", None) == _AUTHENTICATION_FAILED:
        remedy = "copy the bot's token from https://discord.com/developers/applications"
        return ConfigurationError([Mistake("DISCORD_TOKEN", f"Discord does not take it ({error})", remedy)])
    return ClausebellError(
        f"Discord ended the connection for good: {error}", remedy="Update Clausebell, and report it."
    )
