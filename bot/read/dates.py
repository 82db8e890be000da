"""The dates that a text gives itself: from when it holds, and when it was revised."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Literal

from bot.model.version import Clause, Version, fold

Role = Literal["effective", "revised", "ends", "none"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero",
            "february feb februar février fevrier febrero",
            "march mar märz mars marzo",
            "april apr avril abril",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug août aout agosto",
            "september sept sep septembre septiembre",
            "october oct oktober octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember décembre decembre diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ORDINAL = "(?:st|nd|rd|th|er|\\.)?"
_DATE = re.compile(
    rf"(?P<m1>{_MONTH})\.?\s*(?P<d1>\d{{1,2}}){_ORDINAL}\s*,?\s*(?P<y1>20\d\d)"
    rf"|(?P<d2>\d{{1,2}}){_ORDINAL}\s*(?:of|de|,)?\s*(?P<m2>{_MONTH})\.?,?\s*(?:de\s+|del\s+)?(?P<y2>20\d\d)"
    r"|(?P<y3>20\d\d)\s*[-/.年]\s*(?P<m3>\d{1,2})\s*[-/.月]\s*(?P<d3>\d{1,2})\s*日?"
    r"|(?P<a4>\d{1,2})[-/.](?P<b4>\d{1,2})[-/.](?P<y4>20\d\d)",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    r"effective|in effect|(?:takes?|taking|took) effect|into effect|"
    r"(?:comes?|coming|enters?) into (?:force|operation)|in force|"
    r"(?:appl(?:y|ies|icable)|valid|bind(?:s|ing)?|govern(?:s|ed)?|replaces?|supersedes?|holds?|counts?|enforced) "
    r"(?:\w+ ){0,6}?(?:as of|from|on|starting|after)|"
    r"(?:is|are|be|being) (?:retired|discontinued|removed|withdrawn|phased out|switched off) on\s*$|\bon or after\s*$|"
    r"\b(?:start(?:s|ing)?|begin(?:s|ning)?|commencing)\s+(?:on|from|in)?\s*$|(?<!current )\bas (?:of|from)\s*$|"
    r"we(?: are|'re| will be|'ll be)? (?:updat|chang|mak)\w*|will (?:update|change|be (?:updated|changed|replaced))|"
    r"wirksam|in kraft|gültig (?:ab|seit)|(?:gelten|gilt) ab|(?:tritt|treten)(?: am)?\s*$|"
    r"mit wirkung (?:vom|ab|zum)|en vigueur|applicables? (?:à|a) (?:compter|partir)|"
    r"(?:prend|prendra|prendront) effet|entra(?:n|rá|rán)? en vigor|vigente|en vigor|"
    r"(?:ser(?:á|án)|son) efectiv[oa]s?|aplicables? (?:desde|a partir)|surt(?:e|irá|irán) efecto|"
    r"発効|施行|適用開始|(?:より|から)(?:適用|有効)",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"(?:.{0,80},|\W*)\s*(?:and,? )?"
    r"(?:from|as (?:of|from)|starting|beginning|with effect from)\s*(?:on )?"
    r"(?:(?:midnight|noon|\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?)(?: \w{2,4})? (?:on )?)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?$",
    re.IGNORECASE,
)
# The same in languages that let it stand anywhere in a sentence on what holds from then on.
_FROM = re.compile(
    r"\b(?:ab(?: dem)?|mit wirkung (?:vom|zum|ab dem)|à (?:partir|compter) du|dès le|avec effet au|"
    r"a partir del?(?: día)?|"
    r"con efectos? (?:a partir |a contar |desde )?(?:del?|el)(?: día)?|desde el(?: día)?)\s*$|^\W*zum\s*$",
    re.IGNORECASE,
)
_FROM_THEN = re.compile(r"\s*(?:\(.{1,4}?\)\s*)?(?:以降|以後|より(?!前)|から)")
_LIMITED = re.compile(
    r"\W*(?:und |et |y )?(?:bis(?: zum| einschließlich)?|jusqu'au|au|hasta el|al) \d|[^、。]{0,25}?(?:まで|迄)",
    re.IGNORECASE,
)  # a span of time
_DONE = re.compile(
    r"[^.;,]{0,60}?\b(?:wurden?|worden|ont été|a été|fue|fueron|ha sido|han sido|hayan sido)\b|"
    r"[^、。]{0,12}?(?:された|されて)",
    re.IGNORECASE,
)  # which works are meant: "posts that were made from 1 June 2026 on"
_RULES = re.compile(r"(?!\s*(?:to|until|through|till|and|-)\b)[\s,]*\w", re.IGNORECASE)  # no stretch of time
_THEN = re.compile(
    r"\b(?:will|no longer|must|cannot|(?:are|is|may) not)\b.*\b(?:as (?:of|from)|from|beginning|starting)(?: on)?\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[\s,]*(?:there (?:are|were)\b|we had\b|.{0,70}\b(?:m|b)illions?\b)", re.IGNORECASE)
_REVISED = re.compile(
    r"current as (?:of|at)|updated?|modified|revis\w+|amended|last change|posted|publish\w+|version|as of date|"
    r"release date|dated|archiv\w*|"
    r"previous|formulated|adopted|created|stand\b|zuletzt|aktualisiert|fassung|mis à jour|mise à jour|dernière|"
    r"actualiza\w+|modificac\w+|última|改定|改訂|更新|制定",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:until|through|prior to|before|expir\w+|ended|ends|no later than|by|between|since|registered|joined|created|"
    r"deadline|closed)\b[^.]{0,20}$|"
    r"\b(?:bis(?: zum)?|vor dem|seit(?: dem)?|jusqu'au|avant le|depuis le|hasta el|antes del?)(?: día)?\s*$",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\b(?:this|these|the|our|new|updated|revised|following|such)\b[\w\s'-]{0,40}\b(?:terms?|policy|policies|agreement|"
    r"notice|statement|guidelines|conditions|version|changes?|updates?|document|eula|rules?|"
    r"wording|text|edition|prices?|fees?|rates?|sections?|clauses?)\b|\bit binds\b|"
    r"\b(?:die|der|den) (?:änderung\w*|\w*bedingungen|fassung)|\bles (?:modifications|conditions)|\blos cambios|"
    r"\blas condiciones|規約|改定|変更|ポリシー|\best(?:as|os|a|e)\b|\bdiese[rs]?\b|\bces\b|\bcette\b",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\W*(?:(?:changes?|amendments?|updates?)\b.{0,40}\b|(?:they|it|both|all of (?:it|them)) )(?:will )?"
    r"(?:take|takes|come|comes|enter|enters|appl|bind)",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:previous|prior|earlier|former|old) (?:version|edition|policy|terms|agreement|text)s?"
    r"(?: of (?:this|these|our|the) [\w ]{1,30})?,? \(?"
    r"(?:was |were |is |dated |effective |in force |in effect )[^.,]{0,25}$",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:\b(?:Act|Law|Regulation|Directive|Bill|Statute|Ordinance|DSGVO|RGPD|loi|Loi|[Ll]ey|Real Decreto)|"
    r"(?:[Gg]esetz|[Vv]erordnung)(?:e?s|en)?|(?:[Rr]èglement|[Dd]irective|[Rr]eglamento|[Dd]irectiva) \([^)]{2,6}\))\b"
    r"[^.;]{0,30}$|法(?:律)?\W{0,3}$"
)
_JAPANESE = "年"  # in a date whose verb comes after it, or stands before it as a label
_SET = re.compile(r"\s*に?(?:改定|改訂|更新|制定)")
_LABEL = re.compile(r"(?:施行|発効|適用開始|適用|改定|改訂|制定|更新)(?:日\W*|\s*:\s*)$")
_ARCHIVE = re.compile(
    r"\W*(?:(?:previous|prior|past|earlier|older|archived) (?:versions?|terms|policies|editions?)|archives?|"
    r"(?:version|revision|change) (?:history|log)|history)\b",
    re.IGNORECASE,
)
_MENTION = re.compile(r"20\d\d")
# What every date holds, without case: a quick look, so that few years are searched for one.
_HINT = re.compile("|".join(sorted({name[:3] for name in _MONTHS})) + r"|\d\s*[-/.年]\s*\d")
_BEFORE_YEAR, _AFTER_YEAR = 28, 10  # characters around a year in which its month and day stand
_MOST_DATES = 100  # dates of one clause that are looked at
_STOPS = (". ", "|", "。")
_NEAR = 40  # characters before a date in which the verb stands of what was done from it on
_SOON = 60  # characters after a date in which its verb stands
_AROUND = 200  # characters around a date in which its verb is looked for
_OLD = timedelta(days=3 * 366)  # dates further back than this are history, not this step
_FAR = timedelta(days=3 * 366)
_NAMED = 2  # weight beyond which a date stands in a short line or beside a word for the document


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text, with what its own verb says of it."""

    day: date
    role: Role
    quote: str
    clause: int
    weight: int = 0


