"""Bytes to text, whatever the server, the page or neither says of its character set."""

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{1,40})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096  # bytes; HTML asks for 1024, pages with many icons and feeds come later
_FALLBACK = "cp1252"  # what browsers take for a page that says nothing and is not UTF-8


def decode(body: bytes, charset: str | None = None) -> str:
    """The text of a page or feed. Never raises: bytes that fit nowhere become U+FFFD.

    A byte order mark wins; then UTF-8 wherever the bytes are valid UTF-8, since other text hardly ever is by chance;
    then what the server (`charset`) and what the page declare; then UTF-8 with a few bad bytes, or Windows-1252,
    whichever explains more of the bytes.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        patched = body.decode("utf-8", "replace")
    for name in filter(None, (charset, _declared(body))):
        codec = _codec(name)
        if codec not in {None, "utf-8"}:
            return body.decode(codec or _FALLBACK, "replace")
    bad = patched.count("\ufffd")
    good = sum(not char.isascii() for char in patched) - bad
    return patched if good > bad else body.decode(_FALLBACK, "replace")


def _declared(body: bytes) -> str | None:
    found = _DECLARED.search(body[:_DECLARED_WITHIN])
    return found.group(1).decode("ascii", "replace") if found else None


def _codec(name: str) -> str | None:
    """Python's name of a text codec; what HTML calls Latin-1 is Windows-1252."""
    try:
        found = codecs.lookup(name.strip("\"' "))
    except (LookupError, ValueError):
        return None
    if not getattr(found, "_is_text_encoding", True):
        return None
    return _FALLBACK if found.name in {"iso8859-1", "ascii"} else found.name
