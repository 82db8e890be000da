"""Examines the Discord side of an installation."""

import discord

from bot.chat.discord.client import API, speaking_to
from bot.chat.discord.traffic import UNREACHABLE
from bot.model.check import Check

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    embed_links=True,
    attach_files=True,
    create_public_threads=True,
    send_messages_in_threads=True,
    read_message_history=True,
)
"""What an invitation asks for."""

_PORTAL = "https://discord.com/developers/applications"


async def examine(token: str, api_url: str = API) -> list[Check]:
    """Whether the token is taken, the application is set up for us, and the bot is in a server."""
    with speaking_to(api_url):
        async with discord.Client(intents=discord.Intents.none()) as client:
            try:
                await client.login(token)
                shards, _, starts = await client.http.get_bot_gateway()
            except discord.LoginFailure:
                remedy = f"Copy the bot's token from {_PORTAL} into DISCORD_TOKEN."
                return [Check(ok=False, what="Discord: the token is not taken", remedy=remedy)]
            except (discord.HTTPException, discord.GatewayNotFound, *UNREACHABLE) as error:
                remedy = f"Look whether {api_url} can be reached from here, and at https://discordstatus.com."
                return [Check(ok=False, what=f"Discord: no answer ({error or type(error).__name__})", remedy=remedy)]
            application = client.application
    if application is None:
        return []
    name = f"{application.name}, application {application.id}"
    return [
        Check(ok=True, what=f"Discord: the token is that of {name}; no privileged intent is needed"),
        _invited(application),
        _listening(application),
        _starts(shards, starts["remaining"], starts["reset_after"] / 3_600_000),
    ]


def _invited(application: discord.AppInfo) -> Check:
    link = discord.utils.oauth_url(application.id, permissions=PERMISSIONS, scopes=("bot", "applications.commands"))
    count = application.approximate_guild_count
    return Check(ok=count > 0, what=f"Discord: in {count} servers", remedy=f"Invite the bot: {link}")


def _listening(application: discord.AppInfo) -> Check:
    url = application.interactions_endpoint_url
    if not url:
        return Check(ok=True, what="Discord: commands come to the bot")
    remedy = f"Clear the Interactions Endpoint URL at {_PORTAL}/{application.id}/information."
    return Check(ok=False, what=f"Discord: commands are sent to {url}, not to the bot", remedy=remedy)


def _starts(shards: int, remaining: int, hours: float) -> Check:
    what = f"Discord: {remaining} connections left today, {shards} needed for a start"
    remedy = f"Do not restart before the count begins anew in {hours:.1f} hours."
    return Check(ok=remaining >= shards, what=what, remedy=remedy)
