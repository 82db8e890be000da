"""Draws a message as Block Kit blocks.

What others wrote stands in rich text elements. Slack shows these as they are: nothing in them formats, links or
mentions, and nothing is escaped. Text objects (heading, small print) and the top-level text are escaped (`markup`).

Moments are drawn as Slack's dates, so that readers see the days of their own; with what was written, in UTC, for where
Slack cannot. The top-level text has them written: a telephone's notification knows no mark-up.

What has to be shortened is cut at a word and ends in "…"; parts that find no room are counted ("… +2"). The links
below them lead to the rest.
"""

import re
from collections.abc import Sequence
from typing import Any

from bot.chat.slack.markup import CUT, DAY, address, clean, cost, escape, length, shorten, size, told
from bot.model.change import Span
from bot.model.message import Dated, Facts, Group, Link, Listing, Message, Moment, Paragraph, Part, Quotation, Steps
from bot.model.subscription import HERE

Json = dict[str, Any]

MOST_BLOCKS = 50
MOST_HEADER = 150
MOST_IN_ALL = 12_500
"""Slack refuses a message with some 13,000 characters over all its blocks (github.com/slackapi/bolt-js/issues/2509)."""
MOST_IN_A_PART = 3_000
MOST_IN_BRIEF = 700
"""A quotation of a message whose thread has it in full."""
MOST_IN_TEXT = 4_000
"""Bytes of the top-level text: more cannot take the place of a message (chat.update), and nobody reads it."""
MOST_IN_LINKS = 3_500
MOST_IN_SMALL_PRINT = 600
_CHANNEL = re.compile(r"[CDG][A-Z0-9]+")

_MOST_PARTS = MOST_BLOCKS - len(("headline", "title", "mention", "count", "links", "footer"))
_COUNT = 10
"""Room for "… +2"."""

_INSIDE = ("text", "elements", "accessory", "options")
"""Where blocks hold others, or texts."""

_FORMATTING = re.compile(r"[*_~`>]|:\S")
"""What Slack may take for mark-up or an emoji."""
_MENTIONED = re.compile(r"[SUW][A-Z0-9]{1,20}|here")


def blocks(message: Message, *, mentions: Sequence[str] = (), offers: Sequence[Json] = ()) -> tuple[str, list[Json]]:
    """The top-level text, which stands alone in notifications and for screen readers, and the blocks.

    `mentions` are ids of user groups and people, or `here`; anything else is not mentioned. `offers` are blocks to
    choose from and press, below the words.
    """
    mentions = [one for one in mentions if _MENTIONED.fullmatch(one)]
    headline = shorten(clean(message.headline).strip() or clean(message.title).strip() or CUT, MOST_IN_A_PART)
    above = [_headline(headline), *_small_print(message.title), *_mentioned(mentions)]
    below = [*_links(message.links), *offers, *_small_print(message.footer)]
    room = MOST_IN_ALL - _weight(above) - _weight(below)
    parts = _parts(message.parts, room, _MOST_PARTS - len(offers), MOST_IN_BRIEF if message.brief else MOST_IN_A_PART)
    return _text(headline, message, mentions), [*above, *parts, *below]


def _text(headline: str, message: Message, mentions: Sequence[str]) -> str:
    """The sentence, its day, and the first link where that finds room: `MOST_IN_TEXT` holds for all."""
    called = " ".join(map(_call, mentions))
    when = f"({escape(clean(message.when))})" if message.when else ""
    first = next(filter(None, (address(link.url) for link in message.links)), "")
    room = MOST_IN_TEXT - size(f"{called} {when}  ")
    first = first if size(first) <= room // 2 else ""
    said = shorten(headline, room - size(first), size)
    return " ".join(filter(None, (called, escape(said), when, escape(first))))


# --- blocks -----------------------------------------------------------------------------------------------------------


def _headline(headline: str) -> Json:
    if cost(headline) <= MOST_HEADER and "\n" not in headline:
        return {"type": "header", "text": {"type": "plain_text", "text": escape(headline), "emoji": False}}
    return _rich(_section(_Ink(MOST_IN_A_PART).text(headline, bold=True)))


