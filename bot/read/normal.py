"""The normal form of a sentence: what it says, whatever its spelling, figures, contractions, links and grammar."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.model.version import fold, split_words
from bot.read.synonyms import one_wording

_LINK = re.compile(
    r"\[([^\[\]]{0,500})\]\((?:[^()]|\([^()]{0,300}\)){0,500}\)|https?://\S+|www\.\S+|"
    r"\b[\w-]{1,63}\.(?:pdf|docx?|zip)\b|"
    r"\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|io|ai|co|tv|eu|de|fr)\b(?:/\S*)?",
    re.IGNORECASE,
)
MAIL = re.compile(
    r"(?:mailto:)?\[?\[?email[\s\u00a0]protected\]?\]?|(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|"
    r"[\w.+-]{1,64} ?[\[(]at[\])] ?[\w-]{1,63}(?: ?(?:\.|[\[(](?:dot|punkt|point)[\])]) ?[\w-]{1,63}){0,4}",
    re.IGNORECASE,
)
# What every address and every link holds: a quick look, so that few texts are searched for them. Without case.
_MAILED = ("@", "(at", "[at", "protected")
_LINKED = re.compile(r"\]\(|://|www\.|\.(?:com|org|net|io|ai|co|tv|eu|de|fr|pdf|docx?|zip)\b")
LABEL = re.compile(
    r"^\s*(?:\d{1,3}(?:\.\d{1,3})+[.):]?|[(\[]?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[)\].:]+|[•·*–—>-])\s+",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:\b(?:sections?|sec\.|clauses?|articles?|art\.|paragraphs?|schedules?|exhibits?|appendix|annex)\s+|§{1,2}\s*|"
    r"(?=(?-i:[A-Z]\.\d)))(?-i:\d{1,3}|[IVX]{1,5}\b|[A-Z]\b)(?:\.\d{1,3}){0,4}(?:\s?\([a-z0-9]{1,4}\)){0,3}"
    r"(?: \((?-i:[A-Z])[\w,&' -]{2,40}\))?",
    re.IGNORECASE,
)
_MONTH = (
    "jan(?:uary|uar|vier)?|enero|feb(?:ruary|ruar|rero)?|février|mar(?:ch|s|zo)?|märz|apr(?:il)?|avril|abril|mai|mayo|"
    r"(?-i:May)|may(?=,?\s+(?:\d{1,2},?\s+)?(?:19|20)\d\d)|"  # not "nobody under 13 may join"
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
_NUMBER = re.compile(r"\d+")
# What stands after the first number of a date, or before it: a quick look, so that few texts are searched for dates.
_MONTHLY = "(?:jan|ene|feb|fév|m[aä][ry]|mai|a[pbv]r|ju[nil]|a[ug][ugo]|aoû|sep|o[ck]t|nov|d[eéi][cz])"
_DAY_OF = re.compile(rf"(?:st|nd|rd|th|er|\.)?\s+(?:(?:of|de)\s+)?{_MONTHLY}|[-/.]\d{{1,2}}[-/.]\d|年", re.IGNORECASE)
_OF_MONTH = re.compile(rf"\b{_MONTHLY}\w*\.?\s+\Z", re.IGNORECASE)
_LONGEST_MONTH = 14  # characters of a date before its first number
_PARTS = ("section", "sec.", "clause", "article", "art.", "paragraph", "schedule", "exhibit", "appendix", "annex", "§")
_REFERS = re.compile(rf"(?:{'|'.join(map(re.escape, _PARTS))})s?\s*(?:\d|[ivx]+\b|[a-z]\b)")  # without case
_LETTERED = re.compile(r"[A-Z]\.\d")
_RELATIVE = re.compile(
    r"\b(?:\d+|an?|one|two|three|few|several|last|over a)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b|"
    r"\b(?:yesterday|today|just now)\b",
    re.IGNORECASE,
)
# What a page says of itself within a sentence: tags left in its text, where a link opens, when it was last revised.
_ASIDE = re.compile(
    r"</?[a-z][^<>]{0,300}>|\W{0,3}\bopens? in (?:a )?new (?:window|tab)(?: or (?:window|tab))?\b\)?", re.IGNORECASE
)
_NOTED = re.compile(r"^\W*(?:\w+ )?(?:tips?|notes?|reminders?|hints?|heads.up|fyi)\s*:\s*", re.IGNORECASE)  # "Pro tip:"
_PHONE = re.compile(r"(?<![\d.,$€£])(?:\+\d{1,3}[ .-]?)?(?:\(?\d{1,5}\)?[ .-]){2,4}\d{2,5}(?![\d.,%]\d)\b")
_CALLED = re.compile(r"\b(?:tel(?:ephone)?|phone|fax)\b[.:]{0,2}\s{0,2}[\d+(][\d()+./ -]{4,24}\d", re.IGNORECASE)
_GROUPS = re.compile(r"\d\)?[ .-]\(?\d")  # where two groups of figures meet, as they do in every such number
_LEAST_PHONE = 7  # figures
_TIPS = "ⓘ🛈ℹ"
_TIP = re.compile(rf"[{_TIPS}]\ufe0f?[^|.;\n]{{0,100}}")  # the explanation behind a sign for one
_REVISED = re.compile(
    r"^\W{0,3}(?:last |date )?(?:updated|modified|revised|reviewed|amended)(?: date)?(?: on)?\W{0,3}"
    rf"(?=(?:{_DATE.pattern}))",
    re.IGNORECASE,
)
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
_LEAST_BRITISH = 6
_NO_ENDING = ("ss", "us", "is", "ws", "eed", "red")  # of short words that end like a plural or a past: "news", "feed"
_COLOUR = re.compile(r"(?<=arm|avi|col|eav|fav|lav|hon|lab|hum|rum|apo|arb|ghb|sav|val|vig)our(?=i|h|a|f|e|l)")
_AND_SO_ON = re.compile(r"[;,] (?:or|and|und|oder|et|ou|y|o)$")  # what joins an item of a list to the next
_ARROWS = "→›>»"
# A way through menus: "Settings → Your data → Ads". Its first choice is known by capitals, the last by what follows.
_CHOICE = r"[A-Z][\w&'-]{0,30}(?: (?:[A-Z&][\w&'-]{0,30}|and|or|of|the|my|your)){0,4}"
_FURTHER = r"[A-Z][\w&', -]{0,40}?(?=\s*[→›>»])"
_LAST = rf"(?:[A-Z][\w&' -]{{0,40}}?(?=[.,;:)\"]|$| (?:or|and|to|in|at|for|if|you|we)\b)|{_CHOICE})"
_MENU = re.compile(rf"{_CHOICE}(?:\s*[→›>»]\s*{_FURTHER})*\s*[→›>»]\s*{_LAST}")
_ABBREVIATED = re.compile(r"\s\([A-Z]{2,6}\)")
_DIGIT = re.compile(r"\d")
_PHONES = ("tel", "phone", "fax")  # what stands before every such number, without case
_AGES = ("ago", "yesterday", "today", "just now")  # what every age holds, without case
_UNSAYING = re.compile(r"[\W_]+")
_UNSAID = bytes(n for n in range(128) if not chr(n).isalnum())


COMPANY = re.compile(
    r"([A-Z](?<=\b[A-Z])[\w&-]*(?:,? [A-Z][\w&-]*){0,4}?,? "
    r"(?:Inc|LLC|Corp|Corporation|Limited|Ltd|GmbH|B\.?V|AB|AG|ApS|A/S|Oy|Pty|PLC|"
    r"S\.?[àa]\.? ?r\.?l|S\.?A\.?S|Unlimited Company)\b)"
)
"""A company by its legal form."""

# The space comes first, which makes the search fast; what may be looked for behind it must be of one length.
GAP = re.compile(
    r" (?=[,.;)](?:\s|$))(?:(?<=\ba )|(?<=\b(?:an|in|at|on|of|to|by|or) )|(?<=\b(?:the|our|its|via|see|and) )|"
    r"(?<=\b(?:this|your|with|read) )|(?<=\b(?:under|visit) ))"
)
"""A place where the text of a link is missing: "as set out in the ."."""

HANGING = re.compile(
    r"\b(?:or|and|than|because|whose|which|to|of|for|in|with|by|from|at|into|upon|under|between|through|via|about|without|"
    r"an?|the|any|each|every|such|our|your|its|their|his|her)$",
    re.IGNORECASE,
)
"""How a text ends that is cut off in the middle of a sentence."""


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The folded text without links, addresses, dates, ages, list labels and numbers of sections."""
    text = LABEL.sub("", fold(_TIP.sub(" ", text) if _holds(text, _TIPS) else text))
    if ":" in text:
        text = _NOTED.sub("", text)
    if _holds(text, _ARROWS):
        text = _MENU.sub(" ", text)
    plain = text.casefold()
    if "<" in text or " in a new " in plain or " in new " in plain:
        text = _ASIDE.sub(" ", text)
    text = unmailed(text, plain)
    if _LINKED.search(plain):
        text = _LINK.sub(lambda m: m[1] or " ", text)
    if _DIGIT.search(text):
        text = _undated(_REVISED.sub(" ", text))
        text = _CALLED.sub(" ", text) if _holds(plain, _PHONES) else text
        text = _PHONE.sub(_unless_short, text) if _GROUPS.search(text) else text
        text = _REFERENCE.sub(" ", text) if _may_refer(text) else text
    return _RELATIVE.sub(" ", text) if _holds(plain, _AGES) else text


