"""Draws pages with the templates beside this module: everything put in is cleaned and escaped, nothing marked safe."""

import asyncio
import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import aiohttp_jinja2
from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.model.subscription import ChatName
from bot.site.responses import answer, base
from bot.wording import pages
from bot.wording.language import Language
from bot.wording.pages import Page

HERE = Path(__file__).parent
STYLE = "/static/site.css"

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters, what XML does not take, and what turns the direction of what follows."""


class About(NamedTuple):
    """What the pages say of their installation.

    `public_url` is where it is reached, `ways` where the bot is added to each chat, as far as that is known.
    """

    public_url: str = ""
    ways: Mapping[ChatName, str] = {}
    contact: str = ""
    privacy: str = pages.PRIVACY

    @property
    def write(self) -> str:
        """Where a link to the contact leads."""
        return f"mailto:{self.contact}" if "@" in self.contact and "://" not in self.contact else self.contact


def set_up(app: web.Application) -> None:
    """Give the application the templates."""
    digest = hashlib.blake2b((HERE / "static" / "site.css").read_bytes(), digest_size=6).hexdigest()
    environment = aiohttp_jinja2.setup(
        app,
        loader=FileSystemLoader(HERE / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        filters={"kind": lambda part: type(part).__name__},
    )
    environment.globals["style"] = f"{STYLE}?v={digest}"


def templates(request: web.Request) -> Environment:
    """The templates of the application that was asked."""
    return aiohttp_jinja2.get_env(request.app)


async def draw(
    request: web.Request, about: About, language: Language, say: Callable[[], Page], *, keep: int, status: int = 200
) -> web.Response:
    """The page that `say` gives, which others may `keep` for so many seconds; made beside the event loop."""
    address = base(request, about.public_url) + request.path

    def body() -> bytes:
        context = {"page": say(), "frame": pages.frame(language), "about": about, "address": address}
        return templates(request).get_template("page.html").render(context).encode()

    return answer(request, await asyncio.to_thread(body), "text/html", language=language.code, keep=keep, status=status)


def clean(text: str) -> str:
    """The text without what cannot be seen or sent."""
    return _UNSEEN.sub("", text)


def _shown(value: object) -> object:
    """What a template puts in; of that, only what templates themselves made is mark-up."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
