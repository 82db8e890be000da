"""What the program tells of itself, and what every answer says."""

import asyncio
import re
import socket

import pytest

from bot.errors import ClausebellError
from tests.site.conftest import Place, get


async def test_it_is_healthy_and_ready_with_its_store(place: Place) -> None:
    """Both addresses answer 200 while Redis answers."""
    async with place.serving():
        assert (await get(f"{place.url}/healthz")).text == '{"ok": true}'
        assert (await get(f"{place.url}/readyz")).status == 200


async def test_a_port_that_is_taken_ends_only_the_site(place: Place) -> None:
    """Where the port is taken the site gives up, without an error."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        place.port = other.getsockname()[1]
        async with place.serving() as running:
            await asyncio.wait_for(running, 10)


async def test_a_port_that_is_taken_is_an_error_where_the_site_is_needed(place: Place) -> None:
    """Where the process is of no use without its site, it ends with a remedy."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        place.port = other.getsockname()[1]
        with pytest.raises(ClausebellError, match="CLAUSEBELL_HTTP"):
            async with place.serving(needed=True) as running:
                await asyncio.wait_for(running, 10)


@pytest.mark.parametrize("path", ["/", "/nowhere", "/changes.atom", "/healthz", "/static/site.css"])
async def test_every_answer_confines_what_a_browser_does(place: Place, path: str) -> None:
    """Nothing but our own style sheet and pictures is loaded, no script runs, and no site frames ours."""
    headers = (await place.visit(path)).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers


async def test_pages_name_a_style_sheet_that_can_be_kept(place: Place) -> None:
    """It is asked for by its digest, and may be kept for a year; everything that a page loads is the site's own."""
    async with place.serving():
        page = await get(f"{place.url}/")
        loaded = re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"', page.text)
        assert [address.split("?")[0] for address in loaded] == ["/static/site.css", "/static/bell.svg"]
        for address in loaded:
            assert (await get(place.url + address)).status == 200
        assert "immutable" in (await get(place.url + loaded[0])).headers["Cache-Control"]
    assert "<script" not in page.text
    assert "style=" not in page.text
