"""One change or story for one destination."""

import hashlib
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self

from bot.model.subscription import Destination

SubjectKind = Literal[
    "change",
    "story",
    "digest",
    "rest",
    "reminder",
    "detail",
    "amendment",
    "statement",
    "publication",
    "closed",
    "blocked",
]


class Subject(NamedTuple):
    """What is told: a change or a story, by its id; a digest, by its day; what belongs to a change, by that one's id.

    That is a reminder of it, its passages in full (`detail`), and the `amendment` of the message that it follows; or a
    `statement` of the company since, by the day of that as well, which is noted in the change's own message. The
    `publication` of a message, by its id in the chat, shows it to those who follow its channel. What
    came beyond what is told one by one is a digest too (`rest`), by the delivery that began it. Or what keeps the
    destination from hearing anything, told to who set it up: that it was deleted (`closed`), by the moment and its
    name, or that something is missing there (`blocked`), by what met that.
    """

    kind: SubjectKind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def said(cls, change: str, day: str) -> Self:
        """That the company spoke since a change, last on this day."""
        return cls("statement", f"{change} {day}")

    @property
    def change(self) -> str:
        """The change whose message an amendment or a statement is about."""
        return self.id.partition(" ")[0]

    @classmethod
    def closed(cls, name: str, moment: str) -> Self:
        """That a channel of this name was deleted; one that comes back may be deleted again."""
        return cls("closed", f"{moment} {name}")

    @property
    def name(self) -> str:
        """The name of the channel that was deleted."""
        return self.id.partition(" ")[2] or self.id


@dataclass(frozen=True, slots=True)
class Delivery:
    """One subject for one destination. `attempt` counts how often the chat said no (not how often we died).

    `locale`: the language of a person, who has no subscription that names it.
    """

    subject: Subject
    destination: Destination
    attempt: int = 0
    locale: str = "en"

    @property
    def id(self) -> str:
        """Twenty-four hex digits: the same for the same subject and destination, whoever works it out.

        Fits a Discord nonce, which takes 25 characters.
        """
        return hashlib.blake2b(f"{self.subject}\n{self.destination}".encode(), digest_size=12).hexdigest()
