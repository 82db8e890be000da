"""What guilds and workspaces watch, kept in memory for what is offered while someone types.

It holds what Redis did when it was last read whole (`recall`), and what this process wrote since. A channel with three
lines takes 0.4 kB.
"""

from collections.abc import Iterable, Mapping, Sequence
from sys import intern

from bot.model.subscription import ChatName, Destination, Subscription

Lines = tuple[str, ...]


class Watched:
    """The targets of every channel that watches something, in the chats that were filled. Nothing here waits."""

    def __init__(self) -> None:
        self._chats: dict[ChatName, dict[str, dict[str, Lines]]] = {}
        self._written: dict[Destination, Lines] = {}

    def of(self, chat: ChatName, space: str) -> Mapping[str, Sequence[str]]:
        """Those of a guild or workspace, by channel."""
        return self._chats.get(chat, {}).get(space, {})

    def begin(self, chat: ChatName) -> None:
        """A chat is about to be read: what is noted from now on is newer than what comes of that."""
        self._chats.setdefault(chat, {})
        self._written = {to: lines for to, lines in self._written.items() if to.chat != chat}

    def fill(self, chat: ChatName, found: Iterable[Subscription]) -> None:
        """A chat was read: these are all, but for what was noted since `begin`."""
        written = {to: lines for to, lines in self._written.items() if to.chat == chat}
        self._chats[chat] = {}
        for to, lines in ({s.destination: _lines(s) for s in found} | written).items():
            self._put(to, lines)

    def note(self, destination: Destination, subscription: Subscription | None) -> None:
        """A channel chose anew."""
        if destination.chat in self._chats:
            self._written[destination] = _lines(subscription)
            self._put(destination, self._written[destination])

    def forget(self, chat: ChatName, space: str) -> None:
        """A guild or workspace was left."""
        for channel in list(self.of(chat, space)):
            self.note(Destination(chat, space, channel), None)

    def _put(self, to: Destination, lines: Lines) -> None:
        """Keep what a channel watches; a channel or a space that watches nothing takes no room."""
        channels = self._chats[to.chat].setdefault(to.space, {})
        channels[to.channel] = lines
        if not lines:
            del channels[to.channel]
        if not channels:
            del self._chats[to.chat][to.space]


def _lines(subscription: Subscription | None) -> Lines:
    return tuple(intern(watch.target) for watch in subscription.watches) if subscription else ()
