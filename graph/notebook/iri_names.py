"""What people call what IRIs stand for: documents, bodies, terms."""

from collections.abc import Iterable

from graph.read.documents import Documents
from graph.store.disk import GraphStore
from graph.words.labels import name_of
from ontology.documents.identity import BASE


def names_of_iris(store: GraphStore, values: Iterable[object]) -> dict[str, str]:
    """Return the names of those of ``values`` that are IRIs of the graph and have one.

    >>> iri = kg.document("43-KL/TW").iri
    >>> names_of_iris(kg._store, [iri, 7, "43-KL/TW", "https://example.org/"]) == {
    ...     iri: "Kết luận 43-KL/TW"}
    True
    """
    documents = Documents(store.dataset)
    iris = {value for value in values if isinstance(value, str) and value.startswith(BASE)}
    named = {
        iri: name_of(documents.found(iri)) if documents.exists(iri) else _label(documents, iri)
        for iri in iris
    }
    return {iri: name for iri, name in named.items() if name}


def _label(documents: Documents, iri: str) -> str:
    try:
        return documents.label(iri)
    except ValueError:  # it has characters that no IRI has
        return ""
