"""Writing the tables of a dataset: its documents, its links, and the words of its texts."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from extract.text.source import SourceText
from graph.rdf import vocabulary as ld
from graph.read.collection import collected
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.read.lookup import lasting_name
from graph.tables.columns import Tables
from graph.tables.database import INDEXES, ISSUES_PLAN, VERSION, created, has_words, writing
from graph.tables.document_rows import WRITTEN, written
from graph.tables.duty_rows import DutyRow, DutyRows
from graph.tables.read_files import files
from graph.tables.said.neighbour_rows import write_learned
from graph.tables.said.neighbours import Learning
from graph.tables.said.passage_rows import Called, write_called, write_text
from graph.tables.stated_twice import contradictions
from graph.tables.statements import Row, stated
from graph.values import Found, SourceOf
from graph.words.labels import name_of
from ontology.spelling import slug

_LINKS = f"""
SELECT ?subject ?predicate ?object ?status ?confidence WHERE {{
  VALUES ?status {{ {ld.ACCEPTED} {ld.CONFIRMED} {ld.INFERRED} }}
  ?assertion {ld.STATUS} ?status ; {ld.SUBJECT} ?subject ; {ld.PREDICATE} ?predicate ;
    {ld.OBJECT} ?object .
  OPTIONAL {{ ?assertion {ld.CONFIDENCE} ?confidence }}
}}
"""
DOCUMENT: Final = f"INSERT OR REPLACE INTO documents VALUES ({', '.join('?' * (7 + len(WRITTEN)))})"
NUMBER: Final = "INSERT INTO numbers VALUES (?, ?)"
CONTRADICTION: Final = "INSERT INTO contradictions VALUES (?, ?, ?, ?)"
STATEMENT: Final = f"INSERT INTO statements VALUES ({', '.join('?' * len(Row._fields))})"
DUTY: Final = f"INSERT INTO duties VALUES ({', '.join('?' * len(DutyRow._fields))})"
FILE: Final = "INSERT INTO files VALUES (?, ?, ?, ?)"
EDGE: Final = """
INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
    status = CASE WHEN excluded.status = 'confirmed' OR status = 'inferred'
        THEN excluded.status ELSE status END,
    confidence = max(confidence, excluded.confidence)
