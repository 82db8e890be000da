"""What differs and says nothing new: dates, links, addresses, numbering, names, spelling, page furniture."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from bot.model.version import Clause, fold
from bot.read.lexicon import Lexicon, Reading, tokens

_LINK = re.compile(
    r"\[([^\[\]]{0,500})\]\((?:[^()]|\([^()]{0,300}\)){0,500}\)|https?://\S+|www\.\S+|"
    r"\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|io|ai|co|tv|eu|de|fr)\b(?:/\S*)?",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"\[?\[?email[\s\u00a0]protected\]?\]?|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|"
    r"[\w.+-]{1,64} ?[\[(]at[\])] ?[\w.-]{1,64}",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^\s*(?:\d{1,3}(?:\.\d{1,3})+[.):]?|[(\[]?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[)\].:]+|[•·*–—>-])\s+",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(section|sections|clause|article|paragraph|schedule|exhibit|appendix)s?\s+"
    r"(?:[\dA-Z]{1,3}(?:\.[\dA-Z]{1,3}){0,4}(?:\([a-z0-9]{1,4}\)){0,3})",
    re.IGNORECASE,
)
_MONTH = (
    "jan(?:uary|uar|vier)?|enero|feb(?:ruary|ruar|rero)?|février|mar(?:ch|s|zo)?|märz|apr(?:il)?|avril|abril|may|mai|mayo|"
    "june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust)?|août|agosto|sept?(?:ember|embre)?|septiembre|"
    "oct(?:ober|obre|ubre)?|oktober|nov(?:ember|embre|iembre)?|dec(?:ember)?|dezember|décembre|diciembre"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
_DATE = re.compile(
    rf"\b(?:{_MONTH})\.?\s+(?:{_DAY}(?:\s*,?\s*(?:19|20)\d\d)?|(?:19|20)\d\d)\b|"
    rf"\b{_DAY}\s+(?:of\s+|de\s+)?(?:{_MONTH})\.?(?:\s*,?\s*(?:de\s+)?(?:19|20)\d\d)?\b|"
    r"\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b|"
    r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:\d+|an?|one|two|three|few|several|last|over a)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b|"
    r"\b(?:yesterday|today|just now)\b",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"^\W*[\d.,]+\s*[km]?\W*(?:\w+\W*){0,3}$", re.IGNORECASE)
_BRITISH = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("yse", "yze"),
    ("our", "or"),
    ("licence", "license"),
    ("centre", "center"),
    ("programme", "program"),
    ("judgement", "judgment"),
    ("cancelled", "canceled"),
    ("fulfil", "fulfill"),
)
_LONGEST_ADDRESS = 16  # words that may change where a company moves
_LEAST_TYPO = 5  # letters from which one letter's difference is a slip
_DIGIT = re.compile(r"\d")
_AGE = re.compile(r"ago\b|day\b|now\b", re.IGNORECASE)
_SMALL = re.compile(r"(?<![A-Z])[a-z]\w+")
_MOST_SLIPS = 400  # pairs of words that are compared letter by letter
_LONG_WORD = 8  # letters from which two may be wrong
_LONGEST_WORD = 24  # letters of which hardly a word has more
_FEW_WORDS = 4
_HANGING_WORDS = 3
_LONG_SENTENCE = 12
_HANGING = re.compile(r"\b(?:or|and|to|the|a|of|for|in|with|by|our|your|any)$", re.IGNORECASE)
_LONGEST_TITLE = 14  # words
_SHORT_LINE = 9  # words up to which a line without a verb is a label


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The folded text without links, addresses, dates, ages, list labels and numbers of sections."""
    text = LABEL.sub("", fold(text))
    if "." in text or "[" in text or "@" in text:
        text = _MAIL.sub(" ", _LINK.sub(lambda m: m[1] or " ", text))
    if _DIGIT.search(text):
        text = _REFERENCE.sub(r"\1", _DATE.sub(" ", text))
    return _RELATIVE.sub(" ", text) if _AGE.search(text) else text


def squeezed(text: str) -> str:
    """Only letters and digits, without case, after `bare`: sentences that read alike are equal."""
    return re.sub(r"[\W_]+", "", bare(text).casefold())


