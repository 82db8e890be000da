"""Drawing: every limit, every hostile string, no quote lost unsaid."""

import re
from datetime import UTC, datetime

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.chat.discord.markup import block, clean, draw
from bot.chat.discord.render import embed, text
from bot.model.change import Mark, Span
from bot.model.message import (
    Dated,
    Fact,
    Facts,
    Link,
    Listing,
    Message,
    Moment,
    Paragraph,
    Part,
    Quotation,
    Steps,
    Tone,
)
from bot.model.topic import Severity
from tests.chat.discord.hostile import HOSTILE
from tests.fakes.discord import limits, markdown

OURS = {"strong", "underlined", "struck", "emphasis", "quote", "list", "link"}
HARMLESS = {"strong", "underlined", "struck"}

hostile = st.sampled_from(HOSTILE)
short = hostile.map(lambda text: text[:200])  # of which some fit into an embed, whatever is escaped
words = st.one_of(
    hostile,
    st.text(max_size=60),
    st.lists(hostile, max_size=4).map("".join),
    st.lists(hostile, max_size=60).map(" ".join),
    st.tuples(st.sampled_from(["word ", "x", "*_", "〜 "]), st.integers(1, 3000)).map(lambda t: t[0] * t[1]),
)
marks: st.SearchStrategy[Mark] = st.sampled_from(["same", "added", "removed"])
spans = st.lists(st.builds(Span, words, marks), max_size=6).map(tuple)
items = st.lists(words, max_size=12).map(tuple)
facts = st.lists(st.builds(Fact, words, words), max_size=30).map(tuple)
parts: st.SearchStrategy[Part] = st.one_of(
    st.builds(Paragraph, words, st.booleans()),
    st.builds(Quotation, spans, words),
    st.builds(Facts, facts),
    st.builds(Steps, words, items),
    st.builds(Listing, words, items),
)
addresses = st.sampled_from(
    ["https://clause.example/a?b=c#d", "http://x.example/(y)", "javascript:alert(1)", "https://e.example/ x", "", "//x"]
)
tones: st.SearchStrategy[Tone] = st.sampled_from(["change", "news", "answer", "done", "error"])
messages = st.builds(
    Message,
    headline=words,
    title=words,
    parts=st.lists(parts, max_size=14).map(tuple),
    links=st.lists(st.builds(Link, words, addresses), max_size=8).map(tuple),
    footer=words,
    tone=tones,
    severity=st.sampled_from(Severity),
)


def quotation(*spans: tuple[str, Mark], label: str = "") -> Quotation:
    """A quotation of these stretches."""
    return Quotation(tuple(Span(text, mark) for text, mark in spans), label)


def marked_up(message: Message) -> list[str]:
    """Every string of the embed in which Discord reads mark-up."""
    drawn = embed(message)
    return [drawn.title or "", drawn.description or ""]


@given(messages)
@settings(max_examples=150, deadline=None)
def test_limits_of_embed(message: Message) -> None:
    """Whatever is said, the embed is within every limit of Discord."""
    assert limits.check_message({"embeds": [embed(message).to_dict()]}) == []


@given(messages, st.integers(600, 2000))
@settings(max_examples=150, deadline=None)
def test_limits_of_text(message: Message, room: int) -> None:
    """Whatever is said, the plain text is within the room it was given, and not empty."""
    assert 0 < len(text(message, room)) <= room


@given(messages)
@settings(max_examples=100, deadline=None)
def test_hostile_is_inert(message: Message) -> None:
    """Nothing that was fetched or typed mentions, links, or draws anything but our own marks."""
    own = {f"to {address}" for address in ("https://clause.example/a?b=c#d", "http://x.example/%28y%29")}
    for markup in [*marked_up(message), text(message)]:
        made = markdown.styles(markup)
        assert {style for style in made if not style.startswith("to ")} <= OURS
        assert {style for style in made if style.startswith("to ")} <= own | {"to https://e.example/%20x"}


