"""Ready questions that count over everything, and rules, answered from the tables in SQL.

Each stands in ``graph/tables/queries/NAME.sql`` and gives the rows of the question of that name in
SPARQL, which any store can be asked; ``graph/tables/rules/NAME.sql`` does so for a rule that
compares many documents with one another.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from graph.rdf import vocabulary as ld
from graph.read.garbage import garbage_kept
from graph.store.disk import GraphStore
from graph.tables.database import tables_beside
from graph.values import Value

_SUFFIX = ".sql"
_QUESTIONS: Final = "queries"
_RULES: Final = "rules"

Answer = tuple[tuple[str, ...], tuple[tuple[Value, ...], ...]]
"""The names of the columns, and the rows."""


def counted_questions() -> frozenset[str]:
    """Return the names of the questions that the tables answer."""
    return _names(_QUESTIONS)


def counted_rules() -> frozenset[str]:
    """Return the names of the rules that the tables answer."""
    return _names(_RULES)


@cache
def _names(folder_name: str) -> frozenset[str]:
    folder = files("graph.tables").joinpath(folder_name)
    names = (entry.name for entry in folder.iterdir())
    return frozenset(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX))


def counted_rows(store: GraphStore, name: str, about: Mapping[str, Sequence[str]]) -> Answer | None:
    """Return the columns and the rows that answer a question, None where the tables do not tell.

    ``about`` gives the IRIs that each parameter of the question stands for. The tables tell nothing
    of other questions, nor where there are none: on a server, in a store of an earlier version.
    Raises DamagedStore.
    """
    return _rows(store, _QUESTIONS, name, about)


def rule_rows(store: GraphStore, name: str) -> Answer | None:
    """Return what a rule finds, with the variables of its query as columns; else as above.

    IRIs and days are words. Raises DamagedStore.
    """
    return _rows(store, _RULES, name, {})


def _rows(
    store: GraphStore, folder: str, name: str, about: Mapping[str, Sequence[str]]
) -> Answer | None:
    if name not in _names(folder):
        return None
    with tables_beside(store) as tables:
        return None if tables is None else _answered(tables, folder, name, about)


def _answered(
    tables: sqlite3.Connection, folder: str, name: str, about: Mapping[str, Sequence[str]]
) -> Answer:
    """Return what the query of a question or a rule finds."""
    sql = files("graph.tables").joinpath(folder, f"{name}{_SUFFIX}").read_text("utf-8")
    blanks = {parameter: json.dumps(iris) for parameter, iris in about.items()}
    blanks |= {"place_base": ld.thing_node("place", "").value, "ns": ld.NS, "scheme": ld.SCHEME}
    with garbage_kept():
        found = tables.execute(sql, blanks)
        return tuple(name for name, *_ in found.description), tuple(found.fetchall())
