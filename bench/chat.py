"""A change told to two thousand Discord servers, and commands answered meanwhile, beside a floor of the same run.

    python bench/chat.py [--guilds 2000] [--shards 2]

The real discord.py talks to the fake Discord of `tests/fakes/discord`, which keeps Discord's limits in a process of its
own. The floor posts the same bodies with plain aiohttp. CPU is that of this process alone; the fake tells how long it
waited for an answer to each command.
"""

import argparse
import asyncio
import json
import random
import resource
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.app import SystemClock, desk_on
from bot.chat.discord.client import DiscordChat
from bot.deliver.courier import Courier
from bot.deliver.fanout import FanOut
from bot.deliver.words import Words
from bot.model.delivery import Delivery, Subject
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.ports import DocumentState, Poster, Step
from bot.store.store import Store, open_store
from bot.wording.language import load_languages
from tests.fakes.discord import FakeDiscord
from tests.fakes.outside import Json, serving
from tests.fakes.tunegarden import CATALOGUE, change

FLOOR, PER_SECOND, CONCURRENCY = 200, 25.0, 16
SLASH_EVERY = 0.2


async def serve(guilds: int, shards: int) -> None:
    """The fake, in a process of its own: its address on the first line, then a line of figures for each line asked."""
    async with FakeDiscord(shards=shards) as discord:
        made = [discord.add_guild(f"Guild {n}") for n in range(guilds)]
        places = [(guild["id"], guild["channels"][0]["id"]) for guild in made]
        _say({"base": discord.base, "ws_url": discord.ws_url, "token": discord.token, "places": places})
        reader = asyncio.StreamReader(limit=1 << 20)
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        asking: asyncio.Task[None] | None = None
        waited: list[float] = []
        while line := (await reader.readline()).decode().strip():
            if line == "ask":
                asking = asyncio.create_task(_ask(discord, made, waited))
            elif asking:
                asking.cancel()
            limited = sum(request.status == 429 for request in discord.requests)
            posted = len(discord.calls("create_message"))
            _say({"waited": waited, "limited": limited, "posted": posted, "violations": discord.violations[:3]})


def _say(row: Json) -> None:
    sys.stdout.write(json.dumps(row) + "\n")
    sys.stdout.flush()


async def _ask(discord: FakeDiscord, guilds: list[Json], waited: list[float]) -> None:
    """Commands, one after the other, each in another server."""
    for guild in guilds:
        asked = await discord.slash("optout", guild, platform="tunegarden")
        waited.append(asked.ack_after)
        await asyncio.sleep(SLASH_EVERY)


async def floor(address: Json, body: Json) -> float:
    """CPU milliseconds of a post with plain aiohttp, at the permitted rate."""
    headers = {"Authorization": f"Bot {address['token']}"}
    began = time.process_time()
    async with aiohttp.ClientSession(headers=headers) as session:
        for n, (_, channel) in enumerate(address["places"][:FLOOR]):
            url = f"{address['base']}/channels/{channel}/messages"
            async with session.post(url, json={**body, "nonce": f"floor{n}"}) as response:
                await response.read()
            await asyncio.sleep(1 / PER_SECOND)
    return 1000 * (time.process_time() - began) / FLOOR


async def tell(store: Store, poster: Poster, address: Json) -> tuple[float, float, float]:
    """Seconds until all are queued, seconds until all are posted, CPU milliseconds of a post."""
    clock = SystemClock()
    for guild, channel in address["places"]:
        where = Destination(ChatName.DISCORD, guild, channel)
        await store.subscriptions.put(Subscription(where, (Watch("all"),)))
    told = change()
    claim = await store.schedule.claim_now(str(told.document), 60)
    await store.documents.commit(told.document, claim, Step(DocumentState(), change=told), due_in=60)
    fanout = FanOut(CATALOGUE, store.outbox, store.news, store.subscriptions, store.deliveries, clock)
    words = Words(CATALOGUE, store.news, load_languages())
    chance = random.Random(1).random
    posters = {ChatName.DISCORD: poster}
    courier = Courier(store.deliveries, store.subscriptions, posters, {}, words, chance, CONCURRENCY, 60, 30)
    began = time.perf_counter()
    await fanout.once()
    queued = time.perf_counter() - began
    stop = asyncio.Event()
    began, cpu = time.perf_counter(), time.process_time()
    running = asyncio.create_task(courier.run(stop))
    await _until(lambda: _posted(store, address, told.id), 1.0)
    posted, cpu = time.perf_counter() - began, time.process_time() - cpu
    stop.set()
    await running
    return queued, posted, 1000 * cpu / len(address["places"])


async def _posted(store: Store, address: Json, told: str) -> bool:
    """Whether the last ones are posted; they go out in about the order of the channels."""
    for guild, channel in reversed(address["places"][-60:]):
        row = Destination(ChatName.DISCORD, guild, channel)
        if not await store.deliveries.posted(Delivery(Subject("change", told), row)):
            return False
    return True


async def _until(true: Callable[[], Awaitable[bool]], pause: float) -> None:
    while not await true():  # noqa: ASYNC110 (what is waited for happens elsewhere)
        await asyncio.sleep(pause)


async def main(guilds: int, shards: int) -> None:
    languages = load_languages()
    async with serving(__file__, guilds=guilds, shards=shards) as other, open_store(None, throwaway=True) as store:
        address, posters = other.ready, dict[ChatName, Poster]()
        desk = desk_on(store, CATALOGUE, posters, languages, SystemClock())
        chat = DiscordChat(address["token"], desk, languages, api_url=address["base"], gateway_url=address["ws_url"])
        posters[ChatName.DISCORD] = chat.poster
        stop = asyncio.Event()
        began, before = time.perf_counter(), _megabytes()
        running = asyncio.create_task(chat.run(stop))
        await chat._client.settled.wait()  # noqa: SLF001 (what posts wait for)
        ready, held = time.perf_counter() - began, _megabytes()
        print(f"{guilds} servers in {shards} shards: ready after {ready:.1f} s; {held:.0f} MB (before: {before:.0f})")
        await other.say("ask")
        queued, posted, cost = await tell(store, chat.poster, address)
        figures = await other.say("stop asking")
        body = {"content": "", "embeds": [{"title": "x" * 60, "description": "y" * 1200}], "enforce_nonce": True}
        least = await floor(address, body)
        rate = guilds / posted
        print(f"queued in {queued:.2f} s; posted in {posted:.0f} s, {rate:.1f} a second of {PER_SECOND:.0f} permitted")
        print(f"CPU a post: {cost:.1f} ms; floor {least:.1f} ms; ratio {cost / least:.1f}")
        print(f"answers 429: {figures['limited']}; violations: {figures['violations']}")
        waited = sorted(1000 * seconds for seconds in figures["waited"])
        most = statistics.quantiles(waited, n=100)[98]
        print(f"{len(waited)} commands meanwhile: median {statistics.median(waited):.0f} ms, 99th {most:.0f} ms")
        stop.set()
        await running


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guilds", type=int, default=2000)
    parser.add_argument("--shards", type=int, default=2)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    asyncio.run((serve if given.serve else main)(given.guilds, given.shards))
