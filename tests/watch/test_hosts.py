"""Turns at hosts."""

import asyncio

import pytest

from bot.errors import SourceError
from bot.watch.hosts import Hosts


class _Time:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.now += seconds


def hosts(time: _Time, *, at_once: int = 2, spacing: float = 1.0) -> Hosts:
    """Hosts under that clock."""
    return Hosts(at_once, spacing, clock=time, sleep=time.sleep)


async def test_requests_to_a_host_begin_apart() -> None:
    """The first goes at once, each further one a second after; another host has its own pace."""
    time = _Time()
    polite = hosts(time)
    begun = []
    for host in ("a.test", "a.test", "b.test", "a.test"):
        async with polite.turn(host):
            begun.append(time.now)
    assert begun == [100.0, 101.0, 101.0, 102.0]


async def test_a_host_gets_so_many_at_once() -> None:
    """A third request waits until one of two is done."""
    polite = hosts(_Time(), spacing=0)
    leave, inside, most = asyncio.Event(), 0, 0

    async def visit() -> None:
        nonlocal inside, most
        async with polite.turn("a.test"):
            inside += 1
            most = max(most, inside)
            await leave.wait()
            inside -= 1

    async with asyncio.TaskGroup() as visits:
        for _ in range(5):
            visits.create_task(visit())
        await asyncio.sleep(0)
        leave.set()
    assert most == 2


async def test_a_host_that_asked_for_silence_gets_it() -> None:
    """Until the time is over, turns are refused with what is left of it; other hosts are not concerned."""
    time = _Time()
    polite = hosts(time)
    polite.silence("a.test", 30, "status 429")
    time.now += 10
    with pytest.raises(SourceError) as caught:
        async with polite.turn("a.test"):
            pytest.fail("no turn was due")
    assert (caught.value.reason, caught.value.retry_after) == ("status 429", 20)
    async with polite.turn("b.test"):
        pass
    time.now += 20
    async with polite.turn("a.test"):
        pass
