"""What the edits between two versions mean to a creator: told or not, on which topics, how loudly, in which words."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from bot.model.change import Assessment, Edit
from bot.model.topic import Topic
from bot.model.version import Version
from bot.read import dates
from bot.read.judge import Judge, Judged
from bot.read.quotes import findings
from bot.read.severity import severity
from bot.read.steps import steps
from bot.read.topics import Rules
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
    known: Set[bytes] = frozenset(),
) -> Assessment:
    """Judge the edits. `known`: digests of sentences that this platform's documents had before, `before` aside."""
    old_dates, new_dates = dates.dated(before), dates.dated(after)
    starts = dates.pick(old_dates, new_dates, context.observed_at.date())
    revision = dates.revision(new_dates)
    silent = revision is not None and revision == dates.revision(old_dates)
    judge = Judge(before, after, (context.platform, *context.aliases), rules, context.document_type)
    edits = judge.residue(edits)
    rows, had = steps(edits, before, after, language=context.language, known=known)
    judged = judge.all(rows)
    notes = [f"{had} sentences fell away: had before"] * bool(had) + [j.note for j in judged]
    told = [j for j in judged if j.counts]
    returned = bool(had and told) and all(j.side == "before" and not j.trains for j in told)
    if not told or returned:
        reason = _quiet_reason(judged, returned=returned)
        return Assessment("quiet", reason, effective=starts, dated=revision, silent=silent, notes=tuple(notes))
    chosen = main_topics(told, trains=any(j.trains for j in told) and judge.speaks_of_training)
    direction = judge.direction(told) if Topic.AI_TRAINING in chosen else None
    notes.append("topics: " + ", ".join(f"{t} {s:.1f}" for t, s in chosen.items()))
    kept = tuple(dict.fromkeys(edits[j.step.now.edit] for j in told))
    found = findings(told, chosen or {rules.main_topic(context.document_type): 0.0}, direction)
    loud = severity(told, chosen, direction)
    reason = ", ".join(chosen) or "a clause changed"
    return Assessment("announce", reason, loud, found, kept, starts, revision, silent, tuple(notes))


def _quiet_reason(judged: Sequence[Judged], *, returned: bool) -> str:
    """What the most sentences are that do not count.

    A step that takes sentences away and brings none but earlier ones back is a return to an earlier or a regional
    wording; only what it does to training is told.
    """
    if returned:
        return "a return to earlier wording"
    reasons = [j.noise for j in judged if j.noise]
    return "nothing but " + max(sorted(set(reasons)), key=reasons.count) if reasons else "the same sentences"
