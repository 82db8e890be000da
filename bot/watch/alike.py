"""Two versions of a page read the same way: what differs between them then is the text, not our reading of it."""

from collections.abc import Sequence

from bot.errors import SourceError
from bot.model.change import Edit
from bot.model.version import Snapshot, Version
from bot.watch.look import Case


def alike(old: Version, new: Version) -> bool:
    """Whether both were cut out by the same rules and selectors, each of which matched in both or in neither."""
    return (old.extractor, old.fallback) == (new.extractor, new.fallback)


def read_alike(case: Case, old: Version, raw: Snapshot | None, new: Version) -> tuple[Version, Version]:
    """Both versions, read alike where that can be done. `raw` is the page that `old` was read from, where it is kept.

    The old page is read by what is declared now. Where that matches in one of the two pages only, both are read by
    their main content; the declared parts serve again from the next text on.
    """
    if alike(old, new) or raw is None or raw.body is None or raw.media_type != case.snapshot.media_type:
        return old, new
    try:
        again = case.page(raw).read()
        if alike(again, new):
            return again, new
        return case.page(raw, plainly=True).read(), case.page(case.snapshot, plainly=True).read()
    except SourceError:  # the old page shows no text when it is read so
        return old, new


def in_the_text(edits: Sequence[Edit], old: Version, new: Version) -> tuple[Edit, ...]:
    """The edits that two readings cannot have made: all where they are alike, else only what was added whole.

    A page and its archive record part and dress the same sentences differently, and each leaves out what it takes for
    furniture; that a clause of the document is in neither dress in the older one is no matter of reading.
    """
    return tuple(edits) if alike(old, new) else tuple(edit for edit in edits if edit.kind == "added")
