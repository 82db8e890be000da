"""Made-up pages with the noise of real ones, from the server to the fingerprint."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bench.pages import pages
from bot.model.platform import PageSource, Source
from bot.watch.fetch import HttpFetcher
from bot.watch.page import Page
from tests.fakes.origin.server import Origin

COUNT = 12


@pytest.fixture
async def origin() -> AsyncIterator[Origin]:
    """A server with a dozen pages, of which a quarter change in each round."""
    async with Origin(pages(COUNT)).serve() as serving:
        yield serving


async def fingerprints(origin: Origin, **mode: object) -> list[tuple[str, str]]:
    """Sketch and fingerprint of each page, in this mode."""
    origin.turn(change=0.25, **mode)
    async with HttpFetcher(user_agent="Bell", host_spacing=0, allow_private=True) as http:

        async def look(place: int) -> tuple[str, str]:
            page = Page(await http.fetch(Source(page=PageSource()), f"{origin.url}/p/{place}"))
            return page.sketch, page.read().fingerprint

        return await asyncio.gather(*map(look, range(COUNT)))


@pytest.mark.parametrize("noise", ["hidden", "visible"])
async def test_noise_is_never_taken_for_a_change(origin: Origin, noise: str) -> None:
    """Tokens, clocks, teasers, counters and tracking move neither sketch nor fingerprint."""
    assert await fingerprints(origin, noise=noise) == await fingerprints(origin, noise=noise)


async def test_exactly_the_changed_pages_differ(origin: Origin) -> None:
    """One new sentence among noise is seen, and nothing else is."""
    before = await fingerprints(origin, noise="visible")
    after = await fingerprints(origin, noise="visible", round=2)
    assert [place for place in range(COUNT) if before[place] != after[place]] == origin.changed
    assert len(origin.changed) == COUNT // 4
