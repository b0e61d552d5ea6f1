"""From texts to what is owed: who is meant, what meets it, and how it adds up."""

import json
from datetime import date
from pathlib import Path

import pytest

from extract.reading import Document, Duty, Expects
from extract.text.source import Span
from graph.ask.owed.answer import owed
from graph.ask.owed.judging import Status
from graph.ask.owed.known.orders import orders_of
from graph.ask.owed.rows import OwedRow
from graph.decisions.file import COLUMNS
from graph.facts.bearers import bearers_of
from graph.facts.duties import body_node
from graph.facts.standing import BodyClass
from graph.knowledge_graph import KnowledgeGraph
from graph.opening import open_store
from graph.rdf.nodes import short_duty
from graph.store.disk import GraphStore
from ontology.dates import PartialDate
from ontology.level import Level
from tests.graph.conftest import luocdo

HEAD = """TỈNH ỦY LAI CHÂU
*
Số 70-KL/TU
Lai Châu, ngày 01 tháng 3 năm 2024

KẾT LUẬN
về công tác tiếp công dân

"""
ORDERING = f"""{HEAD}1. Tình hình chung đã có chuyển biến.
2. Yêu cầu các huyện ủy xây dựng kế hoạch thực hiện Kết luận này, hoàn thành trước ngày 30/6/2024.
3. Giao Ban Dân vận Tỉnh ủy báo cáo kết quả thực hiện Kết luận này trước ngày 31/12/2024.
"""


def plan(place: str, number: int, day: str, about: str) -> str:
    return f"""HUYỆN ỦY {place.upper()}
*
Số {number}-KH/HU
{place}, ngày {day}

KẾ HOẠCH
{about}

Huyện ủy triển khai các nhiệm vụ sau.
"""


