"""When to look and when to try again. Randomness comes in as a number from 0 to 1."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

RETRY_FIRST = 30.0
RETRY_MOST = 6 * 3600.0
DIGEST_HOUR = 9
"""Hour of the day, in UTC, at which digests and reminders go out: morning in Europe, before work in New York."""
REMIND_BEFORE = timedelta(days=3)
REMIND_FROM = timedelta(days=7)
"""A day that is nearer than this when it is told needs no reminder."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a source is looked at. Seconds; `jitter` is the share by which an interval may be longer."""

    interval: float
    jitter: float = 0.1
    most: float = 24 * 3600.0

    def next_check(self, chance: float, *, failures: int = 0, retry_after: float | None = None) -> float:
        """Seconds until the next look: the interval with jitter, doubled with each failure in a row up to `most`.

        A server's Retry-After is a least wait, so that we never come sooner than we were asked to (RFC 9110 §10.2.3).
        """
        wait = min(self.interval * 2.0 ** min(failures, 16), max(self.most, self.interval))
        return max(wait * (1 + self.jitter * chance), retry_after or 0.0)


def retry_in(attempt: int, chance: float, *, first: float = RETRY_FIRST) -> float:
    """Seconds until a failed delivery is tried again: doubling from `first` to six hours, up to half as much more."""
    return min(first * 2.0 ** min(attempt, 16), RETRY_MOST) * (1 + chance / 2)


def digest_at(now: datetime, cadence: Literal["daily", "weekly"]) -> datetime:
    """When the digest that is being filled goes out: the next 09:00 UTC, weekly that of the next Monday.

    Never less than a minute away, so that what is put into it now is there when it is read.
    """
    least = now.astimezone(UTC) + timedelta(minutes=1)
    at = least.replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    if at < least:
        at += timedelta(days=1)
    return at + timedelta(days=-at.weekday() % 7) if cadence == "weekly" else at


def remind_person_at(days: Iterable[date | None], now: datetime) -> datetime | None:
    """When to remind someone who asked: three days before the first of these days that is ahead, else tomorrow.

    None where there is no day later than tomorrow.
    """
    today = now.astimezone(UTC).date()
    tomorrow = today + timedelta(days=1)
    ahead = sorted(day for day in days if day and day > tomorrow)
    return datetime.combine(max(ahead[0] - REMIND_BEFORE, tomorrow), time(DIGEST_HOUR), UTC) if ahead else None


def remind_at(days: Iterable[date | None], now: datetime) -> datetime | None:
    """When to remind of the first of these days that is a week or more away: three days before, at 09:00 UTC."""
    today = now.astimezone(UTC).date()
    ahead = sorted(day for day in days if day and day - today >= REMIND_FROM)
    return datetime.combine(ahead[0] - REMIND_BEFORE, time(DIGEST_HOUR), UTC) if ahead else None
