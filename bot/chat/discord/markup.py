"""Discord's mark-up: plain text made inert, styled, and shortened at words.

Discord reads mark-up in whatever a bot sends. Here every string is escaped, so that nothing fetched or typed can
format, link, mention, or draw a time or an emoji; a time is drawn where a sentence of ours tells of a moment. What is
active, as Discord's support pages list it ("Markdown Text 101", "Message Formatting"): emphasis, spoilers, code, masked
links, addresses, whatever stands in angle brackets, emoji by name, `@everyone`; and at the start of a line headings,
small print, quotations and lists. A backslash before a punctuation mark makes it plain.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Self

from bot.model.message import Dated, Moment

Style = Literal["plain", "strong", "label", "added", "removed"]

_MARKS: dict[Style, tuple[str, str]] = {
    "plain": ("", ""),
    "strong": ("**", "**"),
    "label": ("*", "*"),
    "added": ("**__", "__**"),
    "removed": ("~~", "~~"),
}
_ANYWHERE = re.compile(r"[\\*_~|`<\[\]]|@(?=everyone|here)|:(?=\S)")
_AT_START = re.compile(r"[#>+-]|\d+[.)]")
_OUTSIDE = (" ", "~")
"""Not marked at the ends of a stretch: spaces, and tildes, since Discord's `~~` heeds no backslash."""
_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, halves of characters, and those that turn the direction of what follows."""

MORE = "…"


def clean(text: str) -> str:
    """The text in one line, without what cannot be seen or sent."""
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: text in styles, after a prefix that is mark-up ("> ", "1. ").

    `moments` are the stretches of it that write out a moment's day: from, to, and the moment in seconds since 1970.
    """

    spans: tuple[tuple[str, Style], ...]
    prefix: str = ""
    moments: tuple[tuple[int, int, int], ...] = ()

    @classmethod
    def of(cls, spans: Iterable[tuple[str, Style]], prefix: str = "") -> Self:
        """A line of these texts, white space collapsed over their borders and stretches of one style joined."""
        kept: list[tuple[str, Style]] = []
        moments: list[tuple[int, int, int]] = []
        for raw, at, style in ((raw, at, style) for text, style in spans for raw, at in _pieces(text)):
            text = _SPACE.sub(" ", _UNSEEN.sub("", raw))
            if not kept or kept[-1][0].endswith(" "):
                text = text.lstrip(" ")
            if at is not None:
                start = sum(len(before) for before, _ in kept)
                moments.append((start, start + len(text), at))
            if text and kept and kept[-1][1] == style:
                kept[-1] = (kept[-1][0] + text, style)
            elif text:
                kept.append((text, style))
        if kept:
            kept[-1] = (kept[-1][0].rstrip(" "), kept[-1][1])
        return cls(tuple(kept), prefix, tuple(moments))

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(text for text, _ in self.spans)

    def draw(self, most: int | None = None) -> str:
        """The line as mark-up; with `most`, its first so many characters, ended at a word, and "…".

        A moment that is there whole is a time of Discord's, which everyone sees as the day of their own.
        """
        text = self.text if most is None else self.text[: _word_end(self.text, most)]
        escaped = _escaped(text, self._starts())
        for start, end, at in self.moments:
            if end <= len(escaped):
                escaped[start:end] = [f"<t:{at}:D>", *[""] * (end - start - 1)]
        drawn, at = [self.prefix], 0
        for stretch, style in self.spans:
            drawn.extend(_styled(escaped[at : at + len(stretch)], style))
            at += len(stretch)
        return "".join(drawn) + (MORE if most is not None else "")

    def _starts(self) -> list[int]:
        """Where lines and styles begin, for what is active there."""
        starts, at = [0], 0
        for text, _ in self.spans:
            starts.append(at + len(text) - len(text.lstrip("".join(_OUTSIDE))))
            at += len(text)
        return starts


Block = tuple[Line, ...]
"""Lines that belong together, and are shortened together."""


def block(text: str, style: Style = "plain") -> Block:
    """A block of one style, its lines kept."""
    parts = [text] if isinstance(text, Dated) else text.splitlines()
    return tuple(line for part in parts if (line := Line.of([(part, style)])).spans)


def size(lines: Block) -> int:
    """Characters of the words alone."""
    return sum(len(line.text) for line in lines)


def draw(lines: Block, most: int | None = None) -> str:
    """The block as mark-up; with `most`, its first so many characters, ended at a word, and "…".

    Lines that are left out after that one are counted ("… +2").
    """
    drawn: list[str] = []
    for left, line in zip(reversed(range(len(lines))), lines, strict=True):
        if most is not None and most <= len(line.text):
            drawn.append(line.draw(most) + (f" +{left}" if left else ""))
            break
        drawn.append(line.draw())
        most = None if most is None else most - len(line.text)
    return "\n".join(drawn)


def fit(lines: Block, room: int) -> str:
    """The block as mark-up of at most `room` characters, shortened if it must be; empty where not a word fits."""
    whole = draw(lines)
    if len(whole) <= room:
        return whole
    most = bisect_right(range(min(size(lines), room)), room, key=lambda n: len(draw(lines, n))) - 1
    while most > 0 and len(draw(lines, most)) > room:  # what follows a character decides whether it is escaped
        most -= 1
    return draw(lines, most) if most > 0 else ""


def shorten(text: str, room: int) -> str:
    """Plain text, for places where Discord reads no mark-up, ended at a word with "…" where it is too long."""
    text = clean(text)
    return text if len(text) <= room else text[: _word_end(text, room - len(MORE))] + MORE


def level(sizes: Iterable[int], room: int) -> int:
    """The greatest share such that all fit into `room` when whatever is longer is cut to it."""
    rising = sorted(sizes)
    for taken, needed in enumerate(rising):
        share = room // (len(rising) - taken)
        if needed > share:
            return share
        room -= needed
    return rising[-1] if rising else room


def _pieces(text: str) -> Iterator[tuple[str, int | None]]:
    """The text in stretches, each with the moment that it writes out, if it does."""
    for piece in text.pieces if isinstance(text, Dated) else (text,):
        if isinstance(piece, Moment):
            yield piece.written, int(piece.at.timestamp())
        else:
            yield piece, None


def _styled(characters: list[str], style: Style) -> Iterator[str]:
    """The characters in their marks, with what stays outside of these."""
    first, last = 0, len(characters)
    while first < last and characters[first].endswith(_OUTSIDE):
        first += 1
    while first < last and characters[last - 1].endswith(_OUTSIDE):
        last -= 1
    opening, closing = _MARKS[style] if first < last else ("", "")
    yield from characters[:first]
    yield opening
    yield from characters[first:last]
    yield closing
    yield from characters[last:]


def _escaped(text: str, starts: Iterable[int]) -> list[str]:
    """Every character of the text, those that are active with a backslash."""
    active = {match.start() for match in _ANYWHERE.finditer(text)}
    for start in starts:
        if match := _AT_START.match(text, start):
            active.add(match.end() - 1)
    return ["\\" + character if i in active else character for i, character in enumerate(text)]


def _word_end(text: str, most: int) -> int:
    """Where to end so that at most `most` characters stay: after a word, unless words are longer than half of that."""
    if most >= len(text):
        return len(text)
    space = text.rfind(" ", most // 2, most + 1)
    return space if space > 0 else max(most, 0)
