"""The latest changes for feed readers: Atom (RFC 4287) and JSON Feed 1.1, of all platforms or of one."""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from aiohttp import web

from bot.ask import queries
from bot.model.change import Change
from bot.model.platform import Catalogue, Platform
from bot.ports import News
from bot.read.marks import marks
from bot.site.drawing import About, clean, templates
from bot.site.responses import answer, base
from bot.wording import announcement, pages
from bot.wording.language import Language, Languages

MOST = 30
KEEP = 300
"""Seconds for which a feed may be kept."""
NEVER = datetime(2024, 1, 1, tzinfo=UTC)
"""When a feed in which nothing stands was last changed: some moment has to be named."""

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"


class Item(NamedTuple):
    """A change as feeds tell it. `id` is the same wherever and in whichever language it is told."""

    id: str
    url: str
    title: str
    html: str
    at: datetime
    document: str
    topics: Sequence[tuple[str, str]]


class Feed(NamedTuple):
    """What stands at the head of a feed, and its items, newest first. `url` is its own, `page` that of its page."""

    url: str
    page: str
    title: str
    language: str
    items: Sequence[Item]

    @property
    def updated(self) -> datetime:
        """When the latest item was seen."""
        return max((item.at for item in self.items), default=NEVER)


@dataclass(frozen=True, slots=True)
class Feeds:
    """Feeds in the language that the reader asks for, which most do not: then in English."""

    catalogue: Catalogue
    news: News
    languages: Languages
    about: About

    @property
    def routes(self) -> Sequence[web.RouteDef]:
        """What is served."""
        return [
            web.get(pages.FEED, self._atom),
            web.get("/changes.json", self._json),
            web.get("/platforms/{platform:[^/.]+}.atom", self._atom),
        ]

    async def _atom(self, request: web.Request) -> web.Response:
        return await self._answer(request, atom, "application/atom+xml")

    async def _json(self, request: web.Request) -> web.Response:
        return await self._answer(request, json_feed, "application/feed+json")

    async def _answer(self, request: web.Request, write: Callable[[Feed], bytes], media_type: str) -> web.Response:
        named = request.match_info.get("platform")
        platform = self.catalogue.find(named) if named else None
        told = await queries.latest_changes(self.news, self.catalogue, platform, MOST)
        language = self.languages.accepted(request.headers.get("Accept-Language", ""))
        modified = max((change.observed_at for change, _ in told), default=NEVER)

        def body() -> bytes:
            return write(self._feed(request, platform, told, language))

        written = await asyncio.to_thread(body)
        response = answer(request, written, media_type, language=language.code, keep=KEEP, modified=modified)
        response.headers["Access-Control-Allow-Origin"] = "*"  # readers that run in a browser
        return response

    def _feed(
        self,
        request: web.Request,
        platform: Platform | None,
        told: Sequence[tuple[Change, Platform]],
        language: Language,
    ) -> Feed:
        origin = base(request, self.about.public_url)
        name = platform.name if platform else "Clausebell"
        return Feed(
            origin + request.path,
            origin + (pages.platform_at(platform) if platform else pages.HOME),
            clean(f"{name} · {language.say('policy-changes')}"),
            language.code,
            [self._item(request, change, its, origin, language) for change, its in told],
        )

    def _item(self, request: web.Request, change: Change, platform: Platform, origin: str, language: Language) -> Item:
        message = announcement.change(change, platform, language, marks=marks)
        marked = pages.frame(language).marks
        context = {"message": message, "quoted": pages.written_in(change, platform), "marks": marked}
        return Item(
            uuid5(NAMESPACE_URL, f"clausebell:change:{change.id}").urn,
            origin + pages.change_at(change.id),
            clean(message.headline),
            templates(request).get_template("item.html").render(context).strip(),
            change.observed_at.astimezone(UTC),
            clean(change.url),
            [(str(topic), language.say(f"topic-{topic}")) for topic in change.topics],
        )


def atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    root = ET.Element("feed", {"xmlns": _ATOM, f"{{{_XML}}}lang": feed.language})
    _text(root, "id", feed.url)
    _text(root, "title", feed.title)
    _text(root, "updated", feed.updated.isoformat())
    _text(ET.SubElement(root, "author"), "name", "Clausebell")
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.url})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    for item in feed.items:
        entry = ET.SubElement(root, "entry")
        _text(entry, "id", item.id)
        _text(entry, "title", item.title)
        _text(entry, "updated", item.at.isoformat())
        _text(entry, "published", item.at.isoformat())
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.url})
        ET.SubElement(entry, "link", {"rel": "related", "href": item.document})
        for term, label in item.topics:
            ET.SubElement(entry, "category", {"term": term, "label": label})
        _text(entry, "content", item.html, type="html")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1 (jsonfeed.org)."""
    items = [
        {
            "id": item.id,
            "url": item.url,
            "external_url": item.document,
            "title": item.title,
            "content_html": item.html,
            "date_published": item.at.isoformat(),
            "tags": [label for _, label in item.topics],
        }
        for item in feed.items
    ]
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.url,
        "language": feed.language,
        "authors": [{"name": "Clausebell", "url": feed.page}],
    }
    return json.dumps(head | {"items": items}, ensure_ascii=False).encode()


def _text(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text
