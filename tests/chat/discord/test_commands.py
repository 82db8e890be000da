"""Slash commands, given to the real discord.py by the fake Discord."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

import pytest

from bot.app import desk_on
from bot.ask.commands import Command, Reply
from bot.chat.discord.client import DiscordChat
from bot.chat.discord.render import embed
from bot.errors import StoreUnavailable
from bot.model.message import Action, Choice, Message
from bot.model.subscription import ChatName, Destination, Watch
from bot.model.topic import Severity
from bot.store.store import Store
from bot.wording.language import Languages
from tests.chat.discord.desk import DONE, NotingDesk
from tests.fakes.discord import PERMISSIONS, FakeDiscord, Interaction, Json
from tests.fakes.discord.limits import walk
from tests.fakes.tunegarden import CATALOGUE
from tests.fakes.world import HandClock

Serving = Callable[..., AbstractAsyncContextManager[DiscordChat]]
MEMBER = PERMISSIONS["view_channel"] | PERMISSIONS["send_messages"]


def headline(asked: Interaction) -> str:
    """The title of the one answer."""
    assert len(asked.messages) == 1
    title: str = asked.messages[0]["embeds"][0]["title"]
    return title


async def test_registered(chat: DiscordChat, discord: FakeDiscord) -> None:
    """Members' commands are offered everywhere, an admin's in servers, to those who may manage them."""
    known = {command["name"]: command for command in discord.commands[None]}
    assert set(known) == {"policy", "optout", "changes", "find", "watch", "setup", "privacy"}
    assert [o["name"] for o in known["watch"]["options"]] == [
        "add",
        "remove",
        "list",
        "pause",
        "resume",
        "test",
        "style",
    ]
    assert known["setup"]["default_member_permissions"] == str(PERMISSIONS["manage_guild"])
    assert known["policy"]["contexts"] == [0, 1, 2]
    assert known["policy"]["integration_types"] == [0, 1]
    assert known["policy"]["default_member_permissions"] is None
    assert known["watch"]["contexts"] == [0]
    assert known["watch"]["integration_types"] == [0]
    assert known["watch"]["default_member_permissions"] == str(PERMISSIONS["manage_guild"])
    options = {option["name"]: option for option in known["watch"]["options"][0]["options"]}
    assert options["platform"]["autocomplete"]
    assert options["channel"]["channel_types"] == [0, 5, 11, 10, 12, 15]
    assert [choice["value"] for choice in options["severity"]["choices"]] == ["minor", "major", "critical"]
    assert (options["role"]["type"], options["news"]["type"]) == (8, 5)
    style = {option["name"]: option["type"] for option in known["watch"]["options"][6]["options"]}
    assert style == {
        "channel": 7,
        "news": 5,
        "cadence": 3,
        "role": 8,
        "threads": 5,
        "publish": 5,
        "picture": 5,
        "text": 3,
        "language": 3,
    }
    words = {option["name"]: option for option in known["find"]["options"]}["words"]
    assert (words["type"], words["required"], words.get("autocomplete", False)) == (3, True, False)
    assert (words["min_length"], words["max_length"]) == (2, 60)


async def test_words_reach_the_desk_as_typed(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk
) -> None:
    """Quotation marks and signs are the desk's to read."""
    await discord.slash("find", guild, platform="x", words='"train AI" OR *')
    assert desk.asked[0][1].options == {"platform": "x", "words": '"train AI" OR *'}


async def test_a_name_that_nearly_fits_is_offered(
    discord: FakeDiscord, guild: Json, store: Store, clock: HandClock, languages: Languages, serving: Serving
) -> None:
    """As a button that gives the same command, with the rest of the order in it."""
    async with serving(desk_on(store, CATALOGUE, {}, languages, clock)):
        asked = await discord.slash("watch add", guild, platform="tunegardn", severity="major")
        [button] = [part for part in walk(asked.messages[0]["components"]) if part["type"] == 2]
        assert (button["label"], button["custom_id"]) == ("Tunegarden", "cb1:watch:tunegarden::major")
        await discord.click(asked.messages[0], button["custom_id"])
    here = Destination(ChatName.DISCORD, guild["id"], guild["channels"][0]["id"])
    subscription = await store.subscriptions.get(here)
    assert subscription is not None
    assert subscription.watches == (Watch("tunegarden", severity=Severity.MAJOR),)


