"""What `Turns` guarantees."""

from datetime import timedelta

from bot.ports import Wait
from bot.store.connect import Client
from bot.store.store import Store
from tests.fakes.world import HandClock
from tests.store.samples import destination

FREE = Wait(0)


async def test_a_turn_is_one_process_alone(store: Store, other: Store, clock: HandClock) -> None:
    """Whoever comes while it lasts is told how long it does; other places are free."""
    assert await store.turns.take(destination("1"), 1.0, 5.0) == FREE
    clock.time += timedelta(seconds=0.25)
    assert await other.turns.take(destination("1"), 1.0, 5.0) == Wait(0.75)
    assert await other.turns.take(destination("2"), 1.0, 5.0) == FREE
    clock.time += timedelta(seconds=0.75)
    assert await other.turns.take(destination("1"), 1.0, 5.0) == FREE
    assert await store.turns.take(destination("1"), 1.0, 5.0) == Wait(1)


async def test_a_space_rests_for_everyone(store: Store, other: Store, clock: HandClock) -> None:
    """In all of its channels, as long as was asked for; a shorter rest ends none."""
    await store.turns.rest(destination("1"), 30)
    await other.turns.rest(destination("1"), 10)
    assert await other.turns.take(destination("2"), 1.0, 5.0) == Wait(30, whole=True)
    assert await other.turns.take(destination("2", space="200"), 1.0, 5.0) == FREE
    clock.time += timedelta(seconds=30)
    assert await other.turns.take(destination("2"), 1.0, 5.0) == FREE


async def test_a_space_has_one_share_for_all_processes(store: Store, other: Store, clock: HandClock) -> None:
    """The messages of a second at once, then one after the other, to however many places; other spaces are free."""
    taken = [await one.turns.take(destination(f"{n}"), 1.0, 2.0) for n, one in enumerate((store, other, store))]
    assert taken == [FREE, FREE, FREE]
    assert await other.turns.take(destination("3"), 1.0, 2.0) == Wait(0.5, whole=True)
    assert await other.turns.take(destination("3", space="200"), 1.0, 2.0) == FREE
    clock.time += timedelta(seconds=0.5)
    assert await store.turns.take(destination("4"), 1.0, 2.0) == FREE
    assert await other.turns.take(destination("3"), 1.0, 2.0) == Wait(0.5, whole=True)


async def test_turns_leave_nothing_behind(store: Store, redis: Client) -> None:
    """Redis itself erases what is over."""
    await store.turns.take(destination("1"), 1.0, 5.0)
    await store.turns.rest(destination("1"), 30)
    kinds = ("turn", "rest", "share")
    ends = [await redis.ttl(key) for kind in kinds for key in await redis.keys(f"*:{kind}:*")]
    assert [0 < seconds <= 90 for seconds in ends] == [True, True, True]


async def test_a_shorter_rest_does_not_let_redis_forget_a_longer_one(store: Store, redis: Client) -> None:
    """What Redis keeps of it lasts as long as the longer one."""
    await store.turns.rest(destination("1"), 600)
    await store.turns.rest(destination("1"), 10)
    [key] = await redis.keys("*:rest:*")
    assert await redis.ttl(key) >= 600
