"""Plays a recorded history through the real watcher, in the time in which it was recorded."""

from base64 import b64decode
from collections import Counter
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.app import rhythm
from bot.errors import SourceError
from bot.model.platform import Catalogue, Document, PageSource, Platform, Source, squeeze
from bot.model.topic import Severity
from bot.model.version import Snapshot
from bot.read.guard import spoken
from bot.read.topics import Rules
from bot.rows import finding_row, read_rows
from bot.settings import Settings
from bot.store.store import Store, open_store
from bot.watch.look import Look, Rhythm
from bot.watch.page import read_page
from bot.watch.watcher import Watcher

_TOLD = {"changed", "reverted"}
_HEARD = 5  # rows of a history by which its language is judged


@dataclass(frozen=True, slots=True)
class Row:
    """One recorded version of a document."""

    file: str
    index: int
    observed_at: datetime
    body: bytes
    media_type: str
    platform: str = ""
    document: str = ""

    def told(self, look: Look) -> dict[str, Any]:
        """What a look made of it, as a JSON row."""
        told = look.assessment if look.change else None
        return {
            "file": self.file,
            "index": self.index,
            "observed_at": self.observed_at.isoformat(),
            "outcome": look.outcome,
            "change_id": look.change.id if look.change else None,
            "severity": str(told.severity if told else Severity.NONE),
            "findings": [finding_row(finding) for finding in told.findings] if told else [],
            "flapping": look.flapping,
        }


class _Past:
    """The world of one document as it was: clock and fetcher of a watcher that takes it for the present."""

    def __init__(self, catalogue: Catalogue, store: Store, rules: Rules, rhythm: Rhythm) -> None:
        self._time = datetime(1970, 1, 1, tzinfo=UTC)
        self._row: Row | None = None
        self._key = catalogue.keys()[0]
        self._schedule = store.schedule
        self._patience = timedelta(seconds=rhythm.hold + rhythm.recheck)
        self._watcher = Watcher(catalogue, store.documents, {"page": self}, rules, rhythm, self, chance=lambda: 0.0)

    def now(self) -> datetime:
        return self._time

    async def sleep(self, seconds: float) -> None:
        self._time += timedelta(seconds=seconds)

    async def fetch(
        self, source: Source, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Snapshot:
        del source, etag, last_modified
        assert self._row is not None  # set before each look
        return Snapshot(url, self._time, self._row.body, self._row.media_type, "utf-8")

    async def play(self, row: Row, until: datetime | None) -> Look:
        """Look at the row, and again as the watcher wants to, until the matter is settled or the next row comes.

        The look that told something is the one that counts, else the last that found more than the same text.
        """
        self._row = row
        self._time = start = max(self._time, row.observed_at)
        told = look = await self._look()
        while look.open and self._time - start <= self._patience:
            if until is not None and self._time + timedelta(seconds=look.due_in) >= until:
                break
            await self.sleep(look.due_in)
            look = await self._look()
            if look.outcome in _TOLD or (look.outcome != "unchanged" and told.outcome not in _TOLD):
                told = look
        return told

    async def _look(self) -> Look:
        claim = await self._schedule.claim_now(str(self._key), lease=3600.0)
        return await self._watcher.look(self._key, claim)


def rows(path: Path) -> Iterator[Row]:
    """The rows of a history, `.jsonl` or `.jsonl.xz`. Raises `ConfigurationError` naming the line that is wrong."""
    return read_rows(path, partial(_row, path), "observed_at, and text, html or pdf (base64)")


def _row(path: Path, index: int, data: dict[str, Any]) -> Row:
    body, media = _body(data)
    observed = datetime.fromisoformat(data["observed_at"])
    return Row(
        str(path),
        index,
        observed if observed.tzinfo else observed.replace(tzinfo=UTC),
        body,
        media,
        str(data.get("platform") or ""),
        str(data.get("document") or ""),
    )


def _body(data: dict[str, Any]) -> tuple[bytes, str]:
    """What was recorded, and its media type."""
    if "pdf" in data:
        return b64decode(data["pdf"], validate=True), "application/pdf"
    text, media = (data["html"], "text/html") if "html" in data else (data["text"], "text/markdown")
    return text.encode("utf-8", "surrogatepass"), media


async def replay(
    paths: Sequence[Path],
    settings: Settings,
    rules: Rules,
    *,
    select: Sequence[str] = (),
    remove: Sequence[str] = (),
) -> AsyncGenerator[tuple[Row, Look]]:
    """Each row of each file with what the watcher made of it, in time order; each file is a document of its own."""
    async with open_store(None, settings.data, consumer="replay", throwaway=True) as store:
        for number, path in enumerate(paths):
            history = sorted(rows(path), key=lambda row: (row.observed_at, row.index))
            if not history:
                continue
            catalogue = _catalogue(number, history, select, remove)
            past = _Past(catalogue, store, rules, rhythm(settings))
            for row, following in zip(history, [*history[1:], None], strict=True):
                yield row, await past.play(row, following.observed_at if following else None)


def _language(history: Sequence[Row], source: PageSource) -> str:
    """The language of most of a few rows, since a history does not say which it is in; English where none can tell."""
    heard: Counter[str] = Counter()
    for row in history[:: max(len(history) // _HEARD, 1)]:
        snapshot = Snapshot("https://replay.invalid/", row.observed_at, row.body, row.media_type, "utf-8")
        with suppress(SourceError):
            heard[spoken(read_page(snapshot, select=source.select, remove=source.remove))] += 1
    del heard[""]
    return heard.most_common(1)[0][0] if heard else "en"


def _catalogue(number: int, history: Sequence[Row], select: Sequence[str], remove: Sequence[str]) -> Catalogue:
    """A catalogue of just this document. The number keeps histories of one platform apart."""
    row = history[0]
    name = row.platform or Path(row.file).name.split("__")[0].split(".")[0]
    page = PageSource(select=list(select), remove=list(remove))
    document = Document(
        id="document",
        type=row.document or "Terms of Service",
        language=_language(history, page),
        url="https://replay.invalid/",
        sources=[Source(page=page)],
    )
    identity = f"{squeeze(name).encode('ascii', 'ignore').decode()[:30] or 'platform'}-{number}"
    platform = Platform(
        id=identity,
        name=name[:60],
        categories=["replay"],
        homepage="https://replay.invalid/",
        documents=[document],
    )
    return Catalogue([platform])
