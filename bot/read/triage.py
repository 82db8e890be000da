"""News: whether a headline is about a change of a platform's policies, of which platforms, and on what topics."""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.model.platform import Catalogue
from bot.model.story import Triage
from bot.model.topic import Topic
from bot.model.version import fold
from bot.read.frames import Stance, training
from bot.read.lexicon import Reading
from bot.read.topics import Rules

_LONGEST = 3000  # characters of a title and its summary that are read
_THRESHOLD = 0.45
_STRONG_TOPIC = 2.0
_SECOND_HAND = 0.1  # what only the summary says counts less
_FIRST = 4  # words in which the platform that acts is named


def triage(title: str, summary: str, catalogue: Catalogue, rules: Rules) -> Triage:
    """Score a headline: a known platform that rules, changes or takes something, and a word of policy or of rights.

    Lawsuits, deals, launches, opinions and guides count against it unless the policy itself is said to change.
    """
    text = f"{title}. {summary}"[:_LONGEST]
    names = named(f"{title} {summary}", catalogue)
    body = rules.lexicon.read(text)
    score = max(
        _score(rules.news.read(title), leads=_leads(title, catalogue), named=bool(names)),
        _score(rules.news.read(text), leads=_leads(title, catalogue), named=bool(names)) - _SECOND_HAND,
    )
    found = rules.topics(body)
    topics = [t for t, m in sorted(found.items(), key=lambda item: -item[1].weight) if m.weight >= _STRONG_TOPIC]
    frame = training(body, rules)
    if frame and frame.stance is not Stance.BANS_OTHERS:
        topics.insert(0, Topic.AI_TRAINING)
    score = round(min(max(score, 0.0), 1.0), 2)
    return Triage(score >= _THRESHOLD, names, tuple(dict.fromkeys(topics))[:3], score)


def _score(reading: Reading, *, leads: bool, named: bool) -> float:
    policy, changes, rule, uses = (reading.has(name) for name in ("policy", "change", "rule", "training"))
    score = 0.3 * policy + 0.2 * changes + 0.2 * rule + 0.25 * uses + 0.1 * (policy and changes)
    score += 0.25 * (leads and rule) + 0.1 * named
    score -= 0.5 * reading.has("other") + 0.3 * reading.has("guide") + 0.3 * reading.has("opinion")
    return score


def _leads(title: str, catalogue: Catalogue) -> bool:
    """Whether the headline begins with a platform: who acts comes first."""
    return bool(named(" ".join(title.split()[:_FIRST]), catalogue))


def named(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Ids of the platforms that are named, in the order of the catalogue. Names of one or two letters need capitals."""
    folded = fold(text)
    return tuple(p.id for p in catalogue if any(_pattern(name).search(folded) for name in _names(p.name, p.aliases)))


def _names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    return (name, *aliases)


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    ordinary = (len(name) > 3 and " " in name) or len(name) > 7  # noqa: PLR2004
    return re.compile(rf"(?<![\w.]){re.escape(fold(name))}(?!\w)", re.IGNORECASE if ordinary else 0)
