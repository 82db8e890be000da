"""Puts a subject into words for one destination: its language, the platform's guidance, the marks of a rewording."""

from dataclasses import dataclass

from bot.errors import Blocked, Gone
from bot.model.delivery import Subject
from bot.model.message import Message
from bot.model.platform import Catalogue
from bot.model.subscription import Subscription
from bot.ports import News
from bot.read.compare import marks
from bot.wording import announcement, errors
from bot.wording.language import Languages


@dataclass(frozen=True, slots=True)
class Words:
    """Finds what a delivery is about and has it worded."""

    catalogue: Catalogue
    news: News
    languages: Languages

    async def message(self, subject: Subject, subscription: Subscription) -> Message | None:
        """The announcement of a change or story; None where it, or its platform, is no longer known."""
        language = self.languages.best(subscription.locale)
        if subject.kind == "story":
            story = await self.news.story(subject.id)
            if story is None:
                return None
            known = [self.catalogue.platforms[i].name for i in story.platforms if i in self.catalogue.platforms]
            return announcement.story(story, known, language)
        change = await self.news.change(subject.id)
        platform = self.catalogue.platforms.get(change.document.platform) if change else None
        if change is None or platform is None:
            return None
        return announcement.change(change, platform, language, marks=marks)

    def gone(self, subscription: Subscription, error: Gone) -> Message:
        """What the person who set up the subscription is told when its channel is no more."""
        return errors.gone(error, self.languages.best(subscription.locale))

    def trouble(self, subscription: Subscription, error: Blocked) -> Message:
        """What the person who set up the subscription is told when a permission is missing."""
        return errors.blocked(subscription, error, self.languages.best(subscription.locale))
