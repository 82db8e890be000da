"""At what pace one process posts to Slack: by channel and by workspace. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.model.subscription import Destination

PER_CHANNEL = 1.0
"""Seconds between two messages to a channel (docs.slack.dev/apis/web-api/rate-limits)."""
PER_WORKSPACE = 5.0
"""Messages a second to a workspace: Slack takes several hundred a minute."""
BURST = 1.0
"""Seconds' worth of messages that a workspace takes at once."""


@dataclass(slots=True)
class _Line:
    """A channel's: when it takes the next message, where its queue ends, and the turns in that, by delivery."""

    free: datetime
    end: datetime
    turns: dict[str, datetime] = field(default_factory=dict)


class Pace:
    """Whose turn it is, in the order in which they came: one in `per_channel` seconds, so many a second to a workspace.

    A delivery that has to wait keeps its turn until it comes back for it (or for an hour, should it not).
    """

    def __init__(self, per_channel: float, per_workspace: float, chance: Callable[[], float]) -> None:
        self.per_channel = per_channel
        self._interval = timedelta(seconds=per_channel)
        self._spacing = timedelta(seconds=1 / per_workspace)
        self._chance = chance
        self._lines: dict[Destination, _Line] = {}
        self._held: dict[str, datetime] = {}
        self._spaces: dict[str, datetime] = {}

    def wait(self, destination: Destination, key: str, now: datetime) -> float:
        """Seconds until it is this delivery's turn; 0 takes the turn."""
        line = self._lines.setdefault(destination, _Line(now, now))
        turn = line.turns.get(key) or max(
            line.end, self._held.get(destination.space, now), self._slot(destination, now)
        )
        line.end = max(line.end, turn + self._interval)
        due = max(turn, line.free)
        if due > now:
            line.turns[key] = turn
            return (due - now).total_seconds()
        line.turns.pop(key, None)
        line.free = now + self._interval
        return 0.0

    def posted(self, destination: Destination, now: datetime) -> None:
        """A post came to its end: the interval counts from here, as Slack may have seen it only now."""
        line = self._lines[destination]
        line.free = now + self._interval
        line.turns = {key: turn for key, turn in line.turns.items() if turn > now - timedelta(hours=1)}

    def hold(self, destination: Destination, key: str, seconds: float, now: datetime) -> float:
        """Nothing more to this workspace for so long: this delivery is among the next, and all turns move back as much.

        Gives the seconds until its turn: up to one more than asked, so that not all processes come back at once.
        """
        space, until = destination.space, now + timedelta(seconds=seconds + self._chance())
        more = until - max(self._held.get(space, now), now)
        if more > timedelta():  # of several posts under way, each is refused
            self._held[space] = until
            self._spaces[space] = max(self._spaces.get(space, now), now) + more
            self._move((line for to, line in self._lines.items() if to.space == space), more, now)
        turn = self._lines[destination].turns[key] = self._held[space]
        return (turn - now).total_seconds()

    def defer(self, destination: Destination, key: str, seconds: float, now: datetime) -> None:
        """Another process just posted to this channel: this delivery is the next here, after so many seconds."""
        delay = timedelta(seconds=seconds)
        line = self._lines[destination]
        self._move([line], delay, now)
        line.turns[key] = line.free = now + delay

    @staticmethod
    def _move(lines: Iterable[_Line], delay: timedelta, now: datetime) -> None:
        for line in lines:
            line.turns = {waiting: turn + delay for waiting, turn in line.turns.items()}
            line.end = max(line.end, now) + delay

    def _slot(self, destination: Destination, now: datetime) -> datetime:
        """When the workspace takes one message more; those of a second (`BURST`) at once."""
        end = max(self._spaces.get(destination.space, now), now)
        self._spaces[destination.space] = end + self._spacing
        return max(now, end + self._spacing - timedelta(seconds=BURST))
