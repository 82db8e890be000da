"""What is answered to whom."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.ask.commands import Invocation
from bot.ask.presses import write
from bot.errors import Lack
from bot.model.change import Span
from bot.model.message import Action, Link, Paragraph, Quotation
from bot.model.subscription import ChatName, Destination, Watch
from bot.model.topic import Severity, Topic
from bot.model.version import Clause, DocumentKey, Version
from bot.ports import Candidate, DocumentState, Step
from bot.store.store import Store
from tests.ask.conftest import HERE, Counter
from tests.deliver.test_fanout import publish
from tests.fakes.tunegarden import change

ANYONE = Invocation(ChatName.DISCORD, "", "dm", "bob", options={"platform": "tunegarden"})


async def test_an_admin_watches_a_platform(counter: Counter) -> None:
    """The channel then wants all topics of the platform from minor up, and the answer names the platform."""
    answer = await counter.say("watch", platform="tune GARDEN")
    assert "Tunegarden" in answer
    subscription = await counter.chosen()
    assert subscription is not None
    assert subscription.watches == (Watch("tunegarden"),)
    assert subscription.by == "ada"


async def test_a_member_without_the_right_is_refused(counter: Counter) -> None:
    """Nothing is stored, and the answer says what is needed."""
    member = Invocation(ChatName.DISCORD, "guild", "general", "bob", options={"platform": "tunegarden"})
    assert "manage this server" in await counter.hear("watch", member)
    assert await counter.chosen() is None


async def test_admin_commands_need_a_server(counter: Counter) -> None:
    """In a direct message there is no channel to watch for."""
    alone = Invocation(ChatName.DISCORD, "", "general", "ada", admin=True, options={"platform": "tunegarden"})
    await counter.hear("watch", alone)
    assert await counter.chosen(Destination(ChatName.DISCORD, "", "general")) is None


async def test_a_watch_takes_topics_severity_channel_and_role(counter: Counter) -> None:
    """Each choice is kept as it was made."""
    await counter.say(
        "watch", platform="all", topics="AI training, arbitration_disputes", severity="major", channel="news", role="7"
    )
    subscription = await counter.chosen(replace_channel("news"))
    assert subscription is not None
    assert subscription.watches == (
        Watch("all", frozenset({Topic.AI_TRAINING, Topic.ARBITRATION_DISPUTES}), Severity.MAJOR, "7"),
    )


def replace_channel(channel: str) -> Destination:
    """The same guild, another channel."""
    return HERE._replace(channel=channel)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"platform": "tunegardn"}, "Tunegarden"),
        ({"platform": "tunegarden", "severity": "loud"}, "critical"),
        ({"platform": "tunegarden", "topics": "cats"}, "AI training"),
    ],
)
async def test_what_cannot_be_read_is_answered_with_what_can(
    counter: Counter, options: dict[str, str], told: str
) -> None:
    """A near miss names what was probably meant, a wrong value those that are taken; nothing is stored."""
    someone = Invocation(ChatName.DISCORD, "guild", "general", "ada", admin=True, options=options)
    assert told in await counter.hear("watch", someone)
    assert await counter.chosen() is None


async def test_a_near_miss_is_a_button_away(counter: Counter) -> None:
    """It gives the same command, with everything else that was ordered; where nothing comes near, there is none."""
    answer = await counter.ask("watch", platform="tunegardn", topics="ai_training", channel="news")
    given = {"platform": "tunegarden", "topics": "ai_training", "channel": "news"}
    assert answer.actions == (Action("Tunegarden", "watch", given),)
    assert [action.aloud for action in (await counter.ask("policy", platform="zzzz")).actions] == [True]


async def test_who_manages_may_reserve_choosing(counter: Counter) -> None:
    """Others are then told who can; who manages the place still may, and may open it again."""
    member = Invocation(ChatName.SLACK, "guild", "general", "bob", admin=True, options={"platform": "tunegarden"})
    assert "Only admins" in await counter.hear("reserve", member)
    await counter.say("reserve", chat=ChatName.SLACK, on="yes")
    assert "Only admins" in await counter.hear("watch", member)
    assert "now watches" in await counter.say("watch", chat=ChatName.SLACK, platform="inkwell")
    await counter.say("reserve", chat=ChatName.SLACK)
    assert "now watches" in await counter.hear("watch", member)


async def test_unwatching_the_last_platform_forgets_the_channel(counter: Counter) -> None:
    """A channel that wants nothing is not kept."""
    await counter.say("watch", platform="tunegarden")
    await counter.say("unwatch", platform="tunegarden")
    assert await counter.chosen() is None


async def test_a_channel_may_do_without_some_topics(counter: Counter) -> None:
    """The others go on, also where it was told of all; the line goes with the last of them."""
    await counter.say("watch", platform="inkwell")
    answer = await counter.say("unwatch", platform="inkwell", only="AI training, Advertising")
    assert "No longer watched at Inkwell: AI training, Advertising." in answer
    left = frozenset(Topic) - {Topic.AI_TRAINING, Topic.ADVERTISING}
    chosen = await counter.chosen()
    assert chosen is not None
    assert chosen.watches == (Watch("inkwell", left),)
    assert "Not watched at Inkwell: AI training." in await counter.say(
        "unwatch", platform="inkwell", only="ai_training"
    )
    assert "no longer watches Inkwell" in await counter.say("unwatch", platform="inkwell", only=", ".join(left))
    assert await counter.chosen() is None


async def test_the_list_shows_channels_and_what_blocks_them(counter: Counter) -> None:
    """Each channel with its platforms, and the reason where one gets nothing."""
    await counter.say("watch", platform="tunegarden")
    await counter.say("watch", platform="category:art", channel="news")
    subscription = await counter.chosen()
    assert subscription is not None
    await counter.store.subscriptions.put(replace(subscription, blocked="x", lacks=(Lack("send_messages"),)))
    listing = await counter.say("list")
    assert "Tunegarden" in listing
    assert "art" in listing
    assert "something is missing: Send Messages" in listing


async def test_the_list_says_how_what_is_watched_fares(counter: Counter) -> None:
    """When each platform was read and changed, what cannot be read and why; of others nothing."""
    await counter.say("watch", platform="category:music")
    await publish(counter.store, change())
    claim = await counter.store.schedule.claim_now(str(TERMS), 60)
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    doubted = Candidate("x", "suspect", moment, reason="login page")
    state = DocumentState(checked_at=moment, failures=3, error="status 403", candidate=doubted)
    await counter.store.documents.commit(TERMS, claim, Step(state), due_in=60)
    listing = await counter.say("list")
    assert "Tunegarden: last read on 1 March 2026, last change on 1 March 2026" in listing
    assert "Tunegarden · Terms of Service: cannot be read (the site answers with error 403; 3 tries)" in listing
    assert "looks doubtful (the site asks to log in)" in listing
    assert "Inkwell" not in listing


async def test_in_slack_a_member_sees_this_channel_alone(counter: Counter) -> None:
    """What other channels of the workspace watch, private ones among them, is not theirs to know."""
    await counter.say("watch", chat=ChatName.SLACK, platform="tunegarden", channel="private")
    await counter.say("watch", chat=ChatName.SLACK, platform="inkwell")
    listing = await counter.say("list", chat=ChatName.SLACK)
    assert "Inkwell" in listing
    assert "Tunegarden" not in listing


async def test_in_slack_a_line_of_the_list_can_be_taken_away(counter: Counter) -> None:
    """By a button each, a platform, a category or everything; what is left is told to the channel."""
    for platform in ("tunegarden", "category:art", "all"):
        await counter.ask("watch", chat=ChatName.SLACK, platform=platform)
    member = Invocation(ChatName.SLACK, "guild", "general", "bob", admin=True)
    for count in (2, 1, 0):
        listing = (await counter.reply("list", member)).message
        stops = [action for action in listing.actions if action.verb == "unwatch"]
        assert len(stops) == count + 1
        reply = await counter.desk.press(write(stops[0], counter.desk.commands), (), member)
        assert (reply.public, reply.message.sharer) == (True, "bob")
    assert await counter.chosen(Destination(ChatName.SLACK, "guild", "general")) is None


async def test_the_list_is_shown_to_everyone_where_it_is_of_one_channel(counter: Counter) -> None:
    """In Slack, by a button; on Discord it names every channel, and a press made up for it shows it to none other."""
    member = Invocation(ChatName.SLACK, "guild", "general", "bob", admin=True)
    for chat, offered in ((ChatName.SLACK, True), (ChatName.DISCORD, False)):
        asked = replace(member, chat=chat)
        listing = (await counter.reply("list", asked)).message
        assert any(action.verb == "list" and action.aloud for action in listing.actions) is offered
        reply = await counter.desk.press("cb1!:list", (), asked)
        assert (reply.public, reply.message.sharer) == ((True, "bob") if offered else (False, ""))


async def test_what_a_channel_watches_is_told_there(counter: Counter) -> None:
    """In Slack, where members choose, to all who are in it; on Discord, and from elsewhere, to the person alone."""
    member = Invocation(ChatName.SLACK, "guild", "general", "bob", admin=True, options={"platform": "tunegarden"})
    assert (await counter.reply("watch", member)).public
    assert not (await counter.reply("watch", replace(member, chat=ChatName.DISCORD))).public
    afar = replace(member, options={"platform": "tunegarden", "channel": "news"})
    assert not (await counter.reply("watch", afar)).public


async def test_the_list_says_how_a_channel_hears_of_changes(counter: Counter) -> None:
    """When, where not at once; and how long repeats join a card, where that is not for a day."""
    await counter.say("watch", chat=ChatName.SLACK, platform="inkwell", cadence="daily")
    subscription = await counter.store.subscriptions.get(Destination(ChatName.SLACK, HERE.space, HERE.channel))
    assert subscription is not None
    await counter.store.subscriptions.put(replace(subscription, window=0))
    listing = await counter.say("list", chat=ChatName.SLACK)
    assert "One message a day" in listing
    assert "Each change of a document is a message of its own" in listing


async def test_watching_again_tries_what_was_blocked(counter: Counter) -> None:
    """An admin who repeats the command after mending the permission need not wait."""
    await counter.say("watch", platform="tunegarden")
    subscription = await counter.chosen()
    assert subscription is not None
    await counter.store.subscriptions.put(replace(subscription, blocked="x", lacks=(Lack("send_messages"),)))
    await counter.say("watch", platform="tunegarden")
    mended = await counter.chosen()
    assert mended is not None
    assert mended.blocked is None


async def test_policy_answers_anyone_with_stance_latest_change_and_day(counter: Counter) -> None:
    """The answer holds what the texts say, the latest change, and dates."""
    await publish(counter.store, change())
    answer = await counter.hear("policy", ANYONE)
    assert "added to its Terms of Service" in answer
    assert "1 March 2026" in answer


async def test_optout_says_that_there_is_none(counter: Counter) -> None:
    """Where there is no way to opt out, the answer leads with that."""
    assert "no opt-out" in (await counter.hear("optout", ANYONE)).casefold()


async def adopt(store: Store, document: DocumentKey, *clauses: Clause) -> None:
    """Keep these clauses as the document's current version, read on 28 February 2026."""
    version = Version(clauses, "test/1")
    state = DocumentState(fingerprint=version.fingerprint, checked_at=datetime(2026, 2, 28, tzinfo=UTC))
    claim = await store.schedule.claim_now(str(document), 60)
    assert await store.documents.commit(document, claim, Step(state, version), due_in=60)


