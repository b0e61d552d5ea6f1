"""A graph on a real server answers as the same graph in the embedded store does."""

import json
import logging
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pyoxigraph as ox
import pytest

from extract import load
from graph.ask.checks import run_checks
from graph.ask.competency import Question, all_questions, ask, question_named
from graph.ask.plans import document_view, plans_of
from graph.ask.sparql import Rows, Triples, run
from graph.decisions.file import COLUMNS
from graph.errors import NotReadOnly
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.server.address import server_at, shown
from graph.server.connection import SparqlConnection
from graph.server.publication import STATE_GRAPH, read_publication, write_publication
from graph.server.publish import workbench_path
from graph.server.remote import RemoteDataset
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from tests.graph.ask.test_competency import ARGUMENTS
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.servers import PASSWORD, Engine, free_port, oxigraph, virtuoso

pytestmark = pytest.mark.slow

PREFIX = f"PREFIX ld: <{ld.NS}>\n"
CENTRAL = "https://w3id.org/luocdo/id/doc/tw/k12/kl-tw/43"
RULES = "Quy chế công tác dân vận trong hệ thống chính trị"
INFERRED = ld.INFERRED_GRAPH
PLACES = ld.thing_node("place", "").value
QUERIES = [
    "SELECT ?a ?b WHERE { ?a ld:implements ?b }",
    "SELECT ?d ?held WHERE { ?d ld:held ?held }",
    "SELECT ?d WHERE { ?d ld:held true }",
    "SELECT ?d ?date WHERE { ?d ld:date ?date FILTER(STR(?date) > '2019') } ORDER BY ?date ?d",
    f"SELECT DISTINCT ?p WHERE {{ ?p (ld:implements|ld:continues|ld:details)+ <{CENTRAL}> }}",
    "SELECT ?r (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a ld:predicate ?r } GROUP BY ?r",
    "SELECT ?d ?t WHERE { ?d ld:fullNumber ?n OPTIONAL { ?d ld:pin ?t } }",
    "SELECT ?x WHERE { ?m ld:exact ?x FILTER(CONTAINS(?x, 'Kết luận')) }",
    "SELECT ?a ?c ?y WHERE { ?a ld:confidence ?c OPTIONAL { ?a ld:periodYears ?y } }",
    "SELECT ?g ?a WHERE { GRAPH ?g { ?a ld:promulgates ?b } }",
    f"SELECT ?a ?b FROM {INFERRED} WHERE {{ ?a ld:carriesOut ?b }}",
    "SELECT (COUNT(*) AS ?n) WHERE { ?s ld:nowhere ?o }",
    "ASK { ?a ld:implements ?b }",
    "ASK { ?a ld:nowhere ?b }",
    f"ASK FROM {INFERRED} {{ ?a ld:implements ?b }}",
    "CONSTRUCT { ?b <urn:by> ?a } WHERE { ?a ld:implements ?b }",
    "CONSTRUCT { ?d ld:held ?held } WHERE { ?d ld:held ?held }",
]
TYPED = [
    'x" } } INSERT DATA { <urn:a> <urn:b> <urn:c> } #',
    "43-KL/TW> } ; DROP ALL #",
    "} INSERT",
    "https://w3id.org/luocdo/id/doc/x> } ; DROP ALL #",
    "https://w3id.org/luocdo/id/doc/x } UNION { ?s ?p ?o",
    "\\u0022 } \\",
    "'''\n}}",
]


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The workbenches of these tests, apart from those of whoever runs them."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LUOCDO_CACHE", str(folder))
        yield folder


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


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return Path(copytree(CORPUS, tmp_path / "texts"))


