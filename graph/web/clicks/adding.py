"""Adding a link that no rule found: the words that state it are marked in the text."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.decisions.additions import words_in
from graph.decisions.kinds import ADDED_RELATIONS, Kind
from graph.decisions.referents import Unmet
from graph.errors import GraphError
from graph.web.clicks.recording import LONGEST, lasting, record, remember, way_of, who_of
from graph.web.current import Version
from graph.web.desk import desk_of, query_of
from graph.web.guarding import Form
from graph.web.texts import LONGEST_QUOTE, reading_page, source_of
from graph.words.sentences import say

_TYPED = ("subject", "relation", "object")


def add(request: Request, form: Form) -> Response:
    """Write the line that adds a link, and show the text again."""
    desk = desk_of(request)
    version = desk.current.version()
    sha = str(request.path_params["sha"])
    typed = {name: form.get(name, "")[:LONGEST] for name in _TYPED} | who_of(form)
    typed["quote"] = form.get("quote", "")[:LONGEST_QUOTE]
    try:
        written = record(version, desk.language, [_cells(version, sha, typed)])
    except Unmet as unmet:
        failure = say(desk.language, f"problem {unmet.code}", detail=unmet.detail)
        return reading_page(request, sha, typed=typed, failure=failure)
    except GraphError as error:
        return reading_page(request, sha, typed=typed, failure=error.told(desk.language))
    answer = RedirectResponse(f"/text/{sha}?{query_of([way_of(written)])}", 303)
    remember(answer, typed)
    return answer


def _cells(version: Version, sha: str, typed: Mapping[str, str]) -> dict[str, str]:
    """Return the cells of the line; raises Unmet where the text does not hold the words once."""
    source = source_of(version.store, sha)
    if source is None or typed["relation"] not in ADDED_RELATIONS:
        raise HTTPException(404)
    if typed["quote"].strip():
        words_in(source, typed["quote"])
    ends = {name: lasting(version, typed[name]) for name in ("subject", "object")}
    text = source.name if typed["quote"].strip() else ""
    return {**typed, **ends, "decision": Kind.ADD, "text": text}
