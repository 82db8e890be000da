"""Tells whoever runs the program how it is: `/healthz` (the process answers) and `/readyz` (the store does too)."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiohttp import web

from bot.errors import StoreError
from bot.ports import Schedule


@dataclass(frozen=True, slots=True)
class Health:
    """How the process and its store are."""

    schedule: Schedule

    @property
    def routes(self) -> Sequence[web.RouteDef]:
        """What is served."""
        return [web.get("/healthz", self._health), web.get("/readyz", self._ready)]

    async def _health(self, _: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def _ready(self, _: web.Request) -> web.Response:
        try:
            due = await self.schedule.next_due()
        except StoreError as error:
            return web.json_response({"ok": False, "why": error.message}, status=503)
        return web.json_response({"ok": True, "next_due_in": due})
