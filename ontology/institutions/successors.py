"""Which body follows one that ended."""

from dataclasses import dataclass
from functools import cache

from ontology.institutions.issuers import Issuer, all_issuers
from ontology.tables import Row, read_table

_COLUMNS = ("body", "successor", "source")


@dataclass(frozen=True, slots=True)
class Succession:
    """A kind of body that ended, and one that took over what it did, or the larger part of it."""

    issuer: Issuer
    successor: Issuer


@cache
def all_successions() -> tuple[Succession, ...]:
    """Return every pair; a body may have several successors. Raises TableError."""
    rows = read_table("successors.csv", _COLUMNS, unique=("body", "successor"))
    return tuple(_succession(row) for row in rows)


def successors_of(issuer: Issuer) -> tuple[Issuer, ...]:
    """Return what followed ``issuer`` directly, none where it lasts or the table does not know.

    >>> from ontology.institutions.issuers import issuer_by_code
    >>> [body.code for body in successors_of(issuer_by_code("BKHĐT"))]
    ['BTC']
    """
    return tuple(pair.successor for pair in all_successions() if pair.issuer == issuer)


def _succession(row: Row) -> Succession:
    issuer, successor = _issuer(row, "body"), _issuer(row, "successor")
    if not issuer.until:
        raise row.error(f"body is {issuer.names[0]!r}; expected one that ended")
    if successor.until and successor.until <= issuer.until:
        raise row.error(f"successor is {successor.names[0]!r}; expected one that ended later")
    return Succession(issuer, successor)


def _issuer(row: Row, column: str) -> Issuer:
    name = row.required(column)
    for issuer in all_issuers():
        if issuer.names[0] == name:
            return issuer
    raise row.error(f"{column} is {name!r}; expected the first name of a row of issuers.csv")
