"""The words of a collection: of what each document is called, and of its texts."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from graph.tables.database import created, has_words, writing
from graph.tables.said.neighbour_rows import write_learned
from graph.tables.said.neighbours import Learning
from graph.tables.said.passage_rows import Called, write_called, write_text
from graph.values import SourceOf


class Saying(NamedTuple):
    """A document by its number in the tables: what it is called, hash and name of its texts."""

    document: int
    called: Called
    texts: tuple[tuple[str, str], ...]


def write_words(
    tables: sqlite3.Connection, sayings: Callable[[], Iterable[Saying]], source_of: SourceOf
) -> None:
    """Write what documents are called, then their texts; ``sayings`` is asked for them twice.

    The index takes passages in the order of their ids many times faster than in any other. A text
    that ``source_of`` does not have is left out.
    """
    if not has_words(tables):
        return
    for document, called, _ in sayings():
        write_called(tables, document, called)
    learning = Learning()
    for document, _, texts in sayings():
        for sha, name in texts:
            source = source_of(sha)
            for said in write_text(tables, document, sha, name, source) if source else ():
                learning.read(sha, said)
    write_learned(tables, learning)


def hand_over(path: Path, sayings: Iterable[Saying]) -> None:
    """Write down for another process what documents say."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(saying)}\n" for saying in sayings)


def write_words_handed_over(path: Path, handed: Path, source_of: SourceOf) -> None:
    """Write tables to ``path`` with the words alone of what was ``handed`` over.

    Raises OSError where they cannot be written.
    """
    path.unlink(missing_ok=True)
    with writing(path):
        tables = created(path)
        try:
            tables.execute("BEGIN")
            write_words(tables, lambda: _handed(handed), source_of)
            tables.execute("COMMIT")
        finally:
            tables.close()


def _handed(path: Path) -> Iterator[Saying]:
    with path.open(encoding="utf-8") as file:
        for document, called, texts in map(json.loads, file):
            yield Saying(document, Called(*called), tuple((sha, name) for sha, name in texts))
