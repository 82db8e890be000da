import asyncio
from collections.abc import AsyncIterator, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.ask.desk import COMMANDS
from bot.chat.slack.pace import Pace
from bot.chat.slack.poster import METADATA, SlackPoster
from bot.chat.slack.web import NO_MESSAGE, NO_THREAD
from bot.chat.slack.workspaces import OneWorkspace
from bot.errors import Blocked, DeliveryError, Lack, Later, Refused
from bot.model.change import Span
from bot.model.message import Link, Message, Quotation
from bot.model.subscription import ChatName, Destination, Manner, Subscription
from bot.model.topic import Severity
from bot.store.store import Store
from tests.chat.slack.desk import NotingDesk
from tests.fakes.slack import FakeSlack, Team, check_blocks, walk
from tests.fakes.world import HandClock

HERE = Destination(ChatName.SLACK, "T1", "C1")
THERE = Destination(ChatName.SLACK, "T1", "C2")
MESSAGE = Message(
    "Tunegarden changed its terms.",
    parts=(Quotation((Span("We may <train> *AI* & sell it."),)),),
    links=(Link("Terms", "https://tunegarden.test/terms"),),
)


@pytest.fixture
async def poster(slack: FakeSlack, team: Team, clock: HandClock, store: Store) -> AsyncIterator[SlackPoster]:
    """The poster of that workspace."""
    async with SlackPoster(
        OneWorkspace(team.token, NotingDesk()), store.turns, clock, COMMANDS, Pace(1.0, 5.0, lambda: 0.0), slack.api_url
    ) as poster:
        yield poster


async def failure(post: Coroutine[Any, Any, str]) -> DeliveryError:
    """How the post fails."""
    with pytest.raises(DeliveryError) as caught:
        await post
    return caught.value


async def test_a_message_arrives_with_its_blocks_and_key(poster: SlackPoster, team: Team) -> None:
    """The quote stands verbatim, links do not unfurl, and the metadata hold the delivery's key."""
    ts = await poster.post(HERE, MESSAGE, key="k1")
    [message] = team.channels["C1"].messages
    assert message["ts"] == ts
    assert message["text"] == "Tunegarden changed its terms. https://tunegarden.test/terms"
    assert "We may <train> *AI* & sell it." in str(message["blocks"])
    assert check_blocks(message["blocks"]) == []
    assert (message["unfurl_links"], message["unfurl_media"], message["mrkdwn"]) == (False, False, False)
    assert message["metadata"] == {"event_type": METADATA, "event_payload": {"key": "k1"}}


async def test_nobody_is_mentioned_but_the_person_who_was_chosen(poster: SlackPoster, team: Team) -> None:
    """Without a mention there is none in the message; a group or a channel is nobody that a member may choose."""
    for where, mention in ((HERE, None), (THERE, "U2"), (HERE, "here"), (HERE, "S0614TZR7")):
        await poster.post(where, MESSAGE, key=f"k{mention}", manner=Manner(mention=mention))
    assert not {"user", "usergroup", "broadcast"} & {node.get("type") for node in walk(team.channels["C1"].messages)}
    assert "U2" in str(team.channels["C2"].messages[0]["blocks"])


@pytest.mark.parametrize(("call", "sign"), [("here", "<!here>"), ("S0614TZR7", "<!subteam^S0614TZR7>")])
async def test_what_is_critical_calls_whom_an_admin_chose(
    poster: SlackPoster, slack: FakeSlack, team: Team, call: str, sign: str
) -> None:
    """And nothing else does; the person is mentioned besides."""
    for severity in Severity:
        told = replace(MESSAGE, severity=severity)
        await poster.post(HERE, told, key=severity, manner=Manner(mention="U2", call=call))
    for severity, message in zip(Severity, team.channels["C1"].messages, strict=True):
        critical = severity is Severity.CRITICAL
        assert message["text"].startswith(f"{sign} <@U2> " if critical else "<@U2> ")
        assert bool({"usergroup", "broadcast"} & {node.get("type") for node in walk(message["blocks"])}) is critical
    assert [why for why, _ in slack.lint] == (["broadcast mention"] if call == "here" else [])
    slack.lint.clear()


async def test_a_channel_gets_a_message_a_second(poster: SlackPoster, team: Team, clock: HandClock) -> None:
    """Slack, which refuses a second one within a second, never has to; other channels need not wait."""
    start = clock.now()
    for n in range(4):
        await poster.post(HERE, MESSAGE, key=f"k{n}")
    assert clock.now() - start == timedelta(seconds=3)
    await poster.post(THERE, MESSAGE, key="other")
    assert clock.now() - start == timedelta(seconds=3)
    assert len(team.channels["C1"].messages) == 4


