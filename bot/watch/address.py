"""Which addresses we go to: public ones, over http or https. Fetched and configured addresses are never trusted."""

import ipaddress
import socket
from functools import lru_cache
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from bot.errors import SourceError

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: carries an IPv4 address in its last four bytes

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def public(address: str) -> bool:
    """Whether an IP address belongs to the open internet.

    Not private, loopback, link-local (where clouds serve their metadata), shared (RFC 6598), multicast or reserved;
    IPv6 forms that carry an IPv4 address are judged by that.
    """
    ip: IPAddress = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        carried = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in _NAT64:
            carried = ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
        ip = carried or ip
    return ip.is_global and not ip.is_multicast


@lru_cache(maxsize=4096)
def check_address(url: str, *, allow_private: bool = False) -> str:
    """The address as given, where we may go there. Raises `SourceError` (`address refused`) where we may not.

    Host names are judged later, by what they resolve to (`GuardedResolver`).
    """
    try:
        parts = urlsplit(url)
        host, named = parts.hostname or "", parts.username is not None or parts.password is not None
        _ = parts.port
    except ValueError as error:
        raise _refused(url, "it is malformed") from error
    if parts.scheme not in {"http", "https"} or not host:
        raise _refused(url, "only http and https are read")
    if named:
        raise _refused(url, "it carries a user name or password")
    if not allow_private and not _host_may_be_public(host):
        raise _refused(url, "it is not on the public internet")
    return url


def _host_may_be_public(host: str) -> bool:
    try:
        return public(host)
    except ValueError:
        pass  # a name, or an IPv4 address in one of its odd forms (127.1, 0x7f.1, 2130706433)
    try:
        socket.inet_aton(host)
    except (OSError, UnicodeError):
        return True
    return False


def _refused(url: str, why: str) -> SourceError:
    return SourceError(
        "address refused",
        f"{url} was not fetched: {why}.",
        permanent=True,
        remedy="Correct the address; for an intranet, set CLAUSEBELL_ALLOW_PRIVATE_ADDRESSES=1.",
    )


class GuardedResolver(AbstractResolver):
    """Resolves names to public addresses only.

    aiohttp connects to exactly what this returns, so that a name cannot show one address to a check and another to
    the connection.
    """

    def __init__(self, inner: AbstractResolver | None = None) -> None:
        self._inner = inner or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The public addresses of a host. Raises `SourceError` (`address refused`) where it has none."""
        found = await self._inner.resolve(host, port, family)
        kept = [one for one in found if public(one["host"])]
        if not kept:
            raise _refused(host, "it is not on the public internet")
        return kept

    async def close(self) -> None:
        """Close the resolver behind."""
        await self._inner.close()
