"""Joining servers, leaving them, and setting one up from its first minute."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import desk_on
from bot.chat.discord.client import DiscordChat
from bot.model.message import Action, Message
from bot.model.subscription import ChatName, Destination, Watch
from bot.ports import Poster
from bot.store import keys
from bot.store.connect import Client
from bot.store.store import Store
from bot.wording.language import Languages
from tests.chat.discord.desk import NotingDesk
from tests.fakes.discord import NEWS, PERMISSIONS, FakeDiscord, Interaction, Json
from tests.fakes.discord.limits import walk
from tests.fakes.tunegarden import CATALOGUE
from tests.fakes.world import HandClock

Serving = Callable[..., AbstractAsyncContextManager[DiscordChat]]
SPEAKING = PERMISSIONS["send_messages"]
MANAGING = PERMISSIONS["view_channel"] | PERMISSIONS["manage_guild"]
WELCOME = Message("Clausebell rings.", actions=(Action("Set up", "settings", primary=True),))


def silent(channel: Json) -> None:
    """Nobody may write there."""
    everyone = {"id": channel["guild_id"], "type": 0, "allow": "0", "deny": str(SPEAKING)}
    channel["permission_overwrites"].append(everyone)


async def welcomed(discord: FakeDiscord) -> Json:
    """The one welcome, when it is there."""
    await discord.until(discord.sent, 5, "welcome")
    [message] = discord.sent()
    return message


async def arrive(discord: FakeDiscord, *, mute: int = 0) -> Json:
    """Clausebell is added to a server of three channels, of which it may not write in the first `mute`."""
    guild = discord.add_guild("New", [("general", 0), ("news", NEWS), ("talk", 0)])
    for channel in guild["channels"][:mute]:
        silent(channel)
    await discord.dispatch("GUILD_CREATE", guild)
    return guild


async def test_the_welcome_stands_in_the_system_channel(
    chat: DiscordChat, discord: FakeDiscord, desk: NotingDesk
) -> None:
    """With its button, in the server's language, pinging nobody."""
    desk.welcome = WELCOME
    guild = await arrive(discord)
    message = await welcomed(discord)
    assert message["channel_id"] == guild["channels"][0]["id"]
    assert [part["label"] for part in walk(message["components"]) if part["type"] == 2] == ["Set up"]
    assert desk.homes == [f"{guild['id']} en-US"]


async def test_the_welcome_finds_a_channel_where_it_may_stand(
    chat: DiscordChat, discord: FakeDiscord, desk: NotingDesk
) -> None:
    """Not in the system channel: then in the first text channel that takes it."""
    desk.welcome = WELCOME
    guild = await arrive(discord, mute=2)
    assert (await welcomed(discord))["channel_id"] == guild["channels"][2]["id"]


async def test_the_welcome_goes_to_who_invited_us(chat: DiscordChat, discord: FakeDiscord, desk: NotingDesk) -> None:
    """Where no channel takes it, a direct message."""
    desk.welcome = WELCOME
    await arrive(discord, mute=3)
    message = await welcomed(discord)
    assert discord.channels[message["channel_id"]]["recipients"][0]["id"] == discord.owner["id"]


async def test_the_welcome_goes_to_an_inviter_who_is_not_the_owner(
    chat: DiscordChat, discord: FakeDiscord, desk: NotingDesk
) -> None:
    """Where the server's log may be read, it says who that was."""
    desk.welcome = WELCOME
    guild = discord.add_guild("New", [("general", 0)])
    silent(guild["channels"][0])
    discord.inviters[guild["id"]] = discord.user("grace")["id"]
    await discord.dispatch("GUILD_CREATE", guild)
    message = await welcomed(discord)
    assert discord.channels[message["channel_id"]]["recipients"][0]["id"] == discord.inviters[guild["id"]]


