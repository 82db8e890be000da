"""The lines of a PDF on their pages, and which of them belong to the page and not to the document.

Running heads and feet stand at the same place on many pages, numbers aside; page numbers stand alone; and what stands
apart at the very edge of a page, in small type, is one of these even where there is one page only.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_MARGIN_LINES = 3  # at the head and at the foot of a page that may be furniture
_SAME_PLACE = 4.0  # points by which a running head may wander
_FOLIO_EDGE = 0.1  # of a page's height, in which its number stands
_EDGE = 0.07  # of a page's height, in which no body stands
_APART = 2.0  # sizes of the body without a line
_RUNNING = 0.3  # share of pages on which a line runs; left and right pages have their own
_NUMBER = re.compile(r"\d+|\b[ivxl]+\b")
_FOLIO = re.compile(
    r"[-–—|·\s]*(?:(?:page|seite|página|pagina|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|of|von|de|sur|di|\|)\s*\d{1,4})?[-–—|·\s]*",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """A line as it is drawn: its text, its ends and its baseline in points from the page's left and foot."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


class Sheet(NamedTuple):
    """A page: its height in points, and its lines in the order in which they are drawn."""

    height: float
    lines: tuple[Line, ...]


def without_furniture(sheets: Sequence[Sheet]) -> list[list[Line]]:
    """The lines of each page that are not repeated in its margins, and no page numbers."""
    sizes = Counter[float]()
    for line in (line for sheet in sheets for line in sheet.lines):
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    margins = [_margins(sheet, body) for sheet in sheets]
    seen: dict[str, list[float]] = {}
    for margin in margins:
        for name, _, place in margin:
            seen.setdefault(name, []).append(place)
    least = max(2.0, _RUNNING * len(sheets))
    kept = []
    for sheet, margin in zip(sheets, margins, strict=True):
        drop = {
            line
            for name, line, place in margin
            if (place < _FOLIO_EDGE * sheet.height and _FOLIO.fullmatch(line.text.strip()))
            or (place < _EDGE * sheet.height and line.size < body and _alone(sheet, line, body))
            or sum(abs(place - other) < _SAME_PLACE for other in seen[name]) >= least
        }
        kept.append([line for line in sheet.lines if line not in drop])
    return kept


def _alone(sheet: Sheet, line: Line, body: float) -> bool:
    return not any(other.base != line.base and abs(other.base - line.base) < _APART * body for other in sheet.lines)


def _margins(sheet: Sheet, body: float) -> list[tuple[str, Line, float]]:
    """The lines at head and foot, each with its name and its distance from that edge of the page.

    A name leaves numbers aside, but not those of large type: "Annex 1" and "Annex 2" may head their pages.
    """
    bases = sorted({round(line.base) for line in sheet.lines})
    foot, head = set(bases[:_MARGIN_LINES]), set(bases[-_MARGIN_LINES:])
    found = []
    for line in sheet.lines:
        base = round(line.base)
        if base in foot or base in head:
            at_foot = line.base < sheet.height / 2
            place = line.base if at_foot else sheet.height - line.base
            text = _NUMBER.sub("#", line.text) if line.size <= body else line.text
            name = f"{'foot' if at_foot else 'head'} {text}"
            found.append((name, line, place))
    return found
