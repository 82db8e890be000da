"""The real slack-bolt against a fake Slack, over HTTP, installed by OAuth."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.fernet import Fernet
from structlog.testing import capture_logs

from bot.chat.slack.distributed import SlackApp
from bot.chat.slack.web import SCOPES
from bot.chat.slack.workspaces import Installed
from bot.errors import Blocked, DeliveryError, Gone, Lack, Later, StoreUnavailable
from bot.model.delivery import Delivery, Subject
from bot.model.install import Install
from bot.model.message import Action, Message
from bot.model.subscription import ChatName, Destination
from bot.ports import Installs
from bot.store.connect import Client
from bot.wording.language import Languages
from tests.chat.slack.desk import NotingDesk
from tests.chat.slack.distributed import Town
from tests.chat.slack.house import Until
from tests.fakes.slack import FakeSlack, Team
from tests.fakes.world import HandClock
from tests.store.places import Opener

HERE = Destination(ChatName.SLACK, "T1", "C1")
MESSAGE = Message("Tunegarden changed its terms.")


@pytest.fixture
def clock() -> HandClock:
    """Begins now: slack_sdk reckons the end of a new token by the machine's clock."""
    return HandClock(datetime.now(UTC))


@pytest.fixture
async def town(slack: FakeSlack, languages: Languages, clock: HandClock, opening: Opener) -> AsyncIterator[Town]:
    """Clausebell, with a store that has a key."""
    async with opening(secrets=[Fernet.generate_key().decode()]) as store:
        yield Town(slack, store, languages, clock)


@pytest.fixture
async def app(town: Town, desk: NotingDesk) -> AsyncIterator[SlackApp]:
    """Served, with a desk that notes."""
    async with town.open(desk) as served:
        yield served


async def failure(app: SlackApp, to: Destination = HERE, key: str = "k1") -> DeliveryError:
    """How a post fails."""
    with pytest.raises(DeliveryError) as caught:
        await app.poster.post(to, MESSAGE, key=key)
    return caught.value


async def left(redis: Client, space: str) -> list[str]:
    """The keys that still name a workspace, or hold an installation."""
    found = [key.decode() for key in await redis.execute_command("KEYS", "cb:1:{[di]0}:*")]
    return [key for key in found if f":{space}" in key or key.endswith((":installs", ":orgs", ":subscriptions"))]


def at_home(team: Team, channel: str) -> bool:
    """Whether someone's Home shows the channel."""
    return f"cb1:settings:{channel}" in str(team.homes)


# --- installing -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("app")
async def test_a_workspace_installs_the_app(town: Town, team: Team, desk: NotingDesk, until: Until) -> None:
    """It asks for the manifest's scopes and no others; a page of ours leads to Home; a command is answered."""
    page = await town.install(team)
    assert page.status == 200
    assert "Clausebell is installed in Team T1." in page.text
    assert 'href="slack://app?team=T1&amp;id=A1&amp;tab=home"' in page.text
    assert 'href="https://slack.com/app_redirect?app=A1&amp;team=T1"' in page.text
    assert set(town.slack.asked_scopes.split(",")) == set(SCOPES)
    install = await town.installs.find("T1")
    assert install is not None
    assert (install.token, install.by, install.name) == (team.token, "U1", "Team T1")
    await town.slack.command(team, "/clausebell", "list")
    await until(lambda: team.channels["C1"].ephemerals)
    assert [(verb, i.space, i.user) for verb, i in desk.asked] == [("list", "T1", "U1")]


@pytest.mark.usefixtures("app")
async def test_each_workspace_is_posted_to_with_its_own_token(town: Town, app: SlackApp, team: Team) -> None:
    """And answers are its own."""
    other = town.slack.add_team("T2")
    for one in (team, other):
        await town.install(one)
        await app.poster.post(HERE._replace(space=one.id), MESSAGE, key=one.id)
        assert len(one.channels["C1"].messages) == 1


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("cookie", ["", "forged"])
async def test_a_state_of_another_browser(town: Town, team: Team, cookie: str) -> None:
    """Whoever is led back without having left installs nothing."""
    page = await town.install(team, cookie=cookie)
    assert page.status == 400
    assert "another browser" in page.text
    assert await town.installs.find("T1") is None