async def test_mixed_group_is_open(discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving) -> None:
    """A group of which anyone may use a part is offered to all; the desk refuses the rest."""
    policy, *_ = desk.commands
    desk.commands = (
        replace(policy, verb="privacy", discord="privacy show", options=()),
        replace(policy, verb="privacy", discord="privacy erase", options=(), who="admin"),
    )
    async with serving():
        assert discord.commands[None][0]["default_member_permissions"] is None
        assert headline(await discord.slash("privacy show", guild, permissions=MEMBER)) == "Done."
        assert headline(await discord.slash("privacy erase", guild, permissions=MEMBER)) == "Not allowed."


async def test_restart_registers_nothing(discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving) -> None:
    """Commands are sent when they changed, and not for a restart."""
    for _ in range(2):
        async with serving():
            assert len(discord.calls("bulk_set_application_commands")) == 1
    desk.commands = desk.commands[:1]
    async with serving():
        assert len(discord.calls("bulk_set_application_commands")) == 2
        assert [command["name"] for command in discord.commands[None]] == ["policy"]


async def test_described_in_every_language(chat: DiscordChat, discord: FakeDiscord, languages: Languages) -> None:
    """Commands, groups, options and choices are described in each language that we speak; what is typed is English."""
    watch = next(command for command in discord.commands[None] if command["name"] == "watch")
    add = next(option for option in watch["options"] if option["name"] == "add")
    severity = next(option for option in add["options"] if option["name"] == "severity")
    minor = severity["choices"][0]
    spoken = {"de": "de", "fr": "fr", "es-ES": "es", "es-419": "es", "ja": "ja", "pt-BR": "pt-BR"}
    for words, key in [
        (watch["description_localizations"], "command-watch"),
        (add["description_localizations"], "command-watch"),
        (severity["description_localizations"], "option-severity"),
        (minor["name_localizations"], "severity-minor"),
    ]:
        assert words == {locale: languages.best(code).say(key) for locale, code in spoken.items()}
    assert not any(node.get("name_localizations") for node in (watch, add, severity))


@pytest.mark.parametrize("of_choice", [False, True])
async def test_better_words_are_registered(
    discord: FakeDiscord, guild: Json, serving: Serving, *, of_choice: bool
) -> None:
    """Commands are sent again where only the words of another language changed, of an option or of its choice."""
    async with serving():
        pass
    add = discord.command("watch add")[1][-1]
    severity = next(option for option in add["options"] if option["name"] == "severity")
    words = severity["choices"][0]["name_localizations"] if of_choice else severity["description_localizations"]
    words["ja"] = "?"
    async with serving():
        assert len(discord.calls("bulk_set_application_commands")) == 2


async def test_admin_adds_a_watch(chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk) -> None:
    """The desk gets names as typed, ids of channel and role, and Discord's word that this is an admin."""
    news, role = discord.add_channel(guild, "news", 5), discord.add_role(guild, "artists")
    asked = await discord.slash(
        "watch add", guild, platform="sound cloud", channel=news, severity="major", topics="ai_training", role=role
    )
    verb, order = desk.asked[0]
    assert verb == "watch"
    assert order.admin
    assert (order.space, order.channel, order.user) == (guild["id"], guild["channels"][0]["id"], discord.owner["id"])
    assert order.options == {
        "platform": "sound cloud",
        "channel": news["id"],
        "severity": "major",
        "topics": "ai_training",
        "role": role["id"],
    }
    assert order.destination().channel == news["id"]
    assert asked.ephemeral
    assert headline(asked) == "Done."