async def test_nobody_to_be_welcomed(chat: DiscordChat, discord: FakeDiscord, desk: NotingDesk) -> None:
    """No channel, and closed direct messages: then nothing, and we go on."""
    desk.welcome = WELCOME
    discord.dm_closed.add(discord.owner["id"])
    guild = await arrive(discord, mute=3)
    await discord.until(lambda: discord.invalid, 5, "refusal")
    assert discord.refused() == ["create_message 403"]
    assert discord.sent() == []
    assert desk.greeted == [guild["id"]]
    assert (await discord.slash("policy", guild, platform="x")).answered


async def test_an_outage_is_no_join(chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk) -> None:
    """A server that was away and is back is neither welcomed nor ended."""
    desk.welcome = WELCOME
    await discord.outage(guild)
    await discord.dispatch("GUILD_CREATE", {**guild, "unavailable": False})
    assert (await discord.slash("policy", guild, platform="x")).answered
    assert (desk.homes, desk.gone, discord.sent()) == ([], [], [])


@pytest.mark.parametrize(("ago", "welcomes"), [(timedelta(hours=1), 1), (timedelta(days=3), 0)])
async def test_added_while_we_were_away(
    discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving, ago: timedelta, welcomes: int
) -> None:
    """A server found at the start is welcomed if it added us lately; else it is taken up without a word."""
    desk.welcome, desk.new = WELCOME, True
    guild["members"][0]["joined_at"] = (datetime.now(UTC) - ago).isoformat()
    async with serving():
        await discord.until(lambda: desk.homes, 5, "join")
        assert desk.here == [{guild["id"]}]
    assert len(discord.sent()) == welcomes


@pytest.fixture
async def real(
    discord: FakeDiscord, guild: Json, serving: Serving, store: Store, languages: Languages
) -> AsyncIterator[DiscordChat]:
    """Clausebell with its real desk on a real Redis, connected, and what is watched in memory."""
    await store.subscriptions.recall(ChatName.DISCORD)
    posters: dict[ChatName, Poster] = {}
    desk = desk_on(store, CATALOGUE, posters, languages, HandClock(), "https://bell.test/privacy")
    async with serving(desk=desk) as chat:
        posters[ChatName.DISCORD] = chat.poster
        yield chat


def key(card: Json, start: str) -> str:
    """What the button or menu carries that begins so."""
    return next(str(c["custom_id"]) for c in walk(card["components"]) if c.get("custom_id", "").startswith(start))


def words(asked: Interaction) -> str:
    """All that a card says."""
    return " ".join(part["content"] for part in walk(asked.messages[-1]["components"]) if part["type"] == 10)


async def test_from_welcome_to_sample_in_four_steps(real: DiscordChat, discord: FakeDiscord, store: Store) -> None:
    """Set up, the channel, the platforms, a test: and the sample stands in the channel."""
    guild = await arrive(discord)
    welcome = await welcomed(discord)
    news = guild["channels"][1]
    one = await discord.click(welcome, "cb1:settings", permissions=MANAGING)
    assert one.ephemeral
    two = await discord.click(
        one.messages[0], key(one.messages[0], "cb1:settings:*"), values=[news["id"]], permissions=MANAGING
    )
    three = await discord.click(
        two.messages[0], key(two.messages[0], "cb1:choose"), values=["all", "tunegarden"], permissions=MANAGING
    )
    assert "Tunegarden" in words(three)
    four = await discord.click(three.messages[0], key(three.messages[0], "cb1:test"), permissions=MANAGING)
    assert four.messages[0]["embeds"][0]["title"] == "A sample was posted."
    [sample] = discord.sent(news)
    assert sample["embeds"][0]["author"]["name"] == "A sample"
    subscription = await store.subscriptions.get(Destination(ChatName.DISCORD, guild["id"], news["id"]))
    assert subscription is not None
    assert subscription.watches == (Watch("all"), Watch("tunegarden"))


