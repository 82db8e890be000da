"""What the doctor finds out about Redis."""

from pathlib import Path

from bot.store.connect import Client
from bot.store.doctor import examine
from bot.store.store import Store
from tests.store.samples import delivery


async def test_our_own_server_is_in_order(tmp_path: Path) -> None:
    """The embedded server keeps what it is given and never drops it."""
    checks = await examine(None, tmp_path)
    assert len(checks) == 3
    assert all(check.ok for check in checks)


async def test_a_server_that_forgets_is_found_out(server: str, redis: Client) -> None:
    """A server without an append-only file, or one that evicts, is reported with what to set."""
    await redis.execute_command("CONFIG SET", "maxmemory-policy", "allkeys-lru")
    try:
        remedies = [check.remedy for check in await examine(server, Path("unused")) if not check.ok]
    finally:
        await redis.execute_command("CONFIG SET", "maxmemory-policy", "noeviction")
    assert len(remedies) == 2
    assert "appendonly yes" in remedies[0]
    assert "maxmemory-policy noeviction" in remedies[1]


async def test_dead_letters_are_counted(server: str, store: Store) -> None:
    """Deliveries that were put aside are counted, with the reason of the last one."""
    await store.deliveries.enqueue([delivery("1"), delivery("2")])
    for number, (ticket, claimed) in enumerate(await store.deliveries.claim(9, 0)):
        await store.deliveries.dead(ticket, claimed, f"reason {number}")
    told = [check.what for check in await examine(server, Path("unused")) if "put aside" in check.what]
    assert len(told) == 1
    assert told[0].endswith("2 deliveries were put aside, the last because: reason 1")


async def test_newer_data_are_one_failed_check(server: str, redis: Client) -> None:
    """Data that this program may not touch are one check that failed, with its remedy."""
    await redis.execute_command("HSET", "cb:schema", "layout", 9)
    [check] = await examine(server, Path("unused"))
    assert not check.ok
    assert "newer Clausebell" in check.remedy
