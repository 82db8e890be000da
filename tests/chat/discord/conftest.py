"""A fake Discord, and Clausebell connected to it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest

from bot.chat import Desk
from bot.chat.discord.client import DiscordChat
from bot.wording.language import Languages
from tests.chat.discord.desk import NotingDesk
from tests.fakes.discord import FakeDiscord, Json

Serving = Callable[..., AbstractAsyncContextManager[DiscordChat]]


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    """A fake Discord that, at the end, must have had nothing to refuse."""
    async with FakeDiscord() as fake:
        yield fake
        assert fake.violations == []
        assert fake.invalid == []


@pytest.fixture
def guild(discord: FakeDiscord) -> Json:
    """A server with one channel."""
    return discord.add_guild("Art")


@pytest.fixture
def desk() -> NotingDesk:
    """Notes what it is asked."""
    return NotingDesk()


@pytest.fixture
def serving(discord: FakeDiscord, desk: NotingDesk, languages: Languages) -> Serving:
    """Connects Clausebell for as long as the block lasts."""

    @asynccontextmanager
    async def serve(desk: Desk = desk, **more: Any) -> AsyncIterator[DiscordChat]:
        settings = {"api_url": discord.base, "gateway_url": discord.ws_url, "settled": 0.03, **more}
        chat = DiscordChat(discord.token, desk, languages, **settings)
        stop = asyncio.Event()
        task = asyncio.create_task(chat.run(stop))
        try:
            await _before(discord.ready(), task)
            await _before(chat._client.settled.wait(), task)
            yield chat
        finally:
            stop.set()
            await asyncio.wait_for(task, 5)

    return serve


@pytest.fixture
async def chat(serving: Serving, guild: Json) -> AsyncIterator[DiscordChat]:
    """Clausebell, connected, in one server."""
    async with serving() as connected:
        yield connected


async def _before(wanted: Awaitable[object], task: asyncio.Task[None]) -> None:
    """Wait for what is wanted; where the task ends first, its error is the test's."""
    waiting = asyncio.ensure_future(wanted)
    await asyncio.wait({waiting, task}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        waiting.cancel()
        task.result()
    await asyncio.wait_for(waiting, 0.1)
