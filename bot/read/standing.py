"""What each version says of training, sentence by sentence."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property, lru_cache, partial

from bot.model.version import Clause, Version, words_of
from bot.read.compare import similarity
from bot.read.context import answered, continued, goes_on, pointed
from bot.read.evidence import headings
from bot.read.frames import Stance, Training, training
from bot.read.lexicon import Hit, Lexicon, Reading
from bot.read.normal import asks
from bot.read.sentences import split
from bot.read.speakers import Speakers
from bot.read.steps import Sentence, sentences
from bot.read.topics import Rules

_MOST_READ = 1024  # sentences that are kept as they were read: each is asked for by what judges it and what stands
_SAME = 0.8  # similarity from which a sentence says again what stands elsewhere
_AI_WORDS = re.compile(
    # One alternative for each letter to begin with: that is what makes the search fast. For text without case.
    r"a(?:(?<![a-zà-ÿ]a)i(?![a-zà-ÿ\d_])|diestr|\.i\.|rtificial|lgorithm|vatar|utomated|ssistant|pprentissage|prendizaje)|"
    r"c(?:lone|orpus|orpora|omputer|hatbot)|dataset|ent(?:ra[iî]n|ren(?!t))|fine.?tun|g(?:enerators?\b|enerative)|"
    r"i(?:(?<!\wi)a\b|ntelligen)|k(?:ünstliche|(?<!\wk)i\b)|le(?:arn|rnen)|"
    r"m(?:achines?\b|(?<!\wm)odels?\b|odellen?\b|odèle|odelos?\b)|r(?:obots?\b|eplica|einforcement)|"
    r"s(?:ynthe|oftware|marter|prachmodell)|t(?:rain|each)|訓練|学習|人工知能|モデル"
)

_NO = re.compile(r"(?:no|never|not|none|nein|nie|nicht|non|jamais|nunca)\b|いいえ|なし")  # cells of a table
_YES = re.compile(r"(?:yes|always|used|ja|immer|oui|toujours|sí|siempre)\b|はい|あり")
_BACK = 5  # clauses around a sentence that may say what it is about
_MOST_SWITCHES = 20  # in a sentence: no sentence that people write has more
_NAMING = 2  # words after which a sentence has named what it is about
_SHORT = 1200  # characters of a section that speaks of one thing
_POINTING = ("points", "opt_out", "chooses", "refuses", "takes_out")
# Who is meant where a member asks; in French too, where a verb without its pronoun says nothing.
_ASKED = {"you": "we", "your": "our", "my": "your", "mine": "yours", "vous": "nous", "votre": "notre", "vos": "nos"}

Said = tuple[Training, list[str]]  # a frame, with the words of its sentence


class Standing:
    """Reads sentences of either version, and what all of them say of training.

    What it keeps does not refer back to it: a cycle would hold the readings until the collector comes.
    """

    def __init__(self, before: Version, after: Version, speakers: Speakers, rules: Rules, language: str) -> None:
        self._before, self._after = before, after
        self._speakers, self._rules, self._language = speakers, rules, language
        self._read = lru_cache(_MOST_READ)(partial(heard, speakers, rules.lexicon))
        self._frame = lru_cache(_MOST_READ)(partial(_trained, self._read, rules))
        self._told: dict[Clause, Sequence[Said]] = {}  # most clauses stand in both versions
        self._plain = cache(partial(_plain, self._frame, language))

    def read(self, sentence: Sentence) -> Reading:
        """The words of a sentence, the platform called "we"; what it or its machines will not do is no ban."""
        return self._read(sentence.text, sentence.lead)

    def sentences(self, clause: Clause) -> Iterator[Sentence]:
        """The sentences of a clause of either version."""
        return sentences(clause, language=self._language)

    def training(self, reading: Reading, sentence: Sentence) -> Training | None:
        """The frame of a sentence, or what it adds to that of the sentence before."""
        path = headings(sentence.clause)
        if frame := self._frame(sentence.text, sentence.lead, path):
            sure = frame.certain or (reading.has("points") and self._earlier(sentence) is not None)
            told = _as_told(replace(frame, certain=sure), sentence)
            return None if self._explains_choice(reading, frame, sentence) else told
        frame = self._led(sentence.lead, path)
        return frame if frame and frame.certain else self._added(reading, sentence, path)

    def _added(self, reading: Reading, sentence: Sentence, path: tuple[str, ...]) -> Training | None:
        """What a sentence that says nothing of training by itself adds to the question or sentence before it."""
        last = sentence.last
        question = last or (path[-1] if path else "")
        if asks(question) and (reading.has("yes") or reading.has("no")):
            return self._answer(reading, question)
        if last and goes_on(reading) and _AI_WORDS.search(" ".join((*path, last)).casefold()):
            before = self._frame(last, "", path)
            if before:
                return continued(reading, before)
        if not any(map(reading.has, _POINTING)) or not (earlier := self._earlier(sentence)):
            return None
        return pointed(reading, earlier)

    def _explains_choice(self, reading: Reading, frame: Training, sentence: Sentence) -> bool:
        """Whether it says more of the choice that the sentence before gives: "It applies from the next training on"."""
        if not sentence.last or frame.stance is not Stance.ALLOWS or reading.has("we"):
            return False
        names = any(hit.start <= reading.own + _NAMING for name in ("setting", "anaphor") for hit in reading.at(name))
        given = self._frame(sentence.last, "", headings(sentence.clause)) if names else None
        return given is not None and given.stance is Stance.CONTROLS

    def _led(self, lead: str, path: tuple[str, ...]) -> Training | None:
        """The frame of the sentence that opens a list: "We train our models with:"."""
        opened = split(lead, self._language) if lead.endswith(":") else ()
        return self._frame(opened[-1], "", path) if opened else None

    def _earlier(self, sentence: Sentence) -> Training | None:
        """The last plain frame before a sentence in its section, where that is short or headed as one on machines."""
        clauses, n = self._places.get(id(sentence.clause), ((), 0))
        path = sentence.clause.path
        near = [clause for clause in self.around(sentence.clause) if clause.path == path]
        headed = bool(path) and _AI_WORDS.search(path[-1].casefold()) is not None
        if not headed and path and _AI_WORDS.search(path[0].casefold()):
            path, headed = path[:1], True  # a text that is on machines as a whole
        if not headed and (len(near) > _BACK or sum(len(clause.text) for clause in near) > _SHORT):
            return None
        own = [frame for place, frame in self._plain(sentence.clause) if place < sentence.place]
        above = (c for c in reversed(clauses[max(n - _BACK, 0) : n]) if c.path[: len(path)] == path)
        return own[-1] if own else next((frames[-1][1] for clause in above if (frames := self._plain(clause))), None)

    def around(self, clause: Clause) -> Sequence[Clause]:
        """A clause with those beside it in its version."""
        clauses, n = self._places.get(id(clause), ((clause,), 0))
        return clauses[max(n - _BACK, 0) : n + _BACK]

    @cached_property
    def _places(self) -> Mapping[int, tuple[Sequence[Clause], int]]:
        """Where each clause stands in its version, by its identity."""
        versions = (self._before.clauses, self._after.clauses)
        return {id(clause): (clauses, n) for clauses in versions for n, clause in enumerate(clauses)}

    def _answer(self, reading: Reading, question: str) -> Training | None:
        """What an answer says, as a member asks and the platform answers: "Do you use my songs to train AI?"."""
        said = self._speakers.plain(question).casefold()
        to_refuse = self._rules.lexicon.read(said).has("asks_to_refuse")
        meant = {**_ASKED, "i": "one" if to_refuse else "you"}
        asked = self._rules.lexicon.read(" ".join(meant.get(word, word) for word in words_of(said)))
        frame = training(asked, self._rules)
        return answered(reading, frame, asks_to_refuse=to_refuse) if frame else None

    @cached_property
    def certain(self) -> bool:
        """Whether either version says plainly that models are, or are not, trained on people's work."""
        rows = (*self.before, *self.after)
        return any(frame.certain and frame.stance is not Stance.BANS_OTHERS for frame, _ in rows)

    @cached_property
    def before(self) -> Sequence[Said]:
        """What the version before says of training."""
        return self._said(self._before)

    @cached_property
    def after(self) -> Sequence[Said]:
        """What the version after says of training."""
        return self._said(self._after)

    def _said(self, version: Version) -> Sequence[Said]:
        return [row for clause in version.clauses if clause.kind != "heading" for row in self._of_clause(clause)]

    def _of_clause(self, clause: Clause) -> Sequence[Said]:
        if clause not in self._told:
            self._told[clause] = self._in(clause)
        return self._told[clause]

    def _in(self, clause: Clause) -> Sequence[Said]:
        """What a clause says, read where a word of machines stands and where the sentence before is on training."""
        if not _AI_WORDS.search(_in_reach(clause)):
            return ()
        headed = _AI_WORDS.search(" ".join(headings(clause)).casefold()) is not None
        rows: list[Said] = []
        frame: Training | None = None
        for sentence in self.sentences(clause):
            spoken = headed or frame or _AI_WORDS.search(f"{sentence.lead} {sentence.text}".casefold())
            frame = self.training(self.read(sentence), sentence) if spoken else None
            if frame:
                rows.append((frame, words_of(sentence.text)))
        return rows

    def repeats(self, sentence: Sentence, frame: Training, *, told: bool) -> bool:
        """Whether a version says nearly the same elsewhere, as in a regional section; that before, or as `told` now."""
        words = words_of(sentence.text)
        standing = self.after if told else self.before
        return any(f.stance is frame.stance and similarity(words, other) >= _SAME for f, other in standing)


