"""A desk that notes what it is asked and answers what a test says."""

import asyncio
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from bot.ask.commands import Command, Invocation, OptionKind, Reply
from bot.ask.desk import COMMANDS
from bot.ask.presses import read
from bot.errors import Lack
from bot.model.message import Choice, Message
from bot.model.subscription import ChatName, Destination

DONE = Reply(Message("Done.", tone="done"))


@dataclass
class NotingDesk:
    """`asked`, `gone` and `open` are what came; `reply`, `error`, `offered` and `gate` what it answers, and when."""

    commands: tuple[Command, ...] = COMMANDS
    reply: Reply = DONE
    error: Exception | None = None
    offered: Sequence[Choice] = ()
    gate: asyncio.Event | None = None
    asked: list[tuple[str, Invocation]] = field(default_factory=list)
    typed: list[tuple[OptionKind, str, Invocation]] = field(default_factory=list)
    pressed: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    followers: list[str] = field(default_factory=list)
    homes: list[str] = field(default_factory=list)
    greeted: list[str] = field(default_factory=list)
    here: list[set[str]] = field(default_factory=list)
    welcome: Message | None = None
    new: bool = False

    async def answer(self, command: Command, invocation: Invocation) -> Reply:
        """What the test says; admins' commands are refused to others."""
        self.asked.append((command.verb, invocation))
        if self.gate:
            await self.gate.wait()
        if self.error:
            raise self.error
        if command.who == "admin" and not invocation.admin:
            return Reply(Message("Not allowed.", tone="error"))
        return self.reply

    async def press(self, text: str, values: Sequence[str], invocation: Invocation) -> Reply:
        """Noted, and answered like a command."""
        self.pressed.append((text, tuple(values)))
        press = read(text, self.commands)
        return await self.answer(press.command if press else self.commands[0], invocation)

    def complete(self, kind: OptionKind, typed: str, invocation: Invocation) -> Sequence[Choice]:
        """What the test says."""
        self.typed.append((kind, typed, invocation))
        return self.offered

    async def joined(self, chat: ChatName, space: str, locale: str, *, quietly: bool = False) -> Message | None:
        """What the test says, to each server once."""
        self.homes.append(f"{space} {locale}")
        return None if quietly else self.welcome

    async def welcomed(self, chat: ChatName, space: str) -> None:
        """Noted."""
        self.greeted.append(space)

    async def present(self, chat: ChatName, spaces: Set[str]) -> Set[str]:
        """Noted; all of them are new where the test says so."""
        self.here.append(set(spaces))
        return spaces if self.new else set()

    async def left(self, chat: ChatName, space: str, keep: float = 0) -> None:
        """Noted."""
        self.gone.append(f"{chat}:{space}")
        if self.error:
            raise self.error

    async def closed(self, destination: Destination, name: str = "") -> None:
        """Noted, by what the person is told of it."""
        self.gone.append(f"{destination} {name}".rstrip())

    async def followed(self, destination: Destination, posted: str) -> None:
        """Noted."""
        self.followers.append(posted)

    async def blocked(self, destination: Destination, lack: Lack) -> None:
        """Discord has no archive of channels."""
        raise NotImplementedError

    async def reopened(self, destination: Destination) -> None:
        """Noted."""
        self.open.append(str(destination))
