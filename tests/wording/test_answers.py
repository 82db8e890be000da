"""What is said to those who ask or order something, and when that fails."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.errors import (
    AskError,
    BadOption,
    ClausebellError,
    Lack,
    NotAllowed,
    StoreUnavailable,
    UnknownPlatform,
)
from bot.model.change import Change
from bot.model.message import Choice, Fact, Facts, Listing, Message, Paragraph
from bot.model.platform import Platform
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.model.topic import Severity, Topic
from bot.wording import announcement, answers, card, errors, watches
from bot.wording.language import Language, Languages

DONE = Message("Done.", tone="done")
HERE = Subscription(Destination(ChatName.DISCORD, "1", "42"))
ENGLISH_ALONE = card.Spoken([Choice("English", "en")], "en")


def listings(message: Message) -> dict[str, tuple[str, ...]]:
    """Items under their headings, the channel that a heading speaks of before it."""
    lists = [part for part in message.parts if isinstance(part, Listing)]
    return {f"{part.channel} {part.heading}".strip(): part.items for part in lists}


def strong(message: Message) -> list[str]:
    """The paragraphs that are the answer itself."""
    return [part.text for part in message.parts if isinstance(part, Paragraph) and part.strong]


def test_policy(change: Callable[..., Change], tunegarden: Platform, english: Language) -> None:
    """Three stances kept apart, their scope, the way out, the latest changes, and when each text was read."""
    read = {"terms": datetime(2024, 2, 12, tzinfo=UTC), "privacy": None}
    message = answers.policy(tunegarden, [change()], read, english)
    assert message.headline == "Tunegarden may train AI on people's content or data unless they opt out."
    assert message.parts[0] == Facts(
        (
            Fact("AI of its own", "allowed unless you opt out"),
            Fact("Licensing to others", "unclear"),
            Fact("Scraping by others", "unclear"),
            Fact("Says so in", "its terms"),
            Fact("Read on", "31 January 2024"),
        )
    )
    assert message.parts[1] == Paragraph("What it is about: Covers tunes, not comments.")
    assert strong(message) == ["You can switch this off."]
    assert listings(message) == {
        "Latest changes": (f"12 February 2024: {announcement.headline(change(), tunegarden, english)}",),
        "Documents that we read": ("Terms of Service: last read on 12 February 2024", "Privacy Policy: not read yet"),
    }
    assert [link.label for link in message.links] == ["Where it is done", "Terms of Service", "Privacy Policy"]
    assert message.footer.endswith("Not legal advice.")


def test_policy_of_which_nothing_is_known(tunegarden: Platform, english: Language) -> None:
    """What we do not know is said so, in both places."""
    bare = tunegarden.model_copy(update={"opt_out": None, "ai_training": None, "statements": []})
    message = answers.policy(bare, [], {}, english)
    assert message.headline == "We do not know what Tunegarden says about AI training."
    assert strong(message) == ["We do not know whether there is a way to opt out."]
    assert Paragraph("No change has been announced yet.") in message.parts


def test_optout(tunegarden: Platform, english: Language) -> None:
    """The answer is the headline; scope, exemption and statements follow."""
    message = answers.optout(tunegarden, english)
    assert message.headline == "Tunegarden: You can switch this off."
    assert Paragraph("What it is about: Covers tunes, not comments.") in message.parts
    assert Facts((Fact("Says so in", "its terms"), Fact("Read on", "31 January 2024"))) in message.parts
    assert [link.label for link in message.links] == ["Where it is done", "Terms of Service", "Privacy Policy"]
    assert sum("That is a statement, not a clause." in getattr(part, "text", "") for part in message.parts) == 2


NEWS = Fact("News reports", "Changes and news reports")


def test_watching(english: Language) -> None:
    """A new watch is confirmed with what was chosen, and that nothing of the past comes unless asked for."""
    chosen = Watch("tunegarden", frozenset({Topic.AI_TRAINING, Topic.ADVERTISING}), Severity.MAJOR)
    message = watches.watching(HERE.with_watch(chosen), chosen, "Tunegarden", [], english)
    assert message.headline == "The channel now watches Tunegarden."
    assert message.parts[0] == Facts(
        (Fact("Topics", "AI training, Advertising"), Fact("Minimum severity", "major"), NEWS)
    )
    assert listings(message) == {"42 hears of changes from now on": ("Nothing older is posted.",)}
    assert [(action.verb, action.options) for action in message.actions] == [("test", {"channel": "42"})]
    assert message.tone == "done"


def test_watching_while_nothing_comes(english: Language) -> None:
    """A channel that is paused, or where something is missing, says so when something is added to it."""
    silent = Subscription(HERE.destination, mention="7", paused=True)
    message = watches.watching(silent, Watch("all"), "every platform", [Lack("send_messages")], english)
    assert strong(message)[1:] == ["Messages are paused."]
    assert listings(message)["42 still needs"] == ("Send Messages",)
    assert Fact("Mention", "as chosen") in getattr(message.parts[0], "items", ())


def test_trouble_elsewhere(languages: Languages, english: Language) -> None:
    """An admin is told below any answer which channels hear nothing, each for its reason, in their own language."""
    lacks = (Lack("embed_links"), Lack("role", "artists"))
    rows = [replace(HERE, blocked="x", lacks=lacks), replace(HERE, blocked="x", lacks=(Lack("scope"),)), HERE]
    told = watches.with_trouble(DONE, rows, english).parts
    assert [part.channel for part in told if isinstance(part, Listing)] == ["42", "42"]
    assert "Embed Links" in str(told[0])
    assert "@artists" in str(told[0])
    assert "Messages are waiting, as something is missing: a permission of the app" in str(told[1])
    german = languages.best("de")
    assert "Links einbetten" in str(watches.with_trouble(DONE, rows[:1], german))
    closed = watches.listing([replace(HERE.with_watch(Watch("all")), closed="#news")], {}, [], english)
    assert strong(closed) == ["#news was deleted. What it watched is kept until another channel is chosen for it."]
    assert [(a.verb, a.options) for a in closed.actions] == [("move", {"channel": "42"}), ("settings", {})]


@pytest.mark.parametrize(("names", "left"), [([], "nothing any more"), (["Inkwell"], "Inkwell")])
def test_unwatched(english: Language, names: list[str], left: str) -> None:
    """What was taken away, and what is left in which channel."""
    message = watches.unwatched(HERE, "Tunegarden", names, english)
    assert message.headline == "The channel no longer watches Tunegarden."
    assert listings(message) == {"42 watches": (left,)}


def test_not_watched(english: Language) -> None:
    """Taking away what was not there is an error, and leads on: to what is watched there, and to the card."""
    message = watches.not_watched(HERE, "Tunegarden", ["Inkwell"], frozenset(), english)
    assert (message.headline, message.tone) == ("The channel does not watch Tunegarden.", "error")
    assert listings(message) == {"42 watches": ("Inkwell",)}
    assert [action.verb for action in message.actions] == ["settings"]
    narrower = watches.not_watched(HERE, "Tunegarden", [], {Topic.ADVERTISING}, english)
    assert narrower.headline == "Not watched at Tunegarden: Advertising."
    assert narrower.parts == ()


def test_what_is_missing_comes_with_the_remedy(english: Language) -> None:
    """Where a permission of the channel is missing, the card and the confirmation say where it is given."""
    remedy = ["Whoever manages the channel can give it: Edit Channel › Permissions › Clausebell."]
    missing = [Lack("send_messages")]
    assert strong(watches.watching(HERE, Watch("x"), "X", missing, english)) == remedy
    assert strong(card.settings(HERE, card.Shown([]), {}, ENGLISH_ALONE, missing, english)) == remedy
    assert strong(card.settings(HERE, card.Shown([]), {}, ENGLISH_ALONE, [Lack("tag")], english)) == []


def test_listing(english: Language) -> None:
    """Each channel with what it watches and what keeps it silent; a channel without any is left out."""
    full = HERE.with_watch(Watch("all")).with_watch(Watch("x", frozenset({Topic.BIOMETRICS}), Severity.CRITICAL))
    paused = Subscription(HERE.destination._replace(channel="43"), (Watch("x"),), paused=True)
    message = watches.listing([full, HERE, paused], {"all": "every platform"}, [], english)
    assert message.headline == "2 channels watch platforms."
    assert listings(message) == {
        "42 watches": ("every platform (all topics; minor and above)", "x (Face and voice data; critical and above)"),
        "43 watches": ("x (all topics; minor and above)",),
    }
    assert strong(message) == ["Messages are paused."]
    empty = watches.listing([], {}, [], english)
    assert (empty.headline, [action.verb for action in empty.actions]) == ("Nothing is watched here yet.", ["settings"])


def test_unknown_platform(english: Language) -> None:
    """An unknown name is repeated as typed, with the names of those that come near, else where all of them stand."""
    message = errors.sentence(
        UnknownPlatform("tunegardn", ["tunegarden", "b"]), english, names={"tunegarden": "Tunegarden"}
    )
    assert message.headline == "There is no platform called “tunegardn” in the catalogue."
    assert listings(message) == {"Did you mean": ("Tunegarden", "b")}
    how = "Check the spelling. Every platform that can be watched is listed under /setup."
    assert errors.sentence(UnknownPlatform("zzz"), english).parts == (Paragraph(how),)
    assert message.tone == "error"


def test_bad_option(english: Language) -> None:
    """A value that is not taken is answered with those that are."""
    message = errors.sentence(BadOption("severity", "loud", ["major", "minor"]), english)
    assert message.headline == "Minimum severity: “loud” cannot be used."
    assert listings(message) == {"What can be used": ("major", "minor")}


@pytest.mark.parametrize(
    ("error", "headline", "first"),
    [
        (BadOption("topics", "cats", list(Topic)), "Themen: „cats“ ist nicht möglich.", "KI-Training"),
        (
            BadOption("cadence", "x", ["daily"]),
            "Wann Nachrichten kommen: „x“ ist nicht möglich.",
            "Eine Nachricht pro Tag",
        ),
        (BadOption("days", "x", ["1-3650"]), "Tage: „x“ ist nicht möglich.", "1-3650"),
    ],
)
def test_bad_option_in_the_readers_language(languages: Languages, error: BadOption, headline: str, first: str) -> None:
    """Options and their values are called what they are called in the reader's language."""
    message = errors.sentence(error, languages.best("de"))
    assert message.headline == headline
    assert listings(message)["Was möglich ist"][0] == first


