"""SPARQL from Python: prefixes, values that are bound, and queries that are refused."""

from datetime import date

import pytest
import rdflib

from graph import KnowledgeGraph, Table
from graph.errors import (
    BadQuery,
    NotBindable,
    NotReadOnly,
)
from tests.graph.notebook.test_python import DIRECTIVE, LAI_CHAU
from tests.graph.pages import HOSTILE


def test_sparql_needs_no_prefixes(kg: KnowledgeGraph) -> None:
    table = kg.sparql(
        "SELECT DISTINCT ?plan ?name WHERE { ?plan ld:implements ?d . ?plan skos:prefLabel ?name }"
        " ORDER BY ?name",
        d=kg.document(LAI_CHAU),
    )
    assert isinstance(table, Table)
    assert [row.name for row in table] == [
        "Kế hoạch 1215/KH-UBND", "Kế hoạch 52-KH/HU", "Kế hoạch 61-KH/HU",
    ]  # fmt: skip
    assert kg.sparql("ASK { ?a ld:implements ?b }") is True
    assert kg.sparql("ASK { [] rdf:_1 ?b }") is False
    assert kg.sparql("PREFIX skos: <urn:mine#> ASK { ?a skos:preflabel ?b }") is False
    assert kg.sparql("PREFIX x: <https://w3id.org/luocdo/ns#> ASK { ?a x:implements ?b }") is True


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("d", rdflib.URIRef(DIRECTIVE), "an IRI of rdflib"),
        ("label", rdflib.Literal("Kết luận 69-KL/TU@lai-chau", lang="vi"), "a literal of rdflib"),
        ("number", "69-KL/TU", "a text"),
        ("date", date(2021, 4, 9), "a date"),
        ("held", True, "a truth value"),
        ("mentions", 13, "a number"),
    ],
)
def test_values_are_bound(kg: KnowledgeGraph, name: str, value: object, reason: str) -> None:
    query = """
        SELECT DISTINCT ?d WHERE {
          ?d skos:prefLabel ?label ; ld:fullNumber ?number ; ld:shownDate ?date ; ld:held ?held ;
             ld:mentionCount ?mentions .
        }"""
    table = kg.sparql(query, **{name: value})  # type: ignore[arg-type]
    assert isinstance(table, Table)
    assert DIRECTIVE in {row.d for row in table}, reason


@pytest.mark.parametrize(
    "text", [*HOSTILE, '" } ; DROP ALL #', "\\", "'''", "} INSERT DATA {", "?d"]
)
def test_a_value_is_never_read_as_a_query(kg: KnowledgeGraph, text: str) -> None:
    """The answer is the value itself, whatever it holds."""
    table = kg.sparql("SELECT ?x WHERE { ?a ld:implements ?b } LIMIT 1", x=text)
    assert isinstance(table, Table)
    assert table[0].x == text


def test_values_stand_where_the_pattern_begins(kg: KnowledgeGraph) -> None:
    query = """# SELECT { WHERE {
        SELECT ("WHERE {" AS ?s) ?n  # {
        WHERE  # {
        { ?d ld:fullNumber ?n FILTER(?n = ?wanted) } LIMIT 1"""
    table = kg.sparql(query, wanted="43-KL/TW")
    assert isinstance(table, Table)
    assert [(row.s, row.n) for row in table] == [("WHERE {", "43-KL/TW")]


@pytest.mark.parametrize(
    ("query", "line", "column", "says"),
    [
        ("SELECT ?p WHERE {\n ?p ld:implement ?q }", 2, 5, "nearest are ld:implements"),
        ("SELECT ?p WHERE { ?p dc:title ?q }", 1, 22, "dct:"),
        ("SELECT ?p WHERE {\n\n ?p foaf:name ?q }", 3, 5, "known are ld:"),
        ("SELECT ?p WHERE { ?p skos:preflabel ?q }", 1, 22, "nearest are skos:prefLabel"),
        ("SELECT ?p {\n ?p a ld:Document ; rdf:typ ?q }", 2, 21, "nearest are rdf:type"),
        ("SELECT ?p WHERE { ?p ld:implements }", 1, 36, "expected"),
        ("SELECT ?p\nWHERE { ?p ld:implements ?q \n", 2, 28, "expected"),
    ],
)
def test_what_is_wrong_in_a_query_is_named(
    kg: KnowledgeGraph, query: str, line: int, column: int, says: str
) -> None:
    with pytest.raises(BadQuery) as error:
        kg.sparql(query)
    assert says in str(error.value)
    assert (error.value.line, error.value.column) == (line, column)


def test_what_cannot_be_bound_is_refused(kg: KnowledgeGraph) -> None:
    with pytest.raises(BadQuery, match=r"no variable \?plann; did you mean \?plan"):
        kg.sparql("SELECT ?plan WHERE { ?plan ld:implements ?d }", plann="x")
    with pytest.raises(NotBindable, match="a list"):
        kg.sparql("SELECT ?d WHERE { ?d a ld:Document }", d=["x"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "query",
    ["DROP ALL", "INSERT DATA { <urn:a> <urn:b> 1 }", "SELECT * WHERE { SERVICE <urn:x> {} }"],
)
def test_the_graph_is_only_read(kg: KnowledgeGraph, query: str) -> None:
    with pytest.raises(NotReadOnly):
        kg.sparql(query)
