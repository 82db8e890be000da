"""Sentences that come or go and are no rule: parts of the page, and what a document says of itself.

The latter are its editions and parts, and where to write to those who wrote it.
"""

import re
from collections.abc import Iterable, Set
from functools import cache, partial

from bot.model.topic import Topic
from bot.model.version import Clause, fold, words_of
from bot.read.dates import dates
from bot.read.furniture import furniture, is_of_buttons, somebody_acts
from bot.read.lexicon import Reading
from bot.read.normal import MAIL, links
from bot.read.standing import Standing
from bot.read.statements import SHOWN, STOPS
from bot.read.steps import Sentence, Step
from bot.read.topics import Rules

_LONGEST_NOTICE = 800  # characters
_MOST_TITLES = 400  # headings that are looked for in a clause: hostile pages have more
_CONTENTS, _MOSTLY = 3, 0.6  # headings that make a table of contents, and their share of it
_NEAR = 3  # words from a verb of reading to the edition that is read
_BINDING = ("must", "ban", "opt_out", "consent", "dispute", "grant", "copyright")
_ASKING = ("must", "ban", "not", "opt_out", "chooses", "consent", "grant", "share")
_OPENING = 2  # words within which a sentence begins
_HERALD = re.compile(
    r"\bwe(?:'re| are|'ve| have|'ll be| will be)? (?:recently |just |currently )?"
    r"(?:making|updating|changing|revising|updated|changed|revised|made)\b.{0,60}"
    r"\b(?:terms|polic(?:y|ies)|agreement|notice|guidelines|statement)(?: of (?:service|use|sale))?"
    r"(?: (?:soon|shortly|recently|today))?\W*$|"
    r"\b(?:updated|new|revised) (?:version|terms|policy)\b.{0,40}\b(?:available|coming|soon|shortly)\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"\W*(?:in (?:short|brief|a nutshell|summary|plain (?:english|language|words))|(?:a )?summary|tl;? ?dr|the gist|"
    r"at a glance|overview|(?:the )?(?:short|simple) version|key points?|highlights|"
    r"what (?:this|it) means)\b[^.]{0,20}?:",
    re.IGNORECASE,
)
_SUPPOSING = frozenset({"if", "when", "whenever", "until", "unless"})


class Asides:
    """Knows what is no rule in a document. `titles`: the headings of both its versions, as words."""

    def __init__(self, rules: Rules, standing: Standing, titles: Set[str]) -> None:
        self._rules, self._standing = rules, standing
        self._past_notice = cache(partial(_is_past_notice, standing))
        self._lists_headings = cache(partial(_is_list_of_headings, sorted(titles)[:_MOST_TITLES]))

    def why(self, step: Step, reading: Reading) -> str:
        """Why a sentence that came or went is no rule; empty where it may be one."""
        now = step.now
        if not step.after and self._of_the_past(now, reading):
            return "a notice of an earlier update"
        why = _of_itself(now.text, reading, gone=not step.after) or _heralds(now.text, reading)
        if why and not self._shows(reading):
            return why
        if why := self._of_the_page(now, reading):
            return why
        why = furniture(now.clause, now.text, reading)
        return "" if why and self._weighty(why, reading, now) else why

    def _of_the_past(self, sentence: Sentence, reading: Reading) -> bool:
        """Whether it gave notice of an update, and rules nothing by itself: "You must settle claims by arbitration"."""
        rules = any(map(reading.has, ("must", "ban"))) and self._shows(reading)
        return _announces_edition(reading) or (self._past_notice(sentence.clause) and not rules)

    def _of_the_page(self, sentence: Sentence, reading: Reading) -> str:
        """What it is of the page: a banner known by its buttons, a pointer, a part of the table of contents."""
        around = self._standing.around(sentence.clause) if reading.has("cookies") else ()
        if any(is_of_buttons(clause.text.rsplit(". ", 1)[-1]) for clause in around):
            return "a cookie banner"
        if self._sums_up(sentence, reading):
            return "a summary of what is written out"
        if self._refers(sentence, reading):
            return "where more is read"
        return "a table of contents" if self._lists_headings(sentence.clause) else ""

    def _sums_up(self, sentence: Sentence, reading: Reading) -> bool:
        """Whether it sums up what is written out beside it, and tells neither a figure nor anything of training."""
        summed = _SUMMARY.match(sentence.text) and sentence.clause.path
        figures = any(map(str.isdigit, reading.words))
        if not summed or figures or self._standing.training(reading, sentence):
            return False
        around = (c for c in self._standing.around(sentence.clause) if c is not sentence.clause)
        return any(c.kind != "heading" and c.path[:1] == sentence.clause.path[:1] for c in around)

    def _refers(self, sentence: Sentence, reading: Reading) -> bool:
        """Whether a sentence says no more than where more is read, and nothing of training by the way."""
        asks = any(map(reading.has, _ASKING))
        return points(reading) and not asks and self._standing.training(reading, sentence) is None

    def _shows(self, reading: Reading) -> bool:
        """Whether a sentence plainly shows a topic other than that of changes to the terms."""
        topics = self._rules.topics(reading)
        return any(match.weight >= SHOWN for topic, match in topics.items() if topic is not Topic.CHANGES_TO_TERMS)

    def _weighty(self, why: str, reading: Reading, sentence: Sentence) -> bool:
        """Whether what looks like a title or a label shows a topic so plainly that it may carry a change."""
        stops = sentence.text.rstrip()[-1:] in STOPS
        if why not in {"a title", "navigation"} and not (why == "a label or a name" and stops):
            return False
        shown = max((match.weight for match in self._rules.topics(reading).values()), default=0.0)
        said = (stops or somebody_acts(reading)) and shown >= SHOWN
        return said or self._standing.training(reading, sentence) is not None


def points(reading: Reading) -> bool:
    """Whether it begins by saying where more is read; what is said before that, or in figures, may be news."""
    opens = any(reading.own < hit.start <= reading.own + _OPENING for hit in reading.at("more_read"))
    return opens and not any(map(reading.has, ("sum", "money_core"))) and not any(map(str.isdigit, reading.words))


def _is_past_notice(standing: Standing, clause: Clause) -> bool:
    """Whether a clause is a notice that the terms were updated or renamed: it goes when it has been read."""
    short = len(clause.text) <= _LONGEST_NOTICE
    return short and any(standing.read(sentence).has("updated") for sentence in standing.sentences(clause))


def _is_list_of_headings(titles: Iterable[str], clause: Clause) -> bool:
    """Whether a clause is mostly headings of the document in a row."""
    text = " ".join(words_of(clause.text))
    held = {title for title in titles if title and title in text}
    return len(held) >= _CONTENTS and sum(map(len, held)) > _MOSTLY * len(text)


def _of_itself(text: str, reading: Reading, *, gone: bool) -> str:
    """What a sentence says of its document that came or went (`gone`), if it says no more."""
    if gone and _of_its_time(text, reading):
        return "a notice of an earlier update"
    if reading.has("renamed") and not any(map(reading.has, ("ban", "may", "grant", "dispute", "share"))):
        return "a new name"
    if reading.has("guides") or (reading.has("terms_noun") and _reads_another(reading)):
        return "where other parts or editions are read"
    return "where to write" if _reaches(text, reading) else ""


def _heralds(text: str, reading: Reading) -> str:
    """Whether it says that an edition has come or will come, and neither when nor what is in it."""
    rules = any(map(reading.has, ("ban", "opt_out", "consent", "grant", "dispute", "sum", "ai", "train")))
    return "" if rules or any(map(str.isdigit, text)) or not _HERALD.search(fold(text)) else "a notice of an update"


def _announces_edition(reading: Reading) -> bool:
    """Whether it says that another edition takes effect, and asks nothing: "these updated terms become effective"."""
    supposed = not _SUPPOSING.isdisjoint(reading.words) or any(map(reading.has, _BINDING[1:]))
    return reading.has("takes_effect", "edition", "terms_noun") and not supposed


def _of_its_time(text: str, reading: Reading) -> bool:
    """Whether it says from which day an edition holds, or when the document was last revised and why."""
    day = next(iter(dates(fold(text))), None)
    return day is not None and (reading.has("takes_effect", "terms_noun") or reading.has("revised"))


def _reads_another(reading: Reading) -> bool:
    """Whether it says where another edition can be read: "you can view the prior policy here"."""
    verbs, editions = reading.at("views"), reading.at("edition")
    return any(0 <= other.start - verb.end < _NEAR for verb in verbs for other in editions)


def _reaches(text: str, reading: Reading) -> bool:
    """Whether it gives an address for whoever has something to say, and asks nothing of anyone."""
    asks = any(map(reading.has, _BINDING))
    return reading.has("contact") and not asks and bool(links(text) or MAIL.search(text) or reading.has("address"))
