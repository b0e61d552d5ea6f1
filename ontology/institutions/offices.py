"""The offices in which people sign documents."""

from functools import cache

from ontology.tables import read_table

_COLUMNS = ("office", "source")


@cache
def signing_offices() -> tuple[str, ...]:
    """Return the offices in the order of the table; raises TableError.

    >>> signing_offices()[:2]
    ('Tổng Bí thư', 'Bí thư')
    """
    rows = read_table("offices.csv", _COLUMNS, unique=("office",))
    return tuple(row.required("office") for row in rows)
