"""Much at once for one channel: the first by themselves, the rest in one message soon after."""

from dataclasses import replace
from datetime import timedelta

from bot.deliver.courier import Courier
from bot.deliver.words import Words
from bot.errors import Blocked, Lack
from bot.model.change import Change
from bot.model.message import Listing, Paragraph
from bot.model.subscription import ChatName, Subscription, Watch
from bot.store.store import Store
from bot.wording.language import Languages
from tests.deliver.test_fanout import publish
from tests.deliver.test_later import HERE, Desk, desk, quiet, revert
from tests.deliver.test_threads import Room
from tests.fakes.tunegarden import CATALOGUE, change, story
from tests.fakes.world import HandClock

__all__ = ["desk"]
REST = Paragraph("Much came at once: the first were told one by one, here is the rest in brief.")


def several(count: int, start: int = 0) -> list[Change]:
    """As many changes, each of its own sentence."""
    return [
        quiet(change(f"{n} are the ways in which we train models on uploads.")) for n in range(start, start + count)
    ]


def lines(desk: Desk) -> int:
    """Lines of the last message, which is a digest."""
    [listing] = [part for part in desk.chat.posted[-1][1].parts if isinstance(part, Listing)]
    return len(listing.items)


async def test_the_first_are_cards_and_the_rest_is_one_message(desk: Desk) -> None:
    """Of eight changes five are told as they come, and 15 minutes later three in one message that says why."""
    await desk.subscribe()
    await desk.tell(*several(7), replace(story(), platforms=("inkwell",)))
    assert len(desk.headlines) == 5
    await desk.at(2026, 3, 1, 12, 14)
    assert len(desk.headlines) == 5
    await desk.at(2026, 3, 1, 12, 15)
    assert desk.headlines[5:] == ["2 changes and 1 news report on 2 platforms."]
    assert (REST in desk.chat.posted[-1][1].parts, lines(desk)) == (True, 3)
    assert [action.verb for action in desk.chat.posted[-1][1].actions] == ["changes"]
    await desk.at(2026, 3, 2, 12)
    assert len(desk.headlines) == 6


async def test_one_beyond_is_told_as_itself(desk: Desk) -> None:
    """A rest of one is a card like the others, and comes when the time is over."""
    await desk.subscribe()
    await desk.tell(*several(6))
    await desk.at(2026, 3, 1, 12, 15)
    assert len(desk.headlines) == 6
    assert REST not in desk.chat.posted[-1][1].parts


async def test_a_limit_of_no_time_is_none(desk: Desk) -> None:
    """Who sets the window to nothing gets a message for each."""
    desk.courier = replace(desk.courier, burst_window=0.0)
    await desk.subscribe()
    await desk.tell(*several(8))
    assert len(desk.headlines) == 8


async def test_each_channel_has_its_own_count(desk: Desk) -> None:
    """A channel that watches little is told one by one beside one that is told much."""
    await desk.subscribe()
    there = HERE._replace(channel="there")
    await desk.store.subscriptions.put(Subscription(there, (Watch("inkwell"),)))
    await desk.tell(*several(7), quiet(change(platform="inkwell")))
    assert desk.chat.channels().count("there") == 1


async def test_what_a_pause_or_a_block_held_back_is_a_crowd_too(desk: Desk) -> None:
    """A channel that was blocked for long gets five cards and one message when it can be written to again."""
    await desk.subscribe()
    desk.chat.fails["here"] = Blocked("Send Messages is missing.", lacks=[Lack("send_messages")])
    for told in several(9):
        await desk.tell(told)
        desk.clock.time += timedelta(hours=1)
    desk.chat.fails.clear()
    await desk.courier.trouble.retry()
    await desk.work()
    assert len(desk.headlines) == 5
    desk.clock.time += timedelta(minutes=15)
    await desk.work()
    assert (len(desk.headlines), lines(desk)) == (6, 4)


async def test_a_pause_keeps_the_rest_until_it_ends(desk: Desk) -> None:
    """A channel that is paused before the message with the rest comes gets it when it goes on."""
    await desk.subscribe()
    await desk.tell(*several(8))
    subscribed = await desk.store.subscriptions.get(HERE)
    assert subscribed
    await desk.store.subscriptions.put(replace(subscribed, paused=True))
    await desk.at(2026, 3, 1, 13)
    assert len(desk.headlines) == 5
    await desk.store.subscriptions.put(subscribed)
    await desk.store.deliveries.release(HERE)
    await desk.work()
    assert lines(desk) == 3


async def test_what_answers_counts_for_nothing(desk: Desk) -> None:
    """What is taken back is said in answer to its card at once, however many came; it counts as none."""
    await desk.subscribe()
    first, *others = several(5)
    await desk.tell(first)
    await desk.tell(revert(first))
    await desk.tell(*others)
    assert len(desk.headlines) == 6
    await desk.tell(revert(others[-1]))
    assert desk.chat.manners[-1].follows == "m6"


async def test_what_was_in_the_rest_is_taken_back_by_itself(desk: Desk) -> None:
    """A channel that was told of a change in the rest hears that it is taken back; there is no card to answer."""
    await desk.subscribe()
    told = several(7)
    await desk.tell(*told)
    await desk.at(2026, 3, 1, 12, 20)
    await desk.tell(revert(told[-1]))
    assert desk.headlines[6:] == ["Tunegarden took back an earlier change to its Terms of Service."]
    assert desk.chat.manners[-1].follows is None
    assert not desk.chat.amended


async def test_taken_back_before_it_was_told_both_stand_in_the_rest(desk: Desk) -> None:
    """What waits for the message with the rest, and its revert, are two lines of that."""
    await desk.subscribe()
    told = several(6)
    await desk.tell(*told)
    await desk.tell(revert(told[-1]))
    await desk.at(2026, 3, 1, 12, 15)
    assert lines(desk) == 2


async def test_in_slack_what_joins_a_card_counts_for_nothing(
    store: Store, clock: HandClock, languages: Languages
) -> None:
    """Repeats of one document stand in the thread of its card, however many they are."""
    room = Room(store, clock, languages)
    await room.watch()
    await room.tell(
        *(replace(told, observed_at=clock.now() + timedelta(minutes=n)) for n, told in enumerate(several(9)))
    )
    assert room.answered == [None, *["m1"] * 8]


async def test_two_couriers_post_no_more_than_one(desk: Desk, other: Store, languages: Languages) -> None:
    """Two processes on one Redis: five cards between them, the rest in one message, no change twice."""
    await desk.subscribe()
    for told in several(30):
        await publish(desk.store, told)
    while await desk.fanout.once():
        pass
    chats = {ChatName.DISCORD: desk.chat}
    words = Words(CATALOGUE, other.news, languages)
    second = Courier(other.deliveries, other.subscriptions, chats, chats, words, lambda: 0.0, 8, 30.0, 30.0)
    claimed = [(s, *each) for s in (desk.store, other) for each in await s.deliveries.claim(15, 0)]
    for s, ticket, delivery in claimed:
        await (desk.courier if s is desk.store else second).carry(ticket, delivery)
    assert len(desk.headlines) == 5
    await desk.at(2026, 3, 1, 12, 15)
    assert lines(desk) == 25
    assert len({key for _, _, key in desk.chat.posted}) == 6
