"""The ready questions as forms, and the console for SPARQL."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.ask import competency
from graph.ask.competency import DATED, Parameter, Question
from graph.ask.sparql import Rows
from graph.errors import Ambiguous, GraphError
from graph.read.places import places_of
from graph.sheets.answers import answer_sheet
from graph.values import Found
from graph.web.answer_tables import answer_table, result_table
from graph.web.bounded.query_process import QueryProcess
from graph.web.desk import desk_of, page, query_of
from graph.web.handing import table_file, workbook_file
from graph.words.sentences import Language

_OPEN: Final = "…"
_GO: Final = ("go", "1")
"""What a form sends beside its fields: optional ones may be empty."""


def questions(request: Request) -> Response:
    """List the questions that can be asked, each with what it has to be told."""
    language = desk_of(request).language
    kinds: dict[str, list[tuple[Question, str, list[tuple[Parameter, str]]]]] = {
        "about document": [],
        "about place": [],
        "about all": [],
    }
    for each in competency.askable():
        kind = each.parameters[0].kind.value if each.parameters else "all"
        blanks = [(parameter, "") for parameter in each.parameters]
        kinds[f"about {kind}"].append((each, _asked(each, language), blanks))
    return page(request, "questions.html.j2", kinds=kinds, dated=DATED)


def _asked(asked: Question, language: Language, given: Sequence[str] = ()) -> str:
    """Return what is asked, with what was given; what is not given yet is left open."""
    if not any(given):
        given = (_OPEN,) * len(asked.parameters)
    return asked.asked(language, [each for each in given if each])


def question(request: Request) -> Response:
    """Ask a question: the form, and below it the answer once everything is given."""
    desk = desk_of(request)
    try:
        asked = competency.question_named(str(request.path_params["name"]))
    except GraphError as error:
        return page(request, "message.html.j2", status=404, message=error.told(desk.language))
    given = [request.query_params.get(each.name, "").strip() for each in asked.parameters]
    as_of = request.query_params.get("as_of", "").strip()
    needed = sum(not parameter.optional for parameter in asked.parameters)
    ready = all(given[:needed]) and ("go" in request.query_params or not asked.parameters)
    rows: Rows | None = None
    failure = ""
    candidates: list[tuple[Found, str]] = []
    places: Mapping[str, str] = {}
    if ready:
        arguments = [each for each in given if each]
        try:
            rows = competency.ask(
                desk.current.version().store,
                asked.name,
                *arguments,
                as_of=as_of or None,
            )
        except Ambiguous as error:
            failure = error.told(desk.language)
            candidates = [
                (each, _with(request, error.number, each.selector)) for each in error.candidates
            ]
            places = places_of(error.candidates)
        except GraphError as error:
            failure = error.told(desk.language)
    if rows is not None and (kept := request.query_params.get("format")):
        if kept == "xlsx":
            sheet = answer_sheet(asked, rows, desk.language, desk.current.version().store)
            return workbook_file([sheet], desk.language, asked.name)
        return table_file(rows.variables, rows.rows, asked.name)
    return page(
        request,
        "question.html.j2",
        places=places,
        question=asked,
        sentence=_asked(asked, desk.language, given if ready else ()),
        parameters=list(zip(asked.parameters, given, strict=True)),
        dated=asked.name in DATED,
        as_of=as_of,
        failure=failure,
        candidates=candidates,
        answer=None if rows is None else answer_table(asked, rows, desk),
        further=_further(asked, given, desk.language) if rows and not rows.rows else (),
        note=desk.language.choose(rows.note) if rows and rows.note else "",
        downloads=[
            (words, f"?{query_of([*request.query_params.items(), ('format', suffix)])}")
            for words, suffix in (("Excel", "xlsx"), ("CSV", "csv"))
        ],
    )


def _further(
    asked: Question, given: Sequence[str], language: Language
) -> list[tuple[str, str, str]]:
    """Return the questions that are asked about the same: name, what each asks, its address."""
    return [
        (
            each.name,
            _asked(each, language, given),
            query_of(
                [*((p.name, told) for p, told in zip(each.parameters, given, strict=True)), _GO]
            ),
        )
        for each in competency.asked_alike(asked)
    ]


def _with(request: Request, typed: str, meant: str) -> str:
    """Return the address of the same question with the document that is meant for what was typed.

    What else was typed stays.
    """
    given = request.query_params.items()
    return (
        f"?{query_of((name, meant if value.strip() == typed else value) for name, value in given)}"
    )


async def console(request: Request) -> Response:
    """Show the console for SPARQL, and the answer to what was typed in it."""
    desk = desk_of(request)
    starters = competency.all_questions()
    chosen = request.query_params.get("starter", "")
    query = request.query_params.get("query", "") or next(
        (each.sparql for each in starters if each.name == chosen), ""
    )
    shown, failure, triples = None, "", ""
    if request.query_params.get("query", "").strip():
        process = request.app.state.queries
        assert isinstance(process, QueryProcess)
        try:
            version = await run_in_threadpool(desk.current.version)
            answered = await run_in_threadpool(
                process.answer,
                version.store.state.graph,
                query,
                results="application/sparql-results+json",
                triples="text/turtle",
            )
            if answered.media_type == "text/turtle":
                triples = answered.body.decode()
            else:
                shown = result_table(json.loads(answered.body), desk.language)
        except GraphError as error:
            failure = error.told(desk.language)
    return page(
        request,
        "console.html.j2",
        query=query,
        starters=[(each.name, desk.language.choose(each.sentence)) for each in starters],
        failure=failure,
        answer=shown,
        triples=triples,
        downloads=[
            (name, f"/sparql?{query_of([('query', query), ('format', name)])}")
            for name in (("ttl", "nt") if triples else ("csv", "json", "tsv", "xml"))
        ],
    )
