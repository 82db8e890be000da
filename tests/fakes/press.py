"""Sets made-up documents as PDFs, in the type and on the pages that a test asks for."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table

Part = tuple[str, str] | tuple[str, Sequence[str]]
"""("title" | "heading" | "bold" | "item" | "text", its words), or ("row", its cells)."""


@dataclass(frozen=True)
class Press:
    """How a document is set: page and margin in points, type, columns, and what runs at head and foot."""

    page: tuple[float, float] = A4
    margin: float = 60
    size: float = 10
    columns: int = 1
    justified: bool = False
    head: str = "Tunegarden"
    password: str = ""

    def print(self, parts: Sequence[Part]) -> bytes:
        """The document as a PDF."""
        out = io.BytesIO()
        document = BaseDocTemplate(out, pagesize=self.page, encrypt=self.password or None)
        width, height = self.page[0] - 2 * self.margin, self.page[1] - 2 * self.margin
        column = (width - 20 * (self.columns - 1)) / self.columns
        frames = [
            Frame(self.margin + n * (column + 20), self.margin, column, height, id=str(n)) for n in range(self.columns)
        ]
        document.addPageTemplates(PageTemplate(frames=frames, onPage=self._furnish))
        document.build([self._flowable(*part) for part in parts])
        return out.getvalue()

    def _furnish(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", self.size * 0.8)
        canvas.drawString(self.margin, self.page[1] - 30, self.head)
        canvas.drawString(self.margin, 25, f"Page {document.page} of 12")

    def _flowable(self, kind: str, text: str | Sequence[str]) -> Flowable:
        sheet = getSampleStyleSheet()
        alignment = 4 if self.justified else 0
        body = ParagraphStyle(
            "body", sheet["BodyText"], fontSize=self.size, leading=self.size * 1.25, alignment=alignment
        )
        match kind:
            case "title":
                style = ParagraphStyle("title", sheet["Heading1"], fontSize=self.size * 1.8, leading=self.size * 2.2)
                return Paragraph(str(text), style)
            case "heading":
                style = ParagraphStyle("heading", sheet["Heading2"], fontSize=self.size * 1.4, leading=self.size * 1.7)
                return Paragraph(str(text), style)
            case "bold":
                return Paragraph(f"<b>{text}</b>", body)
            case "item":
                return Paragraph(str(text), ParagraphStyle("item", body, leftIndent=18), bulletText="•")
            case "row":
                return Table([[Paragraph(cell, body) for cell in text]])
            case _:
                return Paragraph(str(text), body)


def typed_pages(pages: Sequence[Sequence[str]]) -> bytes:
    """Each page its heading in large type and its lines below, the page's number at its foot."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number, (heading, *lines) in enumerate(pages, 1):
        canvas.setFont("Helvetica", 18)
        canvas.drawString(72, 770, heading)
        canvas.setFont("Helvetica", 11)
        for place, line in enumerate(lines):
            canvas.drawString(72, 740 - place * 14, line)
        canvas.drawString(290, 30, f"Terms, page {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def typed(lines: Sequence[str], *, size: float = 11, pages: int = 1, password: str = "") -> bytes:
    """Pages with just these lines, one below the other; none makes pages with a drawing."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=password or None)
    for _ in range(pages):
        canvas.setFont("Helvetica", size)
        canvas.rect(100, 100, 300, 300)
        for number, line in enumerate(lines):
            canvas.drawString(72, 750 - number * size * 1.3, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
