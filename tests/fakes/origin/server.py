"""An origin server whose pages carry the noise of real ones, change on demand, and fail on demand. Loopback only.

    GET  /p/ID      page ID at the current round
    GET  /feed.xml  Atom feed of the pages changed so far
    GET  /urls      addresses of all pages, one a line
    GET  /truth     what changed in this round, and which pages fail softly or hard
    GET  /stats     requests, 200s, 304s, errors, bytes
    POST /turn      ?round=K&noise=none|hidden|visible&etag=0|1&change=F&soft=F&hard=F; zeroes the stats

A page is HTML with slots `@@NAME@@`. From round 2 on, each round replaces one sentence inside <article> in a sample of
`change` of the pages; changes add up. The ETag is that of the text without noise. In even rounds a share `soft` of the
pages answers 200 with a challenge, `hard` with 503 and Retry-After.
"""

import gzip
import hashlib
import os
import random
import re
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Self

from aiohttp import web

SLOT = re.compile(rb"@@([A-Z]+)@@")
PARAGRAPH = re.compile(rb"<(p|li)>(?:(?!<(?:p|li|ul|ol)>).){60,2000}?</\1>", re.DOTALL)
NEW_SENTENCES = [
    b"From now on we pass your contact details on to the advertisers that we choose.",
    b"Any quarrel between us is settled by a single arbitrator, and you give up joining others in a claim.",
    b"What you upload may serve to train and improve our machine learning models unless you opt out.",
    b"After you close your account, your data may stay with us for up to forty months.",
]
TEASERS = ["Handling your data", "All about cookies", "Settings at a glance", "For parents", "Where data travels"]
TEASERS += ["Why you see ads", "Writing to us", "Requests by courts", "Our yearly report", "Keeping accounts safe"]
CHALLENGE = b"""<!DOCTYPE html><html><head><title>One moment</title></head><body><h1>Checking your browser</h1>
<p>Switch on JavaScript and cookies to go on.</p><p>Ray ID: %s</p></body></html>"""
BEGINNING = 1_760_000_000  # Last-Modified of round 1


def teasers(titles: Sequence[str]) -> bytes:
    return "".join(f'<li><a href="/help/{len(t)}">{t}</a></li>' for t in titles).encode()


STILL = {
    b"CSRF": b"c0ffee",
    b"BUILD": b"20260101",
    b"NONCE": b"abc",
    b"TS": b"1760000000",
    b"RID": b"r-1",
    b"NODE": b"7",
    b"TRK": b"",
    b"TEASER": teasers(TEASERS[:3]),
    b"VISIBLE": b"<p>Was this page helpful? Yes / No</p>",
}


def noise(level: str) -> Mapping[bytes, bytes]:
    """What each visit fills the slots with."""
    if level == "none":
        return STILL

    def digits(size: int) -> bytes:
        return os.urandom(size).hex().encode()

    found = STILL | {
        b"CSRF": digits(24),
        b"NONCE": digits(12),
        b"TS": b"%d" % time.time_ns(),
        b"RID": digits(8),
        b"NODE": b"%d" % random.randrange(99),
        b"BUILD": digits(5),
    }
    if level == "visible":
        found[b"TRK"] = b"?sid=" + digits(6)
        found[b"TEASER"] = teasers(random.sample(TEASERS, 3))
        clock = time.strftime("%H:%M:%S").encode()
        found[b"VISIBLE"] = b"<p>Made at %s, request %s. %d people liked this.</p>" % (
            clock,
            digits(6),
            random.randrange(9999),
        )
    return found


class Page:
    """One page through its rounds."""

    def __init__(self, original: bytes) -> None:
        self.original = original
        self.reset()

    def reset(self) -> None:
        self.round, self.text = 1, self.original
        self._build()

    def change(self, number: int, chance: random.Random) -> None:
        """Put a new sentence in the place of one in the article."""
        start, end = self.text.index(b"<article"), self.text.index(b"</article>")
        sentence = chance.choice(NEW_SENTENCES)
        found = list(PARAGRAPH.finditer(self.text, start, end))
        if found:
            match = chance.choice(found)
            inside = match.group()
            stop = inside.rfind(b". ", 0, len(inside) - 6)
            close = len(inside) - len(match.group(1)) - 3
            kept = inside[: stop + 2] if stop > 0 else inside[:close].rstrip() + b" "
            self.text = self.text[: match.start()] + kept + sentence + inside[close:] + self.text[match.end() :]
        else:
            self.text = self.text[:end] + b"<p>" + sentence + b"</p>" + self.text[end:]
        self.round = number
        self._build()

    def _build(self) -> None:
        self.segments = SLOT.split(self.text)
        self.etag = f'"{hashlib.sha1(self.text).hexdigest()[:16]}"'
        self.modified = formatdate(BEGINNING + self.round * 86_400, usegmt=True)
        self._packed: bytes | None = None

    def body(self, level: str, *, packed: bool) -> bytes:
        """The page with its slots filled; without noise it is packed once, so that no measurement pays for it."""
        if level == "none" and packed and self._packed is not None:
            return self._packed
        filling = noise(level)
        body = b"".join(part if place % 2 == 0 else filling[part] for place, part in enumerate(self.segments))
        if not packed:
            return body
        body = gzip.compress(body, 5 if level == "none" else 1)
        if level == "none":
            self._packed = body
        return body


