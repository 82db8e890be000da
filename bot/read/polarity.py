"""What turns a verb round: the negation that reaches it, the condition it stands under, the choice it is left to."""

from bot.read.lexicon import BREAK, Hit, Reading

_FORWARD, _BACKWARD = 30, -3  # words between a negation and the verb that it reaches
_BACKWARD_LATE = -30  # the same where the negation may end the sentence (German), in signs (Japanese)
_VERB_WITHIN = 4
_CONDITION = 7  # words between "unless" and what it concerns
_PARTING = frozenset({"and", "but", "then"})  # where the other clause begins
# After a negation that ends its sentence: "is not among our purposes".
_CONTRASTED = frozenset({"on", "with", "from", "among", "part", "covered", "included", "permitted", "allowed"})
_LETTING = frozenset({"let", "lets", "allow", "allows", "permit", "permits", "entitles", "entitle"})


def offers(reading: Reading) -> bool:
    """Whether the sentence gives people the choice, rather than naming it as a condition of a permission."""
    conditions = {"unless", "until", "provided", "except", "when", "while", "even", "whether"}
    choices = (*reading.at("opt_out"), *(h for h in reading.at("chooses") if h.end > reading.own))
    return any(conditions.isdisjoint(reading.words[max(0, h.start - 8) : h.start]) for h in choices)


def denial(reading: Reading, hit: Hit) -> Hit | None:
    """The negation, or the verb of stopping, that reaches the verb: not past "other than to …", which permits it."""
    choices = [range(h.start, h.end) for h in reading.at("opt_out")]
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
        other = negation.start > hit.start and any(h.end == negation.start for h in reading.at("subject_we"))
        open_to = any(negation.end <= h.start < hit.start for h in reading.at("other_than"))
        doubled = "without" in reading.words[negation.end : hit.start]  # "not possible without training"
        near = backward <= hit.start - negation.start <= _FORWARD and _one_clause(reading, negation.start, hit.start)
        if near and not (
            aside or further or chosen or other or doubled or open_to or conditional(reading, negation.start)
        ):
            return negation
    return None


def _one_clause(reading: Reading, a: int, b: int) -> bool:
    """Whether nothing parts two places: no further "we may", no semicolon but before alternatives ("…; or …")."""
    between = range(max(min(a, b), reading.own), max(a, b))
    if any(h.start in between and h.start > a + 1 and _asserts(reading, h) for h in reading.at("subject_we")):
        return False
    return all(reading.words[n] != BREAK or reading.words[n + 1] in {"or", "and"} for n in between)


def _asserts(reading: Reading, subject: Hit) -> bool:
    """Whether a statement of its own begins: "we do not sell it, we use it to …"; not "the data we use"."""
    if reading.words[subject.start - 1] in _LETTING:
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
