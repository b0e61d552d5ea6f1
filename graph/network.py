"""Network (being filled in)."""

import networkx as nx

from graph.store import GraphStore


def as_networkx(store: GraphStore, *, inferred: bool = False) -> "nx.MultiDiGraph[str]":
    """Nodes: IRIs with number, type, term, date, title, issuer, level, place, held, resolved,
    mentions, selector; edges (key = relation in snake case) with relation, quote, text, start, end,
    rule, confidence, evidence (number of places), inferred."""
    raise NotImplementedError
