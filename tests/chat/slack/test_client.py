"""The real slack-bolt against a fake Slack, over Socket Mode."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.app import desk_on
from bot.chat.slack.bolt import Reception
from bot.chat.slack.client import SlackChat
from bot.errors import ConfigurationError, StoreUnavailable
from bot.model.message import Message
from bot.model.subscription import ChatName, Destination, Watch
from bot.model.topic import Topic
from bot.store.store import Store
from bot.wording.language import Languages
from tests.chat.slack.desk import NotingDesk
from tests.chat.slack.house import Serving, Until
from tests.fakes.slack import FakeSlack, Team
from tests.fakes.tunegarden import CATALOGUE
from tests.fakes.world import HandClock

HERE = Destination(ChatName.SLACK, "T1", "C1")


async def test_a_member_watches_a_platform(
    serving: Serving, slack: FakeSlack, team: Team, store: Store, languages: Languages, clock: HandClock, until: Until
) -> None:
    """The channel in which the command was typed watches both platforms; everyone there reads who saw to that."""
    desk = desk_on(store, CATALOGUE, {}, languages, clock)
    async with serving(desk):
        await slack.command(team, "/clausebell", "watch tune garden, inkwell ai training")
        await until(lambda: team.channels["C1"].messages)
    [answer] = team.channels["C1"].messages
    assert team.channels["C1"].ephemerals == []
    assert "<@U1>" in str(answer["blocks"])
    assert "Tunegarden" in answer["text"]
    assert "Inkwell" in answer["text"]
    subscription = await store.subscriptions.get(HERE)
    assert subscription is not None
    topics = frozenset({Topic.AI_TRAINING})
    assert subscription.watches == (Watch("inkwell", topics), Watch("tunegarden", topics))
    assert subscription.by == "U1"


@pytest.mark.usefixtures("chat")
async def test_a_command_is_acknowledged_before_it_is_carried_out(
    slack: FakeSlack, team: Team, desk: NotingDesk, until: Until
) -> None:
    """A desk that takes its time does not keep Slack waiting; the answer follows."""
    desk.gate = asyncio.Event()
    delivery = await slack.command(team, "/clausebell", "policy tunegarden")
    assert delivery.answer is None
    assert team.channels["C1"].ephemerals == []
    desk.gate.set()
    await until(lambda: team.channels["C1"].ephemerals)


@pytest.mark.usefixtures("chat")
async def test_an_answer_that_takes_long_is_announced(
    slack: FakeSlack, team: Team, desk: NotingDesk, until: Until
) -> None:
    """After a second, with a word that stays true: Slack puts nothing in place of what answered a command."""
    desk.gate = asyncio.Event()
    await slack.command(team, "/clausebell", "policy tunegarden")
    shown = team.channels["C1"].ephemerals
    await until(lambda: shown)
    desk.gate.set()
    await until(lambda: len(shown) > 1)
    assert [one["text"] for one in shown] == [
        "This takes a moment. The answer comes below.",
        "policy tunegarden: done.",
    ]


@pytest.mark.usefixtures("chat")
async def test_the_desk_learns_who_asks_and_where(slack: FakeSlack, team: Team, desk: NotingDesk, until: Until) -> None:
    """Members of a channel may choose for it; in a direct message, that is the channel."""
    slack.add_channel(team, "DU2", is_im=True, members={"U2", team.bot})
    await slack.command(team, "/clausebell", "list", user="U2", channel="C2")
    await slack.command(team, "/clausebell", "list", user="U2", channel="DU2")
    await until(lambda: len(desk.asked) == 2)
    seen = [(i.chat, i.space, i.channel, i.user, i.admin) for _, i in desk.asked]
    assert seen == [(ChatName.SLACK, "T1", "C2", "U2", True), (ChatName.SLACK, "T1", "DU2", "U2", True)]


@pytest.mark.usefixtures("chat")
async def test_a_public_answer_is_for_the_channel(slack: FakeSlack, team: Team, desk: NotingDesk, until: Until) -> None:
    """What the desk calls public, everyone reads."""
    desk.public = True
    await slack.command(team, "/clausebell", "unwatch tunegarden inkwell")
    await until(lambda: team.channels["C1"].messages)
    assert team.channels["C1"].messages[0]["text"] == "unwatch tunegarden: done. unwatch inkwell: done."
    assert team.channels["C1"].ephemerals == []


@pytest.mark.usefixtures("chat")
@pytest.mark.parametrize("text", ["", "help", "subscribe tunegarden", "<!channel> *_`"])
async def test_help_is_in_the_acknowledgement(slack: FakeSlack, team: Team, desk: NotingDesk, text: str) -> None:
    """Bare, asked for or unknown: every verb with an example, for the asker alone; their language is learned later."""
    delivery = await slack.command(team, "/clausebell", text)
    assert delivery.answer["response_type"] == "ephemeral"
    for command in desk.commands:
        assert f"/clausebell {command.slack}" in str(team.channels["C1"].ephemerals[0]["blocks"])
    assert desk.asked == []
    asked = [method for method, *_ in slack.calls if method != "users.info"]
    assert asked == ["auth.test", "apps.connections.open"]


@pytest.mark.usefixtures("chat")
@pytest.mark.parametrize("error", [StoreUnavailable("Redis went away."), RuntimeError("a mistake of ours")])
async def test_an_order_that_fails_is_answered(
    slack: FakeSlack, team: Team, desk: NotingDesk, error: Exception, until: Until, languages: Languages
) -> None:
    """The person learns that it did not work, and whether to try again; not the operator's words."""
    desk.error = error
    await slack.command(team, "/clausebell", "list")
    await until(lambda: team.channels["C1"].ephemerals)
    key = "error-passing" if isinstance(error, StoreUnavailable) else "error-lasting"
    assert team.channels["C1"].ephemerals[0]["text"] == languages.best("en").say(key)


