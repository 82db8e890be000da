"""What channels are told of any change, in every language: the card, its thread, and the card after repeats."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.ask.desk import COMMANDS
from bot.chat.slack.markup import CUT, cost
from bot.chat.slack.render import Json
from bot.chat.slack.views import drawn
from bot.model.change import Change, Edit, Finding, change_id
from bot.model.message import Message, Quotation
from bot.model.subscription import ChatName
from bot.model.topic import Direction, Severity, Topic
from bot.model.version import Clause, DocumentKey
from bot.read.marks import marks
from bot.wording import announcement, later
from bot.wording.language import Language, load_languages
from tests.chat.slack.hostile import HOSTILE
from tests.fakes.slack import check_blocks, walk
from tests.fakes.tunegarden import TUNEGARDEN

LANGUAGES = tuple(load_languages().of(ChatName.SLACK))
WORDS = {"user", "usergroup", "channel", "broadcast", "emoji", "team", "color"}
"""Kinds of objects in which text would be more than words, or that would call somebody."""

unhurried = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
"""A machine shared with others may be slow."""

SEEN = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = re.compile(
    rf"<!date\^(?:{SEEN.timestamp():.0f}|{SEEN.timestamp() + 3 * 3600:.0f})\^{{date_short_pretty}}\|[^<>|]+>"
)
"""The day on which we saw a change, or the next one, for Slack to write."""

clauses = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(min_size=1, max_size=80),
    st.builds(lambda text, times: f"{text} " * times, st.sampled_from(HOSTILE), st.integers(1, 60)),
    st.builds(lambda letter, times: letter * times, st.sampled_from("x&漢🎵 "), st.integers(1, 5_000)),
)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """A change with whatever words, of which some are quoted as findings."""
    texts = draw(st.lists(st.tuples(clauses, st.none() | clauses), min_size=1, max_size=12))
    edits = tuple(
        Edit("added" if was is None else "reworded", Clause(was, ()) if was is not None else None, Clause(now, ()))
        for now, was in texts
    )
    directions = st.none() | st.sampled_from(Direction)
    findings = tuple(
        Finding(draw(st.sampled_from(Topic)), now, direction=draw(directions), was=was, exceptions=(draw(clauses),))
        for now, was in texts[: draw(st.integers(0, 5))]
    )
    return Change(
        id=change_id("tunegarden", edits),
        document=DocumentKey("tunegarden", "terms"),
        document_type=draw(clauses) or "Terms",
        url="https://tunegarden.test/" + draw(clauses),
        observed_at=SEEN,
        severity=draw(st.sampled_from(Severity)),
        findings=findings,
        edits=edits,
        effective=draw(st.none() | st.just(date(2026, 4, 1))),
        silent=draw(st.booleans()),
    )


def plain(text: str) -> Change:
    """A change that added this, quoted once as a finding."""
    edit = Edit("added", None, Clause(text, ()))
    return Change(
        id=change_id("tunegarden", [edit]),
        document=DocumentKey("tunegarden", "terms"),
        document_type="Terms of Service",
        url="https://tunegarden.test/terms",
        observed_at=SEEN,
        severity=Severity.MAJOR,
        findings=(Finding(Topic.AI_TRAINING, text),),
        edits=(edit,),
    )


def told(change: Change, language: Language) -> Iterator[Message]:
    """All that a channel may be told of it: the card, the card with a thread, the thread, the card after repeats."""
    yield announcement.change(change, TUNEGARDEN, language, marks=marks)
    brief = announcement.change(change, TUNEGARDEN, language, marks=marks, brief=True)
    yield brief
    yield announcement.detail(change, TUNEGARDEN, language, marks=marks)
    again = replace(change, observed_at=change.observed_at + timedelta(hours=3))
    notes = [later.again(again, TUNEGARDEN, language)] * 12
    yield later.amended(brief, [*notes, later.taken_back(again, language)])


def shown(drawn: list[Json]) -> list[str]:
    """The texts that people read, as they were before they were escaped."""
    read = []
    for node in walk(drawn):
        if node.get("type") == "plain_text":
            read.append(node["text"].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        elif node.get("type") in {"text", "link"}:
            read.append(node["text"])
        elif node.get("type") == "date":
            read.append(node["fallback"])
    return read


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@settings(unhurried, max_examples=25)
@given(change=changes())
@example(change=plain("&" * 15_000))
@example(change=plain("漢" * 15_000))
@example(change=plain("🎵" * 15_000))
def test_every_message_keeps_every_limit(language: Language, change: Change) -> None:
    """Slack would take each as a message, and in place of one: blocks, 13,000 characters, 3,000 a text, 4,000 bytes."""
    for message in told(change, language):
        text, blocks = drawn(message, COMMANDS)
        assert check_blocks(blocks) == []
        assert sum(cost(run) for run in shown(blocks)) <= 13_000
        assert len(text.replace("&", "&amp;").encode()) <= 4_000
        assert text.strip()


@unhurried
@given(language=st.sampled_from(LANGUAGES), change=changes())
def test_nothing_of_a_document_mentions_links_or_formats(language: Language, change: Change) -> None:
    """Whatever stands in a document, its words stay words."""
    for message in told(change, language):
        text, blocks = drawn(message, COMMANDS)
        assert not {node.get("type") for node in walk(blocks)} & WORDS
        assert not set("<>") & set(DAY.sub("", text, count=1))
        for node in walk(blocks):
            if node.get("type") == "plain_text":
                assert not set("<>") & set(node["text"])
                assert node["emoji"] is False
            if node.get("type") == "mrkdwn":
                assert not set("<>*_~`") & set(DAY.sub("", node["text"], count=1))
            if node.get("type") == "date":
                assert node["timestamp"] in {SEEN.timestamp(), SEEN.timestamp() + 3 * 3600}
            if node.get("type") == "link":
                assert node["url"].startswith("https://tunegarden.test/")
            if node.get("type") == "button":
                assert "url" not in node


@unhurried
@given(language=st.sampled_from(LANGUAGES), change=changes())
def test_no_quote_is_lost_without_saying_so(language: Language, change: Change) -> None:
    """Each stands word for word, or it is cut with a sign, or those left out are counted."""
    for message in told(change, language):
        _, blocks = drawn(message, COMMANDS)
        boxes = [n for n in walk(blocks) if n.get("type") in {"rich_text_quote", "rich_text_section"}]
        texts = ["".join(shown([box])) for box in boxes]
        said = any(text.endswith(CUT) or text.startswith(f"{CUT} +") for text in texts)
        for part in message.parts:
            if isinstance(part, Quotation):
                whole = "".join(span.text for span in part.spans)
                assert whole in texts or said or not whole.strip() or _unprintable(whole)


def _unprintable(text: str) -> bool:
    return any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 or c in "\u202e\u2066" for c in text)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_quoted_as_they_are(language: Language, text: str) -> None:
    """Each string of the kept list stands in its quotation unaltered, but for what cannot be seen or is too long."""
    _, blocks = drawn(announcement.detail(plain(text), TUNEGARDEN, language, marks=marks), COMMANDS)
    quoted = ["".join(shown([box])) for box in walk(blocks) if box.get("type") == "rich_text_quote"]
    assert quoted == ([text] if text.strip() else []) or _unprintable(text)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_readers_see_moments_in_their_own_days_and_days_as_they_are(language: Language) -> None:
    """When we saw it is a date of Slack's, in the facts and in the small print; from when it holds is text."""
    told = replace(plain("You agree."), effective=date(2026, 4, 1))
    _, blocks = drawn(announcement.change(told, TUNEGARDEN, language, marks=marks), COMMANDS)
    [seen] = [node for node in walk(blocks) if node.get("type") == "date"]
    assert (seen["timestamp"], seen["fallback"]) == (SEEN.timestamp(), language.day("2026-03-01"))
    [small] = [node for node in walk(blocks[-1]) if node.get("type") == "mrkdwn"]
    assert DAY.search(small["text"])
    assert language.day("2026-04-01") in shown(blocks)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_card_is_read_at_a_glance(language: Language) -> None:
    """With its thread for the rest: at most 15 blocks and 3,000 characters, and the first block stands alone."""
    long = plain("You agree that we may train models on what you upload. " * 40)
    card = announcement.change(long, TUNEGARDEN, language, marks=marks, brief=True)
    text, blocks = drawn(card, COMMANDS)
    assert len(blocks) <= 15
    assert sum(map(len, shown(blocks))) <= 3_000
    assert language.say("quotes-thread") in shown(blocks)
    assert "".join(shown(blocks[:1])) == card.headline
    day = language.day("2026-03-01")
    assert text == f"{card.headline} ({day}) https://tunegarden.test/terms"
    assert any(run.endswith(CUT) for run in shown(blocks))
