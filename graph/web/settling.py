"""Settling by clicking: what waits one by one, with the words of both sides; each click is a line.

A line is written to the user's own file of decisions, and applied by the next build. Until then the
file itself tells what is settled: whoever else writes to it, in an editor too, is heard.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.ask.review import ReviewItem
from graph.decisions.appending import Written, append_decision, take_back
from graph.decisions.file import COLUMNS, Decision, parse_decisions, read_decisions
from graph.decisions.suggestions import lasting_name, line
from graph.decisions.words import fault_words
from graph.errors import GraphError
from graph.read.documents import Documents
from graph.store.disk import read_decisions_path
from graph.typed.meaning import document_named
from graph.web.current import Version
from graph.web.desk import desk_of, page, query_of
from graph.web.guarding import Form
from graph.web.sides import Option, options_of, sides_of

_DEFAULT: Final = "decisions.csv"
_WHO: Final = "luocdo-who"
_WHY: Final = "luocdo-why"
_YEAR: Final = 31_536_000
_LONGEST: Final = 500
"""How long a cell may be that is typed here."""


def decisions_file(version: Version) -> tuple[Path, bool]:
    """Return the file that decisions are written to, and whether the store remembers it.

    That is ``decisions.csv`` beside the store where it remembers none.
    """
    store = version.store
    remembered = read_decisions_path(store.directory, store.state.graph)
    if remembered is not None:
        return remembered, True
    return store.directory.resolve().parent / _DEFAULT, False


def open_items(version: Version) -> list[ReviewItem]:
    """Return what waits and no line of the file settles yet."""
    path, _ = decisions_file(version)
    decided = read_decisions(path).decisions if path.is_file() else ()
    written = {_said(decision) for decision in decided}
    # A line that leaves the document open is settled by whatever a person fills in.
    known = written | {(*said[:3], "", said[4]) for said in written}
    return [
        item
        for item in version.items
        if not any(_of(option) in known for option in options_of(item))
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
    return page(
        request,
        "review.html.j2",
        version=version,
        kinds=kinds,
        count=len(items),
        settled=len(version.items) - len(items),
        file=str(path),
        remembered=remembered,
        **_just_done(request, path),
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
    kept = {"who": _cookie(request, _WHO), "why": _cookie(request, _WHY), "object": ""}
    return page(
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
        failure=failure,
        typed={**kept, **(typed or {})},
        file=str(path),
        remembered=remembered,
        **_just_done(request, path),
    )


def _next(version: Version, items: list[ReviewItem], after: str) -> str:
    """Return the id of the open matter that comes behind another, the first after the last."""
    order = [item.id for item in version.items]
    at = order.index(after) if after in order else -1
    is_open = {item.id for item in items} - {after}
    behind = (each for each in (*order[at + 1 :], *order[: at + 1]) if each in is_open)
    return next(behind, "")


def settle(request: Request, form: Form) -> Response:
    """Write the line that was chosen, and go on to what waits next."""
    typed = {name: form.get(name, "")[:_LONGEST] for name in ("who", "why", "object", "line")}
    desk = desk_of(request)
    version = desk.current.version()
    wanted = str(request.path_params["id"])
    item = next((each for each in version.items if each.id == wanted), None)
    number = int(typed["line"]) if typed["line"].isdecimal() else -1
    options = options_of(item) if item else ()
    if item is None or not 0 <= number < len(options):
        raise HTTPException(404)
    path, _ = decisions_file(version)
    cells = dict(options[number].cells)
    try:
        if not cells["object"] and cells["decision"] == "merge":
            cells["object"] = _document_typed(version, typed["object"])
        today = datetime.now().astimezone().date().isoformat()
        cells |= {"who": typed["who"], "why": typed["why"], "when": today}
        cells = {name: " ".join(value.split()) for name, value in cells.items()}
        checked = parse_decisions(path, f"{','.join(COLUMNS)}\n{line(**cells)}")
        if checked.faults:
            failure = fault_words(checked.faults[0], desk.language)
            return _matter(request, wanted, failure=failure, typed=typed)
        written = append_decision(path, cells)
    except GraphError as error:
        return _matter(request, wanted, failure=error.told(desk.language), typed=typed)
    onwards = _next(version, open_items(version), wanted)
    done = query_of([("done", written.number)])
    answer = RedirectResponse(f"/review/{onwards}?{done}" if onwards else f"/review?{done}", 303)
    for name, value, age in ((_WHO, cells["who"], _YEAR), (_WHY, cells["why"], None)):
        answer.set_cookie(
            name, quote(value), max_age=age, path="/review", httponly=True, samesite="strict"
        )
    return answer


def _document_typed(version: Version, typed: str) -> str:
    """Return what means the document that was typed for long; raises as ``document_named``."""
    if not typed.strip():
        return ""
    found = document_named(version.store, typed)
    return lasting_name(Documents(version.store.dataset), found)


def undo(request: Request, form: Form) -> Response:
    """Take the line back that was written last from this page."""
    number, text, back = (form.get(name, "") for name in ("number", "text", "back"))
    version = desk_of(request).current.version()
    path, _ = decisions_file(version)
    if not number.isdecimal() or not take_back(path, Written(int(number), text)):
        raise HTTPException(409)
    known = any(item.id == back for item in version.items)
    return RedirectResponse(f"/review/{back}" if known else "/review", 303)


def _just_done(request: Request, path: Path) -> dict[str, Any]:
    """Return the line that was just written, as it stands in the file now."""
    typed = request.query_params.get("done", "")
    if not typed.isdecimal() or len(typed) > 9 or not path.is_file():
        return {"done": None}
    lines = path.read_bytes().decode("utf-8", "replace").split("\n")
    at = int(typed) - 1
    if not 0 < at < len(lines):
        return {"done": None}
    return {"done": Written(at + 1, lines[at].removesuffix("\r"))}


def _cookie(request: Request, name: str) -> str:
    return unquote(request.cookies.get(name, ""))[:_LONGEST]
