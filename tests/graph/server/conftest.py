"""Workbenches apart from those of whoever runs the tests, and what is asked of any server."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pyoxigraph as ox
import pytest

from graph.ask.sparql import Rows, Triples
from graph.rdf import vocabulary as ld
from graph.server.address import server_at
from graph.server.connection import SparqlConnection
from tests.graph.conftest import CORPUS, luocdo
from tests.graph.servers import Engine, oxigraph, virtuoso

PREFIX = f"PREFIX ld: <{ld.NS}>\n"
CENTRAL = "https://w3id.org/luocdo/id/doc/tw/k12/kl-tw/43"
INFERRED = ld.INFERRED_GRAPH
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


def ordered(answer: Rows | Triples | bool) -> object:
    if isinstance(answer, Rows):
        return answer.variables, sorted(answer.rows, key=repr)
    return answer
