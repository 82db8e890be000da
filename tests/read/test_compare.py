import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.change import Edit
from bot.model.version import Clause, Version, fold
from bot.read.compare import compare

WORDS = st.sampled_from(
    ["we", "you", "may", "not", "share", "sell", "keep", "songs", "data", "fee", "unless", "30", "days", "AI"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
HEADINGS = st.sampled_from([(), ("Fees",), ("Rules", "Data")])
CLAUSES = st.builds(Clause, text=TEXTS, path=HEADINGS)
VERSIONS = st.lists(CLAUSES, max_size=14).map(lambda rows: Version(tuple(rows), "test/1"))


def counted(edits: tuple[Edit, ...]) -> tuple[Counter[str], Counter[str]]:
    """The texts that the edits mention, before and after."""
    before = Counter(fold(e.before.text) for e in edits if e.before)
    after = Counter(fold(e.after.text) for e in edits if e.after)
    return before, after


@given(VERSIONS)
def test_same_text_gives_no_edit(version: Version) -> None:
    """A version compared with itself has no edits."""
    assert compare(version, version) == ()


@given(VERSIONS, VERSIONS)
def test_symmetric(a: Version, b: Version) -> None:
    """Comparing the other way round gives the same edits with their sides swapped."""
    swapped = {"added": "removed", "removed": "added"}
    there = Counter((e.kind, e.before, e.after) for e in compare(a, b))
    back = Counter((swapped.get(e.kind, e.kind), e.after, e.before) for e in compare(b, a))
    assert there == back


@given(VERSIONS, VERSIONS)
def test_every_clause_is_accounted_for_once(a: Version, b: Version) -> None:
    """What the edits do not mention says the same words on both sides."""
    gone, come = counted(compare(a, b))
    left = [Counter(fold(c.text) for c in v.clauses) - side for v, side in ((a, gone), (b, come))]
    words = [Counter(word for text in rest.elements() for word in text.casefold().split()) for rest in left]
    assert not gone - Counter(fold(c.text) for c in a.clauses)
    assert not come - Counter(fold(c.text) for c in b.clauses)
    assert words[0] == words[1]


@given(VERSIONS, st.randoms(use_true_random=False))
def test_order_within_a_section_is_no_edit(version: Version, rng: random.Random) -> None:
    """Clauses that only change places under their heading are no edits."""
    shuffled = list(version.clauses)
    rng.shuffle(shuffled)
    assert compare(version, Version(tuple(shuffled), "test/1")) == ()


def test_reworded_clause_is_paired_across_sections() -> None:
    """A clause that moves and changes a word is one rewording, not a removal and an addition."""
    a = Version((Clause("We keep invoices for five years in our archive.", path=("Money",)), Clause("Hello")), "t")
    b = Version((Clause("Hello"), Clause("We keep invoices for nine years in our archive.", path=("Archive",))), "t")
    assert [e.kind for e in compare(a, b)] == ["reworded"]


def test_moved_under_another_heading() -> None:
    """The same words under another heading that both versions have are moved."""
    shelf = (Clause("Rules", kind="heading"), Clause("Rights", kind="heading"), Clause("Be kind.", path=("Rules",)))
    a = Version((*shelf, Clause("Copy songs.", path=("Rules",)), Clause("Listen.", path=("Rights",))), "t")
    b = Version((*shelf, Clause("Copy songs.", path=("Rights",)), Clause("Listen.", path=("Rights",))), "t")
    assert [e.kind for e in compare(a, b)] == ["moved"]


def test_split_clause_is_no_edit() -> None:
    """A paragraph cut into several, word for word, is no edit, nor are several that become one."""
    whole = Version((Clause("You own your songs. We host them for you. You can leave."),), "t")
    parts = Version(tuple(map(Clause, ("You own your songs.", "We host them for you.", "You can leave."))), "t")
    assert compare(whole, parts) == compare(parts, whole) == ()


@pytest.mark.timeout(20)
def test_rewritten_document_takes_linear_time() -> None:
    """Twelve thousand clauses, all of them new, are compared, where the square of their number would never end."""
    rng = random.Random(3)
    words = [f"w{n}" for n in range(4000)]
    a, b = (Version(tuple(Clause(" ".join(rng.choices(words, k=25))) for _ in range(12_000)), "t") for _ in range(2))
    assert len(compare(a, b)) >= 12_000
