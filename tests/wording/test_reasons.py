"""Why a document is not read or not believed, in words for everyone."""

import re
from pathlib import Path

import pytest

from bot.wording import reasons
from bot.wording.language import Language, Languages

ROOT = Path(__file__).resolve().parents[2] / "bot"
UNREAD = {
    reason
    for path in sorted((ROOT / "watch").glob("*.py"))
    if path.name not in {"feed.py", "entries.py"}
    for reason in re.findall(r'SourceError\(\s*f?"([^"]+)"', path.read_text("utf-8"))
}
GUARD = (ROOT / "read" / "guard.py").read_text("utf-8")
DOUBTED = {
    *re.findall(r'Doubt\((?:said or )?f?"([^"]+)"', GUARD),
    *re.findall(r'^        "([^"]+)": ', GUARD.partition("reasons = {")[2].partition("}")[0], re.MULTILINE),
    *(
        f"{kind} page"
        for kind in re.findall(r'^    "(\w+)": """', (ROOT / "read" / "messages.py").read_text("utf-8"), re.MULTILINE)
    ),
}


def test_reasons_are_known() -> None:
    """The stages' own words are found where they stand."""
    assert {"timeout", "status {answer.status}", "no browser"} <= UNREAD
    assert {"login page", "the end is missing", "only {ratio:.0%} of the text is left", "empty page"} <= DOUBTED


@pytest.mark.parametrize("reason", sorted(UNREAD))
def test_why_it_cannot_be_read(reason: str, english: Language) -> None:
    """Every reason that reading gives has words of its own."""
    assert reasons.unread(reason, english) not in {reasons.unread("something new", english), ""}


@pytest.mark.parametrize("reason", sorted(DOUBTED))
def test_why_it_is_doubted(reason: str, english: Language) -> None:
    """Every doubt has words of its own."""
    assert reasons.doubted(reason, english) not in {reasons.doubted("something new", english), ""}


def test_reasons_in_the_readers_language(languages: Languages) -> None:
    """What stopped the bot is said as the reader would say it; what is not known yet is in the log."""
    german = languages.best("de")
    assert reasons.unread("status 403", german) == "die Website antwortet mit Fehler 403"
    assert reasons.doubted("login page", german) == "die Website verlangt eine Anmeldung"
    assert reasons.unread("something new", german) == "der Grund steht im Protokoll des Bots"
