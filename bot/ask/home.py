"""The page of someone who opens the app: their channels, what changed lately, how the looking fares."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.ask.admin import LOOKED_THROUGH, health
from bot.ask.commands import Invocation, Reply
from bot.model.change import Change
from bot.model.platform import Platform
from bot.model.subscription import Subscription, targets
from bot.wording import home as wording

if TYPE_CHECKING:
    from bot.ask.desk import Desk

CHANNELS = 10
"""Channels on a page."""


async def home(desk: "Desk", invocation: Invocation) -> Reply:
    """A page of the channels among `invocation.channels` that watch something; a first word where none does.

    And of those that the person set up, and nobody since: private ones among them, in which the chat does not say who
    is. What other channels watch is their own business.
    """
    language = desk.language(invocation)
    every = await desk.subscriptions.of_space(invocation.chat, invocation.space)
    known = invocation.channels
    rows = [row for row in every if row.watches and (row.destination.channel in known or row.by == invocation.user)]
    reserved = await desk.spaces.reserved(invocation.chat, invocation.space)
    manages = (wording.who_chooses(language, reserved=reserved),) if invocation.manager else ()
    if not rows:
        return Reply(wording.first_visit(desk.policy, language), more=manages)
    page, pages = _page(invocation.options.get("page", ""), len(rows))
    shown = rows[page * CHANNELS : (page + 1) * CHANNELS]
    names = {watch.target: desk.name(watch.target, language) for row in shown for watch in row.watches}
    fares = await health(desk, rows)
    more = (
        *(wording.channel(row, known.get(row.destination.channel, ""), names, language) for row in shown),
        *wording.pages(page, pages, language),
        wording.latest(await _latest(desk, rows), language),
        wording.fares(fares, desk.clock.now(), language),
        *manages,
        wording.help_and_privacy(language),
    )
    return Reply(wording.head(len(rows), language), more=more)


async def _latest(desk: "Desk", rows: Sequence[Subscription]) -> Sequence[tuple[Change, Platform]]:
    """The latest changes of what these channels watch, whatever topics they chose."""
    watched = {watch.target for row in rows for watch in row.watches}
    changes = await desk.news.latest(most=LOOKED_THROUGH)
    told = [(change, desk.catalogue.platforms.get(change.document.platform)) for change in changes]
    found = [(change, platform) for change, platform in told if platform is not None]
    of_theirs = [row for row in found if not watched.isdisjoint(targets([row[1].id], row[1].categories))]
    return of_theirs[: wording.CHANGES]


def _page(typed: str, rows: int) -> tuple[int, int]:
    """The page asked for, or the nearest that there is; and how many there are."""
    pages = -(-rows // CHANNELS)
    return min(int(typed) if typed.isdecimal() and len(typed) < CHANNELS else 0, pages - 1), pages
