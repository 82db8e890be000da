"""What `Documents` guarantees."""

import asyncio
from dataclasses import replace

from bot.model.delivery import Subject
from bot.model.version import DocumentKey
from bot.ports import Candidate, DocumentState, Step
from bot.store.connect import Client
from bot.store.store import Store
from bot.store.versions import RedisDocuments
from tests.fakes.world import HandClock
from tests.store.samples import NOON, PRIVACY, TERMS, adopt, change, snapshot, version

OLD = version("You keep your rights.")
NEW = version("You keep your rights.", "Your songs may train our models.")


async def commit(store: Store, step: Step, *, key: DocumentKey = TERMS, due_in: float = 60) -> bool:
    """Claim the document and commit a step."""
    return await store.documents.commit(key, await store.schedule.claim_now(str(key), 60), step, due_in=due_in)


async def subjects(store: Store) -> list[Subject]:
    """Whatever the outbox holds."""
    return [subject for _, subject in await store.outbox.claim(100, 0)]


async def test_before_the_first_look_the_state_is_empty(store: Store) -> None:
    """A document that was never looked at has an empty state, no version and no body."""
    assert await store.documents.state(TERMS) == DocumentState()
    assert await store.documents.version(TERMS, OLD.fingerprint) is None
    assert await store.documents.raw(TERMS) is None


async def test_what_was_committed_is_read_again(store: Store) -> None:
    """State, version and body come back as they were given."""
    step = adopt(OLD, raw="<p>You keep your rights.")
    held = Candidate("f00", "suspect", NOON, "collapsed")
    step = replace(step, state=replace(step.state, candidate=held, etag='W/"2"', failures=2, error="timeout"))
    assert await commit(store, step)
    assert await store.documents.state(TERMS) == step.state
    assert await store.documents.version(TERMS, OLD.fingerprint) == OLD
    assert await store.documents.raw(TERMS) == snapshot("<p>You keep your rights.")


async def test_states_come_in_the_order_asked(store: Store) -> None:
    """The states of many documents come in one go, in the order of the keys, empty where nothing is known."""
    await commit(store, adopt(NEW), key=PRIVACY)
    states = await store.documents.states([TERMS, PRIVACY])
    assert [state.fingerprint for state in states] == ["", NEW.fingerprint]
    assert not await store.documents.states([])


async def test_a_commit_without_a_body_keeps_the_earlier_one(store: Store) -> None:
    """An unchanged look leaves the body that was kept."""
    await commit(store, adopt(OLD, raw="<p>You keep your rights."))
    await commit(store, Step(adopt(OLD).state))
    assert await store.documents.raw(TERMS) == snapshot("<p>You keep your rights.")


async def test_a_commit_moves_the_due_time(store: Store) -> None:
    """The source is due as many seconds from now as the commit says."""
    await store.schedule.sync([str(TERMS)], spread=0)
    await commit(store, adopt(OLD), due_in=300)
    assert await store.schedule.next_due() == 300


async def test_a_lost_claim_writes_nothing(store: Store, other: Store, redis: Client) -> None:
    """Whoever lost the claim to another worker is told so, and not one key changes."""
    await store.schedule.sync([str(TERMS)], spread=0)
    lost = await store.schedule.claim_now(str(TERMS), 60)
    await other.schedule.claim_now(str(TERMS), 90)
    told = change("c1", OLD, NEW)
    step = replace(adopt(NEW, OLD, told=told, raw="<p>"), sentences=frozenset({b"sentence"}))
    before = await dump(redis)
    assert not await store.documents.commit(TERMS, lost, step, due_in=1)
    assert await dump(redis) == before


async def test_looks_that_end_at_once_stand_each_by_itself(store: Store, other: Store) -> None:
    """Of many commits at the same moment, those whose claim was lost write nothing, and all others do."""
    documents = [DocumentKey("tunegarden", f"d{number}") for number in range(5)]
    await store.schedule.sync(map(str, documents), spread=0)
    claims = await store.schedule.claim(5, 60)
    await other.schedule.claim_now(str(documents[2]), 90)
    step = Step(adopt(OLD).state)
    at_once = [
        store.documents.commit(document, claim, step, due_in=5)
        for document, claim in zip(documents, claims, strict=True)
    ]
    assert await asyncio.gather(*at_once) == [True, True, False, True, True]
    states = await store.documents.states(documents)
    assert [state.fingerprint for state in states] == [OLD.fingerprint if n != 2 else "" for n in range(5)]
    assert await store.schedule.next_due() == 5


async def dump(redis: Client) -> dict[bytes, bytes]:
    """Everything that the server holds."""
    return {key: await redis.execute_command("DUMP", key) for key in await redis.execute_command("KEYS", "*")}


async def test_a_lease_that_ran_out_unclaimed_still_commits(store: Store, clock: HandClock) -> None:
    """A slow worker's result stands as long as nobody else claimed the source."""
    await store.schedule.sync([str(TERMS)], spread=0)
    [claim] = await store.schedule.claim(1, 60)
    await clock.sleep(3600)
    assert await store.documents.commit(TERMS, claim, adopt(OLD), due_in=60)


async def test_a_source_dropped_meanwhile_is_lost(store: Store) -> None:
    """A source that the catalogue dropped while it was looked at commits nothing."""
    await store.schedule.sync([str(TERMS)], spread=0)
    [claim] = await store.schedule.claim(1, 60)
    await store.schedule.sync([], spread=0)
    assert not await store.documents.commit(TERMS, claim, adopt(OLD), due_in=60)


