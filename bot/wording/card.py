"""What is said to those who set Clausebell up: the welcome, the card of choices, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from bot.errors import Lack
from bot.model.message import Action, Choice, Group, Listing, Message, Paragraph, Part, Pick
from bot.model.subscription import HERE, WINDOW, Cadence, ChatName, Subscription, Watch
from bot.model.topic import Severity, Topic
from bot.wording import errors
from bot.wording.admin import privacy_policy
from bot.wording.language import Language

SEVERITIES = tuple(severity for severity in Severity if severity is not Severity.NONE)
CADENCES: tuple[Cadence, ...] = get_args(Cadence)
EXTRAS: Mapping[ChatName, Sequence[str]] = {
    ChatName.DISCORD: ("threads", "publish", "picture"),
    ChatName.SLACK: ("threads",),
}
"""What each chat can do beside posting."""
NEWS = ("yes", "no")
"""Whether a channel hears of news reports."""
WINDOWS = (0, 6, WINDOW, 72, 168)
"""Hours that can be chosen within which further changes of a document join the first one's card."""
_EXTRAS = {(ChatName.SLACK, "threads"): "detail"}
"""Where the same choice means something else: the name of its words."""
FORMS = frozenset({ChatName.SLACK})
"""Chats that show every choice at once, as a form, and keep them together."""
KEPT: Mapping[ChatName, Sequence[str]] = {ChatName.DISCORD: ("text",), ChatName.SLACK: ()}
"""What is typed on the card of each chat, and kept."""


class Shown(NamedTuple):
    """What the menu of platforms offers: a page of all, or what a search found."""

    choices: Sequence[Choice]
    page: int = 0
    more: bool = False
    searched: str = ""

    @property
    def options(self) -> dict[str, str]:
        """What a button or menu carries so that the card comes back with the same page."""
        page = str(self.page) if self.page else ""
        return {name: value for name, value in (("page", page), ("search", self.searched)) if value}


class Spoken(NamedTuple):
    """The languages that there are, by their own names, and the tag of the one in which a channel is told."""

    choices: Sequence[Choice]
    chosen: str


def welcome(restored: int, policy: str, language: Language) -> Message:
    """The one message after joining: what this is, and the button by which it begins.

    `restored`: channels whose choices are back from an earlier stay. `policy`: address of the privacy policy, if any.
    """
    back = [Paragraph(language.say("welcome-restored", count=restored), strong=True)] if restored else []
    return Message(
        headline=language.say("help-headline"),
        parts=(
            *back,
            Paragraph(language.say("welcome-how")),
            Paragraph(language.say("welcome-ask")),
            Paragraph(language.say("welcome-privacy")),
        ),
        links=privacy_policy(policy, language),
        actions=(
            Action(language.say("button-settings"), "settings", primary=True),
            Action(language.say("button-privacy"), "privacy"),
        ),
        footer=language.say("welcome-footer"),
    )


def settings(
    subscription: Subscription,
    shown: Shown,
    names: Mapping[str, str],
    spoken: Spoken,
    lacks: Sequence[Lack],
    language: Language,
) -> Message:
    """The card of one channel.

    `names` has the name of each target watched; `lacks` names what keeps messages from being posted.
    """
    channel = subscription.destination.channel
    watched = tuple(_watched(watch, names, language) for watch in subscription.watches)
    parts: list[Part] = [Listing(language.say("card-channel"), watched or (language.say("card-nothing"),), channel)]
    if lacks:
        parts += [Listing(language.say("card-lacks"), errors.lacking(lacks, language)), *errors.remedy(lacks, language)]
    if subscription.paused:
        parts.append(Paragraph(language.say("watch-paused"), strong=True))
    if subscription.text:
        parts.append(Listing(language.say("card-text"), (subscription.text,)))
    picks = [_channel(channel, language)]
    if channel:
        picks.append(_platforms(subscription, shown, language))
    if subscription.watches:
        picks += [*_choices(subscription, language), _locale(subscription, spoken, language)]
    return Message(
        headline=language.say("card-headline"),
        parts=tuple(parts),
        picks=tuple(picks),
        actions=tuple(_buttons(subscription, shown, language)) if channel else (),
        footer=language.say("card-footer"),
    )


