"""What must hold of reading, whatever it is given to read.

Each target has its `work`, which is what is timed, and `check`, which works and asserts what must hold of the outcome.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, get_args

from bench.fuzz.forms import pair_of, text_of
from bot.catalogue import load_rules
from bot.errors import SourceError
from bot.model.change import Assessment, Edit, change_id
from bot.model.topic import Severity, Topic
from bot.model.version import Clause, Snapshot, Version, fold, words_of
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.dates import Role, dated, dates, moved, pick, revision
from bot.read.editions import editions
from bot.read.guard import Doubt, doubt
from bot.read.marks import marks
from bot.read.sentences import digest, split
from bot.read.steps import Past
from bot.watch.page import Page

SEEN = datetime(2026, 3, 1, tzinfo=UTC)
Told = tuple[str, Clause | None, Clause | None]
"""An edit, as the two directions of a comparison are compared."""

CONTEXT = Context("Sonoria", ("Sonoria Music",), "Terms of Service", SEEN)
RULES = load_rules(Path(__file__).parents[2] / "config")
NEAR = timedelta(days=3 * 366)
KINDS = ("text/html", "text/markdown", "text/plain")
SELECTORS: tuple[tuple[str, ...], ...] = ((), ("main",), ("body",), ("p, li", "table"))


class Target(NamedTuple):
    """`longest`: bytes of an input; `grown`: bytes to which inputs are stretched to see how their time grows."""

    work: Callable[[bytes], object]
    check: Callable[[bytes], None]
    longest: int
    grown: int


# extraction: the first byte chooses how the rest is served and selected


def _page(data: bytes) -> Page:
    way = data[0] if data else 0
    media = KINDS[way % 3]
    body = data[1:]
    return Page(Snapshot("https://sonoria.example/terms", SEEN, body, media), select=SELECTORS[way // 3 % 4])


def extract(data: bytes) -> Version | None:
    try:
        page = _page(data)
        assert page.sketch
        return page.read()
    except SourceError:
        return None


def check_extract(data: bytes) -> None:
    """Errors are ours; clauses are tidy, hold no more than the page, and can be written down; twice is the same."""
    found = extract(data)
    assert found == extract(data), "two readings of the same bytes differ"
    if found is None:
        return
    assert _page(data).sketch == _page(data).sketch, "two sketches of the same bytes differ"
    assert found.clauses, "an empty version was not an error"
    headings: set[str] = set()
    for clause in found.clauses:
        for said in (clause.text, *clause.path, *clause.lead):
            assert said, "an empty clause, heading or lead-in"
            assert said == " ".join(said.split()), f"white space that nobody sees: {said[:80]!r}"
            said.encode()
        assert headings.issuperset(clause.path), "a path of headings that are none"
        if clause.kind == "heading":
            headings.add(clause.text)
        fold(clause.text).encode()
    assert len(found.text) <= 4 * len(data) + 1, "more text than the page holds"


# guard


def guard(data: bytes) -> tuple[Doubt | None, ...]:
    before, after = pair_of(data)
    return doubt(before, after), doubt(None, after), doubt(after, after)


def check_guard(data: bytes) -> None:
    """A doubt has a reason; the same text again is doubted for what it says alone; twice is the same."""
    before, after = pair_of(data)
    found = guard(data)
    assert found == guard(data), "two judgements of the same texts differ"
    for one in found:
        assert one is None or (one.reason and isinstance(one.lasting, bool)), f"an ill-formed doubt: {one}"
    again = found[2]
    assert again is None or (again.lasting and again.reason.endswith(" page")), f"doubted beside itself: {again}"
    for edition, whole in zip(editions(before, after), (before, after), strict=True):
        rest = iter(whole.clauses)
        assert all(clause in rest for clause in edition.clauses), "an edition holds what its page does not"


# compare


def comparison(data: bytes) -> tuple[Edit, ...]:
    before, after = pair_of(data)
    edits = compare(before, after)
    for edit in edits:
        if edit.kind == "reworded" and edit.before and edit.after:
            marks(edit.before.text, edit.after.text)
    return edits


def check_compare(data: bytes) -> None:
    """Itself gives nothing; every clause is accounted for once; the other way round is the same; marks rebuild."""
    before, after = pair_of(data)
    edits = compare(before, after)
    assert edits == compare(before, after), "two comparisons of the same texts differ"
    assert compare(after, after) == (), "a text differs from itself"
    _accounted(before.clauses, [e.before for e in edits], after.clauses, [e.after for e in edits])
    swapped = {"added": "removed", "removed": "added"}
    there: Counter[Told] = Counter((e.kind, e.before, e.after) for e in edits)
    back: Counter[Told] = Counter((swapped.get(e.kind, e.kind), e.after, e.before) for e in compare(after, before))
    assert there == back, f"not symmetric: {there - back} {back - there}"
    for edit in edits:
        sides = (edit.before is not None, edit.after is not None)
        assert sides == {"added": (False, True), "removed": (True, False)}.get(edit.kind, (True, True)), edit
        old, new = (edit.before.text if edit.before else ""), (edit.after.text if edit.after else "")
        spans = marks(old, new)
        assert fold("".join(s.text for s in spans if s.mark != "added")) == fold(old), "marks lose words"
        assert fold("".join(s.text for s in spans if s.mark != "removed")) == fold(new), "marks lose words"
    assert change_id("x", edits) == change_id("x", edits[::-1])


def _accounted(
    old: Sequence[Clause], gone: Sequence[Clause | None], new: Sequence[Clause], come: Sequence[Clause | None]
) -> None:
    rests = []
    for clauses, mentioned in ((old, gone), (new, come)):
        theirs = Counter(map(id, clauses))
        named = Counter(id(clause) for clause in mentioned if clause)
        assert not named - theirs, "an edit names a clause twice, or one that is not there"
        rests.append(Counter(word for c in clauses if id(c) not in named for word in words_of(c.text)))
    assert rests[0] == rests[1], f"left unsaid: {rests[0] - rests[1]} {rests[1] - rests[0]}"


# dates


def days(data: bytes) -> object:
    before, after = pair_of(data)
    old, new = dated(before), dated(after)
    today = SEEN.date()
    return old, new, pick(old, new, today), moved(old, new, today), revision(new)


def check_dates(data: bytes) -> None:
    """Dates lie in their text, in order and apart; in this century; roles and quotes are sound; twice is the same."""
    assert days(data) == days(data), "two searches of the same texts differ"
    last = 0
    text = text_of(data)
    for day, start, end in dates(text):
        assert last <= start < end <= len(text), "dates that overlap or stand outside their text"
        assert 2000 <= day.year < 2100, day
        last = end
    before, after = pair_of(data)
    rows = dated(after)
    for row in rows:
        assert row.role in get_args(Role), row
        assert row.quote, "a date without words"
        assert row.quote in fold(after.clauses[row.clause].text), f"not in its clause: {row.quote!r}"
    new = {row.day for row in rows}
    starts, revised = pick(dated(before), rows, SEEN.date()), revision(rows)
    assert starts is None or (starts in new and abs(starts - SEEN.date()) < NEAR), starts
    assert revised is None or revised in new, revised


# assess


def assessment(data: bytes) -> Assessment:
    before, after = pair_of(data)
    return assess(compare(before, after), before, after, CONTEXT, RULES)


def check_assess(data: bytes) -> None:
    """Quotes are exact; what is announced has findings and a severity, and nothing else; twice is the same."""
    before, after = pair_of(data)
    found = assessment(data)
    assert found == assessment(data), "two judgements of the same edits differ"
    told = found.verdict == "announce"
    assert told == bool(found.findings) == (found.severity is not Severity.NONE), f"{found.verdict}: {found.severity}"
    assert found.reason, "no reason"
    texts = {"before": _shown(before), "after": _shown(after)}
    for finding in found.findings:
        assert finding.quote.strip(), "an empty quote"
        assert finding.quote in texts[finding.side], f"not in the text: {finding.quote!r}"
        assert finding.was is None or finding.was in texts["before"], f"not in the text: {finding.was!r}"
        assert finding.direction is None or finding.topic is Topic.AI_TRAINING, finding
        assert all(e and e in finding.quote for e in finding.exceptions), finding.exceptions
    assert not Counter(found.edits) - Counter(compare(before, after)), "an edit that compare did not find"
    assert isinstance(found.effective, date | None)
    same = assess((), after, after, CONTEXT, RULES)
    assert same.verdict == "quiet", "nothing changed, and it is told"
    known = frozenset(digest(s) for v in (before, after) for c in v.clauses for s in split(c.text))
    assess(compare(after, before), after, before, CONTEXT, RULES, Past(had=known))


def _shown(version: Version) -> str:
    """The text as readers are shown it, lone surrogates replaced."""
    return version.text.encode("utf-8", "replace").decode()


TARGETS = {
    "extract": Target(extract, check_extract, 8192, 100_000),
    "guard": Target(guard, check_guard, 4096, 24_000),
    "compare": Target(comparison, check_compare, 4096, 24_000),
    "dates": Target(days, check_dates, 4096, 24_000),
    "assess": Target(assessment, check_assess, 4096, 24_000),
}
