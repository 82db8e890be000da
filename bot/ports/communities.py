"""What communities want, and where they have let us in."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence, Set
from contextlib import AbstractAsyncContextManager
from typing import NamedTuple, Protocol

from bot.model.install import Install
from bot.model.subscription import ChatName, Destination, Subscription


class Amended(NamedTuple):
    """What was there, and what is now in its place."""

    before: Subscription | None
    after: Subscription | None


Amendment = Callable[[Subscription | None], Subscription | None]


class Subscriptions(Protocol):
    """What destinations want. A destination without watches is forgotten."""

    async def get(self, destination: Destination) -> Subscription | None:
        """Its subscription, if it has one."""
        ...

    async def put(self, subscription: Subscription) -> None:
        """Keep it in place of what was there."""
        ...

    async def amend(self, destination: Destination, change: Amendment) -> Amended:
        """Put what `change` makes of what is there, which may be nothing, in its place; nothing others put is lost.

        Where another came in between, `change` is asked again. What it raises is raised, with nothing changed. Of
        several who change the same at once, each is given the work of the one before as `before`.
        """
        ...

    async def drop(self, destination: Destination) -> None:
        """Forget it."""
        ...

    async def of_space(self, chat: ChatName, space: str) -> Sequence[Subscription]:
        """Those of a guild or workspace, in order of channel."""
        ...

    def watched(self, chat: ChatName, space: str) -> Mapping[str, Sequence[str]]:
        """The targets that each channel of a guild or workspace watches, from memory, without waiting.

        Empty until the chat was recalled. What was written through this store since, also by `Spaces`, is in it; what
        others write comes with the next `recall`.
        """
        ...

    async def recall(self, chat: ChatName) -> None:
        """Bring what `watched` gives up to date; where that fails, it stays as it was."""
        ...

    async def blocked(self) -> Sequence[Subscription]:
        """Those to which a permission is missing."""
        ...

    def wanting(self, targets: Set[str]) -> AsyncIterator[Sequence[Subscription]]:
        """Batches of those with a line for one of `targets`, each destination once.

        One that is put or dropped meanwhile comes once or not at all.
        """
        ...


class Spaces(Protocol):
    """The guilds and workspaces that Clausebell is in, and what is kept of those it was in."""

    async def join(self, chat: ChatName, space: str, *, welcome: bool = False) -> Sequence[Subscription] | None:
        """Note that we are in it: None where that was known; else the subscriptions of an earlier stay, now restored.

        Empty where there was none, or it ended longer ago than was to be kept. In the same step it is noted that a
        `welcome` is owed, until `welcomed` or `leave`.
        """
        ...

    async def unwelcomed(self, chat: ChatName) -> frozenset[str]:
        """Those to which a welcome is owed."""
        ...

    async def welcomed(self, chat: ChatName, space: str) -> None:
        """The welcome is out."""
        ...

    async def leave(self, chat: ChatName, space: str, *, keep: float) -> None:
        """We are no longer in it: its subscriptions end at once, with what was held or scheduled for them.

        They are kept aside for `keep` seconds, and then erased by the store itself; with 0, nothing is kept, not even
        what an earlier `leave` kept.
        """
        ...

    async def known(self, chat: ChatName) -> frozenset[str]:
        """Those that we are in."""
        ...

    async def reserve(self, chat: ChatName, space: str, *, on: bool) -> None:
        """Note that only those who manage it choose for its channels, or that others do too; `leave` forgets it."""
        ...

    async def reserved(self, chat: ChatName, space: str) -> bool:
        """Whether only those who manage it choose for its channels."""
        ...


class Installs(Protocol):
    """Where the app is installed by OAuth, and the tokens it has there, which are encrypted at rest.

    A workspace is served by its own installation, else by that of its organisation.
    """

    async def put(self, install: Install) -> None:
        """Keep it in place of what was there."""
        ...

    async def find(self, team: str, enterprise: str = "") -> Install | None:
        """What serves this workspace ("" for the organisation itself).

        Without an `enterprise`, the organisation is the one that `belongs` noted.
        """
        ...

    async def belongs(self, team: str, enterprise: str) -> None:
        """Note that this workspace is one of the organisation's."""
        ...

    async def renew(self, before: Install, after: Install) -> bool:
        """Put `after` in place of `before`; False, with nothing changed, where something else is there, or nothing."""
        ...

    def alone(self, install: str) -> AbstractAsyncContextManager[bool]:
        """True inside for one at a time, over all processes, False for who comes meanwhile: nobody waits.

        Ends by itself a minute after a process died over it.
        """
        ...

    async def forget(self, install: str) -> frozenset[str]:
        """Erase an installation and all that was noted of it, by its id; gives the workspaces that it served.

        For a workspace that is itself, also where it has no installation of its own; for an organisation, those that
        `belongs` noted and that have none of their own.
        """
        ...


class Once(Protocol):
    """What may happen once, over all processes."""

    async def first(self, name: str, seconds: float) -> bool:
        """True the first time that this is said, False for so many seconds after that."""
        ...

    async def keep(self, name: str, seconds: float) -> None:
        """Let `take` have it, once, within so many seconds."""
        ...

    async def take(self, name: str) -> bool:
        """True where it was kept and has not been taken."""
        ...