@pytest.mark.usefixtures("app")
async def test_a_forged_state(town: Town, team: Team) -> None:
    """A state that we never gave out is none, also with the cookie to it."""
    town.slack.consent = (team, True, False)
    address, own = await town.leave()
    page = await town.come_back((address.replace(own, "forged"), "forged"))
    assert page.status == 401
    assert await town.installs.find("T1") is None


@pytest.mark.usefixtures("app")
async def test_a_state_works_once(town: Town, team: Team) -> None:
    """The same way back a second time is stale."""
    town.slack.consent = (team, True, False)
    way = await town.leave()
    assert (await town.come_back(way)).status == 200
    page = await town.come_back(way)
    assert page.status == 401
    assert "start again" in page.text


@pytest.mark.usefixtures("app")
async def test_a_person_who_does_not_agree(town: Town) -> None:
    """Is told that nothing was kept, in the language of the browser."""
    page = await town.come_back(await town.leave(), language="de-AT,de;q=0.9,en;q=0.5")
    assert page.status == 200
    assert "Clausebell wurde nicht installiert." in page.text
    assert '<html lang="de">' in page.text
    assert "/slack/install" in page.text


@pytest.mark.usefixtures("app")
async def test_slack_takes_no_code(town: Town, team: Team) -> None:
    """What Slack refuses is said in plain words, and what it cannot answer too."""
    town.slack.fail("oauth.v2.access", "invalid_code")
    assert (await town.install(team)).status == 401
    town.slack.cut("oauth.v2.access")
    page = await town.install(team)
    assert page.status == 503
    assert "in a few minutes" in page.text


@pytest.mark.usefixtures("app")
async def test_a_name_in_a_page_is_text(town: Town, team: Team) -> None:
    """A workspace cannot write into our page."""
    team.name = "<script>alert(1)</script>"
    page = await town.install(team)
    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text


@pytest.mark.usefixtures("app")
async def test_the_link_names_where_to_come_back(town: Town, team: Team) -> None:
    """The redirect that the manifest names, at the public address."""
    town.slack.consent = (team, True, False)
    address, own = await town.leave()
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == town.url + "/slack/oauth_redirect"
    assert parse_qs(parts.query)["state"] == [own]


# --- requests ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("spoilt", [{"wrong_signature": True}, {"age": 301}])
async def test_a_request_that_is_forged_or_old(
    town: Town, team: Team, desk: NotingDesk, spoilt: dict[str, Any]
) -> None:
    """Is refused before anything looks at it."""
    await town.install(team)
    delivery = await town.slack.command(team, "/clausebell", "list", **spoilt)
    assert delivery.status == 401
    assert desk.asked == []
    town.slack.deliveries.clear()


async def test_a_request_that_is_replayed(town: Town, team: Team, desk: NotingDesk, until: Until) -> None:
    """Is refused, by every process, though its signature is good and fresh; the same typed again is another."""
    async with town.open(desk):
        await town.install(team)
        heard = await town.slack.command(team, "/clausebell", "list")
        await until(lambda: len(desk.asked) == 1)
        assert await town.slack.replay(heard) == 401
    async with town.open(desk):
        assert await town.slack.replay(heard) == 401
        await town.slack.command(team, "/clausebell", "list")
        await until(lambda: len(desk.asked) == 2)
    assert [verb for verb, _ in desk.asked] == ["list", "list"]


async def test_a_press_that_is_replayed(town: Town, team: Team, desk: NotingDesk, until: Until) -> None:
    """Is refused like a command."""
    async with town.open(desk) as app:
        await town.install(team)
        await app.poster.post(HERE, replace(MESSAGE, actions=(Action("Opt out", "optout"),)), key="k1")
        pressed = await town.slack.click(team, team.channels["C1"].messages[-1], "cb1:optout")
        await until(lambda: len(desk.asked) == 1)
        assert await town.slack.replay(pressed) == 401
    assert len(desk.asked) == 1


