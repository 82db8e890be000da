"""Slack's Web API: the one way to make a client of it, and what its refusals mean."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import Blocked, DeliveryError, Lack, Later, Refused

API = "https://slack.com/api/"
SCOPES = ("channels:read", "chat:write", "chat:write.public", "commands", "users:read")
"""What a bot token must be allowed, and no more (`config/slack-manifest.yaml`; why: docs/operating.md)."""
ANSWER_WITHIN = 30.0
"""Seconds that Slack has to answer. Long, as a post that we give up may have been taken."""
UNWELL = 30.0
"""Seconds until another try where Slack names none, or does not answer."""

_PASSING = frozenset(
    {
        "fatal_error",
        "internal_error",
        "message_limit_exceeded",
        "org_login_required",
        "rate_limited",
        "ratelimited",
        "request_timeout",
        "service_unavailable",
        "team_added_to_org",
        "unreadable",
    }
)
_DEAD: Mapping[str, str] = {
    "account_inactive": "The app is no longer installed in the workspace.",
    "invalid_auth": "Slack does not take the app's token.",
    "token_revoked": "The app's token was revoked.",
}
"""Errors that say of a token that it is dead, whatever it is used for."""
_BLOCKED: Mapping[str, str] = {
    "access_denied": "leave",
    "accesslimited": "network",
    "channel_is_limited_access": "leave",
    "channel_not_found": "invitation",
    "ekm_access_denied": "leave",
    "enterprise_is_restricted": "leave",
    "invalid_refresh_token": "token",
    "is_archived": "archive",
    "is_inactive": "archive",
    "missing_scope": "scope",
    "no_permission": "scope",
    "not_in_channel": "invitation",
    "restricted_action": "leave",
    "team_access_not_granted": "leave",
    "token_expired": "token",
}
"""Errors of chat.postMessage and chat.update that last until a person does something: what is missing (`Lack`)."""


NO_MESSAGE = frozenset({"cant_update_message", "edit_window_closed", "message_not_found"})
"""Errors of chat.update where the message is gone, or nobody may change it any more."""
NO_THREAD = frozenset(
    {
        "cannot_reply_to_message",
        "message_not_found",
        "restricted_action_non_threadable_channel",
        "restricted_action_thread_locked",
        "thread_not_found",
    }
)
"""Errors of chat.postMessage where a message can be answered no more, or in this channel never could."""


def web_client(token: str | None, api_url: str) -> AsyncWebClient:
    """A client that tries nothing twice: what fails is told, and its caller knows when to try again."""
    return AsyncWebClient(token, api_url, timeout=int(ANSWER_WITHIN), logger=library_logger(), retry_handlers=[])


def library_logger() -> logging.Logger:
    """Where slack_sdk and slack-bolt log. Below INFO they write whole payloads, with what must not be known."""
    logger = logging.getLogger("slack")
    logger.setLevel(max(logging.INFO, logging.root.level))
    return logger


@contextmanager
def failures() -> Iterator[None]:
    """Turn what slack_sdk raises into errors of a delivery."""
    try:
        yield
    except SlackApiError as refusal:
        raise outcome(refusal) from refusal
    except (aiohttp.ClientError, OSError) as error:
        raise Later(f"Slack cannot be reached ({type(error).__name__}).", seconds=UNWELL) from error


class Pause(Later):
    """Slack asks the whole workspace to wait."""


class Dead(Blocked):
    """Slack takes the token no more. What that means for the workspace, `Workspaces.dead` knows."""


def outcome(refusal: SlackApiError) -> DeliveryError:
    """What a refusal of Slack means for the delivery."""
    status, error, seconds, details = _read(refusal.response)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Pause(f"Slack asks for a pause ({error}).", seconds=seconds)
    if error in _PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Later(f"Slack is unwell ({error}).", seconds=seconds)
    if error.startswith("restricted_action"):
        error = "restricted_action"
    if error in _DEAD:
        return Dead(_DEAD[error], lacks=[Lack("token")])
    if error in _BLOCKED:
        return Blocked(f"Slack does not let us ({error}).", lacks=[Lack(_BLOCKED[error])])
    return Refused(f"Slack finds the message malformed: {' '.join((error, *details))}")


def code(error: DeliveryError) -> str:
    """Slack's own word for what went wrong; empty where Slack said none."""
    return _read(error.__cause__.response)[1] if isinstance(error.__cause__, SlackApiError) else ""


def _read(response: AsyncSlackResponse | aiohttp.ClientResponse) -> tuple[int, str, float, Sequence[str]]:
    """Status, error, seconds to wait, and what Slack says of it; slack_sdk hands on two kinds of response."""
    data: Any = None
    if isinstance(response, AsyncSlackResponse):
        status, data = response.status_code, response.data
    else:
        status = response.status
    data = data if isinstance(data, dict) else {}
    details = (data.get("response_metadata") or {}).get("messages") or ()
    return status, str(data.get("error") or "unreadable"), retry_after(response.headers), details


def retry_after(headers: Mapping[str, Any]) -> float:
    """Seconds until another try, as Slack asks."""
    seconds = str(headers.get("Retry-After", ""))
    return max(float(seconds), 1.0) if seconds.isdecimal() else UNWELL
