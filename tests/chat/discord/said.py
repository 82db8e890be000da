"""All that Clausebell says in Discord, with hostile strings wherever something fetched, typed or named can stand.

That is in clauses, headings, titles of news, texts of the catalogue, searches, names of roles and channels.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from bot.ask.choices import searched
from bot.chat.discord.markup import clean
from bot.errors import BadOption, Blocked, Lack, NotAllowed, UnknownPlatform
from bot.model.change import Change, Edit, EditKind, Finding, Span
from bot.model.guidance import AiTraining, OptOut, Statement
from bot.model.hit import Hit, Hits
from bot.model.message import Choice, Message
from bot.model.platform import Platform
from bot.model.story import Story
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.model.topic import Direction, Severity, Topic
from bot.model.version import Clause, DocumentKey
from bot.read.marks import marks
from bot.wording import admin, announcement, answers, card, errors, later, watches
from bot.wording.language import Language, load_languages
from tests.chat.discord.hostile import HOSTILE
from tests.fakes.tunegarden import TUNEGARDEN

LANGUAGES = [*load_languages().of(ChatName.DISCORD)]
SPOKEN = card.Spoken([Choice(language.say("language-name"), language.code) for language in LANGUAGES], "de")
DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
SNOWFLAKE = "1" * 20

Said = Callable[[Language], Message]

hostile = st.sampled_from(HOSTILE)
words = st.one_of(
    hostile,
    st.lists(hostile, max_size=4).map(" ".join),
    st.lists(hostile, min_size=20, max_size=60).map(" ".join),
    st.tuples(st.sampled_from(["word ", "x", "*_", "〜 "]), st.integers(1, 3000)).map(lambda t: t[0] * t[1]),
)
present = words.filter(lambda text: bool(clean(text)))
names = present.map(lambda text: text[:60]).filter(lambda text: bool(clean(text)))
addresses = st.sampled_from(
    ["https://clause.example/a?b=c#d", "https://x.example/" + "long/" * 60, "https://x.example"]
)
topics = st.sampled_from(Topic)
clauses = st.builds(Clause, present, st.lists(words, max_size=3).map(tuple))
kinds: st.SearchStrategy[EditKind] = st.sampled_from(["added", "removed", "reworded"])


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """A clause that came, went or was reworded."""
    kind = draw(kinds)
    before = None if kind == "added" else draw(clauses)
    return Edit(kind, before, None if kind == "removed" else draw(clauses))


findings = st.builds(
    Finding,
    topics,
    present,
    side=st.sampled_from(["before", "after"]),
    direction=st.one_of(st.none(), st.sampled_from(Direction)),
    was=st.one_of(st.none(), present),
    exceptions=st.lists(present, max_size=2).map(tuple),
)
changes = st.builds(
    Change,
    id=st.just("0123456789abcdef"),
    document=st.just(DocumentKey("tunegarden", "terms")),
    document_type=present,
    url=addresses,
    observed_at=st.just(DAY),
    severity=st.sampled_from(Severity),
    findings=st.lists(findings, max_size=6).map(tuple),
    edits=st.lists(edits(), max_size=9).map(tuple),
    effective=st.sampled_from([None, date(2026, 4, 1)]),
    silent=st.booleans(),
    reverts=st.sampled_from([None, "another"]),
)


@st.composite
def platforms(draw: st.DrawFn) -> Platform:
    """A platform whose facts are hostile."""
    ai = AiTraining(own_models="opt_out", scope=draw(words), exempt=draw(words), basis="terms", as_of="2026-02-01")
    way = OptOut(
        kind="account_toggle",
        available="yes",
        steps=draw(st.lists(present, min_size=1, max_size=9)),
        url=draw(addresses),
        deadline=draw(st.sampled_from([None, date(2026, 5, 1)])),
        caveats=draw(words),
        as_of="2026-02-01",
    )
    said = [
        Statement(who=draw(present), when="2026-02-02", claim=draw(present)) for _ in range(draw(st.integers(0, 4)))
    ]
    documents = [
        document.model_copy(update={"type": draw(names), "id": f"terms{n}"})
        for n, document in enumerate(TUNEGARDEN.documents * draw(st.integers(1, 6)))
    ]
    more = {"name": draw(names), "ai_training": ai, "opt_out": way, "statements": said, "documents": documents}
    return TUNEGARDEN.model_copy(update=more)


def announced(draw: st.DrawFn) -> list[Said]:
    """All that is said of a change."""
    change, platform = draw(changes), draw(platforms())
    page = draw(st.integers(0, 3))
    return [
        lambda language: announcement.change(change, platform, language, marks=marks),
        lambda language: announcement.passages(change, platform, language, page, marks=marks),
        lambda language: announcement.detail(change, platform, language, marks=marks),
        lambda language: later.reminder(change, platform, language),
        lambda language: later.amended(
            announcement.change(change, platform, language, marks=marks), [later.taken_back(change, language)]
        ),
        lambda language: later.digest(
            [later.of_change(change, platform, language)] * draw(st.integers(1, 40)), language, rest=draw(st.booleans())
        ),
        lambda language: admin.sample(announcement.change(change, platform, language, marks=marks), language),
    ]


def answered(draw: st.DrawFn) -> list[Said]:
    """All that is answered about a platform."""
    change, platform = draw(changes), draw(platforms())
    document = platform.documents[0].id
    hits = [
        Hit(document, draw(clauses), tuple(draw(st.lists(st.builds(Span, present), min_size=1, max_size=4))))
        for _ in range(draw(st.integers(0, 5)))
    ]
    found = Hits(tuple(draw(st.lists(present, min_size=1, max_size=4))), tuple(hits), len(hits))
    read_at = {one.id: DAY for one in platform.documents}
    asked = answers.Asked(platform, draw(topics), 90)
    many = [(change, platform)] * draw(st.integers(0, 12))
    return [
        lambda language: answers.policy(platform, [change] * 3, read_at, language),
        lambda language: answers.optout(platform, language),
        lambda language: answers.found(platform, hits=found, read=read_at, language=language),
        lambda language: answers.changes(many, asked, draw(st.integers(0, 3)), language),
    ]


def set_up(draw: st.DrawFn) -> list[Said]:
    """All that is said to admins."""
    platform = draw(platforms())
    lacks = [Lack("send_messages"), Lack("role", draw(words)), Lack("tag")]
    lines = tuple(Watch(f"{n}", frozenset(Topic), mention=SNOWFLAKE) for n in range(draw(st.integers(0, 40))))
    row = Subscription(
        Destination(ChatName.DISCORD, SNOWFLAKE, SNOWFLAKE),
        lines,
        mention=SNOWFLAKE,
        text=draw(words)[:200],
        paused=draw(st.booleans()),
        blocked=draw(st.one_of(st.none(), present)),
        lacks=tuple(lacks),
        closed=draw(st.sampled_from(["", *HOSTILE])),
    )
    named = {watch.target: draw(names) for watch in lines}
    offered = [Choice(draw(names), f"{n}") for n in range(draw(st.integers(1, 25)))]
    shown = card.Shown(offered, draw(st.integers(0, 9)), more=True, searched=searched({"search": draw(words)}))
    state = watches.Health(platform, DAY, None, [watches.Trouble(draw(present), draw(words), 3)])
    blocked = Blocked("Send Messages missing", lacks=lacks)
    typed = draw(words)
    return [
        lambda language: card.welcome(3, "https://x.example/privacy", language),
        lambda language: card.settings(row, shown, named, SPOKEN, lacks, language),
        lambda language: card.moving(row, language),
        lambda language: admin.not_tested(row.destination, blocked, language),
        lambda language: admin.privacy([row], ChatName.DISCORD, "https://x.example/privacy", language),
        lambda language: admin.erase([row] * 3, language),
        lambda language: watches.watching(row, Watch("x"), platform.name, lacks, language),
        lambda language: watches.with_trouble(watches.listing([row] * 30, named, [state], language), [row], language),
        lambda language: errors.blocked(row, language),
        lambda language: errors.closed(row, row.closed, language),
        lambda language: errors.sentence(UnknownPlatform(typed, ["tunegarden"]), language, names={"tunegarden": typed}),
        lambda language: errors.sentence(BadOption("topics", typed, [typed] * 40), language),
        lambda language: errors.sentence(NotAllowed("manage_server"), language),
    ]


def told(draw: st.DrawFn) -> list[Said]:
    """All that is said of the news."""
    story = Story("s", ("tunegarden",), (draw(topics),), draw(present), draw(addresses), draw(present), DAY, DAY)
    platform = draw(names)
    return [
        lambda language: announcement.story(story, [platform], language),
        lambda language: later.digest([later.of_story(story, language)] * 3, language),
    ]


@st.composite
def messages(draw: st.DrawFn) -> tuple[Message, Language]:
    """One of all things that are said, in one of the languages."""
    language = draw(st.sampled_from(LANGUAGES))
    said = [announced, answered, set_up, told][draw(st.integers(0, 3))](draw)
    return said[draw(st.integers(0, len(said) - 1))](language), language
