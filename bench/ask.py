"""Time of looking for words in a platform's texts, beside a floor measured in the same run.

The floor goes through all clauses and tells whether each holds the words as they were typed: what can be done without
an index, and neither knows endings nor ranks or marks. Texts are made up, 700 kB in all; the words are those of the
texts, one to three at a time, common ones among them.

    python bench/ask.py
"""

import random
import statistics
import time
from collections.abc import Callable, Sequence

from bot.ask.search import Index, Text
from bot.model.version import Clause, Version

SIZE, SHOWN, QUESTIONS = 700_000, 5, 2_000
SYLLABLES = ["con", "tra", "li", "cen", "se", "mo", "del", "pri", "va", "ter", "mi", "us", "ag", "ree", "per", "so"]


def words(rng: random.Random) -> tuple[list[str], list[float]]:
    """A vocabulary of made-up words, with how often each is used (Zipf's law)."""
    made = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(6_000)]
    return made, [1 / (rank + 3) for rank in range(len(made))]


def document(vocabulary: tuple[list[str], list[float]], rng: random.Random) -> Version:
    clauses, length = [], 0
    while length < SIZE:
        text = " ".join(rng.choices(*vocabulary, k=rng.randint(5, 90))).capitalize() + "."
        length += len(text)
        clauses.append(Clause(text))
    return Version(tuple(clauses), "bench/1")


def taken(work: Callable[[Sequence[str]], object], questions: Sequence[Sequence[str]]) -> list[float]:
    """Milliseconds of each."""
    times = []
    for question in questions:
        start = time.perf_counter()
        work(question)
        times.append(1000 * (time.perf_counter() - start))
    return times


def main() -> None:
    rng = random.Random(7)
    vocabulary = words(rng)
    version = document(vocabulary, rng)
    lower = [clause.text.casefold() for clause in version.clauses]
    start = time.perf_counter()
    index = Index([Text("terms", version)])
    built = 1000 * (time.perf_counter() - start)
    questions = [rng.choices(*vocabulary, k=rng.randint(1, 3)) for _ in range(QUESTIONS)]
    rows = {
        "floor: go through all": taken(lambda q: [t for t in lower if all(w in t for w in q)], questions),
        "find": taken(lambda q: index.search(q, SHOWN), questions),
    }
    print(f"{len(lower)} clauses, {sum(map(len, lower)) // 1000} kB; index built in {built:.0f} ms")
    print(f"{'':>22}{'median':>12}{'99th':>12}")
    for name, times in rows.items():
        print(f"{name:>22}{statistics.median(times):>9.2f} ms{statistics.quantiles(times, n=100)[98]:>9.2f} ms")


if __name__ == "__main__":
    main()
