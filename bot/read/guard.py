"""Whether what was fetched is the document at all, and whole."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta

from bot.model.version import Version, fold, words_of
from bot.read.dates import dated, revision, stated
from bot.read.messages import message, tells_error
from bot.read.normal import COMPANY, GAP, american
from bot.read.tongue import tongue as tongue_of

_EMPTY = 90  # characters below which nothing is said that a document could say
_SURELY = 0.97  # share of the text kept from which it is plainly the same document
_LINE = 120  # characters up to which a clause may be such a message
_SAMPLE = 2000  # characters on which the language is judged
_LEAST_PROSE = 150  # characters below which it is not judged
_COLLAPSED = 0.3  # share of the words left below which a document has collapsed
_REPLACED = 0.12  # share of the words in clauses or vocabulary kept, below which it is another text
_UNLIKE = 0.6  # share of the shorter text's words found in the other, below which they are about different things
_ALIKE = 0.8  # the same where the title is another
_MOSTLY = 0.8  # share of the text kept from which the rest may have been cut off
_SCRAP = 0.1
_NEAR_END = 4  # clauses by which the ends of two versions may be apart where one breaks off
_FLIPS = 3  # words that all change from one spelling of English to the other
_MOSTLY_FLIPS = 1 / 6  # share of the words that change, from which it is the spelling that changed
_CUT = 0.85  # share of the words left below which an end is missing
_YEAR = timedelta(days=365)  # by which a date is easily mistyped
_GAPS = 3  # places where the text of a link is missing: one or two may be slips of a writer

# What a server leaves where it had nothing to put in: "{{ company }}", "%PRODUCT_NAME%", "[object Object]".
_UNFILLED = re.compile(r"\{\{[^{}]{1,60}\}\}|\$\{[^{}]{1,60}\}|%[A-Z][A-Z_]{2,40}%|\[object Object\]")
# UTF-8 that was read as Latin-1 or Windows-1252: "userâ€™s", "vidÃ©o".
_MISREAD = re.compile(r"â€|Ã[\x80-\xbf ]")
_MISREAD_OFTEN = 3  # a text may show one
_WITHDRAWN = re.compile(
    r"\b(?:no longer (?:apply|applies|in force|in effect|offered|available)|now (?:governed|covered) by|"
    r"(?:been|was|were|is|are) (?:replaced|superseded|withdrawn|retired|discontinued)|"
    r"ersetzt|abgelöst|remplacé|sustituid|reemplazad)|廃止",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:;)\]\"'»。！？…]\s*$")
# What the title of a legal text calls it, in the languages in which documents are compared: folded, without case.
_KINDS = {
    kind: re.compile(words)
    for kind, words in {
        "terms": r"\bterms\b|\bconditions\b|agreement|\beula\b|bedingungen|\bagb\b|vertrag|condiciones|términos|規約",
        "privacy": r"privacy|\bdata policy|datenschutz|confidentialité|privacidad|プライバシー|個人情報",
        "cookies": r"\bcookies?\b|クッキー",
        "conduct": r"guidelines|richtlinien|règles|normas|ガイドライン",
        "questions": r"\bfaqs?\b|frequently asked|häufige fragen|foire aux questions|questions fréquentes|"
        r"preguntas frecuentes|よくある質問",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a snapshot is not adopted yet. `lasting`: never, however long it stays."""

    reason: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class _Kept:
    """What two versions share: the texts of clauses found in both, and how much of each they are (0 to 1).

    `gone`, `come`: the texts of all other clauses of either side, as they stand. `tail_lost`, `head_lost`: whether
    what went is one stretch at an end.
    """

    both: Set[str]
    gone: Sequence[str]
    come: Sequence[str]
    before: float
    after: float
    tail_lost: bool
    head_lost: bool


def doubt(before: Version | None, after: Version, *, language: str = "en", document_type: str = "") -> Doubt | None:
    """Whether `after` is to be held back, and whether waiting can clear it.

    A page that only says that there is no page (challenge, error, maintenance, login, consent), an empty one, one that
    lost most of its text and says nothing new, one in a language that is neither expected nor the one before, and one
    that keeps nothing and names itself something else ("FAQ" in place of terms) are lasting. A collapse, a cut-off
    end, a near-total replacement, and a text whose predecessor was none of the document, are adopted when they stay.
    """
    size = len(after.text)
    said = message(after)
    if size < _EMPTY and not (before and len(before.text) < 2 * _EMPTY):
        return Doubt(said or "empty page", lasting=True)
    if said:
        return Doubt(said, lasting=True)
    if before is None:
        tongue = spoken(after)
        return Doubt(f"text in another language ({tongue})", lasting=True) if _foreign(tongue, language) else None
    if len(before.text) < _EMPTY and size > 2 * _EMPTY:
        return Doubt("the version before was empty", lasting=False)
    return None if after.fingerprint == before.fingerprint else _beside(before, after, language, document_type)


