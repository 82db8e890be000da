"""A fake Slack, and Clausebell connected to it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest
from cryptography.fernet import Fernet

from bot.app import desk_on
from bot.chat import Desk
from bot.chat.slack.bolt import Reception
from bot.chat.slack.client import SlackChat
from bot.chat.slack.poster import SlackPoster
from bot.model.platform import Catalogue
from bot.model.subscription import ChatName
from bot.store.store import Store
from bot.wording.language import Languages
from tests.chat.slack.desk import NotingDesk
from tests.chat.slack.distributed import Town
from tests.chat.slack.house import House, Serving, Until
from tests.fakes.slack import FakeSlack, Team
from tests.fakes.tunegarden import CATALOGUE
from tests.fakes.world import HandClock
from tests.store.places import Opener


@pytest.fixture
async def slack(clock: HandClock) -> AsyncIterator[FakeSlack]:
    """A Slack with one workspace, by the test's clock; in the end it had nothing to refuse, and nobody waited."""
    async with FakeSlack(now=lambda: clock.now().timestamp()) as fake:
        fake.add_channel(fake.add_team("T1"), "C2", members={"U1", "U2"})
        yield fake
        assert fake.rejected == []
        assert fake.lint == []
        assert [delivery.kind for delivery in fake.deliveries if not delivery.in_time] == []


@pytest.fixture
def team(slack: FakeSlack) -> Team:
    """The workspace."""
    return slack.teams["T1"]


@pytest.fixture
def desk() -> NotingDesk:
    """Notes what it is asked."""
    return NotingDesk()


@pytest.fixture
def serving(
    slack: FakeSlack, team: Team, desk: NotingDesk, languages: Languages, store: Store, clock: HandClock
) -> Serving:
    """Connects Clausebell for as long as the block lasts."""

    @asynccontextmanager
    async def serve(front: Desk = desk, **more: Any) -> AsyncIterator[SlackChat]:
        """With this desk at the front."""
        reception = Reception(front, languages, CATALOGUE, store.once, store.turns, clock, lambda: 0.0, slack.api_url)
        chat = SlackChat(team.token, slack.app_token, reception, **{"look_every": 1.0, **more})
        stop = asyncio.Event()
        async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
            tasks.create_task(chat.run(stop))
            await slack.connected()
            try:
                yield chat
            finally:
                stop.set()

    return serve


@pytest.fixture
async def chat(serving: Serving) -> AsyncIterator[SlackChat]:
    """Clausebell, connected."""
    async with serving() as connected:
        yield connected


@pytest.fixture
def until() -> Until:
    """Waits until something is true."""

    async def wait(true: Callable[[], object]) -> None:
        """At most five seconds."""
        async with asyncio.timeout(5):
            while not true():
                await asyncio.sleep(0.01)

    return wait


@pytest.fixture
def catalogue() -> Catalogue:
    """What is known, where a test says nothing else."""
    return CATALOGUE


@pytest.fixture(params=["socket", "http"])
async def house(
    request: pytest.FixtureRequest,
    slack: FakeSlack,
    opening: Opener,
    languages: Languages,
    clock: HandClock,
    serving: Serving,
    until: Until,
    catalogue: Catalogue,
) -> AsyncIterator[House]:
    """Clausebell with its real desk: over a socket, or over HTTP where the workspace installed the app."""
    team, posters = slack.teams["T1"], dict[ChatName, SlackPoster]()
    async with AsyncExitStack() as stack:
        s = await stack.enter_async_context(opening(consumer="two", secrets=[Fernet.generate_key().decode()]))
        desk = desk_on(s, catalogue, posters, languages, clock, "https://bell.test/privacy")
        if request.param == "socket":
            posters[ChatName.SLACK] = (await stack.enter_async_context(serving(desk))).poster
        else:
            town = Town(slack, s, languages, clock)
            posters[ChatName.SLACK] = (await stack.enter_async_context(town.open(desk))).poster
            await town.install(team, rotate=False)
        yield House(slack, team, s, clock, until, posters[ChatName.SLACK])
