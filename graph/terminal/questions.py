"""Answers to competency questions as tables for people: words for IRIs, headings in a language."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.table import Table
from rich.text import Text

from graph.ask.competency import IN_FORCE, Question, listed
from graph.ask.files import FILES
from graph.ask.owed.by_place import COLUMNS as OWED_COLUMNS
from graph.ask.sparql import Rows
from graph.harmless import plain
from graph.terminal.validity import validity_table
from graph.words.file_sentences import COLUMNS, state
from graph.words.headings import HEADINGS, cell_words, column_of
from graph.words.labels import word
from graph.words.sentences import Language
from ontology.bilingual import Bilingual

IRI_SUFFIX: Final = "_iri"
"""Columns whose names end so hold IRIs for programs; a person reads the column beside them."""
_PAGE: Final = "page"
"""The column that is shown where files have pages."""
_BOX: Final = "box"
"""The column for programs that says where words stand on a page."""


def questions_table(questions: Sequence[Question], language: Language) -> Table:
    """Return the questions that can be asked, with what each is asked about."""
    table = Table(show_lines=True, expand=True)
    for column, ratio in (("name", 0), ("parameters", 0), ("question", 1)):
        heading = word(HEADINGS, language, column)
        table.add_column(heading, ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    for row in listed(questions, language):
        table.add_row(*map(Text, row))
    return table


def question_table(
    question: Question, arguments: Sequence[str], rows: Rows, language: Language
) -> Table:
    """Return the answer to ``question`` about ``arguments``, as typed, as people read it."""
    title = plain(question.asked(language, arguments))
    if question.name == IN_FORCE:
        return validity_table(title, rows, language)
    if question.name == FILES:
        return _files_table(title, rows, language)
    table = Table(title=Text(title, "bold"), title_justify="left", show_lines=True, expand=True)
    shown = list(_shown(rows))
    for column in shown:
        table.add_column(word(HEADINGS, language, rows.variables[column]), overflow="fold")
    for row in rows.rows:
        of = dict(zip(rows.variables, row, strict=True)).get("field")
        cells = ((column_of(rows.variables[column], of), row[column]) for column in shown)
        table.add_row(*(Text(plain(cell_words(name, cell, language))) for name, cell in cells))
    return table


def _files_table(title: str, rows: Rows, language: Language) -> Table:
    """Return what became of each file; the hash of its text is for programs."""
    table = Table(title=Text(title, "bold"), title_justify="left", show_lines=True, expand=True)
    for column in ("path", "state", "reader"):
        table.add_column(word(COLUMNS, language, column), overflow="fold")
    table.add_column(word(COLUMNS, language, "citations"), justify="right")
    table.add_column(word(COLUMNS, language, "why"), overflow="fold", ratio=1)
    for path, became, reader, citations, why_vi, why_en, of, _ in rows.rows:
        why = language.choose(Bilingual(str(why_vi), str(why_en)))
        cells = (path, state(language, str(became)), reader, citations, why or of)
        table.add_row(*(Text(plain(str(cell))) for cell in cells))
    return table


def _shown(rows: Rows) -> Iterator[int]:
    for index, name in enumerate(rows.variables):
        told = name != _PAGE or any(row[index] for row in rows.rows)
        if name in OWED_COLUMNS:
            told = any(row[index] is not None for row in rows.rows)
        if told and name != _BOX and not name.endswith(IRI_SUFFIX):
            yield index
