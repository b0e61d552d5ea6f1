"""Values of the graph as RDF literals, each of its own kind."""

from datetime import date, datetime

from pyoxigraph import Literal, NamedNode

from graph.rdf.vocabulary import XSD

_FULL_DATE = len("2013-06-03")
_PARTIAL_DATES = {len("2013"): "gYear", len("2013-06"): "gYearMonth"}


def date_literal(day: str) -> Literal:
    """Return an ISO date as a literal of its own kind; what is no date stays a plain string.

    >>> date_literal("2013-06").datatype.value.rpartition("#")[2]
    'gYearMonth'
    """
    if len(day) == _FULL_DATE:
        try:
            date.fromisoformat(day)
        except ValueError:
            return Literal(day)
        return _typed(day, "date")
    kind = _PARTIAL_DATES.get(len(day))
    return _typed(day, kind) if kind else Literal(day)


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
