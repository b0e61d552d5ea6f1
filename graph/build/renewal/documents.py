"""What follows after a change for documents: what is known of them, and what rows show of them."""

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Store

from graph.build.chosen import agreeing_fact, agreeing_pairs, issued_plans, shown_facts
from graph.build.renewal.facts import Draft
from graph.build.renewal.terms import NotSureError
from graph.build.writing import held_fact
from graph.facts.known import known_of
from graph.facts.scans import unconfirmed_of
from graph.identity.numbers import parse_typed
from graph.rdf import vocabulary as ld
from graph.rdf.schema import FIELDS, FieldKind
from graph.read.documents import Documents

_GRAPH = ld.DOCUMENTS_GRAPH
_SHOWN = (
    ld.LABEL,
    ld.SHOWN_DATE,
    ld.SHOWN_ISSUER,
    ld.SHOWN_TITLE,
    ld.SHOWN_LEVEL,
    ld.SHOWN_PLACE,
)
_LABELLED = tuple(field.predicate for field in FIELDS if field.kind is FieldKind.LABELLED)


def documents_called_otherwise(draft: Draft, most: int) -> frozenset[str]:
    """Return the documents whose type, body or term bears another name, as far as rows show it.

    Raises NotSureError where these are more than ``most``.
    """
    nodes = {
        quad.subject.value
        for quad in draft.gone | draft.come
        if quad.predicate == ld.LABEL and isinstance(quad.subject, NamedNode)
    }
    before, after = Documents(draft.before), Documents(draft.after)
    found: set[str] = set()
    for node in nodes:
        if before.label(node) != after.label(node):
            for predicate in _LABELLED:
                for quad in draft.after.quads_for_pattern(None, predicate, NamedNode(node), None):
                    if isinstance(quad.subject, NamedNode):
                        found.add(quad.subject.value)
                    if len(found) > most:
                        raise NotSureError
    return frozenset(found)


def follow(draft: Draft, iris: Iterable[str]) -> None:
    """Write in ``draft`` what follows for documents but for what rows show of them."""
    for iri in sorted(iris):
        node = NamedNode(iri)
        is_there = Documents(draft.after).exists(iri)
        held = [held_fact(draft.after, node)] if is_there else []
        draft.replace(draft.of(node, ld.HELD, _GRAPH), held)
        known = draft.after.quads_for_pattern(node, None, None, ld.KNOWN_GRAPH)
        draft.replace(known, known_of(iri) if is_there else ())


def follow_decided(draft: Draft, iris: Iterable[str]) -> None:
    """Write which decisions issue which plans, and what of a scan nobody confirms."""
    nodes = [NamedNode(iri) for iri in sorted(iris)]
    for node in nodes:
        ends = ((node, None), (None, node))
        issuing = [
            quad
            for subject, target in ends
            for quad in draft.after.quads_for_pattern(subject, ld.ISSUES_PLAN, target, _GRAPH)
        ]
        draft.replace(issuing, issued_plans(Documents(draft.after), [node]))
        unconfirmed = draft.of(node, ld.UNCONFIRMED_FIELD, _GRAPH)
        draft.replace(unconfirmed, unconfirmed_of(draft.after, node))


def agree(draft: Draft, iris: Iterable[str]) -> None:
    """Write which issuers of one document can be one body."""
    pairs = [
        {pair for iri in iris for pair in _agreeing(Documents(dataset), iri)}
        for dataset in (draft.before, draft.after)
    ]
    lost = {pair for pair in pairs[0] - pairs[1] if not _agree_elsewhere(draft.after, pair)}
    draft.replace(map(agreeing_fact, lost), map(agreeing_fact, pairs[1]))


def _agreeing(documents: Documents, iri: str) -> Iterator[tuple[str, str]]:
    quads = documents.dataset.quads_for_pattern(NamedNode(iri), ld.ISSUED_BY, None, None)
    bodies = {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}
    return agreeing_pairs(documents, iri, bodies)


def _agree_elsewhere(dataset: Store, pair: tuple[str, str]) -> bool:
    documents = Documents(dataset)
    return any(pair in _agreeing(documents, iri) for iri in issued_by_both(dataset, pair))


def issued_by_both(dataset: Store, pair: Iterable[str]) -> frozenset[str]:
    """Return the documents of which texts give both bodies as the issuer."""
    issued = [
        {
            quad.subject.value
            for quad in dataset.quads_for_pattern(None, ld.ISSUED_BY, NamedNode(body), None)
            if isinstance(quad.subject, NamedNode)
        }
        for body in pair
    ]
    return frozenset(issued[0].intersection(*issued[1:]))


def renumbered(draft: Draft, iris: Iterable[str]) -> frozenset[str]:
    """Return the documents that bear another number, or name, than before."""
    before, after = Documents(draft.before), Documents(draft.after)
    return frozenset(i for i in iris if before.record(i).number != after.record(i).number)


def show(draft: Draft, iris: Iterable[str], told_otherwise: Collection[str]) -> None:
    """Write in ``draft`` what rows show of documents.

    What means one of them alone is worked out for those in ``told_otherwise``: that takes all its
    namesakes.
    """
    nodes = [NamedNode(iri) for iri in sorted(iris)]
    for node in nodes:
        if node.value in told_otherwise:
            # It is worked out only where it is not written.
            draft.replace(draft.of(node, ld.SELECTOR, _GRAPH), ())
    documents = Documents(draft.after)
    there = {node for node in nodes if documents.exists(node.value)}
    shown = {node: list(shown_facts(documents.found(node.value))) for node in there}
    for node in nodes:
        old = [quad for each in (*_SHOWN, ld.SELECTOR) for quad in draft.of(node, each, _GRAPH)]
        draft.replace(old, shown.get(node, ()))


def namesakes(draft: Draft, iris: Iterable[str]) -> frozenset[str]:
    """Return the documents that may be told apart otherwise because documents changed."""
    before, after = Documents(draft.before), Documents(draft.after)
    keys: set[str] = set()
    for iri in iris:
        known = [_keys(documents, iri) for documents in (before, after)]
        if known[0] != known[1] or _tellings(before, iri) != _tellings(after, iri):
            keys |= known[0] | known[1]
    # One whose key is a name that somebody bears is found by its number where nobody does.
    shelves = keys | {parse_typed(key).key for key in keys}
    return frozenset(
        iri
        for key in shelves
        for iri in after.having_key(key)
        if after.key_of(after.record(iri)) in keys
    )


def _keys(documents: Documents, iri: str) -> set[str]:
    quads = documents.dataset.quads_for_pattern(NamedNode(iri), ld.SEARCH_KEY, None, None)
    return {quad.object.value for quad in quads if isinstance(quad.object, Literal)}


def _tellings(documents: Documents, iri: str) -> tuple[object, ...]:
    """Return all of a document that tells it from its namesakes."""
    record = documents.record(iri)
    return record.identity, record.marks(), record.term, record.best("date")
