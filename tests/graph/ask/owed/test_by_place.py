"""By place: what is held, beside what is owed where anything is known of it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.ask.competency import ask
from graph.ask.owed.answer import owed
from graph.ask.owed.by_place import COLUMNS
from graph.ask.sparql import Rows
from graph.errors import WrongUse
from graph.opening import open_store
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named
from tests.graph.conftest import luocdo
from tests.graph.web.served import client, shown

ORDERING = "26-CT/TU"
SILENT = "310-QĐ/TU"
"""Carried out, and about which no text orders anything."""
DAY = "1/1/2025"
NEXT_YEAR = date(2025, 1, 1)


@pytest.fixture(scope="module")
def graph(store: Path) -> GraphStore:
    return open_store(store)


@pytest.fixture(scope="module")
def served(store: Path) -> Iterator[TestClient]:
    with client(store) as opened:
        yield opened


def records(rows: Rows) -> Iterator[dict[str, Any]]:
    for row in rows.rows:
        yield dict(zip(rows.variables, row, strict=True))


def by_place(rows: Rows, iri: str = "") -> dict[str, tuple[Any, ...]]:
    """The cells of what is owed by the path of the place, of one directive of several."""
    return {
        row["place"].rpartition("/")[2]: tuple(row[name] for name in COLUMNS)
        for row in records(rows)
        if not iri or row["directive_iri"] == iri
    }


def test_coverage_tells_what_is_owed_beside_what_is_held(graph: GraphStore) -> None:
    iri = document_named(graph, ORDERING).iri
    rows = ask(graph, "coverage", as_of=DAY)
    cells = by_place(rows, iri)
    assert cells["lai-chau.tam-duong"] == (1, 1, 0, 0, 0, 0, 0)
    assert cells["lai-chau.phong-tho"] == (1, 1, 1, 0, 0, 0, 0)
    assert cells["lai-chau.sin-ho"] == (1, 0, 0, 1, 0, 0, 0)
    assert cells["lai-chau.muong-te"] == (1, 0, 0, 0, 0, 1, 0)
    plans = {
        row["place"].rpartition("/")[2]: row["plans"]
        for row in records(rows)
        if row["directive_iri"] == iri
    }
    assert (plans["lai-chau.tam-duong"], plans["lai-chau.sin-ho"]) == (1, 0)


def test_where_nobody_says_who_owes_it_is_not_known(graph: GraphStore) -> None:
    rows = ask(graph, "coverage", as_of=DAY)
    known = {row["directive_iri"] for row in records(rows) if row["owed"] is not None}
    unknown = {row["directive_iri"] for row in records(rows)} - known
    assert document_named(graph, "69-KL/TU@lai-chau").iri in known
    assert document_named(graph, SILENT).iri in unknown
    assert rows.note is not None
    assert f"Of {len(unknown)} directives no text and no list says" in rows.note.en


def test_the_parts_add_up_to_what_is_owed(graph: GraphStore) -> None:
    for row in records(ask(graph, "coverage", as_of=DAY)):
        if row["owed"] is not None:
            parts = ("met", "overdue", "not_due", "unknown", "left_out")
            assert row["owed"] == sum(row[part] for part in parts), row
            assert row["late"] <= row["met"]


def test_the_figures_are_those_of_owed(graph: GraphStore) -> None:
    iri = document_named(graph, ORDERING).iri
    rows = [
        row for row in records(ask(graph, "coverage", as_of=DAY)) if row["directive_iri"] == iri
    ]
    plans = [
        row
        for row in owed(graph, iri, as_of=NEXT_YEAR).rows
        if row.expects == "issue" and iri in {about.iri for about in row.about}
    ]
    assert sum(row["owed"] for row in rows) == len(plans) == 8
    for name, status in (("overdue", "overdue"), ("late", "met-late"), ("unknown", "unknown")):
        assert sum(row[name] for row in rows) == sum(row.status == status for row in plans)


def test_places_without_a_plan_are_those_that_owe_one(graph: GraphStore) -> None:
    rows = ask(graph, "places-without-plan", ORDERING, as_of=DAY)
    cells = by_place(rows)
    assert cells["lai-chau.sin-ho"] == (1, 0, 0, 1, 0, 0, 0)
    assert cells["lai-chau.nam-nhun"] == (1, 0, 0, 0, 0, 1, 0)
    assert "lai-chau.tam-duong" not in cells
    assert cells["lai-chau.si-lo-lau"] == (0,) * 7
    assert rows.note is not None
    assert rows.note.vi.startswith("Tính đến 01/01/2025: 8 việc phải làm, trừ 5 chưa rõ")


def test_of_a_directive_without_duties_the_places_stay_and_say_so(graph: GraphStore) -> None:
    rows = ask(graph, "places-without-plan", SILENT, as_of=DAY)
    assert rows.rows
    assert set(by_place(rows).values()) == {(None,) * 7}
    assert rows.note is not None
    assert "it is not known who owes one" in rows.note.en


def test_the_day_is_that_of_what_is_owed(graph: GraphStore) -> None:
    early = by_place(ask(graph, "places-without-plan", ORDERING, as_of="1/10/2024"))
    assert early["lai-chau.sin-ho"] == (1, 0, 0, 0, 1, 0, 0)
    late = by_place(ask(graph, "places-without-plan", ORDERING, as_of="1/1/2026"))
    assert late["lai-chau.sin-ho"][0] == 1
    with pytest.raises(WrongUse, match="coverage, places-without-plan"):
        ask(graph, "lag", ORDERING, as_of=DAY)


OPEN = """TỈNH ỦY LAI CHÂU
*
Số 70-KL/TU
Lai Châu, ngày 01 tháng 3 năm 2024

