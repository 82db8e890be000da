"""What keeps a channel from hearing anything: noted, told once to the person who set it up, and tried again.

The notice is a delivery, queued in one step with what met the trouble, so that it outlives whoever met it. Of several
that meet the same trouble, the first to be carried takes the subscription's `notice`, and tells; the others know it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.deliver.words import Words
from bot.errors import Blocked, Later
from bot.model.delivery import Delivery
from bot.model.message import Message
from bot.model.subscription import MOVABLE, ChatName, Destination, Subscription
from bot.ports import Deliveries, Subscriptions, Telegraph


@dataclass(frozen=True, slots=True)
class Trouble:
    """Keeps nothing of its own: what is told to whom is noted in the subscription, in one step for all couriers."""

    subscriptions: Subscriptions
    deliveries: Deliveries
    telegraphs: Mapping[ChatName, Telegraph]
    words: Words

    async def block(self, subscription: Subscription, error: Blocked) -> Subscription:
        """Note what is missing; gives the subscription as it is then."""
        return await self._amend(subscription.destination, blocked=error.message, lacks=error.lacks) or subscription

    async def over(self, destination: Destination) -> None:
        """Something was posted there."""
        await self._amend(destination, blocked=None, lacks=(), notice="")

    async def retry(self) -> None:
        """Try what is blocked once more: a permission that came back while nobody looked goes unnoticed else."""
        for subscription in await self.subscriptions.blocked():
            await self._amend(subscription.destination, blocked=None, lacks=())
            await self.deliveries.release(subscription.destination)

    async def tell(self, notice: Delivery) -> bool:
        """Tell the person who set a channel up what its trouble is, unless another notice does. False: not told yet.

        Nothing more goes to a channel that was deleted; what it watched is kept where it can be moved to another one.
        """
        where, closing = notice.destination, notice.subject.kind == "closed"
        note = _closed if closing else _noticed
        there = (await self.subscriptions.amend(where, lambda known: known and note(known, notice))).after
        if there is None:
            return True
        if closing:
            await self.deliveries.drop(where)
        if there.notice != notice.id:
            return True
        message = self.words.closed(there, notice.subject.name) if closing else self.words.trouble(there)
        told = await self._told(there, message)
        if told and closing and where.chat not in MOVABLE:
            await self.subscriptions.drop(where)
        return told

    async def _amend(self, destination: Destination, **changes: Any) -> Subscription | None:
        """Change some fields of a subscription; gives it as it is then."""
        amended = await self.subscriptions.amend(destination, lambda there: there and replace(there, **changes))
        return amended.after

    async def _told(self, subscription: Subscription, message: Message) -> bool:
        """Tell the person who set a channel up; False where the chat may take it another time."""
        telegraph = self.telegraphs.get(subscription.destination.chat)
        try:
            if telegraph:
                await telegraph.tell(subscription.setter, message)
        except Later as error:
            structlog.get_logger("courier").warning("not told", to=str(subscription.setter), why=error.message)
            return False
        return True


def _closed(there: Subscription, notice: Delivery) -> Subscription:
    """Deleted, as the first of its notices tells."""
    first = there.notice if there.closed else ""
    name = there.closed or notice.subject.name
    return replace(there, closed=name, blocked=None, lacks=(), notice=first or notice.id)


def _noticed(there: Subscription, notice: Delivery) -> Subscription:
    """Blocked, as the first of its notices tells; one that finds it over, or tried again, leaves that to the next."""
    if there.blocked:
        return replace(there, notice=there.notice or notice.id)
    return replace(there, notice="") if there.notice == notice.id else there
