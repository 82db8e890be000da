"""A fake chat in a process of its own, so that its work does not count as ours: a bench serves it with `--serve`.

It prints one row on stdout when it is ready, and one for each line that it is told on stdin.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

Json = dict[str, Any]

_LONGEST = 1 << 24  # bytes of a row


class Fake:
    """The fake from outside. `ready`: what it said when it was."""

    def __init__(self, process: asyncio.subprocess.Process, ready: Json) -> None:
        self._process = process
        self.ready = ready

    async def say(self, line: str) -> Json:
        """Tell it something, and hear its figures."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the fake has no pipes")
        self._process.stdin.write(f"{line}\n".encode())
        answer: Json = json.loads(await self._process.stdout.readline())
        return answer


@asynccontextmanager
async def serving(file: str, **sizes: float) -> AsyncIterator[Fake]:
    """The fake of a bench's file, started with its sizes, and ended."""
    command = [sys.executable, file, "--serve", *(f"--{name}={value}" for name, value in sizes.items())]
    pipe = subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, limit=_LONGEST)
    try:
        if process.stdout is None:
            raise RuntimeError("the fake has no pipes")
        yield Fake(process, json.loads(await process.stdout.readline()))
    finally:
        process.kill()
        await process.wait()
