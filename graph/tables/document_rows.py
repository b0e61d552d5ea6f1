"""A document as a row of the tables: a column for each field of ``Found`` but its IRI, and more."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import itemgetter
from typing import Any, Final

from graph.read.collection import Collected, Contradiction
from graph.values import Found
from ontology.level import Level

COLUMNS: Final = {
    field.name: "INTEGER" if field.type in (int, bool) else "TEXT"
    for field in fields(Found)
    if field.name != "iri"
}
_BESIDE: Final = ("own_texts", "contradictions")
WRITTEN: Final = (*COLUMNS, *_BESIDE)
"""The columns of what is said of a document, without its IRI."""
SHOWN: Final = ("iri", *COLUMNS)
"""The columns that make a document as rows show it."""


def declared() -> str:
    """Return the columns as SQLite wants them told."""
    return ",\n    ".join(f"{name} {kind} NOT NULL" for name, kind in COLUMNS.items())


def written(document: Collected) -> tuple[str | int, ...]:
    """Return the values of ``WRITTEN``."""
    told = (_written(getattr(document.found, name)) for name in COLUMNS)
    stated = [[each.field, each.values] for each in document.contradictions]
    return (*told, _json(document.texts), _json(stated))


def found_of(row: Sequence[Any]) -> Found:
    """Return the document whose row has these values of ``SHOWN``."""
    told: dict[str, Any] = dict(zip(SHOWN, row, strict=True))
    told |= {name: bool(told[name]) for name in ("held", "resolved")}
    told["level"] = Level(told["level"]) if told["level"] else None
    told["unconfirmed_fields"] = tuple(told["unconfirmed_fields"].split())
    told["more"] = json.loads(told["more"])
    return Found(**told)


def _written(value: object) -> str | int:
    if isinstance(value, Mapping):
        return _json(value)
    if isinstance(value, tuple):
        return " ".join(value)
    return value if isinstance(value, str | int) else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def rows_of(tables: sqlite3.Connection, iris: Iterable[str]) -> dict[str, Found]:
    """Return documents as rows show them, by their IRIs; what is none of the store is left out."""
    return {row[0]: found_of(row) for row in _selected(tables, SHOWN, iris)}


def lasting_names(tables: sqlite3.Connection, iris: Iterable[str]) -> dict[str, str]:
    """Return what means documents whatever others there will be, by their IRIs."""
    return dict(_selected(tables, ("iri", "lasting"), iris).fetchall())


def meant_for_long(tables: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    """Return the IRIs of documents by what means them for long; what means none is left out."""
    sql = "SELECT lasting, iri FROM documents WHERE lasting IN (SELECT value FROM json_each(?))"
    return dict(tables.execute(sql, (_json(list(names)),)).fetchall())


def types_of(tables: sqlite3.Connection, iri: str) -> list[str]:
    """Return the types that texts call a document; none of what is none of the store."""
    found = tables.execute("SELECT types FROM documents WHERE iri = ?", (iri,)).fetchone()
    return [] if found is None else list[str](json.loads(found[0]))


def text_names(tables: sqlite3.Connection, shas: Iterable[str]) -> list[tuple[str, str]]:
    """Return hash and name of the texts among ``shas`` that documents have of their own."""
    sql = "SELECT sha, name FROM texts WHERE sha IN (SELECT value FROM json_each(?))"
    return tables.execute(sql, (_json(list(shas)),)).fetchall()


def collected_of(tables: sqlite3.Connection, iri: str) -> Collected | None:
    """Return a document as ``graph.read.collection.collect`` has it, None where there is none."""
    return next(iter(collected_among(tables, [iri])), None)


def collected_among(tables: sqlite3.Connection, iris: Iterable[str]) -> tuple[Collected, ...]:
    """Return documents as ``graph.read.collection.collect`` has them, in their order."""
    rows = _selected(tables, (*SHOWN, *_BESIDE), iris)
    return tuple(
        Collected(
            found=found_of(row),
            texts=tuple(json.loads(texts)),
            contradictions=tuple(
                Contradiction(field, tuple((value, tuple(names)) for value, names in values))
                for field, values in json.loads(contradictions)
            ),
        )
        for *row, texts, contradictions in sorted(rows, key=itemgetter(0))
    )


def _selected(
    tables: sqlite3.Connection, columns: Sequence[str], iris: Iterable[str]
) -> sqlite3.Cursor:
    return tables.execute(
        f"SELECT {', '.join(columns)} FROM documents WHERE iri IN (SELECT value FROM json_each(?))",
        (_json(list(iris)),),
    )
