"""The headings above a clause, and which lines act as one without being marked up so."""

import re
from collections.abc import Sequence

PSEUDO = 7  # level of a line that acts as a heading: below the six real ones

_CLOSERS = "\"'”’»)]"
_STOPS = frozenset(".!?…。！？")

_SECTION = re.compile(
    r"(?:(?:section|article|part|chapter|schedule|annex|appendix|exhibit)\s+(?:[ivx]+|[a-z]|\d{1,3})\b[.:]?|"
    r"\d{1,2}(?:\.(?:\d{1,2}|[a-z]{1,4}(?=\.)))+[.):]?|(?:\d{1,2}|[a-z]|[ivx]{2,5})[.):])[\s–—-]*(?=\S)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+(?:\.(?:\d+|[a-z]{1,4}(?=\.)))*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_HEADING = 150  # characters; longer ones are text that was only dressed as a heading
LONGEST_LINE = 100  # characters of a line that acts as a heading without being one
_TITLE = 6  # words of a bold line that may end like a sentence
_LONG_TITLE = 12  # words of any other


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a full stop or the like, closing quotes and brackets aside."""
    return text.rstrip(_CLOSERS)[-1:] in _STOPS


# What no title ends with: "The supplier shall not", before the items of a list.
_GOES_ON = re.compile(r"\b(?:shall|must|may|will|can|cannot|should|not|agrees?(?: to)?)$", re.IGNORECASE)


class Headings:
    """The open headings, outermost first, and the levels at which numbered ones were met.

    Lines such as "4. Your content", bold or not, head what follows on as many pages as real headings do, and both are
    mixed; the numbers tell which belong together.
    """

    def __init__(self) -> None:
        self.path: tuple[str, ...] = ()
        self._open: list[tuple[float, str]] = []
        self._numbered: dict[int, tuple[float, int]] = {}  # dots in the number → level, and the last number

    def level(self, text: str, level: int) -> float:
        """The level of a real heading: what its number says, where the one before it stood at another level."""
        if len(text) > _LONGEST_HEADING:
            return 0
        number = _number(text)
        known = self._numbered.get(len(number) - 1)
        return known[0] if known and number[-1] == known[1] + 1 and known[0] < level else level

    def level_of_line(self, text: str, *, bold: bool, introduces: bool) -> float:
        """The level at which a line heads what follows, or 0: it must be short, set apart, and no sentence.

        A line with a date heads nothing, nor does one that `introduces` a list by its colon.
        """
        if len(text) > LONGEST_LINE or text.endswith((",", ";")) or _YEAR.search(text) or _GOES_ON.search(text):
            return 0
        section = _SECTION.match(text)
        words = text.split()
        if len(words) > _LONG_TITLE or (text.endswith(":") and (introduces or not bold)):
            return 0
        if ends_sentence(text) and not (section and _title_case(words)):
            return PSEUDO if bold and len(words) <= _TITLE else 0
        if section and (bold or _title_begins(text, section.end())):
            return self._level_of_section(text)
        if bold or (len(words) > 1 and text.isupper() and sum(map(str.isalpha, text)) > len(words) * 2):
            return PSEUDO
        return 0

    def open(self, level: float, text: str) -> tuple[str, ...]:
        """Begin a heading, ending those that it ends; returns the headings above it."""
        number = _number(text)
        self._numbered = {dots: known for dots, known in self._numbered.items() if known[0] <= level}
        if number:
            self._numbered[len(number) - 1] = (level, number[-1])
        self._end(level)
        above = self.path
        self._open.append((level, text))
        self.path = (*above, text)
        return above

    def passed_by(self, text: str) -> None:
        """A paragraph that begins with the number of a section, "4.2 Restrictions. You may …", ends those before it."""
        if text[:1].isdigit() and (number := _number(text)) and (known := self._numbered.get(len(number) - 1)):
            self._end(known[0])

    def _end(self, level: float) -> None:
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        self.path = tuple(text for _, text in self._open)

    def _level_of_section(self, text: str) -> float:
        """That of the other lines numbered so; else just below the heading above, so that real ones fit inside."""
        number = _number(text)
        dots = max(len(number) - 1, 0)
        known = self._numbered.get(dots)
        if known and number and number[-1] > 1:
            return known[0]
        if dots and (parent := self._numbered.get(dots - 1)):
            return parent[0] + 0.1
        real = [level for level, _ in self._open if level == int(level) and level < PSEUDO]
        return (real[-1] if real else 0) + 0.5 + dots / 10


def _number(text: str) -> tuple[int, ...]:
    """The number of a section: (4, 2) for "4.2 Restrictions", () where there is none."""
    section = _SECTION.match(text)
    digits = section and _DIGITS.search(section.group())
    parts = digits.group().split(".") if digits else []
    return tuple(int(part) if part.isdigit() else ord(part[0].lower()) - ord("a") + 1 for part in parts)


def _title_begins(text: str, place: int) -> bool:
    return not text[place : place + 1].islower()


def _title_case(words: Sequence[str]) -> bool:
    """Whether the long words begin with capitals, as in a title."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004 - "and", "of", "the"
    return bool(long) and all(word[0].isupper() for word in long)