def test_who_waits_long_keeps_the_turn() -> None:
    """Ten at once are told to come back at ten different seconds, and then find their turn, whoever comes first."""
    clock, pace = HandClock(), Pace(1.0, 5.0, lambda: 0.0)
    waits = [pace.wait(HERE, f"k{n}", clock.now()) for n in range(10)]
    assert waits == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    clock.time += timedelta(seconds=9)
    assert pace.wait(HERE, "late", clock.now()) == 1
    assert pace.wait(HERE, "k9", clock.now()) == 0
    assert pace.wait(HERE, "k1", clock.now()) == 1


def test_the_second_counts_from_the_end_of_a_post() -> None:
    """A post that took long leaves a whole interval before the next, as Slack may have seen it at its end."""
    clock, pace = HandClock(), Pace(1.0, 5.0, lambda: 0.0)
    pace.wait(HERE, "k1", clock.now())
    clock.time += timedelta(seconds=0.8)
    pace.posted(HERE, clock.now())
    clock.time += timedelta(seconds=0.3)
    assert pace.wait(HERE, "k2", clock.now()) == pytest.approx(0.7)


def test_a_channel_that_is_quiet_is_forgotten() -> None:
    """An hour later nothing is kept of a thousand channels but the one in which a delivery still waits for its turn."""
    clock, pace = HandClock(), Pace(1.0, 50.0, lambda: 0.0)
    for n in range(1000):
        pace.wait(HERE._replace(space=f"T{n}"), "k", clock.now())
        pace.posted(HERE._replace(space=f"T{n}"), clock.now())
    pace.hold(THERE, "k1", 7200, clock.now())
    clock.time += timedelta(hours=1)
    assert pace.wait(HERE, "k", clock.now()) >= 3600
    assert len(pace) == 2
    assert pace.wait(THERE, "k1", clock.now()) == 3600
    clock.time += timedelta(hours=1)
    assert pace.wait(THERE, "k1", clock.now()) == 0


def test_a_pause_moves_everyone_of_the_workspace_back_in_order() -> None:
    """After a 429 the refused delivery is the first, those behind it follow, and other workspaces go on."""
    clock, pace = HandClock(), Pace(1.0, 5.0, lambda: 0.0)
    for key in ("k1", "k2", "k3"):
        pace.wait(HERE, key, clock.now())
    pace.hold(HERE, "k1", 60, clock.now())
    assert [pace.wait(HERE, key, clock.now()) for key in ("k3", "new", "k2", "k1")] == [62, 63, 61, 60]
    assert pace.wait(THERE, "x", clock.now()) == 60
    assert pace.wait(Destination(ChatName.SLACK, "T2", "C1"), "y", clock.now()) == 0


def test_a_workspace_gets_so_many_messages_a_second() -> None:
    """Those of a second at once, then one after the other, to however many channels; other workspaces go on."""
    clock, pace = HandClock(), Pace(1.0, 5.0, lambda: 0.0)
    channels = [HERE._replace(channel=f"C{n}") for n in range(10)]
    waits = [pace.wait(channel, channel.channel, clock.now()) for channel in channels]
    assert waits == pytest.approx([0, 0, 0, 0, 0, 0.2, 0.4, 0.6, 0.8, 1.0])
    assert pace.wait(HERE._replace(space="T2"), "x", clock.now()) == 0
    clock.time += timedelta(seconds=1)
    assert [pace.wait(channel, channel.channel, clock.now()) for channel in channels[5:]] == [0] * 5


def test_posts_that_are_refused_together_wait_once() -> None:
    """Several under way at once are told the same: the pause is as long as Slack asked, for them and those behind."""
    clock, pace = HandClock(), Pace(1.0, 5.0, lambda: 0.0)
    for place, key in ((HERE, "k1"), (THERE, "k2"), (HERE, "k3")):
        pace.wait(place, key, clock.now())
    assert pace.hold(HERE, "k1", 60, clock.now()) == 60
    assert pace.hold(THERE, "k2", 59, clock.now() + timedelta(seconds=1)) == 59
    clock.time += timedelta(seconds=60)
    assert [pace.wait(HERE, "k1", clock.now()), pace.wait(THERE, "k2", clock.now())] == [0, 0]
    assert pace.wait(HERE, "k3", clock.now()) == 1


