"""A small world for the whole program: a page and a feed, a fake Discord, a fake Slack, and the bot as a process."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import yaml
from aiohttp import web
from cryptography.fernet import Fernet
from yarl import URL

from bot.chat.slack.distributed import EVENTS
from bot.chat.slack.install import INSTALL
from bot.store.server import serve
from tests.fakes.discord import FakeDiscord
from tests.fakes.press import Part, Press
from tests.fakes.slack import FakeSlack

ROOT = Path(__file__).resolve().parents[2]
CLAUSE = (
    "You agree that your uploads may be used to inform, train and develop artificial intelligence as part of "
    "providing the service."
)
EXEMPT = "This does not apply to music delivered under a separate agreement with a rights holder."
TYPED: list[Part] = [
    ("title", "Terms of Use"),
    ("text", "These terms are an agreement between you and Tunegarden about the service."),
    ("heading", "Your uploads"),
    ("text", "Your uploads remain yours. You let us store and stream them for the service."),
    ("text", "You may close your account at any time, and we remove your uploads within a month."),
]
PATIENCE = 40.0


@dataclass
class Site:
    """What the bot reads: a terms page and a feed, as they stand. With a `press`, the page is a PDF set by it."""

    clauses: list[str] = field(default_factory=list)
    headlines: list[str] = field(default_factory=lambda: ["Ten records to hear this week"])
    visits: int = 0
    reads: int = 0
    base: str = ""
    press: Press | None = None

    async def page(self, _: web.Request) -> web.Response:
        """The terms, with another number at their foot at every visit."""
        self.visits += 1
        if self.press:
            body = await asyncio.to_thread(self.press.print, [*TYPED, *(("text", clause) for clause in self.clauses)])
            return web.Response(body=body, content_type="application/pdf")
        extra = "".join(f"<p>{clause}</p>" for clause in self.clauses)
        return web.Response(
            text=f"""<html><head><title>Terms of Use</title></head><body><nav><a href="/">Home</a></nav><main>
            <h1>Terms of Use</h1><p>These terms are an agreement between you and Tunegarden about the service.</p>
            <h2>Your uploads</h2><p>Your uploads remain yours. You let us store and stream them for the service.</p>
            {extra}
            <h2>Leaving</h2><p>You may close your account at any time, and we remove your uploads within a month.</p>
            </main><footer>visit {self.visits}</footer></body></html>""",
            content_type="text/html",
        )

    async def feed(self, _: web.Request) -> web.Response:
        """The feed, newest last."""
        self.reads += 1
        items = "".join(
            f"<item><guid>{n}</guid><title>{title}</title><link>{self.base}/news/{n}</link></item>"
            for n, title in enumerate(self.headlines)
        )
        text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title>{items}</channel></rss>'
        return web.Response(text=text, content_type="application/rss+xml")


@dataclass
class Town:
    """Everything around the bot, and the bot."""

    folder: Path
    site: Site
    discord: FakeDiscord
    slack: FakeSlack
    process: asyncio.subprocess.Process | None = None

    def environment(self, **more: str) -> dict[str, str]:
        """All that drives the bot; nothing of ours leaks in, and nothing that is empty."""
        known = {
            "PATH": os.environ["PATH"],
            "CLAUSEBELL_CONFIG": str(self.folder / "config"),
            "CLAUSEBELL_DATA": str(self.folder / "data"),
            "CLAUSEBELL_ALLOW_PRIVATE_ADDRESSES": "1",
            "CLAUSEBELL_WATCH__PAGE_INTERVAL": "0.4s",
            "CLAUSEBELL_WATCH__FEED_INTERVAL": "0.4s",
            "CLAUSEBELL_WATCH__CONFIRM_AFTER": "0.4s",
            "CLAUSEBELL_WATCH__HOST_SPACING": "0",
            "CLAUSEBELL_WATCH__LEASE": "3s",
            "CLAUSEBELL_DELIVER__LEASE": "3s",
            "DISCORD_TOKEN": self.discord.token,
            "DISCORD_API_URL": self.discord.base,
            "DISCORD_GATEWAY_URL": self.discord.ws_url,
            "SLACK_BOT_TOKEN": self.slack.teams["T1"].token,
            "SLACK_APP_TOKEN": self.slack.app_token,
            "SLACK_API_URL": self.slack.api_url,
            **more,
        }
        return {name: value for name, value in known.items() if value}

    def over_http(self, address: str) -> dict[str, str]:
        """What drives it where workspaces install its app, and Slack comes to this address."""
        self.slack.request_url = f"http://{address}{EVENTS}"
        return {
            "SLACK_BOT_TOKEN": "",
            "SLACK_APP_TOKEN": "",
            "SLACK_CLIENT_ID": self.slack.client_id,
            "SLACK_CLIENT_SECRET": self.slack.client_secret,
            "SLACK_SIGNING_SECRET": self.slack.signing_secret,
            "CLAUSEBELL_SECRET_KEY": Fernet.generate_key().decode(),
            "CLAUSEBELL_HTTP": address,
            "CLAUSEBELL_PUBLIC_URL": f"http://{address}",
        }

    async def launch(self, *arguments: str, **more: str) -> None:
        """Start `clausebell run`."""
        with (self.folder / "log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                *arguments,
                cwd=ROOT,
                env=self.environment(**more),
                stdout=log,
                stderr=log,
            )

    async def start(self, *arguments: str, **more: str) -> None:
        """Start `clausebell run` and wait until both chats and the page know of it."""
        await self.launch(*arguments, **more)
        visits = self.site.visits
        await self.until(lambda: any(not s.closed for s in self.discord.sessions.values()), "a connection to Discord")
        await self.until(lambda: bool(self.slack.sockets), "a connection to Slack")
        await self.until(lambda: self.site.visits > visits, "a visit of the page")

    async def code(self) -> int:
        """The exit code of a bot that ends by itself."""
        assert self.process is not None
        return await asyncio.wait_for(self.process.wait(), PATIENCE)

    async def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop the bot; its exit code."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(how)
        return await self.code()

    async def polls(self, count: int) -> None:
        """Wait until the page was read so many times more."""
        goal = self.site.visits + count
        await self.until(lambda: self.site.visits >= goal, f"{count} polls")

    async def install_in_slack(self, address: str) -> str:
        """Follow the link to Slack, agree there, and come back; the page on which that ends."""
        self.slack.consent = (self.slack.teams["T1"], True, False)
        keeps = aiohttp.CookieJar(unsafe=True, treat_as_secure_origin=URL(f"http://{address}"))
        async with aiohttp.ClientSession(cookie_jar=keeps) as browser:
            async with asyncio.timeout(PATIENCE):
                while True:
                    try:
                        async with browser.get(f"http://{address}{INSTALL}") as page:
                            return await page.text()
                    except aiohttp.ClientConnectionError:
                        await asyncio.sleep(0.02)  # waits for another process, not for time to pass

    async def watch_in_slack(self) -> None:
        """Let the channel of Slack watch the platform; what the channel is told of that is taken away."""
        team = self.slack.teams["T1"]
        await self.slack.command(team, "/clausebell", "watch tunegarden")
        await self.until(lambda: team.channels["C1"].messages, "an answer in Slack")
        team.channels["C1"].messages.clear()

    async def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait for a condition of the world; on failure, show what the bot said."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not condition():
                    assert self.process is None or self.process.returncode is None, f"the bot ended:\n{self.log()}"
                    await asyncio.sleep(0.02)  # waits for another process, not for time to pass
        except TimeoutError:
            raise AssertionError(f"no {what} within {PATIENCE} s:\n{self.log()}") from None

    def log(self) -> str:
        """What the bot said last."""
        return (self.folder / "log").read_text("utf-8")[-6000:]


@asynccontextmanager
async def town(folder: Path) -> AsyncIterator[Town]:
    """A town whose bot watches one page and one feed."""
    site = Site()
    app = web.Application()
    app.add_routes([web.get("/terms", site.page), web.get("/feed.xml", site.feed)])
    async with AsyncExitStack() as stack:
        runner = web.AppRunner(app, shutdown_timeout=0.2)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        site.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        _configure(folder / "config", site.base)
        discord = await stack.enter_async_context(FakeDiscord())
        slack = await stack.enter_async_context(FakeSlack())
        slack.add_team("T1")
        here = Town(folder, site, discord, slack)
        try:
            yield here
        finally:
            if here.process is not None and here.process.returncode is None:
                await here.end(signal.SIGKILL)
            async with serve(None, folder / "data"):
                """What a killed bot leaves running is stopped by the next to leave."""


def _configure(folder: Path, base: str) -> None:
    """A configuration of its own: the shipped rules, one platform, one feed."""
    (folder / "platforms").mkdir(parents=True)
    shutil.copy(ROOT / "config" / "topics.yaml", folder)
    shutil.copytree(ROOT / "config" / "languages", folder / "languages")
    platform = {
        "id": "tunegarden",
        "name": "Tunegarden",
        "aliases": ["tune garden"],
        "categories": ["music"],
        "homepage": base,
        "documents": [{"id": "terms", "type": "Terms of Service", "url": f"{base}/terms"}],
        "opt_out": {"kind": "none", "available": "no", "as_of": "2026-01-01"},
    }
    (folder / "platforms" / "tunegarden.yaml").write_text(yaml.safe_dump(platform), "utf-8")
    feeds = [{"id": "desk", "name": "Music Desk", "url": f"{base}/feed.xml"}]
    (folder / "feeds.yaml").write_text(yaml.safe_dump(feeds), "utf-8")
