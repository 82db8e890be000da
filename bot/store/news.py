"""What was told, for those who ask."""

from collections.abc import Sequence
from datetime import datetime

from bot.model.change import Change
from bot.model.story import Story
from bot.store import codec, keys
from bot.store.connect import Client


class RedisNews:
    """`News` on Redis."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def change(self, change: str) -> Change | None:
        """A change by its id."""
        data = await self._client.execute_command("GET", keys.change(change))
        return codec.CHANGE.unpack(data) if data else None

    async def story(self, story: str) -> Story | None:
        """A story by its id."""
        data = await self._client.execute_command("GET", keys.story(story))
        return codec.STORY.load(data) if data else None

    async def latest(
        self, *, platform: str | None = None, most: int = 10, since: datetime | None = None
    ) -> Sequence[Change]:
        """The latest changes, newest first."""
        index = keys.latest_of(platform) if platform else keys.LATEST
        least = since.timestamp() if since else "-inf"
        found = await self._client.execute_command("ZREVRANGEBYSCORE", index, "+inf", least, "LIMIT", 0, max(most, 0))
        if not found:
            return ()
        packed = await self._client.execute_command("MGET", *(keys.change(identity.decode()) for identity in found))
        return [codec.CHANGE.unpack(data) for data in packed if data]
