"""HTML to clauses."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SourceError
from bot.model.version import Snapshot, Version
from bot.watch.page import Page, read_page

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
PROSE = [
    "These terms are an agreement between you and Tunegarden, and they hold for everything that you do on it.",
    "You keep all rights in the works that you upload, and you let us show them to the people whom you choose.",
    "We may change these terms, and we will write to you at least thirty days before a change takes effect.",
    "Our moderators may remove works that break the law, and they will tell you why and how you can object.",
]
TEXT = "".join(f"<p>{line}</p>" for line in PROSE * 5)


def snapshot(html: str | bytes, media_type: str = "text/html", charset: str | None = None) -> Snapshot:
    """A page as it was fetched."""
    body = html.encode() if isinstance(html, str) else html
    return Snapshot("https://tunegarden.test/terms", NOON, body, media_type, charset)


def read(html: str | bytes, select: Sequence[str] = (), remove: Sequence[str] = ()) -> Version:
    """The version that a page holds."""
    return read_page(snapshot(html), select=select, remove=remove)


def texts(html: str | bytes, select: Sequence[str] = ("body",), remove: Sequence[str] = ()) -> list[str]:
    """The texts of its clauses; all of the page unless a selector is given."""
    return [clause.text for clause in read(html, select, remove).clauses]


def test_blocks_become_clauses_with_path_and_lead() -> None:
    """Headings, paragraphs, items, rows, definitions and bare text come out in order, with what stands above them."""
    found = read(
        "<h1>Terms</h1>Hello <b>you</b><p>You must not:</p>"
        "<ul><li>copy<ul><li>songs</li></ul></li><li><p>sell</p></li></ul>"
        "<table><tr><th>Why</th><th>What</th></tr><tr><td>Pay</td><td>Name<br>Card</td></tr></table>"
        "<dl><dt>Work</dt><dd>What you upload</dd></dl><p><strong>Fees</strong></p><div>None.</div>",
        ["body"],
    )
    assert [(c.text, c.kind, c.path, c.lead) for c in found.clauses] == [
        ("Terms", "heading", (), ()),
        ("Hello you", "paragraph", ("Terms",), ()),
        ("You must not:", "paragraph", ("Terms",), ()),
        ("copy", "item", ("Terms",), ("You must not:",)),
        ("songs", "item", ("Terms",), ("You must not:", "copy")),
        ("sell", "item", ("Terms",), ("You must not:",)),
        ("Why | What", "row", ("Terms",), ()),
        ("Pay | Name Card", "row", ("Terms",), ()),
        ("Work", "paragraph", ("Terms",), ()),
        ("What you upload", "item", ("Terms",), ("Work",)),
        ("Fees", "heading", ("Terms",), ()),
        ("None.", "paragraph", ("Terms", "Fees"), ()),
    ]


def test_block_boundaries_part_words_and_inline_ones_do_not() -> None:
    """Sentences are never glued where a block ends, and never cut where emphasis does."""
    html = "<div>One.</div><div>Two<span>ty</span></div>Three<section>Four</section><p>Fi<br>ve.<br>Six"
    assert texts(html) == ["One.", "Twoty", "Three", "Four", "Fi ve.", "Six"]


def test_layout_tables_and_single_cells_are_no_rows() -> None:
    """A table that only places things, or has one column, is read as if it were not there."""
    html = (
        "<table role=presentation><tr><td><p>One</p></td><td>Two</td></tr></table><table><tr><td><ul><li>Three</table>"
    )
    assert [(c.text, c.kind) for c in read(html, ["body"]).clauses] == [
        ("One", "paragraph"),
        ("Two", "paragraph"),
        ("Three", "item"),
    ]


def test_a_list_in_a_cell_is_compared_item_by_item() -> None:
    """Cells with several blocks make several clauses, introduced by the first cell."""
    found = read(
        "<table><tr><td>Train models</td><td><ul><li>Posts</li><li>Likes</li></ul></td></tr></table>", ["body"]
    )
    assert [(c.text, c.lead) for c in found.clauses] == [
        ("Train models", ()),
        ("Posts", ("Train models",)),
        ("Likes", ("Train models",)),
    ]


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>x()</script><style>p{}</style><template><p>x</p></template><noscript>x</noscript>",
        "<p hidden>x</p><p aria-hidden=true>x</p><p style='color:red; display: none'>x</p>",
        "<div role=dialog>x</div><dialog>x</dialog><div aria-modal=true>x</div>",
        "<nav>x</nav><div role=navigation>x</div><span class=sr-only>x</span>",
        "<button>x</button><select><option>x</select><textarea>x</textarea><svg><text>x</text></svg>",
        "<time>4 minutes ago</time><!-- x -->",
    ],
)
def test_what_nobody_reads_as_the_document_is_left_out(unseen: str) -> None:
    """Scripts, hidden parts, dialogs, navigation, controls and clocks leave no clause."""
    assert texts(f"<p>Seen</p>{unseen}") == ["Seen"]


def test_parts_that_a_control_opens_are_read() -> None:
    """Closed panels of an accordion are the document, and the buttons in its headings are its headings."""
    html = (
        "<h2><button aria-expanded=false aria-controls=p1>Fees</button></h2><div id=p1 hidden>We take none.</div>"
        "<details><summary>Conduct</summary><p>Be kind.</p></details><p hidden=until-found>Found.</p>"
    )
    found = read(html, ["body"]).clauses
    assert [c.text for c in found] == ["Fees", "We take none.", "Conduct", "Be kind.", "Found."]
    assert found[3].path == ("Fees", "Conduct")


def test_hidden_text_that_is_the_page_is_read() -> None:
    """Where more is hidden than shown, scripts would have shown it, and it is the document."""
    assert texts(f"<p>Loading</p><div style='display:none'>{TEXT}</div>")[1] == PROSE[0]


def page(text: str = TEXT, *, main: str = "main", around: int = 0) -> str:
    """A page with a menu, a banner, teasers and a footer, all of which change with `around`."""
    return f"""<html><head><title>Terms | Tunegarden</title><script>var t={around}</script></head><body>
    <div class=cookie-banner role=dialog><p>We use cookies, by the {around}th rule, to make this site better for you and
    for everyone else who comes here to listen.</p><button>Accept</button></div>
    <header><ul><li><a href="/a?sid={around}">Menu {around}</a></li><li><a href=/b>Prices</a></li></ul></header>
    <{main} id=content><h1>Terms</h1><p>Last updated: 4 March 2031</p>
    <ul><li><a href="#1">One</a></li><li><a href="#2">Two</a></li><li><a href="#3">Three</a></li></ul>{text}
    <div><span>Was this helpful?</span><button>Yes</button><button>No</button><span>{around} of 99 say so</span></div>
    </{main}><aside><h3>Related</h3><ul><li><a href=/t{around}>Teaser {around}</a></li></ul></aside>
    <div class=more><h3>Start today</h3><a href=/try>Try it free for {around} days</a></div>
    <footer><p>&copy; 2031 Tunegarden. Made at 12:00:{around:02}, request {around:016x}.</p></footer></body></html>"""


@pytest.mark.parametrize("main", ["main", "article", "div"])
def test_the_main_content_is_stable_under_what_changes_around_it(main: str) -> None:
    """Without a selector, menus, banners, teasers, clocks, counters and tracking are not the document."""
    first, second = read(page(main=main, around=1)), read(page(main=main, around=2))
    assert [c.text for c in first.clauses] == ["Terms", "Last updated: 4 March 2031", *PROSE * 5]
    assert first.fingerprint == second.fingerprint
    assert first.title == "Terms | Tunegarden"


@pytest.mark.parametrize("main", ["main", "div"])
def test_a_new_sentence_in_the_main_content_is_seen(main: str) -> None:
    """One short item more, anywhere in the text, makes another fingerprint."""
    changed = page(TEXT.replace("</p>", "</p><ul><li>Training of AI</li></ul>", 1), main=main)
    assert read(page(main=main)).fingerprint != read(changed).fingerprint


def test_a_policy_in_several_boxes_is_read_whole() -> None:
    """Boxes beside each other that hold prose belong together, though one holds nearly all of it."""
    html = f"<body><div><a href=/>Home</a></div><div><div>{TEXT}</div><div><p>{PROSE[0]} Really.</p></div></div></body>"
    assert texts(html, ())[-1] == f"{PROSE[0]} Really."


def test_a_notice_above_the_title_is_part_of_the_text() -> None:
    """What announces new terms stands there, and is no link."""
    html = f"<main><a href=/>Home</a><p>New terms hold from May.</p><h1>Terms</h1>{TEXT}<h4>Tunegarden Ltd</h4></main>"
    found = texts(html, ())
    assert found[:2] == ["New terms hold from May.", "Terms"]
    assert found[-1] == "Tunegarden Ltd"


def test_what_opens_sections_is_no_question() -> None:
    """Short panels under buttons are kept, where "Yes" and "No" are not."""
    panel = "<h3><button aria-expanded=true>Fees</button></h3><div>None.</div>"
    html = f"<main>{TEXT}<div>{panel}{panel}</div><div>Helpful? <button>Yes</button><button>No</button></div></main>"
    assert texts(html, ())[-4:] == ["Fees", "None.", "Fees", "None."]


def test_a_declared_part_may_be_of_any_kind() -> None:
    """An aside or a form that was named is the document, and asides inside it are kept."""
    assert texts("<aside>One<aside>Two</aside></aside>", ["body > aside"]) == ["One", "Two"]


def test_declared_parts_are_read_in_their_order() -> None:
    """Selectors choose and order the parts, `remove` takes from them, and the extractor names both."""
    html = "<div class=b>Second<i class=x> not</i></div><div class=a>First</div><div class=c>Third</div>"
    found = read(html, [".a", ".b"], [".x"])
    assert [c.text for c in found.clauses] == ["First", "Second"]
    assert found.extractor.endswith(" .a, .b without .x")
    assert not found.fallback


def test_a_part_inside_another_is_read_once() -> None:
    """Selectors that match nested elements do not double the text."""
    assert texts("<div><p>One</p></div>", ["div", "p"]) == ["One"]


def test_a_selector_that_no_longer_matches_falls_back() -> None:
    """The main content serves, flagged, under the extractor's bare name; a part that is missing is flagged too."""
    found = read(page(), [".gone"])
    assert (found.fallback, found.extractor) == (True, read(page()).extractor)
    assert [c.text for c in found.clauses][:2] == ["Terms", "Last updated: 4 March 2031"]
    assert read(page(), ["main", ".gone"]).fallback


