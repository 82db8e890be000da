"""Every error that Clausebell raises on purpose.

ClausebellError
├── ConfigurationError      settings, catalogue or topics hold mistakes (all of them, each with place and remedy)
├── StoreError
│   ├── StoreUnavailable    no server, or it went away                        (passes)
│   ├── StoreMismatch       the data were written by a newer program
│   └── LeaseLost           another worker holds what we were working on
├── SourceError             a page or feed could not be read; `permanent` says whether trying again can help
├── DeliveryError           a chat did not take a message
│   ├── Later               not now, try again in some seconds                (passes)
│   ├── Blocked             a permission is missing: keep, and wait until it is back
│   ├── Gone                the channel or the installation no longer exists
│   └── Refused             the chat found the message malformed: our mistake
└── AskError                a person's question or order cannot be carried out; wording finds the sentence
    ├── UnknownPlatform     no such platform, with those that come near
    ├── NotAllowed          the person may not do that
    └── BadOption           an option's value is not one of those we take

`permanent` is true where trying the same again cannot help.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class ClausebellError(Exception):
    """Base of the tree: what happened, and what to do about it.

    `str()` gives both, so that a log line or a terminal never shows one without the other.
    """

    permanent = True

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".rstrip()


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake in a configuration: where it stands, what is wrong there, what to write instead."""

    place: str
    problem: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}" + (f" → {self.remedy}" if self.remedy else "")


class ConfigurationError(ClausebellError):
    """Settings, catalogue or topics hold mistakes; `mistakes` has all of them, in the order of the files."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        count = "1 mistake" if len(self.mistakes) == 1 else f"{len(self.mistakes)} mistakes"
        super().__init__(f"{count} in the configuration:\n" + "\n".join(f"  {m}" for m in self.mistakes))


class StoreError(ClausebellError):
    """Redis cannot serve us."""


class StoreUnavailable(StoreError):
    """No server was found, or it stopped answering."""

    permanent = False


class StoreMismatch(StoreError):
    """The stored layout is newer than this program."""


class LeaseLost(StoreError):
    """Another worker took over what this one was working on; its result stands, ours is dropped."""


class SourceError(ClausebellError):
    """A page, record or feed could not be read.

    `reason` is a short stable word for people and metrics (`timeout`, `status 403`, `too large`, …);
    `retry_after` the seconds that the server asked us to wait, if it did.
    """

    def __init__(
        self, reason: str, message: str, *, permanent: bool = False, retry_after: float | None = None, remedy: str = ""
    ) -> None:
        super().__init__(message, remedy=remedy)
        self.reason = reason
        self.permanent = permanent
        self.retry_after = retry_after


class DeliveryError(ClausebellError):
    """A chat did not take a message."""


class Later(DeliveryError):
    """The chat asks us to wait, or is unwell: the delivery is tried again after `seconds`."""

    permanent = False

    def __init__(self, message: str, *, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class Lack(NamedTuple):
    """What keeps messages from being posted somewhere: a stable word, for which there is wording, and a name in it."""

    what: str
    name: str = ""


class Blocked(DeliveryError):
    """Something is missing, as `lacks` says; the delivery waits, and an admin is told once."""

    def __init__(self, message: str, *, lacks: Sequence[Lack], remedy: str = "") -> None:
        super().__init__(message, remedy=remedy)
        self.lacks = tuple(lacks)


class Gone(DeliveryError):
    """The channel or the installation no longer exists; nothing more is sent there.

    `left`: we are not in the server any more, which ends all that it has by itself.
    """

    def __init__(self, message: str, *, left: bool = False) -> None:
        super().__init__(message)
        self.left = left


class Refused(DeliveryError):
    """The chat found the message malformed; the delivery becomes a dead letter for the operator."""


class AskError(ClausebellError):
    """A person's question or order cannot be carried out."""


class UnknownPlatform(AskError):
    """No platform goes by the name `typed`; `near` holds ids of those that come close, best first."""

    def __init__(self, typed: str, near: Sequence[str] = ()) -> None:
        remedy = f"Did you mean {', '.join(near)}?" if near else "`clausebell catalogue list` shows those there are."
        super().__init__(f"There is no platform named {typed!r}.", remedy=remedy)
        self.typed = typed
        self.near = tuple(near)


class UnknownChange(AskError):
    """No change goes by this id, or its platform is no longer in the catalogue."""

    def __init__(self, change: str) -> None:
        super().__init__(f"There is no change {change!r}.")


class StalePress(AskError):
    """A button or menu that another edition of the program made."""

    def __init__(self) -> None:
        super().__init__("Another edition of the program made this.")


class NotAllowed(AskError):
    """The person lacks the right to do this; `needs` names it in the chat's own words."""

    def __init__(self, needs: str) -> None:
        super().__init__(f"needs {needs}")
        self.needs = needs


class BadOption(AskError):
    """The value of `option` is not one of those that are taken; `choices` holds these.

    An empty value is that of a platform which is missing.
    """

    def __init__(self, option: str, value: str, choices: Sequence[str] = ()) -> None:
        super().__init__(f"{value!r} is no {option}")
        self.option = option
        self.value = value
        self.choices = tuple(choices)
