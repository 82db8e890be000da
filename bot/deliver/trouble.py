"""What keeps a channel from hearing anything: noted, told once to the person who set it up, and tried again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.deliver.words import Words
from bot.errors import Blocked, Later
from bot.model.message import Message
from bot.model.subscription import MOVABLE, ChatName, Destination, Subscription
from bot.ports import Deliveries, Subscriptions, Telegraph


@dataclass(frozen=True, slots=True)
class Trouble:
    """Keeps nothing of its own: what was told to whom is noted in the subscription, in one step for all couriers."""

    subscriptions: Subscriptions
    deliveries: Deliveries
    telegraphs: Mapping[ChatName, Telegraph]
    words: Words

    async def block(self, subscription: Subscription, error: Blocked) -> None:
        """Note what is missing and tell the person who set the channel up; once, until it is back.

        Whom that does not reach for the moment is told when what is blocked is tried again.
        """
        lacking = {"blocked": error.message, "lacks": error.lacks, "warned": True}
        before = await self._amend(subscription.destination, **lacking)  # who finds it warned comes second
        told = before is None or before.warned or await self._tell(before, self.words.trouble(before, error))
        if not told:
            await self._amend(subscription.destination, warned=False)

    async def over(self, destination: Destination) -> None:
        """Something was posted there."""
        await self._amend(destination, blocked=None, lacks=(), warned=False)

    async def retry(self) -> None:
        """Try what is blocked once more: a permission that came back while nobody looked goes unnoticed else."""
        for subscription in await self.subscriptions.blocked():
            await self._amend(subscription.destination, blocked=None, lacks=())
            await self.deliveries.release(subscription.destination)

    async def close(self, destination: Destination, name: str) -> bool:
        """Nothing more goes to a channel that was deleted; whoever set it up is told, once. False: not told yet.

        What it watched is kept where it can be moved to another channel.
        """

        def closed(there: Subscription | None) -> Subscription | None:
            return there and replace(there, closed=there.closed or name, blocked=None, lacks=(), warned=True)

        before, _ = await self.subscriptions.amend(destination, closed)
        if before is None:
            return True
        await self.deliveries.drop(destination)
        told = (before.closed and before.warned) or await self._tell(before, self.words.closed(before, name))
        if not told:
            await self._amend(destination, warned=False)
        elif destination.chat not in MOVABLE:
            await self.subscriptions.drop(destination)
        return bool(told)

    async def _amend(self, destination: Destination, **changes: Any) -> Subscription | None:
        """Change some fields of a subscription; gives it as it was."""
        amended = await self.subscriptions.amend(destination, lambda there: there and replace(there, **changes))
        return amended.before

    async def _tell(self, subscription: Subscription, message: Message) -> bool:
        """Tell the person who set a channel up; False where the chat may take it another time."""
        telegraph = self.telegraphs.get(subscription.destination.chat)
        try:
            if telegraph:
                await telegraph.tell(subscription.setter, message)
        except Later as error:
            structlog.get_logger("courier").warning("not told", to=str(subscription.setter), why=error.message)
            return False
        return True
