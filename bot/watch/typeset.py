"""Lines on pages back to the paragraphs, headings, items and rows that were set in them.

What decides is how the document is set, never where a page or line happens to end: type, space between lines, indents,
and whether the next word would have fitted on a line that ends early. A document that is set anew reads the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.watch.headings import ends_sentence
from bot.watch.labels import begins_item
from bot.watch.outline import Block, row, tidy
from bot.watch.sheets import Line, Sheet, without_furniture

_SECTION = re.compile(
    r"(?:\d{1,2}\.)+\d{0,2}\s*(?=\S)|\d{1,2}\s+(?=[A-ZÄÖÜ])|(?:Section|Article|Annex|§)\s*\d", re.IGNORECASE
)
_LABEL_ALONE = re.compile(r"(?:[•·●○▪■◦‣–-]|\(?\w{1,4}[.)]|\d{1,2}(?:\.\d{1,2})+\.?)$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LARGER = 1.08  # times the body's size from which on type is that of a heading
_SAME_SIZE = 0.6  # points
_LOOSE = 1.3  # times the usual distance of lines from which on space parts paragraphs
_USUAL = 1.25  # times the size: the distance of lines where none is known
_COLUMN = 4.0  # sizes by which lines of one column may be indented
_INDENT = 0.7  # sizes by which a first line is
_DEEPEST = 6
_SURE = 3  # pairs of lines by which the usual distance is known
_WIDEST = 3.0  # sizes between the lines of one paragraph


@dataclass(frozen=True, slots=True)
class _Box:
    """A paragraph on its page, or over several: its lines, and where it stands."""

    page: int
    lines: tuple[Line, ...]

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)


def blocks(sheets: Sequence[Sheet]) -> list[Block]:
    """The blocks of a document, its running heads, feet and page numbers left out."""
    pages = [_joined_labels(lines) for lines in without_furniture(sheets)]
    style = _Style(pages)
    words = Words(line.text for lines in pages for line in lines)
    return list(_blocks(_boxes(pages, style), style, words))


def _joined_labels(lines: Iterable[Line]) -> list[Line]:
    """The lines, a bullet or number that stands before one put in front of it."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if (
            last
            and _LABEL_ALONE.match(last.text.strip())
            and abs(last.base - line.base) < last.size
            and 0 <= line.left - last.right < 5 * line.size
        ):
            joined[-1] = line._replace(text=f"{last.text.strip()} {line.text}", left=last.left)
        else:
            joined.append(line)
    return joined


class _Style:
    """How a document is set: the size of its body, the sizes of its headings, the usual distance of its lines."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self._pages = pages
        self._edges: dict[tuple[int, int, float], float] = {}
        sizes: Counter[float] = Counter()
        gaps: dict[float, Counter[float]] = {}
        for page, lines in enumerate(pages):
            for line, after in zip(lines, [*lines[1:], None], strict=True):
                sizes[line.size] += len(line.text)
                if after and not ends_sentence(line.text) and self._wraps(page, line, after):
                    gaps.setdefault(line.size, Counter())[round(line.base - after.base)] += 1
        self.body = sizes.most_common(1)[0][0] if sizes else 0.0
        self._larger = sorted((size for size in sizes if size > self.body * _LARGER), reverse=True)
        self._gaps = {size: min(_frequent(seen)) for size, seen in gaps.items() if seen.total() >= _SURE}

    def _wraps(self, page: int, line: Line, after: Line) -> bool:
        """Whether a line is full, and its text goes on in the next."""
        near = 0 < line.base - after.base < _WIDEST * line.size
        return near and line.size == after.size and not _fits(page, line, after, self)

    def level(self, size: float) -> int:
        """The level of a heading of this size; 0 for the body's and smaller ones."""
        return min(self._larger.index(size) + 1, _DEEPEST) if size in self._larger else 0

    def loose(self, size: float) -> float:
        """The distance of two baselines from which on they belong to two paragraphs."""
        return self._gaps.get(size, _USUAL * size) * _LOOSE

    def is_column(self, page: int, last: Line, line: Line) -> bool:
        """Whether a line that stands higher than the one before it begins a column, and that one ends another."""
        below = any(other.base < last.base - 1 and _stacked(other, last) for other in self._pages[page])
        return not below and not any(
            other.base > line.base + 1 and _stacked(other, line) for other in self._pages[page]
        )

    def edge(self, page: int, line: Line) -> float:
        """The right edge of the column that a line stands in."""
        key = page, round(line.left), line.size
        if key not in self._edges:
            near = _COLUMN * line.size
            self._edges[key] = max(
                (o.right for o in self._pages[page] if abs(o.left - line.left) < near and o.size == line.size),
                default=line.right,
            )
        return self._edges[key]


def _stacked(line: Line, other: Line) -> bool:
    return abs(line.left - other.left) < _COLUMN * other.size and line.size == other.size


def _frequent(seen: Counter[float]) -> list[float]:
    """The distances that are met at least a third as often as the most frequent one."""
    most = max(seen.values())
    return [gap for gap, times in seen.items() if times * 3 >= most]


