"""Edits of clauses, taken down to sentences: what was really said anew, said no more, or said otherwise."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from rapidfuzz.distance import Indel

from bot.model.change import Edit
from bot.model.version import Clause, Version, fold, words_of
from bot.read.compare import Pair, pair_up
from bot.read.normal import HANGING, plain_words, sense, squeezed
from bot.read.sentences import digest, split

_ENDINGS = frozenset(".!?:;…)]\"'”»。！？")
_FEW = 60  # sentences up to which searching a text is quicker than splitting it, and each is compared with each
_MOST_PLACES = 200  # in longer sentences, at which a long sentence is looked at: no text that people write has more
_MOST_READ = 2_000_000  # characters, over all places, that may be read for it
_LEAST_LEAD = 8
_MOST_ITEMS = 40  # of a list that was one sentence
_FEW_WORDS = 4  # that mean something: fewer may say the same by chance
_TURNING = frozenset({"not", "but", "except", "unless"})
_FRAGMENT = 12  # words that a sentence broken off at its beginning may have
_LEAD = 300  # characters of a lead-in, from its end, that can matter
_PART = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[).]\s", re.IGNORECASE)
_OPENS = re.compile(r":(?=\s*$|\s*\(?(?:1|a|i)[).]\s)|(?=\s\((?:1|a|i)\)\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Past:
    """Digests of sentences that a platform's documents had before.

    `had`: those that are no news. `gone`: told as gone, so that they come *back*. `often`: told as gone twice; that
    they go once more is no news.
    """

    had: Set[bytes] = frozenset()
    gone: Set[bytes] = frozenset()
    often: Set[bytes] = frozenset()


NO_PAST = Past()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in its clause. `edit`: place of its edit; `place`: its own.

    `lead`: the words that it continues; `last`: the sentence before it in its clause.
    """

    text: str
    clause: Clause
    edit: int
    place: int
    lead: str = ""
    last: str = ""


@dataclass(frozen=True)
class Step:
    """One sentence added (`before` is None), removed (`after` is None) or reworded."""

    before: Sentence | None
    after: Sentence | None

    @property
    def now(self) -> Sentence:
        """The side that a reader would look at."""
        side = self.after or self.before
        assert side is not None
        return side

    @cached_property
    def replaced(self) -> tuple[tuple[str, str], ...]:
        """Stretches of words that differ: (before, after), either may be empty."""
        if not self.before or not self.after:
            return ()
        old, new = fold(self.before.text).split(), fold(self.after.text).split()
        rows = Indel.opcodes([w.casefold() for w in old], [w.casefold() for w in new])
        joined: list[tuple[int, int, int, int]] = []
        for row in rows:
            if row.tag == "equal":
                continue
            a, b, c, d = row.src_start, row.src_end, row.dest_start, row.dest_end
            if joined and joined[-1][1] == a and joined[-1][3] == c:
                joined[-1] = (joined[-1][0], b, joined[-1][2], d)
            else:
                joined.append((a, b, c, d))
        return tuple((" ".join(old[a:b]), " ".join(new[c:d])) for a, b, c, d in joined)


