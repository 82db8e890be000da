"""The whole program, as a process driven by its environment alone."""

import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A5

from tests.e2e.town import CLAUSE, EXEMPT, Town, town
from tests.fakes.discord import PERMISSIONS
from tests.fakes.press import Press
from tests.site.conftest import free_port, get

pytestmark = pytest.mark.e2e


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    """A town whose bot is not started yet. At the end, no chat has refused anything."""
    async with town(tmp_path) as here:
        yield here
        assert here.discord.violations == []
        assert here.discord.invalid == []
        assert here.slack.rejected == []
        assert here.slack.lint == []
        assert all(delivery.in_time for delivery in here.slack.deliveries)


async def subscribe(here: Town) -> dict[str, object]:
    """An admin watches the platform from each chat; gives the Discord guild."""
    guild = here.discord.add_guild("Art")
    await here.discord.dispatch("GUILD_CREATE", guild)
    await here.discord.until(lambda: here.discord.commands[None], 10, "commands")
    asked = await here.discord.slash("watch add", guild, platform="tune garden")
    assert "Tunegarden" in str(asked.messages)
    await here.watch_in_slack()
    return guild


def announced(here: Town) -> tuple[list[str], list[str]]:
    """What stands in the channels, as text: Discord's messages and Slack's."""
    discord = [str(message) for message in here.discord.sent()]
    slack = [str(message) for message in here.slack.teams["T1"].channels["C1"].messages]
    return discord, slack


async def test_a_clause_rings_once_in_each_chat(place: Town) -> None:
    """A new clause is told in both chats, word for word and with its exemption, and never again."""
    await place.start()
    await subscribe(place)
    place.site.clauses = [CLAUSE, EXEMPT]
    await place.until(lambda: all(announced(place)), "an announcement in each chat")
    await place.polls(3)
    assert await place.end() == 0
    await place.start()
    await place.polls(3)
    discord, slack = announced(place)
    assert (len(discord), len(slack)) == (1, 1)
    for message in (*discord, *slack):
        assert CLAUSE in message
        assert EXEMPT in message
    assert await place.end() == 0


async def test_what_was_watched_before_a_restart_is_offered(place: Town) -> None:
    """Memory begins with what is stored: whoever types a command finds what their server watches."""
    await place.start()
    guild = await subscribe(place)
    assert await place.end() == 0
    await place.start()
    offered = await place.discord.autocomplete("watch remove", "platform", "", guild)
    assert [choice["value"] for choice in offered] == ["tunegarden"]


async def test_a_workspace_installs_the_app_and_hears_of_a_change(place: Town) -> None:
    """Over HTTP, by a link and with a token of its own: a command is answered, a change is told, and told once.

    What it is told leads to the site, which has the change as a page and in its feed.
    """
    address = f"127.0.0.1:{free_port()}"
    await place.launch(**place.over_http(address))
    assert "Clausebell is installed in Team T1." in await place.install_in_slack(address)
    await place.watch_in_slack()
    await place.polls(2)
    place.site.clauses = [CLAUSE, EXEMPT]
    messages = place.slack.teams["T1"].channels["C1"].messages
    await place.until(lambda: messages, "an announcement in Slack")
    await place.polls(3)
    [told] = messages
    assert CLAUSE in str(told)
    assert EXEMPT in str(told)
    [permalink] = set(re.findall(rf"http://{address}/changes/\w+", str(told)))
    assert CLAUSE in (await get(permalink)).text
    assert permalink in (await get(f"http://{address}/changes.atom")).text
    assert "/slack/install" in (await get(f"http://{address}/")).text
    figures = (await get(f"http://{address}/metrics")).text
    assert 'clausebell_checks_total{outcome="changed"} 1.0' in figures
    assert 'clausebell_deliveries_total{chat="slack",outcome="posted"}' in figures
    assert await place.end() == 0


