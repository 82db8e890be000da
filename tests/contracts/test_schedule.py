"""What `Schedule` guarantees."""

from bot.store.store import Store
from tests.fakes.world import HandClock
from tests.store.places import Opener

SOURCES = ["a/terms", "b/terms", "feed:c"]


async def test_new_sources_fall_due_within_the_spread(store: Store, clock: HandClock) -> None:
    """New sources fall due one after the other, the first at once and the last before the spread is over."""
    await store.schedule.sync(SOURCES, spread=30)
    assert [c.source for c in await store.schedule.claim(9, 60)] == ["a/terms"]
    await clock.sleep(30)
    assert [c.source for c in await store.schedule.claim(9, 60)] == ["b/terms", "feed:c"]


async def test_sync_leaves_known_sources_their_time(store: Store, clock: HandClock) -> None:
    """A source that was there keeps its time when the schedule is made again."""
    await store.schedule.sync(SOURCES, spread=0)
    await store.schedule.claim(9, 60)
    await store.schedule.sync([*SOURCES, "d/terms"], spread=0)
    assert [c.source for c in await store.schedule.claim(9, 60)] == ["d/terms"]


async def test_sync_drops_what_is_no_longer_a_source(store: Store) -> None:
    """A source left out is never claimed again."""
    await store.schedule.sync(SOURCES, spread=0)
    await store.schedule.sync(SOURCES[1:], spread=0)
    assert [c.source for c in await store.schedule.claim(9, 60)] == SOURCES[1:]


async def test_the_earliest_come_first(store: Store, clock: HandClock) -> None:
    """With room for one, the source that has been due the longest is claimed."""
    await store.schedule.sync(SOURCES, spread=3)
    await clock.sleep(10)
    assert [(await store.schedule.claim(1, 60))[0].source for _ in SOURCES] == SOURCES


async def test_a_source_is_with_one_worker_at_a_time(opening: Opener) -> None:
    """What one worker claimed, another does not get while the lease runs."""
    async with opening(consumer="one") as one, opening(consumer="two") as two:
        await one.schedule.sync(SOURCES, spread=0)
        first, second = await one.schedule.claim(2, 60), await two.schedule.claim(9, 60)
    assert [c.source for c in first] == SOURCES[:2]
    assert [c.source for c in second] == SOURCES[2:]


async def test_a_lease_that_ran_out_makes_its_source_due(store: Store, clock: HandClock) -> None:
    """A source whose worker died is due again when the lease ends, under another token."""
    await store.schedule.sync(SOURCES[:1], spread=0)
    [first] = await store.schedule.claim(1, 60)
    await clock.sleep(59)
    assert not await store.schedule.claim(1, 60)
    await clock.sleep(1)
    [second] = await store.schedule.claim(1, 60)
    assert second.source == first.source
    assert second.token != first.token


async def test_no_room_claims_nothing(store: Store) -> None:
    """A worker without room gets nothing, and takes nothing from others."""
    await store.schedule.sync(SOURCES, spread=0)
    assert not await store.schedule.claim(0, 60)
    assert len(await store.schedule.claim(9, 60)) == len(SOURCES)


async def test_claim_now_takes_a_source_that_is_not_due(store: Store, clock: HandClock) -> None:
    """A source claimed out of turn is not due for others until that lease ends."""
    await store.schedule.sync(SOURCES[:1], spread=0)
    await store.schedule.claim_now(SOURCES[0], 60)
    assert not await store.schedule.claim(1, 60)
    await clock.sleep(60)
    assert await store.schedule.claim(1, 60)


async def test_claim_now_leaves_unknown_sources_unknown(store: Store, clock: HandClock) -> None:
    """A source that the schedule does not know can be claimed, and is not put into the schedule by that."""
    assert (await store.schedule.claim_now("x/terms", 60)).source == "x/terms"
    await clock.sleep(3600)
    assert not await store.schedule.claim(9, 60)


async def test_next_due_counts_the_seconds(store: Store, clock: HandClock) -> None:
    """Seconds until the next source is due: none without sources, negative for one that waits."""
    assert await store.schedule.next_due() is None
    await store.schedule.sync(SOURCES[:1], spread=0)
    await store.schedule.claim(1, 60)
    await clock.sleep(20)
    assert await store.schedule.next_due() == 40
    await clock.sleep(50)
    assert await store.schedule.next_due() == -10


async def test_without_a_clock_the_server_tells_the_time(opening: Opener) -> None:
    """Workers that bring no clock go by the server's, so that theirs need not agree."""
    async with opening(clock=None) as store:
        await store.schedule.sync(SOURCES[:1], spread=0)
        await store.schedule.claim(1, 60)
        assert 55 < (await store.schedule.next_due() or 0) <= 60
