"""Which texts of the graph are of one document, or may be, and what counts once because of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.decisions.judgements import Judgements
from graph.decisions.kinds import Kind
from graph.likeness.pairs import Alike
from graph.rdf import vocabulary as ld
from graph.rdf.literals import decimal_literal
from graph.rdf.nodes import pair_node
from graph.store.stated_once import counted_once, first_texts

SAME_NUMBER = "same-number"
BY_LIKENESS = "likeness"
_GRAPH = ld.DOCUMENTS_GRAPH


@dataclass(frozen=True, slots=True)
class _Said:
    """What people said of texts: those that are of the document they are taken for, or are not."""

    kept: frozenset[str]
    parted: frozenset[str]


def pair_facts(
    documents: Mapping[str, Sequence[str]], alike: Sequence[Alike], judgements: Judgements
) -> Iterator[Quad]:
    """Yield the pairs of texts: those of one document, and those that are ``alike``.

    ``documents`` holds for each the texts that are of it, in their order; the first one is in every
    pair of its document.
    """
    owner = {sha: iri for iri, shas in documents.items() for sha in shas}
    said = _said(judgements, owner)
    share = {frozenset({pair.sha, pair.other}): pair.share for pair in alike}
    # That they are one now, though the program does not say so, a person decided.
    merged = {sha for ends in share if len({owner[sha] for sha in ends}) == 1 for sha in ends}
    for shas in documents.values():
        first = shas[0]
        for other in shas[1:]:
            settled = {first, other} & said.kept or other in merged
            status = ld.CONFIRMED if settled else ld.ACCEPTED
            found = share.get(frozenset({first, other}))
            yield from same_document_facts((first, other), status, found)
    for pair in alike:
        if owner[pair.sha] != owner[pair.other]:
            status = ld.REJECTED if {pair.sha, pair.other} & said.parted else ld.PROPOSED
            yield from _pair((pair.sha, pair.other), status, BY_LIKENESS, pair.share)


def same_document_facts(
    shas: tuple[str, str], status: NamedNode = ld.ACCEPTED, share: float | None = None
) -> Iterator[Quad]:
    """Yield that two texts are of one document, the first of its texts being named first."""
    first, other = shas
    yield from _pair(shas, status, SAME_NUMBER, share)
    yield Quad(ld.text_node(other), ld.ALTERNATE_OF, ld.text_node(first), _GRAPH)


def in_order(shas: Iterable[str], names: Mapping[str, set[str]]) -> list[str]:
    """Return the texts of one document in the order of the ``names`` of their files."""
    return sorted(shas, key=lambda sha: (min(names[sha]), sha))


def mention_counts(dataset: Store) -> Iterator[Quad]:
    """Yield how many places refer to each document; of texts of one document the most counts."""
    first = first_texts(dataset)
    places: Counter[tuple[NamedNode, str]] = Counter()
    for quad in dataset.quads_for_pattern(None, ld.REFERS_TO, None, None):
        if isinstance(quad.object, NamedNode) and isinstance(quad.graph_name, NamedNode):
            places[quad.object, ld.sha_of(quad.graph_name)] += 1
    counted: defaultdict[NamedNode, Counter[str]] = defaultdict(Counter)
    for (document, sha), count in places.items():
        text = first.get(sha, sha)
        counted[document][text] = max(counted[document][text], count)
    for document, by_text in counted.items():
        total = Literal(by_text.total())
        yield Quad(document, ld.MENTION_COUNT, total, _GRAPH)


def statements_in(dataset: Store, shas: Sequence[str]) -> int:
    """Return how many statements the texts of one document make, the first of them before all."""
    made = [
        (shas[0] if sha != shas[0] else "", sha, str(quad.object))
        for sha in shas
        for quad in dataset.quads_for_pattern(None, ld.STATES, None, ld.text_graph(sha))
    ]
    return counted_once(made)


def _pair(
    shas: tuple[str, str], status: NamedNode, rule: str, share: float | None
) -> Iterator[Quad]:
    node = pair_node(*shas)
    yield Quad(node, ld.TYPE, ld.TEXT_PAIR, _GRAPH)
    for sha in shas:
        yield Quad(node, ld.PAIRS, ld.text_node(sha), _GRAPH)
    yield Quad(node, ld.PAIR_STATUS, status, _GRAPH)
    yield Quad(node, ld.PAIRED_BY, Literal(rule), _GRAPH)
    if share is not None:
        yield Quad(node, ld.LIKENESS, decimal_literal(share), _GRAPH)


def texts_of_documents(
    dataset: Store, names: Mapping[str, set[str]], iris: Iterable[str] | None = None
) -> dict[str, list[str]]:
    """Return the texts of each document that has one, in the order of their names.

    ``names`` holds those of each text's files; with ``iris`` only these documents are looked at.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for node in [None] if iris is None else map(NamedNode, iris):
        for quad in dataset.quads_for_pattern(node, ld.HAS_TEXT, None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                found[quad.subject.value].add(ld.sha_of(quad.object))
    return {iri: in_order(shas, names) for iri, shas in sorted(found.items())}


def _said(judgements: Judgements, owner: Mapping[str, str]) -> _Said:
    texts: defaultdict[Kind, set[str]] = defaultdict(set)
    for judgement in judgements.judgements:
        sha = judgement.sha
        if sha and not judgement.problem and owner[sha] in judgement.documents:
            texts[judgement.decision.kind].add(sha)
    return _Said(frozenset(texts[Kind.MERGE]), frozenset(texts[Kind.SPLIT]))
