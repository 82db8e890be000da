"""Drawings that are kept for the other channels of the same message."""

from bot.chat.kept import MOST, Kept
from bot.model.message import Message


def test_a_message_is_drawn_once() -> None:
    """For each thing that its drawing depends on; another message that says the same is another."""
    drawn: list[str] = []

    def noted(message: Message, mention: str = "") -> int:
        drawn.append(message.headline + mention)
        return len(drawn)

    draw, message = Kept(noted), Message("a")
    assert [draw(message), draw(message), draw(message, "S1"), draw(message)] == [1, 1, 2, 1]
    assert draw(Message("a")) == 3
    assert drawn == ["a", "aS1", "a"]


def test_the_oldest_makes_room() -> None:
    """No more is kept than a few, and what was forgotten is drawn anew."""
    drawn: list[str] = []
    draw = Kept(lambda message: drawn.append(message.headline))
    messages = [Message(str(n)) for n in range(MOST + 1)]
    for message in [*messages, messages[-1], messages[0]]:
        draw(message)
    assert drawn == [*map(str, range(MOST + 1)), "0"]
