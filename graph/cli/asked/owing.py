"""The command ``luocdo owed``: who owes which document by when, and what became of it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from graph.ask.owed.adding_up import figures
from graph.ask.owed.answer import Owed, Shown
from graph.ask.owed.answer import owed as owed_by
from graph.ask.owed.judging import Status
from graph.cli.asked.deadlines import require_calendar, write_calendar
from graph.cli.command import STORE, Lang, Output, Store, answers, asked
from graph.cli.printing import Format, print_json, print_records, print_sheets, tell
from graph.decisions.words import decided_words, listed_words, problem_words
from graph.errors import Exit
from graph.opening import open_store
from graph.read.lookup import level_typed
from graph.sheets.sought_and_owed import owed_sheets
from graph.store.disk import GraphStore
from graph.typed.days import day_or_today
from graph.values import as_record
from graph.words.labels import name_of
from graph.words.sentences import Language, say

COLUMNS = (
    *("id", "status", "body", "place", "level", "product", "expects", "review", "about", "set_by"),
    *(
        "due",
        "due_from",
        "due_until",
        "due_printed",
        "met_by",
        "decided",
        "passed_to",
        "doubt",
        "perhaps",
        "listed",
        "bearer_printed",
    ),
    *("task", "outcome", "joining", "quote", "text", "page", "start", "end", "rule", "confidence"),
)
"""The columns of CSV: documents stand there by what a person types; a task has no status."""


@answers
def owed(
    number: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NUMBER",
            help="Số hiệu của văn bản; không có thì mọi việc. / Of a document; of all without.",
        ),
    ] = None,
    place: Annotated[
        str, typer.Option(metavar="PLACE", help="Cơ quan ở nơi này. / Of bodies in this place.")
    ] = "",
    level: Annotated[
        str, typer.Option(metavar="LEVEL", help="Cơ quan cấp này. / Of bodies of this level.")
    ] = "",
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DAY", help="Tính đến ngày này. / As of this day.")
    ] = "",
    status: Annotated[
        list[Status] | None,
        typer.Option("--status", help="Chỉ trạng thái này; lặp lại được. / Only these."),
    ] = None,
    due_since: Annotated[
        str, typer.Option("--due-since", metavar="TIME", help="Hạn từ: 1/10/2026. / Due from.")
    ] = "",
    due_until: Annotated[
        str, typer.Option("--due-until", metavar="TIME", help="Hạn đến hết. / Due until.")
    ] = "",
    calendar: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Ghi thêm ngày hạn ra tệp .ics cho lịch. / Also write last days for a calendar.",
        ),
    ] = None,
    store: Store = STORE,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Print what is owed, each with the words that order it and the document that meets it."""
    if calendar:
        require_calendar(calendar)
    day = day_or_today(as_of)
    graph, documents = asked(store, number) if number else (open_store(store), ())
    shown = Shown(statuses=frozenset(status or ()), due_since=due_since, due_until=due_until)
    told: list[Owed] = []
    for directive in documents or (None,):
        answer = owed_by(
            graph,
            directive.iri if directive else "",
            level=level_typed(level or None),
            place=place,
            as_of=day,
            shown=shown,
        )
        title = say(lang, "owed of", document=name_of(directive)) if directive else ""
        _print(graph, answer, title or say(lang, "owed by all"), output, lang)
        told.append(answer)
    for decided in dict.fromkeys(each for answer in told for each in answer.unfitting):
        tell(problem_words(decided, lang))
    if calendar:
        count = write_calendar(told, calendar, day, lang)
        tell(say(lang, "calendar written", count=count, path=calendar))
    found = any(answer.rows or answer.tasks for answer in told)
    if not found:
        tell(say(lang, "nothing owed"))
    return Exit.FOUND if found else Exit.NOTHING


def _print(graph: GraphStore, answer: Owed, title: str, output: Format, language: Language) -> None:
    from graph.terminal.owed import owed_view

    if output is Format.JSON:
        print_json(as_record(answer))
    elif output is Format.XLSX:
        print_sheets(owed_sheets(answer, language, graph), language)
    elif output is Format.CSV:
        print_records(COLUMNS, _records(answer, language))
        tell(figures(answer, language))
    elif answer.rows or answer.tasks:
        from graph.terminal.console import print_table

        print_table(owed_view(answer, title, language), sys.stdout)


def _records(answer: Owed, language: Language) -> Iterator[dict[str, object]]:
    for row in answer.rows:
        yield {
            **as_record(row),
            "set_by": row.set_by.selector if row.set_by else "",
            "listed": listed_words(row.listed, language) if row.listed else "",
            "about": "; ".join(document.selector for document in row.about),
            "met_by": row.met_by.selector if row.met_by else "",
            "perhaps": row.perhaps.selector if row.perhaps else "",
            "decided": decided_words(row.decided, language) if row.decided else "",
            **as_record(row.quote),
        }
    for task in answer.tasks:
        yield {**as_record(task), "set_by": task.set_by.selector, **as_record(task.quote)}
