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
    r"\W*(?:please (?:read|note|see|refer|review)|for (?:more|further|additional)|see |learn more|read )",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\[\d{1,3}\]")
"""The mark of a footnote: a sentence that needs its notes does not stand alone."""
_PER_TOPIC = 2
_ALONE = 3  # findings where there is but one topic


def findings(told: Sequence[Judged], topics: Mapping[Topic, float], direction: Direction | None) -> tuple[Finding, ...]:
    """Two findings a topic (three of one alone), the best of each before the second of any; AI training first."""
    added = sum(j.step.before is None for j in told)
    mostly_gone = sum(j.step.after is None for j in told) > 2 * added
    ranked = {topic: _ranked(told, topic, topics, mostly_gone=mostly_gone) for topic in topics}
    rows: list[Finding] = []
    used: set[str] = set()
    for _ in range(_PER_TOPIC if len(topics) > 1 else _ALONE):
        for topic, choices in ranked.items():
            fresh = next((j for j in choices if j.step.now.text not in used), None)
            if fresh is None and any(row.topic is topic for row in rows):
                continue
            chosen = fresh or choices[0]
            used.add(chosen.step.now.text)
            rows.append(_finding(chosen, topic, direction if topic is Topic.AI_TRAINING else None))
    return tuple(rows)


def _ranked(told: Sequence[Judged], topic: Topic, topics: Mapping[Topic, float], *, mostly_gone: bool) -> list[Judged]:
    if topic is Topic.AI_TRAINING:
        return sorted((j for j in told if j.trains), key=_ai_rank)
    rows = [j for j in told if j.topics.get(topic, 0) >= 1] or [j for j in told if topic in j.topics] or list(told)
    return sorted(rows, key=lambda j: (j.side == "before" and not mostly_gone) - _telling(j, topic, topics))


def _telling(j: Judged, topic: Topic, topics: Mapping[Topic, float]) -> float:
    """How well a sentence stands for its topic: evidence, actors and duties; text that holds now before what went."""
    others = sum(t in topics for t in j.topics if t != topic)
    leaning = bool(_POINTER.match(j.step.now.text) or _NOTED.search(j.step.now.text))
    return j.topics.get(topic, 0) + j.weight + 0.2 * others - 2 * leaning


def _ai_rank(j: Judged) -> tuple[bool, bool, bool, bool, float]:
    frame = j.come or j.gone
    assert frame
    return (not frame.certain, frame.stance is Stance.BANS_OTHERS, j.step.after is None, not frame.own, -j.weight)


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
