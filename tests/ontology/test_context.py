"""What is generated from the vocabulary: its JSON-LD context, and the graph of its reference."""

import json
import re
import subprocess
import sys
from html import unescape
from importlib.resources import files
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef

from ontology.documents.identity import BASE
from ontology.vocabulary.context import jsonld_context
from ontology.vocabulary.reference import bilingual

NS = f"{BASE}ns#"


def test_the_context_is_what_the_vocabulary_says() -> None:
    written = json.loads(files("ontology.vocabulary").joinpath("context.jsonld").read_bytes())
    assert written == jsonld_context(), "renew it with: python -m ontology.vocabulary.context"


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
    assert jsonld_context()["@context"][term] == definition, why


# rdflib warns of what its own parser calls.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_small_document_is_read_with_the_context() -> None:
    text = json.dumps(
        {
            **jsonld_context(),
            "@id": "urn:a",
            "@type": "Document",
            "implements": "urn:b",
            "held": True,
        }
    )
    graph = Graph().parse(data=text, format="json-ld")
    assert (URIRef("urn:a"), URIRef(f"{NS}implements"), URIRef("urn:b")) in graph
    assert (URIRef("urn:a"), URIRef(f"{NS}held"), Literal(True)) in graph


def test_names_of_the_reference_hold_both_languages() -> None:
    source = files("ontology.vocabulary").joinpath("luocdo.ttl").read_bytes()
    prepared = bilingual(Graph().parse(data=source, format="turtle"))
    assert str(prepared.value(URIRef(f"{NS}implements"), RDFS.label)) == "thực hiện / implements"
    assert len(list(prepared.objects(URIRef(f"{NS}implements"), RDFS.comment))) == 2


@pytest.mark.slow
def test_the_html_reference_shows_every_term_in_both_languages(tmp_path: Path) -> None:
    """As ``make ontology-docs`` makes it."""
    prepared, page = tmp_path / "luocdo.ttl", tmp_path / "index.html"
    for command in (["ontology.vocabulary.reference", prepared], ["pylode", prepared, "-o", page]):
        subprocess.run([sys.executable, "-m", *map(str, command)], check=True, capture_output=True)
    shown = " ".join(unescape(re.sub(r"<[^>]+>", " ", page.read_text("utf-8"))).split())
    vocabulary = Graph().parse(files("ontology.vocabulary").joinpath("luocdo.ttl").read_bytes())
    terms = {term for term in vocabulary.subjects(RDF.type) if str(term).startswith(NS)}
    assert len(terms) > 100
    for term in terms:
        for said in (
            *vocabulary.objects(term, RDFS.label),
            *vocabulary.objects(term, RDFS.comment),
        ):
            assert str(said) in shown, term
    assert "Chiều ngược / inverse: được thực hiện bởi / is implemented by" in shown
