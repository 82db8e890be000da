from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from bot.chat.slack.markup import CUT, address, cost, escape, shorten
from bot.chat.slack.render import Json, blocks
from bot.model.change import Mark, Span
from bot.model.message import Dated, Fact, Facts, Link, Listing, Message, Moment, Paragraph, Part, Quotation, Steps
from tests.chat.slack.hostile import HOSTILE
from tests.fakes.slack import check_blocks, walk

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A machine shared with others may be slow."""

words = st.one_of(
    st.text(max_size=60),
    st.sampled_from(HOSTILE),
    st.builds(lambda text, times: (text + " ") * times, st.text(max_size=30), st.integers(0, 400)),
    st.builds(lambda letter, times: letter * times, st.sampled_from("x&漢🎵\u0301 "), st.integers(0, 6_000)),
)
marks: st.SearchStrategy[Mark] = st.sampled_from(["same", "added", "removed"])
spans = st.lists(st.builds(Span, words, marks), max_size=6).map(tuple)
parts: st.SearchStrategy[Part] = st.one_of(
    st.builds(Paragraph, words, st.booleans()),
    st.builds(Quotation, spans, words),
    st.builds(Facts, st.lists(st.builds(Fact, words, words), max_size=5).map(tuple)),
    st.builds(Steps, words, st.lists(words, max_size=5).map(tuple)),
    st.builds(Listing, words, st.lists(words, max_size=5).map(tuple)),
)
links = st.lists(st.builds(Link, words, words | words.map("https://a.example/".__add__)), max_size=5).map(tuple)
messages = st.builds(
    Message,
    headline=words,
    title=words,
    parts=st.lists(parts, max_size=8).map(tuple) | st.lists(parts, min_size=45, max_size=60).map(tuple),
    links=links,
    footer=words,
)

ANNOUNCEMENT = Message(
    headline="SoundCloud now trains AI on what you upload.",
    title="SoundCloud · Terms of Service",
    parts=(
        Quotation((Span("Your Content "), Span("may", "added"), Span("shall not", "removed"), Span(" train AI."))),
        Facts((Fact("In force from", "7 February 2024"), Fact("Not for", "labels & distributors"))),
        Steps("To opt out", ("Open Settings.", "Turn it off.")),
    ),
    links=(Link("Terms of Service", "https://soundcloud.com/terms?a=1&b=2"),),
    footer="Read on 12 February 2024.",
)


def shown(drawn: list[Json]) -> str:
    """Everything that people read in the blocks, in its order, as Slack shows it."""
    return "\n".join(_shown(drawn))


def _shown(drawn: list[Json]) -> Iterator[str]:
    for node in walk(drawn):
        if node.get("type") == "plain_text":
            yield node["text"].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        elif node.get("type") in {"text", "link"}:
            yield node["text"]
        elif node.get("type") == "date":
            yield node["fallback"]


def everywhere(text: str) -> Message:
    """A message with the text in every place."""
    part: tuple[Part, ...] = (
        Paragraph(text),
        Quotation((Span(text), Span(text, "added"), Span(text, "removed")), text),
        Facts((Fact(text, text),)),
        Steps(text, (text,)),
        Listing(text, (text,)),
    )
    return Message(text, text, part, (Link(text, "javascript:" + text), Link(text, "https://a.example/" + text)), text)


@unhurried
@given(messages)
@example(everywhere("&" * 15_000))
@example(everywhere("🎵" * 15_000))
@example(Message("", parts=(Paragraph("x"),) * 60))
def test_any_message_keeps_every_limit(message: Message) -> None:
    """Slack would take the blocks and the text of any message whatever."""
    text, drawn = blocks(message)
    assert check_blocks(drawn) == []
    assert 1 <= len(text) <= 40_000
    assert sum(cost(t) for t in _shown(drawn)) <= 13_000


@unhurried
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20)), min_size=1, max_size=3).map(" ".join))
@example(HOSTILE[0])
def test_nothing_fetched_mentions_links_or_formats(text: str) -> None:
    """Whatever the words are, they are shown as words: no mark-up object holds them, and no entity is left open."""
    top, drawn = blocks(everywhere(text))
    kinds = {node.get("type") for node in walk(drawn)}
    assert not kinds & {"mrkdwn", "user", "usergroup", "channel", "broadcast", "emoji", "date", "team"}
    for node in walk(drawn):
        if node.get("type") == "plain_text":
            assert not set("<>") & set(node["text"])
            assert node["emoji"] is False
        if node.get("type") == "link":
            assert node["url"].startswith("https://a.example/")
    assert not set("<>") & set(top)


@unhurried
@given(messages)
def test_no_quote_is_lost_without_saying_so(message: Message) -> None:
    """Every quotation is there word for word, or its box or the count of parts left out says that it is not."""
    _, drawn = blocks(message)
    boxes = [n for n in walk(drawn[1:]) if n.get("type") in {"rich_text_quote", "rich_text_section"}]
    texts = ["".join(_shown([n])) for n in boxes]
    for part in message.parts:
        if isinstance(part, Quotation):
            whole = "".join(span.text for span in part.spans)
            said = any(text.endswith(CUT) or text.startswith(f"{CUT} +") for text in texts)
            assert whole in texts or not whole.strip() or said or _unprintable(whole)


def _unprintable(text: str) -> bool:
    return any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 or c in "\u202e\u2066" for c in text)


@pytest.mark.parametrize("text", ["*bold* `code` <b> & _x_ ~y~", "Tom & Jerry <3", "你好，世界 — “quoted”"])
def test_a_quote_stands_verbatim(text: str) -> None:
    """A quotation's characters reach Slack unaltered, in a quote box."""
    _, drawn = blocks(Message("x", parts=(Quotation((Span(text),)),)))
    assert [n["text"] for n in walk(drawn[1]["elements"][0]) if n.get("type") == "text"] == [text]
    assert drawn[1]["elements"][0]["type"] == "rich_text_quote"


