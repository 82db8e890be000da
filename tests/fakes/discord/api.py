"""What each route of the fake Discord does."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .limits import (
    CROSSPOSTED,
    EPHEMERAL,
    LOADING,
    Json,
    Refusal,
    check_choices,
    check_commands,
    check_message,
    check_modal,
    pings,
    walk,
)
from .rest import Request, Rest
from .world import DM, FORUM, NEWS, NEWS_THREAD, PERMISSIONS, THREAD

PONG, REPLY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9
COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5
BOT_ADD = 28
Files = Sequence[tuple[str, bytes]]


@dataclass
class Interaction:
    """What a person did, and how it was answered: `ack` is the callback's type, `ack_after` seconds until it came."""

    id: str
    token: str
    payload: Json
    at: float = field(default_factory=time.monotonic)
    ack: int = 0
    ack_after: float = 0.0
    data: Json = field(default_factory=dict)
    message: Json | None = None
    followups: list[Json] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def messages(self) -> list[Json]:
        return [message for message in [self.message, *self.followups] if message and not message.get("_deleted")]

    @property
    def ephemeral(self) -> bool:
        return bool(self.data.get("flags", 0) & EPHEMERAL)

    @property
    def answered(self) -> bool:
        """Acknowledged, and no longer thinking."""
        thinking = self.ack == DEFER and self.message is not None and self.message["flags"] & LOADING
        return bool(self.ack) and not thinking


