"""The page of what is owed: who, what, by when, and what became of it."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from graph.ask.owed.adding_up import figures
from graph.ask.owed.answer import Owed, OwedRow, owed
from graph.ask.owed.judging import Status
from graph.ask.owed.tasks import TaskRow
from graph.decisions.words import decided_words, listed_words, problem_words
from graph.errors import Ambiguous, GraphError
from graph.read.lookup import level_typed
from graph.typed.days import day_or_today
from graph.typed.meaning import document_named
from graph.values import Found
from graph.web.current import Version
from graph.web.desk import desk_of, page
from graph.words.labels import DOUBT_WORDS, OWED_SIGNS, OWED_WORDS, called, shown_date, word
from graph.words.sentences import Language
from graph.words.whereabouts import place_line

_SHOWN: Final = 500
"""How many debts a page shows."""


def debts(request: Request) -> Response:
    """Show what is owed by or about a document, or by all, narrowed as the form says."""
    desk = desk_of(request)
    version = desk.current.version()
    names = ("number", "place", "level", "status", "as_of")
    asked = {name: request.query_params.get(name, "").strip()[:300] for name in names}
    answer, failure = None, ""
    candidates: tuple[Found, ...] = ()
    directive: Found | None = None
    try:
        if asked["number"]:
            directive = document_named(version.store, asked["number"])
        answer = owed(
            version.store,
            directive.iri if directive else "",
            level=level_typed(asked["level"] or None),
            place=asked["place"],
            as_of=day_or_today(asked["as_of"]),
            statuses=[Status(asked["status"])] if asked["status"] in set(Status) else (),
            most=_SHOWN,
        )
    except Ambiguous as error:
        failure, candidates = error.told(desk.language), error.candidates
    except GraphError as error:
        failure = error.told(desk.language)
    return page(
        request,
        "owed.html.j2",
        version=version,
        places=version.overview.names,
        asked=asked,
        directive=directive,
        failure=failure,
        candidates=candidates,
        statuses=[(status.value, word(OWED_WORDS, desk.language, status)) for status in Status],
        answer=answer,
        rows=[_row(row, version, desk.language) for row in answer.rows] if answer else [],
        tasks=[_task(row, version, desk.language) for row in answer.tasks] if answer else [],
        day=shown_date(desk.language, answer.as_of) if answer else "",
        figures=figures(answer, desk.language) if answer else "",
        unfitting=_unfitting(answer, desk.language),
    )


def _unfitting(answer: Owed | None, language: Language) -> list[str]:
    """Return what is wrong with decisions that mean none of the debts."""
    return [problem_words(decided, language) for decided in answer.unfitting] if answer else []


def _row(row: OwedRow, version: Version, language: Language) -> dict[str, object]:
    places = version.overview.names
    return {
        "row": row,
        "where": place_line(row.place),
        "status": f"{OWED_SIGNS[row.status]} {word(OWED_WORDS, language, row.status)}",
        "expects": word(OWED_WORDS, language, row.review or row.expects),
        "due": shown_date(language, row.due_until) or row.due_printed,
        "about": [(called(document, places), document.iri) for document in row.about],
        "set_by": (called(row.set_by, places), row.set_by.iri) if row.set_by else None,
        "listed": listed_words(row.listed, language) if row.listed else "",
        "decided": decided_words(row.decided, language) if row.decided else "",
        "doubt": word(DOUBT_WORDS, language, row.doubt) if row.doubt else "",
        "perhaps": (called(row.perhaps, places), row.perhaps.iri) if row.perhaps else None,
        "met_by": (called(row.met_by, places), row.met_by.iri) if row.met_by else None,
    }


def _task(row: TaskRow, version: Version, language: Language) -> dict[str, object]:
    return {
        "row": row,
        "due": shown_date(language, row.due_until) or row.due_printed,
        "set_by": (called(row.set_by, version.overview.names), row.set_by.iri),
    }
