"""Which term a day lies in; which kind of period a register runs in, and which one holds a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.institutions.periods import NAMED, Period, local_term_at, local_terms_near
from ontology.institutions.terms import congress, congress_at
from ontology.level import Level


@pytest.mark.parametrize(
    ("day", "roman"),
    [
        (date(2003, 3, 12), "IX"),
        (date(2008, 7, 25), "X"),
        (date(2011, 1, 19), "X"),
        (date(2011, 1, 20), "XI"),
        (date(2013, 6, 3), "XI"),
        (date(2026, 1, 22), "XIII"),
        (date(2026, 1, 23), "XIV"),
        (date(2030, 1, 1), "XIV"),
    ],
)
def test_congress_of_a_day(day: date, roman: str) -> None:
    term = congress_at(day)
    assert term is not None
    assert term.roman == roman


def test_before_the_first_term() -> None:
    assert congress_at(date(1979, 9, 20)) is None


@given(st.dates(date(1986, 12, 19), date(2035, 1, 1)))
def test_every_day_lies_in_one_term(day: date) -> None:
    term = congress_at(day)
    assert term is not None
    assert term.holds(day)
    assert term.ends is None or congress_at(term.ends + timedelta(days=1)) != term


@pytest.mark.parametrize("name", [11, "11", "XI", "xi "])
def test_a_term_by_its_number(name: int | str) -> None:
    term = congress(name)
    assert term is not None
    assert term.starts == date(2011, 1, 20)


def test_terms_that_are_not_known() -> None:
    assert congress("V") is None
    assert congress(99) is None
    assert congress("") is None


KINDS = [
    pytest.param("k13", "XIII", "", date(2021, 2, 2), id="a term of the congress"),
    pytest.param("k99", None, "", None, id="a term that is not known"),
    pytest.param("nk2020", None, "", date(2020, 1, 1), id="a term of local committees"),
    pytest.param("2021", None, "2021", date(2021, 1, 1), id="a year"),
    pytest.param("2025-07", None, "2025", date(2025, 7, 1), id="the rest of a year"),
    pytest.param(NAMED, None, "", None, id="a name in its place"),
    pytest.param("", None, "", None, id="open"),
]


@pytest.mark.parametrize(("text", "roman", "year", "starts"), KINDS)
def test_what_a_period_tells(text: str, roman: str | None, year: str, starts: date | None) -> None:
    period = Period(text)
    assert str(period) == text
    assert (period.term.roman if period.term else None) == roman
    assert (period.year, period.starts) == (year, starts)
    assert (period.is_congress, period.is_local) == (text[:1] == "k", text[:2] == "nk")


@pytest.mark.parametrize("text", ["k", "XIII", "nk", "nk20", "nk2020-07", "2025-13", "21", "K13"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected one like k11, nk2020 or 2021"):
        Period(text)


ON = [
    pytest.param("k11", date(2022, 3, 1), ("k13",), id="the term of the day"),
    pytest.param("k11", date(1950, 1, 1), (), id="before the first term that is known"),
    pytest.param("nk2010", date(2021, 4, 9), ("nk2020",), id="the local term of the day"),
    pytest.param("nk2010", date(2020, 9, 1), ("nk2015", "nk2020"), id="congresses are held"),
    pytest.param("2019", date(2021, 4, 9), ("2021",), id="the year of the day"),
    pytest.param("2025-07", date(2025, 6, 30), (), id="before the rest of the year"),
    pytest.param("2025-07", date(2025, 7, 1), ("2025-07",), id="in the rest of the year"),
    pytest.param("2025-07", date(2026, 1, 1), (), id="after the rest of the year"),
    pytest.param("", date(2021, 4, 9), (), id="open"),
    pytest.param(NAMED, date(2021, 4, 9), (), id="a name in its place"),
]


@pytest.mark.parametrize(("text", "day", "periods"), ON)
def test_periods_of_a_register_on_a_day(text: str, day: date, periods: tuple[str, ...]) -> None:
    assert Period(text).on(day, Level.PROVINCE) == periods


@pytest.mark.parametrize(
    ("day", "level", "term", "near"),
    [
        pytest.param(
            date(2021, 4, 9), Level.PROVINCE, "nk2020", ("nk2020",), id="69-KL/TU of Lai Châu"
        ),
        pytest.param(
            date(2020, 10, 10),
            Level.PROVINCE,
            "",
            ("nk2015", "nk2020"),
            id="while provinces hold their congresses",
        ),
        pytest.param(
            date(2020, 11, 17), Level.DISTRICT, "nk2020", ("nk2020",), id="15-KH/HU of Tam Đường"
        ),
        pytest.param(
            date(2020, 5, 1), Level.PROVINCE, "nk2015", ("nk2015",), id="districts come first"
        ),
        pytest.param(date(1980, 1, 1), Level.PROVINCE, "", (), id="before the first"),
        pytest.param(date(2021, 4, 9), Level.CENTRAL, "", (), id="no local term at the centre"),
        pytest.param(
            date(2025, 12, 1), Level.COMMUNE, "nk2025", ("nk2025",), id="the new communes"
        ),
    ],
)
def test_local_term(day: date, level: Level, term: str, near: tuple[str, ...]) -> None:
    assert local_term_at(day, level) == term
    assert local_terms_near(day, level) == near
