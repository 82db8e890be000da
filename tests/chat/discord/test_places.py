"""Announcement channels, threads, forums; what follows a message, what takes its place, and what is missing."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from types import SimpleNamespace

import pytest

from bot.chat.discord.client import DiscordChat
from bot.chat.discord.traffic import Breaker
from bot.errors import Blocked, Lack, Later
from bot.model.change import Span
from bot.model.message import Message, Quotation
from bot.model.subscription import Manner
from tests.chat.discord.test_poster import KEY, MESSAGE, at
from tests.fakes.discord import FORUM, NEWS, PERMISSIONS, FakeDiscord, Json

Serving = Callable[..., AbstractAsyncContextManager[DiscordChat]]


@pytest.fixture
def news(discord: FakeDiscord, guild: Json) -> Json:
    """An announcement channel."""
    return discord.add_channel(guild, "news", NEWS)


@pytest.fixture
def forum(discord: FakeDiscord, guild: Json) -> Json:
    """A forum without tags."""
    return discord.add_channel(guild, "talk", FORUM, available_tags=[], flags=0)


@pytest.fixture
async def chat(serving: Serving, news: Json, forum: Json) -> AsyncIterator[DiscordChat]:
    """Clausebell, connected, in a server with these."""
    async with serving() as connected:
        yield connected


def deny(channel: Json, permission: str) -> None:
    """Nobody has this permission there."""
    row = {"id": channel["guild_id"], "type": 0, "allow": "0", "deny": str(PERMISSIONS[permission])}
    channel["permission_overwrites"].append(row)


async def test_a_thread_to_talk_opens_under_a_message(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """It is named like the message, within Discord's hundred characters; what follows goes into it."""
    long = replace(MESSAGE, title="Terms of Service " * 12)
    posted = await chat.poster.post(at(guild), long, key="one", manner=Manner(threads=True))
    [call] = discord.calls("create_thread_from_message")
    assert call.body["name"].startswith("Terms of Service Terms")
    assert len(call.body["name"]) <= 100
    later = await chat.poster.post(at(guild), MESSAGE, key="two", manner=Manner(threads=True, follows=posted))
    assert discord.messages[later]["channel_id"] == posted
    assert len(discord.calls("create_thread_from_message")) == 1


