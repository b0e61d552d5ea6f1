"""What the bodies of each place owe of a directive: a document that carries it out.

Questions by place tell it beside what is held. Of a directive about which no text orders such a
document, and no list names who owes one, it is not known, and is never taken for nothing owed.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, groupby
from operator import itemgetter
from typing import Final

from extract.reading import Expects
from graph.ask.owed.adding_up import added_up
from graph.ask.owed.found import found_debts
from graph.ask.owed.judging import MET, UNCOUNTED, Judged, Status
from graph.ask.sparql import Rows
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.store.disk import GraphStore
from graph.tables.tabled_documents import documents_of
from graph.values import Value
from graph.words.labels import name_of
from graph.words.sentences import Language, say
from ontology.bilingual import Bilingual

COLUMNS: Final = ("owed", "met", "late", "overdue", "not_due", "unknown", "left_out")
"""How many debts, and what became of them: all that are owed are met, overdue, not due yet, not
known, or left out of the count (lapsed, excused, without a last day); late ones are among those
met. What is not known may be met: it is never called left out."""
_LEFT_OUT: Final = frozenset(UNCOUNTED) - {Status.UNKNOWN}
_NOT_KNOWN: Final[tuple[Value, ...]] = (None,) * len(COLUMNS)
_ISSUE: Final = Expects.ISSUE.value
_NOT_DUE: Final = frozenset({Status.NOT_DUE, Status.DUE_SOON})
_PLACE: Final = ld.thing_node("place", "").value

Counts = Counter[Status]


@dataclass(frozen=True, slots=True)
class OwedByPlace:
    """Counts of debts by the IRI of a directive and the path of a place, as of a day.

    The path is empty for bodies of no place, and where the words leave open who owes it.
    """

    as_of: date
    by: Mapping[str, Mapping[str, Counts]]

    def cells(self, directive: str, place: str) -> tuple[Value, ...]:
        """Return the cells of a place, nothing in them where it is not known who owes it."""
        known = self.by.get(directive)
        if known is None or (place not in known and known.get("", Counter())[Status.UNKNOWN]):
            return _NOT_KNOWN
        return _cells(known.get(place, Counter()))

    def places(self, directives: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield each directive and the path of a place of which a body owes something about it."""
        for directive in directives:
            for place in self.by.get(directive, {}):
                if place:
                    yield directive, place


def owed_by_place(
    store: GraphStore, documents: Documents, as_of: date, about: Collection[str] = ()
) -> OwedByPlace:
    """Return what is owed of directives: documents that carry them out.

    ``about`` are the IRIs of those that are asked about, empty for all.
    """
    found: defaultdict[str, defaultdict[str, Counts]]
    found = defaultdict(lambda: defaultdict(Counter))
    for each in found_debts(store, documents, as_of, about=about, expects=_ISSUE).debts:
        for directive in each.debt.order.about:
            found[directive][_place_of(each)][each.status] += 1
    return OwedByPlace(as_of, found)


def coverage_with_owed(store: GraphStore, rows: Rows, as_of: date) -> Rows:
    """Return the rows of ``coverage`` with what is owed, and those of places that only owe."""
    with documents_of(store) as documents, garbage_kept():
        owed = owed_by_place(store, documents, as_of)
        told: dict[str, list[tuple[Value, ...]]] = {}
        # Rows stand in the order of their directives, and under each in that of places.
        for iri, group in groupby(rows.rows, itemgetter(3)):
            told[str(iri)] = _with_cells(owed, str(iri), list(group))
        unheld = {iri for iri, _ in owed.places(owed.by)} - told.keys()
        documents.fetch(unheld)
        for iri in unheld:
            told[iri] = _with_cells(owed, iri, [], name_of(documents.found(iri)) or iri)
        in_order = tuple(chain.from_iterable(told[iri] for iri in sorted(told)))
    names = rows.variables
    known = owed.by.keys() & told.keys()
    note = _note(owed, known, len(told) - len(known))
    return Rows((*names[:-1], *COLUMNS, names[-1]), in_order, note=note)


def _with_cells(
    owed: OwedByPlace, iri: str, held: Sequence[tuple[Value, ...]], name: str = ""
) -> list[tuple[Value, ...]]:
    """Return the rows of one directive, those of places that only owe something as well.

    ``name`` is what it is called where nothing of it is held.
    """
    if iri not in owed.by:
        return [(label, place, plans, *_NOT_KNOWN, iri) for label, place, plans, _ in held]
    label = held[-1][0] if held else name
    plans = {str(place): count for _, place, count, _ in held}
    places = plans.keys() | {_PLACE + path for path in owed.by[iri] if path}
    return [
        (label, place, plans.get(place, 0), *owed.cells(iri, _path(place)), iri)
        for place in sorted(places)
    ]


def missing_with_owed(
    store: GraphStore, rows: Rows, about: Collection[str], covered: Collection[str], as_of: date
) -> Rows:
    """Return the rows of ``places-without-plan`` with what is owed, and places that only owe.

    ``about`` are the IRIs of one directive, ``covered`` the places with a plan for it.
    """
    with documents_of(store) as documents:
        owed = owed_by_place(store, documents, as_of, about)
    known = [iri for iri in about if iri in owed.by]
    merged = replace(owed, by={"": _merged(owed, known)} if known else {})
    within = {outer for each in covered for outer in _around(_path(each))}
    owing = {place for _, place in merged.places(merged.by)}
    listed = {_path(place) for (place,) in rows.rows}
    told = tuple(
        (_PLACE + place, *merged.cells("", place)) for place in sorted(listed | (owing - within))
    )
    return Rows((*rows.variables, *COLUMNS), told, note=_note(owed, known, int(not known)))


def _merged(owed: OwedByPlace, directives: Collection[str]) -> Mapping[str, Counts]:
    """Return the counts of a decision and of the plan behind it as those of one directive."""
    found: defaultdict[str, Counts] = defaultdict(Counter)
    for directive in directives:
        for place, counts in owed.by[directive].items():
            found[place] += counts
    return found


def _cells(counts: Counts) -> tuple[Value, ...]:
    return (
        counts.total(),
        sum(counts[status] for status in MET),
        counts[Status.MET_LATE],
        counts[Status.OVERDUE],
        sum(counts[status] for status in _NOT_DUE),
        counts[Status.UNKNOWN],
        sum(counts[status] for status in _LEFT_OUT),
    )


def _note(owed: OwedByPlace, known: Collection[str], unknown: int) -> Bilingual:
    """Return how what is owed adds up, and of how many directives it is not known."""
    of = Counter[Status]()
    for directive in known:
        for counts in owed.by[directive].values():
            of += counts
    nowhere = sum(owed.by[directive].get("", Counter()).total() for directive in known)

    def told(language: Language) -> str:
        parts = []
        if known:
            parts.append(added_up(of, owed.as_of, language))
        if nowhere:
            parts.append(say(language, "owed nowhere", count=nowhere))
        if unknown:
            parts.append(say(language, "owed not known", count=unknown))
        return " ".join(parts)

    return Bilingual(told(Language.VI), told(Language.EN))


def _place_of(each: Judged) -> str:
    return each.debt.owing[0].place if each.debt.owing else ""


def _path(place: Value) -> str:
    return str(place).removeprefix(_PLACE)


def _around(path: str) -> Iterator[str]:
    """Yield a place and every place that it lies in."""
    names = path.split(".")
    for size in range(1, len(names) + 1):
        yield ".".join(names[:size])
