"""A plan of a district committee that gives tasks, and what its duties are."""

from extract.reading import Duty, Reading, Task
from tests.extract.texts import party_plan, reading_of

TITLE = "về thực hiện Nghị quyết số 18-NQ/TU, ngày 05/4/2022 của Tỉnh ủy"
OWN = "88-KH/HU"


def owed(words: str, section: str = "III. TỔ CHỨC THỰC HIỆN") -> list[Duty]:
    """The duties of a plan of a district committee that says ``words`` in ``section``."""
    return list(reading_in(words, section).duties)


def given(words: str, section: str = "PHỤ LỤC") -> list[Task]:
    """The tasks of the same plan."""
    return list(reading_in(words, section).tasks)


def reading_in(words: str, section: str) -> Reading:
    """The reading of the same plan."""
    return reading_of(party_plan(TITLE, f"{section}\n\n{words}"))


def told(duty: Duty) -> tuple[str, str, str, str]:
    return duty.bearer, f"{duty.product} {duty.review}".strip(), duty.due, duty.rule
