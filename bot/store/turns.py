"""Whose turn it is to post where, over all processes."""

from collections.abc import Callable

from bot.model.subscription import Destination
from bot.ports import Wait
from bot.store import keys
from bot.store.connect import Client


class RedisTurns:
    """`Turns` on Redis: each of its methods is one script. `now` gives the time, as in `due.py`."""

    def __init__(self, client: Client, now: Callable[[], str]) -> None:
        self._now = now
        self._turn = client.script("turn")
        self._rest = client.script("rest")

    async def take(self, destination: Destination, seconds: float, share: float) -> Wait:
        """How long to wait; 0 takes the turn."""
        space = destination.chat, destination.space
        names = [keys.turn(destination), keys.rest(*space), keys.share(*space)]
        wait, whole = await self._turn(keys=names, args=[self._now(), seconds, 1 / share])
        return Wait(float(wait), bool(whole))

    async def rest(self, destination: Destination, seconds: float) -> None:
        """Let its space rest."""
        await self._rest(keys=[keys.rest(destination.chat, destination.space)], args=[self._now(), seconds])
