"""The window of settings: opened, chosen in and sent in the fake Slack, and taken by the real slack-bolt and desk."""

import json
import re
from dataclasses import replace

import pytest

from bot.model.platform import Catalogue
from bot.model.subscription import Subscription, Watch
from bot.model.topic import Severity, Topic
from tests.chat.slack.house import House, buttons, fields, words
from tests.fakes.slack.blockkit import Json, walk
from tests.fakes.tunegarden import TUNEGARDEN

MANY = Catalogue(
    [
        TUNEGARDEN,
        *(TUNEGARDEN.model_copy(update={"id": f"p{n:03}", "name": f"Place {n:03}", "aliases": []}) for n in range(140)),
    ]
)


def block(window: Json, action: str) -> str:
    """The block in which a field stands."""
    return next(str(b["block_id"]) for b in window["blocks"] if (b.get("element") or {}).get("action_id") == action)


async def test_a_channel_is_set_up_in_one_window(house: House) -> None:
    """A light window opens at once and is filled; what was chosen in it is kept together, and Home shows it."""
    window = await house.settings(user="U2", channel="C2")
    assert [method for method, *_ in house.slack.calls if method.startswith("views.")] == ["views.open", "views.update"]
    assert json.loads(window["private_metadata"]) == {"here": "C2", "channel": "C2"}
    assert list(fields(window)) == [
        "form-channel",
        "form-platforms",
        "form-topics",
        "form-severity",
        "form-news",
        "form-cadence",
        "form-mention",
        "form-extras",
        "form-window",
        "form-locale",
    ]
    for action, chosen in {
        "form-platforms": ["tunegarden", "category:art"],
        "form-topics": ["ai_training", "opt_out_rights"],
        "form-severity": "major",
        "form-news": "no",
        "form-cadence": "weekly",
        "form-mention": "U1",
        "form-window": "72",
        "form-locale": "de",
    }.items():
        house.slack.fill(window, action, chosen)
    house.slack.fill(window, "form-extras", [])
    await house.submit("U2")
    topics = frozenset({Topic.AI_TRAINING, Topic.OPT_OUT_RIGHTS})
    assert await house.kept("C2") == Subscription(
        house.here("C2"),
        (Watch("category:art", topics, Severity.MAJOR), Watch("tunegarden", topics, Severity.MAJOR)),
        cadence="weekly",
        mention="U1",
        threads=False,
        window=72,
        news=False,
        by="U2",
        locale="de",
    )
    assert "Your settings are saved." in words(house.window)
    await house.until(lambda: "U2" in house.team.homes)
    home = words(house.team.homes["U2"])
    assert "Tunegarden" in home
    assert "Changes only, no news reports" in home


@pytest.mark.parametrize(
    ("typed", "call", "said"),
    [
        ("@here", "here", "critical changes call everyone who is active"),
        ("S0614TZR7", "S0614TZR7", "critical changes call a user group"),
        ("https://app.slack.com/client/T1/user_groups/S0614TZR7", "S0614TZR7", "critical changes call a user group"),
        ("<!subteam^S0614TZR7|@artists>", "S0614TZR7", "critical changes call a user group"),
    ],
)
async def test_an_admin_chooses_whom_critical_changes_call(house: House, typed: str, call: str, said: str) -> None:
    """Those who are there, or a group by its id, which is named at once; kept, shown again, listed, and taken back."""
    window = await house.settings()
    house.slack.fill(window, "form-platforms", ["inkwell"])
    house.slack.fill(window, "form-call", typed)
    await house.submit()
    shown = [node["usergroup_id"] for node in walk(house.window["blocks"]) if node.get("type") == "usergroup"]
    assert shown == ([] if call == "here" else [call])
    assert ("everyone who is active" in words(house.window)) is (call == "here")
    kept = await house.kept()
    assert kept is not None
    assert kept.call == call
    await house.slack.command(house.team, "/clausebell", "list")
    await house.until(lambda: house.team.channels["C1"].ephemerals)
    assert said in words(house.team.channels["C1"].ephemerals[-1])
    window = await house.settings()
    assert fields(window)["form-call"]["initial_value"] == call
    house.slack.fill(window, "form-call", "")
    await house.submit()
    assert await house.kept() == replace(kept, call="")


async def test_who_cannot_be_called(house: House) -> None:
    """Is said to be nobody, below the field: the whole channel, everyone, a name."""
    window = await house.settings()
    house.slack.fill(window, "form-platforms", ["inkwell"])
    for typed in ("@channel", "<!everyone>", "artists"):
        house.slack.fill(window, "form-call", typed)
        answer = (await house.submit()).answer
        assert answer["errors"][block(window, "form-call")].startswith(f"“{typed}” calls nobody.")
    assert await house.kept() is None


