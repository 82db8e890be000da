"""Slack's texts: escaped, measured, shortened at words; addresses as they may stand in a link. Pure.

Text objects and the top-level text of a message know entities, so there `&`, `<` and `>` are escaped
(docs.slack.dev/messaging/formatting-message-text).
"""

import re
from collections.abc import Callable
from urllib.parse import quote

from bot.model.message import Dated, Moment

CUT = "…"
MOST_ADDRESS = 3_000
DAY = "{date_short_pretty}"
"""How Slack writes a moment's day: "Feb 12th, 2024", "yesterday"."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of the text after them."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_LAST_WORD = re.compile(r"(?<!\S)\S{1,40}\Z")
_HOST = re.compile(r"https?://([^\s/?#]+)", re.IGNORECASE)
_UNSAFE_IN_ADDRESS = re.compile(r"[^\w!#$%&'()*+,\-./:;=?@\[\]~]")


def escape(text: str) -> str:
    """The text for a place where Slack knows entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cost(text: str) -> int:
    """Length as Slack may count it at worst: escaped, in UTF-16."""
    return length(escape(text))


def size(text: str) -> int:
    """Bytes as chat.update may count them at worst: of the text as it is sent, escaped once more."""
    return len(escape(escape(text)).encode())


def shorten(text: str, most: int, measure: Callable[[str], int] = cost) -> str:
    """The text, or as many whole words of it as fit with "…" at the end.

    `most`, at least what that sign takes, counts as `measure` does.
    """
    if measure(text) <= most:
        return text
    left, end = most - measure(CUT), 0
    while end < len(text) and (left := left - measure(text[end])) >= 0:
        end += 1
    words = text[:end] if text[end].isspace() else _LAST_WORD.sub("", text[:end])
    return (words.rstrip() or text[:end]) + CUT


def address(url: str) -> str | None:
    """The address as it may stand in a link, what is unsafe in it percent-encoded.

    None where it is not http(s), holds a user name, or is too long.
    """
    host = _HOST.match(url)
    if host is None or "@" in host[1]:
        return None
    safe = _UNSAFE_IN_ADDRESS.sub(lambda found: quote(found[0], errors="replace"), url)
    return safe if cost(safe) <= MOST_ADDRESS else None


def length(text: str) -> int:
    """In UTF-16, as Slack counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """The text without what cannot be seen or sent."""
    return _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))


def told(text: str) -> str:
    """A text for where Slack knows entities, with its moments as such; escaped."""
    return "".join(
        f"<!date^{piece.at.timestamp():.0f}^{DAY}|{escape(piece.written)}>"
        if isinstance(piece, Moment)
        else escape(clean(piece))
        for piece in (text.pieces if isinstance(text, Dated) else (text,))
    )
