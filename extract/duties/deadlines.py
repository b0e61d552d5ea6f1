"""By when something is owed: a point of time, a rule that comes back, a time after an event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from extract.duties.bearers import bearer_in
from extract.duties.subjects import HANDLED
from extract.grammar.cue import COUNTS
from extract.grammar.lexicon import any_of

_BEFORE = r"""(?<![^\W\d_])(?:(?:trước|(?:chậm|muộn)[ ]nhất(?:[ ]đến)?
  |hoàn[ ]thành|xong|trong|vào|hết|cuối
  |đầu  |giữa|kỳ[ ]họp(?:[ ](?:thường[ ]lệ|HĐND|Hội[ ]đồng[ ]nhân[ ]dân|tỉnh|huyện|xã|thành[ ]phố))*
  |đợt|là|thời[ ]điểm|thời[ ]hạn|để[ ]trình|dịp)[ ,:]+)+
  (?:\d{1,2}[ ]?(?:giờ|h)(?:[ ]?\d{1,2})?(?:[ ]?phút)?,?[ ])?"""
"""What stands before a day that is a deadline."""
_QUARTERS = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_POINT = r"""(?:
    (?:ngày[ ])?(?P<d>\d{1,2})[ ]?[/.-][ ]?(?P<m>\d{1,2})[ ]?[/.-][ ]?(?P<y>\d{4})(?!\d)
  | ngày[ ](?P<d2>\d{1,2})[ ]tháng[ ](?P<m2>\d{1,2})[ ]năm[ ](?P<y2>\d{4})
  | (?:tháng[ ]?)?(?P<m3>\d{1,2})[ ]?[/-][ ]?(?P<y3>\d{4})(?!\d)
  | tháng[ ](?P<m4>\d{1,2})[ ]năm[ ](?P<y4>\d{4})
  | quý[ ](?P<q>I{1,3}|IV|[1-4])(?:[ ]?[/-][ ]?|[ ]năm[ ]|[ ])(?P<y5>\d{4})(?!\d)
  | năm[ ](?P<y6>\d{4})(?!\d)
)"""
_DEADLINE = re.compile(_BEFORE + _POINT, re.VERBOSE | re.IGNORECASE)
_YEARLESS = re.compile(
    r"""(?<![^\W\d_])
    (?:(?:trước|(?:chậm|muộn)[ ]nhất(?:[ ]đến)?|xong|hoàn[ ]thành|trong|là|vào)[ ]+)+
    (?:\d{1,2}[ ]?(?:giờ|h)(?:[ ]?\d{1,2})?(?:[ ]?phút)?,?[ ])?
    (?: (?:ngày[ ])?(?P<d>\d{1,2})/(?P<m>\d{1,2}) | ngày[ ](?P<d2>\d{1,2})[ ]tháng[ ](?P<m2>\d{1,2})
      | tháng[ ](?P<m3>\d{1,2}) | quý[ ](?P<q>I{1,3}|IV) )(?![^\W_]|[/.-]\d|,?[ ]năm)""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = re.compile(r"[ ]*" + _POINT, re.VERBOSE | re.IGNORECASE)
