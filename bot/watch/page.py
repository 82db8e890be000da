"""A web page, or a PDF in its place, to the clauses of the document that it shows.

The declared selectors say where the document stands; without them, and where they no longer match, the main content
is found by structure. What changes from one visit to the next without being the document is left out by what it is
(navigation, dialogs, controls, hidden parts, link lists around the text), never by whose page it is.
"""

import hashlib
from collections.abc import Iterable, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from bot.errors import SourceError
from bot.model.version import Clause, Snapshot, Version
from bot.watch.archive import read_markdown
from bot.watch.bounded import bounded
from bot.watch.charset import decode
from bot.watch.furniture import core, hidden, notes_on, trimmed, visible_marks
from bot.watch.markup import Notes, Span, blocks
from bot.watch.outline import Block, outline, tidy
from bot.watch.pdf import EDITION as PDF_EDITION
from bot.watch.pdf import is_pdf, read_pdf

EDITION = "page/2"

_HTML = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml", ""})
_TEXT = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
_MAIN = 'main, [role="main"]'
_SHADOW_MARK = b"shadowrootmode"
_SHADOW = "template[shadowrootmode]"
_DEEPEST_SHADOW = 8  # shadow trees inside each other
_LEAST_MAIN = 1500  # characters of a main element that is taken at its word
_LEAST_TEXT = 200  # characters below which a page is read again with what it keeps for browsers without scripts


def read_page(snapshot: Snapshot, *, select: Sequence[str] = (), remove: Sequence[str] = ()) -> Version:
    """The clauses of a fetched page, which may be HTML, Markdown, plain text or a PDF.

    `select`: CSS selectors of the parts that make up the document, in this order; the main content where empty.
    `remove`: CSS selectors of what is left out inside them. Where a part is not found, `Version.fallback` is set, and
    where the parts hold next to none of the text, the main content is read instead. Broken mark-up is read as browsers
    read it.

    Raises `SourceError`: `empty` where the page shows no text, `not readable: …` for pictures and the like, `selector`
    where a selector is not CSS, `pdf …` as `read_pdf` says. A PDF takes its time: read it in a thread.
    """
    return Page(snapshot, select=select, remove=remove).read()