def test_an_announcement_as_slack_gets_it() -> None:
    """Headline first, then title, quotes with marks, facts, steps, links and the small print."""
    text, drawn = blocks(ANNOUNCEMENT)
    assert text == snapshot("SoundCloud now trains AI on what you upload. https://soundcloud.com/terms?a=1&amp;b=2")
    assert drawn == snapshot(
        [
            {
                "type": "header",
                "text": {"type": "plain_text", "text": "SoundCloud now trains AI on what you upload.", "emoji": False},
            },
            {
                "type": "context",
                "elements": [{"type": "plain_text", "text": "SoundCloud · Terms of Service", "emoji": False}],
            },
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_quote",
                        "elements": [
                            {"type": "text", "text": "Your Content "},
                            {"type": "text", "text": "may", "style": {"bold": True}},
                            {"type": "text", "text": "shall not", "style": {"strike": True}},
                            {"type": "text", "text": " train AI."},
                        ],
                    }
                ],
            },
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [
                            {"type": "text", "text": "In force from: ", "style": {"bold": True}},
                            {"type": "text", "text": "7 February 2024"},
                            {"type": "text", "text": "\n"},
                            {"type": "text", "text": "Not for: ", "style": {"bold": True}},
                            {"type": "text", "text": "labels & distributors"},
                        ],
                    }
                ],
            },
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [{"type": "text", "text": "To opt out", "style": {"bold": True}}],
                    },
                    {
                        "style": "ordered",
                        "type": "rich_text_list",
                        "elements": [
                            {"type": "rich_text_section", "elements": [{"type": "text", "text": "Open Settings."}]},
                            {"type": "rich_text_section", "elements": [{"type": "text", "text": "Turn it off."}]},
                        ],
                    },
                ],
            },
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [
                            {"type": "link", "url": "https://soundcloud.com/terms?a=1&b=2", "text": "Terms of Service"}
                        ],
                    }
                ],
            },
            {
                "type": "context",
                "elements": [{"type": "plain_text", "text": "Read on 12 February 2024.", "emoji": False}],
            },
        ]
    )


