"""What a search in a platform's current documents brought up."""

from dataclasses import dataclass

from bot.model.change import Span
from bot.model.version import Clause


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that holds what was looked for.

    `document` is the id within the platform. `spans` make up the stretch that is quoted, verbatim, the words found
    marked as `added`; `before` and `after` say whether the clause goes on there.
    """

    document: str
    clause: Clause
    spans: tuple[Span, ...]
    before: bool = False
    after: bool = False

    @property
    def text(self) -> str:
        """The stretch that is quoted."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Hits:
    """The best clauses, best first, of `count` in all. Each holds all of the `words`, or some where not `all_words`."""

    words: tuple[str, ...]
    best: tuple[Hit, ...] = ()
    count: int = 0
    all_words: bool = True
