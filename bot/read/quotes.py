"""Which words to show: the edit itself, verbatim, with what it excepts."""

import re
from collections.abc import Mapping, Sequence

from bot.model.change import Finding
from bot.model.topic import Direction, Topic
from bot.read.frames import Stance
from bot.read.judge import Judged

_EXCEPTION = re.compile(
    r"\b(?:unless|except(?:ing)?(?: (?:that|where|when|as|for|to|in))?|other than|save for|provided (?:that|you|we)|"
    r"only if|with the exception of|excluding|but not|do(?:es)? not apply|delivered (?:to \w+ \w+ )?under separate|"
    r"es sei denn|außer|sauf|salvo|excepto)\b[^.;]{8,300}",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\W*(?:please (?:read|note|see|refer|review)|for (?:more|further|additional|information)|see |learn more|read |"
    r"(?:as (?:noted|described|explained|set out)|however|therefore)\b)",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\[\d{1,3}\]")
"""The mark of a footnote: a sentence that needs its notes does not stand alone."""
_PER_TOPIC = 2
_PLAIN = 1.7  # weight from which a topic is plain
_LEADING = 2  # the most telling sentences, which are shown whatever the topics of the change
_SHOWN = 3  # quotes that are shown; further ones stand for topics that none of these shows
_LONG, _VERY_LONG = 60, 110  # words


def findings(told: Sequence[Judged], topics: Mapping[Topic, float], direction: Direction | None) -> tuple[Finding, ...]:
    """The most telling sentences, AI training first, each for the topic it shows best; then one for each topic left.

    The very first are shown even where the change as a whole is about something else.
    """
    added = sum(j.step.before is None for j in told)
    mostly_gone = sum(j.step.after is None for j in told) > 2 * added
    ranked = sorted(told, key=lambda j: -_telling(j, mostly_gone=mostly_gone))
    if Topic.AI_TRAINING in topics:
        ranked.sort(key=lambda j: _ai_rank(j, direction))
    chosen: list[tuple[Judged, Topic]] = []
    for n, j in enumerate(ranked):
        topic = _topic(j, topics) or (_plainest(j) if n < _LEADING else None)
        new = j.step.now.text not in {other.step.now.text for other, _ in chosen}
        if topic and new and len(chosen) < _SHOWN and sum(t is topic for _, t in chosen) < _room(topics):
            chosen.append((j, topic))
    for topic in topics:
        if all(t is not topic for _, t in chosen):
            chosen.append((_stands_for(topic, ranked), topic))
    return tuple(_finding(j, topic, direction if topic is Topic.AI_TRAINING else None) for j, topic in chosen)


def _room(topics: Mapping[Topic, float]) -> int:
    return _PER_TOPIC if len(topics) > 1 else _SHOWN


def _topic(j: Judged, topics: Mapping[Topic, float]) -> Topic | None:
    """Which of the change's topics a sentence shows best."""
    if j.trains and Topic.AI_TRAINING in topics:
        return Topic.AI_TRAINING
    shown = [t for t in topics if t is not Topic.AI_TRAINING and j.topics.get(t, 0) > 0]
    return max(shown, key=lambda t: j.topics[t], default=None)


def _plainest(j: Judged) -> Topic | None:
    """The topic that a sentence plainly shows, whether or not it is one of the change's."""
    topic = max(j.topics, key=lambda t: (j.topics[t], t), default=None)
    return topic if topic and j.topics[topic] >= _PLAIN else None


def _stands_for(topic: Topic, ranked: Sequence[Judged]) -> Judged:
    """The most telling sentence that shows a topic, else the one that shows it at all, else the most telling one."""
    plain = (j for j in ranked if j.topics.get(topic, 0) >= 1 or (topic is Topic.AI_TRAINING and j.trains))
    return next(plain, None) or next((j for j in ranked if topic in j.topics), ranked[0])


def _telling(j: Judged, *, mostly_gone: bool) -> float:
    """How well a sentence tells of the change: by its words and topics, and rather by what holds now than what went.

    The figures come from the same regression as those of the words (`judge.py`).
    """
    words = len(j.step.now.text.split())
    told = j.weight + 0.24 * max(j.topics.values(), default=0.0) + 0.26 * sum(w >= _PLAIN for w in j.topics.values())
    less = 1.4 * (j.side == "before" and not mostly_gone) + 1.2 * bool(j.step.before and j.step.after)
    leaning = bool(_POINTER.match(j.step.now.text) or _NOTED.search(j.step.now.text))
    return told + 0.6 * j.significant - less - 0.4 * leaning - 0.4 * (words > _LONG) - 0.8 * (words > _VERY_LONG)


def _ai_rank(j: Judged, direction: Direction | None) -> tuple[bool, bool, bool]:
    frame = j.come or j.gone
    return not j.trains, not (frame and frame.certain), not _shows(j, direction)


def _shows(j: Judged, direction: Direction | None) -> bool:
    """Whether a sentence shows by itself which way the change points on training."""
    came = j.come.stance if j.come else None
    went = j.gone.stance if j.gone and not j.come else None
    match direction:
        case Direction.INTRODUCED | Direction.EXPANDED:
            return came is Stance.ALLOWS or went is Stance.DENIES or j.shift in {"wider", "weaker"}
        case Direction.OPTOUT_ADDED:
            return came is Stance.CONTROLS or bool(j.come and j.come.lets_refuse)
        case Direction.OPTOUT_REMOVED:
            return went is Stance.CONTROLS or j.shift == "no refusal"
    return True  # what is still allowed matters beside what is promised


def _finding(j: Judged, topic: Topic, direction: Direction | None) -> Finding:
    quote = j.step.now.text
    return Finding(
        topic,
        quote,
        j.side,
        direction,
        was=j.step.before.text if j.step.before and j.step.after else None,
        exceptions=tuple(m.group().strip() for m in _EXCEPTION.finditer(quote)),
        why=j.why.get(topic, "training of models"),
    )
