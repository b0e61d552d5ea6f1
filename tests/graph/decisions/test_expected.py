"""A person's list of who owes what: what its lines mean, what is wrong with them, how it stays."""

import json
from datetime import date
from pathlib import Path

import pytest

from graph.ask.owed.answer import owed
from graph.ask.owed.rows import OwedRow
from graph.build.run import BuildReport, build
from graph.decisions.words import fault_words, problem_words
from graph.errors import DecisionsUnreadable
from graph.opening import open_store
from graph.store.disk import read_state
from graph.words.sentences import Language
from tests.graph.conftest import CORPUS, luocdo

pytestmark = pytest.mark.slow

HEAD = "body,about,product,due,why"
TEXTS = [
    CORPUS / name
    for name in (
        "lai-chau_69-kl-tu_2021.txt",
        "lai-chau_phong-tho_412-bc-hu_2023.md",
        "lai-chau_tam-duong_98-kh-hu_2022.txt",
    )
]


def built(folder: Path, *lines: str, head: str = HEAD) -> BuildReport:
    file = folder / "list.csv"
    file.write_text("\n".join((head, *lines)), "utf-8")
    return build(TEXTS, folder / "store", expected=file)


def rows_of(folder: Path, day: date = date(2024, 1, 1)) -> list[OwedRow]:
    answer = owed(open_store(folder / "store"), as_of=day)
    return [row for row in answer.rows if row.listed]


def test_a_line_is_a_debt(tmp_path: Path) -> None:
    report = built(
        tmp_path,
        "Huyện ủy Phong Thổ,69-KL/TU,Báo cáo sơ kết,30/6/2023,nhắc",
        "Huyện ủy Tam Đường,69-KL/TU,Báo cáo sơ kết,quý II/2022,nhắc",
        "Các huyện ủy,69-KL/TU,Kế hoạch,,nhắc",
    )
    assert not report.faults
    assert [decided.problem for decided in report.decisions] == ["", "", ""]
    rows = rows_of(tmp_path)
    found = {(row.body, row.product): (row.status.value, row.due_until) for row in rows}
    assert found["Huyện ủy Phong Thổ", "Báo cáo"] == ("met", "2023-06-30")
    # Its other plan is from that year; of the other districts nothing is held.
    assert found["Huyện ủy Tam Đường", "Báo cáo"] == ("overdue", "2022-06-30")
    assert sum(row.product == "Kế hoạch" for row in rows) == 7
    first = next(row for row in rows if row.body == "Huyện ủy Phong Thổ")
    assert (first.set_by, first.quote.quote, first.quote.text) == (None, "nhắc", "list.csv")
    assert first.listed
    assert first.listed.line == 2


MEANS_NOTHING = [
    ("Ông A,69-KL/TU,Kế hoạch,,x", "không rõ “Ông A”", "no body"),
    ("Huyện ủy Nơi Nào,69-KL/TU,Kế hoạch,,x", "không rõ “Huyện ủy Nơi Nào”", "no known place"),
    ("Huyện ủy Tam Dung,69-KL/TU,Kế hoạch,,x", "không rõ “Huyện ủy Tam Dung”", "mistyped"),
    ("Huyện ủy Tam Đường,69-KL/TU,cái bàn,,x", "không phải một loại văn bản", "no document"),
    ("Huyện ủy Tam Đường,69-KL/TU,Kế hoạch,mai,x", "không phải ngày hay hạn", "no day"),
    ("Huyện ủy Tam Đường,99-XX/TU,Kế hoạch,,x", "không thấy văn bản “99-XX/TU”", "unknown"),
]


@pytest.mark.parametrize(
    ("line", "told", "reason"), MEANS_NOTHING, ids=[row[2] for row in MEANS_NOTHING]
)
def test_a_line_that_means_nothing_is_told(
    tmp_path: Path, line: str, told: str, reason: str
) -> None:
    report = built(tmp_path, line, "Huyện ủy Phong Thổ,69-KL/TU,Kế hoạch,,x")
    problems = [problem_words(each, Language.VI) for each in report.decisions if each.problem]
    assert len(problems) == 1, reason
    assert told in problems[0]
    assert "list.csv, dòng 2" in problems[0]
    assert [row.body for row in rows_of(tmp_path)] == ["Huyện ủy Phong Thổ"]


WRONG = [
    (",69-KL/TU,Kế hoạch,,x", "body", "no body"),
    ("Huyện ủy Tam Đường,69-KL/TU,Kế hoạch,", "", "too few cells"),
    ('"Huyện ủy,69-KL/TU,Kế hoạch,,x', "", "a quote that does not end"),
]


@pytest.mark.parametrize(("line", "column", "reason"), WRONG, ids=[row[2] for row in WRONG])
def test_a_line_that_is_wrong_costs_itself(
    tmp_path: Path, line: str, column: str, reason: str
) -> None:
    report = built(tmp_path, line, "# nobody\n", "Huyện ủy Phong Thổ,69-KL/TU,Kế hoạch,,x")
    assert [(fault.line, fault.column) for fault in report.faults] == [(2, column)], reason
    assert "list.csv" in fault_words(report.faults[0], Language.VI)
    assert len(rows_of(tmp_path)) == 1


def test_columns_stand_in_any_order_and_tell_who(tmp_path: Path) -> None:
    built(
        tmp_path,
        "nhắc;Lan;2024-01-05;Kế hoạch;69-KL/TU;Huyện ủy Phong Thổ;2021",
        head="why;who;when;product;about;body;due",
    )
    (row,) = rows_of(tmp_path)
    assert row.listed
    assert (row.listed.who, row.listed.when, row.due_until) == ("Lan", "2024-01-05", "2021-12-31")


def test_without_its_columns_it_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(DecisionsUnreadable) as caught:
        built(tmp_path, head="body,about")
    assert "body, about, product, due, why" in caught.value.told(Language.EN)
    assert read_state(tmp_path / "store") is None


def test_the_store_remembers_the_list_until_it_is_told_to_forget(tmp_path: Path) -> None:
    built(tmp_path, "Huyện ủy Phong Thổ,69-KL/TU,Kế hoạch,,x")
    store = tmp_path / "store"
    luocdo("build", *TEXTS, "--store", store)
    assert len(rows_of(tmp_path)) == 1
    printed = luocdo("owed", "--store", store, env={"COLUMNS": "400"}).stdout
    assert "list.csv, dòng 2" in printed
    answer = json.loads(luocdo("owed", "--store", store, "--format", "json").stdout)
    assert [row["set_by"] for row in answer["rows"] if row["listed"]] == [None]
    luocdo("build", *TEXTS, "--store", store, "--no-decisions")
    assert rows_of(tmp_path) == []


def test_a_person_excuses_what_a_person_lists(tmp_path: Path) -> None:
    built(tmp_path, "Huyện ủy Phong Thổ,69-KL/TU,Kế hoạch,2022,x")
    (row,) = rows_of(tmp_path)
    decisions = tmp_path / "decisions.csv"
    decisions.write_text(
        "who,when,decision,subject,relation,object,text,why\n"
        f"Lan,2024-02-01,excuse,{row.id},,,,xong\n",
        "utf-8",
    )
    build(TEXTS, tmp_path / "store", decisions=decisions)
    assert [row.status.value for row in rows_of(tmp_path)] == ["excused"]
