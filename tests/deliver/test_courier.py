"""What becomes of a delivery, by what the chat says."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from bot.deliver.courier import Courier
from bot.deliver.words import Words
from bot.errors import Blocked, Gone, Lack, Later, Refused
from bot.model.delivery import Delivery, Subject
from bot.model.message import Link, Message
from bot.model.subscription import ChatName, Destination, Manner, Subscription, Watch
from bot.ports import PLAINLY
from bot.store.store import Store
from bot.wording.language import Languages
from tests.deliver.test_fanout import publish
from tests.fakes.tunegarden import CATALOGUE, QUOTE, change
from tests.fakes.world import Chat, HandClock


class Round:
    """A courier, its chat, and one delivery for each of some channels."""

    def __init__(self, store: Store, clock: HandClock, languages: Languages) -> None:
        self.store, self.clock, self.chat = store, clock, Chat()
        chats = {ChatName.DISCORD: self.chat}
        words = Words(CATALOGUE, store.news, languages, "https://bell.test/")
        self.courier = Courier(store.deliveries, store.subscriptions, chats, chats, words, lambda: 0.0, 8, 30.0, 30.0)

    async def queue(self, *channels: str) -> None:
        """Publish a change, and queue a delivery of it for each channel."""
        told = change()
        await publish(self.store, told)
        for name in channels:
            await self.store.subscriptions.put(Subscription(place(name), (Watch("all"),), by="ada"))
        await self.store.deliveries.enqueue([Delivery(Subject("change", told.id), place(name)) for name in channels])


def place(name: str) -> Destination:
    """A Discord channel."""
    return Destination(ChatName.DISCORD, "guild", name)


@pytest.fixture
def round_(store: Store, clock: HandClock, languages: Languages) -> Round:
    """A courier with nothing to carry yet."""
    return Round(store, clock, languages)


async def test_a_delivery_is_posted_once_with_its_id_as_key(round_: Round) -> None:
    """The chat gets one message with the quote, under the delivery's id, and the delivery is done."""
    await round_.queue("a")
    assert await round_.courier.once() == 1
    ((destination, message, key),) = round_.chat.posted
    delivery = Delivery(Subject("change", change().id), place("a"))
    assert (destination, key) == (place("a"), delivery.id)
    assert QUOTE in str(message)
    assert await round_.store.deliveries.posted(delivery) == "m1"
    assert await round_.courier.once() == 0


async def test_a_message_leads_to_the_page_of_its_change(round_: Round) -> None:
    """Where the site has a public address, there is a link to where all of the change can be read."""
    await round_.queue("a")
    await round_.courier.once()
    ((_, message, _),) = round_.chat.posted
    assert Link("Before and after", f"https://bell.test/changes/{change().id}") in message.links


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (None, "posted"),
        (Later("Rate limited.", seconds=60), "later"),
        (Blocked("No.", lacks=[Lack("view_channel")]), "blocked"),
        (Gone("Deleted."), "gone"),
        (Refused("Malformed."), "refused"),
    ],
)
async def test_what_came_of_a_try_is_counted(round_: Round, error: Exception | None, outcome: str) -> None:
    """By chat and outcome, for whoever runs the program."""
    await round_.queue("a")
    if error:
        round_.chat.fails["a"] = error
    await round_.courier.once()
    assert round_.courier.tally.deliveries == {(ChatName.DISCORD, outcome): 1}


async def test_a_change_is_worded_once_for_all_channels_of_a_language(round_: Round) -> None:
    """Each of them is given the same message, so that chats need to draw it once; another language has its own."""
    await round_.queue("a", "b", "c")
    german = Subscription(place("c"), (Watch("all"),), locale="de")
    await round_.store.subscriptions.put(german)
    await round_.courier.once()
    one, two, other = (message for _, message, _ in sorted(round_.chat.posted, key=lambda row: row[0].channel))
    assert one is two
    assert one != other


async def test_a_chat_that_asks_for_time_gets_it(round_: Round) -> None:
    """What is put off comes again when it is due, and delays nobody else."""
    await round_.queue("slow", "quick")
    round_.chat.fails["slow"] = Later("Rate limited.", seconds=60)
    await round_.courier.once()
    assert round_.chat.channels() == ["quick"]
    round_.chat.fails.clear()
    assert await round_.store.deliveries.wake() == 0
    await round_.clock.sleep(60)
    assert await round_.store.deliveries.wake() == 1
    await round_.courier.once()
    assert round_.chat.channels() == ["quick", "slow"]


