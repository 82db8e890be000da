"""What admins order beside the card: the list, rest and return, a sample; and what is stored."""

from dataclasses import replace

from bot.errors import Blocked, Lack
from bot.model.delivery import Delivery, Subject
from bot.model.message import Paragraph
from tests.ask.conftest import ADMIN, HERE, Counter, button
from tests.deliver.test_fanout import publish
from tests.fakes.tunegarden import change


async def test_an_empty_list_leads_to_the_card(counter: Counter) -> None:
    """Nothing is watched, and the button to change that is there."""
    assert button(await counter.ask("list"), "Set up").verb == "settings"


async def test_below_a_channel_that_hears_nothing_the_list_says_what_to_do(counter: Counter) -> None:
    """Right below what is missing, where all of that is given in the channel's permissions."""
    await counter.say("watch", platform="tunegarden")
    remedy = "Whoever manages the channel can give it: Edit Channel › Permissions › Clausebell."
    for lack, said in [(Lack("embed_links"), [remedy]), (Lack("role", "artists"), [])]:
        ill = replace(await counter.kept(), blocked="x", lacks=(Lack("send_messages"), lack))
        await counter.store.subscriptions.put(ill)
        told = [part.text for part in (await counter.ask("list")).parts if isinstance(part, Paragraph)]
        assert told[0].startswith("Messages are waiting, as something is missing: Send Messages and ")
        assert told[1:] == said


async def test_any_answer_to_an_admin_names_channels_that_hear_nothing(counter: Counter) -> None:
    """Who takes no direct messages learns it there."""
    await counter.say("watch", platform="tunegarden")
    await counter.store.subscriptions.put(replace(await counter.kept(), blocked="x", lacks=(Lack("embed_links"),)))
    assert "Embed Links" in await counter.say("watch", platform="inkwell", channel="news")
    assert "Embed Links" not in await counter.hear("policy", replace(ADMIN, options={"platform": "inkwell"}))


async def test_a_sample_is_the_latest_change_and_mentions_nobody(counter: Counter) -> None:
    """It is posted to the real channel, as an announcement is, and named a sample."""
    await counter.say("watch", platform="tunegarden", role="7")
    await publish(counter.store, change())
    assert (await counter.ask("test")).tone == "done"
    [(where, message, _)] = counter.chat.posted
    assert where == HERE
    assert message.title == "A sample · Tunegarden · Terms of Service"
    assert [manner.mention for manner in counter.chat.manners] == [None]


async def test_a_sample_needs_no_change(counter: Counter) -> None:
    """A channel to whose platforms nothing happened yet gets a word of ours; each sample is a message of its own."""
    await counter.say("watch", platform="inkwell")
    await publish(counter.store, change())
    await counter.ask("test")
    counter.clock.time = counter.clock.time.replace(second=1)
    await counter.ask("test")
    assert [message.title for _, message, _ in counter.chat.posted] == ["A sample", "A sample"]
    assert len({key for _, _, key in counter.chat.posted}) == 2


async def test_a_sample_that_cannot_be_posted_says_why(counter: Counter) -> None:
    """The permission that is missing, and what to do."""
    counter.chat.fails["general"] = Blocked("?", lacks=[Lack("send_messages")])
    told = await counter.say("test")
    assert "'Send Messages'" in told
    assert "can give it: Edit Channel" in told


async def test_a_pause_holds_and_a_resume_lets_go(counter: Counter) -> None:
    """What came in between is queued again."""
    await counter.say("watch", platform="tunegarden")
    await counter.say("pause")
    assert (await counter.kept()).paused
    await counter.store.deliveries.enqueue([Delivery(Subject("change", "x"), HERE)])
    [(ticket, delivery)] = await counter.store.deliveries.claim(1, 0)
    await counter.store.deliveries.hold(ticket, delivery)
    await counter.say("resume")
    assert not (await counter.kept()).paused
    assert len(await counter.store.deliveries.claim(1, 0)) == 1


async def test_there_may_be_nothing_to_pause(counter: Counter) -> None:
    """A channel that watches nothing is offered to be set up."""
    assert button(await counter.ask("pause"), "Set up").verb == "settings"


async def test_privacy_says_what_is_stored(counter: Counter) -> None:
    """Anyone may know how much it is, and for how long."""
    await counter.say("watch", platform="tunegarden", role="7")
    told = await counter.hear("privacy", replace(ADMIN, admin=False))
    assert "Fact(label='Channels with settings', value='1')" in told
    assert "30 days" in told


async def test_asked_in_a_direct_message_privacy_is_about_the_person(counter: Counter) -> None:
    """There is no server to tell of, only where to ask about one."""
    told = await counter.hear("privacy", replace(ADMIN, admin=False, space="", channel=""))
    assert "Your ID, where you set up a channel or asked for a reminder" in told
    assert "Facts" not in told
