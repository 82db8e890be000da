"""A proxy for the browser, so that it too reaches public addresses only.

A browser resolves names by itself; a check beforehand could be shown another address than the connection. With all of
its connections going through here, each is made to an address that was checked (`GuardedResolver`).
"""

import asyncio
import socket
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from typing import Self
from urllib.parse import urlsplit, urlunsplit

from aiohttp.abc import AbstractResolver

from bot.errors import SourceError
from bot.watch.address import check_address

_CHUNK = 65_536
_HEAD = 65_536  # bytes of a request's head
_CONNECT = 10.0  # seconds to reach a server


class GuardedProxy:
    """An HTTP proxy on a free port of this machine, for one browser. Open it with `async with`.

    `refused` holds, by host, why the latest connection to it was not made. `most` bytes come through one connection.
    """

    def __init__(self, resolver: AbstractResolver, *, allow_private: bool, most: int) -> None:
        self.refused: dict[str, SourceError] = {}
        self._resolver = resolver
        self._allow_private = allow_private
        self._most = most
        self._server: asyncio.Server | None = None

    @property
    def address(self) -> str:
        """Where the browser finds it."""
        assert self._server is not None, "open the proxy with `async with`"
        host, port = self._server.sockets[0].getsockname()[:2]
        return f"http://{host}:{port}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_HEAD)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        await self._resolver.close()

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            request, _, fields = head.partition("\r\n")
            method, target, _ = request.split(" ")
            url = f"https://{target}" if method == "CONNECT" else target
            upstream = await self._connect(url)
            if upstream is None:
                writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            else:
                if method == "CONNECT":
                    writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                else:
                    upstream[1].write(_onward(method, target, fields))
                await asyncio.gather(_pump(reader, upstream[1], self._most), _pump(upstream[0], writer, self._most))
        writer.close()

    async def _connect(self, url: str) -> tuple[StreamReader, StreamWriter] | None:
        """A connection to a public address of the host, or None, the reason noted."""
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        try:
            check_address(url, allow_private=self._allow_private)
            addresses = [one["host"] for one in await self._resolver.resolve(host, port, socket.AF_UNSPEC)]
            return await asyncio.wait_for(asyncio.open_connection(addresses[0], port), _CONNECT)
        except SourceError as error:
            self.refused[host] = error
        except (OSError, TimeoutError) as error:
            reason = "dns" if isinstance(error, socket.gaierror) else "connection"
            self.refused[host] = SourceError(reason, f"{url}: {error}")
        return None


def _onward(method: str, target: str, fields: str) -> bytes:
    """The head of a plain request as its server wants it; one request a connection."""
    parts = urlsplit(target)
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    kept = [line for line in fields.split("\r\n") if line and not line.lower().startswith(("proxy-", "connection:"))]
    return "\r\n".join([f"{method} {path} HTTP/1.1", *kept, "Connection: close", "", ""]).encode("latin-1")


async def _pump(source: StreamReader, sink: StreamWriter, most: int) -> None:
    """Carry bytes until the source ends or has given its most."""
    with suppress(OSError):
        while most > 0 and (chunk := await source.read(_CHUNK)):
            most -= len(chunk)
            sink.write(chunk)
            await sink.drain()
    sink.close()
