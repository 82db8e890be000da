from hypothesis import given
from hypothesis import strategies as st

from bot.read.sentences import digest, split


def test_abbreviations_do_not_end_a_sentence() -> None:
    """A company's "Inc." does not end a sentence."""
    assert split("We are Sonoria Inc. and host songs. You own them.") == [
        "We are Sonoria Inc. and host songs.",
        "You own them.",
    ]


def test_parts_of_a_list_in_a_line_come_apart() -> None:
    """Lettered parts that semicolons divide are sentences of their own."""
    assert split("You may not: (a) copy songs; (b) sell access; or (c) scrape pages.")[1].startswith("(b) sell")


def test_an_enumerator_hides_no_end_of_a_sentence() -> None:
    """What follows "(v)" in a clause is parted as elsewhere, but not after an abbreviation."""
    assert split(
        "(iv) Songs may be short, and (v) they may be old. You may share them. Acme Corp. Hosting owns them."
    ) == [
        "(iv) Songs may be short, and (v) they may be old.",
        "You may share them.",
        "Acme Corp. Hosting owns them.",
    ]


def test_long_text_without_sentences_is_cut_at_spaces() -> None:
    """A text without a full stop is cut, and no word with it."""
    text = "word " * 30_000
    assert " ".join(split(text)).split() == text.split()


@given(st.text(max_size=300))
def test_nothing_is_lost(text: str) -> None:
    """The pieces hold every word of the text, in order."""
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@given(st.text(alphabet=st.characters(categories=["Cs", "L", "P"]), max_size=50))
def test_any_text_has_a_digest(text: str) -> None:
    """Lone surrogates neither stop the splitter nor the digest, which has eight bytes."""
    split(text)
    assert len(digest(text)) == 8


def test_digest_sees_words_only() -> None:
    """Case, quotation marks and punctuation do not change a digest; a word does."""
    assert digest("“Your Content” is yours!") == digest('your content is "yours"')
    assert digest("Your content is ours") != digest("Your content is yours")


def test_initials_are_not_cut() -> None:
    """Initials written without spaces stay in their sentence."""
    text = "We follow the EU-U.S. Data Privacy Framework. It binds us."
    assert split(text) == ["We follow the EU-U.S. Data Privacy Framework.", "It binds us."]


def test_a_long_clause_is_cut_between_sentences() -> None:
    """Beyond the length at which a clause is cut, every sentence is still whole."""
    said = "A short sentence of some words stands here."
    assert set(split(" ".join([said] * 600))) == {said}