def test_a_clause_that_is_new_as_a_whole_is_left_to_be_read() -> None:
    """With a label that says so, its words are not marked one by one; without one, they are."""
    clause = (Span("All of it is new.", "added"),)
    _, drawn = blocks(Message("x", parts=(Quotation(clause, "Added"), Quotation(clause))))
    assert [n.get("style") for n in walk(drawn) if n.get("text") == "All of it is new."] == [None, {"bold": True}]


def test_the_first_block_and_the_text_stand_alone() -> None:
    """A notification or a screen reader that gets only one of them has the sentence; the text has the link too."""
    text, drawn = blocks(ANNOUNCEMENT)
    assert shown(drawn[:1]) == ANNOUNCEMENT.headline
    assert text.startswith(ANNOUNCEMENT.headline)
    assert text.endswith("https://soundcloud.com/terms?a=1&amp;b=2")


def test_a_long_headline_is_not_cut_to_fit_a_header() -> None:
    """A sentence too long for a header stands whole, in bold."""
    sentence = "A platform changed its terms for " + "very " * 40 + "many creators."
    _, drawn = blocks(Message(sentence))
    assert shown(drawn) == sentence
    assert drawn[0]["type"] == "rich_text"


def test_what_does_not_fit_is_said_to_be_left_out() -> None:
    """With more parts than blocks, the rest is counted, above the links that lead to it."""
    message = Message("x", parts=(Paragraph("y"),) * 60, links=(Link("All of it", "https://a.example"),))
    _, drawn = blocks(message)
    assert len(drawn) == 47
    assert shown(drawn[-2:]) == "… +16\nAll of it"


def test_a_long_part_leaves_room_for_the_next() -> None:
    """One enormous quotation is shortened; what creators can do is still said."""
    _, drawn = blocks(Message("x", parts=(Quotation((Span("word " * 9_000),)), Paragraph("There is no opt-out."))))
    assert shown(drawn).endswith(f"word{CUT}\nThere is no opt-out.")


def test_only_a_user_group_a_person_or_who_is_there_can_be_mentioned() -> None:
    """Whom an admin chose is mentioned in a block of its own; other ids are not, nor a whole channel or workspace."""
    text, drawn = blocks(ANNOUNCEMENT, mentions=["S0614TZR7"])
    assert text.startswith("<!subteam^S0614TZR7> ")
    assert [n["usergroup_id"] for n in walk(drawn) if n.get("type") == "usergroup"] == ["S0614TZR7"]
    assert check_blocks(drawn) == []
    text, drawn = blocks(ANNOUNCEMENT, mentions=["here", "U0614TZR7"])
    assert text.startswith("<!here> <@U0614TZR7> ")
    assert [n["range"] for n in walk(drawn) if n.get("type") == "broadcast"] == ["here"]
    assert check_blocks(drawn) == []
    assert [n["user_id"] for n in walk(drawn) if n.get("type") == "user"] == ["U0614TZR7"]
    for other in ("channel", "everyone", "!channel", "C1", "S1>", "U1|x", "here|x", ""):
        assert blocks(ANNOUNCEMENT, mentions=[other]) == blocks(ANNOUNCEMENT)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x?y=1&z=2#f", "https://a.example/x?y=1&z=2#f"),
        ('https://a.example/a b|c<d>"e\n', "https://a.example/a%20b%7Cc%3Cd%3E%22e%0A"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("https://bücher.example/ß", "https://bücher.example/ß"),
        ("https://a.example/\u202e", "https://a.example/%E2%80%AE"),
        ("javascript:alert(1)", None),
        ("https://soundcloud.com@evil.example/", None),
        ("https:///x", None),
        ("//a.example", None),
        ("", None),
        ("https://a.example/" + "x" * 3_000, None),
    ],
)
def test_addresses(url: str, safe: str | None) -> None:
    """Only http(s) without a user name is linked, with what is unsafe in it percent-encoded."""
    assert address(url) == safe


