"""The texts to read, with their citations and links marked, and the files that they came from."""

import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from extract.text.source import SourceText
from graph.build.readings import DamagedReadingError, ReadingCache
from graph.decisions.kinds import ADDED_RELATIONS
from graph.pages.annotated import citations_in, links_in, pieces
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.store.disk import GraphStore, readings_path
from graph.web.clicks.recording import decisions_file, just_done, kept_of
from graph.web.current import Version
from graph.web.desk import desk_of, page, text_at
from graph.words.labels import RELATION_WORDS, called, word
from ontology.documents.relation import Relation

_SHA: Final = re.compile(r"[0-9a-f]{64}")
_DRAWING: Final = ("pypdfium2", "PIL")
_VIEW: Final = re.compile(r"viewrect=([\d.,]+)")
_PLACE: Final = re.compile(r"(\d{1,9})-(\d{1,9})")
LONGEST_QUOTE: Final = 2_000
"""How many code points may be marked to state a link."""
_EMPTY: Final = {"relation": Relation.IMPLEMENTS.value, "object": "", "quote": ""}
_PDF: Final = "application/pdf"
_SHOWN: Final = {
    ".pdf": _PDF,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
}
"""What a browser shows and does not run; any other file is saved, and opened by its program."""


def text(request: Request) -> Response:
    """Show a text as it was read."""
    return reading_page(request, sha_of(request))


def reading_page(
    request: Request, sha: str, *, typed: Mapping[str, str] | None = None, failure: str = ""
) -> Response:
    """Show the text with this hash, and below it the form that adds a link that it states.

    ``typed`` is what the form held and ``failure`` why it was not taken.
    """
    desk = desk_of(request)
    version = desk.current.version()
    source = source_of(version.store, sha)
    if source is None:
        raise HTTPException(404)
    asked = _PLACE.fullmatch(request.query_params.get("at", ""))
    citations = citations_in(version.store, sha)
    links = links_in(version.store, sha)
    documents = Documents(version.store.dataset)
    own = _own(version, sha)
    iris = sorted({*own, *(each.iri for each in citations), *(link.object.iri for link in links)})
    places = version.places(iris)
    path, _ = decisions_file(version)
    subject = documents.found(own[0]).selector if own else ""
    return page(
        request,
        "text.html.j2",
        version=version,
        places=places,
        name=source.name,
        own=[documents.found(iri) for iri in own],
        sha=sha,
        pieces=pieces(
            source.text,
            citations,
            [(link.start, link.end) for link in links],
            (int(asked[1]), int(asked[2])) if asked else None,
            source.pages,
        ),
        links=links,
        place_at=lambda step: text_at(sha, step.start, step.end),
        page_at=lambda number: f"/text/{sha}?page={number}#p{number}",
        called={
            each.iri: called(documents.found(each.iri), places, desk.language) for each in citations
        },
        files=list(enumerate(version.files.get(sha, ()))),
        status=400 if failure else 200,
        failure=failure,
        typed={**kept_of(request), **_EMPTY, "subject": subject, **(typed or {})},
        relations=[(name, word(RELATION_WORDS, desk.language, name)) for name in ADDED_RELATIONS],
        longest=LONGEST_QUOTE,
        pages=len(source.pages) if drawn_file(version, sha) else 0,
        picture=_picture(request, source, (int(asked[1]), int(asked[2])) if asked else None),
        **just_done(request, path),
    )


def original(request: Request) -> Response:
    """Hand out a file that a text was read from; only those that the store names."""
    files = desk_of(request).current.version().files.get(sha_of(request), ())
    number = request.path_params["number"]
    if number >= len(files) or not files[number].is_file():
        raise HTTPException(404)
    path = files[number]
    kind = _SHOWN.get(path.suffix.lower())
    return FileResponse(
        path,
        # What shows a PDF in a browser is no script of ours, and is stopped by a stricter policy.
        headers={"Content-Security-Policy": "frame-ancestors 'none'"} if kind == _PDF else {},
        media_type=kind or "application/octet-stream",
        filename=path.name,
        content_disposition_type="inline" if kind else "attachment",
    )


def _own(version: Version, sha: str) -> list[str]:
    """Return the IRIs of the documents whose own text this is, in order."""
    graph = ld.text_graph(sha)
    quads = version.store.dataset.quads_for_pattern(None, ld.HAS_TEXT, None, graph)
    return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})


def drawn_file(version: Version, sha: str) -> Path | None:
    """Return the PDF file that a text was read from; None without one, or what could draw it."""
    if not all(map(find_spec, _DRAWING)):
        return None
    found = (path for path in version.files.get(sha, ()) if path.suffix.lower() == ".pdf")
    return next((path for path in found if path.is_file()), None)


def _picture(
    request: Request, source: SourceText, asked: tuple[int, int] | None
) -> tuple[int, str]:
    """Return the page to show beside the text, and the place on it that was asked for."""
    typed = request.query_params.get("page", "1")
    box = _VIEW.search(source.box_of(*asked)) if asked and asked[0] < asked[1] else None
    page = source.page_at(asked[0]) if asked else int(typed) if typed.isdecimal() else 1
    return max(1, min(page, len(source.pages))), box[1] if box else ""


def sha_of(request: Request) -> str:
    """Return the hash of the text that is asked for; HTTPException where it is none."""
    sha = str(request.path_params["sha"])
    if not _SHA.fullmatch(sha):
        raise HTTPException(404)
    return sha


def source_of(store: GraphStore, sha: str) -> SourceText | None:
    """Return a text as it was read; None where the folder of the store no longer has it."""
    try:
        return ReadingCache(readings_path(store.directory), store.state.reader).source(sha)
    except (FileNotFoundError, DamagedReadingError):
        return None
