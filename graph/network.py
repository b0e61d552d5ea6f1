"""The graph as networkx sees it: documents as nodes, stated relations as edges."""

import networkx as nx
from pyoxigraph import NamedNode

from graph import vocabulary as ld
from graph.documents import Documents
from graph.links import Links
from graph.quads import whole
from graph.store import GraphStore


def as_networkx(store: GraphStore, *, inferred: bool = False) -> "nx.MultiDiGraph[str]":
    """Return every document and every link; an edge points from what speaks to what it speaks of.

    Nodes are IRIs with ``number``, ``type``, ``term``, ``date``, ``title``, ``issuer``, ``level``,
    ``place``, ``held``, ``mentions``, ``resolved`` and ``selector``. The key of an edge is the name
    of the relation, with the kind of review if there is one ("summarizes final"). An edge has
    ``relation``, ``review``, ``years`` where the text says how many, the best ``quote`` with
    ``text``, ``start``, ``end``, ``rule`` and ``confidence``, ``evidence`` (in how many places it
    is stated) and ``inferred``. Links that no text states are left out unless they are asked for.
    """
    dataset = whole(store.dataset)
    documents = Documents(dataset)
    links = Links(documents)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    quads = dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
    for iri in sorted(
        {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    ):
        found = documents.found(iri)
        network.add_node(
            iri,
            number=found.number,
            type=found.type,
            term=found.term,
            date=found.date,
            title=found.title,
            issuer=found.issuer,
            level=found.level.value if found.level else "",
            place=found.place,
            held=found.held,
            mentions=found.mentions,
            resolved=found.resolved,
            selector=found.selector,
        )
    for iri in list(network):
        for step, places in links.best_of(iri, inferred=inferred):
            network.add_edge(
                iri,
                step.object.iri,
                key=f"{step.relation} {step.review}".strip(),
                relation=step.relation,
                review=step.review,
                quote=step.quote,
                text=step.text,
                start=step.start,
                end=step.end,
                rule=step.rule,
                confidence=step.confidence,
                evidence=places,
                inferred=step.inferred,
                # GraphML has no null.
                **({} if step.years is None else {"years": step.years}),
            )
    return network
