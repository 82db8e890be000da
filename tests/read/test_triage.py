import pytest

from bot.model.platform import Catalogue, Platform
from bot.read.topics import Rules
from bot.read.triage import named, triage

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


SHORT = Catalogue(
    CATALOGUE.platforms["q"].model_copy(update={"id": id_, "name": name, "aliases": aliases})
    for id_, name, aliases in (("x", "X (Chirper)", ["chirp"]), ("sonoria", "Sonoria", []), ("nn", "NN", []))
)


@pytest.mark.parametrize(
    "text",
    [
        "X changed its terms",
        "I read it on X.",
        "On X, nobody reads them",
        "Meta, X and others",
        "Is X training AI?",
        "leaving X after the owner's post",
        "X's new terms",
        "Rivals say that Chirper's X is worse",
        "Auf X stand das auch",
        "Sur X aussi",
        "En X también",
        "Xが規約を変更した",
        "Did you see what Chirper did?",
        "chirp has new terms",
        "Chirp has new terms",
        "X (Chirper)",
    ],
)
def test_a_short_name_that_stands_by_itself(text: str) -> None:
    """Among other words, wherever in a sentence, in any of our languages; and either half of a double name."""
    assert named(text, SHORT) == ("x",)


@pytest.mark.parametrize(
    "text",
    [
        *("X", "X.", "X!", "x"),
        *("my iPhone X is old", "Malcolm X spoke", "OS X is gone", "Windows 10 X is out", "cut it 2 X 4"),
        *("generation X grew up", "la génération X", "Variable X fehlt", "la opción X"),
        *("X-ray", "The X-Files", "w/X", "f(X) = 2", "[X] done", "#X", "@X hi", "file.X is", "X=1", "SpaceX launched"),
        *("NNs are models", "the WNN", "chirping birds"),
    ],
)
def test_a_letter_is_no_name(text: str) -> None:
    """Alone, as the end of another name, as what tells things apart, or inside of a word."""
    assert named(text, SHORT) == ()


def test_names_stand_between_japanese_signs() -> None:
    """Where words are not set apart by spaces."""
    assert named("今日、Sonoriaの規約とXの規約が変わった", SHORT) == ("sonoria", "x")


def test_topics_come_first_of_all_from_training(rules: Rules) -> None:
    """A headline about training names that topic first."""
    assert triage("Sonoria will train AI models on your content", "", CATALOGUE, rules).topics[0] == "ai_training"
