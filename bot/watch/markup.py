"""A part of an HTML page to blocks: one walk over its nodes, as a reader's eye would go."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from bot.model.version import ClauseKind
from bot.watch.outline import Block, Line, paragraphs, row, tidy

_UNSHOWN = {"script", "style", "template", "noscript", "head", "link", "meta", "rp", "rt"}
_EMBEDDED = {"svg", "math", "iframe", "frame", "object", "embed", "video", "audio", "canvas", "map", "picture", "img"}
_CONTROLS = {"select", "textarea", "input", "option", "datalist", "progress", "meter"}
_ASIDE = {"aside", "dialog", "nav"}
_SECTIONS = {"article", "body", "details", "div", "fieldset", "footer", "form", "header", "main", "search", "section"}
_TABLES = {"table", "caption", "tbody", "tfoot", "thead"}
_TEXTS = {"address", "blockquote", "center", "dl", "figcaption", "figure", "hgroup", "legend", "p"}
_SKIPPED = frozenset(_UNSHOWN | _EMBEDDED | _CONTROLS | _ASIDE)
_BLOCKS = frozenset(_SECTIONS | _TABLES | _TEXTS | _ASIDE)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = frozenset({"td", "th"})
_ENDING = _BLOCKS | _CELLS | {"li", "dt"}  # what ends a paragraph where it ends
_BOLD = frozenset({"b", "strong"})
_INLINE = frozenset({*_BOLD, "span", "em", "i", "u", "font", "sup", "sub", "small", "code", "label", "abbr", "cite"})
_GOES_ON = frozenset(",.;:)?!’'\"")  # stand behind a word
_ASKING = ("?", ":", "？", "：")
_TITLES = frozenset({*_HEADINGS, "summary", "dt", "legend"})  # a button inside one is what opens a section


@dataclass(frozen=True, slots=True)
class Notes:
    """What is known of nodes before the walk, by their `mem_id`.

    `skipped` are left out with everything in them; `kept` are walked though their tag is one that is left out;
    `bold` are set in bold type; `instead` gives the text to read in place of a node's own.
    """

    skipped: Set[int] = frozenset()
    kept: Set[int] = frozenset()
    bold: Set[int] = frozenset()
    instead: Mapping[int, str] = field(default_factory=dict)


class Span(NamedTuple):
    """The blocks from `start` up to `end` that one element holds."""

    start: int
    end: int


def blocks(root: LexborNode, notes: Notes, spans: list[Span] | None = None) -> list[Block]:
    """The blocks of `root` in the order of the page; `spans` gathers the elements that hold several, inner ones first.

    Linear, and without recursion: pages nest as deep as they like.
    """
    walk = _Walk(notes)
    opened: list[tuple[LexborNode, str, int]] = []
    node: LexborNode | None = root
    while node is not None:
        if node.is_text_node:
            walk.text(node.text_content or "")
        elif walk.enter(node, tag := _read_as(node, notes.skipped)):
            child = node.first_child
            if child is not None and child.is_text_node and child.next is None:
                walk.text(child.text_content or "")  # most elements hold nothing else
            elif child is not None:
                opened.append((node, tag, len(walk.found)))
                node = child
                continue
            walk.leave(node, tag)
        node = node.next if opened else None
        while node is None and opened:
            parent, tag, start = opened.pop()
            walk.leave(parent, tag)
            if spans is not None and len(walk.found) > start + 1:
                spans.append(Span(start, len(walk.found)))
            node = parent.next if opened else None
    walk.end_paragraph()
    return walk.found


class _Walk:
    def __init__(self, notes: Notes) -> None:
        self.found: list[Block] = []
        self._notes = notes
        self._parts: list[str] = []
        self._lines: list[Line] = []
        self._plain = False  # whether the line holds text that is not bold
        self._bold = 0  # how many open elements are bold
        self._links: list[bool] = []  # per open link, whether it leaves the page
        self._linked = 0
        self._away = False
        self._level = 0
        self._depth = 0
        self._pre = 0
        self._cells: list[list[str]] | None = None
        self._rows: list[bool] = []  # per open row, whether it is being read cell by cell
        self._tables: list[bool] = []  # per open table, whether it only serves layout

    def text(self, text: str) -> None:
        """Text inside the open elements."""
        if self._pre and "\n" in text:
            for line in text.split("\n"):
                self._add(line)
                self._end_line()
        else:
            self._add(text)

    def enter(self, node: LexborNode, tag: str) -> bool:
        """Open an element; False where it is passed over with all that it holds."""
        place = node.mem_id
        notes = self._notes
        if place in notes.skipped or tag[:1] == "-" or (tag in _SKIPPED and place not in notes.kept):
            return False
        if tag == "button" and not _opens(node):
            return False
        if place in notes.instead:
            self._add(notes.instead[place])
            return False
        if tag in _BOLD or place in notes.bold:
            self._bold += 1
        if tag in _INLINE:
            return True
        if tag in _BLOCKS:
            self.end_paragraph()
            if tag == "table":
                self._tables.append(_serves_layout(node))
        elif tag == "a":
            href = node.attrs.get("href") or ""
            self._links.append(not href.startswith("#"))
        elif tag == "br":
            self._end_line()
        else:
            self._enter_other(node, tag)
        return True

    def _enter_other(self, node: LexborNode, tag: str) -> None:
        if tag in _HEADINGS:
            self.end_paragraph()
            self._level = _HEADINGS[tag]
        elif tag in _LISTS or tag == "dd":
            self.end_paragraph()
            self._depth += 1
        elif tag in {"li", "dt", "hr"}:
            self.end_paragraph()
        elif tag == "summary":
            self.end_paragraph()
            self._bold += 1
        elif tag == "tr" or tag in _CELLS:
            self.end_paragraph()
            self._enter_table(node, tag)
        elif tag == "pre":
            self.end_paragraph()
            self._pre += 1
        elif tag == "button":
            if not self._level:
                self.end_paragraph()
            self._bold += 1

    def leave(self, node: LexborNode, tag: str) -> None:
        """Close an element that was opened."""
        if tag in _ENDING:
            self.end_paragraph()
            if tag == "table":
                self._tables.pop()
        elif tag == "a":
            self._links.pop()
        elif tag in _HEADINGS:
            self.end_paragraph()
            self._level = 0
        elif tag in _LISTS or tag == "dd":
            self.end_paragraph()
            self._depth -= 1
        elif tag in {"summary", "button"}:
            self.end_paragraph()
            self._bold -= 1
        elif tag == "tr":
            self._leave_row()
        elif tag == "pre":
            self.end_paragraph()
            self._pre -= 1
        if tag in _BOLD or (self._notes.bold and node.mem_id in self._notes.bold):
            self._bold -= 1

    def end_paragraph(self) -> None:
        """What was gathered is a paragraph, item, heading or part of a cell."""
        if self._parts:
            self._end_line()
        if not self._lines:
            self._linked = 0
            return
        lines, linked, away = self._lines, self._linked, self._away
        self._lines, self._linked, self._away = [], 0, False
        if self._cells:
            self._cells[-1] += [line.text for line in paragraphs(lines)]
        elif self._level:
            text = " ".join([line.text for line in lines])
            self.found.append(Block(text, "heading", self._level, self._depth, linked=linked, away=away))
        else:
            kind: ClauseKind = "item" if self._depth else "paragraph"
            for text, bold in paragraphs(lines) if len(lines) > 1 else lines:
                self.found.append(Block(text, kind, 0, self._depth, bold, "", min(linked, len(text)), away))
                linked = max(linked - len(text), 0)

    def _add(self, text: str) -> None:
        if not text.isspace():
            self._parts.append(text)
            self._plain = self._plain or not self._bold
            if self._links:
                self._linked += len(text)
                self._away = self._away or self._links[-1]
        elif self._parts:
            self._parts.append(" ")

    def _end_line(self) -> None:
        if self._parts:
            if text := tidy("".join(self._parts)):
                self._lines.append(Line(text, not self._plain))
            self._parts = []
        self._plain = False

    def _enter_table(self, node: LexborNode, tag: str) -> None:
        if tag in _CELLS:
            if self._cells is not None:
                self._cells.append([])
            return
        several = sum(1 for child in node.iter() if child.tag in _CELLS) > 1
        reads = several and self._cells is None and not (self._tables and self._tables[-1])
        self._rows.append(reads)
        if reads:
            self._cells = []

    def _leave_row(self) -> None:
        self.end_paragraph()
        if self._rows.pop() and self._cells is not None:
            cells, self._cells = self._cells, None
            self.found += row(cells)


def _read_as(node: LexborNode, skipped: Set[int]) -> str:
    """The tag that a node is read as.

    A button in the middle of a sentence, which explains the word on it, is a word of the sentence. An element of the
    page's own making is a box where no text stands beside it, and else runs with that text.
    """
    tag = node.tag or ""
    if tag == "button":
        return "span" if runs_on(node, skipped) else tag
    if "-" not in tag[1:] or node.parent is None:
        return tag
    around = node.parent.tag or ""
    boxed = around in _SECTIONS or "-" in around
    return "div" if boxed and not (_text_beside(node) or _text_beside(node, before=True)) else tag


def runs_on(node: LexborNode, skipped: Set[int] = frozenset()) -> bool:
    """Whether a sentence goes on behind an element: there is its stop, or a letter that is no capital.

    What answers a question does not, "Was this helpful? Yes or No" on two buttons.
    """
    after = _text_beside(node, skipped)[:1]
    goes_on = after in _GOES_ON or (after.isalpha() and not after.isupper())
    return goes_on and not _text_beside(node, before=True).endswith(_ASKING)


def _text_beside(node: LexborNode, skipped: Set[int] = frozenset(), *, before: bool = False) -> str:
    """The text directly behind an element, or before it, whatever is skipped or a comment between them."""
    beside = node.prev if before else node.next
    while beside is not None and (beside.mem_id in skipped or beside.is_comment_node):
        beside = beside.prev if before else beside.next
    return (beside.text_content or "").strip() if beside is not None and beside.is_text_node else ""


def _opens(button: LexborNode) -> bool:
    """A button is a control, unless it is the line that opens a section."""
    parent = button.parent
    return bool({"aria-expanded", "aria-controls"} & button.attributes.keys()) or (
        parent is not None and parent.tag in _TITLES
    )


def _serves_layout(table: LexborNode) -> bool:
    """Whether a table only places parts of the page beside each other: it says so, or holds headings or tables."""
    role = table.attributes.get("role")
    return role in {"presentation", "none"} or table.css_first("td h1, td h2, td h3, td table") is not None
