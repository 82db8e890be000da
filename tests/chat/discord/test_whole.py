"""All that Clausebell says, drawn whole: every limit, every hostile string, every language, no quote lost unsaid.

The hostile strings stand wherever something fetched, typed or named by a server can: in clauses, headings, titles of
news, texts of the catalogue, searches, names of roles and channels.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.ask.desk import COMMANDS
from bot.ask.presses import read, write
from bot.chat.discord.markup import clean
from bot.chat.discord.poster import _name
from bot.chat.discord.views import asking, drawn
from bot.errors import BadOption, Blocked, Lack, NotAllowed, UnknownPlatform
from bot.model.change import Change, Edit, EditKind, Finding, Span
from bot.model.guidance import AiTraining, OptOut, Statement
from bot.model.hit import Hit, Hits
from bot.model.message import Action, Choice, Message, Pick, Quotation
from bot.model.platform import Platform
from bot.model.story import Story
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.model.topic import Direction, Severity, Topic
from bot.model.version import Clause, DocumentKey
from bot.read.marks import marks
from bot.wording import admin, announcement, answers, card, errors, later, watches
from bot.wording.language import Language, load_languages
from tests.chat.discord.hostile import HOSTILE
from tests.fakes.discord import COMPONENTS_V2, limits, markdown
from tests.fakes.discord.limits import walk
from tests.fakes.tunegarden import TUNEGARDEN

LANGUAGES = [*load_languages().of(ChatName.DISCORD)]
SPOKEN = card.Spoken([Choice(language.say("language-name"), language.code) for language in LANGUAGES], "de")
QUICKLY = (Phase.explicit, Phase.reuse, Phase.generate)
"""What fails here is long, and would be made shorter for minutes."""
DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
SNOWFLAKE = "1" * 20
OURS = {"strong", "underlined", "struck", "emphasis", "quote", "list", "link", "mention", "time"}

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
    shown = card.Shown(offered, draw(st.integers(0, 9)), more=True, searched=draw(words)[:32])
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


def payload(message: Message, *, as_card: bool = False) -> dict[str, Any]:
    """The body of the request that posts it, as discord.py makes it."""
    made = drawn(message, COMMANDS, as_card=as_card)
    view = made.get("view")
    body: dict[str, Any] = {"content": made.get("content"), "components": view.to_components() if view else []}
    if "embed" in made:
        return {**body, "embeds": [made["embed"].to_dict()]}
    return {**body, "flags": COMPONENTS_V2}


def marked_up(body: dict[str, Any]) -> list[str]:
    """Every string of a body in which Discord reads mark-up."""
    found = [part["content"] for part in walk(body["components"]) if part["type"] == limits.TEXT_DISPLAY]
    for embed in body.get("embeds", []):
        found += [embed.get("title", ""), embed.get("description", "")]
        found += [text for field in embed.get("fields", []) for text in (field["name"], field["value"])]
    return found


@given(messages(), st.booleans())
@settings(max_examples=100, deadline=None, phases=QUICKLY)
def test_all_that_is_said(made: tuple[Message, Language], as_card: bool) -> None:  # noqa: FBT001 (drawn)
    """Whatever it is and however it is drawn: within every limit, and nothing in it is active but our own marks."""
    message, _ = made
    body = payload(message, as_card=as_card)
    assert limits.check_message(body) == []
    for markup in marked_up(body):
        active = markdown.styles(markup)
        assert {style for style in active if not style.startswith("to ")} <= OURS
        assert all(re.match(r"to https://(clause|x)\.example|to https://tunegarden\.test", s) for s in active - OURS)
        assert set(re.findall(r"(?<!\\)<[@#][^>]*>", markup)) <= {f"<#{SNOWFLAKE}>"}
        times = {piece.text for piece in markdown.read(markup) if "time" in piece.styles}
        assert times <= {f"<t:{DAY.timestamp():.0f}:D>"}
    assert 1 <= len(_name(message)) <= 100


@given(messages(), st.booleans())
@settings(max_examples=50, deadline=None, phases=QUICKLY)
def test_quotes_are_whole_or_said_to_be_cut(
    made: tuple[Message, Language],
    as_card: bool,  # noqa: FBT001 (drawn)
) -> None:
    """Every quotation is there word for word, or one ends in "…", or some are counted as left out."""
    message, _ = made
    shown = [markdown.seen(markup) for markup in marked_up(payload(message, as_card=as_card))]
    quotes = [clean("".join(span.text for span in part.spans)) for part in message.parts if isinstance(part, Quotation)]
    for quote in filter(None, quotes):
        assert any(quote in text for text in shown) or any("…" in text for text in shown)


@given(messages())
@settings(max_examples=40, deadline=None, phases=QUICKLY)
def test_what_is_offered_can_be_pressed(made: tuple[Message, Language]) -> None:
    """Every button and menu that is drawn carries a command of ours; what asks for a word gets its form."""
    message, language = made
    body = payload(message)
    for part in walk(body["components"]):
        if "custom_id" in part:
            press = read(part["custom_id"], COMMANDS)
            assert press is not None
            if press.asks and part["type"] == limits.BUTTON:
                assert limits.check_modal(asking(press, part["custom_id"], language).to_dict()) == []
    offered: list[Action | Pick] = [*message.actions, *message.picks]
    drawable = {key for offer in offered if len(key := write(offer, COMMANDS)) <= limits.CUSTOM_ID}
    assert len([part for part in walk(body["components"]) if "custom_id" in part]) == min(
        len(drawable), 25 + len(message.picks)
    )


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_no_button_is_cut(language: Language) -> None:
    """Labels, names of menus and of forms are short enough in every language to be read whole."""
    row = Subscription(Destination(ChatName.DISCORD, SNOWFLAKE, SNOWFLAKE), (Watch("all"),))
    shown = card.Shown([Choice("x", "x")], 1, more=True)
    bodies: Sequence[Message] = [
        card.welcome(0, "https://x.example/privacy", language),
        card.settings(row, shown, {"all": "x"}, SPOKEN, [], language),
        card.settings(replace(row, paused=True), shown, {"all": "x"}, SPOKEN, [], language),
        admin.erase([row], language),
        errors.closed(row, "x", language),
    ]
    for message in bodies:
        for part in walk(payload(message)["components"]):
            drawn_words = [part.get("label"), part.get("placeholder"), *(o["label"] for o in part.get("options") or ())]
            assert not any("…" in text for text in drawn_words if text)
            press = read(part["custom_id"], COMMANDS) if "custom_id" in part else None
            if press and press.asks and part["type"] == limits.BUTTON:
                assert "…" not in asking(press, part["custom_id"], language).title
