"""What the program tells of itself."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp

from bot.site.server import Site
from bot.store.store import Store


@asynccontextmanager
async def serving(store: Store, port: int) -> AsyncIterator[asyncio.Task[None]]:
    """A site that runs for a while."""
    stop = asyncio.Event()
    running = asyncio.create_task(Site(store.schedule, "127.0.0.1", port).run(stop))
    try:
        yield running
    finally:
        stop.set()
        await running


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def get(url: str) -> tuple[int, dict[str, object]]:
    """Status and body; asks again until somebody listens."""
    async with asyncio.timeout(10), aiohttp.ClientSession() as http:
        while True:
            try:
                async with http.get(url) as answer:
                    return answer.status, await answer.json()
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0)


async def test_it_is_healthy_and_ready_with_its_store(store: Store) -> None:
    """Both addresses answer 200 while Redis answers."""
    port = free_port()
    async with serving(store, port):
        assert await get(f"http://127.0.0.1:{port}/healthz") == (200, {"ok": True})
        assert (await get(f"http://127.0.0.1:{port}/readyz"))[0] == 200


async def test_a_port_that_is_taken_ends_only_the_site(store: Store) -> None:
    """Where the port is taken the site gives up, without an error."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        async with serving(store, other.getsockname()[1]) as running:
            await asyncio.wait_for(running, 10)
