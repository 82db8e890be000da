"""What documents in one language need beside its words: wordings that say the same there, and how long words are."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.errors import Mistake
from bot.model.version import fold, words_of
from bot.read.lexicon import ELIDED

_ABBREVIATED = re.compile(r"\s?\([A-Z]{2,6}\)")  # "künstliche Intelligenz (KI)"
_LEAST_ROOT = 4  # letters that a verb keeps without its prefix
KEYS = frozenset({"classes", "headings", "same", "grammar", "prefixes", "endings", "signs", "capitals"})


@dataclass(frozen=True)
class Language:
    """How documents in one language are read, from `config/languages/CODE.yaml`.

    `same`: rows of wordings of which the first stands for all; `grammar`: words that say nothing by themselves;
    `prefixes`: those that part from their verb; `endings`: those by which words agree with each other; `signs`: signs
    of a word in text that is written without spaces; `capitals`: every noun is written with one.
    """

    same: Sequence[Sequence[str]] = ()
    grammar: frozenset[str] = frozenset()
    prefixes: Sequence[str] = ()
    endings: Sequence[str] = ()
    signs: int = 1
    capitals: bool = False

    def plain(self, text: str) -> list[str]:
        """The words of a sentence, each once, in order of the alphabet: equal for two that say the same."""
        text = _ABBREVIATED.sub("", fold(text)).casefold()
        text = ELIDED.sub(r"\1e ", text) if "'" in text else text
        text = self._says.sub(lambda m: self._stands_for[m[0]], text) if self._stands_for else text
        words = (word for word in words_of(text) if word not in self.grammar)
        return sorted({self._stem(part) for word in words for part in self._parts(word)})

    def _stem(self, word: str) -> str:
        """The word without the ending by which it agrees with another."""
        ending = next((e for e in self.endings if word.endswith(e) and len(word) - len(e) >= _LEAST_ROOT), "")
        return word.removesuffix(ending)

    def _parts(self, word: str) -> Sequence[str]:
        """A verb and the prefix that may stand at the end of its sentence: "anlegen", "legen … an"."""
        prefix = next((p for p in self.prefixes if word.startswith(p) and len(word) - len(p) >= _LEAST_ROOT), "")
        return (prefix, word.removeprefix(prefix)) if prefix else (word,)

    @cached_property
    def _stands_for(self) -> Mapping[str, str]:
        return {say.casefold(): row[0].casefold() for row in self.same for say in row}

    @cached_property
    def _says(self) -> re.Pattern[str]:
        start, end = (r"(?<!\w)", r"(?!\w)") if self.signs == 1 else ("", "")
        says = "|".join(sorted(map(re.escape, self._stands_for), key=len, reverse=True))
        return re.compile(f"{start}(?:{says}){end}")


def parse(data: Mapping[str, object], place: str, mistakes: list[Mistake]) -> Language:
    """Check what a file of `config/languages` says beside its words."""
    unknown = sorted(data.keys() - KEYS, key=str)
    mistakes += [Mistake(f"{place}: {key}", "unknown key", "keys are " + ", ".join(sorted(KEYS))) for key in unknown]
    signs = data.get("signs", 1)
    if not isinstance(signs, int) or signs < 1:
        mistakes.append(Mistake(f"{place}: signs", f"{signs!r} is no number of signs", "give 1 or more"))
        signs = 1
    rows = data.get("same", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) and row and _texts(row) for row in rows):
        mistakes.append(Mistake(f"{place}: same", "is not a list of rows", "write [[wenn, falls], …]"))
        rows = []
    words = {key: data.get(key, []) for key in ("grammar", "prefixes", "endings")}
    for key, value in words.items():
        if not isinstance(value, list) or not _texts(value):
            mistakes.append(Mistake(f"{place}: {key}", "is not a list of words", "write [word, word]"))
            words[key] = []
    grammar, *affixes = (list(map(str, value)) if isinstance(value, list) else [] for value in words.values())
    prefixes, endings = (sorted(rows, key=lambda affix: (-len(affix), affix)) for rows in affixes)
    capitals = data.get("capitals", False)
    if not isinstance(capitals, bool):
        mistakes.append(Mistake(f"{place}: capitals", f"{capitals!r} is neither true nor false", "write true"))
    return Language(rows, frozenset(grammar), prefixes, endings, signs, capitals is True)


def _texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)
