"""What admins choose on the card, and what they order beside it."""

import asyncio
from dataclasses import replace

import pytest

from bot.ask.commands import Invocation
from bot.ask.presses import write
from bot.errors import Blocked, Lack
from bot.model.delivery import Delivery, Subject
from bot.model.message import Message, Pick
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.model.topic import Severity, Topic
from tests.ask.conftest import HERE, Counter, button
from tests.deliver.test_fanout import publish
from tests.fakes.tunegarden import change

ADMIN = Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True, manager=True)


def menu(message: Message, label: str) -> Pick:
    """The menu with this label."""
    return next(pick for pick in message.picks if pick.label.startswith(label))


async def choose(counter: Counter, card: Message, label: str, *values: str) -> Message:
    """The card after this was taken in a menu."""
    reply = await counter.desk.press(write(menu(card, label), counter.desk.commands), values, ADMIN)
    assert reply.instead
    return reply.message


async def kept(counter: Counter) -> Subscription:
    """What the channel has."""
    found = await counter.chosen()
    assert found is not None
    return found


async def test_the_card_begins_with_channel_and_platforms(counter: Counter) -> None:
    """What cannot be chosen yet is not asked for; the rest comes with the first platform."""
    card = await counter.ask("settings")
    assert [pick.label for pick in card.picks] == ["Channel", "Platforms"]
    assert menu(card, "Channel").chosen == ("general",)
    after = await choose(counter, card, "Platforms", "tunegarden")
    assert len(after.picks) == 8
    assert menu(after, "Platforms").chosen == ("tunegarden",)
    assert (await kept(counter)).watches == (Watch("tunegarden"),)


async def test_every_choice_is_kept_at_once(counter: Counter) -> None:
    """Topics and severity hold for all platforms of the channel; the rest for the channel."""
    card = await choose(counter, await counter.ask("settings"), "Platforms", "tunegarden", "category:art")
    card = await choose(counter, card, "Topics", "ai_training", "opt_out_rights")
    card = await choose(counter, card, "Which", "major")
    card = await choose(counter, card, "When", "weekly")
    card = await choose(counter, card, "Role", "77")
    card = await choose(counter, card, "With each", "threads")
    topics = frozenset({Topic.AI_TRAINING, Topic.OPT_OUT_RIGHTS})
    assert await kept(counter) == Subscription(
        HERE,
        (Watch("category:art", topics, Severity.MAJOR), Watch("tunegarden", topics, Severity.MAJOR)),
        cadence="weekly",
        mention="77",
        threads=True,
        publish=False,
        picture=False,
        by="ada",
    )
    assert menu(card, "When").chosen == ("weekly",)


async def test_a_platform_added_later_is_watched_like_the_others(counter: Counter) -> None:
    """The topics and severity chosen before hold for it too."""
    card = await choose(counter, await counter.ask("settings"), "Platforms", "tunegarden")
    card = await choose(counter, card, "Which", "critical")
    await choose(counter, card, "Platforms", "tunegarden", "inkwell")
    assert {watch.severity for watch in (await kept(counter)).watches} == {Severity.CRITICAL}


async def test_a_menu_takes_away_only_what_it_showed(counter: Counter) -> None:
    """A search shows what it finds; what is watched beside that stays."""
    await counter.say("watch", platform="inkwell")
    search = write(button(await counter.ask("settings"), "Search platforms"), counter.desk.commands)
    found = (await counter.desk.press(search, ["tune"], ADMIN)).message
    assert [choice.value for choice in menu(found, "Platforms").choices] == ["tunegarden"]
    found = await choose(counter, found, "Platforms", "tunegarden")
    assert [watch.target for watch in (await kept(counter)).watches] == ["inkwell", "tunegarden"]
    await choose(counter, found, "Platforms")
    assert [watch.target for watch in (await kept(counter)).watches] == ["inkwell"]


