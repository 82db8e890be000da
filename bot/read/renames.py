"""Names that give way to other names: of products, companies and roles."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.read.furniture import SUM
from bot.read.lexicon import Lexicon
from bot.read.normal import plain_words, unmailed
from bot.read.steps import Step

Renames = frozenset[tuple[str, str]]

WEIGHTY = (
    "may", "must", "not", "ban", "consent", "opt_out", "default", "law_core", "minor_age", "money_core", "arbitration",
    "train", "ai", "scope", "exception",
)  # fmt: skip
"""Classes of words that carry meaning: no name holds them."""
_LEAST_NOUN = 5  # letters
_OFTEN = 3  # times that a common noun gives way to another where it is renamed
_BESIDE_NAMES = re.compile(r"[(),&→>]|\b(?:and|including|formerly|previously|known as|now|called)\b")
_LONGEST_NAME = 5  # words
_TERM = re.compile(r"\"[^\"]{1,40}\"\W?")  # a word spoken of
_NAME = re.compile(r"[A-Z][\w'’.&-]*|[a-z]+[A-Z]\w*|\d+[\w.]*")


def learn_renames(
    pairs: Sequence[tuple[str, str]], changed: Iterable[Sequence[tuple[str, str]]], lexicon: Lexicon
) -> Renames:
    """Names that give way to other names: (old, new) in plain words.

    `pairs` are sentences before and after; `changed` holds, for each, the stretches that were replaced. A name
    (capitals inside a sentence, no word that carries meaning) is renamed where another stands in its place; in a
    sentence on law and courts it may be the place itself, so one such sentence proves nothing. A common noun is
    renamed where it gives way to another everywhere, several times.
    """
    seen: Counter[tuple[str, str]] = Counter()
    proven: set[tuple[str, str]] = set()
    for (before, after), stretches in zip(pairs, changed, strict=True):
        for old, new in stretches:
            if _opens(before, after, old, new):
                continue
            key = " ".join(plain_words(old)), " ".join(plain_words(new))
            if not all(key) or key[0] == key[1]:
                continue
            if _nameable(old, lexicon) and _nameable(new, lexicon):
                seen[key] += 1
                if not lexicon.read(after).has("law"):
                    proven.add(key)
            elif (_noun(key[0], lexicon) and _noun(key[1], lexicon)) or _coined(before, old, new, lexicon):
                seen[key] += 1
    nouns = {key for key, n in seen.items() if n >= _OFTEN}
    if nouns:
        stood, standing = ({word for texts in side for word in plain_words(texts)} for side in zip(*pairs, strict=True))
        nouns = {(old, new) for old, new in nouns if old not in standing and new not in stood}
    return frozenset(proven | nouns)


def _opens(before: str, after: str, old: str, new: str) -> bool:
    """Whether words that gave way to others begin their sentence, where a capital makes no name."""
    return bool(old and new) and before.startswith(old) and after.startswith(new)


def _noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a plain word may be what a service calls its people or things: nothing that rights depend on."""
    return word.isalpha() and len(word) >= _LEAST_NOUN and lexicon.classes(word) <= {"you", "subject_you"}


def _coined(sentence: str, old: str, new: str, lexicon: Lexicon) -> bool:
    """Whether a name gives way to another, whatever its words mean: "Papertrail Assistant", "Papertrail AI"."""
    if not all(map(_NAME.fullmatch, (*old.split(), *new.split()))):
        return False
    before = sentence[: max(sentence.find(old), 0)].split()[-1:]
    beside = bool(before) and _NAME.fullmatch(before[0]) is not None and len(before[0]) > 1
    return beside or not lexicon.read(old).hits


def _nameable(stretch: str, lexicon: Lexicon) -> bool:
    """Whether a stretch is a name: capitals, perhaps a number, and no word that carries meaning."""
    stretch = unmailed(stretch, stretch.casefold())
    if _TERM.fullmatch(stretch):
        return not any(map(lexicon.read(stretch).has, WEIGHTY))
    words = re.findall(r"[\w'’.&-]+", stretch)
    names = len(words) <= _LONGEST_NAME and all(map(_NAME.fullmatch, words)) and stretch != stretch.casefold()
    counted = SUM.search(stretch) or not any(word[0].isalpha() for word in words)
    return names and not counted and not any(map(lexicon.read(stretch).has, WEIGHTY))


def names_only(step: Step, lexicon: Lexicon) -> bool:
    """Whether nothing but names came, went or gave way to names."""
    if not step.before or not step.after or _opens(step.before.text, step.after.text, *step.replaced[0]):
        return False
    stretches = [s.strip(",.;:()") for pair in step.replaced for s in pair]
    return all(not stretch or _nameable(_BESIDE_NAMES.sub(" ", stretch), lexicon) for stretch in stretches)


def renamed(words: Sequence[str], renames: Renames) -> Sequence[str]:
    """The words with both names of each learnt rename replaced by the new one."""
    if not renames:
        return words
    text = f" {' '.join(words)} "
    for old, new in sorted(renames, key=lambda pair: (-len(pair[0]), pair)):
        text = text.replace(f" {old} ", f" {new} ")
    return text.split()
