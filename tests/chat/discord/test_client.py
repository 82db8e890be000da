"""Connecting, staying connected, and what is passed on to the desk."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest
from discord.http import Route

from bot.chat.discord.client import API, BETWEEN, DiscordChat
from bot.errors import ConfigurationError, StoreUnavailable
from bot.model.message import Message
from bot.model.subscription import ChatName, Destination
from bot.wording.language import Languages
from tests.chat.discord.desk import NotingDesk
from tests.fakes.discord import FORUM, NEWS, PERMISSIONS, TEXT, FakeDiscord, Json

Serving = Callable[..., AbstractAsyncContextManager[DiscordChat]]

HELLO = Message("It changed.")


class Waits(list[float]):
    """A wait that takes no time, and the seconds that were asked for."""

    async def __call__(self, seconds: float) -> None:
        """Note them."""
        self.append(seconds)


def name(guild: Json, channel: Json) -> str:
    """A destination as text."""
    return str(Destination(ChatName.DISCORD, guild["id"], channel["id"]))


async def test_asks_for_guilds_only(chat: DiscordChat, discord: FakeDiscord) -> None:
    """No intent but guilds, and nothing sent to anyone by itself."""
    assert [identify["intents"] for identify in discord.identifies] == [1]
    assert discord.sent() == []


async def test_resumes_at_the_given_gateway(
    discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving
) -> None:
    """A cut connection is resumed where we were told to connect, and what was missed comes after."""
    discord.told_gateway = "ws://127.0.0.1:9/elsewhere"
    async with serving():
        await discord.drop()
        await discord.kick(guild)
        await discord.until(lambda: desk.gone, 10, "missed event")
        assert (len(discord.identifies), discord.resumes) == (1, 1)


async def test_identifies_anew_at_the_given_gateway(
    discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving
) -> None:
    """A session that Discord has forgotten is begun anew, at the same place; nobody was kicked meanwhile."""
    discord.told_gateway = "ws://127.0.0.1:9/elsewhere"
    waits = Waits()
    async with serving(sleep=waits) as chat:
        await discord.drop()
        discord.sessions.clear()
        await discord.until(lambda: len(discord.identifies) == 2, 10, "second start")
        await discord.ready()
        assert await chat.poster.post(
            Destination(ChatName.DISCORD, guild["id"], guild["channels"][0]["id"]), HELLO, key="k"
        )
        assert desk.gone == []
        assert BETWEEN in waits


async def test_an_invalid_session_is_resumed_where_it_may_be(
    discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving
) -> None:
    """Discord may end any session: what happened meanwhile comes after."""
    other = discord.add_guild("Other")
    async with serving() as chat:
        await discord.invalidate(resumable=True)
        await discord.kick(other)
        await discord.until(lambda: desk.gone, 15, "news of the kick")
        assert (len(discord.identifies), discord.resumes) == (1, 1)
        assert desk.gone == [f"discord:{other['id']}"]
        where = Destination(ChatName.DISCORD, guild["id"], guild["channels"][0]["id"])
        assert await chat.poster.post(where, HELLO, key="k")


async def test_two_shards_are_one_service(discord: FakeDiscord, desk: NotingDesk, serving: Serving) -> None:
    """Servers of either shard are posted to and answered, and all are known before any is called new or gone.

    Where a session of one shard begins anew, a kick meanwhile is noticed, though no event tells of it.
    """
    discord.shards = 2
    guilds = [discord.add_guild("First")]
    while len({int(guild["id"]) >> 22 & 1 for guild in guilds}) < 2:
        guilds.append(discord.add_guild("Next"))
    names = {guild["id"] for guild in guilds}
    async with serving(sleep=Waits()) as chat:
        await discord.until(lambda: desk.here, 5, "all servers")
        assert desk.here == [names]
        assert sorted(identify["shard"] for identify in discord.identifies) == [[0, 2], [1, 2]]
        for guild in (guilds[0], guilds[-1]):
            where = Destination(ChatName.DISCORD, guild["id"], guild["channels"][0]["id"])
            assert await chat.poster.post(where, HELLO, key=guild["id"])
            assert (await discord.slash("policy", guild, platform="x")).answered
        lost = next(guild for guild in guilds if int(guild["id"]) >> 22 & 1)
        discord.guilds.pop(lost["id"])
        await discord.invalidate(resumable=False, shard=1)
        await discord.until(lambda: len(desk.here) > 1, 15, "news of the kick")
        assert desk.here[-1] == names - {lost["id"]}


async def test_too_few_connections_are_waited_for(discord: FakeDiscord, guild: Json, serving: Serving) -> None:
    """A bot that is started over and over leaves Discord's last connections of a day alone, and starts when it ends."""
    waits = Waits()
    discord.starts_left = 3
    async with serving(sleep=waits):
        assert waits == [14400.0]


async def test_stops_in_order(discord: FakeDiscord, guild: Json, serving: Serving) -> None:
    """Stopping ends the session, and leaves discord.py as it was."""
    async with serving():
        assert discord.base == Route.BASE
        assert len(discord.sessions) == 1
    await discord.until(lambda: not discord.sessions, 2, "end of the session")
    assert Route.BASE == API


