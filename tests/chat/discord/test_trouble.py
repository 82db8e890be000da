"""What goes wrong in the middle of a day: told in one clear word to who can help it, and mended without help."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace

import pytest

from bot.app import desk_on
from bot.ask.desk import Desk
from bot.chat.discord.client import DiscordChat
from bot.deliver.courier import Courier
from bot.deliver.words import Words
from bot.errors import ConfigurationError
from bot.model.delivery import Delivery, Subject
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.ports import Poster
from bot.store.store import Store
from bot.wording.language import Languages
from tests.deliver.test_fanout import publish
from tests.fakes.discord import PERMISSIONS, FakeDiscord, Interaction, Json
from tests.fakes.discord.limits import walk
from tests.fakes.tunegarden import CATALOGUE, QUOTE, change
from tests.fakes.world import HandClock

Serving = Callable[..., AbstractAsyncContextManager[DiscordChat]]
MEMBER = PERMISSIONS["view_channel"]


@dataclass
class Bell:
    """Clausebell with its real desk and courier on a real Redis."""

    store: Store
    clock: HandClock
    desk: Desk
    posters: dict[ChatName, Poster]
    courier: Courier

    async def ring(self, *channels: Json, quote: str = QUOTE) -> None:
        """A change happens, and is on its way to these channels."""
        told = change(quote)
        await publish(self.store, told)
        await self.store.deliveries.enqueue([Delivery(Subject("change", told.id), at(c)) for c in channels])

    async def carry(self, until: Callable[[], object] = lambda: True) -> None:
        """Carry all that is there, and what comes due until something holds."""
        async with asyncio.timeout(20):
            while await self.courier.once() or await self.store.deliveries.wake() or not until():
                await self.clock.sleep(0.01)
                await asyncio.sleep(0)

    async def kept(self, channel: Json) -> Subscription | None:
        """What the channel has."""
        return await self.store.subscriptions.get(at(channel))


def at(channel: Json) -> Destination:
    """A channel as a destination."""
    return Destination(ChatName.DISCORD, channel["guild_id"], channel["id"])


def key(message: Json, start: str) -> str:
    """What the button or menu carries that begins so."""
    return next(str(c["custom_id"]) for c in walk(message["components"]) if c.get("custom_id", "").startswith(start))


def words(message: Json) -> str:
    """All that a message says."""
    shown = [part["content"] for part in walk(message["components"]) if part["type"] == 10]
    return " ".join([message["content"], *map(str, message["embeds"]), *shown])


def answer(asked: Interaction) -> str:
    """All that an answer says."""
    return words(asked.messages[-1])


@pytest.fixture
def bell(store: Store, clock: HandClock, languages: Languages) -> Bell:
    """The bell, whose chat is put in by `ringing`."""
    posters: dict[ChatName, Poster] = {}
    desk = desk_on(store, CATALOGUE, posters, languages, clock)
    made = Words(CATALOGUE, store.news, languages)
    courier = Courier(store.deliveries, store.subscriptions, posters, {}, made, lambda: 0.0, 8, 30.0, 0.01)
    return Bell(store, clock, desk, posters, courier)


def connect(bell: Bell, chat: DiscordChat) -> None:
    """Let the bell ring in this chat."""
    bell.posters[ChatName.DISCORD] = chat.poster
    bell.courier = replace(bell.courier, telegraphs={ChatName.DISCORD: chat.telegraph})


@pytest.fixture
async def chat(bell: Bell, guild: Json, serving: Serving) -> AsyncIterator[DiscordChat]:
    """Clausebell, connected, whose first channel watches everything."""
    async with serving(desk=bell.desk) as connected:
        connect(bell, connected)
        [channel] = guild["channels"]
        await bell.store.subscriptions.put(Subscription(at(channel), (Watch("all"),), by=guild["owner_id"]))
        yield connected


async def test_a_sick_discord_is_waited_out(chat: DiscordChat, bell: Bell, discord: FakeDiscord, guild: Json) -> None:
    """Server errors, lost answers and limits put a message off; it is posted when they are over, and once."""
    [channel] = guild["channels"]
    for status in (503, 0, 429):
        discord.fail_next("create_message", status, Retry_After=0.01)
    discord.fail_next("create_message", 0, keep=True)
    await bell.ring(channel)
    delivery = Delivery(Subject("change", change().id), at(channel))
    await bell.carry(lambda: len(discord.calls("create_message")) == 5)
    [message] = discord.sent()
    assert QUOTE in words(message)
    assert await bell.store.deliveries.posted(delivery) == message["id"]
    assert discord.refused() == ["create_message 429"]


async def test_an_answer_in_the_middle_of_an_outage(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """An answer that Discord does not take is lost for the one who asked, and for nobody else."""
    discord.fail_next("create_interaction_response", 503)
    asked = await discord.slash("policy", guild, platform="tunegarden", wait=0)
    await discord.until(lambda: asked.answered, 5, "a word all the same")
    assert (await discord.slash("optout", guild, platform="tunegarden")).answered


async def test_a_token_that_is_revoked_loses_nothing(
    bell: Bell, discord: FakeDiscord, guild: Json, languages: Languages
) -> None:
    """What is on its way waits; the service ends with the one word that helps, and posts once it has another token."""
    [channel] = guild["channels"]
    await bell.store.subscriptions.put(Subscription(at(channel), (Watch("all"),), by=guild["owner_id"]))
    more = {"api_url": discord.base, "gateway_url": discord.ws_url, "settled": 0.1}
    revoked = discord.token
    for token in (revoked, "another token"):
        chat = DiscordChat(token, bell.desk, languages, **more)  # type: ignore[arg-type]
        connect(bell, chat)
        stop = asyncio.Event()
        task = asyncio.create_task(chat.run(stop))
        await asyncio.wait_for(chat._client.settled.wait(), 10)
        if token == revoked:
            discord.token = "another token"
            await bell.ring(channel)
            await bell.courier.once()
            await discord.drop()
            with pytest.raises(ConfigurationError, match=r"DISCORD_TOKEN.*developers/applications"):
                await asyncio.wait_for(task, 15)
    await bell.carry(lambda: discord.sent(channel))
    assert len(discord.sent(channel)) == 1
    stop.set()
    await task
    assert discord.refused() == ["create_message 401"]


async def test_a_permission_that_is_lost_and_back(
    chat: DiscordChat, bell: Bell, discord: FakeDiscord, guild: Json
) -> None:
    """Who set the channel up is told once, in the server's language; when it is back, what waited is posted."""
    [channel] = guild["channels"]
    await bell.store.subscriptions.put(replace(await present(bell, channel), locale="de"))
    await discord.overwrite(channel, deny=PERMISSIONS["send_messages"])
    await discord.slash("policy", guild, platform="tunegarden")  # comes after the update
    for quote in (QUOTE, "You agree that we may use your uploads to train a second model."):
        await bell.ring(channel, quote=quote)
        await bell.carry()
    [told] = discord.sent(discord.dm(discord.owner))
    assert "Dort fehlt: Nachrichten senden" in words(told)
    assert discord.sent(channel) == []
    await discord.overwrite(channel)
    await bell.carry(lambda: len(discord.sent(channel)) == 2)
    assert (await present(bell, channel)).lacks == ()