@pytest.mark.usefixtures("chat")
async def test_an_answer_that_slack_does_not_take_harms_nobody(
    slack: FakeSlack, team: Team, desk: NotingDesk, until: Until
) -> None:
    """The next command is answered."""
    await slack.command(team, "/clausebell", "list")
    await until(lambda: team.channels["C1"].ephemerals)
    desk.gate = asyncio.Event()
    await slack.command(team, "/clausebell", "list")
    slack.hooks.clear()
    desk.gate.set()
    await until(lambda: slack.rejected)
    assert [method for method, *_ in slack.rejected] == ["response_url"]
    slack.rejected.clear()
    await slack.command(team, "/clausebell", "list")
    await until(lambda: len(team.channels["C1"].ephemerals) == 2)


@pytest.mark.usefixtures("chat")
async def test_what_we_have_no_use_for_is_acknowledged(slack: FakeSlack, team: Team) -> None:
    """Events, clicks and shortcuts that mean nothing to us do not come again, and warn nobody."""
    await slack.event(team, {"type": "app_home_opened", "user": "U1", "tab": "home"})
    await slack.event(team, {"type": "message", "user": "U1", "text": "hello", "channel": "C1", "ts": "1.1"})
    await slack.shortcut(team, "explain")
    button = {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "x"}}
    message = {"channel": "C1", "ts": "1.1", "blocks": [{"type": "actions", "elements": [button]}]}
    await slack.click(team, message, "a")


@pytest.mark.usefixtures("chat")
@pytest.mark.parametrize(
    ("event", "heard"),
    [
        ({"type": "app_uninstalled"}, "left slack:T1"),
        ({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["UBT1"]}}, "left slack:T1"),
        ({"type": "channel_archive", "channel": "C1", "user": "U1"}, "blocked slack:T1:C1 archive"),
        ({"type": "channel_deleted", "channel": "C1"}, "closed slack:T1:C1"),
        ({"type": "channel_unarchive", "channel": "C1", "user": "U1"}, "reopened slack:T1:C1"),
        ({"type": "member_joined_channel", "channel": "C1", "user": "UBT1", "team": "T1"}, "reopened slack:T1:C1"),
    ],
)
async def test_the_desk_hears_what_happens_to_channels(
    slack: FakeSlack, team: Team, desk: NotingDesk, event: dict[str, object], heard: str, until: Until
) -> None:
    """Each event once, however often Slack sends it; the same again is another event."""
    await slack.event(team, event, event_id="Ev1")
    await slack.event(team, event, event_id="Ev1", retry=1)
    await slack.event(team, event, event_id="Ev1", retry=2)
    await slack.event(team, {"type": "channel_deleted", "channel": "C2"})
    await until(lambda: "closed slack:T1:C2" in desk.heard)
    assert desk.heard == [heard, "closed slack:T1:C2"]


