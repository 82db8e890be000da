"""Buttons, menus and forms, pressed in the fake Slack and heard by the real slack-bolt."""

import pytest

from bot.ask.commands import Reply
from bot.ask.desk import COMMANDS
from bot.chat.slack.client import SlackChat
from bot.chat.slack.views import drawn
from bot.model.message import Action, Choice, Message, Pick
from bot.model.subscription import ChatName, Destination
from tests.chat.slack.conftest import Until
from tests.chat.slack.desk import NotingDesk
from tests.fakes.slack import FakeSlack, Team, check_blocks
from tests.fakes.slack.blockkit import Json, walk

OFFER = Message(
    "Terms changed.",
    actions=(
        Action("Opt out", "optout", {"platform": "tunegarden"}, primary=True),
        Action("Search", "settings", {"channel": "C1"}, asks="search"),
    ),
)
TOPICS = (Choice("A", "a"), Choice("B", "b"))
CARD = Message(
    "Choose.",
    picks=(
        Pick("Channel", "settings", "channel", "channel", chosen=("C1",), least=1),
        Pick("Topics", "choose", "value", "list", {"channel": "C1", "what": "topics"}, TOPICS, ("b",), most=2),
        Pick("When", "choose", "value", "list", {"channel": "C1", "what": "cadence"}, TOPICS, ("a",), least=1),
    ),
)


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


async def test_a_menu_gives_what_was_chosen_and_is_drawn_anew(
    slack: FakeSlack, team: Team, desk: NotingDesk, announced: Json, until: Until
) -> None:
    """The card shows what holds; what is taken in it comes to the desk, and the card takes its own place."""
    desk.reply = Reply(CARD)
    await slack.click(team, announced, "cb1:optout:tunegarden")
    await until(lambda: team.channels["C1"].ephemerals)
    [card] = team.channels["C1"].ephemerals
    menus = {e["action_id"]: e for block in card["blocks"] for e in walk(block) if "action_id" in e}
    topics = menus["cb1:choose:C1:::topics:*"]
    assert [option["value"] for option in topics["initial_options"]] == ["b"]
    desk.reply = Reply(Message("Chosen."), instead=True)
    taken = [{"value": "a"}, {"value": "b"}]
    await slack.click(team, card, "cb1:choose:C1:::topics:*", selected_options=taken)
    await until(lambda: team.channels["C1"].ephemerals[0]["text"] == "Chosen.")
    assert desk.asked[-1][0] == "cb1:choose:C1:::topics:* a,b"
    assert desk.asked[-1][1].admin


async def test_nobody_chooses_for_another_channel(
    slack: FakeSlack, team: Team, desk: NotingDesk, announced: Json, until: Until
) -> None:
    """A press counts for the channel in which it was made; that someone is a member elsewhere is not known."""
    foreign = {**announced, "blocks": drawn(CARD, COMMANDS)[1], "channel": "C2"}
    await slack.click(team, foreign, "cb1:choose:C1:::cadence:*", selected_option={"value": "b"})
    await until(lambda: desk.asked)
    assert not desk.asked[0][1].admin


async def test_a_form_asks_for_what_a_button_needs(
    slack: FakeSlack, team: Team, desk: NotingDesk, announced: Json, until: Until
) -> None:
    """What is typed comes to the desk as the value of the open option, and the answer to the channel."""
    await slack.click(team, announced, "cb1:settings:C1::*")
    await until(lambda: slack.views)
    [form] = slack.views.values()
    await slack.submit(team, form, {"typed": {"typed": {"type": "plain_text_input", "value": "tune"}}})
    await until(lambda: team.channels["C1"].ephemerals)
    assert desk.asked[0][0] == "cb1:settings:C1::* tune"
    assert desk.asked[0][1].admin


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
    many = tuple(Choice("n" * 200, f"v{n}") for n in range(130))
    message = Message(
        "x" * 4000,
        actions=(Action("l" * 200, "optout", {"platform": "p" * 300}), Action("Y" * 200, "privacy")),
        picks=(Pick("P" * 200, "choose", "value", choices=many, chosen=("v3",), most=25),),
    )
    text, blocks = drawn(message, COMMANDS)
    assert text
    assert check_blocks(blocks) == []
    assert "privacy" in str(blocks)
    assert "pppp" not in str(blocks)
