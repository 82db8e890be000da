"""Starts and kills the processes of `child.py`."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Child:
    """A process of ours. It speaks line by line, and dies when told to."""

    def __init__(self, work: str, data: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.child", work, str(data)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    async def line(self) -> str:
        """The next line it says; empty after its end."""
        assert self._process.stdout
        async with asyncio.timeout(30):
            return (await asyncio.to_thread(self._process.stdout.readline)).strip()

    def kill(self) -> list[str]:
        """Kill it, as the kernel would, and return the lines that it had said and nobody had read."""
        self._process.send_signal(signal.SIGKILL)
        return self.end()

    def end(self) -> list[str]:
        """Close its input, wait for its end, and return the lines that nobody had read."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=30)
        if self._process.stdout.closed:
            return []
        with self._process.stdout as stdout:
            return stdout.read().split("\n")[:-1]


async def until(reached: Callable[[], Awaitable[bool]]) -> None:
    """Wait until something is so, for half a minute at most."""
    async with asyncio.timeout(30):
        while True:
            if await reached():
                return
            await asyncio.sleep(0.01)


@contextmanager
def child(work: str, data: Path) -> Iterator[Child]:
    """A child that does not outlive the block."""
    started = Child(work, data)
    try:
        yield started
    finally:
        started.kill()
