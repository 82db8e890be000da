"""What is read of a PDF, however it is set, and what is said of one that cannot be read."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4, A5, LETTER

from bot.errors import SourceError
from bot.model.version import Clause, Snapshot
from bot.watch.glyphs import read
from bot.watch.outline import Block, outline
from bot.watch.page import Page, read_page
from bot.watch.pdf import read_pdf
from tests.fakes.press import Part, Press, typed, typed_pages
from tests.fakes.world import HandClock

TERMS: list[Part] = [
    ("title", "Terms of Use"),
    ("text", "These terms are an agreement between you and Tunegarden about the use of the service."),
    ("heading", "1. Your uploads"),
    ("text", "Your uploads remain yours. You let us store and stream them while they are on Tunegarden. " * 3),
    ("bold", "What you may not do"),
    ("text", "You may not:"),
    ("item", "sell the account that we opened for you to anybody who asks for it, nor lend it out for money;"),
    ("item", "upload music of others."),
    ("heading", "2. Fees"),
    ("row", ["Plan", "What it costs you in a year, taxes included, when you pay for it in advance"]),
    ("row", ["Small", "Ten coins"]),
    ("text", "We keep thirty percent of what listeners pay you for the uploads that you sell here."),
]


LONG: list[Part] = [
    *TERMS,
    *(
        ("text", f"For the {word} of our sellers we make an exception. Ask us for it in writing, {ask}.")
        for word in ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        for ask in ("and say why you need it", "before you sell anything", f"once the {word} year is over")
    ),
]


def snapshot(body: bytes, media_type: str = "application/pdf") -> Snapshot:
    """A PDF as it was fetched."""
    return Snapshot("https://x.test/terms.pdf", HandClock().now(), body, media_type)


def clauses(body: bytes) -> tuple[Clause, ...]:
    """The clauses of a PDF, read in this process."""
    answer = read(body, 600)
    return outline(Block(*block) for block in answer["blocks"])  # type: ignore[attr-defined]


def texts(body: bytes) -> list[str]:
    """Their texts."""
    return [clause.text for clause in clauses(body)]


def test_a_pdf_becomes_clauses_under_their_headings() -> None:
    """Larger and bold type heads what follows, bullets make items under their sentence, cells make rows."""
    found = read_page(snapshot(Press().print(TERMS))).clauses
    uploads = ("Terms of Use", "1. Your uploads")
    assert [(c.kind, c.path) for c in found] == [
        ("heading", ()),
        ("paragraph", uploads[:1]),
        ("heading", uploads[:1]),
        ("paragraph", uploads),
        ("heading", uploads),
        ("paragraph", (*uploads, "What you may not do")),
        ("item", (*uploads, "What you may not do")),
        ("item", (*uploads, "What you may not do")),
        ("heading", uploads[:1]),
        ("row", ("Terms of Use", "2. Fees")),
        ("row", ("Terms of Use", "2. Fees")),
        ("paragraph", ("Terms of Use", "2. Fees")),
    ]
    assert [c.text for c in found if c.kind == "row"][1] == "Small | Ten coins"
    assert found[6].lead == ("You may not:",)
    assert found[3].text == str(TERMS[3][1]).strip()


@pytest.mark.parametrize(
    "press",
    [
        Press(page=LETTER, margin=80, size=12),
        Press(page=A5, margin=50, size=9),
        Press(page=A5, margin=60, size=12),
        Press(columns=2),
        Press(justified=True, head="Tunegarden, printed anew"),
    ],
)
def test_a_pdf_set_anew_reads_the_same(press: Press) -> None:
    """Pages, margins, type, columns and running heads are no part of the document."""
    assert clauses(press.print(LONG)) == clauses(Press().print(LONG))


WORDS = "you we may use store stream uploads music members thirty days license notice"
WORD = st.sampled_from(WORDS.split())
SENTENCE = st.lists(WORD, min_size=4, max_size=40).map(lambda words: " ".join(words).capitalize() + ".")
TITLE = st.lists(WORD, min_size=2, max_size=4).map(lambda words: " ".join(words).title())
PART: st.SearchStrategy[Part] = st.one_of(
    st.tuples(st.just("text"), SENTENCE),
    st.tuples(st.just("text"), SENTENCE),
    st.tuples(st.just("item"), SENTENCE),
    st.tuples(st.just("heading"), TITLE),
)
PRESS = st.builds(
    Press,
    page=st.sampled_from([A4, A5, LETTER]),
    margin=st.integers(45, 90),
    size=st.sampled_from([9, 10, 11, 12]),
    justified=st.booleans(),
)


def parted(parts: list[Part]) -> list[Part]:
    """The parts without a heading that follows another: those two would be one heading of two lines."""
    return [part for n, part in enumerate(parts) if part[0] != "heading" or n == 0 or parts[n - 1][0] != "heading"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=st.lists(PART, min_size=3, max_size=30).map(parted), press=PRESS)
def test_what_was_set_is_what_is_read(parts: list[Part], press: Press) -> None:
    """Any clauses, set on any page in any type, come back as they were, each whole."""
    ends: list[Part] = [
        ("title", "Terms of Use"),
        *parts,
        ("text", "These are all our terms, and there are no others."),
    ]
    assert texts(press.print(ends)) == [text for _, text in ends]


def test_headings_that_begin_pages_are_kept() -> None:
    """Numbered headings at the head of each page are the document's; lines with the page's number are the page's."""
    body = typed_pages([["Annex 1", "First, we may do it."], ["Annex 2", "Second, you may not."], ["Annex 3", "No."]])
    assert [text for text in texts(body) if text.startswith("Annex")] == ["Annex 1", "Annex 2", "Annex 3"]


