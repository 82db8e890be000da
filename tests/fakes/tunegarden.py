"""A made-up platform and what happens to it, for tests of every room."""

from datetime import UTC, date, datetime

from bot.model.change import Change, Edit, Finding, change_id
from bot.model.guidance import AiTraining, OptOut, Statement
from bot.model.platform import Catalogue, Document, Platform
from bot.model.story import Story
from bot.model.topic import Direction, Severity, Topic
from bot.model.version import Clause, DocumentKey

QUOTE = "You agree that we may use your uploads to train artificial intelligence models."
EXEMPT = "Music delivered under a separate agreement is not used in that way."

TUNEGARDEN = Platform(
    id="tunegarden",
    name="Tunegarden",
    aliases=["tune garden"],
    categories=["music"],
    homepage="https://tunegarden.test",
    documents=[Document(id="terms", type="Terms of Service", url="https://tunegarden.test/terms")],
    ai_training=AiTraining(
        own_models="allowed", scope="All uploads.", exempt="Label music.", basis="terms", as_of="2026-02-01"
    ),
    opt_out=OptOut(kind="none", available="no", as_of="2026-02-01"),
    statements=[Statement(who="a spokesperson", when="2026-02-02", claim="Uploads were never used.")],
)
INKWELL = Platform(
    id="inkwell",
    name="Inkwell",
    categories=["art"],
    homepage="https://inkwell.test",
    documents=[Document(id="privacy", type="Privacy Policy", url="https://inkwell.test/privacy")],
)
CATALOGUE = Catalogue([TUNEGARDEN, INKWELL])


def change(quote: str = QUOTE, *, platform: str = "tunegarden", severity: Severity = Severity.CRITICAL) -> Change:
    """A change of the terms that added this sentence."""
    edits = (Edit("added", None, Clause(quote, ("Your uploads",))),)
    return Change(
        id=change_id(platform, edits),
        document=DocumentKey(platform, "terms"),
        document_type="Terms of Service",
        url="https://tunegarden.test/terms",
        observed_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
        severity=severity,
        findings=(
            Finding(Topic.AI_TRAINING, quote, direction=Direction.INTRODUCED, exceptions=(EXEMPT,), why="frame"),
        ),
        edits=edits,
        effective=date(2026, 4, 1),
        after_fingerprint="after",
        before_fingerprint="before",
    )


def story(title: str = "Tunegarden lets itself train AI on uploads") -> Story:
    """A news entry about it."""
    return Story(
        id=f"story-{abs(hash(title)) % 10**8}",
        platforms=("tunegarden",),
        topics=(Topic.AI_TRAINING,),
        title=title,
        link="https://news.test/tunegarden",
        source="Music Desk",
        seen_at=datetime(2026, 3, 2, tzinfo=UTC),
    )
