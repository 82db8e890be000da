"""The round of the watchers: claim what is due, look at it, and again."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog

from bot.errors import LeaseLost, StoreUnavailable
from bot.model.tally import Tally
from bot.model.version import DocumentKey
from bot.ports import Claim, Documents, DocumentState, Schedule
from bot.watch.look import Look
from bot.watch.news import FeedLook, NewsWatcher
from bot.watch.watcher import Watcher

FEED = "feed:"
IDLE = 0.5
"""Seconds between two looks at an empty schedule: other processes may add to it."""


@dataclass(frozen=True, slots=True)
class Patrol:
    """Looks at sources as they fall due, `concurrency` at a time; a claim holds for `lease` seconds."""

    schedule: Schedule
    documents: Documents
    watcher: Watcher
    news: NewsWatcher
    concurrency: int
    lease: float
    tally: Tally = field(default_factory=Tally)

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set; then finish the looks under way and return."""
        under_way: set[asyncio.Task[object]] = set()
        async with asyncio.TaskGroup() as looks:
            while not stop.is_set():
                claims = await self._claim(self.concurrency - len(under_way))
                for claim, state in claims:
                    task = looks.create_task(self.look(claim, state))
                    under_way.add(task)
                    task.add_done_callback(under_way.discard)
                if len(under_way) >= self.concurrency:
                    await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                elif not claims:
                    await _until(stop, IDLE)

    async def _claim(self, room: int) -> Sequence[tuple[Claim, DocumentState | None]]:
        """What is due, with the states of the documents among it: two round trips, however many there are."""
        try:
            claims = await self.schedule.claim(room, self.lease)
            keys = {c.source: DocumentKey.parse(c.source) for c in claims if not c.source.startswith(FEED)}
            states = dict(zip(keys, await self.documents.states(list(keys.values())), strict=True)) if keys else {}
        except StoreUnavailable as error:
            structlog.get_logger("watch").warning("store", why=str(error))
            return ()
        return [(claim, states.get(claim.source)) for claim in claims]

    async def look(self, claim: Claim, state: DocumentState | None = None) -> Look | FeedLook | None:
        """Look at one source, whatever happens: an error is logged with its source and costs the others nothing."""
        log = structlog.get_logger("watch").bind(source=claim.source)
        try:
            if claim.source.startswith(FEED):
                found: Look | FeedLook = await self.news.look(claim.source.removeprefix(FEED), claim)
            else:
                found = await self.watcher.look(DocumentKey.parse(claim.source), claim, state)
        except LeaseLost as error:
            log.info("look dropped", why=str(error))
        except StoreUnavailable as error:
            log.warning("store", why=str(error))
        except Exception:  # a mistake of ours must not end the round: the source falls due again when its lease ends
            log.exception("look failed")
        else:
            self._count(found)
            self._log(log, found)
            return found
        return None

    def _count(self, found: Look | FeedLook) -> None:
        if isinstance(found, Look):
            self.tally.checks[found.outcome] += 1
        else:
            self.tally.feeds["failed" if found.error else "read"] += 1

    @staticmethod
    def _log(log: structlog.stdlib.BoundLogger, found: Look | FeedLook) -> None:
        if isinstance(found, Look) and found.error:
            log.warning("look", outcome=found.outcome, why=found.error)
        elif found.error:
            log.warning("look", why=found.error)
        elif isinstance(found, Look) and found.outcome not in {"unchanged", "quiet"}:
            log.info("look", outcome=found.outcome, change=found.change.id if found.change else None)
        elif isinstance(found, FeedLook) and found.stories:
            log.info("look", stories=len(found.stories))


async def _until(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        pass
