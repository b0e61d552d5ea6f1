"""A graph is brought in line with few changed texts: the order of the steps.

The result is what a graph would be that is made anew, quad by quad and row by row. Where it is not
sure that a step knows all that it has to change, the graph is to be made anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from graph.build.renewal.decided import Stated, stated_now
from graph.build.renewal.documents import (
    agree,
    documents_called_otherwise,
    follow,
    follow_decided,
    issued_by_both,
    namesakes,
    renumbered,
    show,
)
from graph.build.renewal.drafts import Drafts
from graph.build.renewal.duties import duties_told_otherwise
from graph.build.renewal.facts import Draft
from graph.build.renewal.identity import identified
from graph.build.renewal.index import Index
from graph.build.renewal.likeness import refuse_alike
from graph.build.renewal.links import assertions_in, infer, links_of
from graph.build.renewal.pairs import Groups, more_statements, recount_mentions, regroup
from graph.build.renewal.terms import NotSureError, Texts
from graph.decisions.facts import decision_facts
from graph.decisions.file import DecisionFile
from graph.likeness.pairs import can_compare
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.store.disk import State
from graph.store.origin import Origin
from graph.store.versions import graph_version
from graph.tables.renewal import Changed, renew_tables
from graph.tables.said.neighbour_rows import OtherShareError

MOST_TEXTS = 200
"""How many texts may have changed, and how many more may mean something else because of them."""
MOST_OF_ALL = 0.1
"""Which share of all texts it may be where that is more."""
MOST_DOCUMENTS = 5_000
"""How many documents may be called otherwise because a body, a type or a term is."""


def terms_of(reader: str) -> str:
    """Return one text for all by which a graph is made, beside decisions: programs and rules."""
    compared = "texts compared" if can_compare() else "texts not compared"
    return " ".join((version("luocdo"), version("pyoxigraph"), graph_version(), reader, compared))


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a graph holds, of which it was made, and which pieces of tables and index are others."""

    state: State
    origin: Origin
    tables: frozenset[int]
    index: frozenset[int]


def renewed(
    drafts: Drafts,
    name: str,
    before: tuple[Path, State],
    texts: Texts,
    decisions: DecisionFile,
) -> Renewed:
    """Bring ``drafts``, copies of the graph ``before``, in line with ``texts`` and ``decisions``.

    The graph is called ``name`` then. Raises NotSureError, OSError and DamagedReadingError; then
    the drafts are of no use.
    """
    most = max(MOST_TEXTS, int(MOST_OF_ALL * len(texts.after)))
    if len(texts.changed) > most:
        raise NotSureError
    index = Index(drafts.index)
    try:
        if index.terms != terms_of(texts.cache.version):
            raise NotSureError
        draft = Draft(Store.read_only(str(before[0])), Store(str(drafts.dataset)))
        found = identified(index, texts, most)
        refuse_alike(found, texts)
        stated = stated_now(draft, found, texts, decisions)
        if len(stated.texts) > most:
            raise NotSureError
        groups = regroup(draft, stated, index, texts)
        changed, documents = _renewed(draft, stated, groups, texts)
        counted = _counted(draft, documents, groups, before[1])
        draft.after.flush()
        tables = renew_tables(drafts.tables, changed, texts.cache.source)
        written = index.finish_amending()
    except OtherShareError as error:
        raise NotSureError from error
    finally:
        index.close()
    quads = draft.gone | draft.come
    others = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)}
    origin = Origin(before[1].graph, frozenset(others))
    return Renewed(replace(counted, graph=name), origin, tables, written)