def dates(text: str) -> Iterator[tuple[date, int, int]]:
    """Every date in a text, with where it begins and ends; those that no calendar has are passed over."""
    last = 0
    for year in _MENTION.finditer(text):
        if year.start() < last:
            continue
        first, stop = max(last, year.start() - _BEFORE_YEAR), year.end() + _AFTER_YEAR
        for match in _DATE.finditer(text, first, stop) if _HINT.search(text[first:stop].casefold()) else ():
            if day := _day(match):
                yield day, match.start(), match.end()
            last = match.end()


def _day(match: re.Match[str]) -> date | None:
    got = match.groupdict()
    if got["y4"]:
        first, second, year = int(got["a4"]), int(got["b4"]), int(got["y4"])
        german = "." in match.group()
        month, day = (second, first) if german or first > 12 else (first, second)  # noqa: PLR2004
    else:
        n = next(n for n in "123" if got[f"y{n}"])
        name = got[f"m{n}"]
        year, day = int(got[f"y{n}"]), int(got[f"d{n}"])
        month = int(name) if name.isdigit() else _MONTHS.get(name.casefold(), 0)  # "Aprıl" is matched and no month
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dated(version: Version) -> tuple[Dated, ...]:
    """The dates of a document with their roles, in order. Each goes with the verb nearest to it in its own line."""
    found: list[Dated] = []
    for n, clause in enumerate(version.clauses):
        if _MENTION.search(clause.text):
            found += _in_clause(n, clause)
    return tuple(found)


