"""The routes that the fake serves, and their bodies checked against Discord's API description where that is at hand."""

import functools
import json
import os
import re
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

SPECIFICATION = Path(__file__).parents[4] / "shared" / "specs" / "discord-openapi.json"
"""Discord's API description, where no other is named by the environment variable DISCORD_OPENAPI."""

ROUTES = """
GET    /users/@me                                                        get_my_user
GET    /users/{user_id}                                                  get_user
POST   /users/@me/channels                                               create_dm
GET    /applications/@me                                                 get_my_application
GET    /oauth2/applications/@me                                          get_my_oauth2_application
GET    /gateway                                                          get_gateway
GET    /gateway/bot                                                      get_bot_gateway
GET    /applications/{application_id}/commands                           list_application_commands
PUT    /applications/{application_id}/commands                           bulk_set_application_commands
GET    /applications/{application_id}/guilds/{guild_id}/commands         list_guild_application_commands
PUT    /applications/{application_id}/guilds/{guild_id}/commands         bulk_set_guild_application_commands
GET    /guilds/{guild_id}                                                get_guild
GET    /guilds/{guild_id}/channels                                       list_guild_channels
GET    /guilds/{guild_id}/roles                                          list_guild_roles
GET    /guilds/{guild_id}/members/{user_id}                              get_guild_member
GET    /guilds/{guild_id}/audit-logs                                     list_guild_audit_log_entries
DELETE /users/@me/guilds/{guild_id}                                      leave_guild
GET    /channels/{channel_id}                                            get_channel
GET    /channels/{channel_id}/messages                                   list_messages
POST   /channels/{channel_id}/messages                                   create_message
GET    /channels/{channel_id}/messages/{message_id}                      get_message
PATCH  /channels/{channel_id}/messages/{message_id}                      update_message
DELETE /channels/{channel_id}/messages/{message_id}                      delete_message
POST   /channels/{channel_id}/messages/{message_id}/crosspost            crosspost_message
POST   /channels/{channel_id}/messages/{message_id}/threads              create_thread_from_message
POST   /channels/{channel_id}/threads                                    create_thread
POST   /channels/{channel_id}/typing                                     trigger_typing_indicator
POST   /interactions/{interaction_id}/{interaction_token}/callback       create_interaction_response
POST   /webhooks/{webhook_id}/{webhook_token}                            execute_webhook
GET    /webhooks/{webhook_id}/{webhook_token}/messages/@original         get_original_webhook_message
PATCH  /webhooks/{webhook_id}/{webhook_token}/messages/@original         update_original_webhook_message
DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original         delete_original_webhook_message
PATCH  /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}      update_webhook_message
DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}      delete_webhook_message
"""


class Route(NamedTuple):
    """One method of one path; `operation` is its name in Discord's API description."""

    method: str
    path: str
    operation: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(self.path)))

    @property
    def anonymous(self) -> bool:
        """Authorized by a token in the path, not by the bot's."""
        return "_token}" in self.path


@functools.cache
def routes() -> tuple[tuple[re.Pattern[str], Route], ...]:
    """Every route with its pattern, those without parameters first."""
    rows = [Route(*line.split()) for line in ROUTES.strip().splitlines()]
    return tuple((row.pattern, row) for row in sorted(rows, key=lambda row: row.path.count("{")))


def find(method: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """The route of a request with the parameters in its path."""
    hits = ((row, pattern.fullmatch(path)) for pattern, row in routes() if row.method == method)
    return next(((row, match.groupdict()) for row, match in hits if match), None)


@functools.cache
def description() -> dict[str, Any] | None:
    """Discord's API description, or None where there is none here."""
    place = Path(os.environ.get("DISCORD_OPENAPI") or SPECIFICATION)
    if not place.exists():
        return None
    document: dict[str, Any] = json.loads(place.read_text())
    # Discord takes ids as strings and as integers, and discord.py sends both.
    document["components"]["schemas"]["SnowflakeType"]["type"] = ["string", "integer"]
    return document


@functools.cache
def _validator(route: Route) -> Draft202012Validator | None:
    document = description()
    if document is None:
        return None
    content = document["paths"][route.path][route.method.lower()].get("requestBody", {}).get("content", {})
    schema = (content.get("application/json") or content.get("multipart/form-data") or {}).get("schema")
    return Draft202012Validator({**schema, "components": document["components"]}) if schema else None


def refused_by_description(route: Route, body: Any) -> str:
    """What the API description has against this body; empty for nothing, or where there is no description."""
    return "" if body is None else _refused(route, json.dumps(body))


@functools.lru_cache(maxsize=1000)
def _refused(route: Route, body: str) -> str:
    """The same for a body as JSON, once: all our commands come with every start, and take long to look through."""
    validator = _validator(route)
    error = best_match(validator.iter_errors(json.loads(body))) if validator else None
    return f"{error.json_path}: {error.message[:300]}" if error else ""
