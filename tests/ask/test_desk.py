"""What is answered to whom."""

from dataclasses import replace

import pytest

from bot.ask.commands import Invocation
from bot.ask.desk import Desk
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.model.topic import Severity, Topic
from bot.store.store import Store
from bot.wording.language import Languages
from tests.deliver.test_fanout import publish
from tests.fakes.tunegarden import CATALOGUE, change
from tests.fakes.world import Chat, HandClock

HERE = Destination(ChatName.DISCORD, "guild", "general")
ANYONE = Invocation(ChatName.DISCORD, "", "dm", "bob", options={"platform": "tunegarden"})


class Counter:
    """A desk, and someone in front of it."""

    def __init__(self, store: Store, languages: Languages) -> None:
        self.store = store
        self.chat = Chat()
        self.desk = Desk(
            CATALOGUE,
            store.documents,
            store.news,
            store.subscriptions,
            store.deliveries,
            store.spaces,
            {ChatName.DISCORD: self.chat, ChatName.SLACK: self.chat},
            languages,
            HandClock(),
        )

    async def say(self, verb: str, *, chat: ChatName = ChatName.DISCORD, **options: str) -> str:
        """Everything in the answer to an admin, as text."""
        return await self.hear(verb, Invocation(chat, "guild", "general", "ada", admin=True, options=options))

    async def hear(self, verb: str, who: Invocation) -> str:
        """Everything in the answer to whoever asks, as text."""
        command = next(c for c in self.desk.commands if c.verb == verb)
        return str((await self.desk.answer(command, who)).message)

    async def chosen(self, destination: Destination = HERE) -> Subscription | None:
        """What the channel is subscribed to."""
        return await self.store.subscriptions.get(destination)


@pytest.fixture
def counter(store: Store, languages: Languages) -> Counter:
    """A desk on the test's store."""
    return Counter(store, languages)


async def test_an_admin_watches_a_platform(counter: Counter) -> None:
    """The channel then wants all topics of the platform from minor up, and the answer names the platform."""
    answer = await counter.say("watch", platform="tune GARDEN")
    assert "Tunegarden" in answer
    subscription = await counter.chosen()
    assert subscription is not None
    assert subscription.watches == (Watch("tunegarden"),)
    assert subscription.by == "ada"


async def test_a_member_without_the_right_is_refused(counter: Counter) -> None:
    """Nothing is stored, and the answer says what is needed."""
    member = Invocation(ChatName.DISCORD, "guild", "general", "bob", options={"platform": "tunegarden"})
    assert "manage this server" in await counter.hear("watch", member)
    assert await counter.chosen() is None


async def test_admin_commands_need_a_server(counter: Counter) -> None:
    """In a direct message there is no channel to watch for."""
    alone = Invocation(ChatName.DISCORD, "", "general", "ada", admin=True, options={"platform": "tunegarden"})
    await counter.hear("watch", alone)
    assert await counter.chosen(Destination(ChatName.DISCORD, "", "general")) is None


async def test_a_watch_takes_topics_severity_channel_and_role(counter: Counter) -> None:
    """Each choice is kept as it was made."""
    await counter.say(
        "watch", platform="all", topics="AI training, arbitration_disputes", severity="major", channel="news", role="7"
    )
    subscription = await counter.chosen(replace_channel("news"))
    assert subscription is not None
    assert subscription.watches == (
        Watch("all", frozenset({Topic.AI_TRAINING, Topic.ARBITRATION_DISPUTES}), Severity.MAJOR),
    )
    assert subscription.mention == "7"


def replace_channel(channel: str) -> Destination:
    """The same guild, another channel."""
    return HERE._replace(channel=channel)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"platform": "tunegardn"}, "Tunegarden"),
        ({"platform": "tunegarden", "severity": "loud"}, "critical"),
        ({"platform": "tunegarden", "topics": "cats"}, "ai_training"),
    ],
)
async def test_what_cannot_be_read_is_answered_with_what_can(
    counter: Counter, options: dict[str, str], told: str
) -> None:
    """A near miss names what was probably meant, a wrong value those that are taken; nothing is stored."""
    someone = Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True, options=options)
    assert told in await counter.hear("watch", someone)
    assert await counter.chosen() is None


async def test_unwatching_the_last_platform_forgets_the_channel(counter: Counter) -> None:
    """A channel that wants nothing is not kept."""
    await counter.say("watch", platform="tunegarden")
    await counter.say("unwatch", platform="tunegarden")
    assert await counter.chosen() is None


async def test_the_list_shows_channels_and_what_blocks_them(counter: Counter) -> None:
    """Each channel with its platforms, and the reason where one gets nothing."""
    await counter.say("watch", platform="tunegarden")
    await counter.say("watch", platform="category:art", channel="news")
    subscription = await counter.chosen()
    assert subscription is not None
    await counter.store.subscriptions.put(replace(subscription, blocked="Send Messages is missing."))
    listing = await counter.say("list")
    assert "Tunegarden" in listing
    assert "art" in listing
    assert "Send Messages is missing." in listing


async def test_in_slack_a_member_sees_this_channel_alone(counter: Counter) -> None:
    """What other channels of the workspace watch, private ones among them, is not theirs to know."""
    await counter.say("watch", chat=ChatName.SLACK, platform="tunegarden", channel="private")
    await counter.say("watch", chat=ChatName.SLACK, platform="inkwell")
    listing = await counter.say("list", chat=ChatName.SLACK)
    assert "Inkwell" in listing
    assert "Tunegarden" not in listing


async def test_watching_again_tries_what_was_blocked(counter: Counter) -> None:
    """An admin who repeats the command after mending the permission need not wait."""
    await counter.say("watch", platform="tunegarden")
    subscription = await counter.chosen()
    assert subscription is not None
    await counter.store.subscriptions.put(replace(subscription, blocked="Send Messages is missing."))
    await counter.say("watch", platform="tunegarden")
    mended = await counter.chosen()
    assert mended is not None
    assert mended.blocked is None


async def test_policy_answers_anyone_with_stance_latest_change_and_day(counter: Counter) -> None:
    """The answer holds what the texts say, the latest change, and dates."""
    await publish(counter.store, change())
    answer = await counter.hear("policy", ANYONE)
    assert "added to its Terms of Service" in answer
    assert "1 March 2026" in answer


async def test_optout_says_that_there_is_none(counter: Counter) -> None:
    """Where there is no way to opt out, the answer leads with that."""
    assert "no opt-out" in (await counter.hear("optout", ANYONE)).casefold()


async def test_completion_offers_what_fits(counter: Counter) -> None:
    """Platforms by their beginnings, groups where something may be watched, and only what is watched to unwatch."""
    someone = Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True)
    await counter.say("watch", platform="inkwell")

    async def values(kind: str, typed: str) -> list[str]:
        return [choice.value for choice in await counter.desk.complete(kind, typed, someone)]  # type: ignore[arg-type]

    assert await values("platform", "tune") == ["tunegarden"]
    assert "category:music" in await values("watchable", "")
    assert await values("watched", "") == ["inkwell"]
    assert await values("topics", "ai_training, arbitr") == ["ai_training, arbitration_disputes"]
    assert await values("severity", "") == ["minor", "major", "critical"]
