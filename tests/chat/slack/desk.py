"""A desk that notes what it is asked, and answers what a test says."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.ask.commands import Command, Invocation, OptionKind, Reply
from bot.ask.desk import COMMANDS
from bot.model.message import Choice, Message
from bot.model.subscription import ChatName, Destination


@dataclass
class NotingDesk:
    """`asked` and `heard` are what came. `error` is raised, and `gate` waited for, before an answer."""

    commands: tuple[Command, ...] = COMMANDS
    public: bool = False
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

    async def complete(self, kind: OptionKind, typed: str, invocation: Invocation) -> Sequence[Choice]:
        """Slack completes nothing."""
        raise NotImplementedError

    async def left(self, chat: ChatName, space: str) -> None:
        """Noted."""
        self.heard.append(f"left {chat}:{space}")
        if self.error:
            raise self.error

    async def closed(self, destination: Destination) -> None:
        """Noted."""
        self.heard.append(f"closed {destination}")

    async def reopened(self, destination: Destination) -> None:
        """Noted."""
        self.heard.append(f"reopened {destination}")