KẾT LUẬN
về công tác tiếp công dân

1. Yêu cầu các huyện ủy còn lại xây dựng kế hoạch thực hiện Kết luận này trước ngày 30/6/2024.
"""
PLAN = """HUYỆN ỦY TAM ĐƯỜNG
*
Số 61-KH/HU
Tam Đường, ngày 20 tháng 5 năm 2024

KẾ HOẠCH
thực hiện Kết luận số 70-KL/TU, ngày 01/3/2024 của Tỉnh ủy về công tác tiếp công dân

Huyện ủy triển khai các nhiệm vụ sau.
"""


def test_words_that_leave_open_who_owes_it_say_nothing_of_a_place(tmp_path: Path) -> None:
    for name, text in (("order", OPEN), ("plan", PLAN)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    assert luocdo("build", tmp_path, "--store", tmp_path / "store").exit_code == 0
    rows = ask(open_store(tmp_path / "store"), "coverage", as_of=DAY)
    assert by_place(rows) == {"lai-chau.tam-duong": (None,) * 7}
    assert rows.note is not None
    assert "1 of these are of bodies of no place, or of nobody known" in rows.note.en


def test_a_list_of_one_s_own_counts(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    listed = tmp_path / "owing.csv"
    listed.write_text(
        "body,about,product,due,why\n"
        '"Huyện ủy Tam Đường, tỉnh Lai Châu",70-KL/TU,Kế hoạch,30/6/2024,danh sách\n'
        '"Huyện ủy Sìn Hồ, tỉnh Lai Châu",70-KL/TU,Kế hoạch,30/6/2024,danh sách\n',
        "utf-8",
    )
    built = luocdo("build", tmp_path, "--store", tmp_path / "store", "--expected", listed)
    assert built.exit_code == 0, built.stderr
    cells = by_place(ask(open_store(tmp_path / "store"), "coverage", as_of=DAY))
    assert cells["lai-chau.tam-duong"] == (1, 1, 0, 0, 0, 0, 0)
    assert cells["lai-chau.sin-ho"] == (1, 0, 0, 0, 0, 1, 0)


def test_the_command_tells_how_it_adds_up(store: Path) -> None:
    asked = ("ask", "places-without-plan", ORDERING, "--store", store, "--as-of", DAY)
    table = luocdo(*asked)
    assert "Phải có" in table.stdout
    assert "8 việc phải làm, trừ 5 chưa rõ có hay không: còn 3 việc tính được" in table.stderr
    (row,) = [
        row
        for row in json.loads(luocdo(*asked, "--format", "json").stdout)
        if row["place"].endswith("sin-ho")
    ]
    assert (row["owed"], row["overdue"]) == (1, 1)
    silent = luocdo("ask", "places-without-plan", SILENT, "--store", store)
    assert "Phải có" not in silent.stdout
    assert "chưa biết ai phải có" in silent.stderr


def test_the_application_tells_it_too(served: TestClient) -> None:
    page = shown(served.get("/questions/coverage?as_of=1/1/2025").text)
    assert "Quá hạn" in page
    assert "Tính đến 01/01/2025" in page
    assert "chưa biết ai phải có" in page
