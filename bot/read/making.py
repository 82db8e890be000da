"""Signs that models are made of people's work: trained on it, improved with it, kept out of it by choice."""

from collections.abc import Iterable, Iterator, Sequence

from bot.read.learning import grows, helped, learns, taught
from bot.read.lexicon import Hit, Reading
from bot.read.polarity import denial, offers
from bot.read.supplying import (
    FROM,
    THEM,
    bettered,
    built,
    collected,
    entered,
    fed,
    handed,
    made_of,
    models_in,
    on_theirs,
    pair,
)

_REACH = 16  # words over which a verb reaches its object
_NEAR = 9
_VERB_WITHIN = 4
_AT_ONCE = 4  # words between a verb that may mean something else, and what it then has to act on
_FEW = 6  # words between a verb and what it is done with
_SIGNS = frozenset("train learn fodder improve dataset tdm ai model clone no_ai_mark".split())  # noqa: SIM905
_MACHINES = frozenset({"tool", "machine"})
_MADE = frozenset({"firm", "making", "better", "betters"})  # signs where machines are spoken of
_AIMS = frozenset({"for", "into", "in"})
_OBJECT = 3  # words in which the work stands that a machine makes
_OUT_OF = frozenset({"of", "from"})
_KINDS = frozenset(
    """any kind kinds sort sorts type types of the our its their all other some further whatever own next new purpose
    purposes""".split()  # noqa: SIM905
)
_THAT = frozenset({"that", "which", "to"})


def evidence(reading: Reading) -> tuple[Hit, bool] | None:
    """The verb that makes models, and whether the words leave no doubt."""
    return _found(reading) if _has_signs(reading) else None


def _has_signs(reading: Reading) -> bool:
    """Whether a sentence has words without which nothing is found: a quick look."""
    names = reading.hits.keys()
    return not (names.isdisjoint(_SIGNS) and (names.isdisjoint(_MADE) or names.isdisjoint(_MACHINES)))


def _found(reading: Reading) -> tuple[Hit, bool] | None:
    """The same, of a sentence that has the signs."""
    machines = _machines(reading)
    trains = _without(_trains(reading), [*_staff(reading), *reading.at("ready_made")])
    if hit := (
        pair(trains, reading.at("on_yours"), 2, reading.own)
        or pair(trains, [*reading.at("ai"), *reading.at("model"), *machines], _REACH, reading.own)
        or pair([*trains, *reading.at("learn")], reading.at("tool"), _NEAR, reading.own)
        or _trained_on(reading, trains)
        or _named(reading, trains)
        or taught(reading, trains, machines)
        or fed(reading)
        or learns(reading, machines)
        or grows(reading, machines)
        or _created(reading)
        or handed(reading, machines)
        or entered(reading)
        or built(reading)
        or bettered(reading)
        or helped(reading)
        or _of_choice(reading, trains)
    ):
        return hit, True
    uses = [hit for name in ("use", "may_be", "put", "share", "out_of") for hit in reading.at(name)]
    found = _making(reading, _makers(reading, machines), uses) or collected(reading) or _used(reading, trains, uses)
    return found or next(((hit, True) for hit in reading.at("no_ai_mark")), None)


def _staff(reading: Reading) -> Iterator[Hit]:
    """Words on the training of people: not "models that were trained"."""
    machines = [h.end for name in ("ai", "model") for h in reading.at(name)]
    for hit in reading.at("staff"):
        if not any(0 <= hit.start - end < _AT_ONCE - 1 for end in machines):
            yield hit


def _machines(reading: Reading) -> list[Hit]:
    """Machines known by what they do: "software to draw", "tools that recommend titles"."""
    acts = {h.start for h in reading.at("creates")}
    return [
        h
        for h in reading.at("machine")
        if reading.words[h.end : h.end + 1] and reading.words[h.end] in _THAT
        if not acts.isdisjoint(range(h.end + 1, h.end + _VERB_WITHIN))
    ]


def _makers(reading: Reading, machines: Iterable[Hit]) -> list[Hit]:
    """Those machines that make or know works: not the features "that make it easy"."""
    arts = [h.start for h in reading.at("arts")]
    works = {h.start for name in ("content", "works") for h in reading.at(name)}
    acts = [h for h in reading.at("creates") if not works.isdisjoint(range(h.end, h.end + _OBJECT))]
    made = {*arts, *(h.start for h in acts)}
    return [h for h in machines if not made.isdisjoint(range(h.end + 1, h.end + _VERB_WITHIN))]


