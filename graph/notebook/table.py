"""A table of typed rows that prints well in a terminal and in a notebook, and goes on to pandas."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from html import escape
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, overload

from graph.harmless import csv_lines, plain
from graph.notebook.iri_names import names_of_iris
from graph.rdf.schema import PRINTED
from graph.store.disk import GraphStore
from graph.store.paper_files import text_paths
from graph.whole_files import asked_for, write_whole
from graph.words.cells import cell_text, heading
from graph.words.headings import DATES, column_of
from graph.words.sentences import Language, say
from ontology.dates import NO_DATE, partial_date
from ontology.documents.identity import BASE

if TYPE_CHECKING:
    import pandas
    import polars
    from _typeshed import DataclassInstance

R = TypeVar("R")

SHOWN: Final = 30
"""How many rows are printed; a table holds them all."""
_WIDTH: Final = 100
_HIDDEN: Final = frozenset({"start", "end", "box", "resolved", "selector", "chain", "marks"})
_OF_PAPER: Final = frozenset({"page", "unconfirmed", "unconfirmed_fields"})
"""Columns that are shown where a row has something in them."""
_LINKED: Final = {
    "document": "iri",
    "subject": "subject_iri",
    "object": "object_iri",
    "plan": "plan_iri",
    "carried_out": "carried_out_iri",
    "directive": "directive_iri",
}
_RATIOS: Final = {"quote": 6, "title": 6, "message_vi": 6, "message_en": 6, "question": 6}
_QUOTES: Final = frozenset({"quote"})
_LEFT: Final = ' style="text-align:left"'
"""Notebooks align cells to the right, as is good for numbers alone."""


class Table(Sequence[R], Generic[R]):
    """Rows, each a dataclass; a table is a sequence of them.

    >>> row = kg.find("43-KL/TW")[0]
    >>> table = Table((row,), ("document", "date", "iri"), "found")
    >>> len(table), table[0].date, table.columns
    (1, '2019-01-07', ('document', 'date', 'iri'))
    >>> table.to_dicts()[0]["document"]
    'Kết luận 43-KL/TW'
    """

    def __init__(
        self,
        rows: Sequence[R],
        columns: Sequence[str],
        title: str = "",
        *,
        shown: Sequence[str] = (),
        language: Language = Language.VI,
        store: GraphStore | None = None,
    ) -> None:
        """Take ``rows``; ``shown`` are the columns that are printed, if not the usual ones.

        ``store`` knows what documents are called where a cell holds an IRI, and where files lie.
        """
        self._rows = tuple(rows)
        self._shown = tuple(shown)
        self.columns = tuple(columns)
        self.title = title
        self.language = language
        self._store = store

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> "Table[R]": ...
    def __getitem__(self, index: int | slice) -> "R | Table[R]":
        """Return a row, or a table of some rows."""
        if isinstance(index, slice):
            return Table(
                self._rows[index],
                self.columns,
                self.title,
                shown=self._shown,
                language=self.language,
                store=self._store,
            )
        return self._rows[index]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        """Yield the rows."""
        return iter(self._rows)

    def __repr__(self) -> str:
        """Return the first rows as a terminal shows them."""
        from rich.console import Console
        from rich.table import Table as Grid
        from rich.text import Text

        grid = Grid(title=Text(plain(self.title), "bold"), title_justify="left", show_lines=True)
        grid.expand = True
        shown = self._shown_columns()
        for name in shown:
            wide = _RATIOS.get(name, 2)
            grid.add_column(Text(heading(name, self.language)), overflow="fold", ratio=wide)
        names = self._names(self[:SHOWN].to_dicts())
        for row in self._rows[:SHOWN]:
            grid.add_row(*(Text(self._cell(row, name, names)) for name in shown))
        console = Console(width=_WIDTH, file=io.StringIO(), color_system=None, force_jupyter=False)
        with console.capture() as captured:
            console.print(grid)
        return captured.get() + self._rest()

    def _repr_html_(self) -> str:
        """Return the first rows as a notebook shows them: every text escaped."""
        shown = self._shown_columns()
        head = "".join(f"<th{_LEFT}>{escape(heading(name, self.language))}</th>" for name in shown)
        names = self._names(self[:SHOWN].to_dicts())
        body = "".join(
            f"<tr>{''.join(self._html_cell(row, name, names) for name in shown)}</tr>"
            for row in self._rows[:SHOWN]
        )
        caption = f"<caption>{escape(plain(self.title))}</caption>" if self.title else ""
        rest = f"<p>{escape(self._rest())}</p>" if self._rest() else ""
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each row by the names of its columns.

        >>> kg.find("43-KL/TW").to_dicts()[0]["issuer"]
        'Ban Bí thư'
        """
        return [{name: _value(row, name) for name in self.columns} for row in self._rows]

    def to_csv(self, path: str | PathLike[str] | None = None) -> str:
        """Return the rows as CSV, and write them to ``path`` if one is given, as UTF-8.

        A cell that a spreadsheet would take for a formula is preceded by an apostrophe; the file
        begins with a byte order mark (``encoding="utf-8-sig"`` in pandas). Raises Unwritable.

        >>> print(kg.ask("lag", "43-KL/TW")[:1].to_csv().partition(",")[0])
        plan
        """
        rows = (row.values() for row in self.to_dicts())
        text = "".join(csv_lines(chain([self.columns], rows)))
        if path is not None:
            with asked_for(Path(path)):
                write_whole(Path(path), text.encode("utf-8-sig"))
        return text

    def to_excel(self, path: str | PathLike[str]) -> None:
        """Write the rows to ``path`` as a workbook of Excel; raises Unwritable.

        Headings and cells are as people read them, days are days, names of files open these; what
        is for programs (IRIs, offsets) is left out. Nothing becomes a formula.

        >>> from tempfile import mkdtemp
        >>> kg.plans("43-KL/TW").to_excel(f"{mkdtemp()}/plans.xlsx")
        """
        from graph.export.sheets import sheet_of
        from graph.export.workbook import workbook_of

        records = self.to_dicts()
        names = self._names(records)
        sheet = sheet_of(
            "answer",
            self.columns,
            records,
            self.language,
            files={} if self._store is None else text_paths(self._store),
            named=lambda value: names.get(value, value),
        )
        with asked_for(Path(path)):
            write_whole(Path(path), workbook_of([sheet], self.language))

    def to_pandas(self) -> "pandas.DataFrame":
        """Return the rows as a frame of pandas; ImportError where it is not installed.

        Days are dates of pandas, NaT where no whole day is known; what is known of such a date is
        in the rows.

        >>> frame = kg.plans("43-KL/TW").to_pandas()
        >>> frame["place"].nunique(), sorted(set(frame["date"].dt.year))
        (4, [2019])
        """
        import pandas

        frame = pandas.DataFrame(self.to_dicts(), columns=list(self.columns))
        for name, days in self._days():
            frame[name] = pandas.to_datetime(pandas.Series(days, dtype=object))
        return frame

    def to_polars(self) -> "polars.DataFrame":
        """Return the rows as a frame of polars, days as dates; ImportError where it is missing.

        >>> kg.plans("43-KL/TW").to_polars().height == len(kg.plans("43-KL/TW"))
        True
        """
        import polars

        columns = {name: [_value(row, name) for row in self._rows] for name in self.columns}
        return polars.DataFrame({**columns, **dict(self._days())}, strict=False)

    def _days(self) -> Iterator[tuple[str, list[date | None]]]:
        """Yield each column of dates with its days, None where no whole day is known."""
        for name in self.columns:
            values = [_value(row, name) for row in self._rows]
            dates = [partial_date(value) if isinstance(value, str) else NO_DATE for value in values]
            known = [told for told, value in zip(dates, values, strict=True) if value]
            whole = all(told.day for told in known)
            if known and (whole or (name in DATES and all(known))):
                yield name, [told.day for told in dates]

    def _names(self, records: Sequence[Mapping[str, object]]) -> Mapping[str, str]:
        """Return what people call the IRIs in ``records``."""
        if self._store is None:
            return {}
        return names_of_iris(self._store, (cell for record in records for cell in record.values()))

    def _shown_columns(self) -> list[str]:
        if self._shown:
            return list(self._shown)
        return [
            name
            for name in self.columns
            if name not in _HIDDEN and name != "iri" and not name.endswith("_iri")
            if name not in _OF_PAPER or any(_value(row, name) for row in self._rows)
        ] or list(self.columns)

    def _rest(self) -> str:
        more = len(self._rows) - SHOWN
        if more <= 0:
            return ""
        return say(self.language, "more rows", count=more)

    def _html_cell(self, row: R, name: str, names: Mapping[str, str]) -> str:
        text = escape(self._cell(row, name, names))
        iri = getattr(row, _LINKED.get(name, ""), "") or _value(row, name)
        if isinstance(iri, str) and iri.startswith(BASE):
            text = f'<a href="{escape(iri)}">{text}</a>'
        if name in _QUOTES and text:
            text = f"<q><mark>{text}</mark></q>"
        return f"<td{_LEFT}>{text}</td>"

    def _cell(self, row: R, name: str, names: Mapping[str, str]) -> str:
        """Return a cell as people read it, an IRI by its name if it has one."""
        value = _value(row, name)
        if isinstance(value, str) and value in names:
            return plain(names[value])
        column = column_of(name, getattr(row, "field", None))
        return plain(cell_text(column, value, self.language))


def columns_of(row: type) -> tuple[str, ...]:
    """Return the columns of a row: the fields of its dataclass, those that hold rows left out.

    What ``more`` of a document holds has columns of its own.
    """
    columns = (PRINTED if field.name == "more" else (field.name,) for field in fields(row))
    return tuple(name for names in columns for name in names if name != "chain")


def row_values(row: "DataclassInstance") -> dict[str, Any]:
    """Return a row by the names of its columns."""
    return {name: _value(row, name) for name in columns_of(type(row))}


def _value(row: object, name: str) -> Any:  # noqa: ANN401 -- a cell is of any type
    more: Mapping[str, str] = getattr(row, "more", {})
    return more[name] if name in more else getattr(row, name)
