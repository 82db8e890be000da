"""What stands on a page beside the document: hidden parts, dialogs, controls, banners, and link lists around the text.

Everything here goes by what HTML and ARIA say of an element, by the words that layouts are named with, and by how much
of a block is links; nothing by whose page it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import accumulate

from selectolax.lexbor import LexborNode

from bot.watch.markup import Notes, Span, runs_on
from bot.watch.outline import Block

_UNSEEN = (
    '[hidden]:not([hidden="until-found"]), [popover], [aria-hidden="true"], [style*="display:none" i], '
    '[style*="display: none" i], [style*="visibility:hidden" i], [style*="visibility: hidden" i]'
)
_UNREAD = (
    '.sr-only, .visually-hidden, .visuallyhidden, .screen-reader-text, .screen-reader-only, [role="dialog"], '
    '[role="alertdialog"], [aria-modal="true"], [role="navigation"], [role="search"], [role="tooltip"], [role="status"]'
)
_TIP = '[class*="tooltip" i] > [class*="tooltip" i], [class*="popover" i] > [class*="popover" i]'
_AROUND = 'footer, [role="banner"], [role="contentinfo"], [role="complementary"]'
_PANELS = frozenset({"tabpanel", "region"})
_CHOICE = 'button:not([aria-expanded]):not([aria-controls]), input[type="radio"]'
_LONGEST_QUESTION = 240  # characters of a box that only asks something
_MOSTLY = 0.6  # share of links from which a block is a list of links
_PROSE = 80  # characters of a block that is surely text
_NEARLY_ALL = 0.9  # share of a page's prose that the element of its document holds
_CONTENTS = re.compile(r"[^\W\d]+(?:[^\w.]+[^\W\d]+){0,4}\W*")  # "In this article": five words at most, no figures
_RUN = 3  # link blocks in a row that make a list
_MAIL = re.compile(r"\S@\S+\.\w")
_MOST = 300  # elements of one kind that are looked at closely; no page that is read by people has more
_OBFUSCATED = '[data-cfemail], a[href*="/cdn-cgi/l/email-protection#"]'
_INSIDE = 'a[href^="#"]'
_HEX = re.compile(r"(?:[0-9a-f]{2}){4,160}$", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:ago|just now|yesterday|today)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}:\d{2}\b|\b(?=[0-9a-f-]*\d)(?=[0-9a-f-]*[a-f])[0-9a-f-]{12,}\b")
_COPYRIGHT = re.compile(r"^\W*(?:©|\(c\)|copyright\b)|all rights reserved\.?$", re.IGNORECASE)


def hidden(body: LexborNode) -> frozenset[int]:
    """The parts that nobody sees: hidden ones, except panels that a control on the page opens, unless amid a sentence.

    Where these hold more text than all the rest (a page of closed accordions), they are the document and stay.
    """
    nodes = body.css(_UNSEEN)
    if not nodes:
        return frozenset()
    opened = {name for node in body.css("[aria-controls]") for name in (node.attributes["aria-controls"] or "").split()}
    nodes = [
        node for node in nodes if runs_on(node) or not (node.id in opened or node.attributes.get("role") in _PANELS)
    ]
    prose = sum(len(text.text()) for node in nodes[:_MOST] for text in node.css("p, li"))
    if prose and prose > sum(len(node.text()) for node in body.css("p, li")) // 2:
        return frozenset()
    return frozenset(node.mem_id for node in nodes)


def visible_marks(part: LexborNode) -> Iterator[str]:
    """What decides the text of a part, as far as a glance tells: its text, what is hidden, mail addresses, links."""
    yield part.text(separator="\x1f")
    for node in part.css(f"{_UNSEEN}, {_UNREAD}")[:_MOST]:
        yield "\x1e" + node.text()
    for node in part.css(_OBFUSCATED)[:_MOST]:
        yield "\x1d" + _mail(node)
    yield f"\x1c{len(part.css(_INSIDE))}"


def notes_on(part: LexborNode, *, skipped: Set[int] = frozenset(), whole: bool = True) -> Notes:
    """What to know before walking `part`. `whole`: it was declared to be the document, with all that stands in it."""
    unread = {node.mem_id for node in part.css(_UNREAD)}
    kept = {part.mem_id}
    if whole:
        unread |= hidden(part)
        kept |= {node.mem_id for node in part.css("aside")}
    else:
        unread |= {node.mem_id for node in part.css(_AROUND)} | _small_controls(part) | _forms(part)
    unread |= {node.mem_id for node in part.css(_TIP)[:_MOST] if _behind_text(node)}
    unread |= {node.mem_id for node in part.css("time")[:_MOST] if _RELATIVE.search(node.text())}
    bold = {n.mem_id for n in part.css('[style*="font-weight"]') if _BOLD_STYLE.search(n.attributes["style"] or "")}
    instead = {node.mem_id: mail for node in part.css(_OBFUSCATED) if (mail := _mail(node))}
    return Notes((skipped | unread) - {part.mem_id}, kept, bold, instead)


def trimmed(found: Sequence[Block]) -> list[Block]:
    """The blocks without the lists of links around the text, and without lists that only point into the page itself."""
    listed = [_is_links(block) for block in found]
    inside = _tables_of_contents(found, listed)
    start = next((place for place, links in enumerate(listed) if not links), 0)
    end = _last(found, listed)
    return [block for place, block in enumerate(found) if start <= place < end and place not in inside]


def core(found: Sequence[Block], spans: Iterable[Span]) -> list[Block]:
    """The blocks of the element that holds the document, with the title and dates that stand above it.

    It is the smallest element with nearly all prose of the page, and then each larger one as long as what it adds is
    mostly prose too: a policy may stand in several boxes beside each other.
    """
    sizes = list(accumulate((len(block.text) for block in found), initial=0))
    prose = list(accumulate((_prose(block) for block in found), initial=0))
    best: Span | None = None
    for span in spans:  # inner ones come before those around them
        inside = prose[span.end] - prose[span.start]
        if best is None:
            best = span if inside >= _NEARLY_ALL * prose[-1] else None
        elif span.start <= best.start and span.end >= best.end:
            more = inside - (prose[best.end] - prose[best.start])
            added = sizes[span.end] - sizes[span.start] - (sizes[best.end] - sizes[best.start])
            if more * 2 < added:
                break
            best = span
    if best is None:
        return list(found)
    held = list(found[best.start : best.end])
    titles = [place for place in range(best.start) if found[place].level == 1]
    if not titles or any(block.level == 1 for block in held):
        return held
    return [*(block for block in found[titles[-1] : best.start] if not _is_links(block)), *held]


def _prose(block: Block) -> int:
    """Characters of a block that is surely text: long enough, no link, no copyright line."""
    text = block.text
    if len(text) < _PROSE or _is_links(block) or (len(text) <= 2 * _PROSE and _COPYRIGHT.search(text)):
        return 0
    return len(text)


def _is_links(block: Block) -> bool:
    """Whether a block is links and little else. A mail address is something that the document says."""
    text = block.text
    if block.linked < _MOSTLY * len(text) or block.kind == "row":
        return False
    return len(text) > 2 * _PROSE or not _MAIL.search(text)


def _tables_of_contents(found: Sequence[Block], listed: Sequence[bool]) -> set[int]:
    """Places of blocks in runs of links into the page itself, and of the few words that may stand over a run."""
    places: set[int] = set()
    start = 0
    for place in range(len(found) + 1):
        if place < len(found) and listed[place] and not found[place].away:
            continue
        if place - start >= _RUN:
            heads = (
                start > 0
                and found[start - 1].level != 1
                and _CONTENTS.fullmatch(found[start - 1].text[:80]) is not None
            )
            places.update(range(start - heads, place))
        start = place + 1
    return places


def _last(found: Sequence[Block], listed: Sequence[bool]) -> int:
    """Where the text ends: before the links, copyright lines and clocks at the end, and the heading left over each."""
    end = len(found)
    while end:
        last = found[end - 1]
        left_over = last.kind == "heading" and end < len(found) and found[end].kind != "heading"
        if not (listed[end - 1] or left_over or _is_imprint(last)):
            break
        end -= 1
    return end or len(found)


def _is_imprint(block: Block) -> bool:
    """Whether a block is a copyright line, or says when and for which request the page was made."""
    text = block.text
    return len(text) <= 2 * _PROSE and (_CLOCK.search(text) or _COPYRIGHT.search(text)) is not None


def _small_controls(part: LexborNode) -> set[int]:
    """Boxes around a question and the buttons that answer it ("Was this helpful? Yes No")."""
    found: set[int] = set()
    for control in part.css(_CHOICE)[:_MOST]:
        box = control.parent
        while box is not None and box.mem_id != part.mem_id and len(box.text()) <= _LONGEST_QUESTION:
            choices = sum(choice.tag != "button" or not runs_on(choice) for choice in box.css(_CHOICE))
            if choices > 1 and box.css_first("h1, h2, summary, p + p") is None:
                found.add(box.mem_id)
            box = box.parent
    return found


def _forms(part: LexborNode) -> set[int]:
    """Forms to be filled in: newsletters, searches, cookie preferences. One around most of the text is only a frame."""
    forms = part.css("form:has(input:not([type=hidden]))")
    whole = len(part.text()) if forms else 0
    return {form.mem_id for form in forms[:_MOST] if len(form.text()) * 4 <= whole}


def _behind_text(tip: LexborNode) -> bool:
    """Whether an element stands behind what it is about: a text, or an element with one."""
    before = tip.prev
    while before is not None and (before.is_comment_node or before.is_empty_text_node):
        before = before.prev
    return before is not None and bool(before.text().strip() or before.is_text_node)


def _mail(node: LexborNode) -> str:
    """The address behind Cloudflare's obfuscation: hex digits XORed with the first byte, which each visit changes."""
    code = node.attributes.get("data-cfemail") or (node.attributes.get("href") or "").rpartition("#")[2]
    if not code or not _HEX.match(code):
        return ""
    key, *letters = bytes.fromhex(code)
    return bytes(letter ^ key for letter in letters).decode("utf-8", "replace").partition("?")[0]
