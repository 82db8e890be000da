"""The gateway of the fake Discord: IDENTIFY, RESUME, heartbeats, dispatched events, cut sockets."""

import asyncio
import json
import time
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import zstandard
from aiohttp import WSMsgType, web

from .limits import Json
from .world import World

T = TypeVar("T")
Send = Callable[[Json], Awaitable[None]]

PRIVILEGED_INTENTS = 1 << 1 | 1 << 8 | 1 << 15  # members, presences, message content
DISPATCH, HEARTBEAT, IDENTIFY, RESUME, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 0, 1, 2, 6, 9, 10, 11


@dataclass
class Session:
    """One client's session on one shard; `log` holds the events that a RESUME replays."""

    id: str
    shard: tuple[int, int]
    socket: web.WebSocketResponse
    send: Send
    sequence: int = 1
    log: list[Json] = field(default_factory=list)
    closed: bool = False

    def holds(self, guild_id: str) -> bool:
        """Whether the events of this guild come on this shard."""
        return (int(guild_id) >> 22) % self.shard[1] == self.shard[0]

    async def dispatch(self, event: str, data: Json) -> None:
        self.sequence += 1
        packet = {"op": DISPATCH, "t": event, "s": self.sequence, "d": json.loads(json.dumps(data))}
        self.log.append(packet)
        if not self.closed:
            await self.send(packet)


