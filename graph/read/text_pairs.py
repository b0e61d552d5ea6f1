"""The texts of which two are of one document, or may be, as the graph holds them."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.store.dataset import Dataset
from graph.values import Found

_OPEN = (ld.ACCEPTED, ld.PROPOSED)


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two texts that nobody has decided on: of ``found``, and of ``other``.

    ``names`` are those of their files in this order, ``shas`` the hashes. Where both are of one
    document ``found`` is ``other``, and the file whose name comes first is the second.
    ``likeness`` is from 0 to 1, None where the texts were not compared.
    """

    found: Found
    other: Found
    names: tuple[str, str]
    shas: tuple[str, str]
    likeness: float | None


def open_pairs(documents: Documents, of_text: str = "") -> Iterator[OpenPair]:
    """Yield the pairs that a person should look at, in the order of their nodes.

    With ``of_text``, the hash of a text, those of which it is one.
    """
    dataset = documents.dataset
    nodes = _nodes_of(dataset, of_text) if of_text else _nodes(dataset)
    for node in map(NamedNode, sorted(nodes)):
        shas = sorted(
            ld.sha_of(quad.object)
            for quad in dataset.quads_for_pattern(node, ld.PAIRS, None, None)
            if isinstance(quad.object, NamedNode)
        )
        owned = [(_owner(documents, sha), sha) for sha in shas]
        # What is to be merged comes first: a document of which no number is known, a further text.
        owned.sort(key=lambda pair: (pair[0].resolved, _first_text(dataset, pair[1]) not in shas))
        (found, sha), (other, other_sha) = owned
        yield OpenPair(
            found,
            other,
            (documents.text_name(sha), documents.text_name(other_sha)),
            (sha, other_sha),
            _likeness(dataset, node),
        )


def _nodes(dataset: Dataset) -> set[str]:
    return {
        quad.subject.value
        for status in _OPEN
        for quad in dataset.quads_for_pattern(None, ld.PAIR_STATUS, status, None)
        if isinstance(quad.subject, NamedNode)
    }


def _nodes_of(dataset: Dataset, sha: str) -> set[str]:
    quads = dataset.quads_for_pattern(None, ld.PAIRS, ld.text_node(sha), None)
    nodes = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
    return {
        node.value
        for node in nodes
        for quad in dataset.quads_for_pattern(node, ld.PAIR_STATUS, None, None)
        if quad.object in _OPEN
    }


def _first_text(dataset: Dataset, sha: str) -> str:
    """Return the hash of the text of which this is a further one, empty where it is none."""
    quads = dataset.quads_for_pattern(ld.text_node(sha), ld.ALTERNATE_OF, None, None)
    return next((ld.sha_of(q.object) for q in quads if isinstance(q.object, NamedNode)), "")


def _owner(documents: Documents, sha: str) -> Found:
    """Return the document whose text this is."""
    quads = documents.dataset.quads_for_pattern(None, ld.HAS_TEXT, ld.text_node(sha), None)
    return documents.found(next(q.subject.value for q in quads if isinstance(q.subject, NamedNode)))


def _likeness(dataset: Dataset, node: NamedNode) -> float | None:
    for quad in dataset.quads_for_pattern(node, ld.LIKENESS, None, None):
        if isinstance(quad.object, Literal):
            return float(quad.object.value)
    return None
