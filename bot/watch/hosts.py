"""Politeness: how many requests a host gets at once, how far apart, and not before it is ready again."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.errors import SourceError


@dataclass(slots=True)
class _Host:
    places: asyncio.Semaphore
    free_at: float = 0.0
    silent_until: float = 0.0
    reason: str = ""


class Hosts:
    """Gives out turns at hosts: at most `at_once` at a time, begun at least `spacing` seconds apart.

    `clock` counts seconds, never backwards; `sleep` waits for some.
    """

    def __init__(
        self,
        at_once: int,
        spacing: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._at_once = at_once
        self._spacing = spacing
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn and hold it.

        Raises `SourceError` with `retry_after` while the host has asked to be left alone.
        """
        known = self._hosts.setdefault(host, _Host(asyncio.Semaphore(self._at_once)))
        async with known.places:
            now = self._clock()
            if now < known.silent_until:
                raise SourceError(
                    known.reason, f"{host} asked us to wait.", retry_after=round(known.silent_until - now, 1)
                )
            begins = max(now, known.free_at)
            known.free_at = begins + self._spacing
            if begins > now:
                await self._sleep(begins - now)
            yield

    def silence(self, host: str, seconds: float, reason: str) -> None:
        """Leave the host alone for so long: it said so, with the status that `reason` names."""
        known = self._hosts.setdefault(host, _Host(asyncio.Semaphore(self._at_once)))
        known.silent_until = max(known.silent_until, self._clock() + seconds)
        known.reason = reason
