"""Details in the thread of a card, and repeats that join it; by the example of Slack, where that is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.deliver.courier import Courier
from bot.deliver.fanout import FanOut
from bot.deliver.words import Words
from bot.errors import Blocked, DeliveryError, Lack, Later, Refused
from bot.model.change import Change, Edit
from bot.model.message import Paragraph, Quotation
from bot.model.subscription import WINDOW, Cadence, ChatName, Destination, Subscription, Watch
from bot.model.topic import Severity
from bot.model.version import Clause, DocumentKey
from bot.store.store import Store
from bot.wording.language import Languages
from tests.deliver.test_fanout import publish
from tests.deliver.test_later import revert
from tests.fakes.tunegarden import CATALOGUE, change
from tests.fakes.world import Chat, HandClock

HERE = Destination(ChatName.SLACK, "T1", "C1")
LONG = "You agree that we may use your uploads to train models. " + "It goes on for a while. " * 30


class Room:
    """A channel of Slack, a fan-out and a courier on one store, whose time a test moves."""

    def __init__(self, store: Store, clock: HandClock, languages: Languages) -> None:
        self.store, self.clock, self.chat, self.languages = store, clock, Chat(), languages
        self.fanout = FanOut(CATALOGUE, store.outbox, store.news, store.subscriptions, store.deliveries, clock)
        words, chats = Words(CATALOGUE, store.news, languages), {ChatName.SLACK: self.chat}
        self.courier = Courier(store.deliveries, store.subscriptions, chats, chats, words, lambda: 0.0, 8, 30.0, 30.0)

    async def watch(self, cadence: Cadence = "at_once", *, threads: bool = True, window: int = WINDOW) -> None:
        """Let the channel want everything, with a mention."""
        chosen = Subscription(HERE, (Watch("all"),), cadence, mention="S1", call="here", threads=threads, by="U1")
        await self.store.subscriptions.put(replace(chosen, window=window))

    async def tell(self, *told: Change) -> None:
        """Publish each, and do what is due."""
        for one in told:
            await publish(self.store, one)
            await self.fanout.once()
            await self.work()

    async def work(self) -> None:
        """Carry what is due now."""
        await self.store.deliveries.wake()
        await self.courier.once()

    @property
    def answered(self) -> list[str | None]:
        """For each message, which one it answers."""
        return [manner.follows for manner in self.chat.manners]

    def notes(self, message: str) -> list[str]:
        """What an amended message now says above the rest."""
        parts = self.chat.amended[message].parts
        return [part.text for part in parts if isinstance(part, Paragraph) and part.strong and "2026:" in part.text]


@pytest.fixture
async def room(store: Store, clock: HandClock, languages: Languages) -> Room:
    """A channel with threads on."""
    made = Room(store, clock, languages)
    await made.watch()
    return made


def at(hours: float, severity: Severity = Severity.CRITICAL, document: str = "terms") -> Change:
    """A change so many hours after noon of 1 March."""
    made = change(f"We may train models on what you upload, by the hour of {hours}.", severity=severity)
    when = datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(hours=hours)
    return replace(made, observed_at=when, effective=None, document=DocumentKey("tunegarden", document))


def long(told: Change) -> Change:
    """The same with a passage that nobody reads at a glance."""
    return replace(
        told, findings=(replace(told.findings[0], quote=LONG),), edits=(Edit("added", None, Clause(LONG, ())),)
    )


async def test_a_long_passage_stands_whole_in_the_thread(room: Room) -> None:
    """The card is marked as brief and says where the rest is; one answer to it, mentioning nobody, has every word."""
    await room.tell(long(at(0)))
    (_, card, _), (_, detail, _) = room.chat.posted
    assert card.brief
    assert Paragraph("All of it, word for word, is in the thread below.") in card.parts
    assert next(part.text for part in detail.parts if isinstance(part, Quotation)) == LONG
    assert room.answered == [None, "m1"]
    assert [manner.mention for manner in room.chat.manners] == ["S1", None]


async def test_the_thread_lists_all_passages(room: Room) -> None:
    """Where a card quotes three of them, all are in its thread."""
    clauses = [f"Clause {n} is new and says something of its own." for n in range(5)]
    await room.tell(replace(at(0), findings=(), edits=tuple(Edit("added", None, Clause(c, ())) for c in clauses)))
    _, (_, detail, _) = room.chat.posted
    assert [part.text for part in detail.parts if isinstance(part, Quotation)] == clauses


async def test_what_a_card_holds_needs_no_thread(room: Room) -> None:
    """A short change is one message."""
    await room.tell(at(0))
    assert room.answered == [None]
    assert not room.chat.posted[0][1].brief


async def test_threads_can_be_switched_off(room: Room) -> None:
    """Then the one message has everything, and a repeat stands by itself."""
    await room.watch(threads=False)
    await room.tell(long(at(0)), at(2))
    assert room.answered == [None, None]
    assert not room.chat.posted[0][1].brief
    assert room.chat.amended == {}


async def test_a_digest_of_one_stands_alone(room: Room) -> None:
    """No thread follows a digest, so nothing in it is cut."""
    await room.watch("daily")
    await room.tell(long(at(0)))
    room.clock.time += timedelta(days=1)
    await room.work()
    assert [message.brief for _, message, _ in room.chat.posted] == [False]


async def test_a_repeat_joins_the_first_card(room: Room) -> None:
    """Within a day, further changes of a document answer the first one, mention nobody, and are noted in its card."""
    await room.tell(at(0), at(2), at(20))
    assert room.answered == [None, "m1", "m1"]
    assert [(manner.mention, manner.call) for manner in room.chat.manners] == [("S1", "here"), (None, ""), (None, "")]
    assert [note.partition(":")[0] for note in room.notes("m1")] == [
        "Changed again on 1 March 2026",
        "Changed again on 2 March 2026",
    ]
    assert "by the hour of 0" in str(room.chat.amended["m1"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (at(0), at(25)),
        (at(0, Severity.MINOR), at(2, Severity.CRITICAL)),
        (at(0), at(2, document="privacy")),
    ],
    ids=["later", "weightier", "another document"],
)
async def test_what_stands_by_itself(room: Room, first: Change, second: Change) -> None:
    """A change after the window, one that matters more than the first, and one of another document are cards."""
    await room.tell(first, second)
    assert room.answered == [None, None]
    assert room.chat.amended == {}


async def test_the_window_counts_from_the_card(room: Room) -> None:
    """What comes a day after the card begins a new one, which the next ones join."""
    await room.tell(at(0), at(20), at(30), at(50))
    assert room.answered == [None, "m1", None, "m3"]
    assert list(room.chat.amended) == ["m1", "m3"]


@pytest.mark.parametrize(
    ("window", "answered"),
    [(0, [None] * 4), (6, [None, "m1", None, None]), (72, [None, "m1", "m1", None]), (168, [None, "m1", "m1", "m1"])],
)
async def test_a_channel_chooses_how_long_a_card_is_joined(room: Room, window: int, answered: list[str | None]) -> None:
    """Not at all, where every change is to be a card; or for hours or days, counted from the card."""
    await room.watch(window=window)
    await room.tell(at(0), at(5), at(60), at(100))
    assert room.answered == answered


async def test_a_card_that_was_not_told_here_is_joined_by_none(room: Room) -> None:
    """A channel that was set up between two changes gets the second as a card."""
    await room.store.subscriptions.drop(HERE)
    await room.tell(at(0))
    await room.watch()
    await room.tell(at(2))
    assert room.answered == [None]


async def test_a_card_knows_all_that_followed(room: Room) -> None:
    """What joined it and what took it back stand in it together; what was taken back of a repeat is in its thread."""
    first, again = at(0), at(2)
    await room.tell(first, again)
    back = replace(revert(again), observed_at=again.observed_at + timedelta(hours=1))
    gone = replace(revert(first), observed_at=again.observed_at + timedelta(days=9))
    await room.tell(back, gone)
    assert room.answered == [None, "m1", "m2", "m1"]
    notes = [part.text for part in room.chat.amended["m1"].parts if isinstance(part, Paragraph)][:3]
    assert [note.partition(":")[0] for note in notes] == [
        "Changed again on 1 March 2026",
        "Changed again on 1 March 2026",
        "Taken back on 10 March 2026.",
    ]


async def test_a_reminder_rings(room: Room) -> None:
    """In Slack it stands by itself: in a thread, nobody would hear it."""
    await room.tell(change())
    room.clock.time = datetime(2026, 3, 29, 9, tzinfo=UTC)
    await room.work()
    assert len(room.chat.posted) == 2
    assert room.answered == [None, None]


async def test_an_amendment_that_has_to_wait_is_made_later(room: Room) -> None:
    """The answer in the thread is not repeated; the card is brought up to date when the chat takes it."""
    await room.tell(at(0))
    room.chat.fails["amend C1"] = Later("Slack asks for a pause.", seconds=60)
    await room.tell(at(2))
    assert room.chat.amended == {}
    room.chat.fails.clear()
    room.clock.time += timedelta(seconds=60)
    await room.work()
    assert room.answered == [None, "m1"]
    assert len(room.notes("m1")) == 1


async def test_an_amendment_that_is_malformed_is_put_aside(room: Room) -> None:
    """It is ours to mend, and repeats nothing."""
    await room.tell(at(0))
    room.chat.fails["amend C1"] = Refused("msg_too_long")
    await room.tell(at(2))
    [(delivery, reason)] = await room.store.deliveries.dead_letters()
    assert (delivery.subject.kind, reason) == ("amendment", "msg_too_long")
    assert len(room.chat.posted) == 2


async def test_who_cannot_be_told_now_is_told_later(room: Room) -> None:
    """The word on a dead channel is not lost when Slack is unwell at that moment; it comes once."""
    room.chat.fails |= {
        "C1": Blocked("The channel is archived.", lacks=[Lack("archive")]),
        "tell U1": Later("Slack is unwell.", seconds=30),
    }
    await room.tell(at(0))
    assert room.chat.told == []
    del room.chat.fails["tell U1"]
    for _ in range(2):
        room.clock.time += timedelta(seconds=60)
        await room.courier.trouble.retry()
        await room.work()
    assert [person.person for person, _ in room.chat.told] == ["U1"]


@pytest.mark.parametrize(
    "error", [Later("Rate limited.", seconds=60), Blocked("It is archived.", lacks=[Lack("archive")])]
)
async def test_details_wait_as_long_as_they_have_to(room: Room, error: DeliveryError) -> None:
    """Whatever holds them up, they come once, below their card."""
    await publish(room.store, long(at(0)))
    await room.fanout.once()
    ((ticket, card),) = await room.store.deliveries.claim(1, 0)
    await room.courier.carry(ticket, card)
    room.chat.fails["C1"] = error
    await room.courier.once()
    room.chat.fails.clear()
    room.clock.time += timedelta(seconds=60)
    await room.courier.trouble.retry()
    await room.work()
    assert room.answered == [None, "m1"]
