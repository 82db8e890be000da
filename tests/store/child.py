"""Processes that tests kill: `python -m tests.store.child WORK DATA`. Each says a line for each thing it did."""

import asyncio
import sys
from itertools import count
from pathlib import Path

from bot.model.delivery import Delivery
from bot.store.connect import Client
from bot.store.server import serve, throwaway
from bot.store.store import Store, open_store
from tests.store.samples import TERMS, adopt, change, subscription, version

LEASE = 0.5


def say(*words: object) -> None:
    """Tell whoever started us, at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


async def process_id(address: str) -> int:
    """Process id of the server."""
    client = Client.to(address)
    try:
        return int((await client.info("server"))["process_id"])
    finally:
        await client.aclose()


async def hold(data: Path) -> None:
    """Use the server until the input ends."""
    async with serve(None, data) as address:
        say(await process_id(address))
        await asyncio.to_thread(sys.stdin.read)


async def throw(data: Path) -> None:
    """Use a throwaway server until the input ends."""
    del data
    async with throwaway() as address:
        say(await process_id(address), address)
        await asyncio.to_thread(sys.stdin.read)


async def watch(store: Store) -> None:
    """Commit change after change."""
    before = version("At first.")
    for number in count(len(await store.news.latest(most=1_000_000))):
        after = version(f"Edition {number}.")
        claim = await store.schedule.claim_now(str(TERMS), 60)
        told = change(f"c{number}", before, after)
        if not await store.documents.commit(TERMS, claim, adopt(after, before, told=told), due_in=60):
            return
        say(told.id)
        before = after


async def fan_out(store: Store) -> None:
    """Queue every subject's deliveries, ten at a time."""
    while True:
        for ticket, subject in await store.outbox.claim(1, 1):
            for tens in range(20):
                channels = [subscription(str(tens * 10 + unit), "all").destination for unit in range(10)]
                await store.deliveries.enqueue([Delivery(subject, channel) for channel in channels])
                say(subject, tens)
            await store.outbox.done(ticket)


async def carry(store: Store) -> None:
    """Say what is posted, one delivery at a time, before it is recorded."""
    while True:
        for ticket, delivery in await store.deliveries.claim(1, 1):
            say(delivery.id)
            await store.deliveries.done(ticket, delivery, f"m-{delivery.id}")


async def main(work: str, data: Path) -> None:
    """Do one of the above."""
    if alone := {"hold": hold, "throw": throw}.get(work):
        await alone(data)
        return
    async with open_store(None, data, consumer=work, lease=LEASE, fanout_lease=LEASE) as store:
        say("ready")
        await {"watch": watch, "fan_out": fan_out, "carry": carry}[work](store)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
