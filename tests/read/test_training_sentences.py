"""Sentences about training as platforms word them, made up: each told as what it is when it is added to terms."""

from datetime import UTC, datetime

import pytest

from bot.model.change import Assessment
from bot.model.topic import Direction, Severity, Topic
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


def added(clause: str, rules: Rules) -> Assessment:
    """What is made of this clause, new in short terms."""
    before, after = read_markdown(TERMS.format(clause="")), read_markdown(TERMS.format(clause=clause))
    context = Context("Tunegarden", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    return assess(compare(before, after), before, after, context, rules)


@pytest.mark.parametrize(
    "clause",
    [
        "You explicitly agree that your uploads may be used to inform, train and develop artificial intelligence.",
        "You acknowledge and agree that Tunegarden may use your recordings to train machine learning models.",
        "Your uploads may serve as input to artificial intelligence technologies.",
        "By posting, you allow us to use what you post for the development of our AI.",
        "We may share your artwork with third parties who train large language models.",
        "We use content that members make public to improve our generative models.",
        "You grant us and our affiliates a licence to your works, including for training AI systems.",
        "Tunegarden and its partners are entitled to analyse your songs in order to teach their algorithms.",
        "Publicly available posts can be included in datasets with which our models are trained.",
        "We may also license your content to other companies for the training of their artificial intelligence.",
    ],
)
def test_a_permission_to_train_is_introduced(clause: str, rules: Rules) -> None:
    """A clause that lets the platform, or those it shares with, train on people's work is critical news."""
    found = added(clause, rules)
    assert found.verdict == "announce"
    assert found.findings[0].topic is Topic.AI_TRAINING
    assert found.findings[0].direction is Direction.INTRODUCED
    assert found.severity is Severity.CRITICAL
    assert found.findings[0].quote == clause


@pytest.mark.parametrize(
    "clause",
    [
        "We do not use your uploads to train artificial intelligence.",
        "Your recordings will never be used for the training of generative models.",
        "Tunegarden does not allow anyone to train AI models on your work.",
        "None of your content is used to develop machine learning systems.",
        "We will not use your uploads to train models unless you give us your express consent.",
    ],
)
def test_a_promise_not_to_train_is_told_as_one(clause: str, rules: Rules) -> None:
    """A clause by which the platform says that it does not train, where nothing was permitted before."""
    found = added(clause, rules)
    assert found.verdict == "announce"
    assert found.findings[0].topic is Topic.AI_TRAINING
    assert found.findings[0].direction in {Direction.CLARIFIED_NOT_USED, Direction.RESTRICTED}
    assert found.severity is not Severity.CRITICAL


@pytest.mark.parametrize(
    "clause",
    [
        "You may not use Tunegarden's content to train artificial intelligence.",
        "You must not scrape the service in order to develop machine learning models.",
        "You agree not to use output of the service to train a competing model.",
        "It is forbidden to use robots or to collect data for the training of language models.",
        "Our moderators are trained to recognise harmful content.",
        "We train our staff in handling your personal data.",
    ],
)
def test_what_others_may_not_do_is_not_training_on_your_work(clause: str, rules: Rules) -> None:
    """A ban on scrapers or on users training, and the training of people, are no AI training on people's work."""
    found = added(clause, rules)
    assert Topic.AI_TRAINING not in {finding.topic for finding in found.findings}
