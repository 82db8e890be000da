"""Nothing is lost and nothing told twice, whoever is killed: a worker, the server, or both."""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.model.delivery import Delivery, Subject
from bot.model.subscription import ChatName, Destination
from bot.store.connect import Client
from bot.store.server import serve
from bot.store.store import Store, open_store
from tests.store.child import LEASE, process_id
from tests.store.children import child, until
from tests.store.samples import TERMS, adopt, change, version

OUTBOX = "cb:1:{w0}:outbox"


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """Address of a server that keeps what it is given."""
    async with serve(None, tmp_path) as found:
        yield found


async def kill_server(address: str) -> None:
    """Kill the server as the kernel would, and wait until it is gone."""
    process = await process_id(address)
    os.kill(process, signal.SIGKILL)


async def drain(store: Store) -> list[Delivery]:
    """All deliveries that come, with those of dead workers, and done."""
    come = []
    while claimed := await store.deliveries.claim(500, 3 * LEASE):
        for ticket, delivery in claimed:
            assert await store.deliveries.done(ticket, delivery, "m")
            come.append(delivery)
    return come


async def test_a_watcher_is_killed(tmp_path: Path, address: str) -> None:
    """Whenever a watcher and the server die, each committed change is told once, and none by half."""
    said = []
    for lines in (1, 40):
        with child("watch", tmp_path) as watcher:
            assert await watcher.line() == "ready"
            said += [await watcher.line() for _ in range(lines)]
            await kill_server(address)
            said += [line for line in watcher.kill() if line]
    async with open_store(None, tmp_path, consumer="after") as store:
        told = [subject.id for _, subject in await store.outbox.claim(100_000, 0)]
        latest = await store.news.latest(most=100_000)
    assert len(told) == len(set(told))
    assert set(said) <= set(told)
    assert sorted(told) == sorted(change.id for change in latest)


async def test_a_fan_out_is_killed(tmp_path: Path, address: str) -> None:
    """When a fan-out and the server die half-way, the next one completes it, and every delivery is queued once."""
    redis = Client.to(address)
    async with open_store(None, tmp_path, consumer="parent", lease=LEASE) as store:
        claim = await store.schedule.claim_now(str(TERMS), 60)
        before, after = version("Old."), version("New.")
        await store.documents.commit(TERMS, claim, adopt(after, told=change("c1", before, after)), due_in=60)
        with child("fan_out", tmp_path) as first:
            for _ in range(9):
                assert await first.line()
            await kill_server(address)

        async def done() -> bool:
            return not await redis.xlen(OUTBOX)

        with child("fan_out", tmp_path):
            await until(done)
        queued = Counter(delivery.destination.channel for delivery in await drain(store))
    await redis.aclose()
    assert queued == {str(channel): 1 for channel in range(200)}


async def test_couriers_are_killed(tmp_path: Path, address: str) -> None:
    """Though couriers keep dying, every delivery is posted; twice only what was in hand at a death."""
    subject = Subject("change", "c1")
    deliveries = [Delivery(subject, Destination(ChatName.DISCORD, "1", str(number))) for number in range(300)]
    posted: Counter[str] = Counter()
    in_hand: set[str] = set()
    async with open_store(None, tmp_path, consumer="parent", lease=LEASE) as store:
        await store.deliveries.enqueue(deliveries)
        for deaths in range(4):
            with child("carry", tmp_path) as courier:
                assert await courier.line() == "ready"
                lines = [await courier.line() for _ in range(15 * deaths + 1)]
                if deaths % 2:
                    await kill_server(address)
                lines += [line for line in courier.kill() if line]
            posted.update(lines)
            in_hand.add(lines[-1])
        posted.update(delivery.id for delivery in await drain(store))
        recorded = await asyncio.gather(*map(store.deliveries.posted, deliveries))
    assert set(posted) == {delivery.id for delivery in deliveries}
    assert {identity for identity, times in posted.items() if times > 1} <= in_hand
    assert all(recorded)


async def test_work_goes_on_when_the_server_is_killed(tmp_path: Path, address: str) -> None:
    """A program whose server is killed under it starts it anew, and its calls wait for that instead of failing."""
    async with open_store(None, tmp_path, consumer="one") as store:
        await store.deliveries.enqueue([Delivery(Subject("change", "c1"), Destination(ChatName.DISCORD, "1", "1"))])
        await kill_server(address)
        assert len(await store.deliveries.claim(9, 5)) == 1