async def present(bell: Bell, channel: Json) -> Subscription:
    """What the channel has, which is something."""
    kept = await bell.kept(channel)
    assert kept is not None
    return kept


async def test_closed_direct_messages(chat: DiscordChat, bell: Bell, discord: FakeDiscord, guild: Json) -> None:
    """Then any admin learns it from the next answer; members do not."""
    [channel] = guild["channels"]
    discord.dm_closed.add(discord.owner["id"])
    await discord.overwrite(channel, deny=PERMISSIONS["view_channel"])
    await discord.slash("policy", guild, platform="tunegarden")
    await bell.ring(channel)
    await bell.carry()
    assert "View Channel" in answer(await discord.slash("watch pause", guild))
    assert "View Channel" in answer(await discord.slash("watch list", guild))
    assert "View Channel" not in answer(await discord.slash("privacy show", guild, permissions=MEMBER))
    assert discord.refused() == ["create_message 403"]


async def test_a_role_that_cannot_be_mentioned(
    chat: DiscordChat, bell: Bell, discord: FakeDiscord, guild: Json
) -> None:
    """It is said when the role is chosen, by name, in the admin's language; the message is posted all the same."""
    quiet = discord.add_channel(guild, "quiet")
    role = discord.add_role(guild, "artists")
    await discord.dispatch("CHANNEL_CREATE", quiet)
    await discord.dispatch("GUILD_ROLE_CREATE", {"guild_id": guild["id"], "role": role})
    await discord.overwrite(quiet, deny=PERMISSIONS["mention_everyone"])
    asked = await discord.slash("watch add", guild, platform="all", channel=quiet, role=role, locale="fr")
    assert "le droit de mentionner @artists" in answer(asked)
    await bell.ring(quiet)
    await bell.carry()
    assert discord.sent(quiet)[0]["content"] == f"<@&{role['id']}>"


