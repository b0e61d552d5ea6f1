"""Checks of the links between documents, and of the words that they rest on."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from graph import vocabulary as ld
from graph.cache import ReadingCache
from graph.documents import Documents
from graph.findings import Finding, Severity
from graph.links import Links
from graph.store import GraphStore, readings_path

_SHOWN = 6


def cycles(documents: Documents) -> Iterator[Finding]:
    """Yield the circles in which documents carry out one another."""
    links = Links(documents)
    edges = _edges(documents)
    for circle in _circles({plan: list(targets) for plan, targets in edges.items()}):
        names = [documents.found(iri).selector for iri in circle]
        listed = " → ".join([*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else []), names[0]])
        around = zip(circle, [*circle[1:], circle[0]], strict=True)
        steps = [links.stated(one, edges[one][other], other) for one, other in around]
        yield Finding(
            rule="cycle",
            severity=Severity.ERROR,
            subject=names[0],
            message_vi=f"các văn bản triển khai vòng tròn: {listed}",
            message_en=f"documents carry out one another in a circle: {listed}",
            sources=tuple(sorted({step.text for step in steps})),
            iri=circle[0],
        )


def older_plans(documents: Documents) -> Iterator[Finding]:
    """Yield the documents that are older than what they are said to carry out."""
    links = Links(documents)
    for plan, targets in sorted(_edges(documents).items()):
        own = documents.record(plan).best("date")
        for target, predicate in sorted(targets.items()):
            other = documents.record(target).best("date")
            if own and other and _last_day(own) < other:
                name = documents.found(target).selector
                yield Finding(
                    rule="older-than-directive",
                    severity=Severity.WARNING,
                    subject=documents.found(plan).selector,
                    message_vi=f"đề ngày {own}, trước văn bản mà nó triển khai: {name} ({other})",
                    message_en=f"dated {own}, before what it carries out: {name} ({other})",
                    sources=(links.stated(plan, predicate, target).text,),
                    iri=plan,
                )


def self_links(documents: Documents) -> Iterator[Finding]:
    """Yield the claims that relate a document to itself, which are kept out of the graph."""
    quads = documents.dataset.quads_for_pattern(None, ld.STATUS, ld.PROPOSED, None)
    links = Links(documents)
    for node in sorted(_subjects(quads)):
        step = links.step(NamedNode(node))
        yield Finding(
            rule="self-link",
            severity=Severity.WARNING,
            subject=step.subject.selector,
            message_vi=f"văn bản quan hệ với chính nó ({step.relation}): “{step.quote}”",
            message_en=f"related to itself ({step.relation}): “{step.quote}”",
            sources=(step.text,),
            iri=node,
        )


def quotes(store: GraphStore, documents: Documents) -> Iterator[Finding]:
    """Yield the quotes that are not what the text holds at their place."""
    readings = ReadingCache(readings_path(store.directory), store.state.reader)
    texts = documents.dataset.quads_for_pattern(None, ld.TYPE, ld.TEXT, None)
    for node in sorted(_subjects(texts)):
        text, name = NamedNode(node), documents.text_name(node)
        try:
            held = readings.load(ld.sha_of(text)).source.text
        except FileNotFoundError:
            yield Finding(
                rule="quote-unchecked",
                severity=Severity.INFO,
                subject=name,
                message_vi="kho không còn giữ toàn văn nên không đối chiếu được trích dẫn",
                message_en="the store no longer holds the text, so its quotes cannot be compared",
                sources=(name,),
                iri=node,
            )
            continue
        graph = ld.text_graph(ld.sha_of(text))
        starts, ends = _objects(documents, ld.START, graph), _objects(documents, ld.END, graph)
        for place, quote in sorted(_objects(documents, ld.EXACT, graph).items()):
            start = int(starts[place])
            if held[start : int(ends[place])] != quote:
                yield Finding(
                    rule="quote-differs",
                    severity=Severity.ERROR,
                    subject=name,
                    message_vi=f"trích dẫn “{quote}” không đúng nguyên văn tại vị trí {start}",
                    message_en=f"the quote “{quote}” is not what stands at {start}",
                    sources=(name,),
                    iri=place,
                )


def _edges(documents: Documents) -> dict[str, dict[str, NamedNode]]:
    """Return, for each document, what it carries out, and by which property."""
    edges: dict[str, dict[str, NamedNode]] = {}
    for predicate in ld.CARRYING_OUT:
        for quad in documents.dataset.quads_for_pattern(None, predicate, None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                targets = edges.setdefault(quad.subject.value, {})
                targets.setdefault(quad.object.value, predicate)
    return edges


def _circles(edges: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Yield one shortest circle through each knot of documents that reach one another, in order."""
    for knot in _knots(edges):
        if len(knot) == 1:
            continue
        first = min(knot)
        before: dict[str, str] = {}
        frontier = [first]
        while first not in before:
            reached = []
            for one in frontier:
                for other in sorted(edges.get(one, ())):
                    if other in knot and other not in before:
                        before[other] = one
                        reached.append(other)
            frontier = reached
        circle = [first]
        while before[circle[-1]] != first:
            circle.append(before[circle[-1]])
        yield [first, *circle[:0:-1]]


def _knots(edges: Mapping[str, list[str]]) -> list[set[str]]:
    """Return the strongly connected components (Tarjan), without recursion, in order."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    waiting: set[str] = set()
    knots: list[set[str]] = []
    for root in sorted(edges):
        if root in index:
            continue
        work = [(root, iter(edges.get(root, ())))]
        index[root] = low[root] = len(index)
        open_.append(root)
        waiting.add(root)
        while work:
            node, rest = work[-1]
            child = next(rest, None)
            if child is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    knot: set[str] = set()
                    while node not in knot:
                        knot.add(open_.pop())
                    waiting -= knot
                    knots.append(knot)
            elif child not in index:
                index[child] = low[child] = len(index)
                open_.append(child)
                waiting.add(child)
                work.append((child, iter(edges.get(child, ()))))
            elif child in waiting:
                low[node] = min(low[node], index[child])
    return sorted(knots, key=min)


def _objects(documents: Documents, predicate: NamedNode, graph: NamedNode) -> dict[str, str]:
    """Return the literals of a property in a graph, by the IRI that has them."""
    return {
        quad.subject.value: quad.object.value
        for quad in documents.dataset.quads_for_pattern(None, predicate, None, graph)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }


def _last_day(day: str) -> str:
    return day + "-12-31"[len(day) - len("2013") :]


def _subjects(quads: Iterable[Quad]) -> set[str]:
    return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
