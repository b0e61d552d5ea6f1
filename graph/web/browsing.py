"""The pages on which people look around: start, places, one document."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graph.ask import competency
from graph.ask.matters.kinds import Waiting
from graph.ask.owed.judging import Status
from graph.ask.plans import FirstPlans, first_plans
from graph.errors import DecisionsUnreadable
from graph.pages.document import MOST_OF_A_RELATION, Alike, details_of, fields_of, grouped
from graph.read.collection import Collected, links_of
from graph.read.decided import decided_about
from graph.read.places import places_of
from graph.tables.database import reading
from graph.tables.document_rows import collected_of
from graph.tables.listed_links import link_lists
from graph.values import Found
from graph.web.clicks.settling import open_matters
from graph.web.current import Version
from graph.web.desk import desk_of, iri_at, page, query_of
from graph.web.overview import Overdue
from graph.web.owing import owing_of
from graph.words.labels import called
from graph.words.sentences import Language
from graph.words.whereabouts import name_at, place_line
from ontology.dates import today

_OF_ANY: Final = ("in-force", "sources", "changed-by", "reviews")
_OF_CARRIED_OUT: Final = ("places-without-plan", "timeline", "lag")
_PLANS: Final = 20
"""How many documents that carry one out its page shows."""


def start(request: Request) -> Response:
    """Show what the collection holds."""
    language = desk_of(request).language
    version = desk_of(request).current.version()
    overview = version.overview
    failure = ""
    with reading(version.store.directory):
        try:
            waiting = _waiting(open_matters(version))
        except DecisionsUnreadable as error:
            waiting = _waiting(version.queue.waiting)
            failure = error.told(language)
    overdue = version.overdue(today())
    return page(
        request,
        "start.html.j2",
        version=version,
        places=overview.names,
        overview=overview,
        waiting=waiting,
        failure=failure,
        overdue=None if overdue is None else _overdue(overdue, overview.names, language),
        owed=sum(overdue.of.values()) if overdue else 0,
        quarter=query_of(_this_quarter(today())),
    )


def _this_quarter(day: date) -> list[tuple[str, object]]:
    """Return what asks for all that is due in the quarter of a day."""
    first = day.month - (day.month - 1) % 3
    return [("due_since", f"{first}/{day.year}"), ("due_until", f"{first + 2}/{day.year}")]


def _overdue(overdue: Overdue, places: Mapping[str, str], language: Language) -> dict[str, Any]:
    """Return how much is overdue and due soon, and who owes what that is longest overdue."""
    return {
        "count": overdue.of.get(Status.OVERDUE, 0),
        "soon": overdue.of.get(Status.DUE_SOON, 0),
        "first": [
            {
                "row": row,
                "where": place_line(row.place),
                "about": [
                    (called(document, places, language), document.iri) for document in row.about
                ],
            }
            for row in overdue.first
        ],
    }


def _waiting(matters: Sequence[Waiting]) -> list[tuple[str, int, str]]:
    """Return each kind of matter with how many are open, and the id of the first."""
    kinds = [each.kind.value for each in matters]
    count, first = Counter(kinds), dict(zip(reversed(kinds), reversed(matters), strict=True))
    return [(kind, count[kind], first[kind].id) for kind in count]


def places(request: Request) -> Response:
    """List the places of the collection, each with how many documents are of there."""
    version = desk_of(request).current.version()
    counts = {path: count for path, count in version.overview.by_place.items() if path}
    paths = sorted({*counts, *(path.partition(".")[0] for path in counts)})
    provinces = [
        (
            top,
            name_at(top),
            counts.get(top, 0),
            [(path, name_at(path), counts.get(path, 0)) for path in inner if path != top],
        )
        for top, inner in groupby(paths, key=lambda path: path.partition(".")[0])
    ]
    return page(request, "places.html.j2", version=version, provinces=provinces)


def document(request: Request) -> Response:
    """Show one document: what it is, its links with their words, and what carries it out."""
    desk = desk_of(request)
    version = desk.current.version()
    iri = iri_at(request.path_params["path"])
    with reading(version.store.directory):
        shown = collected_of(version.tables, iri)
    if shown is None:
        raise HTTPException(404)
    # One relation of one side alone is a list that is turned.
    asked, relation = (request.query_params.get(name, "") for name in ("side", "relation"))
    typed = request.query_params.get("from", "0")
    start = int(typed) if asked and typed.isascii() and typed.isdigit() and len(typed) < 9 else 0
    with reading(version.store.directory):
        lists = {
            side: link_lists(
                version.tables,
                iri,
                back=side == "right",
                relation=relation if asked else "",
                start=start,
                most=MOST_OF_A_RELATION,
            )
            for side in ("left", "right")
            if asked in ("", side)
        }
        keys = [key for side in lists.values() for each in side for key in each.keys]
        documents = version.documents()
        documents.fetch({iri, *(end for key in keys for end in (key.subject, key.object))})
        links = {link.key: link for link in links_of(documents, keys)}
        premises = (premise for link in links.values() for premise in link.premises)
        ends = {iri, *(end for key in (*keys, *premises) for end in (key.subject, key.object))}
        known = {end: documents.found(end) for end in ends}
    # A list that is turned has no need of them.
    plans = FirstPlans() if asked else first_plans(version.store, version.tables, iri, _PLANS)
    stepped = {
        end for row in plans.rows for step in row.steps for end in (step.subject, step.object)
    }
    places = places_of({*known.values(), *stepped})
    named = {end: called(found, places, desk.language) for end, found in known.items()}
    columns = [
        (
            side,
            grouped(
                [Alike([links[key] for key in each.keys], each.count) for each in found],
                known,
                named,
                desk.language,
                back=side == "right",
            ),
        )
        for side, found in lists.items()
    ]
    return page(
        request,
        "document.html.j2",
        version=version,
        places=places,
        document=shown,
        columns=columns,
        turned=bool(asked),
        all_of=partial(_all_of, start + MOST_OF_A_RELATION if asked else 0),
        fields=fields_of(shown, places, desk.language),
        details=details_of(shown, desk.language),
        plans=plans.rows,
        plans_count=plans.count,
        plans_levels=plans.levels,
        asked=query_of([("directive", shown.found.selector), ("go", 1)]),
        questions=list(_questions(shown.found, carried=plans.count > 0)),
        texts=[(name, version.texts.get(name, "")) for name in shown.texts],
        originals=_originals(version, shown),
        **owing_of(version, shown.found, desk.language),
        decisions=decided_about(version.store.dataset, iri),
    )


def _questions(found: Found, *, carried: bool) -> Iterator[tuple[str, str]]:
    """Yield the ready questions on one document that go on from its page, with their addresses."""
    for name in (*_OF_ANY, *(_OF_CARRIED_OUT if carried else ())):
        (parameter,) = competency.question_named(name).parameters
        yield name, f"/questions/{name}?{query_of([(parameter.name, found.selector), ('go', 1)])}"


def _all_of(start: int, side: str, relation: str, count: int) -> str:
    """Return the address of a list of all links of one relation, empty past its end."""
    asked = [("side", side), ("relation", relation), ("from", start)]
    return f"?{query_of(asked)}" if start < count else ""


def _originals(version: Version, document: Collected) -> list[tuple[str, str]]:
    """Return the name and the address of each file of a document's own texts."""
    shas = [sha for name in document.texts if (sha := version.texts.get(name))]
    return [
        (path.name, f"/file/{sha}/{number}")
        for sha in shas
        for number, path in enumerate(version.files.get(sha, ()))
        if path.is_file()
    ]
