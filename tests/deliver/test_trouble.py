"""What the person who set a channel up is told of its trouble: once, and for sure."""

import asyncio
from dataclasses import replace

import pytest

from bot.errors import Blocked, DeliveryError, Gone, Lack, Later
from bot.model.delivery import Delivery, Subject
from bot.model.message import Message
from bot.model.subscription import ChatName, Destination, Manner, Subscription, Watch
from bot.ports import PLAINLY
from bot.store.store import Store
from bot.wording.language import Languages
from tests.deliver.test_courier import Round, place, round_
from tests.deliver.test_fanout import publish
from tests.fakes.tunegarden import change
from tests.fakes.world import Chat, HandClock

__all__ = ["round_"]


class Meeting(Chat):
    """A chat that refuses as many posts at the same moment as are met for."""

    def __init__(self, refuses: DeliveryError, posts: int) -> None:
        super().__init__()
        self.refuses, self.barrier = refuses, asyncio.Barrier(posts)

    async def post(self, destination: Destination, message: Message, *, key: str, manner: Manner = PLAINLY) -> str:
        await self.barrier.wait()
        raise self.refuses


MISSING = Blocked("Send Messages is missing.", lacks=[Lack("send_messages")])


@pytest.mark.parametrize("refuses", [MISSING, Gone("No such channel.")])
async def test_two_couriers_that_fail_at_once_tell_it_once(
    round_: Round, other: Store, languages: Languages, refuses: DeliveryError
) -> None:
    """Whoever set the channel up hears one word, however many couriers on one Redis find the same."""
    await round_.queue("a")
    more = change("A second sentence that lets us train models on your uploads.")
    await publish(round_.store, more)
    await round_.store.deliveries.enqueue([Delivery(Subject("change", more.id), place("a"))])
    chat = Meeting(refuses, 2)
    chats = {ChatName.DISCORD: chat}
    couriers = [
        replace(round_.courier, deliveries=s.deliveries, subscriptions=s.subscriptions, posters=chats, telegraphs=chats)
        for s in (round_.store, other)
    ]
    claimed = [(await courier.deliveries.claim(1, 0))[0] for courier in couriers]
    await asyncio.gather(*(courier.carry(*one) for courier, one in zip(couriers, claimed, strict=True)))
    await asyncio.gather(*(courier.once() for courier in couriers))
    assert [person.person for person, _ in chat.told] == ["ada"]


@pytest.mark.parametrize("chat", [ChatName.DISCORD, ChatName.SLACK])
async def test_who_cannot_be_told_of_a_closing_is_told_later(
    store: Store, clock: HandClock, languages: Languages, chat: ChatName
) -> None:
    """A chat that asks for time when the notice is due gets it; the notice comes once, and nothing after it."""
    round_, there = Round(store, clock, languages), Destination(chat, "guild", "a")
    chats = {chat: round_.chat}
    courier = replace(round_.courier, posters=chats, telegraphs=chats)
    await store.subscriptions.put(Subscription(there, (Watch("all"),), by="ada"))
    round_.chat.fails["tell ada"] = Later("Rate limited.", seconds=5)
    await store.deliveries.enqueue([Delivery(Subject.closed("#a", "1"), there)])
    await courier.once()
    assert round_.chat.told == []
    round_.chat.fails.clear()
    for _ in range(3):
        await clock.sleep(3600)
        await store.deliveries.wake()
        await courier.once()
    assert [person.person for person, _ in round_.chat.told] == ["ada"]
    assert "#a" in str(round_.chat.told)
    assert bool(await store.subscriptions.get(there)) == (chat is ChatName.DISCORD)


@pytest.mark.parametrize("refuses", [MISSING, Gone("No such channel.")])
async def test_who_dies_over_a_notice_leaves_it_to_the_next(
    brief: tuple[Store, Store], clock: HandClock, languages: Languages, refuses: DeliveryError
) -> None:
    """What is wrong is noted, and then the process is gone: the next one tells it, and nobody a second time."""
    first, second = (Round(store, clock, languages) for store in brief)
    await first.queue("a")
    first.chat.fails |= {"a": refuses, "tell ada": RuntimeError("killed here")}
    await first.courier.once()
    kept = await first.store.subscriptions.get(place("a"))
    assert kept is not None
    assert kept.blocked or kept.closed
    second.chat.fails["a"] = refuses
    [(ticket, notice)] = await second.store.deliveries.claim(9, 5)
    await second.courier.carry(ticket, notice)
    await second.courier.trouble.retry()
    await second.courier.once()
    assert [person.person for person, _ in second.chat.told] == ["ada"]


async def test_who_dies_before_a_delivery_is_held_leaves_the_notice_too(
    brief: tuple[Store, Store], clock: HandClock, languages: Languages
) -> None:
    """The channel is noted as blocked, and nothing else is done: the next process keeps what waits, and tells why."""
    first, second = (Round(store, clock, languages) for store in brief)
    await first.queue("a")
    await first.store.deliveries.claim(9, 0)
    there = await first.store.subscriptions.get(place("a"))
    assert there is not None
    await first.courier.trouble.block(there, MISSING)
    [(ticket, delivery)] = await second.store.deliveries.claim(9, 5)
    await second.courier.carry(ticket, delivery)
    await second.courier.once()
    assert [person.person for person, _ in second.chat.told] == ["ada"]
    assert await second.store.deliveries.release(place("a")) == 1


async def test_trouble_that_is_over_is_not_told(round_: Round) -> None:
    """A notice that could not be told in time is dropped where the channel is well again; new trouble is told anew."""
    await round_.queue("a")
    round_.chat.fails |= {"a": MISSING, "tell ada": Later("Rate limited.", seconds=60)}
    await round_.courier.once()
    round_.chat.fails.clear()
    await round_.courier.trouble.retry()
    await round_.courier.once()
    await round_.clock.sleep(60)
    await round_.store.deliveries.wake()
    await round_.courier.once()
    assert round_.chat.told == []
    round_.chat.fails["a"] = MISSING
    more = change("A second sentence that lets us train models on your uploads.")
    await publish(round_.store, more)
    await round_.store.deliveries.enqueue([Delivery(Subject("change", more.id), place("a"))])
    await round_.courier.once()
    assert [person.person for person, _ in round_.chat.told] == ["ada"]
