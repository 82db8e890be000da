"""Feeds to entries, and how entries are known again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SourceError
from bot.watch.entries import ParsedFeed, canonical_link, parse

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
URL = "https://gazette.test/feed"


def item(title: str = "Tunegarden rewrites its terms again", link: str = "/a", guid: str = "1", extra: str = "") -> str:
    """An RSS item."""
    return f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>{guid}</guid>{extra}</item>"


def rss(*items: str, end: str = "</channel></rss>") -> bytes:
    """An RSS document."""
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>G</title>{''.join(items)}{end}".encode()


def read(body: bytes, kind: str = "application/rss+xml") -> ParsedFeed:
    """It, parsed."""
    return parse(body, {"content-type": kind}, URL, "gazette", NOW)


def test_an_entry_is_plain_text_with_its_identities() -> None:
    """Mark-up and doubled escapes go, links become absolute, and guid, link and title identify it, in this order."""
    body = rss(
        item(
            "Terms &amp;amp; &lt;b&gt;conditions&lt;/b&gt; of Tunegarden change",
            "/a?utm_source=rss&amp;id=7",
            extra="<description>&lt;p&gt;New.&lt;/p&gt;&lt;p&gt;Fees.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description>"
            "<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate>",
        )
    )
    (entry,) = read(body).entries
    assert (entry.feed, entry.title, entry.summary) == (
        "gazette",
        "Terms & conditions of Tunegarden change",
        "New. Fees.",
    )
    assert (entry.link, entry.published) == ("https://gazette.test/a?utm_source=rss&id=7", NOW - timedelta(hours=2))
    guid, link, title = entry.ids
    assert (guid, link) == ("guid:1", "link:gazette.test/a?id=7")
    assert title.startswith("title:gazette.test/")


def test_atom_is_read_too() -> None:
    """Id, link and update time have other names there."""
    body = b"""<feed xmlns='http://www.w3.org/2005/Atom'><id>f</id><title>F</title><entry><id>urn:1</id>
    <title>A title of five words</title><link href='https://b.test/x'/><updated>2031-03-04T11:00:00Z</updated></entry></feed>"""
    (entry,) = read(body, "application/atom+xml").entries
    assert (entry.ids[:2], entry.published) == (("guid:urn:1", "link:b.test/x"), NOW - timedelta(hours=1))


def test_redating_and_case_change_no_identity() -> None:
    """A feed that dates everything anew, or touches up a title's typography, holds the same entries."""
    first = read(
        rss(item("Tunegarden's new terms, in short", extra="<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate>"))
    )
    second = read(
        rss(item("Tunegarden’s New Terms, in short", extra="<pubDate>Wed, 05 Mar 2031 10:00:00 GMT</pubDate>"))
    )
    assert first.entries[0].ids == second.entries[0].ids


def test_one_guid_for_all_tells_nothing_apart() -> None:
    """Where several entries share a guid, it counts only together with the link."""
    one, two = read(rss(item(link="/a"), item("Another title of some length", "/b"))).entries
    assert (one.ids[0], two.ids[0]) == ("guid:1 gazette.test/a", "guid:1 gazette.test/b")


def test_what_several_entries_share_identifies_none() -> None:
    """Links to one and the same page, and one title for all, are no identities; short titles never are."""
    same = read(rss(item(link="/", guid="1"), item(link="/", guid="2"))).entries
    assert [entry.ids for entry in same] == [("guid:1",), ("guid:2",)]
    (short,) = read(rss(item("Terms of Service"))).entries
    assert [i.partition(":")[0] for i in short.ids] == ["guid", "link"]


