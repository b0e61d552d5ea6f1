"""Documents found by number, by words of theirs, and by what they are."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.errors import NoWordSearch
from graph.identity.numbers import WITHOUT_NUMBER, TypedNumber, parse_typed
from graph.read.documents import Documents
from graph.read.lookup import CALLED_BY_TITLE, type_opening
from graph.store.disk import GraphStore
from graph.tables.database import has_words, reading
from graph.tables.document_rows import SHOWN, found_of
from graph.tables.said.syllables import bare
from graph.tables.sought.hits import Facet, Facets, Hit, Hits
from graph.tables.sought.narrowing import Condition, Narrowed, Order, condition_of
from graph.tables.sought.snippets import passages_of
from graph.tables.sought.wording import Wording, wordings
from graph.typed.meaning import iris_named
from graph.values import Found
from ontology.dates import partial_date
from ontology.spelling import slug

_NUMBER = re.compile(r"\d+[a-zđ]?\s*[/-]\s*[^\W\d_]", re.IGNORECASE)
_ALL = slice(None)
_BLANK = ("-", "/")
"""What a number that is left blank begins with, as it is printed: "-KH/HU", "/KH-UBND"."""
_LAW_OF_YEAR = re.compile(rf"(?:{'|'.join(CALLED_BY_TITLE)})-.+-(?:19|20)\d\d")
_QUOTES = ('"', "“")


class _Row(NamedTuple):
    """One document that was found; ``unlikely`` is less for a likelier reading of the words.

    ``called`` is its title where the words are in what it is called.
    """

    id: int
    type: str
    level: str
    place: str
    date: str
    unlikely: int
    called: str | None


_COLUMNS = "d.id, d.type, d.level, d.place, d.date"
_NEWEST = "d.date DESC, d.iri"
_BEST = f"unlikely, not_called, d.held = 0, score, {_NEWEST}"
_FOUND = """
WITH found AS MATERIALIZED (
    SELECT rowid AS passage, bm25(words) AS score FROM words WHERE words MATCH ?
)
"""
_LIKELIER = ", likelier AS MATERIALIZED (SELECT rowid AS id FROM words WHERE words MATCH ?)"
_IN_ONE = """
d.id IN (
    SELECT passages.document FROM words JOIN passages ON passages.id = words.rowid
    WHERE words MATCH ?
)
"""
_REAL = "(d.resolved OR d.held)"
"""A reference that is open is no document."""


def find(
    store: GraphStore,
    tables: sqlite3.Connection,
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
    with reading(store.directory):
        condition = condition_of(store, tables, narrowed)
        rows, wording = _rows(store, tables, typed, condition, order)
        if wording and order is Order.RELEVANCE:
            rows = _exact_first(rows, wording)
        chosen = rows[part]
        found = _documents(tables, [row.id for row in chosen])
        hits = tuple(
            Hit(found[row.id], passages_of(tables, row.id, wording, passages) if wording else ())
            for row in chosen
        )
        told = _read_as(wording) if wording else ""
    apart = wording is not None and wording.apart
    return Hits(count=len(rows), hits=hits, facets=_facets(rows), read_as=told, apart=apart)


def _rows(
    store: GraphStore, tables: sqlite3.Connection, typed: str, condition: Condition, order: Order
) -> tuple[list[_Row], Wording | None]:
    """Return what was found, in order, and how the words were understood, None without any."""
    if not typed.strip():
        return _all(tables, condition), None
    numbered = _is_number(store, typed)
    if numbered and (iris := iris_named(Documents(store.dataset), typed)):
        return _all(tables, condition, iris), None
    if not has_words(tables):
        raise NoWordSearch(sqlite3.sqlite_version)
    wording = None
    for wording in wordings(tables, typed, whole=numbered):
        if rows := _saying(tables, wording, condition, order):
            return rows, wording
    return [], wording


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


def _all(
    tables: sqlite3.Connection, condition: Condition, iris: Sequence[str] | None = None
) -> list[_Row]:
    """Return the documents that fit, all or those of ``iris``."""
    only, values = _REAL, condition.values
    if iris is not None:
        only = "d.iri IN (SELECT value FROM json_each(?))"
        values = (json.dumps(iris), *values)
    sql = (
        f"SELECT {_COLUMNS}, 0, NULL FROM documents AS d WHERE {only} AND {condition.sql}"
        f" ORDER BY {_NEWEST}"
    )
    return list(map(_Row._make, tables.execute(sql, values)))


def _saying(
    tables: sqlite3.Connection, wording: Wording, condition: Condition, order: Order
) -> list[_Row]:
    """Return the documents that say the words, in order.

    The likelier reading comes first, then what is called so, then what says it most.
    """
    likelier = wording.likelier
    values: list[str | int] = [wording.expression]
    sql, rank = _FOUND, "0"
    if likelier:
        sql += _LIKELIER
        values.append(likelier)
        rank = "min(found.passage NOT IN (SELECT id FROM likelier))"
    sql += (
        ", said AS MATERIALIZED ("
        f"SELECT passages.document AS id, {rank} AS unlikely,"
        " min(passages.text IS NOT NULL) AS not_called, min(found.score) AS score"
        " FROM found JOIN passages ON passages.id = found.passage GROUP BY passages.document)"
        f" SELECT {_COLUMNS}, unlikely, CASE WHEN not_called = 0 THEN d.title END"
        " FROM said JOIN documents AS d ON d.id = said.id"
        f" WHERE {_REAL} AND {condition.sql}"
    )
    values.extend(condition.values)
    for term in wording.choices[0] if wording.anywhere else ():
        sql += f" AND {_IN_ONE}"
        values.append(str(term))
    sql += f" ORDER BY {_BEST if order is Order.RELEVANCE else _NEWEST}"
    return list(map(_Row._make, tables.execute(sql, values)))


def _exact_first(rows: list[_Row], wording: Wording) -> list[_Row]:
    """Return rows in order; of what is called so, what has just that title is first."""
    title = "-".join(bare(said) for term in wording.choices[0] for said in term.said)
    exact = {row.id for row in rows if row.called and slug(row.called) == title}
    return sorted(rows, key=lambda row: (row.unlikely, row.id not in exact)) if exact else rows


def _facets(rows: Sequence[_Row]) -> Facets:
    if not rows:
        return Facets()
    # Columns are counted many times faster than the fields of rows.
    columns = _Row._make(zip(*rows, strict=True))
    return Facets(
        type=_counted(columns.type),
        level=_counted(columns.level),
        place=_counted_within(columns.place),
        year=_counted_by_year(columns.date),
    )


def _counted_within(places: Iterable[str]) -> tuple[Facet, ...]:
    """Count the documents of each place, those of what lies in it among them."""
    counts: Counter[str] = Counter()
    for place, count in Counter(places).items():
        names = place.split(".")
        for size in range(1, len(names) + 1):
            counts[".".join(names[:size])] += count
    return _ordered(counts)


def _counted_by_year(dates: Iterable[str]) -> tuple[Facet, ...]:
    counts: Counter[str] = Counter()
    for date, count in Counter(dates).items():
        counts[str(partial_date(date).year)] += count
    return _ordered(counts)


def _counted(values: Iterable[str]) -> tuple[Facet, ...]:
    return _ordered(Counter(values))


def _ordered(counts: Counter[str]) -> tuple[Facet, ...]:
    ordered = sorted(counts.items(), key=lambda item: (not item[0], -item[1], item[0]))
    return tuple(Facet(value, count) for value, count in ordered)


def _documents(tables: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Found]:
    rows = tables.execute(
        f"SELECT id, {', '.join(SHOWN)} FROM documents"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return {number: found_of(row) for number, *row in rows}
