"""The graph as Python has it: what an analyst types, and what comes back."""

import csv
import doctest
import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import polars as pl
import pytest
import rdflib

import extract
import graph
import ontology
from graph import KnowledgeGraph, Table
from graph.errors import (
    Ambiguous,
    GraphError,
    NotAStore,
    NotFound,
    UnknownPlace,
    UnknownQuestion,
)
from graph.notebook.drawing import Drawing
from graph.notebook.rows import DocumentRow
from graph.words.sentences import Language
from ontology.dates import partial_date
from tests.graph.conftest import CORPUS
from tests.graph.pages import HOSTILE

ROOT = Path(__file__).parents[3]
LAI_CHAU = "69-KL/TU@lai-chau"
DIRECTIVE = "https://w3id.org/luocdo/id/doc/lai-chau.tu/nk2020/kl-tu/69"


def test_there_are_few_public_names() -> None:
    names = [*graph.__all__, *extract.__all__, *getattr(ontology, "__all__", [])]
    assert len(names) < 20
    assert all(getattr(module, name) for module in (graph, extract) for name in module.__all__)


def public() -> Iterator[tuple[str, Any]]:
    """Each public name, and each thing that a KnowledgeGraph can do."""
    for module in (graph, extract, ontology):
        yield from ((name, getattr(module, name)) for name in module.__all__)
    for name, value in vars(KnowledgeGraph).items():
        if not name.startswith("_"):
            yield f"KnowledgeGraph.{name}", value


@pytest.mark.parametrize(("name", "value"), [pytest.param(*row, id=row[0]) for row in public()])
def test_every_public_name_has_an_example_that_runs(name: str, value: Any) -> None:
    """That the examples hold is tested where they stand."""
    found = doctest.DocTestParser().get_examples(getattr(value, "__doc__", "") or "")
    assert found, name


