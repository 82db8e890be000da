"""What changed between two wordings of a clause, word by word."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Indel

from bot.model.change import Span
from bot.model.version import LETTER, SIGNS, fold

_INVISIBLE = "\u200b"
_PIECE = re.compile(rf"{SIGNS}|{LETTER}+(?:['’]{LETTER}+)?|\s+|[^\w\s]|_")
_LONGEST = 4000  # pieces from which the differing middle is marked whole


def marks(before: str, after: str) -> tuple[Span, ...]:
    """Word-level difference: `same` and `removed` spans make up `before`, `same` and `added` spans `after`.

    Stretches are aligned on folded words: kinds of quotation marks and spaces are no difference, and `same` spans
    show the text as it stands in `after`.
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    keys_old, keys_new = [_mark_key(p) for p in old], [_mark_key(p) for p in new]
    head, tail = _ends(keys_old, keys_new)
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    spans = [Span("".join(new[:head]))]
    if max(len(middle_old), len(middle_new)) > _LONGEST:
        spans += [Span("".join(middle_old), "removed"), Span("".join(middle_new), "added")]
    else:
        rows = Indel.opcodes(keys_old[head : len(old) - tail], keys_new[head : len(new) - tail])
        for row in rows:
            was, now = (
                "".join(middle_old[row.src_start : row.src_end]),
                "".join(middle_new[row.dest_start : row.dest_end]),
            )
            spans += [Span(now)] if row.tag == "equal" else [Span(was, "removed"), Span(now, "added")]
    spans.append(Span("".join(new[len(new) - tail :])))
    return _joined(spans)


def _mark_key(piece: str) -> str:
    """What a piece is aligned by. rapidfuzz takes an empty text for the sign U+0000, so none is empty."""
    return " " if piece.isspace() else fold(piece) or _INVISIBLE


def _ends(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """Lengths of the beginning and of the end that both share."""
    most = min(len(a), len(b))
    head = next((n for n in range(most) if a[n] != b[n]), most)
    tail = next((n for n in range(most - head) if a[-1 - n] != b[-1 - n]), most - head)
    return head, tail


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Without empty ones; a run of changes holds at most one removed and one added stretch, apart by words only."""
    out: list[Span] = []
    removed = added = ""
    pending = [*spans, Span("\0")]
    for n, span in enumerate(pending):
        last = n == len(pending) - 1
        if span.mark == "removed":
            removed += span.text
        elif span.mark == "added":
            added += span.text
        elif span.text.isspace() and (removed or added) and n + 1 < len(pending) - 1:
            removed, added = removed + span.text, added + span.text
        elif span.text:
            out += [Span(t, m) for t, m in ((removed, "removed"), (added, "added")) if t]  # type: ignore[arg-type]
            removed = added = ""
            if not last:
                out.append(span)
    return tuple(out)
