"""The card on which an admin chooses, in one place, what a channel hears and how; each choice is kept at once."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.ask.admin import known_cadence
from bot.ask.commands import YES, Invocation, Reply
from bot.errors import BadOption, Lack
from bot.model.message import Choice, Message
from bot.model.subscription import CATEGORY, EVERYTHING, HERE, TEXT, Subscription, Watch
from bot.model.topic import Severity, Topic
from bot.wording import card

if TYPE_CHECKING:
    from bot.ask.desk import Desk

SHOWN = 25
"""Platforms in one menu (Discord's limit for a select)."""
SEARCHED = 32
"""Characters of a search that are kept: they travel in the buttons of the card."""
_GROUP = re.compile(r"\bS[A-Z0-9]{5,20}\b")
"""The id of a user group of Slack."""


async def settings(desk: "Desk", invocation: Invocation) -> Reply:
    """The card or form of a channel, with what keeps messages from being posted there named at once."""
    subscription = await _subscription(desk, invocation)
    if invocation.chat in card.FORMS:
        return Reply(
            _form(desk, invocation, subscription, await desk.lacks(subscription.destination, subscription.manner))
        )
    return Reply(await _card(desk, invocation, subscription), instead=bool(invocation.options.get("channel")))


async def choose(desk: "Desk", invocation: Invocation) -> Reply:
    """Keep one choice made on the card, and show the card as it is now."""
    what = invocation.options.get("what", "")
    if what not in _CHOOSERS:
        raise BadOption("what", what, list(_CHOOSERS))
    values = [value for value in invocation.options.get("value", "").split(",") if value]

    def chosen(there: Subscription | None) -> Subscription:
        before = there or _begun(invocation)
        return replace(_CHOOSERS[what](desk, invocation, before, values), by=invocation.user)

    before, after = await desk.subscriptions.amend(invocation.destination(), chosen)
    after = after or _begun(invocation)
    await desk.reopened(after.destination)
    if before and before.paused and not after.paused:
        await desk.deliveries.release(after.destination)
    kept = await _subscription(desk, invocation)
    return Reply(await _card(desk, invocation, kept if after.watches else after), instead=True, saved=True)


async def configure(desk: "Desk", invocation: Invocation) -> Reply:
    """Keep what a form holds, all of it at once: each option has the values of its choice, parted by commas.

    A choice that was left as it stood stays, also where lines of the channel differ in it, and so does one that was not
    sent. A channel needs a platform, and loses its subscription with the last one.
    """

    def configured(there: Subscription | None) -> Subscription:
        before = after = there or _begun(invocation)
        for pick in _form(desk, invocation, before).picks:
            what = pick.options["what"]
            values = [value for value in invocation.options.get(what, "").split(",") if value]
            if what in invocation.options and set(values) != set(pick.chosen):
                after = _FIELDS[what](desk, invocation, after, values)
        if not after.watches and not before.watches:
            raise BadOption("platforms", "")
        return replace(after, by=invocation.user)

    after = (await desk.subscriptions.amend(invocation.destination(), configured)).after or _begun(invocation)
    await desk.reopened(after.destination)
    language = desk.language(invocation)
    names = {watch.target: desk.name(watch.target, language) for watch in after.watches}
    return Reply(card.configured(after, names, language), saved=True)


def _form(desk: "Desk", invocation: Invocation, subscription: Subscription, lacks: Sequence[Lack] = ()) -> Message:
    language = desk.language(invocation)
    offered = dict.fromkeys([*_shown(desk, {}), *(watch.target for watch in subscription.watches)])
    platforms = [Choice(desk.name(target, language), target) for target in offered]
    return card.form(subscription, platforms, _spoken(desk, subscription), lacks, language, calls=invocation.manager)


def _spoken(desk: "Desk", subscription: Subscription) -> card.Spoken:
    """The languages that there are, and which of them the channel is told in."""
    known = [Choice(language.say("language-name"), language.code) for language in desk.languages]
    return card.Spoken(known, desk.told_in(subscription).code)


async def style(desk: "Desk", invocation: Invocation) -> Reply:
    """How a channel hears of changes, by a typed command: what is not named stays. Answered with the card."""
    given = invocation.options
    switched: dict[str, Any] = {extra: given[extra] == YES for extra in card.EXTRAS[invocation.chat] if extra in given}

    def styled(there: Subscription | None) -> Subscription | None:
        return there and replace(
            there,
            cadence=known_cadence(given["cadence"]) if "cadence" in given else there.cadence,
            mention=invocation.role if "role" in given else there.mention,
            text=_line(given["text"]) if "text" in given else there.text,
            **switched,
            locale=_language(desk, [given["language"]]) if "language" in given else there.locale,
            by=invocation.user,
        )

    after = (await desk.subscriptions.amend(invocation.destination(), styled)).after
    return Reply(await _card(desk, invocation, after) if after else card.nothing_watched(desk.language(invocation)))


async def move(desk: "Desk", invocation: Invocation) -> Reply:
    """Let another channel watch what a channel watched, in the manner of that one; asked which, where none is named."""
    left = await desk.subscriptions.get(invocation.destination())
    if left is None:
        return Reply(card.nothing_watched(desk.language(invocation)))
    to = invocation.options.get("to")
    if not to:
        return Reply(card.moving(left, desk.language(invocation)))
    there = left.destination._replace(channel=to)
    if there == left.destination:
        return Reply(card.moving(left, desk.language(invocation)), instead=True)

    def moved(known: Subscription | None) -> Subscription:
        after = known or replace(left, destination=there, watches=())
        watched = {watch.target for watch in after.watches}
        for watch in left.watches:
            after = after if watch.target in watched else after.with_watch(watch)
        return replace(after, blocked=None, lacks=(), warned="", closed="", by=invocation.user)

    after = (await desk.subscriptions.amend(there, moved)).after or left
    await desk.subscriptions.drop(left.destination)
    await desk.deliveries.drop(left.destination)
    return Reply(await _card(desk, invocation, after), instead=True)


async def _subscription(desk: "Desk", invocation: Invocation) -> Subscription:
    """What the channel has, or what it begins with."""
    return await desk.subscriptions.get(invocation.destination()) or _begun(invocation)


def _begun(invocation: Invocation) -> Subscription:
    return Subscription.begin(invocation.destination(), by=invocation.user, locale=invocation.local)


async def _card(desk: "Desk", invocation: Invocation, subscription: Subscription) -> Message:
    language = desk.language(invocation)
    targets = _shown(desk, invocation.options)
    page = _page(invocation.options)
    shown = card.Shown(
        [Choice(desk.name(target, language), target) for target in targets[page * SHOWN : (page + 1) * SHOWN]],
        page,
        more=len(targets) > (page + 1) * SHOWN,
        searched=invocation.options.get("search", "")[:SEARCHED],
    )
    names = {watch.target: desk.name(watch.target, language) for watch in subscription.watches}
    lacks = await desk.lacks(subscription.destination, subscription.manner)
    return card.settings(subscription, shown, names, _spoken(desk, subscription), lacks, language)


def _shown(desk: "Desk", options: Mapping[str, str]) -> Sequence[str]:
    """What the menu offers, over all of its pages: everything, groups, platforms; or what a search finds."""
    if searched := options.get("search", "")[:SEARCHED]:
        return [platform.id for platform in desk.catalogue.complete(searched, SHOWN)]
    platforms = sorted(desk.catalogue, key=lambda platform: platform.name.casefold())
    return [EVERYTHING, *(CATEGORY + c for c in desk.catalogue.categories), *(p.id for p in platforms)]


def _page(options: Mapping[str, str]) -> int:
    page = options.get("page", "")
    return int(page) if page.isdecimal() and len(page) < SHOWN else 0


# --- choices ----------------------------------------------------------------------------------------------------------

Chooser = Callable[["Desk", Invocation, Subscription, Sequence[str]], Subscription]


def _platforms(desk: "Desk", invocation: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    """Of what the menu showed, watch what was taken and nothing else; the rest stays."""
    page = _page(invocation.options)
    shown = _shown(desk, invocation.options)[page * SHOWN : (page + 1) * SHOWN]
    return _watching(before, shown, values)


def _every_platform(desk: "Desk", _: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    """Watch what was taken, and nothing else."""
    known = [*_shown(desk, {}), *(watch.target for watch in before.watches)]
    return _watching(before, known, _known("platforms", values, known))


def _watching(before: Subscription, shown: Sequence[str], values: Sequence[str]) -> Subscription:
    """Of what was shown, with what was taken alone; what is new is watched like what was there."""
    after = before
    like = before.watches[0] if before.watches else Watch("")
    for target in shown:
        known = any(watch.target == target for watch in before.watches)
        if target in values and not known:
            after = after.with_watch(replace(like, target=target, mention=None))
        elif target not in values:
            after = after.without(target)
    return after


def _topics(_: "Desk", __: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    topics = frozenset(Topic(value) for value in _known("topics", values, list(Topic)))
    return replace(before, watches=tuple(replace(watch, topics=topics) for watch in before.watches))


def _severity(_: "Desk", __: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    least = Severity(_one("severity", values, card.SEVERITIES))
    return replace(before, watches=tuple(replace(watch, severity=least) for watch in before.watches))


def _cadence(_: "Desk", __: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    return replace(before, cadence=known_cadence(_one("cadence", values, card.CADENCES)))


def _mention(_: "Desk", __: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    """One for all that the channel watches: what the menu shows holds."""
    watches = tuple(replace(watch, mention=None) for watch in before.watches)
    return replace(before, mention=min({*values} - {before.destination.space}, default=None), watches=watches)


def _extras(_: "Desk", invocation: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    known = card.EXTRAS[invocation.chat]
    on = set(_known("extras", values, known))
    switched: dict[str, Any] = {extra: extra in on for extra in known}
    return replace(before, **switched)


def _locale(desk: "Desk", _: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    return replace(before, locale=_language(desk, values))


def _language(desk: "Desk", values: Sequence[str]) -> str:
    return _one("locale", values, [known.code for known in desk.languages])


def _window(_: "Desk", __: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    return replace(before, window=int(_one("window", values, [str(hours) for hours in card.WINDOWS])))


def _call(_: "Desk", __: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    """Whom critical messages call: those who are there, or a group by its id, bare or as Slack writes it in a text."""
    typed = "".join(values)
    group = _GROUP.search(typed)
    if typed.strip("@ ").casefold() in {"", HERE}:
        return replace(before, call=typed.strip("@ ").casefold())
    if group is None:
        raise BadOption("call", typed)
    return replace(before, call=group[0])


def _paused(_: "Desk", __: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    return replace(before, paused=bool(values))


def _text(_: "Desk", invocation: Invocation, before: Subscription, __: Sequence[str]) -> Subscription:
    return replace(before, text=_line(invocation.options.get("value", "")))


def _line(typed: str) -> str:
    """What was typed, in one line of the length that is kept; nothing for a dash."""
    line = " ".join(typed.split())[:TEXT]
    return "" if line in {"-", "–", "—"} else line


def _known(option: str, values: Sequence[str], known: Sequence[str]) -> Sequence[str]:
    for value in values:
        if value not in known:
            raise BadOption(option, value, list(map(str, known)))
    return values


def _one(option: str, values: Sequence[str], known: Sequence[str]) -> str:
    return (_known(option, values[:1], known) or known)[0]


_CHOOSERS: Mapping[str, Chooser] = {
    "platforms": _platforms,
    "topics": _topics,
    "severity": _severity,
    "cadence": _cadence,
    "mention": _mention,
    "extras": _extras,
    "paused": _paused,
    "text": _text,
    "locale": _locale,
}
_FIELDS: Mapping[str, Chooser] = {
    **_CHOOSERS,
    "platforms": _every_platform,
    "window": _window,
    "call": _call,
}
"""The same where everything is chosen at once."""
