"""How much a change matters to a creator."""

import re
from collections.abc import Mapping, Sequence

from bot.model.topic import Direction, Severity, Topic
from bot.read.judge import Judged
from bot.read.steps import Step

# Scores from which a topic touches rights, money or recourse enough to be `major`, set where careful readers did.
_MAJOR = {
    Topic.ARBITRATION_DISPUTES: 3.8,
    Topic.CONTENT_LICENSE: 3.0,
    Topic.OWNERSHIP_IP: 6.0,
    Topic.MONETIZATION_FEES: 7.0,
}
_FEW = 4  # sentences up to which each is weighed by itself
_PLAIN = 1.6  # weight from which a sentence is about a topic
# What makes one sentence weigh: its topic; a promise, a bar or a safeguard that comes or goes; a figure that moves.
_BY_TOPIC = frozenset({Topic.CONTENT_LICENSE, Topic.OWNERSHIP_IP, Topic.BIOMETRICS})
_BY_TURN = frozenset(
    {
        Topic.MONETIZATION_FEES,
        Topic.TERMINATION_MODERATION,
        Topic.DATA_SHARING_SALE,
        Topic.ADVERTISING,
        Topic.LIABILITY_WARRANTY,
        Topic.ARBITRATION_DISPUTES,
    }
)
_BY_FIGURE = frozenset({Topic.MONETIZATION_FEES, Topic.TERMINATION_MODERATION})
_FIGURE = re.compile(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety|hundred|half|"
    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|fünfzehn|zwanzig|dreißig|sechzig|neunzig|hundert|"
    "deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|soixante|"
    r"dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cuarenta|sesenta|noventa|cien)\b",
    re.IGNORECASE,
)


def severity(told: Sequence[Judged], topics: Mapping[Topic, float], direction: Direction | None) -> Severity:
    """`critical`: work may be used anew and for good; `major`: rights, money, recourse or control change."""
    if direction is Direction.INTRODUCED or (direction is Direction.EXPANDED and any(j.grave for j in told)):
        return Severity.CRITICAL
    if direction or any(topics.get(topic, 0) >= least for topic, least in _MAJOR.items()):
        return Severity.MAJOR
    if len(told) <= _FEW and any(_weighs(j, topics) for j in told):
        return Severity.MAJOR
    return Severity.MINOR


def _weighs(j: Judged, topics: Mapping[Topic, float]) -> bool:
    """Whether one sentence takes or gives a creator something by itself."""
    about = {topic for topic, weight in j.topics.items() if weight >= _PLAIN and topic in topics}
    return bool(about & _BY_TOPIC or (j.turned and about & _BY_TURN) or (about & _BY_FIGURE and _moves_figure(j.step)))


def _moves_figure(step: Step) -> bool:
    return any(_FIGURE.search(was) and _FIGURE.search(now) for was, now in step.replaced)
