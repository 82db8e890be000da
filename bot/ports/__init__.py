"""What the stages need of the world, as protocols whose docstrings say what is guaranteed.

The Redis adapters are in `bot/store`, those of the chats in `bot/chat`. Every method that talks to Redis may raise
`StoreUnavailable`. `claim…` hands work to one worker at a time under a lease; whoever works longer renews it, and
whoever lost it is told so (`LeaseLost`, or False) and changes nothing.
"""

from bot.ports.communities import Amended, Amendment, Installs, Once, Spaces, Subscriptions
from bot.ports.delivering import (
    PLAINLY,
    Backlog,
    Deliveries,
    Outbox,
    Poster,
    Posters,
    Telegraph,
    Telegraphs,
    Ticket,
    Turns,
    Wait,
)
from bot.ports.watching import (
    Candidate,
    Claim,
    Clock,
    Documents,
    DocumentState,
    Feeds,
    Fetcher,
    Held,
    News,
    Schedule,
    Step,
)

__all__ = [
    "PLAINLY",
    "Amended",
    "Amendment",
    "Backlog",
    "Candidate",
    "Claim",
    "Clock",
    "Deliveries",
    "DocumentState",
    "Documents",
    "Feeds",
    "Fetcher",
    "Held",
    "Installs",
    "News",
    "Once",
    "Outbox",
    "Poster",
    "Posters",
    "Schedule",
    "Spaces",
    "Step",
    "Subscriptions",
    "Telegraph",
    "Telegraphs",
    "Ticket",
    "Turns",
    "Wait",
]
