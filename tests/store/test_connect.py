"""Server and data must suit the program."""

import asyncio
import re

import pytest

from bot.errors import StoreMismatch, StoreUnavailable
from bot.store.connect import Client, prepare
from bot.store.store import Store
from tests.store.samples import delivery

LAYOUT = ("HGET", "cb:schema", "layout")


async def set_layout(redis: Client, layout: int) -> None:
    """Write what a program of that layout would have."""
    await redis.execute_command("HSET", "cb:schema", "layout", layout)


async def test_an_empty_server_gets_our_layout(redis: Client) -> None:
    """A server without data is marked with the layout of the program that comes first."""
    await prepare(redis, layout=3)
    assert await redis.execute_command(*LAYOUT) == b"3"


async def test_newer_data_are_refused_with_a_remedy(redis: Client) -> None:
    """A program that is older than the data says so and leaves them alone."""
    await set_layout(redis, 9)
    with pytest.raises(StoreMismatch, match=r"layout 9.*Run the newer Clausebell"):
        await prepare(redis)
    assert await redis.execute_command(*LAYOUT) == b"9"


async def test_older_data_are_brought_up_step_by_step(redis: Client) -> None:
    """Each step from the stored layout to ours is taken once, in order, and the lease is given back."""
    taken: list[int] = []

    async def first(client: Client) -> None:
        taken.append(1)
        await client.execute_command("SET", "moved", "yes")

    async def second(client: Client) -> None:
        assert await client.execute_command(*LAYOUT) == b"2"
        taken.append(2)

    await set_layout(redis, 1)
    await prepare(redis, layout=3, migrations={1: first, 2: second})
    await prepare(redis, layout=3, migrations={1: first, 2: second})
    assert taken == [1, 2]
    assert await redis.execute_command(*LAYOUT) == b"3"
    assert not await redis.exists("cb:migrating")


async def test_one_process_migrates_while_the_others_wait(redis: Client, server: str) -> None:
    """Of several that find older data, one takes the step; the others go on when it is done."""
    taken = 0

    async def step(client: Client) -> None:
        nonlocal taken
        taken += 1
        await asyncio.sleep(0)
        await client.ping()

    await set_layout(redis, 1)
    clients = [Client.to(server) for _ in range(4)]
    await asyncio.gather(*(prepare(c, layout=2, migrations={1: step}, patience=0.001) for c in clients))
    for client in clients:
        await client.aclose()
    assert taken == 1


async def test_a_step_that_fails_is_taken_again(redis: Client) -> None:
    """A migration that is cut off leaves the old layout and no lease, so that the next start tries again."""

    async def fails(client: Client) -> None:
        await client.ping()
        raise OSError("out of space")

    async def works(client: Client) -> None:
        await client.ping()

    await set_layout(redis, 1)
    with pytest.raises(OSError, match="out of space"):
        await prepare(redis, layout=2, migrations={1: fails})
    assert await redis.execute_command(*LAYOUT) == b"1"
    await prepare(redis, layout=2, migrations={1: works})
    assert await redis.execute_command(*LAYOUT) == b"2"


async def test_a_step_that_lost_its_lease_notes_nothing(redis: Client) -> None:
    """A migration whose lease another took meanwhile does not mark the data as migrated."""

    async def slow(client: Client) -> None:
        await client.execute_command("SET", "cb:migrating", "another")
        await set_layout(client, 2)

    await set_layout(redis, 1)
    await prepare(redis, layout=2, migrations={1: slow})
    assert await redis.execute_command("GET", "cb:migrating") == b"another"


async def test_data_without_a_way_to_ours_are_refused(redis: Client) -> None:
    """Data so old that no step leads from them are refused with what to do."""
    await set_layout(redis, 1)
    with pytest.raises(StoreMismatch, match="releases in between"):
        await prepare(redis, layout=3, migrations={})


REFUSALS = {
    "a wrong password": ("bell:wrong@", 0, "does not let us in.*password in REDIS_URL"),
    "a user without rights": ("bell:secret@", 0, "does not let us work.*ACL: ~cb"),
    "a database that is not there": ("", 4096, "lacks the database.*Write 0"),
}


@pytest.mark.parametrize(("user", "database", "said"), REFUSALS.values(), ids=REFUSALS.keys())
async def test_who_is_not_let_in_learns_what_to_correct(
    redis: Client, server: str, user: str, database: int, said: str
) -> None:
    """A server that refuses the user, the password, a command or the database is an error with its own remedy."""
    await redis.execute_command("ACL", "SETUSER", "bell", "reset", "on", ">secret", "~cb:*", "+@read")
    client = Client.to(server.replace("unix://", f"unix://{user}") + f"?db={database}")
    try:
        with pytest.raises(StoreUnavailable) as caught:
            await prepare(client)
    finally:
        await client.aclose()
        await redis.execute_command("ACL", "DELUSER", "bell")
    assert re.search(said, str(caught.value))


async def test_a_full_server_is_unavailable(redis: Client, store: Store) -> None:
    """Where the server has no room for writes, the error is one of ours and passes when there is."""
    await redis.execute_command("CONFIG", "SET", "maxmemory", 1)
    try:
        with pytest.raises(StoreUnavailable, match="takes no writes"):
            await store.deliveries.enqueue([delivery("1")])
    finally:
        await redis.execute_command("CONFIG", "SET", "maxmemory", 0)
    assert await store.deliveries.enqueue([delivery("1")]) == 1
