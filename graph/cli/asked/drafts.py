"""The command ``luocdo lint``: what in a draft does not fit the collection."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from extract import read
from graph.ask.drafts.checking import check_draft, is_fault
from graph.ask.drafts.messages import as_answer, message_of
from graph.build.one_file import loaded
from graph.cli.command import STORE, Lang, Output, Store, answers
from graph.cli.printing import Format, print_json, print_records, print_sheets, tell
from graph.errors import Exit
from graph.opening import open_store
from graph.sheets.sought_and_owed import fault_sheet
from graph.store.disk import GraphStore
from graph.words.sentences import Language, say

if TYPE_CHECKING:
    from graph.ask.drafts.finding import DraftFinding

_COLUMNS: Final = (
    *("severity", "kind", "words", "page", "start", "end", "message", "number", "document"),
    *("given", "known", "by", "part", "since", "quote", "text", "quote_page", "quote_start"),
    *("quote_end", "iri", "by_iri"),
)


@answers
def lint(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Một dự thảo. / A draft.")],
    store: Store = STORE,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Print which citations of a draft do not fit the collection."""
    graph = open_store(store)
    findings = check_draft(graph, read(loaded(file)))
    _print(graph, file.name, findings, output, lang)
    if not findings:
        tell(say(lang, "draft fits"))
    return Exit.NOTHING if any(map(is_fault, findings)) else Exit.FOUND


def _print(
    graph: GraphStore,
    name: str,
    findings: "Sequence[DraftFinding]",
    output: Format,
    language: Language,
) -> None:
    if output is Format.JSON:
        print_json([as_answer(finding) for finding in findings])
    elif output is Format.XLSX:
        print_sheets([fault_sheet(findings, language, graph)], language)
    elif output is Format.CSV:
        print_records(_COLUMNS, (_flat(found, language) for found in findings))
    elif findings:
        from graph.terminal.console import print_table
        from graph.terminal.drafts import draft_table

        print_table(draft_table(name, findings, language), sys.stdout)


def _flat(finding: "DraftFinding", language: Language) -> dict[str, object]:
    record = as_answer(finding)
    words = finding.evidence
    return record | {
        "message": message_of(finding, language),
        "quote": words.quote,
        "text": words.text,
        "quote_page": words.page,
        "quote_start": words.start,
        "quote_end": words.end,
    }
