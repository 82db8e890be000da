"""One look at one document, from the fetch to the record. What it can find stands in `look.py`."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.errors import LeaseLost, SourceError
from bot.model.change import Assessment, Change, Edit, change_id
from bot.model.platform import Catalogue, Document, Platform, SourceKind
from bot.model.version import DocumentKey, Version
from bot.ports import Candidate, Claim, Clock, Documents, DocumentState, Fetcher, Held, Step
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.editions import editions
from bot.read.guard import doubt
from bot.read.sentences import went
from bot.read.steps import Past
from bot.read.topics import Rules
from bot.watch.alike import alike, in_the_text, read_alike
from bot.watch.fetch import ARCHIVE, record_address
from bot.watch.look import (
    ASTRAY,
    Case,
    Look,
    Outcome,
    Rhythm,
    flapping,
    flaps,
    remembered,
    returned_to,
    shared,
    told_since,
)
from bot.watch.pdf import is_pdf

_TYPESETTING = 2  # PDFs that are read at a time

PATIENCE = 3
"""Failures of a source in a row before the next one serves in its place."""


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
        archive_url: str = ARCHIVE,
    ) -> None:
        self._catalogue = catalogue
        self._documents = documents
        self._fetchers = fetchers
        self._rules = rules
        self._rhythm = rhythm
        self._clock = clock
        self._chance = chance
        self._archive_url = archive_url
        self._typesetting = asyncio.Semaphore(_TYPESETTING)

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
            case, version = await self._serve(claim, platform, document, state)
        except SourceError as error:
            return await self._failed(key, document, claim, state, error)
        look = await (self._same(case) if version is None else self._consider(case, version))
        astray = case.missing or (version is not None and version.fallback)
        return replace(look, error=look.error or (ASTRAY if astray else ""), flapping=flaps(state.recent))

    async def _serve(
        self, claim: Claim, platform: Platform, document: Document, state: DocumentState
    ) -> tuple[Case, Version | None]:
        """The first source that can be read; a later one is asked only where an earlier one cannot, or keeps failing.

        The version is None where the text is for certain the one that was read last.
        """
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
                failures, error = (state.failures + 1, first.message) if first else (0, "")
                now = replace(state, source=index, failures=failures, error=error)
                records = (record_address(self._archive_url, one.archive) for one in document.sources if one.archive)
                archive = next(filter(None, records), "")
                case = Case(claim, platform, document, now, snapshot, source, self._clock.now(), archive)
                return await self._read(case)
            except SourceError as error_:
                first = first or error_
                if not error_.permanent and state.failures + 1 < PATIENCE:
                    break
        assert first is not None  # a document has at least one source
        raise first

    async def _read(self, case: Case) -> tuple[Case, Version | None]:
        """What `Case.read` gives; a PDF is waited for in a thread."""
        if not is_pdf(case.snapshot):
            return case.read()
        async with self._typesetting:
            return await asyncio.to_thread(case.read)

    async def _consider(self, case: Case, new: Version) -> Look:
        state = case.state
        if new.fingerprint == state.fingerprint:
            return await self._same(case, new)
        old = await self._documents.version(case.key, state.fingerprint) if state.fingerprint else None
        if old is not None:
            old, new = await self._alike(case, old, new)
        if state.fingerprint and (old is None or old.fingerprint == new.fingerprint):
            return await self._adopt(case, new, "quiet")
        if old is not None:
            old = await self._returned_to(case, old, new) or old
            if old.fingerprint == new.fingerprint:
                return await self._adopt(case, new, "quiet")
        held = await self._held(case, new)
        stood_before = told_since(state.recent, new.fingerprint) is not None
        judge = partial(doubt, language=case.document.language, document_type=case.document.type)
        doubted = None if stood_before else judge(*(editions(old, new) if old else (old, new)))
        if doubted:
            stays = held is not None and judge(held, new) is None
            if doubted.lasting or not stays or case.waited() < self._rhythm.hold:
                return await self._hold(case, new, "suspect", doubted.reason, since_before=stays)
        if old is None:
            return await self._adopt(case, new, "first")
        pending = held if state.candidate and state.candidate.held == "pending" else None
        return await self._tell(case, old, new, seen_before=pending, confirmed=doubted is not None)

    async def _returned_to(self, case: Case, old: Version, new: Version) -> Version | None:
        """The earlier edition to compare with, where the document went back to one."""
        texts = dict.fromkeys(fingerprint for fingerprint, _ in case.state.recent)
        kept = {key: await self._documents.version(case.key, key) for key in texts if key != case.state.fingerprint}
        return returned_to(
            old, new, case.state.recent, {key: text for key, text in kept.items() if text and alike(text, new)}
        )

    async def _alike(self, case: Case, old: Version, new: Version) -> tuple[Version, Version]:
        """The adopted version and the new one, read the same way.

        Where our extraction changed, or what a selector matches, the stored body is read again, so that a difference
        in reading is not taken for one in the text (a technical upgrade).
        """
        kept = not alike(old, new) and case.state.raw == case.state.fingerprint
        raw = await self._documents.raw(case.key) if kept else None
        return await asyncio.to_thread(read_alike, case, old, raw, new) if raw else (old, new)

    async def _held(self, case: Case, new: Version) -> Version | None:
        candidate = case.state.candidate
        if candidate is None or candidate.fingerprint == new.fingerprint:
            return new if candidate else None
        held = await self._documents.version(case.key, candidate.fingerprint)
        return held if held and alike(held, new) else None

    async def _tell(
        self, case: Case, old: Version, new: Version, *, seen_before: Version | None = None, confirmed: bool = False
    ) -> Look:
        """Assess the step, and tell it where it deserves that and two looks agree on it.

        Two looks agree on the edits that both show. What the second shows alone is left for the next look: the text
        of the first is adopted, and the page is read afresh soon.
        """
        wait = self._rhythm.confirm_after
        edits, was, now = await self._step(case, old, new)
        if seen_before is not None and case.waited() >= wait:
            if seen_before.fingerprint != new.fingerprint:
                others, was_seen, seen = await self._step(case, old, seen_before)
                assessment = await self._assess(case, shared(edits, others), was_seen, seen)
                if assessment.verdict == "announce":
                    return await self._record(case, assessment, old, seen_before, again=True)
                seen_before = None
            else:
                confirmed = True
        assessment = await self._assess(case, edits, was, now)
        if assessment.verdict == "quiet":
            return await self._adopt(case, new, "quiet", assessment=assessment)
        if not confirmed and wait > 0:
            return await self._hold(case, new, "pending", assessment.reason, assessment, since_before=bool(seen_before))
        return await self._record(case, assessment, old, new)

    @staticmethod
    async def _step(case: Case, old: Version, new: Version) -> tuple[tuple[Edit, ...], Version, Version]:
        """The edits that two readings cannot have made, and the editions between which they lie."""
        back = told_since(case.state.recent, new.fingerprint) is not None
        was, now = (old, new) if back else editions(old, new)
        return in_the_text(await asyncio.to_thread(compare, was, now), was, now), was, now

    async def _record(
        self, case: Case, assessment: Assessment, old: Version, new: Version, *, again: bool = False
    ) -> Look:
        """Adopt and tell; quietly where the text stood before and nothing was told since, or where it flaps."""
        told_before = told_since(case.state.recent, new.fingerprint)
        if told_before == "" or flapping(case.state.recent, new.fingerprint):
            return await self._adopt(case, new, "quiet", assessment=assessment, again=again)
        change = _change(case, assessment, old, new, told_before)
        outcome: Outcome = "reverted" if told_before else "changed"
        return await self._adopt(case, new, outcome, change=change, assessment=assessment, again=again)

    async def _assess(self, case: Case, edits: Sequence[Edit], old: Version, new: Version) -> Assessment:
        """What the edits mean.

        Sentences that the platform had before are no news, except where a text comes back whose going was told.
        """
        back = told_since(case.state.recent, new.fingerprint)
        come = case.digests(edit.after.text for edit in edits if edit.after)
        gone = case.digests(edit.before.text for edit in edits if edit.before)
        asked = {*come, *(went(d, 1) for d in come), *(went(d, 2) for d in gone)}
        found = await self._documents.had(case.platform.id, asked) if asked else frozenset()
        past = Past(
            had=frozenset() if back else come & found,
            gone=frozenset(d for d in come if went(d, 1) in found),
            often=frozenset(d for d in gone if went(d, 2) in found),
        )
        context = Context(
            case.platform.name,
            tuple(case.platform.aliases),
            case.document.type,
            case.now,
            case.document.language,
        )
        return await asyncio.to_thread(assess, tuple(edits), old, new, context, self._rules, past)

    async def _same(self, case: Case, new: Version | None = None) -> Look:
        """The text is the one adopted. Where `new` was cut out in another way, the next text is compared with that."""
        state = replace(self._looked(case), candidate=None)
        step = Step(state)
        upgraded = new is not None and new.extractor != state.extractor
        if case.snapshot.body is not None and (upgraded or state.raw != state.fingerprint):
            extractor = new.extractor if new else state.extractor
            step = Step(replace(state, extractor=extractor, raw=state.fingerprint), new, case.snapshot)
        due_in = self._next(case.document)
        await self._commit(case, step, due_in)
        return Look(case.key, "unchanged", due_in)

    async def _hold(
        self,
        case: Case,
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
        case: Case,
        version: Version,
        outcome: Outcome,
        *,
        change: Change | None = None,
        assessment: Assessment | None = None,
        again: bool = False,
    ) -> Look:
        """Make `version` the document's. With `again`, the page shows more than it: look once more, and afresh."""
        recent = remembered(((version.fingerprint, change.id if change else ""), *case.state.recent))
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
        now = case.digests(clause.text for clause in version.clauses)
        marks, forgotten = await self._gone(case, change, now) if change else (frozenset(), frozenset())
        due_in = self._rhythm.confirm_after if again else self._next(case.document)
        await self._commit(case, Step(state, version, raw, change, sentences=now | marks, forgotten=forgotten), due_in)
        return Look(case.key, outcome, due_in, open=again, change=change, assessment=assessment)

    async def _gone(
        self, case: Case, change: Change, now: frozenset[bytes]
    ) -> tuple[frozenset[bytes], frozenset[bytes]]:
        """Marks of the sentences whose going is told, and those of them to forget, so that their return is told: once.

        A sentence that is told as gone for the second time is kept: from then on it comes and goes unheard.
        """
        gone = case.digests(edit.before.text for edit in change.edits if edit.before) - now
        before = await self._documents.had(case.platform.id, {went(d, 1) for d in gone}) if gone else frozenset()
        again = frozenset(d for d in gone if went(d, 1) in before)
        return frozenset(went(d, 2 if d in again else 1) for d in gone), gone - again

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

    def _looked(self, case: Case) -> DocumentState:
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

    async def _commit(self, case: Case, step: Step, due_in: float) -> None:
        if not await self._documents.commit(case.key, case.claim, step, due_in=due_in):
            raise LeaseLost(f"{case.key} is being looked at by another worker.")


def _afresh(state: DocumentState) -> DocumentState:
    return replace(state, body="", sketch="", etag=None, last_modified=None)


def _change(case: Case, assessment: Assessment, old: Version, new: Version, reverts: str | None) -> Change:
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
        archive=case.archive,
        archived=case.source.archive is not None,
    )
