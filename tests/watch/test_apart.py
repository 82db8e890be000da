"""Modules of ours in processes of their own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.model.version import Snapshot
from bot.watch.feed import FeedReader
from bot.watch.pdf import read_pdf
from tests.fakes.press import typed
from tests.watch.test_entries import item, rss

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


async def test_they_are_found_whatever_stands_around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Started in a folder with another program's `bot` and a `json.py`, feeds and PDFs are read all the same."""
    (tmp_path / "bot").mkdir()
    for name in ("bot/__init__.py", "json.py"):
        (tmp_path / name).write_text("raise ImportError('not the one that was meant')", "utf-8")
    monkeypatch.chdir(tmp_path)
    async with FeedReader(workers=1) as reader:
        feed = Snapshot("https://gazette.test/feed", NOON, rss(item()), "application/rss+xml")
        assert len((await reader.read(feed, "gazette")).entries) == 1
    pdf = typed(["Your uploads remain yours, and you let us show them to those whom you choose."])
    assert read_pdf(Snapshot("https://x.test/terms.pdf", NOON, pdf, "application/pdf")).blocks
