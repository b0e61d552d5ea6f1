"""The page of what is found: by number, by words of the texts, and by what documents are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from graph.errors import GraphError
from graph.read.places import places_of
from graph.sheets.sought_and_owed import hit_sheet
from graph.tables.sought.finding import find as find_documents
from graph.tables.sought.hits import Facet, Hit, Hits, Passage
from graph.tables.sought.narrowing import Narrowed, Order
from graph.web.desk import Desk, desk_of, page, query_of, told
from graph.web.handing import workbook_file
from graph.words.cells import cell_text, heading
from graph.words.sentences import Language
from graph.words.whereabouts import place_line
from ontology.level import Level

_LINES: Final = 20
"""How many documents a page of the list has."""
_PASSAGES: Final = 2
"""How many places of its texts are shown of each."""
_LONGEST: Final = 300
"""How much of what is typed is looked for."""
_TYPED: Final = ("place", "level", "type", "issuer", "year", "since", "until")
_TICKED: Final = ("held", "without_plan")
_SAID: Final = {"until": "until", "held": "held", "without_plan": "without plan"}
_COUNTED: Final = ("type", "level", "place", "year")
_FILE: Final = "documents"
_FIRST: Final = 8
"""How many values of a kind are named before the others are asked for."""
_MOST: Final = 60
"""How many values of a kind are named at all."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that documents which were found have: in words, how many, and the way to them.

    The address is empty where documents cannot be narrowed to it.
    """

    words: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Kind:
    """The values of one kind: those that are named first, and some more."""

    heading: str
    first: tuple[Value, ...]
    more: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """What the list is narrowed to, in words, and the way to the list without it."""

    heading: str
    words: str
    address: str


def find(request: Request) -> Response:
    """List the documents that are found, each with the words of its texts; any part by itself."""
    desk = desk_of(request)
    version = desk.current.version()
    asked = _asked(request)
    number = _page_number(request)
    saved = request.query_params.get("format") == "xlsx"
    failure, found = "", Hits(count=0, hits=())
    try:
        found = find_documents(
            version.store,
            version.tables,
            asked["q"],
            _narrowed(asked),
            order=Order.DATE if asked["sort"] == Order.DATE else Order.RELEVANCE,
            part=slice(None) if saved else slice((number - 1) * _LINES, number * _LINES),
            passages=_PASSAGES,
        )
        if saved:
            return workbook_file(
                [hit_sheet(found, desk.language, version.store)], desk.language, _FILE
            )
    except GraphError as error:
        failure = error.told(desk.language)
    answer = page(
        request,
        "find.html.j2",
        version=version,
        places=places_of(hit.document for hit in found.hits),
        asked=asked,
        failure=failure,
        found=found,
        hits=[(hit.document, _titled(hit), list(map(marked, hit.passages))) for hit in found.hits],
        kinds=list(_kinds(found, asked, desk.language)),
        chips=list(_chips(asked, desk)),
        levels=[level.value for level in Level],
        orders=[(order.value, told(desk, f"order {order.value}")) for order in Order],
        said=partial(_said, desk),
        download=_address({**asked, "format": "xlsx"}),
        earlier=_turned(asked, number - 1) if number > 1 else "",
        later=_turned(asked, number + 1) if number * _LINES < found.count else "",
    )
    # What is typed letter by letter is one step of the way back, whatever page it began on.
    typed_on = urlsplit(request.headers.get("hx-current-url", "")).path
    way = "HX-Replace-Url" if typed_on == "/find" else "HX-Push-Url"
    answer.headers[way] = _address(asked)
    return answer


def _asked(request: Request) -> dict[str, str]:
    """Return what was typed, by the names of the fields; what no field has is empty."""
    names = ("q", *_TYPED, *_TICKED, "sort")
    return {name: request.query_params.get(name, "").strip()[:_LONGEST] for name in names}


def _narrowed(asked: Mapping[str, str]) -> Narrowed:
    """Return what the documents are to be; a year that is none is a time that is none."""
    year = asked["year"]
    is_year = year.isdecimal() and len(year) <= 4
    return Narrowed(
        place=asked["place"],
        level=asked["level"] or None,
        type=asked["type"],
        issuer=asked["issuer"],
        year=int(year) if is_year else None,
        since=asked["since"] or ("" if is_year else year),
        until=asked["until"],
        held=bool(asked["held"]),
        without_plan=bool(asked["without_plan"]),
    )


def _titled(hit: Hit) -> str:
    """Return the title of a document, where no words of its texts are shown instead."""
    return "" if hit.passages else hit.document.title


def marked(passage: Passage) -> tuple[Passage, tuple[tuple[str, bool], ...]]:
    """Return a passage with its words in pieces, those that were looked for marked."""
    cuts = [0, *(at for mark in _apart(passage.marks) for at in mark), len(passage.quote)]
    pieces = (passage.quote[at:to] for at, to in pairwise(cuts))
    return passage, tuple((words, bool(n % 2)) for n, words in enumerate(pieces) if words)


def _apart(marks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield marks without those that begin within an earlier one."""
    done = 0
    for start, end in marks:
        if start >= done:
            yield start, end
            done = end


def _kinds(found: Hits, asked: Mapping[str, str], language: Language) -> Iterator[Kind]:
    """Yield the values of each kind that tells documents apart, the most frequent first."""
    for name in _COUNTED:
        facets: tuple[Facet, ...] = getattr(found.facets, name)
        # What the centre issues has no place.
        told = [each for each in facets if each.value or name != "place"][:_MOST]
        if len(told) < 2:
            continue
        values = tuple(
            Value(
                _in_words(name, each.value, language),
                each.count,
                _address({**asked, name: each.value}) if each.value else "",
            )
            for each in told
        )
        yield Kind(heading(name, language), values[:_FIRST], values[_FIRST:])


def _chips(asked: Mapping[str, str], desk: Desk) -> Iterator[Chip]:
    for name in (*_TYPED, *_TICKED):
        if asked[name]:
            words = "" if name in _TICKED else _in_words(name, asked[name], desk.language)
            yield Chip(_said(desk, name), words, _address({**asked, name: ""}))


def _said(desk: Desk, name: str) -> str:
    """Return what a field of the form is called."""
    return told(desk, _SAID[name]) if name in _SAID else heading(name, desk.language)


def _in_words(name: str, value: str, language: Language) -> str:
    """Return a value as people read it; a place as the path that links hold, or as typed."""
    if name == "place":
        return place_line(value) if value == value.lower() else value
    return cell_text(name, value, language)


def _page_number(request: Request) -> int:
    typed = request.query_params.get("page", "1")
    return max(1, int(typed)) if typed.isdecimal() and len(typed) < 7 else 1


def _turned(asked: Mapping[str, str], number: int) -> str:
    return _address({**asked, "page": str(number)})


def _address(asked: Mapping[str, str]) -> str:
    return f"/find?{query_of(asked.items())}".rstrip("?")