@pytest.mark.parametrize("silent", [False, True])
async def test_a_replay_for_a_workspace_that_cannot_be_read(
    town: Town, team: Team, desk: NotingDesk, until: Until, *, silent: bool
) -> None:
    """Is refused all the same, whether it was taken before the installation was out of reach or since."""
    away = Away(town.installs, silent=silent)
    town.store = replace(town.store, installs=cast("Any", away))
    async with town.open(desk):
        await town.install(team)
        before = await town.slack.command(team, "/clausebell", "list")
        away.gone = True
        since = await town.slack.command(team, "/clausebell", "list")
        assert since.in_time
        assert [await town.slack.replay(heard) for heard in (before, since)] == [401, 401]
        await until(lambda: len(desk.asked) == 2)
    assert [verb for verb, _ in desk.asked] == ["list", "list"]


async def test_a_replay_while_redis_is_away(town: Town, team: Team, desk: NotingDesk, until: Until) -> None:
    """Is answered by a word to try again, to the person who asked; whoever replays it learns nothing."""
    away = {name: Away(getattr(town.store, name)) for name in ("once", "installs")}
    town.store = replace(town.store, **cast("Any", away))
    async with town.open(desk):
        await town.install(team)
        heard = await town.slack.command(team, "/clausebell", "list")
        await until(lambda: team.channels["C1"].ephemerals)
        for one in away.values():
            one.gone = True
        desk.error = StoreUnavailable("Redis does not answer.")
        assert await town.slack.replay(heard) == 200
        await until(lambda: len(team.channels["C1"].ephemerals) == 2)
    assert "again" in team.channels["C1"].ephemerals[1]["text"]
    assert team.channels["C1"].ephemerals[1]["user"] == "U1"


@pytest.mark.parametrize("silent", [False, True])
@pytest.mark.parametrize("lost", [("once",), ("installs",), ("once", "installs")])
async def test_commands_are_taken_while_redis_is_away(
    town: Town, team: Team, desk: NotingDesk, until: Until, lost: tuple[str, ...], *, silent: bool
) -> None:
    """Help needs no store, and whatever else is asked is told in time to try again; events are left to come again."""
    away = {name: Away(getattr(town.store, name), silent=silent) for name in lost}
    town.store = replace(town.store, **cast("Any", away))
    desk.error = StoreUnavailable("Redis does not answer.")
    async with town.open(desk):
        await town.install(team)
        for one in away.values():
            one.gone = True
        helped = await town.slack.command(team, "/clausebell", "help")
        assert (helped.status, helped.in_time) == (200, True)
        assert "Ask about a platform" in str(helped.answer)
        assert (await town.slack.command(team, "/clausebell", "list")).in_time
        await until(lambda: len(team.channels["C1"].ephemerals) == 2)
        assert "again" in team.channels["C1"].ephemerals[1]["text"]


async def test_a_form_is_acknowledged_while_nothing_answers(town: Town, team: Team, until: Until) -> None:
    """Neither Redis nor Slack, and nothing is known of the person: all that is waited for ends in time."""
    away = {name: Away(getattr(town.store, name), silent=True) for name in ("once", "installs", "spaces")}
    town.store = replace(town.store, **cast("Any", away))
    async with town.open():
        await town.install(team)
        await town.slack.command(team, "/clausebell", "settings")
        await until(lambda: any(view.get("callback_id") == "settings" for view in town.slack.views.values()))
        [form] = [view for view in town.slack.views.values() if view.get("callback_id") == "settings"]
        town.slack.fill(form, "form-platforms", ["tunegarden"])
        town.clock.time += timedelta(minutes=6)
        for one in away.values():
            one.gone = True
        sent = await town.slack.submit(team, form)
        assert (sent.status, sent.in_time) == (200, True)
        assert sent.answer["response_action"] == "errors"
        assert await town.store.subscriptions.get(HERE) is None


async def test_an_event_of_a_workspace_that_cannot_be_read(
    town: Town, team: Team, desk: NotingDesk, until: Until
) -> None:
    """Is left to come again, and is not noted as taken: we would not know who joined."""
    away = Away(town.installs)
    town.store = replace(town.store, installs=cast("Any", away))
    joined = {"type": "member_joined_channel", "user": team.bot, "channel": "C1"}
    async with town.open(desk):
        await town.install(team)
        away.gone = True
        assert (await town.slack.event(team, joined, event_id="Ev1")).status == 500
        town.slack.deliveries.clear()
        away.gone = False
        await town.slack.event(team, joined, event_id="Ev1", retry=1)
        await until(lambda: desk.heard)
    assert desk.heard == ["reopened slack:T1:C1"]