def _trained_on(reading: Reading, trains: Sequence[Hit]) -> Hit | None:
    """Training on what people wrote or did: "train on any inputs", "training with recordings of calls"."""
    if reading.has("rehearsed"):
        return None
    taken = sorted(h.start for name in ("content", "data", "works") for h in reading.at(name))
    if taken:
        taken += [n for n, word in enumerate(reading.words) if word in THEM and n > taken[0]]
    for hit in trains:
        sources = (n for n in range(hit.end, hit.end + _FEW) if reading.words[n : n + 1] and reading.words[n] in FROM)
        at = next(sources, None)
        if at is not None and hit.end > reading.own and any(0 < start - at <= _VERB_WITHIN for start in taken):
            return hit
    return None


def _named(reading: Reading, trains: Iterable[Hit]) -> Hit | None:
    """A model called like the platform, trained on what people bring: "to train Sonoria Muse"."""
    own = (h for h in trains if h.end > reading.own and reading.words[h.end : h.end + 1] == ("we",))
    return next(own, None) if on_theirs(reading) else None


def _trains(reading: Reading) -> list[Hit]:
    """The verbs of training, without those that mean "to entail": no technology comes after them."""
    entails = reading.at("entails")
    machines = [h.start for name in ("ai", "model", "tool") for h in reading.at(name)] if entails else []
    idle = [e for e in entails if not any(0 <= start - e.end < _AT_ONCE for start in machines)]
    return [h for h in reading.at("train") if not any(e.start <= h.start < e.end for e in idle)]


def _making(reading: Reading, machines: Sequence[Hit], uses: Sequence[Hit]) -> tuple[Hit, bool] | None:
    """AI, or the tools of the platform, made or made better."""
    if hit := _made(reading, machines):
        people = reading.has("we") or reading.has("you")
        sourced = on_theirs(reading) and people and bool(uses or reading.has("grant") or made_of(reading, hit.end))
        models = (reading.has("we") or reading.has("content")) and pair([hit], reading.at("model"), _NEAR, reading.own)
        named = bool(models_in(reading) or reading.has("making")) and reading.has("opt_out")
        return hit, sourced or bool(models) or named
    mine = reading.has("your_content") or reading.has("works", "use")
    hit = pair(reading.at("improve"), reading.at("toolkit"), _NEAR, reading.own) if mine else None
    return (hit, True) if hit and not _by_means(reading, hit) else None


def _by_means(reading: Reading, verb: Hit) -> bool:
    """Whether what a verb is done with follows it: "a test within seconds using AI"."""
    tools = (h.start for name in ("ai", "toolkit") for h in reading.at(name) if h.start >= verb.end)
    between = range(verb.end, min(tools, default=verb.end))
    return any(h.start in between for h in reading.at("instrument"))


def _used(reading: Reading, trains: Sequence[Hit], uses: Sequence[Hit]) -> tuple[Hit, bool] | None:
    """Work or data used for training, or kept out of it or of AI, though no model is named."""
    theirs = on_theirs(reading)
    named = [h for h in reading.at("ai") if reading.words[h.end - 1] == "improvement"]  # "model improvement"
    if theirs and (hit := pair([*trains, *named], [*uses, *reading.at("kept_from")], _REACH, reading.own)):
        return hit, not reading.has("rehearsed")
    if not theirs and not reading.has("anaphor"):
        return None
    given = [*uses, *reading.at("supply"), *reading.at("passes_on")]
    return _kept_out(reading, [*uses, *reading.at("supply")]) or (_for_ai(reading, given) if theirs else None)


def _created(reading: Reading) -> Hit | None:
    """Models, or doubles of voices and bodies, made of people's work: "the creation of AI products"."""
    made = [*reading.at("ai"), *models_in(reading)] if on_theirs(reading) else []
    for hit in reading.at("makings"):
        passive = reading.words[hit.end - 1] == "made"  # "decisions are made by AI"
        if hit.end > reading.own and not passive and any(0 <= h.start - hit.end < _VERB_WITHIN for h in made):
            return hit
    return pair(reading.at("makings"), reading.at("clone") if made else (), _FEW, reading.own)


def _kept_out(reading: Reading, uses: Iterable[Hit]) -> tuple[Hit, bool] | None:
    """A verb of use that is denied for AI, or for improving the service, which rules out training on it.

    It leaves no doubt where AI is what the work is used for; what is used, and used no more, is no training.
    """
    for verb in uses:
        near = range(verb.end, verb.end + _NEAR)
        aims = [h for name in ("ai", "improve") for h in reading.at(name) if h.start in near and h.end > reading.own]
        for_ai = [h for h in aims if h in reading.at("ai") and _aimed(reading, verb, h)]
        if aims and (for_ai or reading.has("improve")) and denial(reading, verb):
            return verb, bool(for_ai)
        if for_ai and reading.has("opt_out") and offers(reading):
            return verb, True
    return None


