"""A web page to the clauses of the document that it shows.

The declared selectors say where the document stands; without them, and where they no longer match, the main content
is found by structure. What changes from one visit to the next without being the document is left out by what it is
(navigation, dialogs, controls, hidden parts, link lists around the text), never by whose page it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from bot.errors import SourceError
from bot.model.version import Clause, Snapshot, Version
from bot.watch.archive import read_markdown
from bot.watch.charset import decode
from bot.watch.furniture import core, hidden, notes_on, trimmed
from bot.watch.markup import Notes, Piece, Span, pieces
from bot.watch.outline import outline, tidy

EDITION = "page/1"

_HTML = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml", ""})
_TEXT = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
_MAIN = 'main, [role="main"]'
_LEAST_MAIN = 1500  # characters of a main element that is taken at its word
_LEAST_TEXT = 200  # characters below which a page is read again with what it keeps for browsers without scripts
_MANY_TAGS = 8000  # from here on nesting is looked at before parsing, whose time grows with its square
_DEEPEST = 1000  # elements inside each other; browsers stop at 512
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")
_UNNESTED = frozenset(b"p li br hr img input meta link path area col dt dd option tr td th source wbr".split())
_NESTING_TAG = re.compile(rb"<(?!/?(?:p|li|h[1-6]|br|title|script|style)\b)[/!?a-zA-Z][^>]{0,2000}>", re.IGNORECASE)


def read_page(snapshot: Snapshot, *, select: Sequence[str] = (), remove: Sequence[str] = ()) -> Version:
    """The clauses of a fetched page, which may be HTML, Markdown or plain text.

    `select`: CSS selectors of the parts that make up the document, in this order; the main content where empty.
    `remove`: CSS selectors of what is left out inside them. Where a part is not found, `Version.fallback` is set, and
    where none is, the main content is read instead. Broken mark-up is read as browsers read it.

    Raises `SourceError`: `empty` where the page shows no text, `not readable: …` for a PDF and the like, `selector`
    where a selector is not CSS.
    """
    if snapshot.body is None:
        raise ValueError("a snapshot without a body (304) says nothing but that the page is as it was")
    if snapshot.media_type in _TEXT:
        version = read_markdown(decode(snapshot.body, snapshot.charset), extractor=f"{EDITION} text")
    elif snapshot.media_type in _HTML and not snapshot.body.startswith(b"%PDF-"):
        version = _read_html(_utf8(snapshot), select, remove)
    else:
        kind = "application/pdf" if snapshot.body.startswith(b"%PDF-") else snapshot.media_type
        raise SourceError(
            f"not readable: {kind}",
            f"{snapshot.url} is {kind}, not a page.",
            permanent=True,
            remedy="Name a web page, or an archive record of it, as the source.",
        )
    if not version.clauses:
        raise SourceError(
            "empty", f"{snapshot.url} shows no text.", remedy="If it needs scripts to show it, read it with `browser`."
        )
    return version


def _utf8(snapshot: Snapshot) -> bytes:
    body = snapshot.body or b""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        body = decode(body, snapshot.charset).encode("utf-8", "replace")
    return _flattened(body) if body.count(b"<") > _MANY_TAGS and _depth(body) > _DEEPEST else body


def _depth(body: bytes) -> int:
    """How deep elements stand inside each other, not counting those that end by themselves."""
    depth = deepest = 0
    for match in _TAG.finditer(body):
        closing, tag = match.groups()
        if tag.lower() not in _UNNESTED:
            depth = max(depth - 1, 0) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _flattened(body: bytes) -> bytes:
    """The page without anything that nests, each such tag parting paragraphs."""
    return _NESTING_TAG.sub(b"<p>", body)


def _read_html(body: bytes, select: Sequence[str], remove: Sequence[str]) -> Version:
    page = LexborHTMLParser(body)
    if page.body is None:
        return Version((), EDITION)
    title = page.css_first("title")
    parts = [_find(page, selector) for selector in select]
    chosen = _outermost(node for nodes in parts for node in nodes)
    removed = {node.mem_id for selector in remove for node in _find(page, selector)}
    clauses = outline(piece.block for node in chosen for piece in pieces(node, notes_on(node, skipped=removed)))
    name = EDITION
    if select and clauses:
        name = f"{EDITION} {', '.join(select)}" + (f" without {', '.join(remove)}" if remove else "")
    else:
        clauses = _main_content(page.body, removed)
    fallback = bool(select) and (name == EDITION or not all(parts))
    return Version(clauses, name, title=tidy(title.text()) if title else "", fallback=fallback)


def _find(page: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return page.css(selector)
    except SelectolaxError as error:
        raise SourceError(
            "selector",
            f"{selector!r} is not a CSS selector.",
            permanent=True,
            remedy="Correct `select` or `remove` in the platform's file.",
        ) from error


def _outermost(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """The nodes in their order, each once, without those that stand inside another of them."""
    found = {node.mem_id: node for node in nodes}
    return [node for node in found.values() if not any(above.mem_id in found for above in _ancestors(node))]


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _main_content(body: LexborNode, removed: set[int]) -> tuple[Clause, ...]:
    """The clauses of what a reader would call the page's text."""
    unseen = removed | hidden(body)
    mains = [node for node in _outermost(body.css(_MAIN)) if node.mem_id not in unseen]
    sizes = {node.mem_id: len(node.text()) for node in mains}
    main = max(mains, key=lambda node: sizes[node.mem_id], default=None)
    if main is not None and sizes[main.mem_id] >= _LEAST_MAIN:
        found = trimmed(pieces(main, notes_on(main, skipped=unseen, whole=False)))
        if _size(found) >= _LEAST_MAIN // 2:
            return outline(piece.block for piece in found)
    spans: list[Span] = []
    everything = pieces(body, notes_on(body, skipped=unseen, whole=False), spans)
    found = trimmed(core(everything, spans))
    if _size(found) < _LEAST_TEXT:
        found = _reluctantly(body, removed, found)
    return outline(piece.block for piece in found)


def _reluctantly(body: LexborNode, removed: set[int], found: list[Piece]) -> list[Piece]:
    """A page with next to no text, read again with what it shows to browsers without scripts, and all else it has."""
    without_scripts = frozenset(node.mem_id for node in body.css("noscript"))
    notes = Notes(skipped=removed, kept=without_scripts)
    everything = pieces(body, notes)
    return everything if _size(everything) > _size(found) else found


def _size(found: Iterable[Piece]) -> int:
    return sum(len(piece.block.text) for piece in found)
