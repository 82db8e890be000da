"""A platform as its file in `config/platforms/` describes it, and the catalogue of all of them.

The JSON Schema in `config/schema/platform.json` is made from these classes; the descriptions below are its text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from rapidfuzz import fuzz, process

from bot.errors import ConfigurationError, Mistake, UnknownPlatform
from bot.model.guidance import AiTraining, OptOut, Statement
from bot.model.mistake import did_you_mean
from bot.model.version import DocumentKey
from bot.model.written import Duration, Slug, WebAddress

SourceKind = Literal["page", "browser", "archive"]

_NEAR = 70.0  # least rapidfuzz WRatio for "did you mean"; measured on one-letter typos of the catalogue's names


def _one_or_more(written: object) -> object:
    return [written] if isinstance(written, str) else written


Selectors = Annotated[
    list[str],
    BeforeValidator(_one_or_more),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}], "default": []}),
]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class PageSource(_Entry):
    """A page or PDF, and which part of a page is the document."""

    url: WebAddress | None = None
    """Address to fetch; the document's own where left out."""
    select: Selectors = []
    """CSS selectors of the parts that make up the document, in this order; the main content where left out."""
    remove: Selectors = []
    """CSS selectors of what is left out inside the selected parts."""


class Source(_Entry):
    """Where a document is read: exactly one of `page`, `browser` and `archive`."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    page: PageSource | None = None
    """A web page, fetched over HTTP."""
    browser: PageSource | None = None
    """A web page that shows its text only in a browser."""
    archive: str | None = None
    """An Open Terms Archive record: `collection-versions/Service/Terms type`."""

    @model_validator(mode="before")
    @classmethod
    def _bare_page(cls, data: object) -> object:
        if isinstance(data, dict):
            return {kind: {} if value is None else value for kind, value in data.items()}
        return data

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("name exactly one of page, browser, archive")
        return self

    @property
    def kind(self) -> SourceKind:
        """Which of the three it is."""
        return "page" if self.page else "browser" if self.browser else "archive"


class Document(_Entry):
    """One watched text of a platform."""

    id: Slug
    """Short name, unique within the platform."""
    type: str = Field(min_length=1, max_length=80)
    """Type of terms, as Open Terms Archive names it: Terms of Service, Privacy Policy, …"""
    url: WebAddress
    """The page that people are sent to."""
    sources: list[Source] = [Source(page=PageSource())]
    """Where it is read, tried in this order; the next when one keeps failing."""
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}$")
    """ISO 639 code of the language that the page is expected in."""
    interval: Duration | None = None
    """How often it is looked at; as the setting `watch.page_interval` says where left out."""


class Platform(_Entry):
    """A service that creators use."""

    id: Slug
    """Short name, the same as the file's."""
    name: str = Field(min_length=1, max_length=60)
    """Name as people write it."""
    aliases: list[str] = []
    """Other names that people type."""
    categories: list[Slug] = Field(default=[], min_length=1)
    """Groups by which a community may watch: music, art, video, social, …"""
    homepage: WebAddress
    """Front page."""
    documents: list[Document] = Field(min_length=1)
    """The texts that are watched."""
    feeds: list[WebAddress] = []
    """The platform's own news feeds."""
    ai_training: AiTraining | None = None
    """What its texts say of AI training; left out where we do not know."""
    opt_out: OptOut | None = None
    """What a creator can do; left out where we do not know."""
    statements: list[Statement] = []
    """What the company said, oldest first."""

    @model_validator(mode="after")
    def _documents_differ(self) -> Self:
        ids = [document.id for document in self.documents]
        if twice := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"document id used twice: {', '.join(twice)}")
        return self


class Feed(_Entry):
    """A news feed that is not one platform's own (`config/feeds.yaml`)."""

    id: Slug
    """Short name, unique among the feeds."""
    name: str = Field(min_length=1, max_length=60)
    """Publisher, as people know it."""
    url: WebAddress
    """Address of the RSS or Atom document."""
    platform: Slug | None = None
    """The platform whose own feed it is."""


