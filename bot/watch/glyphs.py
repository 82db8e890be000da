"""The characters of a PDF as lines on pages, read by PDFium, in a process of its own (`pdf.read_pdf` starts it).

`python -m bot.watch.glyphs SECONDS BYTES PAGES` reads a PDF from its standard input and prints one JSON object: the
`blocks` of the document, or the `reason` for which there are none. It stops itself at so many seconds of work and bytes
of memory: a hostile file costs this process and nothing else.
"""

import ctypes
import json
import re
import resource
import sys
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from bot.watch.sheets import Line, Sheet
from bot.watch.typeset import blocks

_LINE_ENDS = "\r\n"
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u00ad": "-"}  # as PDFium hands over one at the end of a line
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_SIGNS = re.compile(r"dingbats|wingdings|symbol", re.IGNORECASE)
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD = 600  # font weight from which on type is bold
_SAME_LINE = 0.5  # of the type's size that a baseline may differ within a line (superscripts)
_CELL_GAP = 1.1  # sizes of empty space that part two cells
_SPACED_GAP = 8.0  # the same where a space stands in it, which justified text stretches
_LEAST_LETTERS = 20  # in a document; fewer are a stamp on a scan
_MOST_NONSENSE = 0.3  # share of characters without a meaning from which on a document's type cannot be read
_LONGEST = 3_000_000  # characters
_PASSWORD = 4  # FPDF_ERR_PASSWORD


class Glyph(NamedTuple):
    """A character: where its baseline begins and where it ends, its size, all in points; `real` as drawn."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    real: bool


class _Font:
    """Whether type is bold or made of signs, by the name of its font; asked once a font."""

    def __init__(self) -> None:
        self._buffer = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._known: dict[bytes, tuple[bool, bool]] = {}

    def look(self, text: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[bool, bool]:
        """(bold, signs) of the character at this place."""
        pdfium.FPDFText_GetFontInfo(text, index, self._buffer, 256, self._flags)
        name = self._buffer.value
        if name not in self._known:
            spelt = name.decode("latin-1")
            self._known[name] = bool(_BOLD_NAME.search(spelt)), bool(_SIGNS.search(spelt))
        bold, signs = self._known[name]
        return bold or pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD, signs


def glyphs(text: pdfium.FPDF_TEXTPAGE) -> Iterator[Glyph]:
    """The characters of a page in the order in which they are drawn, the spaces that PDFium adds among them."""
    x, y, box, font = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), _Font()
    matrix = pdfium.FS_MATRIX()
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        char = chr(code) if code and not 0xD800 <= code <= 0xDFFF else ""  # noqa: PLR2004 - halves of a pair
        if not char:
            continue
        if char in _LINE_ENDS or pdfium.FPDFText_IsGenerated(text, index) == 1:
            yield Glyph("\n" if char in _LINE_ENDS else char, 0, 0, 0, 0, bold=False, real=False)
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        scale = abs(matrix.d) if pdfium.FPDFText_GetMatrix(text, index, matrix) and matrix.d else 1.0
        size = pdfium.FPDFText_GetFontSize(text, index) * scale
        bold, signs = font.look(text, index)
        char = _HYPHENS.get(char, _LIGATURES.get(char, char))
        if signs and not char.isspace():
            char = "•"
        yield Glyph(char, x.value, max(box.right, x.value), y.value, size, bold, real=True)


def lines(found: Iterator[Glyph]) -> Iterator[Line]:
    """The lines of a page, in the order in which they are drawn; the cells of a table row are lines of their own."""
    line: list[Glyph] = []
    space = ""
    for glyph in found:
        if not glyph.real or glyph.text.isspace():
            space = "real" if glyph.real or space == "real" else "added"
            continue
        if line and _begins(line[-1], glyph, space):
            yield _line(line)
            line = []
        if line and space:
            line.append(Glyph(" ", line[-1].right, glyph.left, line[-1].base, line[-1].size, bold=True, real=False))
        line.append(glyph)
        space = ""
    if line:
        yield _line(line)


def _begins(last: Glyph, glyph: Glyph, space: str) -> bool:
    size = max(last.size, glyph.size)
    gap = glyph.left - last.right
    wide = _SPACED_GAP if space == "real" else _CELL_GAP
    if last.text == "•":
        wide = _SPACED_GAP
    return abs(glyph.base - last.base) > _SAME_LINE * size or gap > wide * size or gap < -size


def _line(found: list[Glyph]) -> Line:
    sizes = sorted(glyph.size for glyph in found)
    letters = [glyph for glyph in found if glyph.text.isalnum()] or found
    return Line(
        "".join(glyph.text for glyph in found),
        min(glyph.left for glyph in found),
        max(glyph.right for glyph in found),
        found[0].base,
        round(sizes[len(sizes) // 2], 1),
        all(glyph.bold for glyph in letters),
    )


def read(body: bytes, most_pages: int) -> dict[str, object]:
    """The answer of this process to a PDF."""
    try:
        document = pypdfium2.PdfDocument(body)
        if len(document) > most_pages:
            return {"reason": "too many pages"}
        sheets = _sheets(document)
    except pypdfium2.PdfiumError as error:
        return {"reason": "encrypted" if error.err_code == _PASSWORD else "broken"}
    if reason := _unread("".join(line.text for sheet in sheets for line in sheet.lines)):
        return {"reason": reason}
    return {"blocks": blocks(sheets), "title": document.get_metadata_dict().get("Title", "")}


def _unread(text: str) -> str:
    """Why this is not the text of a document; empty where it is."""
    if len(text) > _LONGEST:
        return "too long"
    nonsense = sum(char == "\ufffd" or not char.isprintable() for char in text)
    if nonsense > _MOST_NONSENSE * len(text):
        return "garbled"
    return "scanned" if sum(map(str.isalpha, text)) < _LEAST_LETTERS else ""


def _sheets(document: pypdfium2.PdfDocument) -> list[Sheet]:
    """The pages, as far as the longest text reaches."""
    sheets, size = list[Sheet](), 0
    for number in range(len(document)):
        if size > _LONGEST:
            break
        sheets.append(_sheet(document[number]))
        size += sum(len(line.text) for line in sheets[-1].lines)
    return sheets


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    text = page.get_textpage()
    sheet = Sheet(page.get_height(), tuple(lines(glyphs(text.raw))))
    text.close()
    page.close()
    return sheet


def main() -> None:
    """Answer for the PDF on standard input."""
    seconds, size, pages = map(int, sys.argv[1:4])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    json.dump(read(sys.stdin.buffer.read(), pages), sys.stdout)


if __name__ == "__main__":
    main()
