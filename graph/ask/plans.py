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

Chain = tuple[Triple, ...]
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


def chains_of(store: GraphStore, iri: str) -> dict[str, Chain]:
    """Return the chain from each document that carries out ``iri`` down to it, in no order."""
    return _chains(Links(Documents(store.dataset)), iri, direct=False, inferred=False)


def plan_rows(store: GraphStore, chains: Mapping[str, Chain]) -> tuple[PlanRow, ...]:
    """Return the rows of documents with their chains, as ``plans_of`` orders them."""
    documents = Documents(store.dataset)
    return _rows(documents, Links(documents), chains)


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


def _chains(links: Links, root: str, *, direct: bool, inferred: bool) -> dict[str, Chain]:
    """Return the shortest chain from each document that carries out ``root`` down to it.

    From a plan the way goes on to the decision behind which it stands, and at the root from a
    decision to its plan, too; such a step is part of the chain, and what it reaches has no row.
    """
    chains: dict[str, Chain] = {root: ()}
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


def _rows(documents: Documents, links: Links, chains: Mapping[str, Chain]) -> tuple[PlanRow, ...]:
    rows = [
        PlanRow(documents.found(plan), tuple(starmap(links.stated, chain)))
        for plan, chain in chains.items()
    ]
    return tuple(sorted(rows, key=_row_order))


def _row_order(row: PlanRow) -> tuple[int, int, str, str, str]:
    document = row.document
    rank = _OUTWARDS.index(document.level) if document.level else len(_OUTWARDS)
    return len(row.steps), rank, document.place, document.date, document.iri
