"""Pages of real sites, as fetched over months."""

import json
import lzma
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from bot.model.version import Snapshot
from bot.watch.page import Page

PAGES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "pages"
NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not PAGES.exists(), reason="no corpus beside the project"),
]


def looks(path: Path) -> list[tuple[bool, str, str]]:
    """Of each row: whether the archive recorded it as new, its sketch and its fingerprint."""
    found = []
    with lzma.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            page = Page(Snapshot("https://page.test", NOON, row["html"].encode()))
            found.append((row["recorded"], page.sketch, page.read().fingerprint))
    return found


def test_pages_that_did_not_change_read_the_same() -> None:
    """Of the fetches that the archive did not record, without any selector, 98 of 100 read as the one before."""
    steps = [pair for path in sorted(PAGES.glob("*.xz")) for pair in pairwise(looks(path))]
    quiet = [before[2] == after[2] for before, after in steps if not after[0]]
    assert len(quiet) > 200
    assert sum(quiet) >= 0.98 * len(quiet)
    assert all(before[2] == after[2] for before, after in steps if before[1] == after[1]), "same sketch, other text"
