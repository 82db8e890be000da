"""What is said to those who ask or order something."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from bot.model.change import Change, Span
from bot.model.guidance import AiTraining
from bot.model.hit import Hit, Hits
from bot.model.message import Action, Fact, Link, Listing, Message, Paragraph, Part, Quotation
from bot.model.platform import Document, Platform
from bot.model.topic import Topic
from bot.wording import announcement, guidance
from bot.wording.language import Language

CHANGES = 5
"""Changes on a page."""
STATEMENTS = 3
"""Statements of a company in one answer."""


def policy(
    platform: Platform, latest: Sequence[Change], read: Mapping[str, datetime | None], language: Language
) -> Message:
    """What a platform's texts say of creators' work, what can be done, and what changed.

    `latest` are its latest changes, newest first; `read` has for each document's id when it was last read, if it was.
    """
    return Message(
        headline=training(platform, language),
        title=platform.name,
        parts=(
            *position(platform, language),
            _changes(platform, latest, language),
            Listing(language.say("policy-documents"), tuple(_documents(platform, read, language))),
        ),
        links=(*guidance.links(platform, language), *_sources(platform.documents, language)),
        footer=language.say("footer-answer"),
    )


def training(platform: Platform, language: Language) -> str:
    """What a platform's texts say of AI training, in a sentence."""
    ai = platform.ai_training
    return language.say(f"training-{ai.own_models if ai else 'unknown'}", platform=platform.name)


def position(platform: Platform, language: Language) -> tuple[Part, ...]:
    """The same in full: for what it holds and for whom not, what can be done, and what the company said."""
    ai = platform.ai_training
    return (
        *([_stances(ai, language)] if ai else ()),
        *guidance.scope(platform, language),
        *guidance.exemption(platform, language),
        Paragraph(guidance.lead(platform, language), strong=True),
        *guidance.parts(platform, language),
        *guidance.statements(platform, language, STATEMENTS),
    )


def optout(platform: Platform, language: Language) -> Message:
    """What a creator can do about a platform's use of their work: the answer first, and where it would stand."""
    return Message(
        headline=language.say("answer-optout", platform=platform.name, lead=guidance.lead(platform, language)),
        title=platform.name,
        parts=(
            *guidance.parts(platform, language),
            *guidance.scope(platform, language),
            *([language.facts(_basis(platform.ai_training, language))] if platform.ai_training else ()),
            *guidance.exemption(platform, language),
            *guidance.statements(platform, language, STATEMENTS),
        ),
        links=(*guidance.links(platform, language), *_sources(platform.documents, language)),
        footer=language.say("footer-answer"),
    )


def with_history(answer: Message, platform: Platform, language: Language) -> Message:
    """An answer about a platform, with a button that leads to its changes."""
    history = Action(language.say("button-history"), "changes", {"platform": platform.id})
    return replace(answer, actions=(*answer.actions, history))


def found(platform: Platform, hits: Hits, read: Mapping[str, datetime | None], language: Language) -> Message:
    """The clauses that hold the words, each quoted under its headings.

    `read` has for each document's id when it was last read, if it was. Where nothing was found, it is told of each.
    """
    shown = [d for d in platform.documents if any(hit.document == d.id for hit in hits.best)]
    unread = [language.document(d.type) for d in platform.documents if not read.get(d.id)]
    parts: list[Part] = [_quotation(hit, platform, language) for hit in hits.best]
    if hits.count > len(hits.best):
        parts.append(Paragraph(language.say("find-more", count=hits.count - len(hits.best))))
    if not hits.count:
        parts.append(Listing(language.say("policy-documents"), tuple(_documents(platform, read, language))))
    elif unread:
        parts.append(Paragraph(language.say("find-unread", documents=language.all_of(unread))))
    sources = [_source(document, read[document.id], language) for document in shown]
    return Message(
        headline=_headline(platform, hits, language, nothing_read=len(unread) == len(platform.documents)),
        title=platform.name,
        parts=tuple(parts),
        links=tuple(_sources(shown or platform.documents, language)),
        footer=language.say("find-footer", sources=language.say("comma").join(sources)) if shown else "",
    )


class Asked(NamedTuple):
    """Which changes were asked for: of a platform, of a topic, of so many days; None is any."""

    platform: Platform | None = None
    topic: Topic | None = None
    days: int | None = None

    @property
    def options(self) -> dict[str, str]:
        """The same as the options of the command."""
        rows = {"platform": self.platform and self.platform.id, "topic": self.topic, "days": self.days}
        return {name: str(value) for name, value in rows.items() if value}


