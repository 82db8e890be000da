"""Words and the classes that they belong to: one pass over a sentence finds every class it touches.

Phrases are looked up by their first word, whole or as a stem (`train*`), so that the cost of a sentence does not grow
with the number of phrases.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.model.version import fold

START = "^"  # stands before the first word of a sentence, so that a phrase can ask for it
BREAK = ";"

_MOST_HITS = 60  # occurrences of a class that are kept in one sentence: no sentence that people write has more
_MOST_MET = 50_000  # words after which the cache starts anew: hostile input must not fill the memory

_ELIDED = re.compile(r"\b([cdjlmnst]|qu)'(?=\w)")  # French: l'utilisation is two words
_TOKEN = re.compile(
    r"[$€£¥%]|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff々]|[^\W_\u3040-\u30ff\u3400-\u9fff々]+(?:'[^\W_]+)?"
)


class Hit(NamedTuple):
    """Words `start` up to `end` of a reading that belong to a class."""

    start: int
    end: int


class _Phrase(NamedTuple):
    name: str
    words: tuple[str, ...]


class _Starts(NamedTuple):
    """The phrases that begin with a word: those of one word, by their second word, and with a stem there."""

    alone: tuple[str, ...]
    by_second: Mapping[str, tuple[_Phrase, ...]]
    others: tuple[_Phrase, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as words, after those of its lead-in; `own` is where its own words begin.

    `hits`: for each class that occurs, where, in order.
    """

    words: tuple[str, ...]
    hits: Mapping[str, tuple[Hit, ...]]
    own: int = 0

    def has(self, *names: str) -> bool:
        """Whether each of the classes occurs."""
        return self.hits.keys() >= set(names)

    def at(self, name: str) -> tuple[Hit, ...]:
        """Where the class occurs."""
        return self.hits.get(name, ())


def _parts(text: str) -> list[str]:
    """Words, and the semicolons between clauses that no phrase reaches over."""
    return [w for part in text.split(";") for w in (*tokens(part), BREAK)][:-1]


def tokens(text: str) -> list[str]:
    """Words for look-up: folded, without case; Chinese characters, kana and the signs of money one by one."""
    return _TOKEN.findall(_ELIDED.sub(r"\1 ", fold(text).casefold()))


class Lexicon:
    """Classes of phrases. Immutable but for a cache of the words that it has met."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        self._whole: defaultdict[str, list[_Phrase]] = defaultdict(list)
        self._stems: defaultdict[str, list[_Phrase]] = defaultdict(list)
        self._met: dict[str, _Starts] = {}
        for name, phrases in classes.items():
            for phrase in dict.fromkeys(phrases):
                self._add(name, phrase)

    def _add(self, name: str, phrase: str) -> None:
        words: list[str] = []
        for part in phrase.split():
            found = tokens(part) or [part]
            words += [*found[:-1], found[-1] + "*"] if part.endswith("*") else found
        first, rest = words[0], tuple(words[1:])
        if first.endswith("*"):
            self._stems[first[:-1]].append(_Phrase(name, rest))
        else:
            self._whole[first].append(_Phrase(name, rest))

    def _starting(self, word: str) -> _Starts:
        if (known := self._met.get(word)) is None:
            stems = (word[:n] for n in range(1, min(len(word), 24) + 1))
            known = _sorted([*self._whole.get(word, ()), *(p for s in stems for p in self._stems.get(s, ()))])
            if len(self._met) > _MOST_MET:
                self._met.clear()
            self._met[word] = known
        return known

    def read(self, text: str, lead: str = "") -> Reading:
        """Find every class in a sentence and, before it, in the sentence that introduces it."""
        before = tokens(lead)
        words = (*before, START, *_parts(text))
        hits: defaultdict[str, list[Hit]] = defaultdict(list)
        last = len(words) - 1
        for n, word in enumerate(words):
            alone, by_second, others = self._starting(word)
            for name in alone:
                if len(hits[name]) < _MOST_HITS:
                    hits[name].append(Hit(n, n + 1))
            if n < last:
                for phrase in (*by_second.get(words[n + 1], ()), *others):
                    if _continues(words, n + 1, phrase.words):
                        hits[phrase.name].append(Hit(n, n + 1 + len(phrase.words)))
        return Reading(words, {name: tuple(found) for name, found in hits.items()}, len(before))


def _sorted(phrases: Iterable[_Phrase]) -> _Starts:
    alone: list[str] = []
    by_second: defaultdict[str, list[_Phrase]] = defaultdict(list)
    others: list[_Phrase] = []
    for phrase in phrases:
        if not phrase.words:
            alone.append(phrase.name)
        elif phrase.words[0].endswith("*"):
            others.append(phrase)
        else:
            by_second[phrase.words[0]].append(phrase)
    return _Starts(tuple(dict.fromkeys(alone)), {w: tuple(p) for w, p in by_second.items()}, tuple(others))


def _continues(words: Sequence[str], start: int, pattern: Sequence[str]) -> bool:
    if start + len(pattern) > len(words):
        return False
    for n, part in enumerate(pattern, start):
        if words[n] != part and not (part[-1] == "*" and words[n].startswith(part[:-1])):
            return False
    return True
