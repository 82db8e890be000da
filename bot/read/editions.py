"""Editions of a document: two on one page, of which the second is to follow, and those for readers elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.model.version import Clause, Version, fold
from bot.read.dates import dated
from bot.read.normal import plain_words, sense

_LARGER = 1.4  # times the size of the other version from which one may hold it and another edition
_WHOLE = 0.8  # share of an edition's text that stands in one stretch of the page with both
_AGAIN = 0.3  # share of an edition's text that the other one repeats
_SIZES = (0.5, 2.0)  # least and greatest size of an edition, in sizes of the other
_SHORT = 40  # characters below which a clause tells no place


def editions(before: Version, after: Version) -> tuple[Version, Version]:
    """What to compare: the two versions, or the one and the other edition of it where a page shows both.

    When the edition to come is put beside the one in force, and dated, that edition is what is new. When the one that
    it replaced goes at last, what stays is compared with itself.
    """
    if len(after.text) > _LARGER * len(before.text):
        beside = _beside(before, after)
        if beside is not None and {d.day for d in dated(beside[1])} - {d.day for d in dated(before)}:
            return before, beside[1]
    elif len(before.text) > _LARGER * len(after.text):
        beside = _beside(after, before)
        if beside is not None:
            return beside[0], after
    return before, after


def apart(one: Version, other: Version) -> int:
    """How far two versions are from each other: meaningful words that only one has, however spelt and wherever.

    An edition for readers elsewhere may be spelt and punctuated otherwise in nearly every clause; it still has the
    words that it had when it was last seen.
    """
    texts, others = ({clause.text for clause in version.clauses} for version in (one, other))
    words, rest = (
        Counter(w for text in only for w in sense(plain_words(text))) for only in (texts - others, others - texts)
    )
    return ((words - rest) + (rest - words)).total()


def _beside(one: Version, both: Version) -> tuple[Version, Version] | None:
    """`one` as it stands in `both`, and the other edition, which is all the rest; None where it is not so."""
    texts, whole = _folded(one), _folded(both)
    start = _place(texts, whole)
    if start is None:
        return None
    stretch = _trimmed(whole, range(max(start, 0), min(start + len(texts), len(whole))), Counter(texts))
    rest = [clause for n, clause in enumerate(both.clauses) if n not in stretch]
    size = sum(map(len, texts))
    found = _common(texts, [whole[n] for n in stretch])
    again = _common(texts, [fold(clause.text) for clause in rest])
    ratio = sum(len(clause.text) for clause in rest) / max(size, 1)
    if found < _WHOLE * size or again < _AGAIN * size or not _SIZES[0] <= ratio <= _SIZES[1]:
        return None
    return _version(both, [both.clauses[n] for n in stretch]), _version(both, rest)


def _trimmed(whole: Sequence[str], stretch: range, texts: Counter[str]) -> range:
    """The stretch without what reaches at its ends into the other edition."""
    held = Counter(whole[n] for n in stretch)
    for end, rest in ((-1, slice(None, -1)), (0, slice(1, None))):
        while stretch and held[text := whole[stretch[end]]] > texts[text]:
            held[text] -= 1
            stretch = stretch[rest]
    return stretch


def _common(texts: Sequence[str], others: Sequence[str]) -> int:
    """Characters of the texts that stand in both, each as often as there."""
    return sum(len(text) * count for text, count in (Counter(texts) & Counter(others)).items())


def _place(texts: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where `texts` begins in `whole`, by most of its characters; may be before the beginning."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(whole):
        if len(text) >= _SHORT:
            places[text].append(n)
    votes: Counter[int] = Counter()
    for n, text in enumerate(texts):
        for place in places.get(text, ())[:4]:  # an edition is held twice, not often
            votes[place - n] += len(text)
    return max(votes, key=lambda start: (votes[start], -start), default=None)


def _folded(version: Version) -> list[str]:
    return [fold(clause.text) for clause in version.clauses]


def _version(of: Version, clauses: Sequence[Clause]) -> Version:
    return Version(tuple(clauses), of.extractor, title=of.title, fallback=of.fallback)
