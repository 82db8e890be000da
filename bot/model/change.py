"""A version step worth telling, and what it is made of."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.model.topic import Direction, Severity, Topic
from bot.model.version import Clause, DocumentKey, fold

EditKind = Literal["added", "removed", "reworded", "moved"]
Side = Literal["before", "after"]
Mark = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that both sides share, or that one of them gained or lost."""

    text: str
    mark: Mark = "same"


@dataclass(frozen=True, slots=True)
class Edit:
    """One clause added (`before` is None), removed (`after` is None), reworded or moved between two versions."""

    kind: EditKind
    before: Clause | None
    after: Clause | None

    @property
    def texts(self) -> tuple[str, str]:
        """Folded texts before and after; empty where there is none."""
        return (fold(self.before.text) if self.before else "", fold(self.after.text) if self.after else "")


@dataclass(frozen=True, slots=True)
class Finding:
    """A topic found in the edits, with the words that show it.

    `quote` stands verbatim in the version named by `side`. Where a sentence was reworded, `was` is its earlier
    wording, verbatim from the version before. `exceptions` are verbatim stretches that name for whom or when it does
    not hold. `why` says which rule found it, for `--explain`. `back`: its going was told before.
    """

    topic: Topic
    quote: str
    side: Side = "after"
    direction: Direction | None = None
    was: str | None = None
    exceptions: tuple[str, ...] = ()
    why: str = ""
    back: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """What `read.assess` concludes of the edits between two versions.

    `verdict`: `announce`, or `quiet` (nothing that a reader needs to hear). `reason` says why in a few words.
    `findings` stand most telling first. `edits` are those that count, noise dropped. `effective` is the date from
    which the text holds where it states one for this step. `dated` is the revision date that the page gives itself;
    `silent`: it gives one, and did not change it.
    """

    verdict: Literal["announce", "quiet"]
    reason: str
    severity: Severity = Severity.NONE
    findings: tuple[Finding, ...] = ()
    edits: tuple[Edit, ...] = ()
    effective: date | None = None
    dated: date | None = None
    silent: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A version step that is told to people.

    `id` is derived from the content, so that the same edits in sibling documents, or found by two workers, are one
    change. `reverts` holds the id of the change that this one takes back. `silent`: the text changed while the date
    that the page gives itself did not. `archive` is the address of the record that an archive keeps of the document, ""
    where none is known; `archived`: the text was read from that record, not from the page.
    """

    id: str
    document: DocumentKey
    document_type: str
    url: str
    observed_at: datetime
    severity: Severity
    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    effective: date | None = None
    dated: date | None = None
    silent: bool = False
    reverts: str | None = None
    before_fingerprint: str = ""
    after_fingerprint: str = ""
    archive: str = ""
    archived: bool = False

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics of the findings, most telling first, each once."""
        return tuple(dict.fromkeys(finding.topic for finding in self.findings))


def change_id(platform: str, edits: Iterable[Edit], *, reverts: str | None = None) -> str:
    """Sixteen hex digits that depend on the platform and on what was edited, not on when, where or in what order."""
    digest = hashlib.blake2b(digest_size=8)
    digest.update(f"{platform}\n{reverts or ''}\n".encode())
    for before, after in sorted({edit.texts for edit in edits}):
        digest.update(f"-{before}\n+{after}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
