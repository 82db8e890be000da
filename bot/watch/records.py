"""What a look leaves behind: a text adopted, held, or left as it was, and when the document is due again."""

from collections.abc import Callable
from dataclasses import replace

from bot.errors import LeaseLost, SourceError
from bot.model.change import Assessment, Change, change_id
from bot.model.platform import Document
from bot.model.version import DocumentKey, Version
from bot.ports import Candidate, Claim, Clock, Documents, DocumentState, Held, Step
from bot.read.sentences import went
from bot.watch.look import Case, Look, Outcome, Rhythm, remembered


class Records:
    """Commits one look each. Every method raises `LeaseLost` where another worker has the document by then."""

    def __init__(self, documents: Documents, rhythm: Rhythm, clock: Clock, chance: Callable[[], float]) -> None:
        self._documents = documents
        self._rhythm = rhythm
        self._clock = clock
        self._chance = chance

    async def same(self, case: Case, new: Version | None = None) -> Look:
        """The text is the one adopted. Where `new` was cut out in another way, the next text is compared with that."""
        state = _looked(case)
        step = Step(state)
        upgraded = new is not None and new.extractor != state.extractor
        if case.snapshot.body is not None and (upgraded or state.raw != state.fingerprint):
            extractor = new.extractor if new else state.extractor
            step = Step(replace(state, extractor=extractor, raw=state.fingerprint), new, case.snapshot)
        due_in = self._next(case.document)
        await self._commit(case.key, case.claim, step, due_in)
        return Look(case.key, "unchanged", due_in)

    async def hold(
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
        state = _afresh(_looked(case, candidate))
        recheck = min(self._rhythm.recheck, self._next(case.document))
        wait = self._rhythm.confirm_after if held == "pending" else recheck
        await self._commit(case.key, case.claim, Step(state, version=version), wait)
        error = reason if held == "suspect" else ""
        return Look(case.key, held, wait, open=True, assessment=assessment, error=error)

    async def adopt(
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
            _looked(case),
            fingerprint=version.fingerprint,
            extractor=version.extractor,
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
        await self._commit(
            case.key, case.claim, Step(state, version, raw, change, sentences=now | marks, forgotten=forgotten), due_in
        )
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

    async def failed(
        self, key: DocumentKey, document: Document, claim: Claim, state: DocumentState, error: SourceError
    ) -> Look:
        """No source could be read."""
        failures = state.failures + 1
        state = replace(state, failures=failures, error=error.reason, checked_at=self._clock.now())
        due_in = self._next(document, failures=failures, retry_after=error.retry_after)
        await self._commit(key, claim, Step(state), due_in)
        return Look(key, "failed", due_in, error=str(error))

    async def _commit(self, key: DocumentKey, claim: Claim, step: Step, due_in: float) -> None:
        if not await self._documents.commit(key, claim, step, due_in=due_in):
            raise LeaseLost(f"{key} is being looked at by another worker.")


def as_change(case: Case, assessment: Assessment, old: Version, new: Version, reverts: str | None) -> Change:
    """The step from `old` to `new` as it is told; `reverts`: the id of the change that it takes back."""
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


def _looked(case: Case, candidate: Candidate | None = None) -> DocumentState:
    """The state after a look that got an answer: validators and body of that answer, and what is held."""
    snapshot = case.snapshot
    if snapshot.body is None or snapshot.digest == case.state.body:
        return replace(case.state, checked_at=case.now, candidate=candidate)
    return replace(
        case.state,
        checked_at=case.now,
        body=snapshot.digest,
        sketch=case.sketch,
        etag=snapshot.etag,
        last_modified=snapshot.last_modified,
        candidate=candidate,
    )


def _afresh(state: DocumentState) -> DocumentState:
    return replace(state, body="", sketch="", etag=None, last_modified=None)
