"""Signs that models are made of people's work."""

import inspect
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.read import learning, making, supplying
from bot.read.lexicon import Hit, Reading
from bot.read.making import _MACHINES, _MADE, _SIGNS, _found, _has_signs

SOURCES = "".join(map(inspect.getsource, (learning, making, supplying)))
CLASSES = sorted({*re.findall(r'"(\w+)"', SOURCES), "not", "halt"} - _SIGNS)
TOGETHER = [_MACHINES, _MADE]  # signs that tell nothing alone
WORDS = st.lists(st.sampled_from(["word", "that", "to", "for", "on", "from"]), min_size=12, max_size=12)


@settings(max_examples=600)
@given(WORDS, st.dictionaries(st.sampled_from(CLASSES), st.integers(0, 11), min_size=10), st.sampled_from(TOGETHER))
def test_without_a_sign_there_is_no_evidence(words: list[str], places: dict[str, int], without: frozenset[str]) -> None:
    """A sentence that has none of the signs is rightly not looked at, whatever else it says."""
    hits = {name: [Hit(place, place + 1)] for name, place in places.items() if name not in without}
    reading = Reading(tuple(words), hits)
    assert not _has_signs(reading)
    assert _found(reading) is None
