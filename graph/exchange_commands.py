"""The commands ``luocdo export`` and ``luocdo import``: the graph to a file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from graph.command import STORE, Lang, Store, answers
from graph.complaints import Exit
from graph.messages import Language, say
from graph.printing import print_line, tell


@answers
def export(
    file: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Tệp cần ghi: .ttl .nt .nq .trig .jsonld .graphml .gexf .csv "
            ".neo4j.csv .gephi.csv / The file to write.",
        ),
    ],
    store: Store = STORE,
    lang: Lang = Language.VI,
) -> Exit:
    """Ghi đồ thị ra tệp, định dạng theo đuôi tệp. / Write the graph to a file."""
    from graph import export as exporting
    from graph.store import open_store

    count = exporting.export(open_store(store), file)
    tell(
        say(
            lang,
            "exported" if count else "nothing to export",
            count=count,
            path=exporting.names_of(file),
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
    """Dựng kho từ tệp do luocdo export ghi. / Make a store of a file that export wrote."""
    from graph.importing import import_file

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
