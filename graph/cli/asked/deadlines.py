"""The last days of what is owed, as a file for a calendar."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from graph.ask.owed.answer import Owed
from graph.ask.owed.judging import Status
from graph.ask.owed.rows import OwedRow
from graph.errors import UnknownFormat
from graph.export.calendar import Deadline, calendar_of
from graph.whole_files import asked_for, write_whole
from graph.words.labels import OWED_WORDS, name_of, word
from graph.words.sentences import Language, say

_DUE: Final = frozenset({Status.OVERDUE, Status.DUE_SOON, Status.NOT_DUE})
"""What still has to be done by a day, as far as it is known."""


def require_calendar(path: Path) -> None:
    """Raise UnknownFormat where ``path`` is not called as calendars are."""
    if path.suffix.lower() != ".ics":
        raise UnknownFormat(path, (".ics",))


def write_calendar(answers: list[Owed], path: Path, as_of: date, language: Language) -> int:
    """Write what is due at ``path``, and return how many days it holds; raises Unwritable."""
    deadlines = [each for answer in answers for each in _deadlines(answer, language)]
    with asked_for(path):
        write_whole(path, calendar_of(deadlines, say(language, "owed by all"), as_of))
    return len({deadline.id for deadline in deadlines})


def _deadlines(answer: Owed, language: Language) -> Iterator[Deadline]:
    for row in answer.rows:
        if row.status in _DUE and row.due_until:
            yield Deadline(
                row.id, date.fromisoformat(row.due_until), _title(row, language), _told(row)
            )


def _title(row: OwedRow, language: Language) -> str:
    deed = word(OWED_WORDS, language, row.review or row.expects)
    about = ", ".join(map(name_of, row.about))
    return f"{row.body}, {row.product}: {deed} ({about})"


def _told(row: OwedRow) -> str:
    quote = row.quote
    where = f"{quote.text}, {quote.start}-{quote.end}"
    by = name_of(row.set_by) if row.set_by else quote.text
    return f"{by}\n“{' '.join(quote.quote.split())}”\n{where}"
