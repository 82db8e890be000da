"""The table of commands, from which both chats, both help texts, and every button and menu are made."""

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bot.model.message import Message
from bot.model.subscription import ChatName, Destination

if TYPE_CHECKING:
    from bot.ask.desk import Desk

MOST_DAYS = 3650
"""Days that can be looked back."""

YES, NO = "yes", "no"

HELP = "help"
"""The command that is carried out without the desk, until its answer is shown to everyone."""

OptionKind = Literal[
    "platform",
    "watchable",
    "watched",
    "channel",
    "severity",
    "topics",
    "topic",
    "role",
    "days",
    "words",
    "cadence",
    "language",
    "switch",
    "text",
    "hidden",
]


@dataclass(frozen=True, slots=True)
class Option:
    """One value that a command takes.

    `kind` says what completes and checks it: `platform` (a platform's name), `watchable` (that, a category or `all`),
    `watched` (what this channel watches), `channel` and `role` (the chat's own pickers, ids), `severity`, `topics`
    (one or several, parted by spaces or commas), `topic` (one), `days` (a number), `words` and `text` (free text, to
    look for or to keep), `cadence`, `language` (one that we speak, by its tag), `switch` (`yes` or `no`). What is
    `hidden` comes from buttons and menus alone.
    """

    name: str
    kind: OptionKind
    required: bool = False


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command as a chat received it. `admin` is the chat's own judgement of the person's right, made just now.

    It is the right to choose for the channel that the command is about; a `manager` has it for the whole place.
    `space` and `channel` are empty in a direct message. `options` holds what was given, as plain strings: platform
    names as typed, ids of channels and roles. `locale` is the person's language, `local` that of the place. `aloud`:
    asked by a button that answers to everyone. `channels` are those in which the chat knows the person to be, by
    their ids with their names, where the answer goes by that.
    """

    chat: ChatName
    space: str
    channel: str
    user: str
    admin: bool = False
    manager: bool = False
    locale: str = "en"
    local: str = "en"
    options: Mapping[str, str] = field(default_factory=dict)
    aloud: bool = False
    channels: Mapping[str, str] = field(default_factory=dict)

    def destination(self) -> Destination:
        """The channel that the command is about: the one named by its `channel` option, else where it was typed."""
        return Destination(self.chat, self.space, self.options.get("channel") or self.channel)

    @property
    def role(self) -> str | None:
        """The role to mention; none for the one that everyone has, which on Discord has the id of its server."""
        role = self.options.get("role")
        return None if role == self.space else role


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer; seen only by the asker unless `public`. `instead`: it takes the place of what was pressed.

    `about` is the option that was at fault, where one was. `saved`: what a place has chosen is another now. `more`
    stands below the message, where the answer fills a page. `aside` is for the asker alone, beside a public answer.
    """

    message: Message
    public: bool = False
    instead: bool = False
    about: str = ""
    saved: bool = False
    more: tuple[Message, ...] = ()
    aside: Message | None = None


Handler = Callable[["Desk", Invocation], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Command:
    """One verb. `discord` and `slack` are how it is called there, the latter without `/clausebell`.

    Both are empty where only buttons, menus and forms give it. `who` may give it: `admin` is whoever may choose for the
    channel, `manager` for the whole place. `shared` are the chats in which whoever got the answer may show it to
    everyone. The one-line description is the wording `command-<verb>`, that of an option `option-<name>`.
    """

    verb: str
    discord: str
    slack: str
    who: Literal["anyone", "admin", "manager"]
    run: Handler
    options: tuple[Option, ...] = ()
    shared: Set[ChatName] = frozenset()

    @property
    def typed(self) -> tuple[Option, ...]:
        """The options that people give by typing."""
        return tuple(option for option in self.options if option.kind != "hidden")


def by_verb(commands: Sequence[Command]) -> Mapping[str, Command]:
    """The table by its verbs."""
    return {command.verb: command for command in commands}
