"""Words and the classes that they belong to: one pass over a sentence finds every class it touches.

Phrases are found by their first word, whole or as a stem (`train*`), and then word by word along a tree,
so that the cost of a sentence does not grow with the number of phrases.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.model.version import fold, split_words

START = "^"  # stands before the first word of a sentence, so that a phrase can ask for it
BREAK = ";"

_MOST_HITS = 60  # occurrences of a class that are kept in one sentence: no sentence that people write has more
_MOST_MET = 20_000  # words after which the cache starts anew: hostile input must not fill the memory
_MOST_KEPT = 4096  # words read by themselves that are kept

ELIDED = re.compile(r"\b([cdjlmnst]|qu)'(?=\w)")  # French: l'utilisation is two words
_TOKEN = re.compile(
    r"[$€£¥%]|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff々]|[^\W_\u3040-\u30ff\u3400-\u9fff々]+(?:'[^\W_]+)?"
)
_SIGNS = "$%'"  # of ASCII, that are words or stand inside them
_SPACED = bytes(n if chr(n).isalnum() or chr(n) in _SIGNS else ord(" ") for n in range(128)) + bytes(128)


class Hit(NamedTuple):
    """Words `start` up to `end` of a reading that belong to a class."""

    start: int
    end: int


_hit = lru_cache(maxsize=4096)(Hit)  # most sentences are short: the same few hits again and again


Phrases = Sequence[tuple[str, tuple[str, ...]]]  # classes, each with the words of a phrase, or what is left of them


class _Place:
    """How far some words have led into the phrases: the classes whose phrases end here, and where others go on."""

    __slots__ = ("_longest_first", "ends", "last", "stems", "words")

    def __init__(self, phrases: Phrases) -> None:
        self.ends = tuple(dict.fromkeys(name for name, words in phrases if not words))
        further = {words[0]: _beyond(phrases, words[0]) for _, words in phrases if words}
        self.words = {first: place for first, place in further.items() if first[-1] != "*"}
        self.stems = {first[:-1]: place for first, place in further.items() if first[-1] == "*"}
        self.last = not further  # no phrase goes on from here, as from most places
        self._longest_first = sorted({len(stem) for stem in self.stems}, reverse=True)

    def by_stem(self, word: str) -> "_Place | None":
        """Where the next word leads that is none of `words`."""
        for n in self._longest_first:
            if word[:n] in self.stems:
                return self.stems[word[:n]]
        return None


def _beyond(phrases: Phrases, first: str) -> _Place:
    """The place to which a word leads that begins some phrases, or a stem (`train*`) that begins such words."""
    further = [(name, words[1:]) for name, words in phrases if words and _fits(words[0], first)]
    return _Place(further) if any(words for _, words in further) else _last(tuple(name for name, _ in further))


@lru_cache(_MOST_KEPT)
def _last(names: tuple[str, ...]) -> _Place:
    """The place at which phrases of these classes end and none goes on: most places are such, and alike."""
    return _Place([(name, ()) for name in names])


def _fits(part: str, word: str) -> bool:
    return part == word or (part[-1] == "*" and word.startswith(part[:-1]))


class _Firsts(dict[str, _Place | None]):
    """Where the first word of a phrase leads: worked out when a word is met, and kept."""

    def __init__(self, phrases: Phrases, shared: "_Firsts | None") -> None:
        """`shared`: those of another lexicon, whose phrases are found too."""
        super().__init__()
        begun: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for name, words in phrases:
            begun[words[0]].append((name, words))
        self.begun: Sequence[Mapping[str, Phrases]] = (*(() if shared is None else shared.begun), dict(begun))
        self._longest = max((len(first) for words in self.begun for first in words), default=0)

    def __missing__(self, word: str) -> _Place | None:
        """Look for phrases that begin with the word, or with a stem of it."""
        stems = (f"{word[:n]}*" for n in range(1, min(len(word), self._longest) + 1))
        found = [phrase for first in (word, *stems) for begun in self.begun for phrase in begun.get(first, ())]
        if len(self) >= _MOST_MET:
            self.clear()
        self[word] = _beyond(found, word) if found else None
        return self[word]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as words, after those of its lead-in; `own` is where its own words begin.

    `hits`: for each class that occurs, where, in order. `signs`: how many make a word, in text without spaces.
    """

    words: tuple[str, ...]
    hits: Mapping[str, Sequence[Hit]]
    own: int = 0
    signs: int = 1

    def has(self, *names: str) -> bool:
        """Whether each of the classes occurs."""
        for name in names:  # noqa: SIM110 - called for every word and rule: half the time of `all`
            if name not in self.hits:
                return False
        return True

    def at(self, name: str) -> Sequence[Hit]:
        """Where the class occurs."""
        return self.hits.get(name, ())

    def before(self, hit: Hit) -> str:
        """The word before a hit; empty at the beginning of a lead-in."""
        return self.words[hit.start - 1] if hit.start else ""


def _parts(text: str) -> list[str]:
    """Words, and the semicolons between clauses that no phrase reaches over."""
    return [w for part in text.split(";") for w in (*tokens(part), BREAK)][:-1] if ";" in text else tokens(text)


def tokens(text: str) -> list[str]:
    """Words for look-up: folded, without case; Chinese characters, kana and the signs of money one by one."""
    text = fold(text).casefold()
    if not text.isascii() or "_" in text:
        return _TOKEN.findall(ELIDED.sub(r"\1 ", text))
    if not any(sign in text for sign in _SIGNS):
        return split_words(text)
    parts = text.encode().translate(_SPACED).decode().split()
    return [
        word for part in parts for word in ((part,) if part.isalnum() else _TOKEN.findall(ELIDED.sub(r"\1 ", part)))
    ]


class Lexicon:
    """Classes of phrases, beside those of another lexicon. Immutable but for a cache of the words that it has met."""

    def __init__(self, classes: Mapping[str, Iterable[str]], signs: int = 1, beside: "Lexicon | None" = None) -> None:
        self.firsts: _Firsts = _Firsts(
            [(name, _phrase(p)) for name, phrases in classes.items() for p in dict.fromkeys(phrases)],
            beside.firsts if beside else None,
        )
        self._signs = signs
        self._kept = lru_cache(_MOST_KEPT)(self.read)

    def read(self, text: str, lead: str = "") -> Reading:
        """Find every class in a sentence and, before it, in the sentence that introduces it."""
        before = tokens(lead) if lead else []
        words = (*before, START, *_parts(text))
        ahead = (*words[1:], "")  # no phrase goes on with nothing
        hits: defaultdict[str, list[Hit]] = defaultdict(list)
        for start, first in enumerate(map(self.firsts.__getitem__, words)):
            place, end = first, start
            while place is not None:
                word = ahead[end]
                end += 1
                if place.ends:
                    hit = _hit(start, end)
                    for name in place.ends:
                        hits[name].append(hit)
                    if place.last:
                        break
                place = place.words.get(word) or (place.by_stem(word) if place.stems else None)
        if len(words) > _MOST_HITS:
            return Reading(words, {name: found[:_MOST_HITS] for name, found in hits.items()}, len(before), self._signs)
        return Reading(words, dict(hits), len(before), self._signs)

    def classes(self, word: str) -> Set[str]:
        """The classes that a word belongs to by itself."""
        return self._kept(word).hits.keys()


def _phrase(text: str) -> tuple[str, ...]:
    """The words of a phrase, a stem with its star."""
    words: list[str] = []
    for part in text.split():
        found = tokens(part) or [part]
        words += [*found[:-1], found[-1] + "*"] if part.endswith("*") else found
    return tuple(map(sys.intern, words))
