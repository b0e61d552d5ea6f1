"""An answer as a table of a page: in the words of people, with the way to what it names."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.ask.competency import Question
from graph.ask.files import FILES
from graph.ask.owed.by_place import COLUMNS as OWED
from graph.ask.sparql import Rows
from graph.harmless import plain
from graph.rdf import vocabulary as ld
from graph.read.places import places_of
from graph.tables.database import reading
from graph.tables.document_rows import rows_of
from graph.web.current import Version
from graph.web.desk import Desk, link_to, text_at
from graph.words.cells import cell_text
from graph.words.file_sentences import COLUMNS as FILE_COLUMNS
from graph.words.file_sentences import state
from graph.words.headings import HEADINGS, cell_words, column_of
from graph.words.labels import called, name_of, word
from graph.words.sentences import Language
from ontology.bilingual import Bilingual

_IRI: Final = "_iri"
_LANGUAGE: Final = re.compile(r"_(?:vi|en)$")
_HIDDEN: Final = ("box",)
_TEXT: Final = "text"
_PLACES: Final = ("start", "end")
"""Columns that say where words stand in a text: the cell of the text leads there."""
_SHOWN: Final = 1_000
"""How many rows a page shows; the files have all of them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and the address of the document that it names, if it names one."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table of a page: what its columns are called, its rows, and how many there are in all."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    count: int


def answer_table(asked: Question, rows: Rows, desk: Desk) -> Shown:
    """Return an answer as people read it, with the way to the documents and words that it names."""
    language, texts = desk.language, desk.current.version().texts
    places = {name: index for index, name in enumerate(rows.variables)}
    names = _names(rows, desk.current.version(), language)
    shown = [
        name
        for name in rows.variables
        if not name.endswith(_IRI)
        and name not in (*_HIDDEN, *_PLACES)
        and (name != "page" or any(row[places[name]] for row in rows.rows))
        and (name not in OWED or any(row[places[name]] is not None for row in rows.rows))
    ]
    headings = FILE_COLUMNS if asked.name == FILES else HEADINGS
    if asked.name == FILES:
        other = language.choose(Bilingual("why_en", "why_vi"))
        shown = [name for name in shown if name not in ("text", other)]

    def cell(name: str, row: Sequence[Any]) -> Cell:
        if asked.name == FILES and name == "state":
            return Cell(state(language, str(row[places[name]])))
        of = row[places["field"]] if "field" in places else None
        iri = row[places[name + _IRI]] if name + _IRI in places else None
        value, column = row[places[name]], column_of(name, of)
        if value in (known := names.get(iri, {})):
            return Cell(plain(known[value]), _address(iri))
        words = cell_text if isinstance(value, bool) else cell_words
        address = _address(iri) or (_words(texts, row, places) if name == _TEXT else "")
        return Cell(plain(words(column, value, language)), address)

    return Shown(
        tuple(word(headings, language, _LANGUAGE.sub("", name)) for name in shown),
        tuple(tuple(cell(name, row) for name in shown) for row in rows.rows[:_SHOWN]),
        len(rows.rows),
    )


def _names(
    rows: Rows, version: Version, language: Language
) -> Mapping[object, Mapping[object, str]]:
    """Return what documents are called that rows name by what is typed for them, by their IRIs."""
    columns = [at for at, name in enumerate(rows.variables) if name.endswith(_IRI)]
    iris = {str(row[at]) for row in rows.rows[:_SHOWN] for at in columns if row[at]}
    with reading(version.store.directory):
        found = rows_of(version.tables, iris)
    places = places_of(found.values())
    return {
        iri: dict.fromkeys((name_of(each), each.selector), called(each, places, language))
        for iri, each in found.items()
    }


def _words(texts: Mapping[str, str], row: Sequence[Any], places: Mapping[str, int]) -> str:
    """Return the address of the words that a row quotes, empty where it quotes none of a text."""
    sha = texts.get(str(row[places[_TEXT]]))
    if not sha or not places.keys() >= set(_PLACES):
        return f"/text/{sha}" if sha else ""
    start, end = (row[places[name]] for name in _PLACES)
    return text_at(sha, start, end) if end else ""


def result_table(value: Mapping[str, Any], language: Language) -> Shown:
    """Return the results that the engine wrote as JSON as a table."""
    if "boolean" in value:
        return Shown(("ASK",), ((Cell("true" if value["boolean"] else "false"),),), 1)
    names = value["head"]["vars"]
    rows = value["results"]["bindings"]

    def cell(term: Mapping[str, Any] | None) -> Cell:
        if term is None:
            return Cell("")
        if term["type"] == "triple":
            return Cell(json.dumps(term["value"], ensure_ascii=False))
        address = _address(term["value"]) if term["type"] == "uri" else ""
        return Cell(plain(str(term["value"])), address)

    return Shown(
        tuple(names),
        tuple(tuple(cell(row.get(name)) for name in names) for row in rows[:_SHOWN]),
        len(rows),
    )


def _address(iri: object) -> str:
    """Return the address of the page of a document; empty for what is none."""
    if isinstance(iri, str) and iri.startswith((ld.DOCUMENT_BASE, ld.REFERENCE_BASE)):
        return link_to(iri)
    return ""
