"""One pass over the catalogue: `check`, which records, and `probe`, which only asks."""

from pathlib import Path

import pytest
from aiohttp import web

from bot import app, settings
from bot.model.platform import Catalogue, Document, PageSource, Platform, Source
from bot.model.version import DocumentKey
from bot.settings import Settings
from tests.watch.conftest import Site

TEXT = "<p>You keep all rights in the works that you upload to Tunegarden, and we show them to your friends.</p>" * 20


def catalogue(site: Site, **documents: PageSource) -> Catalogue:
    """A platform with these documents, each at the path of its name."""
    rows = [
        Document(id=name, type="Terms of Service", url=f"{site.url}/{name}", sources=[Source(page=page)])
        for name, page in documents.items()
    ]
    return Catalogue([Platform(id="t", name="T", categories=["music"], homepage=site.url, documents=rows)])


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    """Settings with which pages on this machine are read, without waiting between them."""
    private = {"CLAUSEBELL_ALLOW_PRIVATE_ADDRESSES": "1", "CLAUSEBELL_WATCH__HOST_SPACING": "0"}
    return settings.load({"CLAUSEBELL_DATA": str(tmp_path), **private})


async def test_a_document_that_another_takes_costs_the_others_nothing(site: Site, here: Settings) -> None:
    """While it is fetched, another process claims it: its look failed and says why, the other document is read."""
    site.serve("/mine", TEXT.encode())
    async with app.assemble(
        here, catalogue=catalogue(site, mine=PageSource(), taken=PageSource()), throwaway=True
    ) as h:

        async def take(_: web.Request) -> web.Response:
            await h.store.schedule.claim_now("t/taken", 60)
            return web.Response(text=TEXT, content_type="text/html")

        site.pages["/taken"] = take
        looks = {look.key.document: look async for look, _ in app.check(h, h.catalogue.chosen([]))}
        assert (looks["mine"].outcome, looks["taken"].outcome) == ("first", "failed")
        assert "another worker" in looks["taken"].error
        assert (await h.store.documents.state(DocumentKey("t", "taken"))).fingerprint == ""


async def test_a_probe_names_what_cannot_be_read(site: Site, here: Settings) -> None:
    """A page that is gone, and one on which a declared part no longer stands; one that is well has no error."""
    for path in ("/well", "/astray"):
        site.serve(path, f"<main>{TEXT}</main>".encode())
    known = catalogue(site, well=PageSource(select=["main"]), astray=PageSource(select=["#terms"]), gone=PageSource())
    found = {name: error and error.reason async for name, error in app.probe(here, known)}
    assert found == {"t/well page": None, "t/astray page": "selector", "t/gone page": "status 404"}
