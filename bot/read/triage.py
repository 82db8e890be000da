"""News: whether a headline is about a change of a platform's policies, of which platforms, and on what topics."""

import re
from collections.abc import Iterable, Iterator
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
_SHORT = 2  # letters of a name that could be anything
_BOTH = re.compile(r"(.+?) \((.+)\)")
_LETTER = r"[^\W\u3040-\u30ff\u3400-\u9fff]"  # of a word that is set apart by spaces
_WORD = re.compile(rf"{_LETTER}{{2,}}|[\u3040-\u30ff\u3400-\u9fff]")
_LAST_WORD = re.compile(r"(?<!\S)[^\s,.;:!?()\"«»“”„–—]+(?=\s+\Z)")
_BEFORE_A_NAME = re.compile(
    r"on|at|in|to|from|via|by|with|of|is|has|does|did|will|can|why|how|when|what|and|or|but|for|if|as|like|"
    r"auf|bei|von|mit|aus|ist|hat|will|kann|warum|wie|wenn|und|oder|aber|für|"
    r"sur|chez|de|avec|est|a|pourquoi|comment|quand|et|ou|mais|pour|si|"
    r"en|por|con|es|ha|cuando|cómo|y|o|pero|para|"
    r"no|em|com|é|quando|como|e|mas|se",
    re.IGNORECASE,
)
"""Words that begin a sentence with a capital and are no part of the name after them."""
_NUMBERED = re.compile(
    r"g[eé]n[eé]ra(?:tion|ción|cion)|geração|vitamine?|vitamina|fa[ck]tor|facteur|fator|option|opción|opção|plane?t|"
    r"variable|variável|version|versión|versão|column|point|phase|type|class|chromosome?",
    re.IGNORECASE,
)
"""What is told apart by letters."""


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
    """Ids of the platforms that are named, in the order of the catalogue.

    A name of one or two letters has to stand as a word among others, in its capitals, and not end a longer name, as in
    "iPhone X".
    """
    folded = fold(text)
    return tuple(p.id for p in catalogue if any(_stands(name, folded) for name in _names(p.name, p.aliases)))


def _names(name: str, aliases: Iterable[str]) -> Iterator[str]:
    """The name, of "X (Twitter)" both, and the aliases."""
    yield name
    if both := _BOTH.fullmatch(name):
        yield from both.groups()
    yield from aliases


def _stands(name: str, text: str) -> bool:
    found = _pattern(name).finditer(text)
    return any(len(name) > _SHORT or _by_itself(text[: at.start()], text[at.end() :]) for at in found)


def _by_itself(before: str, after: str) -> bool:
    """Whether what stands between is a name of its own: no lone letter, and no part of what stands around it."""
    word = _LAST_WORD.search(before)
    if word and not _BEFORE_A_NAME.fullmatch(word[0]):
        joined = any(c.isupper() or c.isdecimal() for c in word[0]) and not word[0].endswith("'s")
        if joined or _NUMBERED.fullmatch(word[0]):
            return False
    return _WORD.search(before) is not None or _WORD.search(after) is not None


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    """The name as a word; in Japanese, which writes no spaces, also between its signs.

    In any case where it is long enough, or written without capitals.
    """
    folded = re.escape(fold(name))
    if len(name) <= _SHORT:
        return re.compile(
            rf"(?<!{_LETTER})(?<![.\[({{#@'/+-])(?:{folded}|{folded.upper()})(?!{_LETTER}|[\])}}/+=-]|\.\w)"
        )
    ordinary = (len(name) > 3 and " " in name) or len(name) > 7 or name.islower()  # noqa: PLR2004
    return re.compile(rf"(?<!{_LETTER})(?<!\.){folded}(?!{_LETTER})", re.IGNORECASE if ordinary else 0)
