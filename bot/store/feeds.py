"""What is known of the news feeds, and which of their entries were met before."""

import hashlib
from collections.abc import Callable, Sequence

from bot.model.delivery import Subject
from bot.model.story import Entry, Story
from bot.ports import Claim, DocumentState
from bot.store import codec, keys
from bot.store.connect import Client

KEPT = 90 * 24 * 3600
"""Seconds for which an identity is known after it was last met."""
STORY_KEPT = 366 * 24 * 3600
"""Seconds for which a story can be asked for."""

_ANYWHERE = ("link:", "title:")


class RedisFeeds:
    """`Feeds` on Redis. `now` gives the time for its scripts: seconds as text, or "" for the server's own."""

    def __init__(self, client: Client, now: Callable[[], str]) -> None:
        self._client = client
        self._now = now
        self._commit = client.script("commit_feed")

    async def state(self, feed: str) -> DocumentState | None:
        """What is known of a feed."""
        data = await self._client.execute_command("HGET", keys.FEEDS, feed)
        return codec.STATE.load(data) if data else None

    async def unseen(self, feed: str, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Those entries that were never met; of several that share an identity, the first."""
        identities = [_identities(feed, entry) for entry in entries]
        every = list(dict.fromkeys(identity for some in identities for identity in some))
        if not every:
            return entries
        met = await self._client.execute_command("ZMSCORE", keys.MET, *every)
        known = {identity for identity, when in zip(every, met, strict=True) if when is not None}
        unseen = []
        for entry, some in zip(entries, identities, strict=True):
            if known.isdisjoint(some):
                unseen.append(entry)
            known.update(some)
        return unseen

    async def commit(
        self,
        feed: str,
        claim: Claim,
        state: DocumentState,
        *,
        seen: Sequence[Entry],
        stories: Sequence[Story],
        due_in: float,
    ) -> bool:
        """Write stories, what was met and the state in one script, if the claim still stands."""
        subjects = [(str(Subject("story", story.id)), codec.STORY.dump(story)) for story in stories]
        return bool(
            await self._commit(
                keys=[keys.CLAIMS, keys.DUE, keys.FEEDS, keys.MET, keys.OUTBOX, *(keys.story(s.id) for s in stories)],
                args=[
                    *(claim.source, claim.token, self._now(), due_in, feed, codec.STATE.dump(state), KEPT, STORY_KEPT),
                    *(part for subject in subjects for part in subject),
                    *{identity for entry in seen for identity in _identities(feed, entry)},
                ],
            )
        )


def _identities(feed: str, entry: Entry) -> list[bytes]:
    """Digests of an entry's identities; a link or a title means the same in every feed, anything else in its own."""
    return [
        hashlib.blake2b((i if i.startswith(_ANYWHERE) else f"{feed}\n{i}").encode(), digest_size=12).digest()
        for i in entry.ids
    ]
