"""Buttons on messages, pressed in the fake Slack and heard by the real slack-bolt."""

import asyncio

import pytest

from bot.ask.commands import Reply
from bot.ask.desk import COMMANDS
from bot.chat.slack.client import SlackChat
from bot.chat.slack.views import drawn
from bot.model.message import Action, Message
from bot.model.subscription import ChatName, Destination, Manner
from tests.chat.slack.desk import NotingDesk
from tests.chat.slack.house import Until
from tests.fakes.slack import FakeSlack, Team, check_blocks
from tests.fakes.slack.blockkit import Json

OFFER = Message(
    "Terms changed.",
    actions=(
        Action("Opt out", "optout", {"platform": "tunegarden"}, primary=True),
        Action("Search", "settings", {"channel": "C1"}, asks="search"),
    ),
)
LATER = Message("Waits.", actions=(Action("Resume", "resume", {"channel": "C1"}),))


@pytest.fixture
async def announced(chat: SlackChat, team: Team) -> Json:
    """A message with buttons, posted as an announcement is."""
    await chat.poster.post(Destination(ChatName.SLACK, "T1", "C1"), OFFER, key="k")
    return team.channels["C1"].messages[0]


async def test_a_button_gives_its_command(
    slack: FakeSlack, team: Team, desk: NotingDesk, announced: Json, until: Until
) -> None:
    """The answer is the presser's alone, and the announcement stays."""
    await slack.click(team, announced, "cb1:optout:tunegarden", user="U2")
    await until(lambda: team.channels["C1"].ephemerals)
    [answer] = team.channels["C1"].ephemerals
    assert answer["user"] == "U2"
    assert desk.asked[0][0] == "cb1:optout:tunegarden"
    assert (desk.asked[0][1].user, desk.asked[0][1].channel) == ("U2", "C1")
    assert "Terms changed." in team.channels["C1"].messages[0]["text"]


async def test_an_answer_takes_the_place_of_ones_own(
    slack: FakeSlack, team: Team, desk: NotingDesk, announced: Json, until: Until
) -> None:
    """A page that is turned replaces the page before it, and not the announcement that everyone sees."""
    desk.reply = Reply(LATER, instead=True)
    await slack.click(team, announced, "cb1:optout:tunegarden")
    await until(lambda: team.channels["C1"].ephemerals)
    [own] = team.channels["C1"].ephemerals
    assert team.channels["C1"].messages == [announced]
    desk.reply = Reply(Message("Resumed."), instead=True)
    await slack.click(team, own, "cb1:resume:C1")
    await until(lambda: team.channels["C1"].ephemerals[0]["text"] == "Resumed.")
    assert desk.asked[-1][1].admin


async def test_an_answer_to_a_press_that_takes_long_is_announced(
    slack: FakeSlack, team: Team, desk: NotingDesk, announced: Json, until: Until
) -> None:
    """A button that seems to do nothing would be pressed again."""
    desk.gate = asyncio.Event()
    await slack.click(team, announced, "cb1:optout:tunegarden", user="U2")
    shown = team.channels["C1"].ephemerals
    await until(lambda: shown)
    assert shown[0]["text"] == "This takes a moment. The answer comes below."
    desk.gate.set()
    await until(lambda: len(shown) > 1)


async def test_a_press_in_a_thread_is_answered_there(
    chat: SlackChat, slack: FakeSlack, team: Team, desk: NotingDesk, announced: Json, until: Until
) -> None:
    """And one on the message above it, in the channel; as is what everyone is to read."""
    here, shown = Destination(ChatName.SLACK, "T1", "C1"), team.channels["C1"].ephemerals
    await chat.poster.post(here, OFFER, key="k2", manner=Manner(follows=announced["ts"]))
    answer = team.channels["C1"].messages[-1]
    for pressed, thread in ((answer, announced["ts"]), ({**announced, "thread_ts": announced["ts"]}, None)):
        shown.clear()
        await slack.click(team, pressed, "cb1:optout:tunegarden", user="U2")
        await until(lambda: shown)
        assert shown[0].get("thread_ts") == thread
    desk.public = True
    await slack.click(team, answer, "cb1:optout:tunegarden", user="U2")
    await until(lambda: len(team.channels["C1"].messages) == 3)
    assert "thread_ts" not in team.channels["C1"].messages[-1]


async def test_nobody_chooses_for_another_channel(
    slack: FakeSlack, team: Team, desk: NotingDesk, announced: Json, until: Until
) -> None:
    """A press counts for the channel in which it was made, and for those in which the person is."""
    foreign = {**announced, "blocks": drawn(LATER, COMMANDS)[1], "channel": "C2"}
    for user in ("U1", "U2"):
        await slack.click(team, foreign, "cb1:resume:C1", user=user)
    await until(lambda: len(desk.asked) == 2)
    assert {asked.user: asked.admin for _, asked in desk.asked} == {"U1": True, "U2": False}


async def test_a_shared_answer_is_for_everyone(
    slack: FakeSlack, team: Team, desk: NotingDesk, announced: Json, until: Until
) -> None:
    """It names who shared it."""
    desk.reply = Reply(Message("No opt-out.", sharer="U2"), public=True)
    await slack.click(team, announced, "cb1:optout:tunegarden", user="U2")
    await until(lambda: len(team.channels["C1"].messages) > 1)
    assert "<@U2>" in str(team.channels["C1"].messages[-1]["blocks"])


async def test_trouble_is_said_once(
    slack: FakeSlack, team: Team, desk: NotingDesk, announced: Json, until: Until
) -> None:
    """Whatever goes wrong behind a button, the person gets one sentence without the operator's details."""
    desk.error = ValueError("secret")
    await slack.click(team, announced, "cb1:optout:tunegarden")
    await until(lambda: team.channels["C1"].ephemerals)
    assert "secret" not in str(team.channels["C1"].ephemerals)


def test_everything_offered_keeps_the_limits() -> None:
    """Long labels are cut, what Slack could not carry is left out, and the words give way to what can be pressed."""
    message = Message(
        "x" * 4000,
        actions=(
            Action("l" * 200, "optout", {"platform": "p" * 300}),
            Action("Y" * 200, "privacy"),
            Action("Typed", "settings", asks="search"),
        ),
    )
    text, blocks = drawn(message, COMMANDS)
    assert text
    assert check_blocks(blocks) == []
    assert "privacy" in str(blocks)
    assert "pppp" not in str(blocks)
    assert "Typed" not in str(blocks)
