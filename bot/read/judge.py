"""Each step of a change: is it noise, which topics does it touch, and does it speak of training?"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.model.change import Edit, Side
from bot.model.topic import Direction, Topic
from bot.model.version import Clause, Version
from bot.read import direction as directions
from bot.read.frames import Stance, Training, training
from bot.read.lexicon import Hit, Reading
from bot.read.noise import Difference, difference, furniture, learn_renames
from bot.read.speakers import Speakers
from bot.read.steps import Sentence, Step, sentences
from bot.read.topics import Rules

_EMPTY = frozenset(
    {"thing", "stop", "finite", "chrome", "instrument", "purpose", "strong"}
)  # classes without a meaning
_FRAME_WORDS = ("ai", "train", "content", "data", "model", "third", "improve", "personal", "dataset", "use")
_MODAL = ("may", "must", "not", "ban", "default", "exception", "consent", "opt_out", "scope", "place")
_AI_WORDS = re.compile(
    r"train|fine.?tun|learning|\bai\b|a\.i\.|artificial|algorithm|\bmodels?\b|dataset|künstliche|\bki\b|entra[iî]n|\bia\b|学習|人工知能|モデル",
    re.IGNORECASE,
)
_LONG_CLAUSE = 3000
_HEADED = 0.8
_PERIPHERAL = 0.35
_FEW = 4  # changed words, none of which means anything to us, that are mere wording
_LEAST = 2.0
_SHARE = 0.65
_MOST = 4
_PROVEN = 3.0
_GRAVE = frozenset({Topic.CONTENT_LICENSE, Topic.ARBITRATION_DISPUTES, Topic.BIOMETRICS})  # named even when small


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
    weakened: bool = False

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
    """Reads the steps between two versions in the light of both."""

    def __init__(
        self,
        before: Version,
        after: Version,
        names: tuple[str, ...],
        rules: Rules,
        document_type: str = "",
    ) -> None:
        self._prior = rules.prior(document_type)
        self._before, self._after = before, after
        self._rules = rules
        self._lexicon = rules.lexicon
        self._speakers = Speakers(after, names, rules.lexicon)

    def all(self, rows: Sequence[Step]) -> list[Judged]:
        """Judge every step."""
        pairs = [(s.before.text, s.after.text) for s in rows if s.before and s.after]
        renames = learn_renames(pairs, [s.replaced for s in rows if s.before and s.after], self._lexicon)
        return [self._one(step, renames) for step in rows]

    def residue(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """The edits without those whose clauses, as wholes, differ by an address or by typography only."""
        return tuple(e for e in edits if not self._trivial(e))

    def _trivial(self, edit: Edit) -> bool:
        if edit.kind != "reworded" or not edit.before or not edit.after or len(edit.after.text) > _LONG_CLAUSE:
            return False
        return bool(difference(edit.before.text, edit.after.text, self._lexicon, frozenset()).why)

    def _one(self, step: Step, renames: frozenset[tuple[str, str]]) -> Judged:
        now = step.now
        reading = self._read(now)
        if step.before and step.after:
            bound = reading.has("grant", "license_trait")  # whom a licence names is more than a name
            apart = difference(step.before.text, step.after.text, self._lexicon, frozenset() if bound else renames)
            if apart.why:
                return Judged(step, noise=apart.why)
            return self._reworded(step, reading, self._read(step.before), apart)
        if why := furniture(now.clause, now.text, reading):
            return Judged(step, noise=why)
        topics, why_topic = self._topics(reading, now.clause, None)
        frame = self._training(reading, now)
        judged = Judged(
            step,
            topics=topics,
            why=why_topic,
            gone=None if step.after else frame,
            come=frame if step.after else None,
            weight=self._weight(reading),
        )
        return judged if judged.trains or self._says_something(judged, reading) else Judged(step, noise="no statement")

    def _reworded(self, step: Step, now: Reading, was: Reading, apart: Difference) -> Judged:
        assert step.before
        assert step.after
        changed = self._lexicon.read(" ".join((*apart.lost, *apart.gained)))
        significant = any(changed.has(name) for name in _MODAL)
        whole = significant or len(changed.words) > 5
        topics: dict[Topic, float] = {}
        why: dict[Topic, str] = {}
        for reading, words, sentence in ((now, apart.gained, step.after), (was, apart.lost, step.before)):
            found, reasons = self._topics(reading, sentence.clause, frozenset(words), whole=whole)
            for topic, weight in found.items():
                if weight > topics.get(topic, 0):
                    topics[topic], why[topic] = weight, reasons[topic]
        gone, come = self._training(was, step.before), self._training(now, step.after)
        if (
            changed.hits.keys() <= _EMPTY
            and len(changed.words) <= _FEW
            and not (gone or come or now.has("grant", "license_trait"))
        ):
            return Judged(step, noise="wording")
        if not (gone or come or topics) and (why_not := furniture(step.after.clause, step.after.text, now)):
            return Judged(step, noise=why_not)
        if gone == come and not significant and not any(changed.has(n) for n in _FRAME_WORDS):
            gone = come = None
        weakened = bool(gone and come and gone.promises and come.promises) and self._narrowed(apart)
        return Judged(step, "", topics, why, gone, come, self._weight(now), significant, weakened)

    def _narrowed(self, apart: Difference) -> bool:
        """Whether words came that make a promise smaller ("by default", "unless", "for eligible users")."""
        gained, lost = (self._lexicon.read(" ".join(words)) for words in (apart.gained, apart.lost))
        return any(gained.has(name) and not lost.has(name) for name in ("default", "exception", "narrow"))

    def _read(self, sentence: Sentence) -> Reading:
        reading = self._lexicon.read(self._speakers.plain(sentence.text), self._speakers.plain(sentence.lead))
        bans = tuple(h for h in reading.at("ban") if not _by_us(reading, h))
        if len(bans) < len(reading.at("ban")):
            hits = {**reading.hits, "ban": bans} if bans else {n: h for n, h in reading.hits.items() if n != "ban"}
            return replace(reading, hits=hits)
        return reading

    def _topics(
        self, reading: Reading, clause: Clause, changed: frozenset[str] | None, *, whole: bool = True
    ) -> tuple[dict[Topic, float], dict[Topic, str]]:
        """Weights by topic. Where only some words changed, evidence apart from them weighs little."""
        weights: dict[Topic, float] = {}
        why: dict[Topic, str] = {}
        headed = self._rules.under(clause.path)
        for topic, match in self._rules.topics(reading).items():
            touched = changed is None or self._touches(reading, match.hits, changed)
            factor = 1.0 if touched else 0.8 if whole else _PERIPHERAL
            weights[topic] = match.weight * factor + (_HEADED if topic in headed else 0)
            why[topic] = match.why
        for topic in headed - weights.keys():
            weights[topic], why[topic] = _HEADED, "its heading"
        return {t: w * self._prior.get(t, 1.0) for t, w in weights.items()}, why

    @staticmethod
    def _touches(reading: Reading, hits: Iterable[Hit], changed: frozenset[str]) -> bool:
        return any(word in changed for hit in hits for word in reading.words[hit.start : hit.end])

    def _training(self, reading: Reading, sentence: Sentence) -> Training | None:
        return training(reading, self._rules, sentence.clause.path)

    @staticmethod
    def _weight(reading: Reading) -> float:
        """How much a sentence would tell a reader on its own: who may do what, strong words, and AI above all."""
        actors = sum(reading.has(name) for name in ("we", "you", "may", "must", "not"))
        strong = len({reading.words[h.start] for h in reading.at("strong") if h.start >= reading.own})
        return 0.3 * actors + 0.4 * min(strong, 4) + 0.6 * reading.has("ai") + 0.8 * reading.has("ai", "train")

    @staticmethod
    def _says_something(judged: Judged, reading: Reading) -> bool:
        """Whether a line that came or went is a statement: an actor who does or may, a duty, or a topic plainly shown."""
        acts = reading.has("finite") or reading.has("may") or reading.has("must") or reading.has("ban")
        someone = any(reading.has(name) for name in ("we", "you", "third"))
        strong = max(judged.topics.values(), default=0.0)
        own = len(reading.words) - reading.own
        return (acts and someone and own > 4) or strong >= 2 or (strong >= 1 and own >= 8)

    def topics(self, told: Sequence[Judged]) -> dict[Topic, float]:
        """The topics that an announcement has to name, heaviest first; AI training first of all."""
        weights: defaultdict[Topic, list[float]] = defaultdict(list)
        for j in told:
            for topic, weight in j.topics.items():
                weights[topic].append(weight)
        scores = {topic: self._sum(rows) for topic, rows in weights.items()}
        most = max(scores.values(), default=0.0)
        heavy = {t for t in _GRAVE if max(weights.get(t, ()), default=0.0) >= _PROVEN}
        chosen = [t for t, s in scores.items() if (s >= _SHARE * most and max(weights[t]) >= _LEAST) or t in heavy]
        chosen = sorted(chosen, key=lambda t: (t not in heavy, -scores[t]))[:_MOST]
        out = {topic: scores[topic] for topic in chosen}
        if any(j.trains for j in told):
            certain = any(
                f and f.certain and f.stance is not Stance.BANS_OTHERS for j in told for f in (j.gone, j.come)
            )
            if certain or any(j.trains and j.significant for j in told):
                out = {Topic.AI_TRAINING: 9.0, **out}
        return out

    @staticmethod
    def _sum(rows: Iterable[float]) -> float:
        best, *rest = sorted(rows, reverse=True)
        return best + 0.5 * math.sqrt(sum(r for r in rest if r >= 1))  # more of the same counts ever less

    def direction(self, told: Sequence[Judged]) -> Direction | None:
        """Which way the change points on training, from what stood and what came."""
        gone = [j.gone for j in told if j.gone]
        come = [j.come for j in told if j.come]
        weakened = any(j.weakened for j in told)
        return directions.direction(
            directions.Stand.of(self._standing(self._before)),
            directions.Stand.of(self._standing(self._after)),
            directions.Stand.of(gone),
            directions.Stand.of(come),
            weakened=weakened,
        )

    def _standing(self, version: Version) -> list[Training]:
        """Every frame of training in a version."""
        frames = []
        for clause in version.clauses:
            if not _AI_WORDS.search(clause.text) or clause.kind == "heading":
                continue
            for sentence in sentences(clause):
                if _AI_WORDS.search(sentence.text) and (frame := self._training(self._read(sentence), sentence)):
                    frames.append(frame)
        return frames


def _by_us(reading: Reading, ban: Hit) -> bool:
    """Whether it is the platform that "will not" or "may not"."""
    return any(ban.start - 2 <= h.end - 1 < ban.start for h in reading.at("subject_we"))
