"""Requests that are sent as one."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.store.together import MOST, Together


class Server:
    """Doubles numbers; says what came as one, and answers when it is let. It fails on zero."""

    def __init__(self) -> None:
        self.got: list[list[int]] = []
        self.open = asyncio.Event()
        self.asked = asyncio.Event()

    async def send(self, numbers: Sequence[int]) -> list[int]:
        """Answer one request."""
        self.got.append(list(numbers))
        self.asked.set()
        await self.open.wait()
        if 0 in numbers:
            raise ConnectionError("no answer to nothing")
        return [2 * number for number in numbers]


@pytest.fixture
def server() -> Server:
    """What is asked."""
    return Server()


async def test_what_is_asked_meanwhile_is_sent_as_one(server: Server) -> None:
    """While an answer is awaited, requests gather; they go together, and each gets its own answer."""
    together = Together(server.send)
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(together.ask(1))
        await server.asked.wait()
        others = [tasks.create_task(together.ask(number)) for number in (2, 3, 4)]
        await asyncio.sleep(0)
        server.open.set()
    assert server.got == [[1], [2, 3, 4]]
    assert [task.result() for task in (first, *others)] == [2, 4, 6, 8]


async def test_no_request_grows_beyond_its_bound(server: Server) -> None:
    """Very many are sent in several requests, in their order."""
    server.open.set()
    together = Together(server.send)
    answers = await asyncio.gather(*map(together.ask, range(1, MOST + 2)))
    assert answers == [2 * number for number in range(1, MOST + 2)]
    assert list(map(len, server.got)) == [MOST, 1]


async def test_a_failure_reaches_those_whose_request_failed(server: Server) -> None:
    """All who were sent together learn that it failed; who asks afterwards is answered."""
    server.open.set()
    together = Together(server.send)
    failed = await asyncio.gather(together.ask(0), together.ask(1), return_exceptions=True)
    assert [str(error) for error in failed] == ["no answer to nothing"] * 2
    assert await together.ask(1) == 2


async def test_who_gives_up_costs_the_others_nothing(server: Server) -> None:
    """One of those who wait is cancelled; the others get their answers."""
    together = Together(server.send)
    tasks = [asyncio.create_task(together.ask(number)) for number in (1, 2)]
    await server.asked.wait()
    tasks[0].cancel()
    server.open.set()
    assert await tasks[1] == 4
    assert tasks[0].cancelled()
