"""All that Clausebell says, drawn whole: every limit, every hostile string, every language, no quote lost unsaid."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ask.desk import COMMANDS
from bot.ask.presses import read, write
from bot.chat.discord.markup import clean
from bot.chat.discord.poster import _name
from bot.chat.discord.views import asking
from bot.model.message import Action, Choice, Message, Pick, Quotation
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.wording import admin, card, errors
from bot.wording.language import Language
from tests.chat.discord.drawing import QUICKLY, assert_inert, marked_up, payload
from tests.chat.discord.said import LANGUAGES, SNOWFLAKE, SPOKEN, messages
from tests.fakes.discord import limits, markdown
from tests.fakes.discord.limits import walk


@given(messages(), st.booleans())
@settings(max_examples=100, deadline=None, phases=QUICKLY)
def test_all_that_is_said(made: tuple[Message, Language], as_card: bool) -> None:  # noqa: FBT001 (drawn)
    """Whatever it is and however it is drawn: within every limit, and nothing in it is active but our own marks."""
    message, _ = made
    assert_inert(payload(message, as_card=as_card))
    assert 1 <= len(_name(message)) <= 100


@given(messages(), st.booleans())
@settings(max_examples=50, deadline=None, phases=QUICKLY)
def test_quotes_are_whole_or_said_to_be_cut(
    made: tuple[Message, Language],
    as_card: bool,  # noqa: FBT001 (drawn)
) -> None:
    """Every quotation is there word for word, or one ends in "…", or some are counted as left out."""
    message, _ = made
    shown = [markdown.seen(markup) for markup in marked_up(payload(message, as_card=as_card))]
    quotes = [clean("".join(span.text for span in part.spans)) for part in message.parts if isinstance(part, Quotation)]
    for quote in filter(None, quotes):
        assert any(quote in text for text in shown) or any("…" in text for text in shown)


@given(messages())
@settings(max_examples=40, deadline=None, phases=QUICKLY)
def test_what_is_offered_can_be_pressed(made: tuple[Message, Language]) -> None:
    """Every button and menu that is drawn carries a command of ours; what asks for a word gets its form."""
    message, language = made
    body = payload(message)
    for part in walk(body["components"]):
        if "custom_id" in part:
            press = read(part["custom_id"], COMMANDS)
            assert press is not None
            if press.asks and part["type"] == limits.BUTTON:
                assert limits.check_modal(asking(press, part["custom_id"], language).to_dict()) == []
    offered: list[Action | Pick] = [*message.actions, *message.picks]
    drawable = {key for offer in offered if len(key := write(offer, COMMANDS)) <= limits.CUSTOM_ID}
    assert len([part for part in walk(body["components"]) if "custom_id" in part]) == min(
        len(drawable), 25 + len(message.picks)
    )


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_no_button_is_cut(language: Language) -> None:
    """Labels, names of menus and of forms are short enough in every language to be read whole."""
    row = Subscription(Destination(ChatName.DISCORD, SNOWFLAKE, SNOWFLAKE), (Watch("all"),))
    shown = card.Shown([Choice("x", "x")], 1, more=True)
    bodies: Sequence[Message] = [
        card.welcome(0, "https://x.example/privacy", language),
        card.settings(row, shown, {"all": "x"}, SPOKEN, [], language),
        card.settings(replace(row, paused=True), shown, {"all": "x"}, SPOKEN, [], language),
        admin.erase([row], language),
        errors.closed(row, "x", language),
    ]
    for message in bodies:
        for part in walk(payload(message)["components"]):
            drawn_words = [part.get("label"), part.get("placeholder"), *(o["label"] for o in part.get("options") or ())]
            assert not any("…" in text for text in drawn_words if text)
            press = read(part["custom_id"], COMMANDS) if "custom_id" in part else None
            if press and press.asks and part["type"] == limits.BUTTON:
                assert "…" not in asking(press, part["custom_id"], language).title
