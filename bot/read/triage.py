"""News: is a headline about a change of a platform's policies, of which platforms, and on what topics?"""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.model.platform import Catalogue
from bot.model.story import Triage
from bot.model.topic import Topic
from bot.model.version import fold
from bot.read.frames import Stance, training
from bot.read.topics import Rules

_THRESHOLD = 0.5
_STRONG_TOPIC = 2.0


def triage(title: str, summary: str, catalogue: Catalogue, rules: Rules) -> Triage:
    """Score a headline: a policy noun and a verb of change, or a use of people's work for AI, by a known platform.

    Lawsuits, deals, launches and the like count against it unless the policy itself is said to change.
    """
    text = f"{title}. {summary}"[:_LONGEST]
    score = 0.0
    body = rules.lexicon.read(text)
    for reading, share in ((rules.news.read(title), 1.0), (rules.news.read(text), 0.6)):
        policy = reading.has("policy")
        changes = reading.has("change")
        uses = reading.has("training") or (reading.has("train", "ai") and not reading.has("staff"))
        part = 0.35 * policy + 0.2 * changes + 0.3 * uses + 0.15 * (policy and changes) + 0.15 * reading.has("opt_out")
        part -= 0.4 * (reading.has("other") and not (policy and changes))
        part -= 0.3 * reading.has("guide")
        score = max(score, part * share)
    found = rules.topics(body)
    topics = [t for t, m in sorted(found.items(), key=lambda item: -item[1].weight) if m.weight >= _STRONG_TOPIC]
    frame = training(body, rules)
    if frame and frame.stance is not Stance.BANS_OTHERS:
        topics.insert(0, Topic.AI_TRAINING)
    score = min(max(score, 0.0), 1.0)
    return Triage(score >= _THRESHOLD, _platforms(f"{title} {summary}", catalogue), tuple(topics[:3]), round(score, 2))


def _platforms(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Ids of the platforms that are named, in the order of the catalogue. Names of one or two letters need capitals."""
    folded = fold(text)
    return tuple(p.id for p in catalogue if any(_named(name).search(folded) for name in _names(p.name, p.aliases)))


def _names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    return (name, *aliases)


@lru_cache(maxsize=4096)
def _named(name: str) -> re.Pattern[str]:
    ordinary = (len(name) > 3 and " " in name) or len(name) > 7  # noqa: PLR2004
    return re.compile(rf"(?<![\w.]){re.escape(fold(name))}(?!\w)", re.IGNORECASE if ordinary else 0)
