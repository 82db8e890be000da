"""What `Deliveries` guarantees."""

import asyncio
import random
from datetime import timedelta

import pytest

from bot.model.delivery import Delivery, Subject
from bot.ports import Backlog, Ticket
from bot.store import codec
from bot.store.connect import Client
from bot.store.store import Store
from tests.fakes.world import HandClock
from tests.store.places import Opener
from tests.store.samples import delivery, destination

D1, D2 = delivery("1"), delivery("2")
C1, C2, C3 = (Subject("change", identity) for identity in ("c1", "c2", "c3"))
QUEUE = "cb:1:{d0}:queue"


async def one(store: Store, wait: float = 0) -> tuple[Ticket, Delivery]:
    """The one delivery that is there."""
    [claimed] = await store.deliveries.claim(9, wait)
    return claimed


def digest(day: str) -> Delivery:
    """The digest of a day for the first channel."""
    return Delivery(Subject("digest", day), destination("1"))


async def test_a_delivery_is_queued_once(store: Store) -> None:
    """However often it is queued, even within a batch, a delivery comes once; how many are new is counted."""
    assert await store.deliveries.enqueue([D1, D2, D1]) == 2
    assert await store.deliveries.enqueue([D2, D1]) == 0
    assert [d for _, d in await store.deliveries.claim(9, 0)] == [D1, D2]


async def test_more_than_a_batch_is_queued_whole_and_in_order(store: Store) -> None:
    """Thousands of deliveries are all queued, in their order."""
    many = [delivery(str(number)) for number in range(1234)]
    assert await store.deliveries.enqueue(many) == 1234
    assert [d for _, d in await store.deliveries.claim(2000, 0)] == many


async def test_the_backlog_counts_what_waits_and_what_was_put_aside(store: Store) -> None:
    """What is queued or in hand, what comes at its time, and dead letters; not what is held."""
    await store.deliveries.enqueue([D1, D2, delivery("3"), delivery("4")])
    (first, _), (second, _), (third, _) = await store.deliveries.claim(3, 0)
    await store.deliveries.dead(first, D1, "malformed")
    await store.deliveries.later(second, D2, 60)
    await store.deliveries.hold(third, delivery("3"))
    assert await store.deliveries.backlog() == Backlog(queued=1, dead=1, later=1)


async def test_no_room_claims_nothing(store: Store) -> None:
    """A courier without room gets nothing."""
    await store.deliveries.enqueue([D1])
    assert not await store.deliveries.claim(0, 0)


async def test_a_waiting_courier_gets_what_comes(store: Store, other: Store) -> None:
    """Who waits for a delivery gets it as soon as it is queued, and does not keep others from working meanwhile."""
    waiting = asyncio.create_task(store.deliveries.claim(9, 30))
    async with asyncio.timeout(10):
        await store.deliveries.enqueue([D1])
        assert [d for _, d in await waiting] == [D1]


async def test_a_posted_delivery_is_known_and_never_queued_again(store: Store, redis: Client) -> None:
    """After `done`, the message is known, nothing is left in the queue, and the delivery is not queued again."""
    await store.deliveries.enqueue([D1])
    assert await store.deliveries.posted(D1) is None
    assert await store.deliveries.done(*await one(store), "m1")
    assert await store.deliveries.posted(D1) == "m1"
    assert await store.deliveries.enqueue([D1]) == 0
    assert await redis.xlen(QUEUE) == 0
    assert await redis.ttl(f"cb:1:{{d0}}:seen:{D1.id}") > 30 * 24 * 3600


