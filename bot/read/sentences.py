"""Sentences of a clause, and the short digests by which a platform's sentences are remembered."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sentencex import segment

from bot.model.version import words_of

_LONGEST = 20_000  # characters from which a text without sentences is cut at white space
_ENDS = re.compile(r"[.!?;:。！？；]")
_WHERE_TO_CUT = re.compile(r"[.!?;:](?= )|[。！？；]")
_INITIAL, _INITIAL_END = re.compile(r"[A-Z]\."), re.compile(r"\b[A-Z]\.$")
_LISTED = re.compile(r"(?<=[;])\s+(?=\(?[a-z0-9ivx]{1,4}[).]\s)")
# An end that the segmenter overlooks, as it does after "(v)": a word of three letters or more that is no abbreviation.
_OVERLOOKED = re.compile(r"\b([^\W\d_]{4,}|[a-z]{3})\)?[.!?]\s+(?=[A-Z][\w']* \w)")
_STOPPED = re.compile(r"[.!?]\s+[A-Z]")  # what every such end holds: a quick look before that for the word
_ABBREVIATED = frozenset(
    """approx appx art arts cit corp dept div esp est etc evtl bspw fig figs ggf incl inkl max messrs min nos para paras
    prof resp sec secs seq tel usw vgl vol vols zzgl abs bzw""".split()  # noqa: SIM905 - a list of words
)


@lru_cache(maxsize=16_384)
def _split(text: str, language: str) -> tuple[str, ...]:
    text = _encodable(text)
    if not _ENDS.search(text, 0, len(text) - 1):
        return (text,)
    pieces = _whole_initials((piece.strip() for piece in segment(language, text)), text)
    wholes = (whole for piece in pieces if piece for whole in _overlooked(piece))
    return tuple(part for whole in wholes for part in (_LISTED.split(whole) if ";" in whole else (whole,)))


def _overlooked(piece: str) -> Iterator[str]:
    """The sentences of a piece in which an end was overlooked."""
    start = 0
    for match in _OVERLOOKED.finditer(piece) if _STOPPED.search(piece) else ():
        if match[1].casefold() not in _ABBREVIATED:
            yield piece[start : match.end()].rstrip()
            start = match.end()
    yield piece[start:]


def _whole_initials(pieces: Iterable[str], text: str) -> Iterator[str]:
    """The pieces, those put together again that were cut inside initials: "EU-U.", "S. citizens"."""
    last = ""
    for piece in pieces:
        if last[-1:] == "." and _INITIAL_END.search(last[-3:]) and _INITIAL.match(piece) and last + piece in text:
            last += piece
        else:
            yield last
            last = piece
    yield last


def split(text: str, language: str = "en") -> list[str]:
    """Sentences of one clause, in order, each a verbatim stretch of it; numbered parts of a list in a line come apart.

    Text that no sentence ends in comes back whole. What is longer than 20,000 characters is cut behind a sentence,
    at white space where there is none.
    """
    text = text.strip()
    if len(text) <= _LONGEST:
        return [*_split(text, language)] if text else []
    return [sentence for chunk in _chunks(text) if chunk for sentence in _split(chunk, language)]


def _encodable(text: str) -> str:
    """The text without lone surrogates, which no library takes."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _chunks(text: str) -> list[str]:
    chunks = []
    start = 0
    while start < len(text):
        end = min(start + _LONGEST, len(text))
        if end < len(text):
            stops = [match.end() for match in _WHERE_TO_CUT.finditer(text, start, end)]
            end = stops[-1] if stops else text.rfind(" ", start, end) + 1 or end
        chunks.append(text[start:end].strip())
        start = end
    return chunks


@lru_cache(maxsize=4096)
def digest(sentence: str) -> bytes:
    """Eight bytes of the folded words without case and punctuation: equal for sentences that say the same words."""
    words = " ".join(words_of(sentence))
    words = words.replace("'", " ") if "'" in words else words
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def went(of: bytes, times: int) -> bytes:
    """The mark, of the size of a digest, by which a memory keeps that a sentence was told as gone so many times."""
    return hashlib.blake2b(of, digest_size=8, salt=times.to_bytes(1, "big")).digest()
