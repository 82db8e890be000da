"""What differs and says nothing new: dates, links, addresses, numbering, names, spelling, page furniture."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from bot.model.version import Clause, fold
from bot.read.lexicon import Lexicon, Reading, tokens

_LINK = re.compile(
    r"\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)|https?://\S+|www\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ai|co|tv|eu|de|fr)(?:/\S*)?",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"\[?\[?email[\s\u00a0]protected\]?\]?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w.+-]+ ?[\[(]at[\])] ?[\w.-]+", re.IGNORECASE
)
LABEL = re.compile(
    r"^\s*(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,6})[)\].:]+|\d{1,3}(?:\.\d{1,3})+|[•·*–—>-])\s*",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(section|sections|clause|article|paragraph|schedule|exhibit|appendix)s?\s+(?:[\dA-Z]{1,3}(?:\.[\dA-Z]{1,3})*(?:\([a-z0-9]+\))*)",
    re.IGNORECASE,
)
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    "dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|"
    "septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
DATE = re.compile(
    rf"\b(?:{_MONTH})\.?\s*\d{{0,2}}(?:st|nd|rd|th)?(?:\s*,?\s*(?:19|20)\d\d)?\b|\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?:{_MONTH})\.?(?:\s*,?\s*(?:de\s+)?(?:19|20)\d\d)?\b"
    r"|\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b|(?:19|20)\d\d年\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:\d+|a|an|one|two|three|few|several|last|over a)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b|\b(?:yesterday|today|just now)\b",
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
_LONG_SENTENCE = 12
_HANGING = re.compile(r"\b(?:or|and|to|the|a|of|for|in|with|by|our|your|any)$", re.IGNORECASE)
_SHORT_LINE = 9  # words up to which a line without a verb is a label


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The folded text without links, addresses, dates, ages, list labels and numbers of sections."""
    text = LABEL.sub("", fold(text))
    if "." in text or "[" in text or "@" in text:
        text = _MAIL.sub(" ", _LINK.sub(lambda m: m[1] or " ", text))
    if _DIGIT.search(text):
        text = _REFERENCE.sub(r"\1", DATE.sub(" ", text))
    return _RELATIVE.sub(" ", text) if _AGE.search(text) else text


def squeezed(text: str) -> str:
    """Only letters and digits, without case, after `bare`: sentences that read alike are equal."""
    return re.sub(r"[\W_]+", "", bare(text).casefold())


def stem(word: str) -> str:
    """A word without its grammatical ending and in one spelling, crudely: enough to see that two are the same word."""
    word = word.removesuffix("'s").removesuffix("'")
    for british, american in _BRITISH:
        if word.endswith(british) or word.endswith(british + "s"):
            word = word.replace(british, american)
            break
    for end in ("ing", "ies", "ed", "es", "s"):
        if len(word) - len(end) >= 4 and word.endswith(end):  # noqa: PLR2004
            return word.removesuffix(end).rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Difference:
    """The words by which two wordings differ, stop words and grammar aside. `why` names the noise where that is all."""

    lost: tuple[str, ...]
    gained: tuple[str, ...]
    why: str = ""


def difference(before: str, after: str, lexicon: Lexicon, renames: frozenset[tuple[str, str]]) -> Difference:
    """Compare two wordings of a sentence by their words, and name the noise where nothing else is left."""
    if squeezed(before) == squeezed(after):
        return Difference((), (), "typography, links, dates or numbering")
    for shorter, longer in ((before, after), (after, before)):
        if _cut(bare(shorter), bare(longer)):
            return Difference((), (), "a sentence cut off")
    old, new = _renamed(tokens(bare(before)), renames), _renamed(tokens(bare(after)), renames)
    lost, gained = _apart(*(Counter(words) for words in (old, new)))
    for counter in (lost, gained):
        for word in [w for w in counter if lexicon.read(w).has("stop")]:
            del counter[word]
    if not lost and not gained:
        return Difference((), (), "grammar or order of words")
    _drop_slips(lost, gained, lexicon)
    if not lost and not gained:
        return Difference((), (), "spelling")
    if all(w.isdigit() for w in (*lost, *gained)) and _COUNTER.match(bare(after)):
        return Difference((), (), "a counter")
    if _address(before, after, lost, gained, lexicon):
        return Difference((), (), "an address")
    return Difference(tuple(lost.elements()), tuple(gained.elements()))


