"""Languages: what is said where, and what is said where a language lacks it."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot import catalogue as catalogues
from bot.model.message import Dated, Fact, Moment
from bot.model.subscription import ChatName
from bot.wording.language import Languages, load_languages

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = """\
greeting = Hello, { $name }
only-english = Only here
day = { $day }
first-day = 1
comma = { ", " }
all-of = { $first } and { $last }
"""
GERMAN = "greeting = Hallo { $name }\nday = { $day }\nall-of = { $first } und { $last }\n"


@pytest.fixture
def small(tmp_path: Path) -> Languages:
    """English and a little German."""
    (tmp_path / "en.ftl").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "de.ftl").write_text(GERMAN, encoding="utf-8")
    return load_languages(tmp_path)


@pytest.mark.parametrize(
    ("locale", "code"),
    [("de", "de"), ("de-AT", "de"), ("de_CH", "de"), ("DE-at-1996", "de"), ("en-US", "en"), ("fr", "en"), ("", "en")],
)
def test_best(small: Languages, locale: str, code: str) -> None:
    """A locale is said in its language, and in English where we lack it."""
    assert small.best(locale).code == code


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        *[("de-AT", "de"), ("es-ES", "es"), ("es-419", "es"), ("fr-CA", "fr"), ("ja", "ja")],
        *[("pt", "pt-BR"), ("pt-PT", "pt-BR"), ("pt-BR", "pt-BR"), ("en-US", "en"), ("ko", "en"), ("p", "en")],
    ],
)
def test_best_of_ours(locale: str, code: str, languages: Languages) -> None:
    """A locale that we have of another country alone is said as there."""
    assert languages.best(locale).code == code


@pytest.mark.parametrize(
    ("code", "day", "month", "names"),
    [
        ("de", "1. März 2024", "März 2024", "A, B und C"),
        ("fr", "1er mars 2024", "mars 2024", "A, B et C"),
        ("es", "1 de marzo de 2024", "marzo de 2024", "A, B y C"),
        ("ja", "2024年3月1日", "2024年3月", "A、B、C"),
        ("pt-BR", "1º de março de 2024", "março de 2024", "A, B e C"),
    ],
)
def test_days_and_rows_of_ours(code: str, day: str, month: str, names: str, languages: Languages) -> None:
    """Days, months and rows of names are written as each language does."""
    language = languages.best(code)
    assert (language.day("2024-03-01"), language.day("2024-03")) == (day, month)
    assert language.day(datetime(2024, 3, 1, 9, tzinfo=UTC)) == day
    assert language.all_of(["A", "B", "C"]) == names


def test_every_language(small: Languages) -> None:
    """All that there are files of can be gone through."""
    assert sorted(language.code for language in small) == ["de", "en"]


def test_a_sentence_knows_its_moments(small: Languages, languages: Languages) -> None:
    """It reads as written, in UTC, and has each in its place; what others wrote can take no moment's place."""
    east = datetime(2024, 3, 2, 1, tzinfo=timezone(timedelta(hours=9)))
    said = languages.best("en").say("reminder-told", day=east, headline="1 March 2024 \x020\x03")
    assert said == "First seen on 1 March 2024: 1 March 2024 0"
    assert isinstance(said, Dated)
    assert said.pieces == ("First seen on ", Moment(east, "1 March 2024"), ": 1 March 2024 0")
    assert small.best("de").day(east) == "1. März 2024"


def test_a_day_is_no_moment(small: Languages) -> None:
    """What a document names by its day is written, and is the same day for everyone."""
    assert type(small.best("en").day(date(2024, 3, 1))) is str


def test_fallback(small: Languages) -> None:
    """What a language lacks is said in English; what nobody knows is its own key, and nothing raises."""
    german = small.best("de")
    assert german.say("greeting", name="Ada") == "Hallo Ada"
    assert german.say("only-english") == "Only here"
    assert german.say("no-such-key", name="Ada") == "no-such-key"
    assert "name" in german.say("greeting")


