"""Which kind of body stands directly above which."""

from dataclasses import dataclass
from functools import cache

from ontology.institutions.issuers import Issuer, all_issuers
from ontology.level import Level
from ontology.tables import Row, read_table

_COLUMNS = ("code", "level", "superior", "superior_level", "source")


@dataclass(frozen=True, slots=True)
class Superior:
    """A body of one kind at one level, and what stands directly above it."""

    issuer: Issuer
    level: Level
    superior: Issuer
    superior_level: Level


@cache
def all_superiors() -> tuple[Superior, ...]:
    """Return every pair; raises TableError."""
    rows = read_table("superiors.csv", _COLUMNS, unique=("code", "level", "superior_level"))
    return tuple(_superior(row) for row in rows)


def superior_of(issuer: Issuer, level: Level, above: Level) -> Issuer | None:
    """Return the kind of body of level ``above`` that stands above ``issuer`` at ``level``.

    ``above`` may be ``level`` itself: a department is under the executive of its own place. None
    where the table does not know, or knows several.
    """
    found = [
        pair.superior
        for pair in all_superiors()
        if pair.issuer == issuer and pair.level is level and pair.superior_level is above
    ]
    return found[0] if len(found) == 1 else None


def _superior(row: Row) -> Superior:
    level, above = row.choice("level", Level), row.choice("superior_level", Level)
    outwards = list(Level)
    pair = Superior(_issuer(row, "code", level), level, _issuer(row, "superior", above), above)
    if outwards.index(above) > outwards.index(level):
        raise row.error(f"superior_level is {above}; expected {level} or one above it")
    if above is level and pair.issuer == pair.superior:
        raise row.error(f"superior is {row.text('superior')!r}; expected another body")
    return pair


def _issuer(row: Row, column: str, level: Level) -> Issuer:
    code = row.required(column)
    found = [
        issuer for issuer in all_issuers() if issuer.code == code and issuer.level in (None, level)
    ]
    if not found:
        raise row.error(f"{column} is {code!r}; expected the code of a body of level {level}")
    return found[0]