async def test_a_member_calls_nobody(house: House) -> None:
    """Who is no admin is not offered it; what they send all the same is not kept, and what an admin chose stays."""
    before = replace(Subscription.begin(house.here("C2"), by="U1"), watches=(Watch("inkwell"),), call="here")
    await house.store.subscriptions.put(before)
    window = await house.settings(user="U2", channel="C2")
    assert "form-call" not in fields(window)
    house.slack.fill(window, "form-cadence", "daily")
    forged = {"type": "plain_text_input", "value": "S0614TZR7"}
    window["state"]["values"]["C2:call"] = {"form-call": forged}
    await house.submit("U2")
    assert await house.kept("C2") == replace(before, cadence="daily", by="U2")


async def test_what_a_channel_has_is_shown(house: House) -> None:
    """And what is left as it stands stays, also where lines of the channel differ in it."""
    lines = (Watch("inkwell"), Watch("tunegarden", frozenset({Topic.AI_TRAINING}), Severity.CRITICAL))
    before = replace(Subscription.begin(house.here(), by="U2"), watches=lines, mention="U2", cadence="daily")
    await house.store.subscriptions.put(before)
    window = await house.settings()
    shown = fields(window)
    assert [one["value"] for one in shown["form-platforms"]["initial_options"]] == ["inkwell", "tunegarden"]
    assert shown["form-cadence"]["initial_option"]["value"] == "daily"
    assert shown["form-mention"]["initial_user"] == "U2"
    assert [one["value"] for one in shown["form-extras"]["initial_options"]] == ["threads"]
    house.slack.fill(window, "form-cadence", "at_once")
    await house.submit()
    assert await house.kept() == replace(before, cadence="at_once", by="U1")


async def test_another_channel_brings_its_own_fields(house: House) -> None:
    """Taking a channel shows what that one has, whatever was chosen for the one before."""
    await house.store.subscriptions.put(Subscription(house.here("C2"), (Watch("inkwell"),), cadence="weekly"))
    window = await house.settings()
    house.slack.fill(window, "form-cadence", "daily")
    await house.slack.choose(house.team, window, "form-channel", "C2")
    await house.until(lambda: "C2:cadence" in str(house.window["state"]))
    [(_, state)] = house.window["state"]["values"]["C2:cadence"].items()
    assert state["selected_option"]["value"] == "weekly"
    house.slack.fill(house.window, "form-platforms", ["inkwell", "tunegarden"])
    await house.submit()
    changed = await house.kept("C2")
    assert changed is not None
    assert [watch.target for watch in changed.watches] == ["inkwell", "tunegarden"]
    assert changed.cadence == "weekly"
    assert await house.kept("C1") is None


async def test_a_form_sent_before_its_fields_came_is_answered_with_them(house: House) -> None:
    """What was chosen for one channel is never kept for another."""
    await house.store.subscriptions.put(Subscription(house.here("C2"), (Watch("inkwell"),)))
    window = await house.settings()
    house.slack.fill(window, "form-platforms", ["tunegarden"])
    house.slack.fill(window, "form-channel", "C2")
    await house.submit()
    assert [watch.target for watch in (await house.kept("C2") or Subscription(house.here())).watches] == ["inkwell"]
    assert await house.kept("C1") is None
    assert [one["value"] for one in fields(house.window)["form-platforms"]["initial_options"]] == ["inkwell"]


async def test_a_channel_needs_a_platform(house: House) -> None:
    """Said below the field, with the window still open; where there was one, taking it away ends the subscription."""
    window = await house.settings()
    answer = (await house.submit()).answer
    assert answer == {
        "response_action": "errors",
        "errors": {block(window, "form-platforms"): "Choose at least one platform."},
    }
    await house.store.subscriptions.put(Subscription(house.here("C2"), (Watch("inkwell"),)))
    await house.settings(channel="C2")
    house.slack.fill(house.window, "form-platforms", [])
    await house.submit()
    assert await house.kept("C2") is None
    assert "nothing any more" in words(house.window)


@pytest.mark.parametrize(
    ("action", "forged"),
    [
        ("form-platforms", ["napster"]),
        ("form-topics", ["cats"]),
        ("form-severity", "none"),
        ("form-cadence", "hourly"),
        ("form-window", "1"),
        ("form-extras", ["fireworks"]),
        ("form-locale", "tlh"),
    ],
)
async def test_what_no_field_offers_is_refused(house: House, action: str, forged: str | list[str]) -> None:
    """A forged value is named below its field, and nothing is kept."""
    window = await house.settings()
    house.slack.fill(window, "form-platforms", ["tunegarden"])
    house.slack.fill(window, action, forged, forged=True)
    answer = (await house.submit()).answer
    assert list(answer["errors"]) == [block(window, action)]
    assert await house.kept() is None


