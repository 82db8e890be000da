"""Turns what the outbox holds into deliveries, one for each destination that wants it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.errors import StoreUnavailable
from bot.model.change import Change
from bot.model.delivery import Delivery, Subject
from bot.model.platform import Catalogue
from bot.model.schedule import digest_at, remind_at
from bot.model.story import Story
from bot.model.subscription import Subscription, targets
from bot.model.topic import Severity, Topic
from bot.ports import Clock, Deliveries, News, Outbox, Subscriptions
from bot.wording import guidance

BATCH = 20
WAIT = 1.0
"""Seconds that one question to an empty outbox waits."""
REMEMBERED = timedelta(days=90)
"""How long it is known as which message a change was told, and that a note was made in it (`Deliveries.posted`)."""
LOOKED_THROUGH = 50
"""Latest changes of a platform that may have to be noted."""
_REMINDED_OF = frozenset({Topic.AI_TRAINING, Topic.OPT_OUT_RIGHTS})
"""Where a creator can still do something before it holds."""


@dataclass(frozen=True, slots=True)
class FanOut:
    """Idempotent: whatever is done twice after a crash makes the same deliveries, which are queued once."""

    catalogue: Catalogue
    outbox: Outbox
    news: News
    subscriptions: Subscriptions
    deliveries: Deliveries
    clock: Clock

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set; first for what the catalogue has of companies since it was read last."""
        log = structlog.get_logger("fanout")
        while not stop.is_set():
            try:
                await self.follow_up()
                while not stop.is_set():
                    await self.once(WAIT)
            except StoreUnavailable as error:
                log.warning("store", why=str(error))
                await asyncio.sleep(WAIT)

    async def once(self, wait: float = 0.0) -> int:
        """Fan out what is there, waiting up to `wait` seconds for something; returns how many deliveries are new."""
        queued = 0
        for ticket, subject in await self.outbox.claim(BATCH, wait):
            if not await self._early(subject):
                queued += await self.spread(subject)
                await self.outbox.done(ticket)
        return queued

    async def follow_up(self) -> int:
        """Queue a note for the messages of changes after which a company spoke; returns how many are new."""
        queued = 0
        for platform in self.catalogue:
            since = self.clock.now() - REMEMBERED
            for change in await self.news.latest(platform=platform.id, most=LOOKED_THROUGH, since=since):
                if not change.reverts and (said := guidance.spoken(change, platform)):
                    queued += await self._note(change, Subject.said(change.id, said.when))
        return queued

    async def _note(self, change: Change, note: Subject) -> int:
        """Queue it for each destination that wants the change; who was not told of that is passed over later."""
        wanted, queued = named(change, self.catalogue), 0
        async for batch in self.subscriptions.wanting(wanted):
            wanting = [s for s in batch if s.wants(wanted, frozenset(change.topics), change.severity)]
            queued += await self.deliveries.enqueue([Delivery(note, s.destination) for s in wanting])
        return queued

    async def _early(self, subject: Subject) -> bool:
        """Whether it takes back what another process is yet to fan out; left alone, it comes again with its lease."""
        change = await self.news.change(subject.id) if subject.kind == "change" else None
        return bool(change and change.reverts and await self.outbox.waiting(Subject("change", change.reverts)))

    async def spread(self, subject: Subject) -> int:
        """Queue or gather a delivery for each destination that wants the subject; returns how many were queued.

        Where a day is ahead that people should act before, a reminder is scheduled beside it.
        """
        told = await (self.news.change(subject.id) if subject.kind == "change" else self.news.story(subject.id))
        if told is None:
            return 0
        wanted, topics, severity = named(told, self.catalogue), frozenset(told.topics), weight(told)
        news = isinstance(told, Story)
        remind_at = self._remind_at(told) if isinstance(told, Change) else None
        queued, queueing = 0, None
        try:
            async for batch in self.subscriptions.wanting(wanted):  # the next is read while this one is queued
                wanting = [s for s in batch if s.wants(wanted, topics, severity, news=news)]
                queued += await queueing if queueing else 0
                queueing = asyncio.create_task(self._deliver(subject, wanting, remind_at))
            queued += await queueing if queueing else 0
        finally:
            if queueing:
                queueing.cancel()
        structlog.get_logger("fanout").info("fanned out", subject=str(subject), deliveries=queued)
        return queued

    async def _deliver(self, subject: Subject, wanting: Sequence[Subscription], remind_at: datetime | None) -> int:
        """To each in its cadence, with a reminder where there is a day for one; how many were queued at once."""
        for cadence in ("daily", "weekly"):
            at = digest_at(self.clock.now(), cadence)
            digest = Subject("digest", at.date().isoformat())
            if digests := [Delivery(digest, s.destination) for s in wanting if s.cadence == cadence]:
                await self.deliveries.gather(digests, [subject], at)
        if remind_at:
            reminder = Subject("reminder", subject.id)
            await self.deliveries.schedule([Delivery(reminder, s.destination) for s in wanting], remind_at)
        at_once = [Delivery(subject, s.destination) for s in wanting if s.cadence == "at_once"]
        return await self.deliveries.enqueue(at_once) if at_once else 0

    def _remind_at(self, change: Change) -> datetime | None:
        if change.reverts or change.severity < Severity.MAJOR or not _REMINDED_OF.intersection(change.topics):
            return None
        platform = self.catalogue.platforms.get(change.document.platform)
        deadline = platform.opt_out.deadline if platform and platform.opt_out else None
        return remind_at([change.effective, deadline], self.clock.now())


def named(told: Change | Story, catalogue: Catalogue) -> frozenset[str]:
    """Every target that stands for what is told."""
    ids = (told.document.platform,) if isinstance(told, Change) else told.platforms
    known = [catalogue.platforms[i] for i in ids if i in catalogue.platforms]
    return targets(ids, [category for platform in known for category in platform.categories])


def weight(told: Change | Story) -> Severity:
    """News carries none of its own: it is told as `major`, to those who do not ask for `critical` alone."""
    return told.severity if isinstance(told, Change) else Severity.MAJOR
