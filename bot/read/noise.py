"""What differs and says nothing new: dates, links, addresses, numbering, names, spelling."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA, Indel, Postfix, Prefix

from bot.model.version import fold
from bot.read.furniture import COUNTER, OWNED, SUM
from bot.read.lexicon import Lexicon, tokens
from bot.read.normal import COMPANY, GAP, HANGING, bare, links, plain_words, sense, squeezed, stem
from bot.read.renames import WEIGHTY, Renames, renamed

LONGEST_ADDRESS = 16
"""Words that may change where a company moves."""
_LEAST_TYPO = 5  # letters from which one letter's difference is a slip
_SMALL = re.compile(r"(?<![\w-])[a-z]\w+(?![\w-])")
_MOST_SLIPS = 400  # pairs of words that are compared letter by letter
_FEW_WORDS = 4
_HANGING_WORDS = 3
_LEAST_CUT = 4  # words that a sentence broken off in a phrase has
_LONG_SENTENCE = 12
_PARTICLES = frozenset({"de", "la", "le", "les", "du", "des", "van", "von", "der", "den"})  # in names of streets
_CONTACT = re.compile(
    r"\b(?:(?:designated|copyright|registered) agent|data protection officer|dpo|representative|attn|attention)\b",
    re.IGNORECASE,
)
_ADDRESSED = frozenset({"attention", "attn", "team", "department", "care", "agent", "officer"})
_POSTCODE = 5  # figures
_OPPOSITES = (
    ("on", "off"), ("before", "after"), ("more", "less"), ("in", "out"), ("with", "without"), ("we", "you"),
    ("may", "must"), ("accept", "decline"), ("include", "exclude"), ("minimum", "maximum"), ("public", "private"),
)  # fmt: skip
_MILLIONS = re.compile(r"\b\d+(?:[.,]\d+)?\s?(?:(?:m|b)illions?|bn|m)\b", re.IGNORECASE)
_MANY = re.compile(rf"{_MILLIONS.pattern}|\b\d{{1,3}}(?:[,.\u00a0 ]\d{{3}})+\b|\b\d{{5,}}\b", re.IGNORECASE)
_SCALES = frozenset({"million", "millions", "billion", "billions", "bn", "m"})
_LONGEST_LINK = 12  # words
_UNSPACED = re.compile(r"\w+")
_LONGEST_EXPLANATION = 1500  # characters
_LONGEST_EXPLAINED = 60_000  # characters of a text in which they are looked for
_ANCHOR = 16  # characters by which a text is found again after one
_PRONOUNS = frozenset({"your", "yours", "yourself", "their", "theirs"})
_OPPOSING = ("un", "in", "im", "ir", "il", "non", "dis")
_BEING = frozenset({"is", "are", "be", "been", "being", "was", "were", "having"})


_ORDER, _VOICE = "grammar or order of words", "active or passive"
ORDERED = frozenset({_ORDER, _VOICE})  # noise that takes the order of words for nothing


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
    if why := _lacks(before, after) or _lacks(after, before):
        return Difference((), (), why)
    if swapped := _exchanged(plain_words(before), plain_words(after)):
        return Difference(swapped, swapped)
    if why := _same_sense(before, after, lexicon, renames):
        return Difference((), (), why)
    old, new = renamed(tokens(bare(before)), renames), renamed(tokens(bare(after)), renames)
    lost, gained = _apart(Counter(old), Counter(new))
    for counter in (lost, gained):
        for word in [w for w in counter if "stop" in lexicon.classes(w)]:
            del counter[word]
    few = lost and lost.total() * gained.total() <= _MOST_SLIPS
    spelt = few and (_joined(lost) == _joined(gained) or _slips(lost, gained, lexicon))
    why = "spelling" if spelt else _slight(before, after, lost, gained, lexicon)
    return Difference((), (), why) if why else Difference(tuple(lost.elements()), tuple(gained.elements()))


def _lacks(less: str, more: str) -> str:
    """Why a wording that lacks something of another says the same: the page lost or added it."""
    if more[1:] == less:
        return "spelling"  # the first letter is lost: "f you leave"
    if _filled(less, more):
        return "the text of a link"
    return "an explanation that pops up" if explained(less, more) else ""


def _same_sense(before: str, after: str, lexicon: Lexicon, renames: Renames) -> str:
    """Why two wordings say the same: equal in their normal form, grammar, voice and slips of the pen aside."""
    old, new = renamed(plain_words(before), renames), renamed(plain_words(after), renames)
    if OWNED.match(before) or OWNED.match(after):
        return "a notice of copyright"
    was, now = Counter(sense(old)), Counter(sense(new))
    lost, gained = (_without_pronouns(side) for side in (was - now, now - was))
    if not lost and not gained:
        return _ORDER
    if _voiced(old, new, lost, gained) or _voiced(new, old, gained, lost):
        return _VOICE
    if lost.total() * gained.total() <= _MOST_SLIPS and _slips(lost, gained, lexicon):
        return "spelling"
    return "an address in place of a name" if _linked(before, after, lost, gained, lexicon) else ""


def _without_pronouns(words: Counter[str]) -> Counter[str]:
    """The words without pronouns, whoever they point to."""
    return Counter({w: n for w, n in words.items() if w not in _PRONOUNS})


def _exchanged(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Opposites that changed places where the words are the same: "off unless you turn it on"."""
    pairs = _OPPOSITES if sorted(old) == sorted(new) else ()
    moved = (p for p in pairs if set(p) <= set(old) and [w for w in old if w in p] != [w for w in new if w in p])
    return next(moved, ())


