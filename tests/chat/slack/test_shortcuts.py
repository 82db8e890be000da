"""The two shortcuts, and names that nearly fit, in the fake Slack, with the real slack-bolt and desk."""

from typing import Any

import pytest

from bot.model.subscription import Watch
from bot.read.marks import marks
from bot.wording import announcement
from bot.wording.language import Languages
from tests.chat.slack.house import House, buttons, fields, words
from tests.deliver.test_fanout import publish
from tests.fakes.slack.blockkit import Json
from tests.fakes.tunegarden import TUNEGARDEN, change


def message(text: str, **more: Any) -> Json:
    """What someone wrote in the channel."""
    return {"type": "message", "user": "U2", "ts": "1.1", "channel": "C1", "text": text, **more}


async def explained(house: House, about: Json, user: str = "U1") -> Json:
    """The answer to the shortcut on this message, which that person alone sees."""
    before = len(house.team.channels["C1"].ephemerals)
    await house.slack.shortcut(house.team, "explain", user, message=about)
    await house.until(lambda: len(house.team.channels["C1"].ephemerals) > before)
    answer = house.team.channels["C1"].ephemerals[-1]
    assert answer["user"] == user
    return answer


@pytest.mark.parametrize(
    "about",
    [
        message("Did anyone read this about Tune Garden??"),
        message("look <https://www.tunegarden.test/terms#ai|here>"),
        message("", attachments=[{"title": "New terms", "title_link": "https://help.tunegarden.test/x"}]),
        message("", blocks=[{"type": "rich_text", "elements": [{"type": "text", "text": "Tunegarden!"}]}]),
    ],
    ids=["name", "link", "attachment", "blocks"],
)
async def test_a_platform_in_a_message_is_explained(house: House, about: Json) -> None:
    """By name or by link, wherever it stands; with the latest change and the way to share the answer."""
    await publish(house.store, change())
    answer = await explained(house, about)
    assert answer["text"].startswith("Tunegarden may train AI")
    assert buttons(answer) == [f"cb1:change:{change().id}", "cb1:changes:tunegarden", "cb1!:policy:tunegarden"]


async def test_several_platforms_in_a_message(house: House) -> None:
    """What is linked comes before what is named; the others are a press away."""
    answer = await explained(house, message("Tunegarden does what <https://inkwell.test/privacy> does"))
    assert "Inkwell" in answer["text"]
    assert buttons(answer) == ["cb1:policy:tunegarden", "cb1:changes:inkwell", "cb1!:policy:inkwell"]
    await house.slack.click(house.team, answer, "cb1:policy:tunegarden")
    await house.until(lambda: "Tunegarden may train" in str(house.team.channels["C1"].ephemerals[-1]["text"]))


async def test_our_own_announcement_is_explained_with_its_passages(house: House, languages: Languages) -> None:
    """Every passage of the very change that it tells of."""
    await publish(house.store, change())
    told = announcement.change(change(), TUNEGARDEN, languages.best("en"), marks=marks)
    await house.poster.post(house.here(), told, key="k")
    answer = await explained(house, house.team.channels["C1"].messages[0], user="U2")
    assert "One passage changed." in words(answer)


async def test_a_message_about_nothing_that_we_know(house: House) -> None:
    """Is said to be that, in words; look-alikes of a host are no link to it."""
    for text in ("lunch?", "https://nottunegarden.test/terms", "<!channel> *x*", ""):
        answer = await explained(house, message(text))
        assert answer["text"].startswith("No platform that we watch is named")


async def test_a_platform_is_looked_up_from_anywhere(house: House) -> None:
    """Slack asks what comes near while a name is typed; the answer takes the place of the question."""
    await house.slack.shortcut(house.team, "look_up")
    window = await house.opened()
    assert await house.slack.suggest(house.team, window, "form-platform", "tune") == ["tunegarden"]
    house.slack.fill(window, "form-platform", "tunegarden")
    await house.submit()
    assert "Tunegarden may train AI on people's content or data." in words(house.window)
    assert fields(house.window) == {}
    assert buttons(house.window) == []


async def test_a_look_up_speaks_the_members_language(house: House) -> None:
    """The window, and what it answers."""
    house.team.users["U2"]["locale"] = "de-AT"
    await house.slack.shortcut(house.team, "look_up", "U2")
    window = await house.opened()
    assert window["submit"]["text"] == "Nachschlagen"
    house.slack.fill(window, "form-platform", "tunegarden")
    await house.submit("U2")
    assert "Zuletzt" in words(house.window) or "Plattform" in words(house.window)


async def test_a_name_that_nearly_fits_is_offered(house: House) -> None:
    """Each as a button that gives the same command with the platform in it."""
    await house.slack.command(house.team, "/clausebell", "policy tunegardn")
    await house.until(lambda: house.team.channels["C1"].ephemerals)
    [answer] = house.team.channels["C1"].ephemerals
    assert buttons(answer) == ["cb1:policy:tunegarden", "cb1!:policy:tunegardn"]
    await house.slack.click(house.team, answer, "cb1:policy:tunegarden")
    await house.until(lambda: len(house.team.channels["C1"].ephemerals) > 1)
    assert "Tunegarden may train" in house.team.channels["C1"].ephemerals[-1]["text"]


async def test_what_two_answers_offer_stands_once(house: House) -> None:
    """Of two platforms that are watched at once there is one answer, with one button for a sample."""
    await house.slack.command(house.team, "/clausebell", "watch tunegarden, inkwell", user="U2", channel="C2")
    await house.until(lambda: house.team.channels["C2"].messages)
    assert buttons(house.team.channels["C2"].messages[0]) == ["cb1:test:C2"]


async def test_a_nearly_fitting_name_keeps_the_rest_of_the_order(house: House) -> None:
    """Topics too, for each of several names; what fits is done at once, and the channel reads of that alone."""
    await house.slack.command(
        house.team, "/clausebell", "watch tunegardn, inkwel, inkwell ai training", user="U2", channel="C2"
    )
    channel = house.team.channels["C2"]
    await house.until(lambda: channel.ephemerals)
    [answer], [told] = channel.ephemerals, channel.messages
    assert told["text"] == "The channel now watches Inkwell."
    assert buttons(told) == ["cb1:test:C2"]
    assert buttons(answer) == ["cb1:watch:tunegarden:::ai_training", "cb1:watch:inkwell:::ai_training"]
    await house.slack.click(house.team, answer, "cb1:watch:tunegarden:::ai_training", user="U2")
    await house.until(lambda: len(channel.messages) > 1)
    kept = await house.kept("C2")
    assert kept is not None
    assert [(watch.target, set(watch.topics)) for watch in kept.watches] == [
        ("inkwell", {"ai_training"}),
        ("tunegarden", {"ai_training"}),
    ]
    assert Watch("inkwell") not in kept.watches
