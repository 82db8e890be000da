"""What a button carries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ask.desk import COMMANDS
from bot.ask.presses import read, write
from bot.model.message import Action, Pick

TYPED = [(command.verb, option.name) for command in COMMANDS for option in command.options]


@given(st.sampled_from(TYPED), st.text(max_size=40), st.booleans())
def test_what_is_written_is_read(place: tuple[str, str], value: str, aloud: bool) -> None:  # noqa: FBT001 (hypothesis)
    """The verb, the values and whether everyone hears the answer come back, whatever signs the values hold."""
    verb, option = place
    press = read(write(Action("", verb, {option: value} if value else {}, aloud=aloud), COMMANDS), COMMANDS)
    assert press is not None
    assert (press.command.verb, press.aloud, press.asks) == (verb, aloud, "")
    assert press.options == ({option: value} if value else {})


@given(st.lists(st.text(st.characters(exclude_characters=","), min_size=1, max_size=9), max_size=4))
def test_what_is_chosen_fills_the_open_option(chosen: list[str]) -> None:
    """A menu gives its command with the values in the option that it is about, parted by commas."""
    key = write(Pick("", "choose", "value", options={"channel": "1", "what": "topics"}), COMMANDS)
    press = read(key, COMMANDS)
    assert press is not None
    assert press.asks == "value"
    assert press.filled(chosen) == {"channel": "1", "what": "topics", "value": ",".join(chosen)}


def test_a_literal_asterisk_is_no_open_option() -> None:
    """A value that happens to be the sign for an open option stays a value."""
    press = read(write(Action("", "policy", {"platform": "*"}), COMMANDS), COMMANDS)
    assert press is not None
    assert (press.asks, press.options) == ("", {"platform": "*"})


@pytest.mark.parametrize("text", ["", "cb0:policy:x", "cb1:nothing:x", "cb1:policy:x:y:z", "fp:policy:x", "cb1"])
def test_what_another_edition_wrote_is_not_read(text: str) -> None:
    """An unknown edition or command, or values that it does not take, are nothing."""
    assert read(text, COMMANDS) is None


def test_an_unknown_command_is_a_mistake_of_ours() -> None:
    """A button for a command that the table lacks is noticed when it is written."""
    with pytest.raises(KeyError):
        write(Action("", "dance"), COMMANDS)
