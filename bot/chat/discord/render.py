"""Draws a message for Discord: as an embed, or as plain text where embeds are not permitted.

Pure. Every string is escaped once, in `markup`. Limits: Discord's developer documentation, "Embed Limits" and "Create
Message". Quotations are block quotes: what was gained is bold and underlined, what was lost is struck; a clause that
is new as a whole, and labelled so, is left unmarked to be read. Facts are lines in their place: as fields of an embed
they would stand below everything else, and on a phone take two lines each. What is too long is shortened at a word
with "…", the longest parts first; parts that found no room are counted ("… +2").
"""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote, urlsplit

import discord

from bot.chat.discord.markup import MORE, Block, Line, Style, block, clean, draw, fit, level, shorten
from bot.model.change import Mark
from bot.model.message import Facts, Link, Listing, Message, Paragraph, Part, Quotation, Steps, Tone
from bot.model.topic import Severity

TITLE, DESCRIPTION, FOOTER, AUTHOR, TOTAL = 256, 4096, 2048, 256, 6000
CONTENT = 2000
ADDRESS = 2048

_FOOTER_ROOM, _LINKS_ROOM = 400, 900
_LEAST = 120
"""A part is not cut below this; rather, the last ones are left out and counted."""
_GAP = "\n\n"
_SAFE = "/:?#@!$&'*+,;=%~-._"
_STYLE: dict[Mark, Style] = {"same": "plain", "added": "added", "removed": "removed"}
_BY_SEVERITY = {Severity.CRITICAL: 0xD93025, Severity.MAJOR: 0xE8871E, Severity.MINOR: 0x3B82C4}
_BY_TONE: dict[Tone, int] = {
    "change": 0x6B7280,
    "news": 0x7C5CBF,
    "answer": 0x6B7280,
    "done": 0x2E9E5B,
    "error": 0xD93025,
}


def embed(message: Message) -> discord.Embed:
    """The message as an embed within every limit. A headline too long for a title begins the description, whole."""
    headline = block(clean(message.headline))
    title = fit(headline, TITLE) or MORE
    above = [headline] if len(draw(headline)) > TITLE else []
    author = shorten(message.title, AUTHOR)
    footer = shorten(message.footer, min(FOOTER, _FOOTER_ROOM))
    used = len(title) + len(author) + len(footer)
    drawn = discord.Embed(
        title=title,
        url=next((address for link in message.links if (address := _address(link))), None),
        description=_description(above, message, min(DESCRIPTION, TOTAL - used)),
        colour=colour(message),
    )
    if author:
        drawn.set_author(name=author)
    if footer:
        drawn.set_footer(text=footer)
    return drawn


def text(message: Message, room: int = CONTENT) -> str:
    """The message as plain text of at most `room` characters, for where embeds are not permitted."""
    above = Line.of([(message.title, "label")])
    headline = Line.of([(message.headline, "strong")])
    footer = Line.of([(message.footer, "label")])
    head = tuple(line for line in (above, headline) if line.spans)
    first = fit(head, room // 3)
    last = _joined([_links(message.links, room // 4), fit((footer,), room // 8) if footer.spans else ""], "\n")
    body = _body(_blocks(message.parts), room - len(first) - len(last) - 2 * len(_GAP))
    return _joined([first, body, last]) or MORE


def colour(message: Message) -> int:
    """By how much it matters; else by what it is."""
    return _BY_SEVERITY.get(message.severity, _BY_TONE[message.tone])


def _description(above: Sequence[Block], message: Message, room: int) -> str:
    """What stands below the title: blocks, and last the links."""
    links = _links(message.links, _LINKS_ROOM)
    blocks = [*above, *_blocks(message.parts)]
    return _joined([_body(blocks, room - len(links) - len(_GAP)), links])


def _body(blocks: Sequence[Block], room: int) -> str:
    """The blocks in `room` characters, and how many found none."""
    full = [len(draw(each)) + len(_GAP) for each in blocks]
    kept = len(blocks)
    room -= len(f"{_GAP}{MORE} +{kept}")
    while kept > 1 and sum(full[:kept]) > room and level(full[:kept], room) < _LEAST:
        kept -= 1
    share = level(full[:kept], room) - len(_GAP)
    drawn = [fit(each, share) for each in blocks[:kept]]
    unseen = len(blocks) - sum(map(bool, drawn))
    return _joined([*drawn, f"{MORE} +{unseen}" if unseen else ""])


def _blocks(parts: Iterable[Part]) -> list[Block]:
    """Every part that says something."""
    return [lines for part in parts if (lines := _block(part))]


def _block(part: Part) -> Block:
    match part:
        case Paragraph():
            return block(part.text, "strong" if part.strong else "plain")
        case Quotation():
            return _quotation(part)
        case Steps():
            return _listed(part.heading, [(item, f"{n}. ") for n, item in enumerate(part.items, 1)])
        case Listing():
            channel = f"<#{part.channel}> " if part.channel.isdecimal() else ""
            return _listed(part.heading, [(item, "- ") for item in part.items], channel)
        case Facts():
            return tuple(_fact_lines(part))


def _quotation(part: Quotation) -> Block:
    marks = {span.mark for span in part.spans if span.text.strip()}
    new = marks == {"added"} and bool(clean(part.label))
    words = Line.of([(span.text, "plain" if new else _STYLE[span.mark]) for span in part.spans], "> ")
    label = Line.of([(part.label, "label")])
    return tuple(line for line in (label, words) if line.spans) if words.spans else ()


def _listed(heading: str, items: Iterable[tuple[str, str]], channel: str = "") -> Block:
    lines = [Line.of([(heading, "strong")], channel), *(Line.of([(item, "plain")], prefix) for item, prefix in items)]
    return tuple(line for line in lines if line.spans)


def _fact_lines(facts: Facts) -> Iterator[Line]:
    colon = facts.colon
    return (Line.of([(fact.label, "strong"), (colon, "plain"), (fact.value, "plain")]) for fact in facts.items)


def _links(links: Iterable[Link], room: int) -> str:
    """The links in one line; those that find no room are counted."""
    drawn = [_link(link) for link in links]
    kept = len(drawn)
    while kept and len(_joined([*drawn[:kept], MORE + " +99"], " · ")) > room:
        kept -= 1
    unseen = len(drawn) - kept
    return _joined([*drawn[:kept], f"{MORE} +{unseen}" if unseen else ""], " · ")


def _link(link: Link) -> str:
    """A masked link; the label alone where the address is not one."""
    address = _address(link)
    label = clean(link.label).translate(str.maketrans("[]", "()"))
    shown = draw(block(label or (urlsplit(address).hostname if address else None) or MORE))
    return f"[{shown}]({address})" if address else shown


def _address(link: Link) -> str | None:
    """The address with everything percent-encoded that would end it early; None where it is not http(s)."""
    address = quote(clean(link.url), safe=_SAFE)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    usable = parts.scheme in {"http", "https"} and parts.hostname and len(address) <= ADDRESS
    return address if usable else None


def _joined(pieces: Iterable[str], gap: str = _GAP) -> str:
    return gap.join(piece for piece in pieces if piece)
