"""What was found, owed, or wrong in a draft, as sheets of a workbook."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from graph.ask.drafts.messages import message_of
from graph.ask.owed.answer import Owed
from graph.ask.owed.rows import OwedRow
from graph.ask.owed.tasks import TaskRow
from graph.decisions.words import decided_words
from graph.export.sheets import sheet_of
from graph.export.workbook import Sheet
from graph.notebook.rows import DocumentRow, document_row
from graph.notebook.table import columns_of, row_values
from graph.store.disk import GraphStore
from graph.store.paper_files import text_paths
from graph.values import Quote
from graph.words.labels import DOUBT_WORDS, OWED_WORDS, name_of, word
from graph.words.sentences import Language

if TYPE_CHECKING:
    from graph.ask.drafts.finding import DraftFinding
    from graph.tables.sought.hits import Hits

_PASSAGE: Final = ("quote", "text", "page")
_FAULT: Final = ("severity", "words", "page", "message", "document", "quote", "text")
_OWED: Final = (
    *("body", "place", "product", "expects", "about", "due_until", "due_printed", "became"),
    *("met_by", "issued", "met_words", "doubt", "perhaps", "decided", "passed_to"),
    *("set_by", "quote", "text", "page"),
)
_TASKS: Final = (
    *("body", "joining", "task", "outcome", "due_until", "due_printed"),
    *("set_by", "quote", "text", "page"),
)


def hit_sheet(found: "Hits", language: Language, store: GraphStore) -> Sheet:
    """Return a row for each passage, or for a document that was found without one."""
    records = (
        {
            **row_values(document_row(hit.document)),
            **({name: getattr(passage, name) for name in _PASSAGE} if passage else {}),
        }
        for hit in found.hits
        for passage in hit.passages or (None,)
    )
    said = _PASSAGE if any(hit.passages for hit in found.hits) else ()
    columns = (*columns_of(DocumentRow), *said)
    return sheet_of("documents", columns, records, language, files=text_paths(store))


def fault_sheet(findings: "Sequence[DraftFinding]", language: Language, store: GraphStore) -> Sheet:
    """Return what in a draft does not fit, with the words that know better."""
    records = (
        {
            "severity": finding.severity,
            "words": finding.words,
            "page": finding.page or None,
            "message": message_of(finding, language),
            "document": finding.document,
            "quote": finding.evidence.quote,
            "text": finding.evidence.text,
        }
        for finding in findings
    )
    return sheet_of("findings", _FAULT, records, language, files=text_paths(store))


def owed_sheets(answer: Owed, language: Language, store: GraphStore) -> list[Sheet]:
    """Return what is owed, a row for each debt, and the tasks where there are any."""
    files = text_paths(store)
    records = (_debt(row, language) for row in answer.rows)
    sheets = [sheet_of("owed", _OWED, records, language, files=files)]
    if answer.tasks:
        tasks = map(_task, answer.tasks)
        sheets.append(sheet_of("tasks", _TASKS, tasks, language, files=files))
    return sheets


def _task(row: TaskRow) -> dict[str, object]:
    return {
        "body": row.body,
        "joining": row.joining,
        "task": row.task,
        "outcome": row.outcome,
        "due_until": row.due_until,
        "due_printed": row.due_printed,
        "set_by": name_of(row.set_by),
        **_words(row.quote),
    }


def _words(quote: Quote) -> dict[str, object]:
    return {"quote": quote.quote, "text": quote.text, "page": quote.page or None}


def _debt(row: OwedRow, language: Language) -> dict[str, object]:
    return {
        "body": row.body,
        "place": row.place,
        "product": row.product,
        "expects": word(OWED_WORDS, language, row.review or row.expects),
        "about": [name_of(document) for document in row.about],
        "due_until": row.due_until,
        "due_printed": row.due_printed,
        "became": word(OWED_WORDS, language, row.status),
        "met_by": name_of(row.met_by) if row.met_by else "",
        "issued": row.met_by.date if row.met_by else "",
        "met_words": row.words.quote if row.words else "",
        "doubt": word(DOUBT_WORDS, language, row.doubt) if row.doubt else "",
        "perhaps": name_of(row.perhaps) if row.perhaps else "",
        "decided": decided_words(row.decided, language) if row.decided else "",
        "passed_to": row.passed_to,
        "set_by": name_of(row.set_by) if row.set_by else "",
        **_words(row.quote),
    }
