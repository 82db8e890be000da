"""Which topics an announcement has to name: those that carry the change, and few of them."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.model.topic import Topic
from bot.read.frames import Stance
from bot.read.judge import Judged

_LEAST = 1.7  # weight that one sentence at least must give
_HINT = 0.9  # weight from which a topic is named where no other is
_SHARE = 0.65  # of the heaviest topic's score
_SHARE_OF_FEW = 0.55  # the same where few sentences changed, so that each may be a change of its own
_FEW = 4
_MOST = 4
_PROVEN = 3.0
_GRAVE = frozenset(  # named even when they are a small part
    {Topic.CONTENT_LICENSE, Topic.ARBITRATION_DISPUTES, Topic.TERMINATION_MODERATION}
)
_NOTABLE = frozenset({Topic.BIOMETRICS, Topic.MINORS_AGE})  # the same where the change is small
_SMALL = 12  # sentences
_FIRST = 9.0  # the score of AI training, which is named before all others


def main_topics(told: Sequence[Judged], *, trains: bool) -> dict[Topic, float]:
    """The topics of a change with their scores, in the order in which they are named.

    `trains`: the document speaks of training somewhere, so that words that only suggest it ("not used to improve the
    service") may mean it.
    """
    weights: defaultdict[Topic, list[float]] = defaultdict(list)
    for j in told:
        for topic, weight in j.topics.items():
            weights[topic].append(weight)
    scores = {topic: _score(rows) for topic, rows in weights.items()}
    most = max(scores.values(), default=0.0)
    always = _GRAVE if len(told) > _SMALL else _GRAVE | _NOTABLE
    grave = {t for t in always if max(weights.get(t, ()), default=0.0) >= _PROVEN}
    share = _SHARE_OF_FEW if len(told) <= _FEW else _SHARE
    named = [t for t, s in scores.items() if (s >= share * most and max(weights[t]) >= _LEAST) or t in grave]
    named = sorted(named, key=lambda t: (-scores[t] - 2 * (t in grave), t))[:_MOST]
    first = {Topic.AI_TRAINING: _FIRST} if _about_training(told, trains=trains) else {}
    if not (named or first) and most >= _HINT:
        named = [max(scores, key=lambda t: (scores[t], t))]
    chosen = first | {topic: scores[topic] for topic in named}
    return chosen | {Topic.OPT_OUT_RIGHTS: _LEAST} if first and _lets_refuse(told) else chosen


def _lets_refuse(told: Iterable[Judged]) -> bool:
    """Whether a way to refuse training came or went, which is a right of its own."""
    moved = (j for j in told if not (j.gone and j.come and j.gone.stance is j.come.stance and not j.shift))
    frames = [f for j in moved for f in (j.gone, j.come) if f]
    return any(f.stance is Stance.CONTROLS or (f.stance is Stance.ALLOWS and f.lets_refuse) for f in frames)


def _about_training(told: Iterable[Judged], *, trains: bool) -> bool:
    frames = [(j, f) for j in told for f in (j.gone, j.come) if f and f.stance is not Stance.BANS_OTHERS]
    return any(f.certain or (trains and j.significant) for j, f in frames)


def _score(rows: Iterable[float]) -> float:
    """The heaviest sentence, and for the others ever less."""
    best, *rest = sorted(rows, reverse=True)
    return best + 0.5 * math.sqrt(sum(r for r in rest if r >= 1))
