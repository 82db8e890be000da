"""What delivering needs: the outbox, deliveries and turns, and ways to post and to tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.errors import Lack
from bot.model.delivery import Delivery, Subject
from bot.model.message import Message
from bot.model.subscription import ChatName, Destination, Manner

PLAINLY = Manner()


@dataclass(frozen=True, slots=True)
class Ticket:
    """An entry of a stream that is ours while the lease runs. `deaths` counts the workers that died over it."""

    entry: str
    deaths: int = 0


class Backlog(NamedTuple):
    """How much is queued, whoever works on it, how much was put aside, and how much is to be queued at its time."""

    queued: int
    dead: int
    later: int = 0


class Outbox(Protocol):
    """Subjects to be fanned out, in the order in which they were found. At least once each.

    One over which workers keep dying is put aside after five deaths instead of coming again.
    """

    async def claim(self, limit: int, wait: float) -> Sequence[tuple[Ticket, Subject]]:
        """Up to `limit` subjects; waits up to `wait` seconds for one. Abandoned ones come again."""
        ...

    async def done(self, ticket: Ticket) -> None:
        """Fanned out whole; said by whoever did it, also where the subject is another's by now."""
        ...

    async def backlog(self) -> Backlog:
        """How many subjects there are."""
        ...

    async def waiting(self, subject: Subject) -> bool:
        """Whether it is not fanned out yet, whoever has it."""
        ...


class Deliveries(Protocol):
    """What is to be posted. At least once each; a delivery that was done is never queued again for 30 days."""

    async def enqueue(self, deliveries: Sequence[Delivery]) -> int:
        """Queue those never queued before; returns how many these were."""
        ...

    async def claim(self, limit: int, wait: float) -> Sequence[tuple[Ticket, Delivery]]:
        """Up to `limit` deliveries; waits up to `wait` seconds for one.

        Those of dead workers come again when the lease ends; after five deaths, they are put aside instead.
        """
        ...

    async def renew(self, tickets: Sequence[Ticket]) -> None:
        """Hold on to what is still being worked on; what is no longer ours stays untouched."""
        ...

    async def done(self, ticket: Ticket, delivery: Delivery, message: str, then: Sequence[Delivery] = ()) -> bool:
        """Posted as `message`; those of `then` that were never queued before are queued in the same step.

        False where it is no longer ours.
        """
        ...

    async def later(self, ticket: Ticket, delivery: Delivery, seconds: float) -> bool:
        """Queue it again in so many seconds, its `attempt` one higher. False where it is no longer ours."""
        ...

    async def dead(self, ticket: Ticket, delivery: Delivery, reason: str) -> bool:
        """Put it aside for the operator. False where it is no longer ours."""
        ...

    async def dead_letters(self, most: int = 100) -> Sequence[tuple[Delivery, str]]:
        """What was put aside, with the reasons, newest first."""
        ...

    async def hold(self, ticket: Ticket, delivery: Delivery, then: Sequence[Delivery] = ()) -> bool:
        """Keep it with its destination until `release`; `then` as for `done`. False where it is no longer ours."""
        ...

    async def release(self, destination: Destination) -> int:
        """Queue again what was held for it; returns how many."""
        ...

    async def drop(self, destination: Destination) -> int:
        """Forget what was held for it; returns how many."""
        ...

    async def wake(self) -> int:
        """Queue what `later` put off and is due by the server's own clock; returns how many."""
        ...

    async def posted(self, delivery: Delivery) -> str | None:
        """The message it was posted as, if it was, in the last 90 days."""
        ...

    async def pending(self, delivery: Delivery) -> bool:
        """Whether it was queued, and it is not known yet what comes of it."""
        ...

    async def schedule(self, deliveries: Sequence[Delivery], at: datetime) -> int:
        """Queue, at that time, those never queued before; returns how many these were. Survives restarts."""
        ...

    async def gather(self, digests: Sequence[Delivery], subjects: Sequence[Subject], at: datetime) -> None:
        """Put subjects into each of these digests, each once however often, and schedule the digests themselves."""
        ...

    async def admit(self, ticket: Ticket, delivery: Delivery, most: int, seconds: float) -> bool:
        """Whether it is posted by itself: `most` are for each destination, within `seconds` from the first of them.

        Those beyond are done with, and go into one digest, the `rest`, at the end of these seconds. What was allowed
        once is allowed again, and so is that over which a courier died, who may have posted it. False, too, where it
        is no longer ours.
        """
        ...

    async def digested(self, delivery: Delivery) -> bool:
        """Whether a digest of its destination holds its subject, posted or not, in the last 90 days."""
        ...

    async def gathered(self, digest: Delivery) -> Sequence[Subject]:
        """What a digest holds, in the order in which it came; kept for 90 days."""
        ...

    async def backlog(self) -> Backlog:
        """How many deliveries there are, without those that are held."""
        ...


class Wait(NamedTuple):
    """Seconds until it is anyone's turn. `whole`: the guild or workspace has to wait, and not the channel alone."""

    seconds: float
    whole: bool = False


class Turns(Protocol):
    """When a message may be posted, over all processes, where a chat counts by channel and by workspace."""

    async def take(self, destination: Destination, seconds: float, share: float) -> Wait:
        """How long to wait there; 0 takes the turn, which lasts for so many `seconds`.

        `share`: messages a second to the guild or workspace, of which those of a second may come at once.
        """
        ...

    async def rest(self, destination: Destination, seconds: float) -> None:
        """Nobody posts to the guild or workspace of this destination for so many seconds."""
        ...


class Poster(Protocol):
    """Posts to one chat."""

    async def post(self, destination: Destination, message: Message, *, key: str, manner: Manner = PLAINLY) -> str:
        """Post and return the message's id. Raises `Later`, `Blocked`, `Gone` or `Refused`.

        `key` is the delivery's id: where the chat can (Discord's nonce), the same key never makes two messages.
        What it follows is answered, in its thread where it has one; where it is gone, the message stands by itself.
        """
        ...

    async def amend(self, destination: Destination, posted: str, message: Message, manner: Manner = PLAINLY) -> bool:
        """Put `message` in place of what was posted, in its manner; False where that is gone. Raises as `post`.

        Nobody is called anew.
        """
        ...

    async def publish(self, destination: Destination, posted: str) -> None:
        """Show what was posted to those who follow its channel, where the chat has that. Raises as `post`.

        `Later` also where a channel may show no more for a time.
        """
        ...

    async def lacks(self, destination: Destination, manner: Manner = PLAINLY) -> Sequence[Lack]:
        """What keeps messages from being posted there in that manner; empty where nothing."""
        ...


class Telegraph(Protocol):
    """Tells one person one thing."""

    async def tell(self, person: Destination, message: Message) -> bool:
        """Reach a person by direct message; False where they take none. Raises `Later` where that is not known yet."""
        ...


Posters = Mapping[ChatName, Poster]
Telegraphs = Mapping[ChatName, Telegraph]
