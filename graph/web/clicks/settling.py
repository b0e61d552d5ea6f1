"""Settling by clicking: what waits one by one, with the words of both sides; each click is a line.

A line is written to the user's own file of decisions, and applied by the next build. Until then the
file itself tells what is settled: whoever else writes to it, in an editor too, is heard.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.ask.matters.kinds import Waiting
from graph.decisions.appending import Written, take_back
from graph.errors import GraphError
from graph.tables.database import reading
from graph.web.clicks.recording import (
    KEPT_LONG,
    LONGEST,
    decisions_file,
    just_done,
    kept_of,
    lasting,
    record,
    remember,
    way_of,
    who_of,
)
from graph.web.clicks.sides import sides_of
from graph.web.current import Version
from graph.web.desk import desk_of, page, query_of
from graph.web.guarding import Form

_LAST: Final = "luocdo-last"
_ALSO: Final = "also-"
_LISTED: Final = 20
"""How many matters of a kind are listed."""
_AT_ONCE: Final = 200
"""How many other matters one click settles at most."""


def open_matters(version: Version) -> list[Waiting]:
    """Return what waits and no line of the file settles yet; raises DecisionsUnreadable."""
    path, _ = decisions_file(version)
    settled = version.queue.settled(path) if path.is_file() else frozenset[str]()
    return [each for each in version.queue.waiting if each.id not in settled]


def review(request: Request) -> Response:
    """List what waits, kind by kind."""
    version = desk_of(request).current.version()
    with reading(version.store.directory):
        matters = open_matters(version)
        kinds: dict[str, list[str]] = {}
        for each in matters:
            kinds.setdefault(each.kind.value, []).append(each.id)
        first = {kind: version.queue.told(ids[:_LISTED]) for kind, ids in kinds.items()}
    path, remembered = decisions_file(version)
    last = request.cookies.get(_LAST, "")
    resumed = last if any(each.id == last for each in matters) else _next(version, matters, last)
    return page(
        request,
        "review.html.j2",
        resumed=resumed if last in version.queue.places else "",
        version=version,
        kinds=[(kind, len(kinds[kind]), items) for kind, items in first.items()],
        count=len(matters),
        settled=len(version.queue.waiting) - len(matters),
        file=str(path),
        remembered=remembered,
        **just_done(request, path),
    )


def matter(request: Request) -> Response:
    """Show one matter with what is known of both sides."""
    return _matter(request, str(request.path_params["id"]))


def _matter(
    request: Request, wanted: str, *, failure: str = "", typed: Mapping[str, str] | None = None
) -> Response:
    desk = desk_of(request)
    version = desk.current.version()
    if wanted not in version.queue.places:
        raise HTTPException(404)
    path, remembered = decisions_file(version)
    many = "many" in request.query_params or bool(failure and _ticked(typed or {}))
    with reading(version.store.directory):
        matters = open_matters(version)
        (item,) = version.queue.told([wanted])
        sides = sides_of(version.store, version.documents(), version.texts, item, desk.language)
        waiting = {each.id for each in matters} - {wanted}
        like = [each for each in version.queue.alike(wanted) if each in waiting][:_AT_ONCE]
        shown = version.queue.told(like) if many else ()
    answer = page(
        request,
        "matter.html.j2",
        version=version,
        status=400 if failure else 200,
        places=version.places(list(sides.iris)),
        item=item,
        message=desk.language.choose(item.message),
        sides=sides,
        position=next((n for n, each in enumerate(matters, 1) if each.id == wanted), 0),
        count=len(matters),
        later=_next(version, matters, wanted),
        alike=len(like),
        at_once=shown,
        failure=failure,
        typed={**kept_of(request), "object": "", **(typed or {})},
        file=str(path),
        remembered=remembered,
        **just_done(request, path),
    )
    # Where one stopped is where one goes on, another day, too.
    answer.set_cookie(_LAST, wanted, max_age=KEPT_LONG, httponly=True, samesite="strict")
    return answer


def _ticked(form: Mapping[str, str]) -> list[str]:
    """Return the ids of the other matters that the same click is to settle."""
    return [name.removeprefix(_ALSO) for name in form if name.startswith(_ALSO)][:_AT_ONCE]


def _next(version: Version, matters: Iterable[Waiting], after: str) -> str:
    """Return the id of the open matter that comes behind another, the first after the last."""
    order = version.queue.waiting
    at = version.queue.places.get(after, -1)
    is_open = {each.id for each in matters} - {after}
    behind = (each.id for each in (*order[at + 1 :], *order[: at + 1]) if each.id in is_open)
    return next(behind, "")


def settle(request: Request, form: Form) -> Response:
    """Write the line that was chosen, for all that is ticked, and go on to what waits next."""
    typed = {name: form.get(name, "")[:LONGEST] for name in ("who", "why", "object", "line")}
    typed |= dict.fromkeys((_ALSO + each for each in _ticked(form)), "1")
    desk = desk_of(request)
    version = desk.current.version()
    wanted = str(request.path_params["id"])
    if wanted not in version.queue.places:
        raise HTTPException(404)
    number = int(typed["line"]) if typed["line"].isdecimal() else -1
    ticked = _ticked(form)
    with reading(version.store.directory):
        alike = version.queue.alike(wanted) if ticked else ()
        if not 0 <= number < len(version.queue.options(wanted)) or not set(ticked) <= set(alike):
            raise HTTPException(404)
        waiting = {each.id for each in open_matters(version)}
        ids = [wanted, *(each for each in ticked if each in waiting and each != wanted)]
        version.queue.told(ids)
        chosen = [version.queue.options(each)[number] for each in ids]
    decisions = [dict(option.cells) | who_of(typed) for option in chosen]
    try:
        if not decisions[0]["object"] and decisions[0]["decision"] == "merge":
            meant = lasting(version, typed["object"])
            decisions = [cells | {"object": meant} for cells in decisions]
        written = record(version, desk.language, decisions)
    except GraphError as error:
        return _matter(request, wanted, failure=error.told(desk.language), typed=typed)
    with reading(version.store.directory):
        onwards = _next(version, open_matters(version), wanted)
    done = query_of([way_of(written)])
    answer = RedirectResponse(f"/review/{onwards}?{done}" if onwards else f"/review?{done}", 303)
    remember(answer, typed)
    return answer


def _as_written(text: str) -> str:
    """Return lines as they were given to a form, which sends them with other ends."""
    return text.replace("\r\n", "\n")


def undo(request: Request, form: Form) -> Response:
    """Take the lines back that were written last from this page."""
    number, text, back = (form.get(name, "") for name in ("number", "text", "back"))
    version = desk_of(request).current.version()
    path, _ = decisions_file(version)
    if not number.isdecimal() or not take_back(path, Written(int(number), _as_written(text))):
        raise HTTPException(409)
    return RedirectResponse(f"/review/{back}" if back in version.queue.places else "/review", 303)
