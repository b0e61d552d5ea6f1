"""Answers that pages hand out as files: tables, workbooks of Excel, reports."""

from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import Ambiguous, GraphError, Incomplete
from graph.export.workbook import Sheet, workbook_of
from graph.harmless import csv_lines
from graph.read.places import places_of
from graph.report.contents import report_on
from graph.report.files import report_file
from graph.tables.database import reading
from graph.tables.document_rows import rows_of
from graph.typed.meaning import document_named
from graph.values import Found
from graph.web.current import Version
from graph.web.desk import desk_of, iri_at, link_to, page
from graph.words.labels import called
from graph.words.sentences import Language
from ontology.dates import today
from ontology.spelling import slug

_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_REPORTS: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
}
_LONGEST: Final = 80
_LONGEST_TYPED: Final = 300


def table_file(columns: Sequence[str], rows: Iterable[Sequence[object]], name: str) -> Response:
    """Return a table as CSV that Excel reads; no cell of it is a formula."""
    lines = "".join(csv_lines([columns, *rows], end="\r\n"))
    return saved(f"\ufeff{lines}".encode("utf-8", "replace"), "text/csv", f"{name}.csv")


def workbook_file(sheets: Iterable[Sheet], language: Language, name: str) -> Response:
    """Return sheets as a workbook of Excel."""
    return saved(workbook_of(sheets, language), _WORKBOOK, f"{name}.xlsx")


def report(request: Request) -> Response:
    """Hand out the report on a document, as a file of Word or of HTML."""
    version = desk_of(request).current.version()
    iri = iri_at(request.path_params["path"])
    with reading(version.store.directory):
        found = rows_of(version.tables, [iri]).get(iri)
    if found is None:
        raise HTTPException(404)
    return _report_on(request, version, found, str(request.path_params["suffix"]))


def report_asked(request: Request) -> Response:
    """Hand out the report on the document that was typed; one that means several leads to each."""
    desk = desk_of(request)
    version = desk.current.version()
    typed = request.query_params.get("number", "").strip()[:_LONGEST_TYPED]
    suffix = request.query_params.get("format", "docx")
    try:
        found = document_named(version.store, typed)
    except Ambiguous as error:
        places = places_of(error.candidates)
        ways = [
            (called(each, places, desk.language), link_to(each.iri)) for each in error.candidates
        ]
        message = error.told(desk.language)
        return page(request, "message.html.j2", status=300, message=message, ways=ways)
    except GraphError as error:
        return page(request, "message.html.j2", status=404, message=error.told(desk.language))
    return _report_on(request, version, found, suffix)


def _report_on(request: Request, version: Version, found: Found, suffix: str) -> Response:
    if suffix not in _REPORTS:
        raise HTTPException(404)
    language = desk_of(request).language
    told = report_on(version.store, found, today(), language)
    try:
        content = report_file(told, f".{suffix}")
    except Incomplete as error:
        return page(request, "message.html.j2", status=503, message=error.told(language))
    name = slug(found.selector or found.number)[:_LONGEST]
    return saved(content, _REPORTS[suffix], f"{name}.{suffix}")


def saved(body: bytes, media_type: str, name: str) -> Response:
    """Return a file that the browser keeps under a name of the program's own."""
    headers = {"Content-Disposition": f'attachment; filename="{quote(name)}"'}
    return Response(body, media_type=media_type, headers=headers)
