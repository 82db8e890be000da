"""A Redis to talk to: the one that was named, else one of our own.

Our own has no port, only a unix socket that this user alone can open. Its files are in `data/redis`:

    appendonly.aof     the data (appendonlydir from Redis 7 on)
    redis.log          what the server has to say
    socket             where its socket is: in here, or in a private temporary folder where that path would be too long
    alive.lock         locked for as long as the server lives: it inherits the lock, and its end ends it
    users.lock         locked, shared, by each process that uses it
    door.lock          locked by whoever starts or stops it

Whoever comes finds a living server by `alive.lock` and shares it, even one whose starter was killed; the last to go
stops it. The locks are the kernel's (flock), so that a killed process leaves none behind.
"""

import asyncio
import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import structlog
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from bot.errors import StoreError, StoreMismatch, StoreUnavailable
from bot.store.binary import Binary, find_binary

PATIENCE = 60.0
"""Seconds that a server may take to start: it reads all its data first, at about 100 MB a second."""
SOCKET_PATH = 100
"""Longest path of a socket in bytes; the kernels' limits are 107 (Linux) and 103 (macOS)."""
TICK = 0.01
"""Seconds between two tries at a lock or a server that starts."""
ROUND = 1.0
"""Seconds between two looks whether the server still lives."""

_PREFIX = "clausebell-"
_COMMON = {"port": "0", "unixsocketperm": "700", "save": "", "maxmemory-policy": "noeviction", "loglevel": "warning"}
_DURABLE = {"appendonly": "yes", "appendfsync": "everysec", "daemonize": "yes"}
# The shell outlives us by a moment: when our end of its input closes, however we died, it stops the server.
_WITH_US = '"$@" & read _; kill $!; wait $!; rm -rf "$FOLDER"'


@asynccontextmanager
async def serve(url: str | None, data: Path, *, binary: Binary | None = None) -> AsyncIterator[str]:
    """The address of the server that `url` names, else of our own with its files in `data`.

    Our own is started, shared with other processes of the same `data`, started anew should it die, and stopped with
    the last of them. Raises `StoreUnavailable` and `StoreMismatch`, each with its remedy.
    """
    if url:
        yield url
        return
    if binary is None:
        binary = await asyncio.to_thread(find_binary)
    own = _OwnServer(data / "redis", binary)
    address = await own.enter()
    keeping = asyncio.create_task(own.keep())
    try:
        yield address
    finally:
        keeping.cancel()
        with suppress(asyncio.CancelledError):
            await keeping
        await own.leave()


@asynccontextmanager
async def throwaway(*, binary: Binary | None = None) -> AsyncIterator[str]:
    """The address of a server that keeps nothing and ends with this process, however that ends."""
    if binary is None:
        binary = await asyncio.to_thread(find_binary)
    folder = _private_folder()
    options = {"unixsocket": str(folder / "redis.sock"), "dir": str(folder), "logfile": str(folder / "redis.log")}
    command = ["/bin/sh", "-c", _WITH_US, "sh", *_command(binary, _COMMON | options)]
    shell = await asyncio.to_thread(
        subprocess.Popen,
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"FOLDER": str(folder)},
        start_new_session=True,
    )
    try:
        address = _address(folder / "redis.sock")
        await _until(lambda: _answers(address), folder / "redis.log")
        yield address
    finally:
        await asyncio.to_thread(shell.communicate)


