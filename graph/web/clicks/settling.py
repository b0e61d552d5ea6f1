"""Settling by clicking: what waits one by one, with the words of both sides; each click is a line.

A line is written to the user's own file of decisions, and applied by the next build. Until then the
file itself tells what is settled: whoever else writes to it, in an editor too, is heard.
"""

from collections.abc import Mapping
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.ask.review import ReviewItem
from graph.decisions.appending import Written, take_back
from graph.decisions.file import Decision, read_decisions
from graph.errors import GraphError
from graph.web.clicks.options import Option
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
_AT_ONCE: Final = 200
"""How many other matters one click settles at most."""


def open_items(version: Version) -> list[ReviewItem]:
    """Return what waits and no line of the file settles yet."""
    path, _ = decisions_file(version)
    decided = read_decisions(path).decisions if path.is_file() else ()
    written = {_said(decision) for decision in decided}
    # A line that leaves the document open is settled by whatever a person fills in.
    known = written | {(*said[:3], "", said[4]) for said in written}
    if not known:
        return list(version.items)
    return [
        item
        for item in version.items
        if not any(_of(option) in known for option in version.options[item.id])
    ]


def _said(decision: Decision) -> tuple[str, str, str, str, str]:
    kind = decision.kind.value
    return kind, decision.subject, decision.relation, decision.object, decision.text


def _of(option: Option) -> tuple[str, str, str, str, str]:
    cells = option.cells
    return cells["decision"], cells["subject"], cells["relation"], cells["object"], cells["text"]


def review(request: Request) -> Response:
    """List what waits, kind by kind."""
    version = desk_of(request).current.version()
    items = open_items(version)
    kinds: dict[str, list[ReviewItem]] = {}
    for item in items:
        kinds.setdefault(item.kind.value, []).append(item)
    path, remembered = decisions_file(version)
    last = request.cookies.get(_LAST, "")
    resumed = last if any(item.id == last for item in items) else _next(version, items, last)
    return page(
        request,
        "review.html.j2",
        resumed=resumed if any(item.id == last for item in version.items) else "",
        version=version,
        kinds=kinds,
        count=len(items),
        settled=len(version.items) - len(items),
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
    items = open_items(version)
    item = next((each for each in version.items if each.id == wanted), None)
    if item is None:
        raise HTTPException(404)
    path, remembered = decisions_file(version)
    sides = sides_of(version.store, version.texts, item, desk.language)
    kept = {**kept_of(request), "object": ""}
    waiting = {each.id for each in items}
    like = [each for each in version.alike.get(item.id, ()) if each in waiting and each != item.id]
    answer = page(
        request,
        "matter.html.j2",
        version=version,
        status=400 if failure else 200,
        places=version.places(list(sides.iris)),
        item=item,
        message=desk.language.choose(item.message),
        sides=sides,
        position=next((n for n, each in enumerate(items, 1) if each.id == item.id), 0),
        count=len(items),
        later=_next(version, items, item.id),
        alike=[each for each in items if each.id in like[:_AT_ONCE]],
        at_once="many" in request.query_params or bool(failure and _ticked(typed or {})),
        failure=failure,
        typed={**kept, **(typed or {})},
        file=str(path),
        remembered=remembered,
        **just_done(request, path),
    )
    # Where one stopped is where one goes on, another day, too.
    answer.set_cookie(_LAST, item.id, max_age=KEPT_LONG, httponly=True, samesite="strict")
    return answer


def _ticked(form: Mapping[str, str]) -> list[str]:
    """Return the ids of the other matters that the same click is to settle."""
    return [name.removeprefix(_ALSO) for name in form if name.startswith(_ALSO)][:_AT_ONCE]


def _next(version: Version, items: list[ReviewItem], after: str) -> str:
    """Return the id of the open matter that comes behind another, the first after the last."""
    order = [item.id for item in version.items]
    at = order.index(after) if after in order else -1
    is_open = {item.id for item in items} - {after}
    behind = (each for each in (*order[at + 1 :], *order[: at + 1]) if each in is_open)
    return next(behind, "")


def settle(request: Request, form: Form) -> Response:
    """Write the line that was chosen, for all that is ticked, and go on to what waits next."""
    typed = {name: form.get(name, "")[:LONGEST] for name in ("who", "why", "object", "line")}
    typed |= dict.fromkeys((_ALSO + each for each in _ticked(form)), "1")
    desk = desk_of(request)
    version = desk.current.version()
    wanted = str(request.path_params["id"])
    item = next((each for each in version.items if each.id == wanted), None)
    number = int(typed["line"]) if typed["line"].isdecimal() else -1
    options = version.options[wanted] if item else ()
    ticked = _ticked(form)
    if not 0 <= number < len(options) or not set(ticked) <= set(version.alike.get(wanted, ())):
        raise HTTPException(404)
    waiting = {each.id for each in open_items(version)}
    ids = [wanted, *(each for each in ticked if each in waiting and each != wanted)]
    decisions = [dict(version.options[each][number].cells) | who_of(typed) for each in ids]
    try:
        if not decisions[0]["object"] and decisions[0]["decision"] == "merge":
            meant = lasting(version, typed["object"])
            decisions = [cells | {"object": meant} for cells in decisions]
        written = record(version, desk.language, decisions)
    except GraphError as error:
        return _matter(request, wanted, failure=error.told(desk.language), typed=typed)
    onwards = _next(version, open_items(version), wanted)
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
    known = any(item.id == back for item in version.items)
    return RedirectResponse(f"/review/{back}" if known else "/review", 303)
