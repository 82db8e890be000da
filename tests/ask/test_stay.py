"""Coming to a server, leaving it, and what is kept meanwhile."""

from dataclasses import replace

import pytest

from bot.ask.presses import write
from bot.errors import Lack
from bot.model.message import Link
from bot.model.subscription import ChatName, Watch
from tests.ask.conftest import ADMIN, HERE, Counter, button


async def test_one_welcome_and_choices_that_come_back(counter: Counter) -> None:
    """A real join is welcomed, a known server is not; whoever returns within 30 days has their choices again."""
    first = await counter.desk.joined(ChatName.DISCORD, "guild", "en")
    assert first is not None
    assert button(first, "Set up").primary
    await counter.desk.welcomed(ChatName.DISCORD, "guild")
    assert await counter.desk.joined(ChatName.DISCORD, "guild", "en") is None
    await counter.say("watch", platform="tunegarden")
    await counter.desk.left(ChatName.DISCORD, "guild")
    assert await counter.chosen() is None
    again = await counter.desk.joined(ChatName.DISCORD, "guild", "en")
    assert again is not None
    assert "one channel" in str(again)
    assert (await counter.kept()).watches == (Watch("tunegarden"),)


@pytest.mark.parametrize(
    ("locale", "label"),
    [
        ("en", "Privacy Policy"),
        ("de", "Datenschutzerklärung"),
        ("fr", "Politique de confidentialité"),
        ("es", "Política de privacidad"),
        ("ja", "プライバシーポリシー"),
        ("pt-BR", "Política de Privacidade"),
    ],
)
async def test_the_welcome_links_to_the_privacy_policy(counter: Counter, locale: str, label: str) -> None:
    """In every language, as does what is stored of a place or person; where there is none, nothing is linked."""
    linked = replace(counter.desk, policy="https://bell.test/privacy")
    plain, counter.desk = counter.desk, linked
    here = replace(ADMIN, locale=locale)
    asked = [(await counter.reply("privacy", who)).message for who in (here, replace(here, space="", channel=""))]
    welcome = await linked.joined(ChatName.DISCORD, "guild", locale)
    assert [each.links for each in (welcome, *asked) if each] == [(Link(label, "https://bell.test/privacy"),)] * 3
    other = await plain.joined(ChatName.DISCORD, "other", locale)
    assert other is not None
    assert other.links == ()


async def test_the_welcome_says_what_anyone_may_ask(counter: Counter) -> None:
    """Every command whose answer can be shared, as it is typed there."""
    message = await counter.desk.joined(ChatName.DISCORD, "guild", "de")
    [told] = [str(part) for part in message.parts if "Fragen können alle" in str(part)] if message else []
    shared = [command for command in counter.desk.commands if ChatName.DISCORD in command.shared]
    asked = [command.discord for command in shared if command.discord]
    assert asked == ["policy", "optout", "changes", "find"]
    assert all(f"/{command}" in told for command in asked)


async def test_a_server_that_is_gone_without_a_word_is_ended(counter: Counter) -> None:
    """Of all servers that we are in, the others are ended, and the new ones named."""
    await counter.desk.joined(ChatName.DISCORD, "guild", "en")
    await counter.say("watch", platform="tunegarden")
    assert await counter.desk.present(ChatName.DISCORD, {"other"}) == {"other"}
    assert await counter.chosen() is None


async def test_a_welcome_is_owed_until_it_is_out(counter: Counter) -> None:
    """A process that dies before it posts leaves it to the next, which finds the server among those that are new.

    With the channels that are back; not where the server is taken up quietly, and not once it was left.
    """
    assert await counter.desk.joined(ChatName.DISCORD, "guild", "en") is not None
    await counter.say("watch", platform="tunegarden")
    assert await counter.desk.present(ChatName.DISCORD, {"guild"}) == {"guild"}
    assert "one channel" in str(await counter.desk.joined(ChatName.DISCORD, "guild", "en"))
    await counter.desk.welcomed(ChatName.DISCORD, "guild")
    assert await counter.desk.present(ChatName.DISCORD, {"guild"}) == set()
    assert await counter.desk.joined(ChatName.DISCORD, "quiet", "en", quietly=True) is None
    assert await counter.desk.present(ChatName.DISCORD, {"guild", "quiet"}) == set()
    for late in ("brief", "late"):
        await counter.desk.joined(ChatName.DISCORD, late, "en")
    await counter.desk.left(ChatName.DISCORD, "brief")
    assert await counter.desk.joined(ChatName.DISCORD, "late", "en", quietly=True) is None
    assert await counter.store.spaces.unwelcomed(ChatName.DISCORD) == frozenset()


async def test_everything_is_erased_once_confirmed(counter: Counter) -> None:
    """Asked once more; then nothing is left, and a later return brings nothing back, and no second welcome."""
    await counter.desk.joined(ChatName.DISCORD, "guild", "en")
    await counter.desk.welcomed(ChatName.DISCORD, "guild")
    await counter.say("watch", platform="tunegarden")
    asked = await counter.ask("erase")
    assert await counter.chosen() is not None
    await counter.desk.press(write(button(asked, "Erase everything"), counter.desk.commands), (), ADMIN)
    assert await counter.chosen() is None
    assert await counter.desk.joined(ChatName.DISCORD, "guild", "en") is None


async def test_a_channel_that_is_deleted_is_told_of_by_the_courier(counter: Counter) -> None:
    """Once, with its name; a channel that watches nothing is nobody's business."""
    await counter.desk.closed(HERE, "#general")
    assert await counter.store.deliveries.claim(2, 0) == []
    await counter.say("watch", platform="tunegarden")
    await counter.desk.closed(HERE, "#general")
    [(_, delivery)] = await counter.store.deliveries.claim(2, 0)
    assert (delivery.subject.kind, delivery.subject.name, delivery.destination) == ("closed", "#general", HERE)


async def test_a_channel_in_which_nothing_can_be_posted_any_more(counter: Counter) -> None:
    """Is noted as such, and told of once; one that watches nothing, or that is known to be ill, is no news."""
    await counter.desk.blocked(HERE, Lack("archive"))
    for verb in ("watch", "unwatch"):
        await counter.say(verb, platform="tunegarden")
    await counter.desk.blocked(HERE, Lack("archive"))
    assert await counter.store.deliveries.claim(2, 0) == []
    await counter.say("watch", platform="tunegarden")
    for _ in range(2):
        await counter.desk.blocked(HERE, Lack("archive"))
    [(_, delivery)] = await counter.store.deliveries.claim(2, 0)
    assert (delivery.subject.kind, delivery.destination) == ("blocked", HERE)
    kept = await counter.chosen()
    assert kept is not None
    assert (kept.blocked, kept.lacks) == ("archive", (Lack("archive"),))
