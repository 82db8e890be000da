"""What goes out: at what pace, when not at all, and what is to be finished before the connection is closed."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress

import aiohttp
import structlog

from bot.errors import Later

BACK_OFF = 0.0
"""As the seconds of `Later`: Discord names no time, the courier knows how long to wait."""
UNREACHABLE = (aiohttp.ClientError, OSError, TimeoutError)
"""What discord.py raises where Discord does not answer."""

_REFUSALS = frozenset({401, 403, 429})


class Pace:
    """Lets so many through a second, evenly, whoever comes first."""

    def __init__(
        self,
        per_second: float,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gap = 1 / per_second
        self._now = now
        self._sleep = sleep
        self._next = 0.0

    async def turn(self) -> None:
        """Wait for the next free moment, and take it."""
        now = self._now()
        moment = max(now, self._next)
        self._next = moment + self._gap
        if moment > now:
            await self._sleep(moment - now)


class Breaker:
    """Counts the answers by which Discord refuses, and says for how long to rest once there were too many.

    Discord shuts an address out after 10,000 answers of 401, 403 or 429 within ten minutes, those 429 aside that many
    share (support-dev.discord.com, article 6223003921559). `most` are let pass within `window` seconds.
    """

    def __init__(self, most: int = 1000, window: float = 600.0, now: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._window = window
        self._now = now
        self._refused: deque[float] = deque()

    def wait(self) -> float:
        """Seconds until there is room again; 0 where there is."""
        now = self._now()
        while self._refused and self._refused[0] <= now - self._window:
            self._refused.popleft()
        return self._refused[-self._most] + self._window - now if len(self._refused) >= self._most else 0.0

    def trace(self) -> aiohttp.TraceConfig:
        """What an HTTP session needs to tell us of every answer."""
        config = aiohttp.TraceConfig()
        config.on_request_end.append(self._answered)
        return config

    async def _answered(self, _: object, __: object, end: aiohttp.TraceRequestEndParams) -> None:
        shared = end.response.headers.get("X-RateLimit-Scope") == "shared"
        if end.response.status not in _REFUSALS or shared:
            return
        self._refused.append(self._now())
        if len(self._refused) == self._most:
            remedy = "see which permission or token is missing in the lines before"
            structlog.get_logger("discord").error("posting rests", refused=self._most, remedy=remedy)


class Gate:
    """What every message goes through, whoever sends it."""

    def __init__(self, pace: Pace, breaker: Breaker, closed: Callable[[], bool]) -> None:
        self._pace = pace
        self._breaker = breaker
        self._closed = closed

    async def turn(self) -> None:
        """Wait for the next free moment. Raises `Later` where we are disconnecting, or were refused too often."""
        if wait := self._breaker.wait():
            raise Later("Discord refused too many requests, so posting rests", seconds=wait)
        await self._pace.turn()
        if self._closed():
            raise Later("Clausebell is disconnecting from Discord", seconds=BACK_OFF)


class UnderWay:
    """Counts what has begun, so that an end can wait for it."""

    def __init__(self) -> None:
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Something that is under way for as long as the block lasts."""
        self._count += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._count -= 1
            if not self._count:
                self._idle.set()

    async def finished(self, within: float) -> None:
        """Wait until nothing is under way, but no longer than so many seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), within)