@pytest.mark.usefixtures("app")
async def test_slack_checks_the_address(town: Town) -> None:
    """Its challenge comes back."""
    assert (await town.slack.verify_url()).answer == {"challenge": "c-42"}


async def test_an_event_that_comes_again_to_another_process(
    town: Town, team: Team, desk: NotingDesk, until: Until
) -> None:
    """Is taken once; the same again is another event."""
    async with town.open(desk):
        await town.install(team)
        await town.slack.event(team, {"type": "channel_deleted", "channel": "C1"}, event_id="Ev1")
        await town.slack.event(team, {"type": "channel_deleted", "channel": "C1"}, event_id="Ev1", retry=1)
    async with town.open(desk):
        await town.slack.event(team, {"type": "channel_deleted", "channel": "C1"}, event_id="Ev1", retry=2)
        await town.slack.event(team, {"type": "channel_deleted", "channel": "C2"}, event_id="Ev2")
        await until(lambda: "closed slack:T1:C2" in desk.heard)
    assert desk.heard == ["closed slack:T1:C1", "closed slack:T1:C2"]


async def test_an_event_that_cannot_be_noted(town: Town, team: Team, desk: NotingDesk, until: Until) -> None:
    """While Redis is away an event is not taken, and Slack keeps it; when it comes again, it is taken once."""
    away = Away(town.store.once)
    town.store = replace(town.store, once=cast("Any", away))
    async with town.open(desk):
        await town.install(team)
        away.gone = True
        delivery = await town.slack.event(team, {"type": "channel_deleted", "channel": "C1"}, event_id="Ev1")
        assert delivery.status == 500
        away.gone = False
        town.slack.deliveries.clear()
        for retry in (1, 2):
            await town.slack.event(team, {"type": "channel_deleted", "channel": "C1"}, event_id="Ev1", retry=retry)
        await until(lambda: desk.heard)
    assert desk.heard == ["closed slack:T1:C1"]


class Away:
    """A part of the store, by a Redis that goes away and comes back; a `silent` one leaves whoever asks waiting."""

    def __init__(self, part: object, *, silent: bool = False) -> None:
        self._part = part
        self._silent = silent
        self.gone = False

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        """As it is, unless it is gone."""

        async def call(*args: Any) -> Any:
            if self.gone and self._silent:
                await asyncio.Event().wait()
            if self.gone:
                raise StoreUnavailable("Redis does not answer.")
            return await getattr(self._part, name)(*args)

        return call


@pytest.mark.usefixtures("app")
async def test_a_workspace_that_has_not_installed_it(
    town: Town, desk: NotingDesk, caplog: pytest.LogCaptureFixture
) -> None:
    """Is not served, and told so; that is no error of ours, and a line in the log of no weight."""
    stranger = town.slack.add_team("T2")
    with capture_logs() as said:
        delivery = await town.slack.command(stranger, "/clausebell", "list")
        await town.slack.event(stranger, {"type": "channel_deleted", "channel": "C1"})
    assert delivery.status == 200
    assert (desk.asked, desk.heard) == ([], [])
    assert [(row["event"], row["workspace"], row["log_level"]) for row in said] == [
        ("not installed there", "T2", "info")
    ] * 2
    assert [record.message for record in caplog.records if record.levelno > logging.INFO] == []


async def test_a_request_before_the_start_comes_again(town: Town, team: Team, desk: NotingDesk) -> None:
    """Until we can take it, Slack keeps it."""
    async with town.open(desk) as app:
        app._app = None
        delivery = await town.slack.event(team, {"type": "app_uninstalled"})
        assert delivery.status == 503
    town.slack.deliveries.clear()


# --- leaving ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("swapped", [False, True])
async def test_uninstalling_erases_everything(
    town: Town, team: Team, redis: Client, until: Until, *, swapped: bool
) -> None:
    """In either order, and when Slack tells it again: tokens, choices, and what was queued; others keep theirs."""
    other = town.slack.add_team("T2")
    async with town.open():
        for one in (team, other):
            await town.install(one)
        here = await town.watch("T1")
        await town.store.deliveries.schedule(
            [Delivery(Subject("reminder", "c1"), here)], town.clock.now() + timedelta(days=1)
        )
        await town.slack.uninstall(team, swapped=swapped)
        await town.slack.uninstall(team, swapped=not swapped)
    assert await town.installs.find("T1") is None
    assert await town.store.subscriptions.get(HERE) is None
    assert await left(redis, "T1") == ["cb:1:{i0}:installs"]
    assert await town.installs.find("T2") is not None


