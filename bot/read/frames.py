"""The frame of AI training: who may, may not, or lets people choose to use whose work to make models.

What decides is grammar, not the word "train": the subject of the verb (a ban on users or scrapers is conduct, not
training on users' work), the negation that reaches the verb, and the lead-in that a list item continues.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.read.lexicon import BREAK, Hit, Reading
from bot.read.topics import Rules

_REACH = 16  # words over which a verb reaches its object
_NEAR = 9
_FORWARD, _BACKWARD = 30, -3  # words between a negation and the verb that it reaches
_BACKWARD_LATE = -30  # the same in signs, where the negation ends the sentence (Japanese)
_VERB_WITHIN = 4
_MODALS = ("may", "must", "ban", "not", "halt")
_VERBS = ("use", "train", "improve", "share", "grant", "collect")
_AIMS = frozenset({"for", "into", "in"})
_ASIDE = frozenset({"that", "which", "what", "whom", "of", "to", "with", "from", "for"})
_PARTICIPLES = frozenset(
    """used utilized utilised shared processed accessed disclosed analyzed analysed included fed sold stored taken
    employed licensed""".split()  # noqa: SIM905 - a list of words to be read as words
)


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

    @property
    def promises(self) -> bool:
        """Whether people can rely on it: training denied, or theirs to refuse."""
        return self.stance in {Stance.DENIES, Stance.CONTROLS}


def training(reading: Reading, rules: Rules, path: tuple[str, ...] = ()) -> Training | None:
    """The frame of a sentence with its lead-in, or None where it is not about training models."""
    found = _evidence(reading)
    if found is None:
        return None
    hit, certain = found
    stance = _stance(reading, hit, rules, path)
    if stance is None:
        return None
    return Training(
        stance,
        hit,
        certain and _concerns(reading),
        own=any(reading.has(name) for name in ("content", "data", "personal")),
        lets_refuse=reading.has("opt_out") or reading.has("chooses"),
        asks=reading.has("consent"),
    )


def _concerns(reading: Reading) -> bool:
    """Whether the platform, people or a use of their work is spoken of, rather than how such models come about."""
    return any(map(reading.has, ("we", "you", "third"))) or reading.has("content", "use")


def _stance(reading: Reading, hit: Hit, rules: Rules, path: tuple[str, ...]) -> Stance | None:
    """The stance, or None where people speak of their own models."""
    if reading.has("on_ours") or reading.has("reserves", "theirs"):
        return Stance.BANS_OTHERS
    choices = reading.at("opt_out")
    bans = [
        h
        for h in reading.at("ban")
        if not _conditional(reading, h.start) and not any(c.start <= h.start < c.end for c in choices)
    ]
    ban = max((h for h in bans if h.start < hit.start), default=None)
    denied = _denial(reading, hit)
    doer = _doer(reading, (ban or denied or hit).start)
    if (ban and doer != "we" and not _passive(reading, ban)) or (bans and not ban and not doer):
        return Stance.BANS_OTHERS
    if denied:
        if _denied_to_others(reading, denied, doer):
            return Stance.BANS_OTHERS
        return Stance.CONTROLS if reading.has("if_refused") else Stance.DENIES
    if reading.has("opt_out") and _offers(reading):
        return Stance.CONTROLS
    given = (reading.has("grant") or reading.has("concedes")) and not (doer == "you" and reading.has("vouches"))
    return Stance.ALLOWS if given or doer == "we" else _open_stance(reading, doer, rules, path)


def _open_stance(reading: Reading, doer: str, rules: Rules, path: tuple[str, ...]) -> Stance | None:
    """The stance of a sentence that neither denies nor names the platform: its heading and its source decide."""
    to_scrapers = reading.has("scrape") and not reading.has("subject_we")
    heading = rules.lexicon.read(path[-1]) if path else None
    if to_scrapers or (heading and heading.has("ban_heading")):
        return Stance.BANS_OTHERS
    if doer == "you":
        return Stance.BANS_OTHERS if _forbidden_source(reading) else None
    return Stance.ALLOWS


def _evidence(reading: Reading) -> tuple[Hit, bool] | None:
    """The verb that makes models, and whether the words leave no doubt."""
    trains = _without(reading.at("train"), [*reading.at("staff"), *reading.at("ready_made")])
    if hit := (
        _pair(trains, reading.at("on_yours"), 2, reading.own)
        or _pair(trains, [*reading.at("ai"), *reading.at("model")], _REACH, reading.own)
        or _pair([*trains, *reading.at("learn")], reading.at("tool"), _NEAR, reading.own)
        or _fed(reading)
        or _learns(reading)
    ):
        return hit, True
    theirs = any(map(reading.has, ("content", "data", "works")))
    uses = [*reading.at("use"), *reading.at("may_be"), *reading.at("put"), *reading.at("share")]
    if hit := _made(reading):
        sourced = theirs and (uses or reading.has("grant")) and (reading.has("we") or reading.has("you"))
        return hit, bool(sourced) or (
            (reading.has("we") or reading.has("content"))
            and _pair([hit], reading.at("model"), _NEAR, reading.own) is not None
        )
    mine = reading.has("your_content") or reading.has("works", "use")
    if mine and (hit := _pair(reading.at("improve"), reading.at("toolkit"), _NEAR, reading.own)):
        return hit, True
    if theirs and reading.has("dataset", "ai"):
        return reading.at("dataset")[0], True
    ours = any(map(reading.has, ("content", "works", "your_content")))
    if ours and (hit := _pair(reading.at("dataset"), reading.at("assemble"), _NEAR, reading.own)):
        return hit, reading.has("we") or reading.has("third")
    if theirs and (hit := _pair(trains, [*uses, *reading.at("kept_from")], _REACH, reading.own)):
        return hit, not reading.has("rehearsed")
    return _kept_out(reading, [*uses, *reading.at("supply")]) if theirs or reading.has("anaphor") else None


def _fed(reading: Reading) -> Hit | None:
    """People's work called training data, or handed to those who build AI."""
    if not any(map(reading.has, ("content", "works"))):
        return None
    for hit in reading.at("fodder"):
        if hit.end > reading.own:
            return hit
    handed = _pair(reading.at("supply"), reading.at("maker"), _NEAR, reading.own)
    return handed if handed and _pair([handed], reading.at("ai"), _REACH, reading.own) else None


