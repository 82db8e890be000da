"""How the time of a piece of work grows with its input: the time at four times the size, as a ratio to that at once.

Four is linear, sixteen its square. Nothing here knows how fast the machine is.
"""

import functools
import gc
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from bench.fuzz.forms import PART, bytes_of, text_of

TIMES = 4
BEYOND = 7.5  # ratio from which growth is no longer linear: eight is n to the power of one and a half
_ROUNDS = 3
_LARGEST = 4_000_000
_LONGEST_PUMPED = 60


class Growth(NamedTuple):
    """Seconds of CPU at a size in bytes, and at `TIMES` as many."""

    size: int
    once: float
    more: float

    @property
    def ratio(self) -> float:
        return self.more / max(self.once, 1e-9)


def seconds(work: Callable[[], object], rounds: int = 1) -> float:
    """The least CPU time of some rounds, each with every cache of ours empty."""
    found = []
    for _ in range(rounds):
        forget()
        gc.collect()
        gc.disable()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
        gc.enable()
    return min(found)


def forget() -> None:
    """Empty the caches of all that is imported of the project."""
    for name, module in list(sys.modules.items()):
        if name.startswith("bot."):
            for thing in vars(module).values():
                if isinstance(thing, functools._lru_cache_wrapper):  # noqa: SLF001 - the type has no other name
                    thing.cache_clear()


def growth(work: Callable[[bytes], object], stretched: Callable[[int], bytes], size: int) -> Growth | None:
    """How the time grows from `size` on, where that is beyond linear at three sizes in a row, else None.

    At one or two it may be the input that changes its kind: numbered parts come to read as years. Two are enough
    where a third would be larger than any page.
    """
    found = None
    for step, rounds in enumerate((1, _ROUNDS, _ROUNDS)):
        if TIMES ** (step + 1) * size > _LARGEST:
            break
        small, large = stretched(TIMES**step * size), stretched(TIMES ** (step + 1) * size)
        once = seconds(partial(work, small), rounds)
        found = Growth(len(small), once, seconds(partial(work, large)))
        if found.ratio < BEYOND:
            return None
    return found


def stretching(data: bytes, seed: int) -> Callable[[int], bytes]:
    """A way to make an input of any size of this one: a stretch or all of it, over and over, told apart or not."""
    chance = random.Random(seed)
    text = text_of(data)
    counted = chance.random() < 0.4
    if chance.random() < 0.3:
        head, tail = text[:1], ""
        body = [text[1:]] if chance.random() < 0.5 else text[1:].split(PART)[:2]
    else:
        start = chance.randint(0, max(len(text) - 1, 0))
        end = min(len(text), start + chance.randint(1, _LONGEST_PUMPED))
        head, body, tail = text[:start], [text[start:end]], text[end:]

    def stretched(size: int) -> bytes:
        share = size // len(body)
        return bytes_of(head + PART.join(_pumped(part, share, counted=counted) for part in body) + tail)

    return stretched


def _pumped(part: str, size: int, *, counted: bool) -> str:
    if not counted:
        return part * (size // max(len(part), 1))
    times = size // (len(part) + 5)
    return "".join(f"{part}{n}" for n in range(times))