@pytest.mark.parametrize("told", [True, False])
async def test_uninstalling_forgets_people(town: Town, team: Team, until: Until, *, told: bool) -> None:
    """Those of the workspace and of no other, also where a post finds it out; they are met as strangers after."""
    other = town.slack.add_team("T2")
    async with town.open() as app:
        for one in (team, other):
            one.users["U1"]["locale"] = "de-DE"
            await town.install(one)
            await town.slack.command(one, "/clausebell", "list")
            await until(partial(getattr, one.channels["C1"], "ephemerals"))
        if told:
            await town.slack.uninstall(team)
        else:
            team.state = "account_inactive"
            assert isinstance(await failure(app), Gone)
            town.slack.rejected.clear()
        await until_gone(town)
        await town.install(team)
        town.slack.fail("users.info", "internal_error", times=2)
        helped = [str((await town.slack.command(one, "/clausebell", "help")).answer) for one in (team, other)]
    assert ["Ask about a platform" in helped[0], "Nach einer Plattform fragen" in helped[1]] == [True, True]


async def until_gone(town: Town) -> None:
    """Until the workspace's installation is erased."""
    async with asyncio.timeout(5):
        while await town.installs.find("T1"):
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("error", ["account_inactive", "token_revoked", "invalid_auth"])
async def test_a_token_that_slack_takes_no_more(town: Town, team: Team, redis: Client, error: str) -> None:
    """Is that of a workspace that uninstalled the app while nobody listened."""
    async with town.open() as app:
        await town.install(team)
        await town.watch("T1")
        team.state = error
        assert isinstance(await failure(app), Gone)
        assert isinstance(await failure(app, key="k2"), Gone)
    assert await left(redis, "T1") == []
    assert {reply["error"] for _, reply, _ in town.slack.rejected} == {error}
    town.slack.rejected.clear()


async def test_a_refusal_that_slack_does_not_repeat(town: Town, team: Team) -> None:
    """Erases nothing: the post is tried again."""
    async with town.open() as app:
        await town.install(team)
        await town.watch("T1")
        town.slack.fail("chat.postMessage", "invalid_auth")
        assert isinstance(await failure(app), Later)
        assert await town.store.subscriptions.get(HERE) is not None
        await app.poster.post(HERE, MESSAGE, key="k1")


# --- tokens that end --------------------------------------------------------------------------------------------------


async def test_a_token_is_exchanged_before_it_ends(town: Town, team: Team) -> None:
    """Also where nobody asked anything for days, and by one of several processes only."""
    async with town.open() as app:
        await town.install(team)
        first = team.token
        for hours in (11, 30):
            town.clock.time += timedelta(hours=hours)
            posters = [app.poster, *(town.app().poster for _ in range(3))]
            posts = [
                poster.post(HERE._replace(channel=f"C{n}"), MESSAGE, key=f"{hours}{n}")
                for n, poster in zip((1, 2, 3, 4), posters, strict=True)
            ]
            for n in (3, 4):
                town.slack.add_channel(team, f"C{n}")
            done = await asyncio.gather(*posts, return_exceptions=True)
            assert all(isinstance(one, str | Later) for one in done)
            assert any(isinstance(one, str) for one in done)
        assert team.token != first
        exchanges = [args for method, _, args in town.slack.calls if args.get("grant_type") == "refresh_token"]
        assert len(exchanges) == 2


async def test_two_processes_come_to_exchange_it_one_after_the_other(town: Town, team: Team) -> None:
    """Who looked before the other was done, and has its turn after, takes the new token: the old one buys no second."""
    gate = asyncio.Event()
    async with town.open():
        await town.install(team)
        town.clock.time += timedelta(hours=11)
        installs = (town.installs, Late(town.installs, gate))
        app = (town.slack.client_id, town.slack.client_secret, town.slack.api_url)
        quick, late = (Installed(each, town.desk, town.clock, *app) for each in installs)  # type: ignore[arg-type]
        waiting = asyncio.create_task(late.token("T1"))
        bought = await quick.token("T1")
        gate.set()
        assert await waiting == bought == team.token
    exchanges = [args for _, _, args in town.slack.calls if args.get("grant_type") == "refresh_token"]
    assert len(exchanges) == 1


