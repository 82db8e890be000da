"""A PDF to blocks of text, in a process that can be killed: what is in such a file never runs in ours."""

import json
import signal
import subprocess
from typing import NamedTuple

from bot.errors import SourceError
from bot.model.version import Snapshot
from bot.watch.apart import command, environment
from bot.watch.outline import Block

EDITION = "pdf/2"
MEDIA_TYPE = "application/pdf"

_SIGNATURE = b"%PDF-"
_SIGNED_WITHIN = 1024  # bytes; readers look no further (ISO 32000-1, annex H.3)
_END, _ENDS_WITHIN = b"%%EOF", 2048
_SECONDS = 20
_START = 40  # seconds more for the process to start on a busy machine
_MEMORY = 1 << 30  # bytes
_PAGES = 600
_OUT_OF_TIME = {-signal.SIGXCPU, -signal.SIGKILL}
_ELSE = "Name a web page, or an archive record of it, as the source."
_REASONS = {
    "encrypted": ("is locked with a password.", True, _ELSE),
    "scanned": ("holds pictures of pages and no text.", True, _ELSE),
    "garbled": ("does not say which letters it shows.", True, _ELSE),
    "broken": ("is no whole PDF.", False, "It is fetched again; if it stays so, name another source."),
    "too many pages": (f"has more than {_PAGES} pages.", True, _ELSE),
    "too long": ("holds more than three million characters.", True, _ELSE),
    "timeout": ("took too long to read.", False, _ELSE),
}


class Typed(NamedTuple):
    """What a PDF says: its blocks, and the title that its maker gave it."""

    blocks: list[Block]
    title: str


def is_pdf(snapshot: Snapshot) -> bool:
    """Whether this is a PDF, by its media type or by its signature."""
    body = snapshot.body or b""
    return (
        snapshot.media_type == MEDIA_TYPE
        or body.lstrip().startswith(_SIGNATURE)
        or (snapshot.media_type == "application/octet-stream" and _SIGNATURE in body[:_SIGNED_WITHIN])
    )


def read_pdf(snapshot: Snapshot, *, seconds: int = _SECONDS) -> Typed:
    """What a PDF says. Waits for another process, `seconds` of its work at most: call it from a thread.

    Raises `SourceError`: `pdf encrypted`, `pdf scanned` (no text), `pdf garbled` (type without meaning), `pdf broken`,
    `pdf too many pages`, `pdf too long`, `pdf timeout`.
    """
    body = snapshot.body or b""
    if _SIGNATURE not in body[:_SIGNED_WITHIN] or _END not in body[-_ENDS_WITHIN:]:
        raise _failure(snapshot, "broken")
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command("bot.watch.glyphs", str(seconds), str(_MEMORY), str(_PAGES)),
            env=environment(),
            input=body,
            capture_output=True,
            timeout=seconds + _START,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired as error:
        raise _failure(snapshot, "timeout") from error
    if done.returncode:
        raise _failure(snapshot, "timeout" if done.returncode in _OUT_OF_TIME else "broken")
    answer = json.loads(done.stdout)
    if "reason" in answer:
        raise _failure(snapshot, answer["reason"])
    return Typed([Block(*block) for block in answer["blocks"]], answer["title"])


def _failure(snapshot: Snapshot, reason: str) -> SourceError:
    what, permanent, remedy = _REASONS[reason]
    return SourceError(f"pdf {reason}", f"{snapshot.url} {what}", permanent=permanent, remedy=remedy)
