"""Reads pages, archive records and feeds over HTTP: cheaply, politely, and from public addresses only."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import quote

import aiohttp
from yarl import URL

from bot.errors import SourceError
from bot.model.platform import Source
from bot.model.version import Snapshot
from bot.watch.address import GuardedResolver, check_address
from bot.watch.hosts import Hosts

ARCHIVE = "https://raw.githubusercontent.com/OpenTermsArchive"

_MOST_REDIRECTS = 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LASTING = frozenset({401, 404, 410, 451})  # what trying again does not help
_CONNECT = 10.0  # seconds to reach a server
_LONGEST_WAIT = 24 * 3600.0  # seconds; what a server may ask of us at most
_LONGEST_HEADER = 65_536  # bytes; aiohttp's 8190 is less than some security policies need
_CHUNK = 65_536
_UNREAD = ("image/", "audio/", "video/", "font/", "application/zip")


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def record_address(archive_url: str, record: str) -> str:
    """Where an archive's record `collection/Service/Type` stands; "" for what is none."""
    collection, _, name = record.partition("/")
    return f"{archive_url.rstrip('/')}/{quote(collection)}/main/{quote(name)}.md" if name.count("/") == 1 else ""


class HttpFetcher:
    """A `Fetcher` for pages, archive records and feeds. Open it with `async with`; one session serves all.

    `user_agent` should name a page or address where its operator can be reached. `archive_url`: a record
    `collection/Service/Type` is at `archive_url/collection/main/Service/Type.md`. `timeout`: seconds for one document,
    redirects included, waiting for its turn not. `max_bytes`: largest body after decompression. `per_host` requests
    at a time go to one host, begun `host_spacing` seconds apart. `allow_private` lets in intranet addresses.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        archive_url: str = ARCHIVE,
        timeout: float = 30.0,
        max_bytes: int = 8_000_000,
        per_host: int = 2,
        host_spacing: float = 1.0,
        allow_private: bool = False,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._now = now
        self._headers = {"User-Agent": user_agent, "Accept": "*/*", "Accept-Language": "en,*;q=0.5"}
        self._archive_url = archive_url
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._hosts = Hosts(per_host, host_spacing)
        self._allow_private = allow_private
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=None if self._allow_private else GuardedResolver()),
            headers=self._headers,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=min(_CONNECT, self._timeout)),
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._session is not None
        await self._session.close()

    async def fetch(
        self, source: Source, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Snapshot:
        """Fetch what the source names, or `url` where it names no address.

        `Snapshot.url` is where the last redirect led. Raises `SourceError`: `address refused`, `dns`, `tls`,
        `connection`, `timeout`, `redirects`, `status …`, `too large`, `not readable: …`; with `retry_after` where the
        server asked us to wait.
        """
        address = check_address(self._address(source, url), allow_private=self._allow_private)
        validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in validators.items() if value}
        host = URL(address).host or ""
        async with self._hosts.turn(host):
            try:
                async with asyncio.timeout(self._timeout):
                    snapshot = await self._follow(address, headers, "text/markdown" if source.archive else None)
            except SourceError as error:
                if error.retry_after is not None:
                    self._hosts.silence(host, error.retry_after, error.reason)
                raise
            except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
                raise _failure(address, error) from error
        return snapshot

    def _address(self, source: Source, url: str) -> str:
        if source.archive is None:
            part = source.page or source.browser
            return (part and part.url) or url
        address = record_address(self._archive_url, source.archive)
        if not address:
            raise SourceError(
                "address refused",
                f"{source.archive!r} is no archive record.",
                permanent=True,
                remedy="Write it as collection-versions/Service/Terms type.",
            )
        return address

    async def _follow(self, address: str, headers: Mapping[str, str], media_type: str | None) -> Snapshot:
        """The answer at the end of the redirects; each hop is checked anew, and keeps the cookies of its host."""
        assert self._session is not None, "open the fetcher with `async with`"
        url, cookies = URL(address), dict[str, str]()
        for _ in range(_MOST_REDIRECTS + 1):
            async with self._session.get(
                url, headers=headers, cookies=cookies or None, allow_redirects=False
            ) as answer:
                target = answer.headers.get("Location")
                if answer.status not in _REDIRECTS or target is None:
                    return await self._read(answer, str(url), media_type, conditional=bool(headers))
                after = URL(check_address(str(url.join(URL(target))), allow_private=self._allow_private))
                if after.host != url.host:
                    cookies = {}
                cookies |= {name: morsel.value for name, morsel in answer.cookies.items()}
                url = after
        raise SourceError("redirects", f"{address} redirects more than {_MOST_REDIRECTS} times.")

    async def _read(
        self, answer: aiohttp.ClientResponse, url: str, media_type: str | None, *, conditional: bool
    ) -> Snapshot:
        tags = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
        if answer.status == 304 and conditional:  # noqa: PLR2004 - Not Modified
            return Snapshot(url, self._now(), None, media_type or "", None, *tags, answer.status)
        if answer.status not in {200, 203}:
            raise _refusal(answer, url, self._now())
        media = media_type or (answer.content_type if "Content-Type" in answer.headers else "text/html")
        if media.startswith(_UNREAD):
            raise SourceError(f"not readable: {media}", f"{url} is {media}, not a page.", permanent=True)
        body = await self._body(answer, url)
        return Snapshot(url, self._now(), body, media, answer.charset, *tags, answer.status)

    async def _body(self, answer: aiohttp.ClientResponse, url: str) -> bytes:
        """The decompressed body, read no further than its limit."""
        chunks, size = list[bytes](), 0
        async for chunk in answer.content.iter_chunked(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if size > self._max_bytes:
                answer.close()
                raise SourceError(
                    "too large", f"{url} is larger than {self._max_bytes:,} bytes.", remedy="Raise watch.max_bytes."
                )
        return b"".join(chunks)


def _refusal(answer: aiohttp.ClientResponse, url: str, now: datetime) -> SourceError:
    return SourceError(
        f"status {answer.status}",
        f"{url} answered {answer.status} {answer.reason or ''}".rstrip() + ".",
        permanent=answer.status in _LASTING,
        retry_after=retry_after(answer.headers.get("Retry-After"), now),
    )


def retry_after(header: str | None, now: datetime) -> float | None:
    """Seconds that a server asks us to wait (RFC 9110 §10.2.3: seconds or a date), a day at most; None without."""
    if not header:
        return None
    if header.strip().isdecimal():
        return min(float(header), _LONGEST_WAIT)
    try:
        date = parsedate_to_datetime(header)
    except ValueError:
        return None
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return min(max((date - now).total_seconds(), 0.0), _LONGEST_WAIT)


def _failure(url: str, error: Exception) -> SourceError:
    """What went wrong underneath, in a word that stays the same."""
    match error:
        case TimeoutError():
            return SourceError("timeout", f"{url} took too long to answer.")
        case aiohttp.ClientConnectorDNSError():
            return SourceError("dns", f"{url}: the host has no address.", remedy="Check the address.")
        case aiohttp.ClientSSLError():
            return SourceError("tls", f"{url}: no secure connection ({_first_line(error)}).")
        case aiohttp.InvalidURL() | ValueError():
            return SourceError("address refused", f"{url} was not fetched: {_first_line(error)}.", permanent=True)
        case _:
            return SourceError("connection", f"{url}: {_first_line(error) or type(error).__name__}.")


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].strip()[:200].rstrip(".")
