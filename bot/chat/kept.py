"""What was drawn of a message, kept for the other channels that are told the same one."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from bot.model.message import Message

MOST = 32
"""Drawings kept: those of some changes in all languages."""

T = TypeVar("T")


class Kept(Generic[T]):
    """Draws each message once; `more` is what else a drawing depends on.

    Messages are told apart by being the same object, which is what the courier hands to every channel of a language.
    """

    def __init__(self, draw: Callable[..., T]) -> None:
        self._draw = draw
        self._drawn: dict[Hashable, tuple[Message, T]] = {}

    def __call__(self, message: Message, *more: Hashable) -> T:
        """The drawing; not to be changed by whoever gets it."""
        key = (id(message), *more)
        if key not in self._drawn or self._drawn[key][0] is not message:
            self._drawn.pop(key, None)
            if len(self._drawn) >= MOST:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[key] = (message, self._draw(message, *more))
        return self._drawn[key][1]
