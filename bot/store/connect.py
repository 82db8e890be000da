"""The client, its scripts, and the check that server and data suit this program."""

import asyncio
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, Self

from redis import exceptions
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialWithJitterBackoff
from redis.commands.core import AsyncScript

from bot.errors import StoreMismatch, StoreUnavailable
from bot.store import keys

FLOOR = (6, 2)
"""Least version of Redis: XAUTOCLAIM and ZMSCORE came with 6.2."""
CONNECTIONS = 32
"""Connections at most; who finds none free waits for one. A blocking read has one to itself while it waits."""
ANSWER = 10.0
"""Seconds within which the server answers; blocking reads stay well below."""
RETRIES = 6
"""Attempts after a broken connection, over about two seconds: a restart of the server goes unnoticed."""
MIGRATION_LEASE = 600.0
"""Seconds for which one process may work on one step of a migration."""

_LUA = Path(__file__).parent / "lua"
_NO_DATABASE = "DB index is out of range"
_NO_WRITES = (exceptions.OutOfMemoryError, exceptions.ReadOnlyError)
_CANNOT_WRITE = re.compile(r"\b(OOM|READONLY|MISCONF)\b")

Migration = Callable[["Client"], Awaitable[None]]
"""Brings the data from one layout to the next. It may be cut off and run again, and must stand that."""

MIGRATIONS: Mapping[int, Migration] = {}
"""Layout → the step that leads from it to the next."""


class Client(Redis):
    """redis-py's client, whose failures are errors of ours."""

    @classmethod
    def to(cls, address: str) -> Self:
        """A client of the server at `redis://`, `rediss://` or `unix://`; connects when first used."""
        retry = Retry(ExponentialWithJitterBackoff(base=0.05, cap=1.0), RETRIES)
        try:
            pool = BlockingConnectionPool.from_url(
                address, max_connections=CONNECTIONS, socket_timeout=ANSWER, retry=retry, protocol=2
            )
        except ValueError as error:
            raise StoreUnavailable(
                f"REDIS_URL is not the address of a Redis: {error}.", remedy="Write redis://host:6379/0."
            ) from error
        client = cls(connection_pool=pool)
        client.auto_close_connection_pool = True
        return client

    async def execute_command(self, *args: Any, **options: Any) -> Any:
        """Send a command and read its reply. Raises `StoreUnavailable` where the server cannot serve us."""
        try:
            return await super().execute_command(*args, **options)  # type: ignore[no-untyped-call]  # redis-py's own
        except (exceptions.RedisError, OSError) as error:
            if failure := _failure(error):
                raise failure from error
            raise

    def script(self, name: str) -> AsyncScript:
        """The script `lua/<name>.lua`; called with keys and args, one round trip once the server knows it."""
        return self.register_script("\n".join((_LUA / f"{part}.lua").read_text("utf-8") for part in ("prelude", name)))


def _failure(error: Exception) -> StoreUnavailable | None:
    """What keeps the server from serving us; None for any other error."""
    said = str(error).rstrip(".")
    match error:
        case _ if any(isinstance(one, exceptions.AuthenticationError) for one in (error, error.__cause__)):
            what, remedy = "does not let us in", "Correct the user and the password in REDIS_URL."
        case exceptions.NoPermissionError():
            what, remedy = "does not let us work", "Let the user in REDIS_URL do all on cb:* (ACL: ~cb:* +@all)."
        case exceptions.RedisError() if _NO_DATABASE in said:
            what, remedy = "lacks the database that REDIS_URL names", "Write 0 in its place."
        case exceptions.ConnectionError() | exceptions.TimeoutError() | OSError():
            what = "does not answer"
            remedy = "Start the server that REDIS_URL names; without REDIS_URL one of our own is used."
        case exceptions.ResponseError() if isinstance(error, _NO_WRITES) or _CANNOT_WRITE.search(said):
            what, remedy = "takes no writes", "See `clausebell doctor`."
        case _:
            return None
    return StoreUnavailable(f"Redis {what}: {said}.", remedy=remedy)


async def prepare(
    client: Client,
    *,
    layout: int = keys.LAYOUT,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    patience: float = 0.2,
) -> None:
    """Make sure that server and data are such as we can work with; bring older data up to date.

    One process does that at a time, step by step; the others wait, asking every `patience` seconds. Raises
    `StoreMismatch` for an older server or newer data, and `StoreUnavailable`.
    """
    await _check_server(client)
    await client.hsetnx(keys.SCHEMA, "layout", str(layout))
    who = secrets.token_hex(8)
    lease = int(MIGRATION_LEASE * 1000)
    while (stored := int(await client.hget(keys.SCHEMA, "layout") or 0)) != layout:
        if stored > layout:
            raise StoreMismatch(
                f"The data in Redis are of layout {stored}; this program knows layouts up to {layout}.",
                remedy="Run the newer Clausebell again, or give this one a Redis of its own (REDIS_URL).",
            )
        if await client.set(keys.MIGRATING, who, nx=True, px=lease):
            await _migrate(client, who, layout, migrations, lease)
        else:
            await asyncio.sleep(patience)


async def _migrate(client: Client, who: str, layout: int, migrations: Mapping[int, Migration], lease: int) -> None:
    migrated = client.script("migrated")
    try:
        while (stored := int(await client.hget(keys.SCHEMA, "layout") or 0)) < layout:
            if stored not in migrations:
                raise StoreMismatch(
                    f"The data in Redis are of layout {stored}, from which this program knows no way to {layout}.",
                    remedy="Run the releases in between once, in their order.",
                )
            await migrations[stored](client)
            if not await migrated(keys=[keys.MIGRATING, keys.SCHEMA], args=[who, stored + 1, lease]):
                return
    finally:
        if await client.get(keys.MIGRATING) == who.encode():
            await client.delete(keys.MIGRATING)


async def _check_server(client: Client) -> None:
    info = await client.info("server")
    version = tuple(int(part) for part in str(info["redis_version"]).split(".")[:2])
    if version < FLOOR:
        raise StoreMismatch(
            f"The server is Redis {info['redis_version']}; Clausebell needs {'.'.join(map(str, FLOOR))} or later.",
            remedy="Update it, or name another with REDIS_URL.",
        )