async def test_a_channel_of_another_workspace_is_refused(house: House) -> None:
    """Its settings are neither shown nor changed, and whether it exists is not said."""
    other = house.slack.add_team("T2")
    house.slack.add_channel(other, "C9", members={"U1"})
    foreign = house.here("C9")._replace(space="T2")
    await house.store.subscriptions.put(Subscription(foreign, (Watch("inkwell"),)))
    window = await house.settings()
    house.slack.fill(window, "form-platforms", ["tunegarden"])
    told = []
    for channel in ("C9", "C404"):
        house.slack.fill(window, "form-channel", channel)
        told.append((await house.submit()).answer)
        await house.slack.choose(house.team, window, "form-channel", channel)
        await house.until(lambda: "Only those who are in a channel" in words(house.window))
        assert list(fields(house.window)) == ["form-channel"]
        assert "inkwell" not in str(house.window)
        window = await house.settings()
    assert told[0] == told[1]
    assert told[0]["response_action"] == "errors"
    assert await house.kept("C9") is None
    assert await house.store.subscriptions.get(foreign) == Subscription(foreign, (Watch("inkwell"),))


async def test_who_is_not_in_a_channel_does_not_choose_for_it(house: House) -> None:
    """A channel of the same workspace, public or private, that the person is not in: refused, and nothing learnt."""
    house.slack.add_channel(house.team, "C8", members={"U1"})
    house.slack.add_channel(house.team, "C7", members={"U1", house.team.bot}, is_private=True)
    for channel in ("C8", "C7"):
        await house.store.subscriptions.put(Subscription(house.here(channel), (Watch("inkwell"),)))
        window = await house.settings(user="U2", channel="C2")
        house.slack.fill(window, "form-channel", channel)
        answer = (await house.submit("U2")).answer
        assert answer["errors"] == {"channel": answer["errors"]["channel"]}
        assert "inkwell" not in str(answer).casefold()
        assert (await house.kept(channel) or Subscription(house.here())).watches == (Watch("inkwell"),)


async def test_a_private_channel_is_set_up_from_within(house: House) -> None:
    """There Slack itself vouches for the member. That we are not shown the channel keeps nothing from being posted."""
    house.slack.add_channel(house.team, "C7", members={"U1", house.team.bot}, is_private=True)
    window = await house.settings(channel="C7")
    house.slack.fill(window, "form-platforms", ["tunegarden"])
    await house.submit()
    assert await house.kept("C7") is not None
    [test] = buttons(house.window)
    await house.slack.click(house.team, house.window, test)
    await house.until(lambda: "A sample was posted." in words(house.window))
    assert len(house.team.channels["C7"].messages) == 1
    assert {reply["needed"] for _, reply, _ in house.slack.rejected} == {"groups:read"}
    house.slack.rejected.clear()


@pytest.mark.parametrize("text", ["watch tunegarden", "list", "pause", "resume", "test", "unwatch inkwell"])
async def test_every_order_can_be_given_in_a_private_channel(house: House, text: str) -> None:
    """Whoever is in it may, with the app invited; nothing needs a further scope."""
    house.slack.add_channel(house.team, "C7", members={"U2", house.team.bot}, is_private=True)
    await house.store.subscriptions.put(Subscription(house.here("C7"), (Watch("inkwell"),), by="U2"))
    await house.slack.command(house.team, "/clausebell", text, user="U2", channel="C7")
    channel = house.team.channels["C7"]
    answers = channel.messages if "watch" in text else channel.ephemerals
    await house.until(lambda: answers)
    assert not re.search("Only those who|could not|out of order", words(answers[-1]))
    assert len(channel.messages) == (text == "test" or "watch" in text)
    house.slack.rejected.clear()


async def test_a_private_channel_without_the_app_says_how_to_invite_it(house: House) -> None:
    """Slack tells nothing of it before; the sample that cannot be posted does, in the member's language."""
    house.slack.add_channel(house.team, "C7", members={"U1"}, is_private=True)
    house.team.users["U1"]["locale"] = "de-DE"
    await house.slack.command(house.team, "/clausebell", "test", channel="C7")
    await house.until(lambda: house.team.channels["C7"].ephemerals)
    assert "eine Einladung: Gib im Channel /invite @Clausebell ein" in words(house.team.channels["C7"].ephemerals[-1])
    house.slack.rejected.clear()


