"""Modals, the Home tab and OAuth of the fake Slack."""

import base64
import time

from aiohttp import web
from yarl import URL

from tests.fakes.slack.blockkit import Json, check_view
from tests.fakes.slack.web import Refused, Team, WebAPI

TOKEN_LIVES = 43_200  # seconds, of one that is rotated
TRIGGER_SECONDS = 3.0
CHOSEN = {
    "initial_option": "selected_option",
    "initial_options": "selected_options",
    "initial_conversation": "selected_conversation",
    "initial_user": "selected_user",
    "initial_value": "value",
}
"""What a field shows at first → where that stands in the state of its view."""


class Views(WebAPI):
    """views.* and oauth.v2.access."""

    @staticmethod
    def _check_view(args: Json, kind: str) -> Json:
        errors = check_view(args.get("view"))
        if not errors and args["view"]["type"] != kind:
            errors = [f"view.type must be {kind}"]
        if errors:
            raise Refused("invalid_arguments", response_metadata={"messages": [f"[ERROR] {e}" for e in errors]})
        view: Json = args["view"]
        return view

    def _put_view(self, team: Team, view: Json, old: Json | None = None) -> Json:
        stored = {
            "clear_on_close": False,
            "notify_on_close": False,
            "private_metadata": "",
            "callback_id": "",
            **view,
            "id": old["id"] if old else self._id("V"),
            "team_id": team.id,
            "app_id": self.app_id,
            "bot_id": "B" + team.id,
            "hash": f"{time.time():.4f}.{self._id('h')}",
        }
        for i, block in enumerate(stored["blocks"]):
            block.setdefault("block_id", f"b{i}")
        stored["state"] = {"values": self._state(stored, old)}
        self.views[stored["id"]] = stored
        return stored

    @staticmethod
    def _state(view: Json, old: Json | None) -> Json:
        """What the fields hold: what was chosen before, where block and action are the same, else what they show."""
        before, values = ((old or {}).get("state") or {}).get("values") or {}, Json()
        for block in view["blocks"]:
            if block["type"] == "input":
                element, name = block["element"], block["block_id"]
                shown = {CHOSEN[k]: v for k, v in element.items() if k in CHOSEN}
                kept = before.get(name, {}).get(element["action_id"], {"type": element["type"], **shown})
                values[name] = {element["action_id"]: kept}
        return values

    def _views_open(self, team: Team, args: Json) -> Json:
        trigger = self.triggers.get(str(args.get("trigger_id")))
        if trigger is None or trigger["team"].token != team.token:
            raise Refused("invalid_trigger_id")
        team = trigger["team"]  # an organisation's token is that of many
        if trigger["used"] or self.now() - trigger["at"] > TRIGGER_SECONDS:
            raise Refused("exchanged_trigger_id" if trigger["used"] else "expired_trigger_id")
        view = self._check_view(args, "modal")
        trigger["used"] = True
        return {"view": self._put_view(team, view)}

    _views_push = _views_open

    def _views_update(self, team: Team, args: Json) -> Json:
        key = "id" if args.get("view_id") else "external_id"
        wanted = args.get("view_id", args.get("external_id"))
        old = next((v for v in self.views.values() if v.get(key) and v[key] == wanted), None)
        if old is None:
            raise Refused("not_found")
        if args.get("hash") and args["hash"] != old["hash"]:
            raise Refused("hash_conflict")
        return {"view": self._put_view(self.teams[old["team_id"]], self._check_view(args, "modal"), old)}

    def _views_publish(self, team: Team, args: Json) -> Json:
        view, old = self._check_view(args, "home"), team.homes.get(str(args.get("user_id")))
        if args.get("user_id") not in team.users:
            raise Refused("user_not_found")
        if args.get("hash") and old and args["hash"] != old["hash"]:
            raise Refused("hash_conflict")
        shown = self._put_view(team, view, old)
        for other in self.teams.values():  # it is one person's, in every workspace of an organisation
            if other is team or (other.org_wide and other.token == team.token):
                other.homes[args["user_id"]] = shown
        return {"view": shown}

    def grant(self, team: Team, *, rotate: bool = False, org_wide: bool = False) -> str:
        """The code that Slack's redirect carries after a person approves the install."""
        self.codes[code := self._id("code")] = (team, rotate, org_wide)
        return code

    async def _consent_page(self, request: web.Request) -> web.Response:
        """A person reads what the app asks for, and agrees to what `consent` says, or (None) does not."""
        query = request.query
        if query.get("client_id") != self.client_id or query.get("user_scope"):
            return web.Response(status=400, text="invalid client_id or scope")
        self.asked_scopes = query["scope"]
        answer = {"error": "access_denied"}
        if self.consent:
            team, rotate, org_wide = self.consent
            answer = {"code": self.grant(team, rotate=rotate, org_wide=org_wide)}
        raise web.HTTPFound(URL(query["redirect_uri"]).with_query(answer | {"state": query.get("state", "")}))

    def _oauth(self, args: Json, authorization: str) -> Json:
        if authorization.startswith("Basic "):
            name, _, secret = base64.b64decode(authorization.removeprefix("Basic ")).decode().partition(":")
            args |= {"client_id": name, "client_secret": secret}
        if (args.get("client_id"), args.get("client_secret")) != (self.client_id, self.client_secret):
            raise Refused("bad_client_secret")
        refresh = args.get("grant_type") == "refresh_token"
        key = str(args.get("refresh_token" if refresh else "code"))
        if key not in self.codes:
            raise Refused("invalid_refresh_token" if refresh else "invalid_code")
        team, rotate, org_wide = self.codes.pop(key)  # a code, like a refresh token, works once
        team.state, more = "active", Json()
        if rotate:
            team.token, more = self._id("xoxe.xoxb-"), {"refresh_token": self._id("xoxe-1-"), "expires_in": TOKEN_LIVES}
            self.codes[more["refresh_token"]] = (team, True, org_wide)
            team.ends[team.token] = self.now() + TOKEN_LIVES
        team.org_wide = org_wide
        for other in self.teams.values():
            if org_wide and other.enterprise == team.enterprise:
                other.token, other.org_wide, other.ends, other.state = team.token, True, team.ends, "active"
        return {
            "app_id": self.app_id,
            "access_token": team.token,
            "token_type": "bot",
            "scope": ",".join(sorted(team.scopes)),
            "bot_user_id": team.bot,
            "authed_user": {"id": "U1"},
            "is_enterprise_install": org_wide,
            **more,
            "enterprise": {"id": team.enterprise, "name": "Grid"} if team.enterprise else None,
            "team": None if org_wide else {"id": team.id, "name": team.name},
        }
