"""What admins choose: which platforms a channel watches."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.ask.commands import Invocation, Reply
from bot.errors import BadOption
from bot.model.platform import squeeze
from bot.model.subscription import CATEGORY, EVERYTHING, ChatName, Subscription, Watch
from bot.model.topic import Severity, Topic
from bot.wording import answers

if TYPE_CHECKING:
    from bot.ask.desk import Desk


async def watch(desk: "Desk", invocation: Invocation) -> Reply:
    """Add a platform, a category or everything to a channel; the same again replaces what was chosen before."""
    target = _target(desk, invocation.options["platform"])
    severity = _severity(invocation.options.get("severity"))
    chosen = Watch(target, _topics(desk, invocation), severity)
    destination = invocation.destination()
    before = await desk.subscriptions.get(destination)
    subscription = before or Subscription(destination, by=invocation.user, locale=invocation.locale)
    mention = invocation.options.get("role") or subscription.mention
    subscription = replace(subscription.with_watch(chosen), mention=mention, by=invocation.user)
    await desk.subscriptions.put(subscription)
    await desk.reopened(destination)
    language = desk.language(invocation)
    return Reply(answers.watching(subscription, chosen, desk.name(target, language), language))


async def unwatch(desk: "Desk", invocation: Invocation) -> Reply:
    """Take a platform, a category or everything from a channel."""
    target = _target(desk, invocation.options["platform"])
    destination = invocation.destination()
    language = desk.language(invocation)
    before = await desk.subscriptions.get(destination)
    if before is None or all(watch.target != target for watch in before.watches):
        return Reply(answers.not_watched(desk.name(target, language), language))
    await desk.subscriptions.put(before.without(target))
    return Reply(answers.unwatched(before.without(target), desk.name(target, language), language))


async def listing(desk: "Desk", invocation: Invocation) -> Reply:
    """What is watched, and what keeps a channel from hearing it.

    For a Discord server's admins all of its channels; in Slack, where every member may ask, only this one: what a
    private channel watches is its own business.
    """
    if invocation.chat is ChatName.SLACK:
        here = await desk.subscriptions.get(invocation.destination())
        rows: Sequence[Subscription] = [here] if here else []
    else:
        rows = await desk.subscriptions.of_space(invocation.chat, invocation.space)
    language = desk.language(invocation)
    names = {watch.target: desk.name(watch.target, language) for row in rows for watch in row.watches}
    return Reply(answers.listing(rows, names, language))


def _target(desk: "Desk", typed: str) -> str:
    """The id of what is to be watched. Raises `UnknownPlatform`."""
    word = squeeze(typed)
    if word in {EVERYTHING, "everything", "allplatforms"}:
        return EVERYTHING
    for category in desk.catalogue.categories:
        if word in {squeeze(category), squeeze(CATEGORY + category)}:
            return CATEGORY + category
    return desk.catalogue.find(typed).id


def _severity(typed: str | None) -> Severity:
    """The least severity asked for; `minor` where none was. Raises `BadOption`."""
    taken = [str(s) for s in Severity if s is not Severity.NONE]
    if typed and typed.casefold() not in taken:
        raise BadOption("severity", typed, taken)
    return Severity(typed.casefold()) if typed else Severity.MINOR


def _topics(desk: "Desk", invocation: Invocation) -> frozenset[Topic]:
    """The topics asked for, by id or by name, parted by commas or, for ids, by spaces. Raises `BadOption`."""
    typed = invocation.options.get("topics", "").strip()
    language = desk.language(invocation)
    names = {squeeze(name): topic for topic in Topic for name in (topic, language.say(f"topic-{topic}"))}
    found: set[Topic] = set()
    for part in filter(None, (p.strip() for p in re.split(r"[,;]", typed))):
        words = [part] if squeeze(part) in names else part.split()
        for word in words:
            if squeeze(word) not in names:
                raise BadOption("topics", word, [str(t) for t in Topic])
            found.add(names[squeeze(word)])
    return frozenset(found)
