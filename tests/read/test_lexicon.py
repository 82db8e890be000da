"""Words and the classes that they belong to."""

from hypothesis import given
from hypothesis import strategies as st

from bot.model.version import fold
from bot.read.lexicon import _TOKEN, ELIDED, tokens


@given(st.text(st.sampled_from("abdlqu Z9_'’“–é漢か;$€%.-\n"), max_size=30))
def test_plain_text_is_cut_as_any_other(text: str) -> None:
    """The quick way through ASCII finds the words that the patterns find."""
    assert tokens(text) == _TOKEN.findall(ELIDED.sub(r"\1 ", fold(text).casefold()))
