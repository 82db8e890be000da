"""What the edits between two versions mean to a creator: told or not, on which topics, how loudly, in which words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.model.change import Assessment, Edit, Finding
from bot.model.topic import Severity, Topic
from bot.model.version import Version, fold
from bot.read import dates
from bot.read.guard import spoken
from bot.read.judge import Judge, Judged
from bot.read.quotes import findings
from bot.read.sentences import digest, split
from bot.read.severity import severity
from bot.read.steps import NO_PAST, Past, steps
from bot.read.topics import Rules
from bot.read.turns import direction_of
from bot.read.weigh import main_topics


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the document beside its text. `platform` is the platform's name, as in sentences."""

    platform: str
    aliases: tuple[str, ...]
    document_type: str
    observed_at: datetime
    language: str = "en"


def assess(
    edits: Sequence[Edit],
    before: Version,
    after: Version,
    context: Context,
    rules: Rules,
    past: Past = NO_PAST,
) -> Assessment:
    """Judge the edits. `past`: sentences that this platform's documents had before, `before` aside."""
    language = spoken(after) or context.language
    rules = rules.of(language)
    old_dates, new_dates = dates.dated(before), dates.dated(after)
    starts = dates.pick(old_dates, new_dates, context.observed_at.date())
    revision = dates.revision(new_dates)
    silent = revision is not None and revision == dates.revision(old_dates)
    put_off = dates.moved(old_dates, new_dates, context.observed_at.date())
    every = edits
    judge = Judge(before, after, (context.platform, *context.aliases), rules, context.document_type, language)
    edits = judge.residue(edits)
    plain = rules.language.plain if rules.language.same else None
    rows, had = steps(edits, before, after, language=language, past=past, plain=plain)
    judged = judge.all(rows)
    notes = [f"{had} sentences fell away: had before"] * bool(had) + [j.note for j in judged]
    told = [j for j in judged if j.counts]
    returned = bool(had and told) and all(j.side == "before" and not j.trains for j in told)
    if put_off and not told:
        found, kept = _put_off(put_off, every, after)
        reason = "the date of effect moved"
        return Assessment("announce", reason, Severity.MINOR, found, kept, starts, revision, silent, tuple(notes))
    if not told or returned:
        reason = _quiet_reason(judged, returned=returned)
        return Assessment("quiet", reason, effective=starts, dated=revision, silent=silent, notes=tuple(notes))
    hinted = any(j.trains and j.significant for j in told)
    chosen = main_topics(told, trains=hinted and judge.standing.certain)
    if not chosen and not any(j.binds for j in told):
        reason = "nothing that grants, forbids or binds"
        return Assessment("quiet", reason, effective=starts, dated=revision, silent=silent, notes=tuple(notes))
    direction = direction_of(told, judge.standing, rules.lexicon) if Topic.AI_TRAINING in chosen else None
    notes.append("topics: " + ", ".join(f"{t} {s:.1f}" for t, s in chosen.items()))
    kept = tuple(dict.fromkeys(edits[j.step.now.edit] for j in told))
    found = findings(told, chosen or {rules.main_topic(context.document_type): 0.0}, direction)
    if past.gone:
        found = tuple(replace(f, back=f.side == "after" and digest(f.quote) in past.gone) for f in found)
    loud = severity(told, chosen, direction)
    reason = ", ".join(chosen) or "a clause changed"
    return Assessment("announce", reason, loud, found, kept, starts, revision, silent, tuple(notes))


def _put_off(moved: dates.Dated, edits: Sequence[Edit], after: Version) -> tuple[tuple[Finding, ...], tuple[Edit, ...]]:
    """What to show where nothing but the date of effect moved: the sentence that gives it."""
    clause = after.clauses[moved.clause]
    sentences = split(clause.text)
    quote = next((s for s in sentences if any(day == moved.day for day, *_ in dates.dates(fold(s)))), clause.text)
    kept = tuple(e for e in edits if e.after is clause)
    return (Finding(Topic.CHANGES_TO_TERMS, quote, why="the date of effect moved"),), kept


def _quiet_reason(judged: Sequence[Judged], *, returned: bool) -> str:
    """What the most sentences are that do not count.

    A step that takes sentences away and brings none but earlier ones back is a return to an earlier or a regional
    wording; only what it does to training is told.
    """
    if returned:
        return "a return to earlier wording"
    reasons = [j.noise for j in judged if j.noise]
    return "nothing but " + max(sorted(set(reasons)), key=reasons.count) if reasons else "the same sentences"