async def test_a_channel_that_is_deleted(chat: DiscordChat, bell: Bell, discord: FakeDiscord, guild: Json) -> None:
    """Who set it up chooses another by direct message, and there it goes on; nobody else may."""
    [channel] = guild["channels"]
    other = discord.add_channel(guild, "other")
    await discord.dispatch("CHANNEL_CREATE", other)
    await discord.delete_channel(channel)
    await discord.until(lambda: True)
    await discord.slash("policy", guild, at=other, platform="tunegarden")
    await bell.carry()
    [told] = discord.sent(discord.dm(discord.owner))
    assert "#general" in words(told)
    assert "was deleted" in answer(await discord.slash("watch list", guild, at=other))

    stranger = discord.user("mallory")
    discord.dm(stranger)
    refused = await discord.click(
        {**told, "channel_id": discord.dm(stranger)["id"]}, key(told, "cb1:move"), by=stranger
    )
    assert "permission to manage" in answer(refused)

    asked = await discord.click(told, key(told, "cb1:move"))
    menu = next(part for part in walk(asked.messages[0]["components"]) if part["type"] == 3)
    assert [option["label"] for option in menu["options"]] == ["#other"]
    moved = await discord.click(asked.messages[0], menu["custom_id"], values=[other["id"]])
    assert "every platform" in answer(moved)
    assert await bell.kept(channel) is None
    await bell.ring(other)
    await bell.carry()
    assert len(discord.sent(other)) == 1


async def test_a_channel_of_many_is_found_by_its_name(
    chat: DiscordChat, bell: Bell, discord: FakeDiscord, guild: Json
) -> None:
    """A menu by direct message takes 25; a button finds the others, channels and roles, by what they are called."""
    [channel] = guild["channels"]
    others = [discord.add_channel(guild, f"room-{n:02}") for n in range(40)]
    last = discord.add_channel(guild, "artists-lounge")
    for made in (*others, last):
        await discord.dispatch("CHANNEL_CREATE", made)
    roles = [discord.add_role(guild, f"crew {n:02}") for n in range(30)]
    for role in roles:
        await discord.dispatch("GUILD_ROLE_CREATE", {"guild_id": guild["id"], "role": role})
    await discord.delete_channel(channel)
    await discord.until(lambda: chat._client.get_guild(int(guild["id"])).get_role(int(roles[-1]["id"])))  # type: ignore[union-attr]
    await bell.carry(lambda: len(discord.sent(discord.dm(discord.owner))) == 1)
    [told] = discord.sent(discord.dm(discord.owner))

    asked = await discord.click(told, key(told, "cb1:move"))
    assert len(options(asked, "cb1:move")) == 25
    form = await discord.click(asked.messages[0], key(asked.messages[0], f"cb1:move:{channel['id']}::{guild['id']}:*"))
    found = await discord.submit(form, {"named": "Artist Lounge"})
    assert options(found, "cb1:move")[0] == "#artists-lounge"
    moved = await discord.click(found.messages[0], key(found.messages[0], "cb1:move"), values=[last["id"]])
    assert (await present(bell, last)).watches == (Watch("all"),)

    hidden = min({f"@crew {n:02}" for n in range(30)} - set(options(moved, "cb1:choose", "mention")))
    form = await discord.click(
        moved.messages[0], key(moved.messages[0], f"cb1:settings:{last['id']}:::{guild['id']}:*")
    )
    found = await discord.submit(form, {"named": hidden[1:]})
    assert options(found, "cb1:choose", "mention")[0] == hidden
    assert "#artists-lounge" in options(found, "cb1:settings")


def options(asked: Interaction, *about: str) -> list[str]:
    """What the menu about this offers."""
    menus = (part for part in walk(asked.messages[-1]["components"]) if part["type"] == 3)
    [menu] = [menu for menu in menus if all(word in menu["custom_id"] for word in about)]
    return [option["label"] for option in menu["options"]]


async def test_all_of_a_server_is_set_up_by_direct_message(chat: DiscordChat, bell: Bell, discord: FakeDiscord) -> None:
    """Where the welcome found no channel it comes there, and so does all that it leads to."""
    guild = discord.add_guild("New", [("general", 0)])
    [general] = guild["channels"]
    everyone = {"id": guild["id"], "type": 0, "allow": "0", "deny": str(PERMISSIONS["send_messages"])}
    general["permission_overwrites"].append(everyone)
    inviter = discord.owner
    discord.inviters[guild["id"]] = inviter["id"]
    await discord.dispatch("GUILD_CREATE", guild)
    await discord.until(lambda: discord.sent(discord.dm(inviter)), 5, "welcome")
    talk = discord.add_channel(guild, "talk")
    await discord.dispatch("CHANNEL_CREATE", talk)
    [welcome] = discord.sent(discord.dm(inviter))
    one = await discord.click(welcome, key(welcome, "cb1:settings"))
    two = await discord.click(one.messages[0], key(one.messages[0], "cb1:settings:*"), values=[talk["id"]])
    form = await discord.click(two.messages[0], key(two.messages[0], f"cb1:settings:{talk['id']}::*"))
    found = await discord.submit(form, {"search": "tune"})
    three = await discord.click(found.messages[0], key(found.messages[0], "cb1:choose"), values=["tunegarden"])
    assert "Tunegarden" in answer(three)
    four = await discord.click(three.messages[0], key(three.messages[0], "cb1:test"))
    assert "A sample was posted" in answer(four)
    assert len(discord.sent(talk)) == 1
    assert (await present(bell, talk)).watches == (Watch("tunegarden"),)
