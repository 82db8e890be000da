"""The topics of a sentence, by rules that are data: `config/topics.yaml`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import product
from operator import attrgetter
from typing import NamedTuple, Self, cast

from bot.errors import ConfigurationError, Mistake
from bot.model.topic import Topic
from bot.read import language
from bot.read.language import Language
from bot.read.lexicon import START, Hit, Lexicon, Reading, tokens

_MOST_HEADED = 4096  # pairs of headings that are kept: hostile input must not fill the memory
_MOST_PLACES = 6  # occurrences of a class that are tried in one sentence, half as many by a long rule
_HEAVIEST = 3.0
_end = attrgetter("end")
# Classes that English has no use for.
_OF_LANGUAGES = frozenset({"acts", "aside", "beyond", "defines", "final", "late", "object", "parts", "unless"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to recognise a topic: phrases of all these classes, at most `near` words apart (0: anywhere)."""

    topic: Topic
    classes: tuple[str, ...]
    weight: float
    why: str
    near: int = 0
    unless: tuple[str, ...] = ()

    def match(self, reading: Reading) -> tuple[Hit, ...]:
        """Where it holds in a sentence that has all its classes, at least one of the places among its own words."""
        if not reading.hits.keys().isdisjoint(self.unless):
            return ()
        most = _MOST_PLACES if len(self.classes) <= _MOST_PLACES // 2 else _MOST_PLACES // 2
        places = [_places(reading.at(name), reading.own, most) for name in self.classes]
        found: tuple[Hit, ...] = ()
        widest = self.near * reading.signs or len(reading.words)
        for row in product(*places):
            end = max(map(_end, row))
            width = end - min(row).start
            if width <= widest and end > reading.own and len(set(row)) == len(row):
                found, widest = row, width - 1
        return found


def _places(hits: Sequence[Hit], own: int, most: int) -> Sequence[Hit]:
    """Few enough to be tried: the first of the sentence's own, and the last of its lead-in."""
    return hits if len(hits) <= most else ([h for h in hits if h.start >= own] or list(hits[-2:]))[:most]


class Match(NamedTuple):
    """A topic that a sentence shows, how strongly, by which rule, and on which words."""

    weight: float
    why: str
    hits: tuple[Hit, ...]


class _Entry(NamedTuple):
    """A rule with its place in the order in which rules are tried, and the classes that it asks for."""

    place: int
    needs: frozenset[str]
    rule: Rule


