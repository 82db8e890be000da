"""The card of a channel, Slack's form of it, and a channel that goes on in place of another."""

import asyncio
from dataclasses import replace

from bot.ask.commands import Invocation
from bot.ask.presses import write
from bot.errors import Blocked, Lack
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.model.topic import Severity, Topic
from tests.ask.conftest import ADMIN, HERE, Counter, button, menu


async def test_the_card_begins_with_channel_and_platforms(counter: Counter) -> None:
    """What cannot be chosen yet is not asked for; the rest comes with the first platform."""
    card = await counter.ask("settings")
    assert [pick.label for pick in card.picks] == ["Channel", "Platforms"]
    assert menu(card, "Channel").chosen == ("general",)
    after = await counter.choose(card, "Platforms", "tunegarden")
    assert len(after.picks) == 9
    assert menu(after, "Platforms").chosen == ("tunegarden",)
    assert (await counter.kept()).watches == (Watch("tunegarden"),)


async def test_every_choice_is_kept_at_once(counter: Counter) -> None:
    """Topics and severity hold for all platforms of the channel; the rest for the channel."""
    card = await counter.choose(await counter.ask("settings"), "Platforms", "tunegarden", "category:art")
    card = await counter.choose(card, "Topics", "ai_training", "opt_out_rights")
    card = await counter.choose(card, "Which", "major")
    card = await counter.choose(card, "When", "weekly")
    card = await counter.choose(card, "Role", "77")
    card = await counter.choose(card, "With each", "threads")
    topics = frozenset({Topic.AI_TRAINING, Topic.OPT_OUT_RIGHTS})
    assert await counter.kept() == Subscription(
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


async def test_a_menu_takes_away_only_what_it_showed(counter: Counter) -> None:
    """A search shows what it finds; what is watched beside that stays."""
    await counter.say("watch", platform="inkwell")
    search = write(button(await counter.ask("settings"), "Search platforms"), counter.desk.commands)
    found = (await counter.desk.press(search, ["tune"], ADMIN)).message
    assert [choice.value for choice in menu(found, "Platforms").choices] == ["tunegarden"]
    found = await counter.choose(found, "Platforms", "tunegarden")
    assert [watch.target for watch in (await counter.kept()).watches] == ["inkwell", "tunegarden"]
    await counter.choose(found, "Platforms")
    assert [watch.target for watch in (await counter.kept()).watches] == ["inkwell"]


async def test_another_channel_has_its_own_card(counter: Counter) -> None:
    """Taking a channel shows what that one has."""
    await counter.say("watch", platform="inkwell", channel="news")
    card = await counter.choose(await counter.ask("settings"), "Channel", "news")
    assert menu(card, "Platforms").chosen == ("inkwell",)
    await counter.choose(card, "When", "daily")
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


async def test_the_card_pauses_and_resumes(counter: Counter) -> None:
    """One button that changes its word."""
    card = await counter.choose(await counter.ask("settings"), "Platforms", "tunegarden")
    pause = write(button(card, "Pause"), counter.desk.commands)
    card = (await counter.desk.press(pause, (), ADMIN)).message
    assert (await counter.kept()).paused
    await counter.desk.press(write(button(card, "Resume"), counter.desk.commands), (), ADMIN)
    assert not (await counter.kept()).paused


async def test_what_admins_choose_at_once_is_all_kept(counter: Counter) -> None:
    """Three admins press at the same moment, a fourth types: nobody's choice takes back another's."""
    await counter.say("watch", platform="tunegarden")
    card = await counter.ask("settings")
    await asyncio.gather(
        counter.choose(card, "When", "weekly"),
        counter.choose(card, "Role", "77"),
        counter.choose(card, "Topics", "ai_training"),
        counter.say("watch", platform="inkwell"),
    )
    after = await counter.kept()
    assert (after.cadence, after.mention, len(after.watches)) == ("weekly", "77", 2)
    assert frozenset({Topic.AI_TRAINING}) in {watch.topics for watch in after.watches}


async def test_another_channel_goes_on(counter: Counter) -> None:
    """Everything chosen comes along; what the other channel has already stays as it is there."""
    await counter.say("watch", platform="tunegarden", severity="critical", cadence="weekly")
    await counter.say("watch", platform="inkwell")
    await counter.say("watch", platform="inkwell", severity="major", channel="news")
    await counter.store.subscriptions.put(replace(await counter.kept(), closed="#general"))
    asked = await counter.ask("move", channel="general")
    assert "#general" in str(asked.parts)
    card = await counter.choose(asked, "Channel", "talk")
    assert menu(card, "Channel").chosen == ("talk",)
    assert await counter.chosen() is None
    moved = await counter.chosen(HERE._replace(channel="talk"))
    assert moved is not None
    assert (moved.closed, moved.cadence, len(moved.watches)) == ("", "weekly", 2)
    await counter.choose(await counter.ask("move", channel="talk"), "Channel", "news")
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
    before = await counter.kept()
    asked = await counter.choose(await counter.ask("move", channel="general"), "Channel", "general")
    assert [pick.label for pick in asked.picks] == ["Channel"]
    assert await counter.kept() == before


async def test_slack_shows_all_choices_at_once(counter: Counter) -> None:
    """What Slack can do and nothing else; the channel's own language among it."""
    card = await counter.ask("settings", chat=ChatName.SLACK)
    named = [pick.options["what"] for pick in card.picks]
    assert named == [
        "platforms",
        "topics",
        "severity",
        "news",
        "cadence",
        "mention",
        "extras",
        "window",
        "call",
        "locale",
    ]
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
