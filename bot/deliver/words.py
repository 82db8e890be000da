"""Puts a subject into words for one destination: its language, the platform's guidance, the marks of a rewording."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from bot.deliver.fanout import named, weight
from bot.model.change import Change
from bot.model.delivery import Subject
from bot.model.message import Message
from bot.model.platform import Catalogue, Platform
from bot.model.story import Story
from bot.model.subscription import Subscription
from bot.ports import News
from bot.read.marks import marks
from bot.wording import announcement, errors, guidance, later, pages
from bot.wording.language import Language, Languages

FOLLOWED = timedelta(days=21)
"""How long after a change a story about its platform and topic is taken to be about it."""
LOOKED_THROUGH = 50
"""Latest changes of a platform among which the one that a story follows, or a revert, is sought."""
REMEMBERED = 64
"""Changes, stories and announcements kept in memory: what thousands of channels are told is read and worded once."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """Finds what a delivery is about and has it worded."""

    catalogue: Catalogue
    news: News
    languages: Languages
    public_url: str = ""
    _told: dict[Subject, Change | Story] = field(default_factory=dict)
    _worded: dict[tuple[Subject, Language, bool], Message] = field(default_factory=dict)
    _digests: dict[tuple[tuple[Subject, ...], Language, bool], Message] = field(default_factory=dict)

    async def change(self, identity: str) -> Change | None:
        """A change; what is told never changes, so it is read once."""
        told = await _remembered(self._told, Subject("change", identity), lambda: self.news.change(identity))
        return told if isinstance(told, Change) else None

    async def message(self, subject: Subject, subscription: Subscription, *, brief: bool = False) -> Message | None:
        """The announcement of a change or story, a reminder of a change, or all of a change's passages.

        `brief`: the passages are going to stand in the thread of the announcement. None where it, or its platform, is
        no longer known, for a reminder of what was taken back meanwhile, and for passages where threads are off.
        """
        language = self._told_in(subscription)
        if subject.kind == "reminder":
            known = await self._change(subject.id)
            current = known and not await self._reverted(known[0])
            return later.reminder(*known, language) if known and current else None
        if subject.kind == "detail" and not subscription.threaded:
            return None
        return await _remembered(
            self._worded, (subject, language, brief), lambda: self._word(subject, language, brief=brief)
        )

    async def _word(self, subject: Subject, language: Language, *, brief: bool) -> Message | None:
        if subject.kind == "story":
            story = await self.story(subject.id)
            return announcement.story(story, self._names(story), language) if story else None
        known = await self._change(subject.id)
        if known is None:
            return None
        if subject.kind == "detail":
            return announcement.detail(*known, language, marks=marks)
        page = self.public_url.rstrip("/") + pages.change_at(known[0].id) if self.public_url else None
        return announcement.change(*known, language, marks=marks, permalink=page, brief=brief)

    async def digest(
        self, subjects: Sequence[Subject], subscription: Subscription, *, rest: bool = False
    ) -> Message | None:
        """One message of all that was gathered; what stands alone is told as itself, nothing as None.

        `rest`: it was gathered as too much came at once.
        """
        language = self._told_in(subscription)
        return await _remembered(
            self._digests,
            (tuple(subjects), language, rest),
            lambda: self._digest(subjects, subscription, language, rest=rest),
        )

    async def _digest(
        self, subjects: Sequence[Subject], subscription: Subscription, language: Language, *, rest: bool
    ) -> Message | None:
        items = [(subject, item) for subject in subjects if (item := await self._item(subject, language))]
        if len(items) == 1:
            return await self.message(items[0][0], subscription)
        return later.digest([item for _, item in items], language, rest=rest) if items else None

    async def follows(self, subject: Subject) -> Subject | None:
        """The change that a subject belongs to: the one it takes back, reports on, reminds of or quotes in full."""
        if subject.kind in {"reminder", "detail"}:
            return Subject("change", subject.id)
        if subject.kind == "change":
            change = await self.change(subject.id)
            return Subject("change", change.reverts) if change and change.reverts else None
        story = await self.story(subject.id) if subject.kind == "story" else None
        return await self._reported(story) if story else None

    async def overtaken(self, subject: Subject) -> bool:
        """Whether a change was taken back meanwhile."""
        change = await self.change(subject.id) if subject.kind == "change" else None
        return change is not None and await self._reverted(change)

    async def amended(self, first: Change, after: Sequence[Change], subscription: Subscription) -> Message | None:
        """The announcement of a change with a word on each that came `after` it there, and on a statement made since.

        None where it is unknown.
        """
        language = self._told_in(subscription)
        brief = subscription.threaded and announcement.is_long(first)
        message = await self.message(Subject("change", first.id), subscription, brief=brief)
        notes = [
            later.taken_back(change, language)
            if change.reverts == first.id
            else later.again(change, known[1], language)
            for change in after
            if (known := await self._change(change.id))
        ]
        known = await self._change(first.id)
        if known and (said := guidance.spoken(*known)):
            notes.append(later.spoken(said, language))
        return later.amended(message, notes) if message else None

    async def story(self, identity: str) -> Story | None:
        """A story."""
        told = await _remembered(self._told, Subject("story", identity), lambda: self.news.story(identity))
        return told if isinstance(told, Story) else None

    async def called(self, subject: Subject, subscription: Subscription) -> str | None:
        """The role that is called for a subject, if one is."""
        if subject.kind in {"digest", "rest"} or not any(watch.mention for watch in subscription.watches):
            return subscription.mention
        story = subject.kind == "story"
        told = await (self.news.story(subject.id) if story else self.news.change(subject.id))
        if told is None:
            return subscription.mention
        return subscription.called(named(told, self.catalogue), frozenset(told.topics), weight(told))

    def closed(self, subscription: Subscription, name: str) -> Message:
        """What the person who set up the subscription is told when its channel, of this name, was deleted."""
        return errors.closed(subscription, name, self._told_in(subscription))

    def trouble(self, subscription: Subscription) -> Message:
        """What the person who set up the subscription is told when something is missing in its channel."""
        return errors.blocked(subscription, self._told_in(subscription))

    def _told_in(self, subscription: Subscription) -> Language:
        return self.languages.of(subscription.destination.chat).best(subscription.locale)

    async def _item(self, subject: Subject, language: Language) -> later.Item | None:
        if subject.kind == "story":
            story = await self.story(subject.id)
            return later.of_story(story, language) if story else None
        known = await self._change(subject.id)
        return later.of_change(*known, language) if known else None

    async def _change(self, identity: str) -> tuple[Change, Platform] | None:
        change = await self.change(identity)
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


K = TypeVar("K")


async def _remembered(memory: dict[K, T], key: K, find: Callable[[], Awaitable[T | None]]) -> T | None:
    """What is remembered under the key, else what is found; the oldest makes room."""
    if key in memory:
        return memory[key]
    found = await find()
    if found is not None:
        if len(memory) >= REMEMBERED:
            del memory[next(iter(memory))]
        memory[key] = found
    return found
