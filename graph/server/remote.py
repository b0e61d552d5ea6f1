"""A graph on a SPARQL server, read as if it lay here: few requests, each for many terms.

The reading code asks for one term after the other, as it would of a store on disk. What it will ask
for next can mostly be told from what it was just given: the assertion leads to its documents, its
place and its text, a plan to its own plans. These terms wait, and go along with the next request.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import pyoxigraph as ox

from graph.errors import NotReadOnly
from graph.rdf import vocabulary as ld
from graph.server.connection import SparqlConnection
from graph.server.errors import NothingPublished, ServerFailed
from graph.server.publication import digest, is_own, read_publication, sorted_lines
from graph.store.dataset import Answer, GraphName, Object, Subject
from graph.words.sentences import Cause

_MANY: Final = 200
"""How many terms go into one request: more make neither server faster."""
_LEADING: Final = frozenset(
    {
        ld.DOC_TYPE,
        ld.ISSUED_BY,
        ld.IN_TERM,
        ld.HAS_TEXT,
        ld.SUBJECT,
        ld.OBJECT,
        ld.EVIDENCE,
        ld.CONTEXT,
        ld.SINCE_EVIDENCE,
        ld.PREMISE,
        ld.IN_TEXT,
    }
)
"""The properties whose objects the reading code goes on to read."""
_CARRYING: Final = (*ld.CARRYING_OUT, ld.CARRIES_OUT)
_SERVER_FUNCTIONS: Final = re.compile(r"\b(?:bif|sql):", re.IGNORECASE)
_ESCAPES: Final = re.compile(r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})", re.IGNORECASE)

Term = TypeVar("Term")
Predicates = tuple[ox.NamedNode, ...]
_Reverse = tuple[Predicates, ox.NamedNode | ox.Literal]


class RemoteDataset:
    """The graphs of Luocdo on a server; what was once read is kept as long as this lives."""

    def __init__(self, connection: SparqlConnection) -> None:
        self.connection = connection
        self._of_subject: dict[Subject, list[ox.Quad]] = {}
        self._of_object: dict[_Reverse, list[ox.Quad]] = {}
        self._of_predicate: dict[ox.NamedNode | None, list[ox.Quad]] = {}
        # Dictionaries without values, because they keep their order.
        self._subjects_waiting: dict[Subject, None] = {}
        self._objects_waiting: dict[Predicates, dict[ox.NamedNode | ox.Literal, None]] = {}
        self._empty = ox.Store()

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Object | None,  # noqa: A002
        graph_name: GraphName | None = None,
        /,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that have the terms given, of Luocdo's own graphs alone."""
        if subject is not None:
            quads = self._with_subject(subject)
        elif predicate is not None and isinstance(object, ox.NamedNode | ox.Literal):
            quads = self._with_object(predicate, object)
        else:
            quads = self._with_predicate(predicate)
        found = [
            quad
            for quad in quads
            if predicate in (None, quad.predicate)
            and object in (None, quad.object)
            and graph_name in (None, quad.graph_name)
        ]
        if subject is None:
            self._expect(found, predicate)
        return iter(found)

    def query(self, query: str, /, *, use_default_graph_as_union: bool = False) -> Answer:
        """Answer a query on the server; SyntaxError, as a store here would raise it.

        A store here reads the query first: what it does not take for a query is not sent, since a
        server may take it for a change. NotReadOnly for functions that are Virtuoso's own.
        """
        if found := _SERVER_FUNCTIONS.search(_unescaped(query)):
            raise NotReadOnly(found[0])
        form = self._empty.query(query)
        if isinstance(form, ox.QueryTriples):
            return self.connection.construct(query, union=use_default_graph_as_union)
        return self.connection.ask(query, union=use_default_graph_as_union)

    def copied(self) -> ox.Store:
        """Return a copy of all graphs, each compared with the digest that it was published with.

        Raises NothingPublished, ServerFailed.
        """
        address = self.connection.server.address
        publication = read_publication(self.connection)
        if publication is None or not publication.whole:
            raise NothingPublished(address, exists=publication is not None)
        copy = ox.Store()
        for name, expected in sorted(publication.digests.items()):
            quads = list(self.connection.graph(ox.NamedNode(name)))
            if digest(sorted_lines(quads)) != expected:
                raise ServerFailed(address, Cause("server: another graph", {"graph": name}))
            copy.bulk_extend(quads)
        return copy

    def _with_subject(self, subject: Subject) -> list[ox.Quad]:
        if subject not in self._of_subject:
            batch = _batch(subject, self._subjects_waiting)
            for waiting in batch:
                self._of_subject[waiting] = []
            values = " ".join(map(str, batch))
            for quad in self._select(f"VALUES ?s {{ {values} }} GRAPH ?g {{ ?s ?p ?o }}"):
                self._of_subject[quad.subject].append(quad)
                self._expect_of(quad)
        return self._of_subject[subject]

    def _with_object(
        self, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal
    ) -> list[ox.Quad]:
        predicates = _CARRYING if predicate in _CARRYING else (predicate,)
        if (predicates, value) not in self._of_object:
            batch = _batch(value, self._objects_waiting.setdefault(predicates, {}))
            for waiting in batch:
                self._of_object[predicates, waiting] = []
            values = " ".join(map(str, batch))
            listed = ", ".join(map(str, predicates))
            within = f"GRAPH ?g {{ ?s ?p ?o FILTER(?p IN ({listed})) }}"
            for quad in self._select(f"VALUES ?o {{ {values} }} {within}"):
                if isinstance(quad.object, ox.NamedNode | ox.Literal):
                    self._of_object[predicates, quad.object].append(quad)
        return self._of_object[predicates, value]

    def _with_predicate(self, predicate: ox.NamedNode | None) -> list[ox.Quad]:
        if predicate not in self._of_predicate:
            only = f"FILTER(?p = {predicate})" if predicate is not None else ""
            found = self._select(f"GRAPH ?g {{ ?s ?p ?o {only} }}")
            self._of_predicate[predicate] = list(found)
        return self._of_predicate[predicate]

    def _select(self, where: str) -> Iterator[ox.Quad]:
        for row in self.connection.select(f"SELECT ?s ?p ?o ?g WHERE {{ {where} }}"):
            graph = row["g"]
            if is_own(graph):
                yield ox.Quad(row["s"], row["p"], row["o"], graph)

    def _expect(self, quads: Iterable[ox.Quad], predicate: ox.NamedNode | None) -> None:
        """Let wait what is read of the subjects that were found."""
        for quad in quads:
            self._wait_for_subject(quad.subject)
            if predicate in _CARRYING and isinstance(quad.subject, ox.NamedNode):
                target = quad.object.value if isinstance(quad.object, ox.NamedNode) else ""
                claim = ld.claim_node(quad.subject.value, quad.predicate.value, target)
                self._wait_for_object((ld.STATES,), claim)
                self._wait_for_object(_CARRYING, quad.subject)

    def _expect_of(self, quad: ox.Quad) -> None:
        """Let wait what a quad of a subject leads to."""
        if quad.predicate in _LEADING and isinstance(quad.object, ox.NamedNode):
            self._wait_for_subject(quad.object)
        if isinstance(quad.graph_name, ox.NamedNode) and "/graph/text/" in quad.graph_name.value:
            self._wait_for_subject(ld.text_node(ld.sha_of(quad.graph_name)))

    def _wait_for_subject(self, subject: Subject) -> None:
        if subject not in self._of_subject:
            self._subjects_waiting[subject] = None

    def _wait_for_object(self, predicates: Predicates, value: ox.NamedNode | ox.Literal) -> None:
        if (predicates, value) not in self._of_object:
            self._objects_waiting.setdefault(predicates, {})[value] = None


def _batch(first: Term, waiting: dict[Term, None]) -> list[Term]:
    """Take ``first`` and what waits, the oldest first, as far as one request goes."""
    waiting.pop(first, None)
    rest = list(waiting)[: _MANY - 1]
    for term in rest:
        del waiting[term]
    return [first, *rest]


def _unescaped(query: str) -> str:
    """Return a query with its escaped characters written out, as servers read names."""
    return _ESCAPES.sub(lambda found: chr(min(int(found[1] or found[2], 16), 0x10FFFF)), query)
