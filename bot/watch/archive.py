"""Markdown to clauses: the records of Open Terms Archive, and plain text.

The records are written by turndown: `#` and underlined headings, bullets and numbers with indented nesting, tables,
`**` and `_`, a backslash before every character that is not mark-up. What is read here is that dialect, in one pass
over the lines; a text without any mark-up comes out as its paragraphs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from bot.model.version import Version
from bot.watch.outline import Block, Line, outline, paragraphs, row, tidy

EDITION = "markdown/2"

_SHIFT = 0x10_FE00  # escaped characters wait in a private plane while mark-up is removed
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SHELTERED = re.compile(f"[{chr(_SHIFT)}-{chr(_SHIFT + 0x7F)}]")
_BRACKET = re.compile(
    r"\[|\](?:\((?:<[^>\n]{0,2000}>[^()\n]{0,200}|[^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500}){0,9})\))?"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"[*_`~]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MARKER = re.compile(r"(?:[*+-]|(\d{1,9})[.)])(?:[ \t]+|$)")
_QUOTE = re.compile(r"(?: *> ?)+")
_HEADING = re.compile(r"(#{1,6})(?:\s+|$)")
_RULE = re.compile(r"([-*_])(?:\s*\1){2,}\s*$")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*$")
_DELIMITER = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$")
_MARKS = frozenset("=-*_+#|")  # or a digit, begin whatever is no line of text
_DEEPEST = 40  # lists inside each other
_WRAPPED = 100  # mean characters a line below which a text without empty lines is a wrapped paragraph


def read_markdown(text: str, *, extractor: str = EDITION) -> Version:
    """The clauses of a Markdown or plain text.

    Emphasis, links and images leave their visible words only (an image none); numbers of ordered lists are mark-up,
    as they are in HTML, numbers typed into the text are text. `title` is the first heading of the first level.
    """
    blocks = _Reader().read(_sheltered(text))
    title = next((block.text for block in blocks if block.kind == "heading" and block.level == 1), "")
    return Version(outline(blocks), extractor, title=title)


def _sheltered(text: str) -> str:
    """The text with its links reduced to their words and its escaped characters out of reach."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: chr(_SHIFT + ord(match.group(1))), text)
    if "](" in text:
        text = _without_links(text)
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", text)
    lines = text.strip().split("\n")
    if len(lines) > 1 and len(text) / len(lines) > _WRAPPED and all(map(str.strip, lines)) and "|" not in text:
        return "\n\n".join(lines)
    return text


def _without_links(text: str) -> str:
    """`[words](address)` becomes its words, wherever it begins and ends; `![words](address)` goes whole."""
    opened: list[int] = []
    dropped: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        start, end = match.span()
        if text[start] == "[":
            opened.append(start)
        elif opened:
            begin = opened.pop()
            if end - start == 1:
                continue
            if begin and text[begin - 1] == "!":
                dropped.append((begin - 1, end))
            else:
                dropped += [(begin, begin + 1), (start, end)]
    kept, last = [], 0
    for start, end in sorted(dropped):
        kept.append(text[last:start])
        last = max(last, end)
    return "".join([*kept, text[last:]])


@dataclass(slots=True)
class _List:
    """A list that is open: where its markers and its content begin, its first block, and how many items it has."""

    marker: int
    content: int
    start: int
    number: str
    items: int = 1


