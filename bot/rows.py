"""JSON Lines: files, row by row, with every mistake at its file and line; and rows on standard output."""

import errno
import json
import lzma
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import ClausebellError, ConfigurationError, Mistake
from bot.model.change import Finding

Row = TypeVar("Row")

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EPIPE}
"""What keeps standard output from taking more."""


def emit(row: dict[str, Any]) -> None:
    """Print a row."""
    print(json.dumps(row, ensure_ascii=False), flush=True)  # noqa: T201 (what the command line is asked for)


@contextmanager
def printing() -> Iterator[None]:
    """All that is printed meanwhile is written, or a `ClausebellError` says why it is not: a full disk, say."""
    try:
        try:
            yield
        finally:
            if sys.stdout:  # there is none where it was closed
                sys.stdout.flush()
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        # What is left would be tried again when the process ends, and fail once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        remedy = "Give the command again with its output where there is room."
        raise ClausebellError(f"The output is not whole: {error.strerror}.", remedy=remedy) from error


def finding_row(finding: Finding) -> dict[str, Any]:
    """A finding as JSON."""
    return {
        "topic": str(finding.topic),
        "direction": str(finding.direction) if finding.direction else None,
        "quote": finding.quote,
        "side": finding.side,
        "back": finding.back,
    }


def read_rows(path: Path, parse: Callable[[int, dict[str, Any]], Row], needs: str) -> Iterator[Row]:
    """What `parse` makes of each row and its index; `.xz` is unpacked, empty lines are passed over.

    Raises `ConfigurationError` naming the file, and the line where it is one: `needs` says what a row holds.
    """
    opener = lzma.open if path.suffix == ".xz" else open
    number = 0
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _parsed(path, number, line, parse, needs)
    except (OSError, UnicodeDecodeError, lzma.LZMAError, EOFError) as error:
        problem = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        place = f"{path}:{number + 1}" if number else str(path)
        raise ConfigurationError([Mistake(place, f"cannot be read: {problem}", "a JSON Lines file, UTF-8")]) from error


def _parsed(path: Path, number: int, line: str, parse: Callable[[int, dict[str, Any]], Row], needs: str) -> Row:
    try:
        return parse(number - 1, _object(line))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        place = f"{path}:{number}"
        problem = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise ConfigurationError([Mistake(place, f"not such a row: {problem}", f"an object with {needs}")]) from error


def _object(line: str) -> dict[str, Any]:
    row = json.loads(line)
    if not isinstance(row, dict):
        raise TypeError(f"{line.strip()[:20]} is no object")
    return row
