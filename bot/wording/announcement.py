"""What is told of a change or of a story.

The headline says no more than the quotes show; the quotes are copied from the document; everything else says from
when, for whom not, what can be done, and where it was read.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.model.change import Change, Edit, Finding, Side, Span
from bot.model.message import Action, Fact, Facts, Link, Message, Paragraph, Part, Quotation
from bot.model.platform import Platform
from bot.model.story import Story
from bot.model.topic import Severity, Topic
from bot.wording import guidance
from bot.wording.language import Language

Marks = Callable[[str, str], tuple[Span, ...]]
"""Word-level differences between two wordings: `bot.read.marks`."""

QUOTED = 3
"""Passages quoted in an announcement; more than a screen is not read, and a button shows all."""
LONG = 400
"""Characters of one passage, both wordings counted, that are read at a glance."""
MOST_QUOTED = 40
"""Passages told in full at once; no message of a chat holds more."""
PAGE = 4
"""Passages shown at a time to those who ask for all."""

_LEAST_SHARED = 0.4
"""Share of a rewording that must be common to both wordings for marks inside it to be easier to read than two quotes.
A choice by eye."""


def change(
    change: Change,
    platform: Platform,
    language: Language,
    *,
    marks: Marks,
    permalink: str | None = None,
    brief: bool = False,
) -> Message:
    """The announcement of a change. `permalink` leads to its page on our site, where there is one.

    `brief`: `detail` stands in answer to it, so that long quotations may be cut.
    """
    links = [*_sources(change, language)]
    if permalink:
        links.append(Link(language.say("link-change"), permalink))
    body = [*_quotations(change, language, marks)]
    if brief:
        body.append(Paragraph(language.say("quotes-thread")))
    body.append(facts(change, language))
    if change.silent:
        body.append(Paragraph(language.say("change-silent")))
    if counsel := guidance.after(change, platform, language):
        body += counsel
        links += guidance.links(platform, language)
    return Message(
        headline=headline(change, platform, language),
        title=language.titled(platform.name, change.document_type),
        parts=tuple(body),
        links=tuple(links),
        footer=_footer(change, language),
        tone="change",
        severity=change.severity,
        actions=_actions(change, platform, language),
        when=language.day(change.observed_at),
        brief=brief,
    )


def is_long(change: Change) -> bool:
    """Whether there is more to quote than a card can hold that is read at a glance."""
    every = _whole(change)
    return len(every) > QUOTED or any(len(passage.quote) + len(passage.was or "") > LONG for passage in every)


def detail(change: Change, platform: Platform, language: Language, *, marks: Marks, most: int = MOST_QUOTED) -> Message:
    """Every passage that changed, whole, the most telling first, to stand in answer to the announcement."""
    every = _in_full(change)
    parts = [part for passage in every[:most] for part in _quoted(passage, language, marks)]
    if left := len(every[most:]):
        parts.append(Paragraph(language.say("quotes-left", count=left)))
    kind = language.document(change.document_type)
    return Message(
        headline=language.say("detail-headline", platform=platform.name, document=kind),
        parts=tuple(parts),
        links=tuple(_sources(change, language)),
        footer=_footer(change, language),
        tone="change",
        severity=change.severity,
        when=language.day(change.observed_at),
    )


def passages(change: Change, platform: Platform, language: Language, page: int, *, marks: Marks) -> Message:
    """Every passage that changed, `PAGE` of them at a time, the most telling first."""
    every = _whole(change)
    pages = max(-(-len(every) // PAGE), 1)
    page = min(page, pages - 1)
    shown = every[page * PAGE : (page + 1) * PAGE]
    turn = [(language.say("button-earlier"), page - 1)] if page else []
    turn += [(language.say("button-more"), page + 1)] if page + 1 < pages else []
    return Message(
        headline=headline(change, platform, language),
        title=language.titled(platform.name, change.document_type),
        parts=(
            Paragraph(language.say("passages-count", count=len(every))),
            *(part for passage in shown for part in _quoted(passage, language, marks)),
            *([Paragraph(language.say("changes-page", page=page + 1, pages=pages))] if pages > 1 else []),
        ),
        links=tuple(_sources(change, language)),
        footer=_footer(change, language),
        severity=change.severity,
        actions=tuple(Action(label, "change", {"change": change.id, "page": str(to)}) for label, to in turn),
    )


def headline(change: Change, platform: Platform, language: Language) -> str:
    """One plain sentence about the most telling finding."""
    names = {"platform": platform.name, "document": language.document(change.document_type)}
    if change.reverts and all(finding.side == "before" for finding in change.findings):
        return language.say("change-reverted", **names)
    if not change.findings:
        return language.say("change-other", **names)
    first = change.findings[0]
    if first.direction:
        return language.say(f"change-ai_training-{first.direction}", **names)
    return language.say(f"change-{_manner(first)}", topic=language.say(f"about-{first.topic}"), **names)


def story(story: Story, names: Sequence[str], language: Language) -> Message:
    """The announcement of a news story. `names` are those of the platforms that it names, as people write them."""
    facts = []
    if story.published:
        facts.append(Fact(language.say("fact-published"), language.day(story.published)))
    if story.topics:
        facts.append(Fact(language.say("fact-about"), _topics(story.topics, language)))
    told = language.say("story-headline-open", title=story.title)
    if names:
        told = language.say("story-headline", platforms=language.all_of(names), title=story.title)
    return Message(
        headline=told,
        title=language.say("story-title", source=story.source),
        parts=(
            Paragraph(language.say("story-unconfirmed"), strong=True),
            *([language.facts(facts)] if facts else []),
        ),
        links=(Link(language.say("link-story", source=story.source), story.link),),
        footer=language.say("footer-story", source=story.source),
        tone="news",
        severity=Severity.MAJOR,
        when=language.day(story.published or story.seen_at),
    )


def _sources(change: Change, language: Language) -> Iterator[Link]:
    """Where the document stands, and where an archive keeps it."""
    yield Link(language.say("link-document"), change.url)
    if change.archive:
        yield Link(language.say("link-archive"), change.archive)


def _footer(change: Change, language: Language) -> str:
    host, read = urlsplit(change.url).hostname or change.url, change.observed_at
    if change.archived:
        return language.say("footer-archived", host=host, day=read)
    return language.say("footer-change", host=host, day=read)


def _manner(finding: Finding) -> str:
    if finding.side == "before":
        return "removed"
    if finding.was is not None:
        return "reworded"
    return "back" if finding.back else "added"


class _Passage(NamedTuple):
    """What is quoted once, though several findings may rest on it."""

    side: Side
    quote: str
    was: str | None
    exceptions: tuple[str, ...] = ()


def _passages(change: Change) -> Iterator[_Passage]:
    """The quotes of the findings, most telling first; without findings, the edits themselves."""
    for finding in change.findings:
        yield _Passage(finding.side, finding.quote, finding.was, finding.exceptions)
    for edit in () if change.findings else change.edits:
        if edit.kind != "moved":
            yield _edited(edit)


def _quotations(change: Change, language: Language, marks: Marks) -> Iterator[Part]:
    passages = tuple(dict.fromkeys(_passages(change)))
    for passage in passages[:QUOTED]:
        yield from _quoted(passage, language, marks)
    if len(passages) > QUOTED:
        yield Paragraph(language.say("quotes-left", count=len(passages) - QUOTED))


def _quoted(passage: _Passage, language: Language, marks: Marks) -> Iterator[Part]:
    """A passage with what was gained and lost, and the exceptions that stand elsewhere."""
    side, quote, was, exceptions = passage
    if side == "before":
        yield Quotation((Span(quote, "removed"),), language.say("quote-removed"))
    elif was is None:
        yield Quotation((Span(quote, "added"),), language.say("quote-added"))
    else:
        yield from _rewording(was, quote, language, marks)
    for exception in exceptions:
        if exception not in quote:
            yield Quotation((Span(exception),), language.say("quote-except"))


def _whole(change: Change) -> tuple[_Passage, ...]:
    """What the findings rest on, and then every edit that holds more than what was quoted from it."""
    found = tuple(dict.fromkeys(_passages(change)))
    edits = (_edited(edit) for edit in change.edits if edit.kind != "moved")
    quoted = {quote.strip() for passage in found for quote in (passage.quote, passage.was) if quote}
    rest = (edit for edit in edits if edit.quote.strip() not in quoted)
    return tuple(dict.fromkeys((*found, *rest)))


def _in_full(change: Change) -> list[_Passage]:
    """Every edit whole, with the exceptions to what was found in it; the most telling first, and nothing twice."""
    edits = list(dict.fromkeys(_edited(edit) for edit in change.edits if edit.kind != "moved"))
    whole: dict[_Passage, list[str]] = {}
    for found in _passages(change):
        side, quote, was, exceptions = found
        holding = (e for e in edits if e.side == side and quote in e.quote and (was or "") in (e.was or ""))
        whole.setdefault(next(holding, found), []).extend(exceptions)
    for edit in edits:
        whole.setdefault(edit, [])
    return [passage._replace(exceptions=tuple(dict.fromkeys(added))) for passage, added in whole.items()]


def _edited(edit: Edit) -> _Passage:
    before, after = (clause.text if clause else None for clause in (edit.before, edit.after))
    return _Passage("after", after, before) if after is not None else _Passage("before", before or "", None)


def _actions(change: Change, platform: Platform, language: Language) -> tuple[Action, ...]:
    """What people most want next."""
    this, there = {"change": change.id}, {"platform": platform.id}
    actions = [
        Action(language.say("button-change"), "change", this),
        Action(language.say("button-optout"), "optout", there),
        Action(language.say("button-history"), "changes", there),
    ]
    deadline = platform.opt_out.deadline if platform.opt_out else None
    seen = change.observed_at.astimezone(UTC).date()
    if any(day and day > seen for day in (change.effective, deadline)):
        actions.append(Action(language.say("button-remind"), "remind", this))
    return tuple(actions)


def _rewording(was: str, now: str, language: Language, marks: Marks) -> Iterator[Quotation]:
    spans = marks(was, now)
    shared = sum(len(span.text) for span in spans if span.mark == "same")
    if shared >= _LEAST_SHARED * max(len(was), len(now)):
        yield Quotation(spans, language.say("quote-reworded"))
    else:
        yield Quotation((Span(was, "removed"),), language.say("quote-was"))
        yield Quotation((Span(now, "added"),), language.say("quote-now"))


def facts(change: Change, language: Language) -> Facts:
    """From when it holds, when it was seen, how much it matters, and what else it is about."""
    return language.facts(_facts(change, language))


def _facts(change: Change, language: Language) -> Iterator[Fact]:
    if change.effective:
        yield Fact(language.say("fact-effective"), language.day(change.effective))
    if change.dated:
        yield Fact(language.say("fact-dated"), language.day(change.dated))
    yield Fact(language.say("fact-seen"), language.day(change.observed_at))
    yield Fact(language.say("fact-severity"), language.say(f"severity-{change.severity}"))
    if others := change.topics[1:]:
        yield Fact(language.say("fact-also"), _topics(others, language))


def _topics(topics: Sequence[Topic], language: Language) -> str:
    return language.say("comma").join(language.say(f"topic-{topic}") for topic in topics)
