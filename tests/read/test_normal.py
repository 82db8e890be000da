"""The normal form of a sentence."""

from hypothesis import example, given
from hypothesis import strategies as st

from bot.read.normal import _DATE, _REFERENCE, _may_refer, _undated

PIECES = [
    "May", "3rd", "3", "2026", "12.", "1er", "of", "de", ",", " ", " ", "-", "/", ".", "年4月5日", "septiembre", "Août",
    "sept", "Section", "Art.", "B.2", "§§", "IV", "(a)", "x", "enero", "Dez", "märz",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=9).map(lambda parts: " ".join("".join(parts).split())))
@example("15. september , 2026")
def test_the_quick_looks_miss_nothing(text: str) -> None:
    """Wherever the pattern of dates or of references finds something, the look before it says so."""
    assert _undated(text) == _DATE.sub(" ", text)
    assert _may_refer(text) or not _REFERENCE.search(text)


MONTHS = """jan january januar janvier enero feb february februar febrero février mar march mars marzo märz apr
april avril abril may mai mayo june juni juin junio jul july juli juillet julio aug august août
agosto sep sept september septembre septiembre oct october octobre octubre oktober nov november
novembre noviembre dec december dezember décembre diciembre""".split()  # noqa: SIM905 - a list of words to be read as words


def test_every_month_is_known_beside_a_number() -> None:
    """The quick look knows all the months of the pattern, long or short, on either side of their number."""
    found = [month for month in MONTHS if _DATE.search(f"{month} 4, 2026") or _DATE.search(f"4 {month}")]
    assert len(found) > 45
    dated = [date for month in found for date in (f"{month} 4", f"4. de {month}", f"{month} 2026")]
    assert [_undated(date) for date in dated] == [_DATE.sub(" ", date) for date in dated]
