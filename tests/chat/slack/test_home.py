"""The Home page, opened and pressed in the fake Slack, and made by the real slack-bolt and desk."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.errors import Lack
from bot.model.subscription import ChatName, Subscription, Watch
from bot.model.topic import Topic
from bot.ports import Candidate, DocumentState, Step
from bot.store.store import Store
from tests.ask.test_desk import TERMS
from tests.chat.slack.house import House, buttons, fields, words
from tests.deliver.test_fanout import publish
from tests.fakes.slack.blockkit import walk
from tests.fakes.tunegarden import change


async def watch(house: House, *channels: str) -> None:
    """These channels watch Tunegarden."""
    for channel in channels:
        await house.store.subscriptions.put(Subscription(house.here(channel), (Watch("tunegarden"),), by="U1"))


def shows(house: House, text: str) -> bool:
    """Whether it stands on the admin's Home."""
    return text in words(house.team.homes["U1"])


async def read(store: Store, house: House, *, failures: int = 0, doubted: bool = False) -> None:
    """Tunegarden's terms were looked at just now."""
    moment = house.clock.now()
    candidate = Candidate("x", "suspect", moment, reason="login page") if doubted else None
    state = DocumentState(
        fingerprint="f", checked_at=moment, failures=failures, error="status 403" * bool(failures), candidate=candidate
    )
    claim = await store.schedule.claim_now(str(TERMS), 60)
    assert await store.documents.commit(TERMS, claim, Step(state), due_in=60)


POLICY = {"type": "link", "url": "https://bell.test/privacy", "text": "Privacy Policy"}


async def test_a_first_visit_is_three_lines_and_a_button(house: House) -> None:
    """The privacy policy is linked; the button opens a window that asks for a channel, and then has its settings."""
    home = await house.home("U2")
    assert [block["type"] for block in home["blocks"]] == ["header", *["rich_text"] * 4, "actions", "context"]
    assert home["blocks"][4]["elements"][0]["elements"] == [POLICY]
    assert buttons(home) == ["cb1:settings"]
    await house.slack.click(house.team, home, "cb1:settings", user="U2")
    window = await house.opened()
    assert list(fields(window)) == ["form-channel"]
    house.slack.fill(window, "form-channel", "C2")
    await house.submit("U2")
    house.slack.fill(house.window, "form-platforms", ["inkwell"])
    await house.submit("U2")
    await house.until(lambda: "Inkwell" in words(house.team.homes["U2"]))


async def test_home_shows_channels_changes_and_health(house: House) -> None:
    """What each of one's channels hears, the latest changes, when was looked and what could not be read."""
    await watch(house, "C1")
    lines = (Watch("inkwell", frozenset({Topic.AI_TRAINING})),)
    chosen = replace(Subscription.begin(house.here("C2")), watches=lines, cadence="weekly", window=72, paused=True)
    await house.store.subscriptions.put(chosen)
    await publish(house.store, change())
    await read(house.store, house, failures=3, doubted=True)
    house.clock.time += timedelta(minutes=14)
    home = await house.home()
    shown = words(home)
    for said in (
        "2 channels watch platforms.",
        "Tunegarden (all topics; minor and above)",
        "Inkwell (AI training; minor and above)",
        "One message a week",
        "Further changes of a document join the first one for three days",
        "Messages are paused.",
        "Latest changes",
        "1 March 2026  · Tunegarden · Terms of Service · critical",
        "The documents were last looked at 14 minutes ago.",
        "Tunegarden · Terms of Service: cannot be read (the site answers with error 403; 3 tries)",
        "looks doubtful (the site asks to log in)",
        "/clausebell help",
    ):
        assert said in shown
    spoken = [
        node.get("accessibility_label") for node in walk(home["blocks"]) if node.get("action_id") == "cb1:settings:C2"
    ]
    assert spoken == ["Settings of the channel chan-c2"]
    assert buttons(home) == [
        "cb1:settings",
        "cb1:settings:C1",
        "cb1:settings:C2",
        "cb1:changes",
        "cb1:reserve:yes",
        "cb1:privacy",
    ]


