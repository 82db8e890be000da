"""Small values as people write them in settings and platform files: what is accepted, and what comes of it."""

import base64
import datetime as dt
import math
import re
from collections.abc import Callable
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, WithJsonSchema

_UNITS = {"d": 86_400.0, "h": 3_600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_PIECE = re.compile(r"(\d+(?:\.\d+)?)(ms|[dhms])")
_FERNET_BYTES = 32
_HIGHEST_PORT = 65_535


class Address(NamedTuple):
    """Where a server listens."""

    host: str
    port: int


def seconds(written: object) -> float:
    """The seconds in `written`: a number, or text such as `1h30m` (days, hours, minutes, seconds, milliseconds).

    Raises `ValueError` for anything else, below nought or without end.
    """
    text = str(written).strip().lower()
    pieces = _PIECE.findall(text)
    if pieces and "".join(number + unit for number, unit in pieces) == text:
        return sum(float(number) * _UNITS[unit] for number, unit in pieces)
    try:
        plain = float(text)
    except ValueError:
        plain = math.nan
    if not 0 <= plain < math.inf or isinstance(written, bool):
        raise ValueError(f"{text!r} is no length of time; write seconds, or 30s, 5m, 1h30m, 2d")
    return plain


def _web_address(url: str) -> str:
    if not re.fullmatch(r"https?://[^\s/@]+(/\S*)?", url):
        raise ValueError("must be an http(s) address without user name, password or spaces")
    return url


def _contact(written: str) -> str:
    return written if re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", written) else _perhaps(written)


def _perhaps(written: str) -> str:
    return written and _web_address(written)


def _day(written: object) -> str:
    text = str(written)
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", text):
        raise ValueError("must be a day such as 2024-12-16, or a month such as 2024-12 where the day is not known")
    dt.date.fromisoformat(f"{text}-01"[:10])
    return text


def _address(written: object) -> object:
    match = re.fullmatch(r"(\[[\da-fA-F:]+\]|[^:\s]+):(\d{1,5})", str(written))
    if match is None or int(match[2]) > _HIGHEST_PORT:
        raise ValueError("must be host:port, such as 127.0.0.1:8080")
    return match[1].strip("[]"), int(match[2])


def _fernet_keys(keys: SecretStr) -> SecretStr:
    for key in keys.get_secret_value().split(","):
        try:
            size = len(base64.urlsafe_b64decode(key.strip()))
        except ValueError:
            size = 0
        if size != _FERNET_BYTES:
            raise ValueError("must be one or more Fernet keys, parted by commas")
    return keys


def _begins(*schemes: str) -> Callable[[str], str]:
    def check(url: str) -> str:
        if not url.startswith(schemes):
            raise ValueError(f"must begin with {' or '.join(schemes)}")
        return url

    return check


Duration = Annotated[
    float,
    BeforeValidator(seconds),
    WithJsonSchema({"type": ["string", "number"], "examples": ["30s", "5m", "1h30m", 0]}),
]
"""Seconds, written as `seconds()` reads them."""

Wait = Annotated[Duration, Field(gt=0)]
"""A length of time that cannot be nought."""

Count = Annotated[int, Field(ge=1)]
Share = Annotated[float, Field(ge=0, le=1)]

WebAddress = Annotated[
    str,
    AfterValidator(_web_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
"""An http(s) address without user name or password."""

WebPage = Annotated[str, AfterValidator(_perhaps)]
"""An http(s) address, or nothing."""

Contact = Annotated[str, AfterValidator(_contact)]
"""An e-mail address, an http(s) address, or nothing."""

WebFolder = Annotated[WebAddress, AfterValidator(lambda url: f"{url.rstrip('/')}/")]
"""An http(s) address to which paths are added; it ends in a slash."""

GatewayUrl = Annotated[str, AfterValidator(_begins("ws://", "wss://"))]
RedisUrl = Annotated[str, AfterValidator(_begins("redis://", "rediss://", "unix://"))]

FernetKeys = Annotated[SecretStr, AfterValidator(_fernet_keys)]
ListenAddress = Annotated[Address, BeforeValidator(_address)]
LogLevel = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(lambda level: str(level).upper())]

Day = Annotated[
    str,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$", "examples": ["2024-12-16", "2024-12"]}),
]
"""A day, or a month where the day is not known. Compares as text, in the order of time."""

Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
"""A short name in small letters, digits, `-` and `_`."""