@pytest.mark.usefixtures("chat")
async def test_a_channel_that_is_deleted_has_its_name(
    slack: FakeSlack, team: Team, desk: NotingDesk, clock: HandClock, until: Until
) -> None:
    """The one that was heard last, of the channel or of those in which somebody is; after a week, none."""
    await slack.open_home(team, "U1")
    await until(lambda: team.homes)
    await slack.event(team, {"type": "channel_rename", "channel": {"id": "C2", "name": "rights", "created": 1}})
    for channel in ("C1", "C2"):
        await slack.event(team, {"type": "channel_deleted", "channel": channel})
    clock.time += timedelta(days=7)
    await slack.event(team, {"type": "channel_deleted", "channel": "C1"})
    await until(lambda: len(desk.heard) == 3)
    named = team.channels["C1"].name
    assert desk.heard == [f"closed slack:T1:C1 #{named}", "closed slack:T1:C2 #rights", "closed slack:T1:C1"]


@pytest.mark.usefixtures("chat")
async def test_what_happens_to_others_is_not_ours(slack: FakeSlack, team: Team, desk: NotingDesk, until: Until) -> None:
    """A person's token taken back, a person in a channel: the choices stay."""
    await slack.event(team, {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}})
    await slack.event(team, {"type": "member_joined_channel", "channel": "C1", "user": "U1", "team": "T1"})
    await slack.event(team, {"type": "channel_deleted", "channel": "C2"})
    await until(lambda: desk.heard)
    assert desk.heard == ["closed slack:T1:C2"]


@pytest.mark.usefixtures("chat")
@pytest.mark.parametrize("swapped", [False, True])
async def test_uninstalling_in_either_order(
    slack: FakeSlack, team: Team, desk: NotingDesk, until: Until, *, swapped: bool
) -> None:
    """With a token that is dead by then, and a desk that fails the first time, the workspace is left."""
    desk.error = StoreUnavailable("Redis went away.")
    await slack.uninstall(team, swapped=swapped)
    await until(lambda: len(desk.heard) == 2)
    assert desk.heard == ["left slack:T1"] * 2


@pytest.mark.usefixtures("chat")
async def test_uninstalling_forgets_people(slack: FakeSlack, team: Team, desk: NotingDesk, until: Until) -> None:
    """Whoever installs it again is met as a stranger."""
    team.users["U1"]["locale"] = "de-DE"
    await slack.command(team, "/clausebell", "list")
    assert "Nach einer Plattform fragen" in str((await slack.command(team, "/clausebell", "help")).answer)
    await slack.uninstall(team)
    await until(lambda: "left slack:T1" in desk.heard)
    team.state = "active"
    assert "Ask about a platform" in str((await slack.command(team, "/clausebell", "help")).answer)


@pytest.mark.usefixtures("chat")
async def test_another_workspace_is_not_served(slack: FakeSlack, desk: NotingDesk) -> None:
    """A command of a workspace that the token is not for is told so."""
    other = slack.add_team("T2")
    await slack.command(other, "/clausebell", "list")
    assert desk.asked == []


@pytest.mark.usefixtures("chat")
@pytest.mark.parametrize("reason", ["refresh_requested", "warning"])
async def test_slack_asks_us_to_reconnect(
    slack: FakeSlack, team: Team, desk: NotingDesk, reason: str, until: Until
) -> None:
    """We do, once, even where Slack hangs up at the same time; commands are answered on the new connection."""
    old = slack.sockets[0]
    await slack.refresh(reason)
    await until(lambda: slack.sockets and slack.sockets[-1] is not old)
    await slack.command(team, "/clausebell", "list")
    await until(lambda: desk.asked)
    assert [method for method, *_ in slack.calls].count("apps.connections.open") == 2


