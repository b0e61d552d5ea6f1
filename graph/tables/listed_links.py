"""The links of one document, counted and listed by what they say, without reading their words."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Final

from graph.rdf import vocabulary as ld
from graph.read.assertions import LinkKey

_HOLDING: Final = ", ".join(f"'{status.value.removeprefix(ld.SCHEME)}'" for status in ld.HOLDING)
_LINKS: Final = f"""
SELECT {{other}} AS other, property, min(coalesce(part, '') <> '') AS partly
FROM statements WHERE {{own}} = (SELECT id FROM documents WHERE iri = :iri)
AND status IN ({_HOLDING}) AND property {{which}} GROUP BY {{other}}, property
"""
_ASKED: Final = "IN (SELECT value FROM json_each(:properties))"
_ENDS: Final = {False: ("subject", "object"), True: ("object", "subject")}
_COUNTED: Final = {
    back: "SELECT property, partly, count(*) FROM ("
    + _LINKS.format(own=own, other=other, which=_ASKED)
    + ") GROUP BY property, partly ORDER BY property, partly"
    for back, (own, other) in _ENDS.items()
}
_LISTED: Final = {
    back: "SELECT iri FROM ("
    + _LINKS.format(own=own, other=other, which="= :property")
    + ") JOIN documents ON documents.id = other WHERE partly = :partly"
    " ORDER BY coalesce(nullif(date, ''), '9'), iri LIMIT :most OFFSET :start"
    for back, (own, other) in _ENDS.items()
}
_ALL: Final = tuple(node.value.removeprefix(ld.NS) for node in ld.RELATION_NAMES)


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
    named = ld.predicates_named(relation)
    properties = [node.value.removeprefix(ld.NS) for node in named] if relation else _ALL
    values = {"iri": iri, "properties": json.dumps(properties), "start": start, "most": most}
    lists = []
    for name, partly, count in tables.execute(_COUNTED[back], values).fetchall():
        chosen = {**values, "property": name, "partly": partly}
        ends = [other for (other,) in tables.execute(_LISTED[back], chosen)]
        pairs = ((other, iri) if back else (iri, other) for other in ends)
        keys = tuple(LinkKey(upper, ld.NS + name, lower) for upper, lower in pairs)
        if keys:
            lists.append(LinkList(ld.NS + name, bool(partly), count, keys))
    return tuple(lists)
