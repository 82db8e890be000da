"""What changed between two versions, clause by clause.

Identical clauses cancel first, as multisets; what is left pairs by similarity, under the same heading and then across
headings. Candidates for a pair come from the rare words that two clauses share, so that a document rewritten from end
to end costs hardly more than linear time.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import Indel

from bot.model.change import Edit
from bot.model.version import Clause, Version, fold, words_of

# "(ii)", "2." before a part of a list. The bracket and the figure come first, which makes the search fast.
_LISTED = re.compile(r"(?:\((?<=\s.)(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|\d(?<=\s.)\d?\.)(?=\s)")
_RARE = 24  # a word that more clauses than this share does not tell them apart
_MOST_MET = 200  # clauses that are looked at for each, by its rarest words first
_CANDIDATES = 4  # most similar ones, by shared rare words, that are measured for each clause
_LONG = 1500  # words from which order is no longer measured, only which words occur
_LEAST = 0.5  # least similarity of a pair under one heading
_LEAST_APART = 0.6  # the same across headings
_FEW_PAIRS = 600  # that are all measured
_FIRST_SIGN, _MOST_SIGNS = 0xE000, 1_000_000  # behind the surrogates
_CUTOFF = _LEAST - 0.01  # as rapidfuzz may miss a least similarity that is met exactly

Pair = tuple[int, int]
Words = Mapping[int, list[str]]  # of the clauses at some places of a version


def compare(before: Version, after: Version) -> tuple[Edit, ...]:
    """The edits that lead from one version to the other, in the order in which a reader of `after` meets them.

    Every clause is accounted for once: it stands in both versions, or in exactly one edit. Removed clauses come
    where they stood. `compare(b, a)` gives the same edits with their sides swapped.
    """
    old, new = before.clauses, after.clauses
    same = _identical(old, new)
    moved = _moved(old, new, same)
    left, right = {i for i, _ in same}, {j for _, j in same}
    gone = [i for i in range(len(old)) if i not in left]
    come = [j for j in range(len(new)) if j not in right]
    said, says = {i: words_of(old[i].text) for i in gone}, {j: words_of(new[j].text) for j in come}
    _drop_splits(old, said, says, gone, come)
    _drop_splits(new, says, said, come, gone)
    pairs = pair_up(
        [said[i] for i in gone],
        [says[j] for j in come],
        [_section(old[i]) for i in gone],
        [_section(new[j]) for j in come],
    )
    reworded = [(gone[i], come[j]) for i, j in pairs]
    return _in_reading_order(old, new, gone, come, moved, reworded)


def _identical(old: Sequence[Clause], new: Sequence[Clause]) -> list[Pair]:
    """Pairs of clauses that read the same; those alike in every sign and place first, then in order."""
    pairs: list[Pair] = []
    left, right = list(range(len(old))), list(range(len(new)))
    for key in (_whole, _text, _folded):
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for i in reversed(left):
            waiting[key(old[i])].append(i)
        met = [(found.pop() if (found := waiting.get(key(new[j]))) else None, j) for j in right]
        pairs += [(i, j) for i, j in met if i is not None]
        taken = {i for i, _ in met}
        left = [i for i in left if i not in taken]
        right = [j for i, j in met if i is None]
    return pairs


def _whole(clause: Clause) -> tuple[Hashable, ...]:
    return (clause.text, clause.path[-1:], clause.lead[-1:])


def _text(clause: Clause) -> Hashable:
    return clause.text


def _folded(clause: Clause) -> Hashable:
    return fold(clause.text)


def _section(clause: Clause) -> str:
    return _named(clause.path[-1]) if clause.path else ""


@lru_cache(maxsize=1024)
def _named(heading: str) -> str:
    """A heading however it is written, which is asked for each clause that stands under it."""
    return fold(heading).casefold()


def _moved(old: Sequence[Clause], new: Sequence[Clause], same: Iterable[Pair]) -> list[Pair]:
    """Those that read the same under another heading or lead-in, where both versions have both places."""
    elsewhere = [(i, j) for i, j in same if _whole(old[i])[1:] != _whole(new[j])[1:]]
    if not elsewhere:
        return []
    places_old, places_new = {_place(c) for c in old}, {_place(c) for c in new}
    return [
        (i, j)
        for i, j in elsewhere
        if (was := _place(old[i])) != (now := _place(new[j])) and was in places_new and now in places_old
    ]


def _place(clause: Clause) -> tuple[str, tuple[str, ...]]:
    return _section(clause), clause.lead


def _drop_splits(
    whole: Sequence[Clause], said: Words, of_parts_said: Words, of_whole: list[int], of_parts: list[int]
) -> None:
    """Take out a clause that the other version merely cuts into several, word for word."""
    by_start: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, j in enumerate(of_parts):
        by_start[tuple(of_parts_said[j][:2])].append(n)
    used: set[int] = set()
    split: set[int] = set()
    for i in of_whole:
        text = _LISTED.sub(" ", whole[i].text)
        words = said[i] if text == whole[i].text else words_of(text)
        for n in by_start.get(tuple(words[:2]), ())[:_CANDIDATES]:
            run = _run_of(words, of_parts_said, of_parts, n)
            if len(run) > 1 and used.isdisjoint(run):
                used.update(run)
                split.add(i)
                break
    of_parts[:] = [j for n, j in enumerate(of_parts) if n not in used]
    of_whole[:] = [i for i in of_whole if i not in split]


def _run_of(words: list[str], said: Words, of_parts: Sequence[int], start: int) -> range:
    """Places in `of_parts`, from `start`, of the consecutive clauses that say exactly `words`; else empty.

    What joins the items of a sentence ("to give lessons, and to bill you") may fall away where they become a list.
    """
    at, n = 0, start
    while n < len(of_parts) and (n == start or of_parts[n] == of_parts[n - 1] + 1) and at < len(words):
        piece = said[of_parts[n]]
        piece = piece[:-1] if piece[-1:] == ["and"] else piece
        while n > start and words[at : at + 1] in (["and"], ["to"]) and piece[:1] != words[at : at + 1]:
            at += 1
        if not piece or words[at : at + len(piece)] != piece:
            break
        at, n = at + len(piece), n + 1
    return range(start, n) if at == len(words) else range(0)


def pair_up(
    old: Sequence[Sequence[str]],
    new: Sequence[Sequence[str]],
    old_places: Sequence[Hashable] = (),
    new_places: Sequence[Hashable] = (),
) -> list[Pair]:
    """Pair lists of words by similarity, best first, each used once; deterministic and symmetric.

    Returns pairs of places in `old` and `new`. Where places are given, those in the same place pair first.
    """
    signs = _Signs()
    said, says = ([signs.of(words) for words in rows] for rows in (old, new))
    if len(old) * len(new) > _FEW_PAIRS:
        measured = _measured(said, says, _candidates(old, new))
    elif max(map(len, (*old, *new)), default=0) > _LONG:
        measured = _measured(said, says, product(range(len(old)), range(len(new))))
    else:
        measured = _at_once(said, says)
    scored = []
    for i, j, score in measured:
        here = not old_places or old_places[i] == new_places[j]
        if score >= (_LEAST if here else _LEAST_APART):
            scored.append((not here and score < 1, -score, abs(i - j), i + j, min(i, j), i, j))
    pairs, left, right = [], set[int](), set[int]()
    for *_, i, j in sorted(scored):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def _measured(old: Sequence[str], new: Sequence[str], pairs: Iterable[Pair]) -> Iterator[tuple[int, int, float]]:
    """Some pairs with their similarity."""
    return ((i, j, similarity(old[i], new[j], _CUTOFF)) for i, j in pairs)


def _at_once(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """All pairs that are similar enough, row by row: three times as fast as pair by pair. Nothing is like nothing."""
    for i, words in enumerate(old):
        rows = process.extract(words, new, scorer=Indel.normalized_similarity, score_cutoff=_CUTOFF, limit=None)
        yield from ((i, j, score) for _, score, j in rows if words)


class _Signs(dict[str, str]):
    """A sign for each word, so that rows of words are compared as strings, which is six times as fast."""

    def __missing__(self, word: str) -> str:
        """The next sign; beyond a million words, which no text has, one is used again."""
        self[word] = chr(_FIRST_SIGN + len(self) % _MOST_SIGNS)
        return self[word]

    def of(self, words: Iterable[str]) -> str:
        """The signs of some words, in their order."""
        return "".join(map(self.__getitem__, words))


def _candidates(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> set[Pair]:
    """Pairs worth measuring: for each side, those on the other that share most words with it, rare ones counting more.

    One walk over the shared words, rarest first, serves all.
    """
    index_old, index_new = _by_word(old), _by_word(new)
    shared = ((len(index_old[word]) + len(index_new[word]), word) for word in index_old.keys() & index_new.keys())
    forward, backward = _Nearest(len(old)), _Nearest(len(new))
    for frequency, word in sorted(row for row in shared if row[0] <= 2 * _RARE):
        forward.share(frequency, index_old[word], index_new[word])
        backward.share(frequency, index_new[word], index_old[word])
    return {*forward.pairs(), *((i, j) for j, i in backward.pairs())}


def _by_word(rows: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for n, words in enumerate(rows):
        for word in set(words):
            index[word].append(n)
    return index


class _Nearest:
    """For each row of one side the rows of the other that share most with it."""

    def __init__(self, count: int) -> None:
        self._weights: list[defaultdict[int, int]] = [defaultdict(int) for _ in range(count)]
        self._met = [0] * count

    def share(self, frequency: int, own: Iterable[int], other: Sequence[int]) -> None:
        """Rows of both sides have a word that occurs so often; a row that has met many others meets no more."""
        weight = 1000 // frequency
        for i in own:
            self._met[i] += frequency
            if self._met[i] <= _MOST_MET:
                weights = self._weights[i]
                for n in other:
                    weights[n] += weight

    def pairs(self) -> Iterator[Pair]:
        """Each row with its nearest."""
        for i, weights in enumerate(self._weights):
            found: Iterable[int] = weights
            if len(weights) > _CANDIDATES:
                found = sorted(weights, key=lambda n, weights=weights: (-weights[n], n))[:_CANDIDATES]  # type: ignore[misc]
            yield from ((i, n) for n in found)


def similarity(a: Sequence[str], b: Sequence[str], cutoff: float = 0.0) -> float:
    """Share of the words that two texts have in common, in order (in any order where they are very long): 0 to 1.

    Less than `cutoff` comes out as 0, sooner.
    """
    if not a or not b:
        return 0.0
    if max(len(a), len(b)) > _LONG:
        return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))
    return Indel.normalized_similarity(a, b, score_cutoff=cutoff)


def _in_reading_order(
    old: Sequence[Clause],
    new: Sequence[Clause],
    gone: Iterable[int],
    come: Iterable[int],
    moved: Iterable[Pair],
    reworded: Iterable[Pair],
) -> tuple[Edit, ...]:
    rows: list[tuple[float, int, Edit]] = []
    taken_old, taken_new = set[int](), set[int]()
    scale = len(new) / max(len(old), 1)
    for i, j in moved:
        rows.append((j, 1, Edit("moved", old[i], new[j])))
    for i, j in reworded:
        taken_old.add(i)
        taken_new.add(j)
        rows.append((j, 1, Edit("reworded", old[i], new[j])))
    rows += [(i * scale, 0, Edit("removed", old[i], None)) for i in gone if i not in taken_old]
    rows += [(j, 1, Edit("added", None, new[j])) for j in come if j not in taken_new]
    return tuple(edit for *_, edit in sorted(rows, key=lambda row: row[:2]))
