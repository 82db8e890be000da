"""The chats. Each has the same rooms: client, commands, render, poster."""

from collections.abc import Sequence, Set
from typing import Protocol

from bot.ask.commands import Command, Invocation, OptionKind, Reply
from bot.errors import Lack
from bot.model.message import Choice, Message
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

    async def press(self, text: str, values: Sequence[str], invocation: Invocation) -> Reply:
        """Carry out what a button or menu carries, with what was chosen or typed."""
        ...

    def complete(self, kind: OptionKind, typed: str, invocation: Invocation) -> Sequence[Choice]:
        """What is offered while someone types a value of this kind, best first; at once."""
        ...

    async def joined(self, chat: ChatName, space: str, locale: str, *, quietly: bool = ...) -> Message | None:
        """We are in a guild or workspace: the welcome, where that is news and not to be taken up `quietly`."""
        ...

    async def welcomed(self, chat: ChatName, space: str) -> None:
        """The welcome is out, or nobody takes it; until then it comes again with the next session."""
        ...

    async def left(self, chat: ChatName, space: str, keep: float = ...) -> None:
        """The bot was removed from a guild or workspace; choices are kept for `keep` seconds."""
        ...

    async def present(self, chat: ChatName, spaces: Set[str]) -> Set[str]:
        """These are all that we are in: end what belongs to others; name those that are new, or still unwelcomed."""
        ...

    async def closed(self, destination: Destination, name: str = "") -> None:
        """A channel, by its name where that is known, no longer exists."""
        ...

    async def blocked(self, destination: Destination, lack: Lack) -> None:
        """Nothing can be posted in a channel from now on, until what is missing there is back."""
        ...

    async def followed(self, destination: Destination, posted: str) -> None:
        """Others follow the channel in which this was posted: it is to be published there."""
        ...

    async def reopened(self, destination: Destination) -> None:
        """A channel may be posted in; perhaps it could not before."""
        ...
