"""Each choice for a channel: on the card, by a typed command, and where it is none."""

import pytest

from bot.ask.desk import COMMANDS
from bot.ask.presses import write
from bot.model.subscription import Watch
from bot.model.topic import Severity
from tests.ask.conftest import ADMIN, Counter, button, menu


async def test_a_platform_added_later_is_watched_like_the_others(counter: Counter) -> None:
    """The topics and severity chosen before hold for it too."""
    card = await counter.choose(await counter.ask("settings"), "Platforms", "tunegarden")
    card = await counter.choose(card, "Which", "critical")
    await counter.choose(card, "Platforms", "tunegarden", "inkwell")
    assert {watch.severity for watch in (await counter.kept()).watches} == {Severity.CRITICAL}


async def test_every_choice_can_be_typed(counter: Counter) -> None:
    """What is not named stays as it is, and the answer is the card."""
    assert (await counter.ask("style", cadence="daily")).tone == "error"
    await counter.say("watch", platform="tunegarden", cadence="weekly")
    card = await counter.ask("style", role="7", threads="yes", picture="no", text=" Hello,  artists ")
    assert menu(card, "When").chosen == ("weekly",)
    assert "Hello, artists" in str(card.parts)
    now = await counter.kept()
    assert (now.cadence, now.mention, now.threads, now.publish, now.picture, now.text) == (
        "weekly",
        "7",
        True,
        True,
        False,
        "Hello, artists",
    )
    await counter.ask("style", text="-")
    assert (await counter.kept()).text == ""
    assert (await counter.ask("style", cadence="hourly")).tone == "error"
    assert (await counter.ask("watch", platform="tunegarden", cadence="hourly")).tone == "error"


async def test_a_role_is_called_for_one_platform_alone(counter: Counter) -> None:
    """A role typed for a platform is that one's; a role chosen on the card is for all."""
    await counter.say("watch", platform="tunegarden", role="7")
    await counter.say("watch", platform="inkwell", role="8")
    assert {watch.target: watch.mention for watch in (await counter.kept()).watches} == {
        "tunegarden": "7",
        "inkwell": "8",
    }
    assert "a role of its own" in await counter.say("list")
    await counter.choose(await counter.ask("settings"), "Role", "9")
    now = await counter.kept()
    assert (now.mention, [watch.mention for watch in now.watches]) == ("9", [None, None])


async def test_everyone_stands_for_no_role(counter: Counter) -> None:
    """A role that was chosen can be taken back by a typed command, which knows no empty choice."""
    await counter.say("watch", platform="tunegarden", role="7")
    await counter.say("style", role="8")
    await counter.say("watch", platform="tunegarden", role="guild")
    await counter.say("style", role="guild")
    assert (await counter.kept()).mention is None
    assert (await counter.kept()).watches == (Watch("tunegarden"),)


async def test_a_role_is_taken_back_on_the_card(counter: Counter) -> None:
    """By choosing @everyone, which is never called, or by choosing none."""
    card = await counter.choose(await counter.ask("settings"), "Platforms", "tunegarden")
    for nobody in (["guild"], []):
        card = await counter.choose(card, "Role", "7")
        assert menu(card, "Role").chosen == ("7",)
        card = await counter.choose(card, "Role", *nobody)
        assert menu(card, "Role").chosen == ()
        assert (await counter.kept()).mention is None


async def test_a_line_of_ones_own_is_typed_on_the_card(counter: Counter) -> None:
    """Commas and all; sent empty, there is none."""
    card = await counter.choose(await counter.ask("settings"), "Platforms", "tunegarden")
    ask = write(button(card, "A line of your own"), counter.desk.commands)
    card = (await counter.desk.press(ask, ["Artists, read this, please"], ADMIN)).message
    assert (await counter.kept()).text == "Artists, read this, please"
    assert "Artists, read this, please" in str(card)
    await counter.desk.press(ask, [""], ADMIN)
    assert (await counter.kept()).text == ""


async def test_a_channel_chooses_whether_it_hears_of_news(counter: Counter) -> None:
    """It does, unless the card or a typed command says no; what says nothing of it leaves it as it is."""
    card = await counter.choose(await counter.ask("settings"), "Platforms", "tunegarden")
    assert menu(card, "News reports").chosen == ("yes",)
    card = await counter.choose(card, "News reports", "no")
    assert menu(card, "News reports").chosen == ("no",)
    assert "Changes only, no news reports" in await counter.say("watch", platform="inkwell")
    assert not (await counter.kept()).news
    assert "Changes only, no news reports" in await counter.say("list")
    assert "Changes and news reports" in await counter.say("watch", platform="inkwell", news="yes")
    assert "Changes only, no news reports" not in await counter.say("list")
    await counter.ask("style", news="no")
    assert not (await counter.kept()).news


async def test_a_channel_chooses_its_language(counter: Counter) -> None:
    """Whatever Discord says of the server; on the card or by a typed command, and answers stay in the person's own."""
    card = await counter.choose(await counter.ask("settings"), "Platforms", "tunegarden")
    language = menu(card, "Language")
    assert ([choice.name for choice in language.choices][:2], language.chosen) == (["Deutsch", "English"], ("en",))
    card = await counter.choose(card, "Language", "ja")
    assert (await counter.kept()).locale == "ja"
    assert menu(card, "Language").chosen == ("ja",)
    await counter.say("test")
    assert "Clausebellはここにお知らせを投稿します" in str(counter.chat.posted[-1])
    await counter.say("style", language="pt-BR")
    assert (await counter.kept()).locale == "pt-BR"
    assert "cannot be used" in await counter.say("style", language="tlh")


@pytest.mark.parametrize(
    ("what", "value"), [("topics", "cats"), ("cadence", "hourly"), ("extras", "fireworks"), ("news", "maybe")]
)
async def test_what_no_menu_offers_is_refused(counter: Counter, what: str, value: str) -> None:
    """A forged choice changes nothing."""
    await counter.say("watch", platform="tunegarden")
    before = await counter.kept()
    assert (await counter.ask("choose", channel="general", what=what, value=value)).tone == "error"
    assert await counter.kept() == before


async def test_a_search_of_signs_leaves_the_card_whole(counter: Counter) -> None:
    """Signs that a button has to encode, and no name holds, are no part of a search: every button keeps its room."""
    card = await counter.ask("settings", search=":%*" * 20)
    written = [write(action, COMMANDS) for action in card.actions] + [write(pick, COMMANDS) for pick in card.picks]
    assert max(map(len, written)) <= 100  # Discord's custom_id
    card = await counter.ask("settings", search="Tune:garden")
    assert [choice.value for choice in menu(card, "Platforms").choices] == ["tunegarden"]
