"""A stream shared by the workers of a group, and the outbox, which is one.

An entry belongs to the consumer that read it until it is settled, or until nobody touched it for the length of the
lease; then another takes it over, whether new entries come or not. The count of deliveries that Redis keeps for each
entry fences: who was given it for the second time is not mistaken for who was given it first, even under one name.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress

from redis.exceptions import ResponseError

from bot.errors import StoreUnavailable
from bot.model.delivery import Subject
from bot.ports import Backlog, Ticket
from bot.store.connect import Client

DEATHS = 5
"""Workers that may die over an entry; the next time, it becomes a dead letter without being tried."""
BLOCK = 2.0
"""Seconds that one read waits at most; well below the client's own limit for an answer."""
GONE = 24 * 3600
"""Seconds after which a consumer without entries is struck off."""


class Stream:
    """One stream and our place in its group. `lease` in seconds; `now` as for the scripts."""

    def __init__(
        self, client: Client, key: str, dead: str, group: str, consumer: str, lease: float, now: Callable[[], str]
    ) -> None:
        self.key = key
        self.dead = dead
        self.now = now
        self._client = client
        self._group = group
        self._consumer = consumer
        self._lease = lease
        self._cursor = b"0-0"
        self._sweep_at = 0.0
        self._join = client.script("join")
        self._reclaim = client.script("reclaim")
        self._renew = client.script("renew")
        self._finish = client.script("finish")
        self._leave = client.script("leave")

    async def join(self) -> None:
        """Make the group where it is missing; it begins with the first entry, not with the next."""
        await self._join(keys=[self.key], args=[self._group, GONE * 1000])

    async def leave(self) -> None:
        """Hand back what is still ours, for others to take at once.

        Where that is not possible any more, they take it when its lease ends.
        """
        with suppress(StoreUnavailable, ResponseError):
            await self._leave(keys=[self.key], args=[self._group, self._consumer, self._milliseconds])

    async def claim(self, limit: int, wait: float) -> list[tuple[Ticket, bytes]]:
        """Up to `limit` entries: abandoned ones first, else new ones, for which it waits up to `wait` seconds."""
        if limit < 1:
            return []
        try:
            return await self._claim(limit, wait)
        except ResponseError as error:
            if "NOGROUP" not in str(error):  # someone emptied the server
                raise
            await self.join()
            return await self._claim(limit, wait)

    async def renew(self, tickets: Sequence[Ticket]) -> None:
        """Start the lease of those that are still ours anew."""
        if tickets:
            flat = [part for ticket in tickets for part in (ticket.entry, ticket.deaths)]
            await self._renew(keys=[self.key], args=[self._group, self._consumer, *flat])

    async def holds(self, payload: str) -> bool:
        """Whether an entry with this payload is not finished yet."""
        rows = await self._client.execute_command("XRANGE", self.key, "-", "+")
        return any(fields[b"payload"].decode() == payload for _, fields in rows)

    async def finish(self, ticket: Ticket) -> None:
        """Take an entry out of the stream, even if it is another's by now."""
        await self._finish(keys=[self.key], args=[self._group, ticket.entry])

    async def backlog(self) -> Backlog:
        """How many entries there are, and how many were put aside."""
        queued, dead = [await self._client.execute_command("XLEN", key) for key in (self.key, self.dead)]
        return Backlog(queued, dead)

    def proof(self, ticket: Ticket) -> list[str | int]:
        """What a script needs to see whether an entry is still ours."""
        return [self._group, self._consumer, ticket.entry, ticket.deaths]

    @property
    def _milliseconds(self) -> int:
        return max(int(self._lease * 1000), 1)

    async def _claim(self, limit: int, wait: float) -> list[tuple[Ticket, bytes]]:
        clock = asyncio.get_running_loop().time
        until = clock() + wait
        while True:
            if clock() >= self._sweep_at and (taken := await self._abandoned(limit)):
                return taken
            if taken := await self._new(limit, min(until, self._sweep_at) - clock()):
                return taken
            if clock() >= until:
                return []

    async def _abandoned(self, limit: int) -> list[tuple[Ticket, bytes]]:
        """Look through a stretch of what is pending; the next stretch waits for the next round where this was all."""
        self._cursor, rows = await self._reclaim(
            keys=[self.key, self.dead],
            args=[self._group, self._consumer, self._milliseconds, self._cursor, limit, DEATHS, self.now()],
        )
        if self._cursor == b"0-0":
            self._sweep_at = asyncio.get_running_loop().time() + self._lease / 4
        return [(Ticket(entry.decode(), deaths), payload) for entry, payload, deaths in rows]

    async def _new(self, limit: int, wait: float) -> list[tuple[Ticket, bytes]]:
        block = int(min(wait, BLOCK) * 1000)
        waiting = ["BLOCK", block] if block > 0 else []
        found = await self._client.execute_command(
            *("XREADGROUP", "GROUP", self._group, self._consumer, "COUNT", limit, *waiting, "STREAMS", self.key, ">")
        )
        return [(Ticket(entry.decode()), fields[b"payload"]) for _, rows in found or () for entry, fields in rows]


class RedisOutbox:
    """`Outbox` on Redis."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    async def claim(self, limit: int, wait: float) -> Sequence[tuple[Ticket, Subject]]:
        """Up to `limit` subjects."""
        return [(ticket, subject(payload.decode())) for ticket, payload in await self._stream.claim(limit, wait)]

    async def done(self, ticket: Ticket) -> None:
        """Fanned out whole, which holds whoever has the entry by now."""
        await self._stream.finish(ticket)

    async def backlog(self) -> Backlog:
        """How many subjects there are."""
        return await self._stream.backlog()

    async def waiting(self, subject: Subject) -> bool:
        """Whether it is still in the stream."""
        return await self._stream.holds(str(subject))


def subject(text: str) -> Subject:
    """Read what `str()` of a subject gave."""
    kind, _, identity = text.partition(":")
    return Subject("change" if kind == "change" else "story", identity)
