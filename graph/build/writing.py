"""Writing a graph: the facts of every text, then what follows from all of them together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from extract.reading import Reading
from graph.build.chosen import agreeing_bodies, issued_plans, shown_facts
from graph.build.readings import ReadingCache
from graph.decisions.added_links import added_facts, without_stated
from graph.decisions.facts import decision_facts, name_facts
from graph.decisions.file import DecisionFile
from graph.decisions.judgements import judge
from graph.facts.inference import inferred_facts
from graph.facts.known import known_facts
from graph.facts.published import vocabulary_facts
from graph.facts.scans import unconfirmed_facts
from graph.facts.texts import text_facts
from graph.identity.resolution import resolve
from graph.rdf import vocabulary as ld
from graph.store.disk import State, TextFile

_COUNT_MENTIONS = f"""
    SELECT ?document (COUNT(?place) AS ?count)
    WHERE {{ ?place <{ld.REFERS_TO.value}> ?document }} GROUP BY ?document
"""


def write_graph(
    path: Path,
    name: str,
    texts: Iterable[TextFile],
    cache: ReadingCache,
    decisions: DecisionFile | None = None,
) -> State:
    """Write the graph of ``texts`` into the empty folder ``path`` and return what it holds.

    The readings are taken from ``cache`` one at a time; the same texts and ``decisions`` give the
    same graph, whatever the order of the texts.
    """
    names: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        names[text.sha].add(text.name)
    shas = sorted(names)

    def readings() -> Iterator[Reading]:
        return (cache.load(sha) for sha in shas)

    judged = judge(decisions or DecisionFile(""), readings, resolve(readings()), names)
    dataset = Store(str(path))
    dataset.bulk_extend(
        quad
        for sha in shas
        for quad in text_facts(
            cache.load(sha),
            judged.resolutions,
            sorted(names[sha]),
            (cache.version, cache.read_at(sha)),
            judged.link_judgements,
        )
    )
    judged = without_stated(judged, dataset)
    dataset.bulk_extend(added_facts(judged))
    # What follows is worked out from the facts alone, whatever of it is written already.
    dataset.bulk_extend(
        chain(
            _held_facts(dataset),
            _mention_counts(dataset),
            known_facts(dataset),
            inferred_facts(dataset, judged.link_judgements),
            name_facts(judged),
            vocabulary_facts(),
        )
    )
    # Which links there are to decide on is known only now.
    dataset.bulk_extend(decision_facts(judged, dataset))
    dataset.bulk_extend(issued_plans(dataset))
    # What confirms a scan may be what people decided.
    dataset.bulk_extend(unconfirmed_facts(dataset))
    # What rows show is chosen from all of that.
    dataset.bulk_extend(chain(shown_facts(dataset), agreeing_bodies(dataset)))
    dataset.flush()
    inferred = sum(
        _count(dataset, ld.ASSERTION, graph) for graph in (ld.INFERRED_GRAPH, ld.DECISIONS_GRAPH)
    )
    return State(
        graph=name,
        reader=cache.version,
        documents=_count(dataset, ld.DOCUMENT),
        claims=_count(dataset, ld.ASSERTION) - inferred,
        unresolved=_count(dataset, ld.UNRESOLVED_REFERENCE),
    )


def _held_facts(dataset: Store) -> Iterator[Quad]:
    for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH):
        held = any(True for _ in dataset.quads_for_pattern(quad.subject, ld.HAS_TEXT, None, None))
        yield Quad(quad.subject, ld.HELD, Literal(held), ld.DOCUMENTS_GRAPH)


def _mention_counts(dataset: Store) -> Iterator[Quad]:
    counted = dataset.query(_COUNT_MENTIONS, use_default_graph_as_union=True)
    if isinstance(counted, QuerySolutions):
        for document, count in counted:
            if isinstance(document, NamedNode) and isinstance(count, Literal):
                yield Quad(document, ld.MENTION_COUNT, count, ld.DOCUMENTS_GRAPH)


def _count(dataset: Store, kind: NamedNode, graph: NamedNode | None = None) -> int:
    return sum(1 for _ in dataset.quads_for_pattern(None, ld.TYPE, kind, graph))
