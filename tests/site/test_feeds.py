"""What feed readers are given."""

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest

from bot.model.change import Edit
from bot.model.version import Clause
from bot.site.drawing import About
from tests.fakes.tunegarden import QUOTE, change
from tests.site.conftest import Place, get, inkwell, reworded
from tests.site.test_pages import HOSTILE

ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(text: str) -> Any:
    """An Atom feed as feedparser reads it, which finds nothing wrong with it."""
    feed = feedparser.parse(text)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def check_json_feed(feed: dict[str, Any]) -> None:
    """The rules of JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert isinstance(feed["items"], list)
    for name in ("home_page_url", "feed_url"):
        assert urlsplit(feed[name]).netloc, name
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["id"]
        assert urlsplit(item["url"]).netloc
        assert item["content_html"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo
        assert all(isinstance(tag, str) for tag in item["tags"])
        known = {"id", "url", "external_url", "title", "content_html", "date_published", "tags"}
        assert not set(item) - known


async def test_the_feed_holds_what_changed_with_its_quotes(place: Place) -> None:
    """Newest first, each with its page, its document, its topics and what is quoted."""
    first, second = await place.publish(reworded()), await place.publish(inkwell())
    answer = await place.visit("/changes.atom")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = parsed(answer.text)
    assert [entry.link for entry in feed.entries] == [f"{place.url}/changes/{told.id}" for told in (second, first)]
    entry = feed.entries[1]
    assert QUOTE in entry.content[0].value
    assert [tag.label for tag in entry.tags] == ["AI training", "Sharing or sale of data"]
    assert {link.rel: link.href for link in entry.links}["related"] == first.url
    assert entry.updated == "2026-03-01T12:00:00+00:00"
    assert feed.feed.updated == "2026-03-02T12:00:00+00:00"


async def test_atom_has_what_its_standard_asks_for(place: Place) -> None:
    """RFC 4287: id, title, updated and author of the feed, and of each entry id, title, updated, link and content."""
    await place.publish(reworded())
    root = ET.fromstring((await place.visit("/changes.atom")).text)
    for parent in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(parent.findall(ATOM + name)) == 1, name
            assert parent.findtext(ATOM + name), name
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Clausebell"
    own = [link.attrib["href"] for link in root.findall(f"{ATOM}link") if link.attrib["rel"] == "self"]
    assert own == [f"{place.url}/changes.atom"]
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "en"


async def test_the_json_feed_keeps_its_rules(place: Place) -> None:
    """With changes and without, in the same order and with the same ids as Atom."""
    check_json_feed(json.loads((await place.visit("/changes.json")).text))
    await place.publish(reworded())
    await place.publish(inkwell())
    async with place.serving():
        answer = await get(f"{place.url}/changes.json")
        atom = parsed((await get(f"{place.url}/changes.atom")).text)
    assert answer.headers["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = json.loads(answer.text)
    check_json_feed(feed)
    assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]


async def test_a_feed_without_changes_is_a_feed(place: Place) -> None:
    """Before the first change it is empty, and valid."""
    assert parsed((await place.visit("/changes.atom")).text).entries == []


async def test_a_platform_has_a_feed_of_its_own(place: Place) -> None:
    """With its changes alone, and its name."""
    await place.publish(reworded())
    await place.publish(inkwell())
    feed = parsed((await place.visit("/platforms/inkwell.atom")).text)
    assert feed.feed.title == "Inkwell · Latest changes"
    assert len(feed.entries) == 1


async def test_addresses_begin_as_the_operator_said(place: Place) -> None:
    """Behind a proxy, no address tells where the program itself listens; ids stay the same wherever it is reached."""
    await place.publish(reworded())
    before = await place.visit("/changes.atom")
    place.about = About("https://bell.test/")
    after = await place.visit("/changes.atom")
    assert str(place.port) not in after.text
    assert parsed(after.text).entries[0].link.startswith("https://bell.test/changes/")
    assert parsed(after.text).feed.id == "https://bell.test/changes.atom"
    ids = [parsed(text.text).entries[0].id for text in (before, after)]
    assert ids[0] == ids[1]
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", ids[0])


@pytest.mark.parametrize("path", ["/changes.atom", "/changes.json", "/platforms/tunegarden.atom"])
async def test_a_reader_that_has_it_is_not_sent_it_again(place: Place, path: str) -> None:
    """By its digest or by its time; who names both is answered by the digest; a later change is sent."""
    told = await place.publish(reworded())
    async with place.serving():
        first = await get(place.url + path)
        tag, time = first.headers["ETag"], first.headers["Last-Modified"]
        assert "max-age" in first.headers["Cache-Control"]
        assert (await get(place.url + path, If_None_Match=tag)).status == 304
        assert (await get(place.url + path, If_None_Match=f'"other", W/{tag}')).status == 304
        assert (await get(place.url + path, If_Modified_Since=time)).status == 304
        earlier = format_datetime(told.observed_at - timedelta(seconds=1), usegmt=True)
        assert (await get(place.url + path, If_Modified_Since=earlier)).status == 200
        assert (await get(place.url + path, If_None_Match='"other"', If_Modified_Since=time)).status == 200
        await place.publish(replace(change("Anew."), observed_at=told.observed_at + timedelta(days=1)))
        assert (await get(place.url + path, If_None_Match=tag, If_Modified_Since=time)).status == 200


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_was_fetched_breaks_no_feed(place: Place, text: str) -> None:
    """A hostile quote leaves both feeds valid, and runs in neither."""
    quote = f"We train AI on {text} your uploads."
    told = replace(change(), findings=(replace(change().findings[0], quote=quote),))
    await place.publish(replace(told, edits=(Edit("added", None, Clause(quote)),)))
    async with place.serving():
        atom = parsed((await get(f"{place.url}/changes.atom")).text)
        feed = json.loads((await get(f"{place.url}/changes.json")).text)
    check_json_feed(feed)
    html = feed["items"][0]["content_html"]
    assert "<script" not in html
    assert "<img" not in html
    assert "\u202e" not in html
    assert "your uploads." in atom.entries[0].content[0].value


async def test_a_feed_speaks_the_language_that_is_asked_for(place: Place) -> None:
    """Titles come in the reader's language, ids do not change with it."""
    await place.publish(reworded())
    async with place.serving():
        german = parsed((await get(f"{place.url}/changes.atom", Accept_Language="de")).text)
        english = parsed((await get(f"{place.url}/changes.atom")).text)
    assert german.feed.title == "Clausebell · Letzte Änderungen"
    assert german.entries[0].id == english.entries[0].id