class Slow(Chat):
    """A chat that takes a post only when it is let, and knows for which channels one stands before it."""

    def __init__(self) -> None:
        super().__init__()
        self.let = asyncio.Semaphore(0)
        self.before: list[str] = []

    async def post(self, destination: Destination, message: Message, *, key: str, manner: Manner = PLAINLY) -> str:
        """Take it when it is let."""
        self.before.append(destination.channel)
        await self.let.acquire()
        self.before.remove(destination.channel)
        return await super().post(destination, message, key=key, manner=manner)


async def test_a_channel_gets_one_message_at_a_time(round_: Round) -> None:
    """Also where a third comes while the second has just taken its turn; other channels wait for none of them."""
    chat = Slow()
    courier = replace(round_.courier, posters={ChatName.DISCORD: chat})
    await round_.queue("a", "b")
    told = [change(f"{n} are the ways in which we train models on uploads.") for n in range(3)]
    for one in told:
        await publish(round_.store, one)

    async def queue(*rows: tuple[int, str]) -> None:
        deliveries = [Delivery(Subject("change", told[n].id), place(channel)) for n, channel in rows]
        assert await round_.store.deliveries.enqueue(deliveries) == len(rows)

    stop = asyncio.Event()
    running = asyncio.create_task(courier.run(stop))
    await until(lambda: sorted(chat.before) == ["a", "b"])
    await round_.store.subscriptions.put(Subscription(place("c"), (Watch("all"),)))
    await queue((0, "a"), (0, "c"))
    await until(lambda: len(chat.before) == 3)
    chat.let.release()
    await until(lambda: len(chat.posted) == 1 and chat.before.count("a") == 1)
    await round_.store.subscriptions.put(Subscription(place("d"), (Watch("all"),)))
    await queue((1, "a"), (2, "d"))
    await until(lambda: "d" in chat.before)
    assert chat.before.count("a") == 1
    for _ in range(5):
        chat.let.release()
    await until(lambda: len(chat.posted) == 6)
    stop.set()
    await running
    assert chat.channels().count("a") == 3


async def until(true: Callable[[], object]) -> None:
    """Let others work until it is so."""
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0)


async def test_a_missing_permission_is_told_once_and_the_change_waits(round_: Round) -> None:
    """The person who set the channel up hears what is missing, once; when it is back, what waited is posted."""
    await round_.queue("a")
    round_.chat.fails["a"] = Blocked("Send Messages is missing.", lacks=[Lack("send_messages")])
    await round_.courier.once()
    told = change("A second sentence that lets us train models on your uploads.")
    await publish(round_.store, told)
    await round_.store.deliveries.enqueue([Delivery(Subject("change", told.id), place("a"))])
    await round_.courier.once()
    assert [person.person for person, _ in round_.chat.told] == ["ada"]
    assert "Send Messages" in str(round_.chat.told[0][1])
    kept = await round_.store.subscriptions.get(place("a"))
    assert kept is not None
    assert kept.blocked
    round_.chat.fails.clear()
    await round_.store.subscriptions.put(Subscription(place("a"), kept.watches))
    assert await round_.store.deliveries.release(place("a")) == 2
    await round_.courier.once()
    assert len(round_.chat.posted) == 2


async def test_a_channel_that_came_back_can_be_closed_again(round_: Round) -> None:
    """Each time it is told."""
    for moment in "12":
        await round_.store.subscriptions.put(Subscription(place("a"), (Watch("all"),), by="ada"))
        await round_.store.deliveries.enqueue([Delivery(Subject.closed("a", moment), place("a"))])
        await round_.courier.once()
    assert len(round_.chat.told) == 2


async def test_a_blocked_channel_is_retried_in_silence(round_: Round) -> None:
    """What is blocked is tried again now and then; whoever set it up hears no second time until a post went through."""
    await round_.queue("a")
    round_.chat.fails["a"] = Blocked("Send Messages is missing.", lacks=[Lack("send_messages")])
    await round_.courier.once()
    await round_.courier.trouble.retry()
    await round_.courier.once()
    assert len(round_.chat.told) == 1
    round_.chat.fails.clear()
    await round_.courier.trouble.retry()
    await round_.courier.once()
    assert round_.chat.channels() == ["a"]
    well = await round_.store.subscriptions.get(place("a"))
    assert well is not None
    assert not well.notice
    assert not well.blocked


