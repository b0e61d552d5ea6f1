"""What a text orders, as quads: a duty is a node of its own, never a link between documents.

So is a task, which leaves no document.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from extract.reading import Document, Duty, Reading, Task
from graph.facts.bearers import Bearers, bearers_of
from graph.facts.bodies import named_body_facts
from graph.facts.places import labelled, unit_facts
from graph.facts.standing import BodyAt, BodyClass
from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal, decimal_literal
from graph.rdf.nodes import duty_node, task_node
from ontology.dates import partial_date
from ontology.spelling import slug

_QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])")


def duty_facts(reading: Reading, nodes: Mapping[str, NamedNode]) -> Iterator[Quad]:
    """Yield the duties and tasks of a text; ``nodes`` are those of its documents, by their keys."""
    own = next(each for each in reading.documents if each.key == reading.document)
    sha = reading.source.sha256
    graph = ld.text_graph(sha)
    for duty in reading.duties:
        about = [nodes[key] for key in duty.about]
        node = _duty_node(duty, about, sha, nodes)
        yield from _owed(node, duty, about, graph)
        yield from _given(node, duty, own, sha, nodes)
    for task in reading.tasks:
        node = task_node(nodes[task.set_by].value, task.bearer, sha, *_place(task))
        yield Quad(node, ld.TYPE, ld.TASK, graph)
        yield Quad(node, ld.TASK_PRINTED, Literal(task.task), graph)
        if task.outcome:
            yield Quad(node, ld.OUTCOME, Literal(task.outcome), graph)
        yield from _whose(node, task, graph)
        yield from _given(node, task, own, sha, nodes)


def _duty_node(
    duty: Duty, about: Iterable[NamedNode], sha: str, nodes: Mapping[str, NamedNode]
) -> NamedNode:
    what = (duty.product, duty.expects.value, duty.review, *sorted(node.value for node in about))
    return duty_node(nodes[duty.set_by].value, duty.bearer, *what, duty.due, sha, *_place(duty))


def _place(given: Duty | Task) -> tuple[int, int]:
    return given.span.start, given.span.end


def _given(
    node: NamedNode, given: Duty | Task, own: Document, sha: str, nodes: Mapping[str, NamedNode]
) -> Iterator[Quad]:
    """Yield which document orders it, in which words, and who they mean."""
    graph = ld.text_graph(sha)
    yield Quad(node, ld.SET_BY, nodes[given.set_by], graph)
    yield Quad(node, ld.EVIDENCE, ld.mention_node(sha, *_place(given)), graph)
    yield from _bearers(node, bearers_of(given, own), graph)


def stated_duty(
    duty: Duty, bearers: Bearers, about: NamedNode, decision: NamedNode
) -> Iterator[Quad]:
    """Yield what a person says is owed about a document, in the graph of decisions."""
    node = duty_node(decision.value, duty.bearer, duty.product, about.value, duty.due)
    yield Quad(node, ld.DECIDED_IN, decision, ld.DECISIONS_GRAPH)
    yield from _owed(node, duty, [about], ld.DECISIONS_GRAPH)
    yield from _bearers(node, bearers, ld.DECISIONS_GRAPH)


def _owed(
    node: NamedNode, duty: Duty, about: Iterable[NamedNode], graph: NamedNode
) -> Iterator[Quad]:
    yield Quad(node, ld.TYPE, ld.DUTY, graph)
    for document in about:
        yield Quad(node, ld.ABOUT, document, graph)
    product = ld.scheme_node("type", slug(duty.product))
    yield Quad(node, ld.PRODUCT, product, graph)
    yield labelled(product, duty.product)
    yield Quad(node, ld.EXPECTS, Literal(duty.expects.value), graph)
    if duty.review:
        yield Quad(node, ld.REVIEW_KIND, Literal(duty.review), graph)
    yield from _whose(node, duty, graph)


def _whose(node: NamedNode, given: Duty | Task, graph: NamedNode) -> Iterator[Quad]:
    """Yield who does it by when, as printed, and the rule that found it."""
    for predicate, words in (
        (ld.BEARER_PRINTED, given.bearer),
        (ld.JOINING, given.joins),
        (ld.DUE, given.due),
        (ld.DUE_PRINTED, given.due_text),
    ):
        if words:
            yield Quad(node, predicate, Literal(words), graph)
    for predicate, day in zip((ld.DUE_FROM, ld.DUE_UNTIL), due_days(given.due), strict=True):
        if day:
            yield Quad(node, predicate, date_literal(day), graph)
    yield Quad(node, ld.METHOD, Literal(given.rule), graph)
    yield Quad(node, ld.CONFIDENCE, decimal_literal(given.confidence), graph)


def due_days(due: str) -> tuple[str, str]:
    """Return the first and the last day of a deadline, empty where it has none.

    >>> due_days("2024-Q3"), due_days("2025/2026"), due_days("2025/..")
    (('2024-07-01', '2024-09-30'), ('2025-01-01', '2026-12-31'), ('2025-01-01', ''))
    >>> due_days("FREQ=YEARLY;BYMONTH=11"), due_days("P45D")
    (('', ''), ('', ''))
    """
    first, _, last = due.partition("/")
    return _days(first)[0], _days(last or first)[1]


def _days(point: str) -> tuple[str, str]:
    quarter = _QUARTER.fullmatch(point)
    if quarter:
        month = 3 * int(quarter["quarter"])
        year = int(quarter["year"])
        last = calendar.monthrange(year, month)[1]
        return f"{year}-{month - 2:02}-01", f"{year}-{month:02}-{last}"
    date = partial_date(point)
    first, end = date.earliest, date.latest
    return first.isoformat() if first else "", end.isoformat() if end else ""


def _bearers(node: NamedNode, found: Bearers, graph: NamedNode) -> Iterator[Quad]:
    if isinstance(found, BodyClass):
        yield from _class(node, found, graph)
        return
    for body in found:
        yield Quad(node, ld.BEARER, body_node(body), graph)
        name = body.issuer.names[0]
        yield from named_body_facts(body_node(body), name, body.level, body.place)
        if body.place:
            yield from unit_facts(body.place)


def body_node(body: BodyAt) -> NamedNode:
    """Return the node of a body of a kind in its place."""
    return ld.thing_node("body", body.place or "tw", body.issuer.slug)


def _class(node: NamedNode, found: BodyClass, graph: NamedNode) -> Iterator[Quad]:
    parts = (found.issuer.slug, found.within, *found.kinds, *found.excepted)
    bodies = ld.thing_node("bodies", found.level.value, slug(" ".join(("of", *parts))))
    yield Quad(node, ld.BEARER_CLASS, bodies, graph)
    yield Quad(bodies, ld.TYPE, ld.BODY_CLASS, graph)
    yield Quad(bodies, ld.LEVEL, ld.level_node(found.level), graph)
    yield Quad(bodies, ld.BODY_KIND, ld.scheme_node("body", found.issuer.slug), graph)
    for kind in found.kinds:
        yield Quad(bodies, ld.UNIT_KIND, Literal(kind.value), graph)
    for predicate, paths in ((ld.IN_PLACE, (found.within,)), (ld.EXCEPTED, found.excepted)):
        for path in filter(None, paths):
            yield Quad(bodies, predicate, ld.thing_node("place", path), graph)
            yield from unit_facts(path)