class Page:
    """A fetched page, parsed once: first to see by its sketch whether there is anything to read, then to read it."""

    def __init__(self, snapshot: Snapshot, *, select: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        if snapshot.body is None:
            raise ValueError("a snapshot without a body (304) says nothing but that the page is as it was")
        self._snapshot = snapshot
        self._select, self._remove = tuple(select), tuple(remove)
        self._html: LexborHTMLParser | None = None
        self._pdf = is_pdf(snapshot)
        if not self._pdf and snapshot.media_type not in _HTML | _TEXT:
            raise SourceError(
                f"not readable: {snapshot.media_type}",
                f"{snapshot.url} is {snapshot.media_type}, not a page.",
                permanent=True,
                remedy="Name a web page, a PDF, or an archive record of it, as the source.",
            )
        if not self._pdf and snapshot.media_type in _HTML:
            self._html = LexborHTMLParser(_utf8(snapshot.body, snapshot.charset))
            if _SHADOW_MARK in snapshot.body:
                _open_shadows(self._html)

    @property
    def sketch(self) -> str:
        """A digest of what decides the text, without reading it: a fifth of the work.

        Two fetches with the same sketch have the same text; with another sketch, they may have it nonetheless. It
        covers the text in the declared parts, the main element or the body, what is hidden there, and our own rules.
        """
        edition = PDF_EDITION if self._pdf else EDITION
        digest = hashlib.blake2b(repr((edition, self._select, self._remove)).encode(), digest_size=12)
        if self._html is None:
            digest.update(self._snapshot.body or b"")
        else:
            self._html.strip_tags(["script", "style"])
            body, parts = self._html.body, self._parts()
            if body is not None and (self.missing or sum(len(part.text()) for part in parts) < 10 * _LEAST_TEXT):
                parts = [*parts, _main(body) or body]
            for part in parts:
                for text in visible_marks(part):
                    digest.update(text.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def read(self) -> Version:
        """The clauses; see `read_page`."""
        if self._pdf:
            typed = read_pdf(self._snapshot)
            version = Version(outline(typed.blocks), PDF_EDITION, title=tidy(typed.title), fallback=bool(self._select))
        elif self._html is None:
            text = decode(self._snapshot.body or b"", self._snapshot.charset)
            version = read_markdown(text, extractor=f"{EDITION} text")
        else:
            version = self._read_html(self._html)
        if not version.clauses:
            remedy = "If it needs scripts to show it, read it with `browser`."
            raise SourceError("empty", f"{self._snapshot.url} shows no text.", remedy=remedy)
        return version

    def _parts(self) -> list[LexborNode]:
        """The declared parts that are there, none inside another."""
        found = [node for selector in self._select for node in self._find(selector)]
        return _outermost(found)

    @property
    def missing(self) -> bool:
        """Whether a declared part is not on the page."""
        return not all(map(self._find, self._select))

    def _read_html(self, html: LexborHTMLParser) -> Version:
        title = html.css_first("title")
        removed = {node.mem_id for selector in self._remove for node in self._find(selector)}
        found = [b for part in self._parts() for b in blocks(part, notes_on(part, skipped=removed))]
        clauses, declared = outline(found), _size(found) > 0
        if html.body is not None and (self.missing or _size(found) < _LEAST_TEXT):
            main = _main_content(html.body, removed)
            if not declared or max(_size(found) * 2, _LEAST_TEXT) < sum(len(clause.text) for clause in main):
                clauses, declared = main, False
        name = [EDITION, ", ".join(self._select), f"without {', '.join(self._remove)}" if self._remove else ""]
        return Version(
            clauses,
            " ".join(filter(None, name)) if declared else EDITION,
            title=tidy(title.text()) if title else "",
            fallback=bool(self._select) and (self.missing or not declared),
        )

    def _find(self, selector: str) -> list[LexborNode]:
        try:
            return self._html.css(selector) if self._html else []
        except SelectolaxError as error:
            raise SourceError(
                "selector",
                f"{selector!r} is not a CSS selector.",
                permanent=True,
                remedy="Correct `select` or `remove` in the platform's file.",
            ) from error


def _utf8(body: bytes, charset: str | None) -> bytes:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        body = decode(body, charset).encode("utf-8", "replace")
    return bounded(body)


def _open_shadows(html: LexborHTMLParser) -> None:
    """Put declarative shadow trees in the place of the templates that hold them, before the text of their host."""
    for _ in range(_DEEPEST_SHADOW):
        for template in html.css(_SHADOW):
            for fragment in template.template_fragments()[:1]:
                while (child := fragment.first_child) is not None:
                    template.insert_before(child, move=True)
            template.remove()


def _outermost(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """The nodes in their order, each once, without those that stand inside another of them."""
    found = {node.mem_id: node for node in nodes}
    inside: dict[int, bool] = {}  # of every element that was climbed, so that none is climbed twice
    for node in found.values():
        way, above = [node.mem_id], node.parent
        while above is not None and above.mem_id not in found and above.mem_id not in inside:
            way.append(above.mem_id)
            above = above.parent
        within = above is not None and (above.mem_id in found or inside[above.mem_id])
        inside.update(dict.fromkeys(way, within))
    return [node for node in found.values() if not inside[node.mem_id]]


def _main(body: LexborNode) -> LexborNode | None:
    """The element that the page itself calls its main content, where it holds a text of some length."""
    found = [(len(node.text()), place, node) for place, node in enumerate(_outermost(body.css(_MAIN)))]
    size, _, main = max(found, default=(0, 0, None))
    return main if size >= _LEAST_MAIN else None


def _main_content(body: LexborNode, removed: set[int]) -> tuple[Clause, ...]:
    """The clauses of what a reader would call the page's text."""
    unseen = removed | hidden(body)
    main = _main(body)
    if main is not None and main.mem_id not in unseen:
        found = trimmed(blocks(main, notes_on(main, skipped=unseen, whole=False)))
        if _size(found) >= _LEAST_MAIN // 2:
            return outline(found)
    spans: list[Span] = []
    everything = blocks(body, notes_on(body, skipped=unseen, whole=False), spans)
    found = trimmed(core(everything, spans))
    if _size(found) < _LEAST_TEXT:
        found = _reluctantly(body, removed, found)
    return outline(found)


def _reluctantly(body: LexborNode, removed: set[int], found: list[Block]) -> list[Block]:
    """A page with next to no text, read again with what it shows to browsers without scripts, and all else it has."""
    without_scripts = frozenset(node.mem_id for node in body.css("noscript"))
    notes = Notes(skipped=removed, kept=without_scripts)
    everything = blocks(body, notes)
    return everything if _size(everything) > _size(found) else found


def _size(found: Iterable[Block]) -> int:
    return sum(len(block.text) for block in found)
