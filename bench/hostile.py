"""How the time of reading grows on hostile input: from a size to four times that size, beside a floor.

A line says what the input is, the milliseconds at both sizes, their ratio (four is linear), and how many times longer
the larger takes than the floor, which folds the same text and hashes its words.
"""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.fuzz.growth import BEYOND, TIMES, seconds
from bot.catalogue import load_rules
from bot.model.version import Clause, Snapshot, Version, fingerprint
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.guard import doubt
from bot.read.marks import marks
from bot.read.sentences import digest
from bot.watch.archive import read_markdown
from bot.watch.page import read_page

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CONTEXT = Context("Sonoria", (), "Terms of Service", NOON)
RULES = load_rules(Path(__file__).parents[1] / "config")
BASE = (Clause("You may upload songs, and we host them."), Clause("Effective: May 4, 2026"))
LINE, MARKDOWN, PAGE, CLAUSES = 50_000, 500_000, 300_000, 750
ROUNDS = 2

LINES = {
    "letters": "a",
    "at signs": "a@",
    "brackets": "[](",
    "dots": "a.",
    "dates": "May 4, 2026 ",
    "bans": "You may not train AI models on our data; ",
    "parts": "(a) we may share your data with partners (b) ",
    "surrogates": "\ud800",
    "no full stop": "we may use your content to train ai ",
}
MARKS = ["[", "](a", "> * ", "- ", "# " + " " * 1000, "*", "a | ", "\\", "<"]
PAGES = {
    "one line": "word ",
    "deep": "<div>",
    "deep lists": "<ul><li>x",
    "deep tables": "<table><tr><td>a<td>b",
    "tags without end": "<a ",
    "buttons": "<div><button>x</button>",
    "hidden": "word<div hidden><p>x",
    "addresses": "a@",
    "joiners": "\u200d",
    "shadow trees": "<x-a><template shadowrootmode=open><p>x</p></template></x-a>",
    "own elements": "<x-a>x</x-a>",
    "broken entities": "&#xD800;&nosuch;&#",
}
ATTRIBUTES = {
    "attributes": "x{} ",
    "attributes with ends": "x{}='>' ",
    "attributes of bodies": "x{}><body ",
    "names": "><x{}></x{}",
    "names among others": "><x{}></x{}><b class=b id=c dir=d></b",
}

Job = Callable[[], object]


def read(line: str) -> None:
    before, after = Version(BASE, "t"), Version((*BASE, Clause(line)), "t")
    doubt(before, after)
    assess(compare(before, after), before, after, CONTEXT, RULES)
    half = len(line) // 2
    changed = Version((*BASE, Clause(f"{line[:half]} not {line[half:]}")), "t")
    assess(compare(after, changed), after, changed, CONTEXT, RULES)
    marks(line, line + " more")


def serve(text: str) -> Version:
    return read_page(Snapshot("https://sonoria.example/terms", NOON, f"<p>word{text}</p>".encode()))


def rewritten(count: int) -> tuple[Version, Version]:
    """Two versions without a clause in common."""
    chance = random.Random(3)
    words = [f"w{n}" for n in range(4000)]
    first, second = ([Clause(" ".join(chance.choices(words, k=25))) for _ in range(count)] for _ in range(2))
    return Version(tuple(first), "t"), Version(tuple(second), "t")


def jobs() -> Iterator[tuple[str, Callable[[int], tuple[Job, str]]]]:
    """What each line is called, and from a factor of size the work to time and the text that it reads."""

    def over(work: Callable[[str], object], part: str, size: int) -> Callable[[int], tuple[Job, str]]:
        def of(times: int) -> tuple[Job, str]:
            text = part * (times * size // len(part))
            return (lambda: work(text)), text

        return of

    for name, part in LINES.items():
        yield f"line of {name}", over(read, part, LINE)
    for part in MARKS:
        yield f"Markdown of {part.strip()!r}", over(read_markdown, part, MARKDOWN)
    for name, part in PAGES.items():
        yield f"page: {name}", over(serve, part, PAGE)

    for name, form in ATTRIBUTES.items():
        yield f"page: {name}", over_counted(form)

    def anew(times: int) -> tuple[Job, str]:
        before, after = rewritten(times * CLAUSES)
        return (lambda: compare(before, after)), before.text + after.text

    yield "rewritten document", anew


def over_counted(form: str) -> Callable[[int], tuple[Job, str]]:
    """The same with parts that are told apart by a number, inside one tag."""

    def of(times: int) -> tuple[Job, str]:
        text = "<body " + "".join(form.format(n, n) for n in range(times * PAGE // (len(form) + 3))) + ">"
        return (lambda: serve(text)), text

    return of


def floor(text: str) -> float:
    return seconds(lambda: (digest(text), fingerprint((Clause(text),))), ROUNDS)


def main() -> None:
    read("What is loaded at its first use is loaded now.")
    print(f"{'':>30}{'ms at 1':>12}{f'ms at {TIMES}':>12}{'ratio':>8}{'× floor':>10}")
    for name, of in jobs():
        work, _ = of(1)
        once = seconds(work, ROUNDS)
        work, text = of(TIMES)
        more = seconds(work, ROUNDS)
        ratio = more / once
        beyond = "  beyond linear" if ratio >= BEYOND else ""
        print(f"{name:>30}{1000 * once:>12.1f}{1000 * more:>12.1f}{ratio:>8.1f}{more / floor(text):>10.1f}{beyond}")


if __name__ == "__main__":
    main()
