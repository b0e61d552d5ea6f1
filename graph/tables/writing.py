"""Writing the tables of a dataset: its documents, its links, and the words of its texts."""

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from extract.text.source import SourceText
from graph.rdf import vocabulary as ld
from graph.read.collection import collected
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.tables.cutting import passages
from graph.tables.database import INDEXES, ISSUES_PLAN, VERSION, created, has_words, writing
from graph.tables.document_rows import WRITTEN, written
from graph.tables.read_files import files
from graph.tables.stated_twice import contradictions
from graph.tables.statements import Row, stated
from graph.tables.syllables import bare, said_in
from graph.values import Found, SourceOf
from graph.words.labels import name_of
from graph.words.whereabouts import place_line

_LEARNED = 2_000_000
"""Of how many syllables the neighbours are learned; they are those of texts in no order."""
_LINKS = f"""
SELECT ?subject ?predicate ?object ?status ?confidence WHERE {{
  VALUES ?status {{ {ld.ACCEPTED} {ld.CONFIRMED} {ld.INFERRED} }}
  ?assertion {ld.STATUS} ?status ; {ld.SUBJECT} ?subject ; {ld.PREDICATE} ?predicate ;
    {ld.OBJECT} ?object .
  OPTIONAL {{ ?assertion {ld.CONFIDENCE} ?confidence }}
}}
"""
_STRENGTH = ("inferred", "accepted", "confirmed")


def write_tables(path: Path, dataset: Store, source_of: SourceOf) -> None:
    """Write the tables of ``dataset`` to ``path`` anew; who stops early leaves a part of them.

    Raises OSError where it cannot be written.
    """
    path.unlink(missing_ok=True)
    with writing(path):
        tables = created(path)
        try:
            _fill(tables, dataset, source_of)
        finally:
            tables.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def tables_in_memory(dataset: Store, source_of: SourceOf) -> sqlite3.Connection:
    """Return the tables of ``dataset``, which are gone with the process."""
    tables = created(":memory:")
    _fill(tables, dataset, source_of)
    return tables


def _fill(tables: sqlite3.Connection, dataset: Store, source_of: SourceOf) -> None:
    tables.execute("BEGIN")
    with garbage_kept():
        documents = Documents(dataset)
        documents.read_all()
        quads = dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
        iris = sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)})
        ids = {iri: number for number, iri in enumerate(iris, start=1)}
        rows = (_document(number, documents, iri) for iri, number in ids.items())
        marks = ", ".join("?" * (5 + len(WRITTEN)))
        tables.executemany(f"INSERT INTO documents VALUES ({marks})", rows)
        numbers = (
            (number, document)
            for iri, document in ids.items()
            for number in documents.record(iri).stated.get("number", ())
        )
        tables.executemany("INSERT INTO numbers VALUES (?, ?)", numbers)
    tables.executemany(
        "INSERT INTO contradictions VALUES (?, ?, ?, ?)", contradictions(dataset, ids)
    )
    marks = ", ".join("?" * len(Row._fields))
    tables.executemany(f"INSERT INTO statements VALUES ({marks})", stated(dataset, ids))
    tables.executemany("INSERT INTO files VALUES (?, ?, ?, ?)", files(dataset, ids))
    _write_edges(tables, dataset, ids)
    if has_words(tables):
        _write_words(tables, documents, ids, source_of)
    tables.executescript(INDEXES)
    tables.execute(f"PRAGMA user_version = {VERSION}")
    if tables.in_transaction:
        tables.execute("COMMIT")


def _document(number: int, documents: Documents, iri: str) -> tuple[str | int, ...]:
    record, found = documents.record(iri), documents.found(iri)
    known = record.identity
    full = f"{record.number}@{known.series}@{known.period}" if known else found.selector
    return (
        number,
        iri,
        str(known or ""),
        full,
        name_of(found),
        *written(collected(documents, iri)),
    )


def _write_edges(tables: sqlite3.Connection, dataset: Store, ids: Mapping[str, int]) -> None:
    tables.executemany(
        "INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " status = CASE WHEN excluded.status = 'confirmed' OR status = 'inferred'"
        " THEN excluded.status ELSE status END,"
        " confidence = max(confidence, excluded.confidence)",
        _edges(dataset, ids),
    )


def _edges(dataset: Store, ids: Mapping[str, int]) -> Iterator[tuple[object, ...]]:
    """Yield every statement of a link that holds, and what decisions issue."""
    answer = dataset.query(_LINKS, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    for subject, predicate, target, status, confidence in answer:
        if subject.value in ids and target.value in ids and predicate in ld.RELATION_NAMES:
            yield (
                ids[subject.value],
                ld.RELATION_NAMES[predicate],
                ids[target.value],
                predicate.value.removeprefix(ld.NS),
                status.value.removeprefix(ld.SCHEME),
                float(confidence.value) if confidence else 0.0,
            )
    for quad in dataset.quads_for_pattern(None, ld.ISSUES_PLAN, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            ends = ids[quad.subject.value], ISSUES_PLAN, ids[quad.object.value]
            yield (*ends, ld.ISSUES_PLAN.value.removeprefix(ld.NS), "accepted", 1.0)


def _write_words(
    tables: sqlite3.Connection, documents: Documents, ids: Mapping[str, int], source_of: SourceOf
) -> None:
    """Write the words of what each document is called and of its texts, one behind the other."""
    times: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    passage = text = learned = 0
    for iri, document in ids.items():
        called = said_in(_called(documents.found(iri)))
        passage += 1
        _write_passage(tables, (passage, document, None, 0, 0), called)
        for graph in sorted(documents.record(iri).own):
            sha = graph.rpartition("/")[2]
            source = source_of(sha) or _content(documents, sha)
            text += 1
            name, pages = documents.text_name(sha), json.dumps(source.pages)
            tables.execute(
                "INSERT INTO texts VALUES (?, ?, ?, ?, ?)", (text, document, sha, name, pages)
            )
            for start, end in passages(source.text):
                passage += 1
                content = source.text[start:end]
                said = said_in(content)
                _write_passage(tables, (passage, document, text, start, end), said)
                tables.execute("INSERT INTO contents VALUES (?, ?)", (passage, content))
                if learned < _LEARNED:
                    learned += len(said)
                    times.update(said)
                    pairs.update(pairwise(said))
    written = ((bare(said), said, count) for said, count in sorted(times.items()))
    tables.executemany("INSERT INTO syllables VALUES (?, ?, ?)", written)
    neighbours = ((*pair, count) for pair, count in sorted(pairs.items()))
    tables.executemany("INSERT INTO pairs VALUES (?, ?, ?)", neighbours)


def _content(documents: Documents, sha: str) -> SourceText:
    """Return a text as the graph holds it, which does not know its pages."""
    quads = documents.dataset.quads_for_pattern(ld.text_node(sha), ld.CONTENT, None, None)
    said = (quad.object.value for quad in quads if isinstance(quad.object, Literal))
    return SourceText(documents.text_name(sha), next(said, ""))


def _write_passage(tables: sqlite3.Connection, row: tuple[object, ...], said: list[str]) -> None:
    tables.execute("INSERT INTO passages VALUES (?, ?, ?, ?, ?)", row)
    written, folded = " ".join(said), " ".join(map(bare, said))
    tables.execute(
        "INSERT INTO words (rowid, written, folded) VALUES (?, ?, ?)", (row[0], written, folded)
    )


def _called(found: Found) -> str:
    parts = (name_of(found), found.number, found.title, found.issuer)
    return "\n".join((*parts, place_line(found.place, (found.issuer,))))
