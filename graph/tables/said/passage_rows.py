"""The rows of what is searched by words: what a document is called, and the passages of a text."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.text.source import SourceText
from graph.tables.columns import FIRST_OF_TEXTS
from graph.tables.said.cutting import passages
from graph.tables.said.syllables import bare, said_in
from graph.words.whereabouts import place_line

_NEXT: Final = f"""
SELECT max(coalesce((SELECT max(id) FROM passages), 0), {FIRST_OF_TEXTS - 1}) + 1
"""
"""The id of the next passage of a text."""


class Called(NamedTuple):
    """What a document is called, as the table of documents has it."""

    name: str
    number: str
    title: str
    issuer: str
    place: str


def write_called(tables: sqlite3.Connection, document: int, called: Called) -> None:
    """Write the passage of what a document is called."""
    _write(tables, (document, document, None, 0, 0), _said(called))


def remove_called(tables: sqlite3.Connection, document: int, called: Called) -> None:
    """Remove what ``write_called`` wrote."""
    _remove(tables, document, _said(called))


def write_text(
    tables: sqlite3.Connection, document: int, sha: str, name: str, source: SourceText
) -> Iterator[list[str]]:
    """Write a text and its passages; yield the syllables of each."""
    row = (document, sha, name, json.dumps(source.pages))
    text = tables.execute(
        "INSERT INTO texts (document, sha, name, pages) VALUES (?, ?, ?, ?)", row
    ).lastrowid
    for start, end in passages(source.text):
        said = said_in(source.text[start:end])
        (passage,) = tables.execute(_NEXT).fetchone()
        _write(tables, (passage, document, text, start, end), said)
        yield said


def remove_text(tables: sqlite3.Connection, sha: str, content: str) -> Iterator[list[str]]:
    """Remove what ``write_text`` wrote of a text with this content.

    Yield the syllables of each passage.
    """
    query = """
    SELECT passages.id, start, stop FROM texts JOIN passages
    ON passages.document = texts.document AND passages.text = texts.id WHERE sha = ?
    """
    for passage, start, end in tables.execute(query, (sha,)).fetchall():
        said = said_in(content[start:end])
        _remove(tables, passage, said)
        yield said
    tables.execute("DELETE FROM texts WHERE sha = ?", (sha,))


def _said(called: Called) -> list[str]:
    return said_in("\n".join((*called[:-1], place_line(called.place, (called.issuer,)))))


def _write(tables: sqlite3.Connection, row: tuple[object, ...], said: list[str]) -> None:
    passage, *_ = row
    tables.execute("INSERT INTO passages VALUES (?, ?, ?, ?, ?)", row)
    tables.execute(
        "INSERT INTO words (rowid, written, folded) VALUES (?, ?, ?)", _of(passage, said)
    )


def _remove(tables: sqlite3.Connection, passage: int, said: list[str]) -> None:
    # The index keeps no words by themselves: to take some out, it has to be told which.
    query = "INSERT INTO words (words, rowid, written, folded) VALUES ('delete', ?, ?, ?)"
    tables.execute(query, _of(passage, said))
    tables.execute("DELETE FROM passages WHERE id = ?", (passage,))


def _of(passage: object, said: list[str]) -> tuple[object, str, str]:
    return passage, " ".join(said), " ".join(map(bare, said))
