"""Puts a subject into words for one destination: its language, the platform's guidance, the marks of a rewording."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.errors import Blocked, Gone
from bot.model.change import Change
from bot.model.delivery import Subject
from bot.model.message import Message
from bot.model.platform import Catalogue, Platform
from bot.model.story import Story
from bot.model.subscription import Subscription
from bot.ports import News
from bot.read.compare import marks
from bot.wording import announcement, errors, later
from bot.wording.language import Language, Languages

FOLLOWED = timedelta(days=21)
"""How long after a change a story about its platform and topic is taken to be about it."""
LOOKED_THROUGH = 50
"""Latest changes of a platform among which the one that a story follows, or a revert, is sought."""


@dataclass(frozen=True, slots=True)
class Words:
    """Finds what a delivery is about and has it worded."""

    catalogue: Catalogue
    news: News
    languages: Languages

    async def message(self, subject: Subject, subscription: Subscription) -> Message | None:
        """The announcement of a change or story, or a reminder of a change.

        None where it, or its platform, is no longer known, and for a reminder of what was taken back meanwhile.
        """
        language = self.languages.best(subscription.locale)
        if subject.kind == "story":
            story = await self.news.story(subject.id)
            return announcement.story(story, self._names(story), language) if story else None
        known = await self._change(subject.id)
        if known is None:
            return None
        change, platform = known
        if subject.kind == "change":
            return announcement.change(change, platform, language, marks=marks)
        return None if await self._reverted(change) else later.reminder(change, platform, language)

    async def digest(self, subjects: Sequence[Subject], subscription: Subscription) -> Message | None:
        """One message of all that was gathered; what stands alone is told as itself, nothing as None."""
        language = self.languages.best(subscription.locale)
        items = [(subject, item) for subject in subjects if (item := await self._item(subject, language))]
        if len(items) == 1:
            return await self.message(items[0][0], subscription)
        return later.digest([item for _, item in items], language) if items else None

    async def follows(self, subject: Subject) -> Subject | None:
        """The change that a subject belongs to: the one it takes back, reports on or reminds of."""
        if subject.kind == "reminder":
            return Subject("change", subject.id)
        if subject.kind == "change":
            change = await self.news.change(subject.id)
            return Subject("change", change.reverts) if change and change.reverts else None
        story = await self.news.story(subject.id) if subject.kind == "story" else None
        return await self._reported(story) if story else None

    async def overtaken(self, subject: Subject) -> bool:
        """Whether a change was taken back meanwhile."""
        change = await self.news.change(subject.id) if subject.kind == "change" else None
        return change is not None and await self._reverted(change)

    async def taken_back(self, revert: Subject, subscription: Subscription) -> Message | None:
        """The announcement of the change that `revert` takes back, with a word that it was; None where unknown."""
        change = await self.news.change(revert.id)
        first = (
            await self.message(Subject("change", change.reverts), subscription) if change and change.reverts else None
        )
        if change is None or first is None:
            return None
        return later.taken_back(first, change.observed_at, self.languages.best(subscription.locale))

    def gone(self, subscription: Subscription, error: Gone) -> Message:
        """What the person who set up the subscription is told when its channel is no more."""
        return errors.gone(error, self.languages.best(subscription.locale))

    def trouble(self, subscription: Subscription, error: Blocked) -> Message:
        """What the person who set up the subscription is told when a permission is missing."""
        return errors.blocked(subscription, error, self.languages.best(subscription.locale))

    async def _item(self, subject: Subject, language: Language) -> later.Item | None:
        if subject.kind == "story":
            story = await self.news.story(subject.id)
            return later.of_story(story, language) if story else None
        known = await self._change(subject.id)
        return later.of_change(*known, language) if known else None

    async def _change(self, identity: str) -> tuple[Change, Platform] | None:
        change = await self.news.change(identity)
        platform = self.catalogue.platforms.get(change.document.platform) if change else None
        return (change, platform) if change and platform else None

    async def _reported(self, story: Story) -> Subject | None:
        """The latest change before a story that shares a platform and a topic with it."""
        changes = [c for p in story.platforms for c in await self.news.latest(platform=p, most=LOOKED_THROUGH)]
        since = story.seen_at - FOLLOWED
        near = [c for c in changes if since <= c.observed_at <= story.seen_at and set(c.topics) & set(story.topics)]
        return Subject("change", max(near, key=lambda change: change.observed_at).id) if near else None

    async def _reverted(self, change: Change) -> bool:
        after = await self.news.latest(platform=change.document.platform, most=LOOKED_THROUGH)
        return any(next_.reverts == change.id for next_ in after)

    def _names(self, story: Story) -> list[str]:
        return [self.catalogue.platforms[i].name for i in story.platforms if i in self.catalogue.platforms]
