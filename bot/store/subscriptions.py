"""What destinations want, with an index by target, so that nobody is asked who does not watch it."""

from collections.abc import AsyncIterator, Mapping, Sequence, Set

from bot.model.subscription import ChatName, Destination, Subscription
from bot.ports import Amended, Amendment
from bot.store import codec, keys
from bot.store.connect import Client
from bot.store.watched import Watched

BATCH = 500
"""Subscriptions that are read at once."""
BLOCKED = "!blocked"
"""Stands among the targets in the index, and is none: no platform's id begins so."""


class RedisSubscriptions:
    """`Subscriptions` on Redis."""

    def __init__(self, client: Client, watched: Watched) -> None:
        self._client = client
        self._watched = watched
        self._subscribe = client.script("subscribe")

    async def get(self, destination: Destination) -> Subscription | None:
        """The subscription of a destination."""
        data = await self._client.execute_command("HGET", keys.SUBSCRIPTIONS, str(destination))
        return codec.SUBSCRIPTION.load(data) if data else None

    async def put(self, subscription: Subscription) -> None:
        """Keep it in place of what was there; one without lines is dropped."""
        await self.amend(subscription.destination, lambda _: subscription)

    async def drop(self, destination: Destination) -> None:
        """Forget it."""
        await self.amend(destination, lambda _: None)

    async def of_space(self, chat: ChatName, space: str) -> Sequence[Subscription]:
        """Those of a guild or workspace."""
        names = await self._client.execute_command("SMEMBERS", keys.space(chat, space))
        return sorted(await self._read(list(names)), key=lambda s: s.destination.channel)

    def watched(self, chat: ChatName, space: str) -> Mapping[str, Sequence[str]]:
        """What a guild or workspace watches, from memory."""
        return self._watched.of(chat, space)

    async def recall(self, chat: ChatName) -> None:
        """Read what a chat watches into memory, a batch a round trip."""
        self._watched.begin(chat)
        found: list[Subscription] = []
        cursor = 0
        while True:
            cursor, batch = await self._client.execute_command(
                "HSCAN", keys.SUBSCRIPTIONS, cursor, "MATCH", f"{chat}:*", "COUNT", BATCH
            )
            found += map(codec.SUBSCRIPTION.load, batch.values())
            if cursor == 0:
                break
        self._watched.fill(chat, found)

    async def wanting(self, targets: Set[str]) -> AsyncIterator[Sequence[Subscription]]:
        """Batches of those with a line for one of `targets`.

        One that is there all along comes exactly once; one put or dropped meanwhile comes once or not at all.
        """
        come: set[bytes] = set()
        for target in sorted(targets):
            cursor = 0
            while True:
                cursor, found = await self._client.execute_command("SSCAN", keys.wants(target), cursor, "COUNT", BATCH)
                names = [name for name in dict.fromkeys(found) if name not in come]
                come.update(names)
                batch = [s for s in await self._read(names) if any(w.target in targets for w in s.watches)]
                if batch:
                    yield batch
                if cursor == 0:
                    break

    async def blocked(self) -> Sequence[Subscription]:
        """Those to which a permission is missing."""
        names = await self._client.execute_command("SMEMBERS", keys.wants(BLOCKED))
        return sorted(await self._read(list(names)), key=lambda s: s.destination)

    async def _read(self, names: Sequence[bytes]) -> list[Subscription]:
        if not names:
            return []
        found = await self._client.execute_command("HMGET", keys.SUBSCRIPTIONS, *names)
        return [codec.SUBSCRIPTION.load(data) for data in found if data]

    async def amend(self, destination: Destination, change: Amendment) -> Amended:
        """Swap what is there for what `change` makes of it, and again where another came in between."""
        while True:
            there = await self._client.execute_command("HGET", keys.SUBSCRIPTIONS, str(destination)) or b""
            before = codec.SUBSCRIPTION.load(there) if there else None
            after = change(before)
            if after == before:
                self._watched.note(destination, before)
                return Amended(before, after)
            new = codec.SUBSCRIPTION.dump(after) if after and after.watches else b""
            go, come = _targets(before), _targets(after)
            done = await self._subscribe(
                keys=[
                    keys.SUBSCRIPTIONS,
                    keys.space(destination.chat, destination.space),
                    *map(keys.wants, (*go, *come)),
                ],
                args=[str(destination), there, new, len(go)],
            )
            if done:
                self._watched.note(destination, after)
                return Amended(before, after)


def _targets(subscription: Subscription | None) -> list[str]:
    """What it is found by: the targets of its lines, and whether it is blocked."""
    if subscription is None or not subscription.watches:
        return []
    return [*(watch.target for watch in subscription.watches), *([BLOCKED] if subscription.blocked else [])]