def test_a_pause_ends_a_little_later_by_chance() -> None:
    """Never earlier than asked, so that several processes do not come back at once."""
    clock, pace = HandClock(), Pace(1.0, 5.0, lambda: 0.5)
    pace.wait(HERE, "k1", clock.now())
    assert pace.hold(HERE, "k1", 60, clock.now()) == 60.5
    assert pace.wait(HERE, "k1", clock.now()) == 60.5


@pytest.fixture
async def elsewhere(slack: FakeSlack, team: Team, clock: HandClock, other: Store) -> AsyncIterator[SlackPoster]:
    """The poster of another process."""
    workspace, pace = OneWorkspace(team.token, NotingDesk()), Pace(1.0, 5.0, lambda: 0.0)
    async with SlackPoster(workspace, other.turns, clock, COMMANDS, pace, slack.api_url) as poster:
        yield poster


async def test_two_processes_keep_one_pace(
    poster: SlackPoster, elsewhere: SlackPoster, slack: FakeSlack, team: Team, clock: HandClock
) -> None:
    """Slack never has to refuse what both send to a channel."""
    start = clock.now()
    for n in range(3):
        await poster.post(HERE, MESSAGE, key=f"k{n}")
        await elsewhere.post(HERE, MESSAGE, key=f"l{n}")
    assert clock.now() - start == timedelta(seconds=5)
    assert len(team.channels["C1"].messages) == 6
    assert slack.rejected == []


async def test_two_processes_share_what_a_workspace_takes(
    poster: SlackPoster, elsewhere: SlackPoster, team: Team, slack: FakeSlack, clock: HandClock
) -> None:
    """To however many channels: five a second from both together, beside those that may come at once."""
    start = clock.now()
    for n in range(26):
        there = slack.add_channel(team, f"C{n + 10}").id
        await (poster, elsewhere)[n % 2].post(HERE._replace(channel=there), MESSAGE, key=f"k{n}")
    assert clock.now() - start >= timedelta(seconds=4)
    assert clock.now() - start < timedelta(seconds=4.5)


async def test_a_pause_holds_for_every_process(
    poster: SlackPoster, elsewhere: SlackPoster, slack: FakeSlack, team: Team, clock: HandClock
) -> None:
    """What Slack asks of one, the others keep, and then post first what had to wait."""
    slack.fail("chat.postMessage", "ratelimited", status=429, retry_after=7)
    assert isinstance(await failure(poster.post(HERE, MESSAGE, key="k1")), Later)
    waiting = await failure(elsewhere.post(THERE, MESSAGE, key="l1"))
    assert isinstance(waiting, Later)
    assert waiting.seconds == 7
    assert [method for method, *_ in slack.calls].count("chat.postMessage") == 1
    clock.time += timedelta(seconds=7)
    await elsewhere.post(THERE, MESSAGE, key="l1")
    await poster.post(HERE, MESSAGE, key="k1")
    assert len(team.channels["C1"].messages) == len(team.channels["C2"].messages) == 1


async def test_slack_asks_for_a_pause(poster: SlackPoster, slack: FakeSlack, clock: HandClock) -> None:
    """The delivery comes back after Retry-After; until then, others come back too, and nobody knocks at the door."""
    slack.fail("chat.postMessage", "ratelimited", status=429, retry_after=7)
    first = await failure(poster.post(HERE, MESSAGE, key="k1"))
    second = await failure(poster.post(THERE, MESSAGE, key="k2"))
    assert isinstance(first, Later)
    assert isinstance(second, Later)
    assert (first.seconds, second.seconds) == (7, 7)
    assert len(slack.calls) == 1
    clock.time += timedelta(seconds=7)
    await poster.post(HERE, MESSAGE, key="k1")
    await poster.post(THERE, MESSAGE, key="k2")


