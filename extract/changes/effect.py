"""The day from which a change takes effect: "hết hiệu lực kể từ ngày 01/7/2025".

A day counts where the words tie it to the change, or to the effect of the text that makes it; one
that a title prints ("mức lương từ ngày 01/7/2013") says nothing about when that document ended.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from extract.grammar.fields import iso_date
from ontology.dates import NO_DATE, PartialDate

_DAY = r"""
    (?:(?:ngày|NGÀY)[ ])?(?P<day>\d{1,2})[ ]*(?:[/.-]|tháng)[ ]*(?P<month>\d{1,2})[ ]*
    (?:[/.-]|năm)[ ]*(?P<year>\d{4})(?!\d)
    (?P<month2>)(?P<year2>)(?P<year3>)
"""
"""A whole day; the empty groups are those that ``iso_date`` looks for where there is none."""
_SINCE = rf"(?:bắt[ ]đầu[ ])?(?:kể[ ])?từ[ ]{_DAY}"
_IN_EFFECT = re.compile(
    rf"(?P<words>hiệu[ ]lực(?:[ ](?:pháp[ ]luật|thi[ ]hành|toàn[ ]bộ|một[ ]phần))*[ ]{_SINCE})",
    re.VERBOSE | re.IGNORECASE,
)
_UNDONE = re.compile(
    rf"(?:bãi[ ]bỏ|hủy[ ]bỏ|huỷ[ ]bỏ|thay[ ]thế|sửa[ ]đổi|bổ[ ]sung)[ ](?P<words>{_SINCE})",
    re.VERBOSE | re.IGNORECASE,
)
_BEHIND = re.compile(rf"[ ,]*(?P<words>{_SINCE})", re.VERBOSE | re.IGNORECASE)
_IN_FRONT = re.compile(
    rf"(?:[^\w\n]*(?:Điều[ ])?\d{{1,2}}[.)][ ]*)?[^\w\n]*(?P<words>{_SINCE}[ ]*,)",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNED = r"(?:kể[ ])?từ[ ]ngày[ ](?:ký|ban[ ]hành)(?:[ ]ban[ ]hành)?(?![ ]\w*[ ]?(?:\d|văn|quyết))"
_ANCHORS = ("có hiệu lực", "Có hiệu lực", "CÓ HIỆU LỰC")
_NAMED_BEFORE = re.compile(
    r"(?P<type>[^\W\d_]+(?:[ ](?!này\b)[^\W\d_]+)?)(?P<this>[ ]này)?[ ]$", re.IGNORECASE
)
_LONGEST_NAME = 40
_OWN_EFFECT = re.compile(
    rf"""(?P<words>có[ ]hiệu[ ]lực
    (?:[ ](?:pháp[ ]luật|thi[ ]hành))*[ ]
    (?:{_SINCE} | sau[ ](?P<days>\d{{1,3}})(?:[ ]\([^()\n]{{1,20}}\))?[ ]ngày[ ]*,?[ ]*{_SIGNED}
      | (?P<signed>{_SIGNED})))""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;][ ]|\n")
_LONGEST_SENTENCE = 600


@dataclass(frozen=True, slots=True)
class Effect:
    """A day, and the offsets of the words that print it."""

    day: PartialDate
    start: int
    end: int


def stated_effect(flow: str, start: int, end: int) -> Effect | None:
    """Return the day that the sentence around a change gives it; None where there is none.

    The change is said between ``start`` and ``end``.

    >>> flow = "Quyết định số 5/QĐ-UBND hết hiệu lực kể từ ngày 01/7/2025."
    >>> found = stated_effect(flow, 0, flow.index(" kể"))
    >>> found.day, flow[found.start : found.end]
    ('2025-07-01', 'hiệu lực kể từ ngày 01/7/2025')
    """
    first = max(
        (
            stop.end()
            for stop in _SENTENCE_END.finditer(flow, max(0, start - _LONGEST_SENTENCE), start)
        ),
        default=max(0, start - _LONGEST_SENTENCE),
    )
    stop = _SENTENCE_END.search(flow, end)
    last = min(stop.start() + 1 if stop else len(flow), end + _LONGEST_SENTENCE)
    found = (
        _IN_EFFECT.search(flow, first, last)
        or _UNDONE.search(flow, start, last)
        or _BEHIND.match(flow, end, last)
        or _IN_FRONT.match(flow, first, last)
    )
    return _effect(found)


def own_effect(flow: str, type_word: str, signed: PartialDate) -> Effect | None:
    """Return the day from which the text itself is in force, None where it prints none or several.

    ``type_word`` is what the text calls itself, for "Quy chế này" may be an attached one;
    ``signed`` is the day of the text, empty where it is not known, for "sau 10 ngày kể từ ngày
    ký".

    >>> flow = "Quyết định này có hiệu lực từ ngày 01/01/2022."
    >>> own_effect(flow, "Quyết định", NO_DATE).day
    '2022-01-01'
    >>> flow = "Quyết định này có hiệu lực thi hành sau 10 ngày, kể từ ngày ký."
    >>> own_effect(flow, "Quyết định", PartialDate("2008-12-25")).day
    '2009-01-04'
    """
    said = list(_said_of(flow, type_word.casefold()))
    # "Luật có hiệu lực …" without "này" may be another law where the text calls itself "này".
    told = [match for match, this in said if this] or [match for match, _ in said]
    found = [effect for match in told if (effect := _own_effect(match, signed))]
    days = {effect.day for effect in found}
    return found[0] if type_word and len(days) == 1 else None


def _said_of(flow: str, type_word: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield where the text says of a document of its type that it comes into force.

    Beside each whether it says "this". Two literals are sought, for they are rare.
    """
    for anchor in _ANCHORS:
        offset = flow.find(anchor)
        while offset >= 0:
            match = _OWN_EFFECT.match(flow, offset)
            named = match and _NAMED_BEFORE.search(flow, max(0, offset - _LONGEST_NAME), offset)
            if match and named and named["type"].casefold().endswith(type_word):
                yield match, bool(named["this"])
            offset = flow.find(anchor, offset + 1)


def _own_effect(found: re.Match[str], signed: PartialDate) -> Effect | None:
    if not found["days"] and not found["signed"]:
        return _effect(found)
    if signed.day is None:
        return None
    try:
        day = signed.day + timedelta(days=int(found["days"] or 0))
    except OverflowError:
        return None  # behind the last year that dates have
    return Effect(PartialDate.of_day(day), found.start("words"), found.end("words"))


def _effect(found: re.Match[str] | None) -> Effect | None:
    day = iso_date(found) if found else NO_DATE
    return Effect(day, found.start("words"), found.end("words")) if found and day else None