async def test_another_channel_has_its_own_card(counter: Counter) -> None:
    """Taking a channel shows what that one has."""
    await counter.say("watch", platform="inkwell", channel="news")
    card = await choose(counter, await counter.ask("settings"), "Channel", "news")
    assert menu(card, "Platforms").chosen == ("inkwell",)
    await choose(counter, card, "When", "daily")
    there = await counter.chosen(HERE._replace(channel="news"))
    assert there is not None
    assert there.cadence == "daily"
    assert await counter.chosen() is None


async def test_what_is_missing_is_named_at_once(counter: Counter) -> None:
    """Before anything fails, the card and the typed command say what keeps messages from being posted."""
    counter.chat.fails["general"] = Blocked("?", lacks=[Lack("send_messages"), Lack("role", "artists")])
    for said in (await counter.say("settings"), await counter.say("watch", platform="tunegarden")):
        assert "'Send Messages'" in said
        assert "@artists" in said


async def test_what_is_missing_is_named_in_ones_own_language(counter: Counter) -> None:
    """As Discord's settings name it there."""
    counter.chat.fails["general"] = Blocked("?", lacks=[Lack("send_messages"), Lack("role", "artists")])
    said = await counter.hear("settings", replace(ADMIN, locale="de"))
    assert "Nachrichten senden" in said
    assert "Send Messages" not in said


async def test_every_choice_can_be_typed(counter: Counter) -> None:
    """What is not named stays as it is, and the answer is the card."""
    assert (await counter.ask("style", cadence="daily")).tone == "error"
    await counter.say("watch", platform="tunegarden", cadence="weekly")
    card = await counter.ask("style", role="7", threads="yes", picture="no", text=" Hello,  artists ")
    assert menu(card, "When").chosen == ("weekly",)
    assert "Hello, artists" in str(card.parts)
    now = await kept(counter)
    assert (now.cadence, now.mention, now.threads, now.publish, now.picture, now.text) == (
        "weekly",
        "7",
        True,
        True,
        False,
        "Hello, artists",
    )
    await counter.ask("style", text="-")
    assert (await kept(counter)).text == ""
    assert (await counter.ask("style", cadence="hourly")).tone == "error"
    assert (await counter.ask("watch", platform="tunegarden", cadence="hourly")).tone == "error"


async def test_a_role_is_called_for_one_platform_alone(counter: Counter) -> None:
    """A role typed for a platform is that one's; a role chosen on the card is for all."""
    await counter.say("watch", platform="tunegarden", role="7")
    await counter.say("watch", platform="inkwell", role="8")
    assert {watch.target: watch.mention for watch in (await kept(counter)).watches} == {
        "tunegarden": "7",
        "inkwell": "8",
    }
    assert "a role of its own" in await counter.say("list")
    await choose(counter, await counter.ask("settings"), "Role", "9")
    now = await kept(counter)
    assert (now.mention, [watch.mention for watch in now.watches]) == ("9", [None, None])


async def test_a_line_of_ones_own_is_typed_on_the_card(counter: Counter) -> None:
    """Commas and all; sent empty, there is none."""
    card = await choose(counter, await counter.ask("settings"), "Platforms", "tunegarden")
    ask = write(button(card, "A line of your own"), counter.desk.commands)
    card = (await counter.desk.press(ask, ["Artists, read this, please"], ADMIN)).message
    assert (await kept(counter)).text == "Artists, read this, please"
    assert "Artists, read this, please" in str(card)
    await counter.desk.press(ask, [""], ADMIN)
    assert (await kept(counter)).text == ""


