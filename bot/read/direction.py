"""Which way a change points on AI training, decided for the change as a whole."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Self

from bot.model.topic import Direction
from bot.read.frames import Stance, Training
from bot.read.scope import Shift


@dataclass(frozen=True, slots=True)
class Stand:
    """What one side says of training: how many sentences allow it, deny it, or let people refuse."""

    allows: int = 0
    denies: int = 0
    controls: int = 0

    @classmethod
    def of(cls, frames: Iterable[Training]) -> Self:
        """Count the frames; a permission that ends with an objection is also a control."""
        rows = [f for f in frames if f.stance is not Stance.BANS_OTHERS]
        return cls(
            sum(f.stance is Stance.ALLOWS for f in rows),
            sum(f.stance is Stance.DENIES for f in rows),
            sum(f.stance is Stance.CONTROLS or (f.stance is Stance.ALLOWS and f.lets_refuse) for f in rows),
        )

    @property
    def permits(self) -> bool:
        """Whether training goes on: allowed outright, or unless someone refuses."""
        return bool(self.allows or self.controls)


def direction(old: Stand, new: Stand, gone: Stand, come: Stand, shifts: Set[Shift] = frozenset()) -> Direction | None:
    """`old`, `new`: what each version says in all; `gone`, `come`: what the edits took away and brought.

    What creators care about most comes first: a permission where there was none, a promise lost or made smaller, a
    promise made, a permission made wider, and then the ways to refuse.
    """
    lost_promise = gone.denies > come.denies and (new.denies < old.denies or not old.denies)
    if come.allows and not (old.permits or gone.allows) and come.denies <= come.allows:
        return Direction.INTRODUCED
    if lost_promise or ("weaker" in shifts and come.denies <= gone.denies):
        return Direction.EXPANDED
    if come.controls > come.denies and not (old.controls or gone.permits or come.allows):
        return Direction.OPTOUT_ADDED
    if come.denies and new.denies > old.denies and come.allows <= gone.allows:
        ends = old.allows >= max(old.denies, 1) and not come.allows and "weaker" not in shifts
        less = ends or gone.allows > come.allows or "narrower" in shifts
        return Direction.RESTRICTED if less else Direction.CLARIFIED_NOT_USED
    wider = come.allows > gone.allows or "wider" in shifts
    unrefusable = gone.controls and not new.controls and new.permits and "narrower" not in shifts
    no_refusal = "no refusal" in shifts or unrefusable
    more = Direction.OPTOUT_REMOVED if no_refusal else Direction.EXPANDED if wider else None
    ended = gone.allows > come.allows and new.allows <= old.allows and not (gone.controls or come.controls)
    return more or (Direction.RESTRICTED if ended else None) or _less(shifts) or _choices(old, new, gone, come)


def _less(shifts: Set[Shift]) -> Direction | None:
    """The direction of a rewording that leaves people better off."""
    if "refusal" in shifts:
        return Direction.OPTOUT_ADDED
    if "narrower" in shifts:
        return Direction.RESTRICTED
    return Direction.CLARIFIED_NOT_USED if "stronger" in shifts else None


def _choices(old: Stand, new: Stand, gone: Stand, come: Stand) -> Direction | None:
    """The direction where nothing is permitted anew."""
    if gone.controls and not new.controls:
        return Direction.RESTRICTED if new.denies and not new.permits else Direction.OPTOUT_REMOVED
    if come.controls and not old.controls:
        return Direction.OPTOUT_ADDED
    if gone.allows > come.allows and new.allows < old.allows:
        return Direction.RESTRICTED
    return Direction.CLARIFIED_NOT_USED if come.denies else None


def asked(gone: Iterable[Training | None], come: Iterable[Training | None]) -> Shift:
    """Whether people are asked now before their work is used, or were before and are no more."""
    allowed = [[f.asks for f in frames if f and f.stance is Stance.ALLOWS] for frames in (gone, come)]
    if not all(allowed) or any(allowed[0]) is any(allowed[1]) or all(allowed[0]) is all(allowed[1]):
        return ""
    return "narrower" if all(allowed[1]) else "wider" if all(allowed[0]) else ""
