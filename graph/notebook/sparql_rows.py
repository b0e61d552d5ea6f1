"""Answers to SELECT as tables: each row a dataclass whose fields are the query's variables."""

import re
from dataclasses import make_dataclass
from keyword import iskeyword
from typing import Any

from graph.ask.sparql import Rows
from graph.notebook.table import Table
from graph.read.garbage import garbage_kept
from graph.store.disk import GraphStore
from graph.words.sentences import Language

_NO_NAME = re.compile(r"\W|^(?=\d)")


def table_of(
    rows: Rows, title: str = "", *, language: Language, store: GraphStore | None = None
) -> Table[Any]:
    """Return ``rows`` as a table that shows documents of ``store`` by their names.

    >>> table = table_of(Rows(("plan", "class"), (("a", 1),)), language=Language.EN)
    >>> table[0]
    Row(plan='a', class_=1)
    """
    names = [_field(name) for name in rows.variables]
    kind = make_dataclass("Row", names, frozen=True, slots=True)
    with garbage_kept():
        told = [kind(*row) for row in rows.rows]
    return Table(told, names, title, language=language, store=store)


def _field(variable: str) -> str:
    name = _NO_NAME.sub("_", variable)
    return f"{name}_" if iskeyword(name) else name
