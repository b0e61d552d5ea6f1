"""Answers as sheets for people: headings in a language, words for codes, days, links to files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from graph.export.workbook import Cell, FileLink, Sheet
from graph.rdf.schema import PRINTED, Listing, listed
from graph.words.cells import cell_text
from graph.words.headings import HEADINGS, column_of
from graph.words.labels import word
from graph.words.sentences import Language
from graph.words.tables import Pairs
from graph.words.whereabouts import place_line
from ontology.bilingual import Bilingual
from ontology.dates import partial_date

SHEET_NAMES: Final = Pairs("labels", "sheet")
"""What a sheet is called."""
DESCRIBED: Final = ("document", *listed(Listing.SHEET))
"""What a sheet says of a document, in this order."""
NO_FILES: Final[Mapping[str, Path]] = MappingProxyType({})

_FOR_PROGRAMS: Final = frozenset(
    {"iri", "box", "start", "end", "chain", "more", "selector", "resolved", "evidence"}
)
_NOT_ALWAYS: Final = frozenset(
    {
        *("page", "unconfirmed", "unconfirmed_fields", "inferred"),
        *("review", "years", "part", "since", "candidates", *PRINTED),
    }
)
"""Columns that stand where a row has something in them."""
_NAMES_FILES: Final = frozenset({"text", "sources", "file", "path", "other"})
_AS_WRITTEN: Final = frozenset({"quote", "context", "effect", "title", "text", "lines", "message"})
_TWO_LANGUAGES: Final = tuple(f"_{language}" for language in Language)


def sheet_of(
    name: str,
    columns: Sequence[str],
    records: Iterable[Mapping[str, object]],
    language: Language,
    *,
    files: Mapping[str, Path] = NO_FILES,
    named: Callable[[str], str] = str,
    headings: Mapping[str, Bilingual] = HEADINGS,
) -> Sheet:
    """Return ``records`` as a sheet, of those of ``columns`` that people read.

    ``name`` is a key of ``SHEET_NAMES``, or what the sheet is called. ``files`` are the files of
    texts by their names: a cell that names one opens it. ``named`` gives what a document is called
    by its IRI. Where a message stands in both languages, that of ``language`` is taken.
    """
    rows = list(records)
    shown = [column for column in columns if _told(column, rows, language)]
    cells = tuple(
        tuple(_cell(column, record, language, files, named) for column in shown) for record in rows
    )
    title = language.choose(SHEET_NAMES[name]) if name in SHEET_NAMES else name
    return Sheet(title, tuple(_heading(column, headings, language) for column in shown), cells)


def _heading(column: str, headings: Mapping[str, Bilingual], language: Language) -> str:
    if column not in headings and column.endswith(_TWO_LANGUAGES):
        column = column.removesuffix(f"_{language}")
    return word(headings, language, column)


def _told(column: str, rows: Sequence[Mapping[str, object]], language: Language) -> bool:
    """Tell whether people read a column."""
    if column in _FOR_PROGRAMS or column.endswith("_iri"):
        return False
    if column.endswith(_TWO_LANGUAGES):
        return column.endswith(f"_{language}")
    return column not in _NOT_ALWAYS or any(row.get(column) for row in rows)


def _cell(
    column: str,
    record: Mapping[str, object],
    language: Language,
    files: Mapping[str, Path],
    named: Callable[[str], str],
) -> Cell:
    value = record.get(column)
    if value is None or value in ("", ()):
        return None
    if isinstance(value, tuple | list):
        if len(value) != 1:
            return "\n".join(map(str, value))
        value = value[0]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if column in _NAMES_FILES and value in files:
        return FileLink(str(value), files[str(value)])
    if column in _AS_WRITTEN:
        return str(value)
    if isinstance(value, str) and (told := partial_date(value).day or _name(value, named)):
        return told
    return _words(column, record, value, language)


def _name(value: str, named: Callable[[str], str]) -> str:
    called = named(value)
    return called if called != value else ""


def _words(column: str, record: Mapping[str, object], value: object, language: Language) -> str:
    if column == "place":
        return place_line(str(value), (str(record.get("issuer") or ""),))
    return cell_text(column_of(column, record.get("field")), value, language)
