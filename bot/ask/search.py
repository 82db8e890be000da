"""Looks for words in the current texts of a platform: SQLite's FTS5, in memory.

FTS5 finds, ranks (bm25) and says where the words stand; what is quoted is cut from the clause itself. Scripts that put
no spaces between words are indexed sign by sign, and a word in them is looked for as a row of signs.
"""

import re
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.model.change import Span
from bot.model.hit import Hit, Hits
from bot.model.version import Clause, Version
from bot.read.sentences import split

MOST_QUOTED = 400
"""Characters of a clause up to which it is quoted whole."""
MOST_WORDS = 16
"""Words and phrases that are looked for at once; further ones are left out."""

_OPEN, _CLOSE, _PART = "\x02", "\x03", "\x1f"
_NOT_TEXT = re.compile("[\x00-\x1f\ud800-\udfff]")
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff])"
)  # Thai, Lao, Burmese, Khmer, kana, Han; and Hangul, whose endings stick to the word
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」", '"'))
_PHRASES = re.compile(r'"([^"]*)"|([^\s"]+)')

_TABLE = """CREATE VIRTUAL TABLE clauses USING
    fts5(text, heading UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2')"""
_RANKED = "SELECT rowid FROM clauses WHERE clauses MATCH ? ORDER BY heading, rank, rowid"
_MARKED = "SELECT highlight(clauses, 0, ?, ?) FROM clauses WHERE clauses MATCH ? AND rowid = ?"

Stretch = tuple[int, int]
"""Where a part of a text begins and ends."""


class Text(NamedTuple):
    """The current version of a document; `language` (ISO 639) says how its sentences end."""

    document: str
    version: Version
    language: str = "en"


def phrases(typed: str) -> tuple[str, ...]:
    """The words that someone typed, each once; those in quotation marks stay together. What has no letter is none."""
    found = (" ".join((quoted or word).split()) for quoted, word in _PHRASES.findall(typed.translate(_QUOTES)))
    return tuple(dict.fromkeys(phrase for phrase in found if any(map(str.isalnum, phrase))))[:MOST_WORDS]


class Index:
    """The clauses of some documents, to be searched. Both building and searching may be done in any thread."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._rows: list[tuple[Text, Clause]] = [(text, clause) for text in texts for clause in text.version.clauses]
        self._lock = threading.Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(_TABLE)
        self._base.executemany(
            "INSERT INTO clauses (rowid, text, heading) VALUES (?, ?, ?)",
            ((n, _parted(clause.text), clause.kind == "heading") for n, (_, clause) in enumerate(self._rows)),
        )

    def search(self, words: Sequence[str], most: int) -> Hits:
        """The best clauses that hold all of the words (`phrases`); where there is none, those that hold some.

        A clause that a document has twice counts once. Headings come after clauses that say something.
        """
        quoted = ['"' + _parted(word).replace('"', '""') + '"' for word in words]
        with self._lock:
            for joined in dict.fromkeys(sign.join(quoted) for sign in (" AND ", " OR ")):
                if joined and (numbers := self._ranked(joined)):
                    best = tuple(self._hit(joined, number) for number in numbers[:most])
                    return Hits(tuple(words), best, len(numbers), joined == " AND ".join(quoted))
        return Hits(tuple(words))

    def _ranked(self, query: str) -> list[int]:
        different: dict[tuple[str, str], int] = {}
        for (number,) in self._base.execute(_RANKED, (query,)):
            text, clause = self._rows[number]
            different.setdefault((text.document, clause.text), number)
        return [*different.values()]

    def _hit(self, query: str, number: int) -> Hit:
        text, clause = self._rows[number]
        [marked] = self._base.execute(_MARKED, (_OPEN, _CLOSE, query, number)).fetchone()
        found = [*_places(marked)]
        start, end = _quoted(clause.text, found, text.language)
        spans = tuple(_spans(clause.text, found, start, end))
        return Hit(text.document, clause, spans, before=start > 0, after=end < len(clause.text))


class Shelf:
    """The indexes of the platforms that were asked about last."""

    def __init__(self, most: int = 16) -> None:
        self._most = most
        self._kept: dict[str, tuple[Mapping[str, str], Index]] = {}

    def get(self, platform: str, fingerprints: Mapping[str, str]) -> Index | None:
        """The platform's index, if it is of these versions: a fingerprint for the id of each document."""
        kept = self._kept.pop(platform, None)
        if kept is None or kept[0] != fingerprints:
            return None
        self._kept[platform] = kept
        return kept[1]

    def put(self, platform: str, fingerprints: Mapping[str, str], index: Index) -> None:
        """Keep it in place of the platform's earlier one, and drop the one that was not asked for the longest."""
        self._kept.pop(platform, None)
        self._kept[platform] = (fingerprints, index)
        while len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]


def _plain(text: str) -> str:
    """The text, as long as it was, without what SQLite cannot take and what the marks are made of."""
    return text if text.isascii() and text.isprintable() else _NOT_TEXT.sub(" ", text)


def _parted(text: str) -> str:
    plain = _plain(text)
    return plain if plain.isascii() else _UNSPACED.sub(rf"\1{_PART}", plain)


def _places(marked: str) -> Iterator[Stretch]:
    """Where the marks stand in the text as it was before it was parted and marked."""
    at = start = 0
    for sign in marked:
        if sign == _OPEN:
            start = at
        elif sign == _CLOSE:
            yield start, at
        elif sign != _PART:
            at += 1


def _quoted(text: str, found: Sequence[Stretch], language: str) -> Stretch:
    """What is quoted of a clause: all, or the sentences around the one with most of the words, or a part of that."""
    if len(text) <= MOST_QUOTED:
        return 0, len(text)
    sentences = [*_sentences(text, language)]
    held = [[place for place in found if start <= place[0] < end] for start, end in sentences]
    first = last = max(range(len(sentences)), key=lambda n: len(held[n]))
    if sentences[first][1] - sentences[first][0] > MOST_QUOTED:
        return _around(text, sentences[first], held[first][0])
    while last + 1 < len(sentences) and sentences[last + 1][1] - sentences[first][0] <= MOST_QUOTED:
        last += 1
    while first > 0 and sentences[last][1] - sentences[first - 1][0] <= MOST_QUOTED:
        first -= 1
    return sentences[first][0], sentences[last][1]


def _sentences(text: str, language: str) -> Iterator[Stretch]:
    plain, at = _plain(text), 0
    for sentence in split(plain, language):
        start = plain.index(sentence, at)
        at = start + len(sentence)
        yield start, at


def _around(text: str, sentence: Stretch, place: Stretch) -> Stretch:
    """A part of a long sentence with the place in it, cut at spaces where there are some."""
    start = max(sentence[0], min(place[0] - MOST_QUOTED // 3, sentence[1] - MOST_QUOTED))
    end = min(start + MOST_QUOTED, sentence[1])
    if start > sentence[0]:
        start = text.find(" ", start - 1, place[0]) + 1 or start
    if end < sentence[1]:
        space = text.rfind(" ", place[1], end + 1)
        end = space if space > 0 else end
    return start, end


def _spans(text: str, found: Sequence[Stretch], start: int, end: int) -> Iterator[Span]:
    at = start
    for first, last in found:
        if at <= first < end:
            if at < first:
                yield Span(text[at:first])
            yield Span(text[first : min(last, end)], "added")
            at = min(last, end)
    if at < end:
        yield Span(text[at:end])
