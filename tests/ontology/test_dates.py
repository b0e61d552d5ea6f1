"""Dates of which a text prints a year or a month alone: what is certain of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.dates import NO_DATE, PartialDate, Precision, partial_date

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
SIZES = st.sampled_from(list(Precision))
DATES = st.builds(lambda day, size: PartialDate(day.isoformat()[:size]), DAYS, SIZES)

REFUSED = [
    pytest.param("2021-2", id="a month of one digit"),
    pytest.param("2021-13", id="no such month"),
    pytest.param("2021-02-30", id="no such day"),
    pytest.param("20210409", id="without marks"),
    pytest.param("2021-W01-1", id="a day of a week"),
    pytest.param("0000", id="no such year"),
    pytest.param("٢٠٢١", id="digits of another script"),
    pytest.param("2021 ", id="a blank"),
    pytest.param("hôm qua", id="words"),
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected 2021, 2021-04 or 2021-04-09"):
        PartialDate(text)
    assert partial_date(text) == NO_DATE


@given(DATES)
def test_a_date_is_read_back_as_it_was_printed(known: PartialDate) -> None:
    assert PartialDate(str(known)) == partial_date(known) == known
    assert PartialDate.of(*known.split("-")) == known
    assert known.precision == len(known)


@given(DAYS, SIZES)
def test_a_date_lies_within_its_earliest_and_its_latest_day(day: date, size: Precision) -> None:
    known = PartialDate(day.isoformat()[:size])
    assert known.agrees_with(PartialDate.of_day(day))
    assert (known.day == day) == (size is Precision.DAY)
    if known:
        assert known.earliest is not None
        assert known.latest is not None
        assert known.earliest <= day <= known.latest
        assert PartialDate.of_day(known.latest)[:size] == known


@given(DATES, DATES)
def test_what_is_certain_of_two_dates_holds_for_all_their_days(
    one: PartialDate, other: PartialDate
) -> None:
    if not (one.earliest and one.latest and other.earliest and other.latest):
        assert one.agrees_with(other)
        assert not one.is_before(other)
        assert not one.is_since(other)
        return
    assert one.is_before(other) == (one.latest < other.earliest)
    assert one.is_since(other) == (one.earliest >= other.latest)
    assert one.agrees_with(other) == (not one.is_before(other) and not other.is_before(one))


PRINTED = [
    pytest.param(("2021", "4", "9"), "2021-04-09", id="a day"),
    pytest.param(("2021", "04", None), "2021-04", id="a month"),
    pytest.param(("2021", None, None), "2021", id="a year"),
    pytest.param(("2021", "2", "30"), "", id="no such day"),
    pytest.param(("2021", "0", None), "", id="no such month"),
    pytest.param(("", None, None), "", id="nothing"),
    pytest.param(("٢٠٢١", "4", None), "2021-04", id="digits of another script"),
]


@pytest.mark.parametrize(("numbers", "text"), PRINTED)
def test_date_of_printed_numbers(numbers: tuple[str, str | None, str | None], text: str) -> None:
    assert PartialDate.of(*numbers) == text


PARTS = [
    pytest.param("2021-04-09", ("2021", "2021-04"), id="of a day"),
    pytest.param("2021-04", ("2021", "2021-04"), id="of a month"),
    pytest.param("2021", ("2021", ""), id="of a year"),
    pytest.param("", ("", ""), id="of nothing"),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_year_and_month(text: str, parts: tuple[str, str]) -> None:
    known = PartialDate(text)
    assert (known.year, known.month) == parts