async def test_another_channel_goes_on(counter: Counter) -> None:
    """Everything chosen comes along; what the other channel has already stays as it is there."""
    await counter.say("watch", platform="tunegarden", severity="critical", cadence="weekly")
    await counter.say("watch", platform="inkwell")
    await counter.say("watch", platform="inkwell", severity="major", channel="news")
    await counter.store.subscriptions.put(replace(await kept(counter), closed="#general"))
    asked = await counter.ask("move", channel="general")
    assert "#general" in str(asked.parts)
    card = await choose(counter, asked, "Channel", "talk")
    assert menu(card, "Channel").chosen == ("talk",)
    assert await counter.chosen() is None
    moved = await counter.chosen(HERE._replace(channel="talk"))
    assert moved is not None
    assert (moved.closed, moved.cadence, len(moved.watches)) == ("", "weekly", 2)
    await choose(counter, await counter.ask("move", channel="talk"), "Channel", "news")
    merged = await counter.chosen(HERE._replace(channel="news"))
    assert merged is not None
    assert [(watch.target, watch.severity) for watch in merged.watches] == [
        ("inkwell", Severity.MAJOR),
        ("tunegarden", Severity.CRITICAL),
    ]
    assert (await counter.ask("move", channel="talk")).tone == "error"


async def test_a_channel_moved_to_itself_keeps_all(counter: Counter) -> None:
    """Whoever chooses the channel that it is about is asked again, and loses nothing."""
    await counter.say("watch", platform="tunegarden")
    before = await kept(counter)
    asked = await choose(counter, await counter.ask("move", channel="general"), "Channel", "general")
    assert [pick.label for pick in asked.picks] == ["Channel"]
    assert await kept(counter) == before


async def test_what_admins_choose_at_once_is_all_kept(counter: Counter) -> None:
    """Three admins press at the same moment, a fourth types: nobody's choice takes back another's."""
    await counter.say("watch", platform="tunegarden")
    card = await counter.ask("settings")
    await asyncio.gather(
        choose(counter, card, "When", "weekly"),
        choose(counter, card, "Role", "77"),
        choose(counter, card, "Topics", "ai_training"),
        counter.say("watch", platform="inkwell"),
    )
    after = await kept(counter)
    assert (after.cadence, after.mention, len(after.watches)) == ("weekly", "77", 2)
    assert frozenset({Topic.AI_TRAINING}) in {watch.topics for watch in after.watches}


async def test_any_answer_to_an_admin_names_channels_that_hear_nothing(counter: Counter) -> None:
    """Who takes no direct messages learns it there."""
    await counter.say("watch", platform="tunegarden")
    await counter.store.subscriptions.put(replace(await kept(counter), blocked="x", lacks=(Lack("embed_links"),)))
    assert "Embed Links" in await counter.say("watch", platform="inkwell", channel="news")
    assert "Embed Links" not in await counter.hear("policy", replace(ADMIN, options={"platform": "inkwell"}))


async def test_a_channel_that_is_deleted_is_told_of_by_the_courier(counter: Counter) -> None:
    """Once, with its name; a channel that watches nothing is nobody's business."""
    await counter.desk.closed(HERE, "#general")
    assert await counter.store.deliveries.claim(2, 0) == []
    await counter.say("watch", platform="tunegarden")
    await counter.desk.closed(HERE, "#general")
    [(_, delivery)] = await counter.store.deliveries.claim(2, 0)
    assert (delivery.subject.kind, delivery.subject.name, delivery.destination) == ("closed", "#general", HERE)


@pytest.mark.parametrize(("what", "value"), [("topics", "cats"), ("cadence", "hourly"), ("extras", "fireworks")])
async def test_what_no_menu_offers_is_refused(counter: Counter, what: str, value: str) -> None:
    """A forged choice changes nothing."""
    await counter.say("watch", platform="tunegarden")
    before = await kept(counter)
    assert (await counter.ask("choose", channel="general", what=what, value=value)).tone == "error"
    assert await kept(counter) == before


async def test_a_sample_is_the_latest_change_and_mentions_nobody(counter: Counter) -> None:
    """It is posted to the real channel, as an announcement is, and named a sample."""
    await counter.say("watch", platform="tunegarden", role="7")
    await publish(counter.store, change())
    assert (await counter.ask("test")).tone == "done"
    [(where, message, _)] = counter.chat.posted
    assert where == HERE
    assert message.title == "A sample · Tunegarden · Terms of Service"
    assert [manner.mention for manner in counter.chat.manners] == [None]


