"""Which way a change points on AI training, decided for the change as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.model.topic import Direction
from bot.read.frames import Stance, Training


@dataclass(frozen=True, slots=True)
class Stand:
    """What one side says of training: how many sentences allow it, deny it, or let people refuse."""

    allows: int = 0
    denies: int = 0
    controls: int = 0

    @classmethod
    def of(cls, frames: Iterable[Training]) -> "Stand":
        """Count the frames; a permission that ends with an objection is also a control."""
        rows = [f for f in frames if f.stance is not Stance.BANS_OTHERS]
        return cls(
            sum(f.stance is Stance.ALLOWS for f in rows),
            sum(f.stance is Stance.DENIES for f in rows),
            sum(f.stance is Stance.CONTROLS or (f.stance is Stance.ALLOWS and f.lets_refuse) for f in rows),
        )


def direction(old: Stand, new: Stand, gone: Stand, come: Stand, *, weakened: bool = False) -> Direction | None:
    """`old`, `new`: what each version says in all; `gone`, `come`: what the edits took away and brought.

    Permission where there was none comes first, then a promise lost, a promise made, and the ways to refuse.
    """
    if weakened or (gone.denies > come.denies and new.denies < old.denies and (new.allows or not new.denies)):
        return Direction.EXPANDED if old.allows or gone.denies or weakened else Direction.INTRODUCED
    if old.controls and not new.controls and gone.controls:
        return Direction.OPTOUT_REMOVED if not come.allows else Direction.EXPANDED
    if come.allows and not old.allows:
        if new.controls and not old.controls and not new.allows:
            return Direction.OPTOUT_ADDED
        return (
            Direction.INTRODUCED if not (come.denies and come.denies >= come.allows) else Direction.CLARIFIED_NOT_USED
        )
    if come.denies and new.denies > old.denies:
        return Direction.RESTRICTED if old.allows and new.allows < old.allows else Direction.CLARIFIED_NOT_USED
    if come.controls and not old.controls:
        return Direction.OPTOUT_ADDED
    if come.allows:
        return Direction.EXPANDED
    if gone.allows and new.allows < old.allows:
        return Direction.RESTRICTED
    if come.denies:
        return Direction.CLARIFIED_NOT_USED
    return None