async def test_home_is_silent_on_what_is_fine(house: House) -> None:
    """Without trouble there is no list of it."""
    await watch(house, "C1")
    assert "None of the documents has been looked at yet." in words(await house.home())
    await read(house.store, house)
    home = words(await house.home())
    assert "The documents were last looked at just now." in home
    assert "All of them could be read." in home


async def test_edit_opens_the_channels_settings(house: House) -> None:
    """And what is kept in it is on Home afterwards."""
    await watch(house, "C1", "C2")
    await house.slack.click(house.team, await house.home(), "cb1:settings:C2")
    window = await house.opened()
    assert fields(window)["form-channel"]["initial_conversation"] == "C2"
    house.slack.fill(window, "form-cadence", "daily")
    await house.submit()
    await house.until(lambda: "One message a day" in words(house.team.homes["U1"]))


async def test_home_shows_nobody_elses_channels(house: House) -> None:
    """Of channels that someone is not in, private ones among them, nothing is learnt; nor of other workspaces."""
    house.slack.add_channel(house.team, "C8", members={"U1"})
    house.slack.add_channel(house.team, "C7", members={"U1", house.team.bot}, is_private=True)
    await watch(house, "C7", "C8")
    foreign = house.here("C2")._replace(space="T2")
    await house.store.subscriptions.put(Subscription(foreign, (Watch("inkwell"),)))
    home = await house.home("U2")
    assert buttons(home) == ["cb1:settings"]
    assert "Tunegarden" not in words(home)
    assert "cb1:settings:C8" in buttons(await house.home("U1"))


async def test_home_shows_a_private_channel_to_who_set_it_up(house: House) -> None:
    """And to nobody else, as long as nobody else chose since; it is chosen for from within, as Home says there."""
    house.slack.add_channel(house.team, "C7", members={"U1", "U2", house.team.bot}, is_private=True)
    window = await house.settings(user="U2", channel="C7")
    house.slack.fill(window, "form-platforms", ["tunegarden"])
    await house.submit("U2")
    house.slack.rejected.clear()
    home = await house.home("U2")
    assert "C7" in {node.get("channel_id") for node in walk(home["blocks"])}
    assert "Set it up from within: type /clausebell settings there." in words(home)
    assert "cb1:settings:C7" not in buttons(home)
    assert "C7" not in str((await house.home("U1"))["blocks"])
    await house.slack.command(house.team, "/clausebell", "watch inkwell", user="U1", channel="C7")
    await house.until(lambda: "C7" in {node.get("channel_id") for node in walk(house.team.homes["U1"]["blocks"])})
    assert "C7" not in str((await house.home("U2"))["blocks"])
    house.slack.rejected.clear()


async def test_a_forged_press_learns_nothing(house: House) -> None:
    """A press that names a channel in which the person is not is refused like a command."""
    house.slack.add_channel(house.team, "C8", members={"U1"})
    await watch(house, "C8")
    home = await house.home("U2")
    forged = {**home, "blocks": (await house.home("U1"))["blocks"]}
    await house.slack.click(house.team, forged, "cb1:settings:C8", user="U2")
    window = await house.opened()
    assert "Only those who are in a channel may change its settings" in words(window)
    assert list(fields(window)) == ["form-channel"]
    assert "tunegarden" not in str(window)


async def test_channels_come_ten_a_page(house: House) -> None:
    """Pages turn on Home itself, and the last has the rest."""
    names = [f"C1{n:02}" for n in range(23)]
    for name in names:
        house.slack.add_channel(house.team, name, members={"U1"})
    await watch(house, *names)
    home = await house.home()
    assert [key for key in buttons(home) if ":C1" in key] == [f"cb1:settings:{name}" for name in names[:10]]
    assert "Page 1 of 3" in words(home)
    for page in (1, 2):
        await house.slack.click(house.team, house.team.homes["U1"], f"cb1:home:{page}")
        await house.until(partial(shows, house, f"Page {page + 1} of 3"))
    assert len([key for key in buttons(house.team.homes["U1"]) if ":C1" in key]) == 3


