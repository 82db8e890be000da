"""Who wants to hear what."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, NamedTuple, Self

from bot.errors import Lack
from bot.model.topic import Severity, Topic

Cadence = Literal["at_once", "daily", "weekly"]

EVERYTHING = "all"
HERE = "here"
"""Calls everyone of a channel who is there at the time."""
WINDOW = 24
"""Hours within which further changes of a document join the first one's card, where a channel chose nothing else."""
TEXT = 200
"""Characters of a community's own line above its messages."""
CATEGORY = "category:"


class ChatName(StrEnum):
    """The chats that Clausebell speaks in."""

    CONSOLE = "console"
    DISCORD = "discord"
    SLACK = "slack"


MOVABLE = frozenset({ChatName.DISCORD})
"""Chats in which an admin of the whole space can let another channel go on where one was deleted."""


class Destination(NamedTuple):
    """Where messages go: `space` is a Discord guild or Slack workspace, `channel` a channel or thread in it.

    A person is `@` and their id in place of a channel; on Discord they are the same person in every guild.
    """

    chat: ChatName
    space: str
    channel: str

    def __str__(self) -> str:
        return f"{self.chat}:{self.space}:{self.channel}"

    @property
    def person(self) -> str:
        """The person's id; empty where it is a channel."""
        return self.channel[1:] if self.channel.startswith("@") else ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str()` gave; raises `ValueError` where it is not of that form."""
        chat, space, channel = text.split(":", 2)
        return cls(ChatName(chat), space, channel)


class Manner(NamedTuple):
    """How a message is posted, beside what it says.

    `mention`: id of a role or group. `threads`, `publish`, `picture` and `text` as in a subscription. `follows`: the
    message that it belongs to, which it answers. `call`: who is called as well where the message is critical, in Slack:
    `here`, or the id of a user group.
    """

    mention: str | None = None
    threads: bool = False
    publish: bool = False
    picture: bool = False
    follows: str | None = None
    text: str = ""
    call: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """One line of a subscription. `target`: a platform's id, `all`, or `category:music`. No topics means all.

    `mention` is the id of a role of its own, in place of the subscription's.
    """

    target: str
    topics: frozenset[Topic] = frozenset()
    severity: Severity = Severity.MINOR
    mention: str | None = None

    def wants(self, topics: Set[Topic], severity: Severity) -> bool:
        """Whether something of these topics and this weight is wanted; news has no severity of its own (`major`)."""
        return severity >= self.severity and (not self.topics or bool(self.topics & topics))

    def without(self, topics: Set[Topic]) -> Self | None:
        """The line with the topics that are left; None where none are, or none of `topics` is given."""
        left = (self.topics or frozenset(Topic)) - topics if topics else frozenset()
        return replace(self, topics=left) if left else None


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a destination wants. `mention` is the id of the role that an admin chose; `by` who set it up.

    `call` is who is called, in Slack, when something is critical, as an admin of the workspace chose (`Manner.call`).

    `news`: it hears of news reports beside the changes of documents.

    `threads` opens a place to talk under each message or, in Slack, is where details and what follows stand: also
    further changes of the same document within `window` hours (0: none). `publish` shows messages of an announcement
    channel to the channels that follow it, `picture` adds an image of a rewording where that shows it best, `text` is a
    line of the community's own above each message.

    `blocked` says that something is missing, while it is, and `lacks` what; the configuration is kept. `notice` is the
    id of the delivery that tells whoever set it up, or told them, where nothing was posted since. `closed` is the name
    of the channel once that was deleted: nothing is told there, and what it watched is kept until another is chosen.
    """

    destination: Destination
    watches: tuple[Watch, ...] = ()
    cadence: Cadence = "at_once"
    mention: str | None = None
    call: str = ""
    paused: bool = False
    threads: bool = False
    window: int = WINDOW
    publish: bool = True
    picture: bool = True
    text: str = ""
    news: bool = True
    blocked: str | None = None
    lacks: tuple[Lack, ...] = ()
    notice: str = ""
    closed: str = ""
    by: str = ""
    locale: str = "en"

    @classmethod
    def begin(cls, destination: Destination, *, by: str = "", locale: str = "en") -> Self:
        """What a channel begins with, before anything is watched: in Slack, threads hold what is long."""
        return cls(destination, threads=destination.chat is ChatName.SLACK, by=by, locale=locale)

    @property
    def threaded(self) -> bool:
        """Whether details and repeats go into the thread of a message; a thread on Discord is a place to talk."""
        return self.threads and self.destination.chat is ChatName.SLACK

    @property
    def manner(self) -> Manner:
        """How its messages are posted."""
        return Manner(self.mention, self.threads, self.publish, self.picture, text=self.text, call=self.call)

    @property
    def setter(self) -> Destination:
        """The person who set it up."""
        return Destination(self.destination.chat, self.destination.space, f"@{self.by}")

    def wants(self, targets: Set[str], topics: Set[Topic], severity: Severity, *, news: bool = False) -> bool:
        """Whether one of the lines that name one of `targets` wants it; `news`: it is a report, not a change."""
        rests = self.paused or self.closed or (news and not self.news)
        return not rests and any(self._wanting(targets, topics, severity))

    def called(self, targets: Set[str], topics: Set[Topic], severity: Severity) -> str | None:
        """The role that is called for it: that of a line that wants it, else the one for the whole channel."""
        own = (watch.mention for watch in self._wanting(targets, topics, severity) if watch.mention)
        return next(own, self.mention)

    def _wanting(self, targets: Set[str], topics: Set[Topic], severity: Severity) -> Iterator[Watch]:
        return (w for w in self.watches if w.target in targets and w.wants(topics, severity))

    def with_watch(self, watch: Watch) -> Self:
        """The same with `watch` in place of an earlier line for its target; lines stand in order of target."""
        others = [w for w in self.watches if w.target != watch.target]
        return replace(self, watches=tuple(sorted([*others, watch], key=lambda w: w.target)))

    def without(self, target: str, topics: Set[Topic] = frozenset()) -> Self:
        """The same without the line for `target`; of `topics` alone where some are given and others are left."""
        lines = (watch.without(topics) if watch.target == target else watch for watch in self.watches)
        return replace(self, watches=tuple(filter(None, lines)))


def targets(platforms: Iterable[str], categories: Iterable[str]) -> frozenset[str]:
    """Every target under which something about these platforms, of these categories, is wanted."""
    return frozenset({EVERYTHING, *platforms, *(CATEGORY + category for category in categories)})