"""


_LINKED: Final = ("contradictions", "statements", "duties", "files", "edges")
"""The tables of which ``write_linked`` writes the rows."""
Linked = Callable[[], Path | None]
"""Waits for the file that ``write_linked`` writes elsewhere; None where it was not written."""


def write_tables(
    path: Path,
    dataset: Store,
    source_of: SourceOf,
    documents: Documents | None = None,
    linked: Linked | None = None,
) -> None:
    """Write the tables of ``dataset`` to ``path`` anew; who stops early leaves a part of them.

    ``documents`` are those of it, where somebody has read them already; ``linked`` gives what
    another process writes meanwhile. Raises OSError where the tables cannot be written.
    """
    path.unlink(missing_ok=True)
    with writing(path):
        tables = created(path)
        try:
            _fill(tables, dataset, source_of, documents or Documents(dataset), linked)
        finally:
            tables.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def write_linked(path: Path, folder: Path) -> None:
    """Write what the tables tell of links, duties and files to a file of its own, at ``path``.

    ``folder`` is that of the dataset. Raises OSError where the file cannot be written.
    """
    path.unlink(missing_ok=True)
    dataset = Store.read_only(str(folder))
    with writing(path):
        tables = created(path)
        try:
            tables.execute("BEGIN")
            _link(tables, dataset, _numbered(dataset))
            tables.execute("COMMIT")
        finally:
            tables.close()


def tables_in_memory(dataset: Store, source_of: SourceOf) -> Tables:
    """Return the tables of ``dataset``, which are gone with the process."""
    tables = created(":memory:")
    _fill(tables, dataset, source_of, Documents(dataset))
    return tables


def _fill(
    tables: sqlite3.Connection,
    dataset: Store,
    source_of: SourceOf,
    documents: Documents,
    linked: Linked | None = None,
) -> None:
    tables.execute("BEGIN")
    with garbage_kept():
        documents.read_all()
        ids = _numbered(dataset)
        rows = (document_row(number, documents, iri) for iri, number in ids.items())
        tables.executemany(DOCUMENT, rows)
        numbers = (
            (number, document)
            for iri, document in ids.items()
            for number in documents.record(iri).stated.get("number", ())
        )
        tables.executemany(NUMBER, numbers)
    if has_words(tables):
        _write_words(tables, documents, ids, source_of)
    tables.execute("COMMIT")
    if linked and (path := linked()):
        tables.execute("ATTACH ? AS linked", (str(path),))
        for name in _LINKED:
            tables.execute(f"INSERT INTO main.{name} SELECT * FROM linked.{name}")
        tables.execute("DETACH linked")
    else:
        tables.execute("BEGIN")
        _link(tables, dataset, ids)
        tables.execute("COMMIT")
    tables.executescript(INDEXES)
    tables.execute(f"PRAGMA user_version = {VERSION}")


def _numbered(dataset: Store) -> dict[str, int]:
    """Return the number of each document in the tables, by its IRI."""
    quads = dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
    iris = sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)})
    return {iri: number for number, iri in enumerate(iris, start=1)}


def _link(tables: sqlite3.Connection, dataset: Store, ids: Mapping[str, int]) -> None:
    """Write the rows of ``_LINKED``."""
    tables.executemany(CONTRADICTION, contradictions(dataset, ids))
    tables.executemany(STATEMENT, stated(dataset, ids))
    tables.executemany(DUTY, DutyRows(dataset).all())
    tables.executemany(FILE, files(dataset, ids))
    tables.executemany(EDGE, _edges(dataset, ids))


def document_row(
    number: int, documents: Documents, iri: str, lasting: str = ""
) -> tuple[str | int, ...]:
    """Return the row of one document; what means it for long is worked out where it is not told."""
    record, found = documents.record(iri), documents.found(iri)
    return (
        number,
        iri,
        str(record.identity or ""),
        lasting or lasting_name(documents, found),
        slug(found.title),
        name_of(found),
        json.dumps(sorted(record.stated.get("type", ())), ensure_ascii=False),
        *written(collected(documents, iri)),
    )


def _edges(dataset: Store, ids: Mapping[str, int]) -> Iterator[tuple[object, ...]]:
    """Yield every statement of a link that holds, and what decisions issue."""
    answer = dataset.query(_LINKS, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    for subject, predicate, target, status, confidence in answer:
        if subject.value in ids and target.value in ids and predicate in ld.RELATION_NAMES:
            ends = ids[subject.value], ids[target.value]
            yield edge(ends, predicate, status, float(confidence.value) if confidence else 0.0)
    for quad in dataset.quads_for_pattern(None, ld.ISSUES_PLAN, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            yield issuing_edge((ids[quad.subject.value], ids[quad.object.value]))


def edge(
    ends: tuple[int, int], predicate: NamedNode, status: NamedNode, confidence: float
) -> tuple[object, ...]:
    """Return the row of a statement of a link, by the numbers of its two documents."""
    subject, target = ends
    names = predicate.value.removeprefix(ld.NS), status.value.removeprefix(ld.SCHEME)
    return subject, ld.RELATION_NAMES[predicate], target, *names, confidence


def issuing_edge(ends: tuple[int, int]) -> tuple[object, ...]:
    """Return the row of a decision and the plan that it issues."""
    subject, target = ends
    return subject, ISSUES_PLAN, target, ld.ISSUES_PLAN.value.removeprefix(ld.NS), "accepted", 1.0


def _write_words(
    tables: sqlite3.Connection, documents: Documents, ids: Mapping[str, int], source_of: SourceOf
) -> None:
    """Write the words of what each document is called, then those of its texts.

    The index takes passages in the order of their ids many times faster than in any other.
    """
    for iri, document in ids.items():
        write_called(tables, document, called(documents.found(iri)))
    learning = Learning()
    for iri, document in ids.items():
        for graph in sorted(documents.record(iri).own):
            sha = graph.rpartition("/")[2]
            source = source_of(sha) or _content(documents, sha)
            for said in write_text(tables, document, sha, documents.text_name(sha), source):
                learning.read(sha, said)
    write_learned(tables, learning)


def _content(documents: Documents, sha: str) -> SourceText:
    """Return a text as the graph holds it, which does not know its pages."""
    quads = documents.dataset.quads_for_pattern(ld.text_node(sha), ld.CONTENT, None, None)
    said = (quad.object.value for quad in quads if isinstance(quad.object, Literal))
    return SourceText(documents.text_name(sha), next(said, ""))


def called(found: Found) -> Called:
    """Return what a document is called, by which it is searched."""
    return Called(name_of(found), found.number, found.title, found.issuer, found.place)