class _OwnServer:
    """Our own server, as one of the processes that use it sees it."""

    def __init__(self, folder: Path, binary: Binary) -> None:
        self._folder = Path.cwd() / folder
        self._log = self._folder / "redis.log"
        self._binary = binary
        self._socket: Path | None = None
        self._using: int | None = None

    async def enter(self) -> str:
        """Start the server unless it lives, and count among its users; returns its address."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._binary.version < (7, 0) and (self._folder / "appendonlydir").exists():
            raise StoreMismatch(
                f"The data in {self._folder} were written by Redis 7 or later; {self._binary.path} is older.",
                remedy="Put a redis-server of version 7 or later on the PATH.",
            )
        async with self._door():
            await self._ensure()
            self._using = _lock(self._folder / "users.lock", fcntl.LOCK_SH)
        assert self._socket is not None  # _ensure found or chose it
        return _address(self._socket)

    async def leave(self) -> None:
        """Count no longer among the users, and stop the server where nobody else does."""
        async with self._door():
            _unlock(self._using)
            alone = _lock(self._folder / "users.lock", fcntl.LOCK_EX)
            if alone is not None:
                try:
                    await self._stop()
                finally:
                    _unlock(alone)

    async def keep(self) -> None:
        """Start the server anew whenever it is found dead; its data are those of a second before at the latest."""
        log = structlog.get_logger("store")
        while True:
            await asyncio.sleep(ROUND)
            if not await self._ended():
                continue
            log.warning("the Redis server died and is started anew", folder=str(self._folder))
            try:
                async with self._door():
                    await self._ensure()
            except StoreError as error:
                log.error("the Redis server does not start", why=str(error))  # noqa: TRY400  (the sentence is enough)

    async def _ensure(self) -> None:
        """Find the living server, or start one, and wait until it answers."""
        started = False

        async def answers() -> bool:
            nonlocal started
            free = _lock(self._folder / "alive.lock", fcntl.LOCK_EX)
            if free is None:
                return await self._found()
            try:
                if started:
                    raise _silent("stopped as soon as it was started", self._log)
                await self._start(free)
                started = True
            finally:
                os.close(free)
            return False

        await _until(answers, self._log)

    async def _found(self) -> bool:
        with suppress(OSError):
            self._socket = Path((self._folder / "socket").read_text("utf-8"))
            return await _answers(_address(self._socket))
        return False

    async def _start(self, alive: int) -> None:
        """Start the server; it inherits the lock `alive` and keeps it until its end."""
        self._socket = self._socket or self._place()
        self._socket.parent.mkdir(mode=0o700, exist_ok=True)
        (self._folder / "socket").write_text(str(self._socket), "utf-8")
        options = {
            "unixsocket": str(self._socket),
            "dir": str(self._folder),
            "logfile": str(self._log),
            "pidfile": str(self._folder / "redis.pid"),
        }
        ended = await asyncio.to_thread(
            subprocess.run,
            _command(self._binary, _COMMON | _DURABLE | options),
            pass_fds=(alive,),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if ended.returncode:
            raise _silent(f"refuses to start ({ended.stdout.decode(errors='replace').strip()})", self._log)

    def _place(self) -> Path:
        inside = self._folder / "redis.sock"
        return inside if len(os.fsencode(inside)) <= SOCKET_PATH else _private_folder() / "redis.sock"

    async def _stop(self) -> None:
        """Stop the server orderly, so that all it holds is on disk, and wait for its end."""
        assert self._socket is not None  # it was entered
        with suppress(RedisError, OSError):
            async with _caller(_address(self._socket)) as redis:
                await redis.shutdown()
        await _until(self._ended, self._log)
        if self._socket.parent != self._folder:
            shutil.rmtree(self._socket.parent, ignore_errors=True)

    async def _ended(self) -> bool:
        free = _lock(self._folder / "alive.lock", fcntl.LOCK_EX)
        _unlock(free)
        return free is not None

    @asynccontextmanager
    async def _door(self) -> AsyncIterator[None]:
        """Let one process at a time start or stop the server."""
        lock: int | None = None

        async def opened() -> bool:
            nonlocal lock
            lock = _lock(self._folder / "door.lock", fcntl.LOCK_EX)
            return lock is not None

        await _until(opened, self._log)
        try:
            yield
        finally:
            _unlock(lock)


def _lock(path: Path, kind: int) -> int | None:
    """A descriptor that holds the lock, or None where another holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def _unlock(descriptor: int | None) -> None:
    """Give the lock up, also where a forked process shares the descriptor."""
    if descriptor is not None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
        os.close(descriptor)


def _command(binary: Binary, options: Mapping[str, str]) -> list[str]:
    return [str(binary.path), *(word for name, value in options.items() for word in (f"--{name}", value))]


def _private_folder() -> Path:
    """A new folder that only this user can enter, with a path short enough for a socket in it."""
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    if len(os.fsencode(folder / "redis.sock")) > SOCKET_PATH:
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir="/tmp"))
    return folder


def _address(socket: Path) -> str:
    return f"unix://{quote(str(socket))}"


def _caller(address: str) -> Redis:
    return Redis.from_url(address, socket_timeout=5.0, retry=Retry(NoBackoff(), 0), protocol=2)


async def _answers(address: str) -> bool:
    with suppress(RedisError, OSError):
        async with _caller(address) as redis:
            return bool(await redis.ping())
    return False


async def _until(reached: Callable[[], Awaitable[bool]], log: Path) -> None:
    """Ask until it is so. Raises `StoreUnavailable` where it takes too long."""
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                if await reached():
                    return
                await asyncio.sleep(TICK)
    except TimeoutError:
        raise _silent(f"does not start or stop within {PATIENCE:.0f} s", log) from None


def _silent(what: str, log: Path) -> StoreUnavailable:
    with suppress(OSError):
        what += "; the end of its log: " + " / ".join(log.read_text("utf-8", "replace").splitlines()[-3:])
    return StoreUnavailable(f"Our own Redis server {what}.", remedy=f"See {log}, or name a server with REDIS_URL.")
