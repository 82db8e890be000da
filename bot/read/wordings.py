"""Two wordings of one sense, and words that give way to others of no more weight."""

from collections.abc import Sequence

from bot.read.lexicon import Lexicon
from bot.read.noise import Difference
from bot.read.normal import bare, plain_words, sense
from bot.read.sentences import split
from bot.read.speakers import Speakers
from bot.read.steps import Step
from bot.read.topics import Rules

SWAPPED = 2  # words that may give way to as many of their kind
# Classes of words on which no right hangs.
_PALE = frozenset(
    """thing stop finite chrome instrument purpose you subject_you addressed we subject_we making machine
    creates""".split()  # noqa: SIM905 - a list of words
)


class Wordings:
    """Tells wordings of one sense, in the language of a document and with what it calls its parties."""

    def __init__(self, rules: Rules, speakers: Speakers, language: str) -> None:
        self._language, self._code = rules.language, language
        self._lexicon: Lexicon = rules.lexicon
        self._speakers = speakers

    def same(self, before: str, after: str) -> bool:
        """Whether two wordings say the same, by what is known of the grammar of the language."""
        plain = self._language.plain
        return bool(self._language.grammar) and plain(bare(before)) == plain(bare(after))

    def merged(self, before: str, after: str) -> bool:
        """Whether sentences were merged or split, and say the same in all."""
        if len(split(before, self._code)) == len(split(after, self._code)):
            return False
        was, now = self._words(before), self._words(after)
        return not _beside(was, now) and not _beside(now, was)

    def swapped(self, step: Step, apart: Difference) -> bool:
        """Whether a word or two gave way to as many, none of which says anything that a right could hang on."""
        assert step.before
        assert step.after
        if self._language.grammar or apart.lost == apart.gained:
            return False
        was, now = self._words(step.before.text), self._words(step.after.text)
        lost, gained = _beside(was, now), _beside(now, was)
        pale = all(word.isalpha() and self._lexicon.classes(word) <= _PALE for word in lost | gained)
        return pale and len(lost) == len(gained) <= SWAPPED and not _names(step)

    def _words(self, text: str) -> tuple[str, ...]:
        return plain_words(self._speakers.plain(text))


def _beside(words: Sequence[str], others: Sequence[str]) -> set[str]:
    """The words that mean something and do not stand, in any form, among the others."""
    there = set(sense(others))
    return {word for word in words if any(s not in there for s in sense((word,)))}


def _names(step: Step) -> bool:
    """Whether a name came or went, it may be whom a right is given: a capital, not that of a sentence's first word."""
    assert step.before
    assert step.after
    starts = step.before.text.split()[:1], step.after.text.split()[:1]
    stretches = (
        pair[side].split() for pair in step.replaced for side in (0, 1) if pair[side].split()[:1] != starts[side]
    )
    return any(word[:1].isupper() for words in stretches for word in words)
