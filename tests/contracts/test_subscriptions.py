"""What `Subscriptions` guarantees."""

import asyncio
import json
from collections.abc import Set
from dataclasses import replace

import pytest

from bot.model.subscription import ChatName, Subscription, Watch
from bot.model.topic import Severity, Topic
from bot.store import keys
from bot.store.connect import Client
from bot.store.store import Store
from tests.store.samples import destination, subscription


async def wanting(store: Store, *targets: str) -> list[str]:
    """Channels that want something of these targets."""
    batches = [batch async for batch in store.subscriptions.wanting(set(targets))]
    assert all(batches)
    return sorted(s.destination.channel for batch in batches for s in batch)


async def test_what_was_put_is_read_again(store: Store) -> None:
    """A subscription comes back as it was put; one that was never put does not come."""
    watches = (Watch("tunegarden", frozenset({Topic.AI_TRAINING}), Severity.MAJOR),)
    put = Subscription(destination("1"), watches, "daily", "42", paused=True, blocked="send messages", by="7")
    await store.subscriptions.put(put)
    assert await store.subscriptions.get(put.destination) == put
    assert await store.subscriptions.get(destination("2")) is None


async def test_one_from_before_news_could_be_chosen_is_with_news(store: Store, redis: Client) -> None:
    """A record that says nothing of it is read, and found, as it always was."""
    here = destination("1")
    await store.subscriptions.put(replace(subscription("1", "tunegarden"), news=False))
    record = json.loads(await redis.execute_command("HGET", keys.SUBSCRIPTIONS, str(here)))
    assert record.pop("news") is False
    await redis.execute_command("HSET", keys.SUBSCRIPTIONS, str(here), json.dumps(record, separators=(",", ":")))
    assert await store.subscriptions.get(here) == subscription("1", "tunegarden")
    assert await wanting(store, "tunegarden") == ["1"]


async def test_those_with_a_line_for_a_target_are_found(store: Store) -> None:
    """Each destination with a line for one of the targets comes once, others never."""
    await store.subscriptions.put(subscription("1", "tunegarden", "all"))
    await store.subscriptions.put(subscription("2", "category:music"))
    await store.subscriptions.put(subscription("3", "paintbox"))
    assert await wanting(store, "tunegarden", "all", "category:music") == ["1", "2"]
    assert await wanting(store, "elsewhere") == []


async def test_the_index_follows_the_lines(store: Store) -> None:
    """A line that went no longer finds its destination; the one that came in its place does."""
    await store.subscriptions.put(subscription("1", "tunegarden", "paintbox"))
    await store.subscriptions.put(subscription("1", "paintbox", "stagecraft"))
    assert await wanting(store, "tunegarden") == []
    assert await wanting(store, "paintbox") == ["1"]
    assert await wanting(store, "stagecraft") == ["1"]


async def test_nothing_remains_of_what_was_dropped(store: Store, redis: Client) -> None:
    """A dropped subscription leaves no key behind, nor does one that lost its last line."""
    await store.subscriptions.put(subscription("1", "tunegarden", "all"))
    await store.subscriptions.put(subscription("2", "tunegarden"))
    await store.subscriptions.drop(destination("1"))
    await store.subscriptions.drop(destination("9"))
    await store.subscriptions.put(subscription("2"))
    assert not [key for key in await redis.execute_command("KEYS", "cb:1:{d0}:*") if not key.endswith(b"queue")]


async def test_a_space_lists_its_own_in_order_of_channel(store: Store) -> None:
    """A guild's subscriptions come in order of channel, without those of other guilds and chats."""
    for channel, space in (("3", "100"), ("1", "100"), ("2", "200")):
        await store.subscriptions.put(subscription(channel, "all", space=space))
    await store.subscriptions.put(replace(subscription("4", "all"), destination=destination("4", chat=ChatName.SLACK)))
    found = await store.subscriptions.of_space(ChatName.DISCORD, "100")
    assert [s.destination.channel for s in found] == ["1", "3"]
    assert not await store.subscriptions.of_space(ChatName.DISCORD, "300")


