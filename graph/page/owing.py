"""What is owed, as JSON of the page: rows, and what the documents are called that it has not."""

from typing import Any, Final

from graph.harmless import embedded, plain
from graph.pages.debts import NO_DEBTS, Debts, Named, ShownDebt, ShownTask
from graph.values import Quote
from graph.words.labels import OWED_SIGNS
from ontology.documents.identity import BASE

_BASE: Final = f"{BASE}id/"


def embedded_debts(debts: Debts = NO_DEBTS) -> str:
    """Return what is owed as JSON that may stand in a script element."""
    names: dict[str, str] = {}
    return embedded(
        {
            "as_of": debts.as_of,
            "figures": list(debts.figures),
            "left_out": debts.left_out,
            "signs": dict(OWED_SIGNS),
            "rows": [_debt_row(row, names) for row in debts.rows],
            "tasks": [_task_row(task, names) for task in debts.tasks],
            "names": names,
        }
    )


def _debt_row(row: ShownDebt, names: dict[str, str]) -> list[Any]:
    return [
        row.id,
        row.status,
        plain(row.body),
        plain(row.where),
        plain(row.product),
        row.deed,
        [_path(document, names) for document in row.about],
        _path(row.set_by, names),
        row.due,
        plain(row.due_printed),
        [*_place(row.quote), row.rule, round(row.confidence, 3)],
        _path(row.met_by, names),
        plain(row.passed_to),
        row.doubt,
        _path(row.perhaps, names),
        list(map(plain, row.decided)),
        list(map(plain, row.listed)),
    ]


def _task_row(task: ShownTask, names: dict[str, str]) -> list[Any]:
    return [
        plain(task.body),
        plain(task.task),
        plain(task.outcome),
        plain(task.joining),
        _path(task.set_by, names),
        task.due,
        plain(task.due_printed),
        _place(task.quote),
    ]


def _place(quote: Quote) -> list[Any]:
    return [quote.quote, quote.text, quote.start, quote.end, quote.page]


def _path(document: Named | None, names: dict[str, str]) -> str | None:
    """Return the path by which the page knows a document, and note what it is called."""
    if document is None:
        return None
    path = document.iri.removeprefix(_BASE)
    names[path] = plain(document.name)
    return path
