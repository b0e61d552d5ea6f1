"""Answers about documents, questions, builds and single texts as sheets, with links to files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.ask.competency import listed
from graph.ask.files import FILES
from graph.ask.sparql import Rows, Triples
from graph.export.sheets import DESCRIBED, sheet_of
from graph.export.workbook import Sheet
from graph.notebook.iri_names import names_of_iris
from graph.notebook.rows import DocumentRow, LinkRow, Plan, document_row, link_row, plan_row
from graph.notebook.table import columns_of, row_values
from graph.store.disk import GraphStore
from graph.store.paper_files import text_paths
from graph.values import DocumentView, Found, PlanRow
from graph.words.file_sentences import COLUMNS as FILE_COLUMNS
from graph.words.file_sentences import reason, remark, state
from graph.words.labels import MATTER_WORDS, name_of, word
from graph.words.sentences import Language
from graph.words.tables import Pairs

if TYPE_CHECKING:
    from extract import Reading
    from graph.ask.checks import Finding
    from graph.ask.competency import Question
    from graph.ask.matters.kinds import ReviewItem
    from graph.build.ledger import Entry
    from graph.build.run import BuildReport

_FINDING: Final = ("severity", "subject", "message_vi", "message_en", "rule", "sources")
_MATTER: Final = (
    "id",
    "kind",
    "subject",
    "message_vi",
    "message_en",
    "candidates",
    "sources",
    "line",
)
_FIELD: Final = ("document", "field", "value", "shown", "conflict", "sources")
_MENTION: Final = ("document", "quote", "text", "page", "unconfirmed")
_READ: Final = ("path", "state", "reader", "citations", "why", "of")
_BUILT: Final = ("read", "unchanged", "removed", "documents", "claims", "unresolved")
_COUNTED: Final = Pairs("labels", "build column")
_CLAIM: Final = ("subject", "relation", "object", "quote", "page", "rule", "confidence")


def plan_sheets(
    found: Sequence[tuple[Found, Sequence[PlanRow]]], language: Language, store: GraphStore
) -> Iterator[Sheet]:
    """Yield a sheet of the plans of each directive, and one of the steps that lead to it."""
    files = text_paths(store)
    for directive, rows in found:
        plans = [plan_row(row) for row in rows]
        records = map(row_values, plans)
        name = directive.selector or directive.number
        yield sheet_of(name, columns_of(Plan), records, language, files=files)
        steps = [
            {"document": plan.document, "step": number, **row_values(link)}
            for plan in plans
            for number, link in enumerate(plan.chain, start=1)
        ]
        columns = ("document", "step", *columns_of(LinkRow))
        yield sheet_of("chain", columns, steps, language, files=files)


def document_sheets(
    views: Sequence[DocumentView], language: Language, store: GraphStore
) -> Iterator[Sheet]:
    """Yield what documents are, what texts say of each field, their links, their mentions."""
    files = text_paths(store)
    documents = (row_values(document_row(view.document)) for view in views)
    yield sheet_of("documents", columns_of(DocumentRow), documents, language, files=files)
    fields = [
        {
            "document": name_of(view.document),
            "field": field.name,
            "value": stated.value,
            "shown": stated.shown,
            "conflict": field.conflict,
            "sources": stated.sources,
        }
        for view in views
        for field in view.fields
        for stated in field.values
    ]
    yield sheet_of("fields", _FIELD, fields, language, files=files)
    links = [
        row_values(link_row(step)) for view in views for step in (*view.outgoing, *view.incoming)
    ]
    yield sheet_of("links", columns_of(LinkRow), links, language, files=files)
    quotes = [
        {"document": name_of(view.document), **asdict(quote)}
        for view in views
        for quote in view.quotes
    ]
    yield sheet_of("mentions", _MENTION, quotes, language, files=files)


def finding_sheet(findings: "Sequence[Finding]", language: Language, store: GraphStore) -> Sheet:
    """Return what the checks found."""
    records = map(asdict, findings)
    return sheet_of("findings", _FINDING, records, language, files=text_paths(store))


def matter_sheet(items: "Sequence[ReviewItem]", language: Language, store: GraphStore) -> Sheet:
    """Return open matters, the lines that would settle each in one cell."""
    records = (
        {**asdict(item), "kind": word(MATTER_WORDS, language, item.kind), "line": item.lines}
        for item in items
    )
    return sheet_of("matters", _MATTER, records, language, files=text_paths(store))


def result_sheet(result: "Rows | Triples | bool", language: Language, store: GraphStore) -> Sheet:
    """Return what a query or a question gave, with names for documents."""
    if isinstance(result, bool):
        columns: tuple[str, ...] = ("value",)
        rows: Sequence[Sequence[object]] = ((result,),)
    elif isinstance(result, Triples):
        columns = ("subject", "relation", "object")
        rows = [[term.strip("<>") for term in triple] for triple in result.triples]
    else:
        columns, rows = result.variables, result.rows
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    named = names_of_iris(store, (cell for row in rows for cell in row))
    shown = _with_bare_iris(columns)
    return sheet_of(
        "answer",
        [shown.get(column, column) for column in columns],
        (
            {shown.get(column, column): cell for column, cell in record.items()}
            for record in records
        ),
        language,
        files=text_paths(store),
        named=lambda value: named.get(value, value),
    )


def answer_sheet(question: "Question", rows: Rows, language: Language, store: GraphStore) -> Sheet:
    """Return the answer to a ready-made question."""
    if question.name != FILES:
        return result_sheet(rows, language, store)
    records = [dict(zip(rows.variables, row, strict=True)) for row in rows.rows]
    told = [{**record, "state": state(language, str(record["state"]))} for record in records]
    paths = {str(record["path"]): Path(str(record["path"])) for record in records}
    columns = tuple(column for column in rows.variables if column != "text")
    return sheet_of("files", columns, told, language, files=paths, headings=FILE_COLUMNS)


def _with_bare_iris(columns: Sequence[str]) -> Mapping[str, str]:
    """Return what columns of IRIs are called where no column beside them holds the names."""
    beside = ((column, column.removesuffix("_iri")) for column in columns)
    return {column: bare for column, bare in beside if column != bare and bare not in columns}


def question_sheet(questions: "Sequence[Question]", language: Language) -> Sheet:
    """Return the questions that can be asked."""
    columns = ("name", "parameters", "question")
    rows = (dict(zip(columns, row, strict=True)) for row in listed(questions, language))
    return sheet_of("questions", columns, rows, language)


def reading_sheets(reading: "Reading", language: Language) -> Iterator[Sheet]:
    """Yield the documents that one text speaks of, and how it says that they are related."""
    names = {
        document.key: f"{document.type} {document.key}".strip() for document in reading.documents
    }
    cited = (
        {name: getattr(document, name, None) for name in DESCRIBED}
        | {"document": names[document.key], "date": document.dates, "issuer": document.issuers}
        for document in reading.documents
    )
    yield sheet_of("documents", DESCRIBED, cited, language)
    claims = (
        {
            "subject": names[claim.subject],
            "relation": claim.relation.value,
            "object": names[claim.object],
            "quote": claim.span.of(reading.source),
            "page": reading.source.page_at(claim.span.start) or None,
            "rule": claim.rule,
            "confidence": claim.confidence,
        }
        for claim in reading.claims
    )
    yield sheet_of("links", _CLAIM, claims, language)


def build_sheets(report: "BuildReport", language: Language) -> Iterator[Sheet]:
    """Yield what a build counts, and what became of each file."""
    yield sheet_of(
        "counts",
        _BUILT,
        [{name: getattr(report, name) for name in _BUILT}],
        language,
        headings=_COUNTED,
    )
    files = [
        {
            "path": entry.path,
            "state": state(language, entry.state.value),
            "reader": entry.reader,
            "citations": entry.citations,
            "why": _why(entry, language),
            "of": entry.of,
        }
        for entry in report.files
    ]
    paths = {entry.path: Path(entry.path) for entry in report.files}
    yield sheet_of("files", _READ, files, language, files=paths, headings=FILE_COLUMNS)


def _why(entry: "Entry", language: Language) -> tuple[str, ...]:
    why = (reason(language, entry.code, entry.fields),) if entry.code else ()
    return (*why, *(remark(language, warned.code, warned.fields) for warned in entry.warnings))
