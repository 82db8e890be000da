"""What it takes to run a server process: its options, its address, and waiting until it answers."""

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from bot.errors import StoreUnavailable
from bot.store.binary import Binary

PATIENCE = 60.0
"""Seconds that a server may take to start; it reads all its data first."""
SOCKET_PATH = 100
"""Longest path of a socket in bytes; the kernels' limits are 107 (Linux) and 103 (macOS)."""
TICK = 0.01
"""Seconds between two tries at a lock or a server that starts."""

_ALWAYS = {"port": "0", "unixsocketperm": "700", "save": "", "maxmemory-policy": "noeviction", "loglevel": "warning"}


def command(binary: Binary, options: Mapping[str, str]) -> list[str]:
    """The command line that starts a server with these options and those that we always set."""
    words = [word for name, value in (_ALWAYS | dict(options)).items() for word in (f"--{name}", value)]
    return [str(binary.path), *words]


def private_folder() -> Path:
    """A new folder that only this user can enter, with a path short enough for a socket in it."""
    folder = Path(tempfile.mkdtemp(prefix="clausebell-"))
    if len(os.fsencode(folder / "redis.sock")) > SOCKET_PATH:
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix="clausebell-", dir="/tmp"))
    return folder


def address_of(socket: Path) -> str:
    """The address of the server on a socket."""
    return f"unix://{quote(str(socket))}"


def caller(address: str) -> Redis:
    """A plain client that tries once."""
    return Redis.from_url(address, socket_timeout=5.0, retry=Retry(NoBackoff(), 0), protocol=2)


async def answers(address: str) -> bool:
    """Whether the server answers; one that still reads its data does not."""
    with suppress(RedisError, OSError):
        async with caller(address) as redis:
            return bool(await redis.ping())
    return False


async def until(reached: Callable[[], Awaitable[bool]], log: Path) -> None:
    """Ask until it is so. Raises `StoreUnavailable` where it takes too long."""
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                if await reached():
                    return
                await asyncio.sleep(TICK)
    except TimeoutError:
        raise silent(f"does not start or stop within {PATIENCE:.0f} s", log) from None


def silent(what: str, log: Path) -> StoreUnavailable:
    """The error for a server of ours that does not serve, with the end of its log."""
    with suppress(OSError):
        what += "; the end of its log: " + " / ".join(log.read_text("utf-8", "replace").splitlines()[-3:])
    return StoreUnavailable(f"Our own Redis server {what}.", remedy=f"See {log}, or name a server with REDIS_URL.")
