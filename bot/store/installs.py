"""Who installed the app, and what may happen once: tokens are encrypted with Fernet keys that Redis never sees."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from redis.exceptions import LockError

from bot.errors import StoreMismatch
from bot.model.install import Install
from bot.store import codec, keys
from bot.store.connect import Client

ALONE = 60.0
"""Seconds after which another may renew tokens, should a process die over it; Slack has 30 to answer."""
BATCH = 200
"""Installations that are read at once."""


class RedisInstalls:
    """`Installs` on Redis. The first of `secrets` encrypts, each of them decrypts."""

    def __init__(self, client: Client, secrets: Sequence[str]) -> None:
        self._client = client
        self._fernet = MultiFernet([Fernet(secret) for secret in secrets])
        self._swap = client.script("swap")
        self._belong = client.script("belong")
        self._uninstall = client.script("uninstall")

    async def put(self, install: Install) -> None:
        """Keep it in place of what was there."""
        await self._client.execute_command("HSET", keys.INSTALLS, install.id, self._seal(install))

    async def find(self, team: str, enterprise: str = "") -> Install | None:
        """What serves a workspace: its own, else its organisation's."""
        if own := await self._read(team):
            return self._open(team, own)
        if not enterprise:
            known = await self._client.execute_command("HGET", keys.ORGS, team)
            enterprise = known.decode() if known else ""
        whole = await self._read(enterprise)
        return self._open(enterprise, whole) if whole else None

    async def belongs(self, team: str, enterprise: str) -> None:
        """Note whose a workspace is."""
        await self._belong(keys=[keys.ORGS, keys.teams(enterprise)], args=[team, enterprise])

    async def renew(self, before: Install, after: Install) -> bool:
        """Put `after` in place of `before`, if that is still there."""
        there = await self._read(before.id)
        if there is None or self._open(before.id, there) != before:
            return False
        return bool(await self._swap(keys=[keys.INSTALLS], args=[before.id, there, self._seal(after)]))

    @asynccontextmanager
    async def alone(self, install: str) -> AsyncIterator[bool]:
        """True for one at a time."""
        lock = self._client.lock(keys.alone(install), timeout=ALONE, blocking=False)
        mine = await lock.acquire()
        try:
            yield mine
        finally:
            if mine:
                with suppress(LockError):  # it ended by itself
                    await lock.release()

    async def forget(self, install: str) -> frozenset[str]:
        """Erase an installation."""
        rows = [keys.INSTALLS, keys.ORGS, keys.teams(install), keys.teams("")]
        served = await self._uninstall(keys=rows, args=[install])
        return frozenset(team.decode() for team in served)

    async def rekey(self) -> int:
        """Encrypt every installation with the newest key, and return how many there are.

        Raises `StoreMismatch` where one can be read with none of the keys.
        """
        count, cursor = 0, 0
        while True:
            cursor, found = await self._client.execute_command("HSCAN", keys.INSTALLS, cursor, "COUNT", BATCH)
            for name, row in found.items():
                fresh = self._seal(self._open(name.decode(), row))
                await self._swap(keys=[keys.INSTALLS], args=[name, row, fresh])
                count += 1
            if cursor == 0:
                return count

    async def _read(self, install: str) -> bytes | None:
        row: bytes | None = await self._client.execute_command("HGET", keys.INSTALLS, install)
        return row

    def _seal(self, install: Install) -> bytes:
        return self._fernet.encrypt(codec.INSTALL.dump(install))

    def _open(self, name: str, row: bytes) -> Install:
        try:
            return codec.INSTALL.load(self._fernet.decrypt(row))
        except InvalidToken as error:
            raise StoreMismatch(
                f"The tokens of {name} were encrypted with another key.",
                remedy="Append the earlier key to CLAUSEBELL_SECRET_KEY, after a comma.",
            ) from error


class RedisOnce:
    """`Once` on Redis: each of its methods is one command."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def first(self, name: str, seconds: float) -> bool:
        """True the first time."""
        milliseconds = round(seconds * 1000)
        return bool(await self._client.execute_command("SET", keys.once(name), "", "NX", "PX", milliseconds))

    async def keep(self, name: str, seconds: float) -> None:
        """Let it be taken once."""
        await self._client.execute_command("SET", keys.once(name), "", "PX", round(seconds * 1000))

    async def take(self, name: str) -> bool:
        """True for who takes it."""
        return await self._client.execute_command("GETDEL", keys.once(name)) is not None
