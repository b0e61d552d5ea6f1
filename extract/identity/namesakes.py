"""References that print one number, and mean two documents all the same.

"31-KH/HU" of one district and of another: what tells them apart is the place of the issuer, where
no province is known that would. Rows of a register are told apart by their days as well.
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
from ontology.level import Level

_OPEN = "open"
"""What a reference is marked with that could be each of them."""


def told_apart(
    rows: Sequence[RegisterRow], citations: Sequence[Citation], entries: Mapping[int, Entry]
) -> Mapping[int, Entry]:
    """Return ``entries``, those of rows that list several documents of one number told apart.

    A mention outside the register is one of them only where its own issuer or date says so.
    """
    entries = _undated(citations, _by_place(citations, entries))
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


def _by_place(citations: Sequence[Citation], entries: Mapping[int, Entry]) -> Mapping[int, Entry]:
    """Return ``entries``, numbers of an open register told apart where two places are named."""
    alike: dict[RegisterNumber, list[int]] = defaultdict(list)
    for index, entry in entries.items():
        if index != SELF and not entry.number.series:
            alike[entry.number].append(index)
    parted: dict[int, Entry] = {}
    for indices in alike.values():
        if len(indices) < 2:
            continue
        places = {
            index: named_place(citations[index].issuer, entries[index].level) for index in indices
        }
        if len(set(places.values()) - {""}) < 2:
            continue
        dated: dict[str, set[Period]] = defaultdict(set)
        for index, place in places.items():
            dated[place] |= {entries[index].period} - {Period()}
        for index, place in places.items():
            entry = replace(entries[index], apart=place or _OPEN)
            only = dated[place] if len(dated[place]) == 1 else (entry.period,)
            parted[index] = replace(entry, period=next(iter(only)))
    return {**entries, **parted} if parted else entries


def _undated(citations: Sequence[Citation], entries: Mapping[int, Entry]) -> Mapping[int, Entry]:
    """Return ``entries``, undated references to a body with its one document of that number.

    A commune of today bears the name of one that is no more: only a day tells which is meant, and
    without one it is the document that the text has named with its day.
    """
    alike: dict[tuple[str, str, Level, str], list[int]] = defaultdict(list)
    for index, entry in entries.items():
        issuer = citations[index].issuer if index != SELF else ""
        place = named_place(issuer, entry.level) if issuer else ""
        if place:
            alike[entry.number.register, entry.number.number, entry.level, place].append(index)
    meant: dict[int, Entry] = {}
    for indices in alike.values():
        whole = {
            (entries[index].number, entries[index].period, entries[index].apart): entries[index]
            for index in indices
            if entries[index].period
        }
        if len(whole) == 1 and len(indices) > 1:
            bare = (i for i in indices if not (entries[i].period or citations[i].date))
            meant |= dict.fromkeys(bare, *whole.values())
    return {**entries, **meant} if meant else entries


def _mark_of(listed: Sequence[Citation], entry: Entry) -> Callable[[Citation, Entry], str] | None:
    """Return what tells a reference apart, None where the rows list one document."""
    places = {named_place(cited.issuer, entry.level) for cited in listed} - {""}
    if not entry.number.series and len(places) > 1:
        return lambda cited, other: named_place(cited.issuer, other.level) or _OPEN
    days = {cited.date for cited in listed if cited.date.day}
    if len(days) > 1:
        return lambda cited, _: cited.date if cited.date in days else _OPEN
    return None
