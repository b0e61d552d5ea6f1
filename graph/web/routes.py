"""The application: which address is answered by what, and what stands before all of them."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.errors import GraphError
from graph.pages.environment import stylesheet
from graph.web import asking, browsing, handing, owing, searching, texts
from graph.web.bounded import pictures, protocol
from graph.web.bounded.pictures import pages_drawn
from graph.web.bounded.query_process import QueryProcess
from graph.web.clicks import adding, settling
from graph.web.current import CurrentStore
from graph.web.desk import SENTENCES, desk_for, desk_of, page, told
from graph.web.guarding import LOOPBACK, Headers, TokenAsked, from_here
from graph.words.sentences import Language

_STATIC: Final = {
    "app.css": "text/css",
    "keys.js": "text/javascript",
    "htmx.min.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
_ANY: Final = ("0.0.0.0", "::", "")
"""The addresses of a computer under any of its names."""


def application(
    directory: Path, *, language: Language, host: str = LOOPBACK[0], token: str = ""
) -> Starlette:
    """Return the application for the store in the folder ``directory``.

    It answers to names of this computer, to ``host`` and, with a ``token``, only to who brings it.
    Raises what ``open_folder`` raises.
    """
    current = CurrentStore(directory)
    hosts = ["*"] if token and host in _ANY else [*LOOPBACK, host]
    before = [Middleware(Headers), Middleware(TrustedHostMiddleware, allowed_hosts=hosts)]
    if token:
        before.append(Middleware(TokenAsked, token=token))
    app = Starlette(
        routes=_ROUTES,
        middleware=before,
        exception_handlers={
            HTTPException: _refused,
            GraphError: _failed,
            OSError: _damaged,
        },
        lifespan=_lifespan,
    )
    app.state.desk = desk_for(current, language, secrets.token_urlsafe(32))
    app.state.queries = QueryProcess(directory)
    app.state.pictures = pages_drawn()
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    """Learn what the start page tells before somebody asks; end what was begun."""
    app.state.desk.current.version().learn()
    yield
    app.state.queries.apart.close()
    app.state.pictures.close()


def _refused(request: Request, error: Exception) -> Response:
    """Say why a request is not answered."""
    assert isinstance(error, HTTPException)
    key = f"status {error.status_code}"
    message = told(desk_of(request), key if key in SENTENCES else "status other")
    detail = error.detail if error.status_code not in (403, 404, 405) else ""
    answer = page(
        request, "message.html.j2", status=error.status_code, message=message, detail=detail
    )
    answer.headers.update(error.headers or {})
    return answer


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, GraphError)
    return page(
        request, "message.html.j2", status=503, message=error.told(desk_of(request).language)
    )


def _damaged(request: Request, error: Exception) -> Response:
    """Say that a file could not be read: the build that has just replaced it removed it."""
    return page(
        request,
        "message.html.j2",
        status=503,
        message=told(desk_of(request), "status 503"),
        detail=str(error),
    )


def _asset(request: Request) -> Response:
    """Hand out a file of the application's own; all of them have a name here."""
    name = request.path_params["name"]
    if name == "pages.css":
        return Response(stylesheet(), media_type="text/css")
    if name not in _STATIC:
        raise HTTPException(404)
    text = files("graph.web").joinpath("static", name).read_text(encoding="utf-8")
    return Response(text, media_type=_STATIC[name])


_ROUTES: Final = (
    Route("/", browsing.start),
    Route("/find", searching.find),
    Route("/places", browsing.places),
    Route("/owed", owing.debts),
    Route("/document/{path:path}", browsing.document),
    Route("/report", handing.report_asked),
    Route("/report/{path:path}.{suffix}", handing.report),
    Route("/text/{sha}", texts.text),
    Route("/text/{sha}/add", from_here(adding.add), methods=["POST"]),
    Route("/picture/{sha}/{page:int}", pictures.picture),
    Route("/file/{sha}/{number:int}", texts.original),
    Route("/questions", asking.questions),
    Route("/questions/{name}", asking.question),
    Route("/review", settling.review),
    Route("/review/undo", from_here(settling.undo), methods=["POST"]),
    Route("/review/{id}", settling.matter),
    Route("/review/{id}", from_here(settling.settle), methods=["POST"]),
    Route("/console", asking.console),
    Route("/sparql", protocol.sparql, methods=["GET", "POST"]),
    Route("/assets/{name}", _asset),
)
