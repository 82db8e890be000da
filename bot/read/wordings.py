"""Two wordings of one sense, and the turns that hide in the same words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.read.lexicon import Reading
from bot.read.normal import bare, plain_words, sense
from bot.read.sentences import split
from bot.read.speakers import Speakers
from bot.read.topics import Rules

_DEEDS = ("grant", "share", "collect", "train", "pay", "close", "remove", "supply", "use", "may", "terminate")
_WHO = frozenset({"we", "us", "our", "you", "your"})


class Wordings:
    """Tells wordings of one sense, in the language of a document and with what it calls its parties."""

    def __init__(self, rules: Rules, speakers: Speakers, language: str) -> None:
        self._language, self._code = rules.language, language
        self._lexicon = rules.lexicon
        self._speakers = speakers

    def same(self, before: str, after: str) -> bool:
        """Whether two wordings say the same, by what is known of the grammar of the language."""
        plain = self._language.plain
        return bool(self._language.same) and plain(bare(before)) == plain(bare(after))

    def merged(self, before: str, after: str) -> bool:
        """Whether sentences were merged or split: the same words in the same order, none but doubled ones dropped."""
        if len(split(before, self._code)) == len(split(after, self._code)):
            return False
        was, now = (_undoubled(sense(plain_words(self._speakers.plain(text)))) for text in (before, after))
        return was == now

    def turned(self, before: str, after: str) -> tuple[str, ...]:
        """The words on which two wordings turn that hold the same ones: who does it, or what "not" reaches.

        "You grant us a licence" and "we grant you a licence"; "stories but not drafts" and "drafts but not stories".
        Empty where neither turns.
        """
        was, now = (self._lexicon.read(self._speakers.plain(text)) for text in (before, after))
        for deed in _DEEDS:
            doers = [_doer(reading, deed) for reading in (was, now)]
            if all(doers) and doers[0] != doers[1]:
                return "we", "you"
        denied, said = ([set(words(reading)) for reading in (was, now)] for words in (_denied, _said))
        moved = (denied[0] ^ denied[1]) & said[0] & said[1]
        return ("not",) if moved and any(map(_affirms, (was, now))) else ()


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
