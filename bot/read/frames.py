"""The frame of AI training: who may, may not, or lets people choose to use whose work to make models.

What decides is grammar, not the word "train": the subject of the verb (a ban on users or scrapers is conduct, not
training on users' work), the negation that reaches the verb, and the lead-in that a list item continues.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bot.read.doers import any_in, doer_of
from bot.read.lexicon import Hit, Reading
from bot.read.making import evidence
from bot.read.polarity import conditional, denial, offers
from bot.read.topics import Rules

_NEAR = 9
_CHOOSING = frozenset({"if", "when", "once", "after", "even", "before", "until", "ask", "asks", "asked"})
_TRAINING = (("train",), ("fine",), ("finetune",), ("teach",), ("build",), ("create",))
_BE = frozenset({"be", "been", "being", "also", "ever"})
_PERMITS = (("authorise",), ("authorize",), ("permit",), ("allow",))
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
    found = evidence(reading) or _headed(reading, rules, path)
    if found is None:
        return None
    hit, certain = found
    of_choice = _stance_of_choice(reading)
    stance, ended = of_choice or _stance(reading, hit, rules, path), of_choice is Stance.ALLOWS
    if stance is None or (stance is Stance.DENIES and (reading.has("trained_before") or reading.has("no_promise"))):
        return None  # "it does not affect models that have already been trained", "we cannot guarantee that others …"
    return Training(
        stance,
        hit,
        certain and (ended or stance in {Stance.DENIES, Stance.CONTROLS} or _concerns(reading)),
        own=any(reading.has(name) for name in ("content", "data", "personal")),
        lets_refuse=not ended and (reading.has("opt_out") or reading.has("chooses")) and not reading.has("overrides"),
        asks=reading.has("consent"),
    )


def _headed(reading: Reading, rules: Rules, path: tuple[str, ...]) -> tuple[Hit, bool] | None:
    """Data or work used to improve things, under a heading that says by what: "Machine learning and improvement"."""
    if not path or not reading.has("improve", "use") or not (reading.has("data") or reading.has("content")):
        return None
    heading = rules.lexicon.read(path[-1])
    makes = [h for name in ("improve", "train") for h in heading.at(name) if not heading.words[h.start].endswith("ed")]
    named = heading.has("ai") and bool(makes)  # not "AI-enhanced search"
    return (reading.at("improve")[0], True) if named else None


def _concerns(reading: Reading) -> bool:
    """Whether the platform, people or a use of their work is spoken of, rather than how such models come about."""
    told = any(reading.has(work, name) for work in ("content", "works") for name in ("use", "kept_from", "into"))
    return told or any(map(reading.has, ("we", "you", "third", "licence_noun", "defines")))


def _stance_of_choice(reading: Reading) -> Stance | None:
    """The stance of a choice that is none: it has ended, or works are left out whatever people choose."""
    choices = [h for name in ("opt_out", "chooses", "refuses", "setting") for h in reading.at(name)]
    if any(_ended(reading, choice, end) for choice in choices for end in reading.at("choice_ends")):
        return Stance.ALLOWS
    outs = [h for h in reading.at("chooses") if reading.before(h) in {"are", "is", "stay", "remain"}]
    others = any(all(h.start != out.start for out in outs) for h in reading.at("opt_out"))
    chosen = others or any(map(reading.has, ("may", "untick", "addressed"))) or not _CHOOSING.isdisjoint(reading.words)
    return Stance.DENIES if outs and not chosen else None  # "songs by minors are left out of the training"


def _ended(reading: Reading, choice: Hit, end: Hit) -> bool:
    """Whether it is the choice that ends: "no longer possible to object", "objections are no longer accepted".

    Not in "opt out even after the trial has expired", nor in "once you opt out, we can no longer use …".
    """
    if 0 <= choice.start - end.end <= 1 or choice.start <= end.start < choice.end:
        return True
    between = range(choice.end, end.start)
    others = any(h.start in between for name in ("subject_we", "subject_you") for h in reading.at(name))
    parted = not _CHOOSING.isdisjoint(reading.words[choice.end : end.start])
    return 0 <= end.start - choice.end <= _NEAR and not (others or parted)


def _forbidden_on_ours(reading: Reading, hit: Hit) -> bool:
    """Whether it is others who would train on what is the platform's, or who are pursued for it."""
    if reading.has("reserves", "theirs") or (reading.has("on_ours") and not reading.has("yours")):
        return True
    return reading.has("pursues") and doer_of(reading, hit.start) != "we"


