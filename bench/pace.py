"""Several processes tell one workspace of Slack, each at its own pace and all at one: with and without chance.

    python -m bench.pace [--channels 100]

Time is reckoned, not waited for: the real `Pace` of each process, the rules of `turn.lua`, and 0.15 s for each post.
With chance, each delivery begins at a random moment of the first second, and a turn that another process has is waited
for a little longer by chance, as in the bot. The least is what the workspace takes: five at once, and five a second.
"""

import argparse
import heapq
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.chat.slack.pace import BURST, PER_CHANNEL, PER_WORKSPACE, Pace
from bot.model.subscription import ChatName, Destination

LATENCY = 0.15
START = datetime(2026, 1, 1, tzinfo=UTC)
SEEDS = range(5)


def tell(processes: int, channels: int, first: Callable[[], float], chance: Callable[[], float]) -> tuple[float, float]:
    """Seconds until the last post, and questions to Redis for each."""
    paces = [Pace(PER_CHANNEL, PER_WORKSPACE, chance) for _ in range(processes)]
    order, share, asked, last = count(), 0.0, 0, 0.0
    to = [Destination(ChatName.SLACK, "T1", f"C{n}") for n in range(channels)]
    due = [(first(), next(order), paces[n % processes], channel) for n, channel in enumerate(to)]
    heapq.heapify(due)
    while due:
        at, _, pace, channel = heapq.heappop(due)
        now = START + timedelta(seconds=at)
        wait = pace.wait(channel, channel.channel, now)
        if not wait:
            asked += 1
            if share - BURST - at > 0.001:
                wait = pace.hold(channel, channel.channel, share - BURST - at, now)
            else:
                share, last = max(share, at) + 1 / PER_WORKSPACE, at
                pace.posted(channel, now + timedelta(seconds=LATENCY))
        if wait:
            heapq.heappush(due, (at + wait, next(order), pace, channel))
    return last, asked / channels


def main(channels: int) -> None:
    least = channels / PER_WORKSPACE - BURST
    print(f"{channels} channels of one workspace; the least is {least:.1f} s, and one question a post")
    for processes in (1, 2, 4):
        for name, begins in (("at once", False), ("in the first second", True)):
            rows = []
            for seed in SEEDS:
                chance = random.Random(seed).random
                rows.append(tell(processes, channels, chance if begins else lambda: 0.0, chance))
            seconds, asked = (sum(column) / len(rows) for column in zip(*rows, strict=True))
            print(f"  {processes} processes, begun {name}: {seconds:.1f} s, {asked:.1f} questions a post")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--channels", type=int, default=100)
    main(parser.parse_args().channels)