async def test_member_is_no_admin(chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk) -> None:
    """Whoever lacks Manage Server is refused, even where an admin of the server opened the command to them."""
    with pytest.raises(PermissionError):
        await discord.slash("watch list", guild, permissions=MEMBER)
    asked = await discord.slash("watch list", guild, permissions=MEMBER, overridden=True)
    assert headline(asked) == "Not allowed."
    assert asked.ephemeral


async def test_administrator_is_admin(chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk) -> None:
    """Administrator counts as Manage Server."""
    await discord.slash("watch list", guild, permissions=PERMISSIONS["administrator"], overridden=True)
    assert desk.asked[0][1].admin


async def test_choices_are_plain_words(chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk) -> None:
    """Yes and no, and names from a list, reach the desk as text; what was not given is not there."""
    await discord.slash("watch style", guild, cadence="weekly", threads=True, publish=False, text="Hello, artists")
    assert desk.asked[0][1].options == {
        "cadence": "weekly",
        "threads": "yes",
        "publish": "no",
        "text": "Hello, artists",
    }


async def test_an_app_of_ones_own_in_a_server_without_the_bot(
    chat: DiscordChat, discord: FakeDiscord, desk: NotingDesk
) -> None:
    """Who installed it for themselves is answered in any server, and may share there; nothing else is done in it."""
    elsewhere = discord.add_guild("Elsewhere")
    before = len(discord.requests)
    desk.reply = Reply(Message("No.", actions=(Action("Share", "policy", {"platform": "x"}, aloud=True),)))
    asked = await discord.slash("policy", elsewhere, platform="x")
    assert asked.ephemeral
    desk.reply = replace(DONE, public=True)
    shared = await discord.click(asked.messages[0], share(asked))
    assert not shared.ephemeral
    assert {request.operation for request in discord.requests[before:]} == {"create_interaction_response"}


def share(asked: Interaction) -> str:
    """The button of an answer by which everyone gets to see it."""
    return str(asked.messages[0]["components"][0]["components"][0]["custom_id"])


async def test_direct_message(chat: DiscordChat, discord: FakeDiscord, desk: NotingDesk) -> None:
    """In a direct message there is no server, no channel and no admin; the locale is the person's."""
    await discord.slash("policy", platform="etsy", locale="de")
    order = desk.asked[0][1]
    assert (order.space, order.channel, order.admin, order.locale) == ("", "", False, "de")
    with pytest.raises(PermissionError):
        await discord.slash("watch list")


async def test_answer_at_once(chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk) -> None:
    """A quick answer is drawn as the renderer draws it, to the person alone."""
    desk.reply = Reply(Message("No opt-out.", title="X", footer="Read today"))
    asked = await discord.slash("optout", guild, platform="x")
    assert (asked.ack, asked.ephemeral) == (4, True)
    assert asked.messages[0]["embeds"] == [embed(desk.reply.message).to_dict()]


async def test_slow_answer_is_promised(discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving) -> None:
    """What takes long is acknowledged in time, and filled in when it is there."""
    desk.gate = asyncio.Event()
    async with serving(at_once=0.05):
        asked = await discord.slash("policy", guild, platform="x", wait=0)
        await discord.until(lambda: asked.ack, 2, "acknowledgement")
        assert (asked.ack, asked.ephemeral, asked.answered) == (5, True, False)
        desk.gate.set()
        await discord.until(lambda: asked.answered, 2, "answer")
        assert headline(asked) == "Done."


async def test_stop_finishes_answers(discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving) -> None:
    """A stop lets an order that has begun be answered."""
    desk.gate = asyncio.Event()
    async with serving(at_once=0.05):
        asked = await discord.slash("policy", guild, platform="x", wait=0)
        await discord.until(lambda: asked.ack, 2, "acknowledgement")
        asyncio.get_running_loop().call_later(0.1, desk.gate.set)
    assert headline(asked) == "Done."