@pytest.mark.parametrize(
    ("code", "mark"),
    [("de", "auf Englisch"), ("fr", "en anglais"), ("es", "en inglés"), ("ja", "英語"), ("pt-BR", "em inglês")],
)
def test_what_the_catalogue_says_is_marked(
    code: str, mark: str, tunegarden: Platform, opt_out: Callable[..., Platform], languages: Languages
) -> None:
    """Texts of the catalogue are in English for everyone; where another language holds one, it says so."""
    language = languages.best(code)
    regional = opt_out(kind="account_toggle", available="partial", steps=["Open it."], regions="people in Europe")
    somewhere = opt_out(kind="account_toggle", available="yes", steps=["Open it."], regions="people in Europe")
    texts = [
        platform.model_dump(include={"ai_training", "opt_out", "statements"}) for platform in (tunegarden, regional)
    ]
    for platform in (tunegarden, regional, somewhere):
        message = answers.policy(platform, [], {}, language)
        for part in map(str, message.parts):
            assert mark in part or not any(text in part for text in written(texts))


def written(texts: object) -> Iterator[str]:
    """Every text of several words, however deep."""
    for value in texts.values() if isinstance(texts, dict) else texts if isinstance(texts, list) else ():
        yield from written(value)
    if isinstance(texts, str) and " " in texts:
        yield texts


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NotAllowed("manage_server"), "the permission to manage this server"),
        (AskError("hunter2"), "That did not work"),
        (ClausebellError("hunter2"), "That did not work"),
        (StoreUnavailable("redis at hunter2"), "Try again in a few minutes."),
    ],
)
def test_other_errors(english: Language, error: ClausebellError, words: str) -> None:
    """People read what to do next; the operator's error is for the log."""
    message = errors.sentence(error, english)
    assert words in message.headline
    assert "hunter2" not in str(message)


def test_blocked_and_closed(english: Language) -> None:
    """Whoever set a channel up learns what is missing and that nothing is lost, or that the channel is gone."""
    lacking = errors.blocked(replace(HERE, lacks=(Lack("send_messages"), Lack("embed_links"))), english)
    assert lacking.headline.startswith("Clausebell cannot post in a channel that you set up. Missing there: Send Mess")
    assert strong(lacking) == ["Whoever manages the channel can give it: Edit Channel › Permissions › Clausebell."]
    assert [(a.verb, a.options) for a in lacking.actions] == [("settings", {"channel": "42"})]
    message = errors.blocked(replace(HERE, lacks=(Lack("tag"),)), english)
    assert strong(message) == []
    (kept,) = listings(message)["42 is the channel"]
    assert "Your settings are kept." in kept
    closed = errors.closed(HERE, "#news", english)
    assert closed.headline == "A channel that you set up for Clausebell was deleted: #news"
    assert [(a.label, a.verb, a.options) for a in closed.actions] == [
        ("Choose another channel", "move", {"channel": "42"})
    ]
    elsewhere = replace(HERE, destination=HERE.destination._replace(chat=ChatName.SLACK))
    assert errors.closed(elsewhere, "#news", english).actions == ()