class _Reader:
    """One pass over the lines. A paragraph gathers in `_lines` until something ends it."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._lines: list[str] = []
        self._lists: list[_List] = []

    def read(self, text: str) -> list[Block]:
        """The blocks, in their order."""
        for raw in text.split("\n"):
            line = raw.expandtabs(4) if "\t" in raw else raw
            if ">" in line and (quote := _QUOTE.match(line)):
                line = line[quote.end() :]
            text = line.lstrip(" ")
            self._line(text, len(line) - len(text))
        self._end_paragraph()
        self._close(0)
        return self._blocks

    def _line(self, line: str, indent: int) -> None:
        if not line or line.isspace():
            self._end_paragraph()
        elif line[0] not in _MARKS and not line[0].isdecimal():
            self._go_on(line, indent)
        elif self._lines and _UNDERLINE.match(line):
            self._end_paragraph(level=1 if line[0] == "=" else 2)
        elif _RULE.match(line):
            self._end_paragraph()
        elif (marker := _MARKER.match(line)) and self._begins_item(marker):
            self._end_paragraph()
            self._open(indent, marker)
            self._line(line[marker.end() :], self._lists[-1].content)
        elif line.startswith("#") and (heading := _HEADING.match(line)):
            self._end_paragraph()
            self._close(indent)
            self._lines.append(_without_closing(line[heading.end() :]))
            self._end_paragraph(level=heading.end(1))
        elif line.startswith("|") and line.count("|") > 1:
            self._end_paragraph()
            self._close(indent)
            self._row(line.strip())
        else:
            self._go_on(line, indent)

    def _go_on(self, line: str, indent: int) -> None:
        """A line of text: the next of a paragraph, or its first."""
        if not self._lines:
            self._close(indent)
        self._lines.append(line)

    def _row(self, line: str) -> None:
        if not _DELIMITER.match(line):
            cells = line.removeprefix("|").removesuffix("|").split("|")
            self._blocks += row([[_bare(part) for part in _BREAK.split(cell)] for cell in cells])

    def _begins_item(self, marker: re.Match[str]) -> bool:
        """Inside a paragraph only a bullet or a "1." begins a list: "17. May" may be a date that was wrapped."""
        if len(self._lists) >= _DEEPEST:
            return False
        return not self._lines or bool(self._lists) or marker.group(1) in {None, "1"}

    def _open(self, indent: int, marker: re.Match[str]) -> None:
        """Begin an item: the next of the list whose markers stand here, or the first of a new list."""
        mark = marker.group().rstrip()
        content = indent + (marker.end() if len(mark) < marker.end() <= len(mark) + 4 else len(mark) + 1)
        self._close(indent, sibling=True)
        if self._lists and indent < self._lists[-1].content:
            self._lists[-1].items += 1
            self._lists[-1].content = content
        else:
            self._lists.append(_List(indent, content, len(self._blocks), mark if marker.group(1) else ""))

    def _close(self, indent: int, *, sibling: bool = False) -> None:
        """Close the lists that something at this column does not belong to; a marker may belong as a sibling."""
        while self._lists and indent < (self._lists[-1].marker if sibling else self._lists[-1].content):
            last = self._lists.pop()
            if last.number and last.items == 1:
                self._unlist(last)

    def _unlist(self, alone: _List) -> None:
        """A number that counts nothing is that of a section, "3. Your rights", and so part of the text."""
        number = alone.number
        for place in range(alone.start, len(self._blocks)):
            block = self._blocks[place]
            depth = max(block.depth - 1, 0)
            kind = "paragraph" if block.kind == "item" and not depth else block.kind
            text = f"{number} {block.text}" if number and block.text else block.text
            self._blocks[place] = block._replace(text=text, kind=kind, depth=depth)
            number = "" if text else number

    def _end_paragraph(self, level: int = 0) -> None:
        if not self._lines:
            return
        # Two spaces before the end of a line make a break; any other end of line is white space.
        text = "".join(line.rstrip() + ("\n" if line.endswith("  ") else " ") for line in self._lines)
        self._lines = []
        depth = len(self._lists)
        if level:
            self._blocks.append(Block(_bare(text), "heading", level=level, depth=depth))
            return
        for line in paragraphs(_lines(_BREAK.sub("\n", text) if "<" in text else text)):
            self._blocks.append(Block(line.text, "item" if depth else "paragraph", depth=depth, bold=line.bold))


def _without_closing(heading: str) -> str:
    """A heading without the hashes that may stand at its end, too."""
    text = heading.rstrip()
    bare = text.rstrip("#")
    return bare if bare.endswith((" ", "\t")) else text


def _lines(text: str) -> Iterator[Line]:
    """The lines of a paragraph without their emphasis; bold where everything lies between `**` and `**`."""
    if "**" not in text:
        yield from (Line(_bare(line), bold=False) for line in text.split("\n"))
        return
    outside = True
    for line in text.split("\n"):
        runs = line.split("**")
        sides = (runs[0::2], runs[1::2])
        plain = sides[0] if outside else sides[1]
        strong = len(runs) > 1 or not outside
        bold = strong and not any(tidy(run) for run in plain)
        doubled = line.strip().startswith("****") and line.strip().endswith("****")
        yield Line(_bare(line), bold or doubled)
        outside ^= len(runs) % 2 == 0


def _bare(text: str) -> str:
    """The text as a person reads it: no emphasis, entities and escaped characters in place, white space collapsed."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: unescape(match.group()), text)
    if "*" in text or "_" in text or "`" in text or "~" in text:
        text = _EMPHASIS.sub(_unless_text, text)
    return tidy(text if text.isascii() else _SHELTERED.sub(lambda match: chr(ord(match.group()) - _SHIFT), text))


def _unless_text(match: re.Match[str]) -> str:
    """A run of marks as it shows: nothing, unless it stands like an operator (2 * 3) or inside a word (some_name)."""
    run, start, end, text = match.group(), match.start(), match.end(), match.string
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if run in {"*", "~"}:
        return run if start and before.isspace() and after.isspace() else ""
    return run if run.startswith("_") and before.isalnum() and after.isalnum() else ""
