"""Writing the tables of a dataset: its documents, its links, and the words of its texts."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, QuerySolutions, Store

from extract.text.source import SourceText
from graph.rdf import vocabulary as ld
from graph.read.collection import collected
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.read.lookup import lasting_name
from graph.tables.columns import Tables
from graph.tables.database import INDEXES, ISSUES_PLAN, VERSION, created, rewritten, writing
from graph.tables.document_rows import WRITTEN, written
from graph.tables.of_texts.duty_rows import DutyRow, DutyRows
from graph.tables.of_texts.handed_rows import rows_handed_over
from graph.tables.of_texts.read_files import files
from graph.tables.of_texts.statements import Row, stated
from graph.tables.said.contents import content_of
from graph.tables.said.passage_rows import Called
from graph.tables.said.word_rows import Naming, Saying, write_names, write_words
from graph.tables.stated_twice import contradictions
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


_BESIDE_WORDS: Final = (
    *("documents", "numbers", "contradictions"),
    *("statements", "duties", "files", "edges"),
)
"""The tables that hold no words."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Another process that writes the words of a collection while the other rows are written.

    It has begun with those of texts, in the file of the tables. ``finish`` is told what documents
    are called, and returns what waits until these words are there, too. ``rows`` is a file for the
    other rows, which is of no use afterwards.
    """

    rows: Path
    finish: Callable[[Iterable[Naming]], Callable[[], None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contents:
    """All that tables are made of; ``of_texts`` are rows that were handed over, if they were."""

    dataset: Store
    documents: Documents
    source_of: SourceOf
    of_texts: Path | None = None


def write_tables(
    path: Path,
    dataset: Store,
    source_of: SourceOf,
    documents: Documents | None = None,
    *,
    beside: Beside | None = None,
    of_texts: Path | None = None,
) -> None:
    """Write the tables of ``dataset`` to ``path`` anew; who stops early leaves a part of them.

    ``documents`` are those of it, where somebody has read them already; ``of_texts`` are the rows
    of its texts, as ``handed_rows`` has them, if there are such: people decided nothing then.
    Raises OSError where the tables cannot be written.
    """
    contents = _Contents(
        dataset=dataset,
        documents=documents or Documents(dataset),
        source_of=source_of,
        of_texts=of_texts,
    )
    with writing(path):
        if beside:
            _write_rows(beside, contents)
            tables = rewritten(path)
        else:
            path.unlink(missing_ok=True)
            tables = created(path)
        try:
            if beside:
                _take_over(tables, beside.rows)
            else:
                _fill(tables, contents)
            _finish(tables)
        finally:
            tables.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def tables_in_memory(dataset: Store, source_of: SourceOf) -> Tables:
    """Return the tables of ``dataset``, which are gone with the process."""
    tables = created(":memory:")
    documents = Documents(dataset)
    _fill(tables, _Contents(dataset=dataset, documents=documents, source_of=source_of))
    _finish(tables)
    return tables


def _fill(tables: sqlite3.Connection, contents: _Contents) -> None:
    documents, source_of = contents.documents, contents.source_of
    tables.execute("BEGIN")
    ids = _write_documents(tables, contents.dataset, documents)

    def content(sha: str) -> SourceText:
        return source_of(sha) or _content(documents, sha)

    write_words(tables, _sayings(documents, ids), content)
    tables.execute("COMMIT")
    tables.execute("BEGIN")
    write_names(tables, _namings(documents, ids))
    _link(tables, contents, ids)
    tables.execute("COMMIT")


def _write_rows(beside: Beside, contents: _Contents) -> None:
    """Write all rows but those of words to a file of their own, and wait for these."""
    documents = contents.documents
    beside.rows.unlink(missing_ok=True)
    rows = created(beside.rows)
    try:
        rows.execute("BEGIN")
        ids = _write_documents(rows, contents.dataset, documents)
        wait = beside.finish(_namings(documents, ids))
        _link(rows, contents, ids)
        rows.execute("COMMIT")
    finally:
        rows.close()
    wait()


def _take_over(tables: sqlite3.Connection, rows: Path) -> None:
    tables.execute("ATTACH ? AS beside", (str(rows),))
    tables.execute("BEGIN")
    for name in _BESIDE_WORDS:
        tables.execute(f"INSERT INTO main.{name} SELECT * FROM beside.{name}")
    tables.execute("COMMIT")
    tables.execute("DETACH beside")


def _finish(tables: sqlite3.Connection) -> None:
    tables.executescript(INDEXES)
    tables.execute(f"PRAGMA user_version = {VERSION}")


def _write_documents(
    tables: sqlite3.Connection, dataset: Store, documents: Documents
) -> dict[str, int]:
    """Write the documents and their numbers; return the id of each by its IRI."""
    with garbage_kept():
        documents.read_all()
        ids = numbers_of(dataset)
        rows = (document_row(number, documents, iri) for iri, number in ids.items())
        tables.executemany(DOCUMENT, rows)
        numbers = (
            (number, document)
            for iri, document in ids.items()
            for number in documents.record(iri).stated.get("number", ())
        )
        tables.executemany(NUMBER, numbers)
    return ids


def numbers_of(dataset: Store) -> dict[str, int]:
    """Return the number that each document of a dataset has in its tables, by IRI, in order."""
    quads = dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
    iris = sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)})
    return {iri: number for number, iri in enumerate(iris, start=1)}


def _link(tables: sqlite3.Connection, contents: _Contents, ids: Mapping[str, int]) -> None:
    """Write the rows of links, duties, files and contradictions."""
    dataset = contents.dataset
    tables.executemany(CONTRADICTION, contradictions(dataset, ids))
    if contents.of_texts:
        whole = DutyRows(dataset).whole
        for rows in rows_handed_over(contents.of_texts, ids):
            tables.executemany(STATEMENT, rows.statements)
            tables.executemany(DUTY, whole(rows.duties))
            tables.executemany(FILE, rows.files)
        tables.executemany(STATEMENT, stated(dataset, ids, ld.INFERRED_GRAPH))
    else:
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


def _sayings(documents: Documents, ids: Mapping[str, int]) -> Iterator[Saying]:
    """Yield the texts of documents."""
    for iri, document in ids.items():
        graphs = sorted(documents.record(iri).own)
        texts = ((graph.rpartition("/")[2], documents.text_name(graph)) for graph in graphs)
        yield Saying(document, tuple(texts))


def _namings(documents: Documents, ids: Mapping[str, int]) -> Iterator[Naming]:
    """Yield what documents are called."""
    for iri, document in ids.items():
        yield Naming(document, called(documents.found(iri)))


def _content(documents: Documents, sha: str) -> SourceText:
    """Return a text as the graph holds it, which does not know its pages."""
    return SourceText(documents.text_name(sha), content_of(documents.dataset, sha))


def called(found: Found) -> Called:
    """Return what a document is called, by which it is searched."""
    return Called(name_of(found), found.number, found.title, found.issuer, found.place)
