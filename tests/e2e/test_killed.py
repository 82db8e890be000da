"""A courier that is killed (-9) around a post to Slack: when its message comes twice, and when it does not.

The window is the one that docs/operating.md names: Slack has taken the message, and Redis has no record of that yet.
"""

import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.town import CLAUSE, Town, town

Json = dict[str, Any]


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    """A bot that runs, with a channel of Slack that watches the page."""
    async with town(tmp_path) as here:
        await here.start()
        await here.watch_in_slack()
        yield here


def messages(here: Town) -> list[Json]:
    """What stands in the channel."""
    return here.slack.teams["T1"].channels["C1"].messages


async def test_killed_between_the_post_and_its_record(place: Town) -> None:
    """The window: Slack has the message, its answer is on the way. The next process posts it again under its key."""
    answer = place.slack.stall("chat.postMessage", taken=True)
    place.site.clauses = [CLAUSE]
    await place.until(answer.is_set, "a post that Slack has taken")
    await place.end(signal.SIGKILL)
    assert len(messages(place)) == 1
    await place.start()
    await place.until(lambda: len(messages(place)) == 2, "a second message")
    await place.polls(3)
    first, second = messages(place)
    assert first["metadata"] == second["metadata"]
    assert first["blocks"] == second["blocks"]


async def test_killed_before_slack_has_the_message(place: Town) -> None:
    """Outside of the window, before it: the message comes once, from the next process."""
    request = place.slack.stall("chat.postMessage", taken=False)
    place.site.clauses = [CLAUSE]
    await place.until(request.is_set, "a post on its way")
    await place.end(signal.SIGKILL)
    assert messages(place) == []
    await place.start()
    await place.until(lambda: messages(place), "the message")
    await place.polls(3)
    assert len(messages(place)) == 1


async def test_killed_once_the_post_is_recorded(place: Town) -> None:
    """Outside of the window, after it: nobody posts it again, however soon after the record the kill comes."""
    place.site.clauses = [CLAUSE]
    await place.until(lambda: "delivered" in place.log(), "a record of the post")
    await place.end(signal.SIGKILL)
    await place.start()
    await place.polls(5)
    assert len(messages(place)) == 1