def form(
    subscription: Subscription,
    platforms: Sequence[Choice],
    spoken: Spoken,
    lacks: Sequence[Lack],
    language: Language,
    *,
    calls: bool,
) -> Message:
    """Every choice for one channel at once; `calls`: also who is called when something is critical."""
    parts: list[Part] = [Listing(language.say("card-lacks"), errors.lacking(lacks, language))] if lacks else []
    if subscription.paused:
        parts.append(Paragraph(language.say("watch-paused"), strong=True))
    watched = [watch.target for watch in subscription.watches]
    return Message(
        headline=language.say("card-headline"),
        parts=tuple(parts),
        picks=(
            _pick(subscription, "platforms", language, platforms, watched, most=len(platforms)),
            *_choices(subscription, language),
            _window(subscription, language),
            *([_call(subscription, language)] if calls else []),
            _locale(subscription, spoken, language),
        ),
    )


def configured(subscription: Subscription, names: Mapping[str, str], language: Language) -> Message:
    """What a channel hears now that a form was kept; `names` has the name of each target watched."""
    channel, watched = subscription.destination.channel, tuple(names[watch.target] for watch in subscription.watches)
    listed = Listing(language.say("card-channel"), watched or (language.say("form-nothing"),), channel)
    return Message(
        headline=language.say("form-kept"),
        parts=(listed, *_called(subscription.call, language)),
        actions=(Action(language.say("button-test"), "test", {"channel": channel}),) if watched else (),
        tone="done",
    )


def _called(call: str, language: Language) -> Iterator[Part]:
    """Whom critical changes call; of a group its name, so that an admin who gave its ID sees whether it is the one."""
    if call:
        who = language.say("call-active") if call == HERE else Group(call, language.say("call-unnamed"))
        yield Listing(language.say("call-who"), (who,))


def _watched(watch: Watch, names: Mapping[str, str], language: Language) -> str:
    name = names[watch.target]
    return language.say("list-row-role", row=name) if watch.mention else name


def moving(left: Subscription, language: Language) -> Message:
    """Asks which channel is to go on in place of this one."""
    here = {"channel": left.destination.channel}
    return Message(
        headline=language.say("move-headline"),
        parts=(Paragraph(language.say("move-what", name=left.closed) if left.closed else language.say("move-live")),),
        picks=(Pick(language.say("pick-channel"), "move", "to", "channel", here, least=1),),
    )


def nothing_watched(language: Language) -> Message:
    """There is nothing yet of which could be chosen how it is told."""
    return Message(headline=language.say("style-nothing"), actions=(set_up(language),), tone="error")


def nothing_to_pause(language: Language) -> Message:
    """The channel watches nothing."""
    return Message(headline=language.say("pause-nothing"), actions=(set_up(language),), tone="error")


def _buttons(subscription: Subscription, shown: Shown, language: Language) -> Iterator[Action]:
    here = {"channel": subscription.destination.channel}
    if subscription.watches:
        yield Action(language.say("button-test"), "test", here, primary=True)
    yield Action(language.say("button-search"), "settings", here, asks="search")
    if shown.page or shown.searched:
        earlier = {"page": str(shown.page - 1)} if shown.page > 1 else {}
        yield Action(language.say("button-earlier"), "settings", here | earlier)
    if shown.more:
        yield Action(language.say("button-more"), "settings", here | {"page": str(shown.page + 1)})
    if subscription.watches:
        label = language.say("button-resume" if subscription.paused else "button-pause")
        value = {} if subscription.paused else {"value": "yes"}
        yield Action(label, "choose", here | shown.options | {"what": "paused"} | value)
    if subscription.watches and "text" in KEPT[subscription.destination.chat]:
        yield Action(language.say("button-text"), "choose", here | shown.options | {"what": "text"}, asks="value")