def _learns(reading: Reading) -> Hit | None:
    """The platform or its machines learning from people's work: not people who learn from it."""
    learners = [h for name in ("we", "ai", "model", "tool") for h in reading.at(name)]
    for hit in reading.at("learn"):
        source = range(hit.end, hit.end + _VERB_WITHIN)
        taught = any(h.start in source for name in ("content", "works") for h in reading.at(name))
        if taught and any(0 <= hit.start - h.end < _VERB_WITHIN for h in learners):
            return hit
    return None


def _kept_out(reading: Reading, uses: Iterable[Hit]) -> tuple[Hit, bool] | None:
    """A verb of use that is denied for AI, or for improving the service, which rules out training on it.

    It leaves no doubt where AI is what the work is used for; what is used, and used no more, is no training.
    """
    for verb in uses:
        near = range(verb.end, verb.end + _NEAR)
        aims = [h for name in ("ai", "improve") for h in reading.at(name) if h.start in near and h.end > reading.own]
        for_ai = [h for h in aims if h in reading.at("ai") and _aimed(reading, verb, h)]
        if aims and (for_ai or reading.has("improve")) and _denial(reading, verb):
            return verb, bool(for_ai)
        if for_ai and reading.has("opt_out") and _offers(reading):
            return verb, True
    return None


def _aimed(reading: Reading, verb: Hit, technology: Hit) -> bool:
    """Whether the words between a verb and a technology say what for: "use your posts for AI"."""
    return not _AIMS.isdisjoint(reading.words[max(verb.end, technology.start - 3) : technology.start])


def _made(reading: Reading) -> Hit | None:
    """What makes AI: "improve our AI models", not "use AI to improve our services"; "speech model research"."""
    beside = [(name, pair) for name, pair in (("making", 1), ("betters", _VERB_WITHIN)) if reading.has(name)]
    for name, reach in beside:
        for tech in (*reading.at("ai"), *reading.at("tool")):
            if any(0 <= h.start - tech.end < reach and h.end > reading.own for h in reading.at(name)):
                return tech
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


def _doer(reading: Reading, at: int) -> str:
    """Who does what stands at `at`: "we", "you", or "" where it is left open (passive, imperative, list item)."""
    subjects = sorted(
        (hit.start, name)
        for name, cls in (("we", "subject_we"), ("you", "subject_you"))
        for hit in reading.at(cls)
        if hit.start <= at and _acts(reading, hit) and not (name == "you" and _relative(reading, hit))
    )
    own = [row for row in subjects if row[0] >= reading.own] or subjects
    if not own:
        return ""
    pronoun = reading.words[at - 1 : at]
    return own[0][1] if pronoun in (("it",), ("they",)) else own[-1][1]


