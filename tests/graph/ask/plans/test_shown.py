"""What is shown of one document: its links, what contradicts, what settled it."""

from dataclasses import replace
from pathlib import Path

import pytest

from extract.text.source import Span
from graph.ask.plans import document_view
from graph.errors import NotFound
from graph.store.disk import GraphStore
from graph.values import Quote
from ontology.dates import PartialDate
from ontology.documents.relation import Relation
from ontology.level import Level
from tests.graph.made import (
    KH_61,
    KH_141,
    KL_43,
    KL_69,
    Link,
    document,
    reading,
    store_of,
)


def test_show_holds_links_both_ways(store: GraphStore) -> None:
    view = document_view(store, KL_69.iri)
    assert [(step.relation, step.object.number) for step in view.outgoing] == [
        ("implements", "43-KL/TW")
    ]
    assert [(step.relation, step.subject.number) for step in view.incoming] == [
        ("implements", "61-KH/HU"),
        ("implements", "61-KH/HU"),
        ("summarizes", "9-BC/HU"),
    ]
    review = view.incoming[-1]
    assert (review.review, review.years) == ("interim", 2.0)
    assert [quote.text for quote in view.quotes] == ["61.txt", "report.txt"]
    assert view.texts == ()
    assert document_view(store, KH_61.iri).texts == ("61.txt",)


def test_show_keeps_what_contradicts(tmp_path: Path) -> None:
    said = replace(
        KH_61, issuers=("UBND huyện",), dates=(PartialDate("2021-06-18"), PartialDate("2021-06-16"))
    )
    store = store_of(
        tmp_path,
        reading("own.txt", KH_61, [KL_69]),
        reading("b.txt", KH_141, [said]),
        reading("c.txt", KL_43, [said]),
    )
    fields = {field.name: field for field in document_view(store, KH_61.iri).fields}
    assert fields["issuer"].conflict
    own, other = fields["issuer"].values
    # What a text says of itself is shown, even where more texts say something else.
    assert (own.value, own.own, own.shown) == ("Huyện ủy", True, True)
    assert (other.value, other.sources, other.shown) == ("UBND huyện", ("b.txt", "c.txt"), False)
    assert fields["date"].conflict
    assert not fields["type"].conflict


def test_a_step_shows_the_verb_that_stands_apart(tmp_path: Path) -> None:
    said = reading("a.txt", KH_61, [KL_69], [Link("61-KH/HU", Relation.REPEALS, "69-KL/TU", "69")])
    claim = replace(said.claims[0], context=Span(0, 5))
    store = store_of(tmp_path, replace(said, claims=(claim,)))
    assert document_view(store, KH_61.iri).outgoing[0].context == Quote(
        quote="a.txt", text="a.txt", start=0, end=5
    )


def test_show_says_what_settled_a_reference(tmp_path: Path) -> None:
    open_ = document(
        "69-KL/TU", series="lai-chau.tu", register="kl-tu", level=Level.PROVINCE, place="lai-chau"
    )
    store = store_of(tmp_path, reading("a.txt", KH_61, [KL_69]), reading("b.txt", KH_141, [open_]))
    view = document_view(store, KL_69.iri)
    assert view.identified == ("only-holder",)
    assert len(view.quotes) == 2


def test_show_of_what_no_text_mentions(store: GraphStore) -> None:
    with pytest.raises(NotFound):
        document_view(store, "https://w3id.org/luocdo/id/doc/tw/k11/nq-tw/26")
