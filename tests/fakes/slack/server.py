"""The fake Slack as a server, and what it sends to the app: commands, events, clicks, submissions, shortcuts."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.fakes.slack.blockkit import Json, check_blocks, check_view, walk
from tests.fakes.slack.messages import Messages
from tests.fakes.slack.views import Views
from tests.fakes.slack.web import Refused, Team

ACK_SECONDS = 3.0


@dataclass
class Delivery:
    """One payload sent to the app, and how the app answered."""

    kind: str
    payload: Json
    seconds: float | None = None  # until the ack; None: none came
    status: int | None = None  # HTTP only
    answer: Any = None  # the ack's body
    signed: tuple[str, Json] = ("", {})  # HTTP only: body and headers

    @property
    def in_time(self) -> bool:
        return self.seconds is not None and self.seconds <= ACK_SECONDS and self.status in {None, 200}


class FakeSlack(Messages, Views):
    """A Slack on a free port.

    async with FakeSlack() as slack:
        team = slack.add_team("T1")
        delivery = await slack.command(team, "/clausebell", "help")      # Socket Mode, or slack.request_url if set
        message = team.channels["C1"].messages[-1]
        await slack.click(team, message, "details")
    """

    def __init__(self, *args: Any, request_url: str | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.request_url = request_url
        self.deliveries: list[Delivery] = []
        self.sockets: list[web.WebSocketResponse] = []
        self._reached = asyncio.Event()  # set while there are sockets
        self.acks: dict[str, asyncio.Future[Any]] = {}
        self.deaf = False  # refuse new sockets

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.add_routes(
            [
                web.route("*", "/api/{method}", self._api),
                web.get("/link", self._socket),
                web.get("/oauth/v2/authorize", self._consent_page),
                web.post("/response/{id}", self._response_url),
            ]
        )
        self._runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self.api_url, self._http = self.url + "/api/", aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        for ws in list(self.sockets):
            await ws.close()
        await self._http.close()
        await self._runner.cleanup()

    # ------------------------------------------------------------ sockets

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if self.deaf or ticket not in self.tickets:
            self.tickets.discard(ticket)
            return web.Response(status=408 if self.deaf else 403)
        self.tickets.remove(ticket)  # an address works once
        await (ws := web.WebSocketResponse()).prepare(request)
        await ws.send_json(
            {
                "type": "hello",
                "num_connections": len(self.sockets) + 1,
                "connection_info": {"app_id": self.app_id},
                "debug_info": {"host": "fake", "approximate_connection_time": 18060},
            }
        )
        self.sockets.append(ws)
        self._reached.set()
        try:
            async for frame in ws:
                if frame.type == aiohttp.WSMsgType.TEXT and frame.data.startswith("{"):
                    ack = json.loads(frame.data)
                    future = self.acks.pop(ack.get("envelope_id"), None)
                    if future and not future.done():
                        future.set_result(ack.get("payload"))
        finally:
            self.sockets.remove(ws)
            if not self.sockets:
                self._reached.clear()
        return ws

    async def refresh(self, reason: str = "refresh_requested") -> None:
        """Ask the app to reconnect, as Slack does every few hours, and drop the old sockets."""
        for ws in list(self.sockets):
            await ws.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "fake"}})
            await ws.close()

    @asynccontextmanager
    async def outage(self) -> AsyncIterator[None]:
        """Drop the sockets and take no new ones for the while; addresses handed out before are worthless after."""
        self.deaf = True
        for ws in list(self.sockets):
            await ws.close()
        yield
        self.tickets.clear()
        self.deaf = False

    async def connected(self, seconds: float = 5) -> None:
        """Wait until the app has a socket."""
        async with asyncio.timeout(seconds):
            await self._reached.wait()

    # ------------------------------------------------------------ deliveries to the app

    async def deliver(
        self, kind: str, payload: Json, *, retry: int = 0, wrong_signature: bool = False, age: int = 0
    ) -> Delivery:
        """Send one envelope or one signed request; returns when the app acks or ACK_SECONDS have passed twice."""
        self.deliveries.append(delivery := Delivery(kind, payload))
        start = time.monotonic()
        try:
            async with asyncio.timeout(2 * ACK_SECONDS):
                if self.request_url:
                    await self._deliver_http(self.request_url, delivery, retry, age, wrong_signature=wrong_signature)
                else:
                    await self._deliver_socket(delivery, retry)
            delivery.seconds = time.monotonic() - start
        except (TimeoutError, aiohttp.ClientError):
            pass  # no ack: `seconds` stays None
        return delivery

    async def _deliver_socket(self, delivery: Delivery, retry: int) -> None:
        envelope: Json = {
            "envelope_id": self._id("e"),
            "type": delivery.kind,
            "payload": delivery.payload,
            "accepts_response_payload": delivery.kind != "events_api",
        }
        if delivery.kind == "events_api":
            envelope |= {"retry_attempt": retry, "retry_reason": "timeout" if retry else ""}
        self.acks[envelope["envelope_id"]] = future = asyncio.get_running_loop().create_future()
        await self.connected()
        await self.sockets[-1].send_json(envelope)
        delivery.answer = await future

    async def _deliver_http(self, url: str, delivery: Delivery, retry: int, age: int, *, wrong_signature: bool) -> None:
        if delivery.kind == "events_api":
            body, kind = json.dumps(delivery.payload), "application/json"
        else:
            form = delivery.payload if delivery.kind == "slash_commands" else {"payload": json.dumps(delivery.payload)}
            body, kind = urlencode(form), "application/x-www-form-urlencoded"
        stamp = str(int(time.time()) - age)
        secret = self.signing_secret + ("?" if wrong_signature else "")
        digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        headers = {"Content-Type": kind, "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": "v0=" + digest}
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
        delivery.signed = (body, headers)
        async with self._http.post(url, data=body, headers=headers) as response:
            delivery.status, text = response.status, await response.text()
        try:
            delivery.answer = json.loads(text) if text else None
        except ValueError:
            delivery.answer = {"text": text}

    async def replay(self, delivery: Delivery) -> int:
        """Send a signed request once more, as someone who overheard it would; the status of the answer."""
        body, headers = delivery.signed
        async with self._http.post(str(self.request_url), data=body, headers=headers) as response:
            return response.status

    def _actor(self, team: Team, user: str, channel: str | None = None, source: Json | None = None) -> Json:
        self.triggers[trigger := self._id("trigger.")] = {"team": team, "at": self.now(), "used": False}
        common = {"trigger_id": trigger, "api_app_id": self.app_id, "token": "legacy"}
        if channel:
            hook = self._id("r")
            self.hooks[hook] = {"team": team, "user": user, "channel": channel, "source": source, "posts": []}
            common["response_url"] = f"{self.url}/response/{hook}"
        return common

    async def command(
        self, team: Team, command: str, text: str = "", user: str = "U1", channel: str = "C1", **options: Any
    ) -> Delivery:
        """Type a slash command in a channel."""
        where = team.channels[channel]
        name = "directmessage" if where.is_im else "privategroup" if where.is_private else where.name
        payload = {
            "command": command,
            "text": text,
            "user_id": user,
            "user_name": user.lower(),
            "team_id": team.id,
            "team_domain": team.id.lower(),
            "channel_id": channel,
            "channel_name": name,
            "is_enterprise_install": str(team.org_wide).lower(),
            **({"enterprise_id": team.enterprise} if team.enterprise else {}),
            **self._actor(team, user, channel),
        }
        delivery = await self.deliver("slash_commands", payload, **options)
        if isinstance(delivery.answer, dict) and delivery.in_time:  # an ack may itself be the answer
            try:
                self._answer(team, user, channel, delivery.answer)
            except Refused as e:
                self.rejected.append(("ack", e.reply, delivery.answer))
        return delivery

    async def event(
        self, team: Team, event: Json, event_id: str | None = None, retry: int = 0, **options: Any
    ) -> Delivery:
        """Something happened in a workspace."""
        payload = {
            "type": "event_callback",
            "team_id": team.id,
            "enterprise_id": team.enterprise,
            "api_app_id": self.app_id,
            "event_id": event_id or self._id("Ev"),
            "event_time": int(time.time()),
            "event": event,
            "token": "legacy",
            "authorizations": [
                {
                    "enterprise_id": team.enterprise,
                    "team_id": team.id,
                    "user_id": team.bot,
                    "is_bot": True,
                    "is_enterprise_install": team.org_wide,
                }
            ],
        }
        return await self.deliver("events_api", payload, retry=retry, **options)

    async def open_home(self, team: Team, user: str = "U1") -> Delivery:
        """Look at the app's Home tab."""
        view = {"view": team.homes[user]} if user in team.homes else {}
        event = {"type": "app_home_opened", "user": user, "tab": "home", "channel": "D" + user, **view}
        return await self.event(team, event)

    async def uninstall(self, team: Team, *, swapped: bool = False) -> list[Delivery]:
        """Revoke the token and tell the app so; Slack guarantees neither order of the two events."""
        for other in self.teams.values():
            if other is team or (team.org_wide and other.org_wide and other.token == team.token):
                other.state = "account_inactive"
        events: list[Json] = [
            {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [team.bot]}},
            {"type": "app_uninstalled"},
        ]
        return [await self.event(team, event) for event in (reversed(events) if swapped else events)]

    async def verify_url(self) -> Delivery:
        """Slack's check of a new request URL."""
        return await self.deliver("events_api", {"type": "url_verification", "challenge": "c-42", "token": "legacy"})

    def _interaction(self, team: Team, kind: str, user: str, channel: str | None = None, **more: Any) -> Json:
        enterprise = {"id": team.enterprise, "name": "Grid"} if team.enterprise else None
        source = more.pop("source", None)
        return {
            "type": kind,
            "team": {"id": team.id, "domain": team.id.lower()},
            "enterprise": enterprise,
            "is_enterprise_install": team.org_wide,
            "user": {"id": user, "name": user.lower(), "team_id": team.id},
            **({"channel": {"id": channel, "name": team.channels[channel].name}} if channel else {}),
            **self._actor(team, user, channel, source),
            **more,
        }

    async def click(self, team: Team, source: Json, action_id: str, user: str = "U1", **chosen: Any) -> Delivery:
        """Use the element `action_id` of a message or view: click(...), click(..., selected_option={...})."""
        block, element = next((b, n) for b in source["blocks"] for n in walk(b) if n.get("action_id") == action_id)
        action: Json = {
            "type": element["type"],
            "action_id": action_id,
            "block_id": block.get("block_id", "b0"),
            "action_ts": "1.1",
            **{k: element[k] for k in ("value", "text") if k in element},
            **chosen,
        }
        where: Json = {"view": source, "container": {"type": "view", "view_id": source.get("id")}}
        if "channel" in source:
            container: Json = {"type": "message", "message_ts": source.get("ts"), "channel_id": source["channel"]}
            container["is_ephemeral"] = "ts" not in source
            where = {"channel": source["channel"], "source": source, "message": source, "container": container}
        payload = self._interaction(team, "block_actions", user, **where, actions=[action])
        return await self.deliver("interactive", payload)

    def fill(self, view: Json, action_id: str, chosen: str | Sequence[str], *, forged: bool = False) -> Json:
        """Choose in a field of a view: an id, or values. `forged`: what the field does not offer. Returns its block."""
        block = next(b for b in view["blocks"] if (b.get("element") or {}).get("action_id") == action_id)
        element, several = block["element"], not isinstance(chosen, str)
        values = [chosen] if isinstance(chosen, str) else chosen
        offered = {o["value"]: o for o in element.get("options") or []}
        if offered and not forged:
            assert set(values) <= set(offered), f"{action_id} offers {sorted(offered)}"
        options = [offered.get(v, {"text": {"type": "plain_text", "text": v}, "value": v}) for v in values]
        state: Json = {"type": element["type"]}
        if element["type"] in {"conversations_select", "users_select"}:
            state["selected_" + element["type"].removesuffix("s_select")] = values[0]
        elif element["type"] == "plain_text_input":
            state["value"] = values[0] or None
        else:
            state |= {"selected_options": options} if several else {"selected_option": options[0]}
        view["state"]["values"][block["block_id"]] = {action_id: state}
        return block

    async def choose(
        self, team: Team, view: Json, action_id: str, chosen: str | Sequence[str], user: str = "U1", **options: Any
    ) -> Delivery:
        """The same with a field that tells of it at once."""
        block = self.fill(view, action_id, chosen, **options)
        assert block.get("dispatch_action"), f"{action_id} tells of nothing"
        return await self.click(team, view, action_id, user, **view["state"]["values"][block["block_id"]][action_id])

    async def suggest(self, team: Team, view: Json, action_id: str, typed: str, user: str = "U1") -> list[str]:
        """Type in a field whose choices the app knows; the values that it offers."""
        block = next(b for b in view["blocks"] if (b.get("element") or {}).get("action_id") == action_id)
        assert "external" in block["element"]["type"], f"{action_id} has choices of its own"
        where = {"view": view, "container": {"type": "view", "view_id": view["id"]}, "value": typed}
        payload = self._interaction(
            team, "block_suggestion", user, action_id=action_id, block_id=block["block_id"], **where
        )
        del payload["trigger_id"]
        delivery = await self.deliver("interactive", payload)
        offered = (delivery.answer or {}).get("options", [])
        menu = {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "x"},
            "accessory": {"type": "static_select", "action_id": "x", "options": offered},
        }
        if offered and (errors := check_blocks([menu])):
            self.rejected.append(("options", {"ok": False, "error": errors}, delivery.answer))
        return [option["value"] for option in offered]

    async def submit(self, team: Team, view: Json, user: str = "U1") -> Delivery:
        """Press a modal's submit, with what stands in its fields. Applies the response_action of the ack."""
        for block in view["blocks"]:
            if block["type"] == "input" and not block.get("optional"):
                [held] = view["state"]["values"][block["block_id"]].values()
                assert set(held) - {"type"}, f"Slack asks for {block['label']['text']} first"
        payload = self._interaction(team, "view_submission", user, view=view, response_urls=[])
        delivery = await self.deliver("interactive", payload)
        answer = delivery.answer if isinstance(delivery.answer, dict) else {}
        if answer.get("response_action") in {"update", "push"}:
            if errors := check_view(answer.get("view")):
                self.rejected.append(("response_action", {"ok": False, "error": errors}, answer))
            else:
                self._put_view(team, answer["view"], view if answer["response_action"] == "update" else None)
        elif answer.get("response_action") == "errors":
            if not answer.get("errors") or set(answer["errors"]) - {b["block_id"] for b in view["blocks"]}:
                self.rejected.append(("response_action", {"ok": False, "error": "errors name unknown blocks"}, answer))
        elif delivery.in_time:
            self.views.pop(view["id"], None)
        return delivery

    async def shortcut(self, team: Team, callback_id: str, user: str = "U1", message: Json | None = None) -> Delivery:
        """Use a global shortcut, or one of a message."""
        more: Json = {}
        if message:
            more = {"message": message, "message_ts": message["ts"], "channel": message["channel"]}
        kind = "message_action" if message else "shortcut"
        return await self.deliver("interactive", self._interaction(team, kind, user, callback_id=callback_id, **more))
