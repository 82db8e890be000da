"""What is told of a change after its announcement or in place of it: in a digest, as a reminder, as taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from bot.model.change import Change
from bot.model.guidance import Statement
from bot.model.message import Action, Fact, Facts, Link, Listing, Message, Paragraph
from bot.model.platform import Platform
from bot.model.story import Story
from bot.model.topic import Severity
from bot.wording import announcement, guidance
from bot.wording.language import Language


class Item(NamedTuple):
    """One line of a digest. `about` are the platforms that it counts for; `reported` where it is news."""

    line: str
    link: Link
    about: frozenset[str]
    severity: Severity
    reported: bool = False


def of_change(change: Change, platform: Platform, language: Language) -> Item:
    """A change as a line."""
    title = language.titled(platform.name, change.document_type)
    told = announcement.headline(change, platform, language)
    line = language.say("digest-line", title=title, headline=told, day=change.observed_at)
    return Item(line, Link(title, change.url), frozenset({platform.id}), change.severity)


def of_story(story: Story, language: Language) -> Item:
    """A story as a line."""
    title = language.say("story-title", source=story.source)
    told = language.say("quoted", text=story.title)
    line = language.say("digest-line", title=title, headline=told, day=story.seen_at)
    link = Link(language.say("link-story", source=story.source), story.link)
    return Item(line, link, frozenset(story.platforms), Severity.MAJOR, reported=True)


def digest(items: Sequence[Item], language: Language, *, rest: bool = False) -> Message:
    """All of them in one message, in their order; `rest`: with a word on why they are told so."""
    platforms = frozenset().union(*(item.about for item in items))
    return Message(
        headline=language.say("digest-headline", what=_counted(items, language), platforms=len(platforms)),
        parts=(
            *([Paragraph(language.say("digest-rest"))] if rest else []),
            Listing("", tuple(item.line for item in items)),
        ),
        links=tuple(dict.fromkeys(item.link for item in items)),
        footer=language.say("digest-footer"),
        actions=(Action(language.say("button-history"), "changes"),),
        tone="change",
        severity=max(item.severity for item in items),
    )


def _counted(items: Sequence[Item], language: Language) -> str:
    """How many changes and reports: "2 changes and 1 news report"."""
    reports = sum(item.reported for item in items)
    told = [language.say("digest-changes", count=changes)] if (changes := len(items) - reports) else []
    return language.all_of([*told, *([language.say("digest-reports", count=reports)] if reports else [])])


def reminder(change: Change, platform: Platform, language: Language) -> Message:
    """What changes when, what can be done until then, and where it stands."""
    deadline = platform.opt_out.deadline if platform.opt_out else None
    facts = []
    if change.effective:
        facts.append(Fact(language.say("fact-effective"), language.day(change.effective)))
    if deadline:
        facts.append(Fact(language.say("guidance-deadline"), language.day(deadline)))
    told = announcement.headline(change, platform, language)
    days = [day for day in (change.effective, deadline) if day]
    return Message(
        headline=language.say("reminder-headline", platform=platform.name, day=language.day(min(days)))
        if days
        else language.say("reminder-headline-open", platform=platform.name),
        title=language.titled(platform.name, change.document_type),
        parts=(
            Paragraph(language.say("reminder-told", day=change.observed_at, headline=told)),
            *([language.facts(facts)] if facts else []),
            Paragraph(guidance.lead(platform, language), strong=True),
            *(part for part in guidance.parts(platform, language) if not isinstance(part, Facts)),
        ),
        links=(Link(language.say("link-document"), change.url), *guidance.links(platform, language)),
        footer=language.say("reminder-footer"),
        tone="change",
        severity=change.severity,
    )


def will_remind(platform: Platform, at: datetime, language: Language) -> Message:
    """Confirms that a person is going to be reminded at that time."""
    told = language.say("remind-headline", platform=platform.name, day=at)
    return Message(headline=told, parts=(Paragraph(language.say("remind-how")),), tone="done")


def nothing_ahead(platform: Platform, language: Language) -> Message:
    """There is no day ahead to remind a person of."""
    return Message(headline=language.say("remind-nothing", platform=platform.name), tone="error")


def taken_back(revert: Change, language: Language) -> Paragraph:
    """That what an announcement tells was taken back."""
    return Paragraph(language.say("followup-taken-back", day=revert.observed_at), strong=True)


def again(change: Change, platform: Platform, language: Language) -> Paragraph:
    """That what an announcement tells of changed again."""
    told = announcement.headline(change, platform, language)
    return Paragraph(language.say("followup-again", day=change.observed_at, headline=told), strong=True)


def spoken(said: Statement, language: Language) -> Paragraph:
    """That the company spoke since; what it said stands with the guidance."""
    return Paragraph(language.say("followup-spoken", day=language.day(said.when)), strong=True)


def amended(first: Message, notes: Sequence[Paragraph]) -> Message:
    """An announcement with what came after it noted above the rest."""
    return replace(first, parts=(*notes, *first.parts))
