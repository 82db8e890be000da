"""One thing that was examined about an installation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """What was examined and found; where it is not in order, what to do about it."""

    ok: bool
    what: str
    remedy: str = ""
