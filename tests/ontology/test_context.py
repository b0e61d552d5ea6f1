"""What is generated from the vocabulary: its JSON-LD context, and the graph of its reference."""

import json
from importlib.resources import files

import pytest
from rdflib import RDFS, Graph, Literal, URIRef

from ontology.context import context
from ontology.identity import BASE
from ontology.reference import bilingual

NS = f"{BASE}ns#"


def test_the_context_is_what_the_vocabulary_says() -> None:
    written = json.loads(files("ontology").joinpath("context.jsonld").read_bytes())
    assert written == context(), "renew it with: python -m ontology.context"


@pytest.mark.parametrize(
    ("term", "definition", "why"),
    [
        ("implements", {"@id": "ld:implements", "@type": "@id"}, "its values are documents"),
        ("start", {"@id": "ld:start", "@type": "xsd:integer"}, "its values are numbers"),
        ("exact", "ld:exact", "its values are plain strings"),
        ("date", "ld:date", "a day, a month or a year: each says what it is"),
        ("Document", "ld:Document", "a class"),
    ],
)
def test_definitions(term: str, definition: object, why: str) -> None:
    assert context()["@context"][term] == definition, why


# rdflib warns of what its own parser calls.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_small_document_is_read_with_the_context() -> None:
    text = json.dumps(
        {**context(), "@id": "urn:a", "@type": "Document", "implements": "urn:b", "held": True}
    )
    graph = Graph().parse(data=text, format="json-ld")
    assert (URIRef("urn:a"), URIRef(f"{NS}implements"), URIRef("urn:b")) in graph
    assert (URIRef("urn:a"), URIRef(f"{NS}held"), Literal(True)) in graph


def test_names_of_the_reference_hold_both_languages() -> None:
    source = files("ontology").joinpath("luocdo.ttl").read_bytes()
    prepared = bilingual(Graph().parse(data=source, format="turtle"))
    assert str(prepared.value(URIRef(f"{NS}implements"), RDFS.label)) == "thực hiện / implements"
    assert len(list(prepared.objects(URIRef(f"{NS}implements"), RDFS.comment))) == 2
