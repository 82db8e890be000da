"""Which sources are due: a sorted set by time, in which a claim moves its source to the end of the lease."""

from collections.abc import Callable, Iterable, Sequence

from bot.ports import Claim
from bot.store import keys
from bot.store.connect import Client


class RedisSchedule:
    """`Schedule` on Redis. `now` gives the time for its scripts: seconds as text, or "" for the server's own."""

    def __init__(self, client: Client, now: Callable[[], str]) -> None:
        self._now = now
        self._sync = client.script("sync")
        self._claim = client.script("claim")
        self._claim_now = client.script("claim_now")
        self._next_due = client.script("next_due")

    async def sync(self, sources: Iterable[str], *, spread: float) -> None:
        """Make exactly these the sources, new ones in the order given."""
        await self._sync(keys=[keys.DUE, keys.CLAIMS], args=[self._now(), spread, *dict.fromkeys(sources)])

    async def claim(self, limit: int, lease: float) -> Sequence[Claim]:
        """Up to `limit` due sources."""
        if limit < 1:
            return ()
        flat = await self._claim(keys=[keys.DUE, keys.CLAIMS, keys.FENCE], args=[self._now(), limit, lease])
        words = [word.decode() for word in flat]
        return [Claim(source, token) for source, token in zip(words[::2], words[1::2], strict=True)]

    async def claim_now(self, source: str, lease: float) -> Claim:
        """This source, due or not."""
        token = await self._claim_now(keys=[keys.DUE, keys.CLAIMS, keys.FENCE], args=[self._now(), source, lease])
        return Claim(source, token.decode())

    async def next_due(self) -> float | None:
        """Seconds until the next source is due."""
        seconds = await self._next_due(keys=[keys.DUE], args=[self._now()])
        return None if seconds is None else float(seconds)