async def test_a_welcome_that_never_came_out_comes_with_the_next_start(
    serving: Serving, discord: FakeDiscord, guild: Json, store: Store, languages: Languages
) -> None:
    """A process died after it noted the join: the next one welcomes, and none after that."""
    guild["members"][0]["joined_at"] = datetime.now(UTC).isoformat()
    await store.spaces.join(ChatName.DISCORD, guild["id"], welcome=True)
    for _ in range(2):
        async with serving(desk=desk_on(store, CATALOGUE, {}, languages, HandClock())):
            await welcomed(discord)
            await discord.slash("privacy show", guild)
    assert await store.spaces.unwelcomed(ChatName.DISCORD) == frozenset()
    assert len(discord.calls("create_message")) == 1


async def test_a_welcome_that_was_posted_shows_once(
    serving: Serving, discord: FakeDiscord, guild: Json, store: Store, languages: Languages, redis: Client
) -> None:
    """A process died after the post and before its note: the nonce of the next one's brings the first message back."""
    guild["members"][0]["joined_at"] = datetime.now(UTC).isoformat()
    await store.spaces.join(ChatName.DISCORD, guild["id"])

    async def start() -> None:
        await redis.execute_command("SADD", keys.unwelcomed(ChatName.DISCORD), guild["id"])
        before = len(discord.calls("create_message"))
        async with serving(desk=desk_on(store, CATALOGUE, {}, languages, HandClock())):
            await discord.until(lambda: len(discord.calls("create_message")) > before, 5, "post")

    await start()
    await start()
    assert len(discord.sent()) == 1


async def test_a_welcome_that_discord_does_not_take_now_is_owed(
    serving: Serving, discord: FakeDiscord, guild: Json, desk: NotingDesk
) -> None:
    """It comes again with the next session; one that nobody may be told is over."""
    desk.welcome, desk.new = WELCOME, True
    guild["members"][0]["joined_at"] = datetime.now(UTC).isoformat()
    silent(guild["channels"][0])
    discord.fail_next("create_dm", 503)
    async with serving():
        await discord.until(lambda: discord.calls("create_dm"), 5, "message")
    assert (discord.sent(), desk.greeted) == ([], [])
    async with serving():
        await discord.until(lambda: desk.greeted, 5, "welcome")
    assert len(discord.sent()) == 1


async def test_a_welcome_whose_answer_was_lost_is_not_posted_elsewhere(
    chat: DiscordChat, discord: FakeDiscord, desk: NotingDesk
) -> None:
    """Discord may have it: it is owed to the next session, whose nonce tells. Another server has its own meanwhile."""
    desk.welcome = WELCOME
    discord.fail_next("create_message", 0, keep=True)
    await arrive(discord)
    other = await arrive(discord)
    await discord.until(lambda: desk.greeted, 5, "another welcome")
    assert desk.greeted == [other["id"]]
    assert len(discord.calls("create_message")) == 2


async def test_the_privacy_policy_is_one_press_away(real: DiscordChat, discord: FakeDiscord) -> None:
    """The welcome links to it, and so does what is said to be stored."""
    guild = await arrive(discord)
    shown = await discord.slash("privacy show", guild)
    for message in (await welcomed(discord), shown.messages[0]):
        assert message["embeds"][0]["description"].endswith("[Privacy Policy](https://bell.test/privacy)")