async def test_buttons_of_home_answer_in_a_window(house: House) -> None:
    """There is no channel to answer in; further pages take the place of the first."""
    await watch(house, "C1")
    for n in range(6):
        await publish(house.store, change(f"{n} You agree that we may use your uploads to train AI models."))
    home = await house.home()
    await house.slack.click(house.team, home, "cb1:changes")
    window = await house.opened()
    assert "6 changes were announced." in words(window)
    await house.slack.click(house.team, window, "cb1:changes::::1")
    await house.until(lambda: "Page 2 of 2" in words(house.window))
    assert len([view for view in house.slack.views.values() if view["type"] == "modal"]) == 1


async def test_a_newer_home_is_not_overwritten(house: House) -> None:
    """What Slack shows by now counts: a page that comes late is left."""
    home = await house.home()
    event = {"type": "app_home_opened", "user": "U1", "tab": "home", "view": {**home, "hash": "0.stale"}}
    await house.slack.event(house.team, event)
    await house.until(lambda: house.slack.rejected)
    assert house.slack.rejected.pop()[1]["error"] == "hash_conflict"
    assert house.team.homes["U1"] == home


async def test_the_other_tab_shows_nothing(house: House) -> None:
    """Someone who reads what was written to them did not ask for Home."""
    await house.slack.event(house.team, {"type": "app_home_opened", "user": "U1", "tab": "messages"})
    await house.home("U2")
    assert set(house.team.homes) == {"U2"}


async def test_home_speaks_the_members_language(house: House) -> None:
    """As do windows and answers; Slack is asked once for it, and for nothing else of the person."""
    house.team.users["U2"]["locale"] = "ja-JP"
    assert "細かな文言" in words(await house.home("U2"))
    window = await house.settings(user="U2", channel="C2")
    assert window["submit"]["text"] == "保存"
    await house.slack.command(house.team, "/clausebell", "help", user="U2")
    await house.until(lambda: house.team.channels["C1"].ephemerals)
    assert "プラットフォームについて調べる" in str(house.team.channels["C1"].ephemerals)
    house.slack.fill(window, "form-platforms", ["inkwell"])
    await house.submit("U2")
    kept = await house.kept("C2")
    assert kept is not None
    assert kept.locale == "ja-JP"
    assert [args["user"] for method, _, args in house.slack.calls if method == "users.info"] == ["U2"]


async def test_home_says_why_a_channel_hears_nothing(house: House) -> None:
    """In the member's language, as long as it lasts."""
    lines = (Watch("inkwell"),)
    ill = replace(
        Subscription.begin(house.here(), by="U1"), watches=lines, blocked="is_archived", lacks=(Lack("archive"),)
    )
    await house.store.subscriptions.put(ill)
    house.team.users["U1"]["locale"] = "de-DE"
    assert "archiviert" in words(await house.home())


@pytest.mark.parametrize(("locale", "ours", "theirs"), [("de-DE", "Channel", "Kanal"), ("fr-FR", "canal", "salon")])
async def test_things_are_called_what_slack_calls_them(house: House, locale: str, ours: str, theirs: str) -> None:
    """In the help and in the window, too: where Discord has another word for a channel, nobody reads it in Slack."""
    house.team.users["U2"]["locale"] = locale
    window = await house.settings(user="U2", channel="C2")
    await house.slack.command(house.team, "/clausebell", "help", user="U2")
    await house.until(lambda: house.team.channels["C1"].ephemerals)
    read = words(window) + words(house.team.channels["C1"].ephemerals[0])
    assert ours.casefold() in read.casefold()
    assert theirs.casefold() not in read.casefold()


async def test_a_language_is_asked_for_again_after_a_while(house: House) -> None:
    """Someone who changes theirs is answered in the new one soon."""
    await house.home("U2")
    house.team.users["U2"]["locale"] = "fr-FR"
    house.clock.time += timedelta(minutes=6)
    assert "petites lignes" in words(await house.home("U2"))


