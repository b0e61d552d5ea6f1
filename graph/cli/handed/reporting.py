"""The command ``luocdo report``: how a directive is carried out, for who answers for it."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.command import STORE, Lang, Number, Store, answers, asked_alone
from graph.cli.printing import tell
from graph.errors import Exit
from graph.report.contents import report_on
from graph.report.files import require_format, write_report
from graph.server.address import shown
from graph.words.sentences import Language, say
from ontology.dates import today


@answers
def report(
    number: Number,
    file: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Tệp .docx hoặc .html. / A .docx or .html file."
        ),
    ],
    store: Store = STORE,
    lang: Lang = Language.VI,
) -> Exit:
    """Write how a document is carried out, reviewed and changed."""
    require_format(file)
    graph, document = asked_alone(store, number)
    option = "" if store == STORE else shown(store)
    write_report(report_on(graph, document, today(), lang, option), file)
    tell(say(lang, "answer written", path=file))
    return Exit.FOUND
