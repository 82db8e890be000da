"""News: entries of feeds, and the stories that they tell."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.topic import Topic


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, as plain text. `ids` are its identities, strongest first: guid, canonical link, title.

    `published` is shown, never used to tell entries apart (feeds re-date what they hold; see docs/decisions).
    """

    feed: str
    ids: tuple[str, ...]
    title: str
    link: str
    summary: str = ""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Triage:
    """What `read.triage` makes of a headline: is it about a policy change, of which platforms, on what topics.

    `score` runs from 0 to 1; `policy_change` is `score` at or above the threshold.
    """

    policy_change: bool
    platforms: tuple[str, ...]
    topics: tuple[Topic, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Story:
    """A news entry that names a platform and a policy change. `source` is the publisher's name, for people."""

    id: str
    platforms: tuple[str, ...]
    topics: tuple[Topic, ...]
    title: str
    link: str
    source: str
    seen_at: datetime
    published: datetime | None = None