def _renewed(
    draft: Draft, stated: Stated, groups: Groups, texts: Texts
) -> tuple[Changed, frozenset[str]]:
    """Write what follows, and return all that changed, and of which documents something did."""
    graphs = [*map(ld.text_graph, stated.texts), ld.DECISIONS_GRAPH]
    said = assertions_in(draft.before, graphs), assertions_in(draft.after, graphs)
    links = {*links_of(draft.before, said[0]), *links_of(draft.after, said[1])}
    infer(draft, links, (stated.was.link_judgements, stated.now.link_judgements))
    draft.replace((), decision_facts(stated.judged, draft.after))
    documents = frozenset(
        iri
        for iri in (
            *stated.restated.documents,
            *_spoken_of(draft, groups),
            *_decided_otherwise(draft),
            *documents_called_otherwise(draft, MOST_DOCUMENTS),
        )
        if _is_or_was(draft, iri)
    )
    recount_mentions(draft, groups)
    follow(draft, documents)
    follow_decided(draft, documents)
    agree(draft, documents)
    told_otherwise = namesakes(draft, documents) | renumbered(draft, documents)
    shown = documents | _plans(draft, documents) | told_otherwise
    show(draft, shown, told_otherwise)
    inferred = (
        _inferred(draft.gone),
        _inferred(draft.come) | assertions_in(draft.after, [ld.DECISIONS_GRAPH]),
    )
    links |= {*links_of(draft.before, inferred[0]), *links_of(draft.after, inferred[1])}
    changed = Changed(
        before=draft.before,
        after=draft.after,
        documents=frozenset(shown | _agreeing_otherwise(draft)),
        told_otherwise=told_otherwise,
        gone=stated.restated.texts & texts.before.keys(),
        come=stated.restated.texts & texts.after.keys(),
        assertions_gone=said[0] | inferred[0],
        assertions_come=said[1] | inferred[1],
        links=frozenset((link.subject, link.predicate, link.object) for link in links),
        issuing=frozenset(_ends(draft, ld.ISSUES_PLAN)),
        renamed=frozenset(node for node, _ in _ends(draft, ld.LABEL)),
        duties=duties_told_otherwise(draft, graphs),
    )
    return changed, documents


def _spoken_of(draft: Draft, groups: Groups) -> Iterable[str]:
    """Yield the documents of which texts speak that speak as one with others, or did so."""
    for sha in groups.voices:
        for dataset in (draft.before, draft.after):
            # Each document has a level in the graph of each text that speaks of it.
            for quad in dataset.quads_for_pattern(None, ld.LEVEL, None, ld.text_graph(sha)):
                if isinstance(quad.subject, NamedNode):
                    yield quad.subject.value


def _decided_otherwise(draft: Draft) -> Iterable[str]:
    """Yield the documents of which people decided something that they had not, or no more."""
    for quad in draft.gone | draft.come:
        if quad.graph_name == ld.DECISIONS_GRAPH:
            for node in (quad.subject, quad.object):
                if isinstance(node, NamedNode):
                    yield node.value


def _is_or_was(draft: Draft, iri: str) -> bool:
    return any(Documents(dataset).exists(iri) for dataset in (draft.before, draft.after))


def _plans(draft: Draft, documents: Iterable[str]) -> set[str]:
    """Return the plans that decisions issue, or issued: these say what is known of a plan."""
    return {
        plan
        for iri in documents
        for dataset in (draft.before, draft.after)
        for plan in Documents(dataset).plans_issued(iri)
    }


def _inferred(quads: Iterable[Quad]) -> frozenset[NamedNode]:
    """Return the assertions among ``quads`` that follow from others, or are judged otherwise."""
    return frozenset(
        quad.subject
        for quad in quads
        if quad.graph_name == ld.INFERRED_GRAPH
        and quad.predicate in (ld.STATES, ld.STATUS)
        and isinstance(quad.subject, NamedNode)
    )


def _ends(draft: Draft, predicate: NamedNode) -> Iterable[tuple[NamedNode, NamedNode]]:
    """Yield what came or went of a property: who has it, and its value if that is a node."""
    for quad in draft.gone | draft.come:
        if quad.predicate == predicate and isinstance(quad.subject, NamedNode):
            yield quad.subject, quad.object if isinstance(quad.object, NamedNode) else quad.subject


def _agreeing_otherwise(draft: Draft) -> set[str]:
    """Return the documents that texts say are issued by two bodies that agree now, or did so."""
    return {
        iri
        for body, other in _ends(draft, ld.AGREES_WITH)
        for iri in issued_by_both(draft.after, (body.value, other.value))
    }


def _counted(draft: Draft, documents: Iterable[str], groups: Groups, state: State) -> State:
    nodes = [NamedNode(iri) for iri in documents]
    more = [
        sum(
            sign
            for node in nodes
            for dataset, sign in ((draft.before, -1), (draft.after, 1))
            if any(dataset.quads_for_pattern(node, ld.TYPE, kind, None))
        )
        for kind in (ld.DOCUMENT, ld.UNRESOLVED_REFERENCE)
    ]
    return replace(
        state,
        documents=state.documents + more[0],
        unresolved=state.unresolved + more[1],
        claims=state.claims + more_statements(draft, groups),
    )