def heard(speakers: Speakers, lexicon: Lexicon, text: str, lead: str) -> Reading:
    """The words of a sentence with the platform as "we", and with what their surroundings make of them."""
    reading = _with_switches(lexicon.read(speakers.plain(text), speakers.plain(lead)))
    sets = {h.start for h in reading.at("dataset")}
    kept = {
        "ban": [h for h in reading.at("ban") if not (_by_us(reading, h) or _by_machines(reading, h))],
        "theirs": [h for h in reading.at("theirs") if h.end - 1 not in sets],  # "our data sets"
        **{name: [h for h in reading.at(name) if not _idle(reading, h)] for name in ("chooses", "points", "refuses")},
    }
    if all(len(kept[name]) == len(reading.at(name)) for name in kept):
        return reading
    return replace(reading, hits={name: hits for name, hits in {**reading.hits, **kept}.items() if hits})


def _idle(reading: Reading, choice: Hit) -> bool:
    """Whether it is no choice that is left to someone: "the model of your choice"."""
    return reading.words[choice.start - 1 : choice.end] == ("of", "your", "choice")


def _with_switches(reading: Reading) -> Reading:
    """With a choice where something is switched off, whatever stands between: "turn content training off"."""
    offs = [n for n, word in enumerate(reading.words) if word == "off"] if reading.has("off") else []
    found = [Hit(n, off + 1) for off in offs for n in range(max(off - _BACK, 0), off) if _switches(reading, n)]
    new = [hit for hit in found[:_MOST_SWITCHES] if hit not in reading.at("opt_out")]
    if not new:
        return reading
    hits = {name: sorted({*reading.at(name), *new}) for name in ("opt_out", "refuses")}
    return replace(reading, hits={**reading.hits, **hits})


