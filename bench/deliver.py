"""Fan-out, digests and the courier at size, beside a floor of the same run.

    python bench/deliver.py [--destinations 50000] [--digests 10000] [--posts 5000]

A real Redis, a real fan-out and a real courier; the chat takes every message and does nothing with it. The floor does
with bare redis-py what no queue can do without: for each delivery a key that says that it was queued, and an entry in
the stream, a pipeline of 500 at a time.
"""

import argparse
import asyncio
import random
import sys
import time
from collections.abc import Awaitable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.deliver.courier import Courier
from bot.deliver.fanout import FanOut
from bot.deliver.words import Words
from bot.logs import set_up_logs
from bot.model.change import Change
from bot.model.delivery import Delivery, Subject
from bot.model.subscription import Cadence, ChatName, Destination, Subscription, Watch
from bot.ports import DocumentState, Step
from bot.store.codec import DELIVERY
from bot.store.connect import Client
from bot.store.server import throwaway
from bot.store.store import Store, open_store
from bot.wording.language import load_languages
from tests.fakes.tunegarden import CATALOGUE, change
from tests.fakes.world import Chat, HandClock

BATCH, CONCURRENCY = 500, 64
OTHER = "We may also train models on the drafts that you keep with us."


def places(count: int) -> list[Destination]:
    """As many channels, four to a server."""
    return [Destination(ChatName.DISCORD, str(10**17 + n // 4), str(2 * 10**17 + n)) for n in range(count)]


async def spent(work: Awaitable[object]) -> tuple[float, float]:
    """Seconds that pass over it, and seconds of our own CPU."""
    began, cpu = time.perf_counter(), time.process_time()
    await work
    return time.perf_counter() - began, time.process_time() - cpu


async def floor(client: Client, count: int) -> None:
    """Queue without a thought."""
    deliveries = [Delivery(Subject("change", "floor"), place) for place in places(count)]
    for at in range(0, count, BATCH):
        pipe = client.pipeline(transaction=False)
        for delivery in deliveries[at : at + BATCH]:
            pipe.set(f"floor:{delivery.id}", "", nx=True, ex=3600)
            pipe.xadd("floor", {"payload": DELIVERY.dump(delivery)})
        await pipe.execute()


async def publish(store: Store, told: Change) -> None:
    """Record a change as the watcher does."""
    claim = await store.schedule.claim_now(str(told.document), 60)
    await store.documents.commit(told.document, claim, Step(DocumentState(), change=told), due_in=60)


async def subscribe(store: Store, where: Sequence[Destination], cadence: Cadence) -> None:
    for at in range(0, len(where), BATCH):
        made = (Subscription(place, (Watch("all"),), cadence) for place in where[at : at + BATCH])
        await asyncio.gather(*map(store.subscriptions.put, made))


async def main(destinations: int, digests: int, posts: int) -> None:
    set_up_logs("ERROR", "json")
    clock = HandClock()
    languages = load_languages()
    async with throwaway() as address:
        client = Client.to(address)
        least, _ = await spent(floor(client, destinations))
        async with open_store(address, clock=clock) as store:
            fanout = FanOut(CATALOGUE, store.outbox, store.news, store.subscriptions, store.deliveries, clock)
            words = Words(CATALOGUE, store.news, languages)
            chat = Chat()
            courier = Courier(
                *(store.deliveries, store.subscriptions, {ChatName.DISCORD: chat}, {}, words),
                *(random.Random(1).random, CONCURRENCY, 60, 30),
            )
            await subscribe(store, places(destinations), "at_once")
            for told, what in ((replace(change(), effective=None), ""), (change(OTHER), ", with a reminder each")):
                await publish(store, told)
                took, cpu = await spent(fanout.once())
                print(f"{destinations} deliveries queued in {took:.1f} s (CPU {cpu:.1f}){what}")
            print(f"floor: {destinations} in {least:.1f} s; wanted: 5 s")
            took, cpu = await spent(carry(courier, chat, posts))
            print(f"courier: {1000 * cpu / posts:.2f} ms of CPU a delivery, {posts / took:.0f} a second")
            await client.flushall()
            await subscribe(store, places(digests), "daily")
            for n in range(5):
                await publish(store, change(f"{n} of the ways in which we may train models on your uploads."))
            took, cpu = await spent(fanout.once())
            print(f"5 changes gathered for {digests} daily digests in {took:.1f} s (CPU {cpu:.1f})")
            clock.time += timedelta(days=1)
            chat.posted.clear()
            took, cpu = await spent(store.deliveries.wake())
            print(f"{digests} digests woken in {took:.1f} s (CPU {cpu:.1f})")
            took, cpu = await spent(carry(courier, chat, digests))
            print(f"digests: {1000 * cpu / digests:.2f} ms of CPU each, {digests / took:.0f} a second")
        await client.aclose()


async def carry(courier: Courier, chat: Chat, most: int) -> None:
    """The courier's work, until so many are carried."""
    stop = asyncio.Event()
    running = asyncio.create_task(courier.run(stop))
    while len(chat.posted) < most:  # noqa: ASYNC110 (the chat of the tests tells nobody)
        await asyncio.sleep(0.01)
    stop.set()
    await running


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--destinations", type=int, default=50_000)
    parser.add_argument("--digests", type=int, default=10_000)
    parser.add_argument("--posts", type=int, default=5_000)
    given = parser.parse_args()
    asyncio.run(main(given.destinations, given.digests, given.posts))