class Late:
    """Installations, of whom one process gets its turn only when the gate is open."""

    def __init__(self, installs: Installs, gate: asyncio.Event) -> None:
        self._installs = installs
        self._gate = gate

    async def find(self, team: str, enterprise: str = "") -> Install | None:
        """As they are."""
        return await self._installs.find(team, enterprise)

    @asynccontextmanager
    async def alone(self, install: str) -> AsyncIterator[bool]:
        """Later."""
        await self._gate.wait()
        async with self._installs.alone(install) as mine:
            yield mine


async def test_while_the_old_token_is_good_nobody_waits(town: Town, team: Team) -> None:
    """Slack that exchanges nothing for a while keeps no post back; once the token has ended, it does."""
    async with town.open() as app:
        await town.install(team)
        town.clock.time += timedelta(hours=11)
        town.slack.fail("oauth.v2.access", "internal_error", times=2)
        await app.poster.post(HERE, MESSAGE, key="k1")
        town.clock.time += timedelta(hours=2)
        assert isinstance(await failure(app, key="k2"), Later)
        await app.poster.post(HERE, MESSAGE, key="k2")


async def test_a_token_that_comes_after_the_answer(town: Town, team: Team, until: Until) -> None:
    """Slack that exchanges slowly: a command waits no longer than it may, and the token that comes then is kept."""
    async with town.open() as app:
        await town.install(team)
        town.clock.time += timedelta(hours=11)
        asked = town.slack.stall("oauth.v2.access", taken=True)
        assert (await town.slack.command(team, "/clausebell", "list")).in_time
        assert asked.is_set()
        await until(lambda: team.channels["C1"].ephemerals)
        town.slack.resume()
        await app.poster.post(HERE, MESSAGE, key="k1")
        assert await kept(town) == team.token
        town.clock.time += timedelta(hours=13)
        await app.poster.post(HERE, MESSAGE, key="k2")


async def test_posts_share_a_token_that_is_just_exchanged(town: Town, team: Team) -> None:
    """None of those that come in the meantime is put off."""
    async with town.open() as app:
        await town.install(team)
        town.clock.time += timedelta(hours=13)
        await asyncio.gather(*(app.poster.post(HERE._replace(channel=f"C{n}"), MESSAGE, key=f"k{n}") for n in (1, 2)))
    exchanges = [args for _, _, args in town.slack.calls if args.get("grant_type") == "refresh_token"]
    assert len(exchanges) == 1


async def test_a_token_that_comes_at_the_end(town: Town, team: Team, until: Until) -> None:
    """An orderly stop waits for it, also where nobody else does."""

    async def answer(served: SlackApp) -> None:
        """Once it is to stop."""
        await until(lambda: served._app is None)
        town.slack.resume()

    async with town.open() as app:
        await town.install(team)
        town.clock.time += timedelta(hours=13)
        asked = town.slack.stall("oauth.v2.access", taken=True)
        waiting = asyncio.create_task(app.poster.post(HERE, MESSAGE, key="k1"))
        await asked.wait()
        waiting.cancel()
        answering = asyncio.create_task(answer(app))
    await answering
    assert await kept(town) == team.token


async def kept(town: Town) -> str:
    """The token that is kept of the workspace."""
    install = await town.installs.find("T1")
    assert install is not None
    return install.token


async def test_a_token_that_cannot_be_exchanged_any_more(town: Town, team: Team) -> None:
    """Costs no choices: whoever set the channel up is told to install the app again."""
    async with town.open() as app:
        await town.install(team)
        await town.watch("T1")
        town.clock.time += timedelta(hours=13)
        town.slack.codes.clear()
        error = await failure(app)
        assert isinstance(error, Blocked)
        assert error.lacks == (Lack("token"),)
        assert await town.store.subscriptions.get(HERE) is not None
        await town.install(team)
        await app.poster.post(HERE, MESSAGE, key="k1")
    town.slack.rejected.clear()


