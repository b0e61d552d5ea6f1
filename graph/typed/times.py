"""A day, a month or a year as people type it."""

import re

from graph.errors import WrongUse
from ontology.dates import PartialDate, partial_date

_MONTH = re.compile(r"(?:th[áa]ng\s+)?(?P<month>\d{1,2})\s*[/-]\s*(?P<year>\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:n[ăa]m\s+)?(?P<year>\d{4})", re.IGNORECASE)


def time_typed(typed: str) -> PartialDate:
    """Return the day, month or year that was typed; WrongUse where it is none.

    >>> time_typed("tháng 7/2025"), time_typed("2025")
    ('2025-07', '2025')
    """
    said = " ".join(typed.split())
    if month := _MONTH.fullmatch(said):
        said = f"{month['year']}-{int(month['month']):02}"
    elif year := _YEAR.fullmatch(said):
        said = year["year"]
    if known := partial_date(said):
        return known
    from graph.typed.days import day_typed  # loads the rules that read texts

    try:
        return PartialDate(day_typed(typed).isoformat())
    except WrongUse as error:
        raise WrongUse("no time", typed=typed) from error
