"""Lists that are typed, not marked up: paragraphs that begin with "(a)", "ii.", "1)" or a bullet."""

import re

BULLET = re.compile(r"(?:[•·●○▪■□◦‣⁃➢➤✓✔❖\uf0b7]|[-–—*](?=\s)|o(?=\s+[A-Z]))\s*")

_LABEL = re.compile(
    r"\((?:[a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)\s*|(?:[a-z]|[ivx]{2,5}|\d{1,2})\)\s+|(?:[a-z]|[ivx]{2,5})\.\s+"
)
_NUMBER = re.compile(r"\d{1,2}\.\s+")
_ROMAN = re.compile(r"[ivx]+", re.IGNORECASE)


def begins_item(text: str) -> bool:
    """Whether a line begins with a bullet or a label; neither begins with a capital."""
    return not text[:1].isupper() and bool(BULLET.match(text) or _LABEL.match(text))


class Labels:
    """The styles of label in use, outermost first: "(a)" within "1." within nothing."""

    def __init__(self) -> None:
        self._styles: list[str] = []
        self._last = ""

    def clear(self) -> None:
        """No list is open."""
        self._styles.clear()

    def read(self, text: str, *, after_colon: bool, after_item: bool) -> tuple[int, str] | None:
        """The depth of the item that a paragraph is, and its text (labels stay, bullets go); None where it is none.

        A plain "1." begins an item only after a colon; elsewhere it is the number of a section.
        """
        if text[:1].isupper():
            return None
        if bullet := BULLET.match(text):
            style, first, text = "•", not after_item, text[bullet.end() :]
        else:
            label = _LABEL.match(text)
            if not label and (after_colon or "1." in self._styles):
                label = _NUMBER.match(text)
            if not label:
                return None
            style, first = self._style(label.group().strip())
        if first and not after_item:
            self._styles.clear()
        if style in self._styles:
            del self._styles[self._styles.index(style) + 1 :]
        else:
            self._styles.append(style)
        return len(self._styles), text

    def _style(self, label: str) -> tuple[str, bool]:
        """How a label is written, as its first one ("(a)", "1.", "(i)"), and whether it is that first one."""
        core = label.strip("().")
        before, self._last = self._last, core
        first = "1" if core.isdigit() else "a" if core.islower() else "A"
        if not core.isdigit() and _ROMAN.fullmatch(core):
            one = "i" if core.islower() else "I"
            letters, romans = (label.replace(core, start) for start in (first, one))
            follows = letters in self._styles and len(core) == 1 and ord(core) == ord(before[-1:] or " ") + 1
            if not follows and (len(core) > 1 or core == one or romans in self._styles):
                first = one
        return label.replace(core, first), core == first
