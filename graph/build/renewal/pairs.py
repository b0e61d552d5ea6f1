"""Which texts are of one document after a change, and what counts once because of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.build.renewal.decided import Stated
from graph.build.renewal.facts import Draft
from graph.build.renewal.index import Index
from graph.build.renewal.terms import Texts
from graph.build.text_pairs import pair_facts, statements_in, texts_of_documents
from graph.rdf import vocabulary as ld
from graph.rdf.nodes import pair_node

_GRAPH = ld.DOCUMENTS_GRAPH


@dataclass(frozen=True, slots=True)
class Groups:
    """The texts of each document of which one changed, before and after, the first one first."""

    before: tuple[list[str], ...]
    after: tuple[list[str], ...]

    @property
    def voices(self) -> frozenset[str]:
        """The texts that stand behind another one now, or did so: some speak as one with it."""
        first = [
            {sha: group[0] for group in groups for sha in group}
            for groups in (self.before, self.after)
        ]
        known = first[0].keys() | first[1].keys()
        return frozenset(sha for sha in known if first[0].get(sha) != first[1].get(sha))


def regroup(draft: Draft, stated: Stated, index: Index, texts: Texts) -> Groups:
    """Write in ``draft`` which texts are of one document, and return them."""
    # What people say of copies can mean those that no text of which anything changed is one of.
    alike = index.alike() if stated.is_decided else []
    shas = {
        *stated.restated.texts,
        *(sha for pair in alike for sha in (pair.sha, pair.other)),
        *stated.was.named,
        *stated.now.named,
    }
    iris = {
        held.subject.value
        for dataset in (draft.before, draft.after)
        for sha in shas
        for held in dataset.quads_for_pattern(None, ld.HAS_TEXT, ld.text_node(sha), None)
        if isinstance(held.subject, NamedNode)
    }
    before = texts_of_documents(draft.before, texts.before, iris)
    after = texts_of_documents(draft.after, texts.after, iris)
    old: list[Quad] = []
    for group in before.values():
        for other in group[1:]:
            old += draft.of(pair_node(group[0], other), None, _GRAPH)
            old += draft.of(ld.text_node(other), ld.ALTERNATE_OF, _GRAPH)
    for pair in alike:
        old += draft.of(pair_node(pair.sha, pair.other), None, _GRAPH)
    draft.replace(old, pair_facts(after, alike, stated.judged))
    return Groups(tuple(before.values()), tuple(after.values()))


def recount_mentions(draft: Draft, groups: Groups) -> None:
    """Write how many places refer to the documents that texts of ``groups`` speak of."""
    changes = Counter(_mentions(draft.after, groups.after))
    changes.subtract(Counter(_mentions(draft.before, groups.before)))
    for iri, change in changes.items():
        if change:
            node = NamedNode(iri)
            old = draft.of(node, ld.MENTION_COUNT, _GRAPH)
            total = change + sum(
                int(quad.object.value) for quad in old if isinstance(quad.object, Literal)
            )
            new = [Quad(node, ld.MENTION_COUNT, Literal(total), _GRAPH)] if total else []
            draft.replace(old, new)


def _mentions(dataset: Store, groups: Iterable[list[str]]) -> dict[str, int]:
    """Return how often texts refer to each document; of the texts of one the most counts."""
    total: Counter[str] = Counter()
    for group in groups:
        most: dict[str, int] = {}
        for sha in group:
            referring = dataset.quads_for_pattern(None, ld.REFERS_TO, None, ld.text_graph(sha))
            counted = Counter(
                quad.object.value for quad in referring if isinstance(quad.object, NamedNode)
            )
            for iri, count in counted.items():
                most[iri] = max(count, most.get(iri, 0))
        total.update(most)
    return total


def more_statements(draft: Draft, groups: Groups) -> int:
    """Return how many statements of links there are more than before; fewer are below zero."""
    after = sum(statements_in(draft.after, group) for group in groups.after)
    return after - sum(statements_in(draft.before, group) for group in groups.before)