async def test_a_channel_that_is_gone_keeps_what_it_watched(round_: Round) -> None:
    """Nothing more is sent there; whoever set it up is told once, with the way to let another channel go on."""
    await round_.queue("a")
    round_.chat.fails["a"] = Gone("No such channel.")
    await round_.courier.once()
    kept = await round_.store.subscriptions.get(place("a"))
    assert kept is not None
    assert (kept.closed, kept.watches) == ("a", (Watch("all"),))
    await round_.store.deliveries.enqueue([Delivery(Subject("change", "another"), place("a"))])
    assert await round_.courier.once() == 1
    assert await round_.courier.once() == 0
    [(person, told)] = round_.chat.told
    assert person.person == "ada"
    assert [(action.verb, action.options) for action in told.actions] == [("move", {"channel": "a"})]


async def test_a_server_that_we_left_is_not_ours_to_end(round_: Round) -> None:
    """A delivery that meets a kick touches nothing: what is kept of the server comes back with it."""
    await round_.queue("a")
    round_.chat.fails["a"] = Gone("Not in that server.", left=True)
    await round_.courier.once()
    kept = await round_.store.subscriptions.get(place("a"))
    assert kept is not None
    assert not kept.closed
    assert round_.chat.told == []


async def test_in_slack_a_channel_that_is_gone_is_forgotten(round_: Round) -> None:
    """There nobody may choose for a channel that they are not in."""
    there = Destination(ChatName.SLACK, "team", "a")
    await round_.store.subscriptions.put(Subscription(there, (Watch("all"),), by="ada"))
    await round_.store.deliveries.enqueue([Delivery(Subject("closed", "#a"), there)])
    await round_.courier.once()
    assert await round_.store.subscriptions.get(there) is None


async def test_a_line_of_the_subscription_calls_its_own_role(round_: Round) -> None:
    """Of several that want a change the one with a role; others call the role of the channel."""
    await round_.queue("a", "b")
    lines = (Watch("all"), Watch("tunegarden", mention="musicians"))
    await round_.store.subscriptions.put(Subscription(place("a"), lines, mention="all of us"))
    await round_.store.subscriptions.put(Subscription(place("b"), (Watch("all"),), mention="all of us"))
    await round_.courier.once()
    called = dict(zip(round_.chat.channels(), [manner.mention for manner in round_.chat.manners], strict=True))
    assert called == {"a": "musicians", "b": "all of us"}


async def test_a_refused_message_becomes_a_dead_letter(round_: Round) -> None:
    """A message that the chat calls malformed is put aside with the reason, and is not tried again."""
    await round_.queue("a")
    round_.chat.fails["a"] = Refused("embed.title is too long")
    await round_.courier.once()
    assert await round_.store.deliveries.wake() == 0
    assert await round_.courier.once() == 0
    assert [reason for _, reason in await round_.store.deliveries.dead_letters()] == ["embed.title is too long"]


async def test_a_mistake_of_ours_costs_the_others_nothing(round_: Round) -> None:
    """It is logged with the delivery and its channel, which is left to the end of its lease; the rest is posted."""
    await round_.queue("a", "b")
    round_.chat.fails["a"] = RuntimeError("a mistake")
    with capture_logs() as lines:
        await round_.courier.once()
    assert round_.chat.channels() == ["b"]
    [line] = [line for line in lines if line["log_level"] == "error"]
    assert (line["to"], line["exc_info"]) == (str(place("a")), True)
    assert await round_.store.deliveries.dead_letters() == []


async def test_a_courier_that_is_cut_off_posts_nothing_more(round_: Round) -> None:
    """To be cancelled is no mistake to be logged: it ends the work at once, and the delivery is anyone's again."""
    chat = Slow()
    courier = replace(round_.courier, posters={ChatName.DISCORD: chat})
    await round_.queue("a")
    [(ticket, delivery)] = await round_.store.deliveries.claim(1, 0)
    carrying = asyncio.create_task(courier.carry(ticket, delivery))
    await until(lambda: chat.before)
    carrying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await carrying
    assert await round_.store.deliveries.posted(delivery) is None
    assert await round_.store.deliveries.done(ticket, delivery, "m1")


async def test_an_unsubscribed_channel_gets_nothing_that_was_queued(round_: Round) -> None:
    """Who takes a platform off hears nothing more of it, even what was already on its way."""
    await round_.queue("a")
    await round_.store.subscriptions.drop(place("a"))
    await round_.courier.once()
    assert round_.chat.posted == []


async def test_a_stop_finishes_what_is_under_way(round_: Round) -> None:
    """A courier that is told to stop posts what it has claimed, and returns."""
    await round_.queue("a", "b", "c")
    stop = asyncio.Event()
    running = asyncio.create_task(round_.courier.run(stop))
    async with asyncio.timeout(10):
        while not round_.chat.posted:
            await asyncio.sleep(0)
        stop.set()
        await running
    assert sorted(round_.chat.channels()) == ["a", "b", "c"]
