"""What one look at a news feed finds, and what it leaves behind."""

from collections.abc import AsyncIterator

import pytest

from bot.errors import LeaseLost, SourceError
from bot.model.platform import Catalogue, Feed
from bot.model.schedule import Pace
from bot.read.topics import Rules
from bot.store.store import Store
from bot.watch.feed import FeedReader
from bot.watch.look import DISTRUST
from bot.watch.news import FLOOD, STALE, FeedLook, NewsWatcher
from tests.fakes.tunegarden import CATALOGUE
from tests.fakes.world import HandClock, Page
from tests.watch.test_entries import item, rss

SOURCE = "feed:gazette"
IDLE = item("Ten records to hear this week, says our desk", "/records", "0")
HOUR = 3600.0


def news(number: int = 1) -> str:
    """An entry about a policy change."""
    title = f"Tunegarden changes its terms of use to allow AI training on uploads, part {number}"
    return item(title, f"/terms-{number}", f"n{number}")


class Desk:
    """A watcher of one feed, with the time in our hands."""

    def __init__(self, store: Store, rules: Rules, clock: HandClock, reader: FeedReader) -> None:
        self.store, self.clock = store, clock
        self.chance = 0.0
        self.page = Page(clock, rss(IDLE), media_type="application/rss+xml")
        known = Catalogue(CATALOGUE, [Feed(id="gazette", name="The Gazette", url="https://gazette.test/feed")])
        self.watcher = NewsWatcher(
            known, store.feeds, self.page, reader, rules, Pace(HOUR, jitter=0), clock, lambda: self.chance, 0.5
        )

    async def look(self, *items: str, after: float = HOUR, whole: bool = True) -> FeedLook:
        """Let time pass, set what the feed holds, look."""
        await self.clock.sleep(after)
        self.page.html = rss(*items, **({} if whole else {"end": ""}))
        return await self.watcher.look("gazette", await self.store.schedule.claim_now(SOURCE, 60))

    async def due_in(self) -> int:
        """Hours until the next look."""
        return round((await self.store.schedule.next_due() or 0) / HOUR)

    async def told(self) -> int:
        """How many stories the outbox holds."""
        return len(await self.store.outbox.claim(100, 0))


@pytest.fixture
async def desk(store: Store, rules: Rules, clock: HandClock) -> AsyncIterator[Desk]:
    """A watcher of a feed that was never read."""
    async with FeedReader(workers=1) as reader:
        yield Desk(store, rules, clock, reader)


async def test_a_feed_that_is_met_is_taken_note_of_in_silence(desk: Desk) -> None:
    """What it holds at the first look is no news, however much it is about."""
    assert (await desk.look(IDLE, news())).stories == ()
    assert await desk.told() == 0


async def test_an_entry_about_a_policy_change_is_told_once(desk: Desk) -> None:
    """It becomes a story with its platform, and is none when it stands there again, re-dated and with another guid."""
    await desk.look(IDLE)
    found = await desk.look(news(), IDLE)
    assert (found.new, [story.platforms for story in found.stories]) == (1, [("tunegarden",)])
    assert (found.stories[0].source, found.stories[0].link) == ("The Gazette", "https://gazette.test/terms-1")
    again = (
        news()
        .replace(">n1<", ">n1-again<")
        .replace("</item>", "<pubDate>Tue, 03 Mar 2026 09:00:00 GMT</pubDate></item>")
    )
    assert (await desk.look(again, IDLE)).new == 0
    assert await desk.told() == 1


async def test_other_news_is_not_told(desk: Desk) -> None:
    """An entry about nothing that we watch is met, and that is all."""
    await desk.look(IDLE)
    other = item("Tunegarden plays ten new records for you this week", "/ten", "2")
    assert await desk.look(other, IDLE) == FeedLook("gazette", 1)
    assert await desk.told() == 0


async def test_a_feed_that_renews_itself_whole_does_not_flood(desk: Desk) -> None:
    """Of very many new entries only the first few are told, and the others never."""
    await desk.look(IDLE)
    many = [news(number) for number in range(FLOOD + 3)]
    assert len((await desk.look(*many)).stories) == FLOOD
    assert (await desk.look(*many)).new == 0
    assert await desk.told() == FLOOD


async def test_a_feed_that_was_away_for_long_is_met_anew(desk: Desk) -> None:
    """What gathered in it meanwhile is no news any more."""
    await desk.look(IDLE)
    assert (await desk.look(news(), IDLE, after=STALE.total_seconds() + 1)).stories == ()


async def test_the_same_bytes_and_a_304_end_the_look(desk: Desk) -> None:
    """Validators go back to the server; nothing is new then."""
    desk.page.etags = True
    await desk.look(IDLE)
    assert await desk.look(IDLE) == FeedLook("gazette")
    assert desk.page.asked[1] is not None


async def test_a_feed_that_was_cut_off_keeps_no_validators(desk: Desk) -> None:
    """What it held is told; the next look asks with the validators of the last whole one, and so gets all of it."""
    desk.page.etags = True
    await desk.look(IDLE)
    assert len((await desk.look(news(), whole=False)).stories) == 1
    assert len((await desk.look(news(2), news())).stories) == 1
    assert desk.page.asked[2] == desk.page.asked[1] is not None


async def test_a_cache_that_never_modifies_hides_no_news(desk: Desk) -> None:
    """A server answers "not modified" for ever; now and then a look asks for the whole feed, and finds the story."""
    desk.page.etags = desk.page.stale = True
    await desk.look(IDLE)
    assert (await desk.look(news(), IDLE)).new == 0
    desk.chance = 1 - DISTRUST / 2
    assert len((await desk.look(news(), IDLE)).stories) == 1


async def test_failures_come_seldomer_and_are_forgotten(desk: Desk) -> None:
    """Each failure in a row doubles the wait; one look that succeeds ends that."""
    await desk.store.schedule.sync([SOURCE], spread=0)
    await desk.look(IDLE)
    desk.page.error = SourceError("timeout", "It took too long.")
    assert "too long" in (await desk.look(IDLE)).error
    assert await desk.due_in() == 2
    await desk.look(IDLE)
    assert await desk.due_in() == 4
    desk.page.error = None
    assert (await desk.look(IDLE)).error == ""
    assert await desk.due_in() == 1


async def test_a_lost_claim_tells_nothing(desk: Desk) -> None:
    """Another worker claimed the feed meanwhile: its result stands."""
    await desk.look(IDLE)
    desk.page.html = rss(news())
    lost = await desk.store.schedule.claim_now(SOURCE, 60)
    await desk.store.schedule.claim_now(SOURCE, 60)
    with pytest.raises(LeaseLost, match="gazette"):
        await desk.watcher.look("gazette", lost)
    assert await desk.told() == 0


async def test_a_feed_that_left_the_catalogue_is_not_asked(desk: Desk) -> None:
    """It is named as such."""
    found = await desk.watcher.look("herald", await desk.store.schedule.claim_now("feed:herald", 60))
    assert found.error == "no longer in the catalogue"
    assert desk.page.asked == []
