"""``luocdo owed``: the sum at the end, and last days for a calendar."""

import json
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from graph.ask.owed.judging import Status
from graph.export.calendar import Deadline, calendar_of
from tests.graph.conftest import CORPUS, luocdo

DUE = {Status.OVERDUE, Status.DUE_SOON, Status.NOT_DUE}
HOSTILE = "x;y,z\nEND:VEVENT\r\nBEGIN:VEVENT\x07"


def events_of(content: bytes) -> list[Component]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_a_calendar_holds_what_still_has_to_be_done(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"
    asked = ("owed", "--store", store, "--as-of", "1/1/2025", "--format", "json")
    answer = json.loads(luocdo(*asked, "--calendar", file).stdout)
    due = [row for row in answer["rows"] if row["status"] in DUE and row["due_until"]]
    assert {row["status"] for row in due} >= {"overdue", "not-due"}
    events = events_of(file.read_bytes())
    assert len({str(event["uid"]) for event in events}) == len(events)
    told = {
        (event.decoded("dtstart").isoformat(), row["quote"]["text"])
        for event in events
        for row in due
        if row["body"] in str(event["summary"])
        and " ".join(row["quote"]["quote"].split()) in str(event["description"])
        and row["quote"]["text"] in str(event["description"])
    }
    assert told >= {(row["due_until"], row["quote"]["text"]) for row in due}
    assert len(events) == len({(row["id"], row["body"], row["due_until"]) for row in due})


def test_words_of_texts_are_words_of_the_calendar() -> None:
    deadline = Deadline("a.b", date(2024, 6, 30), HOSTILE, f"{HOSTILE}\nrow")
    (event,) = events_of(calendar_of([deadline, deadline], HOSTILE, date(2024, 5, 1)))
    assert "x;y,z" in str(event["summary"])
    assert "\x07" not in str(event["summary"]) + str(event["description"])


@pytest.mark.parametrize("name", ["due", "due.csv"])
def test_a_file_that_is_no_calendar_is_refused(store: Path, tmp_path: Path, name: str) -> None:
    result = luocdo("owed", "--store", store, "--calendar", tmp_path / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert ".ics" in result.stderr
    assert not (tmp_path / name).exists()


def test_the_sum_in_the_documentation_is_that_of_the_texts(store: Path) -> None:
    page = (CORPUS.parent.parent / "docs" / "owed.md").read_text("utf-8")
    printed = luocdo("owed", "--store", store, "--as-of", "1/9/2021", env={"COLUMNS": "400"}).stdout
    total = printed.rstrip("\n").rpartition("\n")[2].rpartition(" (")[0].strip()
    assert total.startswith("Tính đến 01/09/2021")
    assert total in page
