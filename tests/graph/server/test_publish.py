"""A graph on a real server answers as the same graph in the embedded store does."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pyoxigraph as ox
import pytest

from extract import load
from graph.ask.competency import all_questions, ask, question_named
from graph.ask.plans import document_view, plans_of
from graph.ask.sparql import run
from graph.build import new_graph
from graph.decisions.file import COLUMNS
from graph.errors import NotReadOnly
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.server import publish
from graph.server.address import server_at
from graph.server.connection import SparqlConnection
from graph.server.publication import STATE_GRAPH, read_publication, write_publication
from graph.server.remote import RemoteDataset
from tests.graph.ask.questions.asking import ARGUMENTS
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.server.conftest import CENTRAL, PREFIX, QUERIES, everything, ordered
from tests.graph.servers import Engine, oxigraph, virtuoso

pytestmark = pytest.mark.slow

RULES = "Quy chế công tác dân vận trong hệ thống chính trị"
TYPED = [
    'x" } } INSERT DATA { <urn:a> <urn:b> <urn:c> } #',
    "43-KL/TW> } ; DROP ALL #",
    "} INSERT",
    "https://w3id.org/luocdo/id/doc/x> } ; DROP ALL #",
    "https://w3id.org/luocdo/id/doc/x } UNION { ?s ?p ?o",
    "\\u0022 } \\",
    "'''\n}}",
]


@pytest.fixture(scope="module", params=[oxigraph, virtuoso], ids=lambda start: start.__name__)
def engine(
    request: pytest.FixtureRequest, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A server that holds the graph of the demonstration texts."""
    with request.param(tmp_path_factory.mktemp("server")) as engine:
        result = luocdo("build", CORPUS, "--store", engine.address)
        assert (result.exit_code, result.stderr.count("Lỗi")) == (0, 0), result.stderr
        assert engine.address in result.stdout
        yield engine


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


# From here on the tests change what their server holds, and leave it as they found it.


def test_a_text_that_vanishes_takes_its_graph_with_it(
    engine: Engine, store: Path, texts: Path
) -> None:
    before = everything(engine)
    extra = texts / "thêm.txt"
    extra.write_bytes((CORPUS / "tw_43-kl-tw_2019.txt").read_bytes() + b"\nK\xe1\xba\xbft.\n")
    sha = digest_of(extra)
    assert luocdo("build", extra, "--store", engine.address).exit_code == 0
    assert ld.text_graph(sha) in {quad.graph_name for quad in everything(engine)}
    extra.unlink()
    assert luocdo("build", CORPUS, "--store", engine.address).exit_code == 0
    assert everything(engine) == before


