"""Which documents of a collection have a number, and what their texts say without the draft's."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.ask.drafts.cited import Cited
from graph.identity.titles import contradict, picked
from graph.rdf import vocabulary as ld
from graph.read.conflicts import same_body
from graph.read.documents import Documents
from graph.read.record import Record
from graph.typed.choosing import issuer_agrees
from ontology.dates import PartialDate, partial_date
from ontology.documents.document_types import type_by_code, type_by_word
from ontology.institutions.periods import NAMED
from ontology.level import Level
from ontology.spelling import slug

_ENOUGH = 2
"""How many texts that say the same settle what a document's own text does not."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One document that has the number; ``without`` is the graph of the draft's own text.

    A draft that lies in the collection, too, does not vouch for itself.
    """

    record: Record
    without: str

    def stated(self, name: str) -> tuple[str, ...]:
        """Return the values that other texts give to a field; of days, those that may be."""
        values = self.record.stated.get(name, {})
        known = sorted(value for value in values if self.graphs(name, value))
        return tuple(value for value in known if name != "date" or self._may_be(value))

    def graphs(self, name: str, value: str) -> frozenset[str]:
        """Return the graphs that give a field this value, without the draft's own.

        Nor does that of a text count that prints the type of another number before this one.
        """
        given = self.record.stated.get(name, {}).get(value, frozenset())
        return given - {self.without} - self._mistaken()

    def _mistaken(self) -> frozenset[str]:
        """Return the graphs of texts that print another type word than that of the symbol."""
        letters = self.record.identity.symbol.partition("-")[0] if self.record.identity else ""
        graphs: frozenset[str] = frozenset()
        for word, said in self.record.stated.get("type", {}).items():
            kind = type_by_word(word)
            if kind and type_by_code(letters) and not _akin(slug(kind.code), letters):
                graphs |= said
        return graphs

    def _may_be(self, day: str) -> bool:
        """Tell whether a day lies in the year or term of the register."""
        printed, identity = partial_date(day), self.record.identity
        if identity is None or printed.day is None:
            return True
        level = Level(self.record.best("level") or Level.CENTRAL)
        return identity.period in (identity.period.on(printed.day, level) or (identity.period,))

    @property
    def is_known(self) -> bool:
        """Whether any other text says what it is."""
        return bool(self.stated("number"))

    def best(self, name: str) -> str:
        """Return the value that a row would show, without the draft's own."""
        known = self.stated(name)
        shown = self.record.best(name)
        return shown if shown in known else next(iter(known), "")

    def is_sure(self, name: str) -> bool:
        """Tell whether what is known of a field rests on more than one text's word.

        Its own text, a person's decision and the table of known documents are enough alone.
        """
        graphs = {graph for value in self.stated(name) for graph in self.graphs(name, value)}
        enough = {*self.record.own, ld.DECISIONS_GRAPH.value, ld.KNOWN_GRAPH.value}
        voices = {self.record.copies.get(graph, graph) for graph in graphs}
        return bool(graphs & enough) or len(voices) >= _ENOUGH

    def date_agrees(self, day: PartialDate) -> bool | None:
        """Tell whether it was issued on this day; None where no text gives its date."""
        stated = self.stated("date")
        if stated:
            return any(day.agrees_with(partial_date(value)) for value in stated)
        year = self.record.identity.period.year if self.record.identity else ""
        return None if not year or year == day.year else False

    def issuer_agrees(self, body: str) -> bool | None:
        """Tell whether this body issued it; None where no text says who did."""
        stated = self.stated("issuer")
        if not stated:
            return None
        if any(same_body(body, issuer, self.record.place) for issuer in stated):
            return True
        return issuer_agrees(self.record, body) is True

    def is_titled(self, title: str) -> bool:
        """Tell whether its titles clearly are what was printed."""
        return bool(title) and picked([title], [self.stated("title")]) is not None


def _akin(code: str, letters: str) -> bool:
    """Tell whether two codes may stand for one type: QĐ for QĐi, TT for TTLT."""
    return code.startswith(letters) or letters.startswith(code)


def holders_of(documents: Documents, cited: Cited, without: str) -> tuple[Holder, ...]:
    """Return the documents that have the number of a citation, as far as its place is known."""
    series = cited.document.series
    found = []
    for iri in documents.having_key(cited.key):
        holder = Holder(documents.record(iri), without)
        identity = holder.record.identity
        if identity is None or identity.period == NAMED or not holder.is_known:
            continue
        if not series or identity.series == series:
            found.append(holder)
    return tuple(found)


def titled_alone(holders: Iterable[Holder], title: str) -> Holder | None:
    """Return the one of several that a title clearly means, None where it means none or more."""
    among = tuple(holders)
    index = picked([title], [holder.stated("title") for holder in among]) if title else None
    return None if index is None else among[index]


def is_titled_otherwise(holder: Holder, title: str) -> bool:
    """Tell whether its titles have no word of what was printed."""
    return contradict([title], holder.stated("title"))
