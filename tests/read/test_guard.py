import pytest

from bot.model.version import Clause, Version
from bot.read.guard import doubt

SENTENCES = [
    "You grant us the right to host the recordings that you upload to our service.",
    "We keep your account open for as long as you follow the rules of this community.",
    "Every payout is made at the end of the month in which it was earned by the artist.",
    "Complaints about a recording are answered by our team within fourteen days.",
    "These terms are governed by the law of the country in which you live.",
    "You may close your account at any time in the settings of the application.",
    "We may change the price of a subscription after telling you thirty days before.",
    "Members treat each other with respect and do not post what is unlawful.",
]
DOCUMENT = Version(tuple(Clause(f"{n}. {s}") for n in range(6) for s in SENTENCES), "t", title="Terms of Service")
GERMAN = Version(
    tuple(
        Clause(f"{n}. {s}")
        for n in range(6)
        for s in (
            "Sie räumen uns das Recht ein, die hochgeladenen Aufnahmen zu speichern und zu verbreiten.",
            "Wir führen Ihr Konto so lange, wie Sie die Regeln dieser Gemeinschaft einhalten.",
            "Beschwerden werden von unserer Abteilung innerhalb von vierzehn Tagen beantwortet.",
        )
    ),
    "t",
    title="Nutzungsbedingungen",
)


def page(*texts: str) -> Version:
    """A version of paragraphs."""
    return Version(tuple(map(Clause, texts)), "t")


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("challenge", ("Just a moment...", "Verify you are human by completing the action below.")),
        ("error", ("Page not found", "The page you are looking for may have been moved or deleted by its owner.")),
        ("error", ("Sorry!", "Something went wrong. Please try again later, or go back to where you came from.")),
        (
            "maintenance",
            ("We'll be back soon", "The site is down for maintenance and returns in the evening of today."),
        ),
        ("login", ("Welcome back", "Please log in to go on. Forgot your password? Create an account in one minute.")),
        ("consent", ("Before you continue", "We value your privacy and our partners do. Accept all Reject all")),
        ("consent", ("Avant de continuer", "Nous utilisons des cookies et des données pour fournir nos services.")),
        ("challenge", ("Un momento…", "Verifique que es un ser humano completando la acción que sigue a esta línea.")),
        (
            "error",
            ("Hoppla!", "Die gesuchte Seite gibt es hier nicht mehr, oder sie ist an eine andere Stelle gerückt."),
        ),
        ("login", ("ログイン", "メールアドレスとパスワードを入力してください。パスワードをお忘れですか。" * 4)),
        ("error", ("Terms of Service", "Sorry! Something went wrong. Please try again later, or choose another page.")),
        ("empty", ("Terms",)),
    ],
)
def test_page_that_is_not_the_document(kind: str, texts: tuple[str, ...]) -> None:
    """A page that only says that there is no page is never adopted."""
    found = doubt(DOCUMENT, page(*texts))
    assert found is not None
    assert found.lasting
    assert kind in found.reason


def test_first_version_is_judged_by_itself() -> None:
    """Without a version before, a document passes and a challenge does not."""
    assert doubt(None, DOCUMENT) is None
    assert doubt(None, page("Just a moment...", "Checking your browser before you go on to the page.")) is not None


def test_the_same_text_again_is_not_doubted_for_what_it_keeps() -> None:
    """A table of empty cells has no words that it could keep, and is the same all the same."""
    cells = page("|", *[""] * 81)
    assert doubt(cells, cells) is None


def test_language_switch_is_lasting() -> None:
    """A text in a language that is not expected is held for good; back again, it is held until it stays."""
    there, back = doubt(DOCUMENT, GERMAN), doubt(GERMAN, DOCUMENT)
    assert there is not None
    assert there.lasting
    assert back is not None
    assert not back.lasting
    assert doubt(GERMAN, GERMAN, language="de") is None


def test_collapse_without_anything_new_is_lasting() -> None:
    """A page that lost most of its text and says nothing new is not adopted."""
    found = doubt(DOCUMENT, Version(DOCUMENT.clauses[:6], "t"))
    assert found is not None
    assert found.lasting


def test_cut_off_end_waits() -> None:
    """A text whose last third is missing is held until it stays."""
    found = doubt(DOCUMENT, Version(DOCUMENT.clauses[:30], "t"))
    assert found is not None
    assert not found.lasting


LAMPS = tuple(
    Clause(f"How does lamp {n} glow? It burns oil, colour {n}, wick trimmed twice, brass shining near windows.")
    for n in range(30)
)


def test_other_document_waits() -> None:
    """A text that shares neither clauses nor title with the one before is held until it stays."""
    found = doubt(DOCUMENT, Version(LAMPS, "t", title="All about lamps"))
    assert found is not None
    assert not found.lasting


