"""A graph on a real server answers as the same graph in the embedded store does."""

import json
import logging
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.ask.competency import all_questions, ask, question_named
from graph.ask.plans import document_view, plans_of
from graph.ask.sparql import run
from graph.errors import NotReadOnly
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.server.address import server_at
from graph.server.connection import SparqlConnection
from graph.server.remote import RemoteDataset
from tests.graph.ask.questions.asking import ARGUMENTS
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.server.conftest import CENTRAL, PREFIX, QUERIES, ordered
from tests.graph.servers import Engine

pytestmark = pytest.mark.slow

TYPED = [
    'x" } } INSERT DATA { <urn:a> <urn:b> <urn:c> } #',
    "43-KL/TW> } ; DROP ALL #",
    "} INSERT",
    "https://w3id.org/luocdo/id/doc/x> } ; DROP ALL #",
    "https://w3id.org/luocdo/id/doc/x } UNION { ?s ?p ?o",
    "\\u0022 } \\",
    "'''\n}}",
]


def size(engine: Engine) -> str:
    connection = SparqlConnection(server_at(engine.address))
    row = next(connection.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"))
    return str(row["n"])


@pytest.mark.parametrize(
    "arguments",
    [
        ("plans", "69-KL/TU@lai-chau"),
        ("plans", "25-NQ/TW@XI", "--format", "csv"),
        ("plans", "25-NQ/TW@XI", "--level", "commune", "--inferred", "--format", "json"),
        ("plans", "25-NQ/TW"),
        ("plans", "26-NQ/TW"),
        ("show", "124-qd/tw"),
        ("show", "43-KL/TW", "--format", "json"),
        ("show", CENTRAL, "--lang", "en"),
        ("check", "--format", "json"),
        ("check",),
    ],
    ids=" ".join,
)
def test_a_command_prints_what_it_prints_of_the_embedded_store(
    engine: Engine, store: Path, arguments: tuple[str, ...]
) -> None:
    here = luocdo(*arguments, "--store", store)
    there = luocdo(*arguments, "--store", engine.address)
    assert (there.exit_code, there.stdout) == (here.exit_code, here.stdout)
    assert there.stderr == here.stderr


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_is_answered_as_by_the_embedded_store(
    engine: Engine, store: Path, query: str
) -> None:
    there = run(open_store(engine.address), PREFIX + query)
    assert ordered(there) == ordered(run(open_store(store), PREFIX + query))


@pytest.mark.parametrize("name", [question.name for question in all_questions()])
def test_a_question_is_answered_as_by_the_embedded_store(
    engine: Engine, store: Path, name: str
) -> None:
    arguments = [ARGUMENTS[parameter.name] for parameter in question_named(name).parameters]
    here, there = (
        ask(open_store(location), name, *arguments) for location in (store, engine.address)
    )
    assert there.variables == here.variables
    assert set(there.rows) == set(here.rows)


def test_a_question_of_all_documents_is_answered_as_by_the_embedded_store(
    engine: Engine, store: Path
) -> None:
    here, there = (ask(open_store(location), "in-force") for location in (store, engine.address))
    assert here.rows
    assert set(there.rows) == set(here.rows)


def test_solutions_are_those_of_the_store_s_library(engine: Engine) -> None:
    dataset = open_store(engine.address).dataset
    query = PREFIX + "SELECT ?held ?d WHERE { ?d ld:held ?held } LIMIT 1"
    solutions = dataset.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    assert [variable.value for variable in solutions.variables] == ["held", "d"]
    assert next(solutions)["held"] in (ox.Literal(True), ox.Literal(False))


@pytest.mark.parametrize("suffix", ["nq", "nt", "csv"])
def test_an_export_holds_the_same(engine: Engine, store: Path, tmp_path: Path, suffix: str) -> None:
    lines = []
    for location in (store, engine.address):
        file = tmp_path / f"graph.{suffix}"
        assert luocdo("export", "-o", file, "--store", location).exit_code == 0
        lines.append(sorted(file.read_text("utf-8").splitlines()))
    assert lines[0] == lines[1]


def test_a_page_is_the_same(engine: Engine, store: Path, tmp_path: Path) -> None:
    pages = []
    for location in (store, engine.address):
        page = tmp_path / "page.html"
        assert luocdo("explore", "43-KL/TW", "-o", page, "--store", location).exit_code == 0
        pages.append(page.read_text("utf-8"))
    assert pages[0] == pages[1]


def test_a_question_needs_few_requests(engine: Engine, store: Path) -> None:
    dataset = open_store(store).dataset
    documents = [
        quad.subject for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, None)
    ]
    for document in documents[::3]:
        assert isinstance(document, ox.NamedNode)
        for question in (plans_of, document_view):
            graph = open_store(engine.address)
            assert isinstance(graph.dataset, RemoteDataset)
            question(graph, document.value)
            assert graph.dataset.connection.requests <= 30


def test_a_second_build_asks_for_the_state_alone(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "httpx"):
        result = luocdo("build", CORPUS, "--store", engine.address, "--format", "json")
    assert json.loads(result.stdout)["unchanged"] == 23
    sent = [record.getMessage() for record in caplog.records if record.name == "httpx"]
    assert len(sent) == 1
    assert "HTTP Request: POST" in sent[0]


@pytest.mark.parametrize(
    "command",
    [("plans",), ("show",), ("ask", "plans"), ("ask", "plans-in", "25-NQ/TW@XI")],
    ids=" ".join,
)
@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_is_never_a_part_of_a_query(
    engine: Engine, store: Path, command: tuple[str, ...], typed: str
) -> None:
    before = size(engine)
    here = luocdo(*command, typed, "--store", store)
    there = luocdo(*command, typed, "--store", engine.address)
    assert (there.exit_code, there.stdout, there.stderr) == (1, "", here.stderr)
    assert size(engine) == before


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { GRAPH <urn:luocdo> { <urn:a> <urn:b> <urn:c> } }",
        "DROP ALL",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT (<bif:sys_stat>('st_dbms_name') AS ?x) {}",
        "PREFIX f: <\\u0062if:> SELECT (f:sys_stat('st_dbms_name') AS ?x) {}",
        "define input:default-graph-uri <urn:x> SELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
    ],
)
def test_a_query_only_reads(engine: Engine, query: str) -> None:
    before = size(engine)
    result = luocdo("query", "-", "--store", engine.address, stdin=query)
    assert (result.exit_code, result.stdout) == (2, "")
    assert size(engine) == before


def test_functions_of_the_server_are_refused_by_name(engine: Engine) -> None:
    with pytest.raises(NotReadOnly, match="bif:"):
        open_store(engine.address).dataset.query("SELECT (<bif:sys_stat>('x') AS ?x) {}")
