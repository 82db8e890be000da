"""A desk on a real Redis, and someone in front of it."""

from dataclasses import dataclass, field

import pytest

from bot.app import desk_on
from bot.ask.commands import Invocation, Reply
from bot.ask.presses import write
from bot.model.message import Action, Message, Pick
from bot.model.subscription import ChatName, Destination, Subscription
from bot.store.store import Store
from bot.wording.language import Languages
from tests.fakes.tunegarden import CATALOGUE
from tests.fakes.world import Chat, HandClock

HERE = Destination(ChatName.DISCORD, "guild", "general")
ADMIN = Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True, manager=True)


@dataclass
class Counter:
    """A desk, and someone in front of it."""

    store: Store
    languages: Languages
    clock: HandClock
    chat: Chat = field(default_factory=Chat)

    def __post_init__(self) -> None:
        posters = {ChatName.DISCORD: self.chat, ChatName.SLACK: self.chat}
        self.desk = desk_on(self.store, CATALOGUE, posters, self.languages, self.clock)

    async def reply(self, verb: str, who: Invocation) -> Reply:
        """The answer to whoever asks."""
        return await self.desk.answer(next(c for c in self.desk.commands if c.verb == verb), who)

    async def ask(self, verb: str, *, chat: ChatName = ChatName.DISCORD, **options: str) -> Message:
        """The answer to an admin."""
        return (
            await self.reply(
                verb, Invocation(chat, "guild", "general", "ada", admin=True, manager=True, options=options)
            )
        ).message

    async def say(self, verb: str, *, chat: ChatName = ChatName.DISCORD, **options: str) -> str:
        """Everything in the answer to an admin, as text."""
        return str(await self.ask(verb, chat=chat, **options))

    async def hear(self, verb: str, who: Invocation) -> str:
        """Everything in the answer to whoever asks, as text."""
        return str((await self.reply(verb, who)).message)

    async def found(self, words: str) -> Message:
        """What comes of looking for words in Tunegarden's texts."""
        return await self.ask("find", platform="tune garden", words=words)

    async def chosen(self, destination: Destination = HERE) -> Subscription | None:
        """What the channel is subscribed to."""
        return await self.store.subscriptions.get(destination)

    async def kept(self) -> Subscription:
        """The same, of a channel that has something."""
        found = await self.chosen()
        assert found is not None
        return found

    async def choose(self, card: Message, label: str, *values: str) -> Message:
        """The card after this was taken in a menu."""
        reply = await self.desk.press(write(menu(card, label), self.desk.commands), values, ADMIN)
        assert reply.instead
        return reply.message


def button(message: Message, label: str) -> Action:
    """The button with this label."""
    return next(action for action in message.actions if action.label == label)


def menu(message: Message, label: str) -> Pick:
    """The menu with this label."""
    return next(pick for pick in message.picks if pick.label.startswith(label))


@pytest.fixture
def counter(store: Store, languages: Languages, clock: HandClock) -> Counter:
    """A desk on the test's store."""
    return Counter(store, languages, clock)
