"""What follows an announcement, or comes later than at once: digests, reminders, reverts, news."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.deliver.courier import Courier
from bot.deliver.fanout import FanOut
from bot.deliver.words import Words
from bot.errors import Later, Refused
from bot.model.change import Change, change_id
from bot.model.delivery import Delivery, Subject
from bot.model.guidance import OptOut
from bot.model.message import Listing, Paragraph
from bot.model.platform import Catalogue
from bot.model.story import Story
from bot.model.subscription import Cadence, ChatName, Destination, Subscription, Watch
from bot.model.topic import Severity, Topic
from bot.ports import DocumentState
from bot.store.connect import Client
from bot.store.store import Store
from bot.wording.language import Languages
from tests.deliver.test_fanout import publish
from tests.fakes.tunegarden import CATALOGUE, INKWELL, QUOTE, TUNEGARDEN, change, story
from tests.fakes.world import Chat, HandClock

HERE = Destination(ChatName.DISCORD, "guild", "here")
PERSON = Destination(ChatName.DISCORD, "guild", "@ada")
OTHER = "We may also share what you upload with our partners."


class Desk:
    """A fan-out and a courier on one store, whose time a test moves."""

    def __init__(self, store: Store, clock: HandClock, languages: Languages, catalogue: Catalogue = CATALOGUE) -> None:
        self.store, self.clock, self.chat = store, clock, Chat()
        chats = {ChatName.DISCORD: self.chat}
        words = Words(catalogue, store.news, languages)
        self.fanout = FanOut(catalogue, store.outbox, store.news, store.subscriptions, store.deliveries, clock)
        self.courier = Courier(store.deliveries, store.subscriptions, chats, chats, words, lambda: 0.0, 8, 30.0, 30.0)

    async def subscribe(self, cadence: Cadence = "at_once", *, news: bool = True, paused: bool = False) -> None:
        """Let the channel want everything, with a mention."""
        wanted = Subscription(HERE, (Watch("all"),), cadence, mention="role", news=news, paused=paused, by="ada")
        await self.store.subscriptions.put(wanted)

    async def tell(self, *told: Change | Story) -> None:
        """Publish each, and do what is due."""
        for one in told:
            if isinstance(one, Change):
                await publish(self.store, one)
            else:
                claim = await self.store.schedule.claim_now("feed:desk", 60)
                await self.store.feeds.commit("desk", claim, DocumentState(), seen=(), stories=(one,), due_in=60)
        await self.work()

    async def work(self) -> None:
        """Fan out, wake and carry what is due now."""
        await self.fanout.once()
        await self.store.deliveries.wake()
        await self.courier.once()

    async def at(self, *moment: int) -> None:
        """Let it be that day and hour, and do what is due."""
        self.clock.time = datetime(*moment, tzinfo=UTC)  # type: ignore[misc, arg-type]
        await self.work()

    @property
    def headlines(self) -> list[str]:
        """What the channel was told."""
        return [message.headline for _, message, _ in self.chat.posted]


@pytest.fixture
def desk(store: Store, clock: HandClock, languages: Languages) -> Desk:
    """A desk with nobody subscribed; it is noon on Sunday, 1 March 2026."""
    return Desk(store, clock, languages)


def revert(of: Change) -> Change:
    """The change that takes another back."""
    findings = tuple(replace(finding, side="before", direction=None) for finding in of.findings)
    return replace(
        of,
        id=change_id(of.document.platform, of.edits, reverts=of.id),
        reverts=of.id,
        findings=findings,
        observed_at=of.observed_at + timedelta(days=2),
        effective=None,
    )


def quiet(told: Change) -> Change:
    """The same without a day that would be reminded of."""
    return replace(told, effective=None)


async def test_a_day_is_told_in_one_message(desk: Desk) -> None:
    """A daily channel hears of all changes and news at nine of the next day, each on a line of its own."""
    await desk.subscribe("daily")
    await desk.tell(quiet(change()), quiet(change(OTHER)), quiet(change(OTHER, platform="inkwell")), story())
    await desk.at(2026, 3, 2, 8)
    assert desk.headlines == []
    await desk.at(2026, 3, 2, 9)
    assert desk.headlines == ["3 changes and 1 news report on 2 platforms."]
    [(_, message, _)] = desk.chat.posted
    [lines] = [part.items for part in message.parts if isinstance(part, Listing)]
    assert len(lines) == 4
    assert lines[0].startswith("Tunegarden · Terms of Service (1 March 2026) — Tunegarden added")
    assert [link.label for link in message.links] == [
        "Tunegarden · Terms of Service",
        "Inkwell · Terms of Service",
        "Read at Music Desk",
    ]
    await desk.at(2026, 3, 3, 9)
    assert len(desk.headlines) == 1


async def test_news_on_its_way_is_not_told_to_who_does_without(desk: Desk) -> None:
    """What was gathered, or held, before the channel chose to hear of changes alone is left out."""
    await desk.subscribe("daily")
    await desk.tell(quiet(change()), quiet(change(OTHER)), story())
    await desk.subscribe(paused=True)
    await desk.store.deliveries.enqueue([Delivery(Subject("story", story().id), HERE)])
    await desk.work()
    await desk.subscribe("daily", news=False)
    await desk.store.deliveries.release(HERE)
    await desk.at(2026, 3, 2, 9)
    assert desk.headlines == ["2 changes on one platform."]
    await desk.subscribe("daily")
    await desk.tell(story("Tunegarden sells uploads to whoever trains AI"))
    await desk.subscribe("daily", news=False)
    await desk.at(2026, 3, 3, 9)
    assert len(desk.headlines) == 1


async def test_a_week_is_told_on_monday(desk: Desk) -> None:
    """A weekly channel that hears of something on Tuesday is told on the next Monday."""
    await desk.subscribe("weekly")
    desk.clock.time = datetime(2026, 3, 3, 12, tzinfo=UTC)
    await desk.tell(quiet(change()), quiet(change(OTHER)))
    await desk.at(2026, 3, 8, 9)
    assert desk.headlines == []
    await desk.at(2026, 3, 9, 9)
    assert desk.headlines == ["2 changes on one platform."]


async def test_a_digest_of_one_is_that_one(desk: Desk) -> None:
    """What stands alone in a digest is told as it would have been at once, with its quote."""
    await desk.subscribe("daily")
    await desk.tell(quiet(change()))
    await desk.at(2026, 3, 2, 9)
    [(_, message, _)] = desk.chat.posted
    assert QUOTE in str(message)


async def test_an_empty_digest_is_not_posted(desk: Desk) -> None:
    """A digest whose subjects are no longer known is done in silence."""
    await desk.subscribe("daily")
    digest = Delivery(Subject("digest", "2026-03-02"), HERE)
    await desk.store.deliveries.gather([digest], [Subject("change", "unknown")], desk.clock.now())
    await desk.work()
    assert desk.chat.posted == []
    assert await desk.store.deliveries.dead_letters() == []


async def test_a_day_ahead_rings_again_three_days_before(desk: Desk) -> None:
    """Three days before the terms hold, the channel hears once more, in answer to the first message."""
    await desk.subscribe()
    await desk.tell(change())
    await desk.at(2026, 3, 29, 8)
    assert len(desk.headlines) == 1
    await desk.at(2026, 3, 29, 9)
    assert desk.headlines[1] == "Coming up at Tunegarden: 1 April 2026."
    assert [manner.follows for manner in desk.chat.manners] == [None, "m1"]
    assert [manner.mention for manner in desk.chat.manners] == ["role", None]


@pytest.mark.parametrize(
    "told",
    [
        replace(change(), effective=date(2026, 3, 7)),
        replace(change(), effective=date(2026, 1, 1)),
        quiet(change()),
        change(severity=Severity.MINOR),
        replace(change(), findings=(replace(change().findings[0], topic=Topic.ADVERTISING, direction=None),)),
    ],
    ids=["near", "past", "no day", "minor", "other topic"],
)
async def test_what_needs_no_reminder_gets_none(desk: Desk, redis: Client, told: Change) -> None:
    """No reminder of what is near, past, undated, minor, or about something else than AI training and opting out."""
    await desk.subscribe()
    await desk.tell(told)
    assert len(desk.headlines) == 1
    assert await redis.exists("cb:1:{d0}:later") == 0


async def test_a_deadline_counts_too(store: Store, clock: HandClock, languages: Languages) -> None:
    """Where the last day to opt out comes before the terms hold, that day is reminded of."""
    opt_out = OptOut(
        kind="account_toggle", available="yes", steps=["Press Off"], deadline="2026-03-20", as_of="2026-02-01"
    )
    desk = Desk(store, clock, languages, Catalogue([TUNEGARDEN.model_copy(update={"opt_out": opt_out}), INKWELL]))
    await desk.subscribe()
    await desk.tell(change())
    await desk.at(2026, 3, 17, 9)
    assert desk.headlines[1] == "Coming up at Tunegarden: 20 March 2026."
    assert "Press Off" in str(desk.chat.posted[1][1])


async def test_what_was_taken_back_is_not_reminded_of(desk: Desk) -> None:
    """A reminder of a change that was reverted meanwhile is dropped."""
    await desk.subscribe()
    await desk.tell(change(), revert(change()))
    await desk.at(2026, 3, 29, 9)
    assert len(desk.headlines) == 2


async def test_a_person_is_reminded_by_direct_message(desk: Desk) -> None:
    """Who asked for it hears of it in person, with no subscription; who takes no messages is left in peace."""
    reminder = Subject("reminder", change().id)
    await publish(desk.store, change())
    closed = PERSON._replace(channel="@bob")
    desk.chat.closed.add("bob")
    deliveries = [Delivery(reminder, PERSON), Delivery(reminder, closed)]
    await desk.store.deliveries.schedule(deliveries, desk.clock.now() + timedelta(days=1))
    await desk.at(2026, 3, 2, 12)
    assert [person for person, _ in desk.chat.told] == [PERSON]
    await desk.at(2026, 3, 5, 12)
    assert len(desk.chat.told) == 1
    assert await desk.store.deliveries.enqueue(deliveries) == 0


async def test_a_revert_answers_and_amends(desk: Desk) -> None:
    """What is taken back is said in answer to its announcement, mentioning nobody, and in the announcement itself."""
    await desk.subscribe()
    await desk.tell(quiet(change()))
    await desk.tell(revert(change()))
    assert desk.headlines[1] == "Tunegarden took back an earlier change to its Terms of Service."
    assert (desk.chat.manners[1].follows, desk.chat.manners[1].mention) == ("m1", None)
    assert desk.chat.amended["m1"].parts[0] == Paragraph("Taken back on 3 March 2026.", strong=True)
    assert QUOTE in str(desk.chat.amended["m1"])
    assert desk.chat.redrawn["m1"] == desk.chat.manners[0]
    assert desk.chat.redrawn["m1"].mention == "role"


@pytest.mark.parametrize("error", [Later("Rate limited.", seconds=5), Refused("too long"), RuntimeError("bug")])
async def test_a_failed_amendment_repeats_nothing(desk: Desk, error: Exception) -> None:
    """Where the first message cannot be amended, the answer to it stands, and is posted once."""
    await desk.subscribe()
    await desk.tell(quiet(change()))
    desk.chat.fails["amend here"] = error
    await desk.tell(revert(change()))
    await desk.at(2026, 3, 5, 12)
    assert len(desk.headlines) == 2


async def test_a_revert_of_what_was_not_told_here_is_not_told(desk: Desk) -> None:
    """A channel that joined after the change hears nothing of its going."""
    await desk.tell(quiet(change()))
    await desk.subscribe()
    await desk.tell(revert(change()))
    assert desk.headlines == []


async def test_a_digest_leaves_out_the_going_of_what_was_not_told(desk: Desk) -> None:
    """Of a channel by day that joined after the change; one that had it hears of both, in one digest or in two."""
    await desk.tell(quiet(change(OTHER)))
    await desk.subscribe("daily")
    await desk.tell(revert(change(OTHER)))
    await desk.at(2026, 3, 2, 9)
    assert desk.headlines == []
    await desk.tell(quiet(change()))
    await desk.at(2026, 3, 3, 9)
    await desk.tell(revert(change()))
    await desk.at(2026, 3, 4, 9)
    assert desk.headlines[1:] == ["Tunegarden took back an earlier change to its Terms of Service."]


async def test_a_change_put_off_until_it_was_taken_back_is_not_told(desk: Desk) -> None:
    """A channel that could not be written to in between hears neither of the two."""
    await desk.subscribe()
    desk.chat.fails["here"] = Later("Rate limited.", seconds=60)
    await desk.tell(quiet(change()))
    desk.chat.fails.clear()
    await desk.tell(revert(change()))
    await desk.at(2026, 3, 1, 13)
    assert desk.headlines == []


async def test_a_revert_that_overtakes_its_change_waits_for_it(desk: Desk, other: Store, languages: Languages) -> None:
    """Released together, one process has the change and another its revert: first the one is told, then the other."""
    await desk.subscribe()
    await publish(desk.store, quiet(change()))
    await publish(desk.store, revert(change()))
    await desk.fanout.once()
    second = replace(Desk(other, desk.clock, languages).courier, posters={ChatName.DISCORD: desk.chat})
    [first] = await desk.store.deliveries.claim(1, 0)
    [overtaking] = await other.deliveries.claim(1, 0)
    await second.carry(*overtaking)
    await desk.courier.carry(*first)
    assert desk.chat.manners[0].follows is None
    await desk.at(2026, 3, 1, 13)
    assert [manner.follows for manner in desk.chat.manners] == [None, "m1"]


async def test_a_revert_does_not_wait_for_what_came_to_nothing(desk: Desk) -> None:
    """A change that the chat refused was not told, and so neither is its going."""
    await desk.subscribe()
    desk.chat.fails["here"] = Refused("too long")
    await desk.tell(quiet(change()))
    desk.chat.fails.clear()
    await desk.tell(revert(change()))
    await desk.at(2026, 3, 1, 13)
    assert desk.headlines == []
    assert await desk.store.deliveries.wake() == 0


async def test_news_answers_the_change_that_it_reports(desk: Desk) -> None:
    """A story on the topic of a recent change of its platform answers the latest such change."""
    await desk.subscribe()
    newer = replace(quiet(change(OTHER)), observed_at=change().observed_at + timedelta(hours=1))
    await desk.tell(quiet(change()))
    await desk.tell(newer)
    await desk.tell(story())
    assert [manner.follows for manner in desk.chat.manners] == [None, None, "m2"]


@pytest.mark.parametrize(
    "later",
    [{"seen_at": datetime(2026, 3, 30, tzinfo=UTC)}, {"topics": (Topic.ADVERTISING,)}, {"platforms": ("inkwell",)}],
)
async def test_other_news_stands_by_itself(desk: Desk, later: dict[str, object]) -> None:
    """A story weeks later, about another topic or another platform answers nothing."""
    await desk.subscribe()
    await desk.tell(quiet(change()))
    await desk.tell(replace(story(), **later))  # type: ignore[arg-type]
    assert [manner.follows for manner in desk.chat.manners] == [None, None]
