"""What `Spaces` guarantees."""

from dataclasses import replace
from datetime import timedelta

from bot.model.delivery import Delivery, Subject
from bot.model.subscription import ChatName
from bot.store.connect import Client
from bot.store.store import Store
from tests.fakes.world import HandClock
from tests.store.samples import delivery, destination, subscription

DISCORD = ChatName.DISCORD
MONTH = 30 * 24 * 3600.0


async def test_a_space_is_new_once(store: Store) -> None:
    """The first join finds nothing to restore, and every later one that the space is known."""
    assert await store.spaces.join(DISCORD, "100") == []
    assert await store.spaces.join(DISCORD, "100") is None
    assert await store.spaces.known(DISCORD) == {"100"}
    assert await store.spaces.known(ChatName.SLACK) == frozenset()


async def test_who_comes_back_finds_their_choices(store: Store, other: Store) -> None:
    """A join after a leave restores the subscriptions as they were, with the ways to find them, and does so once."""
    blocked = replace(subscription("2", "category:music"), blocked="Send Messages")
    mine = [subscription("1", "tunegarden", "all"), blocked]
    elsewhere = subscription("9", "tunegarden", space="200")
    for one in [*mine, elsewhere]:
        await store.subscriptions.put(one)
    await store.spaces.join(DISCORD, "100")
    await store.spaces.leave(DISCORD, "100", keep=MONTH)
    assert await store.spaces.known(DISCORD) == frozenset()
    assert await store.subscriptions.of_space(DISCORD, "100") == []
    assert await store.subscriptions.blocked() == []
    assert [batch async for batch in store.subscriptions.wanting({"tunegarden"})] == [[elsewhere]]
    assert await other.spaces.join(DISCORD, "100") == mine
    assert await store.subscriptions.of_space(DISCORD, "100") == mine
    assert await store.subscriptions.blocked() == [blocked]
    assert [batch async for batch in store.subscriptions.wanting({"category:music"})] == [[blocked]]
    assert await store.spaces.join(DISCORD, "100") is None


async def test_memory_holds_what_is_watched_where_we_are(store: Store) -> None:
    """What a space watches is gone from memory when it is left, and back with it; what was erased is not."""
    await store.subscriptions.recall(DISCORD)
    await store.spaces.join(DISCORD, "100")
    for one in (subscription("1", "tunegarden"), subscription("2", "all"), subscription("9", "all", space="200")):
        await store.subscriptions.put(one)
    await store.spaces.leave(DISCORD, "100", keep=MONTH)
    assert store.subscriptions.watched(DISCORD, "100") == {}
    await store.spaces.join(DISCORD, "100")
    assert store.subscriptions.watched(DISCORD, "100") == {"1": ("tunegarden",), "2": ("all",)}
    await store.spaces.leave(DISCORD, "100", keep=0)
    assert store.subscriptions.watched(DISCORD, "100") == {}
    assert store.subscriptions.watched(DISCORD, "200") == {"9": ("all",)}


async def test_a_welcome_is_owed_with_the_join(store: Store, other: Store) -> None:
    """Where it is asked for, and by a join that is news; every process knows it, until it is out or we left."""
    await store.spaces.join(DISCORD, "100", welcome=True)
    await store.spaces.join(DISCORD, "200")
    await store.spaces.join(DISCORD, "200", welcome=True)
    await store.spaces.join(DISCORD, "300", welcome=True)
    assert await other.spaces.unwelcomed(DISCORD) == {"100", "300"}
    await store.spaces.welcomed(DISCORD, "100")
    await store.spaces.leave(DISCORD, "300", keep=MONTH)
    assert await other.spaces.unwelcomed(DISCORD) == frozenset()


async def test_leaving_twice_keeps_what_the_first_kept(store: Store) -> None:
    """A leave that is reported a second time loses nothing."""
    await store.subscriptions.put(subscription("1", "all"))
    await store.spaces.leave(DISCORD, "100", keep=MONTH)
    await store.spaces.leave(DISCORD, "100", keep=MONTH)
    assert await store.spaces.join(DISCORD, "100") == [subscription("1", "all")]


async def test_what_is_kept_is_erased_by_the_server(store: Store, redis: Client) -> None:
    """What is kept aside carries the time of its end."""
    await store.subscriptions.put(subscription("1", "all"))
    await store.spaces.leave(DISCORD, "100", keep=MONTH)
    assert MONTH - 60 < await redis.ttl("cb:1:{d0}:kept:discord:100") <= MONTH


async def test_erasing_leaves_nothing(store: Store, redis: Client, clock: HandClock) -> None:
    """With nothing to keep, no key names the space any more, not even those of an earlier leave or of a person."""
    await store.subscriptions.put(subscription("1", "all"))
    await store.spaces.leave(DISCORD, "100", keep=MONTH)
    await store.subscriptions.put(subscription("2", "all"))
    at = clock.now() + timedelta(days=3)
    digest = Delivery(Subject("digest", "2026-03-02"), destination("2"))
    await store.deliveries.gather([digest], [Subject("change", "c7")], at)
    await store.deliveries.schedule([Delivery(Subject("reminder", "c1"), destination("@7"))], at)
    await store.deliveries.enqueue([delivery("2", "c2"), delivery("2", "c3")])
    (held, a), (late, b) = await store.deliveries.claim(9, 0)
    await store.deliveries.hold(held, a)
    await store.deliveries.later(late, b, 5)
    await store.spaces.leave(DISCORD, "100", keep=0)
    left = {key.decode() for key in await redis.execute_command("KEYS", "cb:1:{d0}:*")}
    assert {key for key in left if not key.startswith("cb:1:{d0}:seen:")} == {"cb:1:{d0}:queue"}
    await clock.sleep(5 * 24 * 3600)
    assert await store.deliveries.wake() == 0
    assert await store.spaces.join(DISCORD, "100") == []


async def test_choosing_is_reserved_until_it_is_not(store: Store, other: Store) -> None:
    """Every process knows it; it holds for one space, and ends with our stay there."""
    assert not await store.spaces.reserved(DISCORD, "100")
    for on in (True, False, True):
        await store.spaces.reserve(DISCORD, "100", on=on)
        assert await other.spaces.reserved(DISCORD, "100") is on
    assert not await store.spaces.reserved(DISCORD, "200")
    await store.spaces.leave(DISCORD, "100", keep=MONTH)
    assert not await store.spaces.reserved(DISCORD, "100")
