"""The tables beside a dataset: one SQLite file, written once, then only read."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from graph.errors import DamagedStore, NoWordSearch
from graph.read.assertions import SURE
from graph.store.dataset import Elsewhere
from graph.store.disk import GraphStore, dataset_path
from graph.tables.columns import Tables
from graph.tables.document_rows import declared

VERSION: Final = 5
"""Counts up when the tables are others; what an earlier version wrote is not looked at."""

ISSUES_PLAN: Final = "issues_plan"
"""The relation between a decision and the plan that stands behind it."""

SCHEMA: Final = f"""
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    iri TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL,
    lasting TEXT NOT NULL,
    title_key TEXT NOT NULL,
    name TEXT NOT NULL,
    types TEXT NOT NULL,
    {declared()},
    own_texts TEXT NOT NULL,
    contradictions TEXT NOT NULL
) STRICT;
CREATE TABLE edges (
    subject INTEGER NOT NULL REFERENCES documents,
    relation TEXT NOT NULL,
    object INTEGER NOT NULL REFERENCES documents,
    property TEXT NOT NULL,
    status TEXT NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (object, relation, subject, property)
) STRICT, WITHOUT ROWID;
CREATE TABLE statements (
    subject INTEGER NOT NULL REFERENCES documents,
    property TEXT NOT NULL,
    object INTEGER NOT NULL REFERENCES documents,
    status TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL,
    years REAL,
    part TEXT,
    since TEXT,
    effect TEXT,
    context TEXT,
    quote TEXT,
    text TEXT,
    page INTEGER,
    box TEXT,
    start INTEGER,
    stop INTEGER
) STRICT;
CREATE TABLE duties (
    iri TEXT PRIMARY KEY,
    set_by TEXT NOT NULL,
    about TEXT NOT NULL,
    product TEXT NOT NULL,
    expects TEXT NOT NULL,
    review TEXT NOT NULL,
    printed TEXT NOT NULL,
    joining TEXT NOT NULL,
    due TEXT NOT NULL,
    due_from TEXT NOT NULL,
    due_until TEXT NOT NULL,
    due_printed TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    bodies TEXT NOT NULL,
    bearer_class TEXT NOT NULL,
    listed TEXT NOT NULL,
    mention TEXT NOT NULL,
    words TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    page INTEGER NOT NULL,
    box TEXT NOT NULL,
    unconfirmed INTEGER NOT NULL
) STRICT;
CREATE TABLE numbers (
    number TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents,
    PRIMARY KEY (number, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE contradictions (
    document INTEGER NOT NULL REFERENCES documents,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    text TEXT
) STRICT;
CREATE TABLE files (
    name TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents,
    read TEXT NOT NULL,
    cites INTEGER NOT NULL
) STRICT;
CREATE TABLE texts (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    sha TEXT NOT NULL,
    name TEXT NOT NULL,
    pages TEXT NOT NULL
) STRICT;
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    text INTEGER REFERENCES texts,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL
) STRICT;
CREATE TABLE syllables (
    bare TEXT NOT NULL,
    written TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (bare, written)
) STRICT, WITHOUT ROWID;
CREATE TABLE learned (
    syllables INTEGER NOT NULL
) STRICT;
CREATE TABLE pairs (
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
"""
"""Offsets are code points of the text as read. A passage without a text is what a document is
called: its number, title, issuer and place; it has the id of the document. ``lasting`` is what
``graph.read.lookup.lasting_name`` says, ``title_key`` the title as it is compared. The ``property``
of an edge is its name in the graph, by which interim and final reviews differ. ``own_texts`` and
``contradictions`` of a document are what ``graph.read.collection.Collected`` says of it, as JSON,
``types`` all that texts call it. ``duties`` are what texts and lists order (``duty_rows``).
``statements`` are what texts and people state of links, rejected ones and those that wait for a
person included; ``numbers`` all that texts give to a document, ``contradictions`` what they state
of a field of which two values cannot both hold; ``files`` when each was read, and how many
documents it cites; ``learned`` how much all texts say, which decides of how many of them
``syllables`` and ``pairs`` are (``said``).
"""

WORDS: Final = """
CREATE VIRTUAL TABLE words USING fts5(
    written, folded, content='', tokenize="unicode61 remove_diacritics 0"
);
"""
"""The syllables of each passage, by its id: as written, and without marks."""

UNSURE: Final = f"""
status IN ('proposed', 'inferred') OR status = 'accepted' AND confidence < {SURE}
AND property <> 'cites'
"""
"""What may wait for a person of what is stated, in the words of an index."""

INDEXES: Final = f"""
CREATE INDEX edges_of_subject ON edges (subject, relation);
CREATE INDEX statements_of_object ON statements (object, property);
CREATE INDEX statements_of_subject ON statements (subject, property);
CREATE INDEX statements_by_property ON statements (property);
CREATE INDEX statements_unsure ON statements (status, subject, property, object) WHERE {UNSURE};
CREATE INDEX duties_of_document ON duties (set_by);
CREATE INDEX passages_of_document ON passages (document);
CREATE INDEX texts_by_hash ON texts (sha);
CREATE INDEX numbers_of_document ON numbers (document);
CREATE INDEX contradictions_of_document ON contradictions (document);
CREATE INDEX files_of_document ON files (document);
CREATE INDEX documents_in_place ON documents (place);
CREATE INDEX documents_by_number ON documents (number);
CREATE INDEX documents_by_lasting ON documents (lasting);
CREATE INDEX documents_by_title ON documents (title_key);
CREATE INDEX documents_contradicted ON documents (id) WHERE contradictions <> '[]';
CREATE INDEX documents_unconfirmed ON documents (id) WHERE unconfirmed_fields <> '';
CREATE INDEX documents_newest
    ON documents (date DESC, iri, type, level, place, held, resolved);
"""


def tables_path(directory: Path, graph: str) -> Path:
    """Return where the tables of a graph lie."""
    return dataset_path(directory, graph).with_name("tables.sqlite")


def has_words(tables: sqlite3.Connection) -> bool:
    """Tell whether words can be searched: SQLite may have been built without FTS5."""
    found = tables.execute("SELECT 1 FROM sqlite_master WHERE name = 'words'").fetchone()
    return found is not None


def opened(path: Path) -> Tables | None:
    """Open the tables at ``path`` for reading; None where there are none of this version.

    Any number of threads may read at once. Raises sqlite3.DatabaseError where it is no such file.
    """
    if not path.is_file():
        return None
    # Nobody writes to it, so that no reader has to lock it, and a folder may be read-only.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    tables = sqlite3.connect(address, uri=True, check_same_thread=False, factory=Tables)
    (version,) = tables.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return tables
    tables.close()
    return None


@contextmanager
def tables_beside(store: GraphStore) -> Iterator[Tables | None]:
    """Give the tables that were written beside the dataset of a store, and close them.

    None where there are none: on a server, in a store that was imported or is of an earlier
    version. Raises DamagedStore.
    """
    if isinstance(store.dataset, Elsewhere):
        yield None
        return
    with reading(store.directory):
        tables = opened(tables_path(store.directory, store.state.graph))
        try:
            yield tables
        finally:
            if tables is not None:
                tables.close()


def created(path: Path | str) -> Tables:
    """Open a new file of tables for writing, or one in memory; a stop leaves it useless."""
    tables = rewritten(path)
    tables.executescript(SCHEMA)
    try:
        tables.executescript(WORDS)
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error):
            raise
    return tables


def rewritten(path: Path | str) -> Tables:
    """Open a file for writing that nobody reads; a stop leaves it useless."""
    return for_writing(path, "journal_mode = OFF")


def for_writing(path: Path | str, *pragmas: str) -> Tables:
    """Open a file for writing that nobody reads, with settings of SQLite."""
    tables = sqlite3.connect(path, isolation_level=None, check_same_thread=False, factory=Tables)
    for pragma in (*pragmas, "synchronous = OFF"):
        tables.execute(f"PRAGMA {pragma}")
    # What is written in no order would else be read and written page by page, again and again.
    tables.execute("PRAGMA cache_size = -32768")
    return tables


@contextmanager
def reading(directory: Path) -> Iterator[None]:
    """Raise DamagedStore where the tables of the store in ``directory`` cannot be read."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error):
            raise DamagedStore(directory, f"tables.sqlite: {error}") from error
        raise NoWordSearch(sqlite3.sqlite_version) from error
    except sqlite3.DatabaseError as error:
        raise DamagedStore(directory, f"tables.sqlite: {error}") from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise OSError, as the system does, where SQLite cannot write ``path``."""
    try:
        yield
    except sqlite3.OperationalError as error:
        full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        code = errno.ENOSPC if full else errno.EIO
        raise OSError(code, os.strerror(code), str(path)) from error
