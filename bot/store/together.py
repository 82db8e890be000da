"""Requests that many tasks make at about the same time, sent as one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Ask = TypeVar("Ask")
Answer = TypeVar("Answer")

MOST = 200
"""Requests sent as one: about two milliseconds of the server's time."""


class Together(Generic[Ask, Answer]):
    """Sends what was asked for while the last sending was under way; what is asked alone waits for nothing.

    `send` gives an answer for each, in order. Where it fails, all whose requests it had fail with its error. Whoever
    is cancelled while waiting for an answer does not know whether the request was sent.
    """

    def __init__(self, send: Callable[[Sequence[Ask]], Awaitable[Sequence[Answer]]]) -> None:
        self._send = send
        self._waiting: list[tuple[Ask, asyncio.Future[Answer]]] = []
        self._sending: asyncio.Task[None] | None = None

    async def ask(self, request: Ask) -> Answer:
        """The answer to a request."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((request, answer))
        if self._sending is None or self._sending.done():
            self._sending = asyncio.create_task(self._send_all())
        return await answer

    async def _send_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            try:
                answers = await self._send([request for request, _ in batch])
            except Exception as error:  # noqa: BLE001 - whose it is, they decide who asked
                for _, waiting in batch:
                    if not waiting.done():
                        waiting.set_exception(error)
            else:
                for (_, waiting), answer in zip(batch, answers, strict=True):
                    if not waiting.done():
                        waiting.set_result(answer)
