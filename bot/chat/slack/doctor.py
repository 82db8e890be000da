"""Examines the Slack side of an installation."""

from bot.chat.slack.web import API, SCOPES, code, failures, web_client
from bot.errors import DeliveryError, Later
from bot.model.check import Check

_PORTAL = "https://api.slack.com/apps"


async def examine(bot_token: str, app_token: str | None, api_url: str = API) -> list[Check]:
    """Whether the bot token is taken and allowed what we need, and whether the app token opens a connection."""
    found = await _bot(bot_token, api_url)
    return found + ([await _app(app_token, api_url)] if app_token else [])


async def examine_app(client_id: str, client_secret: str, public_url: str, api_url: str = API) -> list[Check]:
    """Whether Slack takes the client's id and secret, and whether it would reach us.

    Slack is given a code that it never issued: it looks at the secret first.
    """
    asked = {"client_id": client_id, "client_secret": client_secret, "code": "none"}
    try:
        with failures():
            await web_client(None, api_url).oauth_v2_access(**asked)
    except Later as error:
        found = _failed("client secret", "", "", error, api_url)
    except DeliveryError as error:
        known = code(error) in {"invalid_code", "bad_redirect_uri"}
        taken = Check(ok=True, what="Slack: the client id and secret are taken")
        found = taken if known else _failed("client secret", "SLACK_CLIENT_SECRET", "App Credentials", error, api_url)
    safe = public_url.startswith("https://")
    link = f"Slack: people install the app at {public_url.rstrip('/')}/slack/install"
    remedy = "" if safe else "Slack comes to https:// addresses only: set CLAUSEBELL_PUBLIC_URL to one."
    return [found, Check(ok=safe, what=link, remedy=remedy)]


async def _bot(token: str, api_url: str) -> list[Check]:
    try:
        with failures():
            answer = await web_client(token, api_url).auth_test()
    except DeliveryError as error:
        return [_failed("bot token", "SLACK_BOT_TOKEN", "OAuth & Permissions", error, api_url)]
    what = f"Slack: the bot token is that of {answer['user']} in {answer['team']}"
    granted = {scope.strip() for scope in answer.headers.get("x-oauth-scopes", "").split(",")}
    if missing := [scope for scope in SCOPES if scope not in granted]:
        remedy = f"Install the app anew with config/slack-manifest-socket.yaml, at {_PORTAL}."
        return [
            Check(ok=True, what=what),
            Check(ok=False, what=f"Slack: scopes missing: {', '.join(missing)}", remedy=remedy),
        ]
    return [Check(ok=True, what=what), Check(ok=True, what=f"Slack: scopes {', '.join(SCOPES)}")]


async def _app(token: str, api_url: str) -> Check:
    try:
        with failures():
            await web_client(None, api_url).apps_connections_open(app_token=token)
    except DeliveryError as error:
        return _failed("app token", "SLACK_APP_TOKEN", "Basic Information, App-Level Tokens", error, api_url)
    return Check(ok=True, what="Slack: the app token opens a connection")


def _failed(token: str, variable: str, place: str, error: DeliveryError, api_url: str) -> Check:
    if isinstance(error, Later):
        remedy = f"Look whether {api_url} can be reached from here, and at https://slack-status.com."
        return Check(ok=False, what=f"Slack: no answer ({error.message})", remedy=remedy)
    remedy = f"Copy it from {_PORTAL} ({place}) into {variable}."
    return Check(ok=False, what=f"Slack: the {token} is not taken ({code(error) or error.message})", remedy=remedy)
