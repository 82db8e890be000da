"""The service: the parts that run in this process, their start, and their orderly end."""

import asyncio
import random
import signal
from collections.abc import Callable, Coroutine, Iterator, Sequence, Set
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from rich.console import Console

from bot.app import House, assemble, sources
from bot.ask.completion import remember
from bot.chat.console import TERMINAL, ConsolePoster
from bot.errors import ConfigurationError, Mistake
from bot.model.subscription import EVERYTHING, ChatName, Subscription, Watch
from bot.ports import Telegraph
from bot.settings import Settings
from bot.site.drawing import About
from bot.site.feeds import Feeds
from bot.site.health import Health
from bot.site.metrics import Metrics
from bot.site.pages import Pages
from bot.site.server import Route, Site
from bot.wording.pages import PRIVACY

if TYPE_CHECKING:  # at run time only where there is a token: each chat's library takes 10 MB
    from bot.chat.discord.client import DiscordChat
    from bot.chat.slack.client import SlackChat
    from bot.chat.slack.distributed import SlackApp

GRACE = 10.0
"""Seconds that a stop leaves for what is under way; the rest is taken up by whoever starts next."""
FIRST_ROUND = 300.0
"""Seconds over which the first look at a new catalogue is spread."""

INSTALL = "/slack/install"
"""Where Slack's app is installed (`chat/slack/install.py`, which is imported only where there is such an app)."""

CHATS = frozenset(map(str, ChatName))

Part = Callable[[asyncio.Event], Coroutine[Any, Any, None]]


async def run(settings: Settings, parts: Set[str], console: Console) -> None:
    """The service: the named parts, until SIGTERM or SIGINT; then what is under way is finished within `GRACE`.

    A part that fails (a token that is refused, say) stops the others in the same way, and its error is raised.
    """
    stop, quiet = asyncio.Event(), asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    log = structlog.get_logger("app")
    async with assemble(settings) as house:
        running = await _parts(house, parts, console)
        if not running:
            remedy = "set DISCORD_TOKEN, or the variables of Slack (docs/operating.md), or name other parts"
            raise ConfigurationError([Mistake("--only", "leaves nothing to run", remedy)])
        log.info("started", parts=sorted(running), platforms=len(house.catalogue.platforms))
        tasks = [
            asyncio.create_task(_guarded(part, quiet if name in CHATS else stop, stop), name=name)
            for name, part in running.items()
        ]
        await stop.wait()
        await _end(tasks, quiet)
    log.info("stopped")
    for task in tasks:
        if not task.cancelled() and (error := task.exception()):
            raise error


async def _guarded(part: Part, until: asyncio.Event, stop: asyncio.Event) -> None:
    """Run a part; its failure stops the house. One that has nothing to do (a site without a port) may just end."""
    try:
        await part(until)
    except BaseException:  # whatever it is, also that it is cut off, goes on to who waits for it
        stop.set()
        raise


async def _parts(house: House, parts: Set[str], console: Console) -> dict[str, Part]:
    """The parts that run in this process: those asked for, without chats that have no token.

    A courier posts through the chats of its own process; where there are none, others carry.
    """
    settings, store = house.settings, house.store
    chats = dict(_chats(house, parts))
    house.posters.update({name: chat.poster for name, chat in chats.items()})
    telegraphs: dict[ChatName, Telegraph] = {name: chat.telegraph for name, chat in chats.items()}
    if settings.discord_token or settings.slack_bot_token or settings.slack_client_id:
        await store.subscriptions.drop(TERMINAL)
    else:
        house.posters[ChatName.CONSOLE] = ConsolePoster(console)
        await store.subscriptions.put(Subscription(TERMINAL, (Watch(EVERYTHING),)))
    running: dict[str, Part] = {str(name): chat.run for name, chat in chats.items()}
    running |= {f"{name}-memory": partial(remember, store.subscriptions, name) for name in chats}
    if "watch" in parts:
        await store.schedule.sync(sources(house.catalogue, settings), spread=_spread(settings))
        running["watch"] = house.patrol().run
    if "deliver" in parts:
        running["fan-out"] = house.fanout.run
        if house.posters:
            running["courier"] = house.courier(telegraphs).run
    if "site" in parts:
        routes = [route for chat in chats.values() if hasattr(chat, "routes") for route in chat.routes]
        needed = bool(routes) or not running
        running["site"] = _site(house, routes, needed=needed).run
    return running


