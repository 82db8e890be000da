"""Markdown to clauses, as Open Terms Archive writes it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.version import Clause
from bot.watch.archive import read_markdown

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "changes"


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a Markdown text."""
    return read_markdown(text).clauses


def texts(text: str) -> list[str]:
    """Their texts."""
    return [clause.text for clause in clauses(text)]


def test_headings_make_the_path() -> None:
    """Underlined and hashed headings nest by level, and a clause knows those above it."""
    found = clauses(
        "Terms\n=====\n\nYour works\n----------\n\n### Licence ###\n\nYou keep them.\n\nFees\n----\n\nNone."
    )
    assert [(c.text, c.path, c.kind) for c in found] == [
        ("Terms", (), "heading"),
        ("Your works", ("Terms",), "heading"),
        ("Licence", ("Terms", "Your works"), "heading"),
        ("You keep them.", ("Terms", "Your works", "Licence"), "paragraph"),
        ("Fees", ("Terms",), "heading"),
        ("None.", ("Terms", "Fees"), "paragraph"),
    ]
    assert read_markdown("Terms\n=====\n\nText.").title == "Terms"


@pytest.mark.parametrize(
    ("mark_up", "text"),
    [
        ("We **never** sell _your_ data.", "We never sell your data."),
        (
            r"1\. Call it snake\_case or snake_case, 2 \* 3 or 2 * 3",
            "1. Call it snake_case or snake_case, 2 * 3 or 2 * 3",
        ),
        ('See [our *policy*](https://a.test/p_(x)?q[0]=1 "Policy") now', "See our policy now"),
        ("See [[mail hidden]](/guard) and [point \\[1\\]](#p1).", "See [mail hidden] and point [1]."),
        ("A ![chart of fees](/x.png) and [![](/y.png)](/z) here", "A and here"),
        (
            "Write to <mailto:a@b.test> or <a@b.test>, at <Our Office>",
            "Write to mailto:a@b.test or a@b.test, at <Our Office>",
        ),
        ("It is `code` and ~~gone~~.", "It is code and gone."),
        ("No\u00a0break, so\u00adft, ze\u200bro,\u2060 joined", "No break, soft, zero, joined"),
        ("**April 20****th****, 2031**", "April 20th, 2031"),
        ("[\n\nIn a block\n\n](https://a.test/b)", "In a block"),
        (
            r"Fees &amp; taxes.&nbsp; Should you pay, see &#167; 4 and /fees?a=1&copy=2 (\&lt; ten days).",
            "Fees & taxes. Should you pay, see § 4 and /fees?a=1&copy=2 (&lt; ten days).",
        ),
    ],
)
def test_text_reads_as_a_person_reads_it(mark_up: str, text: str) -> None:
    """Mark-up goes, the words and signs that show stay."""
    assert texts(mark_up) == [text]


def test_items_carry_what_introduces_their_lists() -> None:
    """Nested items know the paragraph before the list and the item above them; a plain paragraph ends the list."""
    found = clauses(
        "You agree not to:\n\n*   copy;\n*   use robots for:\n    \n    *   scraping,\n    *   training;\n"
        "*   lie.\n\nThat is all."
    )
    assert [(c.text, c.lead, c.kind) for c in found] == [
        ("You agree not to:", (), "paragraph"),
        ("copy;", ("You agree not to:",), "item"),
        ("use robots for:", ("You agree not to:",), "item"),
        ("scraping,", ("You agree not to:", "use robots for:"), "item"),
        ("training;", ("You agree not to:", "use robots for:"), "item"),
        ("lie.", ("You agree not to:",), "item"),
        ("That is all.", (), "paragraph"),
    ]


def test_a_sentence_between_items_does_not_introduce_the_rest() -> None:
    """A list that a sentence interrupts keeps its lead."""
    found = clauses("We share:\n\n* names\n\nWe never sell them.\n\n* pictures")
    assert found[-1].lead == ("We share:",)