@pytest.mark.parametrize("title", ["Lamp FAQ", "Privacy Policy", "Community Guidelines", "よくある質問"])
def test_document_of_another_kind_is_never_adopted(title: str) -> None:
    """A text that keeps nothing and names itself another kind of document is held for good, however long it is."""
    found = doubt(DOCUMENT, Version(LAMPS * 9, "t", title=title), document_type="Terms of Service")
    assert found is not None
    assert found.lasting


def test_document_of_the_kind_that_is_watched_comes_back() -> None:
    """Where another kind of document was taken for the one that is watched, this one is adopted in its place."""
    found = doubt(Version(LAMPS, "t", title="Lamp FAQ"), DOCUMENT, document_type="Terms of Service")
    assert not (found and found.lasting)


def test_rewrite_in_the_same_words_passes() -> None:
    """A document rewritten about the same things under its old title is not doubted."""
    rewritten = tuple(
        Clause(c.text.replace("You may", "Members can").replace("We ", "Our team will ").replace("the ", "each "))
        for c in DOCUMENT.clauses
    )
    assert doubt(DOCUMENT, Version(rewritten, "t", title="Terms of Service")) is None


def test_addition_passes() -> None:
    """A long addition to a finished text is no doubt."""
    more = tuple(
        Clause(f"Seller rule {n}: you pay a fee for each of the items that you list in shop {n}.") for n in range(90)
    )
    assert doubt(DOCUMENT, Version((*DOCUMENT.clauses, *more), "t")) is None


def test_error_in_a_part_of_the_page() -> None:
    """An error message in place of one part is seen though the rest is there."""
    broken = (Clause("This page isn't available right now"), *DOCUMENT.clauses[8:])
    found = doubt(DOCUMENT, Version(broken, "t"))
    assert found is not None
    assert found.lasting


def test_text_that_breaks_off_waits_on_either_side() -> None:
    """A capture that ends in the middle of a clause is held, and so is the whole text that follows it."""
    cut = Version((*DOCUMENT.clauses[:40], Clause(DOCUMENT.clauses[40].text[:30])), "t")
    for before, after in ((DOCUMENT, cut), (cut, DOCUMENT)):
        found = doubt(before, after)
        assert found is not None
        assert not found.lasting


def test_other_spelling_throughout_is_another_edition() -> None:
    """A text that turns British in every word that can is held: it is what another region is shown."""
    american = "We organize, personalize, analyze and license colors, favorites and programs in our center for members."
    british = (
        "We organise, personalise, analyse and licence colours, favourites and programmes in our centre for members."
    )
    old, new = (Version((*DOCUMENT.clauses, Clause(text)), "t") for text in (american, british))
    found = doubt(old, new)
    assert found is not None
    assert not found.lasting


def test_few_other_spellings_in_much_new_text_are_no_edition() -> None:
    """A text that says much anew, and also changes three spellings, is read and not held."""
    said, anew = ("".join(f" The {side}{n} is kept." for n in range(30)) for side in ("old", "new"))
    old = Version((*DOCUMENT.clauses, Clause(f"We license, organize and analyze songs.{said}")), "t")
    new = Version((*DOCUMENT.clauses, Clause(f"We licence, organise and analyse songs.{anew}")), "t")
    assert doubt(old, new) is None


def test_a_sister_company_throughout_is_another_edition() -> None:
    """A text that a sister company signs, with no other date, is held; one of another group, or dated, is read."""
    signed = "This is an agreement between you and {} of {}, last updated on 3 March 2025."
    texts = [
        signed.format(company, date)
        for company, date in (
            ("Sonoria Music, Inc.", "Ohio"),
            ("Sonoria Ireland Limited", "Cork"),
            ("Umbra Ltd.", "Hull"),
        )
    ]
    dated = texts[1].replace("3 March 2025", "9 May 2026")
    old, sister, other, later = (Version((*DOCUMENT.clauses, Clause(text)), "t") for text in (*texts, dated))
    found = doubt(old, sister)
    assert found is not None
    assert not found.lasting
    assert doubt(old, other) is None
    assert doubt(old, later) is None


@pytest.mark.parametrize("line", ["Last updated: {}", "These terms are effective from {}."])
def test_an_edition_dated_more_than_a_year_back_waits(line: str) -> None:
    """A text that dates itself long before the one that stood is held; one that moves back by less is a correction."""
    now, before, slip = (
        Version((Clause(line.format(day)), *DOCUMENT.clauses), "t")
        for day in ("January 17, 2025", "October 6, 2023", "March 28, 2024")
    )
    found = doubt(now, before)
    assert found is not None
    assert not found.lasting
    assert doubt(now, slip) is None
    assert doubt(before, now) is None


