"""A day as people type it."""

import re
from datetime import date

from graph.errors import WrongUse

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_SPOKEN = re.compile(
    r"(?:ng[àa]y\s+)?(?P<day>\d{1,2})\s*(?:[/.-]|th[áa]ng)\s*(?P<month>\d{1,2})\s*(?:[/.-]|n[ăa]m)"
    r"\s*(?P<year>\d{4})",
    re.IGNORECASE,
)


def day_typed(typed: str) -> str:
    """Return the ISO date that was typed, the day before the month; WrongUse where it is none.

    >>> day_typed("1/7/2025"), day_typed("ngày 1 tháng 7 năm 2025"), day_typed("2025-07-01")
    ('2025-07-01', '2025-07-01', '2025-07-01')
    """
    found = _ISO.fullmatch(typed.strip()) or _SPOKEN.fullmatch(typed.strip())
    try:
        if found:
            return date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        pass  # the 31st of a month that has 30 days
    raise WrongUse("no day", day=typed)