async def test_a_direct_message_asks_for_a_channel(house: House) -> None:
    """Without a channel there is one field, and what follows is that channel's form."""
    house.slack.add_channel(house.team, "DU1", is_im=True, members={"U1", house.team.bot})
    window = await house.settings(channel="DU1")
    assert list(fields(window)) == ["form-channel"]
    assert fields(window)["form-channel"]["default_to_current_conversation"] is True
    house.slack.fill(window, "form-channel", "C2")
    await house.submit()
    assert "form-platforms" in fields(house.window)


async def test_what_keeps_messages_out_is_named_at_once(house: House) -> None:
    """Before anything fails, the window says why nothing could be posted."""
    house.slack.fail("conversations.info", "channel_not_found")
    assert "an invitation: type /invite @Clausebell in the channel" in words(await house.settings())


async def test_only_what_is_newer_is_shown(house: House) -> None:
    """Someone who turns to another channel before the first was shown sees the second, and nothing fails."""
    window = await house.settings()
    stale = {**window, "hash": "0.stale"}
    await house.slack.choose(house.team, stale, "form-channel", "C2")
    await house.until(lambda: house.slack.rejected)
    assert house.slack.rejected.pop()[1]["error"] == "hash_conflict"
    await house.slack.choose(house.team, window, "form-channel", "C2")
    await house.until(lambda: "C2:cadence" in str(house.window["state"]))


async def test_a_window_that_does_not_open_is_answered(house: House) -> None:
    """A trigger that came too late: the person is told in the channel."""
    house.slack.fail("views.open", "expired_trigger_id")
    await house.slack.command(house.team, "/clausebell", "settings")
    await house.until(lambda: house.team.channels["C1"].ephemerals)


async def test_trouble_is_said_below_the_field(house: House) -> None:
    """Slack that cannot say who is in the channel: nothing is kept, and the window stays."""
    window = await house.settings()
    house.slack.fill(window, "form-channel", "C2")
    house.slack.fail("users.conversations", "internal_error", status=500)
    answer = (await house.submit()).answer
    assert answer["errors"] == {"channel": "Something is not working at the moment. Try again in a few minutes."}


@pytest.mark.parametrize("catalogue", [MANY], ids=["many"])
@pytest.mark.usefixtures("catalogue")
async def test_more_platforms_than_a_menu_holds(house: House) -> None:
    """Slack asks which are meant while a name is typed; what was chosen before is shown, and stays."""
    await house.store.subscriptions.put(Subscription(house.here(), (Watch("p139"),)))
    window = await house.settings()
    field = fields(window)["form-platforms"]
    assert field["type"] == "multi_external_select"
    assert [one["value"] for one in field["initial_options"]] == ["p139"]
    offered = await house.slack.suggest(house.team, window, "form-platforms", "place 07")
    assert offered[:10] == [f"p{n:03}" for n in range(70, 80)]
    assert (await house.slack.suggest(house.team, window, "form-platforms", ""))[0] == "all"
    house.slack.fill(window, "form-platforms", ["p139", "p070"])
    await house.submit()
    kept = await house.kept()
    assert kept is not None
    assert [watch.target for watch in kept.watches] == ["p070", "p139"]


async def test_the_window_opens_before_it_has_anything_to_show(house: House) -> None:
    """A trigger lives for three seconds; what Slack and the store take to answer counts no more once it is open."""
    await house.settings()
    called = [method for method, *_ in house.slack.calls]
    assert called.index("views.open") < called.index("conversations.info") < called.index("views.update")
    [shown] = [args["view"] for method, _, args in house.slack.calls if method == "views.open"]
    assert words(shown) == "One moment…"


async def test_a_slow_slack_keeps_nobody_waiting_for_a_word(house: House) -> None:
    """What is sent is acknowledged in time, with a sentence below the field; nothing is kept."""
    window = await house.settings()
    house.slack.fill(window, "form-platforms", ["tunegarden"])
    house.slack.fill(window, "form-channel", "C2")
    house.slack.stall("users.conversations", taken=False)
    delivery = await house.submit()
    assert delivery.in_time
    assert list(delivery.answer["errors"]) == ["channel"]
    assert await house.kept("C2") is None


@pytest.mark.parametrize("catalogue", [MANY], ids=["many"])
@pytest.mark.usefixtures("catalogue")
async def test_more_platforms_chosen_than_slack_can_show(house: House) -> None:
    """The rest can be chosen, and the platforms stay."""
    lines = tuple(Watch(f"p{n:03}") for n in range(101))
    await house.store.subscriptions.put(Subscription(house.here(), lines))
    window = await house.settings()
    assert "form-platforms" not in fields(window)
    house.slack.fill(window, "form-cadence", "weekly")
    await house.submit()
    kept = await house.kept()
    assert kept is not None
    assert (kept.watches, kept.cadence) == (lines, "weekly")