async def test_a_sample_needs_no_change(counter: Counter) -> None:
    """A channel to whose platforms nothing happened yet gets a word of ours; each sample is a message of its own."""
    await counter.say("watch", platform="inkwell")
    await publish(counter.store, change())
    await counter.ask("test")
    counter.clock.time = counter.clock.time.replace(second=1)
    await counter.ask("test")
    assert [message.title for _, message, _ in counter.chat.posted] == ["A sample", "A sample"]
    assert len({key for _, _, key in counter.chat.posted}) == 2


async def test_a_sample_that_cannot_be_posted_says_why(counter: Counter) -> None:
    """The permission that is missing, and what to do."""
    counter.chat.fails["general"] = Blocked("?", lacks=[Lack("send_messages")])
    told = await counter.say("test")
    assert "'Send Messages'" in told
    assert "can give it: Edit Channel" in told


async def test_a_pause_holds_and_a_resume_lets_go(counter: Counter) -> None:
    """What came in between is queued again."""
    await counter.say("watch", platform="tunegarden")
    await counter.say("pause")
    assert (await kept(counter)).paused
    await counter.store.deliveries.enqueue([Delivery(Subject("change", "x"), HERE)])
    [(ticket, delivery)] = await counter.store.deliveries.claim(1, 0)
    await counter.store.deliveries.hold(ticket, delivery)
    await counter.say("resume")
    assert not (await kept(counter)).paused
    assert len(await counter.store.deliveries.claim(1, 0)) == 1


async def test_the_card_pauses_and_resumes(counter: Counter) -> None:
    """One button that changes its word."""
    card = await choose(counter, await counter.ask("settings"), "Platforms", "tunegarden")
    pause = write(button(card, "Pause"), counter.desk.commands)
    card = (await counter.desk.press(pause, (), ADMIN)).message
    assert (await kept(counter)).paused
    await counter.desk.press(write(button(card, "Resume"), counter.desk.commands), (), ADMIN)
    assert not (await kept(counter)).paused


async def test_there_may_be_nothing_to_pause(counter: Counter) -> None:
    """A channel that watches nothing is offered to be set up."""
    assert button(await counter.ask("pause"), "Set up").verb == "settings"


async def test_a_channel_chooses_its_language(counter: Counter) -> None:
    """Whatever Discord says of the server; on the card or by a typed command, and answers stay in the person's own."""
    card = await choose(counter, await counter.ask("settings"), "Platforms", "tunegarden")
    language = menu(card, "Language")
    assert ([choice.name for choice in language.choices][:2], language.chosen) == (["Deutsch", "English"], ("en",))
    card = await choose(counter, card, "Language", "ja")
    assert (await kept(counter)).locale == "ja"
    assert menu(card, "Language").chosen == ("ja",)
    await counter.say("test")
    assert "Clausebellはここにお知らせを投稿します" in str(counter.chat.posted[-1])
    await counter.say("style", language="pt-BR")
    assert (await kept(counter)).locale == "pt-BR"
    assert "cannot be used" in await counter.say("style", language="tlh")


async def test_everyone_stands_for_no_role(counter: Counter) -> None:
    """A role that was chosen can be taken back by a typed command, which knows no empty choice."""
    await counter.say("watch", platform="tunegarden", role="7")
    await counter.say("style", role="8")
    await counter.say("watch", platform="tunegarden", role="guild")
    await counter.say("style", role="guild")
    assert (await kept(counter)).mention is None
    assert (await kept(counter)).watches == (Watch("tunegarden"),)


async def test_asked_in_a_direct_message_privacy_is_about_the_person(counter: Counter) -> None:
    """There is no server to tell of, only where to ask about one."""
    told = await counter.hear("privacy", replace(ADMIN, admin=False, space="", channel=""))
    assert "Your ID, where you set up a channel or asked for a reminder" in told
    assert "Facts" not in told