def opposed(lost: Iterable[str], gained: Iterable[str]) -> bool:
    """Whether a word gave way to its opposite: "verified", "unverified"."""
    was, now = set(lost), set(gained)
    return any(
        f"{sign}{word}" in other for one, other in ((was, now), (now, was)) for word in one for sign in _OPPOSING
    )


def _voiced(passive: Sequence[str], active: Sequence[str], lost: Counter[str], gained: Counter[str]) -> bool:
    """Whether a passive that named nobody became an active with "we": "is not recorded", "we do not record"."""
    if lost or set(gained) != {"we"} or gained.total() > 1 + active.count("we") // 2:
        return False
    was, now = (sum(map(_is_said, pairwise(("", *words)))) for words in (passive, active))
    return was > now


def _is_said(words: tuple[str, str]) -> bool:
    """Whether the second of two words is a form of "to be", not in an aside: "drawings that are made"."""
    return words[1] in _BEING and words[0] not in {"that", "which", "who"}


def _linked(before: str, after: str, lost: Counter[str], gained: Counter[str], lexicon: Lexicon) -> bool:
    """Whether the name of a place on the web gave way to its address, or the other way round."""
    was, now = links(before), links(after)
    named, other = (lost, gained) if now > was else (gained, lost)
    few = was != now and not other and named.total() <= _FEW_WORDS
    return few and not any(map(lexicon.read(" ".join(named)).has, WEIGHTY))


def _slight(before: str, after: str, lost: Counter[str], gained: Counter[str], lexicon: Lexicon) -> str:
    """Which noise the words are that differ; empty where they may mean something."""
    for (shorter, longer), more in (((before, after), gained), ((after, before), lost)):
        if _cut(bare(shorter).strip(), bare(longer).strip(), more, lexicon):
            return "a sentence cut off"
    figures = all(not word.isalpha() or word in _SCALES for word in (*lost, *gained))
    if (figures and _counted(before, after, lexicon)) or (
        all(map(str.isdigit, (*lost, *gained))) and COUNTER.match(bare(after))
    ):
        return "a counter"
    return "an address" if _address(before, after, {*lost, *gained}, lexicon) else ""


