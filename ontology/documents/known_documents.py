"""Documents of the centre that are known to hold a number, so that namesakes can be told apart."""

from dataclasses import dataclass
from functools import cache

from ontology.dates import PartialDate
from ontology.documents.identity import DocumentId
from ontology.spelling import slug
from ontology.tables import Row, read_table

_COLUMNS = (
    "series",
    "period",
    "register",
    "number",
    "symbol",
    "date",
    "issuer",
    "subject",
    "source",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDocument:
    """One document; ``symbol`` as printed (``25-NQ/TW``), ``date`` ISO, a year alone, or empty."""

    id: DocumentId
    symbol: str
    date: PartialDate
    issuer: str
    subject: str
    source: str


@cache
def all_known_documents() -> tuple[KnownDocument, ...]:
    """Return every document of the table; raises TableError."""
    rows = read_table(
        "known_documents.csv", _COLUMNS, unique=("series", "period", "register", "number")
    )
    return tuple(_known_document(row) for row in rows)


def known_candidates(series: str, symbol: str, number: str | int) -> tuple[KnownDocument, ...]:
    """Return the known holders of a number, in the order of their dates; others may exist.

    ``symbol`` is the letters as in an id (``nq-tw``) or as printed (``NQ/TW``).

    >>> [holder.id.period for holder in known_candidates("tw", "nq-tw", 25)]
    ['k9', 'k10', 'k11', 'k14']
    """
    return _by_number().get((series, slug(symbol), str(number).lstrip("0")), ())


@cache
def _by_number() -> dict[tuple[str, str, str], tuple[KnownDocument, ...]]:
    groups: dict[tuple[str, str, str], tuple[KnownDocument, ...]] = {}
    for known in sorted(all_known_documents(), key=lambda known: known.date):
        key = (known.id.series, known.id.symbol, known.id.number)
        groups[key] = (*groups.get(key, ()), known)
    return groups


def _known_document(row: Row) -> KnownDocument:
    key = [row.required(column) for column in ("series", "period", "register", "number")]
    try:
        identity = DocumentId.parse("/".join(key))
    except ValueError as error:
        raise row.error(str(error)) from error
    return KnownDocument(
        id=identity,
        symbol=row.required("symbol"),
        date=row.partial_date("date"),
        issuer=row.required("issuer"),
        subject=row.required("subject"),
        source=row.required("source"),
    )
