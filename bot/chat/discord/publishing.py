"""Shows messages of announcement channels to the channels that follow them, beside everything else."""

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable

import discord
import structlog

from bot.chat.discord.traffic import UNREACHABLE

PER_HOUR = 10
"""Messages that Discord lets a channel publish in an hour (developer documentation, "Crosspost Message")."""
HOUR = 3600.0
WAITING = 20
"""Messages of one channel that wait for their turn; further ones stay unpublished."""


class Publisher:
    """Publishes in the background: no post waits for it, none fails with it. What waits is lost with a restart."""

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._now = now
        self._sleep = sleep
        self._turns: dict[int, deque[float]] = defaultdict(deque)
        self._tasks: set[asyncio.Task[None]] = set()

    def take(self, message: discord.Message) -> None:
        """Publish this message as soon as its channel has room."""
        turns, now = self._turns[message.channel.id], self._now()
        while turns and turns[0] <= now - HOUR:
            turns.popleft()
        turn = max(now, turns[-PER_HOUR] + HOUR) if len(turns) >= PER_HOUR else now
        if len(turns) >= PER_HOUR + WAITING:
            structlog.get_logger("discord").info("not published", channel=message.channel.id, why="too many wait")
            return
        turns.append(turn)
        task = asyncio.ensure_future(self._publish(message, turn - now))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Give up what waits."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _publish(self, message: discord.Message, wait: float) -> None:
        """discord.py waits out a limit that Discord names, as when someone else publishes there too."""
        if wait:
            await self._sleep(wait)
        try:
            await message.publish()
        except (discord.DiscordException, *UNREACHABLE) as error:
            log = structlog.get_logger("discord")
            log.info("not published", channel=message.channel.id, message=message.id, why=str(error))
