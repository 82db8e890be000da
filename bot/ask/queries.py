"""What anyone may ask: a platform's policy, how to opt out, where its texts hold words, more about a change."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.ask.commands import MOST_DAYS, Invocation, Reply
from bot.ask.search import Index, Text, phrases
from bot.errors import BadOption, UnknownChange
from bot.model.change import Change
from bot.model.delivery import Delivery, Subject
from bot.model.message import Message
from bot.model.platform import Catalogue, Platform, squeeze
from bot.model.schedule import remind_person_at
from bot.model.subscription import ChatName, Destination
from bot.model.topic import Topic
from bot.model.version import DocumentKey
from bot.ports import Documents, DocumentState, News
from bot.read.marks import marks
from bot.wording import announcement, answers, later
from bot.wording.language import Language

if TYPE_CHECKING:
    from bot.ask.desk import Desk

LATEST = 3
LONGEST_PAGE = 4
"""Digits of a page's number."""
LOOKED_THROUGH = 200
"""Latest changes that are looked through for those asked for."""
HITS = 5
"""Clauses quoted in one answer."""


async def policy(desk: "Desk", invocation: Invocation) -> Reply:
    """What a platform's texts say of creators' work, its latest changes, and when its texts were last read."""
    platform = desk.catalogue.find(invocation.options["platform"])
    latest = await desk.news.latest(platform=platform.id, most=LATEST)
    read = await last_read(desk.documents, platform)
    language = desk.language(invocation)
    return Reply(_leading_on(answers.policy(platform, latest, read, language), platform, invocation, language))


async def last_read(documents: Documents, platform: Platform) -> dict[str, datetime | None]:
    """For the id of each of a platform's documents, when it was last read, if it was."""
    states = await documents.states([DocumentKey(platform.id, document.id) for document in platform.documents])
    return {document.id: state.checked_at for document, state in zip(platform.documents, states, strict=True)}


async def optout(desk: "Desk", invocation: Invocation) -> Reply:
    """What a creator can do about a platform's use of their work."""
    platform = desk.catalogue.find(invocation.options["platform"])
    language = desk.language(invocation)
    return Reply(_leading_on(answers.optout(platform, language), platform, invocation, language))


def _leading_on(answer: Message, platform: Platform, invocation: Invocation, language: Language) -> Message:
    """With the way to the platform's changes, except in a window of Slack's, where no button leads anywhere."""
    window = invocation.chat is ChatName.SLACK and not invocation.channel
    return answer if window else answers.with_history(answer, platform, language)


async def changes(desk: "Desk", invocation: Invocation) -> Reply:
    """The latest changes, of a platform or of all, of a topic or of any, of so many days: a page at a time."""
    options, language = invocation.options, desk.language(invocation)
    platform = desk.catalogue.find(options["platform"]) if options.get("platform") else None
    topic = _topic(options["topic"], language) if options.get("topic") else None
    days = _days(options["days"]) if options.get("days") else None
    since = desk.clock.now() - timedelta(days=days) if days else None
    latest = await latest_changes(desk.news, desk.catalogue, platform, LOOKED_THROUGH)
    found = [
        (told, its)
        for told, its in latest
        if (topic is None or topic in told.topics) and (since is None or told.observed_at >= since)
    ]
    asked = answers.Asked(platform, topic, days)
    return Reply(answers.changes(found, asked, _page(options), language), instead="page" in options)


async def latest_changes(
    news: News, catalogue: Catalogue, platform: Platform | None, most: int
) -> list[tuple[Change, Platform]]:
    """The latest changes, of a platform or of all, newest first, each with its platform where that is still known."""
    latest = await news.latest(platform=platform.id if platform else None, most=most)
    known = catalogue.platforms
    return [(told, known[told.document.platform]) for told in latest if told.document.platform in known]


async def change(desk: "Desk", invocation: Invocation) -> Reply:
    """Every passage of a change, a few at a time."""
    told, platform = await _change(desk, invocation)
    passages = announcement.passages(told, platform, desk.language(invocation), _page(invocation.options), marks=marks)
    return Reply(passages, instead="page" in invocation.options)


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
    return Reply(later.will_remind(platform, at, language))


def _page(options: Mapping[str, str]) -> int:
    page = options.get("page", "")
    return int(page) if page.isdecimal() and len(page) <= LONGEST_PAGE else 0


def _topic(typed: str, language: Language) -> Topic:
    """The topic of this id or name. Raises `BadOption`."""
    for topic in Topic:
        if squeeze(typed) in {squeeze(topic), squeeze(language.say(f"topic-{topic}"))}:
            return topic
    raise BadOption("topic", typed, [str(topic) for topic in Topic])


def _days(typed: str) -> int:
    if typed.isdecimal() and 1 <= int(typed[:9]) <= MOST_DAYS:
        return int(typed[:9])
    raise BadOption("days", typed, [f"1-{MOST_DAYS}"])


async def _change(desk: "Desk", invocation: Invocation) -> tuple[Change, Platform]:
    """The change that a button belongs to. Raises `UnknownChange`."""
    told = await desk.news.change(invocation.options.get("change", ""))
    platform = desk.catalogue.platforms.get(told.document.platform) if told else None
    if told is None or platform is None:
        raise UnknownChange(invocation.options.get("change", ""))
    return told, platform


async def find(desk: "Desk", invocation: Invocation) -> Reply:
    """The clauses of a platform's current documents that hold the words, quoted. Raises `BadOption` for no words."""
    platform = desk.catalogue.find(invocation.options["platform"])
    typed = invocation.options["words"]
    words = phrases(typed)
    if not words:
        raise BadOption("words", typed)
    states = await desk.documents.states([DocumentKey(platform.id, document.id) for document in platform.documents])
    index = await _index(desk, platform, states)
    hits = await asyncio.to_thread(index.search, words, HITS)
    read = {
        document.id: state.checked_at if state.fingerprint else None
        for document, state in zip(platform.documents, states, strict=True)
    }
    return Reply(answers.found(platform, hits, read, desk.language(invocation)))


async def _index(desk: "Desk", platform: Platform, states: Sequence[DocumentState]) -> Index:
    """The platform's current texts, ready to be searched; built, off the event loop, where they are others now."""
    now = zip(platform.documents, states, strict=True)
    fingerprints = {document.id: state.fingerprint for document, state in now if state.fingerprint}
    index = desk.shelf.get(platform.id, fingerprints)
    if index is None:
        kept = [document for document in platform.documents if document.id in fingerprints]
        versions = await asyncio.gather(
            *(desk.documents.version(DocumentKey(platform.id, d.id), fingerprints[d.id]) for d in kept)
        )
        texts = [Text(d.id, version, d.language) for d, version in zip(kept, versions, strict=True) if version]
        index = await asyncio.to_thread(Index, texts)
        desk.shelf.put(platform.id, fingerprints, index)
    return index