def unmailed(text: str, plain: str) -> str:
    """The text without its addresses for mail. `plain`: the same without case."""
    return MAIL.sub(" ", text) if _holds(plain, _MAILED) else text


def _unless_short(number: re.Match[str]) -> str:
    """Nothing for a phone number; other figures in groups as they are."""
    return " " if sum(map(str.isdigit, number[0])) >= _LEAST_PHONE else number[0]


def _holds(text: str, parts: Sequence[str]) -> bool:
    """Whether one of some parts stands in a text."""
    for part in parts:  # noqa: SIM110 - called for every sentence: a third of the time of `any`
        if part in text:
            return True
    return False


def _undated(text: str) -> str:
    """The text without its dates, which are looked for from a number on that may be the first of one."""
    kept, last = [], 0
    for number in _NUMBER.finditer(text):
        first = max(number.start() - _LONGEST_MONTH, last)
        if number.start() < last:
            continue
        if _DAY_OF.match(text, number.end()) or _OF_MONTH.search(text, first, number.start()):
            found = _DATE.search(text, first)
            if not found:
                break
            kept.append(text[last : found.start()])
            last = found.end()
    return " ".join((*kept, text[last:]))


def _may_refer(text: str) -> bool:
    """Whether a part of a document is named with its number, or "B.2": a quick look before that for references."""
    plain = text.casefold()
    return bool((_holds(plain, _PARTS) and _REFERS.search(plain)) or _LETTERED.search(text))


