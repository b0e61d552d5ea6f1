"""What is kept beside a graph, so that a change of few texts can be worked out from them alone.

One SQLite file: what texts say of identity, in buckets; which document each open reference means,
by what texts say and by what people decided; of each text its own document; which texts are alike;
in how many texts each fact about what many name stands; and what decisions added to the graph.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, RdfFormat, parse

from graph.build.renewal.applied import Applied
from graph.facts.link_judgements import JudgedLink
from graph.identity.buckets import Statement
from graph.identity.candidates import DocumentKey
from graph.identity.resolution import Resolution, Resolutions, Said
from graph.identity.text_heads import TextHead
from graph.likeness.heads import Profile
from graph.likeness.pairs import Alike, profile_of
from graph.store.disk import dataset_path
from graph.tables.amending import amended, finish_amending
from graph.tables.columns import Tables
from graph.tables.database import rewritten, writing
from ontology.dates import PartialDate
from ontology.documents.identity import DocumentId

_SCHEMA: Final = """
CREATE TABLE made_by (terms TEXT NOT NULL) STRICT;
CREATE TABLE said (
    bucket TEXT NOT NULL, content TEXT NOT NULL, times INTEGER NOT NULL,
    PRIMARY KEY (bucket, content)
) STRICT, WITHOUT ROWID;
CREATE TABLE open (
    bucket TEXT NOT NULL, content TEXT NOT NULL, sha TEXT NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (bucket, content, sha, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE resolutions (
    sha TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, told TEXT NOT NULL,
    reference TEXT NOT NULL, raw TEXT NOT NULL, PRIMARY KEY (sha, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE own (
    sha TEXT PRIMARY KEY, iri TEXT NOT NULL, numbered INTEGER NOT NULL, number TEXT NOT NULL,
    type TEXT NOT NULL, place TEXT NOT NULL, title TEXT NOT NULL, dates TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE alike (
    sha TEXT NOT NULL, other TEXT NOT NULL, share REAL NOT NULL, PRIMARY KEY (sha, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE shared (fact BLOB PRIMARY KEY, texts INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE moved (
    sha TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, told TEXT NOT NULL,
    reference TEXT NOT NULL, PRIMARY KEY (sha, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE judged (
    subject TEXT NOT NULL, relation TEXT NOT NULL, object TEXT NOT NULL, status TEXT NOT NULL,
    PRIMARY KEY (subject, relation, object)
) STRICT, WITHOUT ROWID;
CREATE TABLE named (sha TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE declared (fact TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
"""
_INDEXES: Final = """
CREATE INDEX own_by_document ON own (iri);
CREATE INDEX own_by_place ON own (place);
CREATE INDEX own_by_dates ON own (dates);
CREATE INDEX resolutions_by_raw ON resolutions (raw);
CREATE INDEX own_without_number ON own (numbered) WHERE numbered = 0;
"""


def index_path(directory: Path, graph: str) -> Path:
    """Return where the index of a graph lies."""
    return dataset_path(directory, graph).with_name("index.sqlite")


def dates_told(profile: Profile) -> str:
    """Return the dates of a text's own document as the index holds them."""
    return json.dumps(profile.dates)


class Index:
    """The index at ``path``, open for writing."""

    def __init__(self, path: Path, opened: Callable[[Path], Tables] = amended) -> None:
        self.path = path
        with writing(path):
            self._rows = opened(path)
            self._rows.execute("BEGIN")

    @classmethod
    def created(cls, path: Path, terms: str) -> "Index":
        """Return a new index of what is made by ``terms``."""
        path.unlink(missing_ok=True)
        index = cls(path, rewritten)
        for statement in filter(str.strip, _SCHEMA.split(";\n")):
            index._rows.execute(statement)
        index._rows.execute("INSERT INTO made_by VALUES (?)", (terms,))
        return index

    def finish(self) -> None:
        """Write all that was told to a new index, and close; the disk holds it then."""
        with writing(self.path):
            for statement in filter(str.strip, _INDEXES.split(";\n")):
                self._rows.execute(statement)
            self._rows.execute("COMMIT")
            self._rows.close()
        with self.path.open("rb+") as file:
            os.fsync(file.fileno())

    def finish_amending(self) -> frozenset[int]:
        """Do so for one that was there before; return which pieces of its file were written."""
        with writing(self.path):
            self._rows.execute("COMMIT")
            return finish_amending(self._rows, self.path)

    def close(self) -> None:
        """Let go of the file, whatever was told."""
        self._rows.close()

    @property
    def terms(self) -> str:
        """The terms that the graph was made by."""
        row = self._rows.execute("SELECT terms FROM made_by").fetchone()
        return str(row[0])

    def add(
        self,
        said: Said,
        resolutions: Resolutions,
        heads: Iterable[TextHead],
        alike: Iterable[Alike],
    ) -> None:
        """Add what all texts of a graph say, what is settled of them, and which are alike."""
        counted = (
            (bucket, *each) for bucket, times in said.times.items() for each in times.items()
        )
        self._rows.executemany("INSERT INTO said VALUES (?, ?, ?)", counted)
        open_ones = ((*where, *key) for where, keys in said.open.items() for key in keys)
        self._rows.executemany("INSERT INTO open VALUES (?, ?, ?, ?)", open_ones)
        for head in heads:
            self.own(profile_of(head, resolutions))
            for document in head.unsure:
                key = head.sha, document.key
                if key in resolutions:
                    self.settle(key, resolutions[key], document.iri)
        pairs = ((pair.sha, pair.other, pair.share) for pair in alike)
        self._rows.executemany("INSERT INTO alike VALUES (?, ?, ?)", pairs)

    def contents(self, bucket: str) -> Counter[str]:
        """Return what is said in a bucket, and in how many texts."""
        query = "SELECT content, times FROM said WHERE bucket = ?"
        return Counter(dict(self._rows.execute(query, (bucket,)).fetchall()))

    def count(self, bucket: str, changes: Mapping[str, int]) -> None:
        """Let ``changes`` more texts, or fewer, say each content of a bucket."""
        for content, change in changes.items():
            self._rows.execute(
                "INSERT INTO said VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET times = times + ?",
                (bucket, content, change, change),
            )
        self._rows.execute("DELETE FROM said WHERE bucket = ? AND times = 0", (bucket,))

    def leave_open(self, sha: str, statement: Statement, *, more: bool) -> None:
        """Remember that a text leaves open what it says there, or (not ``more``) forget it."""
        query = "INSERT INTO open VALUES (?, ?, ?, ?)"
        if not more:
            query = "DELETE FROM open WHERE bucket = ? AND content = ? AND sha = ? AND key = ?"
        self._rows.execute(query, (statement.bucket, statement.content, sha, statement.key))

    def left_open(self, bucket: str, content: str) -> list[DocumentKey]:
        """Return the documents that texts leave open by what they say in a bucket."""
        query = "SELECT sha, key FROM open WHERE bucket = ? AND content = ?"
        return self._rows.execute(query, (bucket, content)).fetchall()

    def settle(self, key: DocumentKey, resolution: Resolution | None, raw: str) -> None:
        """Remember what a document of a text means; None where it says so itself.

        ``raw`` is the IRI that the text alone gives it.
        """
        if resolution is None:
            self._rows.execute("DELETE FROM resolutions WHERE sha = ? AND key = ?", key)
            return
        self._rows.execute(
            "INSERT OR REPLACE INTO resolutions VALUES (?, ?, ?, ?, ?, ?)",
            (*_row_of(key, resolution), raw),
        )

    def resolutions(self, shas: Iterable[str]) -> dict[DocumentKey, Resolution]:
        """Return all that is settled of some texts."""
        query = "SELECT sha, key, id, told, reference FROM resolutions WHERE sha = ?"
        return dict(_of_row(row) for sha in shas for row in self._rows.execute(query, (sha,)))

    def raws(self, start: str, end: str) -> list[tuple[str, str, str]]:
        """Return text, key and IRI of what a text alone gives an IRI from ``start`` up to ``end``.

        What is as its text says is not among it.
        """
        query = "SELECT sha, key, raw FROM resolutions WHERE raw >= ? AND raw < ?"
        return self._rows.execute(query, (start, end)).fetchall()

    def alike(self) -> list[Alike]:
        """Return the texts that are alike."""
        return [Alike(*row) for row in self._rows.execute("SELECT * FROM alike")]

    def applied(self) -> Applied:
        """Return what people decided, as it was applied to the graph."""
        rows = self._rows
        judged = rows.execute("SELECT subject, relation, object, status FROM judged")
        facts = rows.execute("SELECT fact FROM declared").fetchall()
        return Applied(
            moved=dict(map(_of_row, rows.execute("SELECT * FROM moved"))),
            link_judgements={JudgedLink(*link): NamedNode(status) for *link, status in judged},
            named=frozenset(sha for (sha,) in rows.execute("SELECT sha FROM named")),
            declared=frozenset(
                quad for (fact,) in facts for quad in parse(fact, format=RdfFormat.N_QUADS)
            ),
        )

    def apply(self, applied: Applied) -> None:
        """Remember what people decided in place of what was remembered."""
        rows = self._rows
        for table in ("moved", "judged", "named", "declared"):
            rows.execute(f"DELETE FROM {table}")
        moved = (_row_of(*each) for each in applied.moved.items())
        rows.executemany("INSERT INTO moved VALUES (?, ?, ?, ?, ?)", moved)
        judged = (
            (*astuple(link), status.value) for link, status in applied.link_judgements.items()
        )
        rows.executemany("INSERT INTO judged VALUES (?, ?, ?, ?)", judged)
        rows.executemany("INSERT INTO named VALUES (?)", ((sha,) for sha in applied.named))
        facts = ((f"{fact} .",) for fact in applied.declared)
        rows.executemany("INSERT INTO declared VALUES (?)", facts)

    def own(self, profile: Profile) -> None:
        """Remember which document a text is."""
        row = (*astuple(profile)[:-1], dates_told(profile))
        self._rows.execute("INSERT OR REPLACE INTO own VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def forget(self, sha: str) -> None:
        """Forget a text that is gone, and what is settled of it."""
        self._rows.execute("DELETE FROM own WHERE sha = ?", (sha,))
        self._rows.execute("DELETE FROM resolutions WHERE sha = ?", (sha,))

    def profiles(self, where: str, *values: object) -> Iterator[Profile]:
        """Yield what is known of the texts for which a condition in SQL holds."""
        for sha, iri, numbered, *said, dates in self._rows.execute(
            f"SELECT * FROM own WHERE {where}", values
        ):
            number, kind, place, title = said
            yield Profile(
                sha=sha,
                iri=iri,
                numbered=bool(numbered),
                number=number,
                type=kind,
                place=place,
                title=title,
                dates=tuple(map(PartialDate, json.loads(dates))),
            )

    def count_shared(self, facts: Mapping[bytes, int]) -> None:
        """Let so many more texts state each fact, by its fingerprint."""
        self._rows.executemany(
            "INSERT INTO shared VALUES (?, ?) ON CONFLICT DO UPDATE SET"
            " texts = texts + excluded.texts",
            facts.items(),
        )

    def shared(self, facts: Collection[bytes]) -> dict[bytes, int]:
        """Return how many texts state each of some facts."""
        query = "SELECT texts FROM shared WHERE fact = ?"
        rows = ((fact, self._rows.execute(query, (fact,)).fetchone()) for fact in facts)
        return {fact: row[0] if row else 0 for fact, row in rows}

    def forget_unstated(self, facts: Iterable[bytes]) -> None:
        """Forget those of some facts that no text states."""
        query = "DELETE FROM shared WHERE fact = ? AND texts = 0"
        self._rows.executemany(query, ((fact,) for fact in facts))


def _row_of(key: DocumentKey, resolution: Resolution) -> tuple[str, str, str, str, str]:
    return (*key, str(resolution.id or ""), resolution.by, resolution.reference)


def _of_row(row: Sequence[str]) -> tuple[DocumentKey, Resolution]:
    sha, key, identity, by, reference = row
    return (sha, key), Resolution(DocumentId.parse(identity) if identity else None, by, reference)
