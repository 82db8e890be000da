"""What people read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser as Html

from bot.model.change import Edit
from bot.model.subscription import ChatName
from bot.model.version import Clause
from bot.site.drawing import About
from bot.store.connect import Client
from tests.fakes.tunegarden import CATALOGUE, EXEMPT, QUOTE, TUNEGARDEN, change
from tests.site.conftest import NOW, WAS, Place, get, inkwell, reworded

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</blockquote></main><h1>ours</h1>",
    "&lt;b&gt; &amp; &#60;",
    "{{ 7 * 7 }} {% raw %}",
    "nul\u0000 and \x1b[31mescape",
    "turned \u202eround\u202c",
    "word" * 400,
]
"""What would end an element, begin another, run, or turn the text around it."""


def seen(html: str, selector: str = "main") -> str:
    """The text of the first element that matches, white space collapsed."""
    found = Html(html).css_first(selector)
    assert found is not None, selector
    return " ".join(found.text().split())


def links(html: str) -> dict[str, str]:
    """Where each link of the page leads, by its text."""
    return {" ".join(a.text().split()): a.attributes["href"] or "" for a in Html(html).css("a[href]")}


async def test_the_front_page_says_what_it_is_and_what_changed(place: Place) -> None:
    """The latest changes stand newest first, each with its day and document, and lead to their own pages."""
    first, second = await place.publish(reworded()), await place.publish(inkwell())
    page = await place.visit("/")
    assert page.status == 200
    assert "rings when the fine print changes" in seen(page.text, "h1")
    entries = [" ".join(entry.text().split()) for entry in Html(page.text).css("section:first-of-type li")]
    assert [entry.split(" critical ")[0] for entry in entries] == [
        "2 March 2026 · Inkwell · Privacy Policy ·",
        "1 March 2026 · Tunegarden · Terms of Service ·",
    ]
    assert {f"/changes/{first.id}", f"/changes/{second.id}", "/platforms/tunegarden"} <= set(links(page.text).values())


async def test_without_a_change_the_front_page_says_so(place: Place) -> None:
    """An empty list is a sentence; nothing that is not known is linked."""
    page = await place.visit("/")
    assert "No change has been announced yet." in seen(page.text)
    assert not [label for label in links(page.text) if label.startswith(("Add to", "Write"))]


async def test_the_front_page_leads_to_what_its_operator_named(place: Place) -> None:
    """Ways to add the bot, a contact and a privacy policy are linked where they are known."""
    ways = {ChatName.SLACK: "/slack/install", ChatName.DISCORD: "https://discord.test/add"}
    place.about = About("https://bell.test/", ways, "me@bell.test", "https://bell.test/policy")
    page = await place.visit("/")
    found = links(page.text)
    assert found["Add to Slack"] == "/slack/install"
    assert found["Add to Discord"] == "https://discord.test/add"
    assert found["Write to us"] == "mailto:me@bell.test"
    assert found["Privacy"] == "https://bell.test/policy"
    assert '<meta property="og:url" content="https://bell.test/">' in page.text


@pytest.mark.parametrize(
    ("chats", "language", "told"),
    [
        ((ChatName.SLACK,), "en", ["A message in Slack: the clause", "The app's Home in Slack: what"]),
        ((ChatName.DISCORD,), "de", ["Eine Nachricht in Discord: die Klausel", "Die Karte in Discord, auf der"]),
        ((), "en", []),
    ],
)
async def test_the_front_page_shows_what_the_bot_does_where_it_can_be_added(
    place: Place, chats: tuple[ChatName, ...], language: str, told: list[str]
) -> None:
    """A picture of each thing, told to who does not see it, another for a phone; each of them is there."""
    place.about = About("https://bell.test/", dict.fromkeys(chats, "/add"))
    page = await place.visit("/", Accept_Language=language)
    html = Html(page.text)
    pictures = [(image.attributes["src"] or "", image.attributes["alt"] or "") for image in html.css(".screens img")]
    assert [alt.startswith(begin) for (_, alt), begin in zip(pictures, told, strict=True)] == [True] * len(told)
    for address in [source for source, _ in pictures] + [
        node.attributes["srcset"] or "" for node in html.css("source")
    ]:
        assert (await place.visit(address)).status == 200


async def test_a_change_stands_before_and_after_on_its_own_page(place: Place) -> None:
    """What was added and what was lost is marked as such, also for who hears the page; the exemption stands by it."""
    told = await place.publish(reworded())
    page = await place.visit(f"/changes/{told.id}")
    quotes = [quote.text().strip() for quote in Html(page.text).css("blockquote")]
    assert quotes[:2] == [QUOTE, EXEMPT]
    spoken = " ".join(quotes[2].split())
    assert spoken == "We [Removed] do not [Added] may share your uploads with partners [Added] for research."
    for hidden in (*(html := Html(page.text)).css(".unseen"),):
        hidden.decompose()
    reads = Html(html.html or "").css("blockquote")[2]
    assert "".join(n.text() for n in reads.css("del")) == "do not"
    assert [n.text() for n in reads.css("ins")] == ["may", "for research"]
    for gone in reads.css("del"):
        gone.decompose()
    assert " ".join(reads.text().split()) == NOW
    assert WAS not in reads.text()


async def test_a_change_tells_from_when_what_to_do_and_where_it_was_read(place: Place) -> None:
    """The day from which it holds, guidance as it stood, and links with the day of reading."""
    told = await place.publish(reworded())
    page = await place.visit(f"/changes/{told.id}")
    text = seen(page.text)
    assert "In force from 1 April 2026" in text
    assert "Also about Sharing or sale of data" in text
    assert "Last checked before this change, which may have overtaken it (1 February 2026)" in text
    assert "There is no opt-out that we could find." in text
    assert "1 March 2026 Read the document" in text
    assert links(page.text)["Read the document"] == told.url
    assert links(page.text)["Tunegarden · Terms of Service"] == "/platforms/tunegarden"


async def test_every_passage_of_a_long_change_is_on_its_page(place: Place) -> None:
    """What an announcement only counts stands here in full."""
    edits = tuple(Edit("added", None, Clause(f"Rule number {n} is new.")) for n in range(60))
    told = await place.publish(replace(change(), edits=(*change().edits, *edits)))
    text = seen((await place.visit(f"/changes/{told.id}")).text)
    assert all(f"Rule number {n} is new." in text for n in range(60))


async def test_a_change_that_was_taken_back_says_so(place: Place) -> None:
    """Its page names the day and leads to the change that took it back."""
    told = await place.publish(reworded())
    back = replace(
        change("Nothing."), id="ffff000011112222", reverts=told.id, observed_at=told.observed_at + timedelta(days=3)
    )
    await place.publish(back)
    page = await place.visit(f"/changes/{told.id}")
    assert "Taken back on 4 March 2026." in seen(page.text)
    assert f"/changes/{back.id}" in links(page.text).values()


async def test_a_platform_is_told_as_its_answer_in_chat_is(place: Place) -> None:
    """What its texts say of training, the exemption, the way out, what was said, its changes and its documents."""
    told = await place.publish(reworded())
    page = await place.visit("/platforms/tunegarden")
    text = seen(page.text)
    for sentence in (
        "Tunegarden may train AI on people's content or data.",
        "Under other rules, as read on 1 February 2026: Label music.",
        "There is no opt-out that we could find.",
        "Uploads were never used. That is a statement, not a clause.",
        "Last read on 1 March 2026 Terms of Service",
    ):
        assert sentence in text
    assert links(page.text)["Terms of Service"] == "https://tunegarden.test/terms"
    assert f"/changes/{told.id}" in links(page.text).values()


async def test_a_document_that_was_never_read_is_said_to_be(place: Place) -> None:
    """No day is made up; what is not known of a platform is not known."""
    text = seen((await place.visit("/platforms/inkwell")).text)
    assert "Not read yet Privacy Policy" in text
    assert "We do not know what Inkwell says about AI training." in text


async def test_a_platform_goes_by_its_other_names(place: Place) -> None:
    """Another spelling leads to the one address."""
    answer = await place.visit("/platforms/Tune%20Garden")
    assert (answer.status, answer.headers["Location"]) == (301, "/platforms/tunegarden")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/changes/0123456789abcdef", "That change is no longer known here."),
        ("/platforms/tunegardn", "There is no platform called “tunegardn” in the catalogue."),
        ("/platforms/nobody.atom", "There is no platform called “nobody” in the catalogue."),
        ("/nowhere", "There is no page at this address."),
    ],
)
async def test_what_does_not_exist_is_said_in_words_with_a_way_on(place: Place, path: str, told: str) -> None:
    """The answer is 404, and leads to the latest changes."""
    answer = await place.visit(path)
    assert answer.status == 404
    assert seen(answer.text, "h1") == told
    assert Html(answer.text).css_first("a.button").attributes["href"] == "/"  # type: ignore[union-attr]


async def test_a_name_that_comes_near_is_offered(place: Place) -> None:
    """Who mistypes a platform finds it."""
    answer = await place.visit("/platforms/tunegardn")
    assert links(answer.text)["Tunegarden"] == "/platforms/tunegarden"


async def test_without_its_store_the_site_says_so(place: Place, redis: Client) -> None:
    """While Redis refuses to answer, pages say in words that it passes, and are not kept; the process stays up."""
    async with place.serving():
        assert (await get(place.url)).status == 200
        await redis.execute_command("CONFIG", "SET", "requirepass", "changed")
        await redis.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
        try:
            page = await get(place.url)
            metrics = await get(f"{place.url}/metrics")
        finally:
            await redis.execute_command("CONFIG", "SET", "requirepass", "")
    assert (page.status, page.headers["Cache-Control"]) == (503, "public, max-age=0")
    assert "not working at the moment" in seen(page.text, "h1")
    assert "clausebell_store_up 0.0" in metrics.text


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "de", "Letzte Änderungen"),
        ("nl, fr;q=0.8, en;q=0.7", "fr", "Dernières modifications"),
        ("en;q=0.2, ja;q=0.9", "ja", "最近の変更"),
        ("pt-PT", "pt-BR", "Últimas alterações"),
        ("es", "es", "Últimos cambios"),
        ("tlh", "en", "Latest changes"),
        (";;q=x,,", "en", "Latest changes"),
        ("", "en", "Latest changes"),
    ],
)
async def test_pages_come_in_the_language_that_the_browser_asks_for(
    place: Place, asked: str, code: str, told: str
) -> None:
    """The first of those asked for that we speak; what keeps pages is told that they differ by it."""
    page = await place.visit("/", Accept_Language=asked)
    assert f'<html lang="{code}">' in page.text
    assert told in page.text
    assert (page.headers["Vary"], page.headers["Content-Language"]) == ("Accept-Language", code)


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_was_fetched_is_text_and_nothing_else(place: Place, text: str) -> None:
    """A quote that would end an element, run or turn the text around it stands there as text."""
    quote = f"We train AI on {text} your uploads."
    told = replace(change(), findings=(replace(change().findings[0], quote=quote, exceptions=(text,)),))
    told = await place.publish(replace(told, edits=(Edit("added", None, Clause(quote)),)))
    page = await place.visit(f"/changes/{told.id}")
    html = Html(page.text)
    assert page.status == 200
    assert [len(html.css(tag)) for tag in ("script", "img", "main", "h1")] == [0, 0, 1, 1]
    assert not {"\u202e", "\x00", "\x1b"} & set(page.text)
    if text.isprintable():
        assert html.css_first("blockquote").text().strip() == quote  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%FF%FE", "%ED%A0%BD", "%00%E2%80%AE"])
async def test_names_in_an_address_are_text_too(place: Place, name: str) -> None:
    """What somebody puts into an address is not drawn as mark-up."""
    page = await place.visit(f"/platforms/{name}")
    assert page.status == 404
    assert "<script" not in page.text


async def test_a_page_that_is_the_same_is_not_sent_again(place: Place) -> None:
    """Who names the digest that they have gets a 304, until something changes."""
    await place.publish(reworded())
    async with place.serving():
        first = await get(place.url)
        again = await get(place.url, If_None_Match=first.headers["ETag"])
        assert (again.status, again.text) == (304, "")
        await place.publish(inkwell())
        assert (await get(place.url, If_None_Match=first.headers["ETag"])).status == 200


async def test_what_is_stored_is_told_in_the_words_of_each_chat(place: Place) -> None:
    """The privacy page says of Discord and of Slack what the bot says there, and that visitors are not counted."""
    text = seen((await place.visit("/privacy")).text)
    assert "/privacy erase" in text
    assert "/clausebell privacy erase" in text
    assert "not counted" in text


async def test_changes_of_a_platform_that_left_the_catalogue_are_not_shown(place: Place) -> None:
    """Neither in the list nor by their address."""
    told = await place.publish(inkwell())
    place.catalogue = type(CATALOGUE)([TUNEGARDEN])
    assert "Inkwell" not in (await place.visit("/")).text
    assert (await place.visit(f"/changes/{told.id}")).status == 404


async def test_moments_carry_their_time_for_machines(place: Place) -> None:
    """Each day of a moment stands in a `time` element."""
    told = await place.publish(reworded())
    page = await place.visit(f"/changes/{told.id}")
    times = {node.attributes["datetime"] for node in Html(page.text).css("time")}
    assert times == {datetime(2026, 3, 1, 12, tzinfo=UTC).isoformat()}
