"""Two wordings of one sense, and the turns that hide in the same words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby

from bot.model.version import words_of
from bot.read.lexicon import Reading
from bot.read.noise import ORDERED, Difference, difference
from bot.read.normal import bare, plain_words, sense
from bot.read.renames import Renames, renamed
from bot.read.sentences import split
from bot.read.speakers import Speakers
from bot.read.steps import Sentence
from bot.read.topics import Rules

_DEEDS = ("grant", "share", "collect", "train", "pay", "close", "remove", "supply", "use", "may", "terminate")
MODAL = ("may", "must", "not", "ban", "default", "exception", "consent", "opt_out", "scope", "place", "off")
"""Classes of words on which a rewording turns."""
_RUN_IN = 6  # words of a heading that a sentence follows without a space
_FEW = 4  # words for which the columns of a table may stand
_PLATFORM = frozenset({"we", "us", "our"})
_WHO = _PLATFORM | {"you", "your"}


class Wordings:
    """Tells wordings of one sense, in the language of a document and with what it calls its parties."""

    def __init__(self, rules: Rules, speakers: Speakers, language: str, titles: Set[str]) -> None:
        self._language, self._code = rules.language, language
        self._lexicon = rules.lexicon
        self._speakers, self._titles = speakers, titles

    def apart(self, before: Sentence, after: Sentence, renames: Renames) -> Difference:
        """The words by which two wordings differ, or why they say the same."""
        was, now = before.text, after.text
        if self._headed(was, now) or self._headed(now, was):
            return Difference((), (), "a heading run into a sentence")
        if self._tabled(before, after) or self._tabled(after, before):
            return Difference((), (), "a table made of sentences")
        apart = difference(was, now, self._lexicon, renames)
        exchanged = apart.lost and apart.lost == apart.gained
        same = not exchanged and self.same(was, now)
        if apart.why in ORDERED and _in_order(was, renames) == _in_order(now, renames):
            return apart
        if same or apart.why in ORDERED or apart == Difference((), ()):
            turn = self.turned(was, now)
            return Difference(turn, turn, "" if turn else apart.why or "wording that says the same")
        if not apart.why and self.renamed(was, now):
            return Difference((), (), "the platform by another of its names")
        return apart

    def same(self, before: str, after: str) -> bool:
        """Whether two wordings say the same, by what is known of the grammar of the language."""
        plain = self._language.plain
        return bool(self._language.same) and plain(bare(before)) == plain(bare(after))

    def merged(self, before: str, after: str) -> bool:
        """Whether sentences were merged or split: the same words, doubled ones aside, and nothing turned by it."""
        if len(split(before, self._code)) == len(split(after, self._code)):
            return False
        plain = (sense(plain_words(self._speakers.plain(text))) for text in (before, after))
        was, now = (_undoubled([word for word in words if word != "but"]) for words in plain)
        return was == now or (Counter(was) == Counter(now) and not self.turned(before, after))

    def renamed(self, before: str, after: str) -> bool:
        """Whether nothing differs but how the platform calls itself: "our failure", "Sonoria's failure"."""
        was, now = (sense(plain_words(self._speakers.plain(text))) for text in (before, after))
        speaks = not _PLATFORM.isdisjoint(was) and not _PLATFORM.isdisjoint(now)
        return speaks and [w for w in was if w not in _PLATFORM] == [w for w in now if w not in _PLATFORM]

    def _headed(self, sentence: str, alone: str) -> bool:
        """Whether a sentence is another with a heading before it: one of the document, or one that runs into it."""
        before = sentence.removesuffix(alone)
        if before == sentence or not alone[:1].isupper():
            return False
        if " ".join(words_of(before)) in self._titles:
            return True
        words = before.split()
        return before[-1:].isalpha() and len(words) <= _RUN_IN and all(word[0].isupper() for word in words)

    def _tabled(self, row: Sentence, sentence: Sentence) -> bool:
        """Whether a row of a table says what a sentence says, but for a few words that its columns stand for."""
        if row.clause.kind != "row" or sentence.clause.kind == "row":
            return False
        cells, words = (Counter(sense(plain_words(text))) for text in (row.text, sentence.text))
        left = self._lexicon.read(" ".join((words - cells).elements()))
        return cells <= words and len(left.words) <= _FEW and not any(map(left.has, MODAL))

    def turned(self, before: str, after: str) -> tuple[str, ...]:
        """The words on which two wordings turn that hold the same ones: who does it, or what "not" reaches.

        "You grant us a licence" and "we grant you a licence"; "stories but not drafts" and "drafts but not stories";
        the buyer who pays the seller. Empty where nothing turns.
        """
        was, now = (self._lexicon.read(self._speakers.plain(text)) for text in (before, after))
        for deed in _DEEDS:
            doers = [_doer(reading, deed) for reading in (was, now)]
            if all(doers) and doers[0] != doers[1]:
                return "we", "you"
        if self._language.signs > 1:
            return ()  # Japanese, where a negation comes after what it denies
        if self._swapped(before, after):
            return ("not",)
        denied, said = ([set(words(reading)) for reading in (was, now)] for words in (_denied, _said))
        moved = (denied[0] ^ denied[1]) & said[0] & said[1]
        return ("not",) if moved and any(map(_affirms, (was, now))) else ()

    def _swapped(self, before: str, after: str) -> bool:
        """Whether two words have changed places around what is done: "the seller pays the buyer"."""
        was, now = (sense(plain_words(text)) for text in (before, after))
        apart = [n for n, (a, b) in enumerate(zip(was, now, strict=False)) if a != b]
        if len(was) != len(now) or len(apart) != 2 or was[apart[0]] != now[apart[1]]:  # noqa: PLR2004 - a pair
            return False
        between = self._lexicon.read(" ".join(was[apart[0] + 1 : apart[1]]))
        return any(map(between.has, _DEEDS))


def _in_order(text: str, renames: Renames) -> Sequence[str]:
    """The words of a sentence in their order, by their new names."""
    return renamed(plain_words(text), renames)


def _undoubled(words: Sequence[str]) -> list[str]:
    return [word for word, _ in groupby(words)]


def _doer(reading: Reading, deed: str) -> str:
    """Who is named last before the first verb of a class: "subject_we", "subject_you", or "" for nobody."""
    at = next((hit.start for hit in reading.at(deed)), 0)
    named = [(h.start, who) for who in ("subject_we", "subject_you") for h in reading.at(who) if h.end <= at]
    return max(named, default=(0, ""))[1]


def _affirms(reading: Reading) -> bool:
    """Whether something is done before anything is denied: "we use stories but not drafts"."""
    first = next((hit.start for hit in reading.at("not")), 0)
    return any(hit.start < first for deed in _DEEDS if deed != "may" for hit in reading.at(deed))


def _denied(reading: Reading) -> Iterator[str]:
    """The words that mean something after the first negation, whoever denies it."""
    first = next(iter(reading.at("not")), None)
    return _meant(reading.words[first.end :] if first else ())


def _said(reading: Reading) -> Iterator[str]:
    return _meant(reading.words)


def _meant(words: Iterable[str]) -> Iterator[str]:
    return (stem for word in words if word not in _WHO for stem in sense(plain_words(word)) if stem not in _WHO)
