"""People's work given to those who make models: handed over, put into datasets, called training material."""

from collections.abc import Iterable

from bot.read.lexicon import Hit, Reading

_REACH = 16  # words over which a verb reaches its object
_NEAR = 9
_WITHIN = 4  # words between a firm, what it is occupied with, and the technology


def collected(reading: Reading) -> tuple[Hit, bool] | None:
    """People's work put together into datasets."""
    if reading.has("dataset", "ai") and on_theirs(reading):
        return reading.at("dataset")[0], True
    if (
        reading.has("tdm", "content")
        and not reading.has("automat")
        and (reading.has("to_us") or reading.has("grant", "we"))
    ):
        return reading.at("tdm")[0], True
    if any(map(reading.has, ("content", "works"))):
        hit = pair(reading.at("dataset"), [*reading.at("assemble"), *reading.at("supply")], _NEAR, reading.own)
        return (hit, reading.has("we") or reading.has("third")) if hit else None
    return None


def fed(reading: Reading) -> Hit | None:
    """People's work called training data, or handed to those who build AI."""
    if reading.has("staff") or not any(map(reading.has, ("content", "works"))):
        return None
    for hit in reading.at("fodder"):
        if hit.end > reading.own:
            return hit
    handed = pair(reading.at("supply"), reading.at("maker"), _NEAR, reading.own)
    return handed if handed and pair([handed], reading.at("ai"), _REACH, reading.own) else None


def handed(reading: Reading, machines: Iterable[Hit]) -> Hit | None:
    """People's work given to those who make models: "license the catalogue to companies engaged in generative AI".

    `machines`: those known by what they do.
    """
    if not on_theirs(reading):
        return None
    machines = sorted([*reading.at("ai"), *models_in(reading), *machines])
    makers = [
        firm
        for firm in reading.at("firm")
        if any(0 <= firm.start - h.end <= 1 for h in machines)
        or any(
            0 <= work.start - firm.end <= 1 and any(0 <= h.start - work.end < _WITHIN for h in machines)
            for work in reading.at("occupied")
        )
    ]
    return pair(reading.at("passes_on"), makers, _REACH, reading.own)


def models_in(reading: Reading) -> list[Hit]:
    """Models of the kind that is trained: not a business model, not people who pose."""
    others = reading.at("other_model")
    return [h for h in reading.at("model") if not any(o.start <= h.start < o.end for o in others)]


def on_theirs(reading: Reading) -> bool:
    """Whether people's work or data is spoken of."""
    return any(map(reading.has, ("content", "data", "works")))


def pair(first: Iterable[Hit], second: Iterable[Hit], reach: int, own: int) -> Hit | None:
    """The first of two kinds of hits that stand near each other, one of them at least from the word `own` on."""
    others = list(second)
    for a in first:
        for b in others:
            if a != b and abs(a.start - b.start) <= reach and max(a.end, b.end) > own:
                return a
    return None
