"""All that is posted in channels and sent to people, drawn whole by the real poster for real places.

Beside what a message says (`test_whole.py`), that is what stands above it, a role that is called and a line of the
community's own; and in direct messages, the lists of a server's channels and roles.
"""

from collections.abc import AsyncIterator
from typing import NamedTuple

import discord.http
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ask.desk import COMMANDS
from bot.ask.presses import read, write
from bot.chat.discord.afar import addressed, listed
from bot.chat.discord.client import DiscordChat
from bot.chat.discord.markup import clean
from bot.chat.discord.places import Place
from bot.chat.discord.poster import DiscordPoster
from bot.model.message import Message, Pick, Quotation
from bot.model.subscription import TEXT, Manner
from bot.wording.language import Language
from tests.chat.discord.conftest import Serving
from tests.chat.discord.drawing import QUICKLY, assert_inert, marked_up, payload
from tests.chat.discord.hostile import HOSTILE
from tests.chat.discord.said import SNOWFLAKE, messages, words
from tests.fakes.discord import PERMISSIONS, FakeDiscord, Json, limits, markdown
from tests.fakes.discord.limits import pings, walk

CAREFULLY = settings(deadline=None, phases=QUICKLY, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Server(NamedTuple):
    """A server as the client knows it: a channel with embeds, one without, and the role that may be called."""

    poster: DiscordPoster
    guild: discord.Guild
    places: tuple[Place, Place]
    role: discord.Role


@pytest.fixture
async def server(discord: FakeDiscord, guild: Json, serving: Serving) -> AsyncIterator[Server]:
    """Its channels and roles, more than a menu takes, have hostile names."""
    plain = discord.add_channel(guild, "plain")
    denied = {"id": guild["id"], "type": 0, "allow": "0", "deny": str(PERMISSIONS["embed_links"])}
    plain["permission_overwrites"].append(denied)
    for name in HOSTILE:
        discord.add_channel(guild, name)
        role = discord.add_role(guild, name)
    async with serving() as chat:
        yield _known(chat, guild, role)


def _known(chat: DiscordChat, guild: Json, role: Json) -> Server:
    known = chat._client.get_guild(int(guild["id"]))
    assert known is not None
    told = known.get_role(int(role["id"]))
    assert told is not None
    return Server(chat.poster, known, (known.text_channels[0], known.text_channels[1]), told)


async def posted(server: Server, place: Place, message: Message, manner: Manner) -> Json:
    """The body of the request that posts it."""
    drawn = await server.poster._drawn(place, message, manner)
    body: Json = discord.http.handle_message_parameters(**drawn).payload or {}
    return {"components": [], **body}


@given(messages(), words, st.booleans(), st.booleans())
@settings(CAREFULLY, max_examples=100)
async def test_what_stands_above_a_message_keeps_to_its_limits(
    server: Server,
    made: tuple[Message, Language],
    line: str,
    called: bool,  # noqa: FBT001 (drawn)
    embeds: bool,  # noqa: FBT001 (drawn)
) -> None:
    """The role that an admin chose is called and nothing else is; the community's line is there, and inert."""
    manner = Manner(mention=str(server.role.id) if called else str(server.guild.id), text=line)
    body = await posted(server, server.places[not embeds], made[0], manner)
    assert_inert(body, server.role.mention)
    assert pings(body) == [server.role.mention] * called
    shown = markdown.seen(body["content"] or "")
    assert all(word in shown for word in clean(line)[:TEXT].split())


@given(messages(), words)
@settings(CAREFULLY, max_examples=60)
async def test_a_text_loses_no_quote_without_saying_so(
    server: Server, made: tuple[Message, Language], line: str
) -> None:
    """Where embeds are not permitted there is room for half as much, and less below a line of one's own."""
    body = await posted(server, server.places[1], made[0], Manner(text=line))
    [shown] = [markdown.seen(markup) for markup in marked_up(body)]
    for part in made[0].parts:
        quote = clean("".join(span.text for span in part.spans)) if isinstance(part, Quotation) else ""
        assert quote in shown or "…" in shown


@given(messages(), words, st.booleans())
@settings(CAREFULLY, max_examples=100)
async def test_what_is_sent_to_a_person_keeps_to_its_limits(
    server: Server,
    made: tuple[Message, Language],
    named: str,
    as_card: bool,  # noqa: FBT001 (drawn)
) -> None:
    """With lists in place of Discord's pickers, whatever is sought; and all that is offered there can be pressed."""
    message, language = made
    message = addressed(listed(message, server.guild, language, named[:60]), SNOWFLAKE, COMMANDS)
    body = payload(message, as_card=as_card)
    assert_inert(body)
    offered = [part["custom_id"] for part in walk(body["components"]) if "custom_id" in part]
    assert all(read(key, COMMANDS) for key in offered)
    assert {write(pick, COMMANDS) for pick in message.picks} <= set(offered)
    assert all(isinstance(pick, Pick) and pick.kind == "list" for pick in message.picks)
    for part in walk(body["components"]):
        assert part["type"] != limits.SELECT or 1 <= len(part["options"]) <= 25