def _address(before: str, after: str, lost: Counter[str], gained: Counter[str], lexicon: Lexicon) -> bool:
    """Whether what changed is where the company sits: names and numbers, in a sentence that gives an address."""
    changed = {*lost, *gained}
    if len(changed) > _LONGEST_ADDRESS or not any(w.isdigit() or lexicon.read(w).has("address") for w in changed):
        return False
    where = lexicon.read(after)
    if not where.has("address") and not where.has("contact"):
        return False
    plain = {w for text in (before, after) for w in re.findall(r"(?<![A-Z])[a-z]\w+", text)}
    named = all(w not in plain or lexicon.read(w).has("address") for w in changed)
    return named


def _cut(shorter: str, longer: str) -> bool:
    """Whether one is the other broken off in the middle."""
    shorter, longer = shorter.strip(), longer.strip()
    return (
        len(shorter) < len(longer)
        and longer.startswith(shorter)
        and len(shorter.split()) >= (_SHORT_LINE // 2 if _HANGING.search(shorter) else _LONG_SENTENCE)
        and shorter[-1].isalnum()
        and not longer[-1].isalnum()
        and (
            longer[len(shorter)].isalnum()
            or longer[len(shorter) : len(shorter) + 2].strip()[:1].isalpha()
            or len(longer) - len(shorter) <= 2
        )
    )


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


def _drop_slips(lost: Counter[str], gained: Counter[str], lexicon: Lexicon) -> None:
    for a in list(lost.elements()):
        for b in list(gained.elements()):
            if (
                min(len(a), len(b)) >= _LEAST_TYPO
                and Levenshtein.distance(a, b, score_cutoff=2) <= (1 if len(a) < 8 else 2)  # noqa: PLR2004
                and not (a[-2:] != b[-2:] and {a, b} & {"parent", "patent"})
                and lexicon.read(a).hits.keys() == lexicon.read(b).hits.keys()
            ):
                lost[a] -= 1
                gained[b] -= 1
                break
    for counter in (lost, gained):
        for word in [w for w, n in counter.items() if n <= 0]:
            del counter[word]


def _renamed(words: list[str], renames: frozenset[tuple[str, str]]) -> list[str]:
    """The words with both names of each learnt rename replaced by the new one."""
    if not renames:
        return words
    text = f" {' '.join(words)} "
    for old, new in sorted(renames, key=lambda pair: -len(pair[0])):
        text = text.replace(f" {old} ", f" {new} ")
    return text.split()


_NAME = re.compile(r"[A-Z][\w'’.&-]*|[a-z]+[A-Z]\w*|\d+[\w.]*")


def learn_renames(
    pairs: Iterable[tuple[str, str]], changed: Iterable[Sequence[tuple[str, str]]], lexicon: Lexicon
) -> frozenset[tuple[str, str]]:
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
    words = re.findall(r"[\w'’.&-]+", stretch)
    names = [w for w in words if _NAME.fullmatch(w)]
    return (
        bool(words)
        and len(words) <= 5
        and len(names) == len(words)
        and not any(map(lexicon.read(stretch).has, _WEIGHTY))
    )


def furniture(clause: Clause, sentence: str, reading: Reading) -> str:
    """Why a line is part of the page rather than of the document; empty where it may say something."""
    if not bare(sentence).strip(" .,:;|-"):
        return "a date or a link alone"
    words = len(reading.words) - reading.own
    if clause.kind == "heading":
        return "a heading"
    if sentence.rstrip().endswith("?") and words <= 2 * _SHORT_LINE:
        return "a question used as a heading"
    if _COUNTER.match(bare(sentence)) and words <= 4:  # noqa: PLR2004
        return "a counter"
    speaks = any(h.start >= reading.own for h in reading.at("finite"))
    if not speaks and words <= _SHORT_LINE and not clause.lead:
        return "a label or a name"
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in sentence.split())
    if not speaks and not clause.lead and 2 * capitals > words and sentence[-1:].isalnum():
        return "a list of names"
    if reading.has("chrome") and words <= _SHORT_LINE + 3 and not (reading.has("must") or reading.has("may")):
        return "navigation"
    if sum(len(w) > 24 for w in reading.words) * 3 > words:  # noqa: PLR2004
        return "no words"
    return ""
