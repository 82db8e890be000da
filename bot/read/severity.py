"""How much a change matters to a creator (the scale is that of a careful reader; see docs/decisions)."""

from collections.abc import Mapping, Sequence

from bot.model.topic import Direction, Severity, Topic
from bot.read.judge import Judged

_MAJOR_DIRECTIONS = {
    Direction.EXPANDED,
    Direction.RESTRICTED,
    Direction.OPTOUT_ADDED,
    Direction.OPTOUT_REMOVED,
    Direction.CLARIFIED_NOT_USED,
}
_MAJOR_TOPICS = {
    Topic.ARBITRATION_DISPUTES: 5.0,
    Topic.CONTENT_LICENSE: 4.0,
    Topic.OWNERSHIP_IP: 6.0,
    Topic.MONETIZATION_FEES: 12.0,
}


def severity(told: Sequence[Judged], topics: Mapping[Topic, float], direction: Direction | None) -> Severity:
    """`critical`: work may be used anew in a way that cannot be taken back; `major`: rights, money, recourse or control."""
    if direction is Direction.INTRODUCED:
        return Severity.CRITICAL
    if direction in _MAJOR_DIRECTIONS:
        return Severity.MAJOR
    if any(topics.get(topic, 0) >= least for topic, least in _MAJOR_TOPICS.items()):
        return Severity.MAJOR
    return Severity.MINOR
