"""A part of a collection: the documents that are asked for, and those next to them.

What lies outside of it is not read.
"""

import json
import sqlite3
from collections.abc import Collection as Some
from typing import Final

from graph.errors import WrongUse
from graph.pages.fitting import CARRYING_OUT_COUNTS, MOST_AROUND, MOST_DOCUMENTS
from graph.rdf import vocabulary as ld
from graph.read.assertions import LinkKey
from graph.read.collection import Collection, links_of
from graph.read.garbage import garbage_kept
from graph.read.places import places_of
from graph.store.disk import GraphStore
from graph.tables.columns import Tables
from graph.tables.database import ISSUES_PLAN, reading
from graph.tables.document_rows import collected_among
from graph.tables.sought.narrowing import EVERYTHING, Condition, Narrowed, condition_of
from graph.tables.tabled_documents import TabledDocuments
from ontology.documents.relation import CARRIES_OUT

_AMONG: Final = "(SELECT value FROM json_each(:ids))"
_LINK: Final = f"relation <> '{ISSUES_PLAN}'"
_NEXT: Final = f"""
SELECT object FROM edges WHERE subject IN {_AMONG} AND {_LINK}
UNION SELECT subject FROM edges WHERE object IN {_AMONG} AND {_LINK}
"""
_CARRYING_OUT: Final = ", ".join(f"'{relation}'" for relation in sorted(CARRIES_OUT))
_WEIGHT: Final = f"""
SELECT coalesce(sum(iif(relation IN ({_CARRYING_OUT}), {CARRYING_OUT_COUNTS}, 1)), 0) FROM edges
WHERE {{end}} = documents.id AND {_LINK} AND status <> 'inferred'
"""
_WEIGHTIEST: Final = f"""
SELECT id FROM documents WHERE id IN {_AMONG}
ORDER BY ({_WEIGHT.format(end="subject")}) + ({_WEIGHT.format(end="object")}) DESC, iri LIMIT :most
"""
_ENDS: Final = f"""
SELECT DISTINCT upper.iri, property, lower.iri
FROM edges JOIN documents AS upper ON upper.id = subject
JOIN documents AS lower ON lower.id = object
WHERE subject IN {_AMONG} AND object IN {_AMONG} AND {_LINK}
"""


def selected(
    store: GraphStore, tables: Tables, iri: str = "", narrowed: Narrowed = EVERYTHING
) -> Collection:
    """Return a part of what ``collect`` returns: documents, and the links among them.

    They are the document ``iri`` with those nearest to it, link by link, ``MOST_AROUND`` of them;
    or, where ``narrowed`` asks for some, these with as many of those that are linked with one of
    them, and ``iri``. Of those that are equally near the ones that have most relations go first.

    Raises UnknownPlace, DamagedStore, and WrongUse for what cannot be asked or is too much.
    """
    with reading(store.directory), garbage_kept():
        centre = tables.execute("SELECT id FROM documents WHERE iri = ?", (iri,)).fetchall()
        roots = {number for (number,) in centre}
        if narrowed.asks:
            roots |= _chosen(tables, condition_of(store, tables, narrowed))
            kept = _nearest(tables, roots, steps=1, room=MOST_AROUND)
        else:
            kept = _nearest(tables, roots, steps=MOST_AROUND, room=MOST_AROUND - len(roots))
        return _part(store, tables, kept)


def _chosen(tables: sqlite3.Connection, condition: Condition) -> set[int]:
    """Return the ids of what is asked for, references that are open left out."""
    sql = f"SELECT d.id FROM documents AS d WHERE (d.held OR d.resolved) AND {condition.sql}"
    found = {number for (number,) in tables.execute(sql, condition.values)}
    if len(found) > MOST_DOCUMENTS:
        raise WrongUse("too many chosen", documents=str(len(found)), most=str(MOST_DOCUMENTS))
    return found


def _nearest(tables: sqlite3.Connection, roots: Some[int], *, steps: int, room: int) -> set[int]:
    """Return ``roots`` and what so many steps lead to from there, as far as there is room."""
    kept, edge = set(roots), set(roots)
    while edge and room and steps:
        found = tables.execute(_NEXT, {"ids": json.dumps(list(edge))})
        edge = {number for (number,) in found} - kept
        if len(edge) > room:
            values = {"ids": json.dumps(list(edge)), "most": room}
            edge = {number for (number,) in tables.execute(_WEIGHTIEST, values)}
        kept |= edge
        room, steps = room - len(edge), steps - 1
    return kept


def _part(store: GraphStore, tables: Tables, kept: Some[int]) -> Collection:
    ids = {"ids": json.dumps(list(kept))}
    sql = f"SELECT iri FROM documents WHERE id IN {_AMONG} ORDER BY iri"
    iris = [iri for (iri,) in tables.execute(sql, ids)]
    known = collected_among(tables, iris)
    keys = [
        LinkKey(upper, ld.NS + name, lower) for upper, name, lower in tables.execute(_ENDS, ids)
    ]
    documents = TabledDocuments(store.dataset, tables)
    documents.fetch(iris)
    inside = set(iris)
    links = (
        link
        for link in links_of(documents, keys)
        if all({premise.subject, premise.object} <= inside for premise in link.premises)
    )
    return Collection(
        known,
        tuple(links),
        places_of(each.found for each in known),
        beyond=store.state.documents - len(known),
    )
