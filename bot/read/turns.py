"""Which way a change points on training, from the sentences in which it speaks of that."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

from bot.model.topic import Direction
from bot.model.version import words_of
from bot.read.direction import Stand, asked, direction
from bot.read.frames import Stance
from bot.read.judge import Judged
from bot.read.lexicon import Lexicon
from bot.read.scope import Shift, shift
from bot.read.standing import Standing
from bot.read.steps import Step

_MOST = 400  # sentences that went, with those that came, of which each is set beside each


def direction_of(told: Sequence[Judged], standing: Standing, lexicon: Lexicon) -> Direction | None:
    """From what stood and what came."""
    came = [j.come for j in told if j.come]
    went = [j.gone for j in told if j.gone]
    sure = any(frame.certain for frame in (*came, *went) if frame.stance is not Stance.BANS_OTHERS)
    before, after = ([frame for frame, _ in rows] for rows in (standing.before, standing.after))
    old, new, gone, come = (
        Stand.of(frame for frame in frames if frame.certain or not sure) for frames in (before, after, went, came)
    )
    return direction(old, new, gone, come, frozenset({*(j.shift for j in told), *_turns(told, lexicon)}))


def _turns(told: Sequence[Judged], lexicon: Lexicon) -> Iterator[Shift]:
    """How sentences on training that came are moved from those that went.

    Where one holds the other's words, and where one came for one that went: the only ones that permit, or the only ones
    at all.
    """
    news = [j for j in told if j.come and not j.step.before]
    olds = [j for j in told if j.gone and not j.step.after]
    came, went = ([f.stance for f in frames if f] for frames in ((j.come for j in news), (j.gone for j in olds)))
    yield asked([j.gone for j in told], [j.come for j in told])
    alone = {Stance.ALLOWS} if came.count(Stance.ALLOWS) == went.count(Stance.ALLOWS) == 1 else set()
    alone |= set(came) if len(came) == len(went) == 1 else set()
    for old, new in islice(product(olds, news), _MOST):
        was, now = (set(words_of(j.step.now.text)) for j in (old, new))
        one = old.gone and new.come and old.gone.stance is new.come.stance and new.come.stance in alone
        if one or was <= now or now <= was:
            yield shift(old.gone, new.come, Step(old.step.before, new.step.after), lexicon)