def _stance(reading: Reading, hit: Hit, rules: Rules, path: tuple[str, ...]) -> Stance | None:
    """The stance, or None where people speak of their own models."""
    if _forbidden_on_ours(reading, hit):
        return Stance.BANS_OTHERS
    choices = reading.at("opt_out")
    bans = [
        h
        for h in reading.at("ban")
        if not conditional(reading, h.start) and not any(c.start <= h.start < c.end for c in choices)
    ]
    ban = max((h for h in bans if h.start < hit.start), default=None)
    denied = denial(reading, hit)
    doer = doer_of(reading, (ban or denied or hit).start)
    if (ban and doer != "we" and not _passive(reading, ban)) or (
        bans and not ban and not doer and not reading.has("yours")
    ):
        return Stance.BANS_OTHERS
    if denied:
        return _denied(reading, denied, doer)
    if offers(reading) or (doer == "you" and _takes_out(reading, hit)):
        return Stance.CONTROLS
    given = (reading.has("grant") or reading.has("concedes")) and not (doer == "you" and reading.has("vouches"))
    return Stance.ALLOWS if given or doer == "we" else _open_stance(reading, doer, rules, path)


def _takes_out(reading: Reading, training: Hit) -> bool:
    """Whether people may take their work out of it: "you can: withdraw your songs from the training of models"."""
    return reading.has("may") and any(reading.own < h.start < training.start for h in reading.at("takes_out"))


def _denied(reading: Reading, negation: Hit, doer: str) -> Stance:
    """The stance of a sentence in which a negation reaches the training."""
    may_take = doer == "you" and any(h.end == negation.start for h in reading.at("may"))
    if (may_take or offers(reading)) and any(h.start == negation.start for h in reading.at("takes_out")):
        return Stance.CONTROLS  # "contributors may exclude works"
    switched = offers(reading) and reading.has("may", "addressed")
    choices = [*reading.at("asks_us"), *(reading.at("opt_out") if switched else ())]
    if any(reading.own < h.start and h.end < negation.start for h in choices):
        return Stance.CONTROLS  # "schools may request that works not be used", "you can turn it off, and we will not …"
    models = any(h.start == negation.end for name in ("model", "ai") for h in reading.at(name))
    machines = any(h.end == negation.start for name in ("tool", "machine", "model", "ai") for h in reading.at(name))
    if reading.has("to_us") or machines or (models and reading.words[negation.start] == "no"):
        return Stance.DENIES  # "the rights you grant us do not include …", "no model is trained on them"
    if _denied_to_others(reading, negation, doer) or _deontic(reading, negation):
        return Stance.BANS_OTHERS
    return Stance.CONTROLS if reading.has("if_refused") else Stance.DENIES


def _deontic(reading: Reading, negation: Hit) -> bool:
    """Whether a thing "may not be used", or "no listener may": a rule for all, not a promise to someone."""
    if reading.own and not negation.start:
        return True  # "Don't:"
    if reading.has("yours") or reading.has("subject_we"):
        return False
    forbidden = reading.words[negation.start - 1 : negation.start] in (("may",), ("must",))
    no_one = reading.words[negation.start] == "no" and negation.start == reading.own + 1
    after = range(negation.end, negation.end + _NEAR)
    return forbidden or (no_one and any_in(after, reading.at("subject_you")) and any_in(after, reading.at("may")))


