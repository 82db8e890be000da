"""The values that the stages hand to each other."""

import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.change import Change, Edit, Finding, Span, change_id
from bot.model.delivery import Delivery, Subject
from bot.model.message import Quotation
from bot.model.schedule import RETRY_MOST, Pace, digest_at, remind_at, retry_in
from bot.model.subscription import ChatName, Destination, Subscription, Watch, targets
from bot.model.topic import Severity, Topic
from bot.model.version import _WORD, Clause, DocumentKey, Snapshot, Version, fingerprint, fold, words_of

HERE = Destination(ChatName.DISCORD, "1", "2")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def edit(before: str | None, after: str | None) -> Edit:
    """An edit of one clause."""
    return Edit(
        "reworded", Clause(before) if before is not None else None, Clause(after) if after is not None else None
    )


def test_severity_compares_by_weight() -> None:
    """Critical outweighs major, whatever the alphabet says."""
    assert sorted(Severity) == [Severity.NONE, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL]
    assert Severity.MINOR >= Severity.MINOR > Severity.NONE
    assert Severity.CRITICAL > "major"
    assert Severity.worst(Severity.MINOR, Severity.CRITICAL, Severity.MAJOR) is Severity.CRITICAL
    assert Severity.worst() is Severity.NONE


def test_change_id_is_of_the_content() -> None:
    """Order, repetition and typography do not change the id; platform, text, side and a revert do."""
    first, second = edit("a", "b"), edit(None, "say “c”")
    assert change_id("x", [first, second]) == change_id("x", [edit(None, 'say "c"'), first, first])
    others = {
        change_id("x", [first]),
        change_id("y", [first]),
        change_id("x", [edit("b", "a")]),
        change_id("x", [first], reverts="0" * 16),
    }
    assert len(others) == 4
    assert len(change_id("x", [first])) == 16


def test_topics_stand_once() -> None:
    """A change's topics keep the findings' order, each once."""
    findings = tuple(Finding(t, "q") for t in (Topic.ADVERTISING, Topic.AI_TRAINING, Topic.ADVERTISING))
    moment = datetime(2024, 2, 12, tzinfo=UTC)
    key = DocumentKey("x", "terms")
    change = Change("1", key, "Terms", "https://x.example", moment, Severity.MAJOR, findings, ())
    assert change.topics == (Topic.ADVERTISING, Topic.AI_TRAINING)


def test_delivery_id() -> None:
    """The id is that of subject and destination, fits a nonce, and does not count attempts."""
    delivery = Delivery(Subject("change", "1"), HERE)
    assert delivery.id == Delivery(Subject("change", "1"), HERE, attempt=3).id
    assert delivery.id != Delivery(Subject("story", "1"), HERE).id
    assert delivery.id != Delivery(Subject("change", "1"), HERE._replace(channel="3")).id
    assert len(delivery.id) <= 25


@given(st.sampled_from(ChatName), st.text(st.characters(exclude_characters=":")), st.text())
def test_destination_survives_text(chat: ChatName, space: str, channel: str) -> None:
    """What a destination is written as is read back as the same."""
    destination = Destination(chat, space, channel)
    assert Destination.parse(str(destination)) == destination


def test_document_key() -> None:
    """A key is read from its text, and a text without a slash is refused."""
    assert DocumentKey.parse("x/terms") == DocumentKey("x", "terms")
    with pytest.raises(ValueError, match="unpack"):
        DocumentKey.parse("terms")


def test_quotation_text() -> None:
    """A quotation reads as what stands now; a removed one as what stood."""
    spans = (Span("we "), Span("never ", "removed"), Span("may ", "added"), Span("train"))
    assert Quotation(spans).text == "we may train"
    assert Quotation((Span("gone", "removed"),)).text == "gone"


@pytest.mark.parametrize("failures", [0, 1, 3, 500])
def test_next_check(failures: int) -> None:
    """Intervals double with failures up to a day, are longer by at most the jitter, and heed the server."""
    pace = Pace(3600.0)
    least, most = pace.next_check(0, failures=failures), pace.next_check(1, failures=failures)
    assert least == min(3600.0 * 2.0 ** min(failures, 16), 86_400.0)
    assert most == pytest.approx(least * 1.1)
    assert pace.next_check(0, failures=failures, retry_after=1e6) == 1e6
    assert pace.next_check(0, retry_after=1.0) == 3600.0


def test_long_interval_is_not_shortened() -> None:
    """An interval above the most that failures may stretch to is kept."""
    assert Pace(7 * 86_400.0).next_check(0, failures=2) == 7 * 86_400.0


def test_retry() -> None:
    """Retries wait longer each time, up to six hours and a half more."""
    waits = [retry_in(attempt, 0) for attempt in range(30)]
    assert waits[:3] == [30, 60, 120]
    assert waits == sorted(waits)
    assert retry_in(10_000, 1) == RETRY_MOST * 1.5


