"""A change from the outbox to a channel of the fake Slack, with the real fan-out, courier and poster."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ask.desk import COMMANDS
from bot.chat.slack.pace import Pace
from bot.chat.slack.poster import SlackPoster
from bot.chat.slack.workspaces import OneWorkspace
from bot.deliver.courier import Courier
from bot.deliver.fanout import FanOut
from bot.deliver.words import Words
from bot.model.change import Change
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.store.store import Store
from bot.wording.language import Languages
from tests.chat.slack.desk import NotingDesk
from tests.deliver.test_fanout import publish
from tests.deliver.test_threads import at, long
from tests.fakes.slack import FakeSlack, Team, check_blocks
from tests.fakes.tunegarden import CATALOGUE
from tests.fakes.world import HandClock

HERE = Destination(ChatName.SLACK, "T1", "C1")


class Bell:
    """Rings in the channel."""

    def __init__(self, store: Store, poster: SlackPoster, clock: HandClock, languages: Languages) -> None:
        self.store, self.clock = store, clock
        self.fanout = FanOut(CATALOGUE, store.outbox, store.news, store.subscriptions, store.deliveries, clock)
        chats = {ChatName.SLACK: poster}
        words = Words(CATALOGUE, store.news, languages)
        self.courier = Courier(store.deliveries, store.subscriptions, chats, chats, words, lambda: 0.0, 8, 30.0, 30.0)

    async def ring(self, *told: Change) -> None:
        """Tell each change, and wait out whatever has to be waited for."""
        for one in told:
            await publish(self.store, one)
            await self.fanout.once()
            await self.courier.once()
        for _ in range(10):
            self.clock.time += timedelta(seconds=60)
            await self.store.deliveries.wake()
            await self.courier.once()


@pytest.fixture
async def bell(
    slack: FakeSlack, team: Team, store: Store, clock: HandClock, languages: Languages
) -> AsyncIterator[Bell]:
    """A channel that was set up as a member sets it up: with threads."""
    await store.subscriptions.put(replace(Subscription.begin(HERE, by="U1"), watches=(Watch("all"),)))
    workspace = OneWorkspace(team.token, NotingDesk())
    async with SlackPoster(
        workspace, store.turns, clock, COMMANDS, Pace(1.0, 5.0, lambda: 0.0), slack.api_url
    ) as poster:
        yield Bell(store, poster, clock, languages)


async def test_a_long_change_is_a_card_and_one_answer(bell: Bell, team: Team) -> None:
    """The answer stands in the card's thread, is for nobody else's eyes, and has the passage whole."""
    told = long(at(0))
    await bell.ring(told)
    card, detail = team.channels["C1"].messages
    assert "thread_ts" not in card
    assert detail["thread_ts"] == card["ts"]
    assert "reply_broadcast" not in detail
    [finding] = told.findings
    assert finding.quote not in str(card["blocks"])
    assert finding.quote in str(detail["blocks"])


async def test_repeats_are_noted_in_the_card(bell: Bell, team: Team) -> None:
    """Two more changes on the same day are two answers, and the card names both; its buttons stay."""
    before = [at(0), at(2), at(20)]
    await bell.ring(*before)
    card, *answers = team.channels["C1"].messages
    assert [answer["thread_ts"] for answer in answers] == [card["ts"]] * 2
    assert str(card["blocks"]).count("Changed again on") == 2
    assert card["edited"]
    assert "actions" in [block["type"] for block in card["blocks"]]
    assert check_blocks(card["blocks"]) == []


async def test_a_private_channel(bell: Bell, team: Team) -> None:
    """Of which Slack tells the app nothing, has threads and notes all the same."""
    team.channels["C1"].is_private = True
    await bell.ring(at(0), at(2))
    card, answer = team.channels["C1"].messages
    assert answer["thread_ts"] == card["ts"]
    assert "Changed again on" in str(card["blocks"])


async def test_what_follows_an_answer_stands_in_the_same_thread(bell: Bell, team: Team) -> None:
    """Slack shows no thread below an answer: what takes a repeat back answers the card."""
    again = at(2)
    back = replace(again, id="back", reverts=again.id, observed_at=again.observed_at + timedelta(hours=1))
    await bell.ring(at(0), again, back)
    card, *answers = team.channels["C1"].messages
    assert [answer["thread_ts"] for answer in answers] == [card["ts"]] * 2


async def test_a_card_that_was_deleted(bell: Bell, slack: FakeSlack, team: Team) -> None:
    """What would have joined it stands by itself, and nothing is left over."""
    await bell.ring(at(0))
    team.channels["C1"].messages.clear()
    await bell.ring(at(2))
    [message] = team.channels["C1"].messages
    assert "thread_ts" not in message
    assert await bell.store.deliveries.dead_letters() == []
    assert [reply["error"] for _, reply, _ in slack.rejected] == ["thread_not_found", "message_not_found"]
    slack.rejected.clear()


async def test_slack_limits_amendments(bell: Bell, slack: FakeSlack, team: Team) -> None:
    """A card that cannot be brought up to date now is later, and posts go on meanwhile."""
    slack.fail("chat.update", "ratelimited", status=429, retry_after=30)
    await bell.ring(at(0), at(2), at(3))
    card, *answers = team.channels["C1"].messages
    assert len(answers) == 2
    assert str(card["blocks"]).count("Changed again on") == 2
    assert [method for method, *_ in slack.calls].count("chat.update") == 3


async def test_a_dead_channel_is_told_once_and_comes_back(bell: Bell, slack: FakeSlack, team: Team) -> None:
    """Whoever set it up gets one direct message, whatever comes meanwhile; out of the archive, everything is told."""
    channel = team.channels["C1"]
    channel.is_archived = True
    await bell.ring(at(0), at(30))
    [private] = [one for one in team.channels.values() if one.is_im]
    assert len(private.messages) == 1
    assert "archive" in str(private.messages[0]["blocks"])
    channel.is_archived = False
    await bell.courier.trouble.retry()
    await bell.ring()
    assert len(channel.messages) == 2
    assert {reply["error"] for _, reply, _ in slack.rejected} == {"is_archived"}
    slack.rejected.clear()
