"""What people ask of a document: what carries it out, what it is."""

from collections.abc import Mapping
from itertools import starmap

from graph.errors import NotFound
from graph.rdf.schema import BY_NAME
from graph.read.decided import decided_about
from graph.read.documents import Documents
from graph.read.links import Links, Triple
from graph.read.origins import own_texts
from graph.read.places import known_place, lies_in
from graph.store.disk import GraphStore
from graph.values import DocumentView, Field, Found, PlanRow, Stated, Step
from ontology.documents.relation import Relation
from ontology.level import Level

_Chain = tuple[Triple, ...]
_OUTWARDS = tuple(Level)
_LITTLE_TOLD = {str(Relation.BASED_ON): 1, str(Relation.CITES): 2}
"""The relations that tell least, of which a document may have any number."""


def plans_of(
    store: GraphStore,
    iri: str,
    *,
    level: Level | None = None,
    place: str | None = None,
    local: bool = False,
    direct: bool = False,
    inferred: bool = False,
) -> tuple[PlanRow, ...]:
    """Return every document that carries out ``iri``, the shortest chains first.

    A chain follows what implements, continues, details or guides, step by step; ``direct`` keeps
    to one step. A plan and the decision that issues it are one on the way: the plan has the row,
    and who carries out the decision carries out the plan. ``level``, ``place`` (as typed) and
    ``local`` (below the centre) choose among the documents, whatever the steps between.
    ``inferred`` adds links that no text states. Raises UnknownPlace where ``place`` is none.
    """
    documents = Documents(store.dataset)
    links = Links(documents)
    chains = _chains(links, iri, direct=direct, inferred=inferred)
    wanted = known_place(store, place) if place else frozenset()

    def chosen(document: Found) -> bool:
        return (
            (level is None or document.level is level)
            and not (local and document.level in (None, Level.CENTRAL))
            and (not wanted or lies_in(document.place, wanted))
        )

    kept = {plan: way for plan, way in chains.items() if chosen(documents.found(plan))}
    return _rows(documents, links, kept)


def carriers_of(store: GraphStore, iri: str) -> frozenset[str]:
    """Return the IRIs of all documents that carry out ``iri``, step by step."""
    links = Links(Documents(store.dataset))
    return frozenset(_chains(links, iri, direct=False, inferred=False))


def first_plans(store: GraphStore, iri: str, most: int) -> tuple[int, tuple[PlanRow, ...]]:
    """Return how many documents carry out ``iri``, and the first rows of ``plans_of``."""
    documents = Documents(store.dataset)
    links = Links(documents)
    chains = _chains(links, iri, direct=False, inferred=False)
    return len(chains), _rows(documents, links, chains, most)


def document_view(store: GraphStore, iri: str) -> DocumentView:
    """Return one document with all that is said of it; NotFound where no text mentions it."""
    documents = Documents(store.dataset)
    if not documents.exists(iri):
        raise NotFound(iri, ())
    links = Links(documents)
    record = documents.record(iri)
    contradicted = record.contradicted()
    fields = []
    for name in BY_NAME:
        values = record.stated.get(name, {})
        shown = record.best(name)
        stated = [
            Stated(
                value=value,
                sources=tuple(sorted({documents.text_name(graph) for graph in graphs})),
                own=bool(graphs & record.own),
                shown=value == shown,
            )
            for value, graphs in values.items()
        ]
        if stated:
            ordered = sorted(
                stated,
                key=lambda statement: (not statement.shown, not statement.own, statement.value),
            )
            fields.append(Field(name, tuple(ordered), name in contradicted))
    return DocumentView(
        document=documents.found(iri),
        texts=tuple(sorted(documents.text_name(graph) for graph in record.own)),
        fields=tuple(fields),
        outgoing=_telling_first(links.outgoing(iri)),
        incoming=_telling_first(links.incoming(iri)),
        quotes=links.quotes(iri),
        identified=record.identified,
        decisions=decided_about(store.dataset, iri),
        provenance=own_texts(documents, iri),
    )


def _telling_first(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return links with what is only cited, or given as the ground, behind all else."""
    return tuple(sorted(steps, key=lambda step: _LITTLE_TOLD.get(step.relation, 0)))


def _chains(links: Links, root: str, *, direct: bool, inferred: bool) -> dict[str, _Chain]:
    """Return the shortest chain from each document that carries out ``root`` down to it.

    From a plan the way goes on to the decision behind which it stands, and at the root from a
    decision to its plan, too; such a step is part of the chain, and what it reaches has no row.
    """
    chains: dict[str, _Chain] = {root: ()}
    without_row: set[str] = {root}
    frontier = [root]
    while frontier:
        for target in tuple(frontier):
            for other, link in links.one_with(target, downwards=target == root):
                without_row.add(other)
                if other not in chains:
                    chains[other] = (link, *chains[target])
                    frontier.append(other)
        reached: list[str] = []
        for target in frontier:
            for plan, predicate in links.carried_out_by(target, inferred=inferred):
                if plan not in chains:
                    chains[plan] = ((plan, predicate, target), *chains[target])
                    reached.append(plan)
        frontier = [] if direct else reached
    return {plan: chain for plan, chain in chains.items() if plan not in without_row}


def _rows(
    documents: Documents, links: Links, chains: Mapping[str, _Chain], most: int | None = None
) -> tuple[PlanRow, ...]:
    """Return the first rows of documents and their chains; only of these are links read."""

    def order(plan: str) -> tuple[int, int, str, str, str]:
        document = documents.found(plan)
        rank = _OUTWARDS.index(document.level) if document.level else len(_OUTWARDS)
        return len(chains[plan]), rank, document.place, document.date, document.iri

    return tuple(
        PlanRow(documents.found(plan), tuple(starmap(links.stated, chains[plan])))
        for plan in sorted(chains, key=order)[:most]
    )
