"""The state of the fake Slack, and how it takes a Web API call: token, scope, injected faults, error replies."""

import asyncio
import itertools
import json
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from tests.fakes.slack.blockkit import Json

SCOPES = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "conversations.info": "channels:read",
    "conversations.list": "channels:read",
    "conversations.members": "channels:read",
    "conversations.join": "channels:join",
    "conversations.open": "im:write",
    "users.info": "users:read",
    "users.conversations": "channels:read",
    "team.info": "team:read",
}
ALL_SCOPES = "commands chat:write chat:write.public channels:read users:read"


@dataclass
class Channel:
    """A channel or direct message, with what was posted in it and what single people were shown."""

    id: str
    name: str = "general"
    is_private: bool = False
    is_archived: bool = False
    is_im: bool = False
    members: set[str] = field(default_factory=set)
    messages: list[Json] = field(default_factory=list)
    ephemerals: list[Json] = field(default_factory=list)
    last_post: float = -1e9

    def to_dict(self, bot: str) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "is_channel": not self.is_im,
            "is_im": self.is_im,
            "is_private": self.is_private,
            "is_archived": self.is_archived,
            "is_member": bot in self.members,
        }


@dataclass
class Team:
    """A workspace in which the app is installed. `state` is `active`, or the error that its token gets."""

    id: str
    token: str
    bot: str
    name: str
    scopes: set[str]
    enterprise: str | None = None
    org_wide: bool = False  # installed once for the whole Enterprise org
    state: str = "active"
    channels: dict[str, Channel] = field(default_factory=dict)
    users: dict[str, Json] = field(default_factory=dict)
    homes: dict[str, Json] = field(default_factory=dict)  # user id → published view
    ends: dict[str, float] = field(default_factory=dict)  # token → when it ends, where it is rotated
    rests_until: float = 0.0  # until when it takes no message, but answers 429


class Refused(Exception):
    """Slack says no: `reply` is what it says."""

    def __init__(self, error: str, status: int = 200, headers: Mapping[str, str] | None = None, **more: Any) -> None:
        super().__init__(error)
        self.error, self.status, self.headers = error, status, headers
        self.reply: Json = {"ok": False, "error": error, **more}


@dataclass(frozen=True)
class Stall:
    """A call that waits for its answer; `taken`: Slack does at once what it asks for. `here` is set when it came."""

    method: str
    taken: bool
    here: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True)
class Fault:
    """How the next call of a method goes wrong; without an error, the connection is cut and nothing answered."""

    method: str
    error: str | None
    status: int = 200
    headers: Mapping[str, str] | None = None


