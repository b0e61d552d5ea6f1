"""Printing each kind of answer in the format that was asked for.

The JSON of an answer is its dataclass field by field: the names of the fields are the contract.
"""

import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Final

from graph.ask.sparql import Rows, Triples
from graph.cli.printing import (
    Format,
    print_csv,
    print_json,
    print_line,
    print_records,
    print_sheets,
    tell,
)
from graph.rdf.schema import PRINTED, Listing, listed
from graph.sheets.answers import (
    build_sheets,
    document_sheets,
    finding_sheet,
    plan_sheets,
    reading_sheets,
    result_sheet,
)
from graph.values import DocumentView, Found, PlanRow, Step, as_record
from graph.words.labels import as_typed
from graph.words.sentences import Language, say

if TYPE_CHECKING:
    from extract import Reading
    from graph.ask.checks import Finding
    from graph.ask.sparql import Rows, Triples
    from graph.build.run import BuildReport
    from graph.store.disk import GraphStore

DOCUMENT_COLUMNS: Final = (*listed(Listing.CSV), "selector", "iri", "unconfirmed_fields")
_STEP_COLUMNS: Final = (
    "subject",
    "relation",
    "object",
    "quote",
    "text",
    "start",
    "end",
    "page",
    "box",
    "unconfirmed",
    "rule",
    "confidence",
    "review",
    "years",
    "part",
    "since",
    "inferred",
    "decisions",
)
_RELATION_COLUMNS: Final = (
    "subject",
    "predicate",
    "object",
    "start",
    "end",
    "text",
    "rule",
    "confidence",
    "review",
    "years",
    "part",
    "since",
    "page",
    "box",
)
_FINDING_COLUMNS: Final = ("severity", "rule", "subject", "message", "sources", "iri")


def print_build(report: "BuildReport", store: str, output: Format, language: Language) -> None:
    """Print the counts of a build; the JSON also lists what could not be read, and decisions."""
    names = ("read", "unchanged", "removed", "documents", "claims", "unresolved")
    record = {name: getattr(report, name) for name in names}
    if output is Format.JSON:
        files = [asdict(entry) for entry in report.files]
        print_json({**record, **asdict(replace(report, files=report.files[:0])), "files": files})
    elif output is Format.CSV:
        print_records(tuple(record), [record])
    elif output is Format.XLSX:
        print_sheets(build_sheets(report, language), language)
    else:
        print_line(say(language, "built", store=store, **record))


def print_plans(
    found: "Sequence[tuple[Found, Sequence[PlanRow]]]",
    output: Format,
    language: Language,
    store: "GraphStore",
) -> None:
    """Print the plans that carry out each directive; CSV has a row for each step of a chain."""
    rows = [row for _, plans in found for row in plans]
    if output is Format.JSON:
        print_json([as_record(row) for row in rows])
    elif output is Format.CSV:
        steps = (
            {
                **as_record(row.document),
                "unconfirmed_fields": "; ".join(row.document.unconfirmed_fields),
                "step": number,
                **_flat(step),
            }
            for row in rows
            for number, step in enumerate(row.steps, start=1)
        )
        print_records((*DOCUMENT_COLUMNS, "step", *_STEP_COLUMNS, *PRINTED), steps)
    elif output is Format.XLSX:
        print_sheets(plan_sheets(found, language, store), language)
    elif rows:
        from graph.terminal.answers import plans_table
        from graph.terminal.console import print_table

        for directive, plans in found:
            if plans:
                print_table(plans_table(directive, plans, language), sys.stdout)


