"""Which way a rewording moves what is said of training, and sentences that lean on the one before."""

from datetime import UTC, datetime

import pytest

from bot.model.change import Assessment
from bot.model.topic import Direction, Topic
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.topics import Rules
from bot.watch.archive import read_markdown

TERMS = """# Terms of Use

These terms are an agreement between you and Tunegarden about the service.

## Your uploads

Your uploads remain yours. You let us store and stream them for the service.

{clause}

## Leaving

You may close your account at any time, and we remove your uploads within a month.
"""
PROMISE = "We do not use your uploads to train our models."
PERMISSION = "We may use your uploads to train our models."


def reworded(was: str, now: str, rules: Rules) -> Assessment:
    """What is made of one clause that became another in short terms."""
    before, after = read_markdown(TERMS.format(clause=was)), read_markdown(TERMS.format(clause=now))
    context = Context("Tunegarden", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    return assess(compare(before, after), before, after, context, rules)


@pytest.mark.parametrize(
    ("was", "now", "way"),
    [
        (PROMISE, "By default, we do not use your uploads to train our models.", Direction.EXPANDED),
        (PROMISE, "We do not use your private uploads to train our models.", Direction.EXPANDED),
        (PROMISE, "We do not use your uploads to train our models without informing you.", Direction.EXPANDED),
        (f"{PROMISE} Our vendors are bound not to do so either.", PROMISE, Direction.EXPANDED),
        (PERMISSION, "We may use your uploads and messages to train our models.", Direction.EXPANDED),
        (PERMISSION, "We may use your uploads to train our models only if you agree.", Direction.RESTRICTED),
        (PERMISSION, "We may use your uploads to train our models unless you object.", Direction.OPTOUT_ADDED),
        (PERMISSION, f"{PERMISSION} You may switch this off in your settings.", Direction.OPTOUT_ADDED),
        (f"{PERMISSION} You can refuse this at any time.", PERMISSION, Direction.OPTOUT_REMOVED),
        (PERMISSION, PROMISE, Direction.RESTRICTED),
        (
            "Unless you are on a Studio or School plan, we may use your uploads to train our models.",
            "Unless you are on a Studio plan, we may use your uploads to train our models.",
            Direction.EXPANDED,
        ),
        (
            "We may use your uploads, your messages and your voice recordings to train our models.",
            "We may use your uploads and your messages to train our models.",
            Direction.RESTRICTED,
        ),
        (
            f"{PERMISSION} You can opt out in your settings.",
            "We may use your uploads to train our models, even if you have opted out.",
            Direction.OPTOUT_REMOVED,
        ),
        (
            PERMISSION,
            f"{PERMISSION} You can opt out in your settings. It does not affect models that have already been trained.",
            Direction.OPTOUT_ADDED,
        ),
        ("You can opt out of training of models on your uploads.", "", Direction.OPTOUT_REMOVED),
        (
            f"{PERMISSION} This helps us to find songs. The permission covers private uploads as well.",
            f"{PERMISSION} This helps us to find songs.",
            Direction.RESTRICTED,
        ),
        (
            f"{PERMISSION}\n\nIt makes the search better.",
            f"{PERMISSION}\n\nIt makes the search better.\n\nA member may ask us to leave uploads out.",
            Direction.OPTOUT_ADDED,
        ),
        (
            "We may use aggregated data about your uploads to train our models.",
            "We may use data about your uploads to train our models.",
            Direction.EXPANDED,
        ),
        (
            "We may use your uploads to train our models unless you object.",
            "We may use your uploads to train our models only if you have expressly agreed.",
            Direction.RESTRICTED,
        ),
        (
            "We train our models with:\n\n* public songs;\n* lyrics in diaries;",
            "We train our models with:\n\n* public songs;",
            Direction.RESTRICTED,
        ),
        (
            f"{PERMISSION} You can opt out.",
            f"{PERMISSION} If you do not want this, close your account.",
            Direction.OPTOUT_REMOVED,
        ),
        (
            "We use the answers of learners aged 18 and over to train our models.",
            "We use the answers of learners aged 13 and over to train our models.",
            Direction.EXPANDED,
        ),
        (
            "We use the location history and photos of our users to train our models.",
            "We use only anonymised data, from which all faces have been removed, to train our models.",
            Direction.RESTRICTED,
        ),
        (
            "We and our affiliates, licensees and business partners may use public uploads to train our models.",
            "We and our affiliates may use public uploads to train our models.",
            Direction.RESTRICTED,
        ),
        (
            f"{PERMISSION} Schools and parents may request that a student's work is left out.",
            PERMISSION,
            Direction.OPTOUT_REMOVED,
        ),
        (
            "Members in the European Union can opt out of training on their uploads.",
            "Members can opt out of training on their uploads.",
            Direction.OPTOUT_ADDED,
        ),
    ],
)
def test_a_rewording_moves_a_promise_or_a_permission(was: str, now: str, way: Direction, rules: Rules) -> None:
    """Less of a promise or more of a permission is expanded; a condition restricts; a refusal comes or goes."""
    found = reworded(was, now, rules)
    assert found.verdict == "announce", found.notes
    assert (found.findings[0].topic, found.findings[0].direction) == (Topic.AI_TRAINING, way), found.notes


@pytest.mark.parametrize(
    "sentence",
    [
        "You can opt out of personalised ads in your settings.",
        "You may cancel it at any time.",
        "Our agents are trained to use AI tools with care.",
        "You can turn your photos into a slide show within seconds using AI.",
        "Decisions to remove a post may be made by AI systems alone.",
        "Fine-tune image models on your own data in minutes.",
        "You can put your data into the model of your choice.",
        "We translate your text into English with AI.",
        "Upload photos into our AI studio and get portraits.",
        "Text is put into the translation engine to show it in your language.",
        "We allow AI-generated uploads only where they are labelled.",
    ],
)
def test_a_neighbour_about_something_else_is_not_training(sentence: str, rules: Rules) -> None:
    """A choice about advertising, an end of a plan or the training of staff says nothing of training on work."""
    found = reworded(PERMISSION, f"{PERMISSION} {sentence}", rules)
    assert all(finding.topic is not Topic.AI_TRAINING for finding in found.findings), found.notes


def test_a_row_that_says_no_is_a_promise(rules: Rules) -> None:
    """What stands in the cells of a row answers what its first cell names."""
    table = "| Use | Free | Studio |\n| --- | --- | --- |\n| Training of our AI models on your uploads | {0} | {0} |"
    found = reworded("", table.format("No"), rules)
    assert found.findings[0].direction is Direction.CLARIFIED_NOT_USED, found.notes
    assert reworded("", table.format("Yes"), rules).findings[0].direction is Direction.INTRODUCED