def _chats(house: House, parts: Set[str]) -> "Iterator[tuple[ChatName, DiscordChat | SlackChat | SlackApp]]":
    """The chats that are asked for and have a token."""
    settings, desk = house.settings, house.desk
    if (token := settings.discord_token) and ChatName.DISCORD in parts:
        from bot.chat.discord.client import DiscordChat

        yield (
            ChatName.DISCORD,
            DiscordChat(
                token.get_secret_value(),
                desk,
                house.languages.of(ChatName.DISCORD),
                api_url=settings.discord_api_url,
                gateway_url=settings.discord_gateway_url,
                per_second=settings.deliver.discord_per_second,
            ),
        )
    if ChatName.SLACK in parts and (slack := _slack(house)):
        yield ChatName.SLACK, slack


def _slack(house: House) -> "SlackChat | SlackApp | None":
    """The app of one workspace, or that of all who install it; None without a token."""
    if not house.settings.slack_bot_token and not house.settings.slack_client_id:
        return None
    from bot.chat.slack.bolt import Reception
    from bot.chat.slack.client import SlackChat
    from bot.chat.slack.distributed import SlackApp

    settings, store, desk = house.settings, house.store, house.desk
    how = (settings.slack_api_url, settings.deliver.slack_per_channel, settings.deliver.slack_per_workspace)
    clock, chance = house.clock, random.SystemRandom().random
    reception = Reception(desk, house.languages, house.catalogue, store.once, store.turns, clock, chance, *how)
    if settings.slack_bot_token and settings.slack_app_token:
        bot, app = settings.slack_bot_token.get_secret_value(), settings.slack_app_token.get_secret_value()
        return SlackChat(bot, app, reception)
    if store.installs and (app_of := settings.slack_app):
        return SlackApp(*app_of, store.installs, reception)
    return None


def _site(house: House, requests: Sequence[Route], *, needed: bool) -> Site:
    """The web server. Chats take `requests` there only where Slack's app does, which then is installed there too."""
    settings, store = house.settings, house.store
    ways = {ChatName.SLACK: INSTALL} if requests else {}
    if settings.site.add_to_discord:
        ways[ChatName.DISCORD] = settings.site.add_to_discord
    about = About(settings.public_url or "", ways, settings.site.contact, settings.site.privacy or PRIVACY)
    pages = Pages(house.catalogue, store.documents, store.news, house.languages, about)
    rooms = (
        Feeds(house.catalogue, store.news, house.languages, about),
        Health(store.schedule),
        Metrics(house.tally, store.schedule, store.outbox, store.deliveries),
    )
    return Site(pages, rooms, settings.http.host, settings.http.port, requests, needed)


async def _end(tasks: Sequence[asyncio.Task[None]], quiet: asyncio.Event) -> None:
    """Let the parts end, the chats last: the courier posts through them.

    What takes longer than the grace is cut off; whoever starts next takes it over.
    """
    chats = {task for task in tasks if task.get_name() in CHATS}
    for ending in (set(tasks) - chats, chats):
        if ending:
            _, late = await asyncio.wait(ending, timeout=GRACE)
            for task in late:
                task.cancel()
        quiet.set()


def _spread(settings: Settings) -> float:
    """Seconds over which sources that were never looked at fall due."""
    return min(settings.watch.page_interval, settings.watch.feed_interval, FIRST_ROUND)
