"""Reads what people type after the slash command, by the desk's table; help where nothing is to be done. Pure."""

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.ask.commands import HELP, NO, YES, Command
from bot.ask.guide import NAMES, TOPICS, TYPED_AS, chooses_news, guide, taking, usage
from bot.model.message import Action, Message
from bot.model.platform import Catalogue, squeeze
from bot.model.topic import Topic
from bot.wording.language import Language

MOST_TYPED = 500
"""Characters that are read; whoever types more is shown the help."""
LONGEST_NAME = 6
"""Words in the longest name of a platform or topic."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_PIECES = re.compile(r'"([^"]*)"|[,;]|([^\s,;"]+)')
_JOINING = "and"
_SEVERAL = frozenset({"watchable", "watched"})
_NAMED = re.compile(r'\s*"([^"]+)"\s*(.*)', re.DOTALL)
_NEWS = {"news": YES, "no news": NO, "without news": NO}
"""What of news reports is understood in every language."""
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Words:
    """The words after a verb: names of platforms as they were typed, and ids of topics; each once, in their order.

    `news` is what was typed last of news reports: `yes`, `no`, or nothing.
    """

    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    news: str = ""


def read(text: str, names: Container[str], topics: Mapping[str, str], news: Mapping[str, str] = _NONE) -> Words:
    """Tell names of several words, topics, and words on news reports apart.

    `names` and the keys of `topics` and `news` are squeezed (`bot.model.platform.squeeze`); the longest run of words
    that is one of them counts as one. What nobody knows stays together as one name, so that the desk can say what comes
    near. Quotation marks keep words together; commas and lone signs part them, and so does "and" outside of a name.
    """
    found: list[str] = []
    chosen: list[str] = []
    told = ""
    meant = {**news, **topics}
    for run in _runs(text):
        for phrase in _phrases(run, lambda phrase: squeeze(phrase) in names or squeeze(phrase) in meant):
            word = squeeze(phrase)
            if word in names or word not in meant:
                found.append(phrase)
            elif word in topics:
                chosen.append(topics[word])
            else:
                told = news[word]
    first = {squeeze(name): name for name in reversed(found)}
    return Words(tuple(dict.fromkeys(first[squeeze(name)] for name in found)), tuple(dict.fromkeys(chosen)), told)


def _runs(text: str) -> Iterator[list[str]]:
    """Words that may belong together: those between commas or signs, and each quotation by itself."""
    run: list[str] = []
    for quoted, word in _PIECES.findall(text.translate(_QUOTES)):
        if squeeze(word):
            run.append(word)
            continue
        yield run
        run = []
        if quoted.strip():
            yield [" ".join(quoted.split())]
    yield run


def _phrases(run: Sequence[str], known: Callable[[str], bool]) -> Iterator[str]:
    """The run cut into the longest phrases that are known, and what lies between them."""
    unknown: list[str] = []
    start = 0
    while start < len(run):
        ends = range(min(start + LONGEST_NAME, len(run)), start, -1)
        end = next((end for end in ends if known(" ".join(run[start:end]))), start)
        if end == start and run[start].casefold() != _JOINING:
            unknown.append(run[start])
        else:
            yield from filter(None, (" ".join(unknown), " ".join(run[start:end])))
            unknown = []
        start = max(end, start + 1)
    yield from filter(None, (" ".join(unknown),))


def parted(text: str, names: Container[str]) -> tuple[str, str]:
    """A platform's name at the start, and the words after it as they were typed; "" for what is missing.

    The name is what stands in quotation marks, else the longest that is known and leaves words, else the first word.
    """
    text = text.translate(_QUOTES)
    if quoted := _NAMED.fullmatch(text):
        return " ".join(quoted[1].split()), quoted[2].strip()
    words = text.split()
    known = [n for n in range(1, min(len(words), LONGEST_NAME) + 1) if squeeze(" ".join(words[:n])) in names]
    end = max((n for n in known if n < len(words)), default=max(known, default=1))
    return " ".join(words[:end]), " ".join(words[end:])


@dataclass(frozen=True, slots=True)
class Order:
    """A command to be carried out, once for each set of options: every platform named makes one."""

    command: Command
    options: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Understands what was typed after the slash command `typed_as`, by the desk's table. Waits for nothing."""

    commands: Sequence[Command]
    catalogue: Catalogue
    language: Language
    typed_as: str = TYPED_AS

    def order(self, text: str) -> Order | Message:
        """What is to be done; or the help, where nothing is asked for, or nothing that we know."""
        typed = " ".join(text.split())
        named = (c for c in self.commands if c.slack and f"{typed} ".casefold().startswith(f"{c.slack} "))
        command = max(named, key=lambda c: len(c.slack), default=None)
        if command is None or len(text) > MOST_TYPED:
            return self.help()
        rest = typed[len(command.slack) :].strip()
        words = read(rest, self._names(), self._topics(), self._news() if chooses_news(command) else _NONE)
        name, topics = taking(command, NAMES), taking(command, TOPICS)
        if name is None:
            return Order(command, ({},))
        if sought := taking(command, {"words"}):
            platform, looked_for = parted(rest, self._names())
            options = {name.name: platform, sought.name: looked_for}
            return Order(command, (options,)) if looked_for else usage(command, self.language, self.typed_as)
        if name.required and not words.names:
            return usage(command, self.language, self.typed_as)
        taken = words.topics if topics and topics.kind == "topics" else words.topics[:1]
        chosen = {topics.name: ", ".join(taken)} if topics and taken else {}
        chosen |= {"news": words.news} if words.news else {}
        several = words.names or ("",) if name.kind in _SEVERAL else (" ".join(words.names),)
        return Order(command, tuple(chosen | ({name.name: typed} if typed else {}) for typed in several))

    def help(self) -> Message:
        """Every command with an example, and a button that shows the help to everyone."""
        told = guide(self.commands, self.language, self.typed_as)
        return replace(told, actions=(Action(self.language.say("button-share"), HELP, aloud=True),))

    def _names(self) -> Container[str]:
        """Every name of a platform or category, squeezed."""
        names = {name for platform in self.catalogue for name in (platform.id, platform.name, *platform.aliases)}
        return {squeeze(name) for name in names.union(self.catalogue.categories)}

    def _topics(self) -> Mapping[str, str]:
        """Squeezed id and spoken name of every topic → its id."""
        return {squeeze(name): topic for topic in Topic for name in (topic, self.language.say(f"topic-{topic}"))}

    def _news(self) -> Mapping[str, str]:
        """Squeezed words, also of this language, for news reports or none → `yes` or `no`."""
        spoken = {self.language.say("typed-news"): YES, self.language.say("typed-no-news"): NO}
        return {squeeze(word): choice for word, choice in (_NEWS | spoken).items()}
