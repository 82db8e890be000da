"""Commands and buttons in the fake Slack, by either way to it, with the real slack-bolt, desk, courier and poster."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.deliver.courier import Courier
from bot.deliver.words import Words
from bot.model.subscription import ChatName, Subscription, Watch
from bot.model.topic import Topic
from bot.read.marks import marks
from bot.wording import announcement
from bot.wording.language import Languages
from tests.chat.slack.house import House, buttons, words
from tests.deliver.test_fanout import publish
from tests.fakes.slack.blockkit import Json, walk
from tests.fakes.tunegarden import CATALOGUE, TUNEGARDEN, change


async def answered(house: House, text: str) -> Json:
    """What the person alone reads after a command."""
    shown = house.team.channels["C1"].ephemerals
    before = len(shown)
    await house.slack.command(house.team, "/clausebell", text)
    await house.until(lambda: len(shown) > before)
    return shown[-1]


async def told(house: House, text: str) -> Json:
    """What everyone reads after a command."""
    shown = house.team.channels["C1"].messages
    before = len(shown)
    await house.slack.command(house.team, "/clausebell", text)
    await house.until(lambda: len(shown) > before)
    return shown[-1]


async def test_a_channel_does_without_some_topics_of_a_platform(house: House) -> None:
    """They are named after the platform, and the channel reads that they are gone, and what is left."""
    topics = frozenset({Topic.AI_TRAINING, Topic.ADVERTISING})
    before = replace(Subscription.begin(house.here()), watches=(Watch("inkwell", topics), Watch("tunegarden", topics)))
    await house.store.subscriptions.put(before)
    answer = await told(house, "unwatch tunegarden, AI training")
    assert answer["text"] == "No longer watched at Tunegarden: AI training."
    assert "Topics: Advertising" in words(answer).replace("  ", " ")
    kept = await house.kept()
    assert kept is not None
    assert kept.watches == (Watch("inkwell", topics), Watch("tunegarden", frozenset({Topic.ADVERTISING})))


async def test_a_channel_hears_of_changes_alone(house: House) -> None:
    """A word behind the platforms leaves news reports out, and another brings them back; everyone reads what is so."""
    for text, news, said in [
        ("watch tunegarden, inkwell, no news", False, "Changes only, no news reports"),
        ("watch tunegarden", False, "Changes only, no news reports"),
        ("watch tunegarden AI training news", True, "Changes and news reports"),
    ]:
        assert said in words(await told(house, text))
        kept = await house.kept()
        assert kept is not None
        assert kept.news is news


async def test_the_list_is_that_of_the_channel(house: House) -> None:
    """It speaks of this one, as members of others have no business with it."""
    for channel in ("C1", "C2"):
        await house.store.subscriptions.put(Subscription.begin(house.here(channel)).with_watch(Watch("inkwell")))
    answer = await answered(house, "list")
    assert answer["text"] == "What this channel watches"
    assert {node["channel_id"] for node in walk(answer["blocks"]) if node.get("type") == "channel"} == {"C1"}


async def test_the_list_can_be_shown_to_the_channel(house: House) -> None:
    """As whoever shows it, with the buttons that take lines away, which every member has."""
    await house.store.subscriptions.put(Subscription.begin(house.here()).with_watch(Watch("inkwell")))
    answer = await answered(house, "list")
    assert buttons(answer) == ["cb1:unwatch:inkwell", "cb1!:list"]
    await house.slack.click(house.team, answer, "cb1!:list", user="U1")
    await house.until(lambda: house.team.channels["C1"].messages)
    [shown] = house.team.channels["C1"].messages
    assert shown["text"] == "What this channel watches"
    assert "<@U1>" in str(shown["blocks"])
    assert buttons(shown) == ["cb1:unwatch:inkwell"]


async def test_the_help_can_be_shown_to_the_channel(house: House) -> None:
    """As the person read it, with who shows it, and once."""
    answer = await answered(house, "help")
    assert buttons(answer) == ["cb1!:help"]
    await house.slack.click(house.team, answer, "cb1!:help", user="U2")
    await house.until(lambda: house.team.channels["C1"].messages)
    [shown] = house.team.channels["C1"].messages
    assert [block for block in answer["blocks"] if block["type"] != "actions"] == shown["blocks"][:-1]
    assert "<@U2>" in words(shown)


async def test_every_line_of_a_long_list_can_be_taken_away(house: House) -> None:
    """Also where there are more than Slack takes in a row."""
    lines = tuple(Watch(f"platform{n:02}") for n in range(60))
    await house.store.subscriptions.put(replace(Subscription.begin(house.here()), watches=lines))
    answer = await answered(house, "list")
    assert len([key for key in buttons(answer) if key.startswith("cb1:unwatch:")]) == 60
    assert buttons(answer)[-1] == "cb1!:list"


@pytest.mark.parametrize(
    ("text", "said"), [("", "No change has been announced yet."), (" inkwell", "No such change has")]
)
async def test_where_nothing_was_announced_the_answer_fits_the_question(house: House, text: str, said: str) -> None:
    """Of everything, or of what was asked for."""
    assert (await answered(house, f"changes{text}"))["text"].startswith(said)


@pytest.mark.parametrize("text", ["list", "unwatch tunegarden", "pause"])
async def test_where_nothing_is_watched_yet_a_button_begins_it(house: House, text: str) -> None:
    """It opens the settings of the channel."""
    answer = await answered(house, text)
    assert buttons(answer)[0] == "cb1:settings"
    await house.slack.click(house.team, answer, "cb1:settings")
    assert (await house.opened())["callback_id"] == "settings"


async def test_where_no_way_is_known_the_answer_leads_to_the_documents(house: House) -> None:
    """Whoever asks how to opt out can look for themselves."""
    answer = await answered(house, "optout inkwell")
    assert [node["url"] for node in walk(answer["blocks"]) if node.get("type") == "link"] == [
        "https://inkwell.test/privacy"
    ]


async def test_an_answer_is_shared_in_the_channel(house: House) -> None:
    """By its button, for everyone, with the name of who let them; what the person read stays theirs."""
    answer = await answered(house, "optout tunegarden")
    await house.slack.click(house.team, answer, "cb1!:optout:tunegarden", user="U2")
    await house.until(lambda: house.team.channels["C1"].messages)
    [shared] = house.team.channels["C1"].messages
    assert (shared["text"], "<@U2>" in words(shared)) == (answer["text"], True)
    assert buttons(shared) == ["cb1:changes:tunegarden"]
    assert house.team.channels["C1"].ephemerals == [answer]


async def test_an_archived_channel_waits_at_once(house: House, languages: Languages) -> None:
    """Home says why, and whoever set it up is told, before anything is to be told there; out of it, all is well."""
    house.slack.add_channel(house.team, "C2", members={"U1"})
    await house.store.subscriptions.put(replace(Subscription.begin(house.here("C2"), by="U1"), watches=(Watch("all"),)))
    deliveries, subscriptions, chats = house.store.deliveries, house.store.subscriptions, {ChatName.SLACK: house.poster}
    told = Words(CATALOGUE, house.store.news, languages)
    courier = Courier(deliveries, subscriptions, chats, chats, told, lambda: 0.0, 8, 30, 30)
    await house.slack.event(house.team, {"type": "channel_archive", "channel": "C2", "user": "U1"})
    while not await courier.once():
        await asyncio.sleep(0.01)
    [private] = [channel for channel in house.team.channels.values() if channel.is_im]
    assert ["a way out of the archive" in words(one) for one in private.messages] == [True]
    assert "a way out of the archive" in words(await house.home())
    await house.slack.event(house.team, {"type": "channel_unarchive", "channel": "C2", "user": "U1"})
    while (kept := await house.kept("C2")) and kept.blocked:
        await asyncio.sleep(0.01)
    assert "a way out of the archive" not in words(await house.home())


async def test_a_name_that_nobody_knows_is_no_dead_end(house: House) -> None:
    """The answer says where all the names stand."""
    assert "/clausebell settings" in words(await answered(house, "policy zzz"))


async def test_a_reminder_comes_by_direct_message_before_the_day(house: House, languages: Languages) -> None:
    """Asked for by the button below an announcement, by a member; nobody else is told."""
    one = replace(change(), observed_at=house.clock.now())
    await publish(house.store, one)
    card = announcement.change(one, TUNEGARDEN, languages.best("en"), marks=marks)
    await house.poster.post(house.here(), card, key="k")
    [posted] = house.team.channels["C1"].messages
    await house.slack.click(house.team, posted, f"cb1:remind:{one.id}", user="U2")
    await house.until(lambda: house.team.channels["C1"].ephemerals)
    [promised] = house.team.channels["C1"].ephemerals
    assert promised["text"] == "You will get a direct message about Tunegarden on 29 March 2026."
    house.clock.time = datetime(2026, 3, 29, 9, tzinfo=UTC)
    chats = {ChatName.SLACK: house.poster}
    told = Words(CATALOGUE, house.store.news, languages)
    courier = Courier(house.store.deliveries, house.store.subscriptions, chats, chats, told, lambda: 0.0, 8, 30.0, 30.0)
    assert await house.store.deliveries.wake() == 1
    await courier.once()
    [reminder] = house.team.channels["DU2"].messages
    assert "1 April 2026" in words(reminder)
    assert house.team.channels["C1"].messages == [posted]
