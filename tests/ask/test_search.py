"""Words looked for in the clauses of made-up documents."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ask.search import MOST_QUOTED, MOST_WORDS, Index, Shelf, Text, phrases
from bot.model.hit import Hit
from bot.model.version import Clause, Version

SENTENCE = "Members keep their recordings in the archive for as long as they pay."
FILLER = " ".join([SENTENCE] * 12)


def index(*texts: str, language: str = "en") -> Index:
    """An index of one document with these clauses."""
    return Index([Text("terms", Version(tuple(map(Clause, texts)), "test/1"), language)])


def found(where: Index, typed: str) -> list[str]:
    """What is quoted for these words, best first."""
    return [hit.text for hit in where.search(phrases(typed), 5).best]


def marked(hit: Hit) -> list[str]:
    """The stretches that are marked as found."""
    return [span.text for span in hit.spans if span.mark == "added"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("train models", ("train", "models")),
        ('"train  models" sell', ("train models", "sell")),
        ("“train models”「学習」", ("train models", "学習")),
        ('train "unclosed', ("train", "unclosed")),
        ('train train * - ""', ("train",)),
        ("...", ()),
        (" ".join(f"w{n}" for n in range(99)), tuple(f"w{n}" for n in range(MOST_WORDS))),
    ],
)
def test_words_as_typed(typed: str, read: tuple[str, ...]) -> None:
    """Quotation marks keep words together, each counts once, and what has no letter or digit is no word."""
    assert phrases(typed) == read


def test_every_word_must_occur() -> None:
    """A clause that holds all of the words is found, those that hold one of them are not."""
    where = index("We sell lamps.", "We train cats.", "We train cats and sell lamps.")
    assert found(where, "train sell") == ["We train cats and sell lamps."]


def test_some_of_the_words_where_none_has_all() -> None:
    """The best clauses with some of the words are given, and said to be no more than that."""
    hits = index("We sell lamps.", "We train cats.", "Be kind.").search(("train", "sell"), 5)
    assert {hit.text for hit in hits.best} == {"We sell lamps.", "We train cats."}
    assert (hits.count, hits.all_words) == (2, False)


def test_nothing_found() -> None:
    """Words that no clause holds bring up nothing."""
    hits = index("We sell lamps.").search(("cats",), 5)
    assert (hits.best, hits.count) == ((), 0)


@pytest.mark.parametrize(
    ("clause", "typed", "marks"),
    [
        ("We trained models on it; training costs.", "train", ["trained", "training"]),
        ("Der Zürcher Verlag.", "ZURCHER", ["Zürcher"]),
        ("You may opt-out today.", "opt-out", ["opt-out"]),
        ("A model trains. It trains a model.", '"trains a model"', ["trains a model"]),
        ("投稿は機械学習に利用します。", "学習", ["学習"]),
        ("投稿は機械学習に利用します。", "機学", []),
        ("콘텐츠를 학습에 사용합니다.", "학습", ["학습"]),
    ],
)
def test_what_counts_as_the_word(clause: str, typed: str, marks: list[str]) -> None:
    """Other endings, case and accents do not matter; a phrase is a phrase; a word may stand inside unspaced text."""
    hits = index(clause).search(phrases(typed), 5)
    assert [mark for hit in hits.best for mark in marked(hit)] == marks


def test_signs_of_the_query_language_are_words() -> None:
    """What would be an operator or a column for FTS5 is looked for as it stands."""
    where = index("Not now, or near text: later.", "Lamps.")
    assert found(where, "NOT OR NEAR(now) text:later* ^lamps -") == found(where, "not or near now text later lamps")
    assert found(where, "lamps OR now") != found(where, "lamps")


def test_the_denser_clause_comes_first_and_headings_last() -> None:
    """Ranking is by how much of a clause is about the words, among clauses that say something."""
    clauses = (Clause("Lamps", kind="heading"), Clause(f"{FILLER} Lamps."), Clause("Lamps are sold here."))
    where = Index([Text("terms", Version(clauses, "test/1"))])
    hits = where.search(("lamps",), 5)
    assert [hit.clause for hit in hits.best] == [clauses[2], clauses[1], clauses[0]]


def test_a_clause_that_stands_twice_counts_once() -> None:
    """In one document, that is; two documents that say the same are two hits."""
    version = Version((Clause("We sell lamps."), Clause("We sell lamps.", ("Again",))), "test/1")
    hits = Index([Text("terms", version), Text("privacy", version)]).search(("lamps",), 1)
    assert (len(hits.best), hits.count) == (1, 2)


def test_a_long_clause_is_quoted_around_the_words() -> None:
    """Whole sentences, no longer than what is quoted whole, with word that the clause goes on."""
    [hit] = index(f"{FILLER} We sell lamps. {FILLER}").search(("lamps",), 5).best
    assert hit.before
    assert hit.after
    assert "We sell lamps." in hit.text
    assert len(hit.text) <= MOST_QUOTED
    assert hit.text.startswith(("Members", "We"))
    assert hit.text.endswith(".")


def test_a_long_sentence_is_cut_between_words() -> None:
    """No word is cut in two."""
    words = " ".join(f"word{n}" for n in range(200))
    [hit] = index(f"{words} lamps {words}").search(("lamps",), 5).best
    assert len(hit.text) <= MOST_QUOTED
    assert "lamps" in marked(hit)
    assert set(hit.text.split()) <= {*words.split(), "lamps"}


def test_a_shelf_keeps_what_was_asked_for_last() -> None:
    """The one not asked for the longest is dropped, and so is one whose versions are others now."""
    shelf, kept = Shelf(most=2), index("Lamps.")
    for platform in ("a", "b"):
        shelf.put(platform, {"terms": "1"}, kept)
    assert shelf.get("a", {"terms": "1"}) is kept
    shelf.put("c", {}, kept)
    assert shelf.get("b", {"terms": "1"}) is None
    assert shelf.get("a", {"terms": "2"}) is None
    assert shelf.get("a", {"terms": "1"}) is None


TEXTS = st.text(max_size=60) | st.sampled_from(
    [
        "We sell lamps. ",
        f"{FILLER} ",
        "投稿は機械学習に利用します。" * 40,
        "x\x02y\x03\x1f ",
        "\ud800lamps\x00 ",
        "lamp" * 150,
    ]
)
WORDS = st.text(max_size=30) | st.sampled_from(["lamps", "学習", "members", '"', "AND", "*", "\x00", "\ud800", "y"])


@settings(deadline=None)
@given(
    st.lists(st.lists(TEXTS, max_size=6).map("".join), max_size=4),
    st.lists(WORDS, max_size=6).map(" ".join),
    st.sampled_from(["en", "ja", "tlh"]),
)
def test_any_words_are_answered_verbatim(clauses: list[str], typed: str, language: str) -> None:
    """Nothing typed or read breaks the search; what is quoted stands in the clause, is marked, and is no longer."""
    hits = index(*clauses, language=language).search(phrases(typed), 5)
    assert hits.count >= len(hits.best)
    for hit in hits.best:
        assert hit.text in hit.clause.text
        assert marked(hit)
        assert len(hit.text) <= MOST_QUOTED
        assert (hit.before or hit.after) == (hit.text != hit.clause.text)
        assert all(one.text and (one.mark, next_.mark) != ("same", "same") for one, next_ in pairwise(hit.spans))
