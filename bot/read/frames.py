"""The frame of AI training: who may, may not, or lets people choose to use whose work to make models.

What decides is grammar, not the word "train": the subject of the verb (a ban on users or scrapers is conduct, not
training on users' work), the negation that reaches the verb, and the lead-in that a list item continues.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.read.lexicon import Hit, Reading
from bot.read.making import evidence
from bot.read.polarity import conditional, denial, offers
from bot.read.topics import Rules

_NEAR = 9
_VERB_WITHIN = 4
_MODALS = ("may", "must", "ban", "not", "halt")
_VERBS = ("use", "train", "improve", "share", "grant", "collect")
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
    found = evidence(reading) or _headed(reading, rules, path)
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
    return any(map(reading.has, ("we", "you", "third", "licence_noun"))) or reading.has("content", "use")


def _stance(reading: Reading, hit: Hit, rules: Rules, path: tuple[str, ...]) -> Stance | None:
    """The stance, or None where people speak of their own models."""
    if reading.has("on_ours") or reading.has("pursues") or reading.has("reserves", "theirs"):
        return Stance.BANS_OTHERS
    choices = reading.at("opt_out")
    bans = [
        h
        for h in reading.at("ban")
        if not conditional(reading, h.start) and not any(c.start <= h.start < c.end for c in choices)
    ]
    ban = max((h for h in bans if h.start < hit.start), default=None)
    denied = denial(reading, hit)
    doer = _doer(reading, (ban or denied or hit).start)
    if (ban and doer != "we" and not _passive(reading, ban)) or (bans and not ban and not doer):
        return Stance.BANS_OTHERS
    if denied:
        if _denied_to_others(reading, denied, doer):
            return Stance.BANS_OTHERS
        return Stance.CONTROLS if reading.has("if_refused") else Stance.DENIES
    if reading.has("opt_out") and offers(reading):
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


def _doer(reading: Reading, at: int) -> str:
    """Who does what stands at `at`: "we", "you", or "" where it is left open.

    It is open in a list item, an imperative, and a passive that stands under another verb ("you can read how your
    posts may be used to …").
    """
    subjects = sorted(
        (hit.start, name)
        for name, cls in (("we", "subject_we"), ("you", "subject_you"))
        for hit in reading.at(cls)
        if hit.start <= at and _acts(reading, hit) and not (name == "you" and _relative(reading, hit))
    )
    own = [row for row in subjects if row[0] >= reading.own] or subjects
    if not own or any(own[-1][0] < h.start <= at for h in reading.at("passive")):
        return ""
    pronoun = reading.words[at - 1 : at]
    return own[0][1] if pronoun in (("it",), ("they",)) else own[-1][1]


def _acts(reading: Reading, hit: Hit) -> bool:
    """Whether a noun is followed by its verb: a modal, an agreement, a ban, or the verb of use itself.

    Where a language marks its subjects (`wir`, 当社は, *podemos*), these forms are enough.
    """
    if any(h.start == hit.start for h in reading.at("acts")):
        return True
    window = range(hit.end, hit.end + _VERB_WITHIN)
    return any(h.start in window for name in _MODALS for h in reading.at(name)) or any(
        h.start == hit.end and reading.words[h.end : h.end + 1] != ("of",) for name in _VERBS for h in reading.at(name)
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
