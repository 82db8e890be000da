"""Posting: one message, the right one, once; and every way in which it can fail."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

import pytest

from bot.chat.discord.client import DiscordChat
from bot.chat.discord.render import embed, text
from bot.chat.discord.traffic import Pace
from bot.errors import Blocked, Gone, Later, Refused
from bot.model.change import Span
from bot.model.message import Message, Quotation
from bot.model.subscription import ChatName, Destination, Manner, Subscription
from bot.wording.language import Languages
from tests.chat.discord.desk import NotingDesk
from tests.chat.discord.hostile import HOSTILE
from tests.fakes.discord import PERMISSIONS, FakeDiscord, Json
from tests.fakes.discord.rest import INVALID

Serving = Callable[..., AbstractAsyncContextManager[DiscordChat]]
MESSAGE = Message("SoundCloud may now train AI on what you upload.", title="SoundCloud · Terms", tone="change")
CATEGORY = 4
KEY = "0123456789abcdef01234567"


def at(guild: Json, channel: Json | None = None) -> Destination:
    """The destination of a channel, the guild's first where none is named."""
    return Destination(ChatName.DISCORD, guild["id"], (channel or guild["channels"][0])["id"])


async def test_one_embed(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """A message is one embed with the delivery's key as nonce, and may mention nobody."""
    posted = await chat.poster.post(at(guild), MESSAGE, key=KEY)
    assert [message["id"] for message in discord.sent(guild["channels"][0])] == [posted]
    assert discord.calls("create_message")[0].body == {
        "content": None,
        "components": [],
        "embeds": [embed(MESSAGE).to_dict()],
        "nonce": KEY,
        "enforce_nonce": True,
        "allowed_mentions": {"parse": []},
        "tts": False,
    }


async def test_same_key_once(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """The same key never makes two messages, and gives the same id."""
    first = await chat.poster.post(at(guild), MESSAGE, key=KEY)
    again = await chat.poster.post(at(guild), MESSAGE, key=KEY)
    assert first == again
    assert len(discord.sent(guild["channels"][0])) == 1


async def test_mention(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """The chosen role is called, and it alone, whatever the text says."""
    role = discord.add_role(guild, "artists")
    await discord.dispatch("GUILD_ROLE_CREATE", {"guild_id": guild["id"], "role": role})
    hostile = replace(MESSAGE, parts=(Quotation((Span(" ".join(HOSTILE)),)),))
    await discord.until(lambda: chat._client.get_guild(int(guild["id"])).get_role(int(role["id"])), 2, "role")  # type: ignore[union-attr]
    posted = await chat.poster.post(at(guild), hostile, key=KEY, manner=Manner(mention=role["id"]))
    assert discord.messages[posted]["content"] == f"<@&{role['id']}>"
    assert discord.messages[posted]["_pings"] == [f"<@&{role['id']}>"]


@pytest.mark.parametrize("mention", ["everyone", "1", "nonsense"])
async def test_no_mention(chat: DiscordChat, discord: FakeDiscord, guild: Json, mention: str) -> None:
    """Neither everyone, nor a role that is gone, nor what is no role, is called."""
    posted = await chat.poster.post(
        at(guild), MESSAGE, key=KEY, manner=Manner(mention=guild["id"] if mention == "everyone" else mention)
    )
    assert discord.messages[posted]["content"] == ""


async def test_a_line_of_ones_own(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """It stands above the message, beside the role that is called, and neither calls nor formats anything itself."""
    role = guild["roles"][1]
    manner = Manner(mention=role["id"], text="Hello, *artists* @everyone <@&1>")
    posted = await chat.poster.post(at(guild), MESSAGE, key=KEY, manner=manner)
    message = discord.messages[posted]
    assert message["content"] == f"<@&{role['id']}> Hello, \\*artists\\* \\@everyone \\<@&1>"
    assert message["_pings"] == [f"<@&{role['id']}>"]


async def test_without_embed_links(discord: FakeDiscord, serving: Serving) -> None:
    """Where embeds are not permitted, the text is posted, and still calls the role alone."""
    guild = discord.add_guild(permissions=PERMISSIONS["view_channel"] | PERMISSIONS["send_messages"])
    role = discord.add_role(guild, "artists")
    hostile = replace(MESSAGE, parts=(Quotation((Span("@everyone <@&1> and more"),)),))
    async with serving() as chat:
        posted = await chat.poster.post(at(guild), hostile, key=KEY, manner=Manner(mention=role["id"]))
    message = discord.messages[posted]
    assert message["embeds"] == []
    assert message["content"] == f"<@&{role['id']}>\n{text(hostile)}"
    assert message["_pings"] == [f"<@&{role['id']}>"]


async def test_a_text_becomes_an_embed_once_that_is_permitted(
    chat: DiscordChat, discord: FakeDiscord, guild: Json
) -> None:
    """Brought up to date after the permission came back, it looks like any other; no flag hides its embed."""
    channel = guild["channels"][0]
    await discord.overwrite(channel, deny=PERMISSIONS["embed_links"])
    await discord.slash("policy", guild, platform="x")  # comes after the update
    posted = await chat.poster.post(at(guild), MESSAGE, key=KEY)
    assert discord.messages[posted]["embeds"] == []
    await discord.overwrite(channel)
    await discord.slash("policy", guild, platform="x")
    assert await chat.poster.amend(at(guild), posted, MESSAGE)
    assert discord.messages[posted]["embeds"][0]["title"] == MESSAGE.headline
    assert (discord.messages[posted]["content"], discord.messages[posted]["flags"]) == ("", 0)


@pytest.mark.parametrize(
    ("permission", "named"), [("view_channel", "View Channel"), ("send_messages", "Send Messages")]
)
async def test_permission_lost(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, permission: str, named: str
) -> None:
    """A missing permission is named with its remedy, without asking Discord; when it is back, posting works."""
    channel = guild["channels"][0]
    await discord.overwrite(channel, deny=PERMISSIONS[permission])
    await discord.slash("policy", guild, platform="x")  # comes after the update
    with pytest.raises(Blocked, match=f"{named} missing in #general.*Give Clausebell"):
        await chat.poster.post(at(guild), MESSAGE, key=KEY)
    assert discord.calls("create_message") == []
    await discord.overwrite(channel)
    await discord.slash("policy", guild, platform="x")
    assert await chat.poster.post(at(guild), MESSAGE, key=KEY)


@pytest.mark.parametrize(
    ("status", "code", "error"),
    [
        (403, 50001, Blocked),
        (403, 50013, Blocked),
        (403, 160005, Blocked),
        (400, 50024, Blocked),
        (404, 10003, Gone),
        (404, 10004, Gone),
        (400, 50035, Refused),
        (400, 50006, Refused),
        (403, 0, Later),
        (404, 0, Later),
        (401, 0, Later),
        (503, 0, Later),
        (0, 0, Later),
    ],
)
async def test_refusals_told_apart(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, status: int, code: int, error: type[Exception]
) -> None:
    """Each answer of Discord means one thing; what cannot be known is put off, and never called gone."""
    discord.fail_next("create_message", status, code=code)
    with pytest.raises(error):
        await chat.poster.post(at(guild), MESSAGE, key=KEY)
    assert discord.refused() == ([f"create_message {status}"] if status in INVALID else [])


async def test_answer_lost(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """A post of which the answer was lost is put off; the next try finds it done."""
    discord.fail_next("create_message", 0, keep=True)
    with pytest.raises(Later):
        await chat.poster.post(at(guild), MESSAGE, key=KEY)
    posted = await chat.poster.post(at(guild), MESSAGE, key=KEY)
    assert [message["id"] for message in discord.sent()] == [posted]


async def test_channel_deleted(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """A deleted channel is gone."""
    where = at(guild)
    await discord.delete_channel(guild["channels"][0])
    with pytest.raises(Gone):
        await chat.poster.post(where, MESSAGE, key=KEY)


async def test_kicked(chat: DiscordChat, discord: FakeDiscord, guild: Json, desk: NotingDesk) -> None:
    """A server that we left is gone."""
    await discord.kick(guild)
    await discord.until(lambda: desk.gone, 2, "leaving")
    with pytest.raises(Gone, match="not in that server"):
        await chat.poster.post(at(guild), MESSAGE, key=KEY)


async def test_outage(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """A server with an outage is not gone."""
    other = await discord.join("Other")
    await discord.outage(guild)
    await discord.slash("policy", other, platform="x")
    with pytest.raises(Later, match="outage"):
        await chat.poster.post(at(guild), MESSAGE, key=KEY)


async def test_not_connected(discord: FakeDiscord, guild: Json, desk: NotingDesk, languages: Languages) -> None:
    """Before there is a connection, nothing is known to be gone."""
    chat = DiscordChat(discord.token, desk, languages, api_url=discord.base)
    chat.poster._places._patience = 0.05
    with pytest.raises(Later, match="not connected"):
        await chat.poster.post(at(guild), MESSAGE, key=KEY)


async def test_telling_waits_for_the_connection(
    discord: FakeDiscord, guild: Json, desk: NotingDesk, languages: Languages
) -> None:
    """A person who is told something as we start is told it once we are there; where that takes long, later."""
    setter = Subscription(at(guild), by=discord.owner["id"]).setter
    more = {"api_url": discord.base, "gateway_url": discord.ws_url, "settled": 0.03}
    chat = DiscordChat(discord.token, desk, languages, **more)  # type: ignore[arg-type]
    with pytest.raises(Later, match="not connected"):
        await replace(chat.telegraph, patience=0.05).tell(setter, MESSAGE)
    telling, stop = asyncio.create_task(chat.telegraph.tell(setter, MESSAGE)), asyncio.Event()
    serving = asyncio.create_task(chat.run(stop))
    assert await asyncio.wait_for(telling, 10)
    stop.set()
    await serving


async def test_places_that_take_no_message(discord: FakeDiscord, serving: Serving) -> None:
    """A category takes no message; a destination that is no channel is refused."""
    guild = discord.add_guild(channels=[("general", 0), ("all", CATEGORY)])
    async with serving() as chat:
        with pytest.raises(Blocked, match="takes no messages"):
            await chat.poster.post(at(guild, guild["channels"][1]), MESSAGE, key=KEY)
        with pytest.raises(Refused):
            await chat.poster.post(Destination(ChatName.DISCORD, "", "7"), MESSAGE, key=KEY)


async def test_threads(discord: FakeDiscord, guild: Json, serving: Serving) -> None:
    """Threads take messages, archived ones too; they ask for a permission of their own."""
    channel = guild["channels"][0]
    live, archived = discord.add_thread(channel, "live"), discord.add_thread(channel, "old", archived=True)
    async with serving() as chat:
        for number, thread in enumerate([live, archived]):
            await chat.poster.post(at(guild, thread), MESSAGE, key=f"k{number}")
            assert len(discord.sent(thread)) == 1
        await discord.overwrite(channel, deny=PERMISSIONS["send_messages_in_threads"])
        await discord.slash("policy", guild, platform="x")
        with pytest.raises(Blocked, match="Send Messages in Threads missing in #live"):
            await chat.poster.post(at(guild, live), MESSAGE, key="k3")


async def test_short_limit_is_waited_out(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """A limit of a moment is waited out."""
    discord.fail_next("create_message", 429, Retry_After=0.1)
    assert await chat.poster.post(at(guild), MESSAGE, key=KEY)
    assert [request.status for request in discord.calls("create_message")] == [429, 200]
    assert discord.refused() == ["create_message 429"]


async def test_patience_ends(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """A limit that takes longer than a post may is put off."""
    chat.poster._patience = 0.1
    discord.fail_next("create_message", 429, Retry_After=40)
    with pytest.raises(Later):
        await chat.poster.post(at(guild), MESSAGE, key=KEY)
    assert discord.refused() == ["create_message 429"]


async def test_slow_place_delays_no_other(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """While one channel's limit is waited out, another gets its message."""
    other = await discord.join("Other")
    discord.fail_next("create_message", 429, Retry_After=2)
    slow = asyncio.create_task(chat.poster.post(at(guild), MESSAGE, key="slow"))
    await discord.until(lambda: discord.calls("create_message"), 2, "first request")
    await chat.poster.post(at(other), MESSAGE, key="quick")
    assert not slow.done()
    await slow
    assert discord.refused() == ["create_message 429"]


async def test_crowd_meets_no_limit(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """Many messages for one channel, one after the other, are spread over its bucket, without a single 429."""
    discord.limits = {**discord.limits, "create_message": (3, 0.5)}
    for number in range(8):
        await chat.poster.post(at(guild), MESSAGE, key=f"k{number}")
    assert {request.status for request in discord.calls("create_message")} == {200}


async def test_pace() -> None:
    """Posts come at most so many a second, evenly, and at once after a quiet time."""
    now, waits = [100.0], []

    async def sleep(seconds: float) -> None:
        waits.append(round(seconds, 3))

    pace = Pace(25, lambda: now[0], sleep)
    for _ in range(4):
        await pace.turn()
    assert waits == [0.04, 0.08, 0.12]
    now[0] += 10
    await pace.turn()
    assert len(waits) == 3


async def test_stop_finishes_posts(discord: FakeDiscord, guild: Json, serving: Serving) -> None:
    """A stop lets a post that has begun come to its end; one that comes after is put off."""
    discord.fail_next("create_message", 429, Retry_After=0.3)
    async with serving() as chat:
        begun = asyncio.create_task(chat.poster.post(at(guild), MESSAGE, key=KEY))
        await discord.until(lambda: discord.calls("create_message"), 2, "first request")
    assert [message["id"] for message in discord.sent()] == [await begun]
    with pytest.raises(Later, match="disconnecting"):
        await chat.poster.post(at(guild), MESSAGE, key="k2")
    assert discord.refused() == ["create_message 429"]


async def test_telegraph(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """Who set up a channel is told by direct message; who takes none is not, and nothing breaks."""
    subscription = Subscription(at(guild), by=discord.owner["id"])
    await chat.telegraph.tell(subscription.setter, MESSAGE)
    assert [message["embeds"][0]["title"] for message in discord.sent(discord.dm(discord.owner))] == [MESSAGE.headline]
    discord.dm_closed.add(discord.owner["id"])
    await chat.telegraph.tell(subscription.setter, MESSAGE)
    await chat.telegraph.tell(replace(subscription, by="").setter, MESSAGE)
    assert len(discord.sent(discord.dm(discord.owner))) == 1
    assert discord.refused() == ["create_message 403"]


async def test_who_cannot_be_told_now_is_told_later(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """Where Discord does not answer nobody is given up; and as only its answer was lost, there is one message."""
    setter = Subscription(at(guild), by=discord.owner["id"]).setter
    discord.fail_next("create_message", 0, keep=True)
    with pytest.raises(Later):
        await chat.telegraph.tell(setter, MESSAGE)
    assert await chat.telegraph.tell(setter, MESSAGE)
    assert len(discord.calls("create_message")) == 2
    assert len(discord.sent(discord.dm(discord.owner))) == 1


async def test_a_direct_message_rests_where_posting_does(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """People who take none are refusals too: once there were too many, no more are asked for."""
    setter = Subscription(at(guild), by=discord.owner["id"]).setter
    chat._client.gate._breaker._refused.extend([time.monotonic()] * 1000)
    with pytest.raises(Later, match="too many"):
        await chat.telegraph.tell(setter, MESSAGE)
    assert discord.calls("create_dm") == []
