"""How far a sentence about training reaches, and which way a rewording moves it.

What is named after "and" or "any" is more; what stands under a condition is less. Less of a promise is as bad for
people as more of a permission.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Literal

from bot.model.version import fold
from bot.read.frames import Stance, Training
from bot.read.lexicon import Lexicon, Reading
from bot.read.steps import Sentence, Step

Shift = Literal["", "weaker", "stronger", "wider", "narrower", "refusal", "no refusal"]

_LIMITS = ("exception", "consent", "default", "narrow", "limiter")
_NOUNS = ("content", "data", "works", "third", "personal", "generative", "model", "machine")
_OBJECTS = ("content", "data", "works", "third", "personal")  # what a list in a sentence on training counts up
_EXCEPTING = re.compile(
    r"\b(?:unless|except|excluding|other than|apart from|ausgenommen|außer|mit ausnahme|es sei denn|sauf|hormis|"
    r"excepté|à l'ex(?:clusion|ception)|salvo|excepto|(?:a|con) excepción)\b(?!.*\b(?:unless|except|sauf|salvo)\b)",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[,;.]")
_ONLY = re.compile(r"(?<![\w-])(?:only|solely|exclusively)\b", re.IGNORECASE)  # not "subscriber-only"
_UNLESS = re.compile(r"\b(?:without|unless|except|until|other than)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b\d{1,2}\b")
_AGED = re.compile(r"\b(?:aged|ages?|older|younger|under|over|below|above|years)\b", re.IGNORECASE)
_MODIFIER = 2  # unknown words that, put into a promise, are an adjective or adverb that takes from it
_BY_STANCE: dict[Stance, tuple[Shift, Shift]] = {
    Stance.ALLOWS: ("wider", "narrower"),
    Stance.DENIES: ("stronger", "weaker"),
    Stance.CONTROLS: ("refusal", "no refusal"),
}


def shift(gone: Training | None, come: Training | None, step: Step, lexicon: Lexicon) -> Shift:
    """Which way a rewording moves a promise, a permission or a choice; "" where it stays or becomes another."""
    if not gone or not come or gone.stance is not come.stance or gone.stance not in _BY_STANCE:
        return ""
    if gone.stance is Stance.ALLOWS and gone.asks is not come.asks:
        return "narrower" if come.asks else "wider"
    if gone.stance is Stance.ALLOWS and gone.lets_refuse is not come.lets_refuse:
        return "refusal" if come.lets_refuse else "no refusal"
    moves = list(_moves(step, gone.stance, lexicon))
    more, less = _BY_STANCE[gone.stance]
    worse = -1 if gone.promises else 1
    move = worse if worse in moves else -worse if -worse in moves else 0
    if gone.stance is Stance.CONTROLS and any(map(_for_all, step.replaced, repeat(lexicon))):
        return more
    return more if move > 0 else less if move < 0 else ""


def _for_all(replaced: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether "all" stands in place of some."""
    lost, gained = map(lexicon.read, replaced)
    return gained.has("universal") and not lost.has("universal")


def _moves(step: Step, stance: Stance, lexicon: Lexicon) -> Iterator[int]:
    """For each stretch that was replaced, 1 where more is taken in, -1 where less, 0 where neither shows.

    In what is excepted, less leaves more.
    """
    pairs = [(lexicon.read(lost), lexicon.read(gained)) for lost, gained in step.replaced]
    if decisive := _decisive(step, pairs, stance):
        yield decisive
        return
    named = [sum(len(side.at(name)) for side in sides for name in _OBJECTS) for sides in zip(*pairs, strict=True)]
    for (lost, gained), (old, new) in zip(pairs, step.replaced, strict=True):
        if stance is Stance.ALLOWS and _differs(lost, gained, "overrides"):
            yield 1 if gained.has("overrides") else -1
            continue
        move = _move(lost, gained, stance)
        excepts = gained.has("exception") and not lost.has("exception")
        if move and not excepts and named[0] != named[1] and _differs(lost, gained, "joins"):
            move = 1 if named[1] > named[0] else -1
        into = bool(old and new) and not _in_exception(step.before, old) and _in_exception(step.after, new)
        yield -move if into or _excepted(step, old, new) else move


