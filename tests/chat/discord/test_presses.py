"""Buttons, menus and forms, pressed in the fake Discord and heard by the real discord.py."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest

from bot.ask.commands import Reply
from bot.chat.discord.client import DiscordChat
from bot.errors import StoreUnavailable
from bot.model.message import Action, Choice, Message, Pick
from bot.model.subscription import ChatName, Destination
from bot.wording.language import Languages
from tests.chat.discord.desk import NotingDesk
from tests.fakes.discord import PERMISSIONS, FakeDiscord, Interaction, Json
from tests.fakes.discord.limits import walk

Serving = Callable[..., AbstractAsyncContextManager[DiscordChat]]
MEMBER = PERMISSIONS["view_channel"] | PERMISSIONS["send_messages"]
OFFER = Message(
    "Terms changed.",
    actions=(
        Action("Opt out", "optout", {"platform": "tunegarden"}),
        Action("Search", "settings", {"channel": "7"}, asks="search"),
        Action("Share", "policy", {"platform": "x"}, aloud=True),
    ),
)
CARD = Message(
    "Choose.",
    picks=(
        Pick("Channel", "settings", "channel", "channel", chosen=("7",), least=1),
        Pick("Role", "choose", "value", "role", {"channel": "7", "what": "mention"}),
        Pick(
            "Topics",
            "choose",
            "value",
            "list",
            {"what": "topics"},
            (Choice("A", "a"), Choice("B", "b")),
            ("b",),
            most=2,
        ),
    ),
    actions=(Action("Send a test", "test", primary=True),),
)


def said(asked: Interaction) -> str:
    """The words of the last answer, on an embed or a card."""
    message = asked.messages[-1]
    texts = [part["content"] for part in walk(message["components"]) if part["type"] == 10]
    return str(message["embeds"][0]["title"]) if message["embeds"] else " ".join(texts)


async def posted(chat: DiscordChat, discord: FakeDiscord, guild: Json, message: Message = OFFER) -> Json:
    """The message, posted as an announcement is."""
    where = Destination(ChatName.DISCORD, guild["id"], guild["channels"][0]["id"])
    return discord.messages[await chat.poster.post(where, message, key="k")]


async def test_a_button_gives_its_command(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk
) -> None:
    """The answer is the presser's alone, and the announcement stays."""
    announced = await posted(chat, discord, guild)
    asked = await discord.click(announced, "cb1:optout:tunegarden", permissions=MEMBER)
    assert desk.pressed == [("cb1:optout:tunegarden", ())]
    assert desk.asked[0][1].user == discord.owner["id"]
    assert asked.ephemeral
    assert said(asked) == "Done."
    assert discord.messages[announced["id"]]["embeds"][0]["title"] == "Terms changed."


async def test_a_button_works_after_a_restart(
    discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving
) -> None:
    """Nothing of a message has to be remembered for its buttons to be answered."""
    async with serving() as chat:
        announced = await posted(chat, discord, guild)
    async with serving():
        assert said(await discord.click(announced, "cb1:optout:tunegarden")) == "Done."


async def test_discord_py_keeps_no_views(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk
) -> None:
    """Memory does not grow with every message that has buttons."""
    announced = await posted(chat, discord, guild)
    desk.reply = Reply(CARD)
    card = await discord.click(announced, "cb1:optout:tunegarden")
    await discord.click(card.messages[0], "cb1:test")
    assert list(chat._client.persistent_views) == []
    assert not chat._client._connection._view_store._views


async def test_a_menu_gives_what_was_chosen(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk
) -> None:
    """The card shows what holds; what is taken in it comes to the desk, and the card is drawn anew in its place."""
    announced = await posted(chat, discord, guild)
    desk.reply = Reply(CARD)
    opened = await discord.click(announced, "cb1:optout:tunegarden")
    menus = {part["custom_id"]: part for part in walk(opened.messages[0]["components"]) if part["type"] in {3, 6, 8}}
    assert [str(value["id"]) for value in menus["cb1:settings:*"]["default_values"]] == ["7"]
    topics = menus["cb1:choose::::topics:*"]
    assert [option["value"] for option in topics["options"] if option.get("default")] == ["b"]
    assert (topics["min_values"], topics["max_values"]) == (0, 2)
    desk.reply = Reply(Message("Chosen."), instead=True)
    taken = await discord.click(opened.messages[0], "cb1:choose::::topics:*", values=["a", "b"])
    assert desk.pressed[-1] == ("cb1:choose::::topics:*", ("a", "b"))
    assert taken.ack == 7
    assert "Chosen." in said(taken)


async def test_a_form_asks_for_what_a_button_needs(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk, languages: Languages
) -> None:
    """What is typed comes to the desk as the value of the open option."""
    announced = await posted(chat, discord, guild)
    form = await discord.click(announced, "cb1:settings:7::*", locale="fr")
    assert form.ack == 9
    assert form.data["title"] == languages.best("fr").say("ask-search")
    sent = await discord.submit(form, {"search": "sound cl"})
    assert desk.pressed == [("cb1:settings:7::*", ("sound cl",))]
    assert said(sent) == "Done."


async def test_instead_is_only_for_ones_own(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk
) -> None:
    """A message that everyone sees is not replaced by what one person asked to see next."""
    announced = await posted(chat, discord, guild)
    desk.reply = Reply(Message("Page two."), instead=True)
    asked = await discord.click(announced, "cb1:optout:tunegarden")
    assert (asked.ack, asked.ephemeral) == (4, True)
    assert discord.messages[announced["id"]]["embeds"][0]["title"] == "Terms changed."


async def test_a_shared_answer_names_who_shared_it(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk
) -> None:
    """Everyone sees it, and it pings nobody."""
    announced = await posted(chat, discord, guild)
    desk.reply = Reply(Message("No opt-out.", sharer=discord.owner["id"]), public=True)
    asked = await discord.click(announced, "cb1!:policy:x")
    assert not asked.ephemeral
    assert asked.messages[0]["content"] == f"<@{discord.owner['id']}>"
    assert asked.messages[0].get("_pings", []) == []


async def test_what_takes_long_is_promised(
    discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving
) -> None:
    """A press is acknowledged in time, and filled in when the answer is there."""
    async with serving(at_once=0.05) as chat:
        announced = await posted(chat, discord, guild)
        desk.gate, desk.reply = asyncio.Event(), Reply(Message("Page two."), instead=True)
        asked = await discord.click(announced, "cb1:optout:tunegarden", wait=0)
        await discord.until(lambda: asked.ack, 2, "acknowledgement")
        assert asked.ack == 5
        desk.gate.set()
        await discord.until(lambda: asked.answered, 2, "answer")
        assert said(asked) == "Page two."


@pytest.mark.parametrize("error", [StoreUnavailable("Redis is away"), ValueError("secret")])
async def test_trouble_is_said_once(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk, error: Exception
) -> None:
    """Whatever goes wrong behind a button, the person gets one sentence without the operator's details."""
    announced = await posted(chat, discord, guild)
    desk.error = error
    asked = await discord.click(announced, "cb1:optout:tunegarden")
    assert asked.ephemeral
    assert len(asked.messages) == 1
    assert "secret" not in said(asked)


async def test_a_button_that_is_too_long_is_left_out(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """Discord takes a hundred characters; the rest of the message is posted all the same."""
    message = Message("Found.", actions=(Action("Share", "find", {"platform": "x", "words": "w" * 100}),))
    assert (await posted(chat, discord, guild, message)).get("components", []) == []