async def test_what_is_on_its_way_is_pending(store: Store, clock: HandClock) -> None:
    """From being queued, also while it is put off, until it was posted, came to nothing or was put aside."""
    assert not await store.deliveries.pending(D1)
    rows = [delivery("1", subject) for subject in ("c1", "c2", "c3")]
    await store.deliveries.enqueue(rows)
    (one_, first), (two, second), (three, third) = await store.deliveries.claim(9, 0)
    await store.deliveries.later(three, third, 60)
    assert [await store.deliveries.pending(row) for row in rows] == [True, True, True]
    await store.deliveries.done(one_, first, "m1")
    await store.deliveries.done(two, second, "")
    await clock.sleep(60)
    await store.deliveries.wake()
    await store.deliveries.dead(*await one(store), "no")
    assert [await store.deliveries.pending(row) for row in rows] == [False, False, False]
    assert [await store.deliveries.posted(row) for row in rows] == ["m1", None, None]


async def test_done_said_twice_is_answered_twice(store: Store) -> None:
    """A `done` repeated because its answer was lost on the way is answered alike."""
    await store.deliveries.enqueue([D1])
    ticket, _ = await one(store)
    assert await store.deliveries.done(ticket, D1, "m1")
    assert await store.deliveries.done(ticket, D1, "m1")
    assert not await store.deliveries.done(ticket, D1, "m2")


async def test_later_comes_again_with_a_higher_attempt(store: Store, clock: HandClock) -> None:
    """A delivery put off is queued when it is due, not before, its attempt one higher."""
    await store.deliveries.enqueue([D1])
    assert await store.deliveries.later(*await one(store), 30)
    await clock.sleep(29)
    assert await store.deliveries.wake() == 0
    assert not await store.deliveries.claim(9, 0)
    await clock.sleep(1)
    assert await store.deliveries.wake() == 1
    _, again = await one(store)
    assert (again.id, again.attempt) == (D1.id, 1)


async def test_wake_goes_on_until_nothing_is_due(store: Store, clock: HandClock) -> None:
    """More than a batch that is due is queued in one call."""
    await store.deliveries.enqueue([delivery(str(number)) for number in range(1100)])
    for ticket, put_off in await store.deliveries.claim(2000, 0):
        await store.deliveries.later(ticket, put_off, 1)
    await clock.sleep(1)
    assert await store.deliveries.wake() == 1100


async def test_a_dead_letter_is_kept_with_its_reason(store: Store, redis: Client) -> None:
    """What is put aside leaves the queue and is kept with the reason and the time."""
    await store.deliveries.enqueue([D1])
    assert await store.deliveries.dead(*await one(store), "the chat found it malformed")
    assert await redis.xlen(QUEUE) == 0
    [(_, letter)] = await redis.execute_command("XRANGE", "cb:1:{d0}:dead", "-", "+")
    assert D1.destination.channel.encode() in letter[b"payload"]
    assert letter[b"reason"] == b"the chat found it malformed"
    assert int(letter[b"at"]) > 0


async def test_dead_letters_come_newest_first(store: Store, redis: Client) -> None:
    """What was put aside can be read with its reason, as much as was asked for; what cannot be read is left out."""
    await store.deliveries.enqueue([D1, D2])
    for ticket, claimed in await store.deliveries.claim(9, 0):
        await store.deliveries.dead(ticket, claimed, f"no {claimed.destination.channel}")
    assert await store.deliveries.dead_letters() == [(D2, "no 2"), (D1, "no 1")]
    assert await store.deliveries.dead_letters(1) == [(D2, "no 2")]
    await redis.execute_command("XADD", "cb:1:{d0}:dead", "*", "payload", "{}", "reason", "unreadable")
    assert await store.deliveries.dead_letters() == [(D2, "no 2"), (D1, "no 1")]


async def test_what_is_held_waits_for_its_release(store: Store) -> None:
    """Deliveries held for a destination come back in their order, and no other destination's with them."""
    held = [delivery("1", subject) for subject in ("c1", "c2", "c3")]
    await store.deliveries.enqueue([*held, D2])
    for ticket, claimed in await store.deliveries.claim(9, 0):
        assert await store.deliveries.hold(ticket, claimed)
    assert not await store.deliveries.claim(9, 0)
    assert await store.deliveries.release(destination("1")) == 3
    assert [d for _, d in await store.deliveries.claim(9, 0)] == held
    assert await store.deliveries.release(destination("1")) == 0


