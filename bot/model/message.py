"""What is said to people, before a chat draws it.

All strings are plain text: nothing in them is mark-up, and a renderer escapes every one of them, once. A renderer
draws the parts in their order, keeps the limits of its chat, and where it must shorten says so and links to the rest.
"""

from dataclasses import dataclass
from typing import Literal

from bot.model.change import Span
from bot.model.topic import Severity

Tone = Literal["change", "news", "answer", "done", "error"]


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
    """Labelled values that belong together."""

    items: tuple[Fact, ...]


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
class Message:
    """One thing to say.

    `headline` is one plain sentence that stands alone (a notification shows only that). `footer` is small print:
    source and day of reading. `title` names what it is about ("SoundCloud · Terms of Service").
    """

    headline: str
    title: str = ""
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    footer: str = ""
    tone: Tone = "answer"
    severity: Severity = Severity.NONE