@pytest.mark.parametrize("trouble", ["missing_scope", "internal_error"])
async def test_without_a_language_it_is_english(house: House, trouble: str) -> None:
    """An app installed before it asked for the scope, or a Slack that is unwell, is no reason not to answer."""
    house.team.users["U2"]["locale"] = "fr-FR"
    house.slack.fail("users.info", trouble)
    await house.slack.command(house.team, "/clausebell", "policy tunegarden", user="U2", channel="C2")
    await house.until(lambda: house.team.channels["C2"].ephemerals)
    assert "may train AI" in str(house.team.channels["C2"].ephemerals)


async def test_admins_may_reserve_choosing(house: House) -> None:
    """From Home; others are told who can, and theirs is what they had. Who is no admin is not offered it."""
    assert "cb1:reserve:yes" not in buttons(await house.home("U2"))
    await house.slack.click(house.team, await house.home("U1"), "cb1:reserve:yes")
    await house.until(lambda: "cb1:reserve" in buttons(house.team.homes["U1"]))
    await house.slack.command(house.team, "/clausebell", "watch tunegarden", user="U2", channel="C2")
    await house.until(lambda: house.team.channels["C2"].ephemerals)
    refused = "Only admins and owners of this workspace may do this. Ask one of them."
    assert house.team.channels["C2"].ephemerals[0]["text"] == refused
    assert refused in words(await house.settings(user="U2", channel="C2"))
    assert await house.kept("C2") is None
    await house.settings(user="U1", channel="C2")
    assert "form-platforms" in fields(house.window)
    await house.slack.click(house.team, house.team.homes["U1"], "cb1:reserve")
    await house.until(lambda: "cb1:reserve:yes" in buttons(house.team.homes["U1"]))
    assert "form-platforms" in fields(await house.settings(user="U2", channel="C2"))


async def test_a_forged_press_reserves_nothing(house: House) -> None:
    """Who is no admin may press what they were never shown: nothing comes of it."""
    home = await house.home("U2")
    forged = {**home, "blocks": (await house.home("U1"))["blocks"]}
    await house.slack.click(house.team, forged, "cb1:reserve:yes", user="U2")
    await house.until(lambda: house.team.homes["U2"]["hash"] != home["hash"])
    assert not await house.store.spaces.reserved(ChatName.SLACK, "T1")


async def test_what_is_stored_links_to_the_privacy_policy(house: House) -> None:
    """Below all that is said of the workspace."""
    await house.slack.command(house.team, "/clausebell", "privacy")
    await house.until(lambda: house.team.channels["C1"].ephemerals)
    assert house.team.channels["C1"].ephemerals[0]["blocks"][-1]["elements"][0]["elements"] == [POLICY]


async def test_erasing_everything_is_for_admins(house: House) -> None:
    """A member of one channel cannot erase what all others chose."""
    await watch(house, "C2")
    await house.slack.command(house.team, "/clausebell", "privacy erase", user="U2", channel="C2")
    await house.until(lambda: house.team.channels["C2"].ephemerals)
    assert "Only admins and owners" in house.team.channels["C2"].ephemerals[0]["text"]
    await house.slack.command(house.team, "/clausebell", "privacy erase")
    await house.until(lambda: house.team.channels["C1"].ephemerals)
    await house.slack.click(house.team, house.team.channels["C1"].ephemerals[0], "cb1:erase:yes")
    await house.until(lambda: "erased" in house.team.channels["C1"].ephemerals[0]["text"])
    assert await house.kept("C2") is None


async def test_every_saved_choice_shows_on_home(house: House) -> None:
    """Also what was typed as a command."""
    await house.home()
    await house.slack.command(house.team, "/clausebell", "watch tunegarden")
    await house.until(lambda: "cb1:settings:C1" in buttons(house.team.homes["U1"]))
    await house.slack.command(house.team, "/clausebell", "unwatch tunegarden")
    await house.until(lambda: "cb1:settings:C1" not in buttons(house.team.homes["U1"]))


