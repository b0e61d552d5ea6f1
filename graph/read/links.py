"""Links between documents as the graph holds them: each with the words that state it."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from graph.rdf import vocabulary as ld
from graph.read.added import reason_of
from graph.read.decided import decided_about
from graph.read.documents import Documents
from graph.values import Quote, Step

Triple = tuple[str, NamedNode, str]
"""A direct triple between two documents: IRI, property, IRI."""

_STATED = (ld.ACCEPTED, ld.CONFIRMED)
_REVIEW_NAMES = {node: name for name, node in ld.REVIEWS.items()}


class Links:
    """Reads links out of the dataset of ``documents``."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._dataset = documents.dataset

    def outgoing(self, iri: str) -> tuple[Step, ...]:
        """Return every stated link of which the document is the subject, in order."""
        return self._stated(self._nodes(ld.SUBJECT, NamedNode(iri)))

    def incoming(self, iri: str) -> tuple[Step, ...]:
        """Return every stated link of which the document is the object, in order."""
        return self._stated(self._nodes(ld.OBJECT, NamedNode(iri)))

    def stated(self, subject: str, predicate: NamedNode, target: str) -> Step:
        """Return the best evidence of a direct triple: the surest, from the subject's own text.

        That of an inferred one has its premises.
        """
        return self._best(self._nodes(ld.STATES, ld.claim_node(subject, predicate.value, target)))

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
        quotes = [self.quote(mention) for mention in mentions]
        return tuple(sorted(quotes, key=lambda quote: (quote.text, quote.start, quote.end)))

    def _best(self, nodes: Iterable[NamedNode]) -> Step:
        steps = [(node, self.step(node)) for node in nodes]
        own = self._documents.record(steps[0][1].subject.iri).own
        return min(
            steps,
            key=lambda pair: (
                -pair[1].confidence,
                self._graph(pair[0]) not in own,
                _order(pair[1]),
            ),
        )[1]

    def _stated(self, nodes: Iterable[NamedNode]) -> tuple[Step, ...]:
        accepted = [
            node
            for node in nodes
            if any(self._holds(node, ld.STATUS, status) for status in _STATED)
        ]
        return tuple(sorted(map(self.step, accepted), key=_order))

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

    def _graph(self, node: NamedNode) -> str:
        for quad in self._dataset.quads_for_pattern(node, ld.TYPE, ld.ASSERTION, None):
            if isinstance(quad.graph_name, NamedNode):
                return quad.graph_name.value
        return ""

    def _values(self, node: NamedNode) -> dict[NamedNode, list[NamedNode | Literal]]:
        values: dict[NamedNode, list[NamedNode | Literal]] = {}
        for quad in self._dataset.quads_for_pattern(node, None, None, None):
            if isinstance(quad.object, NamedNode | Literal):
                values.setdefault(quad.predicate, []).append(quad.object)
        return values

    def step(self, node: NamedNode) -> Step:
        """Return the link that an assertion states."""
        values = self._values(node)
        predicate = NamedNode(values[ld.PREDICATE][0].value)
        evidence = values.get(ld.EVIDENCE, [])
        quote = (
            self.quote(NamedNode(evidence[0].value))
            if evidence
            else Quote(quote="", text="", start=0, end=0)
        )
        around = values.get(ld.CONTEXT)
        years = values.get(ld.PERIOD_YEARS)
        day = values.get(ld.SINCE_EVIDENCE)
        premises = sorted(value.value for value in values.get(ld.PREMISE, []))
        steps = [self.step(NamedNode(premise)) for premise in premises]
        confidence = values.get(ld.CONFIDENCE)
        decisions = decided_about(self._dataset, node.value) if ld.DECIDED_IN in values else ()
        if not evidence and (reason := reason_of(decisions)):
            # A person states it without words of a text: why is all that is said.
            quote = Quote(quote=reason.why, text=reason.file, start=0, end=0)
        return Step(
            subject=self._documents.found(values[ld.SUBJECT][0].value),
            relation=ld.RELATION_NAMES[predicate],
            object=self._documents.found(values[ld.OBJECT][0].value),
            quote=quote.quote,
            text=quote.text,
            start=quote.start,
            end=quote.end,
            page=quote.page,
            box=quote.box,
            unconfirmed=quote.unconfirmed,
            rule=values[ld.METHOD][0].value,
            confidence=float(confidence[0].value) if confidence else _least(steps),
            review=_REVIEW_NAMES.get(predicate, ""),
            years=float(years[0].value) if years else None,
            context=self.quote(NamedNode(around[0].value)) if around else None,
            part=values[ld.PART][0].value if ld.PART in values else "",
            since=values[ld.SINCE][0].value if ld.SINCE in values else "",
            effect=self.quote(NamedNode(day[0].value)) if day else None,
            inferred=bool(steps),
            premises=tuple(sorted(steps, key=_order)),
            decisions=decisions,
        )

    def quote(self, mention: NamedNode) -> Quote:
        """Return the words at a place in a text."""
        values = self._values(mention)
        return Quote(
            quote=values[ld.EXACT][0].value,
            text=self._documents.text_name(values[ld.IN_TEXT][0].value),
            start=int(values[ld.START][0].value),
            end=int(values[ld.END][0].value),
            page=int(values[ld.PAGE][0].value) if ld.PAGE in values else 0,
            box=values[ld.BOX][0].value if ld.BOX in values else "",
            unconfirmed=ld.UNCONFIRMED in values,
        )


def _order(step: Step) -> tuple[str, str, str, str, int, int]:
    ends = step.subject.iri, step.object.iri
    return step.relation, *ends, step.text, step.start, step.end


def _least(steps: Iterable[Step]) -> float:
    """Return how sure a conclusion is: no surer than the premises together."""
    product = 1.0
    for step in steps:
        product *= step.confidence
    return product