def print_documents(
    views: Sequence[DocumentView], output: Format, language: Language, store: "GraphStore"
) -> None:
    """Print documents one after the other; CSV has their relations, out and in.

    The JSON of one document is an object, that of several a list of these.
    """
    if output is Format.JSON:
        records = [as_record(view) for view in views]
        print_json(records[0] if len(records) == 1 else records)
    elif output is Format.CSV:
        steps = (step for view in views for step in (*view.outgoing, *view.incoming))
        print_records(_STEP_COLUMNS, map(_flat, steps))
    elif output is Format.XLSX:
        print_sheets(document_sheets(views, language, store), language)
    else:
        from graph.terminal.answers import document_view
        from graph.terminal.console import print_table

        for view in views:
            print_table(document_view(view, language), sys.stdout)


def print_findings(
    findings: "Sequence[Finding]", output: Format, language: Language, store: "GraphStore"
) -> None:
    """Print what the checks found; JSON has the messages of both languages."""
    if output is Format.JSON:
        print_json([asdict(finding) for finding in findings])
    elif output is Format.CSV:
        print_records(
            _FINDING_COLUMNS,
            (
                {
                    **asdict(finding),
                    "message": language.choose(finding.message),
                    "sources": "; ".join(finding.sources),
                }
                for finding in findings
            ),
        )
    elif output is Format.XLSX:
        print_sheets([finding_sheet(findings, language, store)], language)
    elif findings:
        from graph.terminal.answers import findings_table
        from graph.terminal.console import print_table

        print_table(findings_table(findings, language), sys.stdout)


def print_result(
    result: "Rows | Triples | bool", output: Format, language: Language, store: "GraphStore"
) -> bool:
    """Print what a query gave, and tell whether it found anything.

    JSON is a list of objects for SELECT, of triples for CONSTRUCT, ``true`` or ``false`` for ASK; a
    table of triples is N-Triples.
    """
    if output is Format.XLSX:
        print_sheets([result_sheet(result, language, store)], language)
        found = result.triples if isinstance(result, Triples) else result
        return bool(found.rows if isinstance(found, Rows) else found)
    if isinstance(result, bool):
        print_line("true" if result else "false")
        return result
    if isinstance(result, Rows):
        if output is Format.JSON:
            print_json([dict(zip(result.variables, row, strict=True)) for row in result.rows])
        elif output is Format.CSV:
            print_csv(result.variables, result.rows)
        elif result.rows:
            from graph.terminal.answers import rows_table
            from graph.terminal.console import print_table

            print_table(rows_table(result.variables, result.rows), sys.stdout)
        return bool(result.rows)
    if output is Format.JSON:
        print_json([list(triple) for triple in result.triples])
    elif output is Format.CSV:
        print_csv(("subject", "predicate", "object"), result.triples)
    else:
        for triple in result.triples:
            print_line(" ".join((*triple, ".")))
    return bool(result.triples)


def print_reading(reading: "Reading", output: Format, language: Language) -> None:
    """Print what one text says; CSV has its relations."""
    if output is Format.TABLE:
        from graph.terminal.console import print_table
        from graph.terminal.readings import reading_view

        print_table(reading_view(reading, language), sys.stdout)
        return
    if output is Format.XLSX:
        print_sheets(reading_sheets(reading, language), language)
        return
    from extract.report import as_json

    report = as_json(reading)
    if output is Format.JSON:
        print_json(report)
    else:
        print_records(_RELATION_COLUMNS, report["relations"])


def tell_candidates(candidates: Sequence[Found], command: str, language: Language) -> None:
    """List on stderr the documents that a number may mean, and how to ask for one of them."""
    from graph.terminal.answers import candidates_table
    from graph.terminal.console import print_table

    print_table(candidates_table(candidates, language), sys.stderr)
    selector = min(candidates, key=lambda found: not found.resolved).selector
    tell(say(language, "choose", command=f"luocdo {command} {as_typed(selector)}"))


def _flat(step: Step) -> dict[str, Any]:
    return {
        **asdict(step),
        "subject": step.subject.selector or step.subject.number,
        "object": step.object.selector or step.object.number,
        "decisions": "; ".join(
            f"{decision.who}, {decision.when}: {decision.why}" for decision in step.decisions
        ),
    }
