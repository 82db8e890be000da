"""A web server for the watchers' tests: its answers are set by the test, its requests are kept."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Site:
    """A site on this machine. `pages` maps paths to what answers them."""

    url: str = ""
    pages: dict[str, Answer] = field(default_factory=dict)
    requests: list[web.Request] = field(default_factory=list)

    def serve(self, path: str, body: bytes = b"", *, status: int = 200, **headers: str) -> None:
        """Answer a path with a body, HTML unless headers say otherwise (`content_type` is Content-Type)."""
        given = {"content_type": "text/html"} | headers
        named = {name.replace("_", "-").title(): value for name, value in given.items()}

        async def answer(_: web.Request) -> web.Response:
            return web.Response(body=body, status=status, headers=named)

        self.pages[path] = answer

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """What the test said, or 404."""
        self.requests.append(request)
        page = self.pages.get(request.path)
        return await page(request) if page else web.Response(status=404)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A site, running."""
    found = Site()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", found.answer)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield found
    await runner.cleanup()
