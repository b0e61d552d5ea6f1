"""The one list of the fields of a document, and all that is made from it."""

from dataclasses import fields
from pathlib import Path

import pytest

from graph.ask.plans import document_view
from graph.export.network import as_networkx
from graph.export.network_files import GEPHI, NEO4J
from graph.rdf.schema import FIELDS, DocumentField
from graph.typed.meaning import document_named
from graph.values import Found
from graph.words.labels import HEADINGS
from tests.graph.made import document, reading, store_of

FULL = document(
    "69-KL/TU",
    "lai-chau.tu/nk2020/kl-tu/69",
    kind="Kết luận",
    dates=["2021-04-09"],
    issuers=["Tỉnh ủy Lai Châu"],
    term="XIV",
    title="về dân vận",
    place="lai-chau",
)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_goes_wherever_documents_are_shown(field: DocumentField) -> None:
    assert field.name in {own.name for own in fields(Found)}
    assert HEADINGS[field.name] == field.label
    assert field.name in NEO4J.nodes
    assert field.name in GEPHI.nodes


def test_what_a_text_states_is_read_back_field_by_field(tmp_path: Path) -> None:
    store = store_of(tmp_path, reading("69.txt", FULL))
    view = document_view(store, document_named(store, "69-KL/TU").iri)
    assert [field.name for field in view.fields] == [field.name for field in FIELDS]
    network = as_networkx(store)
    assert all(network.nodes[view.document.iri][field.name] for field in FIELDS)
