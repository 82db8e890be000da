"""What is told of a change and of a story."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.model.change import Change, Edit, Finding, Span
from bot.model.message import Fact, Facts, Message, Paragraph, Quotation
from bot.model.platform import Platform
from bot.model.story import Story
from bot.model.topic import Direction, Severity, Topic
from bot.model.version import Clause
from bot.wording import announcement
from bot.wording.language import Language

QUOTE = "Tunes that you share may inform and train artificial intelligence."
Make = Callable[..., Change]


def marks(before: str, after: str) -> tuple[Span, ...]:
    """Words that both share, then those lost, then those gained: enough to see that spans are handed on."""
    old, new = before.split(), after.split()
    shared = " ".join(word for word in new if word in old)
    lost, gained = (" ".join(w for w in a if w not in b) for a, b in ((old, new), (new, old)))
    return (Span(shared), Span(lost, "removed"), Span(gained, "added"))


def quotations(message: Message) -> list[tuple[str, tuple[Span, ...]]]:
    """Label and spans of every quotation."""
    return [(part.label, part.spans) for part in message.parts if isinstance(part, Quotation)]


def paragraphs(message: Message) -> list[str]:
    """Our own words."""
    return [part.text for part in message.parts if isinstance(part, Paragraph)]


def test_whole_announcement(change: Make, tunegarden: Platform, english: Language) -> None:
    """Headline, the clause itself, dates, guidance with its limits, exemption, statement, links and small print."""
    message = announcement.change(change(), tunegarden, english, marks=marks, permalink="https://bell.example/c")
    assert message.headline == (
        "Tunegarden added to its Terms of Service that people's content or data may be used to train AI."
    )
    assert message.title == "Tunegarden · Terms of Service"
    assert (message.tone, message.severity) == ("change", Severity.CRITICAL)
    assert quotations(message) == [("Added", (Span(QUOTE, "added"),))]
    assert message.parts[1] == Facts(
        (
            Fact("In force from", "1 March 2024"),
            Fact("Dated", "10 February 2024"),
            Fact("First seen", "12 February 2024"),
            Fact("Severity", "critical"),
        )
    )
    assert message.parts[2] == Paragraph("You can switch this off.", strong=True)
    assert paragraphs(message)[-2:] == [
        "Under other rules, as read on 31 January 2024: Tunes of members of a guild.",
        "the owner, 5 January 2024: We may one day. That is a statement, not a clause.",
    ]
    assert [(link.label, link.url) for link in message.links] == [
        ("Read the document", "https://tunegarden.example/terms"),
        ("Before and after", "https://bell.example/c"),
        ("Where it is done", "https://tunegarden.example/settings"),
    ]
    assert message.footer.startswith("Quotes copied from tunegarden.example, read on 12 February 2024;")
    assert message.footer.endswith("Not legal advice.")


def test_an_archive_is_linked_and_named_where_it_was_read(
    change: Make, tunegarden: Platform, english: Language
) -> None:
    """Its record stands beside the page, in the announcement and in its thread; quotes from it say so."""
    record = "https://archive.example/record.md"
    for archived, source in (
        (False, "from tunegarden.example,"),
        (True, "from an archive's record of tunegarden.example,"),
    ):
        told = change(archive=record, archived=archived)
        for message in (
            announcement.change(told, tunegarden, english, marks=marks),
            announcement.detail(told, tunegarden, english, marks=marks),
            announcement.passages(told, tunegarden, english, 0, marks=marks),
        ):
            assert [link.url for link in message.links][:2] == ["https://tunegarden.example/terms", record]
            assert source in message.footer


@pytest.mark.parametrize(
    ("finding", "headline"),
    [
        (Finding(Topic.AI_TRAINING, "q", direction=Direction.EXPANDED), "gave more room to AI training in its"),
        (Finding(Topic.AI_TRAINING, "q", direction=Direction.RESTRICTED), "gave less room to AI training in its"),
        (
            Finding(Topic.AI_TRAINING, "q", direction=Direction.CLARIFIED_NOT_USED),
            "now states limits on AI training in",
        ),
        (Finding(Topic.AI_TRAINING, "q", direction=Direction.OPTOUT_ADDED), "added a way to opt out of AI training to"),
        (
            Finding(Topic.AI_TRAINING, "q", direction=Direction.OPTOUT_REMOVED),
            "removed a way to opt out of AI training",
        ),
        (Finding(Topic.AI_TRAINING, "q"), "added wording about AI training to its"),
        (Finding(Topic.MONETIZATION_FEES, "q"), "added wording about fees and payments to its"),
        (Finding(Topic.GOVERNING_LAW, "q", side="before"), "took wording about which law and courts apply out of its"),
        (Finding(Topic.BIOMETRICS, "q", was="w"), "reworded what it says about face and voice data in its"),
    ],
)
def test_headline(change: Make, tunegarden: Platform, english: Language, finding: Finding, headline: str) -> None:
    """The headline is one sentence about the most telling finding, and says which way it went."""
    told = announcement.headline(change(findings=(finding, Finding(Topic.ADVERTISING, "x"))), tunegarden, english)
    assert told.startswith(f"Tunegarden {headline}")
    assert told.endswith("Terms of Service.")


def test_revert(change: Make, tunegarden: Platform, english: Language) -> None:
    """A change that takes an earlier one back says so, and quotes what went."""
    message = announcement.change(
        change(reverts="f" * 16, findings=(Finding(Topic.AI_TRAINING, QUOTE, side="before"),)),
        tunegarden,
        english,
        marks=marks,
    )
    assert message.headline == "Tunegarden took back an earlier change to its Terms of Service."
    assert quotations(message) == [("Removed", (Span(QUOTE, "removed"),))]


def test_rewording(change: Make, tunegarden: Platform, english: Language) -> None:
    """A rewording is quoted once with its marks; one that shares little is quoted as it was and as it is."""
    near = Finding(Topic.AI_TRAINING, "we may train on your tunes", was="we may never train on your tunes")
    far = Finding(Topic.AI_TRAINING, "we may train on your tunes", was="nothing of the sort happens here")
    message = announcement.change(change(findings=(near, far)), tunegarden, english, marks=marks)
    assert quotations(message) == [
        ("Reworded", (Span("we may train on your tunes"), Span("never", "removed"), Span("", "added"))),
        ("Was", (Span("nothing of the sort happens here", "removed"),)),
        ("Now", (Span("we may train on your tunes", "added"),)),
    ]


def test_quotes_are_few_and_each_stands_once(change: Make, tunegarden: Platform, english: Language) -> None:
    """Three passages are quoted, one that carries two topics once; what is left is counted."""
    findings = [Finding(Topic.AI_TRAINING, "one"), Finding(Topic.CONTENT_LICENSE, "one")]
    findings += [Finding(Topic.ADVERTISING, text) for text in ("two", "three", "four", "five")]
    message = announcement.change(change(findings=tuple(findings)), tunegarden, english, marks=marks)
    assert [spans[0].text for _, spans in quotations(message)] == ["one", "two", "three"]
    assert "2 more passages changed." in paragraphs(message)
    message = announcement.change(change(findings=tuple(findings[:-1])), tunegarden, english, marks=marks)
    assert "One more passage changed." in paragraphs(message)


def test_exceptions(change: Make, tunegarden: Platform, english: Language) -> None:
    """For whom it does not hold is quoted, unless the quote above already says it."""
    finding = Finding(Topic.AI_TRAINING, QUOTE, exceptions=("Tunes that you share", "except tunes of guilds"))
    message = announcement.change(change(findings=(finding,)), tunegarden, english, marks=marks)
    assert quotations(message)[1:] == [("Except", (Span("except tunes of guilds"),))]


def test_detail_has_everything_once(change: Make, tunegarden: Platform, english: Language) -> None:
    """What was found stands within its clause, with its exceptions, and the clause before others that say less."""
    clause = f"{QUOTE} It holds from today on."
    edits = tuple(Edit("added", None, Clause(text, ())) for text in ("Another clause.", clause))
    finding = Finding(Topic.AI_TRAINING, QUOTE, exceptions=("Tunes of members of a guild.",))
    message = announcement.detail(change(findings=(finding,), edits=edits), tunegarden, english, marks=marks)
    assert quotations(message) == [
        ("Added", (Span(clause, "added"),)),
        ("Except", (Span("Tunes of members of a guild."),)),
        ("Added", (Span("Another clause.", "added"),)),
    ]


def test_other_topics_and_silence(change: Make, tunegarden: Platform, english: Language) -> None:
    """Further topics are named; a text that changed under its old date is told as such; no date is made up."""
    findings = tuple(Finding(topic, "q") for topic in (Topic.ADVERTISING, Topic.LIABILITY_WARRANTY, Topic.MINORS_AGE))
    silent = change(findings=findings, silent=True, effective=None, dated=None)
    message = announcement.change(silent, tunegarden, english, marks=marks)
    assert message.parts[1] == Facts(
        (
            Fact("First seen", "12 February 2024"),
            Fact("Severity", "critical"),
            Fact("Also about", "Liability, Age and minors"),
        )
    )
    assert "The text changed, but the date that the page gives itself did not." in paragraphs(message)


def test_guidance_only_where_it_is_asked_for(change: Make, tunegarden: Platform, english: Language) -> None:
    """How to opt out of AI training is not told with a change of fees."""
    fees = change(findings=(Finding(Topic.MONETIZATION_FEES, "q"),))
    message = announcement.change(fees, tunegarden, english, marks=marks)
    assert paragraphs(message) == []
    assert len(message.links) == 1


def test_guidance_older_than_the_change(change: Make, opt_out: Callable[..., Platform], english: Language) -> None:
    """Guidance from before the change is never told as the answer: the change may have overtaken it."""
    platform = opt_out(kind="opt_in_default", available="not_needed", as_of="2024-01-31")
    message = announcement.change(change(), platform, english, marks=marks)
    assert not any(isinstance(part, Paragraph) and part.strong for part in message.parts)
    assert paragraphs(message)[0] == (
        "Last checked before this change, which may have overtaken it (31 January 2024): "
        "Nothing to do: it is off unless you agree to it."
    )
    assert "".join(paragraphs(message)).count("Last checked") == 1


def test_unknown_guidance(change: Make, tunegarden: Platform, english: Language) -> None:
    """Where nobody looked, that is the answer."""
    platform = tunegarden.model_copy(update={"opt_out": None, "ai_training": None, "statements": []})
    message = announcement.change(change(), platform, english, marks=marks)
    assert paragraphs(message) == ["We do not know whether there is a way to opt out."]


def test_without_findings(change: Make, tunegarden: Platform, english: Language) -> None:
    """A change that no topic fits quotes its edits, and claims nothing about them."""
    edits = (
        Edit("added", None, Clause("new")),
        Edit("moved", Clause("m"), Clause("m")),
        Edit("removed", Clause("old"), None),
        Edit("reworded", Clause("we may play tunes"), Clause("we may play tunes twice")),
    )
    message = announcement.change(change(findings=(), edits=edits), tunegarden, english, marks=marks)
    assert message.headline == "Tunegarden changed its Terms of Service."
    assert [(label, spans[0].text) for label, spans in quotations(message)] == [
        ("Added", "new"),
        ("Removed", "old"),
        ("Reworded", "we may play tunes"),
    ]


STORY = Story(
    id="s",
    platforms=("tunegarden", "paintbox"),
    topics=(Topic.AI_TRAINING,),
    title="Tunegarden *will* train <@everyone>",
    link="https://news.example/1",
    source="Daily",
    seen_at=datetime(2024, 2, 12, tzinfo=UTC),
    published=datetime(2024, 2, 11, 23, 0, tzinfo=UTC),
)


def test_story(english: Language) -> None:
    """A story is told as a report, with whose it is; its title stays as it is, for the renderer to escape."""
    message = announcement.story(STORY, ["Tunegarden", "Paintbox"], english)
    assert message.headline == "News about Tunegarden and Paintbox: “Tunegarden *will* train <@everyone>”"
    assert message.parts == (
        Paragraph("A news report, not yet confirmed in the document.", strong=True),
        Facts((Fact("Published", "11 February 2024"), Fact("About", "AI training"))),
    )
    assert [(link.label, link.url) for link in message.links] == [("Read at Daily", "https://news.example/1")]
    assert (message.title, message.tone, message.severity) == ("News · Daily", "news", Severity.MAJOR)


def test_story_with_little_to_tell(english: Language) -> None:
    """A story without date, topics or known platforms is still one sentence and a link."""
    message = announcement.story(replace(STORY, topics=(), published=None), [], english)
    assert message.headline == "News: “Tunegarden *will* train <@everyone>”"
    assert len(message.parts) == 1


def test_a_clause_that_comes_back_is_no_retreat(change: Make, tunegarden: Platform, english: Language) -> None:
    """A text that returns is headed by what it now says, not by what it takes back."""
    back = change(
        reverts="f" * 16, findings=(Finding(Topic.AI_TRAINING, QUOTE, direction=Direction.INTRODUCED, side="after"),)
    )
    assert "took back" not in announcement.headline(back, tunegarden, english)
