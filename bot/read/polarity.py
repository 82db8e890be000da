"""What turns a verb round: the negation that reaches it, the condition it stands under, the choice it is left to."""

from bot.read.lexicon import BREAK, Hit, Reading

_FORWARD, _BACKWARD = 30, -3  # words between a negation and the verb that it reaches
_BACKWARD_LATE = -30  # the same where the negation may end the sentence (German), in signs (Japanese)
_VERB_WITHIN = 4
_UNDER = 8  # words between "unless" and the choice that it names
_CONDITION = 7  # words between "unless" and what it concerns
_PARTING = frozenset({"and", "but", "then"})  # where the other clause begins
# After a negation that ends its sentence: "is not among our purposes".
_CONTRASTED = frozenset(
    "on with from among part covered included permitted allowed sur avec con sobre".split()  # noqa: SIM905
)
_ANDS = frozenset({"und", "et", "y", "e"})
_ASIDE = 3  # words after the subject of an aside in which its negation stands
_LINK = "し"  # of a Japanese verb after which another follows: 利用し、…
_NO_LINK = frozenset(
    "まなてたようも又若あ或"
)  # after it, where none does: 利用しません, or one for both: 利用し、または …
_JOINED = 3  # words between "and" and a verb whose negation stands after it
_LETTING = frozenset({"let", "lets", "allow", "allows", "permit", "permits", "entitles", "entitle"})


def offers(reading: Reading) -> bool:
    """Whether the sentence gives people the choice, rather than naming it as a condition of a permission."""
    conditions = {"unless", "until", "provided", "except", "when", "while", "even", "whether"}
    choices = (*reading.at("opt_out"), *(h for h in reading.at("chooses") if h.end > reading.own))
    return any(
        conditions.isdisjoint(reading.words[max(0, h.start - _UNDER) : h.start]) and not _excepts(reading, h)
        for h in choices
    )


def _excepts(reading: Reading, choice: Hit) -> bool:
    """Whether a choice is one that a permission leaves out: "sofern Sie nicht widersprechen", 拒否しない限り.

    Not where something may be done under the condition: "sofern Sie das nicht möchten, können Sie widersprechen".
    """
    for limit in reading.at("unless"):
        if reading.signs > 1 and choice.start <= limit.start <= choice.end + _UNDER:
            return True  # Japanese
        between = range(limit.start, choice.start)
        if 0 < len(between) <= _UNDER and not any(h.start in between for h in reading.at("may")):
            return True
    return False


def denial(reading: Reading, hit: Hit) -> Hit | None:
    """The negation, or the verb of stopping, that reaches the verb: not past "other than to …", which permits it."""
    choices = [range(h.start, h.end) for name in ("opt_out", "beyond") for h in reading.at(name)]
    for negation in (*reading.at("not"), *reading.at("halt")):
        word = reading.words[negation.start]
        before = reading.words[max(0, negation.start - 2) : negation.start]
        aside = "whether" in before or before[-1:] == ("or",) or word in {"without", "excluding"}
        further = reading.words[negation.end : negation.end + 1] in (("only",), ("limited",)) or (
            "more" in reading.words[negation.end : negation.end + _VERB_WITHIN]
        )
        chosen = any(negation.start in choice for choice in choices)
        late = not word.isascii() or any(h.start == negation.start for h in reading.at("late"))
        backward = _BACKWARD_LATE if late else _BACKWARD
        contrast = not _CONTRASTED.isdisjoint(reading.words[negation.end : negation.end + 1])
        backward = _BACKWARD_LATE if contrast and not chosen else backward
        other = negation.start > hit.start and any(
            h.end == negation.start and not (late and h.start == hit.end) for h in reading.at("subject_we")
        )  # "we never …" as a statement of its own; not "trainieren wir nicht"
        open_to = any(negation.end <= h.start < hit.start for h in reading.at("other_than"))
        doubled = "without" in reading.words[negation.end : hit.start]  # "not possible without training"
        forward = _FORWARD if _reaches_ahead(reading, negation, late=late) else 0
        if any(0 <= negation.start - h.end < _ASIDE for h in reading.at("aside")):
            continue  # "Inhalte, die Sie nicht löschen, verwenden wir zum Training"
        near = backward <= hit.start - negation.start <= forward and _one_clause(reading, negation.start, hit.start)
        if near and not (
            aside or further or chosen or other or doubled or open_to or conditional(reading, negation.start)
        ):
            return negation
    return None


def _reaches_ahead(reading: Reading, negation: Hit, *, late: bool) -> bool:
    """Whether a negation can reach a verb after it: not in Japanese, not a verb that ends its clause ("beendet")."""
    if reading.signs > 1:
        return negation.start < reading.own
    return not (late and any(h.start == negation.start for h in reading.at("halt")))


def _one_clause(reading: Reading, a: int, b: int) -> bool:
    """Whether nothing parts two places: no further "we may", no semicolon but before alternatives ("…; or …")."""
    between = range(max(min(a, b), reading.own), max(a, b))
    if any(h.start in between for h in reading.at("parts")):
        return False
    if _goes_on(reading, between, within=1 if a < b else _JOINED):
        return False
    if any(h.start in between and h.start > a + 1 and _asserts(reading, h) for h in reading.at("subject_we")):
        return False
    return all(reading.words[n] != BREAK or reading.words[n + 1] in {"or", "and"} for n in between)


def _goes_on(reading: Reading, between: range, within: int) -> bool:
    """Whether another verb follows an "and": "trainieren wir Modelle und verkaufen sie nicht", 利用し、提供しません."""
    if reading.signs == 1:
        if _ANDS.isdisjoint(reading.words[between.start : between.stop]):
            return False
        verbs = {h.start for name in ("share", "collect", "use") for h in reading.at(name)}
        ands = (n for n in between if reading.words[n] in _ANDS)
        return any(not verbs.isdisjoint(range(n + 1, n + 1 + within)) for n in ands)
    linked = (reading.words[h.end : h.end + 2] for h in reading.at("use") if h.start in between)
    return any(first == _LINK and other not in _NO_LINK for first, other in (pair for pair in linked if pair[1:]))


def _asserts(reading: Reading, subject: Hit) -> bool:
    """Whether a statement of its own begins: "we do not sell it, we use it to …"; not "the data we use"."""
    if reading.before(subject) in _LETTING:
        return False
    noun = any(h.end == subject.start for name in ("content", "data") for h in reading.at(name))
    if noun and reading.words[subject.end + 1 : subject.end + 2] in (("to",), ("for",), ("in",)):
        return False
    return any(h.start == subject.end for name in ("may", "use") for h in reading.at(name))


def conditional(reading: Reading, at: int) -> bool:
    """Whether what stands at `at` belongs to an "if" or "unless" that another clause answers."""
    before = reading.words[max(reading.own, at - _CONDITION) : at]
    since = next((n for n in reversed(range(len(before))) if before[n] in {"if", "unless"}), None)
    return since is not None and _PARTING.isdisjoint(before[since:])
