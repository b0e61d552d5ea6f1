"""The page of what is owed: who, what, by when, and what became of it."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from graph.ask.owed.accounts import owed_by
from graph.ask.owed.adding_up import figures
from graph.ask.owed.answer import Owed, Shown, owed
from graph.ask.owed.for_pages import shown_debt, shown_task
from graph.ask.owed.judging import Status
from graph.ask.owed.of_document import owed_of_document
from graph.ask.owed.rows import OwedRow
from graph.ask.owed.tasks import TaskRow
from graph.decisions.words import problem_words
from graph.errors import Ambiguous, GraphError
from graph.pages.cells import Naming, debt_cells, task_cells
from graph.read.lookup import level_typed
from graph.read.places import places_of
from graph.sheets.sought_and_owed import owed_sheets
from graph.typed.days import day_or_today
from graph.typed.meaning import document_named
from graph.values import Found
from graph.web.current import Version
from graph.web.desk import desk_of, link_to, page, query_of, words_at
from graph.web.handing import workbook_file
from graph.words.labels import OWED_WORDS, called, shown_date, word
from graph.words.sentences import Language
from ontology.dates import today

_SHOWN: Final = 200
"""How many debts a page shows."""
_FILE: Final = "owed"
_SHOWN_OF_A_DOCUMENT: Final = 20
"""How many debts of a kind the page of a document shows; the page of what is owed has more."""


def debts(request: Request) -> Response:
    """Show what is owed by or about a document, or by all, narrowed as the form says."""
    desk = desk_of(request)
    version = desk.current.version()
    names = ("number", "place", "level", "status", "as_of", "due_since", "due_until")
    asked = {name: request.query_params.get(name, "").strip()[:300] for name in names}
    answer, failure = None, ""
    saved = request.query_params.get("format") == "xlsx"
    candidates: tuple[Found, ...] = ()
    directive: Found | None = None
    try:
        if asked["number"]:
            directive = document_named(version.store, asked["number"])
        day = day_or_today(asked["as_of"])
        level = level_typed(asked["level"] or None)
        shown = Shown(
            statuses=frozenset(each for each in Status if each == asked["status"]),
            due_since=asked["due_since"],
            due_until=asked["due_until"],
        )
        if directive or saved:
            iri = directive.iri if directive else ""
            most = None if saved else _SHOWN
            answer = owed(
                version.store,
                iri,
                level=level,
                place=asked["place"],
                as_of=day,
                shown=shown,
                most=most,
            )
        else:
            answer = owed_by(
                version.store,
                version.ledger(day),
                level=level,
                place=asked["place"],
                shown=shown,
                most=_SHOWN,
            )
        if saved:
            sheets = owed_sheets(answer, desk.language, version.store)
            return workbook_file(sheets, desk.language, _FILE)
    except Ambiguous as error:
        failure, candidates = error.told(desk.language), error.candidates
    except GraphError as error:
        failure = error.told(desk.language)
    return page(
        request,
        "owed.html.j2",
        version=version,
        places={**version.overview.names, **places_of(candidates)},
        asked=asked,
        directive=directive,
        failure=failure,
        candidates=candidates,
        statuses=[(status.value, word(OWED_WORDS, desk.language, status)) for status in Status],
        answer=answer,
        **_tables(answer, version, desk.language),
        day=shown_date(desk.language, answer.as_of) if answer else "",
        figures=figures(answer, desk.language) if answer else "",
        download=f"/owed?{query_of([*asked.items(), ('format', 'xlsx')])}",
        unfitting=_unfitting(answer, desk.language),
    )


def owing_of(version: Version, found: Found, language: Language) -> dict[str, Any]:
    """Return what ``document_owed.html.j2`` shows: what a document orders, and what it meets."""
    told = owed_of_document(version.store, found.iri, as_of=today(), most=_SHOWN_OF_A_DOCUMENT)
    parts = (
        ("owed orders", told.orders),
        ("owed about it", told.about),
        ("owed meets", told.meets),
    )
    rows = [row for _, part in parts for row in part.rows]
    asked_for = told.orders.rows or told.about.rows or told.tasks
    ways = _named(rows, told.tasks, version.overview.names, language), partial(words_at, version)
    return {
        "owing": [
            (
                heading,
                part.count,
                [debt_cells(shown_debt(row), language, *ways) for row in part.rows],
            )
            for heading, part in parts
            if part.rows
        ],
        "tasks": [task_cells(shown_task(task), language, *ways) for task in told.tasks],
        "all_owed": f"/owed?{query_of([('number', found.selector)])}" if asked_for else "",
    }


def _unfitting(answer: Owed | None, language: Language) -> list[str]:
    """Return what is wrong with decisions that mean none of the debts."""
    return [problem_words(decided, language) for decided in answer.unfitting] if answer else []


def _tables(answer: Owed | None, version: Version, language: Language) -> dict[str, Any]:
    """Return the rows of debts and of tasks."""
    if answer is None:
        return {"rows": [], "tasks": []}
    ways = (
        _named(answer.rows, answer.tasks, version.overview.names, language),
        partial(words_at, version),
    )
    debts = map(shown_debt, answer.rows)
    tasks = map(shown_task, answer.tasks)
    return {
        "rows": [debt_cells(row, language, *ways) for row in debts],
        "tasks": [task_cells(task, language, *ways) for task in tasks],
    }


def _named(
    rows: Iterable[OwedRow],
    tasks: Iterable[TaskRow],
    places: Mapping[str, str],
    language: Language,
) -> Naming:
    """Return what calls a document of an answer as people do, and leads to its page."""
    names: dict[str, str] = {}
    for row in rows:
        for found in (*row.about, row.set_by, row.met_by, row.perhaps):
            if found:
                names[found.iri] = called(found, places, language)
    for task in tasks:
        names[task.set_by.iri] = called(task.set_by, places, language)
    return lambda document: (names[document.iri], link_to(document.iri))