def test_a_selector_that_is_no_css_is_named() -> None:
    """The error says which one, and that trying again does not help."""
    with pytest.raises(SourceError, match=r"'p\[\['") as caught:
        read(page(), ["p[["])
    assert (caught.value.reason, caught.value.permanent) == ("selector", True)


def test_obfuscated_addresses_read_the_same_at_each_visit() -> None:
    """Cloudflare's hex, under whatever key, is the address behind it."""
    forms = [
        '<a class=__cf_email__ data-cfemail="{}">[email&#160;protected]</a>',
        '<a href="/cdn-cgi/l/email-protection#{}"><span>[email protected]</span></a>',
    ]
    for key in (7, 200):
        code = bytes([key, *(letter ^ key for letter in b"rights@tunegarden.test")]).hex()
        for form in forms:
            assert texts(f"<p>Write to {form.format(code)}.") == ["Write to rights@tunegarden.test."]


def test_characters_that_nobody_sees_are_gone() -> None:
    """No-break spaces are spaces; zero-width characters, soft hyphens and loose joiners are nothing."""
    assert texts("<p>\u200dA&nbsp;b\u200b c\u00add \u2060e \u200d f") == ["A b cd e f"]


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("<p>Gebühr".encode(), "iso-8859-1"),
        ("<p>Gebühr".encode("cp1252"), None),
        ("<p>Gebühr".encode("latin-1"), "utf-8"),
        ("<meta charset=iso-8859-1><p>Gebühr".encode("latin-1"), None),
        ("<p>Gebühr".encode("utf-16"), None),
        ("<p>Gebühr".encode("utf-8-sig"), "ascii"),
        ("<p>Gebühr".encode("latin-1"), "no-such-charset"),
        ("<p>Gebühr".encode("latin-1"), "base64"),
    ],
)
def test_wrong_and_missing_charsets_are_seen_through(body: bytes, charset: str | None) -> None:
    """What the bytes are counts for more than what is said of them."""
    (clause,) = read_page(snapshot(body, charset=charset), select=["body"]).clauses
    assert clause.text == "Gebühr"


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_plain_text_and_markdown_are_pages_too(media_type: str) -> None:
    """They go the way of archive records."""
    found = read_page(snapshot("Fees\n====\n\nNone.", media_type))
    assert [(c.text, c.kind) for c in found.clauses] == [("Fees", "heading"), ("None.", "paragraph")]