def _open_stance(reading: Reading, doer: str, rules: Rules, path: tuple[str, ...]) -> Stance | None:
    """The stance of a sentence that neither denies nor names the platform: its heading and its source decide."""
    bots = [h for h in reading.at("scrape") if not any(t.start <= h.start < t.end for t in reading.at("tool"))]
    if reading.has("compete") or _bids(reading):
        return Stance.BANS_OTHERS
    to_scrapers = bool(bots) and not reading.has("subject_we")
    heading = rules.lexicon.read(path[-1]) if path else None
    if to_scrapers or (heading and heading.has("ban_heading")):
        return Stance.BANS_OTHERS
    if reading.words[reading.own + 1 :][:1] in _TRAINING and ("your", "own") in pairwise(reading.words):
        return None  # "Fine-tune models on your own data"
    if doer == "you":
        return Stance.BANS_OTHERS if _forbidden_source(reading) else Stance.ALLOWS if _licensed(reading) else None
    return Stance.ALLOWS


def _bids(reading: Reading) -> bool:
    """Whether people are told what alone to do: "only train models on what you own"."""
    first = reading.own + 2
    verbs = {h.start for name in ("train", "use") for h in reading.at(name)}
    return reading.words[first - 1 : first] == ("only",) and first in verbs


def _licensed(reading: Reading) -> bool:
    """Whether others may use what people brought: "a customer may use content to train models"."""
    modals = {h.start: h.end for h in reading.at("may")}
    used = {h.start for h in reading.at("use")}
    ends = (h.end + (reading.words[h.end : h.end + 1] in (("who",), ("that",))) for h in reading.at("licensee"))
    may_use = any(modals.get(end) in used for end in ends)
    work = any(map(reading.has, ("content", "works", "data"))) and not (
        reading.has("yours") or ("your", "own") in pairwise(reading.words)
    )
    return may_use and work


def _passive(reading: Reading, negation: Hit) -> bool:
    """Whether nobody is named and what is not used is the reader's: "your content will not be used to train …"."""
    first, *more = reading.words[negation.end : negation.end + 4] or ("",)
    done = first in _PARTICIPLES or (first in _BE and not _PARTICIPLES.isdisjoint(more))
    return done and not reading.has("theirs")


def _denied_to_others(reading: Reading, negation: Hit, doer: str) -> bool:
    """Whether it is people, customers or scrapers to whom it is denied."""
    if reading.has("scrape") and not any(reading.own <= h.start < negation.start for h in reading.at("subject_we")):
        return True
    others = reading.has("third") or reading.has("recipient") or "they" in reading.words
    if reading.has("obliges", "yours") and others:
        return False  # "we require those third parties not to train on your uploads"
    permitted = reading.words[negation.end : negation.end + 2]
    if permitted[:1] in _PERMITS and permitted[1:] == ("you",):
        return True  # "a standard licence does not permit you to …"
    if not doer:
        return reading.has("theirs") and not reading.has("yours")
    return _of_others(reading, negation) if doer == "we" else not _passive(reading, negation)


def _of_others(reading: Reading, negation: Hit) -> bool:
    """Whether the platform forbids it to others than those that work for it ("we prohibit users from …")."""
    after = range(negation.end, negation.end + _NEAR)
    permit = reading.words[negation.end : negation.end + 1] in _PERMITS
    forbids = permit or any(h.start == negation.start for h in reading.at("forbids"))
    if forbids and reading.has("theirs") and not reading.has("yours"):
        return True
    nouns = sorted((h.start, cls) for cls in ("subject_we", "subject_you") for h in reading.at(cls) if h.start in after)
    others = bool(nouns) and nouns[0][1] == "subject_you" and forbids
    return others and not (permit and reading.has("yours"))


def _forbidden_source(reading: Reading) -> bool:
    return any(reading.has(name) for name in ("theirs", "scrape", "compete", "not"))
