"""What admins choose and order: what a channel watches, rest and return, a sample, what is stored."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.ask.commands import YES, Invocation, Reply
from bot.errors import BadOption, DeliveryError
from bot.model.change import Change
from bot.model.message import Message
from bot.model.platform import Platform, squeeze
from bot.model.subscription import CATEGORY, EVERYTHING, Cadence, ChatName, Subscription, Watch, targets
from bot.model.topic import Severity, Topic
from bot.model.version import DocumentKey
from bot.ports import DocumentState
from bot.read.marks import marks
from bot.wording import admin, announcement, card, watches
from bot.wording.language import Language

if TYPE_CHECKING:
    from bot.ask.desk import Desk


LOOKED_THROUGH = 50
"""Latest changes among which a sample is sought."""


async def watch(desk: "Desk", invocation: Invocation) -> Reply:
    """Add a platform, a category or everything to a channel; the same again replaces what was chosen before."""
    language = desk.language(invocation)
    target = _target(desk, invocation.options["platform"], language)
    severity = _severity(invocation.options.get("severity"))
    chosen = Watch(target, _topics(desk, invocation), severity, invocation.role)
    destination = invocation.destination()
    given: dict[str, Any] = {}
    if "cadence" in invocation.options:
        given["cadence"] = known_cadence(invocation.options["cadence"])
    if "news" in invocation.options:
        given["news"] = invocation.options["news"] == YES
    begun = Subscription.begin(destination, by=invocation.user, locale=invocation.local)

    def add(there: Subscription | None) -> Subscription:
        return replace((there or begun).with_watch(chosen), **given, by=invocation.user)

    subscription = (await desk.subscriptions.amend(destination, add)).after or begun
    await desk.reopened(destination)
    manner = subscription.manner._replace(mention=chosen.mention or subscription.mention)
    lacks = await desk.lacks(destination, manner)
    return _told(watches.watching(subscription, chosen, desk.name(target, language), lacks, language), invocation)


async def unwatch(desk: "Desk", invocation: Invocation) -> Reply:
    """Take a platform, a category or everything from a channel, or only some topics of it."""
    destination, language = invocation.destination(), desk.language(invocation)
    target, topics = _target(desk, invocation.options["platform"], language), _topics(desk, invocation, "only")
    before, after = await desk.subscriptions.amend(destination, lambda there: there and there.without(target, topics))
    name, there = desk.name(target, language), after or Subscription.begin(destination)
    names = [desk.name(watch.target, language) for watch in there.watches]
    if after is None or before == after:
        return Reply(watches.not_watched(there, name, names, topics, language))
    if left := next((watch for watch in after.watches if watch.target == target), None):
        return _told(watches.narrowed(left, name, topics, language), invocation)
    return _told(watches.unwatched(after, name, names, language), invocation)


def _told(message: Message, invocation: Invocation) -> Reply:
    """In Slack, where every member may choose for a channel, the others read there who did."""
    public = invocation.chat is ChatName.SLACK and invocation.destination().channel == invocation.channel
    return Reply(replace(message, sharer=invocation.user) if public else message, public=public, saved=True)


async def listing(desk: "Desk", invocation: Invocation) -> Reply:
    """What is watched, and what keeps a channel from hearing it.

    For a Discord server's admins all of its channels; in Slack, where every member may ask, only this one: what a
    private channel watches is its own business.
    """
    rows: Sequence[Subscription] = await desk.subscriptions.of_space(invocation.chat, invocation.space)
    if invocation.chat is ChatName.SLACK:
        rows = [row for row in rows if row.destination == invocation.destination()]
    language = desk.language(invocation)
    names = {watch.target: desk.name(watch.target, language) for row in rows for watch in row.watches}
    return Reply(watches.listing(rows, names, await health(desk, rows), language))


async def health(desk: "Desk", rows: Sequence[Subscription]) -> Sequence[watches.Health]:
    """How each platform that is watched fares: when it was read, when it changed, and what cannot be read."""
    wanted = {watch.target for row in rows for watch in row.watches}
    platforms = [p for p in desk.catalogue if not wanted.isdisjoint(targets([p.id], p.categories))]
    keys = [DocumentKey(p.id, document.id) for p in platforms for document in p.documents]
    states = dict(zip(keys, await desk.documents.states(keys), strict=True)) if keys else {}
    latest = {told.document.platform: told for told in reversed(await desk.news.latest(most=LOOKED_THROUGH))}
    return [
        _fares(p, [(d.type, states[DocumentKey(p.id, d.id)]) for d in p.documents], latest.get(p.id)) for p in platforms
    ]


def _fares(platform: Platform, states: Sequence[tuple[str, DocumentState]], latest: Change | None) -> watches.Health:
    read = max((state.checked_at for _, state in states if state.checked_at), default=None)
    failing = [watches.Trouble(name, state.error, state.failures) for name, state in states if state.failures]
    doubted = [
        watches.Trouble(name, state.candidate.reason)
        for name, state in states
        if state.candidate and state.candidate.held == "suspect"
    ]
    return watches.Health(platform, read, latest, [*failing, *doubted])


async def pause(desk: "Desk", invocation: Invocation) -> Reply:
    """Let the messages of a channel rest; what comes meanwhile waits."""
    return await _rest(desk, invocation, resting=True)


async def resume(desk: "Desk", invocation: Invocation) -> Reply:
    """End the rest; what waited is posted."""
    return await _rest(desk, invocation, resting=False)


async def test(desk: "Desk", invocation: Invocation) -> Reply:
    """Post a sample to the channel, as a change would be posted, mentioning nobody."""
    destination, language = invocation.destination(), desk.language(invocation)
    subscription = await desk.subscriptions.get(destination) or Subscription.begin(destination, locale=invocation.local)
    sample = admin.sample(await _latest(desk, subscription), desk.told_in(subscription))
    manner = subscription.manner._replace(mention=None, call="", threads=False, publish=False)
    try:
        key = f"test {desk.clock.now().timestamp():.3f}"
        await desk.posters[destination.chat].post(destination, sample, key=key, manner=manner)
    except DeliveryError as error:
        return Reply(admin.not_tested(destination, error, language))
    await desk.reopened(destination)
    return Reply(admin.tested(destination, language))


async def privacy(desk: "Desk", invocation: Invocation) -> Reply:
    """What is stored of this server or workspace; of the person, where it is asked outside of one."""
    language = desk.language(invocation)
    if not invocation.space:
        return Reply(admin.privacy_of_a_person(desk.policy, language))
    rows = await desk.subscriptions.of_space(invocation.chat, invocation.space)
    return Reply(admin.privacy(rows, invocation.chat, desk.policy, language))


async def erase(desk: "Desk", invocation: Invocation) -> Reply:
    """Erase all of it; asked once more before."""
    language = desk.language(invocation)
    if not invocation.options.get("sure"):
        rows = await desk.subscriptions.of_space(invocation.chat, invocation.space)
        return Reply(admin.erase(rows, language))
    await desk.left(invocation.chat, invocation.space, keep=0)
    await desk.spaces.join(invocation.chat, invocation.space)
    return Reply(admin.erased(language), instead=True, saved=True)


async def reserve(desk: "Desk", invocation: Invocation) -> Reply:
    """Let only those who manage the place choose for its channels, or (without `on`) every member of a channel."""
    on = bool(invocation.options.get("on"))
    await desk.spaces.reserve(invocation.chat, invocation.space, on=on)
    return Reply(admin.reserved(desk.language(invocation), on=on), saved=True)


async def _rest(desk: "Desk", invocation: Invocation, *, resting: bool) -> Reply:
    destination, language = invocation.destination(), desk.language(invocation)
    before, _ = await desk.subscriptions.amend(destination, lambda there: there and replace(there, paused=resting))
    if before is None:
        return Reply(card.nothing_to_pause(language))
    if not resting:
        await desk.deliveries.release(destination)
    return Reply(admin.paused(destination, language, resumed=not resting), saved=True)


async def _latest(desk: "Desk", subscription: Subscription) -> Message | None:
    """The announcement of the latest change that the channel wants, of those kept."""
    language = desk.told_in(subscription)
    for change in await desk.news.latest(most=LOOKED_THROUGH):
        platform = desk.catalogue.platforms.get(change.document.platform)
        wanted = platform and targets([platform.id], platform.categories)
        if platform and replace(subscription, paused=False).wants(wanted or set(), set(change.topics), change.severity):
            return announcement.change(change, platform, language, marks=marks)
    return None


def _target(desk: "Desk", typed: str, language: Language) -> str:
    """The id of what is to be watched, by its id or its name. Raises `UnknownPlatform`."""
    word = squeeze(typed)
    if word in {EVERYTHING, "everything", "allplatforms", squeeze(desk.name(EVERYTHING, language))}:
        return EVERYTHING
    for category in desk.catalogue.categories:
        named = language.category(category), desk.name(CATEGORY + category, language)
        if word in map(squeeze, (category, CATEGORY + category, *named)):
            return CATEGORY + category
    return desk.catalogue.find(typed).id


def known_cadence(typed: str) -> Cadence:
    """The cadence of this name. Raises `BadOption`."""
    for cadence in card.CADENCES:
        if cadence == typed:
            return cadence
    raise BadOption("cadence", typed, card.CADENCES)


def _severity(typed: str | None) -> Severity:
    """The least severity asked for; `minor` where none was. Raises `BadOption`."""
    taken = [str(s) for s in Severity if s is not Severity.NONE]
    if typed and typed.casefold() not in taken:
        raise BadOption("severity", typed, taken)
    return Severity(typed.casefold()) if typed else Severity.MINOR


def _topics(desk: "Desk", invocation: Invocation, option: str = "topics") -> frozenset[Topic]:
    """The topics asked for, by id or by name, parted by commas or, for ids, by spaces. Raises `BadOption`."""
    typed = invocation.options.get(option, "").strip()
    language = desk.language(invocation)
    names = {squeeze(name): topic for topic in Topic for name in (topic, language.say(f"topic-{topic}"))}
    found: set[Topic] = set()
    for part in filter(None, (p.strip() for p in re.split(r"[,;]", typed))):
        words = [part] if squeeze(part) in names else part.split()
        for word in words:
            if squeeze(word) not in names:
                raise BadOption(option, word, [str(t) for t in Topic])
            found.add(names[squeeze(word)])
    return frozenset(found)
