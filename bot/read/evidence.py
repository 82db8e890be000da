"""Which topics a sentence shows: by its own words and lead-in, by its headings, and by its neighbours."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from bot.model.topic import Topic
from bot.model.version import Clause
from bot.read.lexicon import Hit, Reading
from bot.read.topics import Match, Rules

_HEADED = 0.8  # what a heading adds to a topic that the sentence shows, or hints at by itself
_HINT = 1.0  # weight below which a sentence leaves it to what stands around it
_LENT = 0.9  # what its surroundings lend it: enough to be named where no sentence shows a topic, too little to add up
_APART = 0.8  # where the rewording says something, on evidence in words that stayed
_PERIPHERAL = 0.35  # where it says little
_PLAIN = 2.0  # weight of a rule from which a topic is plain enough to be lent
_RUN_IN = re.compile(
    r"(?:Section |§ ?)?[\d.()]*\W*((?:[^\W\d][\w'’-]*+,?+\s?+){1,5}+\)?)[.:]\s"
)  # "3. Fees and taxes. We …"
_LEAN = 400  # characters of a clause up to which its sentences speak of one thing


@dataclass(frozen=True, slots=True)
class Shown:
    """Topics with their weights, and for each the reason."""

    weights: Mapping[Topic, float]
    why: Mapping[Topic, str]


NOTHING = Shown({}, {})


def headings(clause: Clause) -> tuple[str, ...]:
    """The headings that a clause stands under, from without, with the one that it begins with: "3. Fees. We …"."""
    run_in = _RUN_IN.match(clause.text)
    return (*clause.path, run_in[1]) if run_in else clause.path


class Evidence:
    """Weighs topics in a document of one type."""

    def __init__(self, rules: Rules, document_type: str) -> None:
        self._rules = rules
        self._prior = rules.prior(document_type)
        self._nearby = cache(partial(_lent, rules, self._prior))

    def of(self, reading: Reading, clause: Clause, changed: frozenset[str] | None, *, whole: bool = True) -> Shown:
        """What a sentence shows. `changed`: the words that differ, if not all; `whole`: these change what it says."""
        weights: dict[Topic, float] = {}
        why: dict[Topic, str] = {}
        headed = self._rules.under(clause.path)
        shown = self._rules.topics(reading)
        for topic, match in shown.items():
            touched = changed is None or _touches(reading, match.hits, changed)
            factor = 1.0 if touched else _APART if whole else _PERIPHERAL
            weights[topic] = (match.weight * factor + (_HEADED if topic in headed else 0)) * self._prior.get(topic, 1.0)
            why[topic] = match.why
        for topic in sorted(headed - weights.keys()):
            weights[topic], why[topic] = _HEADED * min(self._prior.get(topic, 1.0), 1.0), "its heading"
        if max(weights.values(), default=0.0) < _HINT and (
            lent := _strongest(shown, self._prior) or self._nearby(clause)
        ):
            weights[lent], why[lent] = _LENT, "what stands around it"
        return Shown(weights, why)


def _lent(rules: Rules, prior: Mapping[Topic, float], clause: Clause) -> Topic | None:
    """The topic of a sentence that names none: of the sentences beside it, else of its headings from within."""
    path = headings(clause)
    paths = (path[:n] for n in range(len(path), 0, -1))
    headed = next(filter(None, map(rules.under, paths)), frozenset())
    if len(headed) == 1:
        return next(iter(headed))
    text = " ".join((*clause.lead, clause.text))[-_LEAN:]
    shown = rules.topics(rules.lexicon.read(text))
    if not headed:
        return _strongest(shown, prior)
    return max(sorted(headed), key=lambda t: (shown[t].weight if t in shown else 0.0, prior.get(t, 1.0)))


def _strongest(shown: Mapping[Topic, Match], prior: Mapping[Topic, float]) -> Topic | None:
    """The topic that stands out among those plainly shown."""
    plain = {t: m.weight * prior.get(t, 1.0) for t, m in shown.items() if m.weight >= _PLAIN}
    return max(sorted(plain), key=lambda t: plain[t], default=None)


def _touches(reading: Reading, hits: Iterable[Hit], changed: frozenset[str]) -> bool:
    return any(word in changed for hit in hits for word in reading.words[hit.start : hit.end])
