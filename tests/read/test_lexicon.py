"""Words and the classes that they belong to."""

from hypothesis import given
from hypothesis import strategies as st

from bot.model.version import fold
from bot.read.lexicon import _TOKEN, ELIDED, Lexicon, tokens


@given(st.text(st.sampled_from("abdlqu Z9_'’“–é漢か;$€%.-\n"), max_size=30))
def test_plain_text_is_cut_as_any_other(text: str) -> None:
    """The quick way through ASCII finds the words that the patterns find."""
    assert tokens(text) == _TOKEN.findall(ELIDED.sub(r"\1 ", fold(text).casefold()))


def test_a_stem_of_any_length_is_found() -> None:
    """A word is known by a stem that is longer than most words are."""
    lexicon = Lexicon({"moral": ["urheberpersönlichkeitsrecht*"]})
    assert lexicon.read("Die Urheberpersönlichkeitsrechte bleiben dir").has("moral")


def test_nothing_stands_before_the_first_word() -> None:
    """The word before a hit is the one that is read before it, and none where a lead-in opens with it."""
    reading = Lexicon({"song": ["song", "songs"]}).read("the song itself", lead="songs and")
    assert [reading.before(hit) for hit in reading.at("song")] == ["", "the"]
