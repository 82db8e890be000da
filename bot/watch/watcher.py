"""One look at one document, from the fetch to the record. What it can find stands in `look.py`."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.errors import SourceError
from bot.model.change import Assessment, Edit
from bot.model.platform import Catalogue, Document, Platform, SourceKind
from bot.model.version import DocumentKey, Version
from bot.ports import Claim, Clock, Documents, DocumentState, Fetcher
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
    DISTRUST,
    Case,
    Look,
    Outcome,
    Rhythm,
    flapping,
    flaps,
    returned_to,
    shared,
    told_since,
)
from bot.watch.pdf import is_pdf
from bot.watch.records import Records, as_change

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
        self._records = Records(documents, rhythm, clock, chance)
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
            return await self._records.failed(key, document, claim, state, error)
        look = await (self._records.same(case) if version is None else self._consider(case, version))
        astray = ASTRAY if case.missing or (version is not None and version.fallback) else ""
        flapping = flaps(state.recent)
        return replace(look, error=look.error or astray, flapping=flapping) if astray or flapping else look

    async def _serve(
        self, claim: Claim, platform: Platform, document: Document, state: DocumentState
    ) -> tuple[Case, Version | None]:
        """The first source that can be read; a later one is asked only where an earlier one cannot, or keeps failing.

        The version is None where the text is for certain the one that was read last.
        """
        first: SourceError | None = None
        trusting = self._chance() < 1 - DISTRUST
        for index, source in enumerate(document.sources):
            same = trusting and index == state.source
            try:
                snapshot = await self._fetchers[source.kind].fetch(
                    source,
                    document.url,
                    etag=state.etag if same else None,
                    last_modified=state.last_modified if same else None,
                )
                failures, error = (state.failures + 1, first.reason) if first else (0, "")
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
            return await self._records.same(case, new)
        old = await self._documents.version(case.key, state.fingerprint) if state.fingerprint else None
        if old is not None:
            old, new = await self._alike(case, old, new)
        if state.fingerprint and (old is None or old.fingerprint == new.fingerprint):
            return await self._records.adopt(case, new, "quiet")
        if old is not None:
            old = await self._returned_to(case, old, new) or old
            if old.fingerprint == new.fingerprint:
                return await self._records.adopt(case, new, "quiet")
        held = await self._held(case, new)
        stood_before = told_since(state.recent, new.fingerprint) is not None
        judge = partial(doubt, language=case.document.language, document_type=case.document.type)
        doubted = None if stood_before else judge(*(editions(old, new) if old else (old, new)))
        if doubted:
            stays = held is not None and judge(held, new) is None
            if doubted.lasting or not stays or case.waited() < self._rhythm.hold:
                return await self._records.hold(case, new, "suspect", doubted.reason, since_before=stays)
        if old is None:
            return await self._records.adopt(case, new, "first")
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
            return await self._records.adopt(case, new, "quiet", assessment=assessment)
        if not confirmed and wait > 0:
            reason, before = assessment.reason, bool(seen_before)
            return await self._records.hold(case, new, "pending", reason, assessment, since_before=before)
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
            return await self._records.adopt(case, new, "quiet", assessment=assessment, again=again)
        change = as_change(case, assessment, old, new, told_before)
        outcome: Outcome = "reverted" if told_before else "changed"
        return await self._records.adopt(case, new, outcome, change=change, assessment=assessment, again=again)

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
