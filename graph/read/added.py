"""Links that people added, read out of a graph: they stand apart from what texts state."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from graph.rdf import vocabulary as ld
from graph.read.decided import decided_about
from graph.store.dataset import Dataset
from graph.values import Decided

_ADD = "add"


def reason_of(decisions: tuple[Decided, ...]) -> Decided | None:
    """Return the decision by which a person states a link that has no words, the first of several.

    ``decisions`` are those about one assertion.
    """
    return next((decided for decided in decisions if decided.kind == _ADD), None)


def added_rows(dataset: Dataset) -> Iterator[list[str]]:
    """Yield for every added link where its words stand, its node, its ends, and the words.

    A row holds the graph of the text, the assertion, subject, predicate, object, rule, confidence,
    an empty period, words, start and end, an empty part and day, the page, its box and whether it
    is unconfirmed. Where a person gave a reason alone it stands for the words, the graph is that of
    decisions, and both offsets are 0.
    """
    graph = ld.DECISIONS_GRAPH
    for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.ASSERTION, graph):
        node = quad.subject
        if not isinstance(node, NamedNode):
            continue
        values = _values(dataset, node, graph)
        if ld.PREMISE in values:
            continue
        row = [
            values[part] for part in (ld.SUBJECT, ld.PREDICATE, ld.OBJECT, ld.METHOD, ld.CONFIDENCE)
        ]
        if ld.EVIDENCE in values:
            place = _values(dataset, NamedNode(values[ld.EVIDENCE]), None)
            text = ld.text_graph(ld.sha_of(NamedNode(place[ld.IN_TEXT]))).value
            where = [place[part] for part in (ld.EXACT, ld.START, ld.END)]
            paper = [place.get(part, "") for part in (ld.PAGE, ld.BOX, ld.UNCONFIRMED)]
            yield [text, node.value, *row, "", *where, "", "", *paper]
        elif decided := reason_of(decided_about(dataset, node.value)):
            yield [graph.value, node.value, *row, "", decided.why, "0", "0", "", "", "", "", ""]


def _values(dataset: Dataset, node: NamedNode, graph: NamedNode | None) -> dict[NamedNode, str]:
    return {
        quad.predicate: quad.object.value
        for quad in dataset.quads_for_pattern(node, None, None, graph)
        if isinstance(quad.object, NamedNode | Literal)
    }
