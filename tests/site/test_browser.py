"""The pages in a real browser: on a phone, in the dark, and to eyes that see little contrast."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from bot.model.change import Edit
from bot.model.subscription import ChatName
from bot.model.version import Clause
from bot.site.drawing import About
from bot.watch.browser import find_browser
from tests.fakes.tunegarden import change
from tests.site.conftest import Place, reworded

if TYPE_CHECKING:
    from playwright.async_api import Page

pytestmark = pytest.mark.skipif(find_browser() is None, reason="no Chromium on the PATH, or no playwright")

Scheme = Literal["light", "dark"]
PHONE, DESK = 320, 1280
LEAST = 4.5
"""Contrast of text that WCAG 2.2 AA asks for, whatever its size."""

# For each text that is drawn: its contrast to what is behind it, and its beginning.
CONTRASTS = """
() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * x + .7152 * y + .0722 * z;
  };
  const behind = node => {
    for (let at = node; at; at = at.parentElement) {
      const ground = numbers(getComputedStyle(at).backgroundColor);
      if (ground.length < 4 || ground[3] === 1) return ground;
    }
    return [255, 255, 255];
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode, node = text.parentElement;
    if (!text.data.trim() || node.closest('.unseen')) continue;
    const [a, b] = [light(numbers(getComputedStyle(node).color)), light(behind(node))];
    found.push([(Math.max(a, b) + .05) / (Math.min(a, b) + .05), text.data.trim().slice(0, 40)]);
  }
  return found;
}
"""


@asynccontextmanager
async def opened(place: Place, path: str, width: int, scheme: Scheme) -> AsyncIterator["Page"]:
    """A page. The browser asks for nothing beyond the site, and complains of nothing but a 404."""
    from playwright.async_api import async_playwright  # noqa: PLC0415 (not there on every machine)

    async with place.serving(), async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_browser(), args=["--disable-dev-shm-usage"])
        context = await browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme)
        page = await context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        await page.goto(place.url + path)
        yield page
        await browser.close()
    assert [url for url in asked if not url.startswith(place.url)] == []
    assert [line for line in said if "404 (Not Found)" not in line] == []


@pytest.fixture
async def paths(place: Place) -> list[str]:
    """A page of each kind, with what is hardest to lay out on the one of a change."""
    long = "wordwithoutanyspace" * 30
    told = reworded()
    told = await place.publish(replace(told, edits=(*told.edits, Edit("added", None, Clause(long)))))
    place.about = About("", {ChatName.SLACK: "/slack/install", ChatName.DISCORD: "/add"}, "me@bell.test")
    return ["/", f"/changes/{told.id}", "/platforms/tunegarden", "/privacy", f"/{long}"]


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("kind", range(5))
async def test_nothing_is_wider_than_the_screen(place: Place, paths: list[str], kind: int, width: int) -> None:
    """On the narrowest phone, as at a desk, nobody scrolls sideways, and nothing comes from elsewhere."""
    async with opened(place, paths[kind], width, "light") as page:
        assert await page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", range(4))
async def test_text_stands_out_from_what_is_behind_it(
    place: Place, paths: list[str], kind: int, scheme: Scheme
) -> None:
    """In light and in dark, every text has the contrast that WCAG AA asks for."""
    async with opened(place, paths[kind], DESK, scheme) as page:
        found = await page.evaluate(CONTRASTS)
    assert len(found) > 5
    assert [(ratio, text) for ratio, text in found if ratio < LEAST] == []


async def test_the_dark_is_dark(place: Place, paths: list[str]) -> None:
    """Who has set their device to dark is not blinded."""
    for scheme, dark in (("light", False), ("dark", True)):
        async with opened(place, paths[0], PHONE, scheme) as page:  # type: ignore[arg-type]
            ground = await page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
        assert (sum(ground) < 3 * 64) is dark


async def test_what_was_lost_and_gained_differs_in_more_than_colour(place: Place, paths: list[str]) -> None:
    """What went is struck through, what came is underlined; a screen reader is told, where the eye is not."""
    async with opened(place, paths[1], PHONE, "light") as page:
        lines = {
            tag: await page.evaluate(f"getComputedStyle(document.querySelector('{tag}')).textDecorationLine")
            for tag in ("ins", "del")
        }
        hidden = await page.evaluate("document.querySelector('.unseen').getBoundingClientRect().width")
        tree = await page.locator("blockquote").nth(2).aria_snapshot()
    assert lines == {"ins": "underline", "del": "line-through"}
    assert hidden <= 1
    assert "[Removed]" in tree
    assert "[Added]" in tree


async def test_a_quote_that_turns_text_turns_nothing_around_it(place: Place) -> None:
    """Signs that reverse what follows are not drawn, so that our own words stay as they are."""
    told = await place.publish(replace(change("We \u202etrain\u2066 AI."), effective=None))
    async with opened(place, f"/changes/{told.id}", PHONE, "light") as page:
        assert await page.locator("blockquote").first.inner_text() == "We train AI."
