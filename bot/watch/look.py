"""What one look at a document can find, and how a step is told from a flicker: values and pure functions.

first      nothing was known; the text is adopted, nothing is told
unchanged  the same text, or a flicker that went back
quiet      another text, with nothing in it that a reader needs to hear; adopted
pending    something to tell; held until a second look shows the same edits (`confirm_after`)
changed    the second look showed them; adopted, recorded and told
suspect    perhaps not the document at all; held, and adopted only when it stays (`hold`)
reverted   back at an earlier text after a step that was told; told as a follow-up
failed     no source could be read
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Literal

from bot.model.change import Assessment, Change, Edit
from bot.model.platform import Document, Platform, Source
from bot.model.schedule import Pace
from bot.model.version import DocumentKey, Snapshot, Version
from bot.ports import Claim, DocumentState
from bot.read.editions import apart
from bot.read.sentences import digest, split
from bot.watch.page import Page

Outcome = Literal["first", "unchanged", "quiet", "pending", "changed", "suspect", "reverted", "failed"]

RECENT = 12
"""Different texts remembered for reverts and flapping."""
_ADOPTIONS = 48  # adoptions of them that are remembered, about 55 bytes each
ASTRAY = "a selector does not match; the main content is read in its place"
"""What is said of a page on which a declared part is missing, or holds next to nothing."""
_NEARER = 4  # times that a text must be more like an earlier one than like the last
DISTRUST = 0.05
"""Share of looks that send no validators: a cache that answers "not modified" for ever would hide every change."""
FLAPS = 3
"""Adoptions of one text within the remembered ones from which on a document is flapping."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When to come back, in seconds."""

    pace: Pace
    confirm_after: float
    recheck: float
    hold: float


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found. `assessment` is there where texts were compared.

    The document is due again in `due_in` seconds; `open` says that the matter is not settled before that look. `error`
    says what went wrong or needs a person's eye. `flapping`: the document goes back and forth between texts.
    """

    key: DocumentKey
    outcome: Outcome
    due_in: float = 0.0
    open: bool = False
    change: Change | None = None
    assessment: Assessment | None = None
    error: str = ""
    flapping: bool = False

    def row(self, ms: float) -> dict[str, object]:
        """What it found, as a JSON row; `ms`: the milliseconds that it took."""
        row: dict[str, object] = {"platform": self.key.platform, "document": self.key.document, "outcome": self.outcome}
        row |= {"change_id": self.change.id if self.change else None, "error": self.error or None, "ms": round(ms, 1)}
        return row | ({"flapping": True} if self.flapping else {})


@dataclass(frozen=True, slots=True)
class Case:
    """All that one look has to go by: the document, what is known of it, and what a source gave.

    `missing`: a declared part is not on the page. `archive`: address of the record that an archive keeps, if one does.
    """

    claim: Claim
    platform: Platform
    document: Document
    state: DocumentState
    snapshot: Snapshot
    source: Source
    now: datetime
    archive: str = ""
    sketch: str = ""
    missing: bool = False

    @property
    def key(self) -> DocumentKey:
        """Names the document."""
        return DocumentKey(self.platform.id, self.document.id)

    def page(self, snapshot: Snapshot, *, plainly: bool = False) -> Page:
        """A snapshot of this source as a page; `plainly`: without the selectors that are declared."""
        declared = self.source.page or self.source.browser
        if declared is None or plainly:
            return Page(snapshot)
        return Page(snapshot, select=declared.select, remove=declared.remove)

    def read(self) -> tuple["Case", Version | None]:
        """The text, None where it is for certain the one that was read last; and the case with its sketch."""
        if self.snapshot.body is None or self.snapshot.digest == self.state.body:
            return self, None
        page = self.page(self.snapshot)
        case = replace(self, sketch=page.sketch, missing=page.missing)
        return case, None if case.sketch == self.state.sketch else page.read()

    def digests(self, texts: Iterable[str]) -> frozenset[bytes]:
        """Digests of the sentences in these texts, as the platform's memory keeps them."""
        return frozenset(digest(sentence) for text in texts for sentence in split(text, self.document.language))

    def waited(self) -> float:
        """Seconds since the held text was first seen."""
        return (self.now - self.state.candidate.since).total_seconds() if self.state.candidate else 0.0


def shared(edits: Sequence[Edit], others: Sequence[Edit]) -> tuple[Edit, ...]:
    """Those edits that both looks show."""
    seen = {(edit.kind, edit.texts) for edit in others}
    return tuple(edit for edit in edits if (edit.kind, edit.texts) in seen)


def told_since(recent: Sequence[tuple[str, str]], fingerprint: str) -> str | None:
    """None where this text is new. Else the id of the latest change told since it last stood; "" where none was."""
    told = ""
    for earlier, change in recent:
        if earlier == fingerprint:
            return told
        told = told or change
    return None


def returned_to(
    old: Version, new: Version, recent: Sequence[tuple[str, str]], kept: Mapping[str, Version]
) -> Version | None:
    """The earlier text to compare with, where a document went back to one, wholly or nearly: to another edition of it.

    `kept` are earlier texts by fingerprint. None where there is no such text, and where something was told since it
    stood, unless the document went back to it before: the first return is told as it is.
    """
    gap = apart(old, new)
    near = {key: text for key, text in kept.items() if _NEARER * apart(text, new) <= gap}
    stood = [fingerprint in near for fingerprint, _ in recent]
    if not any(stood):
        return None
    latest = recent[stood.index(True)][0]
    stays = sum(here and not later for later, here in pairwise([False, *stood]))
    return None if told_since(recent, latest) and stays < FLAPS - 1 else near[latest]


def remembered(recent: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The latest adoptions, newest first: those of the last `RECENT` different texts."""
    texts: dict[str, None] = {}
    for n, (fingerprint, _) in enumerate(recent[:_ADOPTIONS]):
        texts[fingerprint] = None
        if len(texts) > RECENT:
            return tuple(recent[:n])
    return tuple(recent[:_ADOPTIONS])


def flaps(recent: Sequence[tuple[str, str]]) -> bool:
    """Whether a document goes back and forth between texts, so that its returns to them are not told."""
    return bool(recent) and max(Counter(fingerprint for fingerprint, _ in recent).values()) >= FLAPS


def flapping(recent: Sequence[tuple[str, str]], fingerprint: str) -> bool:
    """Whether the document keeps coming back to this text: from then on nothing more is told of it."""
    return sum(earlier == fingerprint for earlier, _ in recent) >= FLAPS - 1
