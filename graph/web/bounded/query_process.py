"""Queries of others in a process of their own: one that takes too long is ended with it."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graph.ask.sparql import answering
from graph.errors import GraphError, TooCostly
from graph.store.disk import GraphStore, open_folder
from graph.web.bounded.apart import Apart

SECONDS: Final = 20.0
"""How long one query may take."""
ROWS: Final = 50_000
"""How many rows, or triples, one answer may have."""

RESULTS: Final = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
_NO_TRUTH: Final = (ox.QueryResultsFormat.CSV, ox.QueryResultsFormat.TSV)
"""The formats that have no form for yes and no."""
GRAPHS: Final = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True)
class Answered:
    """What a query gave: the bytes, and their media type."""

    body: bytes
    media_type: str


class QueryProcess:
    """The process that answers the queries of others on the store of a folder, one at a time."""

    def __init__(self, directory: Path, seconds: float = SECONDS, rows: int = ROWS) -> None:
        self.apart = Apart(_answering, seconds)
        self._directory = directory
        self._rows = rows

    def answer(self, graph: str, sparql: str, *, results: str, triples: str) -> Answered:
        """Return the answer to ``sparql`` over the store whose valid graph has the name ``graph``.

        ``results`` is the media type for SELECT and ASK, ``triples`` that for CONSTRUCT. Raises
        what ``graph.ask.sparql.run_typed`` raises, and TooCostly.
        """
        begun = self._directory, self._rows, graph
        answered = self.apart.done(begun, sparql, results, triples)
        if isinstance(answered, GraphError):
            raise answered
        assert isinstance(answered, Answered)
        return answered


def _answering(
    directory: Path, rows: int, _: str
) -> Callable[[str, str, str], Answered | GraphError]:
    store = open_folder(directory)

    def answer(sparql: str, results: str, triples: str) -> Answered | GraphError:
        try:
            return _answered(store, sparql, rows, results, triples)
        except GraphError as error:
            return error

    return answer


def _answered(store: GraphStore, sparql: str, rows: int, results: str, triples: str) -> Answered:
    with answering(store, sparql) as answer:
        if isinstance(answer, ox.QueryBoolean):
            return Answered(_written(answer, results), results)
        found = list(islice(answer, rows + 1))
        if len(found) > rows:
            raise TooCostly("too many rows", rows=str(rows))
        if isinstance(answer, ox.QueryTriples):
            quads = [each for each in found if isinstance(each, ox.Triple)]
            return Answered(ox.serialize(quads, format=GRAPHS[triples]) or b"", triples)
    # The engine writes only an answer that nobody has read from yet.
    with answering(store, sparql) as answer:
        assert isinstance(answer, ox.QuerySolutions)
        return Answered(_written(answer, results), results)


def _written(answer: ox.QueryBoolean | ox.QuerySolutions, results: str) -> bytes:
    kind = RESULTS[results]
    if isinstance(answer, ox.QueryBoolean) and kind in _NO_TRUTH:
        return b"true\n" if answer else b"false\n"
    return answer.serialize(format=kind) or b""
