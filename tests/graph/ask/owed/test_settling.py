"""What people decide about debts: each kind of line, whom it is about, and what is wrong."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.ask.owed.answer import owed
from graph.ask.owed.judging import Status
from graph.opening import open_store
from tests.graph.ask.owed.test_orders import TEXTS
from tests.graph.conftest import luocdo

pytestmark = pytest.mark.slow

HEAD = "who,when,decision,subject,relation,object,text,why\n"
DAY = ("--as-of", "1/9/2024")
TAM_DUONG, SIN_HO, TAN_UYEN = ("lai-chau.tam-duong", "lai-chau.sin-ho", "lai-chau.tan-uyen")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("settled")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    assert luocdo("build", folder, "--store", folder / "store").exit_code == 0
    return folder


def asked(texts: Path) -> dict[str, dict[str, Any]]:
    """Return what is owed, by the ids of debts."""
    result = luocdo("owed", *DAY, "--store", texts / "store", "--format", "json")
    return {row["id"]: row for row in json.loads(result.stdout)["rows"]}


def decided(texts: Path, *lines: str) -> tuple[dict[str, dict[str, Any]], str]:
    """Return what is owed after a build with decisions, and what the build says of them."""
    file = texts.with_name("decisions.csv")
    file.write_text(HEAD + "".join(f"Lan,2024-09-02,{line},vì sao\n" for line in lines), "utf-8")
    built = luocdo("build", texts, "--store", texts / "store", "--decisions", file)
    found = asked(texts)
    luocdo("build", texts, "--store", texts / "store", "--no-decisions")
    return found, built.stderr


@pytest.fixture(scope="module")
def plan(texts: Path) -> str:
    """The id of the order that all districts owe a plan by."""
    (duty,) = {id_.partition("@")[0] for id_ in asked(texts) if "@" in id_}
    return duty


def test_an_id_is_that_of_one_debt(texts: Path, plan: str) -> None:
    found = asked(texts)
    assert len(found) == 8
    assert {f"{plan}@{place}" for place in (TAM_DUONG, SIN_HO, TAN_UYEN)} < set(found)


def test_one_body_is_excused_and_the_others_owe_as_before(texts: Path, plan: str) -> None:
    before = asked(texts)
    found, told = decided(texts, f"excuse,{plan}@{SIN_HO},,,")
    assert "áp dụng 1 quyết định" in told
    row = found.pop(f"{plan}@{SIN_HO}")
    assert (before.pop(str(row["id"]))["status"], row["status"]) == ("overdue", "excused")
    assert row["decided"]["who"] == "Lan"
    assert found == before


def test_all_are_excused_where_no_place_is_named(texts: Path, plan: str) -> None:
    found, _ = decided(texts, f"excuse,{plan},,,", f"met-by,{plan}@{TAN_UYEN},,44-KH/HU,")
    states = {id_: row["status"] for id_, row in found.items() if id_.startswith(plan)}
    # What is said of one body goes before what is said of all.
    assert states.pop(f"{plan}@{TAN_UYEN}") == "met"
    assert set(states.values()) == {"excused"}


@pytest.mark.parametrize(
    ("number", "status"), [("44-KH/HU", "met"), ("52-KH/HU", "met-late")], ids=["in time", "late"]
)
def test_a_document_meets_it_on_its_day(texts: Path, plan: str, number: str, status: str) -> None:
    found, _ = decided(texts, f"met-by,{plan}@{SIN_HO},,{number},")
    row = found[f"{plan}@{SIN_HO}"]
    assert (row["status"], row["met_by"]["number"]) == (status, number)


def test_what_is_no_duty_is_owed_by_nobody(texts: Path, plan: str) -> None:
    found, _ = decided(texts, f"not-a-duty,{plan},,,")
    assert len(found) == 1
    assert not any(id_.startswith(plan) for id_ in found)


def test_a_document_meets_nothing_before_its_day(texts: Path, plan: str) -> None:
    file = texts.with_name("decisions.csv")
    file.write_text(f"{HEAD}Lan,2024-09-02,met-by,{plan}@{SIN_HO},,52-KH/HU,,vì sao\n", "utf-8")
    luocdo("build", texts, "--store", texts / "store", "--decisions", file)
    graph = open_store(texts / "store")
    luocdo("build", texts, "--store", texts / "store", "--no-decisions")
    # The plan is of 15 July 2024, the order's last day is 30 June.
    states = {
        day: next(row for row in owed(graph, as_of=day).rows if row.id == f"{plan}@{SIN_HO}").status
        for day in (date(2024, 7, 14), date(2024, 7, 15))
    }
    assert list(states.values()) == [Status.OVERDUE, Status.MET_LATE]


NOT_OF_THE_DUTY = [
    pytest.param("lai-chau.khong-co", id="a place that owes nothing by it"),
    pytest.param("lai-chau.sin-ho@2024-01-01", id="a period that there is not"),
]


@pytest.mark.parametrize("of", NOT_OF_THE_DUTY)
def test_who_names_none_of_the_debts_is_told(texts: Path, plan: str, of: str) -> None:
    before = asked(texts)
    file = texts.with_name("decisions.csv")
    file.write_text(f"{HEAD}Lan,2024-09-02,excuse,{plan}@{of},,,,vì sao\n", "utf-8")
    luocdo("build", texts, "--store", texts / "store", "--decisions", file)
    found, told = asked(texts), luocdo("owed", *DAY, "--store", texts / "store").stderr
    luocdo("build", texts, "--store", texts / "store", "--no-decisions")
    assert found == before
    assert f"decisions.csv, dòng 2 (excuse | {plan}@{of})" in told
    assert "không có kỳ ấy" in told


WRONG = [
    pytest.param("excuse,{duty}@x y,,,", "luocdo owed", id="an id that is none"),
    pytest.param("excuse,{duty},,44-KH/HU,", "để trống", id="an excuse has no document"),
    pytest.param("met-by,{duty},,,", "có nội dung", id="met by nothing"),
    pytest.param("met-by,{duty},,45-KH/HU,", "45-KH/HU", id="met by what no text mentions"),
    pytest.param("not-a-duty,{duty}@lai-chau.sin-ho,,,", "sau @", id="no duty for one alone"),
    pytest.param("excuse,000000000000,,,", "000000000000", id="an order that there is not"),
]


@pytest.mark.parametrize(("line", "said"), WRONG)
def test_a_line_that_is_wrong_is_told_and_changes_nothing(
    texts: Path, plan: str, line: str, said: str
) -> None:
    before = asked(texts)
    found, told = decided(texts, line.format(duty=plan))
    assert said in told
    assert found == before


def test_lines_that_contradict_each_other_are_none_of_them_applied(texts: Path, plan: str) -> None:
    before = asked(texts)
    subject = f"{plan}@{SIN_HO}"
    found, told = decided(texts, f"excuse,{subject},,,", f"met-by,{subject},,44-KH/HU,")
    assert "trái nhau" in told
    assert found == before


def test_people_see_who_decided_and_what_to_name(texts: Path, plan: str) -> None:
    file = texts.with_name("shown.csv")
    file.write_text(f"{HEAD}Lan,2024-09-02,excuse,{plan}@{SIN_HO},,,,đã sáp nhập\n", "utf-8")
    luocdo("build", texts, "--store", texts / "store", "--decisions", file)
    shown = luocdo("owed", *DAY, "--store", texts / "store", env={"COLUMNS": "300"}).stdout
    luocdo("build", texts, "--store", texts / "store", "--no-decisions")
    assert "được miễn" in shown
    assert "Lan, 02/09/2024: đã sáp nhập" in shown
    assert f"{plan}@{TAM_DUONG}" in shown
