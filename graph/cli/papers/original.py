"""The command ``luocdo open``: the file that a document was read from, in its program."""

import webbrowser
from pathlib import Path
from typing import Annotated, Final

import typer

from graph.ask.originals import originals_of
from graph.cli.command import STORE, Lang, Number, Store, answers, asked_alone
from graph.cli.printing import print_line, tell
from graph.errors import Exit
from graph.words.labels import name_of
from graph.words.sentences import Language, say

_OPENED: Final = frozenset(
    (
        *(".txt", ".md", ".html", ".htm", ".mht", ".mhtml", ".docx", ".doc", ".rtf", ".odt"),
        *(".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".zip"),
    )
)
"""What is given to the system's programs; a text named ``.bat`` would be run, not shown."""


@answers
def open_(
    number: Number,
    page: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Mở PDF ở trang này, từ 1. / Open a PDF at page 1, 2, …",
        ),
    ] = None,
    printed: Annotated[
        bool, typer.Option("--print", help="Chỉ in đường dẫn. / Print the path alone.")
    ] = False,
    store: Store = STORE,
    lang: Lang = Language.VI,
) -> Exit:
    """Open the file that a document was read from."""
    graph, document = asked_alone(store, number)
    found = originals_of(graph, document.iri)
    if not found:
        tell(say(lang, "only mentioned", document=name_of(document)))
        return Exit.NOTHING
    chosen = found[0]
    if not chosen.exists:
        tell(say(lang, "original gone", path=chosen.path))
        return Exit.UNREADABLE
    if len(found) > 1:
        others = ", ".join(other.name for other in found[1:])
        tell(say(lang, "several originals", path=chosen.name, others=others))
    if chosen.member:
        tell(say(lang, "original in archive", member=chosen.member))
    if printed:
        print_line(chosen.path)
        return Exit.FOUND
    return _opened(Path(chosen.path), page, lang)


def _opened(path: Path, page: int | None, language: Language) -> Exit:
    """Show a file in the system's program for it, a page of a PDF in the browser."""
    if path.suffix.lower() not in _OPENED:
        tell(say(language, "not opened", path=path))
        return Exit.UNREADABLE
    paged = page is not None and path.suffix.lower() == ".pdf"
    if page is not None and not paged:
        tell(say(language, "no page to open at"))
    shown = (
        webbrowser.open(f"{path.as_uri()}#page={page}") if paged else typer.launch(str(path)) == 0
    )
    tell(say(language, "opened" if shown else "not opened", path=path))
    return Exit.FOUND if shown else Exit.UNREADABLE
