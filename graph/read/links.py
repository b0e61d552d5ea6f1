"""The links of a document, and the documents that they lead to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import NamedNode

from graph.rdf import vocabulary as ld
from graph.read.assertions import Assertions, order_of
from graph.read.documents import Documents
from graph.values import Quote, Step

Triple = tuple[str, NamedNode, str]
"""A direct triple between two documents: IRI, property, IRI."""

_STATED = (ld.ACCEPTED, ld.CONFIRMED)


class Links:
    """Reads links out of the dataset of ``documents``."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._dataset = documents.dataset
        self.assertions = Assertions(documents)

    def outgoing(self, iri: str) -> tuple[Step, ...]:
        """Return every stated link of which the document is the subject, in order."""
        return self._stated(self._nodes(ld.SUBJECT, NamedNode(iri)))

    def incoming(self, iri: str) -> tuple[Step, ...]:
        """Return every stated link of which the document is the object, in order."""
        return self._stated(self._nodes(ld.OBJECT, NamedNode(iri)))

    def stated(self, subject: str, predicate: NamedNode, target: str) -> Step:
        """Return the best evidence of a direct triple, that of the subject's own text first.

        That of an inferred one has its premises.
        """
        nodes = self._nodes(ld.STATES, ld.claim_node(subject, predicate.value, target))
        return self.assertions.ranked(nodes)[0][1]

    def carried_out_by(self, iri: str, *, inferred: bool) -> Iterator[tuple[str, NamedNode]]:
        """Yield what carries out the document, in order, each once, and the property used.

        An inferred link that a person confirmed counts as one that texts state.
        """
        seen = {iri}
        for predicate in ld.CARRYING_OUT:
            for subject in self._subjects(predicate, iri):
                if subject not in seen:
                    seen.add(subject)
                    yield subject, predicate
        graph = None if inferred else ld.DECISIONS_GRAPH
        for subject in self._subjects(ld.CARRIES_OUT, iri, graph):
            if subject not in seen:
                yield subject, ld.CARRIES_OUT

    def one_with(self, iri: str, *, downwards: bool) -> Iterator[tuple[str, Triple]]:
        """Yield the decisions that issue a plan, each with the triple that says so.

        ``downwards`` yields the plans that a decision issues, too.
        """
        for decision in self._documents.issuing(iri):
            yield decision, self._issue(decision, iri)
        for plan in self._documents.plans_issued(iri) if downwards else ():
            yield plan, self._issue(iri, plan)

    def quotes(self, iri: str) -> tuple[Quote, ...]:
        """Return every place that refers to the document, in order."""
        quads = self._dataset.quads_for_pattern(None, ld.REFERS_TO, NamedNode(iri), None)
        mentions = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
        quotes = [self.assertions.quote(mention) for mention in mentions]
        return tuple(sorted(quotes, key=lambda quote: (quote.text, quote.start, quote.end)))

    def first_quotes(self, iri: str, texts: Collection[str], most: int) -> tuple[list[Quote], int]:
        """Return the first places that refer to the document, and how many there are in all.

        Those in ``texts`` come first, else they are in order. Of a document that thousands of texts
        cite no more is read than that.
        """
        by_text: defaultdict[str, set[NamedNode]] = defaultdict(set)
        quads = self._dataset.quads_for_pattern(None, ld.REFERS_TO, NamedNode(iri), None)
        places = {
            (quad.graph_name.value, quad.subject)
            for quad in quads
            if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode)
        }
        self._documents.fetch_texts(graph for graph, _ in places)
        for graph, mention in places:
            by_text[self._documents.text_name(graph)].add(mention)
        found: list[Quote] = []
        for text in sorted(by_text, key=lambda text: (text not in texts, text)):
            if len(found) < most:
                quotes = map(self.assertions.quote, by_text[text])
                found += sorted(quotes, key=lambda quote: (quote.start, quote.end))
        return found[:most], sum(map(len, by_text.values()))

    def _stated(self, nodes: Iterable[NamedNode]) -> tuple[Step, ...]:
        accepted = [
            node
            for node in nodes
            if any(self._holds(node, ld.STATUS, status) for status in _STATED)
        ]
        return tuple(sorted(map(self.assertions.step, accepted), key=order_of))

    def _subjects(
        self, predicate: NamedNode, iri: str, graph: NamedNode | None = None
    ) -> list[str]:
        quads = self._dataset.quads_for_pattern(None, predicate, NamedNode(iri), graph)
        return sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)})

    def _issue(self, decision: str, plan: str) -> Triple:
        """Return the triple by which a decision issues a plan."""
        said = (
            predicate for predicate in ld.ISSUING if decision in self._subjects(predicate, plan)
        )
        return decision, next(said), plan

    def _nodes(self, predicate: NamedNode, node: NamedNode) -> list[NamedNode]:
        quads = self._dataset.quads_for_pattern(None, predicate, node, None)
        return [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]

    def _holds(self, subject: NamedNode, predicate: NamedNode, value: NamedNode) -> bool:
        quads = self._dataset.quads_for_pattern(subject, predicate, value, None)
        return any(True for _ in quads)
