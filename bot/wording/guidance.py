"""What a creator can do, put so that nothing is promised that nobody promised.

The answer comes first; then where and how, what it does not undo, what it does not cover, and the day on which it was
checked. "There is none" and "we do not know" are different answers, and a statement is kept apart from a clause.
Texts of the catalogue are English; sentences of other languages say so where they hold one.
"""

from collections.abc import Iterator
from datetime import UTC

from bot.model.change import Change
from bot.model.guidance import OptOut, OptOutKind, Statement
from bot.model.message import Fact, Link, Paragraph, Part, Steps
from bot.model.platform import Platform
from bot.model.topic import Topic
from bot.wording.language import Language

DEFAULTS: frozenset[OptOutKind] = frozenset({"opt_in_default", "terms_prohibit"})
"""Where there is nothing to do, as far as it goes."""
REQUESTS: frozenset[OptOutKind] = frozenset({
    "account_toggle", "per_item_toggle", "admin_only", "email_request", "objection_form",
})  # fmt: skip
"""Where a creator asks the company, and it stops."""
_ASKED_FOR_BY = frozenset({Topic.AI_TRAINING, Topic.OPT_OUT_RIGHTS})


def lead(platform: Platform, language: Language) -> str:
    """The answer in a sentence or two: what can be done, where only, or that there is none, or that we do not know."""
    opt_out = platform.opt_out
    if opt_out is None:
        return language.say("optout-unknown")
    answer = language.say(f"optout-{opt_out.kind}")
    if opt_out.available != "partial":
        return answer
    if opt_out.regions:
        return language.say("guidance-regional", regions=opt_out.regions, lead=answer)
    if opt_out.kind in DEFAULTS:
        return language.say("guidance-partly-default")
    return language.say("guidance-partly", lead=answer)


def parts(platform: Platform, language: Language, *, dated: bool = False) -> tuple[Part, ...]:
    """What follows the answer: steps, place and last day, limits in time and in kind, the day of the check.

    `dated`: the answer gave that day already.
    """
    opt_out = platform.opt_out
    return (*_parts(opt_out, language), *([] if dated else [_checked(opt_out, language)])) if opt_out else ()


def links(platform: Platform, language: Language) -> tuple[Link, ...]:
    """The page on which one opts out, where there is one."""
    opt_out = platform.opt_out
    return (Link(language.say("guidance-link"), opt_out.url),) if opt_out and opt_out.url else ()


def exemption(platform: Platform, language: Language) -> tuple[Part, ...]:
    """For whose work other rules hold, where the platform's texts name any."""
    ai = platform.ai_training
    if ai is None or not ai.exempt:
        return ()
    return (Paragraph(language.say("guidance-exempt", day=language.day(ai.as_of), exempt=ai.exempt)),)


def scope(platform: Platform, language: Language) -> tuple[Part, ...]:
    """What the platform's texts cover, where that is known."""
    ai = platform.ai_training
    return (Paragraph(language.say("answer-scope", scope=ai.scope)),) if ai and ai.scope else ()


def statements(platform: Platform, language: Language, most: int) -> tuple[Part, ...]:
    """The latest of what the company said, newest first, each marked as a statement."""
    latest = sorted(platform.statements, key=lambda said: said.when, reverse=True)
    return tuple(
        Paragraph(language.say("statement", who=said.who, day=language.day(said.when), claim=said.claim))
        for said in latest[:most]
    )


def spoken(change: Change, platform: Platform) -> Statement | None:
    """What the company said last, where that was on the day of a change or later, and bears on it."""
    last = max(platform.statements, key=lambda said: said.when, default=None)
    since = last is not None and last.when >= change.observed_at.astimezone(UTC).date().isoformat()
    return last if since and _ASKED_FOR_BY.intersection(change.topics) else None


def after(change: Change, platform: Platform, language: Language) -> tuple[Part, ...]:
    """What can be done about a change, nothing where it is of other topics.

    As something of the past where it was checked before the change.
    """
    if not _ASKED_FOR_BY.intersection(change.topics):
        return ()
    answer, checked = lead(platform, language), platform.opt_out.as_of if platform.opt_out else ""
    earlier = "" < checked < change.observed_at.astimezone(UTC).date().isoformat()
    told = language.say("guidance-earlier", day=language.day(checked), lead=answer) if earlier else answer
    return (
        Paragraph(told, strong=not earlier),
        *parts(platform, language, dated=earlier),
        *exemption(platform, language),
        *statements(platform, language, most=1),
    )


def _parts(opt_out: OptOut, language: Language) -> Iterator[Part]:
    if opt_out.kind == "none":
        yield Paragraph(language.say("guidance-none-found"))
    if opt_out.steps:
        yield Steps(language.say("guidance-steps"), tuple(opt_out.steps))
    facts = []
    if opt_out.regions and opt_out.available != "partial":
        facts.append(Fact(language.say("guidance-where"), opt_out.regions))
    if opt_out.deadline:
        facts.append(Fact(language.say("guidance-deadline"), language.day(opt_out.deadline)))
    if facts:
        yield language.facts(facts)
    limits = [*_limits(opt_out, language)]
    if opt_out.caveats:
        limits.append(language.say("guidance-caveats", caveats=opt_out.caveats))
    if limits:
        yield Paragraph(" ".join(limits))
    if opt_out.kind in REQUESTS:
        yield Paragraph(language.say("guidance-bound"))


def _checked(opt_out: OptOut, language: Language) -> Part:
    """When this was checked."""
    day = language.day(opt_out.as_of)
    return Paragraph(language.say("guidance-checked-steps" if opt_out.steps else "guidance-checked", day=day))


def _limits(opt_out: OptOut, language: Language) -> Iterator[str]:
    """Whether training already done is undone: only a written promise counts as yes."""
    if opt_out.retroactive:
        yield language.say("guidance-undone")
    elif opt_out.retroactive is False:
        yield language.say("guidance-not-undone")
    elif opt_out.kind in REQUESTS:
        yield language.say("guidance-undone-unsaid")
