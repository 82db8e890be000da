"""A made-up platform and a change of its terms."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.model.change import Change, Finding
from bot.model.guidance import OptOut
from bot.model.platform import Platform
from bot.model.topic import Direction, Severity, Topic
from bot.model.version import DocumentKey
from bot.wording.language import Language, Languages


def _introduced(quote: str) -> Finding:
    return Finding(Topic.AI_TRAINING, quote, direction=Direction.INTRODUCED)


@pytest.fixture(scope="session")
def english(languages: Languages) -> Language:
    """The language in which the tests read."""
    return languages.best("en")


@pytest.fixture
def tunegarden() -> Platform:
    """A platform on which one can object, and which exempts some."""
    return Platform.model_validate(
        {
            "id": "tunegarden",
            "name": "Tunegarden",
            "categories": ["music"],
            "homepage": "https://tunegarden.example",
            "documents": [
                {"id": "terms", "type": "Terms of Service", "url": "https://tunegarden.example/terms"},
                {"id": "privacy", "type": "Privacy Policy", "url": "https://tunegarden.example/privacy"},
            ],
            "ai_training": {
                "own_models": "opt_out",
                "scope": "Covers tunes, not comments.",
                "exempt": "Tunes of members of a guild.",
                "basis": "terms",
                "as_of": "2024-01-31",
            },
            "opt_out": {
                "kind": "account_toggle",
                "available": "yes",
                "steps": ["Open the settings.", 'Turn "Learn from my tunes" off.'],
                "url": "https://tunegarden.example/settings",
                "deadline": "2024-05-01",
                "caveats": "Comments are not covered.",
                "as_of": "2024-02-20",
            },
            "statements": [
                {"who": "the head gardener", "when": "2023-11", "claim": "We never trained on tunes."},
                {"who": "the owner", "when": "2024-01-05", "claim": "We may one day."},
            ],
        }
    )


@pytest.fixture
def opt_out(tunegarden: Platform) -> Callable[..., Platform]:
    """Makes the platform with another way to opt out."""

    def make(**changes: Any) -> Platform:
        written = OptOut.model_validate({"as_of": "2024-02-20", **changes})
        return tunegarden.model_copy(update={"opt_out": written})

    return make


@pytest.fixture
def change() -> Callable[..., Change]:
    """Makes a change that introduces AI training, with some fields replaced."""
    made = Change(
        id="0123456789abcdef",
        document=DocumentKey("tunegarden", "terms"),
        document_type="Terms of Service",
        url="https://tunegarden.example/terms",
        observed_at=datetime(2024, 2, 12, 9, 30, tzinfo=UTC),
        severity=Severity.CRITICAL,
        findings=(_introduced("Tunes that you share may inform and train artificial intelligence."),),
        edits=(),
        effective=date(2024, 3, 1),
        dated=date(2024, 2, 10),
    )
    return lambda **changes: replace(made, **changes)