def test_values_are_text(small: Languages) -> None:
    """What is put in is not read as Fluent, and nothing invisible is put around it."""
    assert small.best("en").say("greeting", name='{ $x } <@1> "a"') == 'Hello, { $x } <@1> "a"'


def test_days(languages: Languages) -> None:
    """Days are written out as the language does; a month without a day stays one."""
    english = languages.best("en")
    assert english.day(date(2024, 2, 12)) == "12 February 2024"
    assert english.day(datetime(2024, 2, 12, 23, 59, tzinfo=UTC)) == "12 February 2024"
    assert english.day("2024-12-16") == "16 December 2024"
    assert english.day("2024-12") == "December 2024"


def test_days_in_another_language(small: Languages) -> None:
    """The order and the names are the language's."""
    assert small.best("de").day(date(2024, 2, 12)) == "12. Februar 2024"


@pytest.mark.parametrize(
    ("names", "said"), [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"), ([], "")]
)
def test_all_of(small: Languages, names: list[str], said: str) -> None:
    """Names are put in a row."""
    assert small.best("en").all_of(names) == said


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("nl, fr;q=0.8, en;q=0.7", "fr"),
        ("en;q=0.2 , ja ; q=0.9", "ja"),
        ("de;q=0, fr", "fr"),
        ("pt-PT", "pt-BR"),
        ("*", "en"),
        ("x;q=9,,;", "en"),
        ("", "en"),
    ],
)
def test_a_browser_is_answered_in_what_it_asks_for(languages: Languages, header: str, code: str) -> None:
    """The heaviest of the languages asked for that we speak, else English; what makes no sense is passed over."""
    assert languages.accepted(header).code == code


def test_a_chat_has_its_own_words(tmp_path: Path) -> None:
    """A term says what each chat calls a thing; where no chat is named, it has the words of most."""
    term = "-place = { CHAT() ->\n    [slack] workspace\n   *[discord] server\n}\n"
    (tmp_path / "en.ftl").write_text(term + "erased = Of this { -place } nothing is kept.\n", encoding="utf-8")
    spoken = load_languages(tmp_path)
    assert spoken.of(ChatName.SLACK).best("en").say("erased") == "Of this workspace nothing is kept."
    assert spoken.of(ChatName.DISCORD).best("en").say("erased") == "Of this server nothing is kept."
    assert spoken.best("en").say("erased") == "Of this server nothing is kept."


def test_values_stand_behind_the_languages_colon(languages: Languages) -> None:
    """A space goes before it in French, and none behind it in Japanese."""
    colons = {code: languages.best(code).facts([Fact("a", "b")]).colon for code in ("en", "fr", "ja")}
    assert colons == {"en": ": ", "fr": "\u00a0: ", "ja": "："}


def test_types_of_documents_have_names(languages: Languages) -> None:
    """What the catalogue calls a document is said as the language calls it; what we have no name for stays as it is."""
    assert languages.best("en").document("Terms of Service") == "Terms of Service"
    assert languages.best("ja").titled("SoundCloud", "Privacy Policy") == "SoundCloud · プライバシーポリシー"
    assert languages.best("de").document("Deceased Users") == "Deceased Users"


@pytest.mark.parametrize("code", ["de", "es", "fr", "ja", "pt-BR"])
def test_every_type_in_the_catalogue_has_a_name(code: str, languages: Languages) -> None:
    """No document that we watch is named in English to those who read another language."""
    types = {d.type for platform in catalogues.load(ROOT / "config") for d in platform.documents}
    language = languages.best(code)
    assert {kind for kind in types if language.document(kind) == kind} == set()


def test_categories_have_names(languages: Languages) -> None:
    """Every category of the catalogue is called something in each language; one without a word keeps its own."""
    for language in languages:
        for category in catalogues.load(ROOT / "config").categories:
            assert not language.say(f"category-{category}").startswith("category-")
    assert languages.best("ja").category("music") == "音楽"
    assert languages.best("de").category("basketry") == "basketry"
