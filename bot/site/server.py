"""The web server of the process: one application made of the rooms that serve something."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import structlog
from aiohttp import web

from bot.errors import ClausebellError
from bot.site import drawing, responses
from bot.site.pages import Pages

Route = web.RouteDef


class Room(Protocol):
    """What serves something."""

    @property
    def routes(self) -> Sequence[Route]:
        """The addresses, and what answers there."""
        ...


@dataclass(frozen=True, slots=True)
class Site:
    """A small web server on `host` and `port`: the pages, and what else is served."""

    pages: Pages
    rooms: Sequence[Room]
    host: str
    port: int
    requests: Sequence[Route] = ()
    """What chats take here."""
    needed: bool = False
    """Whether the process is of no use without it."""

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop` is set. Where the port is taken, say so and do without: the bell rings all the same.

        Raises `ClausebellError` instead where the site is needed.
        """
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
            await stop.wait()
        except OSError as error:
            why, remedy = error.strerror or str(error), "Set CLAUSEBELL_HTTP to another host:port."
            if self.needed:
                raise ClausebellError(f"The site cannot be served: {why}.", remedy=remedy) from error
            structlog.get_logger("site").warning("not served", why=why, remedy=remedy)
        finally:
            await runner.cleanup()

    def _application(self) -> web.Application:
        app = web.Application(middlewares=[self.pages.guard])
        drawing.set_up(app)
        app.on_response_prepare.append(responses.confine)
        for routes in (*(room.routes for room in (self.pages, *self.rooms)), self.requests):
            app.add_routes(routes)
        app.router.add_static("/static", drawing.HERE / "static")
        return app