def _in_clause(n: int, clause: Clause) -> Iterator[Dated]:
    text = fold(clause.text)
    archive = bool(_ARCHIVE.match(text) or (clause.path and _ARCHIVE.match(clause.path[-1])))
    last = 0
    rows = list(islice(dates(text), _MOST_DATES))
    for place, (day, start, end) in enumerate(rows):
        first = max(start - _AROUND, 0)
        left = max(first, *(text.rfind(stop, first, start) + 1 for stop in _STOPS))
        if text[left : left + 1] == " ":
            left += 1
        left = max(left, last) if last > left and start - last > 3 else left  # noqa: PLR2004
        ends = (text.find(stop, end, end + _AROUND) for stop in _STOPS)
        stop = min((p for p in ends if p >= 0), default=end + _AROUND)
        before, after = text[left:start], text[end : min(stop, end + 80)]
        idle = archive
        if _JAPANESE in text[start:end]:
            label, following = _LABEL.search(before), rows[place + 1 : place + 2]
            idle = idle or _LAW.search(before) is not None
            before = label[0] if label else ""
            after = text[end : min(stop, end + 80, *(begin for _, begin, _ in following))]
        role, weight = _role(before, after, short=len(text) < 120)  # noqa: PLR2004
        if idle:
            role, weight = "none", 0
        yield Dated(day, role, text[left : min(stop + 1, end + 80)].strip(), n, weight)
        last = end