async def test_what_was_recalled_and_written_is_in_memory(store: Store, other: Store) -> None:
    """What all wrote before, and what this store writes after; that of others comes when it is recalled again."""
    await other.subscriptions.put(subscription("1", "tunegarden", "all"))
    await other.subscriptions.put(subscription("2", "paintbox", space="200"))
    assert store.subscriptions.watched(ChatName.DISCORD, "100") == {}
    await store.subscriptions.recall(ChatName.DISCORD)
    await store.subscriptions.put(subscription("3", "stagecraft"))
    await other.subscriptions.drop(destination("1"))
    assert store.subscriptions.watched(ChatName.DISCORD, "100") == {"1": ("tunegarden", "all"), "3": ("stagecraft",)}
    assert store.subscriptions.watched(ChatName.DISCORD, "200") == {"2": ("paintbox",)}
    assert store.subscriptions.watched(ChatName.SLACK, "100") == {}
    await store.subscriptions.recall(ChatName.DISCORD)
    await store.subscriptions.drop(destination("3"))
    assert store.subscriptions.watched(ChatName.DISCORD, "100") == {}


async def test_memory_stays_as_it_was_without_the_server(store: Store, redis: Client) -> None:
    """A recall that fails takes nothing away."""
    await store.subscriptions.put(subscription("1", "tunegarden"))
    await store.subscriptions.recall(ChatName.DISCORD)
    await redis.execute_command("SET", "cb:1:{d0}:subscriptions", "torn")
    with pytest.raises(Exception, match="WRONGTYPE"):
        await store.subscriptions.recall(ChatName.DISCORD)
    assert store.subscriptions.watched(ChatName.DISCORD, "100") == {"1": ("tunegarden",)}


async def test_the_blocked_are_found_until_they_are_not(store: Store) -> None:
    """Destinations to which a permission is missing are listed, and no longer when it is back or they are dropped."""
    for channel in "12":
        await store.subscriptions.put(replace(subscription(channel, "all"), blocked="Send Messages"))
    await store.subscriptions.put(subscription("3", "all"))
    assert [s.destination.channel for s in await store.subscriptions.blocked()] == ["1", "2"]
    await store.subscriptions.put(subscription("1", "all"))
    await store.subscriptions.drop(destination("2"))
    assert not await store.subscriptions.blocked()
    assert await wanting(store, "all") == ["1", "3"]


async def test_many_come_in_batches_and_each_once(store: Store) -> None:
    """Thousands of destinations come in several batches, each destination once though several lines name it."""
    many = [subscription(str(number), "tunegarden", "all") for number in range(1500)]
    for at in range(0, len(many), 50):
        await asyncio.gather(*map(store.subscriptions.put, many[at : at + 50]))
    batches = [batch async for batch in store.subscriptions.wanting({"tunegarden", "all"})]
    found = [s.destination.channel for batch in batches for s in batch]
    assert sorted(found, key=int) == [str(number) for number in range(1500)]
    assert len(batches) > 1
    assert max(map(len, batches)) < 1000


async def test_two_admins_at_once_leave_the_index_right(store: Store, other: Store) -> None:
    """Whoever is last when two put the same destination's subscription, the index tells of exactly their lines."""
    lines: list[Set[str]] = [{"a", "b"}, {"b", "c"}, {"d"}, set()]
    for _ in range(10):
        puts = [s.subscriptions.put(subscription("1", *sorted(some))) for some in lines for s in (store, other)]
        await asyncio.gather(*puts)
        there = await store.subscriptions.get(destination("1"))
        names = {watch.target for watch in there.watches} if there else set()
        assert {target for target in "abcd" if await wanting(store, target)} == names


async def test_what_is_amended_loses_nothing_that_others_put(store: Store, other: Store) -> None:
    """Of many who each add a line to one subscription at once, every line is there at the end."""
    await store.subscriptions.put(subscription("1", "all"))

    async def add(where: Store, target: str) -> None:
        await where.subscriptions.amend(destination("1"), lambda there: there and there.with_watch(Watch(target)))

    await asyncio.gather(*(add(where, f"platform-{n}") for n, where in enumerate([store, other] * 10)))
    kept = await store.subscriptions.get(destination("1"))
    assert kept is not None
    assert {watch.target for watch in kept.watches} == {"all", *(f"platform-{n}" for n in range(20))}


async def test_who_amends_is_told_what_was_there(store: Store) -> None:
    """What was there and what is now; of what is not there nothing is made, unless the change makes something."""
    here = destination("1")
    assert await store.subscriptions.amend(here, lambda there: there) == (None, None)
    assert await store.subscriptions.get(here) is None
    made = subscription("1", "all")
    assert await store.subscriptions.amend(here, lambda _: made) == (None, made)
    assert await store.subscriptions.amend(here, lambda _: None) == (made, None)
    assert await wanting(store, "all") == []
