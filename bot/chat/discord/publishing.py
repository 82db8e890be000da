"""When messages of announcement channels are shown to the channels that follow them."""

import time
from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta

import discord

PER_HOUR = 9
"""Messages of a channel in an hour: Discord takes ten (developer documentation, "Crosspost Message").

After the tenth, discord.py would return only when the hour is over; that one is left to people who publish by hand.
"""
HOUR = 3600.0
WAITING = 18
"""Messages of one channel that wait for their turn; further ones stay unpublished."""
REST = 300.0
"""Seconds for which a channel publishes nothing once Discord did not take something, as when its hour is used up."""
LATE = timedelta(days=1)
"""After that, a message stays unpublished."""


class Hours:
    """Gives each message its turn within its channel's hour.

    What was published in another run, or by someone else, is not known here: Discord says so, and the channel rests.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._turns: dict[int, dict[int, float]] = defaultdict(dict)
        self._resting: dict[int, float] = {}

    def wait(self, channel: int, message: int) -> float | None:
        """Seconds until a message's turn, which stays its own; 0 takes it; None where too many wait already."""
        now, turns = self._now(), self._turns[channel]
        for gone in [one for one, moment in turns.items() if moment <= now - HOUR and one != message]:
            del turns[gone]
        if message not in turns:
            if len(turns) >= PER_HOUR + WAITING:
                return None
            turns[message] = max(now, sorted(turns.values())[-PER_HOUR] + HOUR) if len(turns) >= PER_HOUR else now
        moment = max(turns[message], self._resting.get(channel, 0.0))
        turns[message] = max(turns[message], now)
        return max(moment - now, 0.0)

    def rest(self, channel: int) -> None:
        """Let nothing of this channel through for a while."""
        self._resting[channel] = self._now() + REST


def is_late(message: int) -> bool:
    """Whether a message, by the moment that is in its id, is too old to be published."""
    return discord.utils.snowflake_time(message) < discord.utils.utcnow() - LATE
