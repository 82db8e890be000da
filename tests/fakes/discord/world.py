"""The world that the fake Discord keeps: users, guilds, channels, messages, permissions."""

import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from .limits import Json

PERMISSIONS = {
    "administrator": 1 << 3,
    "manage_channels": 1 << 4,
    "manage_guild": 1 << 5,
    "view_audit_log": 1 << 7,
    "view_channel": 1 << 10,
    "send_messages": 1 << 11,
    "manage_messages": 1 << 13,
    "embed_links": 1 << 14,
    "attach_files": 1 << 15,
    "read_message_history": 1 << 16,
    "mention_everyone": 1 << 17,
    "use_application_commands": 1 << 31,
    "manage_threads": 1 << 34,
    "create_public_threads": 1 << 35,
    "send_messages_in_threads": 1 << 38,
}
EVERYTHING_BUT_ADMINISTRATOR = sum(PERMISSIONS.values()) & ~PERMISSIONS["administrator"]
TEXT, DM, NEWS, NEWS_THREAD, THREAD, FORUM = 0, 1, 5, 10, 11, 15
EPOCH_MS = 1420070400000


LONG_AGO = "2025-01-01T00:00:00+00:00"
"""When the bot joined a guild that a test does not say otherwise of."""


class World:
    """What exists. Ids are strings, rows the JSON that Discord sends; keys with an underscore are ours."""

    def __init__(self) -> None:
        self._sequence = 0
        self.guilds: dict[str, Json] = {}
        self.channels: dict[str, Json] = {}
        self.messages: dict[str, Json] = {}
        self.dm_closed: set[str] = set()
        self.inviters: dict[str, str] = {}
        """Who invited the bot to a guild, by the guild's id."""
        self.bot = self.user("Clausebell", bot=True)
        self.owner = self.user("ada")
        self.app_id: str = self.bot["id"]

    def snowflake(self) -> str:
        self._sequence += 1
        return str(int(time.time() * 1000 - EPOCH_MS) << 22 | self._sequence & 0x3FFFFF)

    def now(self) -> str:
        return datetime.now(UTC).isoformat()

    def user(self, name: str, *, bot: bool = False) -> Json:
        return {
            "id": self.snowflake(),
            "username": name,
            "discriminator": "0",
            "global_name": name,
            "avatar": None,
            "bot": bot,
            "public_flags": 0,
            "flags": 0,
        }

    def member(self, user: Json, roles: Iterable[str] = ()) -> Json:
        return {
            "user": user,
            "nick": None,
            "avatar": None,
            "roles": list(roles),
            "joined_at": self.now(),
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "flags": 0,
            "pending": False,
        }

    def role(self, role_id: str, name: str, permissions: int = 0, tags: Json | None = None) -> Json:
        return {
            "id": role_id,
            "name": name,
            "permissions": str(permissions),
            "position": 0,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": bool(tags),
            "mentionable": False,
            "icon": None,
            "unicode_emoji": None,
            "flags": 0,
            **({"tags": tags} if tags else {}),
        }

    def add_guild(
        self,
        name: str = "Guild",
        channels: Sequence[tuple[str, int]] = (("general", TEXT),),
        permissions: int = EVERYTHING_BUT_ADMINISTRATOR,
        locale: str = "en-US",
    ) -> Json:
        guild_id = self.snowflake()
        own = self.role(self.snowflake(), "Clausebell", permissions, {"bot_id": self.bot["id"]})
        empty: list[Json] = []
        lists = ("emojis", "stickers", "features", "voice_states", "threads", "presences", "stage_instances")
        guild: Json = {
            "id": guild_id,
            "name": name,
            "owner_id": self.owner["id"],
            "afk_timeout": 300,
            "roles": [self.role(guild_id, "@everyone"), own],
            "preferred_locale": locale,
            "premium_progress_bar_enabled": False,
            "joined_at": self.now(),
            "large": False,
            "member_count": 2,
            "members": [{**self.member(self.bot, [own["id"]]), "joined_at": LONG_AGO}],
            "channels": [],
            **{key: list(empty) for key in (*lists, "guild_scheduled_events", "soundboard_sounds")},
            **dict.fromkeys(("verification_level", "default_message_notifications", "explicit_content_filter"), 0),
            **dict.fromkeys(("mfa_level", "system_channel_flags", "premium_tier", "nsfw_level"), 0),
            **dict.fromkeys(("icon", "splash", "discovery_splash", "banner", "description", "application_id")),
            **dict.fromkeys(("afk_channel_id", "rules_channel_id", "public_updates_channel_id", "vanity_url_code")),
        }
        self.guilds[guild_id] = guild
        for channel, kind in channels:
            self.add_channel(guild, channel, kind)
        guild["system_channel_id"] = guild["channels"][0]["id"] if channels else None
        return guild

    def add_channel(self, guild: Json, name: str, kind: int = TEXT, **more: Any) -> Json:
        channel: Json = {
            "id": self.snowflake(),
            "type": kind,
            "guild_id": guild["id"],
            "name": name,
            "position": len(guild["channels"]),
            "permission_overwrites": [],
            "topic": None,
            "nsfw": False,
            "last_message_id": None,
            "parent_id": None,
            "rate_limit_per_user": 0,
            **more,
        }
        self.channels[channel["id"]] = channel
        guild["channels"].append(channel)
        return channel

    def add_role(self, guild: Json, name: str) -> Json:
        role = self.role(self.snowflake(), name)
        guild["roles"].append(role)
        return role

    def add_thread(self, parent: Json, name: str, thread_id: str = "", *, archived: bool = False) -> Json:
        """A thread; a live one is part of its guild's GUILD_CREATE, an archived one is not."""
        thread: Json = {
            "id": thread_id or self.snowflake(),
            "type": NEWS_THREAD if parent["type"] == NEWS else THREAD,
            "guild_id": parent["guild_id"],
            "parent_id": parent["id"],
            "name": name,
            "owner_id": self.bot["id"],
            "last_message_id": None,
            "message_count": 0,
            "member_count": 1,
            "rate_limit_per_user": 0,
            "permission_overwrites": [],
            "thread_metadata": {
                "archived": archived,
                "auto_archive_duration": 1440,
                "archive_timestamp": self.now(),
                "locked": False,
            },
        }
        self.channels[thread["id"]] = thread
        if not archived:
            self.guilds[parent["guild_id"]]["threads"].append(thread)
        return thread

    def dm(self, user: Json) -> Json:
        """The direct channel with a user."""
        for channel in self.channels.values():
            if channel["type"] == DM and channel["recipients"][0]["id"] == user["id"]:
                return channel
        channel = {"id": self.snowflake(), "type": DM, "recipients": [user], "last_message_id": None}
        self.channels[channel["id"]] = channel
        return channel

    def permissions_in(self, channel: Json) -> int:
        """What the bot may do in a channel; in a thread, what it may in the channel above."""
        guild = self.guilds[channel["guild_id"]]
        allowed = int(guild["roles"][0]["permissions"]) | int(guild["roles"][1]["permissions"])
        above = self.channels[channel["parent_id"]] if channel["type"] in (NEWS_THREAD, THREAD) else channel
        for overwrite in above["permission_overwrites"]:
            allowed = allowed & ~int(overwrite["deny"]) | int(overwrite["allow"])
        return allowed

    def sent(self, channel: Json | None = None) -> list[Json]:
        """The messages that people see, of one channel or of all, oldest first."""
        return [
            message
            for message in self.messages.values()
            if not message.get("_ephemeral")
            and not message.get("_deleted")
            and (channel is None or message["channel_id"] == channel["id"])
        ]
