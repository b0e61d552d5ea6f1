"""The command ``luocdo``: reads what was typed, asks the right module, prints the answer.

Results go to stdout and all else to stderr.
"""

import atexit
import gc
import signal
import sys
from importlib.metadata import version
from io import TextIOWrapper
from types import FrameType
from typing import Annotated

import typer

from graph.cli.command import Terminated, app

__all__ = ["app", "main"]

_SELDOM = 20_000, 20, 50
"""After how many new values garbage is sought: a command makes many values and throws few away."""


def main() -> None:
    """Run the command line, in UTF-8 whatever the system says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, _end)
    gc.set_threshold(*_SELDOM)
    atexit.register(gc.freeze)  # else all that a command made is searched once more at its end
    app()


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise Terminated


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"luocdo {version('luocdo')}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Phiên bản. / The version."
        ),
    ] = False,
) -> None:
    pass
