"""The endpoint ``/sparql``: queries by the SPARQL 1.1 protocol, for reading only.

A query comes in the address, in a form or as the body of the request; what it may be answered in is
told by ``Accept``, or by ``format`` in the address where a link has to say it.
"""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Final
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from graph.errors import GraphError, TooCostly
from graph.harmless import csv_lines
from graph.web.bounded.query_process import GRAPHS, RESULTS, QueryProcess
from graph.web.desk import desk_of
from graph.web.guarding import body_of

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_LONGEST: Final = 100_000
"""How many bytes a query may have."""
_SHORT: Final = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
_ALSO: Final = {"application/json": _SHORT["json"], "application/xml": _SHORT["xml"]}


async def sparql(request: Request) -> Response:
    """Answer a query."""
    query, asked = await _query(request)
    if asked and asked not in _SHORT:
        raise HTTPException(400, f"format: {', '.join(_SHORT)}")
    accept = _SHORT[asked] if asked else request.headers.get("accept", "")
    results, triples = _best(accept, RESULTS), _best(accept, GRAPHS)
    if results is None and triples is None:
        raise HTTPException(406, ", ".join((*RESULTS, *GRAPHS)))
    desk = desk_of(request)
    process = request.app.state.queries
    assert isinstance(process, QueryProcess)
    try:
        version = await run_in_threadpool(desk.current.version)
        answered = await run_in_threadpool(
            process.answer,
            version.store.state.graph,
            query,
            results=results or next(iter(RESULTS)),
            triples=triples or next(iter(GRAPHS)),
        )
    except TooCostly as error:
        return PlainTextResponse(error.told(desk.language), 503)
    except GraphError as error:
        return PlainTextResponse(error.told(desk.language), 400)
    if asked == "csv" and answered.media_type == _SHORT["csv"]:
        return Response(_for_spreadsheets(answered.body), media_type=answered.media_type)
    return Response(answered.body, media_type=answered.media_type)


def _for_spreadsheets(written: bytes) -> bytes:
    """Return CSV as people open it, which a link of a page leads to; programs ask by ``Accept``."""
    rows = csv.reader(StringIO(written.decode(), newline=""))
    return "".join(csv_lines(rows, "\r\n")).encode("utf-8-sig")


async def _query(request: Request) -> tuple[str, str]:
    """Return the query, and the short name of the format that the address asks for."""
    given = parse_qsl(request.url.query, keep_blank_values=True)
    if request.method == "POST":
        body = await body_of(request, 4 * _LONGEST)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == _FORM:
            given += parse_qsl(_decoded(body), keep_blank_values=True)
        elif kind == _QUERY:
            given.append(("query", _decoded(body)))
        else:
            raise HTTPException(415, f"{_FORM}, {_QUERY}")
    values = [value for name, value in given if name == "query"]
    if len(values) != 1:
        raise HTTPException(400, "query: 1")
    if len(values[0]) > _LONGEST:
        raise HTTPException(413)
    if any(name in ("update", "default-graph-uri", "named-graph-uri") for name, _ in given):
        raise HTTPException(400, "update, default-graph-uri, named-graph-uri: FROM <…>")
    return values[0], next((value for name, value in given if name == "format"), "")


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"UTF-8: {error.start}") from error


def _best(accept: str, offered: Mapping[str, object]) -> str | None:
    """Return the media type that ``Accept`` prefers of those offered; None where it takes none.

    >>> _best("text/html, text/*;q=0.5", {"text/csv": 1, "application/xml": 2})
    'text/csv'
    """
    ranked = sorted(_accepted(accept), key=lambda each: -each[1])
    for named, quality in ranked:
        wanted = _ALSO.get(named, named)
        for kind in offered:
            if quality > 0 and wanted in (kind, "*/*", f"{kind.partition('/')[0]}/*"):
                return kind
    return None


def _accepted(accept: str) -> Sequence[tuple[str, float]]:
    found = []
    for part in (accept or "*/*").split(","):
        kind, *parameters = (each.strip().lower() for each in part.split(";"))
        quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
        try:
            found.append((kind, float(quality)))
        except ValueError:
            found.append((kind, 0.0))
    return found
