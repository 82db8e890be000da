"""What is to be posted: a stream, with places beside it for what waits, is held, or is given up."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import structlog

from bot.errors import StoreMismatch
from bot.model.delivery import Delivery, Subject
from bot.model.subscription import Destination
from bot.ports import Backlog, Ticket
from bot.store import codec, keys
from bot.store.connect import Client
from bot.store.streams import Stream, subject

QUEUED_KEPT = 30 * 24 * 3600
"""Seconds for which a delivery is not queued a second time."""
POSTED_KEPT = 90 * 24 * 3600
"""Seconds for which we know as which message a delivery was posted."""
NOTHING = b"-"
"""Stands for the message of a delivery that came to none (`done.lua`, `dead.lua`)."""
BATCH = 500
"""Deliveries that one script moves: about two milliseconds of the server's time."""


class RedisDeliveries:
    """`Deliveries` on Redis."""

    def __init__(self, client: Client, stream: Stream) -> None:
        self._client = client
        self._stream = stream
        self._enqueue = client.script("enqueue")
        self._done = client.script("done")
        self._later = client.script("later")
        self._dead = client.script("dead")
        self._hold = client.script("hold")
        self._release = client.script("release")
        self._drop = client.script("drop")
        self._wake = client.script("wake")
        self._schedule = client.script("schedule")
        self._gather = client.script("gather")
        self._admit = client.script("admit")

    async def enqueue(self, deliveries: Sequence[Delivery]) -> int:
        """Queue those never queued before, a batch a round trip."""
        new = 0
        for at in range(0, len(deliveries), BATCH):
            batch = deliveries[at : at + BATCH]
            new += await self._enqueue(
                keys=[keys.QUEUE, *(keys.seen(delivery.id) for delivery in batch)],
                args=[QUEUED_KEPT, *map(codec.DELIVERY.dump, batch)],
            )
        return new

    async def claim(self, limit: int, wait: float) -> Sequence[tuple[Ticket, Delivery]]:
        """Up to `limit` deliveries.

        One that cannot be read is left to its lease: a newer program may know it, and after enough leases it is a
        dead letter.
        """
        claimed = []
        for ticket, payload in await self._stream.claim(limit, wait):
            try:
                claimed.append((ticket, codec.DELIVERY.load(payload)))
            except StoreMismatch as error:
                structlog.get_logger("store").warning("delivery left", entry=ticket.entry, why=str(error))
        return claimed

    async def renew(self, tickets: Sequence[Ticket]) -> None:
        """Hold on to what is still being worked on."""
        await self._stream.renew(tickets)

    async def done(self, ticket: Ticket, delivery: Delivery, message: str, then: Sequence[Delivery] = ()) -> bool:
        """Posted as `message`; what is to come after that is queued in the same step."""
        places = [keys.seen(one.id) for one in (delivery, *then)]
        args = [*self._stream.proof(ticket), message, POSTED_KEPT, QUEUED_KEPT, *map(codec.DELIVERY.dump, then)]
        return bool(await self._done(keys=[keys.QUEUE, *places], args=args))

    async def later(self, ticket: Ticket, delivery: Delivery, seconds: float) -> bool:
        """Queue it again in so many seconds."""
        again = codec.DELIVERY.dump(replace(delivery, attempt=delivery.attempt + 1))
        to = delivery.destination
        args = [*self._stream.proof(ticket), again, seconds, self._stream.now(), str(to), delivery.id]
        return bool(await self._later(keys=[keys.QUEUE, keys.LATER, *_plan(to)], args=args))

    async def dead(self, ticket: Ticket, delivery: Delivery, reason: str) -> bool:
        """Put it aside for the operator."""
        places = [keys.QUEUE, keys.DEAD_DELIVERIES, keys.seen(delivery.id)]
        args = [*self._stream.proof(ticket), codec.DELIVERY.dump(delivery), reason, self._stream.now(), POSTED_KEPT]
        return bool(await self._dead(keys=places, args=args))

    async def dead_letters(self, most: int = 100) -> Sequence[tuple[Delivery, str]]:
        """What was put aside, newest first; what cannot be read is left out."""
        letters = []
        for _, entry in await self._client.execute_command("XREVRANGE", keys.DEAD_DELIVERIES, "+", "-", "COUNT", most):
            with suppress(StoreMismatch):
                letters.append((codec.DELIVERY.load(entry[b"payload"]), entry[b"reason"].decode()))
        return letters

    async def hold(self, ticket: Ticket, delivery: Delivery, then: Sequence[Delivery] = ()) -> bool:
        """Keep it with its destination; what is to come after that is queued in the same step."""
        to = delivery.destination
        places = [keys.held(to), keys.awaiting(to.chat, to.space), *(keys.seen(one.id) for one in then)]
        args = [*self._stream.proof(ticket), codec.DELIVERY.dump(delivery), str(to), QUEUED_KEPT]
        return bool(await self._hold(keys=[keys.QUEUE, *places], args=[*args, *map(codec.DELIVERY.dump, then)]))

    async def release(self, destination: Destination) -> int:
        """Queue again what was held for it, in its order."""
        released = 0
        while moved := await self._release(keys=[keys.held(destination), keys.QUEUE], args=[BATCH]):
            released += moved
        return released

    async def drop(self, destination: Destination) -> int:
        """Forget what was held, scheduled and gathered for it."""
        dropped: int = await self._drop(keys=[keys.held(destination)], args=[keys.DELIVERING, str(destination)])
        return dropped

    async def wake(self) -> int:
        """Queue what is due, a batch a round trip, until nothing is."""
        woken = 0
        args: list[str | int] = [self._stream.now(), BATCH, keys.DELIVERING]
        while moved := await self._wake(keys=[keys.LATER, keys.QUEUE], args=args):
            woken += moved
        return woken

    async def posted(self, delivery: Delivery) -> str | None:
        """The message it was posted as."""
        message = await self._client.execute_command("GET", keys.seen(delivery.id)) or NOTHING
        return None if message == NOTHING else message.decode()

    async def pending(self, delivery: Delivery) -> bool:
        """Whether it is on its way."""
        message = await self._client.execute_command("GET", keys.seen(delivery.id))
        return message is not None and not message

    async def schedule(self, deliveries: Sequence[Delivery], at: datetime) -> int:
        """Plan those never queued before, a batch a round trip; each is remembered for 30 days after its time."""
        new = 0
        for first in range(0, len(deliveries), BATCH):
            batch = deliveries[first : first + BATCH]
            places = [key for d in batch for key in (keys.seen(d.id), *_plan(d.destination))]
            texts = [part for d in batch for part in (str(d.destination), d.id, codec.DELIVERY.dump(d))]
            args = [at.timestamp(), QUEUED_KEPT, self._stream.now(), *texts]
            new += await self._schedule(keys=[keys.LATER, *places], args=args)
        return new

    async def gather(self, digests: Sequence[Delivery], subjects: Sequence[Subject], at: datetime) -> None:
        """Put subjects into digests, a batch a round trip.

        One that a destination was told, or has in another digest, stays out of its digest.
        """
        for first in range(0, len(digests), BATCH):
            batch = digests[first : first + BATCH]
            places = [key for digest in batch for key in _gathering(digest, subjects)]
            texts = [part for d in batch for part in (str(d.destination), d.id, d.subject.id, codec.DELIVERY.dump(d))]
            times = (at.timestamp(), QUEUED_KEPT, self._stream.now(), POSTED_KEPT)
            args = [*times, len(subjects), *map(str, subjects), *texts]
            await self._gather(keys=[keys.LATER, *places], args=args)

    async def admit(self, ticket: Ticket, delivery: Delivery, most: int, seconds: float) -> bool:
        """Post it by itself; else it is in the digest of the rest, which is named after the first in it."""
        to, subject = delivery.destination, delivery.subject
        rest = Delivery(Subject("rest", delivery.id), to)
        places = [keys.QUEUE, keys.burst(to), keys.LATER, *_plan(to), keys.gathered(to), keys.seen(rest.id)]
        args: list[str | bytes | float] = [*self._stream.proof(ticket), delivery.id, most, seconds]
        args += [self._stream.now(), POSTED_KEPT, str(subject), str(to)]
        args += [rest.id, rest.subject.id, codec.DELIVERY.dump(rest)]
        return bool(await self._admit(keys=places, args=args))

    async def digested(self, delivery: Delivery) -> bool:
        """Whether one of the digests of its destination holds its subject."""
        members = await self._client.execute_command("ZRANGE", keys.gathered(delivery.destination), 0, -1)
        return any(member.decode().partition(" ")[2] == str(delivery.subject) for member in members)

    async def gathered(self, digest: Delivery) -> Sequence[Subject]:
        """What a digest holds, in the order in which it came."""
        members = await self._client.execute_command("ZRANGE", keys.gathered(digest.destination), 0, -1)
        rows = (member.decode().partition(" ") for member in members)
        return [subject(text) for day, _, text in rows if day == digest.subject.id]

    async def backlog(self) -> Backlog:
        """How many deliveries there are."""
        later = await self._client.execute_command("ZCARD", keys.LATER)
        return (await self._stream.backlog())._replace(later=later)


def _plan(destination: Destination) -> list[str]:
    """The keys, beside `later`, in which a script plans a delivery."""
    return [keys.ahead(destination), keys.awaiting(destination.chat, destination.space)]


def _gathering(digest: Delivery, subjects: Sequence[Subject]) -> list[str]:
    """The keys in which a script puts subjects into a digest."""
    to = digest.destination
    told = (keys.seen(Delivery(subject, to).id) for subject in subjects)
    return [keys.seen(digest.id), *_plan(to), keys.gathered(to), *told]