@dataclass
class Mode:
    """How the server behaves."""

    round: int = 1
    noise: str = "none"
    etag: bool = False
    change: float = 0.05
    soft: float = 0.0
    hard: float = 0.0


@dataclass
class Stats:
    """What was asked since the last turn."""

    hits: int = 0
    ok: int = 0
    not_modified: int = 0
    errors: int = 0
    sent: int = 0
    pages: set[int] = field(default_factory=set)


class Origin:
    def __init__(self, pages: Sequence[bytes], *, seed: int = 7) -> None:
        self.pages = [Page(page) for page in pages]
        self.seed = seed
        self.url = ""
        self.turn()

    def turn(self, **mode: object) -> None:
        """Go to a round and a way of behaving; what is not named falls back to its default."""
        self.mode = Mode(**mode)  # type: ignore[arg-type]
        self.stats = Stats()
        self.changed: list[int] = []
        for page in self.pages:
            page.reset()
        for number in range(2, self.mode.round + 1):
            self.changed = self._sample(number, "change", self.mode.change)
            for place in self.changed:
                self.pages[place].change(number, random.Random(f"{self.seed}-{number}-{place}"))
        even = self.mode.round % 2 == 0
        failing = self._sample(self.mode.round, "fail", self.mode.soft + self.mode.hard) if even else []
        softly = round(self.mode.soft * len(self.pages))
        self.soft, self.hard = failing[:softly], failing[softly:]

    def _sample(self, number: int, what: str, share: float) -> list[int]:
        chance = random.Random(f"{self.seed}-{what}-{number}")
        return sorted(chance.sample(range(len(self.pages)), round(share * len(self.pages))))

    def app(self) -> web.Application:
        app = web.Application()
        app.add_routes(
            [
                web.get("/p/{id}", self._page),
                web.get("/feed.xml", self._feed),
                web.get("/urls", self._urls),
                web.get("/truth", self._truth),
                web.get("/stats", self._stats),
                web.post("/turn", self._turn),
            ]
        )
        return app

    @asynccontextmanager
    async def serve(self, port: int = 0) -> AsyncIterator[Self]:
        """Serve on this loop, at `url`."""
        runner = web.AppRunner(self.app(), access_log=None)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", port)
            await site.start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield self
        finally:
            await runner.cleanup()

    async def _page(self, request: web.Request) -> web.Response:
        self.stats.hits += 1
        return self._answer(request, int(request.match_info["id"]))

    def _answer(self, request: web.Request, place: int) -> web.Response:
        page, stats, mode = self.pages[place], self.stats, self.mode
        stats.pages.add(place)
        if place in self.hard:
            stats.errors += 1
            return web.Response(status=503, text="Service Unavailable", headers={"Retry-After": "30"})
        if place in self.soft:
            stats.errors += 1
            return web.Response(body=CHALLENGE % os.urandom(8).hex().encode(), content_type="text/html")
        headers = {"Content-Type": "text/html; charset=utf-8", "Vary": "Accept-Encoding"}
        if mode.etag:
            headers |= {
                "ETag": page.etag,
                "Last-Modified": page.modified,
                "Cache-Control": "max-age=0, must-revalidate",
            }
            match, since = request.headers.get("If-None-Match", ""), request.headers.get("If-Modified-Since")
            if page.etag in match or (not match and since == page.modified):
                stats.not_modified += 1
                return web.Response(status=304, headers=headers)
        packed = "gzip" in request.headers.get("Accept-Encoding", "")
        body = page.body(mode.noise, packed=packed)
        if packed:
            headers["Content-Encoding"] = "gzip"
        stats.ok += 1
        stats.sent += len(body)
        return web.Response(body=body, headers=headers)

    async def _feed(self, request: web.Request) -> web.Response:
        entries = "".join(
            f"<entry><id>urn:page:{place}:{page.round}</id><title>Policy {place}, round {page.round}: a change</title>"
            f'<link href="{request.url.origin()}/p/{place}"/><updated>{page.modified}</updated></entry>'
            for place, page in enumerate(self.pages)
            if page.round > 1
        )
        head = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>Changes</title>'
        return web.Response(text=f"{head}{entries}</feed>", content_type="application/atom+xml")

    async def _urls(self, request: web.Request) -> web.Response:
        return web.Response(text="".join(f"{request.url.origin()}/p/{place}\n" for place in range(len(self.pages))))

    async def _truth(self, _: web.Request) -> web.Response:
        return web.json_response(
            {"round": self.mode.round, "changed": self.changed, "soft": self.soft, "hard": self.hard}
        )

    async def _stats(self, _: web.Request) -> web.Response:
        return web.json_response({**vars(self.stats), "pages": len(self.stats.pages)})

    async def _turn(self, request: web.Request) -> web.Response:
        kinds = {"round": int, "noise": str, "etag": lambda v: v == "1"}
        self.turn(**{name: kinds.get(name, float)(value) for name, value in request.query.items()})
        return web.json_response(vars(self.mode))
