from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.version import Clause, Version
from bot.read.dates import dated, dates, effective, revision

SEEN = datetime(2026, 3, 1, tzinfo=UTC)


def of(*texts: str) -> Version:
    """A version of paragraphs."""
    return Version(tuple(map(Clause, texts)), "t")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Effective: March 15, 2026", date(2026, 3, 15)),
        ("Effective:April 8, 2026", date(2026, 4, 8)),
        ("This version of the policy will go into effect on 28 July 2026.", date(2026, 7, 28)),
        ("The new terms become effective as of August 15th, 2026.", date(2026, 8, 15)),
        ("These changes take effect on 2026-05-01.", date(2026, 5, 1)),
        ("Starting on 1 April 2026, these terms apply to all members.", date(2026, 4, 1)),
        ("Effective as of April 4, 2026 | Posted: April 3, 2026", date(2026, 4, 4)),
        ("From Monday 4 May 2026, these are the rules.", date(2026, 5, 4)),
        ("These Conditions come into operation on the 1st of May 2026.", date(2026, 5, 1)),
        ("Diese Bedingungen gelten ab 1. Juni 2026.", date(2026, 6, 1)),
        ("Diese Fassung tritt am 15. Juni 2026 in Kraft.", date(2026, 6, 15)),
        ("Estas condiciones serán aplicables desde el 20 de mayo de 2026.", date(2026, 5, 20)),
        ("改定日：2026年5月10日より適用", date(2026, 5, 10)),
        ("From 1 June 2026 you have got to be sixteen, and younger people's accounts are paused.", date(2026, 6, 1)),
        ("Ces conditions entrent en vigueur le 3 avril 2026.", date(2026, 4, 3)),
        ("Estas condiciones entrarán en vigor el 5 de mayo de 2026.", date(2026, 5, 5)),
        ("The next version of these terms replaces this one on 30 Sept. 2026.", date(2026, 9, 30)),
        ("The fees in Section 4 apply to existing plans from 2026-12-01.", date(2026, 12, 1)),
        ("From 1 June 2026, prompts of members will be used to train models.", date(2026, 6, 1)),
        ("From 1 June 2026, we no longer offer instructors a way to opt out.", date(2026, 6, 1)),
        ("They take effect on 1 June 2026 for members, and at once for others.", date(2026, 6, 1)),
        ("Current as of 3 April 2026. This wording holds from 1 June 2026 onwards.", date(2026, 6, 1)),
        ("For works accepted on or after 1 June 2026 the wording below applies.", date(2026, 6, 1)),
        ("Changes marked in the table apply from 1 June 2026.", date(2026, 6, 1)),
        ("The switch will be retired on 1 June 2026.", date(2026, 6, 1)),
        ("We agreed on this rule on 6 May 2026; it binds accounts opened from 1 June 2026.", date(2026, 6, 1)),
        ("Ab dem 1. Juni 2026 kannst du dem in den Einstellungen widersprechen.", date(2026, 6, 1)),
        ("Zum 1. Juni 2026 erhöhen wir die Grundgebühr.", date(2026, 6, 1)),
        ("Vos choix seront, dès le 1er juin 2026, effacés de nos serveurs.", date(2026, 6, 1)),
        ("À partir du 1er juin 2026, le réglage disparaît.", date(2026, 6, 1)),
        ("Con efectos desde el 1 de junio de 2026, la plataforma retiene el 11 %.", date(2026, 6, 1)),
        ("La comisión será, a partir del día 1 de junio de 2026, del 11 %.", date(2026, 6, 1)),
        ("2026年6月1日以降、当社は手数料を10%とします。", date(2026, 6, 1)),
        ("2024年7月1日 制定 2026年6月1日 改定（同日施行）", date(2026, 6, 1)),
    ],
)
def test_stated_date(text: str, day: date) -> None:
    """The date that goes with a verb of taking effect is the effective date."""
    assert effective(of("Old text."), of("Old text.", text), SEEN) == day


@pytest.mark.parametrize(
    "text",
    [
        "Last updated: February 20, 2026",
        "You must have registered before April 1, 2026.",
        "Previous version of January 5, 2026",
        "The contest runs until May 1, 2026.",
        "Copyright 2026 Sonoria",
        "Our offices moved on 3 February 2026.",
        "Current as of 3 April 2026",
        "As of 31 March 2026, there are 40 million members on the service.",
        "The previous version of this policy, effective 1 July 2024, is in our archive.",
        "Previous versions: January 12, 2026, effective June 1, 2024",
        "This section adds to the Data Act, which takes effect on August 1, 2026.",
        "Konten, die vor dem 1. Juni 2026 eröffnet werden, behalten ihren Preis.",
        "Die Aktion läuft ab dem 1. Mai 2026 bis zum 31. Mai 2026.",
        "Das Gesetz über digitale Dienste gilt ab dem 1. Juni 2026.",
        "Wir nutzen nur Beiträge, die ab dem 1. Mai 2026 gepostet wurden.",
        "L'offre est valable à compter du 1er mai 2026 jusqu'au 31 mai 2026.",
        "Les textes qui ont été publiés à partir du 1er mai 2026 sont exclus.",
        "Puede oponerse hasta el 15 de mayo de 2026.",
        "Las obras que a partir del 1 de mayo de 2026 fueron retiradas no cuentan.",
        "2026年5月1日から2026年5月31日まで開催します。",
        "2026年5月1日以降に投稿された作品を利用します。",
        "個人情報の保護に関する法律（2026年5月1日施行）に従います。",
    ],
)
def test_other_dates_are_none(text: str) -> None:
    """Dates of revision, of deadlines and of history are not effective dates."""
    assert effective(of("Old text."), of("Old text.", text), SEEN) is None


def test_old_date_that_stands_still_is_left_over() -> None:
    """An effective date that stood there already and has passed does not belong to this step; a coming one does."""
    past, ahead = "Effective: January 1, 2026", "Effective: April 1, 2026"
    assert effective(of(past), of(past, "New."), SEEN) is None
    assert effective(of(ahead), of(ahead, "New."), SEEN) == date(2026, 4, 1)


def test_revision_date() -> None:
    """The date of the last update is what the page gives itself."""
    assert revision(dated(of("Last updated: 20 February 2026", "Effective: April 1, 2026"))) == date(2026, 2, 20)


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    """No text breaks the search, and what is found lies inside it."""
    for _, start, end in dates(text):
        assert 0 <= start < end <= len(text)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    """A day is read as it was written, in words and in figures."""
    for text in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        assert [d for d, *_ in dates(text)] == [day]


def test_a_month_that_no_language_has_is_no_date() -> None:
    """A letter that only looks like one of a month's makes neither a date nor an error."""
    assert list(dates("Last updated Aprıl 3, 2026")) == []
