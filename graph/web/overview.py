"""What a collection holds, for the page that opens first."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from sqlite3 import Connection
from typing import Final

from graph.ask.owed.accounts import Ledger, owed_by
from graph.ask.owed.answer import Shown
from graph.ask.owed.judging import Status
from graph.ask.owed.rows import OwedRow
from graph.ask.plans import carriers_in
from graph.build.ledger import FileState, states_of
from graph.read.documents import Documents
from graph.read.places import place_names
from graph.store.disk import GraphStore, ledger_path
from graph.tables.carrying import most_carried_out
from graph.tables.database import reading
from graph.values import Found
from ontology.level import Level

_MOST: Final = 12
"""How many directives the page lists; the others are found by the question most-implemented."""

_SHOWN: Final = 6
_OVERDUE: Final = Shown(statuses=frozenset({Status.OVERDUE}))
"""How many debts and new documents it names."""
_COUNTED: Final = """
SELECT place, level, held, count(*) FROM documents WHERE resolved OR held
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
"""A reference that is open is no document."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A document that local plans carry out: how many of them, at how many places."""

    document: Found
    plans: int
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts of a collection, and the directives that most others carry out.

    ``levels`` counts documents by the value of their level, those without one under "";
    ``by_place`` by the path of their place. ``fresh`` are some of the ``fresh_count`` documents
    whose texts the last build was the first to read, ``failed`` counts files that it could not.
    """

    documents: int
    held: int
    unresolved: int
    claims: int
    levels: Mapping[str, int]
    by_place: Mapping[str, int]
    directives: tuple[Directive, ...]
    fresh: tuple[Found, ...]
    fresh_count: int
    failed: int
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Overdue:
    """How many debts of each status there are on a day, and those that are longest overdue."""

    day: date
    of: Mapping[str, int]
    first: tuple[OwedRow, ...]


def overview_of(store: GraphStore, tables: Connection) -> Overview:
    """Return what the store holds; raises DamagedStore."""
    read = states_of(ledger_path(store.directory, store.state.graph))
    with reading(store.directory):
        levels, by_place, held = Counter[str](), Counter[str](), 0
        for place, level, is_held, count in tables.execute(_COUNTED):
            levels[level] += count
            by_place[place] += count
            held += is_held * count
        count, fresh = _fresh(store, tables, read.texts)
        directives = tuple(_directives(store, tables))
    iris = [found.iri for found in (*(each.document for each in directives), *fresh)]
    return Overview(
        documents=by_place.total(),
        held=held,
        unresolved=store.state.unresolved,
        claims=store.state.claims,
        levels={value: levels[value] for value in (*(each.value for each in Level), "")},
        by_place=by_place,
        directives=directives,
        fresh=fresh,
        fresh_count=count,
        failed=read.failed,
        names=place_names(Documents(store.dataset), iris),
    )


def overdue_on(store: GraphStore, ledger: Ledger) -> Overdue:
    """Return what is owed on the day of a ledger, as ``owed`` tells it."""
    answer = owed_by(store, ledger, shown=_OVERDUE, most=_SHOWN)
    return Overdue(ledger.as_of, answer.of, answer.rows)


def _fresh(
    store: GraphStore, tables: Connection, states: Mapping[str, FileState]
) -> tuple[int, tuple[Found, ...]]:
    """Return how many texts the last build was the first to read, and some of their documents.

    All texts of a first build are new: that is nothing to tell.
    """
    read = [text for text, state in states.items() if state is FileState.READ]
    if len(read) == len(states):
        return 0, ()
    rows = tables.execute(
        "SELECT DISTINCT iri FROM texts JOIN documents ON documents.id = texts.document"
        " WHERE sha IN (SELECT value FROM json_each(?)) ORDER BY date DESC, iri LIMIT ?",
        (json.dumps(read), _SHOWN),
    )
    documents = Documents(store.dataset)
    return len(read), tuple(documents.found(iri) for (iri,) in rows)


def _directives(store: GraphStore, tables: Connection) -> Iterator[Directive]:
    """Yield the documents with most local plans, of those that are carried out most."""
    documents = Documents(store.dataset)
    found = []
    for iri in most_carried_out(tables, 2 * _MOST):
        plans, places = tables.execute(
            "SELECT count(*), count(DISTINCT place) FROM documents WHERE level NOT IN ('', ?)"
            " AND id IN (SELECT value FROM json_each(?))",
            (Level.CENTRAL.value, json.dumps(list(carriers_in(tables, iri)))),
        ).fetchone()
        if plans:
            found.append(Directive(documents.found(iri), plans, places))
    yield from sorted(found, key=lambda each: (-each.plans, each.document.iri))[:_MOST]
