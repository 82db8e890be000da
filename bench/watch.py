"""CPU time that looking at a page costs, beside a floor measured in the same run.

    python bench/watch.py [--pages 60] [--rounds 5]

The floor fetches a page with plain aiohttp, 100 connections, and hashes the body. The pages come from
`tests/fakes/origin` in a process of its own; the figures are CPU milliseconds of this process alone, the least of
several passes. Modes: `none` (the same bytes again), `304` (validators hold), `hidden` (scripts, tokens and clocks out
of sight differ), `visible` (teasers, tracking and counters too, and 5 % of the pages changed).
"""

import argparse
import asyncio
import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path

import aiohttp

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.app import SystemClock
from bot.catalogue import load_rules
from bot.model.platform import Catalogue, Document, PageSource, Platform, Source
from bot.model.schedule import Pace
from bot.model.version import DocumentKey
from bot.store.store import open_store
from bot.watch.fetch import HttpFetcher
from bot.watch.look import Rhythm
from bot.watch.page import Page
from bot.watch.watcher import Watcher

MODES: Mapping[str, Mapping[str, str]] = {
    "none": {"noise": "none"},
    "304": {"noise": "none", "etag": "1"},
    "hidden": {"noise": "hidden"},
    "visible": {"noise": "visible"},
}
CONNECTIONS = 100

Round = Callable[[], Awaitable[int]]
"""One look at each page, up to `CONNECTIONS` at a time: how many texts are others than at the last look."""

Contender = Callable[[Sequence[str]], AbstractAsyncContextManager[Round]]
"""What looks at the pages at these addresses."""


async def each(look: Callable[[str], Awaitable[bool]], urls: Sequence[str]) -> int:
    places = asyncio.Semaphore(CONNECTIONS)

    async def one(url: str) -> bool:
        async with places:
            return await look(url)

    return sum(await asyncio.gather(*map(one, urls)))


@asynccontextmanager
async def floor(urls: Sequence[str]) -> AsyncIterator[Round]:
    """Fetch and hash."""
    tags: dict[str, str] = {}
    hashes: dict[str, str] = {}

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS)) as session:

        async def look(url: str) -> bool:
            headers = {"If-None-Match": tags[url]} if url in tags else {}
            async with session.get(url, headers=headers) as answer:
                if answer.status == 304:
                    return False
                digest = hashlib.blake2b(await answer.read(), digest_size=12).hexdigest()
                if "ETag" in answer.headers:
                    tags[url] = answer.headers["ETag"]
            before, hashes[url] = hashes.get(url, digest), digest
            return before != digest

        yield partial(each, look, urls)


@asynccontextmanager
async def reading(urls: Sequence[str], *, sketches: bool) -> AsyncIterator[Round]:
    """Fetch, read into clauses (`sketches`: only where the sketch differs), compare fingerprints; nothing is stored."""
    source = Source(page=PageSource())
    known: dict[str, tuple[str | None, str, str, str]] = {}
    fetcher = HttpFetcher(user_agent="bench", per_host=CONNECTIONS, host_spacing=0, allow_private=True)
    async with fetcher:

        async def look(url: str) -> bool:
            etag, body, sketch, text = known.get(url, (None, "", "", ""))
            snapshot = await fetcher.fetch(source, url, etag=etag)
            if snapshot.body is None or snapshot.digest == body:
                return False
            page = Page(snapshot)
            now = page.sketch if sketches else ""
            fingerprint = text if sketches and now == sketch else page.read().fingerprint
            known[url] = (snapshot.etag, snapshot.digest, now, fingerprint)
            return bool(text) and fingerprint != text

        yield partial(each, look, urls)


@asynccontextmanager
async def storing(urls: Sequence[str]) -> AsyncIterator[Round]:
    """The whole watcher, on a Redis of its own: fetch, sketch, read, compare, assess, record."""
    documents = [Document(id=f"d{place}", type="Terms of Service", url=url) for place, url in enumerate(urls)]
    home = Platform(id="bench", name="Bench", categories=["bench"], homepage=urls[0], documents=documents)
    keys = {document.url: DocumentKey("bench", document.id) for document in documents}
    rhythm = Rhythm(Pace(0.001, jitter=0), confirm_after=0, recheck=3600, hold=3600)
    rules = load_rules(Path(__file__).parents[1] / "config")
    fetcher = HttpFetcher(user_agent="bench", per_host=CONNECTIONS, host_spacing=0, allow_private=True)
    async with open_store(throwaway=True) as store, fetcher:
        watcher = Watcher(
            Catalogue([home]), store.documents, {"page": fetcher}, rules, rhythm, SystemClock(), chance=lambda: 0.0
        )

        await store.schedule.sync(map(str, keys.values()), spread=0)

        async def every() -> int:
            """As the patrol does: claim all that is due, with what is known of it."""
            claims = await store.schedule.claim(len(urls), 60)
            states = await store.documents.states([DocumentKey.parse(claim.source) for claim in claims])
            at_hand = {claim.source: (claim, state) for claim, state in zip(claims, states, strict=True)}

            async def look(url: str) -> bool:
                found = await watcher.look(keys[url], *at_hand[str(keys[url])])
                return found.outcome in {"changed", "quiet", "reverted"}

            return await each(look, urls)

        yield every


CONTENDERS: Mapping[str, Contender] = {
    "floor": floor,
    "fetch + read": partial(reading, sketches=False),
    "with sketches": partial(reading, sketches=True),
    "with storing": storing,
}


@contextmanager
def origin(count: int) -> Iterator[str]:
    """The server, in a process of its own: its address."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(__file__).parents[1]
        making = [sys.executable, "-m", "bench.pages", folder, "--pages", str(count)]
        subprocess.run(making, cwd=root, check=True, stdout=subprocess.DEVNULL)
        command = [sys.executable, "-m", "tests.fakes.origin", folder]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                yield process.stdout.readline().strip()
            finally:
                process.terminate()


async def turn(url: str, **mode: str) -> None:
    async with aiohttp.ClientSession() as session, session.post(f"{url}/turn", params=mode) as answer:
        answer.raise_for_status()


async def measure(
    contender: Contender, url: str, urls: Sequence[str], mode: Mapping[str, str], rounds: int
) -> tuple[float, int]:
    """CPU milliseconds a page at a later look, the least of all rounds; how many pages seemed changed."""
    best, changed = float("inf"), 0
    async with contender(urls) as every:
        for number in range(1, rounds + 2):
            steps = {"round": str(number)} if mode["noise"] == "visible" else {}
            await turn(url, **mode, **steps)
            began = time.process_time()
            changed = await every()
            spent = (time.process_time() - began) / len(urls) * 1000
            if number > 1:
                best = min(best, spent)
    return best, changed


async def run(count: int, rounds: int) -> None:
    with origin(count) as url:
        urls = [f"{url}/p/{place}" for place in range(count)]
        print(f"{count} pages, {rounds} rounds; CPU ms a page (times the floor), pages that seemed changed")
        for name, mode in MODES.items():
            base = 0.0
            for title, contender in CONTENDERS.items():
                spent, changed = await measure(contender, url, urls, mode, rounds)
                base = base or spent
                print(f"{name:8} {title:14} {spent:6.2f}  {spent / base:5.2f}  {changed:4}", flush=True)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB at most")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    asyncio.run(run(options.pages, options.rounds))


if __name__ == "__main__":
    main()