def steps(
    edits: Sequence[Edit],
    before: Version,
    after: Version,
    *,
    language: str = "en",
    past: Past = NO_PAST,
    plain: Callable[[str], Sequence[str]] | None = None,
) -> tuple[tuple[Step, ...], int]:
    """Sentence by sentence, what the edits come to; and how many sentences fell away as had before.

    Sentences that stand elsewhere in the other version are none, nor are those that this platform's documents had
    before (`past`). `plain`: the words of a sentence as its language normalises them; two alike are one step.
    """
    gone = _sentences(((n, e.before) for n, e in enumerate(edits) if e.kind != "moved"), language)
    come = _sentences(((n, e.after) for n, e in enumerate(edits) if e.kind != "moved"), language)
    gone, come = _cancel(gone, come, digest)
    gone, come = _cancel(gone, come, squeezed)
    if gone:
        gone = _beyond(gone, after, language)
    if come:
        come = _beyond(come, before, language)
    pairs = pair_up(
        [words_of(s.text) for s in gone],
        [words_of(s.text) for s in come],
        [s.edit for s in gone],
        [s.edit for s in come],
    )
    pairs += _alike(gone, come, pairs)
    pairs += _alike(gone, come, pairs, plain) if plain else []
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    rows = [
        *(Step(gone[i], come[j]) for i, j in pairs),
        *(Step(s, None) for i, s in enumerate(gone) if i not in left),
        *(Step(None, s) for j, s in enumerate(come) if j not in right),
    ]
    rows = [s for s in rows if not (past.often and s.before and not s.after and digest(s.before.text) in past.often)]
    fresh = [s for s in rows if not (past.had and s.after and digest(s.after.text) in past.had)]
    return tuple(sorted(fresh, key=lambda s: (s.now.edit, s.after is None, s.now.place))), len(rows) - len(fresh)


def _alike(
    gone: Sequence[Sentence],
    come: Sequence[Sentence],
    pairs: Sequence[Pair],
    plain: Callable[[str], Sequence[str]] | None = None,
) -> list[Pair]:
    """Further pairs, of sentences that say alike in another order of words: active and passive."""
    words = plain or _unordered
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    rest = [i for i in range(len(gone)) if i not in left], [j for j in range(len(come)) if j not in right]
    if not all(rest):
        return []
    both = {gone[i].edit for i in rest[0]} & {come[j].edit for j in rest[1]}
    few = max(map(len, rest)) <= _FEW  # then also those of different clauses that hold the same words
    old = {i: words(gone[i].text) for i in rest[0] if few or gone[i].edit in both}
    new = {j: words(come[j].text) for j in rest[1] if few or come[j].edit in both}
    found = pair_up([*old.values()], [*new.values()], [gone[i].edit for i in old], [come[j].edit for j in new])
    rows = [([*old][i], [*new][j]) for i, j in found]
    return [(i, j) for i, j in rows if gone[i].edit == come[j].edit or (len(old[i]) >= _FEW_WORDS and old[i] == new[j])]


def _unordered(text: str) -> list[str]:
    """The words of a sentence that mean something, in no order; without "we", which a passive does not name."""
    return sorted(word for word in sense(plain_words(text)) if word != "we")


def listed(edits: Sequence[Edit]) -> Set[Edit]:
    """Sentences that became a list, and lists that became a sentence, where nothing else is said: with their items."""
    items: defaultdict[tuple[str, str], list[Edit]] = defaultdict(list)
    for edit in edits:
        clause = edit.after or edit.before
        if edit.kind in {"added", "removed"} and clause and clause.lead:
            items[edit.kind, clause.lead[-1]].append(edit)
    found: set[Edit] = set()
    for edit in edits if items else ():
        if not (edit.before and edit.after):
            continue
        for whole, lead, kind in ((edit.before, edit.after, "added"), (edit.after, edit.before, "removed")):
            rows = items.get((kind, lead.text), []) if lead.text.endswith(":") else []
            told = " ".join((lead.text, *map(_said, rows)))
            if 0 < len(rows) <= _MOST_ITEMS and _says_the_same(whole.text, told):
                found |= {edit, *rows}
    return found


def _said(edit: Edit) -> str:
    clause = edit.after or edit.before
    return clause.text if clause else ""


def _says_the_same(whole: str, told: str) -> bool:
    """Whether two texts hold the same words that mean something; in one order, where they refuse or except.

    Those that open a list mean nothing: "the following".
    """
    was, now = ([word for word in sense(plain_words(text)) if word != "follow"] for text in (whole, told))
    return was == now or (sorted(was) == sorted(now) and _TURNING.isdisjoint(was))


