"""The chats. Each has the same rooms: client, commands, render, poster."""

from collections.abc import Sequence
from typing import Protocol

from bot.ask.commands import Command, Invocation, OptionKind, Reply
from bot.model.message import Choice
from bot.model.subscription import ChatName, Destination


class Desk(Protocol):
    """What a chat asks of the desk, which is `bot.ask.desk.Desk`."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """The table: what a chat registers and explains."""
        ...

    async def answer(self, command: Command, invocation: Invocation) -> Reply:
        """Carry out a command; what the person may not do, or got wrong, is an answer too."""
        ...

    async def complete(self, kind: OptionKind, typed: str, invocation: Invocation) -> Sequence[Choice]:
        """What is offered while someone types a value of this kind, best first."""
        ...

    async def left(self, chat: ChatName, space: str) -> None:
        """The bot was removed from a guild or workspace."""
        ...

    async def closed(self, destination: Destination) -> None:
        """A channel no longer exists."""
        ...

    async def reopened(self, destination: Destination) -> None:
        """A channel may be posted in; perhaps it could not before."""
        ...
