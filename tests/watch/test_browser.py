"""Pages that need a browser, with the Chromium of this machine."""

import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.errors import SourceError
from bot.model.platform import PageSource, Source
from bot.watch.browser import BrowserFetcher, find_browser
from bot.watch.page import read_page
from tests.watch.conftest import Site

BROWSER = Source(browser=PageSource())
needs_chromium = pytest.mark.skipif(find_browser() is None, reason="no Chromium on the PATH, or no playwright")

SHELL = b"""<html><body><div id=a>Loading</div><img src=/picture.png><script>
setTimeout(() => fetch('/text').then(r => r.text()).then(t => { document.getElementById('a').innerHTML = t }), 300)
</script></body></html>"""
TEXT = b"<p>You keep all rights in the works that you upload, and you let us show them to others.</p>" * 4


@pytest.fixture
async def browser() -> AsyncIterator[BrowserFetcher]:
    """One that may visit this machine."""
    async with BrowserFetcher(timeout=20, max_bytes=200_000, allow_private=True) as opened:
        yield opened


async def reason(browser: BrowserFetcher, url: str) -> str:
    """The name of the error that fetching ends in."""
    with pytest.raises(SourceError) as caught:
        await browser.fetch(BROWSER, url)
    return caught.value.reason


@needs_chromium
async def test_text_that_scripts_bring_is_read(site: Site, browser: BrowserFetcher) -> None:
    """The page is taken once its text has settled; pictures are not even asked for."""
    site.serve("/", SHELL, content_type="text/html")
    site.serve("/text", TEXT, content_type="text/html")
    found = await browser.fetch(BROWSER, f"{site.url}/")
    assert read_page(found).clauses[0].text.startswith("You keep all rights")
    assert (found.url, found.media_type, found.etag) == (f"{site.url}/", "text/html", None)
    assert "/picture.png" not in {request.path for request in site.requests}


@needs_chromium
async def test_errors_of_the_page_are_named(site: Site, browser: BrowserFetcher) -> None:
    """A status, a page beyond the limit, a name without address."""
    site.serve("/large", b"<p>" + b"word " * 60_000, content_type="text/html")
    assert await reason(browser, f"{site.url}/missing") == "status 404"
    assert await reason(browser, f"{site.url}/large") == "too large"
    assert await reason(browser, "http://nowhere.invalid/") == "dns"


@needs_chromium
async def test_the_browser_reaches_public_addresses_only(site: Site) -> None:
    """Neither the page nor what it loads may be on this machine; a name that resolves to it is refused at connect."""
    site.serve("/", SHELL, content_type="text/html")
    port = site.url.rpartition(":")[2]
    async with BrowserFetcher(timeout=20) as browser:
        assert await reason(browser, f"{site.url}/") == "address refused"
        assert await reason(browser, f"http://localhost:{port}/") == "address refused"
    assert not site.requests


@needs_chromium
async def test_a_page_inside_a_page_is_guarded_too(site: Site, browser: BrowserFetcher) -> None:
    """With private addresses allowed, other schemes are still refused to redirects and frames."""

    async def redirect(_: web.Request) -> web.StreamResponse:
        raise web.HTTPFound("file:///etc/passwd")

    site.pages["/"] = redirect
    assert await reason(browser, f"{site.url}/") == "connection"


@needs_chromium
async def test_a_browser_that_dies_is_started_anew(site: Site, browser: BrowserFetcher) -> None:
    """A page over which it dies is an error that passes; the next one is read by another browser."""
    site.serve("/", SHELL, content_type="text/html")
    site.serve("/text", TEXT, content_type="text/html")

    async def die(_: web.Request) -> web.Response:
        for process in browsers_of(os.getpid()):
            os.kill(process, signal.SIGKILL)
        return web.Response()

    site.pages["/fatal"] = die
    assert await reason(browser, f"{site.url}/fatal") == "connection"
    assert b"You keep all rights" in ((await browser.fetch(BROWSER, f"{site.url}/")).body or b"")


def browsers_of(process: int) -> list[int]:
    """The browsers among what a process started, and what these started."""
    children = [
        int(c) for task in Path(f"/proc/{process}/task").iterdir() for c in (task / "children").read_text().split()
    ]
    names = {child: Path(f"/proc/{child}/comm").read_text("utf-8") for child in children}
    return [found for c, name in names.items() for found in ([c] if "chrom" in name else browsers_of(c))]


async def test_without_a_browser_the_remedy_is_named() -> None:
    """The error says what to install, and that trying again does not help."""
    async with BrowserFetcher(executable=lambda: None, allow_private=True) as browser:
        with pytest.raises(SourceError, match=r"clausebell\[browser\]") as caught:
            await browser.fetch(BROWSER, "http://127.0.0.1/")
    assert (caught.value.reason, caught.value.permanent) == ("no browser", True)


@needs_chromium
async def test_a_program_that_is_no_browser_is_named() -> None:
    """What does not start says so."""
    async with BrowserFetcher(executable=lambda: "/bin/false", allow_private=True) as browser:
        assert await reason(browser, "http://127.0.0.1/") == "no browser"
