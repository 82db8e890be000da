"""One look at one document, from the fetch to the record. What it can find stands in `look.py`."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.errors import LeaseLost, SourceError
from bot.model.change import Assessment, Change, Edit, change_id
from bot.model.platform import Catalogue, Document, Platform, Source, SourceKind
from bot.model.version import DocumentKey, Snapshot, Version
from bot.ports import Candidate, Claim, Clock, Documents, DocumentState, Fetcher, Held, Step
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.guard import doubt
from bot.read.sentences import digest, split
from bot.read.topics import Rules
from bot.watch.look import RECENT, Look, Outcome, Rhythm, flapping, shared, told_since
from bot.watch.page import Page

PATIENCE = 3
"""Failures of a source in a row before the next one serves in its place."""


@dataclass(frozen=True, slots=True)
class _Case:
    """All that one look has to go by."""

    claim: Claim
    platform: Platform
    document: Document
    state: DocumentState
    snapshot: Snapshot
    source: Source
    now: datetime
    sketch: str = ""

    @property
    def key(self) -> DocumentKey:
        return DocumentKey(self.platform.id, self.document.id)

    def page(self, snapshot: Snapshot, *, fallback: bool = False) -> Page:
        """A snapshot of this source as a page; with `fallback`, as if the selector did not match."""
        declared = self.source.page or self.source.browser
        if declared is None or fallback:
            return Page(snapshot)
        return Page(snapshot, select=declared.select, remove=declared.remove)

    def waited(self) -> float:
        """Seconds since the held text was first seen."""
        return (self.now - self.state.candidate.since).total_seconds() if self.state.candidate else 0.0


class Watcher:
    """Looks at documents. Holds no state of its own: everything is in `documents`."""

    def __init__(
        self,
        catalogue: Catalogue,
        documents: Documents,
        fetchers: Mapping[SourceKind, Fetcher],
        rules: Rules,
        rhythm: Rhythm,
        clock: Clock,
        chance: Callable[[], float],
    ) -> None:
        self._catalogue = catalogue
        self._documents = documents
        self._fetchers = fetchers
        self._rules = rules
        self._rhythm = rhythm
        self._clock = clock
        self._chance = chance

    async def look(self, key: DocumentKey, claim: Claim, state: DocumentState | None = None) -> Look:
        """Fetch, read, compare, and commit what follows. Raises `LeaseLost` where another worker has the document.

        `state`: what is known of the document, where that was read since the claim.
        """
        found = self._catalogue.document(key)
        if found is None:
            return Look(key, "failed", error="no longer in the catalogue")
        platform, document = found
        state = state or await self._documents.state(key)
        try:
            index, snapshot, state = await self._fetch(document, state)
            case = _Case(claim, platform, document, state, snapshot, document.sources[index], self._clock.now())
            if snapshot.body is None or snapshot.digest == state.body:
                return await self._same(case)
            page = case.page(snapshot)
            case = replace(case, sketch=page.sketch)
            if case.sketch == state.sketch:
                return await self._same(case)
            version = page.read()
        except SourceError as error:
            return await self._failed(key, document, claim, state, error)
        return await self._consider(case, version)

    async def _fetch(self, document: Document, state: DocumentState) -> tuple[int, Snapshot, DocumentState]:
        """The first source that serves. A later one is asked only where an earlier one cannot, or keeps failing."""
        first: SourceError | None = None
        for index, source in enumerate(document.sources):
            same = index == state.source
            try:
                snapshot = await self._fetchers[source.kind].fetch(
                    source,
                    document.url,
                    etag=state.etag if same else None,
                    last_modified=state.last_modified if same else None,
                )
            except SourceError as error:
                first = first or error
                if error.permanent or state.failures + 1 >= PATIENCE:
                    continue
                break
            if first is None:
                return index, snapshot, replace(state, source=index, failures=0, error="")
            return index, snapshot, replace(state, source=index, failures=state.failures + 1, error=first.message)
        assert first is not None  # a document has at least one source
        raise first

    async def _consider(self, case: _Case, new: Version) -> Look:
        state = case.state
        language = case.document.language
        if new.fingerprint == state.fingerprint:
            return await self._same(case)
        old = await self._baseline(case, new) if state.fingerprint else None
        if state.fingerprint and (old is None or old.fingerprint == new.fingerprint):
            return await self._adopt(case, new, "quiet")
        held = await self._held(case, new)
        stood_before = told_since(state.recent, new.fingerprint) is not None
        doubted = None if stood_before else doubt(old, new, language=language)
        if doubted:
            stays = held is not None and doubt(held, new, language=language) is None
            if doubted.lasting or not stays or case.waited() < self._rhythm.hold:
                return await self._hold(case, new, "suspect", doubted.reason, since_before=stays)
        if old is None:
            return await self._adopt(case, new, "first")
        pending = held if state.candidate and state.candidate.held == "pending" else None
        return await self._tell(case, old, new, seen_before=pending, confirmed=doubted is not None)

    async def _baseline(self, case: _Case, new: Version) -> Version | None:
        """What `new` is compared with: the adopted version, read the way `new` was read.

        Where our extraction changed, or the selector stopped matching, the stored body is read again, so that a
        difference in reading is not taken for one in the text (a technical upgrade).
        """
        state = case.state
        old = await self._documents.version(case.key, state.fingerprint)
        if old is None or old.extractor == new.extractor or state.raw != state.fingerprint:
            return old
        raw = await self._documents.raw(case.key)
        if raw is None or raw.body is None or raw.media_type != case.snapshot.media_type:
            return old
        return case.page(raw, fallback=new.fallback).read()

    async def _held(self, case: _Case, new: Version) -> Version | None:
        candidate = case.state.candidate
        if candidate is None or candidate.fingerprint == new.fingerprint:
            return new if candidate else None
        return await self._documents.version(case.key, candidate.fingerprint)

    async def _tell(
        self, case: _Case, old: Version, new: Version, *, seen_before: Version | None = None, confirmed: bool = False
    ) -> Look:
        """Assess the step, and tell it where it deserves that and two looks agree on it.

        Two looks agree on the edits that both show. What the second shows alone is left for the next look: the text
        of the first is adopted, and the page is read afresh soon.
        """
        target = new
        edits = await asyncio.to_thread(compare, old, new)
        wait = self._rhythm.confirm_after
        if seen_before is not None and case.waited() >= wait:
            confirmed = True
            if seen_before.fingerprint != new.fingerprint:
                edits = shared(edits, await asyncio.to_thread(compare, old, seen_before))
                target = seen_before if edits else new
        told_before = told_since(case.state.recent, target.fingerprint)
        assessment = await self._assess(case, edits, old, target, remember=not told_before)
        if assessment.verdict == "quiet":
            return await self._adopt(case, new, "quiet", assessment=assessment)
        if told_before == "" or flapping(case.state.recent, target.fingerprint):
            return await self._adopt(case, target, "quiet", assessment=assessment)
        if not confirmed and wait > 0:
            return await self._hold(case, new, "pending", assessment.reason, assessment, since_before=bool(seen_before))
        change = _change(case, assessment, old, target, told_before)
        outcome: Outcome = "reverted" if told_before else "changed"
        return await self._adopt(case, target, outcome, change=change, assessment=assessment, again=target is not new)

    async def _assess(
        self, case: _Case, edits: Sequence[Edit], old: Version, new: Version, *, remember: bool
    ) -> Assessment:
        """What the edits mean. `remember`: sentences that the platform had before are no news.

        They are where a text comes back whose going was told.
        """
        after = [e.after.text for e in edits if e.after] if remember else []
        digests = {digest(sentence) for text in after for sentence in split(text, case.document.language)}
        known = await self._documents.had(case.platform.id, digests) if digests else frozenset()
        context = Context(
            case.platform.name,
            tuple(case.platform.aliases),
            case.document.type,
            case.now,
            case.document.language,
        )
        return await asyncio.to_thread(assess, tuple(edits), old, new, context, self._rules, known)

    async def _same(self, case: _Case) -> Look:
        state = replace(self._looked(case), candidate=None)
        due_in = self._next(case.document)
        await self._commit(case, Step(state), due_in)
        return Look(case.key, "unchanged", due_in)

    async def _hold(
        self,
        case: _Case,
        version: Version,
        held: Held,
        reason: str,
        assessment: Assessment | None = None,
        *,
        since_before: bool = False,
    ) -> Look:
        """Keep the text aside. The page is read afresh next time: a second look is a second body, not a 304."""
        since = case.state.candidate.since if since_before and case.state.candidate else case.now
        candidate = Candidate(version.fingerprint, held, since, reason)
        state = replace(_afresh(self._looked(case)), candidate=candidate)
        recheck = min(self._rhythm.recheck, self._next(case.document))
        wait = self._rhythm.confirm_after if held == "pending" else recheck
        await self._commit(case, Step(state, version=version), wait)
        error = reason if held == "suspect" else ""
        return Look(case.key, held, wait, open=True, assessment=assessment, error=error)

    async def _adopt(
        self,
        case: _Case,
        version: Version,
        outcome: Outcome,
        *,
        change: Change | None = None,
        assessment: Assessment | None = None,
        again: bool = False,
    ) -> Look:
        """Make `version` the document's. With `again`, the page shows more than it: look once more, and afresh."""
        recent = ((version.fingerprint, change.id if change else ""), *case.state.recent)[:RECENT]
        state = replace(
            self._looked(case),
            fingerprint=version.fingerprint,
            extractor=version.extractor,
            candidate=None,
            changed_at=case.now,
            recent=recent,
            raw=case.state.raw if again else version.fingerprint,
        )
        raw = None if again else case.snapshot
        if again:
            state = _afresh(state)
        sentences = frozenset(digest(s) for c in version.clauses for s in split(c.text, case.document.language))
        due_in = self._rhythm.confirm_after if again else self._next(case.document)
        await self._commit(case, Step(state, version=version, raw=raw, change=change, sentences=sentences), due_in)
        return Look(case.key, outcome, due_in, open=again, change=change, assessment=assessment)

    def _next(self, document: Document, *, failures: int = 0, retry_after: float | None = None) -> float:
        """Seconds until the document's next regular look."""
        pace = self._rhythm.pace
        if document.interval is not None:
            pace = replace(pace, interval=document.interval)
        return pace.next_check(self._chance(), failures=failures, retry_after=retry_after)

    async def _failed(
        self, key: DocumentKey, document: Document, claim: Claim, state: DocumentState, error: SourceError
    ) -> Look:
        failures = state.failures + 1
        state = replace(state, failures=failures, error=error.message, checked_at=self._clock.now())
        due_in = self._next(document, failures=failures, retry_after=error.retry_after)
        if not await self._documents.commit(key, claim, Step(state), due_in=due_in):
            raise LeaseLost(f"{key} is being looked at by another worker.")
        return Look(key, "failed", due_in, error=str(error))

    def _looked(self, case: _Case) -> DocumentState:
        """The state after a look that got an answer: validators and body of that answer."""
        snapshot = case.snapshot
        if snapshot.body is None or snapshot.digest == case.state.body:
            return replace(case.state, checked_at=case.now)
        return replace(
            case.state,
            checked_at=case.now,
            body=snapshot.digest,
            sketch=case.sketch,
            etag=snapshot.etag,
            last_modified=snapshot.last_modified,
        )

    async def _commit(self, case: _Case, step: Step, due_in: float) -> None:
        if not await self._documents.commit(case.key, case.claim, step, due_in=due_in):
            raise LeaseLost(f"{case.key} is being looked at by another worker.")


def _afresh(state: DocumentState) -> DocumentState:
    return replace(state, body="", sketch="", etag=None, last_modified=None)


def _change(case: _Case, assessment: Assessment, old: Version, new: Version, reverts: str | None) -> Change:
    return Change(
        id=change_id(case.platform.id, assessment.edits, reverts=reverts),
        document=case.key,
        document_type=case.document.type,
        url=case.document.url,
        observed_at=case.now,
        severity=assessment.severity,
        findings=assessment.findings,
        edits=assessment.edits,
        effective=assessment.effective,
        dated=assessment.dated,
        silent=assessment.silent,
        reverts=reverts,
        before_fingerprint=old.fingerprint,
        after_fingerprint=new.fingerprint,
    )
