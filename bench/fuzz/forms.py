"""How the fuzzers write documents down: bytes that a person can read, and that a mutator can cut anywhere.

A line is a clause: "## " and text a heading, "-- " an item two lists deep, "| " a row, all else a paragraph. "= " gives
the title. A form feed ends the document before, and begins the one after.
"""

from bot.model.version import Clause, ClauseKind, Version

PART = "\f"
_DEEPEST = 12  # headings and lists inside each other


def text_of(data: bytes) -> str:
    """The text of some bytes; what is no UTF-8 becomes lone surrogates, which JSON and broken decoders let through."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def bytes_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def pair_of(data: bytes) -> tuple[Version, Version]:
    before, _, after = text_of(data).partition(PART)
    return version_of(before), version_of(after)


def version_of(text: str) -> Version:
    title = ""
    path: list[str] = []
    leads: list[str] = []
    clauses: list[Clause] = []
    for line in text.split("\n"):
        mark, depth, said = _parted(line)
        if mark == "=":
            title = said
        elif mark == "#":
            del path[depth - 1 :]
            clauses.append(Clause(said, tuple(path), (), "heading"))
            path.append(said)
        elif line:
            if mark == "-":
                leads = leads[:depth] or [clauses[-1].text if clauses else ""]
            kind: ClauseKind = "item" if mark == "-" else "row" if mark == "|" else "paragraph"
            clauses.append(Clause(said, tuple(path), tuple(leads) if kind == "item" else (), kind))
            leads = [*leads, said] if kind == "item" else [said]
    return Version(tuple(clauses), "fuzz/1", title=title)


def _parted(line: str) -> tuple[str, int, str]:
    marks, space, said = line.partition(" ")
    if space and len(marks) <= _DEEPEST and marks and set(marks) in ({"#"}, {"-"}, {"|"}, {"="}):
        return marks[0], len(marks), said
    return "", 0, line