def _sentences(clauses: Iterable[tuple[int, Clause | None]], language: str) -> list[Sentence]:
    return [sentence for n, clause in clauses if clause for sentence in sentences(clause, n, language)]


def sentences(clause: Clause, edit: int = 0, language: str = "en") -> Iterator[Sentence]:
    """The sentences of a clause, each with its lead-in: that of the clause for the first, "…:" for parts of a list."""
    opening = clause.lead[-1] if clause.lead else ""
    opened = lead = opening
    inside = False
    last = ""
    for place, text in enumerate(split(clause.text, language)):
        part = bool(_PART.match(text))
        if place and not inside:
            lead = opened if part else ""
        yield Sentence(text, clause, edit, place, lead[-_LEAD:], last)
        last = text
        if (":" in text or "(" in text) and (opens := _OPENS.search(text)):
            opened = lead = text[: opens.end()] if opens.end() > _LEAST_LEAD else opened
            inside = True
        elif inside and not part and not text.endswith((";", ",")):
            inside = False


def _cancel(
    gone: list[Sentence], come: list[Sentence], key_of: Callable[[str], Hashable]
) -> tuple[list[Sentence], list[Sentence]]:
    """Without those whose keys are alike on both sides, as multisets."""
    if not gone or not come:
        return gone, come
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    for i, s in enumerate(gone):
        waiting[key_of(s.text)].append(i)
    taken: Counter[Hashable] = Counter()
    kept = []
    for s in come:
        key = key_of(s.text)
        if taken[key] < len(waiting.get(key, ())):
            taken[key] += 1
        else:
            kept.append(s)
    cancelled = {i for key, n in taken.items() for i in waiting[key][:n]}
    return [s for i, s in enumerate(gone) if i not in cancelled], kept


def _beyond(rows: Sequence[Sentence], version: Version, language: str) -> list[Sentence]:
    """Those sentences that stand nowhere in a version. A few are looked up in its text, many in a table of digests."""
    if len(rows) > _FEW:
        standing = {digest(text) for clause in version.clauses for text in split(clause.text, language)}
        return [s for s in rows if digest(s.text) not in standing]
    text = f"\n{version.text.casefold()}\n"
    return [s for s in rows if not _stands(s.text.casefold(), text)]


def _stands(sentence: str, text: str) -> bool:
    """Whether a sentence stands in a text as one: not as the beginning or the end of a longer one."""
    at = -1
    for _ in range(max(_MOST_PLACES, _MOST_READ // max(len(sentence), 1))):
        at = text.find(sentence, at + 1)
        if at < 0:
            return False
        before, after = text[max(at - 2, 0) : at], text[at + len(sentence)]
        if (after == "\n" or (after == " " and not sentence[-1].isalnum())) and (
            before[-1:] == "\n" or (before[-1:] == " " and before[0] in _ENDINGS)
        ):
            return True
    return False


def broken_off(rows: Sequence[Step]) -> Set[Step]:
    """Sentences that came or went as the beginning of one that stands on the other side, with that one.

    They hang in the air, or are half of it at least: less may be an item, which gave way to a sentence.
    """
    gone, come = ([s for s in rows if not other(s)] for other in (attrgetter("after"), attrgetter("before")))
    starts = {_start(s): s for s in (*gone, *come) if len(s.now.text.split()) <= _FRAGMENT and not _ends(s.now.text)}
    found: set[Step] = set()
    for whole in (*gone, *come) if starts else ():
        words = whole.now.text.split()
        for n in range(1, min(len(words), _FRAGMENT + 1)):
            part = starts.get(" ".join(words[:n])) if 2 * n >= len(words) or HANGING.search(words[n - 1]) else None
            if part and part.now.text != whole.now.text and bool(part.after) is not bool(whole.after):
                found |= {part, whole}
    return found


def _start(step: Step) -> str:
    return " ".join(step.now.text.split())


def _ends(text: str) -> bool:
    return not text.rstrip()[-1:].isalnum()
