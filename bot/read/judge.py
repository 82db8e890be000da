"""Each step of a change: whether it is noise, which topics it touches, and what it says of training."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.model.change import Edit, Side
from bot.model.topic import Topic
from bot.model.version import Version, words_of
from bot.read.asides import Asides, points
from bot.read.evidence import NOTHING, Evidence, Shown
from bot.read.frames import Stance, Training
from bot.read.furniture import furniture
from bot.read.lexicon import Reading
from bot.read.noise import LONGEST_ADDRESS, Difference, difference, differing, explained, located, opposed
from bot.read.normal import plain_words, signs
from bot.read.renames import learn_renames, names_only
from bot.read.scope import Shift, shift
from bot.read.speakers import Speakers
from bot.read.standing import Standing
from bot.read.statements import HINTED, STOPS, binds, is_statement, of_models, tells
from bot.read.steps import Step, broken_off, listed
from bot.read.topics import Rules
from bot.read.wordings import MODAL, Wordings

_EMPTY = frozenset({"thing", "stop", "finite", "chrome", "instrument", "purpose"})  # classes without a meaning
_FRAME_WORDS = (
    "ai", "train", "content", "works", "data", "model", "machine", "third", "improve", "personal", "dataset", "use",
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_LONG_CLAUSE = 3000
_NO_STATEMENTS = {
    "a count of votes",
    "a heading",
    "a question used as a heading",
    "a choice in a menu",
}  # whatever they speak of
# What kinds of words make a sentence worth quoting: a logistic regression on which sentences careful readers chose
# from 154 changes (cross-validated: one of theirs among our first three in 91 %).
_TELLING = {
    "ai": 0.9, "content": 0.6, "train": 0.5, "arbitration": 0.5, "consent": 0.4, "loss": 0.3, "grant": 0.3, "you": 0.3,
    "third": 0.1, "we": 0.1, "settled": 0.4,
}  # fmt: skip
_PEOPLE = frozenset({"you", "subject_you", "addressed"})
_FEW = 4  # changed words, none of which means anything to us, that are mere wording


@dataclass(frozen=True, slots=True)
class Judged:
    """A step with what was found in it. `noise` says why it does not count."""

    step: Step
    noise: str = ""
    topics: Mapping[Topic, float] = field(default_factory=dict)
    why: Mapping[Topic, str] = field(default_factory=dict)
    gone: Training | None = None
    come: Training | None = None
    weight: float = 0.0
    significant: bool = False
    shift: Shift = ""
    grave: bool = False
    turned: bool = False
    binds: bool = True

    @property
    def counts(self) -> bool:
        """Whether it is news."""
        return not self.noise

    @property
    def side(self) -> Side:
        """The version that its quote stands in."""
        return "after" if self.step.after else "before"

    @property
    def trains(self) -> bool:
        """Whether it says anything of training by the platform."""
        return any(f and f.stance is not Stance.BANS_OTHERS for f in (self.gone, self.come))

    @property
    def note(self) -> str:
        """A line for `--explain`."""
        sign = "~" if self.step.before and self.step.after else "+" if self.step.after else "-"
        text = self.step.now.text[:120]
        if self.noise:
            return f"{sign} {text!r}: {self.noise}"
        frames = [f"{side} {f.stance}" for side, f in (("was", self.gone), ("now", self.come)) if f]
        return f"{sign} {text!r}: " + "; ".join([*(f"{t} ({self.why[t]})" for t in self.topics), *frames])


class Judge:
    """Reads the steps between two versions in the light of both, and of what `standing` knows of them."""

    def __init__(
        self,
        before: Version,
        after: Version,
        names: tuple[str, ...],
        rules: Rules,
        document_type: str = "",
        language: str = "en",
    ) -> None:
        self._evidence = Evidence(rules, document_type)
        self._before, self._after = before, after
        self._lexicon, self._capitals = rules.lexicon, rules.language.capitals
        speakers = Speakers(after, names, rules.lexicon)
        self.standing = Standing(before, after, speakers, rules, language)
        self._wordings = Wordings(rules, speakers, language, self._titles)
        self._asides = Asides(rules, self.standing, self._titles)

    def all(self, rows: Sequence[Step]) -> list[Judged]:
        """Judge every step."""
        pairs = [(s.before.text, s.after.text) for s in rows if s.before and s.after]
        renames = learn_renames(
            pairs, [s.replaced for s in rows if s.before and s.after], self._lexicon, nouns=self._capitals
        )
        broken = broken_off(rows)
        return [Judged(s, noise="a sentence cut off") if s in broken else self._one(s, renames) for s in rows]

    def residue(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """The edits without those whose clauses, as wholes, differ by an address or by typography only."""
        lists = listed(edits)
        return tuple(e for e in edits if e not in lists and not self._trivial(e))

    def _trivial(self, edit: Edit) -> bool:
        if edit.kind != "reworded" or not edit.before or not edit.after:
            return False
        was, now = differing(edit.before.text, edit.after.text)
        if signs(was) == signs(now) or explained(was, now) or explained(now, was):
            return True
        if len(edit.after.text) > _LONG_CLAUSE:
            return False
        if self._wordings.merged(was, now):
            return True
        changed = set(was.split()) ^ set(now.split())
        if len(changed) > 2 * LONGEST_ADDRESS or not any(map(_DIGIT.search, changed)):
            return False  # an address has a number
        return located(edit.after.text, self._lexicon) and bool(
            difference(edit.before.text, edit.after.text, self._lexicon, frozenset()).why
        )

    def _one(self, step: Step, renames: frozenset[tuple[str, str]]) -> Judged:
        reading = self.standing.read(step.now)
        if not step.before or not step.after:
            return self._alone(step, reading)
        bound = reading.has("grant", "license_trait")  # whom a licence names is more than a name
        known = frozenset(filter(self._roles, renames)) if bound else renames
        apart = self._wordings.apart(step.before, step.after, known)
        return Judged(step, apart.why) if apart.why else self._reworded(step, reading, apart)

    def _alone(self, step: Step, reading: Reading) -> Judged:
        """Judge a sentence that came or went."""
        if why := self._asides.why(step, reading):
            return Judged(step, noise=why)
        now = step.now
        shown = self._evidence.of(reading, now.clause, None)
        frame = self.standing.training(reading, now)
        if frame and frame.certain and self.standing.repeats(now, frame, told=not step.after):
            frame = None
        judged = Judged(
            step,
            topics=_without_conduct(shown.weights, frame),
            why=shown.why,
            gone=None if step.after else frame,
            come=frame if step.after else None,
            weight=self._weight(reading),
            grave=bool(step.after) and _grave(reading, frame),
            turned=reading.has("loss") or reading.has("not"),
            binds=binds(reading, led=bool(now.lead)),
        )
        said = judged.trains or is_statement(now.text, reading, max(judged.topics.values(), default=0.0))
        return judged if said else Judged(step, noise="no statement")

    def _reworded(self, step: Step, now: Reading, apart: Difference) -> Judged:
        """Judge a sentence that was put otherwise, by the words that differ."""
        assert step.before
        assert step.after
        was = self.standing.read(step.before)
        changed = self._lexicon.read(" ".join((*apart.lost, *apart.gained)))
        modal = any(changed.has(name) or _inflects(was, now, name) for name in MODAL)
        significant = modal or opposed(apart.lost, apart.gained)
        shown = self._shown(step, was, now, apart, whole=significant or tells(changed))
        gone, come = self.standing.training(was, step.before), self.standing.training(now, step.after)
        judged = Judged(step, "", shown.weights, shown.why, gone, come, self._weight(now), significant)
        if noise := self._mere(judged, was, now, changed):
            return Judged(step, noise=noise)
        turn = shift(gone, come, step, self._lexicon)
        if gone and come and gone.stance is come.stance and not (turn or significant or changed.has("ai")):
            gone, come = (gone, come) if any(map(changed.has, _FRAME_WORDS)) else (None, None)
        figures = bool(shown.weights) and any(map(_DIGIT.search, changed.words))
        ruled = any(binds(reading, led=bool(step.after.lead)) for reading in (was, now))
        return replace(
            judged,
            gone=gone,
            come=come,
            shift=turn,
            grave=turn in {"wider", "no refusal"} and _grave(now, come),
            turned=changed.has("loss") or changed.has("not"),
            binds=significant or figures or ruled or of_models(changed),
        )

    def _shown(self, step: Step, was: Reading, now: Reading, apart: Difference, *, whole: bool) -> Shown:
        """The topics of both wordings, each by the one that shows it best."""
        sides = ((now, apart.gained, step.after), (was, apart.lost, step.before))
        weights: dict[Topic, float] = {}
        why: dict[Topic, str] = {}
        for reading, words, sentence in sides:
            shown = self._evidence.of(reading, sentence.clause, frozenset(words), whole=whole) if sentence else NOTHING
            for topic, weight in shown.weights.items():
                if weight > weights.get(topic, 0):
                    weights[topic], why[topic] = weight, shown.why[topic]
        return Shown(weights, why)

    def _mere(self, judged: Judged, was: Reading, now: Reading, changed: Reading) -> str:
        """Why another wording is no news: by the words that differ, or by what it is; empty where it may be."""
        sentence = judged.step.now
        trains, hinted = judged.gone or judged.come, max(judged.topics.values(), default=0.0) >= HINTED
        said = changed.words[1:]
        bears = trains or judged.topics or judged.significant or any(map(now.has, ("may", "must", "not", "grant")))
        figures = any(map(_DIGIT.search, plain_words(" ".join(said))))
        empty = len(said) <= _FEW and not (bears or figures or of_models(changed))
        if empty or all(map(self._light, said)):
            return "wording"
        if points(was) and points(now) and not (judged.significant or any(map(changed.has, _FRAME_WORDS))):
            return "where more is read"
        told_whom = now.has("share") or now.has("grant")  # there a name is more
        if not (trains or hinted or judged.significant or told_whom) and names_only(
            judged.step, self._lexicon, nouns=self._capitals
        ):
            return "names in a list"
        why = "" if trains else furniture(sentence.clause, sentence.text, now)
        stops = sentence.text.rstrip()[-1:] in STOPS
        says = (judged.topics and (hinted or stops)) or changed.has("not") or changed.has("off")
        return why if why in _NO_STATEMENTS or not says else ""

    def _roles(self, rename: tuple[str, str]) -> bool:
        """Whether people are called by another word: "Contributor", "Artist"."""
        classes = [self._lexicon.classes(word) for word in rename]
        return all(c <= _PEOPLE for c in classes) and any(classes)

    def _light(self, word: str) -> bool:
        """Whether a word alone says nothing that a right could hang on."""
        return bool(hits := self._lexicon.classes(word)) and hits <= _EMPTY

    @staticmethod
    def _weight(reading: Reading) -> float:
        """How much the words of a sentence would tell a reader on their own."""
        strong = len({reading.words[h.start] for h in reading.at("strong") if h.start >= reading.own})
        told = (name for name in _TELLING if name in reading.hits and reading.hits[name][-1].start >= reading.own)
        return 0.2 * min(strong, 4) + sum(_TELLING[name] for name in told)

    @cached_property
    def _titles(self) -> frozenset[str]:
        """The headings of both versions, as words."""
        both = (*self._before.clauses, *self._after.clauses)
        return frozenset(" ".join(words_of(clause.text)) for clause in both if clause.kind == "heading")


def _inflects(was: Reading, now: Reading, name: str) -> bool:
    """Whether, in Japanese, the ending of a word makes it one of a class or none: 提供します, 提供しません."""
    return now.signs > 1 and len(was.at(name)) != len(now.at(name))


def _without_conduct(topics: Mapping[Topic, float], *frames: Training | None) -> Mapping[Topic, float]:
    """The topics without that of conduct, where the platform speaks of its own training."""
    if not any(frame and frame.certain and frame.stance is not Stance.BANS_OTHERS for frame in frames):
        return topics
    return {topic: weight for topic, weight in topics.items() if topic is not Topic.ACCEPTABLE_USE}


def _grave(reading: Reading, frame: Training | None) -> bool:
    """Whether work may go into models that make such work, or into those of others, without being asked."""
    if not frame or frame.stance is not Stance.ALLOWS or not frame.certain or frame.asks:
        return False
    return reading.has("generative") or reading.has("third")
