import socket
from collections.abc import Iterator

import pytest

from graph.ask.sparql import Rows, Triples, run
from graph.errors import BadQuery, NotReadOnly
from graph.rdf.vocabulary import NS
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from ontology.documents.relation import Relation
from tests.graph.made import KH_61, KL_69, Link, reading, store_of

PREFIX = f"PREFIX ld: <{NS}>\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    link = Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "thực hiện 69", 0.75)
    return store_of(tmp_path_factory.mktemp("store"), reading("a.txt", KH_61, [KL_69], [link]))


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, socket.socket]]:
    """Another machine that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield f"http://127.0.0.1:{server.getsockname()[1]}/sparql", server


def test_select_returns_plain_values(store: GraphStore) -> None:
    query = """
        SELECT ?plan ?sure ?start ?held ?nothing WHERE {
          ?a ld:subject ?plan ; ld:predicate ld:implements ; ld:confidence ?sure ;
             ld:evidence/ld:start ?start . ?plan ld:held ?held }"""
    assert run(store, PREFIX + query) == Rows(
        ("plan", "sure", "start", "held", "nothing"), ((KH_61.iri, 0.75, 24, True, None),)
    )


def test_ask_and_construct(store: GraphStore) -> None:
    assert run(store, PREFIX + "ASK { ?s ld:implements ?o }") is True
    assert run(store, PREFIX + "ASK { ?s ld:continues ?o }") is False
    made = run(store, PREFIX + "CONSTRUCT { ?o <urn:by> ?s } WHERE { ?s ld:implements ?o }")
    assert made == Triples(((f"<{KL_69.iri}>", "<urn:by>", f"<{KH_61.iri}>"),))


def test_all_graphs_are_asked_unless_some_are_named(store: GraphStore) -> None:
    graph = "<https://w3id.org/luocdo/id/graph/inferred>"
    assert run(store, PREFIX + f"ASK FROM {graph} {{ ?s ld:carriesOut ?o }}") is True
    assert run(store, PREFIX + f"ASK FROM {graph} {{ ?s ld:implements ?o }}") is False
    assert run(store, PREFIX + "ASK { ?s ld:implements ?o FILTER('FROM <x>' != '') }") is True


CHANGING = [
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "# SELECT\nPREFIX x: <urn:#> delete where { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR DEFAULT",
    "LOAD <file:///etc/passwd>",
    "WITH <urn:g> INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "DESCRIBE <urn:a>",
]


@pytest.mark.parametrize("query", CHANGING)
def test_a_query_that_wants_more_than_to_read(store: GraphStore, query: str) -> None:
    before = len(local_copy(store.dataset))
    with pytest.raises(NotReadOnly):
        run(store, query)
    assert len(local_copy(store.dataset)) == before


CALLING = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?u) SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o . SERVICE<URL>{ ?a ?b ?c } }",
    # What looks like a comment, a string or a name here is none to the engine.
    "PREFIX x: <urn:> SELECT * { ?s ?p ?o OPTIONAL { ?s x:a\\# SERVICE <URL> { ?a ?b ?c }\n} }",
    "SELECT * { ?s ?p ?o FILTER(?s<?o#>'''\n||true) SERVICE <URL> { ?a ?b ?c } #'''\n}",
    "SELECT * { OPTIONAL { ?s ?p 1SERVICE <URL> { ?a ?b ?c } } }",
    "PREFIX a: <urn:> SELECT * { OPTIONAL { ?s ?p a:.SERVICE <URL> { ?a ?b ?c } } }",
    "ASK { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", CALLING)
def test_no_query_calls_another_machine(
    store: GraphStore, query: str, elsewhere: tuple[str, socket.socket]
) -> None:
    url, server = elsewhere
    with pytest.raises(NotReadOnly, match="SERVICE"):
        run(store, query.replace("URL", url))
    with pytest.raises(TimeoutError):
        server.accept()


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_a_graph_that_is_named_is_not_fetched(
    store: GraphStore, clause: str, elsewhere: tuple[str, socket.socket]
) -> None:
    url, server = elsewhere
    assert run(store, f"ASK {clause} <{url}> {{ ?s ?p ?o }}") is False
    with pytest.raises(TimeoutError):
        server.accept()


def test_names_may_hold_the_word_that_is_refused(store: GraphStore) -> None:
    assert run(store, "PREFIX x: <urn:> ASK { ?service x:serviceOf ?o }") is False


BAD = [
    ("SELECT * {\n ?s ?p", 2),
    ("SELECT * { ?s nowhere:p ?o }", 1),
    ("", 1),
    ("chọn tất cả", 1),
    ("SELECT (COUNT(?s) AS ?n) ?p { ?s ?p ?o }", 0),
]


@pytest.mark.parametrize(("query", "line"), BAD)
def test_a_query_that_cannot_be_read_names_the_place(
    store: GraphStore, query: str, line: int
) -> None:
    with pytest.raises(BadQuery) as caught:
        run(store, query)
    if line:
        assert caught.value.line == line
        assert caught.value.column > 0


def test_numbers_that_are_none_stay_text(store: GraphStore) -> None:
    query = (
        'SELECT (xsd:double("INF") AS ?a) ("x"^^xsd:integer AS ?b) ("true"^^xsd:boolean AS ?c) {}'
    )
    answer = run(store, "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> " + query)
    assert answer == Rows(("a", "b", "c"), (("INF", "x", True),))
