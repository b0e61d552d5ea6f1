"""What is owed and what may meet it, out of the tables beside a dataset: none of its graph is read.

The same that ``orders`` and ``holdings`` ask of any graph in SPARQL.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from graph.ask.owed.known.holdings import Answering, Holdings, Paper, days_held, reaching, series_of
from graph.ask.owed.known.orders import Order, once
from graph.rdf import vocabulary as ld
from graph.tables.database import ISSUES_PLAN
from graph.tables.duty_rows import bodies_written, class_written
from graph.values import Quote
from ontology.dates import partial_date

_DUTIES: Final = """
SELECT duties.iri, set_by, about, product, expects, review, printed, joining, due, due_from,
    due_until, due_printed, rule, confidence, mention, bodies, bearer_class, listed,
    coalesce(documents.date, ''), words, text, start, stop, page, box, unconfirmed
FROM duties LEFT JOIN documents ON documents.iri = set_by
WHERE (:expects = '' OR expects = :expects) AND (:all
    OR set_by IN (SELECT value FROM json_each(:of))
    OR EXISTS (SELECT 1 FROM json_each(about) WHERE value IN (SELECT value FROM json_each(:of))))
ORDER BY duties.iri
"""
_DAYS: Final = "SELECT iri, date FROM documents WHERE iri IN (SELECT value FROM json_each(?))"
_ANSWERING: Final = f"""
WITH asked AS (
    SELECT documents.id, iri FROM documents JOIN json_each(:about) AS said ON iri = said.value
), meant(about, through) AS (
    SELECT iri, id FROM asked
    UNION ALL SELECT iri, object FROM asked JOIN edges ON subject = asked.id
        AND relation = '{ISSUES_PLAN}'
)
SELECT about, through.iri, answer.iri, property
FROM meant JOIN edges ON object = meant.through
JOIN documents AS through ON through.id = object JOIN documents AS answer ON answer.id = subject
WHERE relation NOT IN ('{ISSUES_PLAN}', '{ld.RELATION_NAMES[ld.CARRIES_OUT]}')
"""
_ISSUED: Final = f"relation = '{ISSUES_PLAN}'"
_CARRYING: Final = ", ".join(f"'{node.value.removeprefix(ld.NS)}'" for node in ld.CARRYING_OUT)
_BELOW: Final = f"""
SELECT lower.iri, upper.iri, {_ISSUED}, lower.held FROM edges
JOIN documents AS lower ON lower.id = subject JOIN documents AS upper ON upper.id = object
WHERE {_ISSUED} OR property IN ({_CARRYING}) AND status <> 'inferred'
"""
_PAPERS: Final = "SELECT iri, types, date, held FROM documents WHERE types <> '[]'"


def orders_in(
    tables: sqlite3.Connection, expects: str = "", about: Collection[str] = ()
) -> tuple[Order, ...]:
    """Return what ``orders.orders_of`` does; ``about`` as in ``found.found_debts``.

    Raises sqlite3.Error.
    """
    asked = {"expects": expects, "all": not about, "of": json.dumps(list(about))}
    return once(_order(tables, row) for row in tables.execute(_DUTIES, asked))


def _order(tables: sqlite3.Connection, row: Sequence[Any]) -> Order:
    about = tuple(json.loads(row[2]))
    listed, day = row[17], row[18]
    if listed and not row[1]:
        days = dict(tables.execute(_DAYS, (row[2],)).fetchall())
        day = min((days.get(each, "") for each in about), default="")
    return Order(
        iri=row[0],
        set_by=row[1],
        about=about,
        product=row[3],
        expects=row[4],
        review=row[5],
        printed=row[6],
        joining=row[7],
        due=row[8],
        due_from=row[9],
        due_until=row[10],
        due_printed=row[11],
        rule=row[12],
        confidence=row[13],
        mention=row[14],
        ordered=partial_date(day),
        bodies=bodies_written(row[15]),
        each=class_written(row[16]),
        listed=listed,
        words=row[19],
        quote=None if listed else _quote(row[19:]),
    )


def _quote(row: Sequence[Any]) -> Quote:
    words, text, start, stop, page, box, unconfirmed = row
    return Quote(
        quote=words,
        text=text,
        start=start,
        end=stop,
        page=page,
        box=box,
        unconfirmed=bool(unconfirmed),
    )


def holdings_in(tables: sqlite3.Connection, orders: Collection[Order]) -> Holdings:
    """Return what ``holdings.holdings_of`` does, as far as it may meet some orders.

    Raises sqlite3.Error.
    """
    about = {each for order in orders for each in order.about}
    below: defaultdict[str, list[str]] = defaultdict(list)
    of_held: set[str] = set()
    for lower, upper, is_issued, is_held in tables.execute(_BELOW):
        below[upper].append(lower)
        # A plan and the decision behind which it stands are one deed, and one text.
        if is_issued:
            below[lower].append(upper)
            of_held.update([upper] if is_held else ())
    papers = {
        iri: Paper(iri, _types(types), partial_date(day), bool(held) or iri in of_held)
        for iri, types, day, held in tables.execute(_PAPERS)
    }
    return Holdings(
        _answering(tables, about, papers),
        days_held(papers.values()),
        reaching(about, below, papers),
    )


def _answering(
    tables: sqlite3.Connection, about: Collection[str], papers: Mapping[str, Paper]
) -> dict[tuple[str, str], tuple[Answering, ...]]:
    properties = {node.value.removeprefix(ld.NS): node.value for node in ld.RELATION_NAMES}
    found: defaultdict[tuple[str, str], list[Answering]] = defaultdict(list)
    for top, through, iri, name in tables.execute(_ANSWERING, {"about": json.dumps(list(about))}):
        if iri in papers:
            found[top, series_of(iri)].append(Answering(papers[iri], properties[name], through))
    return {key: tuple(answers) for key, answers in found.items()}


@lru_cache(maxsize=10_000)
def _types(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))