def test_an_entry_without_anything_has_an_identity() -> None:
    """Even where guid, link and title are missing, the text tells."""
    found = read(rss("<item><description>One</description></item><item><description>Two</description></item>")).entries
    assert len({entry.ids for entry in found}) == 2


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://www.A.test/News/Item.html?utm_source=x&b=2&a=1#top", "a.test/News/Item?a=1&b=2"),
        ("http://a.test:80/news/item/", "a.test/news/item"),
        ("https://a.test/news/item/index.php?fbclid=1", "a.test/news/item"),
        ("https://m.a.test/?p=12&xtor=RSS-1", "a.test?p=12"),
        ("https://a.test:8443/x;jsessionid=AB?sid=1", "a.test:8443/x"),
        ("not a link", "not a link"),
        ("https://a.test:99999999/", "https://a.test:99999999/"),
    ],
)
def test_links_are_compared_without_what_changes(url: str, canonical: str) -> None:
    """Scheme, www, default port, fragment, tracking, session and file ending go; ids and paths stay."""
    assert canonical_link(url) == canonical


@given(st.text(max_size=80))
def test_any_link_can_be_compared(text: str) -> None:
    """Canonical links of canonical links are the same, for anything that follows a host."""
    once = canonical_link(f"https://a.test/{text}")
    assert canonical_link(f"https://{once}") == once or "%" in once or not text.isascii() or not text.isalnum()


def test_only_web_links_are_kept() -> None:
    """A link that no browser should open is none."""
    (entry,) = read(rss(item(link="javascript:alert(1)"))).entries
    assert entry.link == ""


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("Tue, 04 Mar 2098 10:00:00 GMT", NOW + timedelta(days=1)),
        ("Tue, 04 Mar 1902 10:00:00 GMT", NOW - timedelta(days=20 * 365)),
        ("some day", None),
    ],
)
def test_dates_stay_within_reason(date: str, shown: datetime | None) -> None:
    """The far future and the far past are brought near; what is no date is none."""
    (entry,) = read(rss(item(extra=f"<pubDate>{date}</pubDate>"))).entries
    assert entry.published == shown


def test_the_newest_are_taken_from_a_long_feed() -> None:
    """Two hundred, by date where there are dates, in the feed's own order."""
    items = [
        item(
            f"Title number {n} of the feed",
            f"/{n}",
            str(n),
            f"<pubDate>{NOW - timedelta(days=n % 300):%d %b %Y}</pubDate>",
        )
        for n in reversed(range(300))
    ]
    found = read(rss(*items)).entries
    assert [entry.ids[0] for entry in found] == [f"guid:{n}" for n in reversed(range(200))]


def test_long_texts_are_cut_at_a_word() -> None:
    """Titles and summaries of any length come out short."""
    (entry,) = read(rss(item("word " * 400, extra=f"<description>{'word ' * 4000}</description>"))).entries
    assert len(entry.title) <= 301
    assert len(entry.summary) <= 1001
    assert entry.title.endswith("word…")


def test_a_torn_feed_says_so() -> None:
    """What was cut off keeps its entries and is not complete; one that is merely untidy is."""
    torn = read(rss(item(), item("A second one of the feed", "/b", "2"), end=""))
    assert (len(torn.entries), torn.complete) == (2, False)
    untidy = read(rss(item("A &nbsp; of the & unescaped")))
    assert (len(untidy.entries), untidy.complete) == (1, True)


@pytest.mark.parametrize(
    "body", [b"", b"<html><title>One moment</title><body>Checking your browser</body></html>", b"{}"]
)
def test_what_is_no_feed_is_an_error(body: bytes) -> None:
    """An empty body or a challenge page is not a feed without entries."""
    with pytest.raises(SourceError) as caught:
        read(body, "text/html")
    assert caught.value.reason == "not a feed"


def test_a_feed_without_entries_is_a_feed() -> None:
    """It has none yet."""
    assert read(rss()) == ParsedFeed((), complete=True)


def test_entities_are_not_expanded() -> None:
    """Neither a bomb nor a file of this machine gets into an entry."""
    bomb = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 9))
    doctype = f"<!DOCTYPE rss [<!ENTITY a0 'x'>{bomb}<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    body = rss(item("&a8; and &f; in a title")).replace(b"?>", b"?>" + doctype.encode(), 1)
    (entry,) = read(body).entries
    assert len(entry.title) < 100
    assert "root" not in entry.title
