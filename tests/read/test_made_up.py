"""How often made-up changes are read as a careful reader would: floors just below what we reach.

`made_up.jsonl` holds one step a row, with what a reader would say of it and `why`, the point of language it turns on.
`made_up_indirect.jsonl` holds steps on training in words that never name it plainly: half of those are found, and
nothing is found that is not there. `made_up_english_fresh.jsonl` holds more of both kinds; `made_up_english_real.jsonl`
and its second to twelfth hold steps as platforms word them, a third of them noise, of the sixth, seventh and ninth
nearly all on training;
`made_up_training.jsonl` holds the many ways in which terms on training change, each direction as often as another;
`made_up_languages.jsonl`, `made_up_languages_fresh.jsonl` and `made_up_languages_third.jsonl` hold steps in German,
French, Spanish and Japanese.
"""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.model.change import Assessment
from bot.model.topic import Topic
from bot.model.version import fold
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.topics import Rules
from bot.watch.archive import read_markdown

HERE = Path(__file__).parent
AT_LEAST_INDIRECT = {
    "news told": 0.97,
    "training right": 1.0,
    "training found": 0.45,
    "direction": 0.38,
    "quote": 0.85,
    "verbatim": 1.0,
    "no date": 0.97,
}
AT_LEAST_LANGUAGES = {
    "news told": 0.97,
    "topic right": 0.94,
    "topic found": 0.93,
    "training right": 0.94,
    "training found": 0.9,
    "direction": 0.85,
    "quote": 0.97,
    "verbatim": 1.0,
    "date": 0.8,
    "no date": 0.98,
    "noise silent": 0.93,
}
FRESH_LANGUAGES = {"news told": 0.97, "topic found": 0.86, "topic right": 0.91, "direction": 0.85, "quote": 0.9}
THIRD_LANGUAGES = {
    "news told": 0.98,
    "topic found": 0.93,
    "topic right": 0.97,
    "training right": 0.97,
    "training found": 0.97,
    "direction": 0.94,
    "severity": 0.86,
    "date": 0.94,
    "noise silent": 0.8,
}
AT_LEAST_REAL = {
    "news told": 1.0,
    "topic right": 0.83,
    "topic found": 0.92,
    "training right": 1.0,
    "training found": 0.96,
    "direction": 0.84,
    "severity": 0.9,
    "quote": 0.95,
    "verbatim": 1.0,
    "date": 0.8,
    "no date": 1.0,
    "noise silent": 0.54,
}
SECOND = {
    "topic found": 0.88,
    "training found": 0.86,
    "direction": 0.7,
    "severity": 0.83,
    "quote": 0.93,
    "verbatim": 0.98,
}
THIRD = {
    "topic found": 0.84,
    "topic right": 0.85,
    "training found": 0.77,
    "direction": 0.77,
    "severity": 0.86,
    "date": 1.0,
    "noise silent": 0.76,
}
FOURTH = {
    "topic found": 0.64,
    "topic right": 0.82,
    "training found": 0.5,
    "direction": 0.5,
    "severity": 0.78,
    "date": 0.9,
    "noise silent": 0.63,
}
FIFTH = {
    "topic found": 0.9,
    "topic right": 0.88,
    "training found": 0.9,
    "direction": 0.85,
    "severity": 0.85,
    "verbatim": 0.99,
    "date": 1.0,
    "noise silent": 0.78,
}
SIXTH = {
    "topic found": 0.86,
    "topic right": 0.8,
    "training found": 0.87,
    "direction": 0.78,
    "severity": 0.82,
    "date": 0.9,
    "noise silent": 0.66,
}
SEVENTH = {
    "news told": 0.98,
    "topic found": 0.84,
    "topic right": 0.86,
    "training found": 0.94,
    "direction": 0.84,
    "severity": 0.88,
    "quote": 0.92,
    "noise silent": 0.48,
}
OF_TRAINING = {"training right", "training found", "direction"}
EIGHTH = {"topic found": 0.79, "topic right": 0.82, "severity": 1.0, "quote": 0.92, "date": 0.95, "noise silent": 0.79}
NINTH = {
    "topic found": 0.95,
    "topic right": 0.84,
    "training found": 0.96,
    "direction": 0.92,
    "quote": 0.94,
    "date": 0.9,
    "noise silent": 0.48,
}
TENTH = {
    "topic found": 0.94,
    "topic right": 0.87,
    "training found": 0.97,
    "direction": 0.92,
    "severity": 0.89,
    "date": 1.0,
    "noise silent": 0.82,
}
ELEVENTH = {
    "topic found": 0.93,
    "topic right": 0.86,
    "training found": 0.96,
    "direction": 0.86,
    "severity": 0.9,
    "date": 0.95,
    "noise silent": 0.53,
}
TWELFTH = {
    "news told": 0.99,
    "topic found": 0.83,
    "topic right": 0.9,
    "training found": 0.91,
    "direction": 0.79,
    "severity": 0.66,
    "quote": 0.94,
    "date": 0.78,
    "noise silent": 0.53,
}
AT_LEAST_TRAINING = {
    "news told": 0.98,
    "training right": 1.0,
    "training found": 0.8,
    "direction": 0.77,
    "severity": 0.83,
    "quote": 0.88,
    "verbatim": 1.0,
    "date": 0.9,
    "no date": 1.0,
}
AT_LEAST = {
    "news told": 0.97,
    "topic right": 0.92,
    "topic found": 0.91,
    "training right": 0.97,
    "training found": 0.92,
    "direction": 0.91,
    "severity": 0.91,
    "quote": 0.97,
    "verbatim": 1.0,
    "date": 0.97,
    "no date": 0.97,
    "noise silent": 0.92,
}


