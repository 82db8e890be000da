"""JSON Lines files, row by row, with every mistake at its file and line."""

import json
import lzma
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import ConfigurationError, Mistake
from bot.model.change import Finding

Row = TypeVar("Row")


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
