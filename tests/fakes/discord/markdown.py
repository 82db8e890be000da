"""How Discord's clients read mark-up, as a small parser: what a test must find inert is found active here.

Written from the rules that the clients are known to apply. Where it is not known whether a rule holds (block rules
inside emphasis), it holds here, so that what is inert here is inert there.
"""

import re
from collections.abc import Callable
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of what a person sees, and everything that Discord makes of it."""

    text: str
    styles: frozenset[str]


class _Rule(NamedTuple):
    style: str
    pattern: re.Pattern[str]
    inner: int | None = None
    """The group that is read again; None where the match stands for itself."""


def _compiled(*rows: tuple[str, str, int | None]) -> list[_Rule]:
    return [_Rule(style, re.compile(pattern), inner) for style, pattern, inner in rows]


_AT_START = _compiled(
    ("code", r"```[\s\S]+?```", None),
    ("heading", r" *#{1,3} +([^\n]+)", 1),
    ("subtext", r" *-# +([^\n]+)", 1),
    ("quote", r" *>>> ([\s\S]*)", 1),
    ("quote", r" *> ([^\n]*)", 1),
    ("list", r" *(?:[*+-]|\d+[.)]) +([^\n]+)", 1),
)
_INLINE = _compiled(
    ("escaped", r"\\([^0-9A-Za-z\s])", None),
    ("mention", r"@everyone|@here|<@[!&]?\d+>|<#\d+>|<id:\w+>|</[^>\n]+:\d+>", None),
    ("time", r"<t:-?\d+(?::\w)?>", None),
    ("emoji", r"<a?:\w+:\d+>|:[^\s:]+(?:::skin-tone-\d)?:", None),
    ("address", r"<[^: >\n]+:/[^ >\n]+>|<[^@\s<>]+@[^@\s<>]+>|<\+\d+>", None),
    ("address", r"(?:https?|steam)://[^\s<]+[^<.,:;\"'\]\s]", None),
    ("link", r"\[((?:\\.|[^\[\]\\])*)\]\(\s*<?((?:[^\s\\()]|\\.)*?)>?\s*\)", 1),
    ("spoiler", r"\|\|([\s\S]+?)\|\|", 1),
    ("code", r"(`+)[\s\S]*?[^`]\1(?!`)", None),
    ("strong", r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)", 1),
    ("underlined", r"__((?:\\[\s\S]|[^\\])+?)__(?!_)", 1),
    ("struck", r"~~([\s\S]+?)~~(?!_)", 1),
    ("emphasis", r"\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)", 1),
    ("emphasis", r"\b_((?:__|\\[\s\S]|[^\\_])+?)_\b", 1),
)
_PLAIN = re.compile(r"[^\\@<:\[|`*_~hs\n]+")
"""No inline rule begins with any of these."""


def read(markup: str) -> list[Piece]:
    """What a person sees of this mark-up."""
    pieces: list[Piece] = []
    _read(markup, frozenset(), pieces.append)
    return pieces


def seen(markup: str) -> str:
    """The words that a person sees."""
    return "".join(piece.text for piece in read(markup))


def styles(markup: str) -> set[str]:
    """Everything that Discord makes of it."""
    return {style for piece in read(markup) for style in piece.styles}


def _read(markup: str, outer: frozenset[str], put: Callable[[Piece], None]) -> None:
    at = 0
    while at < len(markup):
        starting = at == 0 or markup[at - 1] == "\n"
        if not starting and (plain := _PLAIN.match(markup, at)):
            put(Piece(plain[0], outer))
            at = plain.end()
            continue
        rule, match = _match(markup, at, [*(_AT_START if starting else []), *_INLINE])
        if match is None or rule is None:
            put(Piece(markup[at], outer))
            at += 1
            continue
        at = match.end()
        if rule.style == "escaped":
            put(Piece(match[1], outer))
        elif rule.inner is None:
            put(Piece(match[0], outer | {rule.style}))
        else:
            target = {f"to {match[2]}"} if rule.style == "link" else set()
            _read(match[rule.inner], outer | {rule.style} | target, put)


def _match(markup: str, at: int, rules: list[_Rule]) -> tuple[_Rule | None, re.Match[str] | None]:
    for rule in rules:
        if match := rule.pattern.match(markup, at):
            return rule, match
    return None, None