async def test_someone_in_more_channels_than_slack_lists_at_once(house: House) -> None:
    """Every page is asked for."""
    for n in range(1100):
        house.slack.add_channel(house.team, f"C{1000 + n}", members={"U1"})
    await watch(house, "C2099")
    assert "cb1:settings:C2099" in buttons(await house.home())


async def test_a_person_who_is_not_told_of_is_answered_all_the_same(house: House) -> None:
    """Slack that takes its time to say who someone is: in time, and in English."""
    house.team.users["U2"]["locale"] = "fr-FR"
    house.slack.stall("users.info", taken=False)
    delivery = await house.slack.command(house.team, "/clausebell", "policy tunegarden", user="U2", channel="C2")
    assert delivery.in_time
    await house.until(lambda: house.team.channels["C2"].ephemerals)
    assert "may train AI" in str(house.team.channels["C2"].ephemerals)


async def test_help_waits_for_nobody(house: House) -> None:
    """It comes at once, in a language that is known: one's own, else the workspace's; one's own is learned by it."""
    house.team.users["U1"]["locale"], house.team.users["U2"]["locale"] = "de-DE", "fr-FR"
    assert "Ask about a platform" in await helped(house, "U1")
    async with asyncio.timeout(5):
        while "Nach einer Plattform fragen" not in await helped(house, "U1"):
            await asyncio.sleep(0.01)
    house.clock.time += timedelta(minutes=6)
    house.slack.fail("users.info", "internal_error", times=2)
    assert "Nach einer Plattform fragen" in await helped(house, "U1")
    assert "Nach einer Plattform fragen" in await helped(house, "U2")


async def test_home_outlasts_a_pause_that_slack_asks_for(house: House) -> None:
    """It lists the channels of some minutes ago; who may choose for one is never judged by them."""
    await watch(house, "C1")
    await house.home()
    house.slack.fail("users.conversations", "ratelimited", status=429, retry_after=30)
    home = await house.home()
    assert "cb1:settings:C1" in buttons(home)
    house.slack.fail("users.conversations", "ratelimited", status=429, retry_after=30)
    await house.slack.click(house.team, home, "cb1:settings:C1")
    assert "form-platforms" not in fields(await house.opened())


async def test_what_is_known_of_a_person_ends(house: House) -> None:
    """Also where Slack says nothing any more: that they are an admin after minutes, their language after days."""
    house.team.users["U1"]["locale"] = "de-DE"
    assert "cb1:reserve:yes" in buttons(await house.home("U1"))
    for time, language, manager in [
        (timedelta(minutes=4), "Nach einer Plattform fragen", True),
        (timedelta(minutes=6), "Nach einer Plattform fragen", False),
        (timedelta(days=8), "Ask about a platform", False),
    ]:
        house.clock.time += time
        house.slack.faults.clear()
        house.slack.fail("users.info", "internal_error", times=9)
        assert ("cb1:reserve:yes" in buttons(await house.home("U1"))) is manager
        assert language in await helped(house, "U1")
    house.slack.faults.clear()


async def helped(house: House, user: str) -> str:
    """The help, as it stands in the acknowledgement."""
    return str((await house.slack.command(house.team, "/clausebell", "help", user=user)).answer)


async def test_a_full_home_keeps_slacks_limits(house: House) -> None:
    """Ten channels that each say all there is to say of one, five changes, and every trouble."""
    topics = frozenset(Topic)
    for n in range(12):
        house.slack.add_channel(house.team, f"C1{n:02}", members={"U1"})
        lines = tuple(
            Watch(target, topics) for target in ("all", "category:art", "category:music", "inkwell", "tunegarden")
        )
        full = Subscription(house.here(f"C1{n:02}"), lines, cadence="daily", paused=True, blocked="x" * 200, by="U1")
        await house.store.subscriptions.put(full)
    for n in range(7):
        await publish(house.store, change(f"{n} You agree that we may use your uploads to train AI models."))
    await read(house.store, house, failures=3, doubted=True)
    home = await house.home()
    assert len(home["blocks"]) <= 100
    assert buttons(home)[-1] == "cb1:privacy"
    assert len([key for key in buttons(home) if ":C1" in key]) == 10
