"""What every room's tests share: a real, empty Redis, the reading rules, and a clock that is set by hand."""

from pathlib import Path

import pytest
import structlog

from bot.catalogue import load_rules
from bot.read.topics import Rules
from bot.wording.language import Languages, load_languages
from tests.store.places import brief, clock, opening, other, redis, server, store

__all__ = ["brief", "clock", "opening", "other", "redis", "server", "store"]

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def _plain_logs() -> None:
    """Tracebacks without the values of everything: to print these takes seconds."""
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, plain])


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The rules that ship."""
    return load_rules(ROOT / "config")


@pytest.fixture(scope="session")
def languages() -> Languages:
    """The languages that ship."""
    return load_languages()
