"""The way into the store: one object with every port, for as long as the context lasts."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from bot.ports import (
    Clock,
    Deliveries,
    Documents,
    Feeds,
    Installs,
    News,
    Once,
    Outbox,
    Schedule,
    Spaces,
    Subscriptions,
    Turns,
)
from bot.store import keys
from bot.store.connect import Client, prepare
from bot.store.deliveries import RedisDeliveries
from bot.store.due import RedisSchedule
from bot.store.feeds import RedisFeeds
from bot.store.installs import RedisInstalls, RedisOnce
from bot.store.news import RedisNews
from bot.store.server import serve
from bot.store.server import throwaway as throwaway_server
from bot.store.spaces import RedisSpaces
from bot.store.streams import RedisOutbox, Stream
from bot.store.subscriptions import RedisSubscriptions
from bot.store.turns import RedisTurns
from bot.store.versions import RedisDocuments
from bot.store.watched import Watched

FANOUT_LEASE = 120.0
"""Seconds for which a subject is with one worker. It is not renewed: 50,000 deliveries are queued in a few."""
DELIVERY_LEASE = 30.0
"""Seconds for which a delivery is with one worker, who renews it; and after which a dead worker's is taken over."""


@dataclass(frozen=True, slots=True)
class Store:
    """Everything durable."""

    schedule: Schedule
    documents: Documents
    feeds: Feeds
    news: News
    outbox: Outbox
    deliveries: Deliveries
    subscriptions: Subscriptions
    spaces: Spaces
    once: Once
    turns: Turns
    installs: Installs | None
    """None without a key to encrypt tokens with."""


@asynccontextmanager
async def open_store(
    url: str | None = None,
    data: Path | None = None,
    *,
    consumer: str = "clausebell",
    throwaway: bool = False,
    clock: Clock | None = None,
    lease: float = DELIVERY_LEASE,
    fanout_lease: float = FANOUT_LEASE,
    secrets: Sequence[str] = (),
) -> AsyncIterator[Store]:
    """The store in the Redis at `url`, or in our own with its files in `data`; with `throwaway`, in one that ends too.

    `consumer` names this process among those that share the work; what makes it unique is added. `clock` gives the
    time for what falls due; the server's own where left out, so that workers need not agree on theirs. `secrets` are
    Fernet keys for tokens at rest, the newest first. Leaving hands back what was claimed and is not settled. Raises
    `StoreUnavailable` and `StoreMismatch`.
    """
    async with AsyncExitStack() as stack:
        if throwaway:
            address = await stack.enter_async_context(throwaway_server())
        else:
            address = await stack.enter_async_context(serve(url, data or Path("data")))
        client = Client.to(address)
        stack.push_async_callback(client.aclose)
        await prepare(client)
        installs = RedisInstalls(client, secrets) if secrets else None
        if installs:
            await installs.rekey()
        now = _now(clock)
        watched = Watched()
        me = f"{consumer}-{token_hex(4)}"
        subjects = Stream(client, keys.OUTBOX, keys.DEAD_SUBJECTS, "fanout", me, fanout_lease, now)
        queue = Stream(client, keys.QUEUE, keys.DEAD_DELIVERIES, "couriers", me, lease, now)
        for stream in (subjects, queue):
            await stream.join()
            stack.push_async_callback(stream.leave)
        yield Store(
            RedisSchedule(client, now),
            RedisDocuments(client, now),
            RedisFeeds(client, now),
            RedisNews(client),
            RedisOutbox(subjects),
            RedisDeliveries(client, queue),
            RedisSubscriptions(client, watched),
            RedisSpaces(client, watched),
            RedisOnce(client),
            RedisTurns(client, now),
            installs,
        )


def _now(clock: Clock | None) -> Callable[[], str]:
    return (lambda: f"{clock.now().timestamp():.6f}") if clock else (lambda: "")
