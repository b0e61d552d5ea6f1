"""The links of one document, counted and listed by what they say, without reading their words."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Final

from graph.rdf import vocabulary as ld
from graph.read.assertions import LinkKey

_HOLDING: Final = ", ".join(f"'{status.value.removeprefix(ld.SCHEME)}'" for status in ld.HOLDING)
_LISTED: Final = f"""
WITH links AS (
    SELECT {{other}} AS other, property, min(coalesce(part, '') <> '') AS partly
    FROM statements WHERE {{own}} = (SELECT id FROM documents WHERE iri = :iri)
    AND status IN ({_HOLDING}) AND (:all OR property IN (SELECT value FROM json_each(:properties)))
    GROUP BY other, property
), placed AS (
    SELECT property, partly, documents.iri AS iri, count(*) OVER alike AS count,
        row_number() OVER (alike ORDER BY coalesce(nullif(date, ''), '9'), documents.iri) AS place
    FROM links JOIN documents ON documents.id = links.other
    WINDOW alike AS (PARTITION BY property, partly)
)
SELECT property, partly, iri, count FROM placed
WHERE place > :start AND place <= :start + :most ORDER BY property, partly, place
"""
_SIDES: Final = {
    back: _LISTED.format(own=own, other=other)
    for back, own, other in ((False, "subject", "object"), (True, "object", "subject"))
}


@dataclass(frozen=True, slots=True)
class LinkList:
    """Links of one document that say the same: how many there are, and some of them by date.

    ``partly`` tells whether they reach a part of their object alone.
    """

    predicate: str
    partly: bool
    count: int
    keys: tuple[LinkKey, ...]


def link_lists(
    tables: sqlite3.Connection,
    iri: str,
    *,
    back: bool,
    relation: str = "",
    start: int = 0,
    most: int,
) -> tuple[LinkList, ...]:
    """Return the links of a document that hold, as subject, or with ``back`` as object.

    Of each kind so many are listed as ``most`` says, from ``start`` on; of one relation
    alone where it is given, by the name that answers have for it. Raises sqlite3.Error.
    """
    properties = ld.predicates_named(relation)
    values = {
        "iri": iri,
        "all": not relation,
        "properties": json.dumps([node.value.removeprefix(ld.NS) for node in properties]),
        "start": start,
        "most": most,
    }
    lists: dict[tuple[str, bool], tuple[int, list[LinkKey]]] = {}
    for name, partly, other, count in tables.execute(_SIDES[back], values):
        ends = (other, iri) if back else (iri, other)
        key = LinkKey(ends[0], ld.NS + name, ends[1])
        lists.setdefault((key.predicate, bool(partly)), (count, []))[1].append(key)
    return tuple(LinkList(*kind, count, tuple(keys)) for kind, (count, keys) in lists.items())