TERMS = DocumentKey("tunegarden", "terms")


async def test_find_quotes_clauses_with_their_place_and_day(counter: Counter) -> None:
    """Each clause that holds the words is quoted under document and headings; the footer says when that was read."""
    item = Clause("train models on uploads", ("Your uploads",), ("You may not:",), "item")
    await adopt(counter.store, TERMS, item, Clause("Be kind."))
    message = await counter.found("training")
    assert message.headline == "One clause of Tunegarden's documents contains “training”."
    spans = (Span("train", "added"), Span(" models on uploads"))
    assert message.parts == (Quotation(spans, "Terms of Service › Your uploads › You may not:"),)
    assert message.links == (Link("Terms of Service", "https://tunegarden.test/terms"),)
    assert "Terms of Service (read on 28 February 2026)" in message.footer


async def test_find_shows_five_and_counts_the_rest(counter: Counter) -> None:
    """More than five would fill the channel."""
    await adopt(counter.store, TERMS, *(Clause(f"We sell {n} lamps.") for n in range(7)))
    message = await counter.found("lamps")
    assert message.headline.startswith("7 clauses")
    *quotes, more = message.parts
    assert len(quotes) == 5
    assert more == Paragraph("2 more clauses were found.")


async def test_find_marks_a_cut_outside_of_the_words(counter: Counter) -> None:
    """The dots that stand for the rest of a long clause are stretches of their own."""
    filler = " ".join(["Members keep their recordings in the archive."] * 20)
    await adopt(counter.store, TERMS, Clause(f"{filler} We sell lamps. {filler}"))
    [quotation] = (await counter.found("lamps")).parts
    assert isinstance(quotation, Quotation)
    assert (quotation.spans[0].text, quotation.spans[-1].text) == ("… ", " …")


