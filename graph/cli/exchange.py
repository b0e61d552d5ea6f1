"""The commands ``luocdo export`` and ``luocdo import``: the graph to a file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.command import STORE, Lang, Store, answers
from graph.cli.printing import print_line, tell
from graph.errors import Exit
from graph.export.files import export as export_to
from graph.export.files import names_of
from graph.opening import open_store
from graph.store.importing import import_file
from graph.words.sentences import Language, say


@answers
def export(
    file: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Tệp cần ghi: .ttl .nt .nq .trig .jsonld .graphml .gexf .csv .xlsx "
            ".neo4j.csv .gephi.csv / The file to write.",
        ),
    ],
    store: Store = STORE,
    lang: Lang = Language.VI,
) -> Exit:
    """Write the graph to a file."""
    count = export_to(open_store(store), file, lang)
    tell(
        say(
            lang,
            "exported" if count else "nothing to export",
            count=count,
            path=names_of(file),
        )
    )
    return Exit.FOUND if count else Exit.NOTHING


@answers
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Tệp .nq hoặc .trig. / A file of quads.")
    ],
    store: Annotated[
        Path, typer.Option("--store", metavar="DIR", help="Thư mục mới. / A new folder.")
    ] = Path(STORE),
    lang: Lang = Language.VI,
) -> Exit:
    """Make a store of a file of quads."""
    state = import_file(file, store)
    print_line(
        say(
            lang,
            "imported",
            store=store,
            documents=state.documents,
            claims=state.claims,
            unresolved=state.unresolved,
        )
    )
    return Exit.FOUND
