"""What stands on the page of someone who opens the app."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from bot.model.change import Change
from bot.model.message import Action, Link, Listing, Message, Paragraph, Part
from bot.model.platform import Platform
from bot.model.subscription import Subscription
from bot.wording import announcement, answers, watches
from bot.wording.admin import privacy_policy
from bot.wording.language import Language

CHANGES = 5
WATCHES = 5
"""Lines of one channel that are shown."""
TROUBLES = 5
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def first_visit(policy: str, language: Language) -> Message:
    """Three lines, the privacy policy where there is one, and the one button by which it begins."""
    lines = (language.say("home-first-what"), language.say("home-first-quiet"), language.say("home-first-who"))
    return Message(
        headline=language.say("home-first"),
        parts=tuple(Paragraph(line) for line in lines),
        links=privacy_policy(policy, language),
        actions=(_add(language),),
        footer=language.say("home-help"),
    )


def head(channels: int, language: Language) -> Message:
    """How many of the person's channels watch something."""
    return Message(headline=language.say("list-headline", count=channels), actions=(_add(language),))


def channel(subscription: Subscription, called: str, names: Mapping[str, str], language: Language) -> Message:
    """What the channel `called` so has chosen; its name stands in the list, so that there is no headline.

    One of which no name is known is chosen for from within.
    """
    rows = [watches.line(watch, names, language) for watch in subscription.watches[:WATCHES]]
    if left := len(subscription.watches) - len(rows):
        rows.append(language.say("home-more", count=left))
    rows += watches.habits(subscription, language)
    there = {"channel": subscription.destination.channel}
    listing = Listing(language.say("list-channel"), tuple(rows), subscription.destination.channel)
    parts = (listing, *watches.standing(subscription, language))
    if not called:
        return Message("", parts=(*parts, Paragraph(language.say("home-within"))))
    edit = Action(language.say("button-edit"), "settings", there, spoken=language.say("home-edit", channel=called))
    return Message("", parts=parts, actions=(edit,))


def pages(page: int, pages: int, language: Language) -> Iterator[Message]:
    """The way to further channels, where there are more than fit."""
    if pages > 1:
        turn = [("button-earlier", page - 1)] if page else []
        turn += [("button-more", page + 1)] if page + 1 < pages else []
        actions = tuple(Action(language.say(label), "home", {"page": str(to)}) for label, to in turn)
        said = Paragraph(language.say("changes-page", page=page + 1, pages=pages))
        yield Message("", parts=(said,), actions=actions)


def latest(found: Sequence[tuple[Change, Platform]], language: Language) -> Message:
    """The latest changes, newest first; the whole of each is a button away."""
    told = [(answers.dated(change, platform, language), change, platform) for change, platform in found]
    items = [Listing(when, (announcement.headline(change, platform, language),)) for when, change, platform in told]
    none: Part = Paragraph(language.say("policy-no-changes"))
    links = (Link(language.titled(platform.name, change.document_type), change.url) for change, platform in found)
    return Message(
        headline=language.say("policy-changes"),
        parts=tuple(items) or (none,),
        links=tuple(dict.fromkeys(links)),
        actions=(Action(language.say("button-history"), "changes"),) if found else (),
    )


def fares(health: Sequence[watches.Health], now: datetime, language: Language) -> Message:
    """When what these channels watch was last looked at, and what of it cannot be read or is doubted."""
    looked = max((one.read for one in health if one.read), default=None)
    said = language.say("home-looked", ago=_ago(looked, now, language)) if looked else language.say("home-unread")
    troubles = [trouble for one in health for trouble in watches.troubles(one, language)]
    if left := troubles[TROUBLES:]:
        troubles = [*troubles[:TROUBLES], language.say("home-more", count=len(left))]
    listed = (Listing(language.say("health-troubles"), tuple(troubles)),) if troubles else ()
    fine = (Paragraph(language.say("home-fine")),) if looked and not troubles else ()
    return Message(language.say("home-documents"), parts=(Paragraph(said), *fine, *listed))


def who_chooses(language: Language, *, reserved: bool) -> Message:
    """Who may choose for channels; the one who manages the place may change that."""
    label = language.say("button-everyone" if reserved else "button-reserve")
    said = language.say("home-reserved" if reserved else "home-open")
    action = Action(label, "reserve", {} if reserved else {"on": "yes"})
    return Message(language.say("home-who"), parts=(Paragraph(said),), actions=(action,))


def help_and_privacy(language: Language) -> Message:
    """How to ask, and what is stored."""
    privacy = Action(language.say("button-privacy"), "privacy")
    said = (Paragraph(language.say("home-help")), Paragraph(language.say("home-private")))
    return Message(language.say("home-ask"), parts=said, actions=(privacy,))


def _add(language: Language) -> Action:
    return Action(language.say("button-add"), "settings", primary=True)


def _ago(then: datetime, now: datetime, language: Language) -> str:
    """How long ago, in the largest unit that fits: "14 minutes ago"."""
    seconds = max((now - then.astimezone(UTC)).total_seconds(), 0)
    if seconds < _HOUR:
        return language.say("ago-minutes", count=int(seconds // _MINUTE))
    if seconds < _DAY:
        return language.say("ago-hours", count=int(seconds // _HOUR))
    return language.say("ago-days", count=int(seconds // _DAY))
