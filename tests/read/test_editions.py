"""What is compared where a page shows the edition in force and the one to come."""

from hypothesis import given
from hypothesis import strategies as st

from bot.model.version import Clause, Version
from bot.read.compare import compare
from bot.read.editions import editions

SAID = [
    "Your recordings remain yours, and you let us store and stream them while they are here.",
    "You must be at least sixteen years old to open an account with us.",
    "We do not sell what we know of you to anybody who advertises.",
    "You may close your account at any time, and we remove your uploads within thirty days.",
    "If a part of this agreement turns out to be void, the rest of it stays in force.",
]
TRAINS = "We may use your recordings to train artificial intelligence models of our own."
BANNER = "New terms take effect on 1 May 2031. Until then the terms below them stay in force."


def version(*texts: str) -> Version:
    """A version of paragraphs."""
    return Version(tuple(map(Clause, texts)), "t")


OLD = version("Terms of Use", "Last updated: 3 January 2029", *SAID)
NEW = ("Terms of Use", "Effective from 1 May 2031", *SAID[:2], TRAINS, *SAID[3:])


def test_the_edition_to_come_is_compared_with_the_one_in_force() -> None:
    """Before or after it, with a banner or without, the new edition alone is compared, its removals with it."""
    for both in (
        version(*NEW, *(c.text for c in OLD.clauses)),
        version(BANNER, *(c.text for c in OLD.clauses), "The terms from 1 May 2031", *NEW),
    ):
        was, now = editions(OLD, both)
        kinds = {(edit.kind, *edit.texts) for edit in compare(was, now)}
        assert ("added", "", TRAINS) in kinds or any(TRAINS in texts for _, *texts in kinds)
        assert any(SAID[2] in texts for _, *texts in kinds)
        assert now.text in both.text or all(clause in both.clauses for clause in now.clauses)


def test_nothing_is_left_when_the_old_edition_goes() -> None:
    """What stays stood beside it already; an edit made in the same step is all there is."""
    both = version(BANNER, *NEW, *(c.text for c in OLD.clauses))
    assert compare(*editions(both, version(*NEW))) == ()
    fee = "From now on we keep thirty percent of what listeners pay you."
    (edit,) = compare(*editions(both, version(*NEW, fee)))
    assert edit.texts == ("", fee)


def test_growth_without_a_date_is_growth() -> None:
    """A text that repeats much of itself for another region, undated, is all compared."""
    both = version(*(c.text for c in OLD.clauses), "For members elsewhere", *SAID[:4], TRAINS)
    assert editions(OLD, both) == (OLD, both)


def test_an_annex_is_no_edition() -> None:
    """A text that says other things is an addition, though it is dated and long."""
    annex = [f"Annex {n}: from 1 May 2031 a fee of {n} percent is due for each recording sold." for n in range(9)]
    both = version(*(c.text for c in OLD.clauses), *annex)
    assert editions(OLD, both) == (OLD, both)
    assert editions(both, OLD) == (both, OLD)


TEXTS = st.lists(st.sampled_from([*SAID, TRAINS, BANNER, "", "Short.", "\ud800"]), max_size=12)


@given(TEXTS, TEXTS)
def test_what_is_compared_stands_in_the_versions(old: list[str], new: list[str]) -> None:
    """Whatever the two are, editions are made of their clauses, in their order."""
    before, after = version(*old), version(*new)
    for edition, whole in zip(editions(before, after), (before, after), strict=True):
        rest = iter(whole.clauses)
        assert all(clause in rest for clause in edition.clauses)
