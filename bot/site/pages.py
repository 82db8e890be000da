"""The pages for people: the latest changes, a platform, a change, what is stored, and words where there is no page."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from aiohttp import web

from bot.ask import queries
from bot.errors import StoreError, UnknownChange, UnknownPlatform
from bot.model.platform import Catalogue
from bot.ports import Documents, News
from bot.read.marks import marks
from bot.site.drawing import About, draw
from bot.wording import pages
from bot.wording.language import Language, Languages
from bot.wording.pages import Page

LATEST, OF_PLATFORM, OTHERS = 30, 30, 5
"""Changes on the front page, on that of a platform, and further ones on that of a change."""
MINUTE, HOUR = 60, 3600
"""Seconds for which pages may be kept."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Pages:
    """What people read, in the language that their browser asks for."""

    catalogue: Catalogue
    documents: Documents
    news: News
    languages: Languages
    about: About

    @property
    def routes(self) -> Sequence[web.RouteDef]:
        """What is served."""
        return [
            web.get(pages.HOME, self._latest),
            web.get("/platforms/{platform:[^/.]+}", self._platform),
            web.get("/changes/{change}", self._change),
            web.get(pages.PRIVACY, self._privacy),
        ]

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Say in words, with a way on, that something does not exist or cannot be read at the moment."""
        language = self._language(request)
        try:
            return await handler(request)
        except UnknownPlatform as error:
            near = [self.catalogue.platforms[platform] for platform in error.near]
            say = partial(pages.missing, pages.no_platform(error.typed, language), near)
        except UnknownChange:
            say = partial(pages.missing, pages.no_change(language), ())
        except web.HTTPNotFound:
            say = partial(pages.missing, "", ())
        except StoreError:
            return await self._draw(request, pages.unavailable, keep=0, status=503)
        return await self._draw(request, say, keep=MINUTE, status=404)

    async def _latest(self, request: web.Request) -> web.Response:
        told = await queries.latest_changes(self.news, self.catalogue, None, LATEST)
        return await self._draw(request, partial(pages.latest, told, self.catalogue, self.about.ways), keep=MINUTE)

    async def _platform(self, request: web.Request) -> web.Response:
        platform = self.catalogue.find(request.match_info["platform"])
        if platform.id != request.match_info["platform"]:
            raise web.HTTPMovedPermanently(pages.platform_at(platform))
        told = await queries.latest_changes(self.news, self.catalogue, platform, OF_PLATFORM)
        read = await queries.last_read(self.documents, platform)
        return await self._draw(request, partial(pages.platform, platform, told, read), keep=MINUTE)

    async def _change(self, request: web.Request) -> web.Response:
        told = await self.news.change(request.match_info["change"])
        platform = self.catalogue.platforms.get(told.document.platform) if told else None
        if told is None or platform is None:
            raise UnknownChange(request.match_info["change"])
        latest = await self.news.latest(platform=platform.id, most=OF_PLATFORM)
        others = [other for other in latest if other.id != told.id]
        others = [other for n, other in enumerate(others) if n < OTHERS or other.reverts == told.id]
        say = partial(pages.change, told, platform, others, marks=marks)
        return await self._draw(request, say, keep=MINUTE)

    async def _privacy(self, request: web.Request) -> web.Response:
        return await self._draw(request, partial(pages.privacy, self.languages), keep=HOUR)

    async def _draw(
        self, request: web.Request, say: Callable[[Language], Page], *, keep: int, status: int = 200
    ) -> web.Response:
        language = self._language(request)
        return await draw(request, self.about, language, lambda: say(language), keep=keep, status=status)

    def _language(self, request: web.Request) -> Language:
        return self.languages.accepted(request.headers.get("Accept-Language", ""))