async def test_an_empty_list_leads_to_the_card(counter: Counter) -> None:
    """Nothing is watched, and the button to change that is there."""
    assert button(await counter.ask("list"), "Set up").verb == "settings"


async def test_privacy_says_what_is_stored(counter: Counter) -> None:
    """Anyone may know how much it is, and for how long."""
    await counter.say("watch", platform="tunegarden", role="7")
    told = await counter.hear("privacy", replace(ADMIN, admin=False))
    assert "Fact(label='Channels with settings', value='1')" in told
    assert "30 days" in told


async def test_everything_is_erased_once_confirmed(counter: Counter) -> None:
    """Asked once more; then nothing is left, and a later return brings nothing back, and no second welcome."""
    await counter.desk.joined(ChatName.DISCORD, "guild", "en")
    await counter.say("watch", platform="tunegarden")
    asked = await counter.ask("erase")
    assert await counter.chosen() is not None
    await counter.desk.press(write(button(asked, "Erase everything"), counter.desk.commands), (), ADMIN)
    assert await counter.chosen() is None
    assert await counter.desk.joined(ChatName.DISCORD, "guild", "en") is None


async def test_one_welcome_and_choices_that_come_back(counter: Counter) -> None:
    """A real join is welcomed, a known server is not; whoever returns within 30 days has their choices again."""
    first = await counter.desk.joined(ChatName.DISCORD, "guild", "en")
    assert first is not None
    assert button(first, "Set up").primary
    assert await counter.desk.joined(ChatName.DISCORD, "guild", "en") is None
    await counter.say("watch", platform="tunegarden")
    await counter.desk.left(ChatName.DISCORD, "guild")
    assert await counter.chosen() is None
    again = await counter.desk.joined(ChatName.DISCORD, "guild", "en")
    assert again is not None
    assert "one channel" in str(again)
    assert (await kept(counter)).watches == (Watch("tunegarden"),)


async def test_a_server_that_is_gone_without_a_word_is_ended(counter: Counter) -> None:
    """Of all servers that we are in, the others are ended, and the new ones named."""
    await counter.desk.joined(ChatName.DISCORD, "guild", "en")
    await counter.say("watch", platform="tunegarden")
    assert await counter.desk.present(ChatName.DISCORD, {"other"}) == {"other"}
    assert await counter.chosen() is None


async def test_slack_shows_all_choices_at_once(counter: Counter) -> None:
    """What Slack can do and nothing else; the channel's own language among it."""
    card = await counter.ask("settings", chat=ChatName.SLACK)
    named = [pick.options["what"] for pick in card.picks]
    assert named == ["platforms", "topics", "severity", "cadence", "mention", "extras", "window", "call", "locale"]
    assert [choice.value for choice in menu(card, "With each").choices] == ["threads"]
    assert "all" in [choice.value for choice in menu(card, "Platforms").choices]


async def test_a_form_is_kept_as_a_whole(counter: Counter) -> None:
    """What is wrong in one field is named, and nothing of the others is kept."""
    who = Invocation(ChatName.SLACK, "guild", "general", "ada", admin=True)
    asked = {"platforms": "tunegarden", "severity": "minor", "cadence": "hourly", "locale": "en", "extras": "threads"}
    reply = await counter.reply("configure", replace(who, options=asked))
    assert (reply.about, reply.saved) == ("cadence", False)
    assert await counter.chosen(Destination(ChatName.SLACK, "guild", "general")) is None
    reply = await counter.reply("configure", replace(who, options={**asked, "cadence": "daily"}))
    assert reply.saved
    kept = await counter.chosen(Destination(ChatName.SLACK, "guild", "general"))
    assert kept is not None
    assert (kept.cadence, kept.threads, kept.by) == ("daily", True, "ada")