def american(word: str) -> str:
    """The word in American spelling, by its ending."""
    for british, us in _BRITISH:
        if word.endswith((british, british + "s")):
            return word.replace(british, us)
    return word


def stem(word: str) -> str:
    """A word without its grammatical ending and in one spelling, crudely: enough to see that two are the same word."""
    word = word.removesuffix("'s").removesuffix("'")
    word = american(word)
    for end in ("ing", "ies", "ed", "es", "s"):
        if len(word) - len(end) >= 4 and word.endswith(end):  # noqa: PLR2004
            return word.removesuffix(end).rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word  # noqa: PLR2004


Renames = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """The words by which two wordings differ, stop words and grammar aside. `why` names the noise where that is all."""

    lost: tuple[str, ...]
    gained: tuple[str, ...]
    why: str = ""


def difference(before: str, after: str, lexicon: Lexicon, renames: Renames = frozenset()) -> Difference:
    """Compare two wordings of a sentence by their words, and name the noise where nothing else is left."""
    if squeezed(before) == squeezed(after):
        return Difference((), (), "typography, links, dates or numbering")
    old, new = _renamed(tokens(bare(before)), renames), _renamed(tokens(bare(after)), renames)
    lost, gained = _apart(Counter(old), Counter(new))
    for counter in (lost, gained):
        for word in [w for w in counter if lexicon.read(w).has("stop")]:
            del counter[word]
    if not lost and not gained:
        return Difference((), (), "grammar or order of words")
    why = _slight(before, after, lost, gained, lexicon)
    return Difference((), (), why) if why else Difference(tuple(lost.elements()), tuple(gained.elements()))


def _slight(before: str, after: str, lost: Counter[str], gained: Counter[str], lexicon: Lexicon) -> str:
    """Which noise the words are that differ; empty where they may mean something."""
    for (shorter, longer), more in (((before, after), gained), ((after, before), lost)):
        if _cut(bare(shorter).strip(), bare(longer).strip(), more, lexicon):
            return "a sentence cut off"
    if lost.total() * gained.total() <= _MOST_SLIPS and _slips(lost, gained, lexicon):
        return "spelling"
    if all(w.isdigit() for w in (*lost, *gained)) and _COUNTER.match(bare(after)):
        return "a counter"
    return "an address" if _address(before, after, {*lost, *gained}, lexicon) else ""


def _address(before: str, after: str, changed: Set[str], lexicon: Lexicon) -> bool:
    """Whether what changed is where the company sits: names and numbers, in a sentence that gives an address."""
    if len(changed) > _LONGEST_ADDRESS or not any(w.isdigit() or lexicon.read(w).has("address") for w in changed):
        return False
    where = lexicon.read(after)
    if not where.has("address") and not where.has("contact"):
        return False
    plain = {w for text in (before, after) for w in _SMALL.findall(text)}
    return all(w not in plain or lexicon.read(w).has("address") for w in changed)


def _cut(shorter: str, longer: str, more: Counter[str], lexicon: Lexicon) -> bool:
    """Whether one is the other broken off in the middle: it hangs in the air, or lacks two words of no weight."""
    if not shorter or not longer.startswith(shorter) or not shorter[-1].isalnum() or longer[-1].isalnum():
        return False
    words = len(shorter.split())
    if _HANGING.search(shorter) or longer[len(shorter)].isalnum():
        return words >= _SHORT_LINE // 2
    light = more.total() < _HANGING_WORDS and not any(map(lexicon.read(" ".join(more)).has, _WEIGHTY))
    return light and words >= _LONG_SENTENCE


