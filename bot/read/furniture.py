"""Lines that are part of a page rather than of its document: titles, labels, menus, counters, banners."""

import re
from functools import lru_cache

from bot.model.version import Clause, words_of
from bot.read.lexicon import Reading
from bot.read.normal import asks, bare

COUNTER = re.compile(r"^\W{0,9}[\d.,]{1,20}\s{0,3}[km]?\W{0,9}(?:\w{1,30}\W{0,9}){0,3}$", re.IGNORECASE)
OWNED = re.compile(r"\W*(?:©|\(c\)|copyright)\W{0,3}\d{4}", re.IGNORECASE)
SUM = re.compile(r"[$€£¥%]")
_DIGIT = re.compile(r"\d")
_VOTES = re.compile(
    r"\b\d+ (?:people|users|readers|customers|members|others)?\b.{0,30}"
    r"\bfound (?:this|it)(?: \w+)? (?:helpful|useful)\b",
    re.IGNORECASE,
)
_NOTES = "*†‡) "  # what a name at the end of a list may carry
_STOPS = frozenset(".;:。")  # what ends a statement, not a link
_SHORT_LINE = 9  # words up to which a line without a verb is a label
_FEW_WORDS = 4
_LONGEST_WORD = 24  # letters of which hardly a word has more
_LONGEST_TITLE = 14  # words
# What a line of dates says beside them.
_DATED = re.compile(
    r"(?:\W|\d|effective|effect|date|dates|from|since|as|of|on|in|the|and|force|last|updated?|modified|revised|revision|"
    r"reviewed|amended|version|published|posted|location|gmt|utc)*",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[a-z](?=[A-Z][a-z])")  # where two links of a menu meet
_POSTCODE = re.compile(r"\b\d{4,5}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b")
_FILE = re.compile(r"\.(?:pdf|docx?|zip)\W*$", re.IGNORECASE)
_MINE = re.compile(r"\b(?:[Mm]y|[Mm]on|[Mm]es|[Mm]i|[Mm]is|[Mm]eine?|[Mm]inha|[Mm]eu)\b|^\W*I(?:'m|'ve| [a-z])")
# A member speaks: "Content I posted was removed"; not "Annex I lists …".
_I_SAY = re.compile(
    r"(?:^\W*|\b(?!(?:Annex|Part|Title|Section|Schedule|Appendix|Article|Chapter|Table|Exhibit) )\w+ )"
    r"I(?:'m|'ve)? [a-z]"
)
# "From [date of publication] …": what a writer was to fill in.
_TO_FILL_IN = re.compile(
    r"\[(?:enter|insert|add|fill in|date|name|company|tbd|xx|your|link|placeholder)\b[^\[\]]{0,80}\]", re.IGNORECASE
)
_LONGEST_CHOICE = 24  # words
_LONGEST_BANNER = 400  # characters
_BANNER = re.compile(
    r"\bwe and our (?:\d[\d.,]* )?(?:\w+ )?(?:partners|vendors)\b.{0,40}\bstore and(?:/or)? access information\b|"
    r"\baccept all\b.{0,40}\breject",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"\W*(?:(?:accept|allow|reject|decline|refuse|alle|tout|tous|aceptar|rechazar) "
    r"(?:all|optional|essential|non-essential|only|akzeptieren|ablehnen|accepter|refuser|todo|todas|cookies)\b.{0,30}|すべて(?:同意|許可|拒否))\W*",
    re.IGNORECASE,
)
_BUTTONS = frozenset(
    """accept agree allow reject decline deny refuse manage customise customize cookie cookies settings preferences all
    necessary essential only options got it ok okay i more learn""".split()  # noqa: SIM905 - read as words
)
_MOST_ON_BUTTONS = 12  # words
_LEAST_SAID = 3  # words of a sentence with its subject


def is_of_buttons(text: str) -> bool:
    """Whether a line is a row of buttons by which cookies are accepted or refused: "Manage cookies Accept Reject"."""
    words = words_of(text)
    decides = not {"accept", "agree", "allow"}.isdisjoint(words) and len(words) > 1
    return bool(_BUTTON.fullmatch(text)) or (decides and len(words) <= _MOST_ON_BUTTONS and _BUTTONS.issuperset(words))


_RELATED = re.compile(
    r"\b(?:related (?:articles|topics|links|pages|questions)|articles? you may|you (?:may|might) also like|more from|"
    r"popular (?:searches|articles|topics)|recommended for you|did (?:you find|this help|this answer)|"
    r"was this (?:page |article )?helpful|latest (?:news|posts|stories)|from (?:our|the) blog|"
    r"recent (?:posts|articles)|trending|similar articles)\b",
    re.IGNORECASE,
)


def furniture(clause: Clause, sentence: str, reading: Reading) -> str:
    """Why a line is part of the page rather than of the document; empty where it may say something."""
    if clause.kind == "row" and _DIGIT.search(sentence) and SUM.search(sentence):
        return ""
    words = len(reading.words) - reading.own - 1
    speaks = somebody_acts(reading) or any(h.start >= reading.own for h in reading.at("finite"))
    orders = reading.has("must") or reading.has("may")
    bare_list = not speaks and not clause.lead and sentence.rstrip(_NOTES)[-1:].isalnum()
    text = bare(sentence)
    stops = sentence.rstrip()[-1:] in _STOPS
    reasons = {
        "a command": sentence.startswith("$ "),
        "a file to download": words <= _LONGEST_TITLE and bool(_FILE.search(sentence)),
        "a cookie banner": _asks_for_cookies(clause.text[:_LONGEST_BANNER]),
        "related pages": not stops and bool(_RELATED.match(sentence) or (clause.path and _relates(clause.path[-1]))),
        "a notice of copyright": bool(OWNED.match(sentence)),
        "a date or a link alone": len(text.split()) <= _LONGEST_TITLE and bool(_DATED.fullmatch(text)),
        "a heading": clause.kind == "heading",
        "a question used as a heading": words <= 2 * _SHORT_LINE and asks(sentence),
        "a counter": words <= _FEW_WORDS and bool(COUNTER.match(text)),
        "a count of votes": bool(_VOTES.search(text)),
        "a label or a name": not speaks and not clause.lead and words <= _SHORT_LINE,
        "a menu": bare_list and len(_GLUED.findall(sentence)) > 1 and _names(sentence) > words // 2,
        "a list of names": bare_list and 2 * _names(sentence) > words,
        "an address": not speaks
        and reading.has("address")
        and bool(_POSTCODE.search(text))
        and 2 * _names(text) > words,
        "a choice in a menu": words <= _LONGEST_TITLE and bool(_MINE.search(text)) and text.rstrip()[-1:].isalnum(),
        "what a member may report": words <= _LONGEST_CHOICE and bool(_I_SAY.search(text)) and not _declares(reading),
        "a template not filled in": bool(_TO_FILL_IN.search(sentence)),
        "a statistic": reading.has("statistic") and not (orders and speaks) and not _weighs(reading, sentence),
        "a title": not orders and not clause.lead and words <= _LONGEST_TITLE and text.rstrip()[-1:].isalnum(),
        "navigation": reading.has("chrome") and not orders and words <= _SHORT_LINE + 3,
        "no words": 3 * len([w for w in reading.words if len(w) > _LONGEST_WORD]) > words,
    }
    return next((why for why, holds in reasons.items() if holds), "")


def somebody_acts(reading: Reading) -> bool:
    """Whether it opens with a pronoun that does something, whatever the verb: "we monitor keystrokes"."""
    said = reading.words[reading.own + 1 :]
    return said[:1] in {("we",), ("you",)} and len(said) >= _LEAST_SAID


def _weighs(reading: Reading, sentence: str) -> bool:
    """Whether a right or a sum hangs on a figure: "apps with more than 10,000 monthly active users pay 3 %"."""
    return SUM.search(sentence) is not None or any(map(reading.has, ("ban", "grant", "sum", "money_core", "pay")))


def _declares(reading: Reading) -> bool:
    """Whether somebody declares something, as in a notice of infringement or a consent."""
    return any(map(reading.has, ("consent", "grant", "must", "ban"))) or "perjury" in reading.words


@lru_cache(maxsize=1024)
def _asks_for_cookies(text: str) -> bool:
    """Whether a clause, which is asked of each of its sentences, is a cookie banner."""
    plain = text.casefold()
    return ("we and our" in plain or "accept all" in plain) and bool(_BANNER.search(text))


@lru_cache(maxsize=1024)
def _relates(heading: str) -> bool:
    """Whether links to other pages stand under a heading."""
    return bool(_RELATED.match(heading))


def _names(sentence: str) -> int:
    return sum(word[0].isupper() or word[0].isdigit() for word in sentence.split())
