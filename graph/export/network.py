"""The graph as networkx sees it: documents as nodes, stated relations as edges."""

from dataclasses import fields
from typing import Final

import networkx as nx

from graph.read.collection import collect
from graph.store.disk import GraphStore
from graph.values import Found

_UNWRITTEN: Final = ("iri", "issued_by", "more")
"""The IRI is the node; the decision behind a plan is a node of its own; ``more`` holds fields."""


def as_networkx(store: GraphStore, *, inferred: bool = False) -> "nx.MultiDiGraph[str]":
    """Return every document and every link; an edge points from what speaks to what it speaks of.

    Nodes are IRIs with ``number``, ``type``, ``term``, ``date``, ``title``, ``issuer``, ``level``,
    ``place``, ``held``, ``mentions``, ``resolved``, ``selector`` and
    ``unconfirmed_fields`` ("number; date"), and the fields that are words of a text (``signer``,
    ``blank_number``). The key of an edge is the name of the relation, with the kind of review if
    there is one ("summarizes final"). An edge has
    ``relation``, ``review``, ``years`` where the text says how many, ``part`` (what of the object a
    change reaches, empty for the whole), ``since`` (from which day, where it is printed), the best
    ``quote`` with ``text``, ``page`` (0 where the file has none), ``box``, ``unconfirmed``,
    ``start``, ``end``, ``rule`` and ``confidence``, ``evidence`` (in how many places it is stated)
    and ``inferred``. Links that no text states are left out unless they are asked for.
    """
    collection = collect(store)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for document in collection.documents:
        found = document.found
        network.add_node(
            found.iri,
            **_attributes(found),
        )
    for link in collection.links:
        if link.inferred and not inferred:
            continue
        best = link.best
        network.add_edge(
            link.key.subject,
            link.key.object,
            key=f"{best.relation} {best.review}".strip(),
            relation=best.relation,
            review=best.review,
            part=link.part,
            since=best.since,
            quote=best.quote,
            text=best.text,
            page=best.page,
            box=best.box,
            unconfirmed=best.unconfirmed,
            start=best.start,
            end=best.end,
            rule=best.rule,
            confidence=best.confidence,
            evidence=len(link.passages) or 1,
            inferred=link.inferred,
            # GraphML has no null.
            **({} if best.years is None else {"years": best.years}),
        )
    return network


def _attributes(found: Found) -> dict[str, str | int | bool]:
    """Return what a node says of a document, in values that every format can write."""
    values = {
        field.name: getattr(found, field.name)
        for field in fields(found)
        if field.name not in _UNWRITTEN
    }
    return values | {
        "level": found.level.value if found.level else "",
        "unconfirmed_fields": "; ".join(found.unconfirmed_fields),
        **found.more,
    }
