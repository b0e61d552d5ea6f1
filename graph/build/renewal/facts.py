"""What texts state after a change, in place of what they stated before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad, Store

from graph.build.at_once.parts import Settled, facts_of, fingerprint, split
from graph.build.renewal.identity import Identified
from graph.build.renewal.index import Index
from graph.build.renewal.terms import NotSureError, Texts
from graph.facts.texts import document_nodes
from graph.identity.resolution import Resolutions
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

    def of(self, node: NamedNode | None, predicate: NamedNode, graph: NamedNode) -> list[Quad]:
        """Return what the dataset says now of a node in one graph."""
        return list(self.after.quads_for_pattern(node, predicate, None, graph))


@dataclass(frozen=True, slots=True)
class Named:
    """The documents that the texts that changed name, by their hashes, before and after."""

    before: Mapping[str, frozenset[str]]
    after: Mapping[str, frozenset[str]]

    @property
    def documents(self) -> frozenset[str]:
        """The IRIs of all of them."""
        return frozenset().union(*self.before.values(), *self.after.values())


def restate(draft: Draft, found: Identified, texts: Texts) -> Named:
    """Write in ``draft`` what the texts state that are ``found`` to state something else.

    Raises NotSureError where it is not known which other texts state the same.
    """
    sides = (
        _settled(texts, texts.before, found.before),
        _settled(texts, texts.after, found.after),
    )
    named: list[dict[str, frozenset[str]]] = [{}, {}]
    shared: list[dict[bytes, Quad]] = [{}, {}]
    times: list[Counter[bytes]] = [Counter(), Counter()]
    for sha in sorted(found.texts):
        own: list[list[Quad]] = [[], []]
        for side, settled in enumerate(sides):
            if sha in settled.names:
                texts.reading(sha)
                own[side], of_many = split(facts_of(sha, settled))
                prints = {fingerprint(fact): fact for fact in of_many}
                shared[side] |= prints
                times[side].update(prints.keys())
                nodes = document_nodes(texts.reading(sha), settled.resolutions).values()
                named[side][sha] = frozenset(node.value for node in nodes)
        graph = ld.text_graph(sha)
        draft.replace(draft.after.quads_for_pattern(None, None, None, graph), own[1])
    _restate_shared(draft, found.index, shared, times)
    return Named(*named)


def _settled(texts: Texts, names: Mapping[str, set[str]], told: Resolutions) -> Settled:
    return Settled(cache=texts.cache, names=names, resolutions=told, link_judgements={})


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
