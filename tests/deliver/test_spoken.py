"""What companies say of a change after it was told: noted in its message, once the catalogue has it."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.model.change import Finding
from bot.model.delivery import Subject
from bot.model.guidance import Statement
from bot.model.message import Message, Paragraph
from bot.model.platform import Catalogue
from bot.model.topic import Topic
from bot.store.store import Store
from bot.wording.language import Languages
from tests.deliver.test_later import Desk, quiet, revert
from tests.fakes.tunegarden import INKWELL, TUNEGARDEN, change
from tests.fakes.world import HandClock

CLAIM = "We have never trained on what you upload."
TOLD = quiet(change())
"""Observed on 1 March 2026."""


def told_by(day: str) -> Catalogue:
    """The catalogue, and in it what the company said on that day."""
    said = [*TUNEGARDEN.statements, Statement(who="the chief executive", when=day, claim=CLAIM)]
    return Catalogue([TUNEGARDEN.model_copy(update={"statements": said}), INKWELL])


def restarted(desk: Desk, languages: Languages, day: str = "2026-03-03") -> Desk:
    """A process that knows what was said on that day, with the chat as it was."""
    again = Desk(desk.store, desk.clock, languages, told_by(day))
    again.chat.posted += desk.chat.posted
    return again


def notes(message: Message) -> list[str]:
    """What an amended message says above its quotes."""
    return [part.text for part in message.parts[:2] if isinstance(part, Paragraph)]


@pytest.fixture
async def desk(store: Store, clock: HandClock, languages: Languages) -> Desk:
    """A desk whose one channel was told of the change."""
    made = Desk(store, clock, languages)
    await made.subscribe()
    await made.tell(TOLD)
    return made


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-03"])
async def test_what_a_company_says_since_is_noted_in_the_message(desk: Desk, languages: Languages, day: str) -> None:
    """Above the quotes that it spoke, with the guidance what it said; nothing new is posted, and nobody is called."""
    again = restarted(desk, languages, day)
    assert await again.fanout.follow_up() == 1
    await again.work()
    assert notes(again.chat.amended["m1"])[0].startswith("The company made a statement on ")
    assert CLAIM in str(again.chat.amended["m1"])
    assert len(again.chat.posted) == 1


async def test_a_statement_is_noted_once(desk: Desk, languages: Languages) -> None:
    """However often the program starts; a later one is noted again."""
    for day, new in (("2026-03-03", 1), ("2026-03-03", 0), ("2026-03-05", 1)):
        again = restarted(desk, languages, day)
        assert await again.fanout.follow_up() == new
        await again.work()
        assert len(again.chat.amended) == new


async def test_a_start_follows_up(desk: Desk, languages: Languages) -> None:
    """The fan-out looks for it by itself."""
    again, stop = restarted(desk, languages), asyncio.Event()
    running = asyncio.create_task(again.fanout.run(stop))
    queued = await again.store.deliveries.claim(1, 5)
    stop.set()
    await running
    assert [delivery.subject for _, delivery in queued] == [Subject.said(TOLD.id, "2026-03-03")]


@pytest.mark.parametrize(
    ("day", "topic", "later"),
    [
        ("2026-02-28", Topic.AI_TRAINING, 3),
        ("2026-03", Topic.AI_TRAINING, 3),
        ("2026-03-03", Topic.MONETIZATION_FEES, 3),
        ("2026-03-03", Topic.AI_TRAINING, 91),
    ],
    ids=["said before", "said in a month", "said of other things", "told long ago"],
)
async def test_what_does_not_follow_a_change_is_noted_nowhere(
    store: Store, clock: HandClock, languages: Languages, day: str, topic: Topic, later: int
) -> None:
    """Only what was said since, of a change that it bears on, while its message is known."""
    desk = Desk(store, clock, languages)
    await desk.subscribe()
    await desk.tell(replace(TOLD, findings=(Finding(topic, TOLD.findings[0].quote),)))
    clock.time = datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(days=later)
    assert await restarted(desk, languages, day).fanout.follow_up() == 0


async def test_who_was_told_in_a_digest_is_told_nothing_more(
    store: Store, clock: HandClock, languages: Languages
) -> None:
    """There is no message of the change to note it in."""
    desk = Desk(store, clock, languages)
    await desk.subscribe("daily")
    await desk.tell(TOLD)
    again = restarted(desk, languages)
    await again.fanout.follow_up()
    await again.work()
    assert (again.chat.posted, again.chat.amended) == ([], {})


async def test_a_message_keeps_its_notes_when_another_comes(desk: Desk, languages: Languages) -> None:
    """What was taken back and spoken of says both."""
    await desk.tell(revert(TOLD))
    again = restarted(desk, languages)
    await again.fanout.follow_up()
    await again.work()
    taken_back, spoken = notes(again.chat.amended["m1"])
    assert taken_back.startswith("Taken back on ")
    assert spoken.startswith("The company made a statement on 3 March 2026")
