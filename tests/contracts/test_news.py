"""What `News` guarantees."""

from datetime import timedelta

from bot.model.version import DocumentKey
from bot.store.store import Store
from tests.store.samples import NOON, adopt, change, version

OLD, NEW = version("Old."), version("New.")
DOCUMENTS = [DocumentKey("tunegarden", "terms"), DocumentKey("paintbox", "terms"), DocumentKey("tunegarden", "privacy")]


async def test_what_was_never_told_is_not_found(store: Store) -> None:
    """Unknown ids give nothing, and nothing told is no changes."""
    assert await store.news.change("c1") is None
    assert await store.news.story("s1") is None
    assert not await store.news.latest()


async def test_the_latest_come_newest_first(store: Store) -> None:
    """Changes come by when they were observed, of all platforms or of one, as many as were asked for."""
    for number, key in enumerate(DOCUMENTS):
        told = change(f"c{number}", OLD, NEW, document=key, at=NOON + timedelta(hours=number))
        claim = await store.schedule.claim_now(str(key), 60)
        await store.documents.commit(key, claim, adopt(NEW, told=told), due_in=60)
    assert [c.id for c in await store.news.latest()] == ["c2", "c1", "c0"]
    assert [c.id for c in await store.news.latest(most=2)] == ["c2", "c1"]
    assert [c.id for c in await store.news.latest(platform="tunegarden")] == ["c2", "c0"]
    assert [c.id for c in await store.news.latest(since=NOON + timedelta(hours=1))] == ["c2", "c1"]
    assert [c.id for c in await store.news.latest(platform="tunegarden", since=NOON + timedelta(hours=1))] == ["c2"]
    assert not await store.news.latest(platform="elsewhere")
    assert not await store.news.latest(most=0)