def shares(rows: Path, rules: Rules) -> dict[str, float]:
    """For each figure, the share of cases that came out as a reader would have it."""
    good: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for line in rows.read_text("utf-8").splitlines():
        row = json.loads(line)
        for name, right in judged(row, read(row, rules)):
            cases[name] += 1
            good[name] += right
    return {name: good[name] / count for name, count in cases.items()}


def read(row: Mapping[str, Any], rules: Rules) -> Assessment:
    """What is made of the row's step."""
    before, after = read_markdown(row["before"]), read_markdown(row["after"])
    if before.fingerprint == after.fingerprint:
        return Assessment("quiet", "the same text")
    context = Context(row["platform"], (), row["document"], datetime.fromisoformat(row["observed_at"]))
    return assess(compare(before, after), before, after, context, rules)


def judged(row: Mapping[str, Any], found: Assessment) -> list[tuple[str, bool]]:
    """Each figure that the row counts for, and whether it came out right."""
    told = found.verdict == "announce"
    if row["kind"] == "noise":
        return [("noise silent", not told)]
    topics = {str(finding.topic) for finding in found.findings} if told else set()
    must, may = set(row["topics"]), set(row["topics_may"])
    shown = list(dict.fromkeys(finding.quote for finding in found.findings))[:3]
    rows = [("news told", told), ("severity", found.severity in row["severities"])]
    rows += [("topic right", topic in must | may) for topic in topics]
    rows += [("topic found", topic in topics) for topic in must]
    rows += [("training right", Topic.AI_TRAINING in must | may)] * (Topic.AI_TRAINING in topics)
    rows += [("training found", Topic.AI_TRAINING in topics)] * (Topic.AI_TRAINING in must)
    rows += [("verbatim", plain(f.quote) in plain(row[f.side])) for f in found.findings]
    if row["direction"]:
        first = next((f.direction for f in found.findings if f.topic is Topic.AI_TRAINING), None)
        rows.append(("direction", first in row["direction"]))
    if row["quote"]:
        rows.append(("quote", any(plain(row["quote"]) in plain(q) or plain(q) in plain(row["quote"]) for q in shown)))
    date = found.effective.isoformat() if found.effective else None
    rows.append(("date" if row["effective"] else "no date", date == row["effective"]))
    return rows


def plain(text: str) -> str:
    """Letters and digits alone."""
    return "".join(filter(str.isalnum, fold(text).casefold()))


@pytest.mark.parametrize(
    ("name", "floors"),
    [
        ("made_up.jsonl", AT_LEAST),
        ("made_up_indirect.jsonl", AT_LEAST_INDIRECT),
        (
            "made_up_english_fresh.jsonl",
            AT_LEAST_INDIRECT | {"training found": 0.6, "direction": 0.6, "noise silent": 0.7},
        ),
        ("made_up_english_real.jsonl", AT_LEAST_REAL),
        ("made_up_english_real_second.jsonl", AT_LEAST_REAL | SECOND),
        ("made_up_english_third.jsonl", AT_LEAST_REAL | THIRD),
        ("made_up_english_fourth.jsonl", AT_LEAST_REAL | FOURTH),
        ("made_up_english_fifth.jsonl", AT_LEAST_REAL | FIFTH),
        ("made_up_english_sixth.jsonl", AT_LEAST_REAL | SIXTH),
        ("made_up_english_seventh.jsonl", AT_LEAST_REAL | SEVENTH),
        (
            "made_up_english_eighth.jsonl",
            {k: v for k, v in (AT_LEAST_REAL | EIGHTH).items() if k not in OF_TRAINING},
        ),
        ("made_up_english_ninth.jsonl", AT_LEAST_REAL | NINTH),
        ("made_up_english_tenth.jsonl", AT_LEAST_REAL | TENTH),
        ("made_up_english_eleventh.jsonl", AT_LEAST_REAL | ELEVENTH),
        ("made_up_english_twelfth.jsonl", AT_LEAST_REAL | TWELFTH),
        ("made_up_training.jsonl", AT_LEAST_TRAINING),
        ("made_up_languages.jsonl", AT_LEAST_LANGUAGES),
        ("made_up_languages_fresh.jsonl", AT_LEAST_LANGUAGES | FRESH_LANGUAGES),
        ("made_up_languages_third.jsonl", AT_LEAST_LANGUAGES | THIRD_LANGUAGES),
    ],
)
def test_made_up_changes_are_read_as_a_reader_would(rules: Rules, name: str, floors: Mapping[str, float]) -> None:
    """Each figure stays above its floor."""
    reached = shares(HERE / name, rules)
    assert not {figure: reached[figure] for figure, floor in floors.items() if reached[figure] < floor}