def squeezed(text: str) -> str:
    """Only letters and digits, without case, after `bare`: sentences that read alike are equal."""
    return signs(_AND_SO_ON.sub("", bare(text).casefold()))


def signs(text: str) -> str:
    """Only letters and digits, without case."""
    text = text.casefold()
    return text.encode().translate(None, _UNSAID).decode() if text.isascii() else _UNSAYING.sub("", text)


def asks(text: str) -> bool:
    """Whether a text ends as a question does."""
    return text.rstrip()[-1:] in {"?", "？"}


def links(text: str) -> int:
    """How many web addresses a text shows."""
    return len(_LINK.findall(text)) if _LINKED.search(text.casefold()) else 0


@lru_cache(maxsize=16_384)
def american(word: str) -> str:
    """The word in American spelling, by its ending."""
    if len(word) < _LEAST_BRITISH:  # your, hour, rise
        return word
    for british, us in _BRITISH:
        if word.endswith((british, british + "s")):
            return word.replace(british, us)
    return _COLOUR.sub("or", word) if "our" in word else word


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word without its grammatical ending and in one spelling, crudely: enough to see that two are the same word."""
    word = american(word.removesuffix("'s").removesuffix("'"))
    short = len(word) < 6 and not word.endswith(_NO_ENDING)  # noqa: PLR2004
    for end in ("ions", "ion", "ing", "ies", "ed", "es", "s"):
        if len(word) - len(end) >= (3 if short and end in {"ed", "s"} else 4) and word.endswith(end):
            word = word.removesuffix(end).rstrip("e")
            break
    else:
        word = word.rstrip("e") if len(word) > 4 else word  # noqa: PLR2004
    doubled = word[-1:] == word[-2:-1] and word.isalpha()
    return word[:-1] if doubled else word


_GRAMMAR = frozenset(
    """
    a an the and or of to in on at by for from with as is are be been being was were am do does did has have had having
    will shall would that this these those it its their his her they them which who whom whose also then there here so
    into any one it such when what how both either about if above below under
    """.split()  # noqa: SIM905 - a list of words to be read as words
)
_EXPANDED = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bcan(?:'t|not)\b"), "can not"),
    (re.compile(r"\bshan't\b"), "shall not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'(?:ll|re|ve|m|d|s)\b|'"), " "),
)
_UNITS = tuple(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""".split()  # noqa: SIM905 - the same
)
_TENS = {
    word: 10 * n
    for n, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_FIGURES = {**{word: n for n, word in enumerate(_UNITS)}, **_TENS}
_COMPOUND = re.compile(rf"\b({'|'.join(_TENS)})[\s-]({'|'.join(_UNITS[1:10])})\b")
_IN_WORDS = re.compile(rf"\b({'|'.join(_FIGURES)})\b")
# The sign comes first in these patterns, which makes the search fast.
_THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}\b)")
_CENTS = re.compile(r"\.(?<=\d\.)0+\b")
_TWICE = re.compile(r"\b(\d+) \(\1\)")
_LISTED = re.compile(r"(?:^|(?<=\s))\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)(?=\s)")
_PREFIXED = re.compile(r"\b(non|sub|pre|re|co|multi|inter|anti|over|under)-(?=[a-z]{4})")
_PIECES = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+|%")
_SPACED = bytes(n if chr(n).isalnum() or chr(n) in ".%" else ord(" ") for n in range(128)) + bytes(128)


