"""What is offered while someone types: at most 25 choices, best first. All of it is in memory, so nothing waits."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import structlog

from bot.ask.commands import Invocation, OptionKind
from bot.errors import StoreError
from bot.model.message import Choice
from bot.model.subscription import CATEGORY, EVERYTHING, ChatName, targets
from bot.model.topic import Severity, Topic
from bot.ports import Subscriptions
from bot.wording.language import Language

if TYPE_CHECKING:
    from bot.ask.desk import Desk

MOST = 25
"""Choices that Discord shows at once (its application command limit)."""
RECALLED = 60.0
"""Seconds after which what other processes wrote is read into memory: 2,000 channels take 20 ms of CPU."""


def complete(desk: "Desk", kind: OptionKind, typed: str, invocation: Invocation) -> Sequence[Choice]:
    """The choices for a value of this kind."""
    language = desk.language(invocation)
    if kind == "watched":
        return _watched(desk, typed, invocation, language)
    if kind == "severity":
        return [Choice(language.say(f"severity-{s}"), s) for s in Severity if s is not Severity.NONE]
    if kind in {"topics", "topic"}:
        return _topics(typed, language, several=kind == "topics")
    found = [Choice(p.name, p.id) for p in desk.catalogue.complete(typed, MOST)]
    if kind == "platform" and not typed:
        found = _watched_first(desk, found, invocation)
    if kind == "watchable":
        groups = [EVERYTHING, *(CATEGORY + c for c in desk.catalogue.categories)]
        named = [Choice(desk.name(group, language), group) for group in groups]
        found = [choice for choice in named if typed.casefold() in choice.name.casefold()] + found
    return found[:MOST]


async def remember(
    subscriptions: Subscriptions, chat: ChatName, stop: asyncio.Event, *, every: float = RECALLED
) -> None:
    """Keep what a chat watches in memory, for `complete`, until `stop` is set; `every`: seconds between readings."""
    while not stop.is_set():
        try:
            await subscriptions.recall(chat)
        except StoreError as error:
            structlog.get_logger("desk").warning("not recalled", chat=chat, why=str(error))
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), every)


def _watched_first(desk: "Desk", found: Sequence[Choice], invocation: Invocation) -> list[Choice]:
    """The platforms that this place watches, those by their names before those by a category, then those found."""
    watched = desk.subscriptions.watched(invocation.chat, invocation.space)
    lines = {target for channel in watched.values() for target in channel} - {EVERYTHING}
    told = [p for p in desk.catalogue if not lines.isdisjoint(targets([p.id], p.categories))]
    first = [Choice(p.name, p.id) for p in sorted(told, key=lambda p: p.id not in lines)]
    return [*first, *(choice for choice in found if choice not in first)]


def _watched(desk: "Desk", typed: str, invocation: Invocation, language: Language) -> Sequence[Choice]:
    """What the channel watches; where it watches nothing, what any channel there does."""
    watched = desk.subscriptions.watched(invocation.chat, invocation.space)
    here = watched.get(invocation.destination().channel)
    lines = [here] if here else [watched[channel] for channel in sorted(watched)]
    named = [Choice(desk.name(target, language), target) for target in dict.fromkeys(t for line in lines for t in line)]
    return [choice for choice in named if typed.casefold() in choice.name.casefold()][:MOST]


def _topics(typed: str, language: Language, *, several: bool) -> Sequence[Choice]:
    """Completes the last of several topics, and keeps those before it; or the only one."""
    *before, last = (part.strip() for part in typed.split(",")) if several else (typed.strip(),)
    start = "".join(f"{part}, " for part in before if part)
    rows = [(start + language.say(f"topic-{topic}"), start + topic) for topic in Topic]
    return [Choice(name, value) for name, value in rows if last.casefold() in name.casefold()][:MOST]
