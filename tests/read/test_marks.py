"""Words that differ, marked."""

from hypothesis import given
from hypothesis import strategies as st

from bot.model.version import fold
from bot.read.marks import marks

ANYTHING = st.text(max_size=60)


@given(ANYTHING, ANYTHING)
def test_marks_rebuild_both_sides(before: str, after: str) -> None:
    """The spans hold every word of both texts in their order."""
    spans = marks(before, after)
    old = "".join(s.text for s in spans if s.mark != "added")
    new = "".join(s.text for s in spans if s.mark != "removed")
    assert fold(new) == fold(after)
    assert fold(old) == fold(before)


def test_marks_name_the_changed_words() -> None:
    """Only the words that differ are marked."""
    spans = marks("We do not share your data.", "By default, we do not share your data.")
    assert [s.text.strip() for s in spans if s.mark == "added"] == ["By default, we"]
    assert [s.text.strip() for s in spans if s.mark == "removed"] == ["We"]


def test_a_sign_that_cannot_be_seen_is_no_other_sign() -> None:
    """Word marks tell an invisible character from a control character: each side can be put together again."""
    before, after = "We host your\u200b songs.", "We host your\x00 songs."
    spans = marks(before, after)
    assert "".join(span.text for span in spans if span.mark != "added") == before
    assert "".join(span.text for span in spans if span.mark != "removed") == after
