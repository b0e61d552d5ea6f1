"""Which documents are asked for, by what they are: typed by people, asked for in SQL."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypedDict

from graph.errors import WrongUse
from graph.rdf import vocabulary as ld
from graph.read.lookup import level_typed
from graph.read.places import known_place, lies_in
from graph.store.disk import GraphStore
from graph.tables.database import ISSUES_PLAN
from graph.typed.times import time_typed
from ontology.documents.document_types import type_by_code
from ontology.institutions.issuers import abbreviations, issuer_by_code
from ontology.level import Level
from ontology.spelling import slug

_ONE_DAY = timedelta(days=1)
_WITHOUT_PLAN = f"""
NOT EXISTS (
    SELECT 1 FROM edges AS e
    WHERE e.relation IN ({", ".join(f"'{ld.RELATION_NAMES[node]}'" for node in ld.CARRYING_OUT)})
    AND e.object IN (
        SELECT d.id
        UNION ALL SELECT subject FROM edges WHERE object = d.id AND relation = '{ISSUES_PLAN}'
        UNION ALL SELECT object FROM edges WHERE subject = d.id AND relation = '{ISSUES_PLAN}'
    )
)
"""
"""Who carries out a decision carries out the plan that it issues, and the other way round."""


class Order(StrEnum):
    """In which order documents are given."""

    RELEVANCE = "relevance"
    DATE = "date"


class Narrowing(TypedDict, total=False):
    """What ``Narrowed`` takes, for functions that take it by name."""

    place: str
    level: Level | str | None
    type: str
    issuer: str
    year: int | None
    since: str
    until: str
    held: bool
    without_plan: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What the documents are to be, as typed; an empty field asks nothing.

    ``place`` takes in what lies in it, ``type`` is a type or its code, ``issuer`` words of the
    name of the issuer, ``since`` and ``until`` a day, a month or a year, the last included. A
    document of which a year or a month alone is known lies between two days if all of it does.
    ``held`` asks for documents whose text was read, ``without_plan`` for those that no other
    carries out.
    """

    place: str = ""
    level: Level | str | None = None
    type: str = ""
    issuer: str = ""
    year: int | None = None
    since: str = ""
    until: str = ""
    held: bool = False
    without_plan: bool = False

    @property
    def asks(self) -> bool:
        """Whether any field asks something of documents."""
        return any(getattr(self, field.name) for field in fields(self))


EVERYTHING: Final = Narrowed()
"""What asks nothing of documents."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What SQL asks of ``documents AS d``, with the values of its blanks; empty for nothing."""

    sql: str
    values: tuple[str | int, ...]


def condition_of(store: GraphStore, tables: sqlite3.Connection, narrowed: Narrowed) -> Condition:
    """Return what ``narrowed`` asks.

    Raises UnknownPlace, and WrongUse for a level, a type or a time that is none.
    """
    parts: list[tuple[str, tuple[str | int, ...]]] = []
    if narrowed.place:
        wanted = known_place(store, narrowed.place)
        parts.append(_one_of(tables, "place", lambda place: lies_in(place, wanted)))
    if level := level_typed(narrowed.level or None):
        parts.append(("d.level = ?", (level.value,)))
    if narrowed.type:
        parts.append(("d.type = ?", (_type_typed(tables, narrowed.type),)))
    if narrowed.issuer:
        words = f"-{slug(_written_out(narrowed.issuer))}-"
        parts.append(_one_of(tables, "issuer", lambda name: words in f"-{slug(name)}-"))
    if narrowed.year is not None:
        parts.append(("substr(d.date, 1, 4) = ?", (f"{narrowed.year:04}",)))
    if narrowed.since:
        first = time_typed(narrowed.since).earliest
        padded = "d.date || substr('0000-01-01', length(d.date) + 1)"
        parts.append((f"d.date <> '' AND {padded} >= ?", (str(first),)))
    if narrowed.until:
        last = time_typed(narrowed.until).latest
        parts.append(_until(last or date.max))
    if narrowed.held:
        parts.append(("d.held", ()))
    if narrowed.without_plan:
        parts.append((_WITHOUT_PLAN, ()))
    sql = " AND ".join(f"({part})" for part, _ in parts)
    return Condition(sql, tuple(value for _, values in parts for value in values))


def _one_of(
    tables: sqlite3.Connection, column: str, fits: Callable[[str], bool]
) -> tuple[str, tuple[str, ...]]:
    """Return the condition that a column has a value which ``fits``."""
    values = tables.execute(f"SELECT DISTINCT {column} FROM documents")
    fitting = [value for (value,) in values if value and fits(value)]
    wanted = json.dumps(fitting, ensure_ascii=False)
    return f"d.{column} IN (SELECT value FROM json_each(?))", (wanted,)


def _until(last: date) -> tuple[str, tuple[str, ...]]:
    """Return the condition that all of a date, which may be a month or a year, is over by then."""
    after = str(last + _ONE_DAY) if last < date.max else "9999"
    whole = "d.date < substr(?, 1, length(d.date))"
    return f"d.date <> '' AND {whole}", (after,)


def _type_typed(tables: sqlite3.Connection, typed: str) -> str:
    """Return the type that is meant, as the documents have it; WrongUse where there is none."""
    rows = tables.execute("SELECT type, count(*) FROM documents GROUP BY type ORDER BY 2 DESC, 1")
    types = [name for name, _ in rows if name]
    by_code = type_by_code(typed.strip())
    wanted = {slug(typed), *([slug(by_code.word)] if by_code else [])}
    found: str | None = next((name for name in types if slug(name) in wanted), None)
    if found is None:
        raise WrongUse("unknown type", typed=typed, known=", ".join(types))
    return found


def _written_out(issuer: str) -> str:
    """Return the name of a body without abbreviations: "UBND tỉnh", "BTV Tỉnh ủy"."""
    words = []
    for word in issuer.split():
        body = issuer_by_code(word) if word.isupper() else None
        words.append(abbreviations().get(word) or (body.names[0] if body else word))
    return " ".join(words)