def _small_print(text: str) -> list[Json]:
    """Plain, as it may hold words of others; with moments where nothing in it could format."""
    words = clean(text).strip()
    element: Json = {"type": "plain_text", "text": escape(shorten(words, MOST_IN_SMALL_PRINT)), "emoji": False}
    if isinstance(text, Dated) and not _FORMATTING.search(words) and len(dated := told(text)) <= MOST_IN_SMALL_PRINT:
        element = {"type": "mrkdwn", "text": dated, "verbatim": True}
    return [{"type": "context", "elements": [element]}] if words else []


def _call(mention: str) -> str:
    if mention == HERE:
        return f"<!{HERE}>"
    return f"<!subteam^{mention}>" if mention.startswith("S") else f"<@{mention}>"


def _mentioned(mentions: Sequence[str]) -> list[Json]:
    row: list[Json] = []
    for one in mentions:
        kind = "usergroup" if one.startswith("S") else "user"
        row += [{"type": "text", "text": " "}] if row else []
        row.append({"type": "broadcast", "range": HERE} if one == HERE else {"type": kind, f"{kind}_id": one})
    return [_rich(_section(row))] if row else []


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
        case Facts():
            boxes = [_section(_facts(part, ink))]
        case Steps(heading, items):
            boxes = [_section(ink.text(heading, bold=True)), _list("ordered", items, ink)]
        case Listing(heading, items, channel):
            boxes = [_section(ink.channel(channel) + ink.text(heading, bold=True)), _list("bullet", items, ink)]
    return [box for box in boxes if not _blank(box)]


def _span(span: Span, ink: "_Ink", *, marked: bool) -> list[Json]:
    """What was gained is bold and what was lost struck, except in a clause that is new or gone as a whole."""
    return ink.text(span.text, bold=marked and span.mark == "added", strike=marked and span.mark == "removed")


def _facts(facts: Facts, ink: "_Ink") -> list[Json]:
    row: list[Json] = []
    for fact in facts.items:
        row += ink.text("\n") if row else []
        row += ink.text(f"{fact.label}{facts.colon}", bold=True) + ink.text(fact.value)
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
    if node.get("type") == "date":
        return _date_cost(node["fallback"])
    text = node.get("text")
    return length(text) if isinstance(text, str) else sum(_weight(node.get(inside)) for inside in _INSIDE)


def _date_cost(written: str) -> int:
    """What a date costs at worst: its number, its format and what is written."""
    return len("0123456789") + len(DAY) + cost(written)


class _Ink:
    """Writes runs of text while there is room; the run that no longer fits is shortened, and nothing comes after it."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._dry = False

    def text(self, text: str, **style: bool) -> list[Json]:
        """The text; its moments as dates, each whole or as it is written. A group by its name, which calls nobody."""
        if isinstance(text, Group) and _MENTIONED.fullmatch(text.id):
            return [{"type": "usergroup", "usergroup_id": text.id}]
        kept = {name: True for name, on in style.items() if on}
        made = [self._piece(piece) for piece in (text.pieces if isinstance(text, Dated) else (text,))]
        return [one | ({"style": kept} if kept else {}) for one in made if one]

    def _piece(self, piece: str | Moment) -> Json:
        if isinstance(piece, Moment) and not self._dry and (left := self._room - _date_cost(piece.written)) >= len(CUT):
            self._room = left
            timestamp = round(piece.at.timestamp())
            return {"type": "date", "timestamp": timestamp, "format": DAY, "fallback": piece.written}
        run = self._write(clean(piece.written if isinstance(piece, Moment) else piece))
        return {"type": "text", "text": run} if run else {}

    def channel(self, channel: str) -> list[Json]:
        """The channel as Slack names and links it; nothing where this is no channel's id."""
        if not _CHANNEL.fullmatch(channel):
            return []
        return [{"type": "channel", "channel_id": channel}, *self.text(" ")]

    def link(self, link: Link) -> list[Json]:
        """The link, whole or not at all; only its label where the address is none that we link to."""
        url, label = address(link.url), " ".join(clean(link.label).split()) or clean(link.url).strip()
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
        whole = cost(text)
        run = text if whole <= self._room - len(CUT) else shorten(text, min(self._room, whole - 1))
        self._dry = run != text
        self._room -= cost(run)
        return run