def _apart(old: Counter[str], new: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """The words that only one side has, those aside that it has in another grammatical form."""
    lost, gained = old - new, new - old
    stems = [Counter(stem(word) for word in words.elements()) for words in (lost, gained)]
    return _beyond(lost, stems[1]), _beyond(gained, stems[0])


def _beyond(words: Counter[str], others: Counter[str]) -> Counter[str]:
    left, out = others.copy(), Counter[str]()
    for word in words.elements():
        if left[stem(word)] > 0:
            left[stem(word)] -= 1
        else:
            out[word] += 1
    return out


def _slips(lost: Counter[str], gained: Counter[str], lexicon: Lexicon) -> bool:
    """Whether each word that went has a misspelt twin among those that came."""
    if lost.total() != gained.total():
        return False
    left = list(gained.elements())
    for word in lost.elements():
        twin = next((other for other in left if _misspelt(word, other, lexicon)), None)
        if twin is None:
            return False
        left.remove(twin)
    return True


def _misspelt(a: str, b: str, lexicon: Lexicon) -> bool:
    allowed = 1 if max(len(a), len(b)) < _LONG_WORD else 2
    return (
        min(len(a), len(b)) >= _LEAST_TYPO
        and Levenshtein.distance(a, b, score_cutoff=allowed) <= allowed
        and (not (one := lexicon.read(a).hits.keys()) or not (two := lexicon.read(b).hits.keys()) or one == two)
    )


def _renamed(words: list[str], renames: frozenset[tuple[str, str]]) -> list[str]:
    """The words with both names of each learnt rename replaced by the new one."""
    if not renames:
        return words
    text = f" {' '.join(words)} "
    for old, new in sorted(renames, key=lambda pair: -len(pair[0])):
        text = text.replace(f" {old} ", f" {new} ")
    return text.split()


_LONGEST_NAME = 5  # words
_NAME = re.compile(r"[A-Z][\w'’.&-]*|[a-z]+[A-Z]\w*|\d+[\w.]*")


def learn_renames(
    pairs: Iterable[tuple[str, str]], changed: Iterable[Sequence[tuple[str, str]]], lexicon: Lexicon
) -> Renames:
    """Names that give way to other names: (old, new) in plain words.

    `changed` holds, for each pair of sentences, the stretches that were replaced. A replacement counts as a rename
    where both stretches are names (capitals inside a sentence) and none of their words carries meaning of its own;
    met twice, one of the two may be a common noun.
    """
    seen: Counter[tuple[str, str]] = Counter()
    strict: set[tuple[str, str]] = set()
    for _, stretches in zip(pairs, changed, strict=True):
        for old, new in stretches:
            key = " ".join(tokens(old)), " ".join(tokens(new))
            if all(key) and key[0] != key[1] and _nameable(old, lexicon) and (_nameable(new, lexicon)):
                seen[key] += 1
                strict.add(key)
    return frozenset(key for key, n in seen.items() if key in strict or n > 1)


_WEIGHTY = (
    "may",
    "must",
    "not",
    "ban",
    "consent",
    "opt_out",
    "default",
    "law_core",
    "minor_age",
    "money_core",
    "arbitration",
    "train",
    "ai",
    "scope",
    "exception",
)


def _nameable(stretch: str, lexicon: Lexicon) -> bool:
    """Whether a stretch is a name: capitals, perhaps a number, and no word that carries meaning."""
    words = re.findall(r"[\w'’.&-]+", stretch)
    names = len(words) <= _LONGEST_NAME and all(map(_NAME.fullmatch, words)) and stretch != stretch.casefold()
    return names and not any(map(lexicon.read(stretch).has, _WEIGHTY))


def furniture(clause: Clause, sentence: str, reading: Reading) -> str:
    """Why a line is part of the page rather than of the document; empty where it may say something."""
    words = len(reading.words) - reading.own - 1
    speaks = any(h.start >= reading.own for h in reading.at("finite"))
    orders = reading.has("must") or reading.has("may")
    names = sum(word[0].isupper() or word[0].isdigit() for word in sentence.split())
    text = bare(sentence)
    reasons = {
        "a date or a link alone": not text.strip(" .,:;|-"),
        "a heading": clause.kind == "heading",
        "a question used as a heading": words <= 2 * _SHORT_LINE and sentence.rstrip().endswith("?"),
        "a counter": words <= _FEW_WORDS and bool(_COUNTER.match(text)),
        "a label or a name": not speaks and not clause.lead and words <= _SHORT_LINE,
        "a list of names": not speaks and not clause.lead and 2 * names > words and sentence[-1:].isalnum(),
        "a title": not orders and not clause.lead and words <= _LONGEST_TITLE and text.rstrip()[-1:].isalnum(),
        "navigation": reading.has("chrome") and not orders and words <= _SHORT_LINE + 3,
        "no words": 3 * sum(len(w) > _LONGEST_WORD for w in reading.words) > words,
    }
    return next((why for why, holds in reasons.items() if holds), "")