def _switches(reading: Reading, at: int) -> bool:
    return reading.words[at].startswith(("turn", "switch", "toggl")) or reading.words[at] == "set"


def _trained(
    read: Callable[[str, str], Reading], rules: Rules, text: str, lead: str, path: tuple[str, ...]
) -> Training | None:
    return training(read(text, lead), rules, path)


def _plain(frame: Callable[..., Training | None], language: str, clause: Clause) -> Sequence[tuple[int, Training]]:
    """The frames of a clause's own that leave no doubt, each with the place of its sentence."""
    if clause.kind == "heading" or not _AI_WORDS.search(clause.text.casefold()):
        return ()
    path = headings(clause)
    read = ((s.place, frame(s.text, s.lead, path)) for s in sentences(clause, language=language))
    return [(n, f) for n, f in read if f and f.certain and f.stance is not Stance.BANS_OTHERS]


def _as_told(frame: Training, sentence: Sentence) -> Training:
    """The frame, turned round in a row of a table whose cells say no: "Training of models | No | No"."""
    if sentence.clause.kind == "row" and frame.own:
        frame = replace(frame, certain=True)  # purposes beside what they are served with
    cells = [cell.strip().casefold() for cell in sentence.text.split("|")[1:]]
    refused = any(map(_NO.match, cells)) and not any(map(_YES.match, cells))
    if sentence.clause.kind == "row" and refused and frame.stance is Stance.ALLOWS:
        return replace(frame, stance=Stance.DENIES)
    return frame


def _in_reach(clause: Clause) -> str:
    """The text of a clause without case, with the question that it answers."""
    asked = clause.path[-1] if clause.path and asks(clause.path[-1]) else ""
    return f"{asked} {clause.text}".casefold()


def _by_us(reading: Reading, ban: Hit) -> bool:
    """Whether it is the platform that "will not" or "may not"."""
    return any(ban.start - 2 <= h.end - 1 < ban.start for h in reading.at("subject_we"))


def _by_machines(reading: Reading, ban: Hit) -> bool:
    """Whether it is machines that do not do something: "our features do not use …", which tells and forbids nothing."""
    tells = reading.words[ban.start] in {"do", "does", "don't", "doesn't"}
    return tells and any(h.end == ban.start for name in ("machine", "tool", "model", "ai") for h in reading.at(name))