class Api(Rest):
    """The handlers, named after the operations of Discord's API description."""

    ack_window, token_life = 3.0, 900.0
    starts_left = 1000

    def __init__(self, **more: int) -> None:
        super().__init__(**more)
        self.interactions: dict[str, Interaction] = {}
        self.commands: dict[str | None, list[Json]] = defaultdict(list)
        self.application: Json = {}
        """What the owner set otherwise in the developer portal."""

    # --- the bot itself -----------------------------------------------------------------------------------------------

    async def op_get_my_user(self, request: Request) -> Json:
        return self.bot

    async def op_get_user(self, request: Request, user_id: str) -> Json:
        return self.owner if user_id == self.owner["id"] else {**self.user("someone"), "id": user_id}

    async def op_get_my_application(self, request: Request) -> Json:
        return {
            "id": self.app_id,
            "name": "Clausebell",
            "icon": None,
            "description": "",
            "summary": "",
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0",
            "flags": 0,
            "owner": self.owner,
            "team": None,
            "rpc_origins": [],
            "approximate_guild_count": len(self.guilds),
            **self.application,
        }

    op_get_my_oauth2_application = op_get_my_application

    async def op_get_gateway(self, request: Request) -> Json:
        return {"url": self.told_gateway or self.ws_url}

    async def op_get_bot_gateway(self, request: Request) -> Json:
        starts = {"total": 1000, "remaining": self.starts_left - len(self.identifies), "reset_after": 14400000}
        return {
            "url": self.told_gateway or self.ws_url,
            "shards": self.shards,
            "session_start_limit": {**starts, "max_concurrency": 1},
        }

    # --- commands -----------------------------------------------------------------------------------------------------

    async def op_list_application_commands(self, request: Request, application_id: str) -> list[Json]:
        whole = request.query.get("with_localizations") == "true"
        return self.commands[None] if whole else [_in_one_language(command) for command in self.commands[None]]

    async def op_list_guild_application_commands(self, request: Request, application_id: str, guild_id: str) -> Any:
        return self.commands[guild_id]

    async def op_bulk_set_application_commands(self, request: Request, application_id: str) -> list[Json]:
        return self._set_commands(request.body, None)

    async def op_bulk_set_guild_application_commands(self, request: Request, application_id: str, guild_id: str) -> Any:
        return self._set_commands(request.body, guild_id)

    def _set_commands(self, rows: Sequence[Json], guild_id: str | None) -> list[Json]:
        if bad := check_commands(rows):
            raise Refusal(400, 50035, "; ".join(bad))
        ids = {command["name"]: command["id"] for command in self.commands[guild_id]}

        def stored(row: Json) -> Json:
            need = row.get("default_member_permissions")
            return {
                "type": 1,
                "description": "",
                **_without_defaults(row),
                "id": ids.get(row["name"]) or self.snowflake(),
                "application_id": self.app_id,
                "version": self.snowflake(),
                "default_member_permissions": None if need is None else str(need),
                **({"guild_id": guild_id} if guild_id else {}),
            }

        self.commands[guild_id] = [stored(row) for row in rows]
        return self.commands[guild_id]

    # --- guilds and channels ------------------------------------------------------------------------------------------

    async def op_get_guild(self, request: Request, guild_id: str) -> Json:
        return self._guild(guild_id)

    async def op_list_guild_channels(self, request: Request, guild_id: str) -> Any:
        return self._guild(guild_id)["channels"]

    async def op_list_guild_roles(self, request: Request, guild_id: str) -> Any:
        return self._guild(guild_id)["roles"]

    async def op_get_guild_member(self, request: Request, guild_id: str, user_id: str) -> Any:
        """The owner is a member of every guild; nobody else is."""
        guild = self._guild(guild_id)
        if user_id == self.owner["id"]:
            return self.member(self.owner)
        if user_id != self.bot["id"]:
            raise Refusal(404, 10007)
        return guild["members"][0]

    async def op_list_guild_audit_log_entries(self, request: Request, guild_id: str) -> Json:
        guild = self._guild(guild_id)
        if not int(guild["roles"][1]["permissions"]) & PERMISSIONS["view_audit_log"]:
            raise Refusal(403, 50013)
        lists = ("users", "integrations", "webhooks", "threads", "guild_scheduled_events", "auto_moderation_rules")
        row = {"id": self.snowflake(), "target_id": self.bot["id"], "action_type": BOT_ADD}
        inviter = self.inviters.get(guild_id)
        entries = [{**row, "user_id": inviter}] if inviter else []
        return {**{key: [] for key in lists}, "application_commands": [], "audit_log_entries": entries}

    async def op_leave_guild(self, request: Request, guild_id: str) -> None:
        await self.kick(self._guild(guild_id))

    async def op_get_channel(self, request: Request, channel_id: str) -> Json:
        return self._channel(channel_id)

    async def op_create_dm(self, request: Request) -> Json:
        return self.dm(await self.op_get_user(request, str(request.body["recipient_id"])))

    def _guild(self, guild_id: str) -> Json:
        if guild_id not in self.guilds:
            raise Refusal(404, 10004)
        return self.guilds[guild_id]

    def _channel(self, channel_id: str, *needs: str) -> Json:
        channel = self.channels.get(channel_id)
        if channel is None:
            raise Refusal(404, 10003)
        if channel.get("guild_id"):
            have = self.permissions_in(channel)
            if not have & PERMISSIONS["view_channel"]:
                raise Refusal(403, 50001)
            for need in needs:
                if not have & PERMISSIONS[need]:
                    raise Refusal(403, 50013, need)
        return channel

    # --- messages and threads -----------------------------------------------------------------------------------------

    async def op_create_message(self, request: Request, channel_id: str) -> Json:
        body, channel = request.body or {}, self._channel(channel_id)
        threaded = channel["type"] in (NEWS_THREAD, THREAD)
        self._channel(channel_id, "send_messages_in_threads" if threaded else "send_messages")
        if body.get("embeds"):
            self._channel(channel_id, "embed_links")
        if request.files:
            self._channel(channel_id, "attach_files")
        if body.get("message_reference") and not self.permissions_in(channel) & PERMISSIONS["read_message_history"]:
            raise Refusal(403, 160002)
        if channel["type"] == DM and channel["recipients"][0]["id"] in self.dm_closed:
            raise Refusal(403, 50007)
        if channel["type"] == FORUM:
            raise Refusal(400, 50024)
        nonce = body.get("nonce")
        if nonce and body.get("enforce_nonce"):
            for message in self.messages.values():
                if message.get("nonce") == nonce:
                    return message
        return self._post(channel, body, request.files, **({"nonce": nonce} if nonce else {}))

    async def op_update_message(self, request: Request, channel_id: str, message_id: str) -> Json:
        self._channel(channel_id)
        return self._edit(self._message(channel_id, message_id), request.body, request.files)

    async def op_get_message(self, request: Request, channel_id: str, message_id: str) -> Json:
        self._channel(channel_id, "read_message_history")
        return self._message(channel_id, message_id)

    async def op_list_messages(self, request: Request, channel_id: str) -> list[Json]:
        self._channel(channel_id, "read_message_history")
        return list(reversed(self.sent({"id": channel_id})))[:50]

    async def op_delete_message(self, request: Request, channel_id: str, message_id: str) -> None:
        self._message(channel_id, message_id)["_deleted"] = True

    async def op_trigger_typing_indicator(self, request: Request, channel_id: str) -> None:
        self._channel(channel_id, "send_messages")

    async def op_crosspost_message(self, request: Request, channel_id: str, message_id: str) -> Json:
        if self._channel(channel_id, "send_messages")["type"] != NEWS:
            raise Refusal(400, 50024)
        message = self._message(channel_id, message_id)
        message["flags"] |= CROSSPOSTED
        return message

    async def op_create_thread_from_message(self, request: Request, channel_id: str, message_id: str) -> Json:
        channel = self._channel(channel_id, "create_public_threads")
        self._message(channel_id, message_id)
        return self.add_thread(channel, request.body["name"], message_id)

    async def op_create_thread(self, request: Request, channel_id: str) -> tuple[int, Json]:
        forum = self._channel(channel_id)["type"] == FORUM
        channel = self._channel(channel_id, "send_messages" if forum else "create_public_threads")
        applied = {str(tag) for tag in request.body.get("applied_tags") or ()}
        if any(tag["moderated"] and tag["id"] in applied for tag in channel.get("available_tags") or ()):
            self._channel(channel_id, "manage_threads")
        thread = self.add_thread(channel, request.body["name"])
        first = request.body.get("message")
        return 201, {
            **thread,
            "message": self._post(thread, first, request.files, id=thread["id"]),
        } if first else thread

    def _message(self, channel_id: str, message_id: str) -> Json:
        message = self.messages.get(message_id)
        if message is None or message["channel_id"] != channel_id or message.get("_deleted"):
            raise Refusal(404, 10008)
        return message

    def _post(self, channel: Json, body: Json, files: Files = (), **more: Any) -> Json:
        if bad := check_message(body, files=len(files)):
            raise Refusal(400, 50035, "; ".join(bad))
        message: Json = {
            "id": self.snowflake(),
            "type": 0,
            "channel_id": channel["id"],
            "author": self.bot,
            "content": "",
            "timestamp": self.now(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "pinned": False,
            "flags": 0,
            **{key: [] for key in ("embeds", "attachments", "components", "mentions", "mention_roles")},
            **more,
        }
        self.messages[message["id"]] = self._fill(message, body, files)
        channel["last_message_id"] = message["id"]
        message["_ephemeral"] = bool(message["flags"] & EPHEMERAL)
        return message

    def _edit(self, message: Json, body: Json, files: Files = ()) -> Json:
        if bad := check_message({"flags": message["flags"], **body}, edit=True, files=len(files)):
            raise Refusal(400, 50035, "; ".join(bad))
        message["edited_timestamp"] = self.now()
        return self._fill(message, body, files)

    def _fill(self, message: Json, body: Json, files: Files) -> Json:
        for number, part in enumerate(walk(body.get("components")), 1):
            part.setdefault("id", number)
        emptied: Json = {"content": "", "embeds": [], "components": []}
        message |= {key: nothing if body[key] is None else body[key] for key, nothing in emptied.items() if key in body}
        message |= {"_body": body, "_pings": pings(body)}
        named = {str(one.get("id")) for one in body.get("attachments") or ()}
        stay = [one for one in message["attachments"] if body.get("attachments") is None or one["id"] in named]
        message["attachments"] = stay + [self._attachment(*file) for file in files]
        message["flags"] = message["flags"] & ~LOADING | (body.get("flags") or 0)
        return message

    def _attachment(self, name: str, content: bytes) -> Json:
        url = f"http://127.0.0.1/{name}"
        return {"id": self.snowflake(), "filename": name, "size": len(content), "url": url, "proxy_url": url}

    # --- interactions -------------------------------------------------------------------------------------------------

    async def op_create_interaction_response(
        self, request: Request, interaction_id: str, interaction_token: str
    ) -> Json:
        interaction = self._asked(interaction_id, interaction_token)
        kind, data = request.body["type"], request.body.get("data") or {}
        asked, channel = interaction.payload["type"], self.channels[interaction.payload["channel_id"]]
        if not _fits(kind, asked):
            raise Refusal(400, 50035, f"callback type {kind} for interaction type {asked}")
        if kind == MODAL and (bad := check_modal(data)):
            raise Refusal(400, 50035, "; ".join(bad))
        if kind == CHOICES and (bad := list(check_choices(data.get("choices") or []))):
            raise Refusal(400, 50035, "; ".join(bad))
        if kind == REPLY:
            meta = {"id": interaction.id, "type": asked, "user": self.owner, "authorizing_integration_owners": {}}
            interaction.message = self._post(channel, data, request.files, interaction_metadata=meta)
        elif kind == DEFER:
            flags = (data.get("flags") or 0) | LOADING
            interaction.message = self._post(channel, {"content": "…", "flags": flags})
            interaction.message["content"] = ""
        elif kind in (DEFER_UPDATE, UPDATE):
            interaction.message = self.messages.get(interaction.payload.get("message", {}).get("id"))
        if kind == UPDATE and interaction.message:
            self._edit(interaction.message, data, request.files)
        interaction.ack, interaction.data, interaction.ack_after = kind, data, time.monotonic() - interaction.at
        return _callback(interaction, asked)

    def _asked(self, interaction_id: str, token: str) -> Interaction:
        interaction = self.interactions.get(token)
        if interaction is None or interaction.id != interaction_id:
            raise Refusal(404, 10062)
        if time.monotonic() - interaction.at > self.ack_window:
            self.violations.append("create_interaction_response: 10062 too late")
            raise Refusal(404, 10062)
        if interaction.ack:
            raise Refusal(400, 40060)
        return interaction

    def _followed(self, token: str) -> Interaction:
        interaction = self.interactions.get(token)
        if interaction is None or not interaction.ack:
            raise Refusal(404, 10015)
        if time.monotonic() - interaction.at > self.token_life:
            raise Refusal(401, 50027)
        return interaction

    def _original(self, token: str) -> Json:
        message = self._followed(token).message
        if message is None or message.get("_deleted"):
            raise Refusal(404, 10008)
        return message

    def _followup(self, token: str, message_id: str) -> Json:
        self._followed(token)
        if message_id not in self.messages:
            raise Refusal(404, 10008)
        return self.messages[message_id]

    async def op_execute_webhook(self, request: Request, webhook_id: str, webhook_token: str) -> Json:
        interaction = self._followed(webhook_token)
        first = interaction.message
        if interaction.ack == DEFER and first and first["flags"] & LOADING:
            return self._edit(first, request.body, request.files)  # the first follow-up fills the deferred answer
        channel = self.channels[interaction.payload["channel_id"]]
        message = self._post(channel, request.body, request.files, webhook_id=self.app_id)
        interaction.followups.append(message)
        return message

    async def op_get_original_webhook_message(self, request: Request, webhook_id: str, webhook_token: str) -> Json:
        return self._original(webhook_token)

    async def op_update_original_webhook_message(self, request: Request, webhook_id: str, webhook_token: str) -> Json:
        return self._edit(self._original(webhook_token), request.body, request.files)

    async def op_delete_original_webhook_message(self, request: Request, webhook_id: str, webhook_token: str) -> None:
        message = self._original(webhook_token)
        message |= {"_deleted": True, "flags": message["flags"] & ~LOADING}

    async def op_update_webhook_message(
        self, request: Request, webhook_id: str, webhook_token: str, message_id: str
    ) -> Json:
        return self._edit(self._followup(webhook_token, message_id), request.body, request.files)

    async def op_delete_webhook_message(
        self, request: Request, webhook_id: str, webhook_token: str, message_id: str
    ) -> None:
        self._followup(webhook_token, message_id)["_deleted"] = True


def _fits(callback: int, asked: int) -> bool:
    """Whether an interaction of this type may be answered so."""
    if (callback == CHOICES) != (asked == AUTOCOMPLETE):
        return False
    if callback in (DEFER_UPDATE, UPDATE):
        return asked in (COMPONENT, SUBMIT)
    return not (callback == MODAL and asked == SUBMIT)


def _callback(interaction: Interaction, asked: int) -> Json:
    row = {
        "id": interaction.id,
        "type": asked,
        "response_message_id": interaction.message and interaction.message["id"],
        "response_message_loading": interaction.ack == DEFER,
        "response_message_ephemeral": interaction.ephemeral,
    }
    if interaction.ack in (REPLY, UPDATE):
        return {"interaction": row, "resource": {"type": interaction.ack, "message": interaction.message}}
    return {"interaction": row}


def _without_defaults(node: Json) -> Json:
    """A command as Discord gives it back: what is false or empty is left out of options."""

    def option(row: Json) -> Json:
        return {k: options(v) if k == "options" else v for k, v in row.items() if v not in (False, None, [])}

    def options(rows: Iterable[Json]) -> list[Json]:
        return [option(row) for row in rows]

    return {**node, "options": options(node.get("options") or [])}


def _in_one_language(node: Any) -> Any:
    """A command as Discord lists it unless asked for all languages: without the words in others."""
    if isinstance(node, list):
        return [_in_one_language(row) for row in node]
    if isinstance(node, dict):
        return {key: _in_one_language(value) for key, value in node.items() if not key.endswith("_localizations")}
    return node
