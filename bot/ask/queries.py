"""What anyone may ask: a platform's policy, how to opt out, and more about a change."""

from typing import TYPE_CHECKING

from bot.ask.commands import Invocation, Reply
from bot.errors import UnknownChange
from bot.model.change import Change
from bot.model.delivery import Delivery, Subject
from bot.model.platform import Platform
from bot.model.schedule import remind_person_at
from bot.model.subscription import Destination
from bot.model.version import DocumentKey
from bot.read.compare import marks
from bot.wording import announcement, answers, later

if TYPE_CHECKING:
    from bot.ask.desk import Desk

LATEST = 3
LONGEST_PAGE = 4
"""Digits of a page's number."""


async def policy(desk: "Desk", invocation: Invocation) -> Reply:
    """What a platform's texts say of creators' work, its latest changes, and when its texts were last read."""
    platform = desk.catalogue.find(invocation.options["platform"])
    states = await desk.documents.states([DocumentKey(platform.id, document.id) for document in platform.documents])
    latest = await desk.news.latest(platform=platform.id, most=LATEST)
    read = {document.id: state.checked_at for document, state in zip(platform.documents, states, strict=True)}
    return Reply(answers.policy(platform, latest, read, desk.language(invocation)))


async def optout(desk: "Desk", invocation: Invocation) -> Reply:
    """What a creator can do about a platform's use of their work."""
    platform = desk.catalogue.find(invocation.options["platform"])
    return Reply(answers.optout(platform, desk.language(invocation)))


async def change(desk: "Desk", invocation: Invocation) -> Reply:
    """Every passage of a change, a few at a time."""
    told, platform = await _change(desk, invocation)
    page = invocation.options.get("page", "")
    number = int(page) if page.isdecimal() and len(page) <= LONGEST_PAGE else 0
    language = desk.language(invocation)
    return Reply(announcement.passages(told, platform, language, number, marks=marks), instead=bool(page))


async def remind(desk: "Desk", invocation: Invocation) -> Reply:
    """Remind a person, by direct message, before a change holds or the time to opt out ends."""
    told, platform = await _change(desk, invocation)
    language = desk.language(invocation)
    deadline = platform.opt_out.deadline if platform.opt_out else None
    at = remind_person_at([told.effective, deadline], desk.clock.now())
    if at is None:
        return Reply(later.nothing_ahead(platform, language))
    person = Destination(invocation.chat, invocation.space, f"@{invocation.user}")
    reminder = Delivery(Subject("reminder", told.id), person, locale=invocation.locale)
    await desk.deliveries.schedule([reminder], at)
    return Reply(later.will_remind(platform, at.date(), language))


async def _change(desk: "Desk", invocation: Invocation) -> tuple[Change, Platform]:
    """The change that a button belongs to. Raises `UnknownChange`."""
    told = await desk.news.change(invocation.options.get("change", ""))
    platform = desk.catalogue.platforms.get(told.document.platform) if told else None
    if told is None or platform is None:
        raise UnknownChange(invocation.options.get("change", ""))
    return told, platform
