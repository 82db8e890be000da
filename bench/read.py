"""CPU time of reading a change: guard, compare and assess, beside a floor measured in the same run.

The floor splits every clause of both versions into sentences and hashes each once: what any reader has to do.
Texts are made up: the length of the median document watched (33 kB) and of the largest (944 kB); twelve sentences are
reworded, four added and four removed, which is a large change. Where the labelled pairs of real versions are at hand
(`../shared/corpus`), the time of all of them follows, from files to verdicts.

    python bench/read.py
"""

import gc
import json
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bench.fuzz.growth import forget
from bot.__main__ import YOUNG
from bot.catalogue import load_rules
from bot.model.version import Clause, Version
from bot.pairs import Pair, judge, read_version
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.guard import doubt
from bot.read.sentences import digest, split
from bot.read.topics import Rules

ROOT = Path(__file__).parents[1]
CONFIG = ROOT / "config"
CORPUS = ROOT / "../shared/corpus"
CONTEXT = Context("Sonoria", ("Sonoria Music",), "Terms of Service", datetime(2026, 11, 1, tzinfo=UTC))
EDITS = 12
SIZES = {"median": 33_000, "largest": 944_000}
SUBJECTS = ["You", "We", "Sonoria", "Our partners", "Each member", "A subscriber", "The arbitrator", "Your guardian"]
VERBS = ["may use", "will not share", "must keep", "can remove", "agrees to pay", "shall disclose", "may not scrape"]
OBJECTS = [
    "your recordings", "the personal data", "a monthly fee", "any uploaded track", "the account", "payment details",
    "a notice of infringement", "location data", "the catalogue", "messages you send", "profile pictures",
]  # fmt: skip
TAILS = [
    "for as long as the law of your country asks for it", "when a listener reports it", "in order to run the service",
    "unless you have opted out in your settings", "with service providers that act for us", "within thirty days",
    "to improve recommendations", "as described in the section on payouts", "at no cost to you", "before the tour ends",
]  # fmt: skip


def document(size: int, rng: random.Random) -> list[list[str]]:
    """Paragraphs of sentences, `size` characters in all."""
    paragraphs, length = [], 0
    while length < size:
        paragraph = [sentence(rng) for _ in range(rng.randint(1, 5))]
        length += sum(map(len, paragraph))
        paragraphs.append(paragraph)
    return paragraphs


def sentence(rng: random.Random) -> str:
    words = " ".join(rng.choice(row) for row in (SUBJECTS, VERBS, OBJECTS, TAILS))
    return f"{words}, case {rng.randint(1, 10**6)} of the {rng.choice(OBJECTS)}."


def edited(paragraphs: list[list[str]], rng: random.Random) -> list[list[str]]:
    out = [list(p) for p in paragraphs]
    longer = [p for p in out if len(p) > 2]
    for paragraph in rng.sample(longer, EDITS):
        paragraph[1] = paragraph[1].replace(", case", " or of your label, case")
    for paragraph in rng.sample(longer, EDITS // 3):
        paragraph.append(sentence(rng))
        del paragraph[0]
    return out


def version(paragraphs: list[list[str]]) -> Version:
    clauses = []
    heading = "Introduction"
    for paragraph in paragraphs:
        if len(paragraph) == 1:
            heading = f"On {paragraph[0][-28:-1]}"
            clauses.append(Clause(heading, kind="heading"))
        clauses.append(Clause(" ".join(paragraph), path=(heading,)))
    return Version(tuple(clauses), "bench/1")


def best(work: Callable[[], object], times: int) -> float:
    """Median milliseconds of CPU, each time with every cache of ours empty."""
    taken = []
    for _ in range(times):
        forget()
        start = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - start))
    return statistics.median(taken)


def floor(before: Version, after: Version) -> int:
    return len({digest(s) for v in (before, after) for c in v.clauses for s in split(c.text)})


def read(before: Version, after: Version, rules: Rules) -> object:
    doubt(before, after)
    return assess(compare(before, after), before, after, CONTEXT, rules)


def labelled() -> list[Pair]:
    """The pairs of the corpus, none where it is not at hand."""
    labels = CORPUS / "labels.jsonl"
    rows = map(json.loads, labels.read_text("utf-8").splitlines()) if labels.is_file() else ()
    return [
        Pair(
            row["id"],
            CORPUS / row["before"],
            CORPUS / row["after"],
            row["platform"],
            row["document"],
            datetime.fromisoformat(row["observed_at"]),
        )
        for row in rows
    ]


def show_pairs(rules: Rules) -> None:
    pairs = labelled()
    if not pairs:
        print(f"\nno labelled pairs in {CORPUS}: passed over")
        return
    versions = [(read_version(pair.before), read_version(pair.after)) for pair in pairs]
    jobs: dict[str, Callable[[], object]] = {
        "floor: split and hash": lambda: [floor(*both) for both in versions],
        "read the files": lambda: [(read_version(pair.before), read_version(pair.after)) for pair in pairs],
        "files to verdicts": lambda: [judge(pair, rules) for pair in pairs],
    }
    print(f"\n{'':>22}{f'{len(pairs)} pairs':>20}")
    for name, job in jobs.items():
        print(f"{name:>22}{best(job, 1) / 1000:>17.1f} s ")


def main() -> None:
    gc.set_threshold(YOUNG)
    rules = load_rules(CONFIG)
    print(f"{'':>22}" + "".join(f"{name + f' {size // 1000} kB':>20}" for name, size in SIZES.items()))
    rows: dict[str, list[float]] = {}
    for size in SIZES.values():
        rng = random.Random(7)
        paragraphs = document(size, rng)
        before, after = version(paragraphs), version(edited(paragraphs, rng))
        edits = compare(before, after)
        doubt(before, after)
        jobs: dict[str, Callable[[], object]] = {
            "floor: split and hash": partial(floor, before, after),
            "guard": partial(doubt, before, after),
            "compare": partial(compare, before, after),
            "assess": partial(assess, edits, before, after, CONTEXT, rules),
            "all three": partial(read, before, after, rules),
        }
        for name, job in jobs.items():
            rows.setdefault(name, []).append(best(job, 9 if size < 100_000 else 3))
    for name, figures in rows.items():
        print(f"{name:>22}" + "".join(f"{f:>17.1f} ms" for f in figures))
    show_pairs(rules)


if __name__ == "__main__":
    main()
