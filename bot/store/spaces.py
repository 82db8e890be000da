"""The guilds and workspaces that Clausebell is in, and what is kept for a while of those it was in."""

from collections.abc import Sequence

from bot.model.subscription import ChatName, Subscription
from bot.store import codec, keys
from bot.store.connect import Client
from bot.store.watched import Watched


class RedisSpaces:
    """`Spaces` on Redis: each of its methods is one script or one command."""

    def __init__(self, client: Client, watched: Watched) -> None:
        self._client = client
        self._watched = watched
        self._arrive = client.script("arrive")
        self._depart = client.script("depart")

    async def join(self, chat: ChatName, space: str, *, welcome: bool = False) -> Sequence[Subscription] | None:
        """Note that we are in it; what an earlier stay left comes back, once."""
        back = await self._arrive(keys=_keys(chat, space), args=[space, keys.DELIVERING, int(welcome)])
        if back is None:
            return None
        restored = sorted(map(codec.SUBSCRIPTION.load, back), key=lambda s: s.destination.channel)
        for subscription in restored:
            self._watched.note(subscription.destination, subscription)
        return restored

    async def leave(self, chat: ChatName, space: str, *, keep: float) -> None:
        """End its subscriptions; Redis itself erases what is kept when its time is over."""
        gone = [*_keys(chat, space), keys.awaiting(chat, space), keys.reserved(chat)]
        await self._depart(keys=gone, args=[space, keep, keys.DELIVERING])
        self._watched.forget(chat, space)

    async def known(self, chat: ChatName) -> frozenset[str]:
        """Those that we are in."""
        names = await self._client.execute_command("SMEMBERS", keys.spaces(chat))
        return frozenset(name.decode() for name in names)

    async def unwelcomed(self, chat: ChatName) -> frozenset[str]:
        """Those that are still to be welcomed."""
        names = await self._client.execute_command("SMEMBERS", keys.unwelcomed(chat))
        return frozenset(name.decode() for name in names)

    async def welcomed(self, chat: ChatName, space: str) -> None:
        """Note that the welcome is out."""
        await self._client.execute_command("SREM", keys.unwelcomed(chat), space)

    async def reserve(self, chat: ChatName, space: str, *, on: bool) -> None:
        """Note that only those who manage it choose for its channels, or that others do too."""
        await self._client.execute_command("SADD" if on else "SREM", keys.reserved(chat), space)

    async def reserved(self, chat: ChatName, space: str) -> bool:
        """Whether only those who manage it choose for its channels."""
        return bool(await self._client.execute_command("SISMEMBER", keys.reserved(chat), space))


def _keys(chat: ChatName, space: str) -> list[str]:
    return [
        keys.SUBSCRIPTIONS,
        keys.space(chat, space),
        keys.kept(chat, space),
        keys.spaces(chat),
        keys.unwelcomed(chat),
    ]