def test_a_brief_message_cuts_its_quotations() -> None:
    """And nothing else: they stand whole in its thread."""
    long = "word " * 400
    parts = (Quotation((Span(long),)), Paragraph(long))
    for brief in (False, True):
        _, drawn = blocks(Message("x", parts=parts, brief=brief))
        quoted, said = (shown([block]) for block in drawn[1:])
        assert (len(quoted) <= 700) is brief
        assert said == long


@pytest.mark.parametrize("sign", "x&<漢🎵")
def test_the_text_can_take_the_place_of_another(sign: str) -> None:
    """It keeps to the 4,000 bytes of chat.update; a link that finds no room is left out, never cut."""
    link = Link("Terms", "https://a.example/" + "x" * 2_500)
    for links in ((), (link,)):
        text, _ = blocks(Message(sign * 5_000, links=links))
        assert 2_000 < len(text.replace("&", "&amp;").encode()) <= 4_000
        assert text.endswith(CUT)


SEEN = Moment(datetime(2024, 2, 12, 23, tzinfo=UTC), "12 February 2024")


def test_moments_are_dates_that_slack_writes() -> None:
    """Wherever a block tells of one, in its style, with what is written; in the text of notifications that alone."""
    told = Dated(["First seen on ", SEEN, ": <x>"])
    text, drawn = blocks(Message("x", parts=(Paragraph(told, strong=True),), footer=told, when=told))
    date = {"type": "date", "timestamp": 1707778800, "format": "{date_short_pretty}", "fallback": "12 February 2024"}
    assert drawn[1]["elements"][0]["elements"][1] == {**date, "style": {"bold": True}}
    assert text == "x (First seen on 12 February 2024: &lt;x&gt;)"
    assert check_blocks(drawn) == []


@pytest.mark.parametrize("words", ["*x*", "_x_", "`x`", "~x~", ":tada:", ">x", "a" * 600])
def test_small_print_with_words_that_format_is_plain(words: str) -> None:
    """Then, and where it is too long, its moments are written."""
    for text, kind in ((Dated([words, SEEN]), "plain_text"), (Dated(["Read: ", SEEN]), "mrkdwn")):
        _, drawn = blocks(Message("x", footer=text))
        assert drawn[-1]["elements"][0]["type"] == kind
    assert drawn[-1]["elements"][0]["text"] == "Read: <!date^1707778800^{date_short_pretty}|12 February 2024>"


@pytest.mark.parametrize("taken", range(2_945, 3_001, 5))
def test_a_moment_that_finds_no_room_is_written_as_far_as_it_goes(taken: int) -> None:
    """Whole or as text; the limit holds, and what is left out is said to be."""
    _, drawn = blocks(Message("x", parts=(Paragraph(Dated(["y" * taken, SEEN, " z" * 20])),)))
    assert sum(cost(run) for run in _shown(drawn[1:])) <= 3_000
    assert shown(drawn).endswith(CUT)


def test_a_link_that_may_not_be_keeps_its_label() -> None:
    """The words of a link that we do not make are still read."""
    _, drawn = blocks(Message("x", links=(Link("Terms", "javascript:x"), Link("", "https://a.example"))))
    assert [n.get("url") for n in walk(drawn) if n.get("type") == "link"] == ["https://a.example"]
    assert shown(drawn[1:]) == "Terms\n · \nhttps://a.example"


@unhurried
@given(st.text(max_size=300) | words, st.integers(1, 400))
def test_shortened_text_fits_and_begins_the_same(text: str, most: int) -> None:
    """What is cut keeps the limit after escaping, says so, and is otherwise the beginning of the text."""
    short = shorten(text, most)
    assert cost(short) <= most
    assert short == text or (short.endswith(CUT) and text.startswith(short.removesuffix(CUT)))


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one…"),
        ("漢字" * 30 + " x", 11, "漢字" * 5 + "…"),
        ("a & b", 4, "a…"),
    ],
)
def test_text_is_cut_at_a_word(text: str, most: int, short: str) -> None:
    """A word is not cut where there is a space before it; an entity never."""
    assert shorten(text, most) == short


def test_escaping() -> None:
    """The ampersand is escaped first, and each character once."""
    assert escape("<a> & &lt;") == "&lt;a&gt; &amp; &amp;lt;"
