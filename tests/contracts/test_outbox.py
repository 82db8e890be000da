"""What `Outbox` guarantees."""

from bot.model.delivery import Subject
from bot.ports import Backlog
from bot.store.connect import Client
from bot.store.store import Store
from tests.store.places import Opener
from tests.store.samples import TERMS, adopt, change, version

OLD, NEW = version("Old."), version("New.")


async def tell(store: Store, *ids: str) -> None:
    """Commit changes."""
    for identity in ids:
        claim = await store.schedule.claim_now(str(TERMS), 60)
        await store.documents.commit(TERMS, claim, adopt(NEW, told=change(identity, OLD, NEW)), due_in=60)


async def test_subjects_come_in_order_and_go_when_done(store: Store, redis: Client) -> None:
    """Subjects come in the order in which they were found; done ones leave nothing behind."""
    await tell(store, "c1", "c2", "c3")
    claimed = [*await store.outbox.claim(2, 0), *await store.outbox.claim(9, 0)]
    assert [str(subject) for _, subject in claimed] == ["change:c1", "change:c2", "change:c3"]
    for ticket, _ in claimed:
        await store.outbox.done(ticket)
    assert await redis.xlen("cb:1:{w0}:outbox") == 0


async def test_the_backlog_counts_what_is_not_done(store: Store) -> None:
    """Also what a worker has in hand; what is done is no longer in it."""
    await tell(store, "c1", "c2")
    [(ticket, _)] = await store.outbox.claim(1, 0)
    assert await store.outbox.backlog() == Backlog(queued=2, dead=0)
    await store.outbox.done(ticket)
    assert await store.outbox.backlog() == Backlog(queued=1, dead=0)


async def test_a_subject_waits_until_it_is_done(store: Store, other: Store) -> None:
    """Whoever has it, everyone knows that it is not fanned out yet."""
    assert not await other.outbox.waiting(Subject("change", "c1"))
    await tell(store, "c1")
    assert await other.outbox.waiting(Subject("change", "c1"))
    [(ticket, subject)] = await store.outbox.claim(9, 0)
    assert await other.outbox.waiting(subject)
    await store.outbox.done(ticket)
    assert not await other.outbox.waiting(subject)


async def test_what_was_told_before_the_first_worker_came_is_not_skipped(opening: Opener, redis: Client) -> None:
    """A group made late begins with the first subject."""
    await redis.execute_command("XADD", "cb:1:{w0}:outbox", "*", "payload", "change:c0")
    async with opening() as store:
        assert [subject for _, subject in await store.outbox.claim(9, 0)] == [Subject("change", "c0")]


async def test_a_subject_is_with_one_worker_at_a_time(store: Store, other: Store) -> None:
    """What one worker fans out, another does not get while the lease runs."""
    await tell(store, "c1")
    assert await store.outbox.claim(9, 0)
    assert not await other.outbox.claim(9, 0)


async def test_an_abandoned_subject_comes_again_without_a_new_one(brief: tuple[Store, Store]) -> None:
    """A dead worker's subject is taken over when its lease ends, though the outbox stays quiet."""
    first, second = brief
    await tell(first, "c1")
    assert await first.outbox.claim(9, 0)
    [(ticket, subject)] = await second.outbox.claim(9, 5)
    assert subject == Subject("change", "c1")
    assert ticket.deaths == 1


async def test_done_holds_whoever_says_it(brief: tuple[Store, Store]) -> None:
    """A slow worker that did fan the subject out ends it, though another took it over."""
    first, second = brief
    await tell(first, "c1")
    [(slow, _)] = await first.outbox.claim(9, 0)
    assert await second.outbox.claim(9, 5)
    await first.outbox.done(slow)
    assert not await second.outbox.claim(9, 0.2)


async def test_a_subject_that_kills_its_workers_is_put_aside(brief: tuple[Store, Store], redis: Client) -> None:
    """After five deaths a subject is a dead letter, and the next one has its turn."""
    first, second = brief
    await tell(first, "c1")
    deaths = []
    while claimed := await second.outbox.claim(9, 0.5):
        deaths += [ticket.deaths for ticket, _ in claimed]
    assert deaths == [0, 1, 2, 3, 4, 5]
    [(_, letter)] = await redis.execute_command("XRANGE", "cb:1:{w0}:dead", "-", "+")
    assert letter[b"payload"] == b"change:c1"
    assert letter[b"reason"] == b"6 workers died over it"
