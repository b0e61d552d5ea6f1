"""A number printed again with less: "Kế hoạch số 210/KH-UBND" without the body named before.

Letters as UBND are those of the text's own body by themselves. Where the text has named another
body with the same number before, and nothing of its own body with it, that one is meant.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from extract.grammar.citation import Citation
from extract.identity.resolution import Entry
from extract.relations.link import SELF
from ontology.documents.identity import RegisterNumber


def numbers_said_again(
    citations: Sequence[Citation], entries: Mapping[int, Entry]
) -> Mapping[int, Entry]:
    """Return ``entries``, bare numbers with that of the one document which they can repeat."""
    printed: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in sorted(entries):
        printed[entries[index].number.register, entries[index].number.number].append(index)
    meant = _without_their_year(citations, entries)
    for alike in printed.values():
        if len({entries[index].number for index in alike}) < 2 or SELF in alike:
            continue
        for index in alike:
            if _is_bare(citations[index]) and not entries[index].period:
                named = _named_with(index, alike, citations, entries)
                if named is not None:
                    meant[index] = named
    return {**entries, **meant} if meant else entries


def _without_their_year(
    citations: Sequence[Citation], entries: Mapping[int, Entry]
) -> dict[int, Entry]:
    """Return the numbers that leave the year of their own day out, with the entry of the whole.

    "2751/QĐ-UB ngày 23/8/2002" is a slip for 2751/2002/QĐ-UB of that day: no body gives one number
    in both of its registers on one day.
    """
    whole: dict[Hashable, dict[RegisterNumber, Entry]] = defaultdict(dict)
    for index, entry in entries.items():
        cited = citations[index] if index != SELF else None
        if cited and cited.symbol and cited.symbol.year and cited.date.day:
            whole[_printed(cited, entry)][entry.number] = entry
    meant: dict[int, Entry] = {}
    for index, entry in entries.items() if whole else ():
        cited = citations[index] if index != SELF else None
        if cited and cited.symbol and cited.date.day and not cited.symbol.year:
            fitting = whole.get(_printed(cited, entry), {})
            if len(fitting) == 1 and entry.number.series:
                meant[index] = next(iter(fitting.values()))
    return meant


def _printed(cited: Citation, entry: Entry) -> Hashable:
    """Return all but the year that a number prints, and whose it is."""
    symbol = cited.symbol
    letters = (symbol.type_code, symbol.organ) if symbol else ()
    return entry.number.series, entry.number.number, cited.date, cited.type, letters


def _is_bare(cited: Citation) -> bool:
    """Tell whether a reference prints its number and its letters, and nothing behind them."""
    organ = cited.symbol.organ if cited.symbol else ""
    return bool(organ) and not (cited.issuer or cited.date or cited.term)


def _named_with(
    index: int, alike: Sequence[int], citations: Sequence[Citation], entries: Mapping[int, Entry]
) -> Entry | None:
    """Return the one document of that number whose body the text names, if it did so before."""
    named = [other for other in alike if not _is_bare(citations[other])]
    numbers = {(entries[other].number, entries[other].period) for other in named}
    first = named[0] if named else index
    whole = first < index and citations[first].issuer and entries[first].period
    same = citations[index].symbol == citations[first].symbol
    return entries[first] if len(numbers) == 1 and whole and same else None
