"""What is said of what channels watch: that it is so, how it fares, and what keeps them from hearing of it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from bot.errors import Lack
from bot.model.change import Change
from bot.model.message import Action, Fact, Listing, Message, Paragraph, Part
from bot.model.platform import Platform
from bot.model.subscription import HERE, WINDOW, ChatName, Subscription, Watch
from bot.model.topic import Topic
from bot.wording import card, errors, reasons
from bot.wording.language import Language

TYPED = frozenset({ChatName.SLACK})
"""Chats without a card of menus, in which the list is of one channel, and is where its lines are taken away."""


def watching(
    subscription: Subscription, chosen: Watch, name: str, lacks: Sequence[Lack], language: Language
) -> Message:
    """Confirms a watch just added or changed, and offers to show in the channel what a message looks like.

    `name` is its target's, as people write it; `lacks` is what keeps messages from being posted in the channel.
    """
    channel = subscription.destination.channel
    lacking = Listing(language.say("lack-in"), errors.lacking(lacks, language), channel)
    facts = [
        Fact(language.say("watch-topics"), _topics(chosen.topics, language)),
        Fact(language.say("watch-severity"), language.say(f"severity-{chosen.severity}")),
        Fact(language.say("pick-news"), language.say(f"news-{card.told_news(subscription)}")),
    ]
    if chosen.mention or subscription.mention:
        facts.append(Fact(language.say("watch-mention"), language.say("watch-mention-chosen")))
    return Message(
        headline=language.say("watch-added", name=name),
        parts=(
            language.facts(facts),
            *((lacking, *errors.remedy(lacks, language)) if lacks else ()),
            Listing(language.say("watch-channel"), (language.say("watch-from-now"),), channel),
            *_paused(subscription, language),
        ),
        actions=(Action(language.say("button-test"), "test", {"channel": channel}),),
        tone="done",
    )


def unwatched(subscription: Subscription, name: str, names: Sequence[str], language: Language) -> Message:
    """Confirms that a watch was taken away; `names` are those of what is left."""
    left = Listing(language.say("card-channel"), tuple(names) or (language.say("form-nothing"),), _id(subscription))
    return Message(headline=language.say("watch-removed", name=name), parts=(left,), tone="done")


def narrowed(left: Watch, name: str, topics: Set[Topic], language: Language) -> Message:
    """Confirms that these topics of a watch were taken away; `left` is what it is now."""
    facts = language.facts([Fact(language.say("watch-topics"), _topics(left.topics, language))])
    gone = _topics(topics, language)
    return Message(language.say("watch-narrowed", name=name, topics=gone), parts=(facts,), tone="done")


def not_watched(
    subscription: Subscription, name: str, names: Sequence[str], topics: Set[Topic], language: Language
) -> Message:
    """There was no such watch to take away, or none for these topics; `names` are those of what there is."""
    told = language.say("watch-missing", name=name)
    if topics:
        told = language.say("watch-narrow-missing", name=name, topics=_topics(topics, language))
    here = (Listing(language.say("card-channel"), tuple(names), _id(subscription)),) if names else ()
    return Message(told, parts=here, actions=(card.set_up(language),), tone="error")


def _id(subscription: Subscription) -> str:
    return subscription.destination.channel


class Trouble(NamedTuple):
    """What keeps a document of this type from being read, after so many tries, or from being believed (0).

    `reason` is the word for it of whoever found it, a `SourceError` or a `Doubt`.
    """

    document: str
    reason: str
    tries: int = 0


class Health(NamedTuple):
    """A platform that is watched: when it was last read, what changed last, and which of its documents have trouble."""

    platform: Platform
    read: datetime | None
    latest: Change | None
    troubles: Sequence[Trouble] = ()


def listing(
    subscriptions: Sequence[Subscription], names: Mapping[str, str], health: Sequence[Health], language: Language
) -> Message:
    """What the channels of a server or workspace watch, and how that fares; `names` has the name of each target."""
    rows = [row for row in subscriptions if row.watches]
    parts: list[Part] = []
    for row in rows:
        items = (*(line(watch, names, language) for watch in row.watches), *habits(row, language))
        parts.append(Listing(language.say("list-channel"), items, row.destination.channel))
        parts += standing(row, language)
    if health:
        parts.append(Listing(language.say("health-headline"), tuple(_fares(one, language) for one in health)))
    if found := [trouble for one in health for trouble in troubles(one, language)]:
        parts.append(Listing(language.say("health-troubles"), tuple(found)))
    move = language.say("button-move")
    actions = [Action(move, "move", {"channel": row.destination.channel}) for row in rows if row.closed]
    actions += [_stop(watch, names, language) for row in rows if row.destination.chat in TYPED for watch in row.watches]
    alone = any(row.destination.chat in TYPED for row in rows)
    if not alone:
        actions.append(card.set_up(language))
    return Message(
        headline=language.say("command-list") if alone else language.say("list-headline", count=len(rows)),
        parts=tuple(parts),
        actions=tuple(actions),
    )


def with_trouble(message: Message, rows: Sequence[Subscription], language: Language) -> Message:
    """An answer to an admin, and below it which channels hear nothing, and why."""
    trouble = [
        Listing(language.say("list-silent"), tuple(_whys(row, language)), row.destination.channel)
        for row in rows
        if row.blocked or row.closed
    ]
    return replace(message, parts=(*message.parts, *trouble))


def _fares(health: Health, language: Language) -> str:
    """When a platform was last read, and when it last changed."""
    if health.read is None:
        return language.say("health-unread", platform=health.platform.name)
    name, day = health.platform.name, health.read
    if health.latest is None:
        return language.say("health-unchanged", platform=name, day=day)
    return language.say("health-changed", platform=name, day=day, changed=health.latest.observed_at)


def troubles(health: Health, language: Language) -> Iterator[str]:
    """What of a platform cannot be read, or is doubted, and why."""
    for trouble in health.troubles:
        name = language.titled(health.platform.name, trouble.document)
        if trouble.tries:
            yield language.say(
                "health-failing", document=name, count=trouble.tries, reason=reasons.unread(trouble.reason, language)
            )
        else:
            yield language.say("health-held", document=name, reason=reasons.doubted(trouble.reason, language))


def standing(subscription: Subscription, language: Language) -> Iterator[Part]:
    """What keeps a channel from hearing anything, if something does."""
    yield from _paused(subscription, language)
    yield from (Paragraph(why, strong=True) for why in _whys(subscription, language))
    if subscription.blocked and not subscription.closed:
        yield from errors.remedy(subscription.lacks, language)


def _stop(watch: Watch, names: Mapping[str, str], language: Language) -> Action:
    """Takes one line from the channel in which it is pressed."""
    name = names.get(watch.target, watch.target)
    return Action(language.say("button-unwatch", name=name), "unwatch", {"platform": watch.target})


def habits(subscription: Subscription, language: Language) -> Iterator[str]:
    """How a channel hears of changes, where that is not as every channel begins."""
    if not subscription.news:
        yield language.say("news-no")
    if subscription.cadence != "at_once":
        yield language.say(f"cadence-{subscription.cadence}")
    if subscription.threaded and subscription.window != WINDOW:
        yield language.say("window", hours=subscription.window)
    if subscription.call:
        yield language.say("call-here" if subscription.call == HERE else "call-group")


def _paused(subscription: Subscription, language: Language) -> Iterator[Part]:
    if subscription.paused:
        yield Paragraph(language.say("watch-paused"), strong=True)


def _whys(subscription: Subscription, language: Language) -> Iterator[str]:
    if subscription.closed:
        yield language.say("watch-closed", name=subscription.closed)
    elif subscription.blocked:
        missing = language.all_of(errors.lacking(subscription.lacks, language))
        yield language.say("watch-blocked", names=missing)


def line(watch: Watch, names: Mapping[str, str], language: Language) -> str:
    """One line of a subscription; `names` has the name of each target."""
    row = language.say(
        "list-row",
        name=names.get(watch.target, watch.target),
        topics=_topics(watch.topics, language) if watch.topics else language.say("list-all-topics"),
        severity=language.say(f"severity-{watch.severity}"),
    )
    return language.say("list-row-role", row=row) if watch.mention else row


def _topics(topics: Set[Topic], language: Language) -> str:
    chosen = [language.say(f"topic-{topic}") for topic in Topic if topic in topics]
    return language.say("comma").join(chosen) if chosen else language.say("watch-topics-all")
