"""What `Feeds` guarantees."""

from collections.abc import Sequence
from datetime import timedelta

from bot.model.delivery import Subject
from bot.model.story import Entry, Story
from bot.ports import DocumentState
from bot.store.store import Store
from tests.fakes.world import HandClock
from tests.store.samples import NOON, entry, story

STATE = DocumentState(body="b0d1", etag='"1"', checked_at=NOON)
ONE = entry("1", "https://g.example/one", "Tunegarden rewrites its terms")
TWO = entry("2", "https://g.example/two", "A quiet day")


async def look(store: Store, *seen: Entry, stories: Sequence[Story] = (), feed: str = "gazette") -> bool:
    """Claim a feed and commit what was met in it."""
    claim = await store.schedule.claim_now(f"feed:{feed}", 60)
    return await store.feeds.commit(feed, claim, STATE, seen=seen, stories=stories, due_in=60)


async def test_a_feed_never_read_has_no_state(store: Store) -> None:
    """Nothing is known before the first look, and what was committed after it."""
    assert await store.feeds.state("gazette") is None
    await look(store)
    assert await store.feeds.state("gazette") == STATE


async def test_what_was_met_is_no_longer_unseen(store: Store) -> None:
    """An entry is unseen until a commit took note of it."""
    assert await store.feeds.unseen("gazette", [ONE, TWO]) == [ONE, TWO]
    await look(store, ONE)
    assert await store.feeds.unseen("gazette", [ONE, TWO]) == [TWO]
    assert not await store.feeds.unseen("gazette", [])


async def test_any_known_identity_makes_an_entry_known(store: Store) -> None:
    """A new guid with a link that was met, or a new link with a title that was met, is the same entry."""
    await look(store, ONE)
    same_link = entry("9", "https://g.example/one", "Retitled")
    same_title = entry("8", "https://g.example/moved", "Tunegarden rewrites its terms")
    assert not await store.feeds.unseen("gazette", [same_link, same_title])


async def test_a_guid_counts_in_its_feed_and_a_link_everywhere(store: Store) -> None:
    """Another feed's entry with the same guid is another entry; one with the same link is the same."""
    await look(store, ONE)
    same_guid = entry("1", "https://h.example/x", "Something else", feed="herald")
    same_link = entry("7", "https://g.example/one", "Seen elsewhere", feed="herald")
    assert await store.feeds.unseen("herald", [same_guid, same_link]) == [same_guid]


async def test_of_entries_that_share_an_identity_the_first_is_unseen(store: Store) -> None:
    """A feed that lists an article twice has it once."""
    again = entry("1b", "https://g.example/one", "Tunegarden rewrites its terms (updated)")
    assert await store.feeds.unseen("gazette", [ONE, again, TWO]) == [ONE, TWO]


async def test_stories_enter_the_outbox_once(store: Store) -> None:
    """A story is told once, whichever feeds bring it."""
    await look(store, ONE, stories=(story("s1"),))
    await look(store, TWO, stories=(story("s1"), story("s2")), feed="herald")
    told = [subject for _, subject in await store.outbox.claim(10, 0)]
    assert told == [Subject("story", "s1"), Subject("story", "s2")]
    assert await store.news.story("s1") == story("s1")


async def test_a_lost_claim_writes_nothing(store: Store, other: Store) -> None:
    """Whoever lost the feed to another worker leaves no state, no entry and no story."""
    lost = await store.schedule.claim_now("feed:gazette", 60)
    await other.schedule.claim_now("feed:gazette", 60)
    assert not await store.feeds.commit("gazette", lost, STATE, seen=[ONE], stories=[story("s1")], due_in=60)
    assert await store.feeds.state("gazette") is None
    assert await store.feeds.unseen("gazette", [ONE]) == [ONE]
    assert not await store.outbox.claim(10, 0)


async def test_an_entry_is_forgotten_ninety_days_after_it_was_last_met(store: Store, clock: HandClock) -> None:
    """An entry that stays in its feed stays known; one that left is forgotten after 90 days."""
    await look(store, ONE, TWO)
    clock.time += timedelta(days=60)
    await look(store, ONE)
    clock.time += timedelta(days=60)
    await look(store)
    assert await store.feeds.unseen("gazette", [ONE, TWO]) == [TWO]


async def test_a_commit_moves_the_due_time(store: Store) -> None:
    """The feed is due as many seconds from now as the commit says."""
    await store.schedule.sync(["feed:gazette"], spread=0)
    await look(store)
    assert await store.schedule.next_due() == 60
