"""What every page of the application needs at hand, and how a page is made of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from urllib.parse import quote, urlencode

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse

from graph.pages.environment import page_environment
from graph.pages.words import SENTENCES as SHARED
from graph.tables.sought.hits import Passage
from graph.values import Quote, Step
from graph.web.current import CurrentStore, Version
from graph.words.browser import OWED
from graph.words.sentences import SENTENCES as ANSWERS
from graph.words.sentences import Language
from graph.words.tables import Pairs
from ontology.documents.identity import BASE

_AS_IN_ANSWERS: Final = {
    "decisions": ANSWERS["decisions"],
    "read as": ANSWERS["read as"],
    "found apart": ANSWERS["found apart"],
    "not known": ANSWERS["not known"],
    "more values": ANSWERS["more values"],
}
SENTENCES: Final = Pairs("web", besides={**SHARED, **OWED, **_AS_IN_ANSWERS})
"""What the application says."""
_IDS: Final = f"{BASE}id/"


@dataclass(frozen=True, slots=True)
class Desk:
    """The store, the language, the templates, and what a form has to bring that writes."""

    current: CurrentStore
    language: Language
    templates: Environment
    secret: str


def desk_for(current: CurrentStore, language: Language, secret: str) -> Desk:
    """Return the desk of an application."""
    return Desk(current, language, page_environment("graph.web", language, SENTENCES), secret)


def desk_of(request: Request) -> Desk:
    """Return the desk of the application that was asked."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def told(desk: Desk, key: str, **values: object) -> str:
    """Return a sentence of the application."""
    return desk.language.choose(SENTENCES[key]).format(**values)


class Page(HTMLResponse):
    """A page in UTF-8; what no file of UTF-8 can hold stands as a question mark."""

    def render(self, content: Any) -> bytes:  # noqa: ANN401
        """Return the bytes of the page."""
        return str(content).encode("utf-8", "replace")


def page(
    request: Request,
    template: str,
    *,
    version: Version | None = None,
    status: int = 200,
    places: Mapping[str, str] | None = None,
    **values: object,
) -> Page:
    """Return the page that ``template`` makes of ``values``."""
    desk = desk_of(request)
    content = desk.templates.get_template(template).render(
        places=places or {},
        link_to=link_to,
        words_at=partial(words_at, version),
        path=request.url.path,
        secret=desk.secret,
        **values,
    )
    return Page(content, status)


def link_to(iri: str) -> str:
    """Return the address of the page of a document.

    >>> link_to("https://w3id.org/luocdo/id/doc/tw/k11/nq-tw/25")
    '/document/doc/tw/k11/nq-tw/25'
    """
    return f"/document/{quote(iri.removeprefix(_IDS))}"


def iri_at(path: str) -> str:
    """Return the IRI of the document whose page has this address behind ``/document/``."""
    return _IDS + path


def words_at(version: Version | None, words: Step | Quote | Passage) -> str:
    """Return the address of the words of a link in the text that has them; empty without one."""
    sha = version.texts.get(words.text) if version else None
    return text_at(sha, words.start, words.end) if sha and words.end else ""


def text_at(sha: str, start: int, end: int) -> str:
    """Return the address of a place in a text."""
    return f"/text/{sha}?at={start}-{end}#words"


def query_of(values: Iterable[tuple[str, object]]) -> str:
    """Return what stands behind an address: the values that are something."""
    return urlencode([(name, str(value)) for name, value in values if value not in ("", None, 0)])