@pytest.mark.parametrize(
    ("body", "media_type", "reason"),
    [
        (b"", "text/html", "empty"),
        (b"<html><body><script>x</script><svg></svg></body></html>", "text/html", "empty"),
        (b"<frameset><frame src=x></frameset>", "text/html", "empty"),
        (b"%PDF-1.7 ...", "text/html", "pdf broken"),
        (b"{}", "application/json", "not readable: application/json"),
    ],
)
def test_what_shows_no_text_is_an_error_with_a_name(body: bytes, media_type: str, reason: str) -> None:
    """An empty page and a file of another kind say what they are."""
    with pytest.raises(SourceError) as caught:
        read_page(snapshot(body, media_type))
    assert caught.value.reason == reason


def test_a_page_for_browsers_without_scripts_serves_where_nothing_else_does() -> None:
    """What stands in <noscript> is read only where the page has next to no text without it."""
    assert texts(f"<div>Loading</div><noscript>{TEXT}</noscript>", ())[1] == PROSE[0]


def test_the_sketch_stays_where_the_text_does() -> None:
    """Scripts, tokens in attributes and what stands around do not move it; text and what is hidden do."""

    def sketch(html: str, select: Sequence[str] = ()) -> str:
        return Page(snapshot(html), select=select).sketch

    noisy = page(around=7).replace("7 of 99", "0 of 99").replace("<p>These", "<p data-token=1><script>t</script>These")
    assert sketch(page()) == sketch(noisy)
    assert sketch(page()) != sketch(page().replace("thirty days", "three days"))
    assert sketch(page()) != sketch(page().replace("<p>We may", "<p hidden>We may"))
    assert sketch(page()) != sketch(page(), ["main"])
    assert Page(snapshot(page())).read() == read(page())


