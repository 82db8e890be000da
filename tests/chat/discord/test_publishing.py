"""Messages of announcement channels, shown to the channels that follow them: so many an hour, across restarts."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import timedelta

import pytest
from discord.utils import time_snowflake, utcnow

from bot.app import desk_on
from bot.chat.discord.client import DiscordChat
from bot.chat.discord.publishing import HOUR, LATE, PER_HOUR, REST, WAITING, Hours
from bot.deliver.courier import Courier
from bot.deliver.words import Words
from bot.errors import Later
from bot.model.delivery import Delivery, Subject
from bot.model.subscription import ChatName, Destination, Manner, Subscription, Watch
from bot.store.store import Store
from bot.wording.language import Languages
from tests.chat.discord.desk import NotingDesk
from tests.chat.discord.test_poster import MESSAGE, at
from tests.deliver.test_fanout import publish
from tests.fakes.discord import CROSSPOSTED, NEWS, FakeDiscord, Json
from tests.fakes.tunegarden import CATALOGUE, change
from tests.fakes.world import HandClock

Serving = Callable[..., AbstractAsyncContextManager[DiscordChat]]
PUBLISHED = Manner(publish=True)


@pytest.fixture
def news(discord: FakeDiscord, guild: Json) -> Json:
    """An announcement channel, whose limits on posting are out of the way."""
    discord.limits = {**discord.limits, "create_message": (99, 1.0)}
    return discord.add_channel(guild, "news", NEWS)


def shown(discord: FakeDiscord) -> list[str]:
    """Messages that were published, in the order in which they were posted."""
    return [message for message, row in discord.messages.items() if row["flags"] & CROSSPOSTED]


async def test_what_others_follow_is_to_be_published(
    discord: FakeDiscord, guild: Json, news: Json, serving: Serving, desk: NotingDesk
) -> None:
    """What is posted in an announcement channel, unless an admin chose otherwise; nothing of other channels."""
    async with serving() as chat:
        posted = await chat.poster.post(at(guild, news), MESSAGE, key="one", manner=PUBLISHED)
        other = await chat.poster.post(at(guild, news), MESSAGE, key="two")
        elsewhere = await chat.poster.post(at(guild), MESSAGE, key="three", manner=PUBLISHED)
        assert desk.followers == [posted]
        for message, where in [(posted, news), (elsewhere, guild["channels"][0])]:
            await chat.poster.publish(at(guild, where), message)
    assert shown(discord) == [posted]
    assert other in discord.messages


async def test_what_is_old_stays_unpublished(discord: FakeDiscord, guild: Json, news: Json, serving: Serving) -> None:
    """Nobody is shown yesterday's announcement as news."""
    old = time_snowflake(utcnow() - LATE)
    async with serving() as chat:
        await chat.poster.publish(at(guild, news), str(old))
    assert discord.calls("crosspost_message") == []


async def test_a_channel_rests_where_discord_takes_nothing(
    discord: FakeDiscord, guild: Json, news: Json, serving: Serving
) -> None:
    """Discord is asked once, and the others wait without asking."""
    async with serving() as chat:
        posted = [await chat.poster.post(at(guild, news), MESSAGE, key=key) for key in ("one", "two")]
        discord.stall("crosspost_message")
        chat.poster._patience = 0.05
        for message in posted:
            with pytest.raises(Later) as later:
                await chat.poster.publish(at(guild, news), message)
        assert 0 < later.value.seconds <= REST
    assert len(discord.calls("crosspost_message")) == 1


def test_so_many_an_hour() -> None:
    """What is more waits until there is room, in order, each for its own turn; what is far too much is left out."""
    now = 0.0
    hours = Hours(lambda: now)
    waits = [hours.wait(1, message) for message in range(PER_HOUR + WAITING + 2)]
    assert waits == [0.0] * PER_HOUR + [HOUR] * PER_HOUR + [2 * HOUR] * PER_HOUR + [None, None]
    assert hours.wait(2, 1) == 0
    now = HOUR
    assert [hours.wait(1, PER_HOUR), hours.wait(1, 2 * PER_HOUR)] == [0, HOUR]
    assert hours.wait(1, 99) == 2 * HOUR


def courier(store: Store, chat: DiscordChat, languages: Languages) -> Courier:
    """A courier to Discord alone."""
    posters, telegraphs = {ChatName.DISCORD: chat.poster}, {ChatName.DISCORD: chat.telegraph}
    words = Words(CATALOGUE, store.news, languages)
    return Courier(
        store.deliveries, store.subscriptions, posters, telegraphs, words, lambda: 0.0, 8, 30.0, 30.0, burst_window=0
    )


async def announce(store: Store, where: Destination, count: int) -> None:
    """So many changes are told in the channel."""
    told = [change(f"You agree that we may train AI model number {n} on your uploads.") for n in range(count)]
    for one in told:
        await publish(store, one)
    await store.deliveries.enqueue([Delivery(Subject("change", one.id), where) for one in told])


async def test_what_waits_is_published_after_a_restart(
    discord: FakeDiscord,
    guild: Json,
    news: Json,
    serving: Serving,
    stores: Sequence[Store],
    languages: Languages,
    clock: HandClock,
) -> None:
    """Of eleven announcements two wait for the next hour, which another process sees; each is published once."""
    where = at(guild, news)
    await stores[0].subscriptions.put(Subscription(where, (Watch("all"),)))
    await announce(stores[0], where, PER_HOUR + 2)
    for store, published in zip(stores, (PER_HOUR, PER_HOUR + 2), strict=True):
        async with serving(desk_on(store, CATALOGUE, {}, languages, clock)) as chat:
            await store.deliveries.wake()
            await courier(store, chat, languages).once()
        assert len(shown(discord)) == published
        clock.time += timedelta(seconds=HOUR + 1)
        discord.hour_passes()
    assert len(discord.sent(news)) == PER_HOUR + 2
    assert len(discord.calls("crosspost_message")) == PER_HOUR + 2


async def test_a_refused_publication_fails_nothing(
    discord: FakeDiscord,
    guild: Json,
    news: Json,
    serving: Serving,
    store: Store,
    languages: Languages,
    clock: HandClock,
) -> None:
    """The message stands, is not posted again, and the channel is not taken to be in trouble."""
    where = at(guild, news)
    await store.subscriptions.put(Subscription(where, (Watch("all"),)))
    await announce(store, where, 1)
    discord.fail_next("crosspost_message", 403, code=50013)
    async with serving(desk_on(store, CATALOGUE, {}, languages, clock)) as chat:
        await courier(store, chat, languages).once()
    assert (len(discord.sent(news)), shown(discord)) == (1, [])
    kept = await store.subscriptions.get(where)
    assert kept is not None
    assert kept.blocked is None
    assert discord.refused() == ["crosspost_message 403"]


@pytest.fixture
def stores(store: Store, other: Store) -> Sequence[Store]:
    """Those of a process, and of the one that comes after it."""
    return store, other