@lru_cache(maxsize=4096)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a sentence: contractions taken apart, figures for numbers, one wording for those that say the same.

    Articles, auxiliaries and prepositions are still there.
    """
    text = bare(text)
    text = (_ABBREVIATED.sub("", text) if "(" in text else text).casefold()
    for pattern, full in _EXPANDED:
        text = pattern.sub(full, text) if "'" in text or "cannot" in text else text
    words = set(split_words(text))
    if not _TENS.keys().isdisjoint(words):
        text = _COMPOUND.sub(lambda m: str(_TENS[m[1]] + _FIGURES[m[2]]), text)
    if not _FIGURES.keys().isdisjoint(words):
        text = _IN_WORDS.sub(lambda m: str(_FIGURES[m[1]]), text)
    if _DIGIT.search(text):
        text = _CENTS.sub("", _THOUSANDS.sub("", text))
    if "(" in text:
        text = _LISTED.sub(" ", _TWICE.sub(r"\1", text))
    if "-" in text:
        text = _PREFIXED.sub(r"\1", text)  # sub-licensable, sublicensable
    return one_wording([american(word) for word in _pieces(text)])


def _pieces(text: str) -> list[str]:
    """Words, numbers and "%". In ASCII, the pattern is left with the few parts that are not letters alone."""
    if not text.isascii():
        return _PIECES.findall(text)
    parts = text.encode().translate(_SPACED).decode().split()
    return [piece for part in parts for piece in ((part,) if part.isalpha() else _PIECES.findall(part))]


def sense(words: Iterable[str]) -> list[str]:
    """What is left of plain words without grammar: stems of the words that mean something."""
    return [stem(word) for word in words if word not in _GRAMMAR]
