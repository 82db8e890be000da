"""What is said when something cannot be done: never the operator's error, always what to do next."""

from collections.abc import Mapping, Sequence

from bot.errors import BadOption, Blocked, ClausebellError, Gone, NotAllowed, StalePress, UnknownChange, UnknownPlatform
from bot.model.message import Listing, Message, Paragraph, Part
from bot.model.subscription import Subscription
from bot.wording.language import Language

NO_NAMES: Mapping[str, str] = {}


def sentence(error: ClausebellError, language: Language, *, names: Mapping[str, str] = NO_NAMES) -> Message:
    """The answer to an order that failed. `names` has the name of each platform by its id, for "did you mean"."""
    match error:
        case UnknownPlatform():
            near = [names.get(platform, platform) for platform in error.near]
            told = language.say("error-platform", typed=error.typed)
            return _error(told, *_choices(language.say("error-near"), near))
        case UnknownChange():
            return _error(language.say("error-change"))
        case StalePress():
            return _error(language.say("error-stale"))
        case NotAllowed():
            return _error(language.say(f"error-needs-{error.needs}"))
        case BadOption():
            asked = language.say("error-option", option=error.option, value=error.value)
            told = asked if error.value else language.say("error-no-platform")
            return _error(told, *_choices(language.say("error-choices"), error.choices))
    return _error(language.say("error-lasting") if error.permanent else language.say("error-passing"))


def blocked(subscription: Subscription, error: Blocked, language: Language) -> Message:
    """Tells the person who set a channel up which permission is missing, and that nothing is lost."""
    told = language.say("error-blocked", reason=error.message)
    kept = (language.say("error-blocked-kept"),)
    where = Listing(language.say("error-blocked-channel"), kept, subscription.destination.channel)
    return _error(told, *_remedy(error), where)


def gone(error: Gone, language: Language) -> Message:
    """Tells the person who set a channel up that it is no longer there."""
    told = language.say("error-gone", reason=error.message)
    return _error(told, *_remedy(error))


def _error(told: str, *parts: Part) -> Message:
    return Message(headline=told, parts=parts, tone="error")


def _remedy(error: ClausebellError) -> tuple[Part, ...]:
    return (Paragraph(error.remedy, strong=True),) if error.remedy else ()


def _choices(heading: str, choices: Sequence[str]) -> tuple[Part, ...]:
    return (Listing(heading, tuple(choices)),) if choices else ()
