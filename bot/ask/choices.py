"""What can be chosen for a channel: each choice of the card or form, as it is kept."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.ask.admin import known_cadence
from bot.ask.commands import YES, Invocation
from bot.errors import BadOption
from bot.model.subscription import CATEGORY, EVERYTHING, HERE, TEXT, Subscription, Watch
from bot.model.topic import Severity, Topic
from bot.wording import card

if TYPE_CHECKING:
    from bot.ask.desk import Desk

SHOWN = 25
"""Platforms in one menu (Discord's limit for a select)."""
SEARCHED = 32
"""Characters of a search that are kept: they travel in the buttons of the card."""
_UNNAMED = str.maketrans("", "", ":%*")
_GROUP = re.compile(r"\bS[A-Z0-9]{5,20}\b")
"""The id of a user group of Slack."""

Chooser = Callable[["Desk", Invocation, Subscription, Sequence[str]], Subscription]


def offered(desk: "Desk", options: Mapping[str, str]) -> Sequence[str]:
    """What the menu offers, over all of its pages: everything, groups, platforms; or what a search finds."""
    if sought := searched(options):
        return [platform.id for platform in desk.catalogue.complete(sought, SHOWN)]
    platforms = sorted(desk.catalogue, key=lambda platform: platform.name.casefold())
    return [EVERYTHING, *(CATEGORY + c for c in desk.catalogue.categories), *(p.id for p in platforms)]


def searched(options: Mapping[str, str]) -> str:
    """What was searched for, without the signs that no name holds and that take a button thrice the room."""
    return options.get("search", "").translate(_UNNAMED)[:SEARCHED]


def page_of(options: Mapping[str, str]) -> int:
    """The page of it that is shown."""
    page = options.get("page", "")
    return int(page) if page.isdecimal() and len(page) < SHOWN else 0


def _platforms(desk: "Desk", invocation: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    """Of what the menu showed, watch what was taken and nothing else; the rest stays."""
    page = page_of(invocation.options)
    shown = offered(desk, invocation.options)[page * SHOWN : (page + 1) * SHOWN]
    return _watching(before, shown, values)


def _every_platform(desk: "Desk", _: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    """Watch what was taken, and nothing else."""
    known = [*offered(desk, {}), *(watch.target for watch in before.watches)]
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


def _news(_: "Desk", __: Invocation, before: Subscription, values: Sequence[str]) -> Subscription:
    return replace(before, news=_one("news", values, card.NEWS) == YES)


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
    return replace(before, locale=locale_of(desk, values))


def locale_of(desk: "Desk", values: Sequence[str]) -> str:
    """The tag of the one language chosen. Raises `BadOption`."""
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
    return replace(before, text=line(invocation.options.get("value", "")))


def line(typed: str) -> str:
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


CHOOSERS: Mapping[str, Chooser] = {
    "platforms": _platforms,
    "topics": _topics,
    "severity": _severity,
    "news": _news,
    "cadence": _cadence,
    "mention": _mention,
    "extras": _extras,
    "paused": _paused,
    "text": _text,
    "locale": _locale,
}
FIELDS: Mapping[str, Chooser] = {
    **CHOOSERS,
    "platforms": _every_platform,
    "window": _window,
    "call": _call,
}
"""The same where everything is chosen at once."""