_YEARS = re.compile(
    r"[ ]*(?:Năm[ ]|Giai đoạn[ ])?(\d{4})(?:[ ]?-[ ]?(\d{4})|[ ]và.*tiếp theo)?[ .]*"
)
_IN_WORDS = any_of(COUNTS)
_AGAIN = re.compile(
    rf"""(?<![^\W\d_])(?:(?P<fixed>định[ ]kỳ[ ])?(?:hằng|hàng)[ ](?P<unit>năm|quý|tháng|tuần|ngày)
      | (?P<every>mỗi)[ ](?P<unit2>năm|quý|tháng|tuần|ngày)(?:[ ](?:một|0?1)[ ]lần)?
      | (?P<regular>định[ ]kỳ)[ ](?:\([^()]*\)[ ])?(?P<count>\d{{1,2}}|{_IN_WORDS})[ ]
          (?P<unit3>năm|tháng)
      | (?P<count2>\d{{1,2}})[ ](?P<unit4>năm|tháng)(?:/|[ ]một[ ])lần
      | (?P<bare>định[ ]kỳ)(?=[ ](?:trước|vào|chậm))
      | ngày[ ]\d{{1,2}}[ ](?:của[ ])?(?P<last>tháng[ ]cuối)
        (?:[ ](?:của|mỗi|hằng|hàng|từng))*[ ](?P<unit5>quý)
      | của[ ](?P<unit6>năm)[ ](?:tiếp[ ]theo|kế[ ]tiếp|liền[ ]kề|sau)
    )(?![^\W\d_])""",
    re.VERBOSE | re.IGNORECASE,
)
_UNITS = ("unit", "unit2", "unit3", "unit4", "unit5", "unit6")
_FREQUENCY = {
    "năm": ("YEARLY", 1),
    "quý": ("MONTHLY", 3),
    "tháng": ("MONTHLY", 1),
    "tuần": ("WEEKLY", 1),
    "ngày": ("DAILY", 1),
}
_DAY_OF_YEAR = re.compile(
    r"(?:ngày[ ]|trước[ ]|và[ ])(\d{1,2})(?:/|[ ]tháng[ ])(\d{1,2})(?![/\d]|\.\d|[ ]năm[ ]\d)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:trước|(?:chậm|muộn) nhất|vào)[ ](?:là )?(?:ngày )?$", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(r"ngày[ ](\d{1,2})(?![\d/]|[ ]tháng[ ]\d)", re.IGNORECASE)
_QUARTER_OF_YEAR = re.compile(r"quý[ ](I{1,3}|IV|[1-4])(?![\d/IV])", re.IGNORECASE)
_AFTER = re.compile(
    r"""(?:trong(?:[ ](?:vòng|thời[ ]hạn|thời[ ]gian))?|chậm[ ]nhất(?:[ ]là)?|sau|không[ ]quá)[ ]
    (?:[^\W\d_]+[ ]\()?(\d{1,3})\)?[ ](?P<unit>ngày|tháng|năm|tuần)(?:[ ]làm[ ]việc)?,?[ ]
    (?:kể[ ])?(?:từ|sau)[ ][^,;.()]{3,90}""",
    re.VERBOSE | re.IGNORECASE,
)
_SERVES = re.compile(
    r"[ ,)]*để[ ]([^.;:,]{0,60}?[ ])?(?:tổng hợp|xem xét|báo cáo|trình)(?![^\W\d_])"
)
_PERIODS = {"ngày": "D", "tuần": "W", "tháng": "M", "năm": "Y"}
_ONGOING = re.compile(r"[ ]*(?:nhiệm vụ )?(?:thường xuyên|liên tục)[^.]{0,30}", re.IGNORECASE)
_NEAR_HEAD = 40
_GOES_TO = re.compile(r"[ .;,)]*(?:$|[ ](?:về|cho|gửi|với|lên)[ ])")
"""What follows how often somebody reports: nothing, or to whom."""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: where it stands in the text that was asked about, and its value."""

    start: int
    end: int
    value: str


def due_in(text: str) -> Due | None:
    """Return the deadline that a clause sets, its citations masked; None where it sets none.

    >>> due_in("Sở Y tế báo cáo trước ngày 15/6 và ngày 15/12 hằng năm").value
    'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15'
    >>> due_in("thực hiện các nhiệm vụ đến năm 2030") is None
    True
    """
    if again := _recurring(text, cell=False):
        return again
    if after := _AFTER.search(text):
        unit = _PERIODS[after["unit"].lower()]
        return Due(after.start(), after.end(), f"P{int(after[1])}{unit}")
    points = [
        Due(found.start(), found.end(), value)
        for found in _DEADLINE.finditer(text)
        if (value := _value(found))
    ]
    opening = _OPENING.match(text)
    if not points and opening and (value := _value(opening)):
        lead = len(opening.group()) - len(opening.group().lstrip())
        return Due(opening.start() + lead, opening.end(), value)
    if not points and (found := _YEARLESS.search(text)):
        return Due(found.start(), found.end(), _without_year(found))
    return _before_purpose(text, points) if points else None


def _before_purpose(text: str, points: list[Due]) -> Due:
    """Return the last deadline, or that before which what is sent serves a further report.

    "Gửi về Sở trước ngày 16/8/2023 để tổng hợp, báo cáo UBND tỉnh trước ngày 25/8/2023": the
    later day binds who gathers.
    """
    for point, later in pairwise(points):
        if _SERVES.match(text, point.end, later.start):
            return point
    return points[-1]


def _without_year(found: re.Match[str]) -> str:
    if found["q"]:
        return f"--Q{_QUARTERS[found['q'].upper()]}"
    month, day = found["m"] or found["m2"] or found["m3"], found["d"] or found["d2"]
    return f"--{int(month):02}" + (f"-{int(day):02}" if day else "")


def in_year_of(value: str, day: str) -> str:
    """Return a deadline without a year as one of the year of ``day``, an ISO date.

    Empty where the text's own date does not settle the year: it prints no year, or the deadline
    would lie before it. A value with a year of its own is returned as it is.

    >>> in_year_of("--04-25", "2024-03-12"), in_year_of("--01-25", "2024-03-12")
    ('2024-04-25', '')
    """
    if not value.startswith("--"):
        return value
    dated = f"{day[:4]}{value[1:]}"
    if not day[:4].isdigit() or not is_later(dated, day):
        return ""
    if len(value) == len("--MM-DD"):
        try:
            date.fromisoformat(dated)
        except ValueError:
            return ""
    return dated


def is_later(value: str, day: str) -> bool:
    """Tell whether a point of time does not lie before ``day``; a rule or an event never does."""
    if not value[:4].isdigit():
        return bool(value)
    month = int(value[6]) * 3 if value[4:6] == "-Q" else 0
    end = f"{value[:4]}-{month:02}" if month else value[:10].partition("/")[0]
    return end >= day[: len(end)]


def due_of_cell(cell: str) -> Due | None:
    """Return the deadline that a cell of a table prints; None where it prints none."""
    text = cell.strip()
    start = len(cell) - len(cell.lstrip())
    if not text:
        return None
    return Due(start, start + len(text), value) if (value := _cell_value(text)) else None


def _cell_value(text: str) -> str:
    if _ONGOING.fullmatch(text):
        return "ongoing"
    if years := _YEARS.fullmatch(text):
        last = years[2] or (".." if "tiếp theo" in text else "")
        return f"{years[1]}/{last}" if last else years[1]
    if again := _recurring(text, cell=True):
        return again.value
    found = [
        value
        for match in re.finditer(_POINT, text, re.VERBOSE | re.IGNORECASE)
        if (value := _value(match))
    ]
    if found:
        return found[0] if len(found) == 1 else f"{found[0]}/{found[-1]}"
    after = _AFTER.search(text)
    return f"P{int(after[1])}{_PERIODS[after['unit'].lower()]}" if after else ""


def _value(found: re.Match[str]) -> str:
    """Return a point of time as ISO writes it, empty where there is no such day."""
    groups = found.groupdict()
    year = next((groups[name] for name in ("y", "y2", "y3", "y4", "y5", "y6") if groups[name]), "")
    month = next((groups[name] for name in ("m", "m2", "m3", "m4") if groups[name]), "")
    day = groups["d"] or groups["d2"] or ""
    if groups["q"]:
        return f"{year}-Q{_QUARTERS.get(groups['q'].upper(), groups['q'])}"
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return "-".join(
        (year, *(f"{int(part):02}" for part in (month, day) if part)),
    )


def _recurring(text: str, *, cell: bool) -> Due | None:
    found = _AGAIN.search(text)
    if found is None:
        return None
    start = found.start()
    if found["bare"]:  # how often stands behind it, else it is once a year
        found = _AGAIN.search(text, found.end()) or found
    ends = [start, found.end()]
    units = [found[name] for name in _UNITS if found[name]]
    frequency, interval = _FREQUENCY[units[0].lower() if units else "năm"]
    count = (found["count"] or found["count2"] or "1").lower()
    interval *= int(COUNTS.get(count, count))
    days = list(_DAY_OF_YEAR.finditer(text)) if frequency == "YEARLY" or interval == 6 else []
    if frequency == "MONTHLY" and len(days) == 2 and _on_days(days):  # the days of both halves
        frequency, interval = "YEARLY", 1
    if days and not _on_days(days):  # of several days, that which stands right before it
        days = [
            day
            for day in days
            if found.start() - day.end() in (0, 1) and _UNTIL.search(text, 0, day.start(1))
        ]
    parts = [f"FREQ={frequency}", *([f"INTERVAL={interval}"] if interval > 1 else [])]
    if days and (rule := _on_days(days)):
        parts.append(rule)
    elif frequency == "MONTHLY" and (of_month := _DAY_OF_MONTH.search(text)):
        days = [of_month]
        parts.append(f"BYMONTHDAY={int(of_month[1])}")
    elif quarter := _QUARTER_OF_YEAR.search(text):
        days = [quarter]
        number = _QUARTERS.get(quarter[1].upper(), quarter[1])
        parts.append(f"BYMONTH={int(number) * 3}")
    elif not cell and not _sets_time(text, found):
        return None
    ends += [end for match in days for end in match.span()]
    return Due(min(ends), max(ends), ";".join(parts))


def _sets_time(text: str, found: re.Match[str]) -> bool:
    """Tell whether the words say when, and are no part of a name ("kế hoạch hằng năm")."""
    lead = text[: found.start()].strip()
    ends = _GOES_TO.match(text, found.end()) is not None
    if (
        ends
        and "báo cáo" in lead.lower()
        and (found["unit"] or "").lower() in ("tháng", "quý", "tuần", "ngày")
    ):
        return True
    if bearer_in(lead) is not None and HANDLED.search(lead) is None:
        return True
    fixed = any(found[name] for name in ("fixed", "every", "regular", "count2", "last"))
    return (
        fixed
        or (len(lead) <= _NEAR_HEAD and (not lead or lead[-1] in ",;)"))
        or (
            re.match(r"[ ](?:sơ kết|tổng kết|báo cáo|tổ chức|tổng hợp)", text[found.end() :])
            is not None
        )
    )


def _on_days(days: list[re.Match[str]]) -> str:
    """Return the days of a year as RFC 5545 writes them, empty where one does not exist."""
    pairs = list(_real_days(days))
    if len({day for day, _ in pairs}) != 1:
        return ""
    months = ",".join(str(month) for _, month in pairs)
    return f"BYMONTH={months};BYMONTHDAY={pairs[0][0]}"


def _real_days(days: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    for found in days:
        day, month = int(found[1]), int(found[2])
        if 0 < day <= 31 and 0 < month <= 12:
            yield day, month
