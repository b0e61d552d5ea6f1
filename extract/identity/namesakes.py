"""Rows of a register that print one number, and list two documents all the same.

"31-KH/HU" of one district and of another, or of one day and of another: what tells them apart is
the place of the issuer, where no province is known that would, else the date.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from extract.grammar.citation import Citation
from extract.grammar.registers import RegisterRow, rows_of
from extract.identity.cited_place import named_place
from extract.identity.resolution import Entry
from extract.relations.link import SELF
from ontology.documents.identity import RegisterNumber
from ontology.institutions.periods import Period

_OPEN = "open"
"""What a reference is marked with that could be each of them."""


def told_apart(
    rows: Sequence[RegisterRow], citations: Sequence[Citation], entries: Mapping[int, Entry]
) -> Mapping[int, Entry]:
    """Return ``entries``, those of rows that list several documents of one number told apart.

    A mention outside the register is one of them only where its own issuer or date says so.
    """
    listed: dict[tuple[RegisterNumber, Period], list[int]] = defaultdict(list)
    for index in rows_of(rows, citations):
        if index in entries:
            listed[entries[index].number, entries[index].period].append(index)
    if all(len(indices) < 2 for indices in listed.values()):
        return entries
    alike: dict[tuple[RegisterNumber, Period], list[int]] = defaultdict(list)
    for index, entry in entries.items():
        if index != SELF:
            alike[entry.number, entry.period].append(index)
    parted = dict(entries)
    for key, indices in listed.items():
        mark = _mark_of([citations[index] for index in indices], entries[indices[0]])
        if mark is None:
            continue
        for index in alike[key]:
            parted[index] = replace(entries[index], apart=mark(citations[index], entries[index]))
    return parted


def _mark_of(listed: Sequence[Citation], entry: Entry) -> Callable[[Citation, Entry], str] | None:
    """Return what tells a reference apart, None where the rows list one document."""
    places = {named_place(cited.issuer, entry.level) for cited in listed} - {""}
    if not entry.number.series and len(places) > 1:
        return lambda cited, other: named_place(cited.issuer, other.level) or _OPEN
    days = {cited.date for cited in listed if cited.date.day}
    if len(days) > 1:
        return lambda cited, _: cited.date if cited.date in days else _OPEN
    return None
