"""The ready questions as forms, and the console for SPARQL."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.ask import competency
from graph.ask.competency import DATED, Parameter, Question
from graph.ask.files import FILES
from graph.ask.owed.by_place import COLUMNS as OWED
from graph.ask.sparql import Rows
from graph.errors import Ambiguous, GraphError
from graph.harmless import plain
from graph.rdf import vocabulary as ld
from graph.sheets.answers import answer_sheet
from graph.values import Found
from graph.web.bounded.query_process import QueryProcess
from graph.web.desk import Desk, desk_of, link_to, page, query_of, text_at
from graph.web.handing import table_file, workbook_file
from graph.words.cells import cell_text
from graph.words.file_sentences import COLUMNS as FILE_COLUMNS
from graph.words.file_sentences import state
from graph.words.headings import HEADINGS, cell_words, column_of
from graph.words.labels import word
from graph.words.sentences import Language
from ontology.bilingual import Bilingual

_IRI: Final = "_iri"
_LANGUAGE: Final = re.compile(r"_(?:vi|en)$")
_HIDDEN: Final = ("box",)
_TEXT: Final = "text"
_PLACES: Final = ("start", "end")
"""Columns that say where words stand in a text: the cell of the text leads there."""
_OPEN: Final = "…"
_GO: Final = ("go", "1")
"""What a form sends beside its fields: optional ones may be empty."""
_SHOWN: Final = 1_000
"""How many rows a page shows; the files have all of them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and the address of the document that it names, if it names one."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table of a page: what its columns are called, its rows, and how many there are in all."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    count: int


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
        question=asked,
        sentence=_asked(asked, desk.language, given if ready else ()),
        parameters=list(zip(asked.parameters, given, strict=True)),
        dated=asked.name in DATED,
        as_of=as_of,
        failure=failure,
        candidates=candidates,
        answer=None if rows is None else _answer(asked, rows, desk),
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


def _answer(asked: Question, rows: Rows, desk: Desk) -> Shown:
    """Return an answer as people read it, with the way to the documents and words that it names."""
    language, texts = desk.language, desk.current.version().texts
    places = {name: index for index, name in enumerate(rows.variables)}
    shown = [
        name
        for name in rows.variables
        if not name.endswith(_IRI)
        and name not in (*_HIDDEN, *_PLACES)
        and (name != "page" or any(row[places[name]] for row in rows.rows))
        and (name not in OWED or any(row[places[name]] is not None for row in rows.rows))
    ]
    headings = FILE_COLUMNS if asked.name == FILES else HEADINGS
    if asked.name == FILES:
        other = language.choose(Bilingual("why_en", "why_vi"))
        shown = [name for name in shown if name not in ("text", other)]

    def cell(name: str, row: Sequence[Any]) -> Cell:
        if asked.name == FILES and name == "state":
            return Cell(state(language, str(row[places[name]])))
        of = row[places["field"]] if "field" in places else None
        iri = row[places[name + _IRI]] if name + _IRI in places else None
        value, column = row[places[name]], column_of(name, of)
        words = cell_text if isinstance(value, bool) else cell_words
        address = _address(iri) or (_words(texts, row, places) if name == _TEXT else "")
        return Cell(plain(words(column, value, language)), address)

    return Shown(
        tuple(word(headings, language, _LANGUAGE.sub("", name)) for name in shown),
        tuple(tuple(cell(name, row) for name in shown) for row in rows.rows[:_SHOWN]),
        len(rows.rows),
    )


def _words(texts: Mapping[str, str], row: Sequence[Any], places: Mapping[str, int]) -> str:
    """Return the address of the words that a row quotes, empty where it quotes none of a text."""
    sha = texts.get(str(row[places[_TEXT]]))
    if not sha or not places.keys() >= set(_PLACES):
        return f"/text/{sha}" if sha else ""
    start, end = (row[places[name]] for name in _PLACES)
    return text_at(sha, start, end) if end else ""


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
                shown = _results(json.loads(answered.body), desk.language)
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


def _results(value: Mapping[str, Any], language: Language) -> Shown:
    """Return the results that the engine wrote as JSON as a table."""
    if "boolean" in value:
        return Shown(("ASK",), ((Cell("true" if value["boolean"] else "false"),),), 1)
    names = value["head"]["vars"]
    rows = value["results"]["bindings"]

    def cell(term: Mapping[str, Any] | None) -> Cell:
        if term is None:
            return Cell("")
        if term["type"] == "triple":
            return Cell(json.dumps(term["value"], ensure_ascii=False))
        address = _address(term["value"]) if term["type"] == "uri" else ""
        return Cell(plain(str(term["value"])), address)

    return Shown(
        tuple(names),
        tuple(tuple(cell(row.get(name)) for name in names) for row in rows[:_SHOWN]),
        len(rows),
    )


def _address(iri: object) -> str:
    """Return the address of the page of a document; empty for what is none."""
    if isinstance(iri, str) and iri.startswith((ld.DOCUMENT_BASE, ld.REFERENCE_BASE)):
        return link_to(iri)
    return ""
