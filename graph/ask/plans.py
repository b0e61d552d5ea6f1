"""What people ask of a document: what carries it out, what it is."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import partial
from itertools import starmap
from sqlite3 import Connection
from typing import Protocol, TypeVar

from pyoxigraph import NamedNode

from graph.errors import NotFound
from graph.rdf.schema import BY_NAME
from graph.read.decided import decided_about
from graph.read.documents import Documents
from graph.read.links import Links
from graph.read.origins import own_texts
from graph.read.places import known_place, lies_in
from graph.store.disk import GraphStore
from graph.tables.carrying import CarryingOut
from graph.tables.database import reading
from graph.tables.tabled_documents import TabledDocuments, documents_of
from graph.values import DocumentView, Field, Found, PlanRow, Stated, Step
from ontology.documents.relation import Relation
from ontology.level import Level

_Key = TypeVar("_Key")
"""What a document is told by: its IRI, or its id in the tables."""
_Chain = tuple[tuple[_Key, NamedNode, _Key], ...]
_CarriedOutBy = Callable[[_Key], Iterable[tuple[_Key, NamedNode]]]


class _OneWith(Protocol[_Key]):
    def __call__(
        self, document: _Key, /, *, downwards: bool
    ) -> Iterable[tuple[_Key, tuple[_Key, NamedNode, _Key]]]: ...


@dataclass(frozen=True, slots=True)
class FirstPlans:
    """How many documents carry one out, at all and at each level, and the first rows of them."""

    count: int = 0
    levels: Mapping[Level | None, int] = field(default_factory=dict)
    rows: tuple[PlanRow, ...] = ()


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
    wanted = known_place(store, place) if place else frozenset()

    def chosen(document: Found) -> bool:
        return (
            (level is None or document.level is level)
            and not (local and document.level in (None, Level.CENTRAL))
            and (not wanted or lies_in(document.place, wanted))
        )

    with documents_of(store) as documents:
        links = Links(documents)
        reached = partial(links.carried_out_by, inferred=inferred)
        chains = _chains(reached, links.one_with, iri, direct=direct)
        documents.fetch(chains)
        kept = {plan: way for plan, way in chains.items() if chosen(documents.found(plan))}

        def order(plan: str) -> tuple[int, int, str, str, str]:
            found = documents.found(plan)
            return len(kept[plan]), _rank(found.level), found.place, found.date, plan

        return _rows(documents, links, kept, sorted(kept, key=order))


def carriers_in(tables: Connection, iri: str) -> Set[int]:
    """Return all documents that carry out ``iri``, step by step, by their ids in the tables.

    Raises sqlite3.Error.
    """
    return _chains_in(CarryingOut(tables, iri)).keys()


def _chains_in(carrying: CarryingOut) -> dict[int, _Chain[int]]:
    return _chains(carrying.carried_out_by, carrying.one_with, carrying.root, direct=False)


def first_plans(store: GraphStore, tables: Connection, iri: str, most: int) -> FirstPlans:
    """Return how many documents carry out ``iri``, and the first rows of ``plans_of``.

    Who they are is read from the tables of the store, and only what is shown from its dataset.
    Raises DamagedStore.
    """
    with reading(store.directory):
        carrying = CarryingOut(tables, iri)
        chains = _chains_in(carrying)
        by_length: defaultdict[int, list[int]] = defaultdict(list)
        for plan, chain in chains.items():
            by_length[len(chain)].append(plan)
        first: list[int] = []
        for length in sorted(by_length):
            first += carrying.first(by_length[length], most - len(first))
        levels = carrying.levels(chains)
        ends = {end for plan in first for upper, _, lower in chains[plan] for end in (upper, lower)}
        iris = carrying.iris(ends)
        shown = {
            iris[plan]: tuple((iris[upper], by, iris[lower]) for upper, by, lower in chains[plan])
            for plan in first
        }
        documents = TabledDocuments(store.dataset, tables)
        rows = _rows(documents, Links(documents), shown, shown)
    return FirstPlans(len(chains), levels, rows)


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


def _chains(
    carried_out_by: _CarriedOutBy[_Key], one_with: _OneWith[_Key], root: _Key, *, direct: bool
) -> dict[_Key, _Chain[_Key]]:
    """Return the shortest chain from each document that carries out ``root`` down to it.

    From a plan the way goes on to the decision behind which it stands, and at the root from a
    decision to its plan, too; such a step is part of the chain, and what it reaches has no row.
    """
    chains: dict[_Key, _Chain[_Key]] = {root: ()}
    without_row: set[_Key] = {root}
    frontier = [root]
    while frontier:
        for target in tuple(frontier):
            for other, link in one_with(target, downwards=target == root):
                without_row.add(other)
                if other not in chains:
                    chains[other] = (link, *chains[target])
                    frontier.append(other)
        reached: list[_Key] = []
        for target in frontier:
            for plan, predicate in carried_out_by(target):
                if plan not in chains:
                    chains[plan] = ((plan, predicate, target), *chains[target])
                    reached.append(plan)
        frontier = [] if direct else reached
    return {plan: chain for plan, chain in chains.items() if plan not in without_row}


def _rows(
    documents: Documents, links: Links, chains: Mapping[str, _Chain[str]], plans: Iterable[str]
) -> tuple[PlanRow, ...]:
    """Return the rows of some of the plans; only of these are links read."""
    return tuple(
        PlanRow(documents.found(plan), tuple(starmap(links.stated, chains[plan]))) for plan in plans
    )


def _rank(level: Level | None) -> int:
    return _OUTWARDS.index(level) if level else len(_OUTWARDS)
