"""What assertions say: each as a link with its words, and which of several is the best evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from graph.rdf import vocabulary as ld
from graph.read.decided import decided_about, reason_of
from graph.read.documents import Documents
from graph.values import Quote, Step

_Values = dict[NamedNode, list[NamedNode | Literal]]
_REVIEW_NAMES = {node: name for name, node in ld.REVIEWS.items()}
_OF_ASSERTIONS = (
    ld.SUBJECT,
    ld.PREDICATE,
    ld.OBJECT,
    ld.METHOD,
    ld.CONFIDENCE,
    ld.EVIDENCE,
    ld.CONTEXT,
    ld.PERIOD_YEARS,
    ld.PART,
    ld.SINCE,
    ld.SINCE_EVIDENCE,
    ld.PREMISE,
    ld.DECIDED_IN,
)
_OF_PASSAGES = (ld.EXACT, ld.IN_TEXT, ld.START, ld.END, ld.PAGE, ld.BOX, ld.UNCONFIRMED)


SURE: Final = 0.8
"""From which confidence on a link needs no person to look at it."""


class LinkKey(NamedTuple):
    """What a link says: a review that is interim or final is a relation of its own."""

    subject: str
    predicate: str
    object: str


class Assertions:
    """Reads assertions, and the passages of texts that they rest on, out of a dataset."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._dataset = documents.dataset
        self._everything: Mapping[NamedNode, _Values] | None = None
        self._read: dict[NamedNode, _Values] = {}

    def read_all(self) -> None:
        """Read every assertion at once, for those who are going to ask for all of them."""
        everything: defaultdict[NamedNode, _Values] = defaultdict(dict)
        for predicate in (*_OF_ASSERTIONS, *_OF_PASSAGES):
            for quad in self._dataset.quads_for_pattern(None, predicate, None, None):
                node, value = quad.subject, quad.object
                if isinstance(node, NamedNode) and isinstance(value, NamedNode | Literal):
                    everything[node].setdefault(predicate, []).append(value)
        self._everything = everything

    def holding(self) -> Iterator[NamedNode]:
        """Yield every assertion that nobody rejected or has yet to look at, in no order."""
        for status in ld.HOLDING:
            for quad in self._dataset.quads_for_pattern(None, ld.STATUS, status, None):
                if isinstance(quad.subject, NamedNode):
                    yield quad.subject

    def holding_of(self, key: LinkKey) -> Iterator[NamedNode]:
        """Yield those that state a link, in no order, each once."""
        claim = ld.claim_node(*key)
        quads = self._dataset.quads_for_pattern(None, ld.STATES, claim, None)
        nodes = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
        yield from filter(self.holds, nodes)

    def holds(self, node: NamedNode) -> bool:
        """Tell whether nobody rejected an assertion, or has yet to look at it."""
        quads = self._dataset.quads_for_pattern(node, ld.STATUS, None, None)
        return any(quad.object in ld.HOLDING for quad in quads)

    def key(self, node: NamedNode) -> LinkKey:
        """Return the link that an assertion states."""
        values = self._values(node)
        parts = (values[part][0].value for part in (ld.SUBJECT, ld.PREDICATE, ld.OBJECT))
        return LinkKey(*parts)

    def premises(self, node: NamedNode) -> tuple[NamedNode, ...]:
        """Return the assertions that one follows from, in order; none where texts state it."""
        premises = (value.value for value in self._values(node).get(ld.PREMISE, ()))
        return tuple(map(NamedNode, sorted(premises)))

    def text(self, node: NamedNode) -> str:
        """Return the graph of the text whose words state a link; empty where there are none."""
        evidence = self._values(node).get(ld.EVIDENCE)
        if not evidence:
            return ""
        text = self._values(NamedNode(evidence[0].value))[ld.IN_TEXT][0]
        return ld.text_graph(text.value.rpartition("/")[2]).value

    def ranked(self, nodes: Iterable[NamedNode]) -> list[tuple[NamedNode, Step]]:
        """Return assertions of one link with what they state, the best evidence first.

        The whole comes before a part of it, then what the subject's own text says, then the surest;
        but what nobody has to look at comes before what is unsure, whoever says it.
        """

        def rank(stated: tuple[NamedNode, Step]) -> tuple[object, ...]:
            node, step = stated
            elsewhere = self.text(node) not in self._documents.own(step.subject.iri)
            unsure = step.confidence < SURE
            return bool(step.part), unsure, elsewhere, -step.confidence, order_of(step)

        return sorted(((node, self.step(node)) for node in nodes), key=rank)

    def step(self, node: NamedNode) -> Step:
        """Return the link that an assertion states, with the words and the people that say so."""
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
        steps = [self.step(premise) for premise in self.premises(node)]
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
            premises=tuple(sorted(steps, key=order_of)),
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

    def _values(self, node: NamedNode) -> _Values:
        if self._everything is not None:
            return self._everything[node]
        if node not in self._read:
            values: _Values = {}
            for quad in self._dataset.quads_for_pattern(node, None, None, None):
                if isinstance(quad.object, NamedNode | Literal):
                    values.setdefault(quad.predicate, []).append(quad.object)
            self._read[node] = values
        return self._read[node]


def order_of(step: Step) -> tuple[str, str, str, str, int, int]:
    """Return what puts links in order: relation, ends, and where the words stand."""
    ends = step.subject.iri, step.object.iri
    return step.relation, *ends, step.text, step.start, step.end


def _least(steps: Iterable[Step]) -> float:
    """Return how sure a conclusion is: no surer than the premises together."""
    product = 1.0
    for step in steps:
        product *= step.confidence
    return product