class WebAPI:
    """Takes calls, finds the handler (`_chat_postMessage` for `chat.postMessage`) and answers as Slack does.

    `rejected` lists every error reply that the app brought on itself (not those of `fail`); `lint` every payload that
    Slack would take but people would not.
    """

    app_id, client_id, client_secret = "A1", "1.2", "client-secret"
    signing_secret, app_token = "signing-secret", "xapp-1-A1"

    def __init__(self, post_interval: float = 1.0, now: Callable[[], float] = time.monotonic) -> None:
        self.post_interval, self.now, self.url = post_interval, now, ""
        self._n = itertools.count(1)
        self.teams: dict[str, Team] = {}
        self.calls: list[tuple[str, str | None, Json]] = []
        self.rejected: list[tuple[str, Any, Json]] = []
        self.lint: list[tuple[str, Json]] = []
        self.faults: list[Fault] = []
        self.stalls: list[Stall] = []
        self.stalled: list[Stall] = []
        self.triggers: dict[str, Json] = {}
        self.views: dict[str, Json] = {}
        self.codes: dict[str, tuple[Team, bool, bool]] = {}
        self.consent: tuple[Team, bool, bool] | None = None  # to what a person agrees: the team, rotated, org-wide
        self.asked_scopes = ""
        self.hooks: dict[str, Json] = {}
        self.tickets: set[str] = set()

    def _id(self, prefix: str) -> str:
        return f"{prefix}{next(self._n):04d}"

    def add_team(self, id: str, scopes: str = ALL_SCOPES, enterprise: str | None = None) -> Team:  # noqa: A002 Slack's word
        """Install the app in a workspace with channel C1, admin U1 (a member of it) and user U2."""
        team = self.teams[id] = Team(id, f"xoxb-{id}", f"UB{id}", f"Team {id}", set(scopes.split()), enterprise)
        self.add_channel(team, "C1", members={"U1", team.bot})
        for user, admin in (("U1", True), ("U2", False)):
            team.users[user] = {
                "id": user,
                "team_id": id,
                "name": user.lower(),
                "is_admin": admin,
                "is_owner": False,
                "is_bot": False,
                "locale": "en-US",
                "tz": "Europe/Oslo",
                "profile": {"display_name": user},
            }
        return team

    def add_channel(self, team: Team, id: str, **more: Any) -> Channel:  # noqa: A002 Slack's word
        """A further channel; `more` as in `Channel`."""
        team.channels[id] = Channel(id, **{"name": f"chan-{id.lower()}", **more})
        return team.channels[id]

    def fail(
        self, method: str, error: str, times: int = 1, status: int = 200, retry_after: float | None = None
    ) -> None:
        """Make the next calls of `method` fail: fail("chat.postMessage", "ratelimited", status=429, retry_after=2)."""
        headers = None if retry_after is None else {"Retry-After": str(retry_after)}
        self.faults += [Fault(method, error, status, headers)] * times

    def cut(self, method: str, times: int = 1) -> None:
        """Make the next calls of `method` end without an answer, the connection cut."""
        self.faults += [Fault(method, None)] * times

    def stall(self, method: str, *, taken: bool) -> asyncio.Event:
        """Leave the next call of `method` without an answer; the event is set when it came, and was `taken` or not."""
        self.stalls.append(stall := Stall(method, taken))
        return stall.here

    def resume(self) -> None:
        """Answer what was left without an answer."""
        while self.stalled:
            self.stalled.pop().over.set()

    async def _api(self, request: web.Request) -> web.Response:
        method, args = request.match_info["method"], dict[str, Any](request.query)
        body = await request.text()
        try:
            args.update(json.loads(body or "{}") if "json" in request.content_type else dict(parse_qsl(body)))
            for key in ("blocks", "view", "attachments", "metadata"):
                if isinstance(args.get(key), str):
                    args[key] = json.loads(args[key])
        except ValueError:
            args = {"malformed": body}  # refused by the method's own checks
        authorization = request.headers.get("Authorization", "")
        token = authorization.removeprefix("Bearer ") or str(args.get("token", ""))
        self.calls.append((method, token, args))
        if stall := next((s for s in self.stalls if s.method == method), None):
            self.stalls.remove(stall)
            self.stalled.append(stall)
            answer = self._call(method, token, args, authorization) if stall.taken else None
            stall.here.set()
            await stall.over.wait()
            if answer is not None:
                return answer
        if fault := next((f for f in self.faults if f.method == method), None):
            self.faults.remove(fault)
            return self._faulty(fault, request)
        try:
            return self._call(method, token, args, authorization)
        except Refused as e:
            self.rejected.append((method, e.reply, args))
            return web.json_response(e.reply, status=e.status, headers=e.headers)

    @staticmethod
    def _faulty(fault: Fault, request: web.Request) -> web.Response:
        if fault.error is None:
            if request.transport is not None:
                request.transport.close()
            return web.Response()
        if fault.status >= 500:  # what stands before Slack's own servers answers in HTML
            return web.Response(text=f"<html>{fault.error}</html>", content_type="text/html", status=fault.status)
        return web.json_response({"ok": False, "error": fault.error}, status=fault.status, headers=fault.headers)

    def _call(self, method: str, token: str, args: Json, authorization: str) -> web.Response:
        if method == "oauth.v2.access":
            return web.json_response({"ok": True, **self._oauth(args, authorization)})
        handler = getattr(self, "_" + method.replace(".", "_"), None)
        if handler is None:
            raise Refused("unknown_method", req_method=method)
        team = self._authorize(method, token, args)
        headers = {"x-oauth-scopes": ",".join(sorted(team.scopes))} if team else None
        return web.json_response({"ok": True, **handler(team, args)}, headers=headers)

    def _oauth(self, args: Json, authorization: str) -> Json:
        raise NotImplementedError

    def _authorize(self, method: str, token: str, args: Json) -> Team | None:
        if method == "apps.connections.open":
            if token != self.app_token:
                raise Refused("invalid_auth" if token else "not_authed")
            return None
        teams = [t for t in self.teams.values() if token == t.token or token in t.ends]
        named = (t for t in teams if t.id == args.get("team_id") or args.get("channel") in t.channels)
        team = next(named, teams[0] if teams else None)  # an organisation's token is that of many
        if team and team.ends.get(token, math.inf) < self.now():
            raise Refused("token_expired")
        if team is None or team.state != "active":
            raise Refused(team.state if team else "invalid_auth" if token else "not_authed")
        need = SCOPES.get(method)
        if need and need not in team.scopes:
            raise Refused("missing_scope", needed=need, provided=",".join(sorted(team.scopes)))
        return team
