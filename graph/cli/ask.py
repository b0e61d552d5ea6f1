"""The command ``luocdo ask``: a competency question by its name."""

import sys
from typing import Annotated

import typer

from graph.ask import competency
from graph.ask.competency import Question
from graph.ask.sparql import Rows
from graph.cli.command import STORE, Lang, Output, Store, answers
from graph.cli.printing import Format, print_csv, print_json, print_records, print_sheets, tell
from graph.errors import Exit
from graph.opening import open_store
from graph.sheets.answers import answer_sheet, question_sheet
from graph.words.sentences import Language, say


@answers
def ask(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Tên câu hỏi; bỏ trống để xem tất cả. / Its name."),
    ] = None,
    arguments: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARG", help="Hỏi về văn bản, nơi nào. / What it is about."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DAY",
            help="Tính đến ngày này: 1/7/2025. / As of this day: 2025-07-01.",
        ),
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(
            metavar="STATE",
            help="Chỉ những tệp này của câu hỏi files: failed, waits, … / Of files: these alone.",
        ),
    ] = None,
    store: Store = STORE,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Answer a ready-made question, or list them."""
    if name is None:
        _print_questions(competency.askable(), output, lang)
        return Exit.FOUND
    question = competency.question_named(name)
    typed = tuple(arguments or ())
    graph = open_store(store)
    rows = competency.ask(graph, question.name, *typed, as_of=as_of, state=state)
    if output is Format.XLSX:
        print_sheets([answer_sheet(question, rows, lang, graph)], lang)
    else:
        _print_answer(question, typed, rows, output, lang)
    if rows.note:
        tell(lang.choose(rows.note))
    if rows.rows:
        return Exit.FOUND
    tell(say(lang, "no answer", question=question.asked(lang, typed)))
    if others := competency.asked_alike(question):
        tell(say(lang, "ask further", names=", ".join(other.name for other in others)))
    return Exit.NOTHING


def _print_questions(questions: "tuple[Question, ...]", output: Format, language: Language) -> None:
    records = [
        {
            "name": question.name,
            "vi": question.sentence.vi,
            "en": question.sentence.en,
            "parameters": [parameter.name for parameter in question.parameters],
            "optional": [p.name for p in question.parameters if p.optional],
        }
        for question in questions
    ]
    if output is Format.JSON:
        print_json(records)
    elif output is Format.CSV:
        lists = ("parameters", "optional")
        joined = (
            {**record, **{name: " ".join(record[name]) for name in lists}} for record in records
        )
        print_records(("name", "parameters", "optional", "vi", "en"), joined)
    elif output is Format.XLSX:
        print_sheets([question_sheet(questions, language)], language)
    else:
        from graph.terminal.console import print_table
        from graph.terminal.questions import questions_table

        print_table(questions_table(questions, language), sys.stdout)


def _print_answer(
    question: "Question",
    arguments: tuple[str, ...],
    rows: "Rows",
    output: Format,
    language: Language,
) -> None:
    if output is Format.JSON:
        print_json([dict(zip(rows.variables, row, strict=True)) for row in rows.rows])
    elif output is Format.CSV:
        print_csv(rows.variables, rows.rows)
    elif rows.rows:
        from graph.terminal.console import print_table
        from graph.terminal.questions import question_table

        print_table(question_table(question, arguments, rows, language), sys.stdout)