async def test_what_comes_after_a_hold_is_queued_with_it(store: Store, other: Store) -> None:
    """In the same step, and once; where the delivery is another's by now, neither is done."""
    after = delivery("1", "after")
    await store.deliveries.enqueue([D1, D2])
    (first, _), (second, _) = await store.deliveries.claim(9, 0)
    assert await store.deliveries.hold(first, D1, [after])
    assert not await other.deliveries.hold(second, D2, [delivery("2", "never")])
    assert await store.deliveries.hold(second, D2, [after])
    assert [d for _, d in await store.deliveries.claim(9, 0)] == [after]


async def test_what_is_dropped_is_forgotten(store: Store) -> None:
    """Deliveries held for a destination that is gone are not released any more."""
    await store.deliveries.enqueue([D1])
    await store.deliveries.hold(*await one(store))
    assert await store.deliveries.drop(destination("1")) == 1
    assert await store.deliveries.release(destination("1")) == 0


async def test_a_dead_couriers_delivery_comes_again_without_a_new_one(brief: tuple[Store, Store]) -> None:
    """What a dead courier had is taken over when its lease ends, though the queue stays quiet."""
    first, second = brief
    await first.deliveries.enqueue([D1])
    await one(first)
    ticket, again = await one(second, wait=5)
    assert again == D1
    assert ticket.deaths == 1


async def test_who_renews_keeps_the_delivery(store: Store, opening: Opener, redis: Client) -> None:
    """A courier that renews in time keeps its delivery, and no death is counted; one that is too late does not."""
    await store.deliveries.enqueue([D1])
    ticket, _ = await one(store)
    await age(redis, 29)
    await store.deliveries.renew([ticket])
    async with opening(consumer="early") as early:
        assert not await early.deliveries.claim(9, 0)
    await age(redis, 31)
    async with opening(consumer="late") as late:
        taken, _ = await one(late)
        assert taken.deaths == 1
    assert not await store.deliveries.done(ticket, D1, "m1")


async def age(redis: Client, seconds: float) -> None:
    """Let the one pending delivery look as if nobody had touched it for so long."""
    [row] = await redis.execute_command("XPENDING", QUEUE, "couriers", "-", "+", 9, parse_detail=True)
    entry, idle = row["message_id"], int(seconds * 1000)
    await redis.xclaim(QUEUE, "couriers", row["consumer"], 0, [entry], idle=idle, justid=True)


@pytest.mark.parametrize("outcome", ["done", "later", "dead", "hold"])
async def test_who_lost_a_delivery_changes_nothing(brief: tuple[Store, Store], outcome: str, redis: Client) -> None:
    """A courier whose delivery was taken over is told so; its word counts for nothing, its renewal takes nothing."""
    first, second = brief
    await first.deliveries.enqueue([D1])
    lost, _ = await one(first)
    kept, _ = await one(second, wait=5)
    await first.deliveries.renew([lost])
    more = {"done": ("m1",), "later": (5.0,), "dead": ("why",), "hold": ()}[outcome]
    assert not await getattr(first.deliveries, outcome)(lost, D1, *more)
    assert await redis.xlen(QUEUE) == 1
    assert await store_keys(redis) == {b"queue", b"seen:" + D1.id.encode()}
    assert await second.deliveries.done(kept, D1, "m2")


async def store_keys(redis: Client) -> set[bytes]:
    """What is there of the delivery family."""
    return {key.removeprefix(b"cb:1:{d0}:") for key in await redis.execute_command("KEYS", "cb:1:{d0}:*")}


