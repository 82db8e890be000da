"""Draws a message as Block Kit blocks.

What others wrote stands in rich text elements. Slack shows these as they are: nothing in them formats, links or
mentions, and nothing is escaped. Text objects (heading, small print) and the top-level text know entities, so there
`&`, `<` and `>` are escaped (docs.slack.dev/messaging/formatting-message-text).

What has to be shortened is cut at a word and ends in "…"; parts that find no room are counted ("… +2"). The links
below them lead to the rest.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from bot.model.change import Span
from bot.model.message import Fact, Facts, Link, Listing, Message, Paragraph, Part, Quotation, Steps

Json = dict[str, Any]

MOST_BLOCKS = 50
MOST_HEADER = 150
MOST_ADDRESS = 3_000
MOST_IN_ALL = 12_500
"""Slack refuses a message with some 13,000 characters over all its blocks (github.com/slackapi/bolt-js/issues/2509)."""
MOST_IN_A_PART = 3_000
MOST_IN_BRIEF = 700
"""A quotation of a message whose thread has it in full."""
MOST_IN_TEXT = 4_000
"""Bytes of the top-level text: more cannot take the place of a message (chat.update), and nobody reads it."""
MOST_IN_LINKS = 3_500
MOST_IN_SMALL_PRINT = 600
CUT = "…"
_CHANNEL = re.compile(r"[CDG][A-Z0-9]+")

_MOST_PARTS = MOST_BLOCKS - len(("headline", "title", "mention", "count", "links", "footer"))
_COUNT = 10
"""Room for "… +2"."""

_INSIDE = ("text", "elements", "accessory", "options")
"""Where blocks hold others, or texts."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of the text after them."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_LAST_WORD = re.compile(r"(?<!\S)\S{1,40}\Z")
_HOST = re.compile(r"https?://([^\s/?#]+)", re.IGNORECASE)
_UNSAFE_IN_ADDRESS = re.compile(r"[^\w!#$%&'()*+,\-./:;=?@\[\]~]")
_MENTIONED = re.compile(r"[SUW][A-Z0-9]{1,20}")


def blocks(message: Message, *, mention: str | None = None, offers: Sequence[Json] = ()) -> tuple[str, list[Json]]:
    """The top-level text, which stands alone in notifications and for screen readers, and the blocks.

    `mention` is the id of a user group or a person; anything else is not mentioned. `offers` are blocks to choose from
    and press, below the words.
    """
    headline = shorten(_clean(message.headline).strip() or _clean(message.title).strip() or CUT, MOST_IN_A_PART)
    above = [_headline(headline), *_small_print(message.title), *_mentioned(mention)]
    below = [*_links(message.links), *offers, *_small_print(message.footer)]
    room = MOST_IN_ALL - _weight(above) - _weight(below)
    parts = _parts(message.parts, room, _MOST_PARTS - len(offers), MOST_IN_BRIEF if message.brief else MOST_IN_A_PART)
    return _text(headline, message, mention), [*above, *parts, *below]


