"""Lines for the user's file of decisions: where it is, what is checked, and who was asked once."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from graph.decisions.appending import Written, append_decisions
from graph.decisions.file import COLUMNS, parse_decisions
from graph.decisions.suggestions import line
from graph.decisions.words import fault_words
from graph.errors import WrongUse
from graph.read.documents import Documents
from graph.read.lookup import lasting_name
from graph.store.disk import read_decisions_path
from graph.typed.meaning import document_named
from graph.web.current import Version
from graph.words.sentences import Language
from ontology.dates import today

_DEFAULT: Final = "decisions.csv"
_COOKIES: Final = {"who": "luocdo-who", "why": "luocdo-why"}
KEPT_LONG: Final = 31_536_000
_KEPT: Final = {"who": KEPT_LONG, "why": None}
"""For how many seconds a browser keeps what was typed; a reason until it is closed."""
_DONE: Final = re.compile(r"(\d{1,9})(?:x(\d{1,5}))?")
LONGEST: Final = 500
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


def record(version: Version, language: Language, decisions: Iterable[Mapping[str, str]]) -> Written:
    """Write a line for each of ``decisions``, cells by their columns, as of today.

    All of them or none stand at the end of the file then. Raises WrongUse where a line would be no
    decision, and what ``append_decisions`` raises.
    """
    path, _ = decisions_file(version)
    told = [
        {name: " ".join(value.split()) for name, value in cells.items()}
        | {"when": today().isoformat()}
        for cells in decisions
    ]
    lines = "\n".join(line(**cells) for cells in told)
    checked = parse_decisions(path, f"{','.join(COLUMNS)}\n{lines}")
    if checked.faults:
        raise WrongUse("wrong decision", fault=fault_words(checked.faults[0], language))
    return append_decisions(path, told)


def lasting(version: Version, typed: str) -> str:
    """Return what means the document that was typed for long; raises as ``document_named``."""
    if not typed.strip():
        return ""
    found = document_named(version.store, typed)
    return lasting_name(Documents(version.store.dataset), found)


def who_of(form: Mapping[str, str]) -> dict[str, str]:
    """Return who decides and why, as typed."""
    return {name: form.get(name, "")[:LONGEST] for name in _COOKIES}


def kept_of(request: Request) -> dict[str, str]:
    """Return who decided last and why, as the browser has kept it."""
    return {
        name: unquote(request.cookies.get(cookie, ""))[:LONGEST]
        for name, cookie in _COOKIES.items()
    }


def remember(answer: Response, form: Mapping[str, str]) -> None:
    """Let the browser keep who decided and why."""
    for name, value in who_of(form).items():
        answer.set_cookie(
            _COOKIES[name], quote(value), max_age=_KEPT[name], httponly=True, samesite="strict"
        )


def just_done(request: Request, path: Path) -> dict[str, Any]:
    """Return the lines that were just written, as they stand in the file now."""
    typed = _DONE.fullmatch(request.query_params.get("done", ""))
    if not typed or not path.is_file():
        return {"done": None}
    lines = path.read_bytes().decode("utf-8", "replace").split("\n")
    at, count = int(typed[1]) - 1, int(typed[2] or 1)
    if not 0 < at <= at + count <= len(lines):
        return {"done": None}
    said = [each.removesuffix("\r") for each in lines[at : at + count]]
    return {"done": Written(at + 1, "\n".join(said)), "done_count": count}


def way_of(written: Written) -> tuple[str, str]:
    """Return what an address says of lines that were just written, for ``just_done``."""
    count = written.text.count("\n") + 1
    return "done", f"{written.number}x{count}" if count > 1 else str(written.number)
