"""What members ask beyond a platform's stance: changes, passages, reminders; and showing answers to everyone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.ask.commands import Invocation
from bot.ask.presses import write
from bot.model.change import Change
from bot.model.message import Message, Quotation
from bot.model.subscription import ChatName
from bot.model.topic import Severity
from tests.ask.conftest import Counter, button
from tests.deliver.test_fanout import publish
from tests.fakes.tunegarden import change

MEMBER = Invocation(ChatName.DISCORD, "guild", "general", "bob")


async def several(counter: Counter, count: int) -> list[Change]:
    """So many changes of Tunegarden, a day apart, the last the newest."""
    told = []
    for day in range(count):
        quote = f"You agree that we may train AI model number {day} on your uploads."
        told.append(replace(change(quote), observed_at=datetime(2026, 2, 1, tzinfo=UTC) + timedelta(days=day)))
        await publish(counter.store, told[-1])
    return told


def days(message: Message) -> list[str]:
    """The days of the changes listed."""
    return [str(part).split(" · ")[0].split("'")[-1] for part in message.parts if " · " in str(part)]


async def test_changes_come_newest_first_five_a_page(counter: Counter) -> None:
    """Buttons lead to older and to newer pages, each in place of the one before."""
    await several(counter, 7)
    first = await counter.ask("changes")
    assert first.headline == "7 changes were announced."
    assert days(first) == [f"{day} February 2026" for day in (7, 6, 5, 4, 3)]
    older = await counter.desk.press(write(button(first, "Older"), counter.desk.commands), (), MEMBER)
    assert older.instead
    assert days(older.message) == ["2 February 2026", "1 February 2026"]
    newer = await counter.desk.press(write(button(older.message, "Newer"), counter.desk.commands), (), MEMBER)
    assert days(newer.message) == days(first)


async def test_each_change_that_is_listed_can_be_read_in_full(counter: Counter) -> None:
    """A button with its day and document shows what changed, word for word."""
    told = await several(counter, 2)
    listed = await counter.ask("changes")
    pressed = button(listed, "1 February 2026 · Tunegarden · Terms of Service")
    passages = await counter.desk.press(write(pressed, counter.desk.commands), (), MEMBER)
    assert told[0].findings[0].quote in str(passages.message)
    assert not passages.instead


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({"platform": "tune garden"}, 3),
        ({"platform": "inkwell"}, 0),
        ({"topic": "AI training"}, 3),
        ({"topic": "arbitration_disputes"}, 0),
        ({"days": "28"}, 2),
    ],
)
async def test_changes_of_what_was_asked_for(counter: Counter, options: dict[str, str], count: int) -> None:
    """A platform, a topic, a number of days: each leaves out what is not of it."""
    await several(counter, 3)
    counter.clock.time = datetime(2026, 3, 2, tzinfo=UTC)
    assert len(days((await counter.reply("changes", replace(MEMBER, options=options))).message)) == count


@pytest.mark.parametrize("options", [{"days": "0"}, {"days": "many"}, {"days": "99999"}, {"topic": "cats"}])
async def test_what_changes_cannot_be_asked_for_is_answered(counter: Counter, options: dict[str, str]) -> None:
    """A wrong number or topic is named, with what is taken."""
    assert (await counter.reply("changes", replace(MEMBER, options=options))).message.tone == "error"


async def test_every_passage_is_shown_a_few_at_a_time(counter: Counter) -> None:
    """A change of more passages than an announcement quotes can be read whole."""
    told = replace(change(), edits=tuple(change(f"Passage {n} is new.").edits[0] for n in range(6)))
    await publish(counter.store, told)
    first = await counter.ask("change", change=told.id)
    second = await counter.desk.press(write(button(first, "More"), counter.desk.commands), (), MEMBER)
    quoted = [part.text for page in (first, second.message) for part in page.parts if isinstance(part, Quotation)]
    assert set(quoted) >= {told.findings[0].quote, *(f"Passage {n} is new." for n in range(6))}
    assert second.instead
    assert ("Page 1 of 2" in str(first), "Page 2 of 2" in str(second.message)) == (True, True)
    await publish(counter.store, change("One sentence that lets us train models."))
    whole = await counter.ask("change", change=change("One sentence that lets us train models.").id)
    assert "Page" not in str(whole)


async def test_a_change_that_is_gone_is_said_to_be(counter: Counter) -> None:
    """An old button whose change is no longer kept is answered in words."""
    assert "no longer known" in (await counter.ask("change", change="gone")).headline


async def test_a_person_is_reminded_before_it_holds(counter: Counter) -> None:
    """The reminder is theirs alone, in their language, three days before; asked twice, it comes once."""
    await publish(counter.store, change())
    who = replace(MEMBER, locale="de", options={"change": change().id})
    for _ in range(2):
        assert "29. März 2026" in await counter.hear("remind", who)
    counter.clock.time = datetime(2026, 3, 29, 9, 1, tzinfo=UTC)
    await counter.store.deliveries.wake()
    [(_, delivery)] = await counter.store.deliveries.claim(10, 0)
    assert (delivery.destination.channel, delivery.locale) == ("@bob", "de")


async def test_nothing_ahead_is_no_reminder(counter: Counter) -> None:
    """Where no day is ahead, the person is told so."""
    await publish(counter.store, replace(change(), effective=date(2026, 3, 1)))
    assert "no day ahead" in await counter.hear("remind", replace(MEMBER, options={"change": change().id}))


async def test_an_answer_can_be_shown_to_everyone(counter: Counter) -> None:
    """Share gives the same answer in public, in the language of the place, and says who shared it."""
    who = replace(MEMBER, locale="de", local="fr", options={"platform": "tunegarden"})
    private = await counter.reply("optout", who)
    assert not private.public
    shared = await counter.desk.press(write(button(private.message, "Im Kanal teilen"), counter.desk.commands), (), who)
    assert shared.public
    assert shared.message.sharer == "bob"
    assert "aucun moyen de s'opposer" in shared.message.headline
    assert all(action.label != "Partager dans le salon" for action in shared.message.actions)


async def test_what_went_wrong_can_be_shown_to_everyone_too(counter: Counter) -> None:
    """Who asks others which platform was meant shows them what came of it."""
    who = replace(MEMBER, options={"platform": "tunegardn"})
    private = await counter.reply("policy", who)
    shared = await counter.desk.press(write(private.message.actions[-1], counter.desk.commands), (), who)
    assert (private.public, shared.public, shared.message.sharer) == (False, True, "bob")
    assert shared.message.headline == private.message.headline


async def test_in_a_direct_message_there_is_nobody_to_share_with(counter: Counter) -> None:
    """The button is left out."""
    alone = replace(MEMBER, space="", channel="", options={"platform": "tunegarden"})
    assert [action.verb for action in (await counter.reply("optout", alone)).message.actions] == ["changes"]


async def test_only_answers_that_may_be_shared_are(counter: Counter) -> None:
    """A forged button cannot make an admin's answer public."""
    forged = "cb1!:list"
    reply = await counter.desk.press(forged, (), replace(MEMBER, admin=True))
    assert not reply.public


async def test_a_button_gives_no_right(counter: Counter) -> None:
    """Who presses an admin's button is judged anew."""
    reply = await counter.desk.press("cb1:choose:general:::platforms:*", ["all"], MEMBER)
    assert "manage this server" in str(reply.message)
    assert await counter.chosen() is None


async def test_a_button_of_another_edition_is_answered(counter: Counter) -> None:
    """In words, and with what to do."""
    reply = await counter.desk.press("cb0:policy:tunegarden", (), MEMBER)
    assert "older version" in reply.message.headline


async def test_severity_is_told_with_each_change(counter: Counter) -> None:
    """How much it matters stands beside the day."""
    await publish(counter.store, change(severity=Severity.MAJOR))
    assert "major" in str((await counter.ask("changes")).parts)