def test_what_follows_an_empty_page_waits() -> None:
    """A document after a page with nothing but its title was there before, as far as anyone knows."""
    found = doubt(page("Privacy Policy", "Effective: 17 November 2025"), DOCUMENT)
    assert found is not None
    assert not found.lasting


def test_a_text_that_lost_the_texts_of_its_links_waits_on_either_side() -> None:
    """Where several links are left without their text the capture is damaged, and so was the one before."""
    whole = "Our Rules, our Notice, and our Guide apply. Read the Fees. Write to the Support."
    gaps = "Our , our , and our apply. Read the . Write to the ."
    old, new = (Version((*DOCUMENT.clauses, Clause(text)), "t") for text in (whole, gaps))
    for before, after in ((old, new), (new, old)):
        found = doubt(before, after)
        assert found is not None
        assert not found.lasting
    one = Version((*DOCUMENT.clauses, Clause(whole.replace("the Support", "the "))), "t")
    assert doubt(old, one) is None


def test_scrap_of_a_page_is_lasting() -> None:
    """A few words in place of a document, none of them its own, are never adopted."""
    found = doubt(DOCUMENT, page("Oh dear.", "The squirrels that turn our wheels are having a nap, and so should you."))
    assert found is not None
    assert found.lasting


def test_a_title_may_be_the_message() -> None:
    """What the page's own title says counts, though its text says it in other words."""
    text = "Your browser made us wonder who is there. It may be an extension, or that it keeps no cookies at all."
    assert doubt(None, page(text)) is None
    found = doubt(None, Version((Clause(text),), "t", title="Pardon Our Interruption"))
    assert found is not None
    assert found.reason == "challenge page"


def test_a_wall_of_partners_is_no_document() -> None:
    """However long its list of purposes, a page that asks for consent is held for good."""
    purposes = (
        f"Purpose {n}: partners access information on a device to measure what {n} people see." for n in range(60)
    )
    found = doubt(DOCUMENT, page("We and our 312 partners value your privacy", *purposes, "Accept all", "Reject all"))
    assert found is not None
    assert found.lasting


def test_a_short_policy_may_speak_of_what_guards_it() -> None:
    """A document that names itself one and mentions captchas, cookies and outages among other things is one."""
    short = page(
        "Privacy Policy",
        "We ask for your address when you join, and write to you about nothing but your songs.",
        "A captcha keeps robots out. Cookie preferences are kept for a year. We show no advertising.",
        "You may close your account whenever you like, and we delete your songs within a week.",
        "The site may be temporarily unavailable while we repair it. We answer letters within ten days.",
    )
    assert doubt(None, short) is None
    assert doubt(short, page(*(c.text for c in short.clauses), "Uploads may be temporarily unavailable.")) is None


def test_a_version_without_text_is_as_itself() -> None:
    """The same again gives no other doubt than that there is nothing, however little text there is."""
    nothing = Version((), "t")
    assert doubt(nothing, nothing) is None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Sonoria Ltd runs the service.", "{{ company.name }} runs the service.", "a template that was not filled in"),
        ("Sonoria Ltd runs the service.", "[object Object] runs the service.", "a template that was not filled in"),
        (
            "%PRODUCT_NAME% is for listeners.",
            "Sonoria is for listeners.",
            "the version before was a template not filled in",
        ),
        (
            "The artist’s page, the label’s page, the fan’s page.",
            "The artist’s page, the label’s page, the fan’s page.".encode().decode("cp1252"),
            "letters are misread",
        ),
    ],
)
def test_a_text_that_was_put_together_wrongly_is_held(old: str, new: str, reason: str) -> None:
    """Place-holders without their words and misread letters are held until they stay."""
    before, after = (Version((*DOCUMENT.clauses, Clause(text)), "t", title=DOCUMENT.title) for text in (old, new))
    found = doubt(before, after)
    assert found
    assert (found.reason, found.lasting) == (reason, False)


def test_a_text_without_its_beginning_is_held() -> None:
    """What lacks its first sections, and nothing else, is held until it stays."""
    found = doubt(DOCUMENT, Version(DOCUMENT.clauses[16:], "t", title=DOCUMENT.title))
    assert found
    assert (found.reason, found.lasting) == ("the beginning is missing", False)


def test_a_withdrawal_is_adopted_when_it_stays() -> None:
    """A few words in place of a document are held for good, unless they say that it is no more."""
    words = "was replaced by the General Terms, which you can read on the page of Sonoria that lists what applies."
    gone = Version((Clause(f"This text {words}"),), "t", title="Terms of Service")
    other = Version((Clause(f"The weather {words}".replace("was replaced", "is like that shown")),), "t", title="News")
    assert [d and d.lasting for d in (doubt(DOCUMENT, gone), doubt(DOCUMENT, other))] == [False, True]
