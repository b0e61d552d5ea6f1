"""The words of a collection: of what each document is called, and of its texts."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from graph.tables.columns import Tables
from graph.tables.database import created, has_words, rewritten, writing
from graph.tables.said.neighbour_rows import write_learned
from graph.tables.said.neighbours import Learning
from graph.tables.said.passage_rows import Called, write_called, write_text
from graph.values import SourceOf


class Saying(NamedTuple):
    """A document by its number in the tables, with hash and name of each of its texts."""

    document: int
    texts: tuple[tuple[str, str], ...]


class Naming(NamedTuple):
    """A document by its number in the tables, and what it is called."""

    document: int
    called: Called


def write_words(tables: sqlite3.Connection, sayings: Iterable[Saying], source_of: SourceOf) -> None:
    """Write the words of the texts of documents.

    A text that ``source_of`` does not have is left out.
    """
    if not has_words(tables):
        return
    learning = Learning()
    for document, texts in sayings:
        for sha, name in texts:
            source = source_of(sha)
            for said in write_text(tables, document, sha, name, source) if source else ():
                learning.read(sha, said)
    write_learned(tables, learning)


def write_names(tables: sqlite3.Connection, namings: Iterable[Naming]) -> None:
    """Write the words of what documents are called, in the order of their numbers.

    The index takes passages in the order of their ids many times faster than in any other.
    """
    if has_words(tables):
        for document, called in namings:
            write_called(tables, document, called)


def hand_over(path: Path, rows: Iterable[Saying] | Iterable[Naming]) -> None:
    """Write down for another process what documents say, or what they are called."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row)}\n" for row in rows)


def write_words_handed_over(path: Path, handed: Path, source_of: SourceOf) -> None:
    """Write tables to ``path`` with the words alone of the texts that were ``handed`` over.

    Raises OSError where they cannot be written.
    """
    path.unlink(missing_ok=True)
    with _begun(path, created) as tables:
        sayings = (
            Saying(document, tuple((sha, name) for sha, name in texts))
            for document, texts in _rows_in(handed)
        )
        write_words(tables, sayings, source_of)


def write_names_handed_over(path: Path, handed: Path) -> None:
    """Write to the tables at ``path`` the words of the names that were ``handed`` over.

    Raises OSError where they cannot be written.
    """
    with _begun(path, rewritten) as tables:
        namings = (Naming(document, Called(*called)) for document, called in _rows_in(handed))
        write_names(tables, namings)


@contextmanager
def _begun(path: Path, opened: Callable[[Path], Tables]) -> Iterator[Tables]:
    with writing(path), closing(opened(path)) as tables:
        tables.execute("BEGIN")
        yield tables
        tables.execute("COMMIT")


def _rows_in(path: Path) -> Iterator[list[Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
