"""What texts state after a change, in place of what they stated before."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad, Store

from graph.build.at_once.parts import Settled, facts_of, fingerprint, split
from graph.build.renewal.index import Index
from graph.build.renewal.terms import NotSureError, Texts
from graph.facts.texts import document_nodes
from graph.rdf import vocabulary as ld


@dataclass(slots=True)
class Draft:
    """A dataset that is brought in line: ``before`` is as it was, ``after`` is being changed.

    ``gone`` and ``come`` are what is no longer in it, and what was not in it before.
    """

    before: Store
    after: Store
    gone: set[Quad] = field(default_factory=set)
    come: set[Quad] = field(default_factory=set)

    def replace(self, old: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Let ``new`` take the place of ``old``."""
        old, new = set(old), set(new)
        for quad in old - new:
            self.after.remove(quad)
        self.after.extend(new - old)
        back = (new - old) & self.gone
        self.gone = (self.gone - back) | (old - new - self.come)
        self.come = (self.come - (old - new)) | (new - old - back)

    def of(
        self, node: NamedNode | None, predicate: NamedNode | None, graph: NamedNode
    ) -> list[Quad]:
        """Return what the dataset says now of a node in one graph, of all nodes for None."""
        return list(self.after.quads_for_pattern(node, predicate, None, graph))


@dataclass(frozen=True, slots=True)
class Restated:
    """The texts of which the graph is written anew, and all documents that they named or name.

    Texts by their hashes, documents by their IRIs.
    """

    texts: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()

    def __or__(self, other: "Restated") -> "Restated":
        return Restated(self.texts | other.texts, self.documents | other.documents)


def restate(
    draft: Draft, index: Index, texts: Texts, shas: Iterable[str], sides: tuple[Settled, Settled]
) -> Restated:
    """Write in ``draft`` what some texts state now, in place of what they stated before.

    Both ``sides`` hold those of the texts that there were, and that there are. Raises NotSureError
    where it is not known which other texts state the same.
    """
    shas = frozenset(shas)
    documents: set[str] = set()
    shared: list[dict[bytes, Quad]] = [{}, {}]
    times: list[Counter[bytes]] = [Counter(), Counter()]
    for sha in sorted(shas):
        own: list[list[Quad]] = [[], []]
        for side, settled in enumerate(sides):
            if sha in settled.names:
                reading = texts.reading(sha)
                own[side], of_many = split(facts_of(sha, settled))
                prints = {fingerprint(fact): fact for fact in of_many}
                shared[side] |= prints
                times[side].update(prints.keys())
                nodes = document_nodes(reading, settled.resolutions).values()
                documents.update(node.value for node in nodes)
        graph = ld.text_graph(sha)
        draft.replace(draft.after.quads_for_pattern(None, None, None, graph), own[1])
    _restate_shared(draft, index, shared, times)
    return Restated(shas, frozenset(documents))


def declare(draft: Draft, index: Index, before: Iterable[Quad], after: Iterable[Quad]) -> None:
    """Write what decisions say of what many texts name, in place of what they said before."""
    sides = [{fingerprint(fact): fact for fact in facts} for facts in (before, after)]
    _restate_shared(draft, index, sides, [Counter(side.keys()) for side in sides])


def _restate_shared(
    draft: Draft, index: Index, facts: list[dict[bytes, Quad]], times: list[Counter[bytes]]
) -> None:
    """Write what is stated now about what many texts name, and remove what no text states."""
    less, more = times
    changes = {
        fact: more[fact] - less[fact]
        for fact in less.keys() | more.keys()
        if more[fact] != less[fact]
    }
    known = index.shared(changes)
    index.count_shared(changes)
    left = {fact: known[fact] + change for fact, change in changes.items()}
    if any(count < 0 for count in left.values()):
        raise NotSureError
    gone = {facts[0][fact] for fact, count in left.items() if not count}
    come = {facts[1][fact] for fact in changes if not known[fact]}
    index.forget_unstated(fact for fact, count in left.items() if not count)
    draft.replace(gone, come)
