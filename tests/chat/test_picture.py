"""The picture of a rewording."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.chat.picture import ALT, WIDTH, picture
from bot.model.change import Span
from bot.model.message import Message, Paragraph, Quotation

BEFORE = "We do not use your songs, or your lyrics."
AFTER = "We may use your songs."
SPANS = (
    Span("We "),
    Span("do not ", "removed"),
    Span("may ", "added"),
    Span("use your songs"),
    Span(", or your lyrics", "removed"),
    Span("."),
)


def of(*spans: Span) -> Message:
    """A message that quotes these."""
    return Message("x", parts=(Paragraph("y"), Quotation(spans)))


def colours(png: bytes) -> set[object]:
    """The colours of the grounds."""
    image = Image.open(BytesIO(png)).convert("RGB")
    return {colour for count, colour in image.getcolors(1 << 24) or [] if count > 500}


def test_both_sides_are_shown_and_said() -> None:
    """What went stands on red, what came on green; the alternative text says both sides, sign for sign."""
    made = picture(of(*SPANS))
    assert made is not None
    assert made.alt == f"- {BEFORE}\n+ {AFTER}"
    assert {(255, 215, 213), (201, 242, 208)} <= colours(made.png)
    assert Image.open(BytesIO(made.png)).width == WIDTH


@pytest.mark.parametrize(
    "message",
    [Message("x"), of(Span("All of it is new.", "added")), of(Span("利用", "removed"), Span("学習", "added"))],
    ids=["no quotation", "no rewording", "signs that the font lacks"],
)
def test_where_there_is_no_picture(message: Message) -> None:
    """Nothing to compare, or nothing that could be written."""
    assert picture(message) is None


WORDS = st.text(st.sampled_from("abcdefg ,.éß“”–"), min_size=1, max_size=60)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, st.sampled_from(["same", "removed", "added"])), max_size=60))
def test_any_rewording_keeps_the_limits(rows: list[tuple[str, str]]) -> None:
    """A picture below eight megabytes, whose text says all words, or that it was cut."""
    spans = [Span(text, mark) for text, mark in [*rows, ("was", "removed"), ("is", "added")]]  # type: ignore[arg-type]
    made = picture(of(*spans))
    assert made is not None
    assert len(made.png) < 8_000_000
    assert len(made.alt) <= ALT
    for line, without in zip(made.alt.split("\n"), ("added", "removed"), strict=True):
        words = " ".join("".join(span.text for span in spans if span.mark != without).split())
        assert line[2:] == words or (line.endswith("…") and words.startswith(line[2:-1]))


def test_the_same_rewording_is_the_same_picture() -> None:
    """Byte for byte."""
    assert picture(of(*SPANS)) == picture(of(*SPANS))
