"""Takes deliveries to the chats: claims, words, posts, and records what came of it.

At least once, by design: a courier that dies between the post and its record leaves a delivery that is posted again.
Discord then returns the first message (the delivery's id is the nonce); what remains possible on Slack is described
in docs/operating.md.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from weakref import WeakValueDictionary

import structlog

from bot.deliver.threads import Place, Threads
from bot.deliver.trouble import Trouble
from bot.deliver.words import Words
from bot.errors import Blocked, DeliveryError, Gone, Later, StoreUnavailable
from bot.model.delivery import Delivery, Subject
from bot.model.message import Message
from bot.model.schedule import retry_in
from bot.model.subscription import ChatName, Destination, Manner, Subscription
from bot.model.tally import Tally
from bot.ports import Deliveries, Poster, Subscriptions, Telegraph, Ticket

ATTEMPTS = 30
"""Refusals for a time before a delivery is put aside: with the waits of `retry_in`, about five days."""
QUEUE = 8
"""Deliveries held for each place, so that a crowd for one destination leaves room for others."""
RETRY_BLOCKED = 3600.0
"""Seconds between two tries at channels to which a permission is missing, beside the news that it is back."""
WAIT = 1.0
"""Seconds that one question to an empty queue waits."""


@dataclass(frozen=True, slots=True)
class Courier:
    """Posts up to `concurrency` deliveries at a time, one at a time for each destination, in the order they came.

    Whoever waits for their turn at a destination takes no place from others; a destination that asks for time gives
    its delivery back (`Later`). `lease` is the store's, in seconds; what takes longer is renewed. `burst`: changes that
    a destination is told one by one within `burst_window` seconds; all beyond are one digest at their end.
    """

    deliveries: Deliveries
    subscriptions: Subscriptions
    posters: Mapping[ChatName, Poster]
    telegraphs: Mapping[ChatName, Telegraph]
    words: Words
    chance: Callable[[], float]
    concurrency: int
    lease: float
    retry: float
    burst: int = 5
    burst_window: float = 15 * 60.0
    tally: Tally = field(default_factory=Tally)
    _under_way: dict[str, Ticket] = field(default_factory=dict)
    _turns: WeakValueDictionary[Destination, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    def threads(self, subscription: Subscription) -> Threads:
        """Where deliveries of a channel stand."""
        return Threads(self.words, self.deliveries, subscription)

    @property
    def trouble(self) -> Trouble:
        """What keeps deliveries from being made."""
        return Trouble(self.subscriptions, self.deliveries, self.telegraphs, self.words)

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set; then finish the posts under way and return."""
        places = asyncio.Semaphore(self.concurrency)
        posts: set[asyncio.Task[None]] = set()
        async with asyncio.TaskGroup() as tasks:
            upkeep = tasks.create_task(self._upkeep())
            while not stop.is_set():
                for ticket, delivery in await self._claim(QUEUE * self.concurrency - len(posts)):
                    task = tasks.create_task(self._in_turn(places, ticket, delivery))
                    posts.add(task)
                    task.add_done_callback(posts.discard)
                while len(posts) > QUEUE * self.concurrency - max(self.concurrency // 4, 1):
                    await asyncio.wait(posts, return_when=asyncio.FIRST_COMPLETED)
            if posts:
                await asyncio.wait(posts)
            upkeep.cancel()

    async def _in_turn(self, places: asyncio.Semaphore, ticket: Ticket, delivery: Delivery) -> None:
        turn = self._turns.setdefault(delivery.destination, asyncio.Lock())  # kept for as long as someone waits for it
        self._under_way[ticket.entry] = ticket
        async with turn, places:
            await self.carry(ticket, delivery)

    async def once(self) -> int:
        """Carry what is queued now, and return how many deliveries that were."""
        carried, places = 0, asyncio.Semaphore(self.concurrency)
        while claimed := await self.deliveries.claim(self.concurrency, 0):
            await asyncio.gather(*(self._in_turn(places, ticket, delivery) for ticket, delivery in claimed))
            carried += len(claimed)
        return carried

    async def _claim(self, room: int) -> list[tuple[Ticket, Delivery]]:
        try:
            return list(await self.deliveries.claim(room, WAIT))
        except StoreUnavailable as error:
            structlog.get_logger("courier").warning("store", why=str(error))
            await asyncio.sleep(WAIT)
            return []

    async def _upkeep(self) -> None:
        """Renew what is being worked on, wake what was put off and is due, and now and then retry what is blocked."""
        pause = min(WAIT, self.lease / 3)
        for round_ in count():
            try:
                await self.deliveries.renew(list(self._under_way.values()))
                await self.deliveries.wake()
                if round_ % round(RETRY_BLOCKED / pause) == 0:
                    await self.trouble.retry()
            except StoreUnavailable as error:
                structlog.get_logger("courier").warning("store", why=str(error))
            await asyncio.sleep(pause)

    async def carry(self, ticket: Ticket, delivery: Delivery) -> None:
        """Post one delivery and record what came of it."""
        log = structlog.get_logger("courier").bind(delivery=delivery.id, to=str(delivery.destination))
        self._under_way[ticket.entry] = ticket
        try:
            await self._carry(ticket, delivery, log)
        except StoreUnavailable as error:
            log.warning("store", why=str(error))
        except Exception:  # a mistake of ours must not end the courier: the lease ends, and another tries
            log.exception("delivery failed")
        finally:
            self._under_way.pop(ticket.entry, None)

    async def _carry(self, ticket: Ticket, delivery: Delivery, log: structlog.stdlib.BoundLogger) -> None:
        if delivery.destination.person:
            await self._remind(ticket, delivery, log)
            return
        if delivery.subject.kind in {"closed", "blocked"}:
            if await self.trouble.tell(delivery) or delivery.attempt >= ATTEMPTS:
                await self.deliveries.done(ticket, delivery, "")
            else:
                await self.deliveries.later(ticket, delivery, self._wait(delivery))
            return
        subscription = await self.subscriptions.get(delivery.destination)
        poster = self.posters.get(delivery.destination.chat)
        if subscription is None or (delivery.attempt and await self.words.overtaken(delivery.subject)):
            await self.deliveries.done(ticket, delivery, "")
        elif poster is None:
            await self.deliveries.later(ticket, delivery, self._wait(delivery))
        elif subscription.closed:
            await self.deliveries.done(ticket, delivery, "")
        elif subscription.blocked or subscription.paused:
            await self._hold(ticket, delivery, subscription)
        elif delivery.subject.kind in {"amendment", "statement"}:
            await self._bring_up_to_date(ticket, delivery, subscription, poster, log)
        elif delivery.subject.kind == "publication":
            await self._publish(ticket, delivery, poster, log)
        else:
            await self._post(ticket, delivery, subscription, poster, log)

    async def _post(
        self,
        ticket: Ticket,
        delivery: Delivery,
        subscription: Subscription,
        poster: Poster,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        threads = self.threads(subscription)
        place = await threads.place(delivery)
        if place is None and delivery.attempt < ATTEMPTS and await threads.early(delivery):
            await self.deliveries.later(ticket, delivery, self._wait(delivery))
            return
        message = await self._message(delivery, subscription, place) if place else None
        if place is None or message is None:
            await self.deliveries.done(ticket, delivery, "")
            return
        if not await self._admitted(ticket, delivery, place):
            log.info("gathered")
            return
        manner = await self._manner(delivery.subject, subscription)
        if place.first:
            manner = manner._replace(mention=None, call="", follows=place.first if place.answers else None)
        try:
            posted = await poster.post(delivery.destination, message, key=delivery.id, manner=manner)
        except DeliveryError as error:
            log.warning("not delivered", why=str(error), outcome=type(error).__name__)
            await self._failed(ticket, delivery, subscription, error)
        else:
            then = [Delivery(place.then, delivery.destination)] if place.then else []
            await self.deliveries.done(ticket, delivery, posted, then)
            self.tally.deliveries[delivery.destination.chat, "posted"] += 1
            log.info("delivered", message=posted)
            if subscription.notice:
                await self.trouble.over(subscription.destination)

    async def _manner(self, subject: Subject, subscription: Subscription) -> Manner:
        """How a channel is told of a subject."""
        return subscription.manner._replace(mention=await self.words.called(subject, subscription))

    async def _admitted(self, ticket: Ticket, delivery: Delivery, place: Place) -> bool:
        """Whether it is posted now. What belongs to another message is no crowd; it mentions nobody."""
        if place.first or not self.burst_window or delivery.subject.kind not in {"change", "story"}:
            return True
        return await self.deliveries.admit(ticket, delivery, self.burst, self.burst_window)

    async def _message(self, delivery: Delivery, subscription: Subscription, place: Place) -> Message | None:
        if delivery.subject.kind in {"digest", "rest"}:
            rest = delivery.subject.kind == "rest"
            told = await self.threads(subscription).gathered(delivery)
            return await self.words.digest(told, subscription, rest=rest)
        brief = place.then is not None and place.then.kind == "detail"
        return await self.words.message(delivery.subject, subscription, brief=brief)

    async def _bring_up_to_date(
        self,
        ticket: Ticket,
        delivery: Delivery,
        subscription: Subscription,
        poster: Poster,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        """Note in a message what followed it since; done twice, it says the same."""
        card = await self.threads(subscription).card(delivery.subject.change)
        if card is None:
            await self.deliveries.done(ticket, delivery, "")
            return
        message = await self.words.amended(card.change, card.after, subscription)
        manner = await self._manner(Subject("change", card.change.id), subscription)
        try:
            if message and not await poster.amend(delivery.destination, card.posted, message, manner):
                log.info("not amended", message=card.posted)
        except DeliveryError as error:
            log.warning("not amended", why=str(error), outcome=type(error).__name__)
            await self._failed(ticket, delivery, subscription, error)
        else:
            await self.deliveries.done(ticket, delivery, "")

    async def _publish(
        self, ticket: Ticket, delivery: Delivery, poster: Poster, log: structlog.stdlib.BoundLogger
    ) -> None:
        """Show a message to those who follow its channel; where that cannot be, the message stands by itself."""
        try:
            await poster.publish(delivery.destination, delivery.subject.id)
        except DeliveryError as error:
            log.info("not published", message=delivery.subject.id, why=str(error), outcome=type(error).__name__)
            if isinstance(error, Later) and delivery.attempt < ATTEMPTS:
                await self.deliveries.later(ticket, delivery, max(error.seconds, 0.0) or self._wait(delivery))
                return
        await self.deliveries.done(ticket, delivery, "")

    async def _remind(self, ticket: Ticket, delivery: Delivery, log: structlog.stdlib.BoundLogger) -> None:
        """Tell a person what they asked for; they may take no messages, which is theirs to choose."""
        telegraph = self.telegraphs.get(delivery.destination.chat)
        person = Subscription(delivery.destination, locale=delivery.locale)
        if telegraph is None:
            await self.deliveries.later(ticket, delivery, self._wait(delivery))
            return
        message = await self.words.message(delivery.subject, person)
        try:
            reached = message is not None and await telegraph.tell(delivery.destination, message)
        except DeliveryError as error:
            if isinstance(error, Later) and delivery.attempt < ATTEMPTS:
                await self._failed(ticket, delivery, person, error)
                return
            reached = False
        log.info("reminded" if reached else "not reminded")
        await self.deliveries.done(ticket, delivery, "")

    async def _failed(
        self, ticket: Ticket, delivery: Delivery, subscription: Subscription, error: DeliveryError
    ) -> None:
        self.tally.deliveries[delivery.destination.chat, type(error).__name__.casefold()] += 1
        match error:
            case Later() if delivery.attempt < ATTEMPTS:
                wait = max(error.seconds, 0.0) or self._wait(delivery)
                await self.deliveries.later(ticket, delivery, wait)
            case Blocked():
                await self._hold(ticket, delivery, await self.trouble.block(subscription, error))
            case Gone():
                to = delivery.destination
                then = [] if error.left else [Delivery(Subject.closed(to.channel, ticket.entry), to)]
                await self.deliveries.done(ticket, delivery, "", then)
            case _:
                await self.deliveries.dead(ticket, delivery, str(error))

    async def _hold(self, ticket: Ticket, delivery: Delivery, subscription: Subscription) -> None:
        """Keep it with its channel; where nobody was told why, that is queued in the same step."""
        untold = subscription.blocked and not subscription.notice
        notice = Delivery(Subject("blocked", ticket.entry), delivery.destination)
        await self.deliveries.hold(ticket, delivery, [notice] if untold else [])

    def _wait(self, delivery: Delivery) -> float:
        return retry_in(delivery.attempt, self.chance(), first=self.retry)