def test_labels_that_are_typed_make_lists() -> None:
    """Paragraphs that begin with (a), (i) or a bullet are items, nested by the style of their labels."""
    found = clauses("You must not:\n\n(a) do these:\n\n(i) copy\n\n(ii) sell\n\n(b) resell\n\n• lie\n\nUnlabelled.")
    assert [(c.text, c.kind, len(c.lead)) for c in found[1:]] == [
        ("(a) do these:", "item", 1),
        ("(i) copy", "item", 2),
        ("(ii) sell", "item", 2),
        ("(b) resell", "item", 1),
        ("lie", "item", 2),
        ("Unlabelled.", "paragraph", 0),
    ]


def test_a_sentence_that_goes_on_in_items_heads_nothing() -> None:
    """A numbered line that ends in "shall not" leads its items on, and is no heading."""
    found = clauses("**4. Restrictions.** The supplier shall not\n\n(a) sell songs;\n\n(b) train models on songs.")
    assert [c.kind for c in found] == ["paragraph", "item", "item"]
    assert found[2].lead == ("4. Restrictions. The supplier shall not",)


def test_the_ninth_letter_is_no_roman_one() -> None:
    """After (h), the label (i) goes on with the letters."""
    labels = "".join(f"({letter}) point\n\n" for letter in "abcdefghij")
    assert {len(c.lead) for c in clauses("It covers:\n\n" + labels)[1:]} == {1}


def test_numbers_of_a_list_are_mark_up_and_those_of_sections_text() -> None:
    """A number before several items counts them; alone before a title, it is the section's."""
    assert texts("1.  One\n2.  Two") == ["One", "Two"]
    found = clauses("1. Fees\n\nWe take none.\n\n2. Conduct\n\nBe kind.")
    assert [(c.text, c.path) for c in found] == [
        ("1. Fees", ()),
        ("We take none.", ("1. Fees",)),
        ("2. Conduct", ()),
        ("Be kind.", ("2. Conduct",)),
    ]


@pytest.mark.parametrize(
    "line",
    ["**Your rights**", "4.2 Your Rights", "**4\\. Your rights.**", "YOUR RIGHTS AND OURS", "Article IV. Rights"],
)
def test_lines_that_act_as_headings_are_headings(line: str) -> None:
    """Bold, numbered or capital lines that stand alone and are no sentence head what follows."""
    heading, after = clauses(f"{line}\n\nThey are many.")
    assert heading.kind == "heading"
    assert after.path == (heading.text,)


@pytest.mark.parametrize(
    "line",
    [
        "**We will never sell what you tell us in confidence to anyone.**",
        "**Last updated: 4 March 2031**",
        "4.2 We may change the fees at any time.",
        "Short but plain",
        "YOU AGREE THAT ALL DISPUTES ARE SETTLED BY AN ARBITRATOR.",
    ],
)
def test_sentences_and_dates_are_not_headings(line: str) -> None:
    """What states something stays a paragraph, however it is set, and does not become the path of what follows."""
    first, after = clauses(f"{line}\n\nMore text.")
    assert first.kind == "paragraph"
    assert after.path == ()


def test_numbers_tell_which_headings_belong_together() -> None:
    """Real headings may stand inside a numbered line; the next number, or a numbered sentence, ends them."""
    found = clauses(
        "1\\. Cookies\n\n#### What they are\n\nFiles.\n\n2\\. Sharing\n\nNo.\n\n2.1 Partners\n\nNone.\n\n"
        "2.2 Courts. We may have to answer them.\n\nSo be it."
    )
    assert [(c.text, c.path) for c in found if c.kind == "paragraph"] == [
        ("Files.", ("1. Cookies", "What they are")),
        ("No.", ("2. Sharing",)),
        ("None.", ("2. Sharing", "2.1 Partners")),
        ("2.2 Courts. We may have to answer them.", ("2. Sharing",)),
        ("So be it.", ("2. Sharing",)),
    ]