def test_a_change_of_one_text_sends_what_changed_alone(
    engine: Engine,
    texts: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(new_graph, "FEWEST", 1)
    before = everything(engine)
    extra, content = texts / "thêm.txt", (CORPUS / "tw_43-kl-tw_2019.txt").read_bytes()
    extra.write_bytes(content + b"\n1\n")
    assert luocdo("build", extra, "--store", engine.address).exit_code == 0
    with monkeypatch.context() as patch, caplog.at_level(logging.INFO, "httpx"):
        patch.setattr(publish, "digests_of", Mock(side_effect=AssertionError("all is digested")))
        extra.write_bytes(content + b"\n2\n")
        assert luocdo("build", extra, "--store", engine.address).exit_code == 0
        sent = [record.getMessage() for record in caplog.records if record.name == "httpx"]
        # What is told of it twice, the text, what all texts name, and what follows, if it does.
        assert 4 <= sum("HTTP Request: PUT" in each for each in sent) <= 6
        assert sum("HTTP Request: DELETE" in each for each in sent) == 1
        assert ld.text_graph(digest_of(extra)) in {quad.graph_name for quad in everything(engine)}
        extra.unlink()
        assert luocdo("build", CORPUS, "--store", engine.address).exit_code == 0
    assert everything(engine) == before


def test_a_build_that_was_stopped_is_told_of_and_completed_by_the_next(engine: Engine) -> None:
    before = everything(engine)
    connection = SparqlConnection(server_at(engine.address))
    publication = read_publication(connection)
    assert publication is not None
    lost, *kept = sorted(publication.digests)
    stray = ld.text_graph("0" * 64)
    connection.delete(ox.NamedNode(lost))
    connection.put(stray, [f"{ld.text_node('0' * 64)} {ld.TYPE} {ld.TEXT} ."])
    digests = {graph: publication.digests[graph] for graph in kept}
    stopped = type(publication)(publication.workbench, False, publication.state, digests)
    write_publication(connection, stopped)
    result = luocdo("show", "43-KL/TW", "--store", engine.address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "chưa trọn vẹn" in result.stderr
    assert luocdo("build", CORPUS, "--store", engine.address).exit_code == 0
    assert everything(engine) == before


def test_a_graph_that_somebody_changed_is_not_copied(engine: Engine, tmp_path: Path) -> None:
    connection = SparqlConnection(server_at(engine.address))
    publication = read_publication(connection)
    assert publication is not None
    name = ox.NamedNode(min(publication.digests))
    lines = [f"{quad.triple} ." for quad in connection.graph(name)]
    connection.put(name, lines[1:])
    file = tmp_path / "graph.nq"
    result = luocdo("export", "-o", file, "--store", engine.address)
    connection.put(name, lines)
    assert result.exit_code == 3
    assert name.value in result.stderr
    assert not file.exists()
    assert luocdo("export", "-o", file, "--store", engine.address).exit_code == 0


def test_the_graph_of_another_workbench_is_left_alone(
    engine: Engine, tmp_path: Path, texts: Path
) -> None:
    before = everything(engine)
    elsewhere = {"LUOCDO_CACHE": str(tmp_path / "other")}
    (texts / "tw_43-kl-tw_2019.txt").unlink()
    result = luocdo("build", texts, "--store", engine.address, env=elsewhere)
    assert (result.exit_code, result.stdout) == (3, "")
    assert STATE_GRAPH.value in result.stderr
    assert "chưa có gì bị thay đổi" in result.stderr
    assert everything(engine) == before
    # Reading needs no workbench; quotes are compared where the texts are.
    read = luocdo("check", "--store", engine.address, "--format", "json", env=elsewhere)
    assert read.exit_code == 0


def test_decisions_are_published_and_taken_back(engine: Engine, tmp_path: Path) -> None:
    before = everything(engine)
    decisions = tmp_path / "decisions.csv"
    lines = (
        ",".join(COLUMNS),
        "Lan,2026-01-05,reject,61-KH/HU,implements,69-KL/TU@lai-chau,,thử",
        "Lan,2026-01-05,accept,52-KH/HU,implements,69-KL/TU@lai-chau,,thử",
        "Lan,2026-01-05,merge,25-NQ/TW@ref-f8d52d66,,25-NQ/TW@XI,,thử",
        'Lan,2026-01-05,name,124-QĐ/TW,title,"} ; DROP ALL # ""\\",,thử',
        f"Lan,2026-01-05,accept,98-KH/HU,carries_out,{RULES},,thử",
        "Lan,2026-01-05,name,9-KH/HU,title,không có,,thử",
    )
    decisions.write_text("\n".join(lines), "utf-8")
    here = tmp_path / "store"
    first = luocdo("build", CORPUS, "--store", here, "--decisions", decisions)
    done = luocdo("build", CORPUS, "--store", engine.address, "--decisions", decisions)
    told = [
        [line for line in result.stderr.splitlines() if not line.startswith("Tệp: ")]
        for result in (first, done)
    ]
    # Only the server has read the files before, so the counts of the ledger differ.
    assert (done.exit_code, told[0]) == (0, told[1])
    for arguments in (
        ("show", "69-KL/TU@lai-chau"),
        ("show", "124-qd/tw", "--format", "json"),
        ("plans", "69-KL/TU@lai-chau"),
        ("plans", RULES),
        ("plans", "25-NQ/TW@XI", "--format", "csv"),
        ("review", "--format", "json"),
        ("check",),
        ("ask", "conflicts", "--format", "json"),
        ("ask", "unsure", "--format", "json"),
    ):
        embedded = luocdo(*arguments, "--store", here)
        there = luocdo(*arguments, "--store", engine.address)
        assert (there.exit_code, there.stdout) == (embedded.exit_code, embedded.stdout), arguments
    assert luocdo("build", CORPUS, "--store", engine.address, "--no-decisions").exit_code == 0
    assert everything(engine) == before


def test_other_graphs_of_the_server_are_neither_read_nor_changed(engine: Engine) -> None:
    connection = SparqlConnection(server_at(engine.address))
    name = ox.NamedNode("urn:luocdo-neighbour")
    connection.put(
        name, [f'<{CENTRAL}> {ld.TITLE} "lạ" .', f"<urn:x> <{ld.NS}implements> <{CENTRAL}> ."]
    )
    try:
        for command in ("show", "plans"):
            result = luocdo(command, "43-KL/TW", "--store", engine.address)
            assert result.exit_code == 0
            assert "lạ" not in result.stdout
            assert "urn:x" not in result.stdout
        assert luocdo("build", CORPUS, "--store", engine.address).exit_code == 0
        assert len(list(connection.graph(name))) == 2
    finally:
        connection.delete(name)


def digest_of(path: Path) -> str:
    return load(path).sha256


# What goes wrong on the way


# The real texts
