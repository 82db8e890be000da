"""Pages made of components: elements of their own making, shadow trees, and what shows only while one points at it."""

from datetime import UTC, datetime

import pytest

from bot.model.version import Snapshot
from bot.watch.page import Page

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def page(html: str) -> Page:
    """A page of which all is declared to be the document."""
    return Page(Snapshot("https://tunegarden.test/terms", NOON, html.encode()), select=["body"])


def texts(html: str) -> list[str]:
    """The texts of its clauses."""
    return [clause.text for clause in page(html).read().clauses]


SHADOW = "<template shadowrootmode=open>"
SENTENCE = "Your Content is yours."
WORDS = {
    "a tooltip": "<p>Your Content<span role=tooltip>Songs and pictures.</span> is yours.</p>",
    "a tooltip in a box": "<div>Your Content<div role=tooltip><p>Songs and pictures.</p></div> is yours.</div>",
    "a popover": "<p>Your Content<span popover id=c>Songs and pictures.</span> is yours.</p>",
    "a box named so": (
        "<p>Your <span class=tooltip>Content<span class=tooltiptext>Songs and pictures.</span></span> is yours.</p>"
    ),
    "a box of parts": (
        "<p>Your <span class=c-popover><i class=c-popover__word>Content</i> <i class=c-popover__body>Songs.</i></span>"
        " is yours.</p>"
    ),
    "a button": "<p>Your <button popovertarget=c>Content</button> is yours.</p>",
    "a button with what it opens": (
        "<p>Your <button aria-expanded=false aria-controls=c>Content</button><i id=c hidden>Songs.</i> is yours.</p>"
    ),
    "a button among comments": "<p>Your <!-- --><button type=button>Content</button><!-- --> is yours.</p>",
    "a button at the end": "<p>Your Content is <button>yours</button>.</p>",
    "a definition": "<p>Your <dfn title='Songs and pictures.'>Content</dfn> is <abbr title=mine>yours</abbr>.</p>",
    "an element of its own": "<div>Your <x-term note='Songs.'>Content</x-term> is <x-term>yours</x-term>.</div>",
    "elements of its own": "<p><x-word>Your</x-word> <x-word>Content</x-word> is yours.</p>",
    "a template": "<p>Your Content<template><b>Songs and pictures.</b></template> is yours.</p>",
    "a drawing": "<p>Your Content<svg aria-hidden=true><text>i</text></svg> is yours.</p>",
}


@pytest.mark.parametrize("html", WORDS.values(), ids=WORDS.keys())
def test_what_explains_a_word_does_not_cut_its_sentence(html: str) -> None:
    """The sentence reads as on the page: whole, without what pops up, and with the word that one presses."""
    assert texts(html) == [SENTENCE]


def test_words_to_press_are_no_question() -> None:
    """A short paragraph with two of them is not taken for a question and its answers."""
    prose = "<p>We may change these terms, and we will write to you at least thirty days before that.</p>" * 20
    html = f"<main>{prose}<p>Your <button>Content</button> and <button>Works</button> are yours.</p>{prose}</main>"
    clauses = Page(Snapshot("https://tunegarden.test/terms", NOON, html.encode())).read().clauses
    assert clauses[20].text == "Your Content and Works are yours."


@pytest.mark.parametrize(
    "asked",
    [
        "Was this helpful? <button>Yes</button> or <button>No</button>",
        "Helpful: <input type=radio> yes <input type=radio> no",
    ],
)
def test_a_question_with_its_answers_is_left_out(asked: str) -> None:
    """Buttons that answer are no words of a sentence, whatever stands between them."""
    prose = "<p>We may change these terms, and we will write to you at least thirty days before that.</p>" * 20
    html = f"<main>{prose}<div>{asked}</div><p>Ask us.</p></main>"
    clauses = Page(Snapshot("https://tunegarden.test/terms", NOON, html.encode())).read().clauses
    assert [clause.text for clause in clauses[20:]] == ["Ask us."]


@pytest.mark.parametrize(
    "html",
    [
        "<x-page><x-clause>One.</x-clause><x-clause>Two.</x-clause></x-page>",
        "<div><x-clause>One.</x-clause>\n<!-- x --><x-clause>Two.</x-clause></div>",
        "<x-page><x-clause><p>One.</p></x-clause><x-clause><p>Two.</p></x-clause></x-page>",
        f"<x-page>{SHADOW}<p>One.</p><slot></slot></template><p>Two.</p></x-page>",
        f"<x-a>{SHADOW}<x-b>{SHADOW}<p>One.</template></x-b></template><p>Two.</x-a>",
        "<details><summary>One.</summary>Two.</details>",
        "<p>One.</p><div class=tooltip>Two.</div>",
    ],
)
def test_boxes_of_its_own_making_part_sentences(html: str) -> None:
    """What stands in boxes beside each other is not glued, and what stands in a shadow tree is on the page."""
    assert texts(html) == ["One.", "Two."]


def test_a_shadow_tree_is_in_the_sketch() -> None:
    """A change in nothing but the shadow tree is seen."""
    html = f"<x-page>{SHADOW}<p>Your Content is yours.</p></template></x-page>"
    assert page(html).sketch != page(html.replace("yours", "ours")).sketch


COSTLY = {
    "shadow trees": f"<x-a>{SHADOW}<p>word</p></template></x-a>" * 20_000,
    "shadow trees inside each other": f"<x-a>{SHADOW}<p>word" * 20_000,
    "tooltips": "<p>word</p><div class=tooltip>" + "<b class=tooltip></b>" * 50_000,
    "buttons before comments": "<p>word</p>" + "<button>a</button>" * 20_000 + "<!---->" * 50_000,
}


@pytest.mark.parametrize("html", COSTLY.values(), ids=COSTLY.keys())
@pytest.mark.timeout(20)
def test_components_beyond_any_use_cost_time_in_proportion(html: str) -> None:
    """Tens of thousands of them are read, where the square of their number would never end."""
    assert page(html).read().clauses