async def test_a_thread_that_cannot_open_fails_nothing(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """The message was posted, and is not posted again."""
    discord.fail_next("create_thread_from_message", 503)
    posted = await chat.poster.post(at(guild), MESSAGE, key=KEY, manner=Manner(threads=True))
    assert [message["id"] for message in discord.sent(guild["channels"][0])] == [posted]


async def test_a_forum_gets_a_post_a_change(chat: DiscordChat, discord: FakeDiscord, guild: Json, forum: Json) -> None:
    """Its name is the message's title; what follows stands in it, and it can be amended."""
    posted = await chat.poster.post(at(guild, forum), MESSAGE, key="one")
    thread = discord.channels[posted]
    assert (thread["parent_id"], thread["name"]) == (forum["id"], "SoundCloud · Terms")
    later = await chat.poster.post(at(guild, forum), Message("Taken back."), key="two", manner=Manner(follows=posted))
    assert discord.messages[later]["channel_id"] == posted
    assert await chat.poster.amend(at(guild, forum), posted, Message("No longer."))
    assert discord.messages[posted]["embeds"][0]["title"] == "No longer."


async def test_a_forum_post_that_is_gone_is_opened_anew(
    chat: DiscordChat, discord: FakeDiscord, guild: Json, forum: Json
) -> None:
    """What would have stood in it is a post of its own, and it cannot be amended."""
    later = await chat.poster.post(at(guild, forum), MESSAGE, key="two", manner=Manner(follows="77"))
    assert discord.channels[later]["parent_id"] == forum["id"]
    assert not await chat.poster.amend(at(guild, forum), "77", MESSAGE)


def tag(identity: str, *, moderated: bool = False) -> Json:
    """A tag of a forum."""
    return {"id": identity, "name": identity, "moderated": moderated, "emoji_id": None, "emoji_name": None}


@pytest.mark.parametrize(
    ("tags", "moderates", "taken"),
    [
        ([], True, None),
        ([tag("5"), tag("6")], False, "5"),
        ([tag("4", moderated=True), tag("5")], False, "5"),
        ([tag("4", moderated=True), tag("5")], True, "4"),
        ([tag("4", moderated=True)], False, None),
    ],
)
async def test_a_forum_that_asks_for_a_tag(
    discord: FakeDiscord,
    guild: Json,
    serving: Serving,
    tags: list[Json],
    moderates: bool,  # noqa: FBT001 (a parameter)
    taken: str | None,
) -> None:
    """The first tag is taken that we may give; where there is none, the admin is told."""
    forum = discord.add_channel(guild, "tagged", FORUM, available_tags=tags, flags=1 << 4)
    if not moderates:
        deny(forum, "manage_threads")
    async with serving() as chat:
        if taken:
            await chat.poster.post(at(guild, forum), MESSAGE, key=KEY)
            assert [str(given) for given in discord.calls("create_thread")[0].body["applied_tags"]] == [taken]
        else:
            with pytest.raises(Blocked, match="tag"):
                await chat.poster.post(at(guild, forum), MESSAGE, key=KEY)


async def test_what_follows_answers(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """A follow-up is a reply to the first message; where that is gone, it stands by itself."""
    posted = await chat.poster.post(at(guild), MESSAGE, key="one")
    await chat.poster.post(at(guild), MESSAGE, key="two", manner=Manner(follows=posted))
    reference = discord.calls("create_message")[-1].body["message_reference"]
    assert str(reference["message_id"]) == posted
    assert reference["fail_if_not_exists"] is False


async def test_what_follows_stands_by_itself_where_history_is_not_to_be_read(
    chat: DiscordChat, discord: FakeDiscord, guild: Json
) -> None:
    """Discord takes no answer from who may not read what was said before."""
    posted = await chat.poster.post(at(guild), MESSAGE, key="one")
    await discord.overwrite(guild["channels"][0], deny=PERMISSIONS["read_message_history"])
    await discord.slash("policy", guild, platform="x")  # comes after the update
    await chat.poster.post(at(guild), MESSAGE, key="two", manner=Manner(follows=posted))
    assert "message_reference" not in discord.calls("create_message")[-1].body
    assert len(discord.sent(guild["channels"][0])) == 2


async def test_amending_mentions_nobody(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """The message changes in its place; one that is gone is told to be."""
    posted = await chat.poster.post(at(guild), MESSAGE, key=KEY)
    assert await chat.poster.amend(at(guild), posted, Message("Taken back. @everyone"))
    assert discord.messages[posted]["embeds"][0]["title"].startswith("Taken back.")
    assert discord.calls("update_message")[0].body["allowed_mentions"] == {"parse": []}
    assert not await chat.poster.amend(at(guild), "99", MESSAGE)


@pytest.mark.parametrize("embeds", [True, False])
async def test_amending_keeps_what_stands_above(
    discord: FakeDiscord, guild: Json, serving: Serving, *, embeds: bool
) -> None:
    """The community's line and the role stay, as embed and as text, and the role is not called again."""
    channel, role = guild["channels"][0], discord.add_role(guild, "artists")
    if not embeds:
        deny(channel, "embed_links")
    manner = Manner(mention=role["id"], text="Hello, artists.")
    async with serving() as chat:
        posted = await chat.poster.post(at(guild), MESSAGE, key=KEY, manner=manner)
        assert discord.messages[posted]["_pings"] == [f"<@&{role['id']}>"]
        await chat.poster.amend(at(guild), posted, Message("Taken back."), manner)
    shown, above = discord.messages[posted], f"<@&{role['id']}> Hello, artists."
    assert shown["content"] == (above if embeds else f"{above}\n**Taken back.**")
    assert [one["title"] for one in shown["embeds"]] == (["Taken back."] if embeds else [])
    assert shown["_pings"] == []


async def test_amended_without_embeds_nothing_is_said_twice(
    chat: DiscordChat, discord: FakeDiscord, guild: Json
) -> None:
    """Where embeds were permitted when the message was posted, the text takes the embed's place."""
    posted = await chat.poster.post(at(guild), MESSAGE, key=KEY)
    await discord.overwrite(guild["channels"][0], deny=PERMISSIONS["embed_links"])
    await discord.slash("policy", guild, platform="x")  # comes after the update
    await chat.poster.amend(at(guild), posted, Message("Taken back."))
    assert (discord.messages[posted]["content"], discord.messages[posted]["embeds"]) == ("**Taken back.**", [])


async def test_nothing_is_missing(chat: DiscordChat, guild: Json, news: Json, forum: Json) -> None:
    """Where all is permitted, nothing is named."""
    manner = Manner(threads=True, publish=True)
    assert [await chat.poster.lacks(at(guild, place), manner) for place in (None, news, forum)] == [(), (), ()]


@pytest.mark.parametrize(
    ("permission", "manner"),
    [
        ("view_channel", Manner()),
        ("send_messages", Manner()),
        ("embed_links", Manner()),
        ("attach_files", Manner(picture=True)),
        ("create_public_threads", Manner(threads=True)),
        ("send_messages_in_threads", Manner(threads=True)),
    ],
)
async def test_what_is_missing_is_named(
    discord: FakeDiscord, guild: Json, serving: Serving, permission: str, manner: Manner
) -> None:
    """Each permission by itself; those for threads and pictures only where these are wanted."""
    deny(guild["channels"][0], permission)
    async with serving() as chat:
        assert await chat.poster.lacks(at(guild), manner) == (Lack(permission),)
        if manner != Manner():
            assert await chat.poster.lacks(at(guild)) == ()


async def test_a_role_that_cannot_be_mentioned_is_named(discord: FakeDiscord, guild: Json, serving: Serving) -> None:
    """Unless we may mention everyone."""
    role = discord.add_role(guild, "artists")
    quiet = discord.add_channel(guild, "quiet")
    deny(quiet, "mention_everyone")
    async with serving() as chat:
        assert await chat.poster.lacks(at(guild, quiet), Manner(mention=role["id"])) == (Lack("role", "artists"),)
        assert await chat.poster.lacks(at(guild), Manner(mention=role["id"])) == ()
        assert await chat.poster.lacks(at(guild), Manner(mention="7")) == (Lack("mention"),)


async def test_too_many_refusals_let_posting_rest(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """Long before Discord shuts us out; a limit that others share is no refusal."""
    now = 0.0
    breaker = Breaker(most=2, window=600, now=lambda: now)
    chat.poster._gate._breaker = breaker
    answered = breaker.trace().on_request_end[0]

    async def answer(status: int, **headers: str) -> None:
        end = SimpleNamespace(response=SimpleNamespace(status=status, headers=headers))
        await answered(None, None, end)  # type: ignore[arg-type]

    for status in (403, 200, 404):
        await answer(status)
    await answer(429, **{"X-RateLimit-Scope": "shared"})
    await chat.poster.post(at(guild), MESSAGE, key="one")
    await answer(401)
    with pytest.raises(Later) as caught:
        await chat.poster.post(at(guild), MESSAGE, key="two")
    assert caught.value.seconds == 600
    now = 601.0
    await chat.poster.post(at(guild), MESSAGE, key="two")


async def test_refusals_are_counted_as_they_come(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """The count is of the real answers of the connection, whoever asked."""
    discord.fail_next("create_message", 403, code=50013)
    with pytest.raises(Blocked):
        await chat.poster.post(at(guild), MESSAGE, key=KEY)
    assert len(chat._client.gate._breaker._refused) == len(discord.invalid) == 1
    assert discord.refused() == ["create_message 403"]


REWORDED = replace(MESSAGE, parts=(Quotation((Span("We "), Span("never", "removed"), Span("may", "added"))),))


async def test_a_picture_is_set_into_the_message(chat: DiscordChat, discord: FakeDiscord, guild: Json) -> None:
    """With words for those who do not see it; amended, the message still has it, once."""
    posted = await chat.poster.post(at(guild), REWORDED, key=KEY, manner=Manner(picture=True))
    [call] = discord.calls("create_message")
    assert [name for name, _ in call.files] == ["rewording.png"]
    assert call.body["attachments"][0]["description"] == "- We never\n+ We may"
    assert call.body["embeds"][0]["image"]["url"] == "attachment://rewording.png"
    await chat.poster.amend(at(guild), posted, replace(REWORDED, title="Amended"), Manner(picture=True))
    shown = discord.messages[posted]
    assert [one["filename"] for one in shown["attachments"]] == ["rewording.png"]
    assert shown["embeds"][0]["title"] == REWORDED.headline
    assert shown["embeds"][0]["image"]["url"] == "attachment://rewording.png"


async def test_a_picture_goes_where_pictures_are_off_by_now(
    chat: DiscordChat, discord: FakeDiscord, guild: Json
) -> None:
    """It would else hang below the embed that shows it no more."""
    posted = await chat.poster.post(at(guild), REWORDED, key=KEY, manner=Manner(picture=True))
    await chat.poster.amend(at(guild), posted, REWORDED)
    assert discord.messages[posted]["attachments"] == []
    assert "image" not in discord.messages[posted]["embeds"][0]


async def test_no_picture_where_none_is_wanted_or_permitted(
    discord: FakeDiscord, guild: Json, serving: Serving
) -> None:
    """Off by choice, and left out where files may not be attached."""
    quiet = discord.add_channel(guild, "quiet")
    deny(quiet, "attach_files")
    async with serving() as chat:
        await chat.poster.post(at(guild), REWORDED, key="one")
        await chat.poster.post(at(guild, quiet), REWORDED, key="two", manner=Manner(picture=True))
    assert [call.files for call in discord.calls("create_message")] == [[], []]