async def test_a_stale_ticket_of_the_same_worker_counts_for_nothing(opening: Opener) -> None:
    """Where one worker takes its own delivery again after the lease, the first ticket is worthless."""
    async with opening(lease=0.05) as store:
        await store.deliveries.enqueue([D1])
        stale, _ = await one(store)
        fresh, _ = await one(store, wait=5)
        assert (stale.entry, fresh.deaths) == (fresh.entry, 1)
        assert not await store.deliveries.done(stale, D1, "m1")
        assert await store.deliveries.done(fresh, D1, "m1")


async def test_a_delivery_that_kills_its_couriers_is_put_aside(brief: tuple[Store, Store], redis: Client) -> None:
    """After five deaths a delivery becomes a dead letter without being tried."""
    _, second = brief
    await second.deliveries.enqueue([D1])
    deaths = []
    while claimed := await second.deliveries.claim(9, 0.5):
        deaths += [ticket.deaths for ticket, _ in claimed]
    assert deaths == [0, 1, 2, 3, 4, 5]
    assert await redis.xlen("cb:1:{d0}:dead") == 1
    assert await redis.xlen(QUEUE) == 0


async def test_leaving_hands_back_at_once_and_counts_no_death(opening: Opener, store: Store, redis: Client) -> None:
    """What an orderly stop leaves unsettled, others get at once; who leaves nothing is struck off."""
    async with opening(consumer="leaving") as leaving:
        await leaving.deliveries.enqueue([D1])
        await one(leaving)
    async with opening(consumer="idle"):
        pass
    async with opening(consumer="next") as following:
        ticket, again = await one(following)
        assert (again, ticket.deaths) == (D1, 0)
        names = [row["name"] for row in await redis.execute_command("XINFO CONSUMERS", QUEUE, "couriers")]
        assert not [name for name in names if name.startswith(b"idle")]


async def test_what_cannot_be_read_does_not_keep_the_rest(store: Store, redis: Client) -> None:
    """A delivery of a newer edition is left for a newer program; those beside it come."""
    await redis.execute_command("XADD", QUEUE, "*", "payload", '{"v":99,"what":1}')
    await store.deliveries.enqueue([D1])
    assert [d for _, d in await store.deliveries.claim(9, 0)] == [D1]


async def test_an_emptied_server_does_not_end_the_work(store: Store, redis: Client) -> None:
    """Where someone empties the server under a running program, its groups are made anew."""
    await redis.flushall()
    await store.deliveries.enqueue([D1])
    assert [d for _, d in await store.deliveries.claim(9, 0)] == [D1]


async def test_what_is_scheduled_comes_at_its_time_and_once(store: Store, other: Store, clock: HandClock) -> None:
    """A scheduled delivery is queued at its time, not before, and never a second time, on whichever worker."""
    at = clock.now() + timedelta(days=40)
    assert await store.deliveries.schedule([D1, D2], at) == 2
    assert await store.deliveries.schedule([D1], at) == 0
    assert await store.deliveries.enqueue([D2]) == 0
    await clock.sleep(40 * 24 * 3600 - 1)
    assert await other.deliveries.wake() == 0
    await clock.sleep(1)
    assert await other.deliveries.wake() == 2
    assert {d for _, d in await other.deliveries.claim(9, 0)} == {D1, D2}


async def test_what_is_scheduled_is_remembered_beyond_its_time(store: Store, clock: HandClock, redis: Client) -> None:
    """A delivery that is scheduled far ahead is not queued twice, however long it waits."""
    await store.deliveries.schedule([D1], clock.now() + timedelta(days=40))
    assert await redis.ttl(f"cb:1:{{d0}}:seen:{D1.id}") > 69 * 24 * 3600


