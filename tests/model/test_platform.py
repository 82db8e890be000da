"""Platforms and the catalogue of them."""

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import ValidationError

from bot.errors import UnknownPlatform
from bot.model.guidance import OptOut
from bot.model.platform import Catalogue, Document, Feed, Platform, Source, squeeze
from bot.model.version import DocumentKey


def platform(platform_id: str, **more: Any) -> Platform:
    """A platform with one document."""
    data: Mapping[str, Any] = {
        "id": platform_id,
        "name": platform_id.title(),
        "categories": ["music"],
        "homepage": f"https://{platform_id}.example",
        "documents": [{"id": "terms", "type": "Terms of Service", "url": f"https://{platform_id}.example/terms"}],
    }
    return Platform.model_validate({**data, **more})


CATALOGUE = Catalogue(
    [
        platform("tunegarden", aliases=["tune garden", "TG"]),
        platform("paintbox", name="Páint Box", categories=["art"]),
        platform("x", name="X (Chirper)", aliases=["chirper"], categories=["social"]),
    ]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tunegarden", "tunegarden"),
        ("TUNE  GARDEN", "tunegarden"),
        ("tune-garden", "tunegarden"),
        ("tg", "tunegarden"),
        ("paint box", "paintbox"),
        ("chirper", "x"),
        ("X", "x"),
    ],
)
def test_find(typed: str, found: str) -> None:
    """Case, accents, spaces and punctuation do not matter, and aliases lead to their platform."""
    assert CATALOGUE.find(typed).id == found


def test_find_nothing() -> None:
    """An unknown name is refused with those that come near, best first."""
    with pytest.raises(UnknownPlatform) as caught:
        CATALOGUE.find("tunegardn")
    assert caught.value.near == ("tunegarden",)
    assert caught.value.typed == "tunegardn"


def test_id_wins_over_alias() -> None:
    """A platform's own id leads to it even where another claims it as an alias."""
    assert Catalogue([platform("x"), platform("a", aliases=["x"])]).find("x").id == "x"


def test_complete() -> None:
    """Names that begin so come first, then those that hold it; nothing typed offers all."""
    catalogue = Catalogue([platform("garden"), platform("tunegarden"), platform("other")])
    assert [p.id for p in catalogue.complete("gard")] == ["garden", "tunegarden"]
    assert {p.id for p in catalogue.complete("")} == {"garden", "tunegarden", "other"}
    assert len(catalogue.complete("", most=2)) == 2


def test_document() -> None:
    """A key leads to its platform and document, or to nothing once the catalogue dropped them."""
    found = CATALOGUE.document(DocumentKey("x", "terms"))
    assert found is not None
    assert (found[0].id, found[1].id) == ("x", "terms")
    assert CATALOGUE.document(DocumentKey("x", "privacy")) is None
    assert CATALOGUE.document(DocumentKey("gone", "terms")) is None


def test_keys_and_categories() -> None:
    """Every document has its key; every category stands once."""
    assert list(map(str, CATALOGUE.keys())) == ["paintbox/terms", "tunegarden/terms", "x/terms"]
    assert CATALOGUE.categories == ("art", "music", "social")


def test_own_feeds() -> None:
    """A platform's own feeds are read as its own; one that platforms share is read once, and is nobody's."""
    shared, own = "https://news.example/rss", "https://tunegarden.example/rss"
    catalogue = Catalogue(
        [platform("tunegarden", feeds=[own, shared]), platform("paintbox", feeds=[shared])],
        [Feed(id="daily", name="Daily", url="https://daily.example/rss")],
    )
    assert {feed.id: (feed.url, feed.platform) for feed in catalogue.feeds.values()} == {
        "daily": ("https://daily.example/rss", None),
        "tunegarden": (own, "tunegarden"),
        "paintbox": (shared, None),
    }


def test_source_without_options() -> None:
    """A page needs no selector, and one selector needs no list."""
    assert Source.model_validate({"page": None}).kind == "page"
    source = Source.model_validate({"browser": {"select": "main"}})
    assert source.kind == "browser"
    assert source.browser is not None
    assert source.browser.select == ["main"]
    assert Source.model_validate({"archive": "contrib-versions/A/Terms of Service"}).kind == "archive"


@pytest.mark.parametrize("wrong", [{}, {"page": None, "archive": "a/b/c"}])
def test_source_is_one_thing(wrong: Mapping[str, Any]) -> None:
    """A source is exactly one of page, browser and archive."""
    with pytest.raises(ValidationError, match="exactly one"):
        Source.model_validate(wrong)


def test_documents_differ() -> None:
    """Two documents of a platform cannot share an id."""
    document = {"id": "terms", "type": "Terms of Service", "url": "https://a.example"}
    with pytest.raises(ValidationError, match="used twice: terms"):
        platform("a", documents=[document, document])


def test_document_defaults() -> None:
    """A document without sources is read from its own page, at the common interval."""
    document = Document.model_validate({"id": "terms", "type": "Terms", "url": "https://a.example", "interval": "2h"})
    assert [source.kind for source in document.sources] == ["page"]
    assert document.interval == 7200
    assert platform("a").documents[0].interval is None


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        ({"kind": "none", "available": "unknown"}, "kind: none"),
        ({"kind": "unknown", "available": "no"}, "kind: none"),
        ({"kind": "unknown", "available": "yes"}, "kind: unknown"),
        ({"kind": "account_toggle", "available": "yes"}, "needs `steps` or `url`"),
    ],
)
def test_opt_out_is_consistent(wrong: Mapping[str, Any], match: str) -> None:
    """The kinds "none" and "unknown" are never mixed up, and a switch comes with the way to it."""
    with pytest.raises(ValidationError, match=match):
        OptOut.model_validate({**wrong, "as_of": "2026-08-22"})


def test_squeeze() -> None:
    """Look-up ignores what people write differently."""
    assert squeeze("  Ko-fi Ünïted_2 ") == "kofiunited2"
