"""The card on which an admin chooses, in one place, what a channel hears and how; each choice is kept at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.ask.admin import known_cadence
from bot.ask.choices import CHOOSERS, FIELDS, SHOWN, line, locale_of, offered, page_of, searched
from bot.ask.commands import YES, Invocation, Reply
from bot.errors import BadOption, Lack
from bot.model.message import Choice, Message
from bot.model.subscription import Subscription
from bot.wording import card

if TYPE_CHECKING:
    from bot.ask.desk import Desk


async def settings(desk: "Desk", invocation: Invocation) -> Reply:
    """The card or form of a channel, with what keeps messages from being posted there named at once."""
    subscription = await _subscription(desk, invocation)
    if invocation.chat in card.FORMS:
        return Reply(
            _form(desk, invocation, subscription, await desk.lacks(subscription.destination, subscription.manner))
        )
    return Reply(await _card(desk, invocation, subscription), instead=bool(invocation.options.get("channel")))


async def choose(desk: "Desk", invocation: Invocation) -> Reply:
    """Keep one choice made on the card, and show the card as it is now."""
    what = invocation.options.get("what", "")
    if what not in CHOOSERS:
        raise BadOption("what", what, list(CHOOSERS))
    values = [value for value in invocation.options.get("value", "").split(",") if value]

    def chosen(there: Subscription | None) -> Subscription:
        before = there or _begun(invocation)
        return replace(CHOOSERS[what](desk, invocation, before, values), by=invocation.user)

    before, after = await desk.subscriptions.amend(invocation.destination(), chosen)
    after = after or _begun(invocation)
    await desk.reopened(after.destination)
    if before and before.paused and not after.paused:
        await desk.deliveries.release(after.destination)
    kept = await _subscription(desk, invocation)
    return Reply(await _card(desk, invocation, kept if after.watches else after), instead=True, saved=True)


async def configure(desk: "Desk", invocation: Invocation) -> Reply:
    """Keep what a form holds, all of it at once: each option has the values of its choice, parted by commas.

    A choice that was left as it stood stays, also where lines of the channel differ in it, and so does one that was not
    sent. A channel needs a platform, and loses its subscription with the last one.
    """

    def configured(there: Subscription | None) -> Subscription:
        before = after = there or _begun(invocation)
        for pick in _form(desk, invocation, before).picks:
            what = pick.options["what"]
            values = [value for value in invocation.options.get(what, "").split(",") if value]
            if what in invocation.options and set(values) != set(pick.chosen):
                after = FIELDS[what](desk, invocation, after, values)
        if not after.watches and not before.watches:
            raise BadOption("platforms", "")
        return replace(after, by=invocation.user)

    after = (await desk.subscriptions.amend(invocation.destination(), configured)).after or _begun(invocation)
    await desk.reopened(after.destination)
    language = desk.language(invocation)
    names = {watch.target: desk.name(watch.target, language) for watch in after.watches}
    return Reply(card.configured(after, names, language), saved=True)


def _form(desk: "Desk", invocation: Invocation, subscription: Subscription, lacks: Sequence[Lack] = ()) -> Message:
    language = desk.language(invocation)
    targets = dict.fromkeys([*offered(desk, {}), *(watch.target for watch in subscription.watches)])
    platforms = [Choice(desk.name(target, language), target) for target in targets]
    return card.form(subscription, platforms, _spoken(desk, subscription), lacks, language, calls=invocation.manager)


def _spoken(desk: "Desk", subscription: Subscription) -> card.Spoken:
    """The languages that there are, and which of them the channel is told in."""
    known = [Choice(language.say("language-name"), language.code) for language in desk.languages]
    return card.Spoken(known, desk.told_in(subscription).code)


async def style(desk: "Desk", invocation: Invocation) -> Reply:
    """How a channel hears of changes, by a typed command: what is not named stays. Answered with the card."""
    given = invocation.options
    switches = ("news", *card.EXTRAS[invocation.chat])
    switched: dict[str, Any] = {switch: given[switch] == YES for switch in switches if switch in given}

    def styled(there: Subscription | None) -> Subscription | None:
        return there and replace(
            there,
            cadence=known_cadence(given["cadence"]) if "cadence" in given else there.cadence,
            mention=invocation.role if "role" in given else there.mention,
            text=line(given["text"]) if "text" in given else there.text,
            **switched,
            locale=locale_of(desk, [given["language"]]) if "language" in given else there.locale,
            by=invocation.user,
        )

    after = (await desk.subscriptions.amend(invocation.destination(), styled)).after
    return Reply(await _card(desk, invocation, after) if after else card.nothing_watched(desk.language(invocation)))


async def move(desk: "Desk", invocation: Invocation) -> Reply:
    """Let another channel watch what a channel watched, in the manner of that one; asked which, where none is named."""
    left = await desk.subscriptions.get(invocation.destination())
    if left is None:
        return Reply(card.nothing_watched(desk.language(invocation)))
    to = invocation.options.get("to")
    if not to:
        return Reply(card.moving(left, desk.language(invocation)))
    there = left.destination._replace(channel=to)
    if there == left.destination:
        return Reply(card.moving(left, desk.language(invocation)), instead=True)

    def moved(known: Subscription | None) -> Subscription:
        after = known or replace(left, destination=there, watches=())
        watched = {watch.target for watch in after.watches}
        for watch in left.watches:
            after = after if watch.target in watched else after.with_watch(watch)
        return replace(after, blocked=None, lacks=(), notice="", closed="", by=invocation.user)

    after = (await desk.subscriptions.amend(there, moved)).after or left
    await desk.subscriptions.drop(left.destination)
    await desk.deliveries.drop(left.destination)
    return Reply(await _card(desk, invocation, after), instead=True)


async def _subscription(desk: "Desk", invocation: Invocation) -> Subscription:
    """What the channel has, or what it begins with."""
    return await desk.subscriptions.get(invocation.destination()) or _begun(invocation)


def _begun(invocation: Invocation) -> Subscription:
    return Subscription.begin(invocation.destination(), by=invocation.user, locale=invocation.local)


async def _card(desk: "Desk", invocation: Invocation, subscription: Subscription) -> Message:
    language = desk.language(invocation)
    targets = offered(desk, invocation.options)
    page = page_of(invocation.options)
    shown = card.Shown(
        [Choice(desk.name(target, language), target) for target in targets[page * SHOWN : (page + 1) * SHOWN]],
        page,
        more=len(targets) > (page + 1) * SHOWN,
        searched=searched(invocation.options),
    )
    names = {watch.target: desk.name(watch.target, language) for watch in subscription.watches}
    lacks = await desk.lacks(subscription.destination, subscription.manner)
    return card.settings(subscription, shown, names, _spoken(desk, subscription), lacks, language)