async def test_a_digest_holds_each_subject_once_and_comes_once(store: Store, clock: HandClock) -> None:
    """What is gathered stands in the digest once, in the order it came, and the digest is queued at its time, once."""
    monday, at = digest("2026-03-02"), clock.now() + timedelta(hours=21)
    await store.deliveries.gather([monday], [C2], at)
    await store.deliveries.gather([monday], [C1, C2], at)
    await store.deliveries.gather([digest("2026-03-03")], [C3, C1], at + timedelta(days=1))
    assert await store.deliveries.gathered(monday) == [C2, C1]
    assert await store.deliveries.gathered(digest("2026-03-03")) == [C3]
    await clock.sleep(21 * 3600)
    assert await store.deliveries.wake() == 1
    _, queued = await one(store)
    assert queued == monday


async def test_what_was_dropped_is_not_scheduled_any_more(store: Store, clock: HandClock) -> None:
    """A destination that is gone gets nothing of what was scheduled, put off or gathered; others keep theirs."""
    at = clock.now() + timedelta(hours=1)
    await store.deliveries.schedule([D1, D2], at)
    await store.deliveries.gather([digest("2026-03-02")], [C2], at)
    await store.deliveries.enqueue([delivery("1", "c9")])
    await store.deliveries.later(*await one(store), 5)
    assert await store.deliveries.drop(destination("1")) == 3
    assert await store.deliveries.gathered(digest("2026-03-02")) == []
    await clock.sleep(3600)
    assert await store.deliveries.wake() == 1
    _, left = await one(store)
    assert left == D2


async def test_a_dropped_digest_can_begin_again(store: Store, clock: HandClock) -> None:
    """Who comes back before the digest's day still gets one, of what came since."""
    at = clock.now() + timedelta(hours=1)
    await store.deliveries.gather([digest("2026-03-02")], [C2], at)
    await store.deliveries.drop(destination("1"))
    await store.deliveries.gather([digest("2026-03-02")], [C3], at)
    await clock.sleep(3600)
    assert await store.deliveries.wake() == 1
    assert await store.deliveries.gathered(digest("2026-03-02")) == [C3]


async def test_what_an_earlier_program_put_off_still_comes(store: Store, redis: Client) -> None:
    """A delivery that stands among those put off as itself, not by its name, is queued like the others."""
    await redis.zadd("cb:1:{d0}:later", {codec.DELIVERY.dump(D1): 1})
    assert await store.deliveries.wake() == 1
    assert [d for _, d in await store.deliveries.claim(9, 0)] == [D1]


async def test_what_comes_after_a_delivery_is_queued_with_its_record(store: Store) -> None:
    """Once, however often it is said, and only by whom the delivery belongs to."""
    after = Delivery(Subject("detail", "c1"), destination("1"))
    await store.deliveries.enqueue([D1])
    ticket, claimed = await one(store)
    assert not await store.deliveries.done(Ticket(ticket.entry, ticket.deaths + 1), claimed, "m1", [after])
    assert not await store.deliveries.claim(9, 0)
    for _ in range(2):
        assert await store.deliveries.done(ticket, claimed, "m1", [after])
    assert [d for _, d in await store.deliveries.claim(9, 0)] == [after]
    assert await store.deliveries.posted(D1) == "m1"
    assert await store.deliveries.enqueue([after]) == 0


async def crowd(store: Store, count: int) -> list[tuple[Ticket, Delivery]]:
    """As many changes for the first channel, claimed."""
    await store.deliveries.enqueue([delivery("1", f"c{number}") for number in range(count)])
    return list(await store.deliveries.claim(count, 0))


async def test_of_a_crowd_the_first_are_admitted_and_the_rest_is_one_digest(store: Store, clock: HandClock) -> None:
    """What comes beyond leaves the queue and stands in one digest, in its order, when the time is over."""
    claimed = await crowd(store, 5)
    assert [await store.deliveries.admit(*each, 2, 60) for each in claimed] == [True, True, False, False, False]
    await store.deliveries.enqueue([D2])
    assert await store.deliveries.admit(*await one(store), 2, 60)
    await clock.sleep(59)
    assert await store.deliveries.wake() == 0
    await clock.sleep(1)
    assert await store.deliveries.wake() == 1
    _, rest = await one(store)
    assert (rest.subject.kind, rest.destination) == ("rest", destination("1"))
    assert await store.deliveries.gathered(rest) == [Subject("change", name) for name in ("c2", "c3", "c4")]
    assert await store.deliveries.enqueue([each for _, each in claimed]) == 0


