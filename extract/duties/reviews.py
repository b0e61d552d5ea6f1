"""Reviews that a text announces: "định kỳ sơ kết 3 năm, tổng kết 5 năm", "năm 2025 tổng kết"."""

import re
from dataclasses import dataclass

from extract.duties.deadlines import Due, due_in
from extract.grammar.cue import COUNTS
from extract.grammar.lexicon import any_of, whole
from ontology.documents.order_words import DutyWord, duty_words

_END = r"(?![^\W\d_])"
_INTERIM = any_of(duty_words(DutyWord.INTERIM))
_FINAL = any_of(duty_words(DutyWord.FINAL))
_REVIEW = re.compile(
    rf"""(?<![^\W\d_])(?P<before>(?P<regular>định[ ]kỳ[ ])?
      (?:(?:sau[ ])?(?P<lead>\d{{1,2}})[ ]năm[ ])?
      (?:(?:tổ[ ]chức|tiến[ ]hành)[ ])?)
    (?P<kind>(?P<interim>{_INTERIM})|(?P<final>{_FINAL})){_END}
    (?:(?:,[ ]|[ ]và[ ]|[ ])(?P<both>{_FINAL}){_END})?
    (?:[ ](?P<years>\d{{1,2}})[ ]năm)?(?:(?:,|[ ]và)[ ](?P<more>\d{{1,2}})[ ]năm)?""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_YEARS = re.compile(
    rf"(?<![^\W\d_])sau[ ](?P<years>\d{{1,2}}|{any_of(COUNTS)})[ ]năm"
    r"(?=[ ](?:tổ chức )?(?:thực hiện|triển khai))",
    re.IGNORECASE,
)
"""How long after the beginning: "Sau 03 năm thực hiện, Tỉnh ủy sơ kết"."""
_OF_ITSELF = re.compile(
    r"[ ]*(?:$|[,.;]|(?:việc |kết quả )?(?:triển khai |tổ chức )?thực hiện|triển khai|và |vào )"
)
"""So many years of something else have passed already: "tổng kết 10 năm đổi mới"."""
_NOUN = re.compile(rf"{any_of(duty_words(DutyWord.REVIEW_NOUN))}[ ]$", re.IGNORECASE)

_AT_MEETING = re.compile(whole(duty_words(DutyWord.MEETING)), re.IGNORECASE)
_TAKEN_UP = re.compile(rf"{whole(duty_words(DutyWord.TAKEN_UP))}[ ](?:việc )?$", re.IGNORECASE)
"""A review without a time is announced where somebody is to hold it."""


@dataclass(frozen=True, slots=True)
class Review:
    """A review in a clause: offsets, "interim", "final" or empty, and when it is due."""

    start: int
    end: int
    kind: str
    due: Due | None


def announced_review(words: str) -> Review | None:
    """Return the review that a clause announces; None where it announces none.

    >>> announced_review("định kỳ sơ kết 3 năm").due.value
    'FREQ=YEARLY;INTERVAL=3'
    """
    for found in _REVIEW.finditer(words):
        if _NOUN.search(words[: found.start()]):
            continue
        if _AT_MEETING.search(words[: found.start()]):
            continue
        due = _due(words, found)
        if due is None and words.startswith(" theo quy định", found.end()):
            continue
        if due is None and _TAKEN_UP.search(words[: found.start("kind")]) is None:
            continue
        kind = "interim" if found["interim"] else "final"
        return Review(found.start(), found.end(), "" if found["both"] else kind, due)
    return None


def _due(words: str, found: re.Match[str]) -> Due | None:
    start, end = found.span()
    years = found["lead"] or found["years"]
    cited = "¤" in words[end : end + 60]
    if found["regular"] and years:
        rule = f"FREQ=YEARLY;INTERVAL={int(years)}"
        if found["more"]:
            rule += f" FREQ=YEARLY;INTERVAL={int(found['more'])}"
        return Due(start, end, rule)
    if due := due_in(words):
        return due
    if begun := _AFTER_YEARS.search(words):
        count = begun["years"].lower()
        return Due(begun.start(), begun.end(), f"P{int(COUNTS.get(count, count))}Y")
    if found["lead"] or (years and not cited and _OF_ITSELF.match(words, end)):
        return Due(start, end, f"P{int(years)}Y")
    return None