@pytest.mark.parametrize(
    ("error", "status", "kind"),
    [
        ("internal_error", 200, Later),
        ("bad gateway", 502, Later),
        ("fatal_error", 500, Later),
        ("channel_not_found", 200, Blocked),
        ("not_in_channel", 200, Blocked),
        ("is_archived", 200, Blocked),
        ("restricted_action", 200, Blocked),
        ("restricted_action_read_only_channel", 200, Blocked),
        ("missing_scope", 200, Blocked),
        ("accesslimited", 200, Blocked),
        ("channel_is_limited_access", 200, Blocked),
        ("enterprise_is_restricted", 200, Blocked),
        ("account_inactive", 200, Blocked),
        ("token_revoked", 200, Blocked),
        ("invalid_auth", 200, Blocked),
        ("invalid_blocks", 200, Refused),
        ("msg_too_long", 200, Refused),
        ("no_text", 200, Refused),
        ("an_error_of_tomorrow", 200, Refused),
    ],
)
async def test_refusals(
    poster: SlackPoster, slack: FakeSlack, error: str, status: int, kind: type[DeliveryError]
) -> None:
    """Each of Slack's errors means the same for every delivery; what a person has to mend is named."""
    slack.fail("chat.postMessage", error, status=status)
    failed = await failure(poster.post(HERE, MESSAGE, key="k1"))
    assert type(failed) is kind
    lacks = failed.lacks if isinstance(failed, Blocked) else ()
    assert [lack.what != "said" for lack in lacks] == [True] * (kind is Blocked)


async def test_a_real_archive_and_a_private_channel(poster: SlackPoster, slack: FakeSlack, team: Team) -> None:
    """An archived channel, one that the app is not in, and one that is not there are blocked: the choices stay."""
    slack.add_channel(team, "C9", is_archived=True)
    slack.add_channel(team, "G1", is_private=True)
    for channel in ("C9", "G1", "C404"):
        assert isinstance(await failure(poster.post(HERE._replace(channel=channel), MESSAGE, key=channel)), Blocked)
    assert [reply["error"] for _, reply, _ in slack.rejected] == ["is_archived", *["channel_not_found"] * 2]
    slack.rejected.clear()


async def test_a_lost_connection(poster: SlackPoster, slack: FakeSlack, team: Team) -> None:
    """A connection that is cut is tried again later, not at once: Slack may have taken the message."""
    slack.cut("chat.postMessage")
    assert isinstance(await failure(poster.post(HERE, MESSAGE, key="k1")), Later)
    assert len(slack.calls) == 1
    assert team.channels["C1"].messages == []


async def test_nobody_there(clock: HandClock, store: Store) -> None:
    """Slack that cannot be reached at all is tried again later."""
    poster = SlackPoster(
        OneWorkspace("xoxb-T1", NotingDesk()),
        store.turns,
        clock,
        COMMANDS,
        Pace(1.0, 5.0, lambda: 0.0),
        "http://127.0.0.1:9/api/",
    )
    assert isinstance(await failure(poster.post(HERE, MESSAGE, key="k1")), Later)


async def test_it_posts_without_shared_connections(
    slack: FakeSlack, team: Team, clock: HandClock, store: Store
) -> None:
    """Outside of `async with` a post opens a connection of its own."""
    await SlackPoster(
        OneWorkspace(team.token, NotingDesk()), store.turns, clock, COMMANDS, Pace(1.0, 5.0, lambda: 0.0), slack.api_url
    ).post(HERE, MESSAGE, key="k1")
    assert len(team.channels["C1"].messages) == 1


async def test_leaving_waits_for_posts_under_way(slack: FakeSlack, team: Team, clock: HandClock, store: Store) -> None:
    """A post that has begun is not cut off by the end of the context."""
    async with SlackPoster(
        OneWorkspace(team.token, NotingDesk()), store.turns, clock, COMMANDS, Pace(1.0, 5.0, lambda: 0.0), slack.api_url
    ) as poster:
        post = asyncio.create_task(poster.post(HERE, MESSAGE, key="k1"))
        await asyncio.sleep(0)
    assert await post == team.channels["C1"].messages[0]["ts"]


@pytest.mark.parametrize(
    ("error", "lacks"),
    [
        ("missing_scope", ()),
        ("internal_error", ()),
        ("channel_not_found", (Lack("invitation"),)),
        ("is_archived", (Lack("archive"),)),
    ],
)
async def test_what_is_missing_in_a_channel(
    poster: SlackPoster, slack: FakeSlack, error: str, lacks: tuple[Lack, ...]
) -> None:
    """Is named where Slack tells; what Slack does not tell is not taken for an obstacle."""
    slack.fail("conversations.info", error)
    assert await poster.lacks(HERE) == lacks


async def test_a_private_channel_that_the_app_is_in(poster: SlackPoster, slack: FakeSlack, team: Team) -> None:
    """Can be posted to, though Slack tells us nothing of it."""
    slack.add_channel(team, "G1", is_private=True, members={team.bot})
    private = HERE._replace(channel="G1")
    assert await poster.lacks(private) == ()
    await poster.post(private, MESSAGE, key="k1")
    assert [reply["error"] for _, reply, _ in slack.rejected] == ["missing_scope"]
    slack.rejected.clear()