@dataclass(frozen=True, slots=True)
class Rules:
    """All words and rules, checked."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    headings: Lexicon
    news: Lexicon
    documents: Mapping[str, Mapping[Topic, float]]
    index: Mapping[str, Sequence[_Entry]]
    language: Language = field(default_factory=Language)
    others: Mapping[str, Self] = field(default_factory=dict)
    _cache: dict[tuple[str, ...], frozenset[Topic]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def parse(
        cls, data: Mapping[str, object], place: str, languages: Mapping[str, Mapping[str, object]] | None = None
    ) -> Self:
        """Check what `config/topics.yaml` holds, and by their codes the files of `config/languages`.

        Raises `ConfigurationError` with every mistake, each at its place.
        """
        mistakes: list[Mistake] = []
        classes = _taken_in(dict(_phrases(data.get("classes"), f"{place}: classes", mistakes)), place, mistakes)
        rules = tuple(_rules(data.get("topics"), classes, f"{place}: topics", mistakes))
        headings = dict(_phrases(data.get("headings"), f"{place}: headings", mistakes))
        unknown = sorted(headings.keys() - set(Topic))
        mistakes += [Mistake(f"{place}: headings.{name}", "no such topic", _known_topics()) for name in unknown]
        news = dict(_phrases(data.get("news"), f"{place}: news", mistakes))
        documents = _documents(data.get("documents"), f"{place}: documents", mistakes)
        if missing := sorted(set(Topic) - {rule.topic for rule in rules} - {Topic.AI_TRAINING}):
            mistakes.append(Mistake(f"{place}: topics", f"no rule for {', '.join(missing)}", "add at least one"))
        own = cls(Lexicon(classes), rules, Lexicon(headings), Lexicon(news), documents, _index(rules, classes))
        others = {
            code: own._spoken(classes, words, f"{code}.yaml", mistakes) for code, words in (languages or {}).items()
        }
        if mistakes:
            raise ConfigurationError(mistakes)
        return replace(own, others=others)

    def _spoken(
        self,
        classes: Mapping[str, tuple[str, ...]],
        data: Mapping[str, object],
        place: str,
        mistakes: list[Mistake],
    ) -> Self:
        """The rules for documents in a language: with its words beside those for all."""
        more = dict(_phrases(data.get("classes"), f"{place}: classes", mistakes))
        unknown = sorted(more.keys() - classes.keys() - _OF_LANGUAGES)
        mistakes += [Mistake(f"{place}: classes.{name}", "no such class", "see topics.yaml") for name in unknown]
        taken = sorted(name for name, phrases in more.items() if any(p.startswith("+") for p in phrases))
        mistakes += [Mistake(f"{place}: classes.{name}", "takes in another", "write its phrases out") for name in taken]
        titles = dict(_phrases(data.get("headings"), f"{place}: headings", mistakes)) if "headings" in data else {}
        unknown = sorted(titles.keys() - set(Topic))
        mistakes += [Mistake(f"{place}: headings.{name}", "no such topic", _known_topics()) for name in unknown]
        spoken = language.parse(data, place, mistakes)
        return replace(
            self,
            lexicon=Lexicon(more, spoken.signs, beside=self.lexicon),
            headings=Lexicon(titles, beside=self.headings),
            language=spoken,
            _cache={},
        )

    def of(self, code: str) -> Self:
        """The rules for documents in a language: these, where nothing more is known of it."""
        return self.others.get(code, self)

    def topics(self, reading: Reading) -> dict[Topic, Match]:
        """Topics that the sentence shows, each by its strongest rule."""
        found: dict[Topic, Match] = {}
        for _, _, rule in self._candidates(reading.hits.keys()):
            best = found.get(rule.topic)
            if (best is None or rule.weight > best.weight) and (hits := rule.match(reading)):
                found[rule.topic] = Match(rule.weight, rule.why, hits)
        return found

    def _candidates(self, present: Set[str]) -> list[_Entry]:
        """The rules whose classes all occur, in their order."""
        return sorted(
            [entry for name in present if name in self.index for entry in self.index[name] if present >= entry.needs]
        )

    def prior(self, document_type: str) -> Mapping[Topic, float]:
        """How much more or less than elsewhere a topic is the subject of such a document: factors around 1."""
        kind = document_type.casefold()
        return next((row for name, row in self.documents.items() if name in kind), {})

    def main_topic(self, document_type: str) -> Topic:
        """What a document of this type is mostly about."""
        prior = self.prior(document_type)
        return max(prior, key=lambda t: prior[t]) if prior else Topic.ACCEPTABLE_USE

    def under(self, path: tuple[str, ...]) -> frozenset[Topic]:
        """What the two innermost headings announce."""
        inner = path[-2:]
        if inner not in self._cache:
            if len(self._cache) >= _MOST_HEADED:
                self._cache.clear()
            self._cache[inner] = frozenset(Topic(name) for name in self.headings.read(" ; ".join(inner)[:300]).hits)
        return self._cache[inner]


def _index(rules: Iterable[Rule], classes: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[_Entry]]:
    """The rules, each under the class that has the fewest phrases of those that it asks for."""
    out: defaultdict[str, list[_Entry]] = defaultdict(list)
    for place, rule in enumerate(rules):
        out[min(rule.classes, key=lambda name: len(classes[name]))].append(_Entry(place, frozenset(rule.classes), rule))
    return out


def _known_topics() -> str:
    return "topics are " + ", ".join(t for t in Topic if t != Topic.AI_TRAINING)


def _documents(data: object, place: str, mistakes: list[Mistake]) -> Mapping[str, Mapping[Topic, float]]:
    out: dict[str, dict[Topic, float]] = {}
    for kind, row in data.items() if isinstance(data, Mapping) else ():
        good = isinstance(row, Mapping)
        for topic, factor in row.items() if isinstance(row, Mapping) else ():
            good = good and topic in set(Topic) and isinstance(factor, int | float) and 0 < factor <= _HEAVIEST
        if good:
            out[str(kind).casefold()] = {Topic(t): float(f) for t, f in row.items()}
        else:
            mistakes.append(Mistake(f"{place}.{kind}", "is not a table of topics with factors", "write {topic: 0.5}"))
    return out


def _phrases(data: object, place: str, mistakes: list[Mistake]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if not isinstance(data, Mapping) or not data:
        mistakes.append(Mistake(place, "is missing or empty", "give names, each with a list of phrases"))
        return
    for name, rows in data.items():
        here = f"{place}.{name}"
        if not isinstance(rows, list) or not rows:
            mistakes.append(Mistake(here, "is not a list of phrases", "write [word, two words, stem*]"))
            continue
        for phrase in rows:
            if not isinstance(phrase, str):
                mistakes.append(Mistake(here, f"{phrase!r} is not text", "put it in quotation marks"))
            elif not _sound(phrase):
                mistakes.append(Mistake(here, f"{phrase!r} holds a part without letters", "write words only"))
        yield str(name), tuple(p for p in rows if isinstance(p, str) and _sound(p))


def _taken_in(
    classes: Mapping[str, tuple[str, ...]], place: str, mistakes: list[Mistake]
) -> Mapping[str, tuple[str, ...]]:
    """The classes with the phrases of those that they name as `+class`, one step deep."""
    out: dict[str, tuple[str, ...]] = {}
    for name, phrases in classes.items():
        others = [p.removeprefix("+") for p in phrases if p.startswith("+")]
        mistakes += [
            Mistake(f"{place}: classes.{name}", f"no class {o!r}", "see classes") for o in others if o not in classes
        ]
        own = [p for p in phrases if not p.startswith("+")]
        out[name] = (*own, *(p for o in others for p in classes.get(o, ()) if not p.startswith("+")))
    return out


def _sound(phrase: str) -> bool:
    """Whether every part of a phrase holds a word, the mark of a sentence's start aside."""
    parts = phrase.removeprefix(START).split()
    return bool(parts) and all(map(tokens, parts))


