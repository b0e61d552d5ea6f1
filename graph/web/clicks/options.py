"""The lines that settle a matter, cell by cell."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from graph.ask.matters.kinds import ReviewItem, ReviewKind
from graph.decisions.file import COLUMNS
from graph.decisions.kinds import Kind


@dataclass(frozen=True, slots=True)
class Option:
    """One line that would settle a matter: its number among them, and its cells."""

    number: int
    cells: Mapping[str, str]

    @property
    def key(self) -> str:
        """The key that chooses it: a and r for links, else its number."""
        kind = self.cells["decision"]
        return kind[0] if kind in (Kind.ACCEPT, Kind.REJECT) else str(self.number + 1)


def options_of(item: ReviewItem) -> tuple[Option, ...]:
    """Return the lines that a matter proposes, cell by cell.

    The last leaves open which document a reference means, for a person to type.
    """
    proposed = [
        dict.fromkeys(COLUMNS, "") | dict(zip(COLUMNS, cells, strict=False))
        for cells in csv.reader(item.lines)
    ]
    if item.kind is ReviewKind.REFERENCE and all(cells["object"] for cells in proposed):
        # It may be none of the candidates.
        proposed.append(proposed[0] | {"object": ""})
    return tuple(Option(number, cells) for number, cells in enumerate(proposed))
