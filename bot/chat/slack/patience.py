"""What Slack takes later is waited for, as long as the process runs."""

import asyncio
from dataclasses import dataclass

from bot.ports import Clock

TRIES = 3
"""Times that a page or window is shown, where Slack asks for a pause or is unwell each time."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Waits by this clock, at most until `stop`."""

    clock: Clock
    stop: asyncio.Event

    async def rest(self, seconds: float) -> bool:
        """So long; False where we are to stop before."""
        waits = [asyncio.ensure_future(each) for each in (self.clock.sleep(seconds), self.stop.wait())]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        return not self.stop.is_set()
