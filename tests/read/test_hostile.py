from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.topic import Topic
from bot.model.version import Clause, Version
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.furniture import COUNTER
from bot.read.guard import doubt
from bot.read.marks import marks
from bot.read.topics import Rules

CONTEXT = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
BASE = Version((Clause("You may upload songs, and we host them."), Clause("Effective: May 4, 2026")), "t")
LEGAL = ["you", "we", "may", "not", "train", "AI", "models", "your data", ";", ":", "(", "[", "@", ".", "2026", "(a)"]
TEXT = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=st.characters(categories=["Cs", "Mn", "Cf", "Zs", "P"]), max_size=40),
    st.lists(st.sampled_from(LEGAL), max_size=40).map(" ".join),
)
CLAUSES = st.builds(
    Clause, text=TEXT, path=st.lists(TEXT, max_size=2).map(tuple), lead=st.lists(TEXT, max_size=2).map(tuple)
)
VERSIONS = st.lists(CLAUSES, max_size=6).map(lambda rows: Version(tuple(rows), "t"))


@settings(deadline=None)
@given(VERSIONS, VERSIONS)
def test_any_two_texts_are_read(rules: Rules, before: Version, after: Version) -> None:
    """Whatever the texts hold, they are judged without an error, and quotes stand in the version that they name."""
    doubt(before, after)
    found = assess(compare(before, after), before, after, CONTEXT, rules)
    for finding in found.findings:
        text = (after if finding.side == "after" else before).text.encode("utf-8", "replace").decode()
        assert finding.quote in text


def test_thousands_of_headings_are_read_like_few(rules: Rules) -> None:
    """A page of twelve thousand headings and as many lines is judged, though each line may hold all of the headings."""
    headings = [Clause(f"{n}. What you {n} may", kind="heading") for n in range(12_000)]
    lines = [Clause(f"We may sell what you {n} upload.") for n in range(12_000)]
    after = Version((*BASE.clauses, *headings, *lines), "t")
    assert assess(compare(BASE, after), BASE, after, CONTEXT, rules).verdict == "announce"


def test_a_line_of_commas_is_no_counter() -> None:
    """A line that begins as a counter would, and goes on for long, is told from one at once."""
    assert COUNTER.match("," * 200_000 + "_ _ _ _") is None


@pytest.mark.parametrize(
    "line",
    [
        "a" * 200_000,
        "a@" * 100_000,
        "[](" * 60_000,
        "a." * 100_000,
        "May 4, 2026 " * 16_000,
        "You may not train AI models on our data; " * 5_000,
        "(a) we may share your data with partners (b) " * 4_000,
        "\ud800" * 100_000,
        "we may use your content to train ai " * 5_000,
    ],
    ids=["letters", "at signs", "brackets", "dots", "dates", "bans", "parts", "surrogates", "no full stop"],
)
def test_a_long_line_is_read_like_any_other(rules: Rules, line: str) -> None:
    """A line of two hundred thousand characters, whatever it repeats, is judged, and its marks rebuild it."""
    before, after = BASE, Version((*BASE.clauses, Clause(line)), "t")
    doubt(before, after)
    edits = compare(before, after)
    assert [edit.after for edit in edits] == [Clause(line)]
    assess(edits, before, after, CONTEXT, rules)
    changed = Version((*BASE.clauses, Clause(line[: len(line) // 2] + " not " + line[len(line) // 2 :])), "t")
    assess(compare(after, changed), after, changed, CONTEXT, rules)
    assert "".join(span.text for span in marks(line, line + " more")) == line + " more"


def test_deep_paths_do_not_matter(rules: Rules) -> None:
    """A clause under a thousand headings and lead-ins is read like any other."""
    deep = Clause(
        "We may train AI models on your songs.", path=("Part",) * 1000, lead=("You may not:",) * 1000, kind="item"
    )
    after = Version((*BASE.clauses, deep), "t")
    assert assess(compare(BASE, after), BASE, after, CONTEXT, rules).verdict == "announce"


@pytest.mark.timeout(20)
def test_a_long_line_that_repeats_itself_takes_no_time_beyond_its_length(rules: Rules) -> None:
    """Of a line without a full stop, each piece stands at thousands of places in the line before it changed."""
    line = "we may use your content to train ai " * 16_000
    before, after = (Version((*BASE.clauses, Clause(text)), "t") for text in (line, f"{line[:300_000]} not {line}"))
    assert assess(compare(before, after), before, after, CONTEXT, rules).verdict == "announce"


@pytest.mark.timeout(20)
def test_thousands_of_sentences_in_a_clause_are_read_like_few(rules: Rules) -> None:
    """A clause of 120,000 short sentences is judged, though each may lean on the one before it."""
    after = Version((*BASE.clauses, Clause("So it goes. " * 120_000)), "t")
    assess(compare(BASE, after), BASE, after, CONTEXT, rules)


@pytest.mark.timeout(20)
def test_thousands_of_sentences_on_training_are_read_like_few(rules: Rules) -> None:
    """Where twelve hundred sentences on training give way to as many others, not each is set beside each."""
    sides = [
        [Clause(f"We may use {what} number {n} to train AI models.", path=(what,)) for n in range(1200)]
        for what in ("recordings of the old shelf", "letters that lie in the attic")
    ]
    before, after = (Version(tuple(side), "t") for side in sides)
    found = assess(compare(before, after), before, after, CONTEXT, rules)
    assert found.findings[0].topic is Topic.AI_TRAINING
