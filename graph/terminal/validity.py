"""Whether documents are in force, as people read it: the state, why, since when, in which words."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

from rich.console import Group
from rich.table import Table
from rich.text import Text

from graph.ask.sparql import Rows
from graph.harmless import plain
from graph.words.headings import HEADINGS, cell_words
from graph.words.labels import part_words, shown_date, word
from graph.words.sentences import Language, say
from graph.words.tables import Pairs

_COLUMNS: Final = (("document", 22), ("said", 24), ("since", 18), ("quote", 46))
_HEADINGS: Final = Pairs("labels", "validity column", HEADINGS)


def validity_table(title: str, rows: Rows, language: Language) -> Table:
    """Return the answer to ``in-force``: what is said of one document stands together."""
    table = Table(title=Text(plain(title), "bold"), title_justify="left", expand=True)
    for heading, ratio in _COLUMNS:
        table.add_column(word(_HEADINGS, language, heading), ratio=ratio, overflow="fold")
    records = [dict(zip(rows.variables, row, strict=True)) for row in rows.rows]
    for _, told in groupby(records, key=lambda record: record["document_iri"]):
        first = True
        table.add_section()
        for record in told:
            named = _named(record, language) if first else Text()
            table.add_row(named, *_said(record, language))
            first = False
    return table


def _named(record: Mapping[str, Any], language: Language) -> Text:
    state = cell_words("state", record["state"], language)
    return Text.assemble((plain(record["document"]), "bold"), "\n", (state, "bold green"))


def _said(record: Mapping[str, Any], language: Language) -> tuple[Text, Text, Group]:
    if record["relation"] is None:
        return Text(), Text(), Group()
    words = cell_words("relation", record["relation"], language)
    part = part_words(plain(record["part"] or ""))
    deed = Text.assemble(
        plain(record["by"]), "\n", (f"{words}{part}", "bold green" if not part else "green")
    )
    if record["contradicts"]:
        deed.append(f"\n⚠ {say(language, 'contradicts end')}", "bold")
    since = Text(shown_date(language, record["since"] or ""))
    if record["basis"]:
        since.append(f"\n({cell_words('basis', record['basis'], language)})", "dim")
    if record["applies"] is not True:
        since.append(
            f"\n{say(language, 'not by then' if record['applies'] is False else 'day unknown')}",
            "italic",
        )
    quoted = [record["context"], record["quote"], record["effect"]]
    quote = " … ".join(f"“{plain(words)}”" for words in quoted if words)
    page = f"{say(language, 'page', page=record['page'])}, " if record["page"] else ""
    place = f"{record['text']}, {page}{record['start']}-{record['end']}"
    return deed, since, Group(Text(quote, "italic"), Text(plain(place), "dim"))
