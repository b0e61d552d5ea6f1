"""The commands ``luocdo review`` and ``luocdo check``: what to decide, and what breaks a rule."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from graph.ask.checks import Severity, run_checks
from graph.ask.matters.kinds import ReviewItem
from graph.ask.review import review_items
from graph.cli.command import STORE, Lang, Output, Store, answers
from graph.cli.output import print_findings
from graph.cli.printing import Format, print_json, print_records, print_sheets, tell
from graph.decisions.file import COLUMNS
from graph.decisions.suggestions import ADD_LINE
from graph.errors import Exit
from graph.opening import open_store
from graph.sheets.answers import matter_sheet
from graph.store.disk import GraphStore
from graph.words.sentences import Language, say

_COLUMNS: Final = ("id", "kind", "subject", "message", "candidates", "sources", "lines", "iri")


@answers
def review(store: Store = STORE, output: Output = Format.TABLE, lang: Lang = Language.VI) -> Exit:
    """Print what a person should decide."""
    graph = open_store(store)
    items = review_items(graph)
    _print_items(items, output, lang, graph)
    if not items:
        tell(say(lang, "no matters"))
    elif output is Format.TABLE:
        tell(say(lang, "matters next", header=",".join(COLUMNS)))
    if output is Format.TABLE:
        tell(say(lang, "matters add", line=ADD_LINE))
    return Exit.FOUND if items else Exit.NOTHING


@answers
def check(store: Store = STORE, output: Output = Format.TABLE, lang: Lang = Language.VI) -> Exit:
    """Print what breaks a rule of the vocabulary."""
    graph = open_store(store)
    found = run_checks(graph)
    print_findings(found, output, lang, graph)
    if not found:
        tell(say(lang, "no findings"))
    violated = any(finding.severity is Severity.VIOLATION for finding in found)
    return Exit.NOTHING if violated else Exit.FOUND


def _print_items(
    items: Sequence[ReviewItem], output: Format, language: Language, store: GraphStore
) -> None:
    """Print matters; JSON has the messages of both languages, CSV puts lists into one cell."""
    if output is Format.JSON:
        print_json([asdict(item) for item in items])
    elif output is Format.CSV:
        print_records(
            _COLUMNS,
            (
                {
                    **asdict(item),
                    "message": language.choose(item.message),
                    "candidates": "; ".join(item.candidates),
                    "sources": "; ".join(item.sources),
                    "lines": "\n".join(item.lines),
                }
                for item in items
            ),
        )
    elif output is Format.XLSX:
        print_sheets([matter_sheet(items, language, store)], language)
    elif items:
        from graph.terminal.console import print_table
        from graph.terminal.decisions import review_table

        print_table(review_table(items, language), sys.stdout)