def _rules(data: object, classes: Mapping[str, object], place: str, mistakes: list[Mistake]) -> Iterator[Rule]:
    if not isinstance(data, Mapping):
        mistakes.append(Mistake(place, "is missing", "give topics, each with a list of rules"))
        return
    for topic, rows in data.items():
        if topic not in set(Topic):
            mistakes.append(Mistake(f"{place}.{topic}", "no such topic", _known_topics()))
            continue
        for n, row in enumerate(rows if isinstance(rows, list) else [rows]):
            rule = _rule(Topic(topic), row, classes, f"{place}.{topic}[{n}]", mistakes)
            if rule:
                yield rule


def _rule(topic: Topic, row: object, classes: Mapping[str, object], place: str, mistakes: list[Mistake]) -> Rule | None:
    if not isinstance(row, Mapping):
        mistakes.append(Mistake(place, "is not a rule", "write {all: [class, …], weight: 2, why: reason}"))
        return None
    had = len(mistakes)
    unknown = sorted(row.keys() - {"all", "near", "unless", "weight", "why"}, key=str)
    mistakes += [Mistake(f"{place}.{k}", "unknown key", "keys are all, near, unless, weight, why") for k in unknown]
    names = {key: row.get(key, []) for key in ("all", "unless")}
    for key, value in names.items():
        if not isinstance(value, list) or (key == "all" and not value):
            mistakes.append(Mistake(f"{place}.{key}", "is not a list of classes", "write [class, …]"))
        else:
            mistakes += [
                Mistake(f"{place}.{key}", f"no class {v!r}", "see classes")
                for v in value
                if not (isinstance(v, str) and v in classes)
            ]
    weight, near, why = row.get("weight", 2), row.get("near", 0), row.get("why")
    if not isinstance(weight, int | float) or not 0 < weight <= _HEAVIEST:
        mistakes.append(Mistake(f"{place}.weight", f"{weight!r} is no weight", "give 1 to 3"))
    if not isinstance(near, int) or near < 0:
        mistakes.append(Mistake(f"{place}.near", f"{near!r} is no number of words", "give 1 or more, or leave it out"))
    if not isinstance(why, str) or not why.strip():
        mistakes.append(Mistake(f"{place}.why", "has no reason", "say what this rule recognises"))
    if len(mistakes) > had:
        return None
    names = {key: tuple(cast("list[str]", value)) for key, value in names.items()}
    return Rule(topic, names["all"], float(cast("float", weight)), str(why), cast("int", near), names["unless"])
