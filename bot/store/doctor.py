"""Examines the Redis that we would use."""

from collections.abc import Sequence
from pathlib import Path

from bot.errors import StoreError, StoreMismatch
from bot.model.check import Check
from bot.store import keys
from bot.store.connect import Client, prepare
from bot.store.installs import RedisInstalls
from bot.store.server import serve


async def examine(url: str | None, data: Path, secrets: Sequence[str] = ()) -> list[Check]:
    """Whether it answers, is new enough, keeps what it is given, and never drops it."""
    what = "Redis" if url else f"embedded Redis in {data}"
    try:
        async with serve(url, data) as address:
            client = Client.to(address)
            try:
                await prepare(client)
                version = (await client.info("server"))["redis_version"]
                first = Check(ok=True, what=f"{what}: version {version}")
                return [
                    first,
                    *await _settings(client, what),
                    *await _dead_letters(client, what),
                    *await _installs(client, what, secrets),
                ]
            finally:
                await client.aclose()
    except StoreError as error:
        return [Check(ok=False, what=f"{what}: {error.message}", remedy=error.remedy)]


async def _installs(client: Client, what: str, secrets: Sequence[str]) -> list[Check]:
    """How many installed the app, and whether their tokens can be read; nothing where tokens are not stored."""
    if not secrets:
        return []
    try:
        count = await RedisInstalls(client, secrets).rekey()
    except StoreMismatch as error:
        return [Check(ok=False, what=f"{what}: {error.message}", remedy=error.remedy)]
    return [Check(ok=True, what=f"{what}: {count} installations of the app, whose tokens can be read")]


async def _dead_letters(client: Client, what: str) -> list[Check]:
    """What was put aside, with the reason of the last; nothing where nothing was."""
    found = []
    for key, name in ((keys.DEAD_DELIVERIES, "deliveries"), (keys.DEAD_SUBJECTS, "changes or stories")):
        for _, last in await client.execute_command("XREVRANGE", key, "+", "-", "COUNT", 1):
            said = f"{await client.xlen(key)} {name} were put aside, the last because: {last[b'reason'].decode()}"
            found.append(Check(ok=False, what=f"{what}: {said}", remedy=f"`redis-cli XRANGE {key} - +` shows them."))
    return found


async def _settings(client: Client, what: str) -> list[Check]:
    keeps = int((await client.info("persistence")).get("aof_enabled", 0)) == 1
    policy = (await client.info("memory")).get("maxmemory_policy", "noeviction")
    return [
        Check(
            ok=keeps,
            what=f"{what}: " + ("keeps an append-only file" if keeps else "may forget on a restart"),
            remedy="" if keeps else "Set `appendonly yes` on the server.",
        ),
        Check(
            ok=policy == "noeviction",
            what=f"{what}: eviction policy {policy}",
            remedy="" if policy == "noeviction" else "Set `maxmemory-policy noeviction`: what is evicted is lost.",
        ),
    ]