CARRIES_OUT = "thực hiện Kết luận số 70-KL/TU, ngày 01/3/2024 của Tỉnh ủy về công tác tiếp công dân"
TEXTS = {
    "order.txt": ORDERING,
    "in-time.txt": plan("Tam Đường", 61, "20 tháng 5 năm 2024", CARRIES_OUT),
    "late.txt": plan("Phong Thổ", 52, "15 tháng 7 năm 2024", CARRIES_OUT),
    "other.txt": plan("Sìn Hồ", 44, "02 tháng 6 năm 2024", "trồng rừng năm 2024"),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    folder = tmp_path_factory.mktemp("owed")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    assert luocdo("build", folder, "--store", folder / "store").exit_code == 0
    return open_store(folder / "store")


def rows(graph: GraphStore, as_of: date = date(2024, 9, 1)) -> list[OwedRow]:
    return list(owed(graph, as_of=as_of).rows)


def test_each_of_a_class_has_what_became_of_it(graph: GraphStore) -> None:
    found = {row.body: row.status for row in rows(graph)}
    assert found == {
        "Huyện ủy Tam Đường": Status.MET,
        "Huyện ủy Phong Thổ": Status.MET_LATE,
        "Huyện ủy Sìn Hồ": Status.OVERDUE,
        **{
            f"Huyện ủy {name}": Status.UNKNOWN
            for name in ("Mường Tè", "Nậm Nhùn", "Than Uyên", "Tân Uyên")
        },
        "Ban Dân vận Tỉnh ủy Lai Châu": Status.NOT_DUE,
    }


def test_a_row_has_the_words_of_the_order_and_of_what_meets_it(graph: GraphStore) -> None:
    (row,) = (row for row in rows(graph) if row.status is Status.MET)
    assert row.quote.quote.startswith("Yêu cầu các huyện ủy")
    assert (row.quote.text, row.due_until) == ("order.txt", "2024-06-30")
    assert "trước ngày 30/6/2024" in row.due_printed
    assert row.met_by is not None
    assert row.words is not None
    assert (row.met_by.number, row.words.text) == ("61-KH/HU", "in-time.txt")
    assert "thực hiện Kết luận số 70-KL/TU" in row.words.quote


def test_figures_add_up(graph: GraphStore) -> None:
    answer = owed(graph, as_of=date(2024, 9, 1))
    assert (answer.owed, answer.met, answer.counted) == (8, 2, 4)
    assert sum(answer.of.values()) == answer.owed
    assert answer.counted == answer.owed - answer.of["unknown"]


def test_before_the_order_nothing_is_owed(graph: GraphStore) -> None:
    assert rows(graph, date(2024, 2, 29)) == []


@pytest.mark.parametrize(
    ("arguments", "bodies"),
    [
        pytest.param([], 8, id="all"),
        pytest.param(["70-KL/TU"], 8, id="of a directive"),
        pytest.param(["--place", "Tam Đường"], 1, id="of a place"),
        pytest.param(["--level", "tỉnh"], 1, id="of a level"),
        pytest.param(["--status", "overdue", "--status", "met-late"], 2, id="of two states"),
        pytest.param(["61-KH/HU"], 0, id="of what orders nothing"),
    ],
)
def test_the_command_narrows(arguments: list[str], bodies: int, graph: GraphStore) -> None:
    where = ["--store", graph.directory, "--as-of", "1/9/2024"]
    asked = luocdo("owed", *arguments, *where, "--format", "json")
    assert asked.exit_code == (0 if bodies else 1), asked.stderr
    assert len(json.loads(asked.stdout)["rows"]) == bodies


def test_a_table_says_how_it_adds_up(graph: GraphStore) -> None:
    asked = luocdo("owed", "--store", graph.directory, "--as-of", "2024-09-01", "--lang", "en")
    said = " ".join(asked.stdout.split())
    assert "8 owed, less 4 not known whether: of the other 4, 2 are met" in said
    csv = luocdo("owed", "--store", graph.directory, "--as-of", "2024-09-01", "--format", "csv")
    assert len(csv.stdout.splitlines()) == 9


def test_sparql_asks_for_duties(graph: GraphStore) -> None:
    query = """SELECT DISTINCT ?body WHERE { ?duty ld:bearer ?bearer ; ld:about ?directive ;
      ld:dueUntil ?until . ?bearer skos:prefLabel ?body }"""
    asked = luocdo("query", "-", "--store", graph.directory, "--format", "csv", stdin=query)
    assert "Ban Dân vận Tỉnh ủy" in asked.stdout


def issued_at(place: str, level: Level) -> Document:
    return Document(
        key="own", id=None, iri="", level=level, place=place, dates=(PartialDate("2024-03-01"),)
    )


CENTRE, PROVINCE = issued_at("", Level.CENTRAL), issued_at("lai-chau", Level.PROVINCE)
DISTRICT = issued_at("lai-chau.tam-duong", Level.DISTRICT)
MEANT = [
    pytest.param(PROVINCE, "Sở Nội vụ", ["lai-chau/so-noi-vu"], id="a body of the place"),
    pytest.param(CENTRE, "Bộ Nội vụ", ["tw/bo-noi-vu"], id="a body of the centre"),
    pytest.param(CENTRE, "Bộ trưởng Bộ Nội vụ", ["tw/bo-noi-vu"], id="who leads it"),
    pytest.param(CENTRE, "Sở Nội vụ", [], id="a body of no known place"),
    pytest.param(PROVINCE, "UBND huyện", [], id="a district of which the name is not told"),
    pytest.param(
        DISTRICT, "UBND huyện", ["lai-chau.tam-duong/uy-ban-nhan-dan"], id="the text's own district"
    ),
    pytest.param(
        PROVINCE,
        "Huyện ủy Tam Đường",
        ["lai-chau.tam-duong/huyen-uy"],
        id="the committee of a district",
    ),
    pytest.param(
        CENTRE,
        "Bộ Tài chính, Bộ Nội vụ",
        ["tw/bo-tai-chinh", "tw/bo-noi-vu"],
        id="two that lead together",
    ),
    pytest.param(CENTRE, "Bộ Tài chính, các địa phương", [], id="one of two is open"),
    pytest.param(PROVINCE, "Các huyện ủy còn lại", [], id="those that are left"),
    pytest.param(PROVINCE, "ba huyện ủy nêu trên", [], id="three that were named"),
    pytest.param(PROVINCE, "", [], id="nobody"),
]


def owing(printed: str, exceptions: str = "") -> Duty:
    several = printed[:4].lower() in {"các ", "ba h"}
    return Duty(
        bearer=printed,
        product="Kế hoạch",
        expects=Expects.ISSUE,
        span=Span(0, 1),
        rule="task",
        confidence=0.9,
        set_by="own",
        several=several,
        exceptions=exceptions,
    )


@pytest.mark.parametrize(("own", "printed", "bodies"), MEANT)
def test_who_is_meant(own: Document, printed: str, bodies: list[str]) -> None:
    """One body or none: nobody may be said to owe what was asked of somebody else."""
    found = bearers_of(owing(printed), own)
    assert not isinstance(found, BodyClass)
    assert [body_node(body).value.partition("/body/")[2] for body in found] == bodies


CLASSES = [
    pytest.param(PROVINCE, "Các huyện ủy", ("HU", "lai-chau", 1), id="rural districts alone"),
    pytest.param(
        PROVINCE,
        "Các huyện ủy, thành ủy, đảng ủy trực thuộc",
        ("HU", "lai-chau", 2),
        id="two kinds",
    ),
    pytest.param(PROVINCE, "UBND các huyện", ("UBND", "lai-chau", 0), id="all of a level"),
    pytest.param(DISTRICT, "Đảng ủy các xã", ("ĐU", "lai-chau.tam-duong", 0), id="communes"),
    pytest.param(
        CENTRE,
        "Các bộ, ngành, Ủy ban nhân dân các tỉnh, thành phố",
        ("UBND", "", 0),
        id="provinces",
    ),
    pytest.param(CENTRE, "Các tỉnh ủy, thành ủy", ("TU", "", 0), id="provincial committees"),
]


@pytest.mark.parametrize(("own", "printed", "meant"), CLASSES)
def test_which_class_is_meant(own: Document, printed: str, meant: tuple[str, str, int]) -> None:
    found = bearers_of(owing(printed), own)
    assert isinstance(found, BodyClass)
    assert (found.issuer.code, found.within, len(found.kinds)) == meant


def test_who_is_left_out_of_a_class() -> None:
    found = bearers_of(owing("Các huyện ủy", "Huyện ủy Tam Đường"), PROVINCE)
    assert isinstance(found, BodyClass)
    assert found.excepted == ("lai-chau.tam-duong",)
    assert bearers_of(owing("Các huyện ủy", "những nơi đã ban hành"), PROVINCE) == ()


def test_in_python_what_is_owed_is_a_table(graph: GraphStore) -> None:
    table = KnowledgeGraph(graph).owed("70-KL/TU", level="huyện", as_of="1/9/2024")
    found = {
        row.body: (row.status, row.due, row.met_by) for row in table if row.status != "unknown"
    }
    assert found == {
        "Huyện ủy Tam Đường": ("met", "2024-06-30", "Kế hoạch 61-KH/HU"),
        "Huyện ủy Phong Thổ": ("met-late", "2024-06-30", "Kế hoạch 52-KH/HU"),
        "Huyện ủy Sìn Hồ": ("overdue", "2024-06-30", ""),
    }


def test_nothing_is_read_out_of_an_empty_collection(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HEAD, "utf-8")
    assert luocdo("build", tmp_path, "--store", tmp_path / "store").exit_code == 0
    assert owed(open_store(tmp_path / "store"), as_of=date(2024, 9, 1)).rows == ()


def test_what_two_texts_of_one_document_order_is_owed_once(tmp_path: Path) -> None:
    """As their relations count once; a decision may name the duty of either text."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "copy.txt").write_text(f"{ORDERING}\n", "utf-8")
    luocdo("build", tmp_path, "--store", tmp_path / "store")
    graph = open_store(tmp_path / "store")
    once = owed(graph, as_of=date(2024, 9, 1))
    assert len({(row.body, row.product) for row in once.rows}) == len(once.rows) == 8
    ids = [short_duty(one.iri) for order in orders_of(graph) for one in (order, *order.copies)]
    assert len(ids) == 4
    lines = "".join(f"Lan,2024-09-02,not-a-duty,{each},,,,vì sao\n" for each in ids[1::2])
    (tmp_path / "decisions.csv").write_text(f"{','.join(COLUMNS)}\n{lines}", "utf-8")
    luocdo(
        "build", tmp_path, "--store", tmp_path / "store", "--decisions", tmp_path / "decisions.csv"
    )
    assert owed(open_store(tmp_path / "store"), as_of=date(2024, 9, 1)).rows == ()