async def test_after_its_time_a_crowd_begins_anew(store: Store, clock: HandClock) -> None:
    """The next ones are admitted again, and those beyond go into a digest of their own."""
    rests = []
    for names in (("a", "b", "c"), ("d", "e", "f")):
        await store.deliveries.enqueue([delivery("1", name) for name in names])
        claimed = await store.deliveries.claim(9, 0)
        assert [await store.deliveries.admit(*each, 1, 60) for each in claimed] == [True, False, False]
        await clock.sleep(60)
        assert await store.deliveries.wake() == 1
        ticket, rest = await one(store)
        rests.append(await store.deliveries.gathered(rest))
        await store.deliveries.done(ticket, rest, "m")
    assert [[subject.id for subject in rest] for rest in rests] == [["b", "c"], ["e", "f"]]


async def test_a_clock_that_goes_back_loses_nothing(store: Store, clock: HandClock) -> None:
    """What comes beyond after the digest was queued does not join that, which may have been posted, but another."""
    first, second, third = await crowd(store, 3)
    assert [await store.deliveries.admit(*each, 1, 60) for each in (first, second)] == [True, False]
    await clock.sleep(60)
    assert await store.deliveries.wake() == 1
    await clock.sleep(-30)
    assert not await store.deliveries.admit(*third, 1, 60)
    await clock.sleep(30)
    assert await store.deliveries.wake() == 1
    rests = [await store.deliveries.gathered(rest) for _, rest in await store.deliveries.claim(9, 0)]
    assert rests == [[second[1].subject], [third[1].subject]]


async def test_what_was_admitted_stays_admitted(store: Store, clock: HandClock) -> None:
    """A delivery that is put off after it was admitted is no second one, and is not gathered when it comes again."""
    first, second = await crowd(store, 2)
    assert await store.deliveries.admit(*first, 1, 60)
    await store.deliveries.later(*first, 5)
    assert not await store.deliveries.admit(*second, 1, 60)
    await clock.sleep(5)
    await store.deliveries.wake()
    assert await store.deliveries.admit(*await one(store), 1, 60)


async def test_what_a_courier_died_over_is_not_gathered(brief: tuple[Store, Store]) -> None:
    """It may have been posted; under its own id it is the same message, in a digest it would be told twice."""
    first, second = brief
    ahead, died = await crowd(first, 2)
    assert await first.deliveries.admit(*ahead, 1, 60)
    await first.deliveries.done(*ahead, "m1")
    again, same = await one(second, wait=5)
    assert (same, again.deaths) == (died[1], 1)
    assert await second.deliveries.admit(again, same, 1, 60)


async def test_who_lost_a_delivery_gathers_nothing(brief: tuple[Store, Store]) -> None:
    """A courier whose delivery is another's by now is told not to post, and no digest has it."""
    first, second = brief
    [lost] = await crowd(first, 1)
    kept, same = await one(second, wait=5)
    assert not await first.deliveries.admit(*lost, 1, 60)
    assert not await first.deliveries.digested(same)
    assert await second.deliveries.done(kept, same, "m1")


