"""The real site on a real Redis, with two platforms, and someone who visits it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import NamedTuple

import aiohttp
import pytest
from multidict import CIMultiDict, CIMultiDictProxy

from bot.model.change import Change, Edit, Finding
from bot.model.platform import Catalogue
from bot.model.tally import Tally
from bot.model.topic import Direction, Topic
from bot.model.version import Clause, DocumentKey
from bot.ports import DocumentState, Step
from bot.site.drawing import About
from bot.site.feeds import Feeds
from bot.site.health import Health
from bot.site.metrics import Metrics
from bot.site.pages import Pages
from bot.site.server import Site
from bot.store.store import Store
from bot.wording.language import Languages
from tests.fakes.tunegarden import CATALOGUE, change

WAS = "We do not share your uploads with partners."
NOW = "We may share your uploads with partners for research."


class Answer(NamedTuple):
    """What came of a request."""

    status: int
    headers: CIMultiDictProxy[str]
    text: str


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def get(url: str, **headers: str) -> Answer:
    """The answer; asks again until somebody listens. Underscores in names of headers stand for hyphens."""
    named = CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()})
    async with asyncio.timeout(10), aiohttp.ClientSession() as http:
        while True:
            try:
                async with http.get(url, headers=named, allow_redirects=False) as answer:
                    return Answer(answer.status, answer.headers, await answer.text(errors="replace"))
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0)


@dataclass
class Place:
    """A site that can be visited. `about` and `catalogue` may be set before it is."""

    store: Store
    languages: Languages
    about: About = field(default_factory=About)
    catalogue: Catalogue = CATALOGUE
    tally: Tally = field(default_factory=Tally)
    port: int = field(default_factory=free_port)

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    @asynccontextmanager
    async def serving(self, *, needed: bool = False) -> AsyncIterator[asyncio.Task[None]]:
        """Serve for a while."""
        stop, store = asyncio.Event(), self.store
        rooms = (
            Feeds(self.catalogue, store.news, self.languages, self.about),
            Health(store.schedule),
            Metrics(self.tally, store.schedule, store.outbox, store.deliveries),
        )
        pages = Pages(self.catalogue, store.documents, store.news, self.languages, self.about)
        running = asyncio.create_task(Site(pages, rooms, "127.0.0.1", self.port, needed=needed).run(stop))
        try:
            yield running
        finally:
            stop.set()
            await running

    async def visit(self, path: str, **headers: str) -> Answer:
        """The answer of a site that is up just for that."""
        async with self.serving():
            return await get(self.url + path, **headers)

    async def publish(self, told: Change, state: DocumentState | None = None) -> Change:
        """Record a change as the watcher does."""
        claim = await self.store.schedule.claim_now(str(told.document), 60)
        step = Step(state or DocumentState(checked_at=told.observed_at), change=told)
        assert await self.store.documents.commit(told.document, claim, step, due_in=60)
        return told


def reworded() -> Change:
    """A sentence that is new, and one that was reworded, of Tunegarden's terms."""
    made = change()
    shared = Finding(Topic.DATA_SHARING_SALE, NOW, was=WAS, why="frame")
    first = replace(made.findings[0], direction=Direction.INTRODUCED)
    return replace(made, findings=(first, shared), edits=(*made.edits, Edit("reworded", Clause(WAS), Clause(NOW))))


def inkwell() -> Change:
    """A change of another platform, a day later."""
    made = change("You agree that we may sell prints of your drawings.", platform="inkwell")
    key, later = DocumentKey("inkwell", "privacy"), made.observed_at + timedelta(days=1)
    return replace(made, document=key, document_type="Privacy Policy", url="https://inkwell.test/p", observed_at=later)


@pytest.fixture
def place(store: Store, languages: Languages) -> Place:
    """A site on the test's store."""
    return Place(store, languages)
