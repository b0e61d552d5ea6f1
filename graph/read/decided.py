"""What people decided, read out of a graph."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from graph.rdf import vocabulary as ld
from graph.rdf.nodes import is_duty
from graph.store.dataset import Dataset
from graph.values import Decided

_GRAPH = ld.DECISIONS_GRAPH
_ADD = "add"
_EXPECT = "expect"


def all_decided(dataset: Dataset) -> tuple[Decided, ...]:
    """Return every decision of a dataset in the order of their lines."""
    quads = dataset.quads_for_pattern(None, ld.TYPE, ld.DECISION, _GRAPH)
    return _in_order(dataset, (quad.subject for quad in quads))


def decided_about(dataset: Dataset, iri: str) -> tuple[Decided, ...]:
    """Return the decisions about a document or an assertion in the order of their lines."""
    quads = dataset.quads_for_pattern(NamedNode(iri), ld.DECIDED_IN, None, None)
    return _in_order(dataset, (quad.object for quad in quads))


def decided_duties(dataset: Dataset) -> Iterator[tuple[str, Decided, str]]:
    """Yield each duty that people decided about, the decision, and the document that it names."""
    about: defaultdict[NamedNode, list[str]] = defaultdict(list)
    for quad in dataset.quads_for_pattern(None, ld.DECIDED_IN, None, _GRAPH):
        if isinstance(quad.object, NamedNode) and isinstance(quad.subject, NamedNode):
            about[quad.object].append(quad.subject.value)
    for node, iris in about.items():
        duties = [iri for iri in iris if is_duty(iri)]
        document = next((iri for iri in iris if iri.startswith(ld.DOCUMENT_BASE)), "")
        found = _decided(dataset, node) if duties else None
        if found and found.kind != _EXPECT:
            for duty in duties:
                yield duty, found, document


def decision_at(dataset: Dataset, iri: str) -> Decided:
    """Return the decision with an IRI."""
    return _decided(dataset, NamedNode(iri))


def reason_of(decisions: tuple[Decided, ...]) -> Decided | None:
    """Return the decision by which a person states a link that has no words, the first of several.

    ``decisions`` are those about one assertion.
    """
    return next((decided for decided in decisions if decided.kind == _ADD), None)


def _in_order(dataset: Dataset, nodes: Iterable[object]) -> tuple[Decided, ...]:
    found = [_decided(dataset, node) for node in nodes if isinstance(node, NamedNode)]
    return tuple(sorted(found, key=lambda decision: (decision.line, decision.written)))


def _decided(dataset: Dataset, node: NamedNode) -> Decided:
    values: dict[NamedNode, str] = {}
    for quad in dataset.quads_for_pattern(node, None, None, None):
        if isinstance(quad.object, NamedNode | Literal):
            # A decision that was written twice stands in two lines; the first is shown.
            value = quad.object.value
            values[quad.predicate] = min(
                values.get(quad.predicate, value), value, key=_length_first
            )
    return Decided(
        kind=values[ld.DECISION_KIND].rpartition("/")[2],
        who=values.get(ld.DECIDED_BY, ""),
        when=values.get(ld.DECIDED_ON, ""),
        why=values[ld.REASON],
        written=values[ld.AS_WRITTEN],
        file=values[ld.DECISION_FILE],
        line=int(values[ld.DECISION_LINE]),
        problem=values.get(ld.UNAPPLIED, ""),
    )


def _length_first(value: str) -> tuple[int, str]:
    return len(value), value
