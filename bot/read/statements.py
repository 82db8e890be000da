"""Whether a line of a document is a statement, whether it binds anyone, and whether words that differ can matter."""

from bot.read.lexicon import Reading

HINTED, SHOWN = 1.0, 2.0
"""Weights from which a rule hints at a topic, and from which it shows it: see config/topics.yaml."""
STOPS = frozenset({".", ";", "。"})
"""What ends a sentence, or an item that goes on."""
_RULING = ("may", "must", "not", "ban")
_SPOKEN_TO = ("subject_we", "addressed", "may", "must", "not", "ban")
_DEEDS = ("collect", "hold", "use", "share", "pay", "remove", "close", "terminate")
_FEW = 4  # words


def is_statement(text: str, reading: Reading, weight: float) -> bool:
    """Whether a line that came or went is one: an actor who does or may, or a topic plainly shown, with its weight."""
    acts = any(map(reading.has, ("finite", "may", "must", "ban")))
    someone = any(map(reading.has, ("we", "you", "third")))
    own = len(reading.words) - reading.own
    ruled = any(map(reading.has, ("may", "must", "ban", "not")))
    whole = own > _FEW and text.rstrip()[-1:] in STOPS and (someone or ruled or weight >= HINTED)
    return whole or (acts and someone and own > _FEW) or weight >= SHOWN or (weight >= HINTED and own > 2 * _FEW)


def binds(reading: Reading, *, led: bool) -> bool:
    """Whether a sentence says what somebody may, must or must not do, or what the platform does.

    An item that is `led` by a sentence takes its verb from there.
    """
    if led:
        return any(map(reading.has, _SPOKEN_TO))
    does = reading.has("grant") or (reading.has("subject_we") and any(map(reading.has, _DEEDS)))
    return does or (reading.has("finite") and any(map(reading.has, _RULING)))


def tells(changed: Reading) -> bool:
    """Whether words that differ are so many, or hold a figure, that they change what a sentence says."""
    return len(changed.words) > _FEW or any(word.isdigit() for word in changed.words)


def of_models(changed: Reading) -> bool:
    """Whether words speak of models that are trained, whoever trains them."""
    return changed.has("ai") or changed.has("train")