async def test_stops_while_connecting(discord: FakeDiscord, desk: NotingDesk, languages: Languages) -> None:
    """A stop before there is a connection is heeded."""
    chat = DiscordChat(discord.token, desk, languages, api_url=discord.base, gateway_url="ws://127.0.0.1:9/")
    stop = asyncio.Event()
    task = asyncio.create_task(chat.run(stop))
    await discord.until(lambda: discord.calls("get_bot_gateway"), 5, "request")
    stop.set()
    await asyncio.wait_for(task, 3)


async def test_wrong_token(discord: FakeDiscord, desk: NotingDesk, languages: Languages) -> None:
    """A token that Discord does not take is named with its remedy."""
    chat = DiscordChat("wrong", desk, languages, api_url=discord.base, gateway_url=discord.ws_url)
    with pytest.raises(ConfigurationError, match=r"DISCORD_TOKEN.*developers/applications"):
        await chat.run(asyncio.Event())
    assert discord.refused() == ["get_my_user 401"]


async def test_token_revoked(discord: FakeDiscord, guild: Json, desk: NotingDesk, languages: Languages) -> None:
    """A token that is revoked while we serve ends the service with the same words."""
    chat = DiscordChat(discord.token, desk, languages, api_url=discord.base, gateway_url=discord.ws_url)
    task = asyncio.create_task(chat.run(asyncio.Event()))
    await discord.ready()
    await discord.drop(4004)
    with pytest.raises(ConfigurationError, match="DISCORD_TOKEN"):
        await asyncio.wait_for(task, 5)


async def test_unreachable_at_first(discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving) -> None:
    """Discord being away at the start is waited out, longer each time."""
    waits = Waits()
    discord.fail_next("get_my_user", 503)
    discord.fail_next("get_my_oauth2_application", 503)
    discord.fail_next("get_bot_gateway", 503)
    async with serving(sleep=waits):
        assert waits == [1.0, 5.0, 15.0]


async def test_serves_without_registering(
    discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving
) -> None:
    """Commands that cannot be registered keep no announcement back."""
    discord.fail_next("bulk_set_application_commands", 503)
    async with serving() as chat:
        where = Destination(ChatName.DISCORD, guild["id"], guild["channels"][0]["id"])
        assert await chat.poster.post(where, HELLO, key="k")


async def test_leaving_is_passed_on(chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk) -> None:
    """A kick is told to the desk; an outage is not."""
    other = await discord.join("Other")
    await discord.outage(other)
    await discord.kick(guild)
    await discord.until(lambda: desk.gone, 5, "leaving")
    assert desk.gone == [f"discord:{guild['id']}"]


async def test_failing_event_is_survived(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk
) -> None:
    """An event that the desk cannot take does not end the service."""
    desk.error = StoreUnavailable("Redis is away")
    other = await discord.join("Other")
    await discord.kick(other)
    await discord.until(lambda: desk.gone, 5, "leaving")
    desk.error = None
    assert (await discord.slash("policy", guild, platform="x")).ack == 4


async def test_deleted_places_are_closed(discord: FakeDiscord, guild: Json, desk: NotingDesk, serving: Serving) -> None:
    """Deleted channels and threads are told to the desk, archived threads too."""
    channel = guild["channels"][0]
    live, archived = discord.add_thread(channel, "live"), discord.add_thread(channel, "old", archived=True)
    async with serving():
        await discord.delete_thread(live)
        await discord.delete_thread(archived)
        await discord.delete_channel(channel)
        await discord.until(lambda: len(desk.gone) == 3, 5, "closing")
        assert desk.gone == [f"{name(guild, live)} #live", name(guild, archived), f"{name(guild, channel)} #general"]


@pytest.mark.parametrize("kind", [TEXT, FORUM])
async def test_reopened_channel(discord: FakeDiscord, desk: NotingDesk, serving: Serving, kind: int) -> None:
    """A channel that grants posting again is told to the desk, with its threads; one that changed its topic is not."""
    guild = discord.add_guild("Art", [("general", kind)])
    channel = guild["channels"][0]
    thread = discord.add_thread(channel, "talk")
    async with serving():
        await discord.overwrite(channel, deny=PERMISSIONS["view_channel"])
        channel["topic"] = "art"
        await discord.overwrite(channel, deny=PERMISSIONS["view_channel"])
        await discord.slash("policy", guild, platform="x")  # answered after these
        assert desk.open == []
        await discord.overwrite(channel)
        await discord.until(lambda: len(desk.open) == 2, 5, "reopening")
        assert desk.open == [name(guild, channel), name(guild, thread)]


async def test_reopened_by_role(discord: FakeDiscord, desk: NotingDesk, serving: Serving) -> None:
    """A role that grants posting again opens every channel where we may now post."""
    guild = discord.add_guild("Art", [("general", 0), ("news", NEWS)], permissions=PERMISSIONS["view_channel"])
    shut = discord.add_channel(guild, "shut")
    async with serving():
        await discord.overwrite(shut, deny=PERMISSIONS["send_messages"])
        await discord.slash("policy", guild, platform="x")  # answered after this
        await discord.change_role(guild, guild["roles"][1], PERMISSIONS["view_channel"] | PERMISSIONS["send_messages"])
        await discord.until(lambda: len(desk.open) == 2, 5, "reopening")
        assert desk.open == [name(guild, channel) for channel in guild["channels"][:2]]