async def test_find_says_where_only_some_words_occur(counter: Counter) -> None:
    """The headline does not claim more than was found."""
    await adopt(counter.store, TERMS, Clause("We sell lamps."))
    told = "No clause of Tunegarden's documents contains all of “lamps” and “cats”; one clause contains some of it."
    assert (await counter.found("lamps cats")).headline == told


async def test_find_says_plainly_that_nothing_was_found(counter: Counter) -> None:
    """The answer tells when the texts were last read."""
    await adopt(counter.store, TERMS, Clause("Be kind."))
    message = await counter.found("lamps")
    assert message.headline == "No clause of Tunegarden's documents contains “lamps”."
    assert "Terms of Service: last read on 28 February 2026" in str(message.parts)


async def test_find_names_what_was_never_read(counter: Counter) -> None:
    """A text that is not there was not searched, which is another thing than holding nothing."""
    message = await counter.found("lamps")
    assert message.headline == "None of Tunegarden's documents has been read yet."
    assert "Terms of Service: not read yet" in str(message.parts)


async def test_find_needs_a_word(counter: Counter) -> None:
    """Signs alone are refused in words."""
    assert "cannot be used" in (await counter.found("--")).headline


async def test_find_searches_what_stands_now(counter: Counter) -> None:
    """Once another version is adopted, that is searched, and the one before no more."""
    await adopt(counter.store, TERMS, Clause("We sell lamps."))
    await counter.found("lamps")
    await adopt(counter.store, TERMS, Clause("We sell chairs."))
    assert "contains “chairs”" in (await counter.found("chairs")).headline
    assert "No clause" in (await counter.found("lamps")).headline