async def test_a_change_enters_the_outbox_with_its_version(store: Store) -> None:
    """A told change is in the outbox, and can be read with both of its versions."""
    told = change("c1", OLD, NEW)
    await commit(store, adopt(OLD))
    await commit(store, adopt(NEW, OLD, told=told))
    assert await subjects(store) == [Subject("change", "c1")]
    assert await store.news.change("c1") == told
    assert await store.documents.version(TERMS, told.before_fingerprint) == OLD
    assert await store.documents.version(TERMS, told.after_fingerprint) == NEW


async def test_a_change_is_told_once_however_often_it_is_committed(store: Store) -> None:
    """The same step committed twice (an answer was lost on the way) tells its change once."""
    claim = await store.schedule.claim_now(str(TERMS), 60)
    step = adopt(NEW, OLD, told=change("c1", OLD, NEW))
    assert await store.documents.commit(TERMS, claim, step, due_in=60)
    assert await store.documents.commit(TERMS, claim, step, due_in=60)
    assert await subjects(store) == [Subject("change", "c1")]


async def test_sibling_documents_tell_one_change(store: Store) -> None:
    """The same edits in two documents of a platform are one change; both documents adopt their version."""
    await commit(store, adopt(NEW, told=change("c1", OLD, NEW)))
    assert await commit(store, adopt(NEW, told=change("c1", OLD, NEW, document=PRIVACY)), key=PRIVACY)
    assert await subjects(store) == [Subject("change", "c1")]
    assert (await store.documents.state(PRIVACY)).fingerprint == NEW.fingerprint
    told = await store.news.change("c1")
    assert told is not None
    assert told.document == TERMS


async def test_versions_are_kept_while_something_refers_to_them(store: Store) -> None:
    """The adopted, recent and held versions are kept, and those of told changes for good; others go."""
    texts = [version(f"Edition {number}.") for number in range(5)]
    await commit(store, adopt(texts[0]))
    await commit(store, adopt(texts[1], texts[0], told=change("c1", texts[0], texts[1])))
    await commit(store, adopt(texts[2], texts[1]))
    await commit(store, adopt(texts[3], texts[2]))
    held = replace(adopt(texts[3]).state, candidate=Candidate(texts[4].fingerprint, "pending", NOON))
    await commit(store, Step(held, version=texts[4]))
    kept = [await store.documents.version(TERMS, text.fingerprint) for text in texts]
    assert kept == [texts[0], texts[1], None, texts[3], texts[4]]


async def test_a_held_version_goes_with_its_candidate(store: Store) -> None:
    """A text that was held and not adopted is not kept."""
    held = replace(adopt(OLD).state, candidate=Candidate(NEW.fingerprint, "pending", NOON))
    await commit(store, Step(held, version=NEW))
    await commit(store, Step(adopt(OLD).state))
    assert await store.documents.version(TERMS, NEW.fingerprint) is None


async def test_sentences_whose_going_was_told_are_forgotten(store: Store) -> None:
    """Those named are no longer known; the others stay, also those that begin in the middle of a forgotten one."""
    digests = frozenset({b"abcdefgh", b"acdefghi", b"Another1"})
    await commit(store, replace(adopt(OLD), sentences=digests))
    await commit(store, replace(adopt(OLD), forgotten=frozenset({b"abcdefgh", b"neverhad"})))
    assert await store.documents.had("tunegarden", digests) == digests - {b"abcdefgh"}


async def test_sentences_are_remembered_for_the_platform(store: Store) -> None:
    """What one document of a platform said is known for the others, and for no other platform."""
    digests = frozenset(bytes([first, *b"1234567"]) for first in range(256))
    await commit(store, replace(adopt(OLD), sentences=digests))
    await commit(store, replace(adopt(OLD), sentences=frozenset({b"another1"})), key=PRIVACY)
    assert await store.documents.had("tunegarden", digests | {b"another1", b"unheard1"}) == digests | {b"another1"}
    assert not await store.documents.had("elsewhere", digests)
    assert not await store.documents.had("tunegarden", frozenset())


async def test_digests_are_told_apart_where_they_join(store: Store) -> None:
    """Eight bytes that lie across two remembered digests are not taken for a digest."""
    await commit(store, replace(adopt(OLD), sentences=frozenset({b" abcdefg"})))
    await commit(store, replace(adopt(OLD), sentences=frozenset({b"@hijklmn"})))
    across = b"g@hijklm"
    assert not await store.documents.had("tunegarden", {across, b"`abcdefg"})
    await commit(store, replace(adopt(OLD), sentences=frozenset({b" abcdefg", across})))
    assert await store.documents.had("tunegarden", {across}) == {across}


async def test_remembering_again_takes_no_room(store: Store, redis: Client) -> None:
    """Sentences that are remembered already are not written a second time."""
    digests = frozenset(bytes([first, *b"1234567"]) for first in range(256))
    await commit(store, replace(adopt(OLD), sentences=digests))
    await commit(store, replace(adopt(OLD), sentences=digests))
    packed = await redis.execute_command("HVALS", "cb:1:{w0}:sentences:tunegarden")
    assert sum(map(len, packed)) == 8 * 256


async def test_an_unchanged_check_takes_two_round_trips(server: str, store: Store) -> None:
    """Reading the state and committing it are one request each."""

    class Counting(Client):
        requests = 0

        async def execute_command(self, *args: object, **options: object) -> object:
            self.requests += 1
            return await super().execute_command(*args, **options)

    await commit(store, adopt(OLD))
    claim = await store.schedule.claim_now(str(TERMS), 60)
    client = Counting.to(server)
    documents = RedisDocuments(client, lambda: "")
    state = await documents.state(TERMS)
    assert await documents.commit(TERMS, claim, Step(replace(state, checked_at=NOON)), due_in=60)
    await client.aclose()
    assert client.requests == 2
