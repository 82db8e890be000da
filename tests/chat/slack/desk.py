"""A desk that notes what it is asked, and answers what a test says."""

import asyncio
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from bot.ask.commands import Command, Invocation, OptionKind, Reply
from bot.ask.desk import COMMANDS
from bot.errors import Lack
from bot.model.message import Choice, Message
from bot.model.subscription import ChatName, Destination


@dataclass
class NotingDesk:
    """`asked` and `heard` are what came. `error` is raised, and `gate` waited for, before an answer."""

    commands: tuple[Command, ...] = COMMANDS
    public: bool = False
    reply: Reply | None = None
    error: Exception | None = None
    gate: asyncio.Event | None = None
    asked: list[tuple[str, Invocation]] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    async def answer(self, command: Command, invocation: Invocation) -> Reply:
        """Say what was asked."""
        self.asked.append((command.verb, invocation))
        if self.gate:
            await self.gate.wait()
        if self.error:
            raise self.error
        return Reply(Message(f"{command.verb} {invocation.options.get('platform', '')}: done."), public=self.public)

    async def press(self, text: str, values: Sequence[str], invocation: Invocation) -> Reply:
        """Say what was pressed."""
        self.asked.append((f"{text} {','.join(values)}".strip(), invocation))
        if self.gate:
            await self.gate.wait()
        if self.error:
            raise self.error
        return self.reply or Reply(Message(f"{text}: pressed."), public=self.public)

    def complete(self, kind: OptionKind, typed: str, invocation: Invocation) -> Sequence[Choice]:
        """Slack completes nothing."""
        raise NotImplementedError

    async def joined(self, chat: ChatName, space: str, locale: str, *, quietly: bool = False) -> Message | None:
        """Noted."""
        self.heard.append(f"joined {chat}:{space}")
        return None

    async def welcomed(self, chat: ChatName, space: str) -> None:
        """Slack welcomes on its own."""
        raise NotImplementedError

    async def present(self, chat: ChatName, spaces: Set[str]) -> Set[str]:
        """None is new."""
        return set()

    async def left(self, chat: ChatName, space: str, keep: float = 0) -> None:
        """Noted."""
        self.heard.append(f"left {chat}:{space}")
        if self.error:
            raise self.error

    async def closed(self, destination: Destination, name: str = "") -> None:
        """Noted."""
        self.heard.append(f"closed {destination} {name}".rstrip())

    async def blocked(self, destination: Destination, lack: Lack) -> None:
        """Noted."""
        self.heard.append(f"blocked {destination} {lack.what}")

    async def followed(self, destination: Destination, posted: str) -> None:
        """Nobody follows a channel of Slack."""
        raise NotImplementedError

    async def reopened(self, destination: Destination) -> None:
        """Noted."""
        self.heard.append(f"reopened {destination}")
