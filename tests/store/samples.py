"""Made-up values that the store is given."""

from datetime import UTC, datetime

from bot.model.change import Change, Edit, Finding
from bot.model.delivery import Delivery, Subject
from bot.model.story import Entry, Story
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.model.topic import Direction, Severity, Topic
from bot.model.version import Clause, DocumentKey, Snapshot, Version
from bot.ports import DocumentState, Step

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TERMS = DocumentKey("tunegarden", "terms")
PRIVACY = DocumentKey("tunegarden", "privacy")


def version(*texts: str) -> Version:
    """A version of these paragraphs."""
    return Version(tuple(Clause(text, ("Your rights",)) for text in texts), extractor="1")


def snapshot(body: str) -> Snapshot:
    """A page as it was fetched."""
    return Snapshot("https://tunegarden.example/terms", NOON, body.encode(), etag='W/"1"')


def change(
    identity: str, before: Version, after: Version, *, document: DocumentKey = TERMS, at: datetime = NOON
) -> Change:
    """A change between two versions, with a finding."""
    text = after.clauses[-1].text
    return Change(
        id=identity,
        document=document,
        document_type="Terms of Service",
        url="https://tunegarden.example/terms",
        observed_at=at,
        severity=Severity.CRITICAL,
        findings=(Finding(Topic.AI_TRAINING, text, direction=Direction.INTRODUCED, exceptions=("except labels",)),),
        edits=(Edit("added", None, after.clauses[-1]),),
        before_fingerprint=before.fingerprint,
        after_fingerprint=after.fingerprint,
    )


def adopt(new: Version, *earlier: Version, told: Change | None = None, raw: str | None = None) -> Step:
    """The step that adopts a version, after those that stood before it, newest first."""
    recent = ((new.fingerprint, told.id if told else ""), *((v.fingerprint, "") for v in earlier))
    state = DocumentState(fingerprint=new.fingerprint, extractor=new.extractor, recent=recent, checked_at=NOON)
    return Step(state, version=new, raw=snapshot(raw) if raw else None, change=told)


def entry(guid: str, link: str, title: str, *, feed: str = "gazette") -> Entry:
    """An entry of a feed."""
    return Entry(feed, (f"guid:{guid}", f"link:{link}", f"title:{title}"), title, link)


def story(identity: str) -> Story:
    """A story about Tunegarden."""
    return Story(
        identity,
        ("tunegarden",),
        (Topic.AI_TRAINING,),
        "Tunegarden rewrites its terms",
        "https://g.example/1",
        "G",
        NOON,
    )


def destination(channel: str, space: str = "100", chat: ChatName = ChatName.DISCORD) -> Destination:
    """A channel."""
    return Destination(chat, space, channel)


def delivery(channel: str, subject: str = "c1") -> Delivery:
    """A change for a channel."""
    return Delivery(Subject("change", subject), destination(channel))


def subscription(channel: str, *targets: str, space: str = "100") -> Subscription:
    """What a channel wants."""
    return Subscription(destination(channel, space), tuple(Watch(target) for target in targets), by="7")
