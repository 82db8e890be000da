"""What was fetched (snapshot), what it says (version), and its unit of comparison (clause)."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Literal, NamedTuple, Self

ClauseKind = Literal["heading", "paragraph", "item", "row"]

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
)
_TYPOGRAPHY = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_FOLDED = re.compile(f"[{_INVISIBLE}{''.join(_TYPOGRAPHY)}]")
# Where words are written without spaces, the kind of sign tells them apart: hiragana, katakana, Chinese characters.
SIGNS = r"[\u3041-\u309f]+|[\u30a1-\u30ff]+|[\u3400-\u9fff\uf900-\ufaff々]+"
LETTER = r"[^\W_\u3041-\u309f\u30a1-\u30ff\u3400-\u9fff\uf900-\ufaff々]"
_WORD = re.compile(rf"{SIGNS}|{LETTER}+(?:'{LETTER}+)?")
# Bytes are put in place of others five times as fast as signs.
_PARTED = bytes(n if chr(n).isalnum() or chr(n) == "'" else ord(" ") for n in range(128)) + bytes(128)
_FREQUENT = (("’", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "), ("–", "-"), ("—", "-"), ("‘", "'"))


class DocumentKey(NamedTuple):
    """Names one watched document, e.g. `soundcloud/terms`."""

    platform: str
    document: str

    def __str__(self) -> str:
        return f"{self.platform}/{self.document}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `platform/document`; raises `ValueError` where the slash is missing."""
        platform, document = text.split("/", 1)
        return cls(platform, document)


@dataclass(frozen=True)  # without slots, for what is worked out once
class Snapshot:
    """What a source gave us: the raw bytes and what is needed to ask again cheaply.

    `body` is decompressed; `None` means that the server said "not modified" (304).
    `etag` and `last_modified` go back verbatim (RFC 9110 §13.1), the `W/` of a weak ETag included.
    """

    url: str
    fetched_at: datetime
    body: bytes | None
    media_type: str = "text/html"
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    status: int = 200

    @cached_property
    def digest(self) -> str:
        """Hash of the raw body, for "the same bytes as last time"; empty for a 304."""
        return "" if self.body is None else hashlib.blake2b(self.body, digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Clause:
    """A heading, paragraph, list item or table row, with the way to it.

    `path`: the headings above it, outermost first. `lead`: the sentences that introduce the lists it stands in,
    outermost first ("You may not:"); an item takes its polarity from them. `text` is as a person reads it: mark-up
    removed, white space collapsed, nothing else altered, so that a quote from it can be found on the page.
    """

    text: str
    path: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    kind: ClauseKind = "paragraph"


@dataclass(frozen=True, slots=True)
class Version:
    """The clauses of a document at one moment.

    `extractor` names how they were cut out of the page (rules' edition and selector); when two versions differ in
    it, a difference in text may be ours (a technical upgrade) and not the platform's. `fallback` is set where the
    declared selector no longer matched. `title` is the page's own.
    """

    clauses: tuple[Clause, ...]
    extractor: str
    title: str = ""
    fallback: bool = False
    fingerprint: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fingerprint", fingerprint(self.clauses))

    @property
    def text(self) -> str:
        """All clauses, one a line."""
        return "\n".join(clause.text for clause in self.clauses)


def fold(text: str) -> str:
    """The text with everything removed that a reader cannot see or would not call a difference.

    Unicode compatibility forms (NFKC), invisible characters, kinds of quotation marks and dashes, and white space.
    Case stays: capitals can carry meaning ("Content" is a defined term).
    """
    text = _unified(text)
    # What is printable holds no white space but plain spaces, and most text no two of them in a row.
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


def _unified(text: str) -> str:
    """The text in one form of its characters. Most text has a few signs beyond ASCII, which are quickly replaced."""
    if text.isascii():
        return text
    for sign, plain in _FREQUENT:
        text = text.replace(sign, plain)
    if text.isascii():
        return text
    return _FOLDED.sub(lambda match: _TYPOGRAPHY.get(match.group(), ""), unicodedata.normalize("NFKC", text))


def words_of(text: str) -> list[str]:
    """The words of a text, folded and without case, numbers included; an apostrophe stays inside a word."""
    return split_words(_unified(text).casefold())


def split_words(text: str) -> list[str]:
    """The same of a text that is folded already. In ASCII, eight times as fast as by the pattern."""
    if not text.isascii():
        return _WORD.findall(text)
    parts = text.encode().translate(_PARTED).decode().split()
    if "'" not in text:
        return parts
    return [word for part in parts for word in (_WORD.findall(part) if "'" in part else (part,))]


def fingerprint(clauses: tuple[Clause, ...]) -> str:
    """Hash of the folded texts in their order: equal for versions that read the same."""
    lines = "".join([fold(clause.text) + "\n" for clause in clauses])
    return hashlib.blake2b(lines.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
