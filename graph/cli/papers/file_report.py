"""The ledger of a build as a file for people: CSV for spreadsheets, HTML to look at."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.errors import UnknownFormat
from graph.harmless import csv_lines, plain
from graph.whole_files import asked_for, write_whole
from graph.words.file_sentences import COLUMNS, reason, remark, state
from graph.words.sentences import Language, say

if TYPE_CHECKING:
    from graph.build.ledger import Entry


_PAGE: Final = """<!doctype html>
<html lang="{{ lang }}"><meta charset="utf-8"><title>{{ title }}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}
td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}
th{background:#f3f3f3;position:sticky;top:0}</style>
<h1>{{ title }}</h1><p>{{ counts }}</p>
<table><thead><tr>{% for heading in headings %}<th>{{ heading }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>
{% endfor %}</tbody></table></html>
"""


def write_report(path: Path, entries: Sequence["Entry"], language: Language) -> None:
    """Write a line for each file; raises UnknownFormat for another suffix, Unwritable."""
    writers = {".csv": _as_csv, ".html": _as_html}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise UnknownFormat(path, tuple(writers))
    content = writer([_row(entry, language) for entry in entries], language)
    with asked_for(path):
        write_whole(path, content)


def _row(entry: "Entry", language: Language) -> list[str]:
    said = [remark(language, warned.code, warned.fields) for warned in entry.warnings]
    why = [reason(language, entry.code, entry.fields)] if entry.code else []
    return [
        state(language, entry.state.value),
        plain(entry.path),
        entry.reader,
        str(entry.citations),
        plain("; ".join([*why, *said])),
        plain(entry.of),
        entry.text,
    ]


def _headings(language: Language) -> list[str]:
    return [language.choose(pair) for pair in COLUMNS.values()]


def _as_csv(rows: Sequence[Sequence[str]], language: Language) -> bytes:
    """Return the rows as spreadsheets read them: in UTF-8 that says so, without formulas."""
    text = "".join(csv_lines([_headings(language), *rows], "\r\n"))
    return text.encode("utf-8-sig", "backslashreplace")


def _as_html(rows: Sequence[Sequence[str]], language: Language) -> bytes:
    from jinja2 import Environment, StrictUndefined

    page = Environment(autoescape=True, undefined=StrictUndefined).from_string(_PAGE)
    title = say(language, "ledger")
    states = [row[0] for row in rows]
    counts = ", ".join(f"{word}: {states.count(word)}" for word in dict.fromkeys(states))
    html = page.render(
        lang=language.value, title=title, counts=counts, headings=_headings(language), rows=rows
    )
    return html.encode("utf-8", "backslashreplace")