@pytest.mark.parametrize("late", [False, True])
async def test_public_answer(
    discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving, *, late: bool
) -> None:
    """A public answer is seen by all, also where a private one had been promised."""
    desk.reply = replace(desk.reply, public=True)
    desk.gate = asyncio.Event()
    async with serving(at_once=0.05 if late else 2):
        asked = await discord.slash("policy", guild, platform="x", wait=0)
        if late:
            await discord.until(lambda: asked.ack, 2, "acknowledgement")
        desk.gate.set()
        await discord.until(lambda: discord.sent(guild["channels"][0]), 2, "answer")
        assert [message["embeds"][0]["title"] for message in asked.messages] == ["Done."]


@pytest.mark.parametrize(
    ("error", "key"), [(StoreUnavailable("Redis is away"), "error-passing"), (ValueError("secret"), "error-lasting")]
)
async def test_trouble_is_said_once(
    chat: DiscordChat,
    discord: FakeDiscord,
    guild: Json,
    desk: NotingDesk,
    languages: Languages,
    error: Exception,
    key: str,
) -> None:
    """Whatever goes wrong, the person gets one sentence without the operator's details."""
    desk.error = error
    asked = await discord.slash("policy", guild, platform="x")
    assert headline(asked) == languages.best("en").say(key)
    assert asked.ephemeral
    assert len(discord.calls("create_interaction_response")) == 1


async def test_trouble_after_a_promise(
    discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving, languages: Languages
) -> None:
    """What fails after it was promised says so in the promised answer."""
    desk.gate, desk.error = asyncio.Event(), ValueError("secret")
    async with serving(at_once=0.05):
        asked = await discord.slash("policy", guild, platform="x", wait=0)
        await discord.until(lambda: asked.ack, 2, "acknowledgement")
        desk.gate.set()
        await discord.until(lambda: asked.answered, 2, "answer")
        assert headline(asked) == languages.best("en").say("error-lasting")


async def test_too_late(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """An answer that Discord no longer takes is not sent again."""
    discord.ack_window = 0
    await discord.slash("policy", guild, platform="x", wait=0)
    await discord.until(lambda: discord.violations, 2, "refusal")
    discord.ack_window = 3
    await discord.slash("optout", guild, platform="x")
    assert len(discord.calls("create_interaction_response")) == 2
    assert discord.violations == ["create_interaction_response: 10062 too late"]
    discord.violations.clear()


async def test_unknown_command(chat: DiscordChat, discord: FakeDiscord, guild: Json, languages: Languages) -> None:
    """A command that we no longer know is answered."""
    stale = discord.command("policy")[0]
    discord.commands[None].append({**stale, "name": "gone", "options": []})
    assert headline(await discord.slash("gone", guild)) == languages.best("en").say("error-lasting")


async def test_completion(chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk) -> None:
    """At most 25 choices of at most 100 characters; what cannot be taken back is left out."""
    long = Choice("A name that goes on " * 10, "long")
    desk.offered = [
        long,
        Choice("No value", ""),
        Choice("Endless", "x" * 101),
        *(Choice(f"N{i}", f"{i}") for i in range(30)),
    ]
    offered = await discord.autocomplete("watch add", "platform", "a", guild, severity="minor")
    assert len(offered) == 25
    assert offered[0]["name"].endswith("…")
    assert offered[1] == {"name": "N0", "value": "0"}
    kind, typed, order = desk.typed[0]
    assert (kind, typed, order.space, order.options["severity"]) == ("watchable", "a", guild["id"], "minor")


def test_every_command_is_described(languages: Languages) -> None:
    """No command or option shows a bare key."""
    commands: tuple[Command, ...] = NotingDesk().commands
    for command in (command for command in commands if command.discord):
        keys = [f"command-{command.verb}", *(f"option-{option.name}" for option in command.typed)]
        told = {(language.code, key): language.say(key) for language in languages for key in keys}
        assert {place: text for place, text in told.items() if not 1 < len(text) <= 100 or text == place[1]} == {}