async def test_an_answer_stands_in_the_thread(poster: SlackPoster, team: Team, clock: HandClock) -> None:
    """That of an answer is the one in which it stands itself; either can be amended."""
    first = await poster.post(HERE, MESSAGE, key="k1")
    second = await poster.post(HERE, MESSAGE, key="k2", manner=Manner(follows=first))
    third = await poster.post(HERE, MESSAGE, key="k3", manner=Manner(follows=second))
    assert [message.get("thread_ts") for message in team.channels["C1"].messages] == [None, first, first]
    for posted in (first, third):
        assert await poster.amend(HERE, posted, Message("Taken back."))
    assert [message["text"] for message in team.channels["C1"].messages] == [
        "Taken back.",
        "Tunegarden changed its terms. https://tunegarden.test/terms",
        "Taken back.",
    ]


@pytest.mark.parametrize("error", sorted(NO_THREAD))
async def test_a_message_that_cannot_be_answered(
    poster: SlackPoster, slack: FakeSlack, team: Team, clock: HandClock, error: str
) -> None:
    """What follows it stands by itself."""
    first = await poster.post(HERE, MESSAGE, key="k1")
    clock.time += timedelta(seconds=1)
    slack.fail("chat.postMessage", error)
    await poster.post(HERE, MESSAGE, key="k2", manner=Manner(follows=first))
    assert ["thread_ts" in message for message in team.channels["C1"].messages] == [False, False]


@pytest.mark.parametrize("error", sorted(NO_MESSAGE))
async def test_a_message_that_cannot_be_amended(poster: SlackPoster, slack: FakeSlack, error: str) -> None:
    """Is left as it is."""
    slack.fail("chat.update", error)
    assert not await poster.amend(HERE, "1.1", MESSAGE)


async def test_a_malformed_amendment(poster: SlackPoster, slack: FakeSlack) -> None:
    """Is ours to mend, as a malformed message is."""
    slack.fail("chat.update", "msg_too_long")
    with pytest.raises(Refused):
        await poster.amend(HERE, "1.1", MESSAGE)


async def test_an_amendment_in_an_archived_channel(poster: SlackPoster, slack: FakeSlack, team: Team) -> None:
    """Waits until the channel is back, as a message does."""
    first = await poster.post(HERE, MESSAGE, key="k1")
    team.channels["C1"].is_archived = True
    with pytest.raises(Blocked):
        await poster.amend(HERE, first, MESSAGE)
    slack.rejected.clear()


async def test_a_pause_of_amendments_is_one_of_amendments(
    poster: SlackPoster, slack: FakeSlack, clock: HandClock
) -> None:
    """Until it is over, none knocks at the door of the workspace; posts go on, and so do other workspaces."""
    first = await poster.post(HERE, MESSAGE, key="k1")
    slack.fail("chat.update", "ratelimited", status=429, retry_after=9)
    waits = []
    for to in (HERE, THERE):
        with pytest.raises(Later) as caught:
            await poster.amend(to, first, MESSAGE)
        waits.append(caught.value.seconds)
    assert waits == [9, 9]
    assert [method for method, *_ in slack.calls].count("chat.update") == 1
    await poster.post(THERE, MESSAGE, key="k2")
    clock.time += timedelta(seconds=9)
    assert await poster.amend(HERE, first, MESSAGE)


async def test_a_person_who_can_be_told_later(poster: SlackPoster, slack: FakeSlack) -> None:
    """Slack that is unwell is no answer."""
    slack.fail("chat.postMessage", "internal_error")
    with pytest.raises(Later):
        await poster.tell(Subscription(HERE, by="U1").setter, MESSAGE)


async def test_the_person_who_set_it_up_is_told(poster: SlackPoster, team: Team) -> None:
    """Trouble is told by direct message."""
    await poster.tell(Subscription(HERE, by="U1").setter, Message("The channel is archived."))
    [channel] = [channel for channel in team.channels.values() if channel.is_im]
    assert "U1" in channel.members
    assert channel.messages[0]["text"] == "The channel is archived."


async def test_a_person_who_cannot_be_told(poster: SlackPoster, slack: FakeSlack) -> None:
    """Someone who has left the workspace is not an error."""
    await poster.tell(Subscription(HERE, by="U404").setter, Message("x"))
    assert [reply["error"] for _, reply, _ in slack.rejected] == ["channel_not_found"]
    slack.rejected.clear()
