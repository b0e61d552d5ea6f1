"""Documents found by number, by words of theirs, and by what they are."""

import json
import re
import sqlite3
from collections.abc import Sequence, Set
from itertools import islice
from typing import Final

from graph.errors import NoWordSearch
from graph.identity.numbers import WITHOUT_NUMBER, TypedNumber, parse_typed
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.read.lookup import CALLED_BY_TITLE, type_opening
from graph.store.disk import GraphStore
from graph.tables.columns import Tables
from graph.tables.database import has_words, reading
from graph.tables.document_rows import SHOWN, found_of
from graph.tables.sought.facets import facets_of
from graph.tables.sought.hits import Hit, Hits
from graph.tables.sought.narrowing import Condition, Narrowed, Order, condition_of
from graph.tables.sought.snippets import passages_of
from graph.tables.sought.speakers import Saying, saying
from graph.tables.sought.wording import Wording, wordings
from graph.tables.tabled_documents import TabledDocuments
from graph.typed.meaning import iris_named
from graph.values import Found

_NUMBER = re.compile(r"\d+[a-zđ]?\s*[/-]\s*[^\W\d_]", re.IGNORECASE)
_ALL = slice(None)
_BLANK = ("-", "/")
"""What a number that is left blank begins with, as it is printed: "-KH/HU", "/KH-UBND"."""
_LAW_OF_YEAR = re.compile(rf"(?:{'|'.join(CALLED_BY_TITLE)})-.+-(?:19|20)\d\d")
_QUOTES = ('"', "“")
_SHARE: Final = 10
"""From which part of all documents on all are asked what they are, not each by its id."""


def find(
    store: GraphStore,
    tables: Tables,
    typed: str,
    narrowed: Narrowed,
    *,
    order: Order = Order.RELEVANCE,
    part: slice = _ALL,
    passages: int = 3,
) -> Hits:
    """Return the documents that ``typed`` finds among those that are ``narrowed``, counted.

    A number finds the documents that bear it; else the words are looked for in what documents are
    called and in their texts: as typed first, then apart, in one passage or in one document.
    Without words all documents are found. ``part`` of the list is given, with up to ``passages``
    places of their texts each. Raises UnknownPlace, WrongUse, NoWordSearch, DamagedStore.
    """
    with reading(store.directory), garbage_kept():
        condition = condition_of(store, tables, narrowed)
        documents, said = _documents(store, tables, typed, condition)
        columns = tables.columns
        ordered = columns.newest_of(documents)
        if said and order is Order.RELEVANCE:
            ordered = said.ordered(documents, columns)
        chosen = list(islice(ordered, part.start, part.stop, part.step))
        found = _found(tables, chosen)
        hits = tuple(
            Hit(
                found[number],
                passages_of(store.dataset, tables, number, said.wording, passages) if said else (),
            )
            for number in chosen
        )
        facets = facets_of(columns, documents)
    return Hits(
        count=len(documents),
        hits=hits,
        facets=facets,
        read_as=_read_as(said.wording) if said else "",
        apart=said is not None and said.wording.apart,
    )


def _documents(
    store: GraphStore, tables: Tables, typed: str, condition: Condition
) -> tuple[Set[int], Saying | None]:
    """Return what was found, and what says the words, None without any."""
    if not typed.strip():
        return _fitting(tables, set(tables.columns.newest), condition), None
    numbered = _is_number(store, typed)
    if numbered and (iris := iris_named(TabledDocuments(store.dataset, tables), typed)):
        return _fitting(tables, _numbers(tables, iris), condition), None
    if not has_words(tables):
        raise NoWordSearch(sqlite3.sqlite_version)
    said = None
    for wording in wordings(tables, typed, whole=numbered):
        said = saying(tables, wording)
        if fitting := _fitting(tables, said.documents, condition):
            return fitting, said
    return frozenset(), said


def _fitting(tables: Tables, documents: Set[int], condition: Condition) -> Set[int]:
    """Return those of the documents that are what is asked for."""
    if not condition.sql or not documents:
        return documents
    sql = f"SELECT d.id FROM documents AS d WHERE {condition.sql}"
    values = condition.values
    if len(documents) < len(tables.columns.newest) // _SHARE:
        sql += " AND d.id IN (SELECT value FROM json_each(?))"
        values = (*values, json.dumps(list(documents)))
    return documents & {number for (number,) in tables.execute(sql, values)}


def _numbers(tables: sqlite3.Connection, iris: Sequence[str]) -> Set[int]:
    """Return the ids of documents."""
    sql = "SELECT id FROM documents WHERE iri IN (SELECT value FROM json_each(?))"
    return {number for (number,) in tables.execute(sql, (json.dumps(iris),))}


def _read_as(wording: Wording) -> str:
    """Return the words with the marks that they were taken to have; empty where none differ."""
    typed, likely = (
        [said for choice in choices[:1] for term in choice for said in term.said]
        for choices in (wording.choices, wording.likely)
    )
    return " ".join(likely) if likely != typed else ""


def _is_number(store: GraphStore, typed: str) -> bool:
    """Tell whether what was typed is a number, or a key of the store; words in quotes are words.

    What stands for a number that is left blank counts as one.
    """
    if typed.strip().startswith(_QUOTES):
        return False
    parsed = parse_typed(typed)
    if parsed.iri or "@" in typed or _NUMBER.search(typed) or _told_by_year(parsed):
        return True
    key = parsed.key
    if not key and (typed.strip().startswith(_BLANK) or parsed.name == WITHOUT_NUMBER):
        key = parsed.name
    return bool(key) and bool(Documents(store.dataset).having_key(key))


def _told_by_year(typed: TypedNumber) -> bool:
    """Tell whether a year stands for the symbol ("Nghị định 13/2015") or behind a law's title."""
    if typed.key:
        numbered = typed.year and not typed.letters and typed.words
        if numbered and type_opening(typed.words) == typed.words:
            return True
    return _LAW_OF_YEAR.fullmatch(typed.name) is not None


def _found(tables: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Found]:
    rows = tables.execute(
        f"SELECT id, {', '.join(SHOWN)} FROM documents"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return {number: found_of(row) for number, *row in rows}
