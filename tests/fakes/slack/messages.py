"""Messages and channels of the fake Slack, and the answers that come by response_url."""

import json
import re
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from aiohttp import web

from tests.fakes.slack.blockkit import Json, check_blocks, escape, walk
from tests.fakes.slack.web import Channel, Refused, Team, WebAPI

RESPONSE_URL_USES = 5
TEXT_POST, TEXT_UPDATE = 40_000, 4_000  # characters; bytes once &<> are escaped
BROADCAST = re.compile(r"<!(channel|here|everyone)")


@lru_cache(maxsize=64)
def _complaints(blocks: str) -> tuple[str, ...]:
    """What Slack says of blocks; many channels get the same."""
    return tuple(check_blocks(json.loads(blocks)))


class Messages(WebAPI):
    """chat.*, conversations.*, users.info, team.info, auth.test, apps.connections.open."""

    def _channel(self, team: Team, args: Json, *, post: bool = False) -> Channel:
        channel = team.channels.get(str(args.get("channel")))
        if channel and channel.is_private and not post and "groups:read" not in team.scopes:
            raise Refused("missing_scope", needed="groups:read", provided=",".join(sorted(team.scopes)))
        if channel is None or ((channel.is_private or channel.is_im) and team.bot not in channel.members):
            raise Refused("channel_not_found")
        if post and channel.is_archived:
            raise Refused("is_archived")
        if post and team.bot not in channel.members and "chat:write.public" not in team.scopes:
            raise Refused("not_in_channel")
        return channel

    def _content(self, args: Json, too_long: Callable[[str], bool]) -> Json:
        text, blocks = args.get("text") or "", args.get("blocks")
        if not text and not blocks and not args.get("attachments"):
            raise Refused("no_text")
        if too_long(text):
            raise Refused("msg_too_long")
        if blocks and (errors := _complaints(json.dumps(blocks))):
            code = "msg_blocks_too_long" if errors == ("msg_blocks_too_long",) else "invalid_blocks"
            raise Refused(code, response_metadata={"messages": [f"[ERROR] {e}" for e in errors]})
        metadata = args.get("metadata")
        if metadata is not None and not (
            metadata.get("event_type") and isinstance(metadata.get("event_payload"), dict)
        ):
            raise Refused("invalid_metadata_format")
        self._look_over(args, text, blocks)
        kept = ("text", "blocks", "thread_ts", "unfurl_links", "unfurl_media", "metadata", "mrkdwn")
        return {k: args[k] for k in kept if k in args}

    def _look_over(self, args: Json, text: str, blocks: Any) -> None:
        if blocks and not text:
            self.lint.append(("no text fallback for blocks", args))
        if BROADCAST.search(json.dumps([text, blocks])) or any(n.get("type") == "broadcast" for n in walk(blocks)):
            self.lint.append(("broadcast mention", args))

    def _chat_postMessage(self, team: Team, args: Json) -> Json:  # noqa: N802 Slack's word
        if args.get("channel") in team.users:  # posting to a user id opens the DM
            args["channel"] = self._conversations_open(team, {"users": args["channel"]})["channel"]["id"]
        channel = self._channel(team, args, post=True)
        content = self._content(args, lambda t: len(t) > TEXT_POST)
        if str(args.get("unfurl_links")).lower() not in {"false", "0"}:
            self.lint.append(("links would unfurl", args))
        self._in_thread(channel, args)
        wait = max(channel.last_post + self.post_interval, team.rests_until) - self.now()
        if wait > 0:
            raise Refused("ratelimited", 429, {"Retry-After": str(int(wait) + 1)})
        channel.last_post = self.now()
        message = self._store(channel, {"user": team.bot, "bot_id": "B" + team.id, **content})
        return {"channel": channel.id, "ts": message["ts"], "message": message}

    def _in_thread(self, channel: Channel, args: Json) -> None:
        """Slack takes an answer to an answer too, and shows it where nobody looks."""
        if not (above := args.get("thread_ts")):
            return
        found = next((message for message in channel.messages if message["ts"] == above), None)
        if found is None:
            raise Refused("thread_not_found")
        if found.get("thread_ts", above) != above:
            self.lint.append(("an answer to an answer", args))
        if args.get("reply_broadcast"):
            self.lint.append(("an answer for the whole channel", args))

    def _store(self, channel: Channel, content: Json) -> Json:
        ts = f"{int(time.time())}.{next(self._n):06d}"
        message = {"type": "message", "ts": ts, "channel": channel.id, **content}
        channel.messages.append(message)
        return message

    def _chat_postEphemeral(self, team: Team, args: Json) -> Json:  # noqa: N802 Slack's word
        channel = self._channel(team, args, post=True)
        if args.get("user") not in channel.members:
            raise Refused("user_not_in_channel")
        content = self._content(args, lambda t: len(t) > TEXT_POST)
        channel.ephemerals.append({"user": args["user"], "channel": channel.id, **content})
        return {"message_ts": f"{time.time():.6f}"}

    def _chat_update(self, team: Team, args: Json) -> Json:
        there = team.channels.get(str(args.get("channel")))
        if there and there.is_archived:
            raise Refused("is_inactive")
        message = self._find(team, args)
        content = self._content(args, lambda t: len(escape(t).encode()) > TEXT_UPDATE)
        message.update(content, edited={"user": team.bot})
        return {"channel": args["channel"], "ts": message["ts"], "text": message.get("text"), "message": message}

    def _chat_delete(self, team: Team, args: Json) -> Json:
        self._channel(team, args).messages.remove(message := self._find(team, args))
        return {"channel": args["channel"], "ts": message["ts"]}

    def _find(self, team: Team, args: Json) -> Json:
        for message in self._channel(team, args, post=True).messages:
            if message["ts"] == args.get("ts"):
                if message.get("user") != team.bot:
                    raise Refused("cant_update_message")
                return message
        raise Refused("message_not_found")

    def _conversations_info(self, team: Team, args: Json) -> Json:
        return {"channel": self._channel(team, args).to_dict(team.bot)}

    def _conversations_list(self, team: Team, args: Json) -> Json:
        limit, start = int(args.get("limit") or 100), int(args.get("cursor") or 0)
        rows = [
            c.to_dict(team.bot)
            for c in team.channels.values()
            if not c.is_im
            and not (c.is_private and team.bot not in c.members)
            and not (c.is_archived and str(args.get("exclude_archived")).lower() in {"true", "1"})
        ]
        cursor = str(start + limit) if start + limit < len(rows) else ""
        return {"channels": rows[start : start + limit], "response_metadata": {"next_cursor": cursor}}

    def _conversations_members(self, team: Team, args: Json) -> Json:
        return {"members": sorted(self._channel(team, args).members), "response_metadata": {"next_cursor": ""}}

    def _conversations_join(self, team: Team, args: Json) -> Json:
        channel = self._channel(team, args)
        if channel.is_archived:
            raise Refused("is_archived")
        channel.members.add(team.bot)
        return {"channel": channel.to_dict(team.bot)}

    def _conversations_open(self, team: Team, args: Json) -> Json:
        users = str(args.get("users", "")).split(",")
        if set(users) - set(team.users):
            raise Refused("user_not_found")
        dm = "D" + "".join(sorted(users))
        channel = team.channels.get(dm) or self.add_channel(team, dm, is_im=True, members={*users, team.bot})
        return {"channel": channel.to_dict(team.bot)}

    def _users_info(self, team: Team, args: Json) -> Json:
        if args.get("user") not in team.users:
            raise Refused("user_not_found")
        asked = str(args.get("include_locale")).lower() in {"true", "1"}
        return {"user": {k: v for k, v in team.users[args["user"]].items() if asked or k != "locale"}}

    def _users_conversations(self, team: Team, args: Json) -> Json:
        """The channels of a person: public ones, and with groups:read private ones that the bot is in as well."""
        user, kinds = args.get("user") or team.bot, set(str(args.get("types") or "public_channel").split(","))
        if "private_channel" in kinds and "groups:read" not in team.scopes:
            raise Refused("missing_scope", needed="groups:read", provided=",".join(sorted(team.scopes)))
        if team.org_wide and not args.get("team_id"):
            raise Refused("missing_argument")
        limit, start = int(args.get("limit") or 100), int(args.get("cursor") or 0)
        if not 1 <= limit <= 999:
            raise Refused("invalid_limit")
        rows = [
            channel.to_dict(team.bot)
            for channel in team.channels.values()
            if user in channel.members
            and not channel.is_im
            and ("private_channel" if channel.is_private else "public_channel") in kinds
            and (not channel.is_private or team.bot in channel.members)
        ]
        cursor = str(start + limit) if start + limit < len(rows) else ""
        return {"channels": rows[start : start + limit], "response_metadata": {"next_cursor": cursor}}

    def _team_info(self, team: Team, _: Json) -> Json:
        return {"team": {"id": team.id, "name": team.name, "domain": team.id.lower(), "enterprise_id": team.enterprise}}

    def _auth_test(self, team: Team, _: Json) -> Json:
        return {
            "url": f"https://{team.id.lower()}.slack.com/",
            "team": team.name,
            "team_id": team.id,
            "user": "clausebell",
            "user_id": team.bot,
            "bot_id": "B" + team.id,
            "enterprise_id": team.enterprise,
        }

    def _apps_connections_open(self, _: None, __: Json) -> Json:
        self.tickets.add(ticket := self._id("t"))
        return {"url": f"{self.url.replace('http', 'ws')}/link?ticket={ticket}"}

    async def _response_url(self, request: web.Request) -> web.Response:
        hook, body = self.hooks.get(request.match_info["id"]), await request.json()
        self.calls.append(("response_url", None, body))
        if fault := next((f for f in self.faults if f.method == "response_url"), None):
            self.faults.remove(fault)
            return self._faulty(fault, request)
        if hook is None or len(hook["posts"]) >= RESPONSE_URL_USES:
            self.rejected.append(("response_url", {"ok": False, "error": "used_url"}, body))
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        try:
            self._answer(hook["team"], hook["user"], hook["channel"], body, hook["source"])
        except Refused as e:
            self.rejected.append(("response_url", e.reply, body))
            return web.json_response(e.reply, status=500 if e.error == "invalid_blocks" else 400)
        hook["posts"].append(body)
        return web.Response(text="ok")

    def _answer(self, team: Team, user: str, channel_id: str, body: Json, source: Json | None = None) -> None:
        channel = team.channels[channel_id]
        if body.get("delete_original"):
            for kept in (channel.messages, channel.ephemerals):
                kept[:] = [message for message in kept if message is not source]
            return
        content = self._content(body, lambda t: len(t) > TEXT_POST)
        if body.get("replace_original") and not source:  # Slack posts anew (slackapi/bolt-python#1268, bolt-js#2287)
            self.lint.append(("no message to replace", body))
        if body.get("replace_original") and source:
            source.update(content)
        elif body.get("response_type") == "in_channel":
            self._store(channel, {"user": team.bot, **content})
        else:
            channel.ephemerals.append({"user": user, "channel": channel_id, **content})
