"""Which topics an announcement has to name: those that carry the change, and few of them."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.model.topic import Topic
from bot.read.frames import Stance
from bot.read.judge import Judged

_LEAST = 2.0  # weight that one sentence at least must give
_SHARE = 0.65  # of the heaviest topic's score
_MOST = 4
_PROVEN = 3.0
_GRAVE = frozenset({Topic.CONTENT_LICENSE, Topic.ARBITRATION_DISPUTES, Topic.BIOMETRICS})  # named even when small
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
    grave = {t for t in _GRAVE if max(weights.get(t, ()), default=0.0) >= _PROVEN}
    chosen = [t for t, s in scores.items() if (s >= _SHARE * most and max(weights[t]) >= _LEAST) or t in grave]
    chosen = sorted(chosen, key=lambda t: (t not in grave, -scores[t], t))[:_MOST]
    first = {Topic.AI_TRAINING: _FIRST} if _about_training(told, trains=trains) else {}
    return first | {topic: scores[topic] for topic in chosen}


def _about_training(told: Iterable[Judged], *, trains: bool) -> bool:
    frames = [(j, f) for j in told for f in (j.gone, j.come) if f and f.stance is not Stance.BANS_OTHERS]
    return any(f.certain or (trains and j.significant) for j, f in frames)


def _score(rows: Iterable[float]) -> float:
    """The heaviest sentence, and for the others ever less."""
    best, *rest = sorted(rows, reverse=True)
    return best + 0.5 * math.sqrt(sum(r for r in rest if r >= 1))
