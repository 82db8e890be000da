"""The frame of AI training: who may, may not, or lets people choose to use whose work to make models.

What decides is grammar, not the word "train": the subject of the verb (a ban on users or scrapers is conduct, not
training on users' work), the negation that reaches the verb, and the lead-in that a list item continues.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.read.lexicon import Hit, Reading
from bot.read.topics import Rules

_REACH = 16  # words over which a verb reaches its object
_NEAR = 9


class Stance(StrEnum):
    """What a sentence says of training by the platform or by those it shares with."""

    ALLOWS = "allows"
    DENIES = "denies"
    CONTROLS = "controls"  # people can say no, or are asked first
    BANS_OTHERS = "bans others"  # users, scrapers or customers may not: conduct


@dataclass(frozen=True, slots=True)
class Training:
    """A sentence about training, by stance.

    `certain` is false where the words only suggest it ("improve our services, including AI features"). `own` tells
    whether users' content or data is named as what is trained on. `lets_refuse`: the permission ends where someone
    objects; `asks`: it begins with consent.
    """

    stance: Stance
    hit: Hit
    certain: bool = True
    own: bool = True
    lets_refuse: bool = False
    asks: bool = False
    weakened: bool = False


def training(reading: Reading, rules: Rules, path: tuple[str, ...] = ()) -> Training | None:
    """The frame of a sentence with its lead-in, or None where it is not about training models."""
    found = _evidence(reading)
    if found is None:
        return None
    hit, certain = found
    own = any(reading.has(name) for name in ("content", "data", "personal"))
    refuse = reading.has("opt_out")
    consent = reading.has("consent")
    weakened = reading.has("default") or (reading.has("exception") and not consent)
    if _bans_others(reading, hit, rules, path):
        stance = Stance.BANS_OTHERS
    elif refuse and _offers(reading):
        stance = Stance.CONTROLS
    elif _negated(reading, hit):
        stance = Stance.DENIES
    else:
        stance = Stance.ALLOWS
    return Training(stance, hit, certain, own, lets_refuse=refuse, asks=consent, weakened=weakened)


def _evidence(reading: Reading) -> tuple[Hit, bool] | None:
    """The verb that makes models, and whether the words leave no doubt."""
    trains = _without(reading.at("train"), reading.at("staff"))
    technology = [*reading.at("ai"), *reading.at("model"), *reading.at("tool")]
    if hit := _pair(trains, [*reading.at("ai"), *reading.at("model")], _REACH, reading.own):
        return hit, True
    if hit := _pair(trains, reading.at("tool"), _NEAR, reading.own):
        return hit, True
    uses = [*reading.at("use"), *reading.at("may_be")]
    theirs = [*reading.at("content"), *reading.at("data")]
    if reading.has("ai") and (hit := _made(reading)):
        return hit, bool(theirs) and bool(uses) and reading.has("subject_we")
    if reading.has("dataset", "ai") and theirs:
        return reading.at("dataset")[0], True
    if trains and theirs and uses and (hit := _pair(uses, trains, _REACH, reading.own)):
        return trains[-1], bool(technology) or reading.has("subject_we")
    if reading.has("not", "use") and theirs and (hit := _pair(uses, reading.at("ai"), _REACH, reading.own)):
        return hit, False
    if reading.has("not", "may_be", "improve") and theirs and (hit := _pair(uses, reading.at("improve"), _NEAR, 0)):
        return hit, False  # "your content is not used to improve the service" rules out training on it
    return None


def _made(reading: Reading) -> Hit | None:
    """A verb of making whose object is AI: "improve our AI models", not "use AI to improve our services"."""
    for verb in reading.at("improve"):
        for tech in reading.at("ai"):
            if 0 <= tech.start - verb.end <= _NEAR and tech.end > reading.own:
                between = range(verb.end, tech.start)
                if not any(h.start in between for h in reading.at("instrument")):
                    return verb
    return None


def _without(hits: Iterable[Hit], excluded: Iterable[Hit]) -> list[Hit]:
    taken = list(excluded)
    return [h for h in hits if not any(x.start - 3 <= h.start <= x.end + 1 for x in taken)]


def _pair(first: Iterable[Hit], second: Iterable[Hit], reach: int, own: int) -> Hit | None:
    others = list(second)
    for a in first:
        for b in others:
            if a != b and abs(a.start - b.start) <= reach and max(a.end, b.end) > own:
                return a
    return None


def _subject(reading: Reading, at: int) -> str:
    """Who does what stands at `at`: "we", "you", or "" where it is left open (passive, list item)."""
    best = max(
        (
            (hit.start, name)
            for name, cls in (("we", "subject_we"), ("you", "subject_you"))
            for hit in reading.at(cls)
            if hit.start < at and _acts(reading, hit)
        ),
        default=(-1, ""),
    )
    return best[1]


def _acts(reading: Reading, hit: Hit) -> bool:
    """Whether a noun is followed by its verb: a modal, an agreement, a ban, or the verb of use itself."""
    verbs = ("may", "must", "ban", "not", "use", "train", "improve", "share", "grant", "collect")
    window = range(hit.end, hit.end + 4)
    return any(h.start in window for name in verbs for h in reading.at(name))


def _bans_others(reading: Reading, hit: Hit, rules: Rules, path: tuple[str, ...]) -> bool:
    bans = [h for h in reading.at("ban") if h.start < hit.start]
    subject = _subject(reading, hit.start)
    if bans:
        return _subject(reading, bans[-1].start + 1) != "we" and not _passive_promise(reading, bans[-1])
    if subject == "you" and not reading.has("opt_out") and not reading.has("grant") and _use_is_theirs(reading):
        return True
    if subject == "we":
        return False
    heading = rules.lexicon.read(path[-1]) if path else None
    return bool(heading and heading.has("ban_heading") and not reading.has("subject_we"))


def _passive_promise(reading: Reading, ban: Hit) -> bool:
    """ "Your content will not be used to train …": nobody is named, and what is not used is the reader's."""
    if _subject(reading, ban.start + 1) == "you":
        return False
    after = reading.words[ban.end : ban.end + 4]
    return any(word in {"used", "utilized", "utilised", "shared", "processed", "accessed"} for word in after)


def _use_is_theirs(reading: Reading) -> bool:
    return reading.has("theirs") or reading.has("scrape") or reading.has("compete") or reading.has("not")


def _offers(reading: Reading) -> bool:
    """Whether the sentence gives people the choice, rather than naming it as a condition of a permission."""
    words = reading.words
    for hit in reading.at("opt_out"):
        before = words[max(0, hit.start - 6) : hit.start]
        if "unless" in before or "until" in before or "provided" in before or "except" in before:
            continue
        return True
    return False


def _negated(reading: Reading, hit: Hit) -> bool:
    """Whether a negation reaches the verb."""
    for negation in reading.at("not"):
        word = reading.words[negation.start]
        before = reading.words[max(0, negation.start - 2) : negation.start]
        if word in {"not", "no"} and ("whether" in before or "or" in before[-1:]):
            continue
        after = reading.words[negation.end : negation.end + 1]
        if after in (("only",), ("limited",)):
            continue
        if word == "without" or word.startswith("exclu"):
            continue
        if -3 <= hit.start - negation.start <= 30:
            return True
    return False
