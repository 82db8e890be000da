"""Pages that would take longer to parse than their size allows."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from bot.watch.bounded import _DEEPEST, _depth, bounded

MANY = 12_000
KEPT = 2_000  # attributes of a tag that are never cut where it is short
LEGAL = "".join(f'<p id="p{n}" class=clause>You may upload {n} songs, and "we" host them.</p>\n' for n in range(900))
NOT_TAGS = {
    "script": "<script>for (i=0;i<n;i++) { say('<b' + " + "a + b * c " * 2_000 + ") }</script>",
    "comment": "<!-- if a <b then " + "word " * 5_000 + "-->",
    "drawing": '<svg><path d="M' + " 10 20" * 5_000 + '"/></svg>',
    "text": "<p>A <b>few</b> <i>words, " + "word " * 5_000 + "</i></p>",
    "sign": "<p>a < b " + "word " * 5_000 + "</p>",
}


@pytest.mark.parametrize("form", ["x{} ", "x{}/", "x{}=1 ", "x{}='>' ", 'x{}="</p><p>"', "x{} = '<' ", "\"x{}' "])
def test_attributes_beyond_any_use_are_cut(form: str) -> None:
    """Of a tag with very many attributes the first stay, however they are written, and so does all text."""
    crowd = "".join(form.format(n) for n in range(MANY))
    page = f"{LEGAL}<p>word<a id=a href=#here {crowd}>link</a> word</p>{LEGAL}".encode()
    was, now = LexborHTMLParser(page), LexborHTMLParser(bounded(page))
    assert len(now.css("#a")[0].attributes) < KEPT < len(was.css("#a")[0].attributes)
    assert now.css("#a")[0].attributes["href"] == "#here"
    assert now.body
    assert was.body
    assert now.body.text() == was.body.text()


def test_a_second_body_has_no_attributes() -> None:
    """What further tags of a body would add to the first is left out, and nothing else."""
    page = "<body class=a>" + "".join(f"<body x{n}=1><p class=b>word{n}</p>" for n in range(MANY))
    body = LexborHTMLParser(bounded(page.encode())).body
    assert body
    assert body.attributes == {"class": "a"}
    assert body.text().startswith("word0word1word2")
    assert len(body.css("p.b")) == MANY


@pytest.mark.parametrize("kind", NOT_TAGS)
def test_other_pages_are_left_as_they_are(kind: str) -> None:
    """Long scripts, comments, drawings and paragraphs are no tags with many attributes."""
    page = f"<html lang=en><body class=x>{LEGAL}{NOT_TAGS[kind]}{LEGAL}</body></html>".encode()
    assert bounded(page) == page
    large = page.replace(b"</body>", LEGAL.encode() * 4 + b"</body>")
    assert bounded(large) == large


@pytest.mark.parametrize(
    ("part", "deep"),
    [("<main><h1>A</ul></ul>", True), ("<div><span>A</div>", False), ("<div><p>A</div>", False)],
    ids=["ends of what is not open", "an end closes what is open inside", "what ends by itself"],
)
def test_depth_is_that_of_a_browser(part: str, *, deep: bool) -> None:
    """A page that nests without end is seen to, whatever ends stand between, and one that does not is left alone."""
    assert (_depth((part * 2_000).encode()) > _DEEPEST) is deep


ORDINARY = "<b class=b id=c title=d lang=e dir=f>word</b>"
NAMES = {
    "tags": "<x{}>word</x{}>",
    "ends": "word</x{}>",
    "attributes": "<b x{}=1 y{}=2>word</b>",
    "tags among ordinary ones": f"<x{{}}>word</x{{}}>{ORDINARY * 3}",
    "attributes among ordinary ones": f"<b a b c d e f g h i j k l x{{}}>word</b>{ORDINARY * 3}",
}


@pytest.mark.parametrize("form", NAMES.values(), ids=NAMES.keys())
def test_names_beyond_any_use_are_one(form: str) -> None:
    """Of tens of thousands of made-up names of tags and attributes few are left, and all the text is."""
    page = "<p>" + "".join(form.format(n, n) for n in range(3 * MANY))
    read = LexborHTMLParser(bounded(page.encode()))
    assert read.body
    assert read.body.text() == "word" * 3 * MANY * form.count("word")
    assert len({(node.tag, *node.attributes) for node in read.css("p *")}) <= 3 * KEPT
