"""What admins are told of their orders beside the card: samples, pauses, what is stored and its erasure."""

from collections.abc import Sequence
from dataclasses import replace

from bot.errors import Blocked, DeliveryError, Gone, Lack, Later
from bot.model.message import Action, Fact, Link, Listing, Message, Paragraph
from bot.model.subscription import HERE, ChatName, Destination, Subscription
from bot.wording import errors
from bot.wording.language import Language


def tested(destination: Destination, language: Language) -> Message:
    """Confirms that a sample was posted."""
    where = Listing(language.say("test-channel"), (language.say("test-quiet"),), destination.channel)
    return Message(headline=language.say("test-headline"), parts=(where,), tone="done")


def not_tested(destination: Destination, error: DeliveryError, language: Language) -> Message:
    """Says why the sample could not be posted, and what to do."""
    match error:
        case Blocked():
            lacks = error.lacks
        case Gone():
            lacks = (Lack("channel"),)
        case Later():
            lacks = (Lack("answer"),)
        case _:
            return Message(language.say("test-failed"), parts=(Paragraph(language.say("error-lasting")),), tone="error")
    told = Listing(language.say("lack-in"), errors.lacking(lacks, language), destination.channel)
    return Message(language.say("test-failed"), parts=(told, *errors.remedy(lacks, language)), tone="error")


def sample(latest: Message | None, language: Language) -> Message:
    """What is posted as a sample: the latest change that the channel would have heard of, or a word of our own."""
    if latest is None:
        return Message(
            headline=language.say("sample-headline"),
            title=language.say("sample-title"),
            parts=(Paragraph(language.say("sample-none")),),
            tone="change",
        )
    return replace(latest, title=f"{language.say('sample-title')} · {latest.title}")


def paused(destination: Destination, language: Language, *, resumed: bool) -> Message:
    """Confirms that messages rest, or come again."""
    where = language.say("resumed-channel" if resumed else "paused-channel")
    kept = language.say("resumed-kept" if resumed else "paused-kept")
    told = language.say("resumed-headline" if resumed else "paused-headline")
    return Message(headline=told, parts=(Listing(where, (kept,), destination.channel),), tone="done")


def privacy(rows: Sequence[Subscription], chat: ChatName, policy: str, language: Language) -> Message:
    """What is stored of a server or workspace, for how long, and what never is; the policy, where there is one."""
    stored = [
        Fact(language.say("privacy-channels"), str(len(rows))),
        Fact(language.say("privacy-roles"), str(len(_mentioned(rows)))),
        Fact(language.say("privacy-people"), str(len({row.by for row in rows if row.by}))),
    ]
    return Message(
        headline=language.say("privacy-headline"),
        parts=(language.facts(stored), *kept(chat, language)),
        links=privacy_policy(policy, language),
    )


def privacy_policy(address: str, language: Language) -> tuple[Link, ...]:
    """The link to the privacy policy; none where it has no address."""
    return (Link(language.document("Privacy Policy"), address),) if address else ()


def kept(chat: ChatName, language: Language) -> tuple[Paragraph, ...]:
    """What is stored of any server or workspace, for how long, what never is, and how it is erased."""
    return (
        Paragraph(language.say("privacy-what")),
        Paragraph(language.say("privacy-kept" if chat is ChatName.DISCORD else "privacy-not-kept")),
        Paragraph(language.say("privacy-never")),
        *([Paragraph(language.say("privacy-shortcut"))] if chat is ChatName.SLACK else []),
        Paragraph(language.say("privacy-erase")),
    )


def privacy_of_a_person(policy: str, language: Language) -> Message:
    """What is stored of whoever asks in a direct message, and where to ask about a server."""
    told = Paragraph(language.say("privacy-person")), Paragraph(language.say("privacy-there"))
    return Message(headline=language.say("privacy-headline-person"), parts=told, links=privacy_policy(policy, language))


def erase(rows: Sequence[Subscription], language: Language) -> Message:
    """Asks once more before everything is erased."""
    return Message(
        headline=language.say("erase-headline", count=len(rows)),
        parts=(Paragraph(language.say("erase-what")),),
        actions=(Action(language.say("button-erase"), "erase", {"sure": "yes"}),),
        tone="error",
    )


def erased(language: Language) -> Message:
    """Confirms that everything is erased."""
    return Message(headline=language.say("erased-headline"), tone="done")


def reserved(language: Language, *, on: bool) -> Message:
    """Confirms who may choose for the channels of a place."""
    return Message(headline=language.say("home-reserved" if on else "home-open"), tone="done")


def _mentioned(rows: Sequence[Subscription]) -> set[str]:
    return {one for row in rows for one in (row.mention, row.call) if one and one != HERE}
