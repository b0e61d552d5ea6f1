"""Which term a day lies in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.institutions.terms import (
    congress,
    congress_at,
    local_term_at,
    local_terms_near,
)
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


@pytest.mark.parametrize(
    ("day", "level", "term", "near"),
    [
        pytest.param(
            date(2021, 4, 9), Level.PROVINCE, "nk2020", ("nk2020",), id="69-KL/TU of Lai Châu"
        ),
        pytest.param(
            date(2020, 10, 10),
            Level.PROVINCE,
            None,
            ("nk2015", "nk2020"),
            id="while provinces hold their congresses",
        ),
        pytest.param(
            date(2020, 11, 17), Level.DISTRICT, "nk2020", ("nk2020",), id="15-KH/HU of Tam Đường"
        ),
        pytest.param(
            date(2020, 5, 1), Level.PROVINCE, "nk2015", ("nk2015",), id="districts come first"
        ),
        pytest.param(date(1980, 1, 1), Level.PROVINCE, None, (), id="before the first"),
        pytest.param(date(2021, 4, 9), Level.CENTRAL, None, (), id="no local term at the centre"),
        pytest.param(
            date(2025, 12, 1), Level.COMMUNE, "nk2025", ("nk2025",), id="the new communes"
        ),
    ],
)
def test_local_term(day: date, level: Level, term: str | None, near: tuple[str, ...]) -> None:
    assert local_term_at(day, level) == term
    assert local_terms_near(day, level) == near
