"""Names that give way to other names: of products, companies and roles."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
_KINDS = frozenset({"app", "apps"})  # what a name may end with
_LONGEST_NAME = 5  # words
_TERM = re.compile(r"\"[^\"]{1,40}\"\W?")  # a word spoken of
# A company with a legal form that need not be English.
_FORM = (
    r"GmbH(?: & Co\. KG(?:aA)?)?|AG|SE|KGaA|KG|UG|OHG|eG|e\.V\.|SARL|SASU?|EURL|SCOP|SCIC|Inc\.?|LLC|Ltd\.?|Limited|"
    r"S\.?A\.?R\.?L\.?|S\.?A\.?S\.?U?\.?|S\.?L\.?(?:U|L|P)?\.?|S\.?A\.?U?\.?|S\. ?de R\. ?L\.|S\.?C\.?|B\.?V\.?"
)
_FIRM = re.compile(rf"(?<![\w-])[A-ZÀ-Þ][\w&-]*(?: [A-ZÀ-Þ][\w&-]*){{0,4}}?,? (?:{_FORM})(?![\w-])")
_PLAIN = re.compile(r"[A-ZÀ-Þ][^\W\d_A-Z]+\W?")  # written as any noun of a language that gives them capitals
_ARTICLES = frozenset({"die", "der", "das", "den", "la", "le", "les", "el", "los", "las", "the"})
_NAME = re.compile(r"[A-Z][\w'’.&-]*|[a-z]+[A-Z]\w*|\d+[\w.]*")


def learn_renames(
    pairs: Sequence[tuple[str, str]],
    changed: Iterable[Sequence[tuple[str, str]]],
    lexicon: Lexicon,
    *,
    nouns: bool = False,
) -> Renames:
    """Names that give way to other names: (old, new) in plain words.

    `pairs` are sentences before and after; `changed` holds, for each, the stretches that were replaced. A name
    (capitals inside a sentence, no word that carries meaning) is renamed where another stands in its place; in a
    sentence on law and courts it may be the place itself, so one such sentence proves nothing. A common noun is
    renamed where it gives way to another everywhere, several times. `nouns`: the language writes every noun with a
    capital, so that one of these alone is no name.
    """
    seen: Counter[tuple[str, str]] = Counter()
    proven: set[tuple[str, str]] = set()
    for (before, after), stretches in zip(pairs, changed, strict=True):
        proven.update(_firm(before, after))
        for old, new in stretches:
            if _opens(before, after, old, new):
                continue
            key = " ".join(plain_words(old)), " ".join(plain_words(new))
            if not all(key) or key[0] == key[1]:
                continue
            named = _nameable(old, lexicon) and _nameable(new, lexicon)
            if named and not (nouns and all(map(_PLAIN.fullmatch, (old, new)))):
                seen[key] += 1
                longer = f" {key[0]} " in f" {key[1]} "  # "Korea and Singapore": one more, where no company says so
                if not (longer or lexicon.read(after).has("law")):
                    proven.add(key)
            elif (_noun(key[0], lexicon) and _noun(key[1], lexicon)) or _coined(before, old, new, lexicon):
                seen[key] += 1
    common = {key for key, n in seen.items() if n >= _OFTEN}
    if common:
        stood, standing = ({word for texts in side for word in plain_words(texts)} for side in zip(*pairs, strict=True))
        common = {(old, new) for old, new in common if old not in standing and new not in stood}
    return frozenset(proven | common)


def _firm(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The company of each of two sentences, where each names one and they share a word: its legal form changed."""
    found = [{name for name in map(_bare, _FIRM.findall(text)) if name} for text in (before, after)]
    if all(len(names) == 1 for names in found):
        (old,), (new,) = found
        if old != new and not set(old).isdisjoint(new):
            yield " ".join(old), " ".join(new)


def _bare(name: str) -> tuple[str, ...]:
    """A company as plain words, without the article that opens its sentence; none of a legal form alone."""
    words = plain_words(name)
    return tuple(words[1:] if words[:1] and words[0] in _ARTICLES else words)


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
    named = [word for word in words if word not in _KINDS]
    names = len(words) <= _LONGEST_NAME and all(map(_NAME.fullmatch, named)) and stretch != stretch.casefold()
    counted = SUM.search(stretch) or not any(word[0].isalpha() for word in words)
    return names and not counted and not any(map(lexicon.read(stretch).has, WEIGHTY))


def names_only(step: Step, lexicon: Lexicon, *, nouns: bool = False) -> bool:
    """Whether nothing but names came, went or gave way to names. `nouns`: as in `learn_renames`."""
    if not step.before or not step.after or _opens(step.before.text, step.after.text, *step.replaced[0]):
        return False
    stretches = [s.strip(",.;:()") for pair in step.replaced for s in pair]
    if nouns and all(map(_PLAIN.fullmatch, filter(None, stretches))):
        return False
    return all(not stretch or _nameable(_BESIDE_NAMES.sub(" ", stretch), lexicon) for stretch in stretches)


def renamed(words: Sequence[str], renames: Renames) -> Sequence[str]:
    """The words with both names of each learnt rename replaced by one: the new, or the old where the new holds it."""
    if not renames:
        return words
    text = f" {' '.join(words)} "
    for old, new in sorted(renames, key=lambda pair: (-len(pair[0]), pair)):
        longer, shorter = (new, old) if f" {old} " in f" {new} " else (old, new)
        text = text.replace(f" {longer} ", f" {shorter} ")
    return text.split()
