"""Where tables are printed: as wide as the terminal, and as words only."""

import os
from typing import Final, TextIO

from rich.console import Console, RenderableType

WIDTH_OF_FILES: Final = 100
"""How wide a table is, in columns, where it goes to no terminal and COLUMNS is not set."""


def print_table(table: RenderableType, stream: TextIO) -> None:
    """Print ``table`` to ``stream``; markup and emoji codes in its texts stay as they are."""
    width = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH_OF_FILES
    Console(file=stream, width=width, markup=False, emoji=False, highlight=False).print(table)
