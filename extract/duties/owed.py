"""The duties of a text: from orders and rows to values that name the documents they are about.

Rows of tables of tasks whose product is no document are tasks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.duties.bearers import bearer_in, is_author, stands_above
from extract.duties.clauses_of_tasks import sentences
from extract.duties.deadlines import in_year_of, is_later
from extract.duties.products import Product
from extract.duties.prose import Order, Reader
from extract.duties.task_tables import TaskRow
from extract.duties.where_tasks_stand import is_told
from extract.grammar.citation import Citation
from extract.head.header import Header
from extract.reading import Duty, Task
from extract.text.layout import Layout
from ontology.documents.extraction_rules import rule_confidence
from ontology.level import Level

_ROW = "task-row"
_BESIDE = re.compile(
    r"(?:theo|tại|căn cứ|quy định tại|theo quy định của|thay cho|thay)[ ]$", re.IGNORECASE
)


class SpokenOf(NamedTuple):
    """A reference of the text, and the key of the document that it means."""

    cited: Citation
    key: str


def duties_in(
    layout: Layout,
    header: Header,
    level: Level,
    own: str,
    known: Sequence[SpokenOf],
    rows: Sequence[TaskRow],
) -> tuple[Duty, ...]:
    """Return what the text, whose key is ``own``, obliges others to, in the order of the text.

    ``rows`` are those of its tables of tasks.
    """
    ordered = sorted(known, key=lambda item: item.cited.start)
    found = [
        *(_of_row(layout, row, row.product, own, ordered) for row in rows if row.product),
        *_in_prose(layout, header, level, own, ordered),
    ]
    return tuple(sorted(found, key=lambda duty: duty.span))


def tasks_in(layout: Layout, own: str, rows: Sequence[TaskRow]) -> tuple[Task, ...]:
    """Return the work of ``rows`` whose product is no document, in the order of the text."""
    return tuple(_task(layout, row, own) for row in rows if row.product is None)


def _task(layout: Layout, row: TaskRow, own: str) -> Task:
    bearer = bearer_in(row.lead)
    return Task(
        bearer=row.lead,
        task=row.words,
        outcome=row.outcome,
        span=layout.span(row.start, row.end),
        rule=_ROW,
        confidence=rule_confidence(_ROW),
        set_by=own,
        due=row.due,
        due_text=row.due_text,
        joins=row.joins,
        several=bearer is not None and bearer.several,
        exceptions=bearer.exceptions if bearer else "",
    )


def _of_row(
    layout: Layout, row: TaskRow, product: Product, own: str, known: Sequence[SpokenOf]
) -> Duty:
    bearer = bearer_in(row.lead)
    return Duty(
        bearer=row.lead,
        product=product.type,
        expects=product.expects,
        review=product.review,
        span=layout.span(row.start, row.end),
        rule=_ROW,
        confidence=rule_confidence(_ROW),
        set_by=own,
        about=_about(layout.flow, known, *row.task) or (own,),
        due=row.due,
        due_text=row.due_text,
        joins=row.joins,
        several=bearer is not None and bearer.several,
        exceptions=bearer.exceptions if bearer else "",
    )


def _in_prose(
    layout: Layout, header: Header, level: Level, own: str, known: Sequence[SpokenOf]
) -> Iterator[Duty]:
    reader = Reader()
    told = is_told(header)
    day = str(header.date)
    for sentence in sentences(layout, header, [item.cited for item in known]):
        order, reader = reader.read(sentence)
        if order is None:
            continue
        bearer = order.bearer.printed if order.bearer else ""
        order = replace(order, due=in_year_of(order.due, day))
        if order.asked and not is_later(order.due, day):
            continue
        if told and (order.ordered or not bearer or not order.due or not sentence.tasked):
            continue
        dated = bool(bearer and order.due)
        if sentence.act and not (sentence.tasked or order.ordered or dated):
            continue
        if is_author(bearer, header.issuer):
            continue
        binds = sentence.act and not order.ordered
        if stands_above(bearer, level=level, binds=binds):
            continue
        yield _of_order(layout, order, own, known)


def _of_order(layout: Layout, order: Order, own: str, known: Sequence[SpokenOf]) -> Duty:
    flow, bearer = layout.flow, order.bearer
    end = order.end
    while end > order.start + 1 and flow[end - 1] in " ;,.":
        end -= 1
    rule = "order" if order.ordered else "announced-review" if order.announced else "task"
    about = _about(flow, known, order.deed_end - 1, end)
    return Duty(
        bearer=bearer.printed if bearer else "",
        product=order.product.type,
        expects=order.product.expects,
        review=order.product.review,
        span=layout.span(order.start, end),
        rule=rule,
        confidence=rule_confidence(rule),
        set_by=own,
        about=about or (own,),
        due=order.due,
        due_text=flow[slice(*order.due_at)] if order.due_at else "",
        joins=order.joins,
        several=bearer is not None and bearer.several,
        exceptions=bearer.exceptions if bearer else "",
    )


def _about(flow: str, known: Sequence[SpokenOf], start: int, end: int) -> tuple[str, ...]:
    """Return the documents that a task speaks of, without those that it only refers to."""
    first = bisect_left(known, start, key=lambda item: item.cited.start)
    keys: dict[str, None] = {}
    for item in known[first:]:
        if item.cited.start >= end:
            break
        if not _BESIDE.search(flow[max(start, item.cited.start - 24) : item.cited.start]):
            keys[item.key] = None
    return tuple(keys)