def _for_ai(reading: Reading, uses: Iterable[Hit]) -> tuple[Hit, bool] | None:
    """Work used for AI itself, not for a feature that runs on it: "used for machine learning purposes"."""
    served = {h.start for name in ("tool", "machine", "creates") for h in reading.at(name)}
    for verb in uses:
        for tech in reading.at("ai"):
            if verb.end <= tech.start < verb.end + _NEAR and tech.end > reading.own and tech.end not in served:
                between = [word for word in reading.words[verb.end : tech.start] if word not in _KINDS]
                if between[-1:] in (["for"], ["into"], ["with"]) and ("connection" in between or between[-1] != "with"):
                    return verb, True
    return None


def _aimed(reading: Reading, verb: Hit, technology: Hit) -> bool:
    """Whether the words between a verb and a technology say what for: "use your posts for AI"."""
    return not _AIMS.isdisjoint(reading.words[max(verb.end, technology.start - 3) : technology.start])


def _of_choice(reading: Reading, trains: Sequence[Hit]) -> Hit | None:
    """Models, or collections for them, that people may stay out of: "have your organisation left out of our models"."""
    named = [*trains, *reading.at("ai")]
    for choice in (*reading.at("opt_out"), *reading.at("chooses"), *reading.at("refuses")):
        if choice.end > reading.own and any(choice.start < h.start < choice.end for h in named):
            return choice  # "turn content training off", "out of machine learning"
        near = (t for t in (*models_in(reading), *reading.at("dataset")) if 0 <= t.start - choice.end < _FEW)
        for tech in near if choice.end > reading.own else ():
            if not _OUT_OF.isdisjoint(reading.words[choice.end - 1 : tech.start]):
                return choice
    return None


def _made(reading: Reading, machines: Sequence[Hit]) -> Hit | None:
    """What makes AI: "improve our AI models", not "use AI to improve our services"; "speech model research"."""
    theirs = on_theirs(reading)
    models = [h for h in models_in(reading) if reading.has("ai") or (theirs and reading.words[h.start] == "models")]
    technologies = (*reading.at("ai"), *machines, *models)
    if bettered := _bettered(reading, technologies):
        return bettered
    beside = [(name, pair) for name, pair in (("making", 1), ("betters", _VERB_WITHIN)) if reading.has(name)]
    for name, reach in beside:
        for tech in (*reading.at("ai"), *reading.at("tool")):
            if any(0 <= h.start - tech.end < reach and h.end > reading.own for h in reading.at(name)):
                return tech
    for verb in reading.at("improve"):
        for tech in technologies:
            if 0 <= tech.start - verb.end <= _NEAR and tech.end > reading.own:
                between = range(verb.end, tech.start)
                if not any(h.start in between for h in reading.at("instrument")):
                    return verb
    return pair(_ended(reading, technologies), technologies, _REACH, reading.own)


def _ended(reading: Reading, technologies: Iterable[Hit]) -> list[Hit]:
    """Verbs that stand after what they make, where a language has them last: "um unsere KI-Modelle zu verbessern"."""
    ends = {h.end for h in technologies}
    return [h for h in reading.at("final") if not ends.isdisjoint(range(h.start - reading.signs * 2, h.start + 1))]


def _bettered(reading: Reading, technologies: Iterable[Hit]) -> Hit | None:
    """Machines made better: "make our models more helpful"."""
    known = [*technologies, *reading.at("tool"), *reading.at("model")]
    first = min((h.start for h in known), default=len(reading.words))
    meant = [Hit(n, n + 1) for n, word in enumerate(reading.words) if word in THEM and n > first]
    for tech in (*known, *meant):
        verb = next((h for h in reading.at("makes") if 0 <= tech.start - h.end < _VERB_WITHIN), None)
        if (
            verb
            and tech.end > reading.own
            and any(0 <= h.start - tech.end < _VERB_WITHIN for h in reading.at("better"))
        ):
            return verb
    return None


def _without(hits: Iterable[Hit], excluded: Iterable[Hit]) -> list[Hit]:
    taken = list(excluded)
    return [h for h in hits if not any(x.start - 3 <= h.start <= x.end + 1 for x in taken)]