@given(st.lists(st.tuples(st.one_of(short, st.text(max_size=40)), marks), min_size=1, max_size=8), short)
@settings(max_examples=300, deadline=None)
@example([("~", "removed"), ("b", "added")], "")
@example([("1", "same"), (". b", "added")], "")
@example([("#", "same"), (" b", "added")], "")
@example([("a", "added"), ("b", "removed"), ("_c_", "same")], "Was")
def test_quotations_are_verbatim(pieces: list[tuple[str, Mark]], label: str) -> None:
    """A reader sees exactly the quoted words, and as gained or lost exactly those that are."""
    message = Message("h", parts=(quotation(*pieces, label=label),))
    drawn = embed(message).description or ""
    body = [piece for piece in markdown.read(drawn) if "quote" in piece.styles]
    shown = "".join(piece.text for piece in body)
    assert shown == clean("".join(text for text, _ in pieces))
    assert {style for piece in body for style in piece.styles} <= HARMLESS | {"quote"}
    for piece in body:
        assert ("strong" in piece.styles) == ("underlined" in piece.styles)


@given(st.one_of(hostile, st.text(max_size=200)))
@example("…")
@settings(max_examples=200, deadline=None)
def test_every_place_shows_the_words(said: str) -> None:
    """Title, paragraph, item, label and value show the words as they are."""
    plain = clean(said)
    value = Facts((Fact("", said),), colon="") if plain else Paragraph("")
    drawn = [embed(Message(said, parts=(part,))) for part in (Paragraph(plain), value)]
    for markup in (drawn[0].title, *((one.description or "").split("\n")[0] for one in drawn)):
        shown = markdown.seen(markup or "")
        assert shown in {plain, plain or "…"} or (len(plain) > 120 and plain.startswith(shown.rstrip("…")))


@given(st.lists(st.text("abc déf*_#@", min_size=1, max_size=900).filter(str.strip), min_size=1, max_size=40))
@settings(max_examples=200, deadline=None)
def test_no_quote_lost_unsaid(quotes: list[str]) -> None:
    """Each quotation is there whole, or ends in "…", or is counted as left out."""
    message = Message("h", parts=tuple(quotation((quote, "same")) for quote in quotes))
    for markup in (embed(message).description or "", text(message)):
        shown = [markdown.seen(each.removeprefix("> ")) for each in markup.split("\n\n")]
        left = re.fullmatch(r"… \+(\d+)", shown[-1])
        unseen = int(left[1]) if left else 0
        drawn = [line for line in shown if line != "h" and not line.startswith("… +")]
        assert len(drawn) + unseen == len(quotes)
        for line, quote in zip(drawn, quotes, strict=False):
            assert line == clean(quote) or (line.endswith("…") and clean(quote).startswith(line[:-1]))


def test_sendable() -> None:
    """Nothing is drawn that cannot be sent, or that turns the direction of the rest."""
    for said in HOSTILE:
        for drawn in [
            *marked_up(Message(said, parts=(Paragraph(said), quotation((said, "same"))))),
            text(Message(said)),
        ]:
            assert drawn.encode().decode() == drawn
            assert not set(drawn) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b")


def test_announcement() -> None:
    """An announcement reads: what it is about, the sentence, what was gained and lost, facts, steps, links."""
    message = Message(
        headline="SoundCloud may now train AI on what you upload.",
        title="SoundCloud · Terms of Service",
        parts=(
            quotation(
                ("You agree that your Content may ", "same"),
                ("not ", "removed"),
                ("be used to ", "same"),
                ("train artificial intelligence", "added"),
                (".", "same"),
                label="Reworded",
            ),
            quotation(("A new clause as a whole.", "added"), label="Added"),
            Facts((Fact("In force from", "12 February 2024"), Fact("Exempt", "Music delivered under " + "x" * 60))),
            Steps("What you can do", ("Open settings", "Press Save")),
            Paragraph("There is no opt-out.", strong=True),
        ),
        links=(Link("Before and after", "https://clause.example/c/1"), Link("The terms", "https://sc.example/terms")),
        footer="Read on 12 February 2024",
        tone="change",
        severity=Severity.CRITICAL,
    )
    drawn = embed(message).to_dict()
    assert drawn == {
        "author": {"name": "SoundCloud · Terms of Service"},
        "title": "SoundCloud may now train AI on what you upload.",
        "url": "https://clause.example/c/1",
        "color": 0xD93025,
        "type": "rich",
        "description": (
            "*Reworded*\n"
            "> You agree that your Content may ~~not~~ be used to **__train artificial intelligence__**.\n\n"
            "*Added*\n"
            "> A new clause as a whole.\n\n"
            f"**In force from**: 12 February 2024\n**Exempt**: Music delivered under {'x' * 60}\n\n"
            "**What you can do**\n1. Open settings\n2. Press Save\n\n"
            "**There is no opt-out.**\n\n"
            "[Before and after](https://clause.example/c/1) · [The terms](https://sc.example/terms)"
        ),
        "footer": {"text": "Read on 12 February 2024"},
        "flags": 0,
    }


