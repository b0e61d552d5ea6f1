"""A programme as a scoreboard: rows by which a document is owed have a status, others have none."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.ask.competency import ask
from graph.ask.owed.adding_up import figures
from graph.ask.owed.answer import Shown, owed
from graph.ask.owed.judging import Status
from graph.ask.sparql import select
from graph.knowledge_graph import KnowledgeGraph
from graph.opening import open_store
from graph.store.disk import GraphStore
from graph.words.sentences import Language
from ontology.level import Level
from tests.graph.conftest import luocdo
from tests.graph.web.served import client, shown

PROGRAMME = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 77/KH-UBND
Lai Châu, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Chuyển đổi số năm 2024

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời hạn |
|---|---|---|---|---|---|
| 1 | Xây dựng quy chế dùng chung dữ liệu | Sở Nội vụ | Các sở | Quyết định | 6/2024 |
| 2 | Hoàn thành nền tảng số | Sở Nội vụ | Các sở | Nền tảng số | 6/2024 |
| 3 | Nối mạng tới các bản | UBND huyện Tam Đường | | Mạng =1+1 | 2025 |
| 4 | Báo cáo kết quả | UBND huyện Tam Đường | | Báo cáo | 12/2024 |
"""
OTHER = """ỦY BAN NHÂN DÂN
HUYỆN TAM ĐƯỜNG
Số: 12/KH-UBND
Tam Đường, ngày 20 tháng 4 năm 2024

KẾ HOẠCH
Trồng rừng năm 2024
"""
LONG_AFTER = date(2030, 1, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("programme")
    (folder / "programme.md").write_text(PROGRAMME, "utf-8")
    (folder / "other.txt").write_text(OTHER, "utf-8")
    assert luocdo("build", folder, "--store", folder / "store").exit_code == 0
    return folder / "store"


@pytest.fixture(scope="module")
def graph(folder: Path) -> GraphStore:
    return open_store(folder)


def test_tasks_stand_apart_in_the_order_of_the_text(graph: GraphStore) -> None:
    answer = owed(graph, as_of=LONG_AFTER)
    assert {row.product for row in answer.rows} == {"Quyết định", "Báo cáo"}
    assert [(row.body, row.task, row.due_until) for row in answer.tasks] == [
        ("Sở Nội vụ", "Hoàn thành nền tảng số", "2024-06-30"),
        ("UBND huyện Tam Đường", "Nối mạng tới các bản", "2025-12-31"),
    ]
    assert [row.joining for row in answer.tasks] == ["Các sở", ""]
    for row in answer.tasks:
        assert PROGRAMME[row.quote.start : row.quote.end] == row.quote.quote
        assert row.set_by.number == "77/KH-UBND"


def test_work_without_a_document_is_never_owed(graph: GraphStore) -> None:
    answer = owed(graph, as_of=LONG_AFTER)
    assert (answer.owed, answer.tasks_given) == (2, 2)
    assert sum(answer.of.values()) == 2
    overdue = owed(graph, as_of=LONG_AFTER, shown=Shown(statuses=frozenset({Status.OVERDUE})))
    assert (overdue.tasks, overdue.tasks_given) == ((), 0)
    duties = select(graph, "PREFIX ld: <https://w3id.org/luocdo/ns#> SELECT ?d { ?d a ld:Duty }")
    assert len(duties.rows) == 2


NARROWED = [
    pytest.param({"place": "Tam Đường"}, ["Nối mạng tới các bản"], id="of a place"),
    pytest.param({"level": Level.PROVINCE}, ["Hoàn thành nền tảng số"], id="of a level"),
    pytest.param({"as_of": date(2024, 3, 4)}, [], id="before it was given"),
    pytest.param({"most": 1}, ["Hoàn thành nền tảng số"], id="the first"),
]


@pytest.mark.parametrize(("how", "tasks"), NARROWED)
def test_tasks_are_narrowed_as_debts_are(
    graph: GraphStore, how: dict[str, object], tasks: list[str]
) -> None:
    asked: dict[str, Any] = {"as_of": LONG_AFTER, **how}
    answer = owed(graph, **asked)
    assert [row.task for row in answer.tasks] == tasks


def test_of_another_document_none(graph: GraphStore) -> None:
    assert owed(graph, "https://w3id.org/luocdo/id/doc/other", as_of=LONG_AFTER).tasks == ()


def test_the_sum_tells_them_apart(graph: GraphStore) -> None:
    told = figures(owed(graph, as_of=LONG_AFTER), Language.EN)
    assert "2 owed" in told
    assert told.endswith("2 tasks whose product is no document: listed apart, without a status.")


def test_the_command_lists_them_in_each_form(folder: Path) -> None:
    asked = ("owed", "77/KH-UBND", "--store", folder, "--as-of", "1/1/2030")
    printed = luocdo(*asked, env={"COLUMNS": "200"}).stdout
    assert "Nhiệm vụ mà sản phẩm không phải là văn bản" in printed
    assert "Hoàn thành nền tảng số" in printed
    (answer,) = [json.loads(luocdo(*asked, "--format", "json").stdout)]
    assert [row["outcome"] for row in answer["tasks"]] == ["Nền tảng số", "Mạng =1+1"]
    assert all("status" not in row for row in answer["tasks"])
    rows = list(csv.DictReader(io.StringIO(luocdo(*asked, "--format", "csv").stdout)))
    assert [row["task"] for row in rows if not row["status"]] == [
        "Hoàn thành nền tảng số",
        "Nối mạng tới các bản",
    ]


def test_a_notebook_has_them_as_a_table(folder: Path) -> None:
    kg = KnowledgeGraph.open(folder)
    assert [row.body for row in kg.tasks("77/KH-UBND", as_of="1/1/2030")] == [
        "Sở Nội vụ",
        "UBND huyện Tam Đường",
    ]
    assert len(kg.owed("77/KH-UBND", as_of="1/1/2030")) == 2


def test_ready_questions_tell_both(graph: GraphStore) -> None:
    tasks = ask(graph, "tasks", "77/KH-UBND")
    duties = ask(graph, "duties", "77/KH-UBND")
    outcome, product = tasks.variables.index("outcome"), duties.variables.index("product")
    assert [row[outcome] for row in tasks.rows] == ["Nền tảng số", "Mạng =1+1"]
    assert [row[product] for row in duties.rows] == ["Quyết định", "Báo cáo"]
    (named,) = ask(graph, "duties-in", "Tam Đường").rows
    assert named[0] == "UBND huyện Tam Đường"


def test_the_application_shows_them_apart(folder: Path) -> None:
    with client(folder) as opened:
        page = opened.get("/owed?as_of=1/1/2030").text
        one = opened.get("/owed?as_of=1/1/2030&status=overdue").text
    assert shown(page).index("Quyết định") < shown(page).index("Hoàn thành nền tảng số")
    assert "Mạng =1+1" in shown(page)
    assert "không có trạng thái" in shown(page)
    assert "Hoàn thành nền tảng số" not in shown(one)
