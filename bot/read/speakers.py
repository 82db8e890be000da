"""Who "we" is: the names under which a document speaks of the platform itself."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.model.version import Version, fold
from bot.read.lexicon import Lexicon
from bot.read.normal import LABEL

# Capitals come first in the pattern, which makes the search fast; "iLoop" has a letter before them.
_ACTING = re.compile(
    r"[A-Z](?:(?<=\b[A-Z])|(?<=\b([a-z])[A-Z]))[\w&-]*(?: [A-Z][\w&-]*){0,2}(?= "
    r"(?:may|will|shall|does|do|reserves|agrees|has the|is not|uses|collects)\b)"
)
_DEFINED = re.compile(
    r"[(\"]\s*(?:the )?\"?([A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2})\W{1,4}(?:\"?(?:or|and)?\W{0,3})?\"?(?:we|us|our)\b",
    re.IGNORECASE,
)
# A name that the document gives to what people bring: "the tracks that you upload ("Sounds")".
_NAMED = re.compile(
    r"\((?:collectively,? |together,? |the |each,? an? |our? )*\"([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})[,.]?\""
)
_BRINGING = re.compile(
    r"\b(?:you|users?|customers?|members?|creators?|artists?|authors?|contributors?|sellers?)\b[^.;:\n\"()]{0,40}?"
    r"\b(?:upload|submit|post|contribute|publish|stream|record)[^.;:\n\"()]{0,40}\Z"
)
_LONGEST_BRINGING = 110  # characters
_WORKS = {"content", "works"}
_LARGEST = 60_000  # characters in which names are looked for
_OFTEN = 2


class Speakers:
    """Replaces the platform's own names by "we", and the name defined for what people bring by "your content".

    So one grammar fits all documents.
    """

    def __init__(self, version: Version, names: tuple[str, ...], lexicon: Lexicon) -> None:
        text = fold(version.text[:_LARGEST].replace("\n", " "))  # folded faster without line ends
        found = Counter((m[1] or "") + m[0] for m in _ACTING.finditer(text))
        found.update({m[1]: _OFTEN for m in _DEFINED.finditer(text)})
        often = {name for name, n in found.items() if n >= _OFTEN or any(own.startswith(f"{name} ") for own in names)}
        learnt = {name for name in often if len(name) > 1 and not lexicon.read(name).hits}
        self.names = tuple(sorted({*names, *learnt} - {""}, key=lambda name: (-len(name), name)))
        joined = "|".join(re.escape(fold(name)) for name in self.names)
        brought = {name for name in _brought(text) if lexicon.read(name).hits.keys() <= _WORKS}
        theirs = "|".join(map(re.escape, sorted(brought, key=lambda name: (-len(name), name))))
        self._brought = re.compile(rf"\b(?:(?:your|their|the|any|such|all) )?(?:{theirs})\b") if theirs else None
        self._names = re.compile(rf"(?<!\w)(?:{joined})('s)?(?!\w)", re.IGNORECASE) if joined else None
        self._plainly = tuple(fold(name).casefold() for name in self.names)

    def plain(self, text: str) -> str:
        """The text with "we" for the platform, "our" for its genitive, and "your content" for what people bring."""
        text = LABEL.sub("", fold(text))
        text = self._brought.sub("your content", text) if self._brought else text
        plain = text.casefold()
        if self._names is None or not any(name in plain for name in self._plainly):
            return text
        return self._names.sub(lambda m: "our" if m[1] else "we", text)


def _brought(text: str) -> Iterator[str]:
    """What the document calls works, where it says beside a definition that people upload or post them."""
    for named in _NAMED.finditer(text):
        if _BRINGING.search(text, max(named.start() - _LONGEST_BRINGING, 0), named.start()):
            yield named[1]