def _role(before: str, after: str, *, short: bool) -> tuple[Role, int]:
    """Which verb owns a date: the nearest one before it, else one right after it. The weight tells how surely."""
    if _FORMER.search(before) or (_ENDS.search(before) and not _EFFECTIVE.search(before[-25:])):
        return "ends", 0
    verbs = list(_EFFECTIVE.finditer(before))
    effective = verbs[-1].end() if verbs else -1
    if _COUNTED.match(after) or (verbs and _LAW.search(before[: verbs[-1].start()])):
        return "none", 0  # how many there are that day, or a statute that takes effect
    revised = max((m.end() for m in _REVISED.finditer(before)), default=-1)
    named = bool(_THIS.search(before) or _THIS.search(after) or _IT.match(before))
    if _FROM.search(before) or _FROM_THEN.match(after):
        return ("none", 0) if _of_works(before, after) else ("effective", 3 if short or named else 2)
    opens = bool(_STARTS.fullmatch(before) and _RULES.match(after)) or bool(_THEN.search(before))
    if opens or (effective >= 0 and effective >= revised):
        some = before.rstrip().endswith("on or after")  # "for designers who register on or after …"
        return "effective", 2 if opens or (some and named) else 3 if short or named else 1
    if revised >= 0:
        soon = _EFFECTIVE.search(after[:30])
        return ("effective", 2) if soon and not soon.start() and named else ("revised", 2 if short else 1)
    found = _EFFECTIVE.search(after)
    role: Role = "effective" if found and found.start() < _SOON else "revised" if _SET.match(after) else "none"
    return role, 0 if role == "none" else 2 if short or (named and found) else 1


def _of_works(before: str, after: str) -> bool:
    """Whether a day from which something is so ends soon, or says which works are meant."""
    spans = _LIMITED.match(after) or _FROM_THEN.fullmatch(after)  # "from 1 to 31 May"
    return bool(spans or _DONE.match(after) or _DONE.search(before[-_NEAR:]))


def effective(before: Version, after: Version, observed: datetime) -> date | None:
    """The date from which the new text holds, where `after` states one that belongs to this step.

    A date that is new in the text counts, past or future; one that stood there already only while it lies ahead.
    """
    return pick(dated(before), dated(after), observed.date())


def pick(before: Iterable[Dated], after: Iterable[Dated], today: date) -> date | None:
    """The same, of dates already found."""
    old = {d.day for d in before if d.role == "effective"}
    rows = [
        d
        for d in after
        if d.role == "effective"
        and d.weight > 1
        and -_OLD < d.day - today < _FAR
        and (d.day not in old or d.day >= today)
    ]
    if not rows:
        return None
    best = max(rows, key=lambda d: (d.day not in old, d.weight, -d.clause))
    return best.day


def moved(before: Iterable[Dated], after: Iterable[Dated], today: date) -> Dated | None:
    """The date of effect that took the place of another while the version was still to come into effect."""
    old, new = ([d for d in rows if d.role == "effective" and d.weight > 1] for rows in (before, after))
    gone = [d for d in old if d.day >= today and all(d.day != n.day for n in new)]
    come = [d for d in new if d.day >= today and all(d.day != o.day for o in old)]
    return come[0] if len(gone) == len(come) == 1 else None


def revision(rows: Iterable[Dated]) -> date | None:
    """The revision date that a page gives itself: the latest of the first few that stand in lines of their own."""
    found = [d.day for d in rows if d.role == "revised" and d.weight > 1]
    return max(found[:3], default=None)


def stated(rows: Sequence[Dated]) -> date | None:
    """The day that a text gives itself: of its revision, else the first one from which it says that it holds."""
    holds = (d.day for d in rows if d.role == "effective" and d.weight > _NAMED)
    return revision(rows) or next(holds, None)
