"""The vocabulary as published: whole, in two languages, and the same as the code and the tables."""

from importlib.resources import files

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from graph.rdf import vocabulary as ld
from graph.rdf.vocabulary import NS, SCHEME, level_node, names
from ontology.documents.document_types import all_types
from ontology.documents.extraction_rules import all_extraction_rules
from ontology.documents.identity import BASE
from ontology.documents.relation import CARRIES_OUT, Relation
from ontology.institutions.issuers import all_issuers
from ontology.level import Level
from ontology.spelling import slug
from ontology.vocabulary.schemes import scheme_graph

FILES = ("luocdo.ttl", "alignments.ttl", "schemes.ttl", "shapes.ttl")


def loaded(name: str) -> Graph:
    return Graph().parse(
        data=files("ontology.vocabulary").joinpath(name).read_bytes(), format="turtle"
    )


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return loaded("luocdo.ttl")


@pytest.fixture(scope="module")
def published() -> Graph:
    return loaded("schemes.ttl")


TERMS = sorted(
    {
        str(term)
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
        for term in loaded("luocdo.ttl").subjects(RDF.type, kind)
    }
)
PROPERTIES = [term for term in TERMS if term.removeprefix(NS)[0].islower()]


@pytest.mark.parametrize("name", FILES)
def test_both_engines_read_the_file_alike(name: str) -> None:
    content = files("ontology.vocabulary").joinpath(name).read_bytes()
    assert len(list(parse(content, format=RdfFormat.TURTLE))) == len(loaded(name)) > 50


@pytest.mark.parametrize("term", TERMS)
def test_term_is_named_and_explained_in_both_languages(vocabulary: Graph, term: str) -> None:
    for said in (RDFS.label, RDFS.comment):
        spoken = list(vocabulary.objects(URIRef(term), said))
        assert sorted(str(value.language) for value in spoken if isinstance(value, Literal)) == [
            "en",
            "vi",
        ]


@pytest.mark.parametrize("term", PROPERTIES)
def test_property_has_one_domain_and_one_range(vocabulary: Graph, term: str) -> None:
    assert len(list(vocabulary.objects(URIRef(term), RDFS.domain))) == 1
    assert len(list(vocabulary.objects(URIRef(term), RDFS.range))) == 1


@pytest.mark.parametrize("term", PROPERTIES)
def test_no_property_hides_a_method_of_a_python_string(term: str) -> None:
    assert term.removeprefix(NS) not in {"term", "title", "format", "count", "index"}


def test_the_code_writes_what_the_vocabulary_declares(vocabulary: Graph) -> None:
    inverses = {str(term) for term in vocabulary.objects(None, OWL.inverseOf)}
    # The widest relation is never written: no text says no more than that two are related. Nor is
    # what duties and tasks have in common.
    widest = {"relatedTo", "Assignment"}
    declared = {term.removeprefix(NS) for term in set(TERMS) - inverses} - widest
    assert declared == set(names())


def test_terms_of_the_vocabulary_point_at_terms_that_there_are(vocabulary: Graph) -> None:
    pointed = {
        str(value)
        for predicate in (RDFS.subPropertyOf, RDFS.subClassOf, RDFS.domain, RDFS.range)
        for value in vocabulary.objects(None, predicate)
        if str(value).startswith(NS)
    }
    assert pointed <= set(TERMS)


@pytest.mark.parametrize("relation", Relation, ids=str)
def test_every_relation_has_an_inverse_with_a_name(vocabulary: Graph, relation: Relation) -> None:
    inverse = vocabulary.value(URIRef(NS + relation.term), OWL.inverseOf)
    assert inverse is not None
    assert vocabulary.value(inverse, RDFS.label) is not None


@pytest.mark.parametrize("relation", Relation, ids=str)
def test_carrying_out_is_what_the_code_says(vocabulary: Graph, relation: Relation) -> None:
    above = vocabulary.transitive_objects(URIRef(NS + relation.term), RDFS.subPropertyOf)
    assert (URIRef(f"{NS}carriesOut") in set(above)) == (relation in CARRIES_OUT)


