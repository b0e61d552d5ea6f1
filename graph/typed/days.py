"""A day as people type it."""

import re
from datetime import date

from extract.grammar.fields import fields_after
from graph.errors import WrongUse
from ontology.dates import today

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_WORD = re.compile(r"^(?:ng[àa]y\s+)?", re.IGNORECASE)
_MONTH = re.compile(r"\bth[áa]ng\b", re.IGNORECASE)
_YEAR = re.compile(r"\bn[ăa]m\b", re.IGNORECASE)


def day_or_today(typed: str) -> date:
    """Return the day that was typed, today where nothing was; WrongUse where it is no day."""
    return day_typed(typed) if typed else today()


def day_typed(typed: str) -> date:
    """Return the day that was typed, the day before the month; WrongUse where it is none.

    It is read by the rules that read dates out of texts, once it is set as print has it.

    >>> for typed in ("1/7/2025", "ngày 1 tháng 7 năm 2025", "2025-07-01"):
    ...     print(day_typed(typed))
    2025-07-01
    2025-07-01
    2025-07-01
    """
    said = _ISO.sub(r"\g<day>/\g<month>/\g<year>", " ".join(typed.split()))
    printed = _WORD.sub(" ngày ", _YEAR.sub("năm", _MONTH.sub("tháng", said)))
    fields = fields_after(printed, 0)
    day = fields.date.day if fields.end == len(printed) else None
    if day is None:
        raise WrongUse("no day", day=typed)
    return day