def test_text_version() -> None:
    """Without embeds the same is said in one text."""
    message = Message(
        "It changed.",
        "Etsy · Terms",
        (quotation(("old", "removed"), (" and new", "added")), Facts((Fact("From", "1 May"),))),
        (Link("More", "https://clause.example"),),
        "Read today",
    )
    assert text(message) == (
        "*Etsy · Terms*\n**It changed.**\n\n> ~~old~~ **__and new__**\n\n**From**: 1 May\n\n"
        "[More](https://clause.example)\n*Read today*"
    )


def test_long_headline_is_whole_below() -> None:
    """A headline that is no title begins the description in full."""
    headline = "word " * 80 + "end"
    drawn = embed(Message(headline))
    assert len(drawn.title or "") <= 256
    assert (drawn.title or "").endswith("word…")
    assert drawn.description == headline


def test_shortened_at_a_word() -> None:
    """A clause longer than its room ends after a word, with an ellipsis, and the other quote stays whole."""
    long = quotation(("word " * 2000, "same"))
    drawn = embed(Message("h", parts=(long, quotation(("The second clause.", "same"))))).description or ""
    assert "word…\n\n> The second clause." in drawn
    assert len(drawn) > 3500


def test_lines_of_a_list_that_find_no_room_are_counted() -> None:
    """Those that are there, with the one that is cut short, and the number after it are all of them."""
    items = tuple(f"{n} of the lines, each of which is a sentence that says something of its own." for n in range(99))
    shown = embed(Message("Many.", parts=(Listing("", items),))).description or ""
    lines = [line for line in shown.splitlines() if line.startswith("- ")]
    assert lines[-1].endswith(f"… +{99 - len(lines)}")
    assert 20 < len(lines) < 99


def test_links_only_http() -> None:
    """An address that is not http(s) is not linked; its label stays."""
    drawn = embed(Message("h", links=(Link("Terms", "javascript:alert(1)"), Link("More", "https://a.example/x"))))
    assert drawn.description == "Terms · [More](https://a.example/x)"
    assert drawn.url == "https://a.example/x"


def test_moments_are_the_readers_own() -> None:
    """What happened at a moment is drawn as a time, seen as the reader's day; titles and small print are not."""
    moment = Moment(datetime(2026, 3, 1, 23, 30, tzinfo=UTC), "1 March 2026")
    said = Dated(["Read on ", moment, ": *soon*."])
    message = Message(
        said,
        parts=(Paragraph(said, strong=True), Listing(said, (said,)), Facts((Fact("First seen", Dated([moment])),))),
        footer=said,
    )
    drawn, time = embed(message), f"<t:{moment.at.timestamp():.0f}:D>"
    assert drawn.title == "Read on 1 March 2026: \\*soon\\*."
    assert drawn.footer.text == "Read on 1 March 2026: *soon*."
    inert = f"Read on {time}: \\*soon\\*."
    assert drawn.description == f"**{inert}**\n\n**{inert}**\n- {inert}\n\n**First seen**: {time}"
    assert f"**First seen**: {time}" in text(message)


@given(st.integers(0, 60))
def test_a_moment_that_is_cut_is_written(most: int) -> None:
    """Shortened, a sentence has the time whole, or no time at all."""
    moment = Moment(datetime(2026, 3, 1, tzinfo=UTC), "1 March 2026")
    drawn = draw(block(Dated(["The terms were first seen on ", moment, " and read again."])), most)
    assert ("<" in drawn) == (f"<t:{moment.at.timestamp():.0f}:D>" in drawn)
    assert len(markdown.seen(drawn)) <= most + len("<t:1772323200:D>") + len("…")
