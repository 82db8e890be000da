"""What is said to people, before a chat draws it.

All strings are plain text: nothing in them is mark-up, and a renderer escapes every one of them, once. A renderer
draws the parts in their order, keeps the limits of its chat, and where it must shorten says so and links to the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple, Self

from bot.model.change import Span
from bot.model.topic import Severity

Tone = Literal["change", "news", "answer", "done", "error"]


class Moment(NamedTuple):
    """When something happened, and its day in UTC, `written` out in the language of the text that tells of it."""

    at: datetime
    written: str


class Dated(str):
    """A text that tells of moments. It can be said as it is; a chat that can shows readers the days of their own.

    A day that a document names is no moment: it is the same day wherever it is read, and stands in a text as text.
    """

    __slots__ = ("pieces",)
    pieces: tuple[str | Moment, ...]
    """The text in its order, in stretches and moments."""

    def __new__(cls, pieces: Sequence[str | Moment]) -> Self:
        """The text that these make up."""
        made = super().__new__(cls, "".join(p.written if isinstance(p, Moment) else p for p in pieces))
        made.pieces = tuple(pieces)
        return made


class Group(str):
    """A user group, as it is called where a chat does not show its name; one that does draws it by its `id`."""

    __slots__ = ("id",)
    id: str

    def __new__(cls, id: str, written: str) -> Self:  # noqa: A002 (what it is)
        """The group of this id, `written` where it cannot be shown."""
        made = super().__new__(cls, written)
        made.id = id
        return made


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of our own words; `strong` where it is the answer itself."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """A platform's own words, with what was gained and lost marked. `label` introduces it ("Added", "Was")."""

    spans: tuple[Span, ...]
    label: str = ""

    @property
    def text(self) -> str:
        """The quoted words without the marks: what stands now or, where nothing of it does, what stood."""
        now = "".join(span.text for span in self.spans if span.mark != "removed")
        return now or "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Fact:
    """A short labelled value: "In force from: 1 March 2024"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values that belong together; `colon` is what a language puts between label and value."""

    items: tuple[Fact, ...]
    colon: str = ": "


@dataclass(frozen=True, slots=True)
class Steps:
    """Things to do, in order, under a heading."""

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list without order, under a heading that may be empty.

    `channel` is the id of a channel that the heading speaks of; it stands before it as the chat links channels.
    """

    heading: str
    items: tuple[str, ...]
    channel: str = ""


Part = Paragraph | Quotation | Facts | Steps | Listing


@dataclass(frozen=True, slots=True)
class Link:
    """Where to read more. `url` is http(s), checked by whoever made the link."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Action:
    """A button: whoever presses it gives the command `verb` with these options, and their right to it is judged then.

    `aloud`: the answer is for everyone in the channel. `asks`: the option that the person is first asked to type.
    `primary`: the one that most people will want. `spoken`: what a screen reader says where the label says too little.
    """

    label: str
    verb: str
    options: Mapping[str, str] = field(default_factory=dict)
    aloud: bool = False
    asks: str = ""
    primary: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what people see, and what comes back when they take it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Pick:
    """A menu: whoever chooses gives the command `verb` with `options`, and with what they chose in `option`.

    `kind`: the chat's own picker of channels, roles or people, a list of `choices`, or a text to be typed, of which
    `hint` says what it takes. `chosen` are values; `least` and `most` how many may be taken. What can take several is
    given parted by commas.
    """

    label: str
    verb: str
    option: str
    kind: Literal["channel", "role", "person", "list", "text"] = "list"
    options: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    chosen: tuple[str, ...] = ()
    least: int = 0
    most: int = 1
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say.

    `headline` is one plain sentence that stands alone (a notification shows only that). `footer` is small print:
    source and day of reading. `title` names what it is about ("SoundCloud · Terms of Service"). `sharer` is the id of
    the person who let everyone see an answer that was theirs. `when` is the day that it tells of, written out. `brief`:
    quotations may be cut short, as they stand in full in an answer to it.
    """

    headline: str
    title: str = ""
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    footer: str = ""
    tone: Tone = "answer"
    severity: Severity = Severity.NONE
    picks: tuple[Pick, ...] = ()
    actions: tuple[Action, ...] = ()
    sharer: str = ""
    when: str = ""
    brief: bool = False
