"""Reads pages that show their text only when their scripts run, with a Chromium that is already on the machine."""

import asyncio
import importlib
import importlib.util
import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from aiohttp.resolver import ThreadedResolver

from bot.errors import SourceError
from bot.model.platform import Source
from bot.model.version import Snapshot
from bot.watch.address import GuardedResolver, check_address
from bot.watch.fetch import utc_now
from bot.watch.hosts import Hosts
from bot.watch.proxy import GuardedProxy

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page, Response, Route

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_BLOCKED = frozenset({"image", "font", "media"})
_ARGUMENTS = ("--disable-dev-shm-usage", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp")
_BAD = 400  # statuses from here on are errors
# Resolves when the text has been still for a while and is there at all, or when the time is up.
_SETTLED = """
({quiet, most, least}) => new Promise(done => {
  let still = 0;
  const check = () => (document.body?.innerText.length ?? 0) >= least ? done() : wait();
  const wait = () => { clearTimeout(still); still = setTimeout(check, quiet); };
  new MutationObserver(wait).observe(document, {subtree: true, childList: true, characterData: true});
  setTimeout(done, most);
  wait();
})
"""
_QUIET = 800  # milliseconds without a change after which a page has settled
_CLOSING = 5.0  # seconds
_LEAST = 200  # characters; a spinner shows fewer


def find_browser() -> str | None:
    """The path of a Chromium on this machine; None where there is none, or no Playwright to drive it."""
    if importlib.util.find_spec("playwright") is None:
        return None
    return next(filter(None, map(shutil.which, _NAMES)), None)


class BrowserFetcher:
    """A `Fetcher` for `browser` sources: one browser, started when first needed, a fresh profile for each page.

    Open it with `async with`. `timeout`: seconds for one page. `max_bytes`: largest page, as the browser shows it.
    `at_once` pages are open at a time. Pictures, fonts and media are not loaded; every connection is checked
    (`GuardedProxy`).
    """

    def __init__(
        self,
        *,
        timeout: float = 30.0,
        max_bytes: int = 8_000_000,
        allow_private: bool = False,
        at_once: int = 2,
        executable: Callable[[], str | None] = find_browser,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._allow_private = allow_private
        self._executable = executable
        self._now = now
        self._hosts = Hosts(1, 1.0)
        self._places = asyncio.Semaphore(at_once)
        self._starting = asyncio.Lock()
        self._stack = AsyncExitStack()
        self._browser: Browser | None = None
        self._proxy: GuardedProxy | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def fetch(
        self,
        source: Source,
        url: str,
        *,
        etag: str | None = None,  # noqa: ARG002 - a browser asks anew; the text tells whether it is the same
        last_modified: str | None = None,  # noqa: ARG002
    ) -> Snapshot:
        """Open the page, wait for its text to settle, and take what it then shows.

        Raises `SourceError` as `HttpFetcher` does, and `no browser` where there is none.
        """
        address = (source.browser and source.browser.url) or url
        check_address(address, allow_private=self._allow_private)
        async with self._places, self._hosts.turn(urlsplit(address).hostname or ""):
            browser, proxy = await self._start()
            try:
                async with asyncio.timeout(self._timeout):
                    return await self._show(browser, proxy, address)
            except TimeoutError as error:
                raise SourceError("timeout", f"{address} took too long to show its text.") from error

    async def _show(self, browser: "Browser", proxy: GuardedProxy, url: str) -> Snapshot:
        playwright = importlib.import_module("playwright.async_api")
        host = urlsplit(url).hostname or ""
        proxy.refused.pop(host, None)
        statuses: list[int] = []

        def check() -> None:
            """Raise what the proxy refused, or the status at the end of the redirects where it is an error."""
            if host in proxy.refused:
                raise proxy.refused[host]
            if statuses and statuses[-1] >= _BAD:
                raise SourceError(f"status {statuses[-1]}", f"{url} answered {statuses[-1]}.")

        try:
            async with _profile(browser) as context:
                page = await context.new_page()
                page.on("response", lambda answer: statuses.append(answer.status) if _is_page(answer, page) else None)
                await page.route("**/*", _only_text)
                await page.goto(url, wait_until="domcontentloaded", timeout=self._timeout * 1000)
                check()
                await page.evaluate(_SETTLED, {"quiet": _QUIET, "most": self._timeout * 1000 / 2, "least": _LEAST})
                body = (await page.content()).encode("utf-8", "replace")
        except playwright.TimeoutError as error:
            raise TimeoutError from error
        except playwright.Error as error:
            check()
            why = str(error).partition("\n")[0]
            raise SourceError("connection", f"{url}: {why}.") from error
        if len(body) > self._max_bytes:
            raise SourceError("too large", f"{url} shows more than {self._max_bytes:,} bytes.")
        return Snapshot(page.url, self._now(), body, "text/html", "utf-8")

    async def _start(self) -> "tuple[Browser, GuardedProxy]":
        """The browser, started if need be."""
        async with self._starting:
            if self._browser is None or self._proxy is None or not self._browser.is_connected():
                await self._stack.aclose()
                self._browser, self._proxy = await self._launch()
            return self._browser, self._proxy

    async def _launch(self) -> "tuple[Browser, GuardedProxy]":
        remedy = "Install Chromium and `pip install 'clausebell[browser]'`, or name another source."
        executable = self._executable()
        if executable is None:
            raise SourceError("no browser", "There is no browser on this machine.", permanent=True, remedy=remedy)
        playwright = importlib.import_module("playwright.async_api")
        resolver = ThreadedResolver() if self._allow_private else GuardedResolver()
        proxy = GuardedProxy(resolver, allow_private=self._allow_private, most=4 * self._max_bytes)
        await self._stack.enter_async_context(proxy)
        driver = await self._stack.enter_async_context(playwright.async_playwright())
        try:
            browser: Browser = await driver.chromium.launch(
                executable_path=executable,
                args=_ARGUMENTS,
                chromium_sandbox=os.geteuid() != 0,  # Chromium's sandbox refuses to run as root
                proxy={"server": proxy.address, "bypass": "<-loopback>"},
            )
        except playwright.Error as error:
            await self._stack.aclose()
            why = str(error).partition("\n")[0]
            raise SourceError(
                "no browser", f"{executable} does not start: {why}", permanent=True, remedy=remedy
            ) from error
        self._stack.push_async_callback(browser.close)
        return browser, proxy


@asynccontextmanager
async def _profile(browser: "Browser") -> "AsyncIterator[BrowserContext]":
    """A fresh profile for one page. One that does not close is left to the end of the browser."""
    context = await browser.new_context(accept_downloads=False, service_workers="block", locale="en")
    try:
        yield context
    finally:
        with suppress(TimeoutError):
            async with asyncio.timeout(_CLOSING):
                await asyncio.shield(context.close())


def _is_page(answer: "Response", page: "Page") -> bool:
    return answer.request.is_navigation_request() and answer.frame == page.main_frame


async def _only_text(route: "Route") -> None:
    if route.request.resource_type in _BLOCKED:
        await route.abort()
    else:
        await route.continue_()