async def test_a_clause_in_a_pdf_rings_too(place: Town) -> None:
    """A PDF that is set anew tells nothing; a clause that comes into it is told word for word."""
    place.site.press = Press(head="Tunegarden, of today")
    await place.start()
    await subscribe(place)
    await place.polls(1)
    place.site.press = Press(page=A5, size=12, head="Tunegarden, of tomorrow")
    await place.polls(3)
    assert announced(place) == ([], [])
    place.site.clauses = [CLAUSE]
    await place.until(lambda: all(announced(place)), "an announcement in each chat")
    await place.polls(3)
    discord, slack = announced(place)
    assert (len(discord), len(slack)) == (1, 1)
    assert CLAUSE in discord[0]
    assert CLAUSE in slack[0]
    assert await place.end() == 0


async def test_a_member_without_the_right_changes_nothing(place: Town) -> None:
    """A member whom the server lets give the command, but who may not manage it, is refused by the bot itself."""
    await place.start()
    guild = place.discord.add_guild("Art")
    await place.discord.dispatch("GUILD_CREATE", guild)
    await place.discord.until(lambda: place.discord.commands[None], 10, "commands")
    asked = await place.discord.slash(
        "watch add", guild, platform="tunegarden", permissions=PERMISSIONS["send_messages"], overridden=True
    )
    assert asked.ephemeral
    assert "manage this server" in str(asked.messages)
    place.site.clauses = [CLAUSE]
    await place.polls(4)
    assert place.discord.sent() == []


async def test_news_about_a_watched_platform_is_told_with_its_source(place: Town) -> None:
    """A headline that names the platform and a policy change is told; what stood in the feed before is not."""
    place.site.headlines.append("Tunegarden updates its privacy policy")
    await place.start()
    await subscribe(place)
    reads = place.site.reads
    await place.until(lambda: place.site.reads > reads, "a reading of the feed")
    place.site.headlines.append("Tunegarden changes its terms of service to allow AI training on uploads")
    await place.until(lambda: all(announced(place)), "the news in each chat")
    reads = place.site.reads
    await place.until(lambda: place.site.reads > reads + 2, "three more readings")
    discord, slack = announced(place)
    assert (len(discord), len(slack)) == (1, 1)
    assert "Music Desk" in discord[0]
    assert "allow AI training" in slack[0]


async def test_killed_again_and_again_nothing_is_lost_or_told_twice(place: Town) -> None:
    """Killed at moments spread over a look, a record, a fan-out and a post, the bot tells each clause.

    Just once in Discord; in Slack a kill between the post and its record makes a second message (docs/operating.md).
    """
    await place.start()
    await subscribe(place)
    clauses = [
        f"You agree that we may use your uploads to train artificial intelligence model number {n}." for n in range(4)
    ]
    for n, clause in enumerate(clauses):
        place.site.clauses.append(clause)
        await place.polls(n + 1)
        await place.end(signal.SIGKILL)
        await place.start()
    await place.until(lambda: all(set(chat) == set(clauses) for chat in told(place, clauses)), "every clause")
    await place.polls(3)
    discord, slack = told(place, clauses)
    assert discord == sorted(clauses)
    assert set(slack) == set(clauses)


def told(here: Town, clauses: list[str]) -> list[list[str]]:
    """For each chat, the clauses that its messages hold, as often as they do."""
    return [sorted(c for message in messages for c in clauses if c in message) for messages in announced(here)]


@pytest.mark.parametrize("variable", ["DISCORD_TOKEN", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
async def test_a_token_that_is_refused_ends_the_service(tmp_path: Path, variable: str) -> None:
    """It stops in order, names the variable, and exits with 2: a bot that looks alive and says nothing helps nobody."""
    async with town(tmp_path) as here:
        await here.launch(**{variable: "xoxb-wrong" if variable == "SLACK_BOT_TOKEN" else "xapp-wrong"})
        assert await here.code() == 2
        assert variable in here.log()
        assert "Traceback" not in here.log()


async def test_parts_that_leave_nothing_to_run_are_a_mistake(tmp_path: Path) -> None:
    """Asked for a chat alone that has no token, the service says which variable it misses."""
    async with town(tmp_path) as here:
        await here.launch("--only", "discord", DISCORD_TOKEN="")
        assert await here.code() == 2
        assert "DISCORD_TOKEN" in here.log()
