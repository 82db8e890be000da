"""Why a document cannot be read, or is doubted, in people's words: those of the stages that find it are for the log."""

from collections.abc import Mapping

from bot.wording.language import Language

_UNREAD: Mapping[str, str] = {
    "status": "status",
    "timeout": "slow",
    "dns": "unreachable",
    "tls": "unreachable",
    "connection": "unreachable",
    "redirects": "unreachable",
    "too large": "large",
    "empty": "empty",
    "not readable": "kind",
    "pdf": "pdf",
    "address refused": "own",
    "no browser": "own",
    "selector": "own",
}
"""By the beginning of a `SourceError.reason`."""
_DOUBTED: Mapping[str, str] = {
    "challenge": "challenge",
    "login": "login",
    "consent": "consent",
    "error": "error",
    "maintenance": "error",
    "the version before held an error": "error",
    "empty": "part",
    "only": "part",
    "the end is missing": "part",
    "the beginning is missing": "part",
    "the version before was cut short": "part",
    "the version before was empty": "part",
    "texts of links are missing": "part",
    "the version before lacked texts of links": "part",
    "a template": "garbled",
    "the version before was a template": "garbled",
    "letters": "garbled",
    "text in another language": "language",
    "the version before was in another language": "language",
    "another regional edition": "region",
    "an earlier edition": "earlier",
    "another document": "another",
    "almost nothing": "another",
}
"""By the beginning of a `Doubt.reason`."""


def unread(reason: str, language: Language) -> str:
    """Why a document cannot be read."""
    kind = _kind(reason, _UNREAD)
    if kind == "status":
        return language.say("site-answers", code=reason.rsplit(maxsplit=1)[-1])
    return language.say(f"unread-{kind}")


def doubted(reason: str, language: Language) -> str:
    """Why what was read may not be the document."""
    return language.say(f"doubt-{_kind(reason, _DOUBTED)}")


def _kind(reason: str, known: Mapping[str, str]) -> str:
    return next((kind for beginning, kind in known.items() if reason.startswith(beginning)), "other")
