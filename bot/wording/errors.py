"""What is said when something cannot be done: never the operator's error, always what to do next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.errors import (
    BadOption,
    ClausebellError,
    Lack,
    NotAllowed,
    StalePress,
    UnknownChange,
    UnknownPlatform,
)
from bot.model.message import Action, Listing, Message, Paragraph, Part
from bot.model.subscription import MOVABLE, Subscription
from bot.wording.language import Language

NO_NAMES: Mapping[str, str] = {}

_GIVEN = frozenset(
    {
        "view_channel",
        "send_messages",
        "create_posts",
        "send_messages_in_threads",
        "create_public_threads",
        "manage_threads",
        "embed_links",
        "attach_files",
    }
)
"""What an admin gives in the permissions of a channel, by its name in Discord's API."""


def sentence(error: ClausebellError, language: Language, *, names: Mapping[str, str] = NO_NAMES) -> Message:
    """The answer to an order that failed. `names` has the name of each platform by its id, for "did you mean"."""
    match error:
        case UnknownPlatform():
            near = [names.get(platform, platform) for platform in error.near]
            told = language.say("error-platform", typed=error.typed)
            how = () if near else (Paragraph(language.say("error-platform-how")),)
            return _error(told, *_choices(language.say("error-near"), near), *how)
        case UnknownChange():
            return _error(language.say("error-change"))
        case StalePress():
            return _error(language.say("error-stale"))
        case NotAllowed():
            return _error(language.say(f"error-needs-{error.needs}"))
        case BadOption():
            choices = [_worded(error.option, choice, language) for choice in error.choices]
            return _error(_unfit(error, language), *_choices(language.say("error-choices"), choices))
    return _error(language.say("error-lasting") if error.permanent else language.say("error-passing"))


def _unfit(error: BadOption, language: Language) -> str:
    if not error.value:
        return language.say("error-no-platform")
    if error.option == "call":
        return language.say("error-call", value=error.value)
    return language.say("error-option", option=language.say(f"named-{error.option}"), value=error.value)


def _worded(option: str, choice: str, language: Language) -> str:
    """A value that can be chosen as people know it, where it is no name itself."""
    match option:
        case "topic" | "topics" | "only":
            return language.say(f"topic-{choice}")
        case "severity":
            return language.say(f"severity-{choice}")
        case "news":
            return language.say(f"news-{choice}")
        case "cadence":
            return language.say(f"cadence-{choice}")
    return choice


def lacking(lacks: Sequence[Lack], language: Language) -> tuple[str, ...]:
    """What is missing somewhere, each as the chat's settings name it."""
    return tuple(_lacking(lack, language) for lack in lacks)


def _lacking(lack: Lack, language: Language) -> str:
    return language.say("lacks-role", name=lack.name) if lack.what == "role" else language.say(f"lack-{lack.what}")


def remedy(lacks: Sequence[Lack], language: Language) -> tuple[Part, ...]:
    """What can be done where all of it is given in a channel's permissions; other lacks say it themselves."""
    given = lacks and all(lack.what in _GIVEN for lack in lacks)
    return (Paragraph(language.say("lack-remedy"), strong=True),) if given else ()


def blocked(subscription: Subscription, language: Language) -> Message:
    """Tells the person who set a channel up what is missing there, and that nothing is lost."""
    names = language.all_of(lacking(subscription.lacks, language))
    kept = (language.say("error-blocked-kept"),)
    where = Listing(language.say("error-blocked-channel"), kept, subscription.destination.channel)
    message = _error(language.say("error-blocked", names=names), *remedy(subscription.lacks, language), where)
    return replace(message, actions=_offered(subscription, "button-settings", "settings", language))


def closed(subscription: Subscription, name: str, language: Language) -> Message:
    """Tells the person who set a channel of this name up that it was deleted."""
    movable = subscription.destination.chat in MOVABLE
    kept = Paragraph(language.say("closed-kept" if movable else "closed-erased"))
    message = _error(language.say("closed-headline", name=name), kept)
    return replace(message, actions=_offered(subscription, "button-move", "move", language))


def _offered(subscription: Subscription, label: str, verb: str, language: Language) -> tuple[Action, ...]:
    """A button about the channel, where a chat lets one be pressed from afar."""
    if subscription.destination.chat not in MOVABLE:
        return ()
    return (Action(language.say(label), verb, {"channel": subscription.destination.channel}, primary=True),)


def _error(told: str, *parts: Part) -> Message:
    return Message(headline=told, parts=parts, tone="error")


def _choices(heading: str, choices: Sequence[str]) -> tuple[Part, ...]:
    return (Listing(heading, tuple(choices)),) if choices else ()
