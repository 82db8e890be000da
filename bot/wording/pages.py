"""What the pages of the site say: which headings, parts and links stand on each, and where each has its place."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from bot.model.change import Change
from bot.model.message import Link, Paragraph, Part
from bot.model.platform import Platform
from bot.model.subscription import ChatName
from bot.model.topic import Severity
from bot.wording import admin, announcement, answers, guidance, later
from bot.wording.announcement import Marks
from bot.wording.language import Language, Languages

HOME = "/"
FEED = "/changes.atom"
PRIVACY = "/privacy"
PASSAGES = 200
"""Passages that a page shows in full; more were never met but where a document was written anew."""
CHATS = {ChatName.DISCORD: "Discord", ChatName.SLACK: "Slack"}
SCREENS = {
    ChatName.DISCORD: ("announcement", "setup"),
    ChatName.SLACK: ("announcement", "home"),
}
"""Pictures of what a chat shows, each also as it is on a phone (docs/screens/draw.py, draw_slack.py)."""


class Entry(NamedTuple):
    """A line of a list: what is linked, where it leads, and what is noted beside it."""

    text: str
    address: str
    note: str = ""


class Section(NamedTuple):
    """What stands under one heading."""

    heading: str
    parts: tuple[Part, ...] = ()
    entries: tuple[Entry, ...] = ()


class Screen(NamedTuple):
    """A picture of what a chat shows, by its name, and what is to be seen in it."""

    name: str
    told: str


class Page(NamedTuple):
    """A page: its headline with what stands above and below it, and its sections.

    `feed` is the one that belongs to it, `quoted` the language of what it quotes, as ISO 639 has it.
    """

    headline: str
    above: Entry | None = None
    parts: tuple[Part, ...] = ()
    buttons: tuple[Entry, ...] = ()
    screens: tuple[Screen, ...] = ()
    sections: tuple[Section, ...] = ()
    footer: str = ""
    feed: str = FEED
    quoted: str = "en"
    severity: Severity = Severity.NONE


class Frame(NamedTuple):
    """The words around every page, and those by which a screen reader tells what was gained and lost."""

    language: str
    latest: str
    feed: str
    privacy: str
    write: str
    footer: str
    marks: Mapping[str, str]


def change_at(change: str) -> str:
    """Where the page of a change is, by its id: the permalink."""
    return f"/changes/{change}"


def platform_at(platform: Platform) -> str:
    """Where the page of a platform is."""
    return f"/platforms/{platform.id}"


def written_in(change: Change, platform: Platform) -> str:
    """The language of what a change quotes, as ISO 639 has it."""
    return next((d.language for d in platform.documents if d.id == change.document.document), "en")


def frame(language: Language) -> Frame:
    """What stands around a page in this language."""
    return Frame(
        language.code,
        language.say("policy-changes"),
        language.say("site-feed"),
        language.say("button-privacy"),
        language.say("site-write"),
        language.say("digest-footer"),
        {"added": language.say("quote-added"), "removed": language.say("quote-removed")},
    )


def latest(
    told: Sequence[tuple[Change, Platform]],
    platforms: Iterable[Platform],
    ways: Mapping[ChatName, str],
    language: Language,
) -> Page:
    """The front page. `ways` lead to where the bot is added to a chat; what it does there is shown."""
    every = sorted(platforms, key=lambda platform: platform.name.casefold())
    return Page(
        headline=language.say("home-first"),
        parts=(Paragraph(language.say("home-first-what")), Paragraph(language.say("home-first-quiet"))),
        buttons=tuple(Entry(language.say("site-add", chat=CHATS[chat]), way) for chat, way in ways.items()),
        screens=tuple(
            Screen(f"{chat}-{name}", language.say(f"screen-{name}", chat=CHATS[chat]))
            for chat in ways
            for name in SCREENS[chat]
        ),
        sections=(
            _history(told, language.say("policy-changes"), language),
            Section(language.say("pick-platforms"), entries=tuple(Entry(p.name, platform_at(p)) for p in every)),
        ),
    )


def platform(
    platform: Platform,
    told: Sequence[tuple[Change, Platform]],
    read: Mapping[str, datetime | None],
    language: Language,
) -> Page:
    """A platform: what its texts say of training, what can be done, its changes, and when its documents were read."""
    documents = tuple(
        Entry(
            language.document(document.type),
            document.url,
            language.say("site-read", day=moment) if (moment := read.get(document.id)) else language.say("site-unread"),
        )
        for document in platform.documents
    )
    said = (Paragraph(answers.training(platform, language), strong=True), *answers.position(platform, language))
    links = (*_entries(guidance.links(platform, language)), *_statements(platform, answers.STATEMENTS, language))
    return Page(
        headline=platform.name,
        sections=(
            Section(language.say("topic-ai_training"), said, links),
            _history(told, language.say("policy-changes"), language),
            Section(language.say("policy-documents"), entries=documents),
        ),
        footer=language.say("footer-answer"),
        feed=f"{platform_at(platform)}.atom",
    )


def change(change: Change, platform: Platform, others: Sequence[Change], language: Language, *, marks: Marks) -> Page:
    """A change, every passage in full. `others` are further changes of the platform, newest first."""
    every = announcement.detail(change, platform, language, marks=marks, most=PASSAGES)
    after = [later.taken_back(other, language) for other in others if other.reverts == change.id]
    silent = [Paragraph(language.say("change-silent"))] if change.silent else []
    sources = _entries(every.links, language.day(change.observed_at))
    sections = [Section(language.say("link-change"), every.parts, sources)]
    if counsel := guidance.after(change, platform, language):
        links = (*_entries(guidance.links(platform, language)), *_statements(platform, 1, language))
        sections.append(Section(language.say("site-advice"), counsel, links))
    if others:
        told = [(other, platform) for other in others]
        sections.append(_history(told, language.say("button-history"), language))
    return Page(
        headline=announcement.headline(change, platform, language),
        above=Entry(language.titled(platform.name, change.document_type), platform_at(platform)),
        parts=(*after, announcement.facts(change, language), *silent),
        sections=tuple(sections),
        footer=every.footer,
        feed=f"{platform_at(platform)}.atom",
        quoted=written_in(change, platform),
        severity=change.severity,
    )


def privacy(languages: Languages, language: Language) -> Page:
    """What is stored of communities, in the words in which each chat tells it, and of those who visit the site."""
    return Page(
        headline=language.say("help-stored"),
        parts=(Paragraph(language.say("site-visitors")),),
        sections=tuple(
            Section(name, admin.kept(chat, languages.of(chat).best(language.code))) for chat, name in CHATS.items()
        ),
        footer=language.say("site-stored"),
    )


def missing(told: str, near: Sequence[Platform], language: Language) -> Page:
    """There is no such page; `near` are platforms that may have been meant."""
    meant = Section(language.say("error-near"), entries=tuple(Entry(p.name, platform_at(p)) for p in near))
    return _astray(told or language.say("site-missing"), [meant] if near else [], language)


def unavailable(language: Language) -> Page:
    """What is needed for the page cannot be read at the moment."""
    return _astray(language.say("error-passing"), [], language)


def no_change(language: Language) -> str:
    """That a change is not known."""
    return language.say("error-change")


def no_platform(typed: str, language: Language) -> str:
    """That no platform goes by this name."""
    return language.say("error-platform", typed=typed)


def _astray(told: str, sections: Sequence[Section], language: Language) -> Page:
    onwards = Entry(language.say("policy-changes"), HOME)
    return Page(headline=told, buttons=(onwards,), sections=tuple(sections))


def _history(told: Sequence[tuple[Change, Platform]], heading: str, language: Language) -> Section:
    """Changes in a list, each by its headline, with its day, document and weight."""
    entries = tuple(
        Entry(announcement.headline(one, its, language), change_at(one.id), answers.dated(one, its, language))
        for one, its in told
    )
    none = () if entries else (Paragraph(language.say("policy-no-changes")),)
    return Section(heading, none, entries)


def _entries(links: Iterable[Link], note: str = "") -> tuple[Entry, ...]:
    """Links as a list, each with the same note."""
    return tuple(Entry(link.label, link.url, note) for link in links)


def _statements(platform: Platform, most: int, language: Language) -> tuple[Entry, ...]:
    """Where the latest statements of the company can be read."""
    said = sorted(platform.statements, key=lambda one: one.when, reverse=True)[:most]
    return tuple(Entry(one.who, one.url, language.day(one.when)) for one in said if one.url)
