"""The main job in a minute, with no token: a page of its own changes, and the bell rings.

The platform, its page and its feed are made up; everything else is the real program on a throwaway Redis.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from rich.console import Console

from bot.app import assemble
from bot.chat.console import TERMINAL, ConsolePoster
from bot.errors import ClausebellError
from bot.model.guidance import AiTraining, OptOut, Statement
from bot.model.platform import Catalogue, Document, Feed, Platform
from bot.model.subscription import EVERYTHING, ChatName, Subscription, Watch
from bot.settings import Settings
from bot.watch.patrol import FEED

_NOTICE = timedelta(days=30)
_SINCE = timedelta(days=400)
_NAV = "<nav><a href='/'>Home</a> <a href='/charts'>Charts</a> <a href='/upload'>Upload</a></nav>"
_BEFORE = """<li>Your uploads remain yours. You grant us a licence to host, stream and display them for as long as
they are on Tunegarden, solely to operate the service.</li>"""
_AFTER = """<li>Your uploads remain yours. You grant us a licence to host, stream and display them for as long as
they are on Tunegarden, and you agree that we may use them to train, develop and inform artificial intelligence.</li>
<li>Music delivered under a separate agreement with a label or distributor is not used to train artificial
intelligence without the rightsholder's permission.</li>"""
_PAGE = """<!doctype html><html lang="en"><head><title>Terms of Use | Tunegarden</title></head><body>{nav}
<div class="cookie-banner">We use cookies. <button>Accept</button></div><main><h1>Terms of Use</h1>
<p>Effective {effective}.</p>
<p>These terms are an agreement between you and Tunegarden. Please read them with care before you upload.</p>
<h2>1. Your account</h2><p>You must be at least sixteen years old to open an account. Keep your password to yourself,
and tell us when you think that somebody else knows it.</p>
<h2>2. Your uploads</h2><ul>{licence}</ul>
<h2>3. Leaving</h2><p>You may close your account at any time. We remove your uploads within thirty days.</p>
</main><footer>Served at {clock} to visitor {visits}</footer></body></html>"""
_FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Music Desk</title><link>http://127.0.0.1/</link>
<item><guid>1</guid><title>Ten records to hear this week</title><link>http://127.0.0.1/records</link></item>
{more}</channel></rss>"""
_STORY = """<item><guid>2</guid><title>Tunegarden changes its terms of use to allow AI training on uploads</title>
<link>http://127.0.0.1/tunegarden-ai</link><description>The new clause names no way to opt out.</description></item>"""


class _World:
    """The page and the feed, as they stand."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.changed = False
        self.visits = 0

    def page(self) -> str:
        self.visits += 1
        return _PAGE.format(
            nav=_NAV,
            effective=f"{self.today + (_NOTICE if self.changed else -_SINCE):%d %B %Y}",
            licence=_AFTER if self.changed else _BEFORE,
            clock=f"12:00:{self.visits:02}",
            visits=self.visits,
        )

    def feed(self) -> str:
        return _FEED.format(more=_STORY if self.changed else "")


@contextmanager
def _serve(world: _World) -> Iterator[str]:
    """Serve the world on loopback; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            feed = self.path == "/feed.xml"
            body = (world.feed() if feed else world.page()).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml" if feed else "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the base class names it so
            """Say nothing: the demonstration is about what comes out at the other end."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _catalogue(address: str, today: date) -> Catalogue:
    platform = Platform(
        id="tunegarden",
        name="Tunegarden",
        categories=["music"],
        homepage=address,
        documents=[Document(id="terms", type="Terms of Service", url=f"{address}/terms")],
        ai_training=AiTraining(
            own_models="allowed",
            scope="Everything that is uploaded.",
            exempt="Music delivered under a label's or distributor's own agreement.",
            basis="terms",
            as_of=today.isoformat(),
        ),
        opt_out=OptOut(kind="none", available="no", as_of=today.isoformat()),
        statements=[
            Statement(who="spokesperson", when=today.isoformat(), claim="Uploads have never been used for training.")
        ],
    )
    return Catalogue([platform], [Feed(id="music-desk", name="Music Desk", url=f"{address}/feed.xml")])


async def demonstrate(settings: Settings, console: Console) -> None:
    """Show the page changing, the announcement that follows, and the silence after it.

    Raises `ClausebellError` where the bell did not ring as it should.
    """
    today = datetime.now(UTC).date()
    world = _World(today)
    watch = settings.watch.model_copy(update={"confirm_after": 1.0})
    settings = settings.model_copy(update={"watch": watch, "allow_private_addresses": True})
    with _serve(world) as address:
        async with assemble(settings, catalogue=_catalogue(address, today), throwaway=True) as house:
            await house.store.subscriptions.put(Subscription(TERMINAL, (Watch(EVERYTHING),)))
            patrol = house.patrol()
            house.posters[ChatName.CONSOLE] = ConsolePoster(console)
            courier = house.courier({})

            async def poll(step: str) -> int:
                console.rule(step, align="left", style="dim")
                for source in ("tunegarden/terms", FEED + "music-desk"):
                    look = await patrol.look(await house.store.schedule.claim_now(source, lease=60))
                    console.print(f"[dim]{source}:[/] {getattr(look, 'outcome', None) or _feed(look)}")
                await house.fanout.once()
                return await courier.once()

            told = [await poll("Tunegarden's terms and a music magazine's feed, read for the first time")]
            world.changed = True
            told.append(await poll("The page now says something else: is it there to stay?"))
            await asyncio.sleep(watch.confirm_after)
            told.append(await poll("A second look shows the same"))
            told.append(await poll("And another: nothing new, nothing said"))
            console.rule(style="dim")
    if told != [0, 1, 1, 0]:
        raise ClausebellError(f"The bell rang {told} times instead of [0, 1, 1, 0].", remedy="Please report this.")


def _feed(look: object) -> str:
    stories = getattr(look, "stories", ())
    return f"{len(stories)} of {getattr(look, 'new', 0)} new entries are about a policy change"
