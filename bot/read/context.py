"""Sentences that go on from the one before: "This does not apply to …", "You can switch it off"."""

from dataclasses import replace

from bot.read.frames import Stance, Training
from bot.read.lexicon import Hit, Reading
from bot.read.polarity import offers

_POINTERS = ("anaphor", "refuses", "spares")
_OBJECT = 5  # words in which it is said what works are taken out of


def goes_on(reading: Reading) -> bool:
    """Whether a sentence leans on the one before it: a pronoun, a refusal of something, a use without a purpose."""
    return not reading.has("elsewhere") and (any(map(reading.has, _POINTERS)) or _bare_use(reading) is not None)


def answered(reading: Reading, question: Training, *, asks_to_refuse: bool) -> Training | None:
    """What "yes" or "no" says to a question: that there is training or none, or that it can be refused."""
    says_yes = reading.has("yes")
    if question.stance is Stance.BANS_OTHERS or not (says_yes or reading.has("no")):
        return None
    refusable = Stance.CONTROLS if says_yes else Stance.ALLOWS
    stance = refusable if asks_to_refuse else Stance.ALLOWS if says_yes else Stance.DENIES
    asks, lets_refuse = reading.has("consent"), reading.has("opt_out")
    return replace(question, stance=stance, hit=Hit(reading.own, reading.own + 1), lets_refuse=lets_refuse, asks=asks)


def continued(reading: Reading, before: Training) -> Training | None:
    """What a sentence adds to the frame of the one before it, or None where it adds nothing."""
    if before.stance is Stance.BANS_OTHERS or not before.certain:
        return None
    stance = _stance(reading, before.stance)
    if stance is None:
        return None
    at = reading.at("anaphor") or reading.at("refuses") or reading.at("spares") or (Hit(reading.own, reading.own + 1),)
    return replace(before, stance=stance, hit=at[0], lets_refuse=False, asks=reading.has("consent"))


def pointed(reading: Reading, before: Training) -> Training | None:
    """What a later sentence of a section on training adds to it: a choice, a refusal of use, or how far it reaches."""
    if before.stance is Stance.BANS_OTHERS or not before.certain or reading.has("elsewhere"):
        return None
    takes = reading.has("may") and any(
        reading.words[h.end : h.end + _OBJECT].count("from") for h in reading.at("takes_out")
    )
    if before.stance is not Stance.DENIES and (takes or offers(reading) or reading.has("refuses")):
        stance = Stance.CONTROLS
    elif not reading.has("points"):
        return None
    else:
        refused = (reading.has("not") or reading.has("halt")) and (reading.has("use") or reading.has("train"))
        stance = Stance.DENIES if refused else before.stance
    return replace(before, stance=stance, hit=Hit(reading.own, reading.own + 1), lets_refuse=False, asks=False)


def _stance(reading: Reading, before: Stance) -> Stance | None:
    permits = before is not Stance.DENIES
    if reading.has("spares"):
        return Stance.DENIES if permits else Stance.ALLOWS
    if permits and reading.has("refuses"):
        return Stance.CONTROLS
    if reading.has("extends") and before in {Stance.ALLOWS, Stance.DENIES}:
        return before
    if reading.has("repeats") and any(map(reading.has, ("not", "halt"))):
        return Stance.DENIES
    return Stance.DENIES if permits and _bare_use(reading) else None


def _bare_use(reading: Reading) -> Hit | None:
    """A denied use of people's work that names no purpose, or only points to one: "we do not use private posts"."""
    aims = ("to", "for", "with", "by")
    if not reading.has("content") or (not reading.has("anaphor") and any(w in aims for w in reading.words)):
        return None
    for no in reading.at("not"):
        for verb in (*reading.at("use"), *reading.at("kept_from")):
            if 0 < verb.start - no.start <= len(aims):
                return verb
    return None
