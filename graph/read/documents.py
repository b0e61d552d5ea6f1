"""Documents read out of a dataset: their records, and the rows that show them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from sys import intern
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from graph.identity.numbers import parse_typed
from graph.rdf import vocabulary as ld
from graph.rdf.schema import BY_NAME, FIELDS, PRINTED, FieldKind
from graph.read.record import MARKED_BY, Record, bearers_of, kept_once
from graph.read.selectors import selectors_of
from graph.store.dataset import Dataset
from graph.store.stated_once import first_texts
from graph.values import Found
from ontology.documents.identity import DocumentId
from ontology.institutions.issuers import issuer_by_name
from ontology.level import Level

_PROPERTIES = {
    **{field.predicate: field.name for field in FIELDS},
    ld.KEY: "key",
    ld.HAS_TEXT: "text",
    ld.MENTION_COUNT: "mentions",
    ld.IDENTIFIED_BY: "identified",
    ld.UNCONFIRMED_FIELD: "unconfirmed",
    ld.SELECTOR: "selector",
}
_MARKING = {each: name for each, name in _PROPERTIES.items() if name in MARKED_BY}
ROW_FIELDS: Final = tuple(field.name for field in fields(Found) if field.name in BY_NAME)
"""The fields of a document that rows show, but for those that are words of a text and no more."""
_TABLE = "ontology/data/known_documents.csv"
_BY_IDENTITY = ("number", "term", "place")


class Documents:
    """Reads documents out of a dataset, each once as long as this lives."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._records: dict[str, Record] = {}
        self._found: dict[str, Found] = {}
        self._bearers: dict[tuple[str, ...], Mapping[str, Collection[str]]] = {}
        self._labels: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._namesakes: dict[str, dict[str, str]] = {}
        self._copies: Mapping[str, str] | None = None
        self._by_key: dict[str, tuple[str, ...]] = {}
        self._all_keys = False

    def exists(self, iri: str) -> bool:
        """Tell whether a text mentions the document."""
        try:
            node = NamedNode(iri)
        except ValueError:  # what was typed has characters that no IRI has
            return False
        pattern = (node, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
        return any(True for _ in self.dataset.quads_for_pattern(*pattern))

    def having_key(self, key: str) -> tuple[str, ...]:
        """Return the IRIs of the documents with a search key, in order."""
        if key not in self._by_key and not self._all_keys:
            quads = self.dataset.quads_for_pattern(None, ld.SEARCH_KEY, Literal(key), None)
            found = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
            self._by_key[key] = tuple(sorted(found))
        return self._by_key.get(key, ())

    def record(self, iri: str) -> Record:
        """Return all that is stated of a document."""
        if iri not in self._records:
            self._records[iri] = self._record(iri, self._said(iri))
        return self._records[iri]

    def types(self, iri: str) -> Collection[str]:
        """Return the types that texts call a document; the rest of it is not read for them."""
        said = self._said(iri, {BY_NAME["type"].predicate: "type"})
        return {self._value(name, value) for name, value, _ in said}

    def own(self, iri: str) -> frozenset[str]:
        """Return the graphs of a document's own texts; the rest of it is not read for them."""
        if iri in self._records:
            return self._records[iri].own
        quads = self.dataset.quads_for_pattern(NamedNode(iri), ld.HAS_TEXT, None, None)
        graphs = (quad.graph_name for quad in quads)
        return frozenset(graph.value for graph in graphs if isinstance(graph, NamedNode))

    def fetch(self, iris: Iterable[str]) -> None:
        """Read many rows at once, for who is going to ask for them, where that is quicker."""

    def lasting(self, iris: Sequence[str]) -> Mapping[str, str]:
        """Return what means documents for long, where that is written down; else nothing."""
        return {}

    def bearers(self, iris: tuple[str, ...]) -> Mapping[str, Collection[str]]:
        """Return which of some documents bear each of their marks, worked out once."""
        if iris not in self._bearers:
            self._bearers[iris] = bearers_of(map(self.marked, iris))
        return self._bearers[iris]

    def marked(self, iri: str) -> Record:
        """Return a record of a document that tells its marks, and may tell no more."""
        return self._records.get(iri) or self._record(iri, self._said(iri, _MARKING))

    def found(self, iri: str) -> Found:
        """Return a document as rows show it."""
        if iri not in self._found:
            record = self.record(iri)
            # An identity tells these better than any text.
            told: dict[str, Any] = {name: getattr(record, name) for name in _BY_IDENTITY}
            told |= {name: record.best(name) for name in BY_NAME if name not in told}
            more = {name: told.pop(name) for name in PRINTED}
            if record.stated.get("number"):
                more["blank_number"] = ""
            told["level"] = Level(told["level"]) if told["level"] else None
            found = Found(
                iri=iri,
                **told,
                held=bool(record.own),
                mentions=record.mentions,
                resolved=record.identity is not None,
                selector=self._selector(record),
                unconfirmed_fields=record.unconfirmed,
                more=more,
            )
            self._found[iri] = found if record.stated.get("number") else self._issued(found)
        return self._found[iri]

    def issuing(self, plan: str) -> tuple[str, ...]:
        """Return the IRIs of the decisions that issue a plan, in order."""
        quads = self.dataset.quads_for_pattern(None, ld.ISSUES_PLAN, NamedNode(plan), None)
        return tuple(sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)}))

    def plans_issued(self, decision: str) -> tuple[str, ...]:
        """Return the IRIs of the plans that a decision issues, in order."""
        quads = self.dataset.quads_for_pattern(NamedNode(decision), ld.ISSUES_PLAN, None, None)
        return tuple(sorted({q.object.value for q in quads if isinstance(q.object, NamedNode)}))

    def _issued(self, found: Found) -> Found:
        """Return a document without a number with what its decision says, if it has just one.

        What a plan is called, when it was issued and by whom, is what its decision is and has.
        """
        issuing = self.issuing(found.iri)
        if len(issuing) != 1:
            return found
        decision = self.found(issuing[0])
        return replace(
            found,
            date=found.date or decision.date,
            issuer=found.issuer or decision.issuer,
            level=decision.level or found.level,
            place=found.place or decision.place,
            issued_by=decision.number,
        )

    def read_all(self) -> None:
        """Read every document at once, for those who are going to ask for all of them."""
        if self._all_keys:
            return
        said: defaultdict[str, list[tuple[str, Literal | NamedNode, str]]] = defaultdict(list)
        for predicate, name in _PROPERTIES.items():
            for quad in self.dataset.quads_for_pattern(None, predicate, None, None):
                node, value, graph = quad.subject, quad.object, quad.graph_name
                if not isinstance(node, NamedNode):
                    continue
                if isinstance(value, Literal | NamedNode) and isinstance(graph, NamedNode):
                    # Each graph says much: kept once, its name takes a tenth of all memory.
                    said[node.value].append((name, value, intern(graph.value)))
        self._records |= {iri: self._record(iri, found) for iri, found in said.items()}
        keys: defaultdict[str, set[str]] = defaultdict(set)
        for quad in self.dataset.quads_for_pattern(None, ld.SEARCH_KEY, None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                keys[quad.object.value].add(quad.subject.value)
        self._by_key = {key: tuple(sorted(iris)) for key, iris in keys.items()}
        self._all_keys = True

    def fetch_texts(self, graphs: Iterable[str]) -> None:
        """Read the names of many texts at once, for who is going to ask for them, as ``fetch``."""

    def text_name(self, graph: str) -> str:
        """Return the name of the text that a graph (or a text's node) belongs to."""
        if graph not in self._names:
            text = ld.text_node(graph.rpartition("/")[2])
            quads = self.dataset.quads_for_pattern(text, ld.FILE_NAME, None, None)
            names = [quad.object.value for quad in quads if isinstance(quad.object, Literal)]
            if graph == ld.DECISIONS_GRAPH.value:
                quads = self.dataset.quads_for_pattern(None, ld.DECISION_FILE, None, None)
                names = [quad.object.value for quad in quads if isinstance(quad.object, Literal)]
            table = _TABLE if graph == ld.KNOWN_GRAPH.value else ""
            self._names[graph] = min(names, default=table)
        return self._names[graph]

    def _record(self, iri: str, said: Iterable[tuple[str, Literal | NamedNode, str]]) -> Record:
        stated: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        identity: DocumentId | None = None
        mentions = 0
        selector = ""
        own: set[str] = set()
        identified: set[str] = set()
        unconfirmed: set[str] = set()
        for name, value, graph in said:
            if name in BY_NAME:
                stated[name][self._value(name, value)].add(graph)
            elif name == "key":
                identity = DocumentId.parse(value.value)
            elif name == "text":
                own.add(graph)
            elif name == "mentions":
                mentions = int(value.value)
            elif name == "selector":
                selector = value.value
            elif name == "unconfirmed":
                unconfirmed.add(value.value.removeprefix(ld.NS))
            else:
                identified.add(value.value)
        return Record(
            iri=iri,
            identity=identity,
            mentions=mentions,
            selector=selector,
            stated=kept_once(stated),
            own=frozenset(own),
            identified=tuple(sorted(identified)),
            unconfirmed=tuple(sorted(unconfirmed, reverse=True)),
            copies=self._copies_of_texts(),
        )

    def _copies_of_texts(self) -> Mapping[str, str]:
        if self._copies is None:
            self._copies = {
                ld.text_graph(sha).value: ld.text_graph(first).value
                for sha, first in first_texts(self.dataset).items()
            }
        return self._copies

    def _said(
        self, iri: str, properties: Mapping[NamedNode, str] = _PROPERTIES
    ) -> Iterator[tuple[str, Literal | NamedNode, str]]:
        """Yield what the graph says of a document: the field, the value, the graph that says it.

        Property by property, for a document may have any number of links besides.
        """
        node = NamedNode(iri)
        for predicate, name in properties.items():
            for quad in self.dataset.quads_for_pattern(node, predicate, None, None):
                value, graph = quad.object, quad.graph_name
                if isinstance(value, Literal | NamedNode) and isinstance(graph, NamedNode):
                    yield name, value, graph.value

    def _value(self, name: str, value: Literal | NamedNode) -> str:
        if BY_NAME[name].kind is FieldKind.LABELLED:
            return self.label(value.value)
        if isinstance(value, NamedNode):
            return value.value.rpartition("/")[2]
        return value.value

    def label(self, iri: str) -> str:
        """Return the Vietnamese label of a node, of several spellings that of the tables.

        Where they know none, one in capitals stands only where there is no other.
        """
        if iri not in self._labels:
            quads = self.dataset.quads_for_pattern(NamedNode(iri), ld.LABEL, None, None)
            labels = [
                quad.object.value
                for quad in quads
                if isinstance(quad.object, Literal) and quad.object.language == "vi"
            ]
            self._labels[iri] = min(labels, key=_worse, default="")
        return self._labels[iri]

    def key_of(self, record: Record) -> str:
        """Return the key that a document shares with its namesakes."""
        typed = parse_typed(record.number)
        return typed.name if self.having_key(typed.name) else typed.key

    def _selector(self, record: Record) -> str:
        """Return what means this document alone, as short as its namesakes allow.

        It is written into the graph when that is whole; until then it is worked out.
        """
        if record.selector:
            return record.selector
        key = self.key_of(record)
        if key not in self._namesakes:
            records = [self.record(iri) for iri in self.having_key(key)]
            self._namesakes[key] = selectors_of(records)
        suffix = self._namesakes[key].get(record.iri)
        # A name that no key stands for is asked for by its IRI.
        return record.iri if suffix is None else record.number + suffix


def _worse(label: str) -> tuple[bool, bool, str]:
    """Return what orders the spellings of one label, the best first: "Chính phủ", "Chính Phủ"."""
    body = issuer_by_name(label)
    return not (body and label in body.names), label.isupper(), label