def _acts(reading: Reading, hit: Hit) -> bool:
    """Whether a noun is followed by its verb: a modal, an agreement, a ban, or the verb of use itself."""
    window = range(hit.end, hit.end + _VERB_WITHIN)
    return any(h.start in window for name in _MODALS for h in reading.at(name)) or any(
        h.start == hit.end for name in _VERBS for h in reading.at(name)
    )


def _relative(reading: Reading, subject: Hit) -> bool:
    """Whether a noun belongs to an aside about another: "music that you might like", "the content you send us"."""
    noun = any(h.end == subject.start for name in ("content", "data") for h in reading.at(name))
    return subject.start > reading.own + 1 and (noun or reading.words[subject.start - 1] in _ASIDE)


def _passive(reading: Reading, negation: Hit) -> bool:
    """Whether nobody is named and what is not used is the reader's: "your content will not be used to train …"."""
    after = reading.words[negation.end : negation.end + 4]
    return any(word in _PARTICIPLES for word in after) and not reading.has("theirs")


def _denied_to_others(reading: Reading, negation: Hit, doer: str) -> bool:
    """Whether it is people, customers or scrapers to whom it is denied."""
    if reading.has("scrape") and not any(reading.own <= h.start < negation.start for h in reading.at("subject_we")):
        return True
    if not doer:
        return reading.has("theirs") and not reading.has("yours")
    return _of_others(reading, negation) if doer == "we" else not _passive(reading, negation)


def _of_others(reading: Reading, negation: Hit) -> bool:
    """Whether the platform forbids it to others than those that work for it ("we prohibit users from …")."""
    after = range(negation.end, negation.end + _NEAR)
    forbids = any(h.start == negation.start for h in reading.at("forbids"))
    if forbids and reading.has("theirs") and not reading.has("yours"):
        return True
    nouns = sorted((h.start, cls) for cls in ("subject_we", "subject_you") for h in reading.at(cls) if h.start in after)
    return bool(nouns) and nouns[0][1] == "subject_you" and forbids


def _forbidden_source(reading: Reading) -> bool:
    return any(reading.has(name) for name in ("theirs", "scrape", "compete", "not"))


def _offers(reading: Reading) -> bool:
    """Whether the sentence gives people the choice, rather than naming it as a condition of a permission."""
    conditions = {"unless", "until", "provided", "except", "when", "while"}
    return any(conditions.isdisjoint(reading.words[max(0, h.start - 8) : h.start]) for h in reading.at("opt_out"))


def _denial(reading: Reading, hit: Hit) -> Hit | None:
    """The negation, or the verb of stopping, that reaches the verb."""
    choices = [range(h.start, h.end) for h in reading.at("opt_out")]
    for negation in (*reading.at("not"), *reading.at("halt")):
        word = reading.words[negation.start]
        before = reading.words[max(0, negation.start - 2) : negation.start]
        aside = "whether" in before or before[-1:] == ("or",) or word in {"without", "excluding"}
        further = reading.words[negation.end : negation.end + 1] in (("only",), ("limited",)) or (
            "more" in reading.words[negation.end : negation.end + _VERB_WITHIN]
        )
        chosen = any(negation.start in choice for choice in choices)
        backward = _BACKWARD if word.isascii() else _BACKWARD_LATE
        contrast = reading.words[negation.end : negation.end + 1] in (("on",), ("with",), ("from",))
        backward = _BACKWARD_LATE if contrast and not chosen else backward
        near = backward <= hit.start - negation.start <= _FORWARD and _one_clause(reading, negation.start, hit.start)
        if near and not (aside or further or chosen or _conditional(reading, negation.start)):
            return negation
    return None


def _one_clause(reading: Reading, a: int, b: int) -> bool:
    """Whether no semicolon parts two places, but for those that alternatives follow ("…; or …")."""
    between = range(max(min(a, b), reading.own), max(a, b))
    return all(reading.words[n] != BREAK or reading.words[n + 1] in {"or", "and"} for n in between)


def _conditional(reading: Reading, at: int) -> bool:
    """Whether what stands at `at` belongs to an "if" or "unless" that another clause answers."""
    return any(word in {"if", "unless"} for word in reading.words[max(reading.own, at - 4) : at])
