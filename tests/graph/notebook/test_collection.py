"""A graph as Python knows collections, and what of it goes on to other programs."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pandas import NaT
from pyvis.network import Network

import extract
import graph
import luocdo
from graph.ask.sparql import Rows
from graph.errors import Ambiguous, GraphError, NotFound, TextElsewhere, UnknownFormat
from graph.knowledge_graph import KnowledgeGraph
from graph.notebook.sparql_rows import table_of
from graph.notebook.table import Table
from graph.opening import open_store
from graph.store.importing import import_file
from graph.words.sentences import Language
from ontology.documents.relation import Relation
from tests.graph.made import KH_61, KL_69, Link, document, reading, store_of

ROOT = Path(__file__).parents[3]


ASKED: list[tuple[object, bool]] = [
    ("43-KL/TW", True),
    ("69-KL/TU", True),
    ("9999-KL/TW", False),
    ("???", False),
    ("", False),
    (43, False),
    (None, False),
]


@pytest.mark.parametrize(("number", "there"), ASKED)
def test_in_tells_whether_a_number_means_a_document(
    kg: KnowledgeGraph, number: object, there: bool
) -> None:
    assert (number in kg) is there


CANNOT = [
    pytest.param(lambda kg: kg["9999-KL/TW"], NotFound, "43-KL/TW", id="no-such-document"),
    pytest.param(lambda kg: kg["69-KL/TU"], Ambiguous, "69-KL/TU@lai-chau", id="several"),
    pytest.param(lambda kg: kg[43], TypeError, "got int", id="no-text"),
    pytest.param(lambda kg: kg.plans(None), TypeError, "got NoneType", id="nothing"),
    pytest.param(lambda kg: kg.pyvis(1.5), TypeError, "got float", id="a-number"),
    pytest.param(lambda kg: kg.export("a.odt"), UnknownFormat, ".xlsx", id="no-format"),
    pytest.param(lambda kg: kg.documents().to_excel("x/y.xlsx"), GraphError, "x/y", id="no-folder"),
]


@pytest.mark.parametrize(("call", "kind", "said"), CANNOT)
def test_what_cannot_be_is_said(
    kg: KnowledgeGraph, call: Any, kind: type[Exception], said: str
) -> None:
    with pytest.raises(kind) as raised:
        call(kg)
    assert said in str(raised.value)


def test_a_graph_is_counted_and_gone_through(kg: KnowledgeGraph) -> None:
    numbers = list(kg)
    assert len(kg) == len(numbers) == len(set(numbers)) == len(kg.documents())
    assert {kg[number].iri for number in numbers} == {row.iri for row in kg.documents()}
    assert kg._ipython_key_completions_() == numbers


def test_a_document_has_its_text_its_title_and_its_day(kg: KnowledgeGraph) -> None:
    held = kg["61-KH/HU"]
    assert held.text == Path(held.originals[0].path).read_text("utf-8")
    assert held.date == date(2021, 6, 18)
    assert held.title.startswith("thực hiện Kết luận số 69-KL/TU")
    mentioned = kg["217-QĐ/TW"]
    assert (mentioned.text, mentioned.date) == ("", date(2013, 12, 12))


def test_an_imported_store_has_no_texts(kg: KnowledgeGraph, tmp_path: Path) -> None:
    kg.export(tmp_path / "all.nq")
    import_file(tmp_path / "all.nq", tmp_path / "store")
    imported = KnowledgeGraph(open_store(str(tmp_path / "store")))
    with pytest.raises(TextElsewhere, match="imported"):
        assert imported["61-KH/HU"].text


DATES = [
    pytest.param("date", ("2021-06-18", None), [date(2021, 6, 18), None], id="a-day"),
    pytest.param("date", ("2021-06-18", "2021"), [date(2021, 6, 18), None], id="a-year-is-no-day"),
    pytest.param("when", ("2021-06-18", ""), [date(2021, 6, 18), None], id="by-its-values"),
    pytest.param("when", ("2021-06-18", "2021"), None, id="years-and-days-are-texts"),
    pytest.param("date", ("2021-06-18", "hôm qua"), None, id="words-are-texts"),
    pytest.param("date", (None, None), None, id="nothing"),
]


@pytest.mark.parametrize(("column", "values", "days"), DATES)
def test_days_are_dates_in_frames(column: str, values: Any, days: list[date] | None) -> None:
    table = table_of(Rows((column,), tuple((each,) for each in values)), language=Language.VI)
    frame, other = table.to_pandas()[column], table.to_polars()[column]
    if days is None:
        assert [each or None for each in frame] == list(values)
        assert other.to_list() == list(values)
    else:
        assert [each.date() if each else None for each in frame.replace({NaT: None})] == days
        assert other.to_list() == days


def test_documents_are_shown_by_name(kg: KnowledgeGraph, tmp_path: Path) -> None:
    table = kg.sparql("SELECT DISTINCT ?a ?b { ?a ld:implements ?b } ORDER BY ?a ?b")
    assert isinstance(table, Table)
    assert "w3id.org" not in repr(table)
    assert "Kế hoạch 61-KH/HU" in repr(table)
    assert '">Kế hoạch 61-KH/HU</a>' in table._repr_html_()
    table.to_excel(tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    cells = {cell.value for row in sheet for cell in row}
    assert "Kế hoạch 61-KH/HU" in cells
    assert not [cell for cell in cells if "w3id.org" in str(cell)]


def test_pyvis_draws_a_neighbourhood(kg: KnowledgeGraph, tmp_path: Path) -> None:
    drawn = kg.pyvis("61-KH/HU")
    assert isinstance(drawn, Network)
    links = kg["61-KH/HU"]
    ends = {(link.subject_iri, link.object_iri) for link in (*links.outgoing, *links.incoming)}
    assert {(edge["from"], edge["to"]) for edge in drawn.edges} == ends
    assert {node["id"] for node in drawn.nodes} == {iri for pair in ends for iri in pair}
    drawn.write_html(str(tmp_path / "a.html"))
    page = (tmp_path / "a.html").read_text("utf-8")
    assert '"label": "61-KH/HU"' in page
    assert "vis.Network" in page
    assert not re.search(r"<(?:script|link)[^>]*http", page)
    assert "bootstrap@" not in page


def test_words_of_texts_are_no_html_in_pyvis(kg: KnowledgeGraph, tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)> href </script>"
    bad = document("quy-che-x", "vn/named/quy-che-x", title=hostile)
    link = Link("61-KH/HU", Relation.IMPLEMENTS, "quy-che-x", hostile)
    harmless = kg.pyvis("61-KH/HU").generate_html()
    store = store_of(tmp_path, reading("a.txt", KH_61, [KL_69, bad], [link]))
    page = KnowledgeGraph(store).pyvis("61-KH/HU").generate_html()
    assert "onerror" in page
    for mark in ("<img", "</script>", "<script"):
        assert page.count(mark) == harmless.count(mark)


def test_luocdo_has_all_that_is_public() -> None:
    assert set(luocdo.__all__) == {*graph.__all__, *extract.__all__}
    assert all(getattr(luocdo, name) for name in luocdo.__all__)
    assert dir(luocdo) == luocdo.__all__
    with pytest.raises(AttributeError, match="no attribute 'Grapf'"):
        luocdo.Grapf  # noqa: B018


def test_a_file_that_hides_the_library_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.py").write_text("raise SystemExit('never run')")
    script = f"import sys; sys.path.append({str(ROOT)!r}); from luocdo import KnowledgeGraph"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert str(tmp_path / "graph.py") in done.stderr
    assert "ImportError" in done.stderr
    assert "đổi tên tệp" in done.stderr