def escape(text: str) -> str:
    """The text for a place where Slack knows entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cost(text: str) -> int:
    """Length as Slack may count it at worst: escaped, in UTF-16."""
    return _length(escape(text))


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


def _length(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _clean(text: str) -> str:
    return _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))


def _text(headline: str, message: Message, mention: str | None) -> str:
    """The sentence, its day, and the first link where that finds room: `MOST_IN_TEXT` holds for all."""
    group = ""
    if mention and _MENTIONED.fullmatch(mention):
        group = f"<!subteam^{mention}>" if mention.startswith("S") else f"<@{mention}>"
    when = f"({_clean(message.when)})" if message.when else ""
    first = next(filter(None, (address(link.url) for link in message.links)), "")
    room = MOST_IN_TEXT - size(f"{group} {when}  ")
    first = first if size(first) <= room // 2 else ""
    said = shorten(headline, room - size(first), size)
    return " ".join(filter(None, (group, *map(escape, (said, when, first)))))


# --- blocks -----------------------------------------------------------------------------------------------------------


def _headline(headline: str) -> Json:
    if cost(headline) <= MOST_HEADER and "\n" not in headline:
        return {"type": "header", "text": {"type": "plain_text", "text": escape(headline), "emoji": False}}
    return _rich(_section(_Ink(MOST_IN_A_PART).text(headline, bold=True)))


def _small_print(text: str) -> list[Json]:
    words = shorten(_clean(text).strip(), MOST_IN_SMALL_PRINT)
    element = {"type": "plain_text", "text": escape(words), "emoji": False}
    return [{"type": "context", "elements": [element]}] if words else []


def _mentioned(mention: str | None) -> list[Json]:
    if mention is None or not _MENTIONED.fullmatch(mention):
        return []
    kind = "usergroup" if mention.startswith("S") else "user"
    return [_rich(_section([{"type": kind, f"{kind}_id": mention}]))]


def _links(links: tuple[Link, ...]) -> list[Json]:
    ink, row = _Ink(MOST_IN_LINKS), list[Json]()
    for link in links:
        row += ink.text(" · ") if row else []
        row += ink.link(link)
    return [_rich(_section(row))] if row else []


def _parts(parts: tuple[Part, ...], room: int, most: int, quoted: int) -> list[Json]:
    """A block a part, while there is room; then how many are left out. `quoted`: the most that a quotation takes."""
    drawn: list[Json] = []
    room -= _COUNT
    for done, part in enumerate(parts):
        if room <= 0 or len(drawn) >= most:
            return [*drawn, _rich(_section(_Ink(_COUNT).text(f"{CUT} +{len(parts) - done}")))]
        ink = _Ink(min(room, quoted if isinstance(part, Quotation) else MOST_IN_A_PART))
        if boxes := _draw(part, ink):
            drawn.append(_rich(*boxes))
            room -= _weight(boxes)
    return drawn


def _draw(part: Part, ink: "_Ink") -> list[Json]:
    match part:
        case Paragraph(text, strong):
            boxes = [_section(ink.text(text, bold=strong))]
        case Quotation(spans, label):
            label_box = _section(ink.text(label, bold=True))
            whole = bool(label) and len({span.mark for span in spans}) == 1
            boxes = [
                label_box,
                _box("rich_text_quote", [e for span in spans for e in _span(span, ink, marked=not whole)]),
            ]
        case Facts(items):
            boxes = [_section(_facts(items, ink))]
        case Steps(heading, items):
            boxes = [_section(ink.text(heading, bold=True)), _list("ordered", items, ink)]
        case Listing(heading, items, channel):
            boxes = [_section(ink.channel(channel) + ink.text(heading, bold=True)), _list("bullet", items, ink)]
    return [box for box in boxes if not _blank(box)]


def _span(span: Span, ink: "_Ink", *, marked: bool) -> list[Json]:
    """What was gained is bold and what was lost struck, except in a clause that is new or gone as a whole."""
    return ink.text(span.text, bold=marked and span.mark == "added", strike=marked and span.mark == "removed")


def _facts(items: tuple[Fact, ...], ink: "_Ink") -> list[Json]:
    row: list[Json] = []
    for fact in items:
        row += ink.text("\n") if row else []
        row += ink.text(f"{fact.label}: ", bold=True) + ink.text(fact.value)
    return row


def _list(style: str, items: tuple[str, ...], ink: "_Ink") -> Json:
    sections = [_section(ink.text(item)) for item in items]
    return {"style": style, **_box("rich_text_list", [section for section in sections if not _blank(section)])}


def _rich(*boxes: Json) -> Json:
    return {"type": "rich_text", "elements": list(boxes)}


def _section(elements: list[Json]) -> Json:
    return _box("rich_text_section", elements)


def _box(kind: str, elements: list[Json]) -> Json:
    return {"type": kind, "elements": elements}


def _blank(box: Json) -> bool:
    return all("text" in element and not element["text"].strip() for element in box["elements"])


def _weight(node: Any) -> int:
    """What the texts and addresses in these blocks cost; a text object is escaped already."""
    if isinstance(node, list):
        return sum(map(_weight, node))
    if not isinstance(node, dict):
        return 0
    if node.get("type") in {"text", "link"}:
        return cost(node["text"]) + cost(node.get("url", ""))
    text = node.get("text")
    return _length(text) if isinstance(text, str) else sum(_weight(node.get(inside)) for inside in _INSIDE)


class _Ink:
    """Writes runs of text while there is room; the run that no longer fits is shortened, and nothing comes after it."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._dry = False

    def text(self, text: str, **style: bool) -> list[Json]:
        run = self._write(_clean(text))
        kept = {name: True for name, on in style.items() if on}
        return [{"type": "text", "text": run} | ({"style": kept} if kept else {})] if run else []

    def channel(self, channel: str) -> list[Json]:
        """The channel as Slack names and links it; nothing where this is no channel's id."""
        if not _CHANNEL.fullmatch(channel):
            return []
        return [{"type": "channel", "channel_id": channel}, *self.text(" ")]

    def link(self, link: Link) -> list[Json]:
        """The link, whole or not at all; only its label where the address is none that we link to."""
        url, label = address(link.url), " ".join(_clean(link.label).split()) or _clean(link.url).strip()
        label = shorten(label, MOST_HEADER)
        if url is None or self._dry:
            return self.text(label)
        if cost(label) + cost(url) > self._room - len(CUT):
            self._dry = True
            return [{"type": "text", "text": CUT}]
        self._room -= cost(label) + cost(url)
        return [{"type": "link", "url": url, "text": label}]

    def _write(self, text: str) -> str:
        if self._dry or not text:
            return ""
        run = text if cost(text) <= self._room - len(CUT) else shorten(text, self._room)
        self._dry = run != text
        self._room -= cost(run)
        return run
