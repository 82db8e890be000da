"""The way of a request through the fake Discord: route, authorization, rate limits, checks, answer."""

import asyncio
import json
import math
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from . import routes
from .gateway import Gateway
from .limits import ERRORS, Json, Refusal
from .routes import Route

INVALID = (401, 403, 429)
"""Statuses that Discord counts: 10,000 in ten minutes, and the address is banned."""


@dataclass
class Request:
    """A request as it came, and what it was answered."""

    route: Route
    parameters: dict[str, str]
    body: Any
    files: list[tuple[str, bytes]]
    headers: dict[str, str]
    query: dict[str, str]
    at: float
    status: int = 0
    answer: Any = None

    @property
    def operation(self) -> str:
        return self.route.operation


@dataclass
class Fault:
    """An answer given in place of the true one; without a `status`, the connection is cut."""

    operation: str
    status: int
    code: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    keep: bool = False
    """Do what was asked, and lose only the answer."""


class Rest(Gateway):
    """Requests. `violations` has every body that Discord would refuse, `invalid` what was answered 401, 403 or 429."""

    limits: Mapping[str, tuple[int, float]] = {
        "create_message": (5, 5.0),
        "update_message": (5, 5.0),
        "crosspost_message": (10, 3600.0),
        "execute_webhook": (5, 2.0),
        "create_thread_from_message": (50, 300.0),
    }
    """Requests in so many seconds, for each channel."""
    default_limit, global_limit = (30, 1.0), (50, 1.0)

    def __init__(self, **more: int) -> None:
        super().__init__(**more)
        self.requests: list[Request] = []
        self.violations: list[str] = []
        self.invalid: list[str] = []
        self._faults: list[Fault] = []
        self._stalls: dict[str, asyncio.Event] = {}
        self._buckets: dict[tuple[str, ...], tuple[float, int]] = {}
        self._global: deque[float] = deque()

    def fail_next(
        self, operation: str, status: int, times: int = 1, *, code: int = 0, keep: bool = False, **headers: object
    ) -> None:
        """Answer the next so many requests of an operation with this status; 0 cuts the connection."""
        named = {key.replace("_", "-"): str(value) for key, value in headers.items()}
        self._faults += [Fault(operation, status, code, named, keep)] * times

    def hour_passes(self) -> None:
        """Every limit begins anew."""
        self._buckets.clear()

    def stall(self, operation: str) -> asyncio.Event:
        """Leave the next request of an operation without an answer, and undone; the event is set when it came."""
        return self._stalls.setdefault(operation, asyncio.Event())

    def refused(self) -> list[str]:
        """Each request answered with 401, 403 or 429 since this was last asked, such as `create_message 403`."""
        seen, self.invalid = self.invalid, []
        return seen

    def calls(self, operation: str) -> list[Request]:
        return [request for request in self.requests if request.operation == operation]

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = request.path.removeprefix("/api/v10")
        body, files = await _read(request)
        route, parameters = routes.find(request.method, path) or (Route(request.method, path, "unknown"), {})
        record = Request(route, parameters, body, files, dict(request.headers), dict(request.query), time.time())
        self.requests.append(record)
        headers = {"Via": "1.1 fake", "Date": datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")}
        try:
            record.status, record.answer = await self._answer(record, headers)
        except Refusal as refusal:
            record.status, record.answer = refusal.status, _explained(refusal)
            if refusal.status == 400:
                why = refusal.detail or ERRORS.get(refusal.code)
                self.violations.append(f"{route.operation}: {refusal.code} {why}")
        except ConnectionResetError:
            if request.transport:
                request.transport.abort()
        self._changed.set()
        if record.status in INVALID:
            self.invalid.append(f"{route.operation} {record.status}")
        if record.status == 204:
            return web.Response(status=204, headers=headers)
        answer = json.dumps(record.answer).encode()
        return web.Response(body=answer, content_type="application/json", status=record.status or 500, headers=headers)

    async def _answer(self, request: Request, headers: dict[str, str]) -> tuple[int, Any]:
        route = request.route
        handler = getattr(self, f"op_{route.operation}", None)
        if handler is None:
            self.violations.append(f"{route.method} {route.path}: not in the API, or not in the fake")
            raise Refusal(404, 0, "404: Not Found")
        if not route.anonymous and request.headers.get("Authorization") != f"Bot {self.token}":
            raise Refusal(401, 0, "401: Unauthorized")
        if stall := self._stalls.pop(route.operation, None):
            stall.set()
            await asyncio.Event().wait()
        fault = next((fault for fault in self._faults if fault.operation == route.operation), None)
        if fault:
            self._faults.remove(fault)
            if fault.keep:
                await handler(request, **request.parameters)
            if fault.status == 0:
                raise ConnectionResetError
            headers.update(fault.headers)
            return fault.status, _injected(fault)
        if limited := self._limited(request, headers):
            return 429, limited
        if why := routes.refused_by_description(route, request.body):
            raise Refusal(400, 50035, why)
        result = await handler(request, **request.parameters)
        if isinstance(result, tuple):
            return result
        return (204, None) if result is None else (200, result)

    def _limited(self, request: Request, headers: dict[str, str]) -> Json | None:
        """The body of a 429 where a limit is reached; the headers of the bucket either way."""
        wait, scope = self._global_wait(request), "global"
        if not wait:
            wait, scope = self._bucket_wait(request, headers), "user"
        if not wait:
            return None
        headers |= {"Retry-After": str(math.ceil(wait)), "X-RateLimit-Scope": scope}
        if scope == "global":
            headers["X-RateLimit-Global"] = "true"
        return {"message": "You are being rate limited.", "retry_after": round(wait, 3), "global": scope == "global"}

    def _global_wait(self, request: Request) -> float:
        if request.route.anonymous:
            return 0.0
        most, per = self.global_limit
        now = time.monotonic()
        while self._global and self._global[0] <= now - per:
            self._global.popleft()
        if len(self._global) >= most:
            return self._global[0] + per - now
        self._global.append(now)
        return 0.0

    def _bucket_wait(self, request: Request, headers: dict[str, str]) -> float:
        most, per = self.limits.get(request.operation, self.default_limit)
        majors = ("channel_id", "guild_id", "webhook_token", "interaction_id")
        key = (request.operation, *(request.parameters.get(major, "") for major in majors))
        now = time.monotonic()
        start, used = self._buckets.get(key, (now, 0))
        if now - start >= per:
            start, used = now, 0
        left = start + per - now
        if used < most:
            self._buckets[key] = (start, used + 1)
        headers |= {
            "X-RateLimit-Limit": str(most),
            "X-RateLimit-Remaining": str(max(0, most - used - 1)),
            "X-RateLimit-Reset": f"{time.time() + left:.3f}",
            "X-RateLimit-Reset-After": f"{left + 0.002:.3f}",
            "X-RateLimit-Bucket": request.operation,
        }
        return left if used >= most else 0.0


async def _read(request: web.Request) -> tuple[Any, list[tuple[str, bytes]]]:
    """The JSON of a request, and its files."""
    if request.content_type != "multipart/form-data":
        return (json.loads(await request.text() or "null") if request.can_read_body else None), []
    body, files = None, []
    async for part in await request.multipart():
        if not hasattr(part, "name"):
            continue
        if part.name == "payload_json":
            body = json.loads(await part.text())
        else:
            files.append((part.filename or "", bytes(await part.read())))
    return body, files


def _explained(refusal: Refusal) -> Json:
    answer: Json = {"message": ERRORS.get(refusal.code, refusal.detail), "code": refusal.code}
    if refusal.detail and refusal.code:
        answer["errors"] = {"_errors": [{"code": "INVALID", "message": refusal.detail}]}
    return answer


def _injected(fault: Fault) -> Json:
    answer: Json = {"message": ERRORS.get(fault.code, "injected"), "code": fault.code}
    if fault.status == 429:
        answer |= {"retry_after": float(fault.headers.get("Retry-After", 0.2)), "global": False}
    return answer
