"""What is offered while someone types: at most 25 choices, best first.

All of it comes from memory, but for what a place watches: `watched`, and the first of an empty `platform`. The store is
asked for that each time, in two round trips of a millisecond. Other processes change it too: a copy of what every
server chose would have to hear of that, or offer to take away what is gone.
"""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.ask.commands import Invocation, OptionKind
from bot.errors import StoreError
from bot.model.message import Choice
from bot.model.subscription import CATEGORY, EVERYTHING
from bot.model.topic import Severity, Topic
from bot.wording.language import Language

if TYPE_CHECKING:
    from bot.ask.desk import Desk

MOST = 25
"""Choices that Discord shows at once (its application command limit)."""
SOON = 0.3
"""Seconds that the store has where memory alone can be offered as well."""


async def complete(desk: "Desk", kind: OptionKind, typed: str, invocation: Invocation) -> Sequence[Choice]:
    """The choices for a value of this kind. Raises `StoreError` where only the store knows them."""
    language = desk.language(invocation)
    if kind == "watched":
        return await _watched(desk, typed, invocation, language)
    if kind == "severity":
        return [Choice(language.say(f"severity-{s}"), s) for s in Severity if s is not Severity.NONE]
    if kind in {"topics", "topic"}:
        return _topics(typed, language, several=kind == "topics")
    found = [Choice(p.name, p.id) for p in desk.catalogue.complete(typed, MOST)]
    if kind == "platform" and invocation.space and not typed:
        found = await _watched_first(desk, found, invocation)
    if kind == "watchable":
        groups = [EVERYTHING, *(CATEGORY + c for c in desk.catalogue.categories)]
        named = [Choice(desk.name(group, language), group) for group in groups]
        found = [choice for choice in named if typed.casefold() in choice.name.casefold()] + found
    return found[:MOST]


async def _watched_first(desk: "Desk", found: Sequence[Choice], invocation: Invocation) -> list[Choice]:
    """The platforms that this place watches, then those found; these alone where the store does not answer soon."""
    try:
        async with asyncio.timeout(SOON):
            rows = await desk.subscriptions.of_space(invocation.chat, invocation.space)
    except (StoreError, TimeoutError):
        return list(found)
    targets = {watch.target for row in rows for watch in row.watches}
    first = [Choice(p.name, p.id) for p in desk.catalogue if p.id in targets]
    return [*first, *(choice for choice in found if choice not in first)]


async def _watched(desk: "Desk", typed: str, invocation: Invocation, language: Language) -> Sequence[Choice]:
    """What the channel watches; where it watches nothing, what any channel there does."""
    rows = await desk.subscriptions.of_space(invocation.chat, invocation.space)
    here = [row for row in rows if row.destination == invocation.destination()]
    seen = dict.fromkeys(watch.target for row in here or rows for watch in row.watches)
    named = [Choice(desk.name(target, language), target) for target in seen]
    return [choice for choice in named if typed.casefold() in choice.name.casefold()][:MOST]


def _topics(typed: str, language: Language, *, several: bool) -> Sequence[Choice]:
    """Completes the last of several topics, and keeps those before it; or the only one."""
    *before, last = (part.strip() for part in typed.split(",")) if several else (typed.strip(),)
    start = "".join(f"{part}, " for part in before if part)
    rows = [(start + language.say(f"topic-{topic}"), start + topic) for topic in Topic]
    return [Choice(name, value) for name, value in rows if last.casefold() in name.casefold()][:MOST]
