"""How much a change matters to a creator."""

from collections.abc import Mapping, Sequence

from bot.model.topic import Direction, Severity, Topic
from bot.read.judge import Judged

# Scores from which a topic touches rights, money or recourse enough to be `major`, set where careful readers did.
_MAJOR = {
    Topic.ARBITRATION_DISPUTES: 3.8,
    Topic.CONTENT_LICENSE: 3.0,
    Topic.OWNERSHIP_IP: 6.0,
    Topic.MONETIZATION_FEES: 7.0,
}


def severity(told: Sequence[Judged], topics: Mapping[Topic, float], direction: Direction | None) -> Severity:
    """`critical`: work may be used anew and for good; `major`: rights, money, recourse or control change."""
    if direction is Direction.INTRODUCED or (direction is Direction.EXPANDED and any(j.grave for j in told)):
        return Severity.CRITICAL
    if direction or any(topics.get(topic, 0) >= least for topic, least in _MAJOR.items()):
        return Severity.MAJOR
    return Severity.MINOR