def test_alignments_speak_of_our_terms_alone() -> None:
    ours = {
        str(term)
        for triple in loaded("alignments.ttl")
        for term in triple
        if str(term).startswith(NS)
    }
    assert len(ours) > 30
    assert ours <= set(TERMS)


def test_alignments_leave_out_what_eli_gave_up() -> None:
    said = {str(term) for triple in loaded("alignments.ttl") for term in triple}
    assert "http://data.europa.eu/eli/ontology#implements" not in said
    assert "http://data.europa.eu/eli/ontology#LegalResource" not in said


def test_schemes_are_what_the_tables_say(published: Graph) -> None:
    assert isomorphic(published, scheme_graph()), (
        "renew them with: python -m ontology.vocabulary.schemes"
    )


def test_nothing_in_the_files_is_nameless() -> None:
    """A nameless node would get another name in every build, and no two stores were the same."""
    for name in ("luocdo.ttl", "schemes.ttl"):
        quads = parse(
            files("ontology.vocabulary").joinpath(name).read_bytes(), format=RdfFormat.TURTLE
        )
        assert not [quad for quad in quads if "BlankNode" in (type(quad.subject).__name__)]


def test_every_concept_has_one_name_in_each_language(published: Graph) -> None:
    for concept in published.subjects(RDF.type, SKOS.Concept):
        labels = published.objects(concept, SKOS.prefLabel)
        languages = sorted(str(label.language) for label in labels if isinstance(label, Literal))
        assert languages == ["en", "vi"], concept


@pytest.mark.parametrize("kind", all_types(), ids=lambda kind: f"{kind.system}-{kind.word}")
def test_printed_code_of_a_type_is_a_notation(published: Graph, kind: object) -> None:
    word, code = getattr(kind, "word"), getattr(kind, "code")  # noqa: B009
    concept = URIRef(f"{SCHEME}type/{slug(word)}")
    assert not code or (concept, SKOS.notation, Literal(code)) in published


def test_every_body_and_every_rule_is_a_concept(published: Graph) -> None:
    concepts = {str(node) for node in published.subjects(RDF.type, SKOS.Concept)}
    assert {f"{SCHEME}body/{issuer.slug}" for issuer in all_issuers()} <= concepts
    assert {f"{SCHEME}rule/{rule.name}" for rule in all_extraction_rules()} <= concepts
    assert {level_node(level).value for level in Level} <= concepts


def test_every_status_and_review_that_the_code_writes_is_a_concept(published: Graph) -> None:
    concepts = {str(node) for node in published.subjects(RDF.type, SKOS.Concept)}
    written = (ld.ACCEPTED, ld.PROPOSED, ld.INFERRED, ld.CONFIRMED, ld.REJECTED)
    assert {status.value for status in written} <= concepts
    assert {f"{SCHEME}review/{name}" for name in ld.REVIEWS} <= concepts


@pytest.mark.parametrize(
    ("node", "predicate", "value", "why"),
    [
        ("id/term/tw/xi", "validFrom", "2011-01-20", "the eleventh congress had ended"),
        ("id/term/qh/xv", "validFrom", "2021-07-20", "an Assembly's term is not the Party's"),
        ("id/place/ha-giang", "validUntil", "2025-06-30", "merged on 1 July 2025"),
        ("scheme/body/huyen-uy", "validUntil", "2025-06-30", "districts ended"),
        ("scheme/district", "rank", "3", "below the province"),
        ("scheme/district", "validUntil", "2025-06-30", "the last day of the level"),
        ("scheme/district", "successor", f"{SCHEME}commune", "communes took over"),
        ("scheme/body/huyen-uy", "successor", f"{SCHEME}body/dang-uy", "communes took over"),
        ("scheme/body/bo-xay-dung", "successor", "None", "it lasts"),
    ],
)
def test_facts_of_the_tables(
    published: Graph, node: str, predicate: str, value: str, why: str
) -> None:
    assert str(published.value(URIRef(BASE + node), URIRef(NS + predicate))) == value, why


def test_a_merged_province_names_its_successor(published: Graph) -> None:
    successor = published.value(URIRef(f"{BASE}id/place/ha-giang"), URIRef(f"{NS}successor"))
    assert str(successor) == f"{BASE}id/place/tuyen-quang"
