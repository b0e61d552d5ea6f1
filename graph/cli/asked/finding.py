"""The command ``luocdo find``: documents by what they are and by the words of their texts."""

import sys
from typing import Annotated

import typer

from graph.cli.choosing import choosing
from graph.cli.command import STORE, Lang, Output, Store, answers
from graph.cli.output import DOCUMENT_COLUMNS
from graph.cli.printing import Format, print_json, print_records, print_sheets, tell
from graph.errors import Exit
from graph.opening import open_store, open_tables
from graph.rdf.schema import PRINTED
from graph.store.disk import GraphStore
from graph.tables.sought.finding import find as find_documents
from graph.tables.sought.hits import Hits
from graph.tables.sought.narrowing import Narrowed, Narrowing, Order
from graph.values import as_record
from graph.words.sentences import Language, say

_LIMIT = 20
_PASSAGE_COLUMNS = ("quote", "text", "page", "start", "end")


@answers
@choosing
def find(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help="Số hiệu, hoặc chữ có dấu hay không dấu; đặt cụm từ trong ngoặc kép. / A number, "
            "or words with or without marks; a phrase in quotes.",
        ),
    ] = None,
    *,
    narrowed: Narrowing,
    sort: Annotated[
        Order, typer.Option("--sort", help="Thứ tự: sát nhất hay mới nhất trước. / Which first.")
    ] = Order.RELEVANCE,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="Nhiều nhất bao nhiêu văn bản. / How many.")
    ] = _LIMIT,
    store: Store = STORE,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Print the documents that were found, each with the words around what was looked for."""
    typed = " ".join(words or ()).encode("utf-8", "replace").decode().strip()
    graph = open_store(store)
    found = find_documents(
        graph, open_tables(graph), typed, Narrowed(**narrowed), order=sort, part=slice(limit)
    )
    _print(graph, found, typed, output, lang)
    if not found.count:
        tell(say(lang, "found nothing"))
        return Exit.NOTHING
    if found.read_as:
        tell(say(lang, "read as", words=found.read_as))
    if found.apart:
        tell(say(lang, "found apart", words=typed))
    return Exit.FOUND


def _print(graph: GraphStore, found: Hits, typed: str, output: Format, language: Language) -> None:
    """Print what was found; CSV has a row for each passage, or for a document that has none."""
    if output is Format.JSON:
        print_json(as_record(found))
    elif output is Format.XLSX:
        from graph.sheets.sought_and_owed import hit_sheet

        print_sheets([hit_sheet(found, language, graph)], language)
    elif output is Format.CSV:
        rows = (
            {
                **as_record(hit.document),
                "unconfirmed_fields": "; ".join(hit.document.unconfirmed_fields),
                **(as_record(passage) if passage else {}),
            }
            for hit in found.hits
            for passage in hit.passages or (None,)
        )
        print_records((*DOCUMENT_COLUMNS, "held", *_PASSAGE_COLUMNS, *PRINTED), rows)
    elif found.count:
        from graph.terminal.console import print_table
        from graph.terminal.found import hits_view

        print_table(hits_view(found, typed, language), sys.stdout)
