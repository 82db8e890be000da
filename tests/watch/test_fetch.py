"""Reading over HTTP, against a server of our own."""

import asyncio
import gzip
import importlib
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import zstandard
from aiohttp import web

from bot.errors import SourceError
from bot.model.platform import PageSource, Source
from bot.model.version import Snapshot
from bot.watch.fetch import HttpFetcher, retry_after
from tests.watch.conftest import Site

PAGE = Source(page=PageSource())
NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def fetcher(**options: Any) -> HttpFetcher:
    """A fetcher for the tests' server."""
    chosen: dict[str, Any] = {"host_spacing": 0, "allow_private": True, "timeout": 5, **options}
    return HttpFetcher(user_agent="Bell/1 (+https://bell.test)", **chosen)


@pytest.fixture
async def http(site: Site) -> AsyncIterator[HttpFetcher]:
    """One that may visit this machine."""
    async with fetcher(archive_url=f"{site.url}/archive", max_bytes=100_000, now=lambda: NOON) as opened:
        yield opened


async def fails(http: HttpFetcher, url: str, source: Source = PAGE) -> SourceError:
    """The error that fetching ends in."""
    with pytest.raises(SourceError) as caught:
        await http.fetch(source, url)
    return caught.value


async def test_a_page_comes_with_its_validators(site: Site, http: HttpFetcher) -> None:
    """Body, type, charset, time and validators are in the snapshot, the ETag's W/ and quotes included."""
    site.serve(
        "/t", b"<p>x", content_type="text/html; charset=ISO-8859-1", etag='W/"a-gzip"', last_modified="yesterday"
    )
    found = await http.fetch(PAGE, f"{site.url}/t")
    assert found == Snapshot(f"{site.url}/t", NOON, b"<p>x", "text/html", "ISO-8859-1", 'W/"a-gzip"', "yesterday")


async def test_validators_go_back_and_a_304_has_no_body(site: Site, http: HttpFetcher) -> None:
    """Both are sent verbatim; "not modified" is a snapshot without a body."""
    site.serve("/t", status=304, etag='W/"a"')
    found = await http.fetch(PAGE, f"{site.url}/t", etag='W/"a"', last_modified="yesterday")
    assert (found.body, found.etag, found.status) == (None, 'W/"a"', 304)
    headers = site.requests[0].headers
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('W/"a"', "yesterday")


async def test_a_304_that_was_not_asked_for_is_an_error(site: Site, http: HttpFetcher) -> None:
    """Without validators there is nothing that could be unmodified."""
    site.serve("/t", status=304)
    assert (await fails(http, f"{site.url}/t")).reason == "status 304"


async def test_we_say_who_we_are(site: Site, http: HttpFetcher) -> None:
    """The User-Agent is the operator's, a language is asked for, and no cookie is carried from page to page."""
    site.serve("/t", b"x", set_cookie="id=1")
    await http.fetch(PAGE, f"{site.url}/t")
    await http.fetch(PAGE, f"{site.url}/t")
    assert site.requests[1].headers["User-Agent"] == "Bell/1 (+https://bell.test)"
    assert site.requests[1].headers["Accept-Language"].startswith("en")
    assert "Cookie" not in site.requests[1].headers


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("br", importlib.import_module("brotli").compress), ("zstd", zstandard.compress)],
)
async def test_compressed_bodies_are_unpacked(site: Site, http: HttpFetcher, encoding: str, pack: Any) -> None:
    """What the server packed comes out as it was."""
    site.serve("/t", pack(b"<p>terms" * 100), content_encoding=encoding)
    assert (await http.fetch(PAGE, f"{site.url}/t")).body == b"<p>terms" * 100
    assert encoding in site.requests[0].headers["Accept-Encoding"]