class Catalogue:
    """All platforms and feeds, with the look-ups that commands need: exact, forgiving, and as one types.

    `feeds` are those given and the platforms' own.
    """

    def __init__(self, platforms: Iterable[Platform], feeds: Iterable[Feed] = ()) -> None:
        self.platforms: Mapping[str, Platform] = {p.id: p for p in sorted(platforms, key=lambda p: p.id)}
        self.feeds: Mapping[str, Feed] = {f.id: f for f in (*feeds, *own_feeds(self.platforms.values()))}

    def __iter__(self) -> Iterator[Platform]:
        return iter(self.platforms.values())

    def document(self, key: DocumentKey) -> tuple[Platform, Document] | None:
        """The platform and document of this key, or None where the catalogue no longer has them."""
        platform = self.platforms.get(key.platform)
        document = platform and next((d for d in platform.documents if d.id == key.document), None)
        return (platform, document) if platform and document else None

    def keys(self) -> tuple[DocumentKey, ...]:
        """The key of every document."""
        return tuple(DocumentKey(p.id, d.id) for p in self for d in p.documents)

    def chosen(self, names: Sequence[str]) -> tuple[DocumentKey, ...]:
        """The documents that are meant: all, a platform's, or one. Raises `ConfigurationError` for a name we lack."""
        known = self.keys()
        every = {name for key in known for name in (str(key), key.platform)}
        if wrong := [name for name in names if name not in every]:
            problem, remedy = "no such platform or document in the catalogue", "clausebell catalogue list"
            raise ConfigurationError([Mistake(n, problem, did_you_mean(n, sorted(every)) or remedy) for n in wrong])
        return tuple(key for key in known if not names or str(key) in names or key.platform in names)

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """Every category that a platform has, in order."""
        return tuple(sorted({category for platform in self for category in platform.categories}))

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Squeezed name or alias → id. An id wins over a name, a name over an alias."""
        rows = (
            [(a, p.id) for p in self for a in p.aliases]
            + [(p.name, p.id) for p in self]
            + [(p, p) for p in self.platforms]
        )
        return {squeeze(name): platform for name, platform in rows}

    def find(self, typed: str) -> Platform:
        """The platform that goes by what someone typed (id, name or alias; case, accents and spaces do not matter).

        Raises `UnknownPlatform`, with what comes near.
        """
        if found := self._names.get(squeeze(typed)):
            return self.platforms[found]
        raise UnknownPlatform(typed, self.near(typed))

    def near(self, typed: str, most: int = 3) -> tuple[str, ...]:
        """Ids of platforms whose names come close to what was typed, best first."""
        hits = process.extract(squeeze(typed), self._names.keys(), scorer=fuzz.WRatio, limit=12, score_cutoff=_NEAR)
        return tuple(dict.fromkeys(self._names[name] for name, *_ in hits))[:most]

    def complete(self, typed: str, most: int = 25) -> tuple[Platform, ...]:
        """Platforms offered while someone types: those whose names begin so, then contain it, then come near."""
        start = squeeze(typed)
        begins = [p for name, p in self._names.items() if name.startswith(start)]
        holds = [p for name, p in self._names.items() if start in name]
        ids = dict.fromkeys([*sorted(begins), *sorted(holds), *(self.near(typed, most) if start else ())])
        return tuple(self.platforms[i] for i in ids)[:most]


def squeeze(name: str) -> str:
    """A name without case, accents, spaces and punctuation, for look-up."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]+", "", "".join(c for c in letters if not unicodedata.combining(c)))


def own_feeds(platforms: Iterable[Platform]) -> Iterator[Feed]:
    """The platforms' own feeds, each address once; one that several share belongs to none of them."""
    readers: dict[str, list[Platform]] = {}
    for platform in platforms:
        for url in platform.feeds:
            readers.setdefault(url, []).append(platform)
    for url, (first, *others) in readers.items():
        number = first.feeds.index(url)
        yield Feed(
            id=f"{first.id}-{number + 1}" if number else first.id,
            name=first.name,
            url=url,
            platform=None if others else first.id,
        )
