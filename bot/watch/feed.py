"""Parses feeds off the event loop, in processes that can be killed."""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from datetime import datetime
from typing import Any, Self

from bot.errors import SourceError
from bot.model.story import Entry
from bot.model.version import Snapshot
from bot.watch.apart import command, environment
from bot.watch.entries import ParsedFeed

__all__ = ["FeedReader", "ParsedFeed"]

_LONGEST_ANSWER = 16 * 1024 * 1024  # bytes of a line; 200 entries stay far below
_START = 60.0  # seconds for a process to start on a busy machine


class FeedReader:
    """Reads feeds in up to `workers` processes of their own. Open it with `async with`.

    A document larger than `max_bytes` is refused; one that takes longer than `limit` seconds costs its process, and
    the next document gets a new one.
    """

    def __init__(self, *, workers: int = 2, limit: float = 10.0, max_bytes: int = 5_000_000) -> None:
        self._limit = limit
        self._max_bytes = max_bytes
        self._free: asyncio.LifoQueue[Process | None] = asyncio.LifoQueue()
        for _ in range(workers):
            self._free.put_nowait(None)
        self._running: set[Process] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for process in tuple(self._running):
            await self._end(process)

    async def read(self, snapshot: Snapshot, feed: str) -> ParsedFeed:
        """The entries of a fetched feed; `feed` is its id. Dates are held against `snapshot.fetched_at`.

        Raises `SourceError`: `not a feed`, `too large`, `timeout`.
        """
        if snapshot.body is None:
            raise ValueError("a snapshot without a body (304) says nothing but that the feed is as it was")
        if len(snapshot.body) > self._max_bytes:
            raise SourceError("too large", f"{snapshot.url} is larger than {self._max_bytes:,} bytes.")
        process, healthy = await self._free.get(), None
        try:
            if process is None or process.returncode is not None:
                process = await self._start()
            answer = await asyncio.wait_for(_ask(process, snapshot, feed), self._limit)
            healthy = process
        except TimeoutError as error:
            raise SourceError("timeout", f"{snapshot.url} took too long to parse.") from error
        except (OSError, EOFError, ValueError) as error:
            raise SourceError("not a feed", f"{snapshot.url} cannot be parsed.") from error
        finally:
            if process is not None and healthy is None:
                await self._end(process)
            self._free.put_nowait(healthy)
        return _parsed(answer)

    async def _start(self) -> Process:
        # A session of its own: Ctrl-C is for the parent, whose end it sees as the end of its input.
        process = await asyncio.create_subprocess_exec(
            *command("bot.watch.entries"),
            env=environment(),
            stdin=PIPE,
            stdout=PIPE,
            limit=_LONGEST_ANSWER,
            start_new_session=True,
        )
        self._running.add(process)
        assert process.stdout is not None
        try:
            await asyncio.wait_for(process.stdout.readline(), _START)
        except BaseException:
            await self._end(process)
            raise
        return process

    async def _end(self, process: Process) -> None:
        self._running.discard(process)
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _ask(process: Process, snapshot: Snapshot, feed: str) -> dict[str, Any]:
    assert process.stdin is not None
    assert process.stdout is not None
    assert snapshot.body is not None
    charset = f"; charset={snapshot.charset}" if snapshot.charset else ""
    ask = {
        "feed": feed,
        "url": snapshot.url,
        "headers": {"content-type": snapshot.media_type + charset},
        "now": snapshot.fetched_at.isoformat(),
        "size": len(snapshot.body),
    }
    process.stdin.write(json.dumps(ask).encode() + b"\n" + snapshot.body)
    await process.stdin.drain()
    line = await process.stdout.readline()
    if not line:
        raise EOFError
    answer: dict[str, Any] = json.loads(line)
    return answer


def _parsed(answer: dict[str, Any]) -> ParsedFeed:
    if "reason" in answer:
        raise SourceError(answer["reason"], answer["message"], remedy=answer.get("remedy", ""))
    return ParsedFeed(tuple(_entry(row) for row in answer["entries"]), answer["complete"])


def _entry(row: dict[str, Any]) -> Entry:
    published = datetime.fromisoformat(row["published"]) if row["published"] else None
    return Entry(row["feed"], tuple(row["ids"]), row["title"], row["link"], row["summary"], published)
