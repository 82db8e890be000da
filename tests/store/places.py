"""Fixtures: a real Redis for the session, an empty database in it for each test, and stores on that."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from functools import partial

import pytest
import pytest_asyncio

from bot.store.connect import Client
from bot.store.server import throwaway
from bot.store.store import Store, open_store
from tests.fakes.world import HandClock

Opener = Callable[..., AbstractAsyncContextManager[Store]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server() -> AsyncIterator[str]:
    """Address of a server that lives as long as the session."""
    async with throwaway() as address:
        yield address


@pytest.fixture
async def redis(server: str) -> AsyncIterator[Client]:
    """A client of that server, whose database is empty."""
    client = Client.to(server)
    await client.flushall()
    yield client
    await client.aclose()


@pytest.fixture
def clock() -> HandClock:
    """A clock that stands still until a test moves it."""
    return HandClock()


@pytest.fixture
def opening(server: str, redis: Client, clock: HandClock) -> Opener:
    """Opens stores on the empty database, as processes would; takes what `open_store` takes."""
    del redis
    return partial(open_store, server, clock=clock)


@pytest.fixture
async def store(opening: Opener) -> AsyncIterator[Store]:
    """A store on the empty database."""
    async with opening(consumer="one") as opened:
        yield opened


@pytest.fixture
async def other(opening: Opener) -> AsyncIterator[Store]:
    """Another worker's store on the same database."""
    async with opening(consumer="other") as opened:
        yield opened


@pytest.fixture
async def brief(opening: Opener) -> AsyncIterator[tuple[Store, Store]]:
    """Two workers whose leases last 50 ms."""
    async with AsyncExitStack() as stack:
        open_one = partial(opening, lease=0.05, fanout_lease=0.05)
        first = await stack.enter_async_context(open_one(consumer="first"))
        second = await stack.enter_async_context(open_one(consumer="second"))
        yield first, second
