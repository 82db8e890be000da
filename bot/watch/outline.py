"""From blocks of text to clauses: what heads them, and what introduces the lists that they stand in.

Both readers (`page` for HTML, `archive` for Markdown) cut a document into blocks; the tree above them is built here,
by the same rules, so that a document reads alike wherever it was fetched.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.model.version import Clause, ClauseKind
from bot.watch.headings import LONGEST_LINE, Headings, ends_sentence
from bot.watch.labels import BULLET, Labels, begins_item

_HIDDEN = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_JOINERS = "\u200c\u200d"  # at the edge of a word they join nothing, as scripts and emoji would
_WORD = re.compile(r"[^\W_]")
_COLONS = tuple(":;：；")


class Line(NamedTuple):
    """A line as it stands between two breaks; `bold` where all of it is."""

    text: str
    bold: bool = False


class Block(NamedTuple):
    """A stretch of tidy text that the page sets apart.

    `level` is that of a heading (1 to 6); `depth` counts the lists that it stands in; `lead` is text that introduces
    this block alone (the first cell of its table row). `linked` characters of it are links, and `away` says whether
    one of these leaves the page.
    """

    text: str
    kind: ClauseKind = "paragraph"
    level: int = 0
    depth: int = 0
    bold: bool = False
    lead: str = ""
    linked: int = 0
    away: bool = False


def tidy(text: str) -> str:
    """White space collapsed, and characters removed that nobody can see; empty where no letter or digit is left."""
    if not text.isprintable() or "  " in text:  # what is printable has no white space or hidden character but spaces
        text = " ".join(_HIDDEN.sub("", text).split())
        if any(joiner in text for joiner in _JOINERS):
            text = " ".join(filter(None, (word.strip(_JOINERS) for word in text.split(" "))))
    return text.strip() if _WORD.search(text) else ""


def paragraphs(lines: Iterable[Line]) -> list[Line]:
    """Lines that breaks part, joined again where a break falls inside a sentence (an address, a wrapped title).

    A break parts paragraphs after a sentence or a colon, before a bullet or label, and where bold type ends or begins.
    """
    joined: list[Line] = []
    for text, bold in lines:
        if not text:
            continue
        last = joined[-1] if joined else None
        if (
            last is None
            or last.bold != bold
            or last.text.endswith(_COLONS)
            or ends_sentence(last.text)
            or begins_item(text)
        ):
            joined.append(Line(text, bold))
        else:
            joined[-1] = Line(f"{last.text} {text}", bold)
    return joined


def row(cells: Sequence[Sequence[str]]) -> list[Block]:
    """The blocks of a table row, given the tidy lines in each of its cells.

    A row whose cells hold a line each is one block, its cells parted by " | ". Where a cell holds several, each line
    is a block of its own, introduced by the first cell, so that a list inside a cell can be compared item by item.
    """
    filled = [lines for cell in cells if (lines := [line for line in cell if line])]
    if not filled:
        return []
    if all(len(lines) == 1 for lines in filled):
        return [Block(" | ".join(lines[0] for lines in filled), "row")]
    head = filled[0][0] if len(filled) > 1 and len(filled[0]) == 1 else ""
    blocks = []
    for number, lines in enumerate(filled):
        lead = head if number else ""
        for line in lines:
            bullet = BULLET.match(line)
            blocks.append(Block(line[bullet.end() :] if bullet else line, "row", lead=lead))
            if not bullet and line.endswith(":"):
                lead = f"{head} {line}".strip() if number else line
    return blocks


def outline(blocks: Iterable[Block]) -> tuple[Clause, ...]:
    """The clauses of the blocks, each with its path and lead. Empty blocks are left out."""
    kept = [block for block in blocks if block.text]
    builder = _Builder()
    for block, after in zip(kept, [*kept, None][1:], strict=True):
        builder.add(block, after)
    return tuple(builder.clauses)


class _Builder:
    """Walks the blocks in their order, and remembers what introduced the open lists."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self._headings = Headings()
        self._labels = Labels()
        self._intros: list[str] = []
        self._colon = ("", -1)  # the last text with a colon at its end, and the place up to which its list reached
        self._before: Block | None = None

    def add(self, block: Block, after: Block | None) -> None:
        """Take the next block; `after` is the one that follows it."""
        if block.kind == "paragraph":
            block = self._as_item(block)
        text = block.text
        if level := self._level(block, after):
            self.clauses.append(Clause(text, self._headings.open(level, text), (), "heading"))
            self._intros.clear()
            self._labels.clear()
            self._before = Block(text, "heading", depth=block.depth)
            return
        if block.kind == "heading":
            block = Block(text, depth=block.depth)
        if block.kind == "paragraph":
            self._headings.passed_by(text)
        leads = self._leads(block)
        if block.lead:
            leads = [*leads, block.lead]
        self.clauses.append(Clause(text, self._headings.path, tuple(filter(None, leads)), block.kind))
        self._before = block

    def _level(self, block: Block, after: Block | None) -> float:
        if block.kind == "heading":
            return self._headings.level(block.text, block.level)
        if block.kind != "paragraph" or after is None or len(block.text) > LONGEST_LINE:
            return 0
        introduces = after.kind == "item" or begins_item(after.text)
        return self._headings.level_of_line(block.text, bold=block.bold, introduces=introduces)

    def _as_item(self, block: Block) -> Block:
        """The paragraph as an item, where it begins like one."""
        before = self._before
        after_item = before is not None and before.kind == "item"
        after_colon = before is not None and before.kind == "paragraph" and before.text.endswith(":")
        if item := self._labels.read(block.text, after_colon=after_colon, after_item=after_item):
            return Block(item[1], "item", depth=item[0])
        if before and after_item and ends_sentence(before.text):
            self._labels.clear()
        return block

    def _leads(self, block: Block) -> list[str]:
        """What introduces the lists that the block stands in, outermost first; "" for one that nothing does."""
        here = len(self.clauses)
        if block.kind == "item":
            while len(self._intros) < block.depth:
                self._intros.append(self._intro(block, here))
            del self._intros[block.depth :]
            if self._intros[0] == self._colon[0]:
                self._colon = (self._colon[0], here)
        elif block.kind == "row":
            before = self._before
            if before is None or before.kind != "row":
                introduced = before is not None and before.kind == "paragraph" and before.text.endswith(":")
                self._intros = [before.text] if before is not None and introduced else []
        else:
            self._intros.clear()
            if block.text.endswith(":"):
                self._colon = (block.text, here)
        return self._intros

    def _intro(self, item: Block, here: int) -> str:
        """What introduces the list that opens with this item: the paragraph, item or "Heading:" directly before it.

        A sentence thrown in after "…:", or between two items of its list, introduces nothing.
        """
        before = self._before
        if before is None or before.depth != len(self._intros) or before.kind == "row":
            return ""
        if before.kind == "heading":
            return before.text if before.text.endswith(":") else ""
        sentence = ends_sentence(before.text)
        colon, reach = self._colon
        if sentence and before.kind == "paragraph" and reach == here - 2:
            return colon
        typed = begins_item(item.text)
        return "" if sentence and typed and before.kind == "paragraph" else before.text