def changes(found: Sequence[tuple[Change, Platform]], asked: Asked, page: int, language: Language) -> Message:
    """A page of changes, newest first, each with its platform and a button to read all of it."""
    pages = max(-(-len(found) // CHANGES), 1)
    page = min(page, pages - 1)
    shown = found[page * CHANGES : (page + 1) * CHANGES]
    about = [asked.platform.name] if asked.platform else []
    about += [language.say(f"topic-{asked.topic}")] if asked.topic else []
    about += [language.say("changes-days", count=asked.days)] if asked.days else []
    turn = [(language.say("button-newer"), page - 1)] if page else []
    turn += [(language.say("button-older"), page + 1)] if page + 1 < pages else []
    told = language.say("changes-headline", count=len(found)) if found or about else language.say("policy-no-changes")
    return Message(
        headline=told,
        title=" · ".join(about),
        parts=(
            *(
                Listing(dated(told, platform, language), (announcement.headline(told, platform, language),))
                for told, platform in shown
            ),
            *([Paragraph(language.say("changes-page", page=page + 1, pages=pages))] if pages > 1 else []),
        ),
        links=tuple(dict.fromkeys(Link(_source_of(told, platform, language), told.url) for told, platform in shown)),
        footer=language.say("footer-answer"),
        actions=(
            *(Action(_dated(told, platform, language), "change", {"change": told.id}) for told, platform in shown),
            *(Action(label, "changes", asked.options | {"page": str(to)}) for label, to in turn),
        ),
    )


def nothing_named(language: Language) -> Message:
    """No platform that we know was found in someone's message."""
    return Message(headline=language.say("explain-none"), parts=(Paragraph(language.say("explain-how")),), tone="error")


def dated(told: Change, platform: Platform, language: Language) -> str:
    """Day, document and weight of a change, in a line."""
    severity = language.say(f"severity-{told.severity}")
    return language.say(
        "changes-line", day=told.observed_at, document=_source_of(told, platform, language), severity=severity
    )


def _dated(told: Change, platform: Platform, language: Language) -> str:
    """Day and document of a change, for a button."""
    return f"{language.day(told.observed_at.astimezone(UTC).date())} · {_source_of(told, platform, language)}"


def _source_of(told: Change, platform: Platform, language: Language) -> str:
    return language.titled(platform.name, told.document_type)


def _stances(ai: AiTraining, language: Language) -> Part:
    return language.facts(
        (
            Fact(language.say("policy-own"), language.say(f"stance-{ai.own_models}")),
            Fact(language.say("policy-licensed"), language.say(f"stance-{ai.licensed_to_others}")),
            Fact(language.say("policy-scraping"), language.say(f"stance-{ai.scraping_by_others}")),
            *_basis(ai, language),
        )
    )


def _basis(ai: AiTraining, language: Language) -> tuple[Fact, ...]:
    """Where a platform says what it does, and when that was read."""
    where = Fact(language.say("policy-basis"), language.say(f"basis-{ai.basis}"))
    return where, Fact(language.say("policy-as-of"), language.day(ai.as_of))


def _changes(platform: Platform, latest: Sequence[Change], language: Language) -> Part:
    if not latest:
        return Paragraph(language.say("policy-no-changes"))
    items = (
        language.say(
            "policy-change",
            day=change.observed_at,
            change=announcement.headline(change, platform, language),
        )
        for change in latest
    )
    return Listing(language.say("policy-changes"), tuple(items))


def _headline(platform: Platform, hits: Hits, language: Language, *, nothing_read: bool) -> str:
    if nothing_read:
        return language.say("find-nothing-read", platform=platform.name)
    words = language.all_of(language.say("quoted", text=word) for word in hits.words)
    if not hits.count:
        return language.say("find-none", platform=platform.name, words=words)
    held = "all" if hits.all_words else "some"
    return language.say(f"found-{held}", platform=platform.name, words=words, count=hits.count)


def _quotation(hit: Hit, platform: Platform, language: Language) -> Quotation:
    """The clause's stretch under the document, the headings and the sentences that introduce it, as a list's do."""
    document = next(d for d in platform.documents if d.id == hit.document)
    label = " › ".join((language.document(document.type), *hit.clause.path, *hit.clause.lead))
    before, after = [Span("… ")] if hit.before else [], [Span(" …")] if hit.after else []
    return Quotation((*before, *hit.spans, *after), label)


def _source(document: Document, moment: datetime | None, language: Language) -> str:
    return language.say("find-source", document=language.document(document.type), day=moment or "")


def _sources(documents: Iterable[Document], language: Language) -> Iterator[Link]:
    """Where to read them oneself."""
    return (Link(language.document(document.type), document.url) for document in documents)


def _documents(platform: Platform, read: Mapping[str, datetime | None], language: Language) -> Iterator[str]:
    for document in platform.documents:
        if moment := read.get(document.id):
            yield language.say("policy-read", document=language.document(document.type), day=moment)
        else:
            yield language.say("policy-unread", document=language.document(document.type))
