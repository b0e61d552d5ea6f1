"""What must hold in every graph, whatever the texts say."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.ask.sparql import Rows, run
from graph.namespace import LD
from graph.rdf.vocabulary import NS, names
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from ontology.documents.relation import Relation
from ontology.level import Level
from tests.graph.made import (
    DAN_VAN,
    KH_61,
    KL_43,
    KL_69,
    KL_69_HA_GIANG,
    Link,
    document,
    reading,
    store_of,
)

PREFIX = f"PREFIX ld: <{NS}> PREFIX lds: <https://w3id.org/luocdo/scheme/>"
HOSTILE = '"} <script>alert(1)</script> \\ \n {{ jinja }} \u202e =cmd|calc \x07'

OPEN = document("69-KL/TU@?", register="kl-tu")
SELF_LINK = Link("43-KL/TW", Relation.CONTINUES, "43-KL/TW", "tiếp tục 43-KL/TW")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    said = replace(KL_69, title=HOSTILE, issuers=("Ban Thường vụ", HOSTILE))
    return store_of(
        tmp_path_factory.mktemp("store"),
        reading(
            "61.txt",
            KH_61,
            [said, KL_43, OPEN],
            [
                Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", f"thực hiện {HOSTILE}"),
                Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU@?", "thực hiện"),
                Link("69-KL/TU", Relation.SUMMARIZES, "43-KL/TW", "tổng kết", 0.9, "final", 2.5),
                SELF_LINK,
            ],
        ),
        reading(
            "ha-giang.txt",
            document("5-KH/TU", "ha-giang.tu/nk2020/kh-tu/5"),
            [KL_69_HA_GIANG, DAN_VAN],
            [Link("25-NQ/TW@XI", Relation.AMENDS, "69-KL/TU", "sửa đổi")],
        ),
    )


def count(store: GraphStore, pattern: str) -> object:
    answer = run(store, f"{PREFIX} SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")
    assert isinstance(answer, Rows)
    return answer.rows[0][0]


# Each pattern must have no solution; the name says what a solution would mean.
NEVER = {
    "a document that is not said to be held or not": (
        "?d a ld:Document FILTER NOT EXISTS { ?d ld:held ?h }"
    ),
    "a document that is held and not held": "?d ld:held true, false",
    "a document that is held without its text": (
        "?d ld:held true FILTER NOT EXISTS { ?d ld:hasText ?t }"
    ),
    "a known document whose IRI is not its key": (
        '?d ld:key ?k FILTER(CONCAT("https://w3id.org/luocdo/id/doc/", ?k) != STR(?d))'
    ),
    "a document that is neither known nor open": (
        "?d a ld:Document FILTER NOT EXISTS { ?d ld:key ?k } "
        "FILTER NOT EXISTS { ?d a ld:UnresolvedReference }"
    ),
    "a document that is known and open": "?d ld:key ?k ; a ld:UnresolvedReference",
    "an assertion without its parts": (
        "?a a ld:Assertion FILTER NOT EXISTS { ?a ld:subject ?s ; ld:predicate ?p ; ld:object ?o ; "
        "ld:status ?t ; ld:method ?m }"
    ),
    "a stated claim without evidence": (
        "?a ld:status ?t FILTER(?t != lds:inferred) FILTER NOT EXISTS "
        "{ ?a ld:evidence ?m ; ld:confidence ?c . ?m a ld:Mention }"
    ),
    "an inferred link without premises": (
        "?a ld:status lds:inferred FILTER NOT EXISTS { ?a ld:premise ?p }"
    ),
    "an accepted claim without its direct triple": (
        "?a ld:status lds:accepted ; ld:subject ?s ; ld:predicate ?p ; ld:object ?o "
        "FILTER NOT EXISTS { ?s ?p ?o }"
    ),
    "a direct triple without its claim": (
        "?s ld:implements|ld:continues|ld:amends|ld:summarizesFinal ?o FILTER NOT EXISTS "
        "{ ?a ld:subject ?s ; ld:object ?o ; ld:status lds:accepted }"
    ),
    "a document related to itself": "?d ld:implements|ld:continues|ld:carriesOut ?d",
    "a place without its words": (
        "?m a ld:Mention FILTER NOT EXISTS "
        "{ ?m ld:start ?b ; ld:end ?e ; ld:exact ?x ; ld:inText ?t . ?t a ld:Text }"
    ),
    "a quote that is not as long as its place": (
        "?m ld:start ?b ; ld:end ?e ; ld:exact ?x FILTER(STRLEN(?x) != ?e - ?b)"
    ),
    "a claim outside the graph of its text": (
        "GRAPH ?g { ?a ld:evidence ?m } ?m ld:inText ?t FILTER(STRAFTER(STR(?g), 'text/') != "
        "STRAFTER(STR(?t), 'text/'))"
    ),
}


@pytest.mark.parametrize("pattern", NEVER.values(), ids=NEVER)
def test_what_no_graph_holds(store: GraphStore, pattern: str) -> None:
    assert count(store, pattern) == 0


def test_plain_sparql_stays_plain(store: GraphStore) -> None:
    answer = run(
        store,
        f"{PREFIX} SELECT ?plan WHERE {{ ?plan ld:implements "
        "<https://w3id.org/luocdo/id/doc/lai-chau.tu/nk2020/kl-tu/69> }",
    )
    assert answer == Rows(("plan",), ((KH_61.iri,),))


def test_umbrella_properties_stand_in_the_graph_of_what_is_inferred(store: GraphStore) -> None:
    everywhere = count(store, "?s ld:carriesOut|ld:changes ?o")
    inferred = count(
        store,
        "GRAPH <https://w3id.org/luocdo/id/graph/inferred> { ?s ld:carriesOut|ld:changes ?o }",
    )
    assert everywhere == inferred == 3


def test_a_claim_about_a_document_and_itself_is_kept_but_not_accepted(store: GraphStore) -> None:
    assert count(store, "?a ld:subject ?d ; ld:object ?d ; ld:status lds:proposed") == 1


def test_hostile_words_are_only_words(store: GraphStore) -> None:
    answer = run(
        store,
        f"{PREFIX} SELECT ?x WHERE {{ ?a ld:predicate ld:implements ; ld:evidence/ld:exact ?x }}",
    )
    assert isinstance(answer, Rows)
    assert (f"thực hiện {HOSTILE}",) in answer.rows
    assert count(store, "?d ld:issuedBy ?b FILTER(CONTAINS(STR(?b), '<'))") == 0


def test_the_same_texts_make_the_same_graph_in_any_order(tmp_path: Path) -> None:
    texts = [
        reading("a.txt", KH_61, [KL_69], [Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "x")]),
        reading("b.txt", KL_43, [DAN_VAN, KL_69]),
        reading("c.txt", KL_69_HA_GIANG, [OPEN]),
    ]
    store = store_of(tmp_path / "one", *texts)
    other = store_of(tmp_path / "other", *reversed(texts))
    assert set(local_copy(store.dataset)) == set(local_copy(other.dataset))


@pytest.mark.slow
@settings(max_examples=20, deadline=None)
@given(title=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_can_be_stored(title: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    said = document("x", title=title, kind=title, issuers=[title], term=title)
    link = Link("61-KH/HU", Relation.IMPLEMENTS, "x", title)
    store = store_of(tmp_path_factory.mktemp("s"), reading("a", KH_61, [said], [link]))
    answer = run(store, f"{PREFIX} SELECT ?x WHERE {{ ?a ld:evidence/ld:exact ?x }}")
    assert answer == Rows(("x",), ((title,),))


def test_rdflib_knows_the_same_names() -> None:
    assert {str(LD[name]) for name in names()} == {NS + name for name in names()}
    with pytest.raises(AttributeError, match="implement"):
        _ = LD.implement


def test_bodies_of_unknown_place_are_as_many_as_their_texts(tmp_path: Path) -> None:
    unplaced = document("1-KH/HU", level=Level.DISTRICT, issuers=["Huyện ủy"])
    texts = (
        reading(f"{title}.txt", replace(unplaced, iri=f"{unplaced.iri}-{title}", title=title))
        for title in ("a", "b")
    )
    found = run(store_of(tmp_path, *texts), f"{PREFIX} SELECT DISTINCT ?b {{ ?d ld:issuedBy ?b }}")
    assert isinstance(found, Rows)
    assert len(found.rows) == 2


def test_a_mention_keeps_the_article_it_names(tmp_path: Path) -> None:
    said = reading("a.txt", KH_61, [KL_69])
    mentions = (said.mentions[0], replace(said.mentions[1], pin="khoản 2"))
    store = store_of(tmp_path, replace(said, mentions=mentions))
    assert run(store, f'{PREFIX} ASK {{ ?mention ld:pin "khoản 2" }}') is True
