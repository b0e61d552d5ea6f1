"""The command ``luocdo extract``: what one text says, without a store."""

from pathlib import Path
from typing import Annotated

import typer

from extract import read
from graph.build.one_file import loaded
from graph.cli.command import Lang, Output, answers
from graph.cli.output import print_reading
from graph.cli.printing import Format
from graph.errors import Exit
from graph.words.sentences import Language


@answers
def extract(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Một văn bản. / One text.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="In JSON, như --format json. / Print JSON.")
    ] = False,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Print what one text says."""
    reading = read(loaded(file))
    print_reading(reading, Format.JSON if as_json else output, lang)
    return Exit.FOUND