def test_building_says_what_was_read(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_bytes((CORPUS / "tw_43-kl-tw_2019.txt").read_bytes())
    (texts / "b.txt").write_bytes(b"\xff\xfe broken")
    told: list[tuple[int, int]] = []
    kg = KnowledgeGraph.build(
        [texts], tmp_path / "store", progress=lambda done, all_: told.append((done, all_))
    )
    assert kg.report is not None
    assert (kg.report.read, len(kg.report.failures)) == (1, 1)
    assert told[-1] == (2, 2)
    again = KnowledgeGraph.open(tmp_path / "store")
    assert again.report is None
    assert repr(again) == repr(kg)


def test_plans_are_typed_rows(kg: KnowledgeGraph) -> None:
    plans = kg.plans(LAI_CHAU)
    assert [plan.document for plan in plans] == [
        "Kế hoạch 1215/KH-UBND", "Kế hoạch 52-KH/HU", "Kế hoạch 61-KH/HU", "Kế hoạch 716/KH-UBND",
    ]  # fmt: skip
    last = plans[-1]
    assert (last.steps, last.carries_out) == (2, "Kế hoạch 61-KH/HU")
    assert [link.relation for link in last.chain] == ["implements", "implements"]
    text = (CORPUS / last.text).read_text("utf-8")
    assert text[last.start : last.end] == last.quote
    assert is_dataclass(last)
    with pytest.raises(FrozenInstanceError):
        last.issuer = ""  # type: ignore[misc]


@pytest.mark.parametrize(
    ("options", "expected", "reason"),
    [
        ({"level": "huyện"}, 3, "a word for a level"),
        ({"level": "district", "direct": True}, 2, "without steps between"),
        ({"place": "Tam Đường"}, 2, "a place by its name"),
        ({"local": True}, 4, "below the centre"),
        ({"place": "Sóc Trăng"}, 0, "a province of which no text speaks"),
    ],
)
def test_plans_are_chosen(
    kg: KnowledgeGraph, options: dict[str, object], expected: int, reason: str
) -> None:
    assert len(kg.plans(LAI_CHAU, **options)) == expected, reason  # type: ignore[arg-type]


def test_one_document(kg: KnowledgeGraph) -> None:
    document = kg.document("124-QĐ/TW")
    assert document.name == "Quy định 124-QĐ/TW"
    issuers = [row for row in document.fields if row.field == "issuer"]
    assert {row.value for row in issuers} == {"Ban Bí thư", "Bộ Chính trị"}
    assert all(row.conflict for row in issuers)
    assert len(document.mentions) == len(document.view.quotes) > 1
    assert {row.object for row in document.incoming} == {document.name}
    assert "Ban Bí thư" in repr(document)
    assert "<table>" in document._repr_html_()


def test_find_lists_all_that_may_be_meant(kg: KnowledgeGraph) -> None:
    found = kg.find("25-nq/tw")
    assert len(found) == 3
    assert [row.resolved for row in found].count(False) == 1
    assert isinstance(found[0], DocumentRow)
    assert len(kg.find("không có ai")) == 0


def test_search_gives_the_words(kg: KnowledgeGraph) -> None:
    rows = kg.search("doi thoai", level="district")
    assert {row.document for row in rows} == {
        "Kế hoạch 61-KH/HU",
        "Kế hoạch 112-KH/HU",
        "Kế hoạch 231-KH/HU",
        "Báo cáo 305-BC/HU",
    }
    assert "đối thoại" in repr(rows)
    assert "<mark>" in rows._repr_html_()


@pytest.mark.parametrize(
    ("ask", "error", "says"),
    [
        (lambda kg: kg.plans("43-KL/TV"), NotFound, "43-KL/TW"),
        (lambda kg: kg.document("25-NQ/TW"), Ambiguous, "25-NQ/TW@XI"),
        (lambda kg: kg.plans(LAI_CHAU, level="bang"), GraphError, "huyện|district"),
        (
            lambda kg: kg.plans(LAI_CHAU, place="Tam Đưng"),
            UnknownPlace,
            "The places: lai-chau.tam-duong",
        ),
        (lambda kg: kg.ask("covrage"), UnknownQuestion, "coverage"),
        (lambda _: KnowledgeGraph.open("nowhere/at/all"), NotAStore, "luocdo build"),
    ],
)
def test_errors_offer_what_is_right(kg: KnowledgeGraph, ask, error, says: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(error, match=says):
        ask(kg)


def test_questions_by_name(kg: KnowledgeGraph) -> None:
    lag = kg.ask("lag", LAI_CHAU)
    assert [row.days for row in lag] == [31, 49, 70, 94]
    assert LAI_CHAU in lag.title
    assert "lag" in {row.name for row in kg.questions()}


def test_check_lists_findings(kg: KnowledgeGraph) -> None:
    assert {finding.rule for finding in kg.check()} == {"conflicting-issuers", "open-reference"}
    assert "124-QĐ/TW" in repr(kg.check())
    # The message says what the name of the rule would; programs have it.
    assert "open-reference" not in repr(kg.check())
    assert kg.check().to_dicts()[0]["rule"] == kg.check()[0].rule


def test_the_store_for_rdflib(kg: KnowledgeGraph) -> None:
    directive = rdflib.URIRef(DIRECTIVE)
    ld = rdflib.Namespace("https://w3id.org/luocdo/ns#")
    assert len(set(kg.rdf.subjects(ld["implements"], directive))) == 3
    rows = kg.rdf.query(f"SELECT DISTINCT ?p WHERE {{ ?p <{ld['implements']}> <{directive}> }}")
    assert len(list(rows)) == 3


def test_networkx(kg: KnowledgeGraph) -> None:
    network = kg.networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert len(network) == 41
    assert kg.networkx(inferred=True).number_of_edges() == network.number_of_edges() + 1


def test_construct_is_drawn(kg: KnowledgeGraph) -> None:
    made = kg.sparql("CONSTRUCT { ?a ld:implements ?b } WHERE { ?a ld:implements ?b }")
    assert isinstance(made, Drawing)
    assert len(made) == len(made.rdf) == 13
    html = made._repr_html_()
    assert html.count("<rect") == len({term for triple in made for term in (triple[0], triple[2])})
    assert "Kế hoạch 61-KH/HU" in html


def test_explore_writes_a_page(
    kg: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = kg.explore(LAI_CHAU, "trang.html")
    assert page.path.stat().st_size > 400_000
    assert (page.documents, page.left_out) == (41, 0)
    assert 'src="trang.html"' in page._repr_html_()
    assert repr(page) == f"trang.html: 41 văn bản, {page.links} quan hệ"
    assert repr(replace(page, language=Language.EN)).startswith("trang.html: 41 documents, ")


def test_frames_and_csv(kg: KnowledgeGraph, tmp_path: Path) -> None:
    plans = kg.plans(LAI_CHAU)
    frame = plans.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert list(frame["document"]) == [plan.document for plan in plans]
    assert isinstance(plans.to_polars(), pl.DataFrame)
    assert plans.to_polars().shape == frame.shape
    path = tmp_path / "plans.csv"
    text = plans.to_csv(path)
    assert path.read_bytes() == b"\xef\xbb\xbf" + text.encode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["quote"] for row in rows] == [plan.quote for plan in plans]
    assert plans[:2].to_dicts() == plans.to_dicts()[:2]
    empty = kg.plans("45-KH/ĐU")
    assert (len(empty), list(empty.to_pandas().columns)) == (0, list(empty.columns))


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_texts_in_a_notebook(text: str) -> None:
    row = DocumentRow(
        document=text,
        title=text,
        date=partial_date(text),
        issuer=text,
        level=text,
        place=text,
        held=True,
        resolved=True,
        mentions=1,
        selector=text,
        unconfirmed_fields=(),
        iri=f'{DIRECTIVE}"{text}',
        more={"signer": text},
    )
    table = Table([row] * 40, ("document", "title", "date", "issuer", "level", "iri"), text)
    drawing = Drawing(((f"<{text}>", "<urn:p>", f'"{text}"'),), {text: text})
    seen = Seen()
    seen.feed(table._repr_html_() + drawing._repr_html_())
    assert seen.tags <= {
        "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "p",
        "svg", "defs", "marker", "path", "rect", "text",
    }  # fmt: skip
    assert not {name for name in seen.attributes if name.startswith("on")}
    assert "và 10 dòng nữa" in table._repr_html_()
    assert "\x1b" not in repr(table)


@pytest.mark.slow
def test_importing_is_light() -> None:
    """What is slow to load is loaded when it is asked for."""
    heavy = ("spacy", "pandas", "polars", "pyvis", "networkx", "rdflib", "matplotlib", "IPython")
    script = f"import sys, graph, extract; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


OUTSIDE = """
from graph import KnowledgeGraph, Plan, Table
from extract import read, SourceText

def names(kg: KnowledgeGraph) -> list[str]:
    plans: Table[Plan] = kg.plans("69-KL/TU", level="district")
    frame = plans.to_pandas()
    return [plan.document.upper() for plan in plans] + [str(frame.shape[0])]

def mentions(text: str) -> int:
    return len(read(SourceText("a", text)).mentions)

names(KnowledgeGraph.open("x")).append(1)  # wrong
"""


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "basedpyright"])
def test_types_are_seen_from_outside(checker: str, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(OUTSIDE)
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    options = {
        # What `make check` knows of the libraries already is not found out anew.
        "mypy": ["--strict", "--no-error-summary", "--cache-dir", str(ROOT / ".mypy_cache")],
        "basedpyright": ["--pythonpath", sys.executable],
    }[checker]
    done = subprocess.run(
        [sys.executable, "-m", checker, *options, "mine.py"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    errors = [line for line in done.stdout.splitlines() if "error" in line and "mine.py" in line]
    assert len(errors) == 1, done.stdout
    assert "mine.py:13:" in errors[0]


def test_the_value_of_a_field_reads_as_the_field_does(kg: KnowledgeGraph) -> None:
    html = kg.document("43-KL/TW").fields._repr_html_()
    assert ">Trung ương</td>" in html
    assert ">07/01/2019</td>" in html
