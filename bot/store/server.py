"""A Redis to talk to: the one that was named, else one of our own, else one that is thrown away."""

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.store.binary import Binary, find_binary
from bot.store.own import OwnServer
from bot.store.process import address_of, answers, command, private_folder, until

# The shell outlives us by a moment: at a line of ours, or when our end of its input closes, however we died, it stops
# the server.
_WITH_US = '"$@" & read _; kill $!; wait $!; rm -rf "$FOLDER"'


@asynccontextmanager
async def serve(url: str | None, data: Path, *, binary: Binary | None = None) -> AsyncIterator[str]:
    """The address of the server that `url` names, else of our own with its files in `data`.

    Our own is started, shared with other processes of the same `data`, started anew should it die, and stopped with
    the last of them. Raises `StoreUnavailable` and `StoreMismatch`, each with its remedy.
    """
    if url:
        yield url
        return
    if binary is None:
        binary = await asyncio.to_thread(find_binary)
    own = OwnServer(data / "redis", binary)
    own.prepare()
    try:
        address = await own.enter()
        async with _running(own.keep()):
            yield address
    finally:
        await own.leave()


@asynccontextmanager
async def throwaway(*, binary: Binary | None = None) -> AsyncIterator[str]:
    """The address of a server that keeps nothing and ends with this process, however that ends."""
    if binary is None:
        binary = await asyncio.to_thread(find_binary)
    folder = private_folder()
    shell = _with_us(binary, folder)
    try:
        address = address_of(folder / "redis.sock")
        await until(lambda: answers(address), folder / "redis.log")
        yield address
    finally:
        await asyncio.to_thread(shell.communicate, b"\n")


def _with_us(binary: Binary, folder: Path) -> subprocess.Popen[bytes]:
    options = {"unixsocket": str(folder / "redis.sock"), "dir": str(folder), "logfile": str(folder / "redis.log")}
    return subprocess.Popen(  # noqa: S603  (the program that find_binary chose, with options of ours)
        ["/bin/sh", "-c", _WITH_US, "sh", *command(binary, options)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"FOLDER": str(folder)},
        start_new_session=True,
    )


@asynccontextmanager
async def _running(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Let `work` go on beside what is done in the context, and end it with that."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
