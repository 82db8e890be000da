"""Pages that would take longer to parse than their size allows, made harmless before it.

Three things cost a parser of HTML the square of their number: elements inside each other, attributes of one tag, each
of which is looked for among those before it, and names of tags and attributes that are not of HTML, each of which is
looked for in a table of fixed size. No page that people read comes near these bounds.
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
_NEAR = 4096  # bytes of a tag in which its names are looked at
_LONG_TAG = 1024  # bytes from which a tag is looked at
_MOST_ATTRIBUTES = 1000  # of one tag
_QUOTES = (b'"', b"'")
_OPENS = b"= \t\n\f\r"  # stand before a value's quotation mark, seldom before the mark that ends it
_REPEATED = frozenset({b"body", b"html"})  # the attributes of every further one are added to those of the first
_ATTRIBUTE = rb"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+)|)[\s/]*+"""
_CROWD = re.compile(rb"[\s/]*+(?:%b){%d}+" % (_ATTRIBUTE, _MOST_ATTRIBUTES))
_ATTRIBUTED = re.compile(
    rb"<!--(?:[^-]++|-(?!->))*+|"
    rb"(<(?:(script|style|textarea|title|xmp|iframe|noframes|noembed)(?=[\s/>])|(/?[a-z][^\s/>]*+))[\s/]*+)"
    rb"((?:%b){0,%d}+)((?:%b)*+)(?(2)([^<]*+(?:<(?!/\2\b)[^<]*+)*+)|())" % (_ATTRIBUTE, _MOST_ATTRIBUTES, _ATTRIBUTE),
    re.IGNORECASE,
)
_NAME = re.compile(rb"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+)|([^\s"'/>=<]++)""")  # or a value, which has none
_BEGUN = re.compile(rb"</?[a-z][^\s/>]*+[\s/]*+(?:%b)*+(?:>|\Z)" % _ATTRIBUTE, re.IGNORECASE)  # as far as it is seen
_LARGE = 200_000  # bytes from which a page may hold enough names to matter
_PLACES = 1024  # of a large page, that are looked at for its names
_MANY_BRING = 96  # tags there that bring a new name, where pages that people read have 50
_MOST_NAMES = 5_000  # of tags and attributes


def bounded(body: bytes) -> bytes:
    """The page (UTF-8), or one with the same text that is parsed in a time that grows with its size."""
    if _crowded(body) or (len(body) > _LARGE and _named(body)):
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


def _named(body: bytes) -> bool:
    """Whether many tags, of some from all over the page, bring a name of a tag or attribute that was not met before.

    Names are counted by the tags that bring them, so that those of HTML around them do not outweigh made-up ones.
    """
    met: set[bytes] = set()
    bringing = 0
    for place in range(0, len(body), len(body) // _PLACES):
        begins = (body.rfind(b"<", max(place - 2 * _STEP, 0), place), body.find(b"<", place, place + _STEP))
        tags = (_BEGUN.match(body, begin, begin + _NEAR) for begin in begins if begin >= 0)
        if tag := next(filter(None, tags), None):
            names = set(filter(None, _NAME.findall(tag.group())))
            bringing += not names <= met
            met |= names
    return bringing > _MANY_BRING


def _thinned(body: bytes) -> bytes:
    """The page without the attributes of a tag beyond the first, those of a second body, and names beyond many."""
    repeated: set[bytes] = set()
    names: set[bytes] = set()

    def thinner(match: re.Match[bytes]) -> bytes:
        begins, raw, tag, first, further, content, _ = match.groups()
        if not begins:
            return match.group()
        name = (raw or tag).lower()
        if name in repeated:
            return begins
        repeated.update(_REPEATED & {name})
        own = {name, *_NAME.findall(first)}
        if len(names) > _MOST_NAMES and not names >= own:
            return b"</x " if name[:1] == b"/" else b"<x "
        names.update(own)
        return begins + first + (content or b"") if further else match.group()

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
