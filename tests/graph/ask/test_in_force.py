"""Whether a document is in force, asked of a store of texts as a person asks."""

import csv
import json
import warnings
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rdflib import Dataset, Variable

from graph.ask.competency import IN_FORCE, ask, bound, question_named
from graph.ask.sparql import Rows, run_typed, select
from graph.errors import NotFound, WrongArguments, WrongUse
from graph.export.files import export
from graph.opening import open_store
from graph.store.disk import GraphStore
from graph.typed.days import day_typed
from tests.graph.conftest import luocdo


def decision(number: str, day: str, title: str, *articles: str) -> str:
    """A decision of the People's Committee of Lai Châu."""
    date, month, year = day.split("/")
    body = "\n\n".join(f"Điều {at}. {article}" for at, article in enumerate(articles, 1))
    return (
        f"ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n-------\nSố: {number}\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Lai Châu, ngày {date} tháng {month} năm {year}\n\nQUYẾT ĐỊNH\n{title}\n\n"
        "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU\n\nCăn cứ tình hình địa phương;\n\nQUYẾT ĐỊNH:\n\n"
        f"{body}\n"
    )


TEXTS = {
    "a.txt": decision(
        "45/2021/QĐ-UBND",
        "25/12/2021",
        "Về việc sắp xếp các quỹ",
        "Bãi bỏ Quyết định số 05/2018/QĐ-UBND ngày 10/01/2018 của UBND tỉnh Lai Châu.",
        "Bãi bỏ khoản 4 Điều 18 Quyết định số 06/2018/QĐ-UBND ngày 11/01/2018 của UBND tỉnh Lai "
        "Châu.",
        "Quyết định này có hiệu lực thi hành kể từ ngày 01/7/2022.",
    ),
    "b.txt": decision(
        "12/2023/QĐ-UBND",
        "01/3/2023",
        "Sửa đổi, bổ sung một số điều của Quyết định số 05/2018/QĐ-UBND ngày 10/01/2018 của UBND "
        "tỉnh Lai Châu",
        "Sửa đổi Điều 3.",
    ),
    "c.txt": decision(
        "13/2023/QĐ-UBND",
        "02/3/2023",
        "Thực hiện Quyết định số 07/2018/QĐ-UBND ngày 12/01/2018 của UBND tỉnh Lai Châu",
        "Thực hiện.",
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in-force")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text, "utf-8")
    assert luocdo("build", folder / "texts", "--store", folder / "store").exit_code == 0
    return folder / "store"


@pytest.fixture(scope="module")
def graph(built: Path) -> GraphStore:
    return open_store(built)


def answered(graph: GraphStore, *typed: str, as_of: str | None = None) -> list[dict[str, Any]]:
    answer = ask(graph, IN_FORCE, *typed, as_of=as_of)
    return [dict(zip(answer.variables, row, strict=True)) for row in answer.rows]


@pytest.mark.parametrize(
    ("number", "as_of", "state"),
    [
        pytest.param("05/2018/QĐ-UBND", None, "ended", id="today"),
        pytest.param("05/2018/QĐ-UBND", "30/6/2022", "no_end_stated", id="issued, not in effect"),
        pytest.param("05/2018/QĐ-UBND", "2022-07-01", "ended", id="the printed day"),
        pytest.param("05/2018/QĐ-UBND", "9/1/2018", "not_issued", id="before its own day"),
        pytest.param("06/2018/QĐ-UBND", None, "ended_in_part", id="a part alone"),
        pytest.param("07/2018/QĐ-UBND", None, "no_end_stated", id="carried out, nothing more"),
    ],
)
def test_state(graph: GraphStore, number: str, as_of: str | None, state: str) -> None:
    assert {row["state"] for row in answered(graph, number, as_of=as_of)} == {state}


def test_by_which_words_since_when_and_what_tells_otherwise(graph: GraphStore) -> None:
    end, otherwise = answered(graph, "05/2018/QĐ-UBND")
    assert (end["by"], end["since"], end["basis"], end["contradicts"]) == (
        "Quyết định 45/2021/QĐ-UBND",
        "2022-07-01",
        "printed",
        False,
    )
    assert TEXTS["a.txt"][end["start"] : end["end"]] == end["quote"]
    assert end["effect"] == "có hiệu lực thi hành kể từ ngày 01/7/2022"
    assert (otherwise["by"], otherwise["text"], otherwise["contradicts"]) == (
        "Quyết định 12/2023/QĐ-UBND",
        "b.txt",
        True,
    )


def test_of_all_that_something_is_said_of(graph: GraphStore) -> None:
    rows = answered(graph)
    assert {row["document"]: (row["state"], row["part"]) for row in reversed(rows)} == {
        "Quyết định 05/2018/QĐ-UBND": ("ended", None),
        "Quyết định 06/2018/QĐ-UBND": ("ended_in_part", "khoản 4 Điều 18"),
    }


def test_rdflib_alone_finds_the_same_statements(graph: GraphStore, tmp_path: Path) -> None:
    query = bound(question_named(IN_FORCE), ())
    path = tmp_path / "graph.nq"
    export(graph, path)
    dataset = Dataset(default_union=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset.parse(path, format="nquads")
        found = dataset.query(query).bindings
    here = select(graph, query)
    there = {
        tuple(
            None if (cell := row.get(Variable(name))) is None else str(cell)
            for name in here.variables
        )
        for row in found
    }
    assert there == {
        tuple(None if cell is None else str(cell) for cell in row) for row in here.rows
    }
    assert len(there) == 3


WHOLE_ALONE = """
SELECT DISTINCT ?document WHERE {
  VALUES ?end { ld:repeals ld:replaces }
  VALUES ?status { lds:accepted lds:confirmed }
  ?assertion ld:object ?ended ; ld:predicate ?end ; ld:status ?status .
  FILTER NOT EXISTS { ?assertion ld:part ?part }
  ?ended ld:fullNumber ?document .
}"""


def test_sparql_tells_a_part_from_the_whole(graph: GraphStore) -> None:
    rows = run_typed(graph, WHOLE_ALONE)
    parts = run_typed(
        graph, "SELECT ?part WHERE { ?assertion ld:part ?part ; ld:predicate ld:repeals }"
    )
    assert isinstance(rows, Rows)
    assert isinstance(parts, Rows)
    assert rows.rows == (("05/2018/QĐ-UBND",),)
    assert parts.rows == (("khoản 4 Điều 18",),)


# Wherever a link is shown, a part is not shown as the whole.


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        pytest.param("06/2018/QĐ-UBND", "vi", "bị bãi bỏ một phần bởi", id="a part"),
        pytest.param("06/2018/QĐ-UBND", "en", "is repealed in part by", id="a part, in English"),
        pytest.param("05/2018/QĐ-UBND", "vi", "bị bãi bỏ bởi", id="the whole"),
        pytest.param("45/2021/QĐ-UBND", "vi", "bãi bỏ một phần (khoản 4 Điều 18)", id="outgoing"),
    ],
)
def test_show(built: Path, number: str, language: str, words: str) -> None:
    shown = luocdo(
        *("show", number, "--store", built, "--lang", language), env={"COLUMNS": "250"}
    ).stdout
    assert words in shown
    if "2018" in number:
        assert ("khoản 4 Điều 18)" in shown) == (number == "06/2018/QĐ-UBND")


def test_json_csv_and_exports_hold_part_and_day(built: Path, tmp_path: Path) -> None:
    view = json.loads(
        luocdo("show", "06/2018/QĐ-UBND", "--store", built, "--format", "json").stdout
    )
    (step,) = (step for step in view["incoming"] if step["relation"] == "repeals")
    assert (step["part"], step["since"]) == ("khoản 4 Điều 18", "2022-07-01")
    assert step["effect"]["quote"] == "có hiệu lực thi hành kể từ ngày 01/7/2022"
    sheet = luocdo("show", "06/2018/QĐ-UBND", "--store", built, "--format", "csv").stdout
    assert {row["part"] for row in csv.DictReader(StringIO(sheet))} >= {"khoản 4 Điều 18"}
    for suffix in ("csv", "graphml", "gephi.csv", "neo4j.csv"):
        file = tmp_path / f"graph.{suffix}"
        assert luocdo("export", "-o", file, "--store", built).exit_code == 0
        written = "".join(path.read_text("utf-8-sig") for path in tmp_path.glob("graph*"))
        assert "khoản 4 Điều 18" in written
        assert "2022-07-01" in written
        for path in tmp_path.glob("graph*"):
            path.unlink()


def test_the_site_heads_a_part_as_such(built: Path, tmp_path: Path) -> None:
    assert luocdo("site", "-o", tmp_path / "site", "--store", built).exit_code == 0
    pages = [page.read_text("utf-8") for page in (tmp_path / "site").rglob("*.html")]
    (partly,) = (page for page in pages if "bị bãi bỏ một phần bởi" in page)
    assert "(khoản 4 Điều 18)" in partly


# On the command line.


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(("05/2018/QĐ-UBND",), 0, "hết hiệu lực toàn bộ", id="ended"),
        pytest.param(("06/2018/QĐ-UBND",), 0, "hết hiệu lực một phần", id="in part"),
        pytest.param(
            ("07/2018/QĐ-UBND",), 0, "không thấy văn bản nào nói đã hết hiệu lực", id="silence"
        ),
        pytest.param(("05/2018/QĐ-UBND", "--lang", "en"), 0, "no longer in force", id="English"),
        pytest.param(("05/2018/QĐ-UBND", "--as-of", "31/2/2020"), 2, "31/2/2020", id="no such day"),
        pytest.param(("99/1999/QĐ-UBND",), 1, "99/1999/QĐ-UBND", id="not known"),
    ],
)
def test_asked(built: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    result = luocdo("ask", "in-force", *arguments, "--store", built, env={"COLUMNS": "250"})
    assert (result.exit_code, "Traceback" in result.stderr) == (code, False)
    assert words in result.stdout + result.stderr


def test_csv_has_the_codes(built: Path) -> None:
    sheet = luocdo("ask", "in-force", "--store", built, "--format", "csv").stdout
    assert {row["state"] for row in csv.DictReader(StringIO(sheet))} == {"ended", "ended_in_part"}


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        pytest.param(("in-force", "05/2018/QĐ-UBND", "06/2018/QĐ-UBND"), WrongArguments, id="two"),
        pytest.param(("in-force", "99/1999/QĐ-UBND"), NotFound, id="unknown"),
        pytest.param(("in-force", '"} } DROP ALL #'), NotFound, id="hostile"),
    ],
)
def test_what_cannot_be_asked(
    graph: GraphStore, typed: tuple[str, ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        ask(graph, *typed)


def test_another_question_takes_no_day(graph: GraphStore) -> None:
    with pytest.raises(WrongUse, match="texts"):
        ask(graph, "texts", as_of="1/7/2025")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-07-01", "2025-07-01"),
        ("1/7/2025", "2025-07-01"),
        ("01.07.2025", "2025-07-01"),
        ("ngày 1 tháng 7 năm 2025", "2025-07-01"),
        ("1 thang 7 nam 2025", "2025-07-01"),
        (" 29/2/2024 ", "2024-02-29"),
    ],
)
def test_a_day_as_people_type_it(typed: str, day: str) -> None:
    assert str(day_typed(typed)) == day


@pytest.mark.parametrize(
    "typed", ["", "2025", "7/2025", "31/6/2025", "29/2/2023", "hôm nay", "1/7/25"]
)
def test_what_is_no_day_says_how_to_write_one(typed: str) -> None:
    with pytest.raises(WrongUse, match="1/7/2025"):
        day_typed(typed)