def test_words_parted_at_the_end_of_a_line_are_whole_again() -> None:
    """A hyphen goes where it parts a word, and stays where it is the word's own."""
    lines = [
        "The opt-out and the other party of the third kind are known to both of us. Your infor-",
        "mation is ours, and the opt-",
        "out is yours; we sell it to a third-",
        "party as we see fit.",
    ]
    whole = (
        "The opt-out and the other party of the third kind are known to both of us. Your information is ours, "
        "and the opt-out is yours; we sell it to a third-party as we see fit."
    )
    assert texts(typed(lines)) == [whole]


@pytest.mark.parametrize("media_type", ["text/html", "application/octet-stream", "application/pdf"])
def test_a_pdf_is_known_by_its_signature_or_media_type(media_type: str) -> None:
    """What a server calls it does not matter where it says itself what it is."""
    found = read_page(snapshot(Press().print(TERMS), media_type))
    assert (found.clauses[0].text, found.extractor) == ("Terms of Use", "pdf/2")


def test_the_same_bytes_have_the_same_sketch() -> None:
    """A PDF is not read where it is the one that was read last."""
    body = Press().print(TERMS)
    assert Page(snapshot(body)).sketch == Page(snapshot(body)).sketch != Page(snapshot(body + b"\n")).sketch


WHOLE = Press().print(TERMS)


@pytest.mark.parametrize(
    ("body", "reason", "permanent"),
    [
        (replace(Press(), password="open sesame").print(TERMS), "pdf encrypted", True),
        (typed([]), "pdf scanned", True),
        (WHOLE[: len(WHOLE) // 2], "pdf broken", False),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"%%EOF", "pdf broken", False),
        (b"Just a moment ...", "pdf broken", False),
        (typed(["x"], pages=601), "pdf too many pages", True),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(body: bytes, reason: str, *, permanent: bool) -> None:
    """The error names the document, what is the matter with it, and what to do."""
    with pytest.raises(SourceError) as caught:
        read_page(snapshot(body))
    assert (caught.value.reason, caught.value.permanent) == (reason, permanent)
    assert "https://x.test/terms.pdf" in caught.value.message
    assert caught.value.remedy


def test_a_pdf_that_takes_too_long_costs_its_process_only() -> None:
    """The process that reads a PDF stops at its limit of work."""
    endless = typed(["we may use it " * 40] * 2000, size=1, pages=4)
    with pytest.raises(SourceError) as caught:
        read_pdf(snapshot(endless), seconds=1)
    assert caught.value.reason == "pdf timeout"
