"""What people write for lengths of time, days and addresses."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.model.written import Address, Day, FernetKeys, ListenAddress, WebAddress, WebFolder, seconds

KEY = "A" * 43 + "="


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("5m", 300),
        ("2s", 2),
        ("1h30m", 5400),
        ("0", 0),
        ("90", 90),
        (90, 90),
        ("1.5h", 5400),
        ("250ms", 0.25),
        (" 2D ", 172_800),
    ],
)
def test_length_of_time(written: object, expected: float) -> None:
    """Numbers are seconds; units add up."""
    assert seconds(written) == pytest.approx(expected)


@pytest.mark.parametrize("written", ["soon", "", "-5", "5 minutes", "1h 30m", "nan", "inf", "m5", True, None, "5x"])
def test_no_length_of_time(written: object) -> None:
    """What is no length of time is refused with the forms that are taken."""
    with pytest.raises(ValueError, match="1h30m"):
        seconds(written)


@pytest.mark.parametrize("day", ["2024-12-16", "2024-12"])
def test_day(day: str) -> None:
    """A day may be a month where the day is not known."""
    assert TypeAdapter[str](Day).validate_python(day) == day


@pytest.mark.parametrize("day", ["2024", "2024-13", "2024-02-30", "16 December 2024", ""])
def test_no_day(day: str) -> None:
    """What the calendar does not have is refused."""
    with pytest.raises(ValidationError):
        TypeAdapter[str](Day).validate_python(day)


@pytest.mark.parametrize(
    ("written", "host", "port"), [("127.0.0.1:8080", "127.0.0.1", 8080), ("[::1]:80", "::1", 80), ("web:1", "web", 1)]
)
def test_listen_address(written: str, host: str, port: int) -> None:
    """A host and a port, IPv6 in brackets."""
    assert TypeAdapter[Address](ListenAddress).validate_python(written) == (host, port)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (ListenAddress, "8080"),
        (ListenAddress, "host:99999"),
        (ListenAddress, ":80"),
        (WebAddress, "ftp://example.org/"),
        (WebAddress, "https://user:word@example.org/"),
        (WebAddress, "https://example.org/a b"),
        (WebAddress, "https://example.org/\n"),
        (WebAddress, "example.org"),
        (FernetKeys, "hunter2"),
        (FernetKeys, KEY + ","),
    ],
)
def test_refused(kind: Any, wrong: str) -> None:
    """Addresses and keys that could not be used are refused where they are read."""
    with pytest.raises(ValidationError):
        TypeAdapter[Any](kind).validate_python(wrong)


def test_folder_ends_in_a_slash() -> None:
    """An address to which paths are added ends in one slash."""
    read = TypeAdapter[str](WebFolder).validate_python
    assert [read("http://a.example/api"), read("http://a.example/api/")] == ["http://a.example/api/"] * 2