def _decisive(step: Step, pairs: Sequence[tuple[Reading, Reading]], stance: Stance) -> int:
    """What a few words decide, whatever else is named: anonymous work, work alone, what is denied but for, an age."""
    texts = [*zip(*step.replaced, strict=True)]
    qualified = [any(side.has("qualifier") for side in sides) for sides in zip(*pairs, strict=True)]
    alone = [any(map(_ONLY.search, side)) for side in texts]
    limited = next((limits for limits in (qualified, alone) if limits[0] is not limits[1]), None)
    if stance is Stance.ALLOWS and limited:
        return -1 if limited[1] else 1
    parted = [any(map(_UNLESS.search, side)) for side in texts]
    if stance is Stance.DENIES and parted[0] is not parted[1]:
        return -1 if parted[1] else 1
    ages = [_NUMBER.findall(" ".join(side)) for side in texts]
    if not (all(len(found) == 1 for found in ages) and _AGED.search(step.now.text)):
        return 0
    return 1 if (int(ages[1][0]) < int(ages[0][0])) is (stance is Stance.ALLOWS) else -1


def _excepted(step: Step, lost: str, gained: str) -> bool:
    """Whether what was replaced is one of several things that are excepted: "unless you are on a Business plan"."""
    return _in_exception(step.before, lost) if lost else _in_exception(step.after, gained)


def _in_exception(sentence: Sentence | None, words: str) -> bool:
    """Whether words of a sentence belong to what it excepts."""
    text = fold(sentence.text) if sentence else ""
    at = text.find(words)
    opened = _EXCEPTING.search(text[:at]) if at > 0 else None
    return opened is not None and not _CLOSING.search(text[opened.end() : at])


def _move(lost: Reading, gained: Reading, stance: Stance) -> int:
    """1 where the words that came take in more than those that went, -1 where less, 0 where neither shows."""
    if stance is not Stance.DENIES and (qualified := _qualified(lost, gained, stance)):
        return qualified
    if any(_differs(lost, gained, name) for name in ("soft", *_LIMITS)) or _tells_not_asks(lost, gained):
        softer = gained.has("soft") > lost.has("soft") or _tells_not_asks(lost, gained)
        limited = any(gained.has(n) and not lost.has(n) for n in _LIMITS)
        return -1 if softer or limited else 1
    if name := next((name for name in ("universal", "joins") if _differs(lost, gained, name)), ""):
        return 1 if gained.has(name) else -1
    if stance is Stance.CONTROLS:
        denied = any(_differs(lost, gained, name) for name in ("not", "halt"))
        fewer = gained.has("not") or gained.has("halt") if denied else lost.has("you") and not gained.has("you")
        return -1 if fewer else int(denied)
    if stance is Stance.ALLOWS:
        return 1 if any(gained.has(n) and not lost.has(n) for n in (*_NOUNS, "place")) else 0
    return _modified(lost, gained)


def _qualified(lost: Reading, gained: Reading, stance: Stance) -> int:
    """What comes of work that is named more narrowly, of more kinds of it, and of a choice for some places."""
    if stance is Stance.ALLOWS and _differs(lost, gained, "qualifier"):
        return -1 if gained.has("qualifier") else 1
    if stance is Stance.CONTROLS and _differs(lost, gained, "place"):
        return -1 if gained.has("place") else 1
    joined = stance is Stance.ALLOWS and gained.words[1:2] in (("and",), ("or",)) and not lost.has("joins")
    return int(joined and gained.has("limiter"))  # "published and unpublished"


def _differs(lost: Reading, gained: Reading, name: str) -> bool:
    return lost.has(name) is not gained.has(name)


def _tells_not_asks(lost: Reading, gained: Reading) -> bool:
    """Whether people were asked and are only told now."""
    return lost.has("consent") and gained.has("tells") and not gained.has("consent")


def _modified(lost: Reading, gained: Reading) -> int:
    """A place, or a word or two that mean nothing to us, put into a promise or taken out of it."""
    if len(lost.words) == 1:
        return -1 if gained.has("place") or _unknown(gained) else 0
    if len(gained.words) == 1:
        return 1 if lost.has("place") or _unknown(lost) else 0
    return 0


def _unknown(reading: Reading) -> bool:
    return not reading.hits and len(reading.words) - 1 <= _MODIFIER
