"""The rows of what changed in a dataset, rewritten in a copy of its tables, in one transaction."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.tables.amending import amended, finish_amending
from graph.tables.database import has_words, writing
from graph.tables.document_rows import lasting_names
from graph.tables.of_texts.duty_rows import DutyRows
from graph.tables.of_texts.read_files import files_of
from graph.tables.of_texts.statements import rows_of
from graph.tables.said.contents import content_of
from graph.tables.said.neighbour_rows import relearn
from graph.tables.said.passage_rows import (
    Called,
    remove_called,
    remove_text,
    write_called,
    write_text,
)
from graph.tables.stated_twice import contradictions_of
from graph.tables.writing import (
    CONTRADICTION,
    DOCUMENT,
    DUTY,
    EDGE,
    FILE,
    NUMBER,
    STATEMENT,
    called,
    document_row,
    edge,
    issuing_edge,
)
from graph.values import SourceOf

_HOLDING = (ld.ACCEPTED, ld.CONFIRMED, ld.INFERRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What is not as it was: in ``before``, the dataset that the tables are of, and in ``after``.

    ``documents`` are IRIs of those of which a row may differ, ``told_otherwise`` of those that are
    told from their namesakes in another way, or may be. Of ``gone`` and ``come``, texts by
    their hashes, and of the assertions all rows are written anew. ``links`` are what may be stated
    otherwise: subject, property, object; ``issuing`` pairs of a decision and its plan; ``renamed``
    bodies that bear one name more, or less; ``duties`` are those of which a row may differ.
    """

    before: Store
    after: Store
    documents: frozenset[str]
    told_otherwise: frozenset[str]
    gone: frozenset[str]
    come: frozenset[str]
    assertions_gone: frozenset[NamedNode]
    assertions_come: frozenset[NamedNode]
    links: frozenset[tuple[NamedNode, NamedNode, NamedNode]]
    issuing: frozenset[tuple[NamedNode, NamedNode]]
    renamed: frozenset[NamedNode]
    duties: frozenset[NamedNode]


def renew_tables(path: Path, changed: Changed, source_of: SourceOf) -> frozenset[int]:
    """Bring the tables at ``path`` in line with the dataset that came after theirs.

    Return which pieces of the file were written. Raises OtherShareError, and OSError where they
    cannot be written; then they are of no use.
    """
    with writing(path):
        tables = amended(path)
        try:
            tables.execute("BEGIN")
            _renew(tables, changed, source_of)
            tables.execute("COMMIT")
            return finish_amending(tables, path)
        finally:
            tables.close()


def _renew(tables: sqlite3.Connection, changed: Changed, source_of: SourceOf) -> None:
    ids = _Ids(tables)
    _remove_rows(tables, changed, ids)
    own = _texts_of(changed.after, changed.come)
    before = _called(tables, changed.documents)
    gone = changed.gone | {
        sha
        for iri in own
        for (sha,) in tables.execute(
            "SELECT sha FROM texts JOIN documents ON document = documents.id WHERE iri = ?", (iri,)
        ).fetchall()
    }
    said = {}
    if ids.words:
        said = {
            sha: list(remove_text(tables, sha, content_of(changed.before, sha))) for sha in gone
        }
    documents = Documents(changed.after)
    present = sorted(iri for iri in changed.documents if documents.exists(iri))
    lasting = lasting_names(tables, changed.documents - changed.told_otherwise)
    for iri in present:
        number = ids.number_of(iri)
        tables.execute(DOCUMENT, document_row(number, documents, iri, lasting.get(iri, "")))
        numbers = documents.record(iri).stated.get("number", ())
        tables.executemany(NUMBER, ((each, number) for each in numbers))
        tables.executemany(CONTRADICTION, contradictions_of(changed.after, iri, number))
    _rename(tables, changed)
    _write_rows(tables, changed, ids)
    if ids.words:
        # Those of one document stand in their order, one behind the other.
        come = {
            sha: list(_text(tables, documents, ids[iri], sha, source_of))
            for iri in sorted(own)
            for sha in sorted(own[iri])
        }
        now = {iri: called(documents.found(iri)) for iri in present}
        for iri in sorted(changed.documents):
            if before.get(iri) != now.get(iri):
                if iri in before:
                    remove_called(tables, ids[iri], before[iri])
                if iri in now:
                    write_called(tables, ids[iri], now[iri])
        relearn(tables, said, come)
    lost = ((ids[iri],) for iri in changed.documents.difference(present) if iri in ids)
    tables.executemany("DELETE FROM documents WHERE id = ?", lost)


