"""Machines that learn from people's work: taught by it, learning from it, better for it, helped to know more."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.read.lexicon import Hit, Reading
from bot.read.supplying import models_in, on_theirs

_FEW = 6  # words between a machine and what becomes of it
_VERB_WITHIN = 4
_REACH = 9  # the same after "from which", where what the machine does may stand between
_BEFORE = 2  # words between "help" and the machine
_OTHERWISE = frozenset({"more", "about", "how", "of", "that"})  # after "learn", where it is people who learn
_ENDS = frozenset({"and", "or", "nor", "but", "so"})


def taught(reading: Reading, trains: Iterable[Hit], machines: Iterable[Hit]) -> Hit | None:
    """A machine that is taught to make something: "those systems are not taught to produce images"."""
    learners = [*machines, *(h for name in ("ai", "model", "tool", "machine") for h in reading.at(name))]
    acts = {h.start for h in reading.at("creates")}
    for hit in trains:
        learner = hit.end > reading.own and any(h.start < hit.start for h in learners)
        if learner and not acts.isdisjoint(range(hit.end, hit.end + _VERB_WITHIN)):
            return hit
    return None


def learns(reading: Reading, machines: Sequence[Hit]) -> Hit | None:
    """The platform or its machines learning from people's work: not people who learn from it."""
    learners = [*machines, *(h for name in ("we", "third", "ai", "model", "tool", "machine") for h in reading.at(name))]
    for hit in reading.at("learn"):
        if not _OTHERWISE.isdisjoint(reading.words[hit.end : hit.end + 1]):
            continue  # "learn more about", "if we learn that"
        source = range(hit.end, hit.end + _VERB_WITHIN)
        last = _ENDS.issuperset(reading.words[hit.end : hit.end + 1])  # "the works that it learns from"
        works = ("content", "works", "data") if reading.has("model") or reading.has("ai") else ("content", "works")
        named = any(h.start in source for name in works for h in reading.at(name))
        taken = named or reading.has("betters") or (last and on_theirs(reading))
        reach = _REACH if ("from", "which") in pairwise(reading.words[: hit.start]) else _VERB_WITHIN
        if taken and any(0 <= hit.start - h.end < reach for h in learners):
            return hit
    return None


def grows(reading: Reading, machines: Sequence[Hit]) -> Hit | None:
    """A machine that gets better by what people bring: "our composing tool gets smarter with every song"."""
    learners = [*machines, *(h for name in ("ai", "model", "tool") for h in reading.at(name))]
    for hit in reading.at("betters") if on_theirs(reading) else ():
        if hit.end > reading.own and any(0 <= hit.start - h.end < _FEW for h in learners):
            return hit
    return None


def helped(reading: Reading) -> Hit | None:
    """Models helped to know something: "to help our models understand British idiom"."""
    knows = {h.start for name in ("creates", "learn", "better") for h in reading.at(name)}
    for tech in (*reading.at("ai"), *models_in(reading)) if on_theirs(reading) else ():
        verbs = (h for h in reading.at("makes") if reading.words[h.start].startswith("help"))
        verb = next((h for h in verbs if 0 <= tech.start - h.end <= _BEFORE), None)
        if verb and tech.end > reading.own and not knows.isdisjoint(range(tech.end, tech.end + 2)):
            return verb
    return None
