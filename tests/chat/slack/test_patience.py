"""Home, windows and answers while Slack asks for a pause: what is shown meanwhile, and what after."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.model.subscription import Subscription, Watch
from tests.chat.slack.house import House, buttons, fields, words
from tests.fakes.slack.blockkit import Json
from tests.fakes.world import HandClock


@dataclass(slots=True)
class StandingClock(HandClock):
    """Whoever sleeps by it wakes when a test lets so much time pass."""

    sleepers: list[tuple[datetime, asyncio.Event]] = field(default_factory=list)

    async def sleep(self, seconds: float) -> None:
        """Until then."""
        self.sleepers.append((self.time + timedelta(seconds=seconds), woken := asyncio.Event()))
        await woken.wait()

    def passes(self, seconds: float) -> None:
        """So much time; who is due wakes."""
        self.time += timedelta(seconds=seconds)
        for due, woken in self.sleepers:
            if due <= self.time:
                woken.set()
        self.sleepers = [row for row in self.sleepers if row[0] > self.time]


@pytest.fixture
def clock() -> StandingClock:
    """In place of the one that every sleeper moves."""
    return StandingClock()


def pause(house: House, method: str, seconds: int = 30, times: int = 1) -> None:
    """Slack asks for a pause when this is called next."""
    house.slack.fail(method, "ratelimited", times=times, status=429, retry_after=seconds)


async def waits(house: House, clock: StandingClock, sleepers: int = 1) -> None:
    """Until so many Homes are put off."""
    await house.until(lambda: len(clock.sleepers) == sleepers)


async def watch(house: House, channel: str) -> None:
    """The channel watches Tunegarden, as someone chose who is not the one that looks."""
    await house.store.subscriptions.put(Subscription(house.here(channel), (Watch("tunegarden"),), by="U2"))


def asked_to_show(house: House) -> Sequence[Json]:
    """Every page that Slack was asked to show, also where it did not."""
    return [args["view"] for method, _, args in house.slack.calls if method == "views.publish"]


async def test_the_first_home_comes_when_the_pause_is_over(house: House, clock: StandingClock) -> None:
    """Until then a word stands there, and not that something went wrong."""
    await watch(house, "C1")
    pause(house, "users.conversations")
    await house.slack.open_home(house.team)
    await waits(house, clock)
    assert words(house.team.homes["U1"]).strip() == "One moment…"
    clock.passes(29)
    clock.passes(1)
    await house.until(lambda: "cb1:settings:C1" in buttons(house.team.homes["U1"]))
    assert len(asked_to_show(house)) == 2


async def test_a_home_that_slack_does_not_take_yet(house: House, clock: StandingClock) -> None:
    """Is shown when it takes it, as it is by then."""
    pause(house, "views.publish", times=2)
    await house.slack.open_home(house.team)
    await waits(house, clock)
    assert house.team.homes == {}
    await watch(house, "C1")
    clock.passes(30)
    await house.until(lambda: house.team.homes)
    assert "cb1:settings:C1" in buttons(house.team.homes["U1"])


async def test_what_stands_there_stays_until_the_pause_is_over(house: House, clock: StandingClock) -> None:
    """Also where the channels that Slack named last are too old to show."""
    await watch(house, "C1")
    before = await house.home()
    await watch(house, "C2")
    clock.passes(16 * 60)
    pause(house, "users.conversations")
    await house.slack.open_home(house.team)
    await waits(house, clock)
    assert house.team.homes["U1"] == before
    clock.passes(30)
    await house.until(lambda: "cb1:settings:C2" in buttons(house.team.homes["U1"]))


async def test_of_several_homes_that_wait_one_is_shown(house: House, clock: StandingClock) -> None:
    """The one that was asked for last; another person's waits beside it."""
    pause(house, "views.publish", times=6)
    for sleepers, user in enumerate(("U1", "U1", "U2"), 1):
        await house.slack.open_home(house.team, user)
        await waits(house, clock, sleepers)
    before = len(asked_to_show(house))
    clock.passes(30)
    await house.until(lambda: len(house.team.homes) == 2)
    assert len(asked_to_show(house)) == before + 2


async def test_a_home_that_cannot_be_shown_at_last(house: House, clock: StandingClock) -> None:
    """Says so, where nothing stands there but the word; nothing is tried any more until it is opened again."""
    pause(house, "users.conversations", times=3)
    await house.slack.open_home(house.team)
    for _ in range(2):
        await waits(house, clock)
        clock.passes(30)
    await house.until(lambda: "again" in words(house.team.homes["U1"]))
    assert clock.sleepers == []
    assert "Clausebell" in words(await house.home())


async def test_a_window_that_slack_fills_later(house: House, clock: StandingClock) -> None:
    """Says that it takes a moment until then, and has its fields when the pause is over."""
    pause(house, "views.update")
    await house.slack.command(house.team, "/clausebell", "settings")
    await waits(house, clock)
    assert words(house.window).strip() == "One moment…"
    clock.passes(30)
    assert "form-platforms" in fields(await house.opened())


async def test_an_answer_that_slack_takes_later(house: House, clock: StandingClock) -> None:
    """Is sent when it takes it, once; one of which nobody knows whether it was taken is not sent again."""
    shown = house.team.channels["C1"].ephemerals
    pause(house, "response_url")
    await house.slack.command(house.team, "/clausebell", "list")
    await waits(house, clock)
    assert shown == []
    clock.passes(30)
    await house.until(lambda: shown)
    house.slack.cut("response_url")
    with capture_logs() as said:
        await house.slack.command(house.team, "/clausebell", "list")
        await house.until(lambda: "answer not taken" in {row["event"] for row in said})
    assert (len(shown), clock.sleepers) == (1, [])


async def test_an_orderly_stop_waits_for_no_home(house: House, clock: StandingClock) -> None:
    """Whoever opens it after the start sees it."""
    pause(house, "views.publish", times=2)
    await house.slack.open_home(house.team)
    await waits(house, clock)