async def test_a_body_without_a_type_is_taken_for_a_page(site: Site, http: HttpFetcher) -> None:
    """Where the server names no type, HTML it is."""

    async def bare(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx")
        request.transport.close()
        return web.Response()

    site.pages["/t"] = bare
    assert (await http.fetch(PAGE, f"{site.url}/t")).media_type == "text/html"


async def test_a_body_beyond_the_limit_is_not_read(site: Site, http: HttpFetcher) -> None:
    """The limit holds for what comes out of the compression, not for what goes over the wire."""
    site.serve("/plain", b"x" * 5_000_000)
    site.serve("/packed", gzip.compress(b"x" * 5_000_000), content_encoding="gzip")
    assert (await fails(http, f"{site.url}/plain")).reason == "too large"
    assert (await fails(http, f"{site.url}/packed")).reason == "too large"


async def test_redirects_are_followed_to_their_end(site: Site, http: HttpFetcher) -> None:
    """Relative and absolute ones; the snapshot knows where it was found, and a cookie set on the way is shown there."""
    site.serve("/a", status=301, location="b", set_cookie="seen=1")
    site.serve("/b", status=307, location=f"{site.url}/c?x=1")
    site.serve("/c", b"here")
    found = await http.fetch(PAGE, f"{site.url}/a")
    assert (found.url, found.body) == (f"{site.url}/c?x=1", b"here")
    assert site.requests[1].headers["Cookie"] == "seen=1"


async def test_endless_redirects_are_given_up(site: Site, http: HttpFetcher) -> None:
    """After ten."""
    site.serve("/a", status=302, location="/a")
    assert (await fails(http, f"{site.url}/a")).reason == "redirects"
    assert len(site.requests) == 11


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.test/", "http://u:p@a.test/", "//["])
async def test_each_hop_is_checked(site: Site, http: HttpFetcher, target: str) -> None:
    """A redirect to what we would not fetch is refused, as the address itself would be."""
    site.serve("/a", status=302, location=target)
    assert (await fails(http, f"{site.url}/a")).reason == "address refused"


async def test_this_machine_is_out_of_reach_unless_allowed(site: Site) -> None:
    """Neither by number nor by a name that resolves to it; nothing is sent there."""
    port = site.url.rpartition(":")[2]
    async with fetcher(allow_private=False) as http:
        for host in ("127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433"):
            assert (await fails(http, f"http://{host}:{port}/t")).reason == "address refused"
    assert not site.requests


@pytest.mark.parametrize("status", [204, 403, 404, 410, 429, 451, 500])
async def test_statuses_are_named(site: Site, http: HttpFetcher, status: int) -> None:
    """Each by its number, and whether trying again can help: not where the page is gone or closed to us by law."""
    site.serve("/t", status=status)
    error = await fails(http, f"{site.url}/t")
    assert (error.reason, error.permanent) == (f"status {status}", status in {404, 410, 451})


async def test_a_server_that_asks_for_patience_gets_it(site: Site, http: HttpFetcher) -> None:
    """Retry-After is in the error, and until then the host is not asked again."""
    site.serve("/t", status=503, retry_after="30")
    assert (await fails(http, f"{site.url}/t")).retry_after == 30
    again = await fails(http, f"{site.url}/u")
    assert again.reason == "status 503"
    assert again.retry_after is not None
    assert 0 < again.retry_after <= 30
    assert len(site.requests) == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        ("Tue, 04 Mar 2031 12:01:00 GMT", 60.0),
        ("Tue, 04 Mar 2031 11:00:00 GMT", 0.0),
        ("99999999", 86400.0),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str | None, seconds: float | None) -> None:
    """Both forms of RFC 9110, a day at most; anything else is as if it were not there."""
    assert retry_after(header, NOON) == seconds


async def test_a_silent_server_times_out(site: Site) -> None:
    """The time limit covers everything from the connection to the last byte."""

    async def hang(_: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()  # until the fetcher hangs up
        return web.Response()

    site.pages["/t"] = hang
    async with fetcher(timeout=0.2) as http:
        assert (await fails(http, f"{site.url}/t")).reason == "timeout"


async def test_what_goes_wrong_underneath_has_a_name(site: Site, http: HttpFetcher) -> None:
    """A closed port, a name without address, a server that speaks no TLS, a body cut short."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert (await fails(http, f"http://127.0.0.1:{port}/")).reason == "connection"
    assert (await fails(http, "http://nowhere.invalid/")).reason == "dns"
    assert (await fails(http, site.url.replace("http:", "https:"))).reason == "tls"

    async def cut(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "100"})
        await answer.prepare(request)
        await answer.write(b"half")
        assert request.transport is not None
        request.transport.close()
        return answer

    site.pages["/t"] = cut
    assert (await fails(http, f"{site.url}/t")).reason == "connection"


async def test_pictures_are_not_pages(site: Site, http: HttpFetcher) -> None:
    """What can never be read as text is refused by its type."""
    site.serve("/t", b"x", content_type="image/png")
    error = await fails(http, f"{site.url}/t")
    assert (error.reason, error.permanent) == ("not readable: image/png", True)


async def test_archive_records_are_found_by_their_name(site: Site, http: HttpFetcher) -> None:
    """Collection, service and type make the address; what comes back is Markdown, whatever the server calls it."""
    site.serve("/archive/some-versions/main/Tune Garden/Terms of Service.md", b"# Terms", content_type="text/plain")
    found = await http.fetch(
        Source(archive="some-versions/Tune Garden/Terms of Service"), "https://tunegarden.test/terms"
    )
    assert (found.body, found.media_type) == (b"# Terms", "text/markdown")


async def test_a_record_that_is_none_is_named(http: HttpFetcher) -> None:
    """A name with too few parts is a mistake of the catalogue."""
    error = await fails(http, "https://a.test/", Source(archive="some-versions/Terms"))
    assert error.permanent
    assert "collection-versions/Service/Terms type" in error.remedy


async def test_a_source_may_have_an_address_of_its_own(site: Site, http: HttpFetcher) -> None:
    """It goes before the document's."""
    site.serve("/own", b"own")
    assert (await http.fetch(Source(page=PageSource(url=f"{site.url}/own")), "https://a.test/")).body == b"own"
