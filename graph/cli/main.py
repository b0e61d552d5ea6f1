"""The command ``luocdo``: reads what was typed, asks the right module, prints the answer.

Results go to stdout and all else to stderr.
"""

import signal
import sys
from importlib.metadata import version
from io import TextIOWrapper
from types import FrameType
from typing import Annotated

import typer

from graph.cli.command import Terminated, app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line, in UTF-8 whatever the system says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, _end)
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
