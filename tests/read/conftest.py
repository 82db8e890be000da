from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.model.change import Assessment
from bot.model.version import Clause, Version
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.steps import NO_PAST, Past
from bot.read.topics import Rules

STANDING = (
    Clause("Sonoria Terms", kind="heading"),
    Clause("Sonoria is a service for people who make music and for those who listen to it."),
    Clause("To upload a track you need an account, which is free."),
    Clause("Questions reach us by post at any time, and we answer within a week."),
    Clause("The weekly chart is compiled every Friday from what listeners played."),
)

Version_of = Callable[..., Version]
Assess_of = Callable[..., Assessment]


@pytest.fixture(scope="session")
def version() -> Version_of:
    """Makes a version of texts or clauses."""

    def make(*clauses: str | Clause, title: str = "") -> Version:
        return Version(tuple(Clause(c) if isinstance(c, str) else c for c in clauses), "test/1", title=title)

    return make


@pytest.fixture(scope="session")
def assessed(rules: Rules, version: Version_of) -> Assess_of:
    """Judges what becomes of some clauses in a document that otherwise stays as it is."""

    def make(
        before: tuple[str | Clause, ...] | str | Clause,
        after: tuple[str | Clause, ...] | str | Clause,
        *,
        document_type: str = "Terms of Service",
        past: Past = NO_PAST,
    ) -> Assessment:
        old, new = (rows if isinstance(rows, tuple) else (rows,) for rows in (before, after))
        a, b = version(*STANDING, *old), version(*STANDING, *new)
        context = Context("Sonoria", ("Sonoria Music",), document_type, datetime(2026, 3, 1, tzinfo=UTC))
        return assess(compare(a, b), a, b, context, rules, past)

    return make
