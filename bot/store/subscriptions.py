"""What destinations want, with an index by target, so that nobody is asked who does not watch it."""

from collections.abc import AsyncIterator, Sequence, Set

from bot.model.subscription import ChatName, Destination, Subscription
from bot.store import codec, keys
from bot.store.connect import Client

BATCH = 500
"""Subscriptions that are read at once."""
BLOCKED = "!blocked"
"""Stands among the targets in the index, and is none: no platform's id begins so."""


class RedisSubscriptions:
    """`Subscriptions` on Redis."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._subscribe = client.script("subscribe")

    async def get(self, destination: Destination) -> Subscription | None:
        """The subscription of a destination."""
        data = await self._client.execute_command("HGET", keys.SUBSCRIPTIONS, str(destination))
        return codec.SUBSCRIPTION.load(data) if data else None

    async def put(self, subscription: Subscription) -> None:
        """Keep it in place of what was there; one without lines is dropped."""
        await self._replace(subscription.destination, subscription if subscription.watches else None)

    async def drop(self, destination: Destination) -> None:
        """Forget it."""
        await self._replace(destination, None)

    async def of_space(self, chat: ChatName, space: str) -> Sequence[Subscription]:
        """Those of a guild or workspace."""
        names = await self._client.execute_command("SMEMBERS", keys.space(chat, space))
        return sorted(await self._read(list(names)), key=lambda s: s.destination.channel)

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

    async def _replace(self, destination: Destination, new: Subscription | None) -> None:
        """Swap what is there for `new`, and again where another came in between."""
        while True:
            there = await self._client.execute_command("HGET", keys.SUBSCRIPTIONS, str(destination)) or b""
            go = _targets(codec.SUBSCRIPTION.load(there)) if there else []
            wants = [keys.wants(target) for target in (*go, *(_targets(new) if new else ()))]
            done = await self._subscribe(
                keys=[keys.SUBSCRIPTIONS, keys.space(destination.chat, destination.space), *wants],
                args=[str(destination), there, codec.SUBSCRIPTION.dump(new) if new else b"", len(go)],
            )
            if done:
                return


def _targets(subscription: Subscription) -> list[str]:
    """What it is found by: the targets of its lines, and whether it is blocked."""
    return [*(watch.target for watch in subscription.watches), *([BLOCKED] if subscription.blocked else [])]