def test_subscription_wants() -> None:
    """A line is wanted by target, by topic and from its severity up; a pause silences all."""
    subscription = (
        Subscription(HERE)
        .with_watch(Watch("x", frozenset({Topic.AI_TRAINING}), Severity.MAJOR))
        .with_watch(Watch("category:music"))
    )
    ai, ads = {Topic.AI_TRAINING}, {Topic.ADVERTISING}
    assert subscription.wants({"x"}, ai, Severity.MAJOR)
    assert not subscription.wants({"x"}, ai, Severity.MINOR)
    assert not subscription.wants({"x"}, ads, Severity.CRITICAL)
    assert subscription.wants(targets(["y"], ["music"]), ads, Severity.MINOR)
    assert not subscription.wants(targets(["y"], ["art"]), ads, Severity.CRITICAL)
    assert not Subscription(HERE, subscription.watches, paused=True).wants({"x"}, ai, Severity.CRITICAL)


def test_subscription_wants_news() -> None:
    """Unless it does without; changes come in either case."""
    both, alone = (Subscription(HERE, (Watch("x"),), news=news) for news in (True, False))
    assert both.wants({"x"}, set(), Severity.MAJOR, news=True)
    assert not alone.wants({"x"}, set(), Severity.MAJOR, news=True)
    assert alone.wants({"x"}, set(), Severity.MAJOR)


def test_watch_is_replaced() -> None:
    """The same target again replaces its line; lines stand in order; one can be taken away."""
    subscription = Subscription(HERE).with_watch(Watch("b")).with_watch(Watch("a"))
    again = subscription.with_watch(Watch("b", severity=Severity.CRITICAL))
    assert [(w.target, w.severity) for w in again.watches] == [("a", Severity.MINOR), ("b", Severity.CRITICAL)]
    assert [w.target for w in again.without("a").watches] == ["b"]
    assert "all" in targets([], [])


@given(TEXT)
def test_fold_is_stable(text: str) -> None:
    """Folding twice is folding once."""
    assert fold(fold(text)) == fold(text)


MARKED = st.text(st.sampled_from("ab Z9_'’“”‘–—\u00a0\u00ad\u200b\u0301é…ﬁ漢かカß\t;$%-\x1c"), max_size=30)


@given(MARKED)
def test_quick_ways_read_what_the_patterns_read(text: str) -> None:
    """Text in ASCII, or all but in ASCII, is folded and cut into words as any other text is."""
    marks: dict[str, str | int | None] = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
    plain = unicodedata.normalize("NFKC", text).translate(str.maketrans(marks | {"\u00ad": "", "\u200b": ""}))
    assert fold(text) == " ".join(plain.split())
    assert words_of(text) == _WORD.findall(fold(text).casefold())


def test_fold_keeps_what_a_reader_would_call_a_difference() -> None:
    """Spaces, quotes, dashes and invisible characters go; case and words stay."""
    assert fold("“We’ll\u00a0train\u200b — now”") == '"We\'ll train - now"'
    assert fold("Content") != fold("content")


def test_fingerprint() -> None:
    """Versions that read the same have the same fingerprint, whatever cut them out; order counts."""
    one, two = Clause("a\u00a0b"), Clause("c")
    assert Version((one, two), "1").fingerprint == Version((Clause("a b"), two), "2", fallback=True).fingerprint
    assert fingerprint((one, two)) != fingerprint((two, one))
    assert fingerprint((Clause("a"), Clause("b"))) != fingerprint((Clause("ab"),))
    assert Version((one, two), "1").text == "a\u00a0b\nc"


def test_snapshot_digest() -> None:
    """The same bytes have the same digest; "not modified" has none."""
    moment = datetime(2024, 2, 12, tzinfo=UTC)
    assert Snapshot("u", moment, b"x").digest == Snapshot("v", moment, b"x").digest != Snapshot("u", moment, b"").digest
    assert Snapshot("u", moment, None).digest == ""


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001  # zone beside it
def test_a_digest_goes_out_at_the_next_nine(now: datetime) -> None:
    """Daily within a day and a minute, weekly on a Monday within a week and a minute, never within a minute."""
    for cadence, most in (("daily", timedelta(days=1)), ("weekly", timedelta(days=7))):
        at = digest_at(now, cadence)  # type: ignore[arg-type]  # the two literals
        assert (at.hour, at.minute, at.second, at.microsecond) == (9, 0, 0, 0)
        assert timedelta(minutes=1) <= at - now < most + timedelta(minutes=1)
        assert cadence == "daily" or at.weekday() == 0


def test_a_reminder_comes_three_days_before_the_first_day_that_is_far_enough() -> None:
    """Days nearer than a week, and days that are not known, are passed over."""
    now = datetime(2026, 3, 1, 23, tzinfo=UTC)
    assert remind_at([date(2026, 3, 7), None, date(2026, 4, 1), date(2026, 3, 8)], now) == datetime(
        2026, 3, 5, 9, tzinfo=UTC
    )
    assert remind_at([date(2026, 3, 7), None], now) is None
