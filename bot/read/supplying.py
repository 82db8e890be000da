"""People's work given to those who make models: handed over, put into datasets, called training material."""

from collections.abc import Iterable
from itertools import product

from bot.read.lexicon import Hit, Reading

_REACH = 16  # words over which a verb reaches its object
_NEAR = 9
_INSIDE = frozenset({"in", "into", "to", "from"})
_MEANS = frozenset({"with", "by", "using", "for", "through", "of"})
_TRAINED = frozenset({"ai", "model", "algorithm", "learning", "intelligence", "network", "llm"})
_RUNS = frozenset({"powered", "based", "enabled", "driven", "assisted", "enhanced", "works"})
_BEING = frozenset({"is", "are", "be", "been", "being", "was", "were"})
FROM = frozenset("on with from using mit anhand avec sur con sobre".split())  # noqa: SIM905
"""Words after which it is said what something is made of, in the languages where they stand there."""
THEM = frozenset({"it", "them", "these", "those"})
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
    meant = reading.words.count("it") + reading.words.count("them")
    if any(map(reading.has, ("content", "works"))) or meant:
        puts = [h for name in ("assemble", "supply") for h in reading.at(name)] if on_theirs(reading) else []
        hit = pair(reading.at("dataset"), puts, _NEAR, reading.own) or _in_collection(reading)
        sure = any(map(reading.has, ("we", "third", "opt_out", "chooses")))
        return (hit, sure) if hit else None
    return None


def _in_collection(reading: Reading) -> Hit | None:
    """A collection for models that work is put into, used in or taken out of: "added to our training datasets"."""
    acts = [h for name in ("use", "kept_from", "takes_out", "close", "adds") for h in reading.at(name)]
    for collection in reading.at("dataset"):
        before = reading.words[max(collection.start - _WITHIN, reading.own) : collection.start]
        if not _INSIDE.isdisjoint(before) and any(0 < collection.start - h.start <= _NEAR for h in acts):
            return collection
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
        or any(
            0 < tech.start - firm.end <= _WITHIN and any(0 <= h.start - tech.end <= 1 for h in reading.at("final"))
            for tech in machines
        )
    ]
    return pair(reading.at("passes_on"), makers, _REACH, reading.own)


def entered(reading: Reading) -> Hit | None:
    """People's work that goes into models: "clips flow into our models"; not what people enter, or what is served."""
    named = (h for name in ("content", "data", "works") for h in reading.at(name))
    works = [h for h in named if not _names_tool(reading, h.end)]
    if not works or any(h.end in {m.start for m in reading.at("may")} for h in reading.at("subject_you")):
        return None
    learners = [m for m in _learners(reading) if not _names_tool(reading, m.end)]
    for hit in reading.at("into"):
        model = next((m for m in learners if 0 <= m.start - hit.end < _WITHIN), None)
        typed = any(h.end == hit.start for h in reading.at("subject_you"))
        brought = any(0 < hit.start - work.start <= _REACH for work in works)
        if model and brought and not typed and model.end > reading.own and not _parted(reading, hit, model):
            return hit
    return None


def _parted(reading: Reading, verb: Hit, model: Hit) -> bool:
    """Whether it is something else that work goes into: "translated into English with AI"."""
    return not _MEANS.isdisjoint(reading.words[verb.end : model.start])


def built(reading: Reading) -> Hit | None:
    """Models made of people's work: "build a model of your voice from auditions", "no model is built from them"."""
    models = [m for m in (*models_in(reading), *reading.at("clone")) if m.end > reading.own]
    for verb, model in product(reading.at("builds"), models):
        acted = 0 <= model.start - verb.end < _WITHIN
        passive = 0 < verb.start - model.end <= _WITHIN and _BEING & {*reading.words[model.end : verb.start]}
        if (acted or passive) and made_of(reading, model.end if acted else verb.end):
            return verb
    return None


def bettered(reading: Reading) -> Hit | None:
    """What those who supply machines make better of theirs: "suppliers of the engine use answers to improve it"."""
    given = on_theirs(reading) and reading.has("use")
    suppliers = [h for name in ("third", "recipient") for h in reading.at(name)] if given else []
    machines = [h.start for name in ("ai", "model", "machine") for h in reading.at(name)]
    for verb in reading.at("improve") if suppliers else ():
        first = min(h.start for h in suppliers)
        made = range(verb.end + 1, verb.end + _WITHIN)
        theirs = reading.words[verb.end : verb.end + 1] in (("their",), ("its",))
        own = theirs and any(h.start in made for name in ("machine", "model", "thing") for h in reading.at(name))
        if own and verb.end > reading.own and any(abs(at - first) <= _WITHIN for at in machines):
            return verb
    return None


def made_of(reading: Reading, start: int) -> bool:
    """Whether it is said what something is made of, from a place on: people's work, or a voice."""
    taken = {h.start for name in ("content", "data", "works") for h in reading.at(name)}
    voices = {h.start for h in reading.at("likeness")}
    for n in range(start, min(start + _NEAR, len(reading.words))):
        near = range(n + 1, n + 1 + _WITHIN)
        them = not THEM.isdisjoint(reading.words[near.start : near.stop])
        if reading.words[n] in FROM and (them or not taken.isdisjoint(near)):
            return True
        if n == start and reading.words[n] == "of" and not voices.isdisjoint(near):
            return True
    return False


def _learners(reading: Reading) -> list[Hit]:
    """What is trained, by its name: models, their data, and AI as such."""
    named = [h for h in reading.at("ai") if reading.words[h.end - 1].rstrip("s") in _TRAINED]
    return sorted([*named, *models_in(reading), *reading.at("dataset")])


def _names_tool(reading: Reading, at: int) -> bool:
    """Whether the word at a place makes what stands before it a tool or a work: "AI editor", "content filter"."""
    named = _any_at(reading, at, ("tool", "machine", "thing", "creates", "content"))
    other = reading.words[at - 1] == "ai" and at < len(reading.words) and not _any_at(reading, at, ("stop", "model"))
    return named or other or not _RUNS.isdisjoint(reading.words[at : at + 1])


def _any_at(reading: Reading, at: int, names: Iterable[str]) -> bool:
    return any(h.start == at for name in names for h in reading.at(name))


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
