"""Two files as two versions of one document: what would be told, without a store."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from bot.errors import ConfigurationError, Mistake
from bot.model.change import Assessment
from bot.model.topic import Severity
from bot.model.version import Snapshot, Version
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.editions import editions
from bot.read.guard import doubt
from bot.read.topics import Rules
from bot.rows import finding_row, read_rows
from bot.watch.page import read_page

_MEDIA = {
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".txt": "text/plain",
    ".pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files, and what is known of the document that they are versions of."""

    id: str
    before: Path
    after: Path
    platform: str = ""
    document: str = ""
    observed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What would be told of a pair. `reason` says why, in a few words."""

    pair: Pair
    verdict: Literal["announce", "quiet", "suspect"]
    reason: str
    assessment: Assessment

    def row(self) -> dict[str, Any]:
        """The verdict as a JSON row, as `eval/score.py` reads it."""
        told = self.verdict == "announce"
        effective = self.assessment.effective
        return {
            "id": self.pair.id,
            "verdict": self.verdict,
            "severity": str(self.assessment.severity if told else Severity.NONE),
            "findings": [finding_row(finding) for finding in self.assessment.findings] if told else [],
            "effective_date": effective.isoformat() if told and effective else None,
            "reason": self.reason,
        }


def read_pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a JSONL file. Raises `ConfigurationError` naming the line that is wrong."""
    return read_rows(path, _pair, "id, before and after")


def _pair(_: int, data: dict[str, Any]) -> Pair:
    observed = data.get("observed_at")
    return Pair(
        str(data["id"]),
        Path(data["before"]),
        Path(data["after"]),
        str(data.get("platform") or ""),
        str(data.get("document") or ""),
        datetime.fromisoformat(observed) if observed else None,
    )


def judge(pair: Pair, rules: Rules) -> Verdict:
    """Read both files, and say what would be told. Raises `ConfigurationError`, `SourceError`."""
    before, after = editions(read_version(pair.before), read_version(pair.after))
    if before.fingerprint == after.fingerprint:
        return Verdict(pair, "quiet", "the same text", Assessment("quiet", "the same text"))
    if doubted := doubt(before, after, document_type=pair.document):
        return Verdict(pair, "suspect", doubted.reason, Assessment("quiet", doubted.reason))
    context = Context(pair.platform, (), pair.document, pair.observed_at or datetime.now(UTC))
    assessment = assess(compare(before, after), before, after, context, rules)
    return Verdict(pair, assessment.verdict, assessment.reason, assessment)


def read_version(path: Path) -> Version:
    """The version in a file, by its ending. Raises `ConfigurationError` where there is none, or of another kind."""
    media = _MEDIA.get(path.suffix.casefold())
    if media is None:
        raise ConfigurationError(
            [Mistake(str(path), "cannot be read as a document", "a .md, .html, .txt or .pdf file")]
        )
    try:
        body = path.read_bytes()
    except OSError as error:
        problem = error.strerror or "cannot be read"
        raise ConfigurationError([Mistake(str(path), problem, "name a .md, .html, .txt or .pdf file")]) from error
    return read_page(Snapshot(path.as_uri() if path.is_absolute() else str(path), datetime.now(UTC), body, media))


def describe(verdict: Verdict) -> str:
    """The verdict for people: what would be told, with its quotes, or why nothing would be."""
    found = verdict.assessment
    if verdict.verdict != "announce":
        return f"{verdict.verdict}: {verdict.reason}"
    lines = [f"announce, {found.severity}: {verdict.reason}"]
    if found.effective:
        lines.append(f"in force from {found.effective.isoformat()}")
    for finding in found.findings:
        direction = f" ({finding.direction})" if finding.direction else ""
        lines.append(f"\n{finding.topic}{direction}")
        lines += [f"  - “{finding.was}”"] * bool(finding.was)
        lines.append(f"  {'+' if finding.side == 'after' else '-'} “{finding.quote}”")
        lines += [f"  except: “{exception}”" for exception in finding.exceptions]
    return "\n".join(lines)