async def test_an_outage_longer_than_an_address_lives(
    serving: Serving, slack: FakeSlack, team: Team, desk: NotingDesk, until: Until
) -> None:
    """When Slack is back, we are: with a new address, where the old one is worth nothing."""
    async with serving(look_every=0.2):
        async with slack.outage():
            opened = len(slack.calls)
            await until(lambda: len(slack.calls) > opened)
        await until(lambda: slack.sockets)
        await slack.command(team, "/clausebell", "list")
        await until(lambda: desk.asked)


async def test_stopping_finishes_what_is_under_way(
    serving: Serving, slack: FakeSlack, team: Team, desk: NotingDesk
) -> None:
    """An order that was acknowledged is carried out and answered, and nothing is left open."""
    desk.gate = asyncio.Event()
    async with serving():
        await slack.command(team, "/clausebell", "list")
        asyncio.get_running_loop().call_later(0.1, desk.gate.set)
    assert len(team.channels["C1"].ephemerals) == 1
    assert slack.sockets == []


async def test_posting_while_connected(chat: SlackChat, team: Team) -> None:
    """The chat's poster posts in the workspace."""
    ts = await chat.poster.post(HERE, Message("Tunegarden changed its terms."), key="k1")
    assert team.channels["C1"].messages[0]["ts"] == ts


@pytest.mark.parametrize(
    ("spoil", "variable"),
    [
        (lambda slack: setattr(slack.teams["T1"], "state", "token_revoked"), "SLACK_BOT_TOKEN"),
        (lambda slack: setattr(slack, "app_token", "xapp-other"), "SLACK_APP_TOKEN"),
    ],
)
async def test_a_token_that_is_not_taken(
    slack: FakeSlack,
    desk: NotingDesk,
    languages: Languages,
    store: Store,
    clock: HandClock,
    spoil: Callable[[FakeSlack], None],
    variable: str,
) -> None:
    """The error names the variable, and what to put there."""
    chat = SlackChat(
        "xoxb-T1",
        "xapp-1-A1",
        Reception(desk, languages, CATALOGUE, store.once, store.turns, clock, lambda: 0.0, slack.api_url),
    )
    spoil(slack)
    with pytest.raises(ConfigurationError) as caught:
        await chat.run(asyncio.Event())
    assert [mistake.place for mistake in caught.value.mistakes] == [variable]
    assert caught.value.mistakes[0].remedy
    assert len(slack.rejected) == 1
    slack.rejected.clear()


async def test_slack_is_not_there_yet(serving: Serving, slack: FakeSlack, team: Team, until: Until) -> None:
    """A start while Slack is unwell goes on when it is well."""
    slack.fail("auth.test", "bad gateway", status=502)
    slack.cut("apps.connections.open")
    async with serving(look_every=0.1):
        await slack.command(team, "/clausebell", "list")
        await until(lambda: team.channels["C1"].ephemerals)


async def test_stopping_before_slack_is_there(
    desk: NotingDesk, languages: Languages, store: Store, clock: HandClock
) -> None:
    """A stop does not wait for Slack."""
    stop = asyncio.Event()
    nowhere = Reception(
        desk, languages, CATALOGUE, store.once, store.turns, clock, lambda: 0.0, "http://127.0.0.1:9/api/"
    )
    chat = SlackChat("xoxb", "xapp", nowhere)
    asyncio.get_running_loop().call_later(0.1, stop.set)
    await asyncio.wait_for(chat.run(stop), 5)


async def test_the_environment_of_the_process_is_not_ours(
    serving: Serving, slack: FakeSlack, team: Team, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """slack-bolt looks there by itself; we go by what we are given, and say nothing of it."""
    for name in ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET"):
        monkeypatch.setenv(name, "of-the-process")
    async with serving():
        await slack.command(team, "/clausebell", "help")
    assert {token for _, token, _ in slack.calls} == {team.token, slack.app_token}
    assert [record for record in caplog.records if record.levelname == "WARNING"] == []