class Gateway(World):
    """Sockets and events. `identifies` and `resumes` count; `gateway_log` has every packet of the client."""

    def __init__(self, *, shards: int = 1, privileged: int = 0, heartbeat_ms: int = 41250) -> None:
        super().__init__()
        self.shards, self.privileged, self.heartbeat_ms = shards, privileged, heartbeat_ms
        self.token = "fake.bot.token"
        self.ws_url = ""
        self.told_gateway: str | None = None
        """Address told to clients in place of the real one, to see whether they keep to the one they were given."""
        self.sessions: dict[str, Session] = {}
        self.identifies: list[Json] = []
        self.resumes = 0
        self.gateway_log: list[Json] = []
        self._changed = asyncio.Event()

    # --- what happens -----------------------------------------------------------------------------------------------

    async def dispatch(self, event: str, data: Json, guild_id: str | None = None) -> None:
        """Send an event to the shard that its guild is on; without a guild, to the first."""
        guild = guild_id or data.get("guild_id") or (data["id"] if event.startswith("GUILD_") else None)
        for session in list(self.sessions.values()):
            if session.holds(guild) if guild else session.shard[0] == 0:
                await session.dispatch(event, data)

    async def drop(self, code: int = 4000) -> None:
        """Cut every socket: the client should RESUME."""
        for session in list(self.sessions.values()):
            session.closed = True
            await session.socket.close(code=code)

    async def invalidate(self, *, resumable: bool, shard: int = 0) -> None:
        """End the session of a shard for the client: it should RESUME, or IDENTIFY anew."""
        for session in [session for session in self.sessions.values() if session.shard[0] == shard]:
            send, session.closed = session.send, True
            if not resumable:
                self.sessions.pop(session.id)
            await send({"op": INVALID_SESSION, "d": resumable})

    async def overwrite(self, channel: Json, *, allow: int = 0, deny: int = 0) -> None:
        """Replace what the channel grants and denies the bot."""
        row = {"id": self.bot["id"], "type": 1, "allow": str(allow), "deny": str(deny)}
        channel["permission_overwrites"] = [row] if allow or deny else []
        await self.dispatch("CHANNEL_UPDATE", channel)

    async def delete_channel(self, channel: Json) -> None:
        self.channels.pop(channel["id"])
        self.guilds[channel["guild_id"]]["channels"].remove(channel)
        await self.dispatch("CHANNEL_DELETE", channel)

    async def delete_thread(self, thread: Json) -> None:
        self.channels.pop(thread["id"])
        row = {key: thread[key] for key in ("id", "guild_id", "parent_id", "type")}
        await self.dispatch("THREAD_DELETE", row)

    async def change_role(self, guild: Json, role: Json, permissions: int) -> None:
        role["permissions"] = str(permissions)
        await self.dispatch("GUILD_ROLE_UPDATE", {"guild_id": guild["id"], "role": role}, guild["id"])

    async def join(self, name: str = "New guild", **more: Any) -> Json:
        """The bot is invited: a GUILD_CREATE without `unavailable`."""
        guild = self.add_guild(name, **more)
        await self.dispatch("GUILD_CREATE", guild)
        return guild

    async def kick(self, guild: Json) -> None:
        self.guilds.pop(guild["id"])
        for channel in guild["channels"]:
            self.channels.pop(channel["id"], None)
        await self.dispatch("GUILD_DELETE", {"id": guild["id"]}, guild["id"])

    async def outage(self, guild: Json) -> None:
        """The guild cannot be reached for a while; nobody was kicked."""
        await self.dispatch("GUILD_DELETE", {"id": guild["id"], "unavailable": True}, guild["id"])

    # --- waiting ----------------------------------------------------------------------------------------------------

    async def until(self, test: Callable[[], T], within: float = 5.0, what: str = "that") -> T:
        """Wait until `test()` holds, and return what it gave; raises `TimeoutError` naming what did not come."""
        end = time.monotonic() + within
        while not (value := test()):
            if time.monotonic() > end:
                raise TimeoutError(f"no {what} within {within} s")
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), 0.05)
            except TimeoutError:
                continue
        return value

    async def ready(self, within: float = 10.0) -> None:
        """Wait until every shard is connected."""
        await self.until(lambda: sum(not s.closed for s in self.sessions.values()) >= self.shards, within, "READY")

    # --- the protocol -----------------------------------------------------------------------------------------------

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=4096)
        await socket.prepare(request)
        send = _sender(socket, request.query.get("compress", ""))
        session: Session | None = None
        await send({"op": HELLO, "d": {"heartbeat_interval": self.heartbeat_ms, "_trace": []}})
        async for message in socket:
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                continue
            packet = json.loads(message.data)
            self.gateway_log.append(packet)
            if packet["op"] == HEARTBEAT:
                await send({"op": HEARTBEAT_ACK})
            elif packet["op"] == IDENTIFY:
                if code := self._refused(packet["d"]):
                    await socket.close(code=code)
                    break
                session = await self._identified(packet["d"], socket, send)
            elif packet["op"] == RESUME:
                session = await self._resumed(packet["d"], socket, send)
        if session and session.socket is socket and not session.closed:
            session.closed = True
            if socket.close_code in (1000, 1001):
                self.sessions.pop(session.id, None)  # the client ended it: no RESUME
        return socket

    def _refused(self, identify: Json) -> int:
        if identify["token"].removeprefix("Bot ") != self.token:
            return 4004
        return 4014 if identify["intents"] & PRIVILEGED_INTENTS & ~self.privileged else 0

    async def _identified(self, identify: Json, socket: web.WebSocketResponse, send: Send) -> Session:
        self.identifies.append(identify)
        shard, shards = identify.get("shard", (0, 1))
        session = Session(f"s{len(self.identifies)}", (shard, shards), socket, send)
        mine = [guild for guild in self.guilds.values() if session.holds(guild["id"])]
        ready = {
            "v": 10,
            "user": self.bot,
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in mine],
            "session_id": session.id,
            "shard": session.shard,
            "resume_gateway_url": self.told_gateway or self.ws_url,
            "application": {"id": self.app_id, "flags": 0},
            "private_channels": [],
        }
        await send({"op": DISPATCH, "t": "READY", "s": 1, "d": ready})
        self.sessions[session.id] = session
        self._changed.set()
        for guild in mine:
            session.sequence += 1
            row = {**guild, "unavailable": False}
            await send({"op": DISPATCH, "t": "GUILD_CREATE", "s": session.sequence, "d": row})
        return session

    async def _resumed(self, resume: Json, socket: web.WebSocketResponse, send: Send) -> Session | None:
        session = self.sessions.get(resume["session_id"])
        if resume["token"].removeprefix("Bot ") != self.token:
            await socket.close(code=4004)
            return None
        if session is None:
            await send({"op": INVALID_SESSION, "d": False})
            return None
        session.socket, session.send, session.closed = socket, send, False
        self.resumes += 1
        for packet in [packet for packet in session.log if packet["s"] > resume["seq"]]:
            await send(packet)
        session.sequence += 1
        await send({"op": DISPATCH, "t": "RESUMED", "s": session.sequence, "d": {}})
        self._changed.set()
        return session


def _sender(socket: web.WebSocketResponse, compression: str) -> Send:
    if compression == "zlib-stream":
        deflate = zlib.compressobj()

        async def send(packet: Json) -> None:
            await socket.send_bytes(deflate.compress(json.dumps(packet).encode()) + deflate.flush(zlib.Z_SYNC_FLUSH))

    elif compression == "zstd-stream":
        squeeze = zstandard.ZstdCompressor().compressobj()
        flush = zstandard.COMPRESSOBJ_FLUSH_BLOCK

        async def send(packet: Json) -> None:
            await socket.send_bytes(squeeze.compress(json.dumps(packet).encode()) + squeeze.flush(flush))

    else:

        async def send(packet: Json) -> None:
            await socket.send_str(json.dumps(packet))

    return send