async def test_two_couriers_share_one_crowd(store: Store, other: Store, clock: HandClock) -> None:
    """Whoever carries them, and at once, no more are posted than one courier would post, and none is lost."""
    await store.deliveries.enqueue([delivery("1", f"c{number}") for number in range(40)])
    shared = [(each, s) for s in (store, other) for each in await s.deliveries.claim(20, 0)]
    admitted = await asyncio.gather(*(s.deliveries.admit(*each, 5, 60) for each, s in shared))
    assert admitted.count(True) == 5
    await clock.sleep(60)
    await store.deliveries.wake()
    _, rest = await one(store)
    beyond = {each.subject for ((_, each), _), alone in zip(shared, admitted, strict=True) if not alone}
    gathered = await store.deliveries.gathered(rest)
    assert (len(gathered), set(gathered)) == (35, beyond)


async def test_a_crowd_of_a_dropped_destination_is_forgotten(store: Store, clock: HandClock, redis: Client) -> None:
    """What was to come beyond comes no more; who is back within the time has a count and a digest of its own."""
    claimed = await crowd(store, 2)
    assert [await store.deliveries.admit(*each, 1, 60) for each in claimed] == [True, False]
    await store.deliveries.done(*claimed[0], "m1")
    assert await store.deliveries.drop(destination("1")) == 1
    assert await store_keys(redis) == {b"queue", *(b"seen:" + each.id.encode() for _, each in claimed)}
    await store.deliveries.enqueue([delivery("1", name) for name in ("x", "y")])
    assert [await store.deliveries.admit(*each, 1, 60) for each in await store.deliveries.claim(9, 0)] == [True, False]
    await clock.sleep(60)
    await store.deliveries.wake()
    _, rest = await one(store)
    assert await store.deliveries.gathered(rest) == [Subject("change", "y")]


async def test_what_a_digest_holds_is_known(store: Store, clock: HandClock) -> None:
    """Of a daily digest as of the rest of a crowd, before it is posted and after."""
    await store.deliveries.gather([digest("2026-03-02")], [C1], clock.now() + timedelta(hours=1))
    assert await store.deliveries.digested(Delivery(C1, destination("1")))
    assert not await store.deliveries.digested(Delivery(C1, destination("2")))
    assert not await store.deliveries.digested(Delivery(C2, destination("1")))


@pytest.mark.parametrize("seed", range(5))
async def test_whoever_dies_each_is_told_in_one_place(
    brief: tuple[Store, Store], clock: HandClock, seed: int, redis: Client
) -> None:
    """Two workers that die before and after a post, again and again: each change is a card or in one digest, not both.

    A card that is posted again under its own id is the same card, as it is on Discord.
    """
    chance = random.Random(seed)
    deliveries = [delivery("1", f"c{number}") for number in range(60)]
    cards: set[str] = set()
    told: dict[str, set[Subject]] = {}

    async def work(store: Store) -> None:
        for ticket, claimed in await store.deliveries.claim(chance.randint(1, 6), 0):
            if chance.random() < 0.1:
                continue  # died before it did anything
            if claimed.subject.kind == "rest":
                told[claimed.id] = set(await store.deliveries.gathered(claimed))
            elif await store.deliveries.admit(ticket, claimed, 3, 60):
                cards.add(str(claimed.subject))
            else:
                continue
            if chance.random() > 0.1:  # else it died after the post
                await store.deliveries.done(ticket, claimed, "m")

    for batch in range(0, 60, 12):
        await brief[0].deliveries.enqueue(deliveries[batch : batch + 12])
        for _ in range(8):
            await work(chance.choice(brief))
            await clock.sleep(chance.choice([0, 0, 5, 61]))
            await brief[1].deliveries.wake()
    async with asyncio.timeout(20):
        while await redis.xlen(QUEUE) or await redis.exists("cb:1:{d0}:later"):
            await work(chance.choice(brief))
            await clock.sleep(20)
            await brief[0].deliveries.wake()
    lost = {str(letter.subject) for letter, _ in await brief[0].deliveries.dead_letters()}
    digested = [str(subject) for subjects in told.values() for subject in subjects]
    assert len(digested) == len(set(digested))
    assert not cards & set(digested)
    assert cards | set(digested) | lost == {str(each.subject) for each in deliveries}
