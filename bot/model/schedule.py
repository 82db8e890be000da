"""When to look and when to try again. Randomness comes in as a number from 0 to 1."""

from dataclasses import dataclass

RETRY_FIRST = 30.0
RETRY_MOST = 6 * 3600.0


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