class _Ids(Mapping[str, int]):
    """The numbers of documents in the tables; one that has none yet gets the next."""

    def __init__(self, tables: sqlite3.Connection) -> None:
        self._tables = tables
        self._new: dict[str, int] = {}
        self.words = has_words(tables)
        (self._last,) = tables.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()

    def number_of(self, iri: str) -> int:
        """Return the number of a document, one of its own where it is new."""
        if iri not in self:
            self._last += 1
            self._new[iri] = self._last
        return self[iri]

    def __getitem__(self, iri: str) -> int:
        if iri in self._new:
            return self._new[iri]
        query = "SELECT id FROM documents WHERE iri = ?"
        found = self._tables.execute(query, (iri,)).fetchone()
        if found is None:
            raise KeyError(iri)
        return int(found[0])

    def __iter__(self) -> Iterator[str]:
        rows = self._tables.execute("SELECT iri FROM documents")
        return iter({iri for (iri,) in rows} | self._new.keys())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _remove_rows(tables: sqlite3.Connection, changed: Changed, ids: _Ids) -> None:
    """Remove all rows that are of what changed, as they stood before."""
    files: dict[str, list[str]] = {}
    for assertion in changed.assertions_gone:
        _remove_each(tables, "statements", rows_of(changed.before, assertion, ids, files))
    for duty in changed.duties:
        tables.execute("DELETE FROM duties WHERE iri = ?", (duty.value,))
    for sha in changed.gone:
        _remove_each(tables, "files", files_of(changed.before, ld.text_node(sha), ids))
    for iri in filter(ids.__contains__, changed.documents):
        tables.execute("DELETE FROM numbers WHERE document = ?", (ids[iri],))
        tables.execute("DELETE FROM contradictions WHERE document = ?", (ids[iri],))
    edges = ((s, p.value, o) for s, p, o in changed.links)
    issuing = ((s, ld.ISSUES_PLAN.value, o) for s, o in changed.issuing)
    for subject, name, target in (*edges, *issuing):
        if subject.value in ids and target.value in ids:
            tables.execute(
                "DELETE FROM edges WHERE subject = ? AND object = ? AND property = ?",
                (ids[subject.value], ids[target.value], name.removeprefix(ld.NS)),
            )


def _remove_each(
    tables: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]
) -> None:
    """Remove one row for each of ``rows``: two may be alike."""
    columns = [name for _, name, *_ in tables.execute(f"PRAGMA table_info({table})")]
    alike = " AND ".join(f"{name} IS ?" for name in columns)
    query = f"DELETE FROM {table} WHERE rowid = (SELECT rowid FROM {table} WHERE {alike} LIMIT 1)"
    for row in rows:
        tables.execute(query, row)


def _write_rows(tables: sqlite3.Connection, changed: Changed, ids: _Ids) -> None:
    files: dict[str, list[str]] = {}
    for assertion in changed.assertions_come:
        tables.executemany(STATEMENT, rows_of(changed.after, assertion, ids, files))
    duties = DutyRows(changed.after)
    for duty in changed.duties:
        tables.executemany(DUTY, duties.of(duty))
    for sha in changed.come:
        tables.executemany(FILE, files_of(changed.after, ld.text_node(sha), ids))
    for link in changed.links:
        tables.executemany(EDGE, _edges(changed.after, link, ids))
    for subject, target in changed.issuing:
        if any(changed.after.quads_for_pattern(subject, ld.ISSUES_PLAN, target, None)):
            tables.execute(EDGE, issuing_edge((ids[subject.value], ids[target.value])))


def _edges(
    dataset: Store, link: tuple[NamedNode, NamedNode, NamedNode], ids: Mapping[str, int]
) -> Iterator[tuple[object, ...]]:
    subject, predicate, target = link
    known = predicate in ld.RELATION_NAMES and subject.value in ids and target.value in ids
    if not known:
        return
    claim = ld.claim_node(subject.value, predicate.value, target.value)
    for stating in dataset.quads_for_pattern(None, ld.STATES, claim, None):
        said = {
            quad.predicate: quad.object
            for quad in dataset.quads_for_pattern(stating.subject, None, None, None)
        }
        status, confidence = said.get(ld.STATUS), said.get(ld.CONFIDENCE)
        if isinstance(status, NamedNode) and status in _HOLDING:
            sure = float(confidence.value) if isinstance(confidence, Literal) else 0.0
            yield edge((ids[subject.value], ids[target.value]), predicate, status, sure)


def _rename(tables: sqlite3.Connection, changed: Changed) -> None:
    """Write anew which documents are said to be issued by several bodies, where one is renamed."""
    if not changed.renamed:
        return
    query = """
    SELECT DISTINCT iri, document FROM contradictions JOIN documents ON id = document
    WHERE field = ?
    """
    for iri, number in tables.execute(query, (ld.ISSUED_BY.value,)).fetchall():
        quads = changed.after.quads_for_pattern(NamedNode(iri), ld.ISSUED_BY, None, None)
        if iri not in changed.documents and any(q.object in changed.renamed for q in quads):
            tables.execute("DELETE FROM contradictions WHERE document = ?", (number,))
            tables.executemany(CONTRADICTION, contradictions_of(changed.after, iri, number))


def _texts_of(dataset: Store, shas: Iterable[str]) -> dict[str, set[str]]:
    """Return all texts of the documents that some texts are of, by the IRIs of these."""
    own = {
        held.subject
        for sha in shas
        for held in dataset.quads_for_pattern(None, ld.HAS_TEXT, ld.text_node(sha), None)
        if isinstance(held.subject, NamedNode)
    }
    return {
        document.value: {
            ld.sha_of(quad.object)
            for quad in dataset.quads_for_pattern(document, ld.HAS_TEXT, None, None)
            if isinstance(quad.object, NamedNode)
        }
        for document in own
    }


def _text(
    tables: sqlite3.Connection,
    documents: Documents,
    document: int,
    sha: str,
    source_of: SourceOf,
) -> Iterator[list[str]]:
    source = source_of(sha)
    if source:
        yield from write_text(tables, document, sha, documents.text_name(sha), source)


def _called(tables: sqlite3.Connection, iris: Collection[str]) -> dict[str, Called]:
    """Return what documents are called by the tables as they are."""
    query = "SELECT name, number, title, issuer, place FROM documents WHERE iri = ?"
    rows = ((iri, tables.execute(query, (iri,)).fetchone()) for iri in iris)
    return {iri: Called(*row) for iri, row in rows if row}
