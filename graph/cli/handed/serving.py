"""The command ``luocdo serve``: the collection as a local web application."""

import signal
import webbrowser
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlencode

import typer

from graph.cli.command import Lang, answers
from graph.cli.printing import tell
from graph.errors import Exit
from graph.store.disk import DEFAULT_DIRECTORY
from graph.words.sentences import Language, say

_PORT: Final = 8765


@answers
def serve(
    store: Annotated[
        Path, typer.Option("--store", metavar="DIR", help="Thư mục của kho. / Folder of the store.")
    ] = DEFAULT_DIRECTORY,
    port: Annotated[
        int,
        typer.Option(
            min=0,
            max=65535,
            metavar="N",
            help="Cổng; 0 là một cổng còn trống. / Port; 0: a free one.",
        ),
    ] = _PORT,
    host: Annotated[
        str,
        typer.Option(
            metavar="H",
            help="Địa chỉ cho máy khác vào; cần --token. / Address for others; needs --token.",
        ),
    ] = "127.0.0.1",
    token: Annotated[
        str,
        typer.Option(
            metavar="T", help="Chỉ ai có mã này mới vào được. / Only who brings this is let in."
        ),
    ] = "",
    open_: Annotated[
        bool, typer.Option("--open", help="Mở trình duyệt. / Open the browser.")
    ] = False,
    lang: Lang = Language.VI,
) -> Exit:
    """Serve the collection until somebody stops it."""
    from graph.web.running import serve as serve_until_stopped

    def listening(address: str) -> None:
        tell(say(lang, "serving", address=address))
        if open_:
            webbrowser.open(f"{address}?{urlencode({'token': token})}" if token else address)

    # Whoever ends a service sends this signal; it stops as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        serve_until_stopped(
            store, host=host, port=port, token=token, language=lang, listening=listening
        )
    except KeyboardInterrupt:
        tell(say(lang, "serving stopped"))
    return Exit.FOUND
