"""Values of the graph as RDF literals, each of its own kind."""

from datetime import datetime

from pyoxigraph import Literal, NamedNode

from graph.rdf.vocabulary import XSD
from ontology.dates import Precision, partial_date

_KINDS = {Precision.YEAR: "gYear", Precision.MONTH: "gYearMonth", Precision.DAY: "date"}


def date_literal(day: str) -> Literal:
    """Return an ISO date as a literal of its own kind; what is no date stays a plain string.

    >>> date_literal("2013-06").datatype.value.rpartition("#")[2]
    'gYearMonth'
    """
    kind = _KINDS.get(partial_date(day).precision)
    return _typed(day, kind) if kind else Literal(day)


def is_date(literal: Literal) -> bool:
    """Tell whether a literal is a day, a month or a year.

    >>> is_date(date_literal("2013-06")), is_date(Literal("2013-06"))
    (True, False)
    """
    return literal.datatype in _DATE_TYPES


def integer_literal(value: int) -> Literal:
    """Return a whole number."""
    return _typed(str(value), "integer")


def decimal_literal(value: float) -> Literal:
    """Return a number with two decimals.

    >>> decimal_literal(0.9).value
    '0.90'
    """
    return _typed(f"{value:.2f}", "decimal")


def time_literal(moment: datetime) -> Literal:
    """Return a moment, to the second, in UTC where ``moment`` is."""
    return _typed(moment.isoformat(timespec="seconds").replace("+00:00", "Z"), "dateTime")


def _typed(text: str, kind: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + kind))


_DATE_TYPES = {NamedNode(XSD + kind) for kind in _KINDS.values()}
