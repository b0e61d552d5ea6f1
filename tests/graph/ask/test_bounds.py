"""No query ends the process or holds it up: what it costs is bounded, and told."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from graph.ask.bounds import DEEPEST, QueryBounds, check_size
from graph.ask.sparql import Rows, Triples, run
from graph.errors import BadQuery
from graph.store.disk import GraphStore
from tests.graph.conftest import luocdo

ALL = "?s ?p ?o"
ENDS_THE_ENGINE = {
    "brackets": f"SELECT * {{ {ALL} FILTER({'(' * 6400}1{')' * 6400}) }}",
    "negations": f"SELECT * {{ {ALL} FILTER({'!' * 10_000}true) }}",
    "alternatives": f"SELECT * {{ {ALL} FILTER({'||'.join(['?o'] * 10_000)}) }}",
    "a sum": f"SELECT * {{ {ALL} FILTER({'+'.join(['1'] * 10_000)}) }}",
    "what may be an IRI or a comparison": f"ASK {{ {ALL} FILTER(?o<{'+'.join(['1'] * 9000)}>2) }}",
    "a path": f"SELECT * {{ ?s {'/'.join(['<urn:a>'] * 10_000)} ?o }}",
    "groups": f"SELECT * {{ {'{' * 10_000}{ALL}{'}' * 10_000} }}",
    "unions": f"SELECT * {{ {' UNION '.join(['{?s ?p ?o}'] * 10_000)} }}",
    "patterns": f"SELECT * {{ {' . '.join(['?s ?p ?o'] * 10_000)} }}",
    "blank nodes": f"SELECT * {{ {'[ <urn:a> ' * 10_000}1{']' * 10_000} }}",
    "lists": f"SELECT * {{ {'(' * 10_000}1{')' * 10_000} <urn:a> 1 }}",
    "filters in filters": f"ASK {{ {'?s ?p ?o FILTER NOT EXISTS {' * 1000}{ALL}{'}' * 1000} }}",
}


@pytest.mark.parametrize("query", ENDS_THE_ENGINE.values(), ids=ENDS_THE_ENGINE)
def test_what_would_end_the_engine_is_refused(query: str) -> None:
    with pytest.raises(BadQuery) as refused:
        check_size(query)
    assert refused.value.line == 0


def test_what_is_closed_in_words_is_not_closed() -> None:
    closing = " ".join(['( 1 = ")"'] * (DEEPEST + 1))
    with pytest.raises(BadQuery):
        check_size(f"ASK {{ ?s ?p ?o FILTER({closing}")


LONG_BUT_FLAT = {
    "many values": f"SELECT * {{ VALUES ?o {{ {'1 ' * 20_000} }} ?s <urn:a> ?o }}",
    "signs in words": f'SELECT * {{ ?s <urn:a> "{"(" * 5000}" }}',
    "signs in IRIs": f"ASK {{ {ALL} FILTER(?o IN ({', '.join(['<http://a.b/c#e>'] * 900)})) }}",
    "signs in comments": f"# {'(' * 5000}\nSELECT * {{ ?s <urn:a> ?o }}",
    "as deep as may be": f"ASK {{ ?s ?p ?o FILTER({'(' * 95}1{')' * 95} = 1) }}",
}


@pytest.mark.parametrize("query", LONG_BUT_FLAT.values(), ids=LONG_BUT_FLAT)
def test_what_is_long_but_flat_is_answered(query: str, graph: GraphStore) -> None:
    assert run(graph, query) is not None


def test_every_ready_query_is_small() -> None:
    queries = [each.read_text("utf-8") for each in files("graph.ask").joinpath("queries").iterdir()]
    assert len(queries) >= 20
    for query in queries:
        check_size(query)


CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }"


ASKED_IN_PYTHON = """
import sys
from pathlib import Path
from graph.ask.bounds import QueryBounds
from graph.ask.sparql import run
from graph.errors import TookTooLong
from graph.opening import open_store
try:
    run(open_store(Path(sys.argv[1])), sys.argv[2], QueryBounds(seconds=0.1))
except TookTooLong as told:
    print(told.seconds)
"""


def test_a_cross_product_ends_with_a_message(graph: GraphStore, tmp_path: Path) -> None:
    # The engine goes on until its process ends: in this one it would slow all tests that follow.
    file = tmp_path / "cross.rq"
    file.write_text(CROSS, "utf-8")
    python = [sys.executable, "-c", ASKED_IN_PYTHON, str(graph.directory), CROSS]
    command = [sys.executable, "-c", "from graph.cli.main import main; main()", "query", str(file)]
    options = ["--store", str(graph.directory), "--seconds", "0.1", "--lang", "en"]
    told, asked = (
        subprocess.run(each, capture_output=True, text=True, timeout=120, check=False)
        for each in (python, [*command, *options])
    )
    assert told.stdout == "0.1\n", told.stderr
    assert asked.returncode == 2
    assert "within 0.1 seconds" in asked.stderr


def test_an_answer_may_be_cut_and_says_so(graph: GraphStore, tmp_path: Path) -> None:
    for query, kind in (("SELECT * { ?s ?p ?o }", Rows), ("CONSTRUCT WHERE { ?s ?p ?o }", Triples)):
        cut = run(graph, query, QueryBounds(rows=3))
        assert isinstance(cut, kind)
        assert cut.cut
        assert not getattr(run(graph, f"{query} LIMIT 3", QueryBounds(rows=3)), "cut", True)
        file = tmp_path / "all.rq"
        file.write_text(query, "utf-8")
        asked = luocdo("query", file, "--store", graph.directory, "--rows", 3, "--format", "csv")
        assert (asked.exit_code, len(asked.stdout.splitlines())) == (0, 4)
        assert "--rows" in asked.stderr