def _beside(before: Version, after: Version, language: str, document_type: str) -> Doubt | None:
    """Whether a text is doubted for what it keeps of the one before."""
    kept = _kept(before, after)
    if max(kept.before, kept.after) < _REPLACED and _another(before.title, after.title, document_type):
        return Doubt("another document, by its title", lasting=True)
    if kept.after < _SURELY:
        return _switch(before, after, language) or _message_in_part(kept) or _replacement(before, after, kept)
    return _message_in_part(kept) or _replacement(before, after, kept)


def _message_in_part(kept: _Kept) -> Doubt | None:
    """An error message that stands in one version where the other has text: a page of several parts, one missing."""
    old, new = ({text for text in side if len(text) < _LINE} for side in (kept.gone, kept.come))
    if tells_error(new):
        return Doubt("error in a part of the page", lasting=True)
    if tells_error(old):
        return Doubt("the version before held an error page", lasting=False)
    return None


def _switch(before: Version, after: Version, language: str) -> Doubt | None:
    old, new = spoken(before), spoken(after)
    if not old or not new or old == new:
        return None
    if _foreign(new, language):
        return Doubt(f"text in another language ({new})", lasting=True)
    return Doubt(f"the version before was in another language ({old})", lasting=False)


def spoken(version: Version) -> str:
    """ISO 639-1 code by a sample from the middle of the text; empty where there is too little of it."""
    prose = [c.text for c in version.clauses if len(c.text) > 60]  # noqa: PLR2004
    if sum(map(len, prose)) < _LEAST_PROSE:
        prose = [c.text for c in version.clauses]
    middle = prose[len(prose) // 3 :] + prose[: len(prose) // 3]
    sample, size = [], 0
    for text in middle:
        sample.append(text[:400])
        size += len(sample[-1])
        if size > _SAMPLE:
            break
    joined = "\n".join(sample).encode("utf-8", "replace").decode("utf-8")
    return tongue_of(joined) if len(joined) >= _LEAST_PROSE else ""


def _foreign(tongue: str, expected: str) -> bool:
    return bool(tongue) and tongue != expected


def _replacement(before: Version, after: Version, kept: _Kept) -> Doubt | None:
    ratio = len(after.text) / len(before.text) if before.text else 1.0
    if ratio < _COLLAPSED:
        nothing_new = kept.after > _MOSTLY or (ratio < _SCRAP and kept.after < _SCRAP and not _withdraws(before, after))
        return Doubt(f"only {ratio:.0%} of the text is left", lasting=nothing_new)
    reasons = {
        "almost nothing of the text before is left": _replaced(before, after, kept),
        "the end is missing": (kept.after > _SURELY and ratio < _CUT and kept.tail_lost)
        or (kept.after > _MOSTLY and _broken_off(after, before)),
        "the beginning is missing": kept.after > _SURELY and ratio < _CUT and kept.head_lost,
        "the version before was cut short": kept.before > _MOSTLY and _broken_off(before, after),
        "another regional edition, by its spelling": _other_spelling(kept),
        "another regional edition, by its company": _other_company(before, after, kept),
        "an earlier edition, by its date": _earlier(before, after),
        "a template that was not filled in": _more(_UNFILLED, kept.come, kept.gone) > 0,
        "the version before was a template not filled in": _more(_UNFILLED, kept.gone, kept.come) > 0,
        "letters are misread": _more(_MISREAD, kept.come, kept.gone) >= _MISREAD_OFTEN,
        "letters of the version before were misread": _more(_MISREAD, kept.gone, kept.come) >= _MISREAD_OFTEN,
        "texts of links are missing": _more(GAP, kept.come, kept.gone) >= _GAPS,
        "the version before lacked texts of links": _more(GAP, kept.gone, kept.come) >= _GAPS,
    }
    return next((Doubt(reason, lasting=False) for reason, holds in reasons.items() if holds), None)


def _replaced(before: Version, after: Version, kept: _Kept) -> bool:
    """Whether it is a text about other things: hardly a clause kept, another title, other words."""
    if kept.after >= _REPLACED or kept.before >= _REPLACED:
        return False
    renamed = _titled(before) and _titled(after) and not _titled(before) & _titled(after)
    return _shared(before, after) < (_ALIKE if renamed else _UNLIKE)


def _another(before: str, after: str, document_type: str) -> bool:
    """Whether a title names another kind of document than the one before and the one that is watched."""
    kinds = _named(after)
    stood, watched = _named(before), _named(document_type)
    return bool(kinds and stood) and kinds.isdisjoint(stood | watched)


def _named(title: str) -> set[str]:
    """The kinds of document that a title names."""
    text = fold(title).casefold()
    return {kind for kind, words in _KINDS.items() if words.search(text)}


def _titled(version: Version) -> set[str]:
    return set(words_of(version.title))


def _shared(before: Version, after: Version) -> float:
    """Share of the shorter text's words that the other has too."""
    old, new = Counter(words_of(before.text)), Counter(words_of(after.text))
    return (old & new).total() / max(min(old.total(), new.total()), 1)


def _broken_off(short: Version, long: Version) -> bool:
    """Whether one text ends in the middle of a clause of the other, which goes on from there."""
    end = short.clauses[-1].text if short.clauses else ""
    if not end or _ENDS.search(end[-20:]):
        return False
    first = max(len(short.clauses) - _NEAR_END, 0)
    found = [c.text for c in long.clauses[first : len(short.clauses) + _NEAR_END] if c.text.startswith(end)]
    return bool(found) and end not in found and len(short.text) < len(long.text)


def _other_spelling(kept: _Kept) -> bool:
    """Whether the words change throughout between British and American spelling, and only one way."""
    old, new = (set(words_of("\n".join(side))) for side in (kept.gone, kept.come))
    there = sum(word != (us := american(word)) and us in old for word in new - old)
    back = sum(word != (us := american(word)) and us in new for word in old - new)
    flips = max(there, back)
    return flips >= max(_FLIPS, _MOSTLY_FLIPS * min(len(new - old), len(old - new))) and not min(there, back)


def _other_company(before: Version, after: Version, kept: _Kept) -> bool:
    """Whether a sister company signs in place of another, throughout, though the text gives itself no other date."""
    old, new = _companies(kept.gone), _companies(kept.come)
    groups = {name.split()[0] for name in old - new} & {name.split()[0] for name in new - old}
    if not groups:
        return False
    stays = (old & new) | _companies(text for text in kept.both if any(group in text for group in groups))
    signs = groups - {name.split()[0] for name in stays}
    return bool(signs) and revision(dated(before)) == revision(dated(after))


def _earlier(before: Version, after: Version) -> bool:
    """Whether it dates itself more than a year before the version that stood: a cache or another server gave it."""
    was, now = stated(dated(before)), stated(dated(after))
    return was is not None and now is not None and was - now > _YEAR


def _more(signs: re.Pattern[str], texts: Iterable[str], others: Iterable[str]) -> int:
    """How many more such signs some texts have than others."""
    mine, theirs = (sum(len(signs.findall(text)) for text in side) for side in (texts, others))
    return mine - theirs


def _withdraws(before: Version, after: Version) -> bool:
    """Whether what is left says that the document, or what it was about, is no more: that is news when it stays."""
    return bool(_WITHDRAWN.search(after.text)) and bool(_titled(before) & _titled(after))


def _companies(texts: Iterable[str]) -> set[str]:
    return {match[1].replace(",", "") for text in texts for match in COMPANY.finditer(fold(text))}


def _kept(before: Version, after: Version) -> _Kept:
    both = {c.text for c in before.clauses} & {c.text for c in after.clauses}
    lost = [n for n, c in enumerate(before.clauses) if c.text not in both]
    tail = bool(lost) and lost[-1] == len(before.clauses) - 1 and lost[0] >= len(before.clauses) - len(lost) - 1
    head = bool(lost) and lost[0] == 0 and lost[-1] <= len(lost)
    gone, come = ([c.text for c in v.clauses if c.text not in both] for v in (before, after))
    return _Kept(both, gone, come, _share(before, gone), _share(after, come), tail, head)


def _share(version: Version, others: Iterable[str]) -> float:
    """Share of the characters of a version that stand in other clauses than these."""
    every = sum(len(c.text) for c in version.clauses)
    return 1 - sum(map(len, others)) / every if every else 1.0
