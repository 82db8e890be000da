"""Which earlier message of a channel a delivery belongs to, and what that one says once others followed it.

Where a channel of Slack has threads on, a change of a document that changed within its window before joins the first
one's card: it answers there, and the card is brought up to date. One that matters more than the card says stands by
itself, as an answer rings for nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from bot.deliver.words import LOOKED_THROUGH, Words
from bot.model.change import Change
from bot.model.delivery import Delivery, Subject
from bot.model.subscription import ChatName, Subscription
from bot.ports import Deliveries
from bot.wording import announcement

LOOKED_BACK = 8
"""Windows: where a document changed within each of as many, one after the other, a card more may come than had to."""


class Place(NamedTuple):
    """Where a delivery stands: it belongs to the message `first`, or is one itself.

    `answers`: it is posted in answer to that. `then`: what is to be done once it is posted.
    """

    first: str | None = None
    answers: bool = False
    then: Subject | None = None


class Card(NamedTuple):
    """An announcement, as which message it was posted, and what was told in its thread, oldest first."""

    change: Change
    posted: str
    after: Sequence[Change]


@dataclass(frozen=True, slots=True)
class Threads:
    """Asks what was told in a channel, and keeps nothing of its own."""

    words: Words
    deliveries: Deliveries
    subscription: Subscription

    async def place(self, delivery: Delivery) -> Place | None:
        """Where it stands; None where it is not told here, as what it belongs to was not, or no news is wanted."""
        subject = delivery.subject
        if not self._wanted(subject):
            return None
        amendment = Subject("amendment", subject.id) if subject.kind == "change" else None
        if followed := await self.words.follows(subject):
            first = await self.deliveries.posted(Delivery(followed, delivery.destination))
            if first is None:
                alone = subject.kind in {"story", "reminder"}
                return Place() if alone or await self._told(followed) else None
            return Place(first, self._answers(subject), amendment)
        threaded = subject.kind == "change" and self.subscription.threaded
        change = await self.words.change(subject.id) if threaded else None
        if change is None:
            return Place()
        if card := await self._joined(change, await self._near(change)):
            return Place(await self._posted(card), answers=True, then=amendment)
        return Place(then=Subject("detail", subject.id) if announcement.is_long(change) else None)

    async def gathered(self, digest: Delivery) -> Sequence[Subject]:
        """What a digest tells: all that it holds and is wanted, but for what takes back something not told here."""
        held = [subject for subject in await self.deliveries.gathered(digest) if self._wanted(subject)]
        changes = {subject: await self.words.change(subject.id) for subject in held if subject.kind == "change"}
        taken = {subject: Subject("change", c.reverts) for subject, c in changes.items() if c and c.reverts}
        return [subject for subject in held if subject not in taken or await self._told(taken[subject])]

    async def early(self, delivery: Delivery) -> bool:
        """Whether it comes before what it belongs to: that is on its way, perhaps in another process."""
        followed = await self.words.follows(delivery.subject)
        return followed is not None and await self.deliveries.pending(Delivery(followed, delivery.destination))

    async def card(self, identity: str) -> Card | None:
        """The card in whose thread a change was told, or which tells it; None where it was not told."""
        change = await self.words.change(identity)
        if change is None:
            return None
        near = await self._near(change)
        folded = near if self.subscription.threaded else ()
        top = await self._top(change, folded) or change
        first = await self._posted(top)
        if first is None:
            return None
        told = [one for one in near if one.id != top.id and await self._posted(one) is not None]
        tops = [await self._top(one, folded) for one in told]
        return Card(top, first, [one for one, above in zip(told, tops, strict=True) if above and above.id == top.id])

    async def _top(self, change: Change, near: Sequence[Change]) -> Change | None:
        """The card in whose thread a change is; None for one that is a card."""
        if not change.reverts:
            return await self._joined(change, near)
        taken = await self.words.change(change.reverts)
        return (await self._top(taken, near) or taken) if taken else None

    async def _joined(self, change: Change, near: Sequence[Change]) -> Change | None:
        """The card that a change joins: the last one told here, if it may."""
        card: Change | None = None
        for one in near:
            earlier = one.document == change.document and one.observed_at < change.observed_at and not one.reverts
            if earlier and not (card and self._joins(one, card)) and await self._posted(one) is not None:
                card = one
        return card if card and self._joins(change, card) else None

    def _joins(self, change: Change, card: Change) -> bool:
        return change.observed_at - card.observed_at <= self._window and change.severity <= card.severity

    async def _near(self, change: Change) -> Sequence[Change]:
        """The platform's changes since shortly before this one, or before the one that it takes back; oldest first."""
        taken = await self.words.change(change.reverts) if change.reverts else None
        since = (taken or change).observed_at - LOOKED_BACK * self._window
        platform = change.document.platform
        return (await self.words.news.latest(platform=platform, most=LOOKED_THROUGH, since=since))[::-1]

    def _wanted(self, subject: Subject) -> bool:
        """Whether it is told since the channel chose anew: news that was on its way may be wanted no more."""
        return self.subscription.news or subject.kind != "story"

    async def _told(self, subject: Subject) -> bool:
        """Whether it stands in this channel, as itself or in a digest."""
        delivery = Delivery(subject, self.subscription.destination)
        return await self.deliveries.posted(delivery) is not None or await self.deliveries.digested(delivery)

    async def _posted(self, change: Change) -> str | None:
        return await self.deliveries.posted(Delivery(Subject("change", change.id), self.subscription.destination))

    @property
    def _window(self) -> timedelta:
        return timedelta(hours=self.subscription.window)

    def _answers(self, subject: Subject) -> bool:
        """Whether it is said in answer. In Slack an answer is in a thread, where a reminder would ring for nobody."""
        if self.subscription.destination.chat is ChatName.SLACK:
            return self.subscription.threads and subject.kind != "reminder"
        return True