def _counted(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether nothing but a large number differs, where nothing is asked of anyone: "home to 8,412,077 works"."""
    if not _MANY.search(before) or SUM.search(after):
        return False
    reading = lexicon.read(after)
    if any(map(reading.has, ("may", "must", "sum"))):
        return False
    if reading.has("you") and not _MILLIONS.search(after):
        return False  # "members with 10,000 followers"
    return squeezed(_MANY.sub(" ", before)) == squeezed(_MANY.sub(" ", after))


def differing(before: str, after: str) -> tuple[str, str]:
    """Two texts without the sentences that both begin with, and those that both end with."""
    start = before.rfind(". ", 0, Prefix.similarity(before, after)) + 1
    before, after = before[start:], after[start:]
    same = Postfix.similarity(before, after)
    end = before.find(". ", len(before) - same)
    ends = len(before) - end - 1 if end >= 0 else 0
    return before[: len(before) - ends], after[: len(after) - ends]


def explained(plain: str, longer: str) -> bool:
    """Whether a text is another with explanations run into it that pop up on the page: "SonoriaThe company S. Ltd".

    Each begins with a capital right after a letter, where no sentence does.
    """
    if not len(plain) < len(longer) <= _LONGEST_EXPLAINED:
        return False
    i = j = Prefix.similarity(plain, longer)
    while i < len(plain) and j < len(longer):
        glued = j and longer[j - 1].islower() and longer[j].isupper()
        at = longer.find(plain[i : i + _ANCHOR], j, j + _LONGEST_EXPLANATION) if glued else -1
        if at < 0:
            return False
        same = Prefix.similarity(plain[i:], longer[at:])
        i, j = i + same, at + same
    rest = longer[j:]
    return i == len(plain) and (not rest or (rest[0].isupper() and longer[j - 1].islower()))


def _filled(gaps: str, whole: str) -> bool:
    """Whether a sentence is another in which the texts of links, which are names, are missing: "set out in the ."."""
    if not GAP.search(fold(gaps)):
        return False
    old, new = (_UNSPACED.findall(fold(text)) for text in (gaps, whole))
    apart = [row for row in Indel.opcodes(old, new) if row.tag != "equal"]
    return bool(apart) and all(
        row.tag == "insert" and new[row.dest_start][0].isupper() and row.dest_end - row.dest_start <= _LONGEST_LINK
        for row in apart
    )


def _address(before: str, after: str, changed: Set[str], lexicon: Lexicon) -> bool:
    """Whether what changed is where the company sits: names and numbers, in a sentence that gives an address."""
    named = _CONTACT.search(after) is not None  # whom to write to
    placed = named or any(w.isdigit() or "address" in lexicon.classes(w) for w in changed)
    if len(changed) > LONGEST_ADDRESS or not placed or all(map(_figure, changed)):
        return False
    if not (named or located(after, lexicon)):
        return False
    plain = {w for text in (before, after) for w in _SMALL.findall(text)}
    return all(
        w not in plain or w in _PARTICLES or (named and w in _ADDRESSED) or "address" in lexicon.classes(w)
        for w in changed
    )


def located(text: str, lexicon: Lexicon) -> bool:
    """Whether a text may say where a company sits."""
    where = lexicon.read(text)
    return where.has("address") or where.has("contact") or COMPANY.search(text) is not None


def _figure(word: str) -> bool:
    """Whether a word is a number, and no postcode."""
    return word.isdigit() and len(word) < _POSTCODE


def _cut(shorter: str, longer: str, more: Counter[str], lexicon: Lexicon) -> bool:
    """Whether one is the other broken off in the middle: it hangs in the air, or lacks two words of no weight."""
    if not shorter or not longer.startswith(shorter) or not shorter[-1].isalnum() or longer[-1].isalnum():
        return False
    words = len(shorter.split())
    if HANGING.search(shorter) or longer[len(shorter)].isalnum():
        return words >= _LEAST_CUT
    light = more.total() < _HANGING_WORDS and not any(map(lexicon.read(" ".join(more)).has, WEIGHTY))
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


def _joined(words: Counter[str]) -> str:
    """Words run together, as one is that is written as two: "plug-ins"."""
    return "".join(words.elements())


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
    """Whether two words differ by a letter left out, or by two that changed places, behind the first.

    Another letter makes another word too often: "payer", "payee"; so does another beginning: "direct", "indirect".
    """
    if max(len(a), len(b)) < _LEAST_TYPO or a[0] != b[0] or not (a.isalpha() and b.isalpha()):
        return False
    if _unaccented(a) == _unaccented(b):
        return True
    if OSA.distance(a, b, score_cutoff=1) > 1 or (len(a) == len(b) and sorted(a) != sorted(b)):
        return False
    one, two = lexicon.classes(a), lexicon.classes(b)
    if one == two:
        return "place" not in one
    return not (one and two) and (one | two).isdisjoint((*WEIGHTY, "place"))


def _unaccented(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
