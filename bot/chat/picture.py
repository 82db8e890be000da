"""A picture of a rewording: the clause before and after, what went struck on red, what came underlined on green.

Pure. The font is Source Sans Pro (SIL Open Font License), which the package of that name brings; where a text has
characters that it lacks, as Japanese has, there is no picture.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from bot.model.change import Mark, Span
from bot.model.message import Message, Quotation

WIDTH = 1000
"""Pixels: shown whole on a phone, where Discord and Slack draw pictures about 400 points wide."""
SIZE, LINE, EDGE = 34, 48, 36
LINES = 14
"""Lines of each side; what is longer ends in "…"."""
ALT = 1024
"""Characters of an alternative text (Discord's limit for an attachment's description)."""

_PAPER, _INK = "#ffffff", "#1f2328"
_GROUND: dict[Mark, str] = {"same": _PAPER, "removed": "#ffd7d5", "added": "#c9f2d0"}
_MORE = "…"
_PIECES = re.compile(r"\s+|\S+")


class Picture(NamedTuple):
    """A PNG, and the same in words."""

    png: bytes
    alt: str


class _Word(NamedTuple):
    """`spaced`: white space stands before it."""

    text: str
    mark: Mark
    spaced: bool = True


def picture(message: Message) -> Picture | None:
    """The picture of the first rewording that a message quotes; None where it quotes none, or the font lacks signs."""
    for part in message.parts:
        marks = {span.mark for span in part.spans if span.text.strip()} if isinstance(part, Quotation) else set()
        if isinstance(part, Quotation) and {"added", "removed"} <= marks:
            return _drawn(part.spans) if _knows("".join(span.text for span in part.spans)) else None
    return None


@lru_cache(maxsize=16)
def _drawn(spans: tuple[Span, ...]) -> Picture:
    """Kept for the other channels of the same change."""
    sides = [list(_words(spans, without)) for without in ("added", "removed")]
    rows = [_lines(words) for words in sides]
    height = 2 * EDGE + LINE * sum(map(len, rows)) + EDGE
    image = Image.new("RGB", (WIDTH, height), _PAPER)
    pen = ImageDraw.Draw(image)
    y = EDGE
    for sign, lines in zip("-+", rows, strict=True):
        pen.text((EDGE // 2, y), sign, _INK, _font())
        for line in lines:
            _write(pen, line, y)
            y += LINE
        y += EDGE
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return Picture(file.getvalue(), _alt(sides))


def _words(spans: Iterable[Span], without: str) -> Iterator[_Word]:
    """One side of a rewording, word by word."""
    spaced = False
    for span in spans:
        for piece in _PIECES.findall(span.text) if span.mark != without else ():
            if not piece.isspace():
                yield _Word(piece, span.mark, spaced)
            spaced = piece.isspace()


def _lines(words: Iterable[_Word]) -> list[list[_Word]]:
    """The words in lines that fit, and no more of these than are shown."""
    room = WIDTH - 3 * EDGE
    lines: list[list[_Word]] = [[]]
    used = 0.0
    for word in words:
        for piece in _pieces(word, room):
            needed = _font().getlength(" " * piece.spaced + piece.text)
            if lines[-1] and used + needed > room:
                if len(lines) == LINES:
                    lines[-1][-1] = _Word(_MORE, "same")
                    return lines
                lines.append([])
                used = 0.0
            lines[-1].append(piece)
            used += needed
    return lines


def _pieces(word: _Word, room: float) -> Iterator[_Word]:
    """The word, cut where it is longer than a line."""
    rest = word.text
    while rest and _font().getlength(rest) > room:
        end = max(int(len(rest) * room / _font().getlength(rest)) - 1, 1)
        yield word._replace(text=rest[:end])
        word, rest = word._replace(spaced=False), rest[end:]
    if rest:
        yield word._replace(text=rest)


def _write(pen: ImageDraw.ImageDraw, line: Sequence[_Word], y: int) -> None:
    x, before = 1.5 * EDGE, ""
    for word in line:
        space = _font().getlength(" ") if before and word.spaced else 0.0
        start = x if word.mark == before else x + space
        x += space
        end = x + _font().getlength(word.text)
        pen.rectangle((start, y, end, y + LINE - 4), _GROUND[word.mark])
        pen.text((x, y), word.text, _INK, _font())
        if word.mark != "same":
            height = y + (LINE - 8 if word.mark == "added" else LINE // 2)
            pen.line((start, height, end, height), _INK, 2)
        x, before = end, word.mark


def _alt(sides: Sequence[Sequence[_Word]]) -> str:
    """Both sides in words, each with as much room as the other."""
    texts = ("".join(" " * word.spaced + word.text for word in words).strip() for words in sides)
    said = [f"{sign} {text}" for sign, text in zip("-+", texts, strict=True)]
    room = (ALT - len("\n")) // len(said)
    return "\n".join(text if len(text) <= room else text[: room - 1].rpartition(" ")[0] + _MORE for text in said)


@cache
def _font() -> ImageFont.FreeTypeFont:
    path = files("font_source_sans_pro") / "files" / "SourceSansPro-Regular.ttf"
    return ImageFont.truetype(BytesIO(path.read_bytes()), SIZE)


def _knows(text: str) -> bool:
    """Whether the font has every sign of the text."""
    return all(map(_has, set("".join(text.split()))))


@cache
def _has(sign: str) -> bool:
    return bytes(_font().getmask(sign)) != bytes(_font().getmask("\uffff"))
