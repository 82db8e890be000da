"""Scores the labelled corpus, where it is at hand, as `eval/score.py` does; the floors lie just below what we reach."""

import importlib.util
import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.guard import doubt
from bot.read.topics import Rules
from bot.watch.archive import read_markdown

SHARED = Path(__file__).parents[2] / ".." / "shared"
LABELS = SHARED / "corpus" / "labels.jsonl"
AT_LEAST = {
    "substantive_announced": 0.97,
    "major_or_critical_announced": 1.0,
    "topics_f1": 0.87,
    "ai_training_f1": 0.95,
    "ai_direction_right": 0.92,
    "severity_as_a_reader": 0.78,
    "key_quote_shown": 0.89,
    "quotes_verbatim": 1.0,
    "effective_date_right": 0.96,
    "no_date_made_up": 0.97,
}
AT_MOST = {"noise_announced": 0.03}

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not LABELS.exists(), reason="the labelled corpus is not beside the repository (../shared)"),
]


def scorer() -> Any:
    """The scorer that judges us."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec
    assert spec.loader
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.plain = cache(module.plain)  # it asks anew for the whole text with every quote
    return module


def row(label: Mapping[str, Any], rules: Rules) -> dict[str, object]:
    """What `clausebell compare --pairs` prints of a pair."""
    before, after = (
        read_markdown((LABELS.parent / label[side]).read_text("utf-8", "replace")) for side in ("before", "after")
    )
    context = Context(label["platform"], (), label["document"], datetime.fromisoformat(label["observed_at"]))
    found = assess(compare(before, after), before, after, context, rules)
    return {
        "id": label["id"],
        "verdict": "suspect" if doubt(before, after) else found.verdict,
        "severity": found.severity,
        "findings": [
            {"topic": f.topic, "direction": f.direction, "quote": f.quote, "side": f.side} for f in found.findings
        ],
        "effective_date": found.effective and found.effective.isoformat(),
    }


def test_labelled_changes(rules: Rules) -> None:
    """On the labelled changes of all platforms, the figures do not fall below what was reached."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    figures, _ = scorer().score(labels, [row(label, rules) for label in labels], LABELS.parent)
    shares = {name: value["share"] if isinstance(value, dict) else value for name, value in figures.items()}
    low = {name: shares[name] for name, floor in AT_LEAST.items() if shares[name] < floor}
    high = {name: shares[name] for name, ceiling in AT_MOST.items() if shares[name] > ceiling}
    assert not low | high
