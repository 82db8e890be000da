"""Examines an installation: every check with what was found and, where it failed, what to do."""

import asyncio
from collections.abc import Mapping

from bot import catalogue
from bot import settings as environment
from bot.chat.discord import doctor as discord
from bot.chat.slack import doctor as slack
from bot.errors import ConfigurationError
from bot.model.check import Check
from bot.model.platform import Catalogue
from bot.settings import Settings
from bot.store import doctor as store
from bot.watch.browser import find_browser


async def examine(environ: Mapping[str, str]) -> list[Check]:
    """All checks, in the order in which a person would mend things."""
    try:
        settings = environment.load(environ)
        known = catalogue.load(settings.config)
        catalogue.load_rules(settings.config)
    except ConfigurationError as error:
        return [Check(ok=False, what=f"{m.place}: {m.problem}", remedy=m.remedy) for m in error.mistakes]
    size = f"{len(known.platforms)} platforms, {len(known.keys())} documents, {len(known.feeds)} feeds"
    return [
        Check(ok=True, what=f"configuration in {settings.config}: {size}"),
        *await store.examine(settings.redis_url, settings.data, settings.secret_keys),
        *await _chats(settings),
        await asyncio.to_thread(_browser, known),
    ]


async def _chats(settings: Settings) -> list[Check]:
    found: list[Check] = []
    if settings.discord_token:
        found += await discord.examine(settings.discord_token.get_secret_value(), settings.discord_api_url)
    if settings.slack_bot_token and settings.slack_app_token:
        bot, app = settings.slack_bot_token.get_secret_value(), settings.slack_app_token.get_secret_value()
        found += await slack.examine(bot, app, settings.slack_api_url)
    if settings.slack_app:
        client_id, client_secret, _, public_url = settings.slack_app
        found += await slack.examine_app(client_id, client_secret, public_url, settings.slack_api_url)
    if not found:
        found = [Check(ok=True, what="no chat is configured: announcements go to the terminal")]
    return found


def _browser(known: Catalogue) -> Check:
    """A browser is needed where a document has no other source, and welcome where it has."""
    wanted = sorted({str(p.id) for p in known for d in p.documents if any(s.kind == "browser" for s in d.sources)})
    found = find_browser()
    if found:
        return Check(ok=True, what=f"browser: {found}")
    remedy = "Install Chromium and `pip install 'clausebell[browser]'`; until then the next source serves."
    return Check(ok=True, what=f"browser: none; pages of {', '.join(wanted)} need one", remedy=remedy if wanted else "")