def everything(engine: Engine) -> set[ox.Quad]:
    """Every quad of a server, what is not Luocdo's own left out."""
    connection = SparqlConnection(server_at(engine.address))
    rows = connection.select("SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
    quads = {ox.Quad(row["s"], row["p"], row["o"], row["g"]) for row in rows}
    return {quad for quad in quads if "luocdo" in str(quad.graph_name)}


def size(engine: Engine) -> str:
    connection = SparqlConnection(server_at(engine.address))
    row = next(connection.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"))
    return str(row["n"])


def ordered(answer: Rows | Triples | bool) -> object:
    if isinstance(answer, Rows):
        return answer.variables, sorted(answer.rows, key=repr)
    return answer


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
    assert json.loads(result.stdout)["unchanged"] == 18
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


def test_a_password_is_used_and_never_shown(
    tmp_path_factory: pytest.TempPathFactory, texts: Path
) -> None:
    with virtuoso(tmp_path_factory.mktemp("guarded")) as engine:
        good = engine.guarded.replace("PASSWORD", PASSWORD)
        wrong = engine.guarded.replace("PASSWORD", "sai-mat-khau")
        empty = luocdo("plans", "43-KL/TW", "--store", good)
        assert (empty.exit_code, empty.stdout) == (2, "")
        assert "luocdo build" in empty.stderr
        for command in (("build", texts), ("show", "43-KL/TW"), ("check",)):
            refused = luocdo(*command, "--store", wrong)
            assert (refused.exit_code, refused.stdout) == (3, "")
            assert "tên hoặc mật khẩu" in refused.stderr
            assert "sai-mat-khau" not in refused.stderr
        asked = luocdo("show", "43-KL/TW", "--store", shown(good))
        assert asked.exit_code == 3
        assert "NAME:PASSWORD@" in asked.stderr
        assert everything(engine) == set()
        built = luocdo("build", texts, "--store", good)
        assert built.exit_code == 0, built.stderr
        assert shown(good) in built.stdout
        assert "dba" not in built.stdout
        assert luocdo("show", "43-KL/TW", "--store", good).exit_code == 0
        # The same store, by its open door.
        assert luocdo("build", texts, "--store", engine.address).exit_code == 0


def test_answers_that_are_cut_off_are_not_taken_for_whole(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with virtuoso(tmp_path_factory.mktemp("short"), rows=20) as engine:
        assert luocdo("build", CORPUS, "--store", engine.address).exit_code == 0
        result = luocdo("show", "43-KL/TW", "--store", engine.address, "--lang", "en")
        assert result.exit_code == 3
        assert "20 rows" in result.stderr
        assert "ResultSetMaxRows" in result.stderr


@pytest.mark.parametrize("command", [("build", CORPUS), ("plans", "43-KL/TW"), ("check",)], ids=str)
def test_no_server_at_the_address(command: tuple[Any, ...]) -> None:
    result = luocdo(*command, "--store", f"http://anna:bi-mat@127.0.0.1:{free_port()}/query")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "không có gì trả lời" in result.stderr
    assert "bi-mat" not in result.stderr


def test_a_server_that_speaks_something_else() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.listen()
        port = server.getsockname()[1]

        def answer() -> None:
            caller, _ = server.accept()
            with caller:
                caller.recv(65536)
                caller.sendall(b"HTTP/1.1 500 Oops\r\nContent-Length: 5\r\n\r\nch\xc3\xa1y")

        thread = threading.Thread(target=answer)
        thread.start()
        result = luocdo("plans", "43-KL/TW", "--store", f"http://127.0.0.1:{port}")
        thread.join()
    assert result.exit_code == 3
    assert "máy chủ trả lời 500 (cháy)" in result.stderr


@pytest.mark.parametrize(
    "address",
    ["http://", "http://host:port/query", "http://anna:bi-mat@host/x", "http://host/query?graph=x"],
)
def test_an_address_whose_paths_are_not_known(address: str) -> None:
    result = luocdo("plans", "43-KL/TW", "--store", address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "/sparql-auth" in result.stderr
    assert "bi-mat" not in result.stderr


@pytest.mark.parametrize(
    ("address", "query", "graphs"),
    [
        ("http://h:1", "http://h:1/query", "http://h:1/store"),
        ("http://h:1/", "http://h:1/query", "http://h:1/store"),
        ("https://h/query", "https://h/query", "https://h/store"),
        ("http://h/sparql", "http://h/sparql", "http://h/sparql-graph-crud"),
        ("http://a:b@h/sparql-auth", "http://h/sparql-auth", "http://h/sparql-graph-crud-auth"),
        ("http://h/ds/sparql", "http://h/ds/sparql", "http://h/ds/data"),
        ("http://h/ds/query", "http://h/ds/query", "http://h/ds/data"),
        ("http://a:b%40c@[::1]:80/query", "http://[::1]:80/query", "http://[::1]:80/store"),
    ],
)
def test_the_paths_of_a_server_are_told_from_its_address(
    address: str, query: str, graphs: str
) -> None:
    server = server_at(address)
    assert (server.query, server.graphs) == (query, graphs)
    if server.credentials:
        assert server.credentials.password in ("b", "b@c")
        assert (
            server.credentials.password not in repr(server).split("credentials")[1].split("name")[0]
        )


def test_both_doors_of_virtuoso_and_all_users_share_a_workbench() -> None:
    addresses = ("http://h/sparql", "http://a:b@h/sparql-auth", "http://c@h/sparql")
    assert len({workbench_path(server_at(address)) for address in addresses}) == 1
    assert workbench_path(server_at("http://h/sparql")) != workbench_path(server_at("http://h"))


# The real texts

CARRYING_OUT = "ld:implements|ld:continues|ld:details|ld:guides"
CHANGING = "ld:replaces|ld:amends|ld:repeals|ld:suspends|ld:extends|ld:corrects"
LOCAL = f"?plan ({CARRYING_OUT}) ?directive . ?plan ld:shownPlace ?place"
SUBJECTS = {
    "changed-by": f"SELECT DISTINCT ?x WHERE {{ ?y {CHANGING} ?x }} ORDER BY ?x LIMIT 5",
    "sources": f"SELECT DISTINCT ?x WHERE {{ ?x {CARRYING_OUT} ?y }} ORDER BY ?x LIMIT 5",
    "evidence": "SELECT DISTINCT ?x ?y WHERE { ?x ld:amends ?y } ORDER BY ?x ?y LIMIT 5",
    "plans-in": f"SELECT DISTINCT ?directive ?place WHERE {{ {LOCAL} }} ORDER BY ?plan LIMIT 3",
}
"""What a question is asked about where most documents would give it no rows."""


def subjects_of(store: GraphStore, question: Question) -> list[list[str]]:
    """What to ask a question about, so that each time it has rows."""
    if not question.parameters:
        return [[]]
    query = SUBJECTS.get(question.name)
    if query is None:
        return [[str(row[-1])] for row in ask(store, "most-implemented").rows[:2]]
    found = run(store, PREFIX + query)
    assert isinstance(found, Rows)
    assert found.rows, question.name
    # A place is named by its path.
    return [[str(cell).removeprefix(PLACES) for cell in row] for row in found.rows]


@pytest.fixture(scope="module")
def real_texts(shared: Path) -> list[Path]:
    """One of sixteen real texts, of each kind some: servers take long to take in all."""
    found = (path for path in (shared / "corpus").rglob("*") if path.suffix in {".txt", ".md"})
    return sorted(path for path in found if path.parent != shared / "corpus")[::16]


@pytest.fixture(scope="module")
def real(real_texts: list[Path], cache: Path) -> Path:
    """The real texts, read once into a store that every workbench starts from."""
    store = cache / "real"
    assert luocdo("build", *real_texts, "--store", store).exit_code in (0, 3)
    return store


@pytest.mark.parametrize("start", [oxigraph, virtuoso], ids=lambda start: start.__name__)
def test_real_texts_are_answered_as_by_the_embedded_store(
    start: Any, real: Path, real_texts: list[Path], tmp_path: Path
) -> None:
    with start(tmp_path) as engine:
        copytree(real, workbench_path(server_at(engine.address)) / "store")
        luocdo("build", *real_texts, "--store", engine.address)
        here, there = open_store(real), open_store(engine.address)
        assert there.state == here.state
        for iri in documents(here)[::15]:
            assert plans_of(there, iri) == plans_of(here, iri)
            assert document_view(there, iri) == document_view(here, iri)
        for query in QUERIES:
            assert ordered(run(there, PREFIX + query)) == ordered(run(here, PREFIX + query))
        for question in all_questions():
            for asked in subjects_of(here, question):
                found = set(ask(there, question.name, *asked).rows)
                assert found == set(ask(here, question.name, *asked).rows), (question.name, asked)
        copy = local_copy(there.dataset)
        assert set(copy) == set(local_copy(here.dataset))
        # Findings are worked out from the copy.
        assert run_checks(GraphStore(here.directory, here.state, copy)) == run_checks(here)


def documents(store: GraphStore) -> list[str]:
    quads = store.dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
    return sorted(quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))