def test_rows_of_a_table_are_clauses() -> None:
    """A row is one clause; where a cell holds several lines, each is one, introduced by the row's first cell."""
    found = clauses("We use:\n\n| Why | What |\n| --- | --- |\n| Pay | Name |\n| Train models | * Posts<br>* Likes |")
    assert [(c.text, c.lead) for c in found[1:]] == [
        ("Why | What", ("We use:",)),
        ("Pay | Name", ("We use:",)),
        ("Train models", ("We use:",)),
        ("Posts", ("We use:", "Train models")),
        ("Likes", ("We use:", "Train models")),
    ]
    assert {c.kind for c in found[1:]} == {"row"}


def test_breaks_part_sentences_and_join_addresses() -> None:
    """A break ends a paragraph after a sentence, a bold title or before a bullet; an address stays together."""
    assert texts("We may change.  \nYou may leave.") == ["We may change.", "You may leave."]
    assert texts("Tunegarden Ltd  \n4 Mill Lane  \nHarbour") == ["Tunegarden Ltd 4 Mill Lane Harbour"]
    assert texts("**Title**  \nText<br>• point") == ["Title", "Text", "point"]


def test_quotes_rules_and_wrapped_lines() -> None:
    """Quotation marks and rules go; lines that were only wrapped are joined, a date among them too."""
    assert texts("> In short:\n> you own it.\n\n* * *\n\nIt holds since\n17. May of the year\n\n- - -") == [
        "In short: you own it.",
        "It holds since 17. May of the year",
    ]


def test_plain_text_is_read_by_its_paragraphs() -> None:
    """Empty lines part paragraphs; where a text has none, each of its long lines is one."""
    assert texts("One\nline.\n\nTwo.") == ["One line.", "Two."]
    line = "This line says something at length and goes on until it is clear that nobody wrapped it at all. " * 2
    assert len(texts(f"{line}\n{line}\n{line}")) == 3


def test_nothing_is_an_empty_version() -> None:
    """A text without a letter or digit has no clause."""
    assert texts("") == texts("* * *\n\n—\n\u200d\n|  |") == []


MARKS = "alpha|beta_x|**bold**|_it_|[link](u)|*|-|1.|(a)|#|>|\\*|\n|\n\n|:|.|x:"


@given(st.lists(st.sampled_from(MARKS.split("|"))))
def test_every_word_stands_in_one_clause(parts: list[str]) -> None:
    """Whatever the mark-up, words come out in their order, each once."""
    text = " ".join(parts)
    words = re.findall(r"alpha|beta_x|bold|it|link", re.sub(r"\(u\)", "", text))
    assert re.findall(r"alpha|beta_x|bold|it|link", "\n".join(texts(text))) == words


@given(st.text(alphabet="ab *_#>|-=[]()!\\`<~:.1\n\t", max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    """No run of signs makes the reader fail."""
    clauses(text)


@pytest.mark.parametrize(
    "text",
    ["[" * 400_000, "](a" * 150_000, "> * " * 100_000, "- " * 200_000 + "x", "# " + " " * 900_000 + "x", "*" * 400_000],
)
@pytest.mark.timeout(20)
def test_hostile_text_costs_time_in_proportion(text: str) -> None:
    """Half a megabyte of nested or unfinished mark-up is read, where the square of its size would never end."""
    clauses(text)


@pytest.mark.corpus
def test_real_records_are_quoted_verbatim() -> None:
    """Of the corpus, the text of all but one clause in fifty stands in the record, leaving out links and mark-up."""
    if not CORPUS.exists():
        pytest.skip("no corpus beside the project")
    for path in sorted(CORPUS.glob("*/after.md"))[::12]:
        bare = "".join(filter(str.isalnum, re.sub(r"\]\((?:[^()]|\([^()]*\))*\)", "", path.read_text("utf-8"))))
        found = clauses(path.read_text("utf-8"))
        strays = [c.text for c in found if "".join(filter(str.isalnum, c.text)) not in bare]
        assert len(strays) <= len(found) // 50, strays[:3]