async def test_the_card_names_a_missing_permission(real: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """As soon as the channel is chosen, before anything is posted."""
    quiet = discord.add_channel(guild, "quiet")
    silent(quiet)
    await discord.dispatch("CHANNEL_CREATE", quiet, guild["id"])
    card = await discord.slash("setup", guild)
    taken = await discord.click(card.messages[0], key(card.messages[0], "cb1:settings:*"), values=[quiet["id"]])
    assert "Send Messages" in words(taken)


async def test_a_channel_is_told_in_the_language_that_it_chose(
    real: DiscordChat, discord: FakeDiscord, guild: Json, store: Store
) -> None:
    """On the card or by a command, whatever Discord says of the server; the admin is answered in their own."""
    [channel] = guild["channels"]
    await discord.slash("watch add", guild, platform="tunegarden")
    card = await discord.slash("setup", guild, locale="fr")
    menu = next(part for part in walk(card.messages[0]["components"]) if ":locale:" in part.get("custom_id", ""))
    assert [option["label"] for option in menu["options"] if option.get("default")] == ["English"]
    taken = await discord.click(card.messages[0], menu["custom_id"], values=["de"], locale="fr")
    assert "Que doit suivre ce salon" in words(taken)
    await discord.slash("watch test", guild)
    [sample] = discord.sent(channel)
    assert sample["embeds"][0]["title"] == "Hier meldet sich Clausebell."
    await discord.slash("watch style", guild, language="ja")
    [kept] = await store.subscriptions.of_space(ChatName.DISCORD, guild["id"])
    assert kept.locale == "ja"


async def test_completion_waits_for_no_store(
    real: DiscordChat, discord: FakeDiscord, guild: Json, redis: Client
) -> None:
    """While Redis does not answer, an empty platform begins with what is watched, and only that can be taken away."""
    quiet = discord.add_channel(guild, "quiet")
    await discord.dispatch("CHANNEL_CREATE", quiet, guild["id"])
    await discord.slash("watch add", guild, platform="tunegarden")
    await discord.slash("watch add", guild, platform="all", channel=quiet)
    await redis.execute_command("CLIENT", "PAUSE", 2500, "ALL")
    async with asyncio.timeout(2):
        offered = await discord.autocomplete("policy", "platform", "", guild)
        here = await discord.autocomplete("watch remove", "platform", "", guild)
        there = await discord.autocomplete("watch remove", "platform", "", guild, channel=quiet)
    assert [choice["value"] for choice in offered] == ["tunegarden", "inkwell"]
    assert [choice["value"] for choice in here] == ["tunegarden"]
    assert [choice["value"] for choice in there] == ["all"]
    await redis.execute_command("PING")


async def test_a_mistyped_topic_is_answered_in_the_members_language(
    real: DiscordChat, discord: FakeDiscord, guild: Json
) -> None:
    """The option and what it takes are named as the person knows them."""
    asked = await discord.slash("watch add", guild, platform="tunegarden", topics="chats", locale="fr")
    [answer] = asked.messages[0]["embeds"]
    assert answer["title"].startswith("Sujets")
    assert "Entraînement de l'IA" in answer["description"]


async def test_a_member_cannot_choose_on_anothers_card(
    real: DiscordChat, discord: FakeDiscord, guild: Json, store: Store
) -> None:
    """The right is judged at each press."""
    card = await discord.slash("setup", guild)
    menu = key(card.messages[0], "cb1:choose")
    asked = await discord.click(card.messages[0], menu, values=["all"], permissions=PERMISSIONS["view_channel"])
    assert "permission to manage" in asked.messages[-1]["embeds"][0]["title"]
    assert await store.subscriptions.of_space(ChatName.DISCORD, guild["id"]) == []


async def test_kicked_and_back(real: DiscordChat, discord: FakeDiscord, guild: Json, store: Store) -> None:
    """The choices end with the kick and come back with the return, which says so."""
    await discord.slash("watch add", guild, platform="tunegarden")
    await discord.kick(guild)

    async def count() -> int:
        return len(await store.subscriptions.of_space(ChatName.DISCORD, guild["id"]))

    while await count():
        await discord.until(lambda: True)
    discord.guilds[guild["id"]] = guild
    discord.channels |= {channel["id"]: channel for channel in guild["channels"]}
    await discord.dispatch("GUILD_CREATE", guild)
    assert "one channel" in (await welcomed(discord))["embeds"][0]["description"]
    assert await count() == 1
