"""Our own server, shared by the processes that use the same data.

It has no port, only a unix socket that this user alone can open. Its files are in `data/redis`:

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
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import structlog
from redis.exceptions import RedisError

from bot.errors import StoreError, StoreMismatch, StoreUnavailable
from bot.store.binary import Binary
from bot.store.process import SOCKET_PATH, address_of, answers, caller, command, private_folder, silent, until

ROUND = 0.25
"""Seconds between two looks whether the server still lives."""

_DURABLE = {"appendonly": "yes", "appendfsync": "everysec", "daemonize": "yes"}


class OwnServer:
    """Our own server, as one of the processes that use it sees it."""

    def __init__(self, folder: Path, binary: Binary) -> None:
        self._folder = Path.cwd() / folder
        self._log = self._folder / "redis.log"
        self._binary = binary
        self._socket: Path | None = None
        self._using: int | None = None

    def prepare(self) -> None:
        """Make the folder, and see that this server program can read what is in it."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(
                f"The folder {self._folder} for our own Redis cannot be made: {error.strerror}.",
                remedy="Name one that can be written with CLAUSEBELL_DATA, or a server with REDIS_URL.",
            ) from error
        if self._binary.version < (7, 0) and (self._folder / "appendonlydir").exists():
            raise StoreMismatch(
                f"The data in {self._folder} were written by Redis 7 or later; {self._binary.path} is older.",
                remedy="Put a redis-server of version 7 or later on the PATH.",
            )

    async def enter(self) -> str:
        """Start the server unless it lives, and count among its users; returns its address."""
        async with self._door():
            await self._ensure()
            self._using = _lock(self._folder / "users.lock", fcntl.LOCK_SH)
        assert self._socket is not None  # _ensure found or chose it
        return address_of(self._socket)

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
        """Start the server anew whenever it is found dead.

        It then holds all it had answered for, but for its last two seconds where the disk was slow (`everysec`).
        """
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

        async def serves() -> bool:
            nonlocal started
            free = _lock(self._folder / "alive.lock", fcntl.LOCK_EX)
            if free is None:
                return await self._found()
            try:
                if started:
                    raise silent("stopped as soon as it was started", self._log)
                self._start(free)
                started = True
            finally:
                os.close(free)
            return False

        await until(serves, self._log)

    async def _found(self) -> bool:
        with suppress(OSError):
            self._socket = Path((self._folder / "socket").read_text("utf-8"))
            return await answers(address_of(self._socket))
        return False

    def _start(self, alive: int) -> None:
        """Start the server; it inherits the lock `alive` and keeps it until its end.

        Takes some ten milliseconds. Not awaited, so that nothing can come between the start and the lock.
        """
        self._socket = self._socket or self._place()
        self._socket.parent.mkdir(mode=0o700, exist_ok=True)
        (self._folder / "socket").write_text(str(self._socket), "utf-8")
        options = {
            "unixsocket": str(self._socket),
            "dir": str(self._folder),
            "logfile": str(self._log),
            "pidfile": str(self._folder / "redis.pid"),
        }
        ended = subprocess.run(  # noqa: S603  (the program that find_binary chose, with options of ours)
            command(self._binary, _DURABLE | options),
            pass_fds=(alive,),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if ended.returncode:
            raise silent(f"refuses to start ({ended.stdout.decode(errors='replace').strip()})", self._log)

    def _place(self) -> Path:
        inside = self._folder / "redis.sock"
        return inside if len(os.fsencode(inside)) <= SOCKET_PATH else private_folder() / "redis.sock"

    async def _stop(self) -> None:
        """Stop the server orderly, so that all it holds is on disk, and wait for its end."""
        if self._socket is None:
            return
        with suppress(RedisError, OSError):
            async with caller(address_of(self._socket)) as redis:
                await redis.shutdown()
        await until(self._ended, self._log)
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

        await until(opened, self._log)
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
