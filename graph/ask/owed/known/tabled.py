"""What is owed and what may meet it, out of the tables beside a dataset: none of its graph is read.

The same that ``orders`` and ``holdings`` ask of any graph in SPARQL.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from graph.ask.owed.known.holdings import Answering, Holdings, Paper, over_others, series_of
from graph.ask.owed.known.orders import Order, once
from graph.rdf import vocabulary as ld
from graph.tables.database import ISSUES_PLAN
from graph.tables.of_texts.duty_rows import DutyRow, bodies_written, class_written
from graph.values import Quote
from ontology.dates import partial_date

# The plus keeps SQLite from reading the table in the order of the IRIs, a page of it for each row.
_DUTIES: Final = f"""
SELECT {", ".join(f"duties.{name}" for name in DutyRow._fields)}, coalesce(documents.date, '')
FROM duties LEFT JOIN documents ON documents.iri = set_by
WHERE {{which}} AND (:expects = '' OR expects = :expects) ORDER BY +duties.iri
"""
_ALL_DUTIES: Final = _DUTIES.format(which="1")
_AMONG: Final = _DUTIES.format(which="duties.iri IN (SELECT value FROM json_each(:of))")
_OF_DOCUMENTS: Final = _DUTIES.format(which="set_by IN (SELECT value FROM json_each(:of))")
_SETTING: Final = "SELECT DISTINCT set_by FROM duties ORDER BY set_by"
_SETTING_THESE: Final = """
SELECT DISTINCT set_by FROM duties WHERE iri IN (SELECT value FROM json_each(?))
"""
_DAYS: Final = "SELECT iri, date FROM documents WHERE iri IN (SELECT value FROM json_each(?))"
_ASKED: Final = """asked AS (
    SELECT documents.id, iri FROM documents JOIN json_each(:about) AS said ON iri = said.value
)"""
_ISSUED: Final = f"relation = '{ISSUES_PLAN}'"
_STATED: Final = f"relation NOT IN ('{ISSUES_PLAN}', '{ld.RELATION_NAMES[ld.CARRIES_OUT]}')"
_CARRYING: Final = ", ".join(f"'{node.value.removeprefix(ld.NS)}'" for node in ld.CARRYING_OUT)
# A plan is held with the decision that issues it: they are one text.
_IS_HELD: Final = f"""(answer.held OR EXISTS (
    SELECT 1 FROM edges AS issuing JOIN documents AS decision ON decision.id = issuing.subject
    WHERE issuing.object = answer.id AND issuing.{_ISSUED} AND decision.held
))"""
_PAPER: Final = f"answer.iri, answer.types, answer.date, {_IS_HELD}"
_ANSWERING: Final = f"""
WITH {_ASKED}, meant(about, through) AS (
    SELECT iri, id FROM asked
    UNION ALL SELECT iri, object FROM asked CROSS JOIN edges ON subject = asked.id AND {_ISSUED}
)
SELECT about, through.iri, property, {_PAPER}
FROM meant CROSS JOIN edges ON object = meant.through
JOIN documents AS through ON through.id = object JOIN documents AS answer ON answer.id = subject
WHERE {_STATED} AND answer.types <> '[]'
"""
# A plan and the decision behind which it stands are one deed.
_REACHING: Final = f"""
WITH RECURSIVE {_ASKED}, below(top, id) AS (
    SELECT id, id FROM asked
    UNION SELECT top, subject FROM below JOIN edges ON object = below.id
        WHERE {_ISSUED} OR property IN ({_CARRYING}) AND status <> 'inferred'
    UNION SELECT top, object FROM below JOIN edges ON subject = below.id WHERE {_ISSUED}
), further AS (
    SELECT top, id FROM below WHERE top <> id AND NOT EXISTS (
        SELECT 1 FROM edges WHERE object = top AND subject = id AND {_STATED}
    )
)
SELECT asked.iri, {_PAPER}
FROM further JOIN asked ON asked.id = top JOIN documents AS answer ON answer.id = further.id
WHERE answer.types <> '[]' ORDER BY answer.iri
"""
_HELD: Final = f"""
SELECT date FROM documents AS answer
WHERE iri >= :first AND iri < :last AND date <> '' AND types <> '[]' AND {_IS_HELD}
"""


class DaysHeld(Mapping[str, tuple[date, ...]]):
    """The days of documents held, by register: read when a register is asked for.

    Raises sqlite3.Error.
    """

    def __init__(self, tables: sqlite3.Connection) -> None:
        self._tables = tables
        self._days: dict[str, tuple[date, ...]] = {}

    def __getitem__(self, register: str) -> tuple[date, ...]:
        if register not in self._days:
            # The registers of documents are the first part of their IRIs, up to a stroke.
            first = f"{ld.DOCUMENT_BASE}{register}/"
            ends = {"first": first, "last": f"{first[:-1]}{chr(ord('/') + 1)}"}
            days = (partial_date(day).earliest for (day,) in self._tables.execute(_HELD, ends))
            self._days[register] = tuple(sorted(filter(None, days)))
        return self._days[register]

    def __iter__(self) -> Iterator[str]:
        rows = self._tables.execute("SELECT iri FROM documents WHERE types <> '[]'")
        registers = {series_of(iri) for (iri,) in rows}
        return (register for register in sorted(registers) if self[register])

    def __len__(self) -> int:
        return sum(1 for _ in self)


def orders_in(
    tables: sqlite3.Connection, expects: str = "", among: Collection[str] | None = None
) -> tuple[Order, ...]:
    """Return what ``orders.orders_of`` does; with ``among``, IRIs of duties, these alone.

    Raises sqlite3.Error.
    """
    asked = {"expects": expects, "of": json.dumps(list(among or ()))}
    return _orders(tables, _ALL_DUTIES if among is None else _AMONG, asked)


def orders_set_by(tables: sqlite3.Connection, documents: Collection[str]) -> tuple[Order, ...]:
    """Return what some documents order, by their IRIs; raises sqlite3.Error."""
    return _orders(tables, _OF_DOCUMENTS, {"expects": "", "of": json.dumps(list(documents))})


def _orders(tables: sqlite3.Connection, query: str, asked: Mapping[str, str]) -> tuple[Order, ...]:
    rows = tables.execute(query, asked)
    return once(_order(tables, DutyRow(*row), day) for *row, day in rows)


def setting(tables: sqlite3.Connection, duties: Collection[str] | None = None) -> list[str]:
    """Return the IRIs of the documents that order something: duties, or all.

    An empty one is among them where a person says it, and no document. Raises sqlite3.Error.
    """
    if duties is None:
        return [iri for (iri,) in tables.execute(_SETTING)]
    rows = tables.execute(_SETTING_THESE, (json.dumps(list(duties)),))
    return [iri for (iri,) in rows]


def _order(tables: sqlite3.Connection, row: DutyRow, day: str) -> Order:
    """Return the order of a row; ``day`` is the date of the document that orders it, if any."""
    if row.listed and not row.set_by:
        days = dict(tables.execute(_DAYS, (row.about,)).fetchall())
        day = min((days.get(each, "") for each in json.loads(row.about)), default="")
    return Order(
        iri=row.iri,
        set_by=row.set_by,
        about=tuple(json.loads(row.about)),
        product=row.product,
        expects=row.expects,
        review=row.review,
        printed=row.printed,
        joining=row.joining,
        due=row.due,
        due_from=row.due_from,
        due_until=row.due_until,
        due_printed=row.due_printed,
        rule=row.rule,
        confidence=row.confidence,
        mention=row.mention,
        ordered=partial_date(day),
        bodies=bodies_written(row.bodies),
        each=class_written(row.bearer_class),
        listed=row.listed,
        words=row.words,
        quote=None if row.listed else _quote(row),
        text=row.text,
        start=row.start,
    )


def _quote(row: DutyRow) -> Quote:
    return Quote(
        quote=row.words,
        text=row.text,
        start=row.start,
        end=row.stop,
        page=row.page,
        box=row.box,
        unconfirmed=bool(row.unconfirmed),
    )


def holdings_in(
    tables: sqlite3.Connection, orders: Collection[Order], days: DaysHeld | None = None
) -> Holdings:
    """Return what ``holdings.holdings_of`` does, as far as it may meet some orders.

    It reads the tables as long as it is asked; ``days`` are those that were read for other orders.
    Raises sqlite3.Error.
    """
    asked = {"about": json.dumps(list({each for order in orders for each in order.about}))}
    papers: dict[str, Paper] = {}

    def paper(iri: str, types: str, day: str, held: int) -> Paper:
        if iri not in papers:
            papers[iri] = Paper(iri, _types(types), partial_date(day), bool(held))
        return papers[iri]

    properties = {node.value.removeprefix(ld.NS): node.value for node in ld.RELATION_NAMES}
    answering: defaultdict[tuple[str, str], list[Answering]] = defaultdict(list)
    for top, through, name, *told in tables.execute(_ANSWERING, asked):
        answer = Answering(paper(*told), properties[name], through)
        answering[top, series_of(answer.paper.iri)].append(answer)
    reaching: defaultdict[tuple[str, str], list[Paper]] = defaultdict(list)
    for top, *told in tables.execute(_REACHING, asked):
        reaching[top, series_of(told[0])].append(paper(*told))
    return Holdings(
        answering, DaysHeld(tables) if days is None else days, over_others(reaching, answering)
    )


@lru_cache(maxsize=10_000)
def _types(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))
