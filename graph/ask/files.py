"""The question ``files``: what became of each file in the last build, asked of its ledger."""

from collections.abc import Iterator
from typing import Final

from graph.ask.sparql import Rows
from graph.build.ledger import Entry, FileState, read_ledger
from graph.errors import WrongUse
from graph.store.dataset import Elsewhere
from graph.store.disk import IMPORTED, GraphStore, ledger_path
from graph.words.file_sentences import STATES, reason, remark
from graph.words.sentences import Language
from ontology.spelling import slug

FILES: Final = "files"
"""The one question that is not asked of the graph."""

COLUMNS: Final = ("path", "state", "reader", "citations", "why_vi", "why_en", "of", "text")


def files_of(store: GraphStore, state: str | None = None) -> Rows:
    """Return a row for each file of the last build, those alone of a ``state`` where one is typed.

    ``citations`` counts places that speak of a document, ``text`` is the hash of what was read.
    Raises WrongUse where no files were read here (a server, an imported store), or no state is
    called so.
    """
    wanted = _state_typed(state) if state is not None else None
    if isinstance(store.dataset, Elsewhere):
        raise WrongUse("no ledger on a server")
    if store.state.reader == IMPORTED:
        raise WrongUse("no ledger imported", store=str(store.directory))
    entries = read_ledger(ledger_path(store.directory, store.state.graph))
    return Rows(COLUMNS, tuple(_row(each) for each in entries if wanted in {None, each.state}))


def _state_typed(typed: str) -> FileState:
    """Return the state that is typed, as the JSON has it or as one of its words."""
    for state in FileState:
        if slug(typed) in {slug(word) for word in (state.value, *STATES[state.value])}:
            return state
    raise WrongUse("no such state", typed=typed, known=", ".join(FileState))


def _row(entry: Entry) -> tuple[str | int, ...]:
    vi, en = ("; ".join(_said(entry, language)) for language in (Language.VI, Language.EN))
    read = (entry.path, entry.state.value, entry.reader, entry.citations)
    return (*read, vi, en, entry.of, entry.text)


def _said(entry: Entry, language: Language) -> Iterator[str]:
    if entry.code:
        yield reason(language, entry.code, entry.fields)
    for warned in entry.warnings:
        yield remark(language, warned.code, warned.fields)
