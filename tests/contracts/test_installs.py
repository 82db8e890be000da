"""What `Installs` and `Once` guarantee."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from cryptography.fernet import Fernet

from bot.errors import StoreMismatch
from bot.model.install import Install
from bot.ports import Installs
from bot.store.connect import Client
from bot.store.store import Store
from tests.store.places import Opener

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()
ROWS = "cb:1:{i0}:installs"


def install(team: str, enterprise: str = "", token: str = "xoxb-secret") -> Install:
    """An installation whose token ends at noon."""
    return Install(
        "A1", enterprise, team, "Guild", "B1", "U9", ("commands",), "U1", NOON, token, "xoxe-refresh", expires_at=NOON
    )


def those_of(store: Store) -> Installs:
    """The installations in a store that has a key."""
    assert store.installs is not None
    return store.installs


@pytest.fixture
async def installs(opening: Opener) -> AsyncIterator[Installs]:
    """Those of a store with a key."""
    async with opening(secrets=[OLD]) as opened:
        yield those_of(opened)


async def test_an_installation_is_found_as_it_was_put(installs: Installs) -> None:
    """With everything in it; a workspace that has none finds none."""
    await installs.put(install("T1"))
    assert await installs.find("T1") == install("T1")
    assert await installs.find("T2") is None
    assert await installs.find("") is None


async def test_a_workspace_is_served_by_its_own_before_its_organisations(installs: Installs) -> None:
    """By its organisation's else, once it is known whose it is."""
    await installs.put(install("", "E1"))
    await installs.put(install("T1", "E1"))
    assert await installs.find("T1", "E1") == install("T1", "E1")
    assert await installs.find("T2", "E1") == install("", "E1")
    assert await installs.find("", "E1") == install("", "E1")
    assert await installs.find("T2") is None
    await installs.belongs("T2", "E1")
    assert await installs.find("T2") == install("", "E1")


async def test_what_lies_in_redis_shows_no_token(installs: Installs, redis: Client) -> None:
    """Neither token stands there in the clear, nor in what a log line would show."""
    await installs.put(install("T1"))
    row = (await redis.execute_command("HGET", ROWS, "T1")).decode()
    assert "secret" not in row
    assert "refresh" not in row
    assert "secret" not in repr(install("T1"))
    assert "xoxe" not in repr(install("T1"))


async def test_a_new_key_takes_over(opening: Opener, installs: Installs) -> None:
    """A store that opens with a new key before the old encrypts all anew: the old one can then be left out."""
    await installs.put(install("T1"))
    async with opening(secrets=[NEW, OLD]):
        pass
    async with opening(secrets=[NEW]) as opened:
        assert await those_of(opened).find("T1") == install("T1")


async def test_a_lost_key_is_said(opening: Opener, installs: Installs) -> None:
    """Nothing is taken for missing that cannot be read."""
    await installs.put(install("T1"))
    with pytest.raises(StoreMismatch, match="CLAUSEBELL_SECRET_KEY"):
        async with opening(secrets=[NEW]):
            pass


async def test_without_a_key_nothing_is_stored(store: Store) -> None:
    """There is no place for tokens then."""
    assert store.installs is None


async def test_tokens_are_renewed_once(installs: Installs) -> None:
    """Who comes with tokens that are no longer there, or for an installation that is gone, changes nothing."""
    first, second = install("T1"), install("T1", token="xoxb-second")
    await installs.put(first)
    assert await installs.renew(first, second)
    assert not await installs.renew(first, install("T1", token="xoxb-third"))
    assert await installs.find("T1") == second
    await installs.forget("T1")
    assert not await installs.renew(second, first)
    assert await installs.find("T1") is None


async def test_one_at_a_time_is_alone(opening: Opener, installs: Installs) -> None:
    """Another process is told so at once, one with another installation is not; afterwards it may."""
    async with opening(secrets=[OLD]) as store:
        other = those_of(store)
        async with installs.alone("T1") as first, other.alone("T1") as second, other.alone("T2") as elsewhere:
            assert (first, second, elsewhere) == (True, False, True)
        async with other.alone("T1") as later:
            assert later


async def test_the_lock_of_a_dead_process_ends_by_itself(installs: Installs, redis: Client) -> None:
    """It has a time to live."""
    async with installs.alone("T1"):
        assert 0 < await redis.ttl("cb:1:{i0}:alone:T1") <= 60


async def test_forgetting_leaves_nothing(installs: Installs, redis: Client) -> None:
    """A workspace's row and what was noted of it; twice is once."""
    await installs.put(install("T1", "E1"))
    await installs.belongs("T1", "E1")
    assert await installs.forget("T1") == {"T1"}
    assert await installs.forget("T1") == {"T1"}
    assert await redis.execute_command("KEYS", "cb:1:{i0}:*") == []


async def test_forgetting_an_organisation_names_the_workspaces_it_served(installs: Installs, redis: Client) -> None:
    """Those with an installation of their own keep it."""
    await installs.put(install("", "E1"))
    await installs.put(install("T1", "E1"))
    for team in ("T1", "T2", "T3"):
        await installs.belongs(team, "E1")
    assert await installs.forget("E1") == {"T2", "T3"}
    assert await installs.find("T2") is None
    assert await installs.find("T1") == install("T1", "E1")
    assert await redis.execute_command("KEYS", "cb:1:{i0}:*") == [ROWS.encode()]


async def test_an_event_is_first_once(store: Store, other: Store, redis: Client) -> None:
    """Over all processes, for as long as it was said."""
    assert await store.once.first("event:Ev1", 3600)
    assert not await other.once.first("event:Ev1", 3600)
    assert await other.once.first("event:Ev2", 3600)
    assert 3590 < await redis.ttl("cb:1:{i0}:once:event:Ev1") <= 3600


async def test_what_is_kept_is_taken_once(store: Store, other: Store, redis: Client) -> None:
    """By one process; what was never kept, by none. What nobody takes ends by itself."""
    await store.once.keep("state:s1", 600)
    assert 590 < await redis.ttl("cb:1:{i0}:once:state:s1") <= 600
    assert await other.once.take("state:s1")
    assert not await store.once.take("state:s1")
    assert not await store.once.take("state:forged")
