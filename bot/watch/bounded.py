"""Pages that would take longer to parse than their size allows, made harmless before it.

Two things cost a parser of HTML the square of their number: elements inside each other, and attributes of one tag,
each of which is looked for among those before it. No page that people read comes near either bound.
"""

import re
from collections import Counter

_MANY_TAGS = 8000  # from here on nesting is looked at
_DEEPEST = 1000  # elements inside each other; browsers stop at 512
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")
_UNNESTED = frozenset(
    b"html body p li br hr img input meta link path area col dt dd option tr td th source wbr".split()
)
_NESTING_TAG = re.compile(rb"<(?!/?(?:p|li|h[1-6]|br|title|script|style)\b)[/!?a-zA-Z][^>]{0,2000}>", re.IGNORECASE)

_STEP = 8191  # bytes between the places that are looked at: prime, so that no pattern keeps step with them
_LONG_TAG = 1024  # bytes from which a tag is looked at
_MOST_ATTRIBUTES = 1000  # of one tag
_QUOTES = (b'"', b"'")
_OPENS = b"= \t\n\f\r"  # stand before a value's quotation mark, seldom before the mark that ends it
_REPEATED = frozenset({b"body", b"html"})  # the attributes of every further one are added to those of the first
_ATTRIBUTE = rb"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+)|)[\s/]*+"""
_CROWD = re.compile(rb"[\s/]*+(?:%b){%d}+" % (_ATTRIBUTE, _MOST_ATTRIBUTES))
_ATTRIBUTED = re.compile(
    rb"<!--(?:[^-]++|-(?!->))*+|<(script|style|textarea|title|xmp|iframe|noframes|noembed)\b[^<]*+(?:<(?!/\1\b)[^<]*+)*+|"
    rb"(<([a-z][^\s/>]*+)[\s/]*+)((?:%b){0,%d}+)((?:%b)*+)" % (_ATTRIBUTE, _MOST_ATTRIBUTES, _ATTRIBUTE),
    re.IGNORECASE,
)


def bounded(body: bytes) -> bytes:
    """The page (UTF-8), or one with the same text that is parsed in a time that grows with its size."""
    if _crowded(body):
        body = _thinned(body)
    return _flattened(body) if body.count(b"<") > _MANY_TAGS and _depth(body) > _DEEPEST else body


def _crowded(body: bytes) -> bool:
    """Whether one place of many looks like the inside of a tag with many attributes, or of a second body.

    Sure to see every such tag that is longer than `_STEP`, since a place inside a tag has no end of a tag before it in
    that tag but such as are quoted. Now and then it takes a script for one.
    """
    for place in range(_STEP, len(body), _STEP):
        begin = body.rfind(b"<", place - _STEP, place)
        end = body.rfind(b">", place - _STEP, place)
        long = begin > end and place - end > _LONG_TAG
        if (long or _quoted(body, end)) and _crowd(body, place):
            return True
        if begin >= 0 and body[begin + 1 : begin + 5].lower() in _REPEATED:
            return True
    return False


def _quoted(body: bytes, place: int) -> bool:
    """Whether the last mark of quotation before a place, of either kind, opens the value of an attribute."""
    lasts = (body.rfind(quote, max(place - _STEP, 0), place) for quote in _QUOTES) if place > 0 else ()
    return any(last > 0 and body[last - 1] in _OPENS for last in lasts)


def _crowd(body: bytes, place: int) -> bool:
    """Whether many attributes follow, be the place between them or inside a value in quotes of either kind."""
    starts = (place, *(body.find(quote, place, place + _STEP) + 1 for quote in _QUOTES))
    return any(start and _CROWD.match(body, start) for start in starts)


def _thinned(body: bytes) -> bytes:
    """The page without the attributes of a tag beyond the first, and without those of a second body."""
    met: set[bytes] = set()

    def thinner(match: re.Match[bytes]) -> bytes:
        _, begins, name, first, further = match.groups()
        tag = name.lower() if name else b""
        again = tag in met
        met.update(_REPEATED & {tag})
        return begins if again else begins + first if further else match.group()

    return _ATTRIBUTED.sub(thinner, body)


def _depth(body: bytes) -> int:
    """How deep elements stand inside each other, not counting those that end by themselves.

    An end closes what is open inside of it, as in browsers; one of what is not open closes nothing.
    """
    deepest = 0
    stack: list[bytes] = []
    opened: Counter[bytes] = Counter()
    for match in _TAG.finditer(body):
        closing, tag = match.group(1), match.group(2).lower()
        if tag in _UNNESTED:
            continue
        if not closing:
            stack.append(tag)
            opened[tag] += 1
            deepest = max(deepest, len(stack))
        elif opened[tag]:
            while (inner := stack.pop()) != tag:
                opened[inner] -= 1
            opened[tag] -= 1
    return deepest


def _flattened(body: bytes) -> bytes:
    """The page without anything that nests, each such tag parting paragraphs."""
    return _NESTING_TAG.sub(b"<p>", body)
