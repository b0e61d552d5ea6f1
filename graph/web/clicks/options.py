"""The lines that settle a matter, and which matters the same line settles for other documents."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.ask.review import ReviewItem, ReviewKind
from graph.decisions.file import COLUMNS
from graph.decisions.kinds import Kind
from ontology.spelling import slug


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


def alike(
    items: Iterable[ReviewItem], options: Mapping[str, Sequence[Option]]
) -> Mapping[str, tuple[str, ...]]:
    """Return for each matter that has its like the ids of all of these, itself among them.

    Alike are links of one relation to one document, and references in the same words that may mean
    the same documents. ``options`` are those of each matter, by its id.
    """
    groups: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for item in items:
        told = tuple(_told(item.kind, option.cells) for option in options[item.id])
        if any(told):
            groups[item.kind, told].append(item.id)
    return {each: tuple(ids) for ids in groups.values() if len(ids) > 1 for each in ids}


def _told(kind: ReviewKind, cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a line says of whatever document it is about; nothing where it can be of one."""
    if kind in (ReviewKind.UNSURE, ReviewKind.INFERRED):
        return cells["decision"], cells["relation"], cells["object"]
    if kind is ReviewKind.REFERENCE:
        return cells["decision"], slug(cells["subject"]), cells["object"]
    return ()
