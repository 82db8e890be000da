"""Sentences about training as platforms word them, made up: each told as what it is when it is added to terms.

`training.jsonl` holds such sentences with what a reader would say of them, and others that speak of machines and mean
no training; `training_real.jsonl` holds more in the manner of large platforms, `training_indirect.jsonl` such as never
say it plainly.
"""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.model.change import Assessment
from bot.model.topic import Direction, Severity, Topic
from bot.model.version import Clause, Version
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.frames import Stance, Training
from bot.read.speakers import Speakers
from bot.read.standing import Standing
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
        "We use your uploads to teach our software to draw.",
        "We analyse your uploads to develop systems that recognise and compose music.",
        "We do not sell your uploads, we use them to make our models more helpful.",
        "You can read in our guide how your uploads may be used to improve our models.",
        "You grant us a licence to reproduce your content, including for text and data mining.",
        "We shall not use your content other than to run the service and to train our models.",
        "Our assistants improve by further training on the uploads of our members.",
        "Our mastering tools also learn from the archive, so they get better with every song that you add.",
        "Your uploads also help us train tools that recommend titles and covers.",
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


@pytest.mark.parametrize(
    "clause",
    [
        "By default, we do not train on any uploads or prompts of our business customers.",
        "We will not engage in training with recordings of your chats.",
        "We do not hand your songs to music machines to learn from, nor may anybody else.",
    ],
)
def test_what_is_trained_on_may_be_all_that_is_said(clause: str, rules: Rules) -> None:
    """Training "on" or "with" people's work is training, though no model is named, and can be promised not to be."""
    found = added(clause, rules)
    assert found.findings[0].topic is Topic.AI_TRAINING
    assert found.findings[0].direction is Direction.CLARIFIED_NOT_USED


@pytest.mark.parametrize(
    "clause",
    [
        "We may offer features that incorporate AI and help you create images for your shop.",
        "(iv) Models can err, and (v) data used to train models may be of poor quality. You bear the risks of use.",
        "While we are not required to do so, we may review your uploads to provide and develop the service.",
        "Our assistants use speech recognition to write down what you say.",
        "We use your data to build features that make it easy to find songs.",
        "Learn more in our help pages about how we choose the songs that you see.",
    ],
)
def test_use_of_machines_is_no_training(clause: str, rules: Rules) -> None:
    """Machines that people are offered, and what is said of models in general, are not training on people's work."""
    assert all(finding.topic is not Topic.AI_TRAINING for finding in added(clause, rules).findings)


def test_a_heading_says_what_is_improved_by(rules: Rules) -> None:
    """Data used "to improve the service" under a heading on machine learning is used to train."""
    use = "We may use your data to provide and improve the service."
    assert added(f"Machine Learning for Product Improvement. {use}", rules).findings[0].topic is Topic.AI_TRAINING
    assert all(f.topic is not Topic.AI_TRAINING for f in added(f"AI-enhanced search. {use}", rules).findings)


def test_what_people_bring_is_known_by_its_defined_name(rules: Rules) -> None:
    """A name that the terms define for uploads stands for them in all other sentences."""
    defined = TERMS.replace("Your uploads remain yours.", 'You keep the loops that you upload ("Sparks").')
    before, after = (
        read_markdown(defined.format(clause=clause)) for clause in ("", "We license Sparks in corpora to AI firms.")
    )
    context = Context("Tunegarden", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    found = assess(compare(before, after), before, after, context, rules)
    assert found.findings[0].topic is Topic.AI_TRAINING


@pytest.mark.parametrize(
    ("name", "floors"),
    [
        (
            "training.jsonl",
            {"allows": 0.88, "denies": 0.8, "controls": 0.8, "bans_others": 0.91, "none": 1.0},
        ),
        (
            "training_real.jsonl",
            {"allows": 0.86, "denies": 0.8, "controls": 0.77, "bans_others": 0.92, "none": 0.97},
        ),
        (
            "training_indirect.jsonl",
            {"allows": 0.45, "denies": 0.55, "controls": 0.2, "bans_others": 0.8, "none": 0.95},
        ),
    ],
)
def test_sentences_are_read_as_a_reader_would(rules: Rules, name: str, floors: Mapping[str, float]) -> None:
    """Of each kind of sentence the share that is read rightly stays above its floor."""
    good: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines():
        row = json.loads(line)
        cases[row["stance"]] += 1
        good[row["stance"]] += _read_rightly(row["stance"], _frames(row, rules))
    assert not {kind: good[kind] / cases[kind] for kind, floor in floors.items() if good[kind] < floor * cases[kind]}


def _frames(row: Mapping[str, Any], rules: Rules) -> list[Training]:
    """What is read in a sentence that stands under a heading and a lead-in."""
    lead = (row["lead"],) if row["lead"] else ()
    path = (row["heading"],) if row["heading"] else ()
    version = Version((Clause(row["text"], path=path, lead=lead, kind="item" if lead else "paragraph"),), "test/1")
    speakers = Speakers(version, (row["platform"],), rules.lexicon)
    return [frame for frame, _ in Standing(version, version, speakers, rules, "en").after]


def _read_rightly(kind: str, frames: list[Training]) -> bool:
    stances = {frame.stance for frame in frames}
    if kind == "controls":
        return Stance.CONTROLS in stances or any(frame.lets_refuse or frame.asks for frame in frames)
    said = {"allows": Stance.ALLOWS, "denies": Stance.DENIES}.get(kind)
    return said in stances if said else stances <= {Stance.BANS_OTHERS}