async def test_a_command_after_a_night(town: Town, team: Team, until: Until) -> None:
    """Is answered: the token that ended meanwhile is exchanged first."""
    async with town.open():
        await town.install(team)
        town.clock.time += timedelta(hours=14)
        await town.slack.command(team, "/clausebell", "list")
        await until(lambda: team.channels["C1"].ephemerals)
        install = await town.installs.find("T1")
        assert install is not None
        assert install.token == team.token


@pytest.mark.parametrize("stalls", [False, True])
@pytest.mark.parametrize("text", ["help", "list"])
async def test_a_command_after_a_night_while_slack_is_unwell(
    town: Town, team: Team, text: str, until: Until, *, stalls: bool
) -> None:
    """No acknowledgement waits for a token: it comes in time, and the answer with it or after it."""
    async with town.open():
        await town.install(team)
        town.clock.time += timedelta(hours=14)
        if stalls:
            town.slack.stall("oauth.v2.access", taken=False)
        else:
            town.slack.fail("oauth.v2.access", "internal_error")
        delivery = await town.slack.command(team, "/clausebell", text)
        assert (delivery.status, delivery.in_time) == (200, True)
        await until(lambda: team.channels["C1"].ephemerals)
        town.slack.resume()


# --- organisations ----------------------------------------------------------------------------------------------------


async def test_an_organisation_installs_it_for_all(town: Town, redis: Client, until: Until) -> None:
    """The page leads to the choice of workspaces. Each chooses for itself, goes alone, or with the organisation."""
    one, two, three = (town.slack.add_team(f"T{n}", enterprise="E1") for n in (11, 12, 13))
    async with town.open() as app:
        page = await town.install(one, org_wide=True)
        assert 'href="https://t11.slack.com/manage/organization/apps/profile/A1/workspaces/add"' in page.text
        for team in (one, two, three):
            there = town.slack.add_channel(team, f"C{team.id}", members={"U1"})
            await town.slack.command(team, "/clausebell", "watch tunegarden", channel=there.id)
            await until(partial(at_home, team, there.id))
            to = Destination(ChatName.SLACK, team.id, there.id)
            assert await town.store.subscriptions.get(to) is not None
            await app.poster.post(to, MESSAGE, key=team.id)
        await town.slack.event(one, {"type": "team_access_revoked", "team_ids": ["T12"]})
        await town.slack.event(one, {"type": "channel_deleted", "channel": "C1"})
        assert len(await town.store.subscriptions.of_space(ChatName.SLACK, "T11")) == 1
        await town.slack.uninstall(three)
    for space in ("T11", "T12", "T13"):
        assert await left(redis, space) == []


async def test_its_own_installation_comes_first(town: Town, until: Until) -> None:
    """A workspace that installed the app by itself keeps it when the organisation takes its own out."""
    one, two = (town.slack.add_team(f"T{n}", enterprise="E1") for n in (11, 12))
    async with town.open() as app:
        await town.install(two, org_wide=True, rotate=False)
        one.org_wide = False
        await town.install(one)
        for team in (one, two):
            await town.slack.command(team, "/clausebell", "watch tunegarden")
            await until(partial(getattr, team, "homes"))
        await town.slack.uninstall(two)
        await app.poster.post(HERE._replace(space="T11"), MESSAGE, key="k1")
    assert await town.store.subscriptions.get(HERE._replace(space="T11")) is not None
    assert await town.store.subscriptions.get(HERE._replace(space="T12")) is None


# --- many -------------------------------------------------------------------------------------------------------------


async def test_a_workspace_that_asks_for_a_minute_delays_no_other(town: Town) -> None:
    """300 workspaces are posted to in the same second, but for the one, which comes when its minute is over."""
    teams = [town.slack.add_team(f"T{n}") for n in range(100, 400)]
    async with town.open() as app:
        for team in teams:
            await town.install(team)
        start = town.clock.now()
        town.slack.fail("chat.postMessage", "ratelimited", status=429, retry_after=60)
        slow, *others = (HERE._replace(space=team.id) for team in teams)
        assert isinstance(error := await failure(app, slow), Later)
        assert error.seconds == 60
        await asyncio.gather(*(app.poster.post(to, MESSAGE, key=to.space) for to in others))
        assert town.clock.now() == start
        assert all(len(team.channels["C1"].messages) == 1 for team in teams[1:])
        town.clock.time += timedelta(seconds=60)
        await app.poster.post(slow, MESSAGE, key="k1")