def set_up(language: Language) -> Action:
    """The button by which a channel is set up."""
    return Action(language.say("button-settings"), "settings", primary=True)


def _channel(channel: str, language: Language) -> Pick:
    label = language.say("pick-channel")
    return Pick(label, "settings", "channel", "channel", chosen=(channel,) if channel else (), least=1)


def _platforms(subscription: Subscription, shown: Shown, language: Language) -> Pick:
    offered = {choice.value for choice in shown.choices}
    return _pick(
        subscription,
        "platforms",
        language,
        shown.choices,
        [watch.target for watch in subscription.watches if watch.target in offered],
        most=len(shown.choices),
        options=shown.options,
    )


def _choices(subscription: Subscription, language: Language) -> Iterator[Pick]:
    """What can be chosen once something is watched. Lines that differ among themselves count as their first."""
    first = subscription.watches[0] if subscription.watches else Watch("")
    topics = [Choice(language.say(f"topic-{topic}"), topic) for topic in Topic]
    severities = [Choice(language.say(f"least-{severity}"), severity) for severity in SEVERITIES]
    news = [Choice(language.say(f"news-{choice}"), choice) for choice in NEWS]
    cadences = [Choice(language.say(f"cadence-{cadence}"), cadence) for cadence in CADENCES]
    yield _pick(subscription, "topics", language, topics, sorted(first.topics), most=len(topics))
    yield _pick(subscription, "severity", language, severities, [first.severity], least=1)
    yield _pick(subscription, "news", language, news, [told_news(subscription)], least=1)
    yield _pick(subscription, "cadence", language, cadences, [subscription.cadence], least=1)
    here = {"channel": subscription.destination.channel, "what": "mention"}
    mentioned = (subscription.mention,) if subscription.mention else ()
    chat = subscription.destination.chat
    if chat in FORMS:
        yield Pick(language.say("pick-person"), "choose", "value", "person", here, chosen=mentioned)
    else:
        yield Pick(language.say("pick-mention"), "choose", "value", "role", here, chosen=mentioned)
    known = EXTRAS[chat]
    extras = [Choice(language.say(f"extra-{_EXTRAS.get((chat, extra), extra)}"), extra) for extra in known]
    on = [extra for extra in known if getattr(subscription, extra)]
    yield _pick(subscription, "extras", language, extras, on, most=len(known))


def told_news(subscription: Subscription) -> str:
    """Which of `NEWS` the channel has chosen."""
    return NEWS[0] if subscription.news else NEWS[1]


def _locale(subscription: Subscription, spoken: Spoken, language: Language) -> Pick:
    return _pick(subscription, "locale", language, spoken.choices, [spoken.chosen], least=1)


def _window(subscription: Subscription, language: Language) -> Pick:
    windows = [Choice(language.say("window", hours=hours), str(hours)) for hours in WINDOWS]
    return _pick(subscription, "window", language, windows, [str(subscription.window)], least=1)


def _call(subscription: Subscription, language: Language) -> Pick:
    here = {"channel": subscription.destination.channel, "what": "call"}
    chosen, hint = (subscription.call,) if subscription.call else (), language.say("hint-call")
    return Pick(language.say("pick-call"), "choose", "value", "text", here, chosen=chosen, hint=hint)


def _pick(
    subscription: Subscription,
    what: str,
    language: Language,
    choices: Sequence[Choice],
    chosen: Sequence[str],
    *,
    least: int = 0,
    most: int = 1,
    options: Mapping[str, str] | None = None,
) -> Pick:
    here = {"channel": subscription.destination.channel, "what": what, **(options or {})}
    label = language.say(f"pick-{what}")
    return Pick(label, "choose", "value", "list", here, tuple(choices), tuple(chosen), least, most)
