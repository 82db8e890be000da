"""Feeds parsed in processes of their own."""

import os
import signal
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.errors import SourceError
from bot.model.version import Snapshot
from bot.watch.feed import FeedReader
from tests.watch.test_entries import item, rss

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def snapshot(body: bytes | None, media_type: str = "application/rss+xml") -> Snapshot:
    """A feed as it was fetched."""
    return Snapshot("https://gazette.test/feed", NOON, body, media_type)


@pytest.fixture(scope="module")
def long_feed() -> bytes:
    """A feed that takes seconds to parse."""
    return rss(*(item(f"Title number {n} of the feed", f"/{n}", str(n)) for n in range(6000)))


@pytest.fixture
async def reader() -> AsyncIterator[FeedReader]:
    """A reader with one process."""
    async with FeedReader(workers=1, max_bytes=4_000_000) as opened:
        yield opened


async def test_entries_come_back_from_the_process(reader: FeedReader) -> None:
    """All their fields, and whether the feed was whole."""
    found = await reader.read(snapshot(rss(item(extra="<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate>"))), "gazette")
    (entry,) = found.entries
    assert found.complete
    assert (entry.feed, entry.ids[0], entry.link) == ("gazette", "guid:1", "https://gazette.test/a")
    assert entry.published == datetime(2031, 3, 4, 10, tzinfo=UTC)
    assert not (await reader.read(snapshot(rss(item(), end="")), "gazette")).complete


async def test_what_is_no_feed_is_an_error_here_too(reader: FeedReader) -> None:
    """The process names it, and goes on to the next."""
    with pytest.raises(SourceError) as caught:
        await reader.read(snapshot(b"<html>One moment</html>", "text/html"), "gazette")
    assert caught.value.reason == "not a feed"
    assert len((await reader.read(snapshot(rss(item())), "gazette")).entries) == 1


async def test_a_feed_beyond_the_limit_is_not_parsed(reader: FeedReader) -> None:
    """Its size is enough to refuse it."""
    with pytest.raises(SourceError) as caught:
        await reader.read(snapshot(b"x" * 4_000_001), "gazette")
    assert caught.value.reason == "too large"


async def test_a_feed_that_takes_too_long_costs_only_itself(long_feed: bytes) -> None:
    """Its process is ended, and the next feed is read by another."""
    async with FeedReader(workers=1, limit=0.3) as reader:
        with pytest.raises(SourceError) as caught:
            await reader.read(snapshot(long_feed), "gazette")
        assert caught.value.reason == "timeout"
        assert len((await reader.read(snapshot(rss(item())), "gazette")).entries) == 1


async def test_a_killed_process_is_replaced(reader: FeedReader) -> None:
    """Whatever ends it between two feeds, the second is read."""
    await reader.read(snapshot(rss(item())), "gazette")
    (process,) = reader._running
    os.kill(process.pid, signal.SIGKILL)
    await process.wait()
    assert len((await reader.read(snapshot(rss(item())), "gazette")).entries) == 1


async def test_nothing_runs_on_after_closing() -> None:
    """The processes end with their reader."""
    async with FeedReader(workers=1) as reader:
        await reader.read(snapshot(rss(item())), "gazette")
        (process,) = reader._running
    assert process.returncode is not None


async def test_a_304_has_no_entries_to_read(reader: FeedReader) -> None:
    """Asking for them is a mistake of ours."""
    with pytest.raises(ValueError, match="304"):
        await reader.read(snapshot(None), "gazette")