HOSTILE = {
    "one line": b"<p>" + b"word " * 1_000_000,
    "deep": b"<div>" * 60_000 + b"<p>word",
    "deep and closed": b"<div>" * 60_000 + b"word" + b"</div>" * 60_000,
    "deep lists": b"<ul><li>x" * 20_000,
    "deep tables": b"<table><tr><td>a<td>b" * 8_000,
    "tags without end": b"<a " * 300_000 + b">word",
    "buttons": b"<div><button>x</button>" * 8_000,
    "hidden": b"word<div hidden><p>x" * 8_000,
    "addresses": b"<a href=x>" + b"a@" * 1_000_000,
    "joiners": ("word a" + "\u200d" * 400_000 + "b").encode(),
    "attributes": b"<p>word<a " + b" ".join(b"x%d" % n for n in range(100_000)) + b">word",
    "attributes with ends in them": b"<p>word<a " + b"".join(b"x%d='>'" % n for n in range(100_000)) + b">word",
    "names": b"<p>word" + b"".join(b"<x%d>" % n for n in range(200_000)) + b"word",
    "attributes of many bodies": b"<p>word" + b"".join(b"<body x%d>" % n for n in range(100_000)) + b"word",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.timeout(20)
def test_hostile_pages_cost_time_in_proportion(name: str) -> None:
    """Megabytes of nested or unfinished mark-up are read, where the square of their size would never end."""
    assert read(HOSTILE[name]).clauses


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<ul>",
                "<li>",
                "</ul>",
                "<table>",
                "<tr>",
                "<td>",
                "</table>",
                "<b>",
                "</b>",
                "<h2>",
                "</h2>",
                "<a>",
                "x.",
                "y:",
                "<br>",
            ]
        )
    )
)
def test_any_mark_up_keeps_its_words(parts: list[str]) -> None:
    """Broken nesting never raises, and of a declared part no word is lost or doubled."""
    words = sum(part in {"x.", "y:"} for part in parts)
    try:
        found = texts(" ".join(parts))
    except SourceError:
        found = []
    assert sum(text.count("x.") + text.count("y:") for text in found) == words


@given(st.binary(max_size=400))
def test_any_bytes_can_be_read(body: bytes) -> None:
    """Bytes of any kind give clauses or an error of ours."""
    with suppress(SourceError):
        read(body)
