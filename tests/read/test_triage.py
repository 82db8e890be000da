import pytest

from bot.model.platform import Catalogue, Platform
from bot.read.topics import Rules
from bot.read.triage import triage

CATALOGUE = Catalogue(
    Platform.model_validate(
        {
            "id": name.lower(),
            "name": name,
            "categories": ["music"],
            "homepage": "https://one.example",
            "documents": [{"id": "terms", "type": "Terms of Service", "url": "https://one.example/terms"}],
        }
    )
    for name in ("Sonoria", "Pixelhaus", "Q")
)


@pytest.mark.parametrize(
    "title",
    [
        "Sonoria quietly changes its terms to allow AI training on uploads",
        "Sonoria bans AI-generated music",
        "Pixelhaus updates privacy policy to share user data with advertisers",
        "Sonoria will soon train its AI on your songs",
        "Pixelhaus faces backlash after adding an AI clause to its terms of service",
        "Pixelhaus raises its minimum age and limits who may sell",
    ],
)
def test_policy_news(rules: Rules, title: str) -> None:
    """A platform that changes, permits or forbids something in its policies is news."""
    found = triage(title, "", CATALOGUE, rules)
    assert found.policy_change, found.score
    assert len(found.platforms) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Judge dismisses lawsuit against Sonoria",
        "Pixelhaus acquires a startup for synthetic voices",
        "Why I'm leaving Sonoria",
        "Review: the new Pixelhaus camera",
        "Sonoria lays out its concert season",
    ],
)
def test_other_news(rules: Rules, title: str) -> None:
    """Lawsuits, deals, opinions and launches are not."""
    assert not triage(title, "", CATALOGUE, rules).policy_change


def test_short_names_need_their_capitals(rules: Rules) -> None:
    """A platform of one letter is found as a capital of its own, not inside words."""
    assert triage("Q updates its terms", "", CATALOGUE, rules).platforms == ("q",)
    assert triage("A q. and a. about quotas", "", CATALOGUE, rules).platforms == ()


def test_topics_come_first_of_all_from_training(rules: Rules) -> None:
    """A headline about training names that topic first."""
    assert triage("Sonoria will train AI models on your content", "", CATALOGUE, rules).topics[0] == "ai_training"
