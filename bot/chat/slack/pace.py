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
KEPT = timedelta(hours=1)
"""How long a delivery keeps its turn, should it not come back for it."""


@dataclass(slots=True)
class _Line:
    """A channel's: when it takes the next message, where its queue ends, and the turns in that, by delivery."""

    free: datetime
    end: datetime
    turns: dict[str, datetime] = field(default_factory=dict)

    def waiting(self, now: datetime) -> dict[str, datetime]:
        """The turns of those who may still come back for them."""
        return {key: turn for key, turn in self.turns.items() if turn > now - KEPT}


class Pace:
    """Whose turn it is, in the order in which they came: one in `per_channel` seconds, so many a second to a workspace.

    A delivery that has to wait keeps its turn until it comes back for it (or for an hour, should it not). A channel to
    which nothing was posted for that long costs nothing.
    """

    def __init__(self, per_channel: float, per_workspace: float, chance: Callable[[], float]) -> None:
        self.per_channel, self.per_workspace = per_channel, per_workspace
        self._interval = timedelta(seconds=per_channel)
        self._spacing = timedelta(seconds=1 / per_workspace)
        self._chance = chance
        self._lines: dict[Destination, _Line] = {}
        self._held: dict[str, datetime] = {}
        self._spaces: dict[str, datetime] = {}
        self._tidied: datetime | None = None

    def __len__(self) -> int:
        """Channels that are remembered."""
        return len(self._lines)

    def wait(self, destination: Destination, key: str, now: datetime) -> float:
        """Seconds until it is this delivery's turn; 0 takes the turn."""
        self._tidy(now)
        line = self._line(destination, now)
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
        line = self._line(destination, now)
        line.free = now + self._interval
        line.turns = line.waiting(now)

    def hold(self, destination: Destination, key: str, seconds: float, now: datetime) -> float:
        """Nothing more to this workspace for so long: this delivery is among the next, and all turns move back as much.

        Gives the seconds until its turn: longer than asked by chance, by a second or as long again at most, so that not
        all processes come back at once.
        """
        space, until = destination.space, now + timedelta(seconds=seconds + min(seconds, 1.0) * self._chance())
        more = until - max(self._held.get(space, now), now)
        if more > timedelta():  # of several posts under way, each is refused
            self._held[space] = until
            self._spaces[space] = max(self._spaces.get(space, now), now) + more
            self._move((line for to, line in self._lines.items() if to.space == space), more, now)
        line = self._line(destination, now)
        turn = line.turns[key] = line.free = self._held[space]
        return (turn - now).total_seconds()

    def defer(self, destination: Destination, key: str, seconds: float, now: datetime) -> None:
        """Another process just posted to this channel: this delivery is the next here, after so many seconds."""
        delay = timedelta(seconds=seconds)
        line = self._line(destination, now)
        self._move([line], delay, now)
        line.turns[key] = line.free = now + delay

    def _line(self, destination: Destination, now: datetime) -> _Line:
        return self._lines.setdefault(destination, _Line(now, now))

    def _tidy(self, now: datetime) -> None:
        """Now and then, forget the lines in which nobody is and the pauses that are over."""
        self._tidied = self._tidied or now
        if now - self._tidied < KEPT:
            return
        self._tidied = now
        self._held = {space: until for space, until in self._held.items() if until > now}
        self._spaces = {space: end for space, end in self._spaces.items() if end > now}
        self._lines = {to: line for to, line in self._lines.items() if line.free > now or line.waiting(now)}

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
