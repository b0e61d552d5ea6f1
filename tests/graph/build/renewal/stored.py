"""All that a store holds, in a form in which two stores can be compared."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from graph.ask.review import review_items
from graph.build.renewal.index import index_path
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore, dataset_path, open_folder
from graph.store.soundness import is_sound
from graph.tables.database import opened, tables_path
from graph.tables.sought.finding import find
from graph.tables.sought.narrowing import Narrowed

Content = dict[str, list[str]]
"""What is compared, each part in order; parts that are the same say the same."""

SEARCHED = ("dân vận", "kế hoạch", "giảm nghèo", "bản sao", "dan van", "69-KL/TU")
_DOCUMENT_IDS = ("subject", "object", "document")


def content_of(directory: Path) -> Content:
    """Return the quads of a store, its rows and index, its state, what it finds, what waits."""
    store = open_folder(directory)
    quads = local_copy(store.dataset).quads_for_pattern(None, None, None, None)
    graph = store.state.graph
    return {
        "quads": sorted(map(str, quads)),
        "state": [str(store.state)],
        "found": list(_found(store)),
        "waiting": list(map(str, review_items(store))),
        "sound": [str(is_sound(dataset_path(directory, graph), rehash=True))],
        **_rows_of_tables(tables_path(directory, graph)),
        **_rows_of_index(index_path(directory, graph)),
    }


def _found(store: GraphStore) -> Iterator[str]:
    tables = opened(tables_path(store.directory, store.state.graph))
    assert tables is not None
    for words in SEARCHED:
        for hit in find(store, tables, words, Narrowed()).hits:
            yield f"{words}: {hit}"
    tables.close()


def differences(content: Content, other: Content) -> dict[str, tuple[list[str], list[str]]]:
    """Return what only the one and what only the other holds, of the parts that differ."""
    return {
        name: (
            sorted(set(content[name]) - set(other[name])),
            sorted(set(other[name]) - set(content[name])),
        )
        for name in content.keys() | other.keys()
        if content[name] != other[name]
    }


def _rows_of_tables(path: Path) -> Content:
    """Return the rows of all tables; documents and passages by what they are, not by number."""
    tables = sqlite3.connect(path)
    tables.row_factory = sqlite3.Row
    iris = {row["id"]: row["iri"] for row in tables.execute("SELECT id, iri FROM documents")}
    texts = {row["id"]: row["sha"] for row in tables.execute("SELECT id, sha FROM texts")}
    places = {
        row["id"]: (iris[row["document"]], texts.get(row["text"]), row["start"])
        for row in tables.execute("SELECT * FROM passages")
    }
    tables.execute("CREATE VIRTUAL TABLE temp.said USING fts5vocab('main', 'words', 'instance')")
    words = tables.execute("SELECT * FROM said").fetchall()
    found: Content = {
        "words": sorted(
            str((places[row["doc"]], *tuple(row)[:1], *tuple(row)[2:])) for row in words
        )
    }
    names = tables.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words%'"
    )
    for (name,) in names.fetchall():
        rows = [dict(row) for row in tables.execute(f"SELECT * FROM {name}")]
        for row in rows:
            row.pop("id", None)
            if "passage" in row:
                row["passage"] = places[row["passage"]]
            if name == "passages":
                row["text"] = texts.get(row["text"])
            row |= {column: iris[row[column]] for column in _DOCUMENT_IDS if column in row}
        found[name] = sorted(str(row) for row in rows)
    tables.close()
    return found


def _rows_of_index(path: Path) -> Content:
    index = sqlite3.connect(path)
    names = index.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = {
        f"index: {name}": sorted(map(str, index.execute(f"SELECT * FROM {name}")))
        for (name,) in names
    }
    index.close()
    return found
