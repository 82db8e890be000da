"""Which addresses we go to."""

import socket

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.errors import SourceError
from bot.watch.address import GuardedResolver, check_address, public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_no_address_inside_is_public(address: str) -> None:
    """Loopback, private, link-local, shared, multicast and reserved ranges, in IPv6 clothes too, are not."""
    assert not public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "64:ff9b::93.184.215.14", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    """Ordinary ones, and IPv6 forms that carry such."""
    assert public(address)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.test/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "http://user:secret@a.test/",
        "http://user@a.test/",
        "http://a.test:99999/",
        "http://[::1/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_addresses_that_are_refused(url: str) -> None:
    """Other schemes, credentials, malformed ones, and numbers that mean a private address."""
    with pytest.raises(SourceError) as caught:
        check_address(url)
    assert (caught.value.reason, caught.value.permanent) == ("address refused", True)


def test_what_may_be_fetched() -> None:
    """Names and public numbers pass; an intranet opens private ones, but never credentials."""
    assert check_address("https://a.test/terms?x=1") == "https://a.test/terms?x=1"
    assert check_address("http://10.0.0.1:8080/", allow_private=True)
    with pytest.raises(SourceError):
        check_address("http://u:p@10.0.0.1/", allow_private=True)


class _Names(AbstractResolver):
    """A resolver whose answers are given."""

    def __init__(self, *addresses: str) -> None:
        self.addresses, self.closed = addresses, False

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """All of them."""
        return [
            ResolveResult(hostname=host, host=a, port=port, family=family, proto=0, flags=0) for a in self.addresses
        ]

    async def close(self) -> None:
        """Note it."""
        self.closed = True


async def test_names_resolve_to_public_addresses_only() -> None:
    """Of several addresses the public ones are used; a name with none is refused."""
    resolver = GuardedResolver(_Names("10.0.0.1", "93.184.215.14"))
    assert [one["host"] for one in await resolver.resolve("a.test", 443)] == ["93.184.215.14"]
    with pytest.raises(SourceError, match=r"inside\.test was not fetched"):
        await GuardedResolver(_Names("10.0.0.1", "::1")).resolve("inside.test", 443)


async def test_closing_closes_the_resolver_behind() -> None:
    """Nothing of it is left open."""
    inner = _Names()
    await GuardedResolver(inner).close()
    assert inner.closed