def _boxes(pages: Sequence[Sequence[Line]], style: _Style) -> list[_Box]:
    """The paragraphs, in their order, those that a page or column parts joined."""
    boxes: list[_Box] = []
    for page, lines in enumerate(pages):
        for line in lines:
            last = boxes[-1] if boxes else None
            if last and _goes_on(last, page, line, style):
                boxes[-1] = replace(last, page=page, lines=(*last.lines, line))
            else:
                boxes.append(_Box(page, (line,)))
    return boxes


def _goes_on(box: _Box, page: int, line: Line, style: _Style) -> bool:
    """Whether a line belongs to the paragraph before it."""
    last = box.lines[-1]
    if abs(last.size - line.size) > _SAME_SIZE or last.bold != line.bold:
        return False
    if page == box.page and not _follows(box, page, line, style):
        return False
    moved = page != box.page or line.base > last.base
    fits = _fits(box.page, last, line, style)
    if begins_item(line.text) or _SECTION.match(line.text):
        prose = not line.bold and style.level(line.size) == 0
        return moved and prose and not fits and not ends_sentence(last.text)
    if fits and (len(box.lines) > 1 or style.level(line.size) == 0):
        return not _ends(last.text) and not _SECTION.match(box.lines[0].text) and not line.text[:1].isupper()
    indented = len(box.lines) > 1 and line.left - last.left > _INDENT * line.size
    return not (ends_sentence(last.text) and (moved or indented))


def _follows(box: _Box, page: int, line: Line, style: _Style) -> bool:
    """Whether a line stands where a paragraph on its page would go on: just below it, or at the head of a column."""
    last = box.lines[-1]
    gap = last.base - line.base
    if gap < 0:
        return not _beside(box, line) and style.is_column(page, last, line)
    overlaps = line.left <= last.right and line.right >= box.left
    return overlaps and _INDENT * line.size <= gap <= style.loose(line.size)


def _beside(box: _Box, line: Line) -> bool:
    """Whether a line stands to the right of a paragraph, as the next cell of a row does."""
    top, foot = box.lines[0].base, box.lines[-1].base
    return line.left > box.right and foot - line.size <= line.base <= top + line.size


def _ends(text: str) -> bool:
    return ends_sentence(text) or text.rstrip().endswith((":", ";"))


def _fits(page: int, last: Line, line: Line, style: _Style) -> bool:
    """Whether the line's first word would have fitted on the line before it, so that the break there was meant."""
    width = (line.right - line.left) / max(len(line.text), 1)
    first = len(line.text.split(" ", 1)[0]) + 1
    return last.right + 1.1 * first * width < style.edge(page, last)


class Words:
    """The words of a document, by which a hyphen at the end of a line is told from one in the word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: set[str] = set()
        parted = False
        for line in map(str.rstrip, lines):
            whole = line.partition(" ")[2] if parted else line
            parted = line.endswith("-")
            whole = whole.rpartition(" ")[0] if parted else whole
            self._known.update(word.casefold() for word in _WORD.findall(whole))

    def join(self, lines: Sequence[str]) -> str:
        """The lines as one text, the words whole again."""
        text = ""
        for line in map(str.strip, lines):
            if text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower():
                text = text if self._compound(text, line) else text[:-1]
                text += line
            elif text.endswith("-") and text[-2:-1].isalnum() and line[:1].isalnum():
                text += line
            else:
                text = f"{text} {line}" if text else line
        return tidy(text)

    def _compound(self, text: str, line: str) -> bool:
        """Whether the hyphen is the word's own: it is written so elsewhere, or both halves are words elsewhere."""
        before, after = text.rsplit(maxsplit=1)[-1], line.split(maxsplit=1)[0]
        first, second = _WORD.findall(before[:-1])[-1:], _WORD.findall(after)[:1]
        if not first or not second:
            return False
        left, right = first[0].casefold(), second[0].casefold()
        if left + right in self._known:
            return False
        return f"{left}-{right}" in self._known or (left in self._known and right in self._known)


def _blocks(boxes: Sequence[_Box], style: _Style, words: Words) -> Iterator[Block]:
    """A block a paragraph or heading, and a row's for those that stand beside each other."""
    cells: list[_Box] = []
    for box in boxes:
        if cells and _in_row(cells, box):
            cells.append(box)
            continue
        yield from _row(cells, style, words)
        cells = [box]
    yield from _row(cells, style, words)


def _in_row(cells: Sequence[_Box], box: _Box) -> bool:
    """Whether a paragraph is the next cell of a row, or a further paragraph in its last cell."""
    if box.page != cells[0].page:
        return False
    line, last = box.lines[0], cells[-1]
    top = max(cell.lines[0].base for cell in cells)
    foot = min(cell.lines[-1].base for cell in cells)
    slack = _INDENT * line.size
    level = line.base > foot - slack and box.lines[-1].base < top + slack
    if line.left > last.right:
        return level
    return len(cells) > 1 and abs(line.left - last.left) < line.size and line.base > foot and level


def _row(cells: Sequence[_Box], style: _Style, words: Words) -> list[Block]:
    texts = [words.join([line.text for line in cell.lines]) for cell in cells]
    if len(cells) > 1:
        return row([[text] for text in texts])
    if not cells or not texts[0]:
        return []
    first = cells[0].lines[0]
    bold = all(line.bold for line in cells[0].lines)
    if level := style.level(first.size):
        return [Block(texts[0], "heading", level)]
    return [Block(texts[0], bold=bold)]
