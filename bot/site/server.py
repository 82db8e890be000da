"""Tells whoever runs the program how it is: `/healthz` (the process answers) and `/readyz` (the store does too)."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from aiohttp import web

from bot.errors import ClausebellError, StoreError
from bot.ports import Schedule


@dataclass(frozen=True, slots=True)
class Site:
    """A small web server on `host` and `port`."""

    schedule: Schedule
    host: str
    port: int
    routes: Sequence[web.RouteDef] = ()
    """What other rooms serve here."""
    needed: bool = False
    """Whether the process is of no use without it."""

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop` is set. Where the port is taken, say so and do without: the bell rings all the same.

        Raises `ClausebellError` instead where the site is needed.
        """
        app = web.Application()
        app.add_routes([web.get("/healthz", self._health), web.get("/readyz", self._ready), *self.routes])
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
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

    async def _health(self, _: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def _ready(self, _: web.Request) -> web.Response:
        try:
            due = await self.schedule.next_due()
        except StoreError as error:
            return web.json_response({"ok": False, "why": error.message}, status=503)
        return web.json_response({"ok": True, "next_due_in": due})
