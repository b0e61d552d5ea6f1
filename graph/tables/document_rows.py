"""A document as a row of the tables: a column for each field of ``Found`` but its IRI."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from graph.values import Found
from ontology.level import Level

COLUMNS: Final = {
    field.name: "INTEGER" if field.type in (int, bool) else "TEXT"
    for field in fields(Found)
    if field.name != "iri"
}
SHOWN: Final = ("iri", *COLUMNS)
"""The columns that make a document as rows show it."""


def declared() -> str:
    """Return the columns as SQLite wants them told."""
    return ",\n    ".join(f"{name} {kind} NOT NULL" for name, kind in COLUMNS.items())


def written(found: Found) -> tuple[str | int, ...]:
    """Return the values of the columns, without the IRI."""
    return tuple(_written(getattr(found, name)) for name in COLUMNS)


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
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple):
        return " ".join(value)
    return value if isinstance(value, str | int) else ""
