"""One document with every value that texts state, and the choice of those that rows show."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from graph.identity.titles import bare_title
from graph.rdf import vocabulary as ld
from graph.rdf.schema import BY_NAME
from graph.read.conflicts import conflict
from ontology.dates import partial_date
from ontology.documents.identity import DocumentId
from ontology.institutions.periods import NAMED
from ontology.spelling import slug

MARKED_BY: Final = ("term", "issuer", "place", "date", "key", "text")
"""All that the marks of a document are told by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One document: for each field its values, each with the graphs that state it.

    ``own`` holds the graphs of the document's own texts, ``mentions`` is how many places refer to
    it, ``unconfirmed`` names the fields that OCR alone has read. ``identified`` says what settled
    which document is meant where a text left it open, ``selector`` what means it alone, as the
    graph holds it once it is whole.
    """

    iri: str
    identity: DocumentId | None
    stated: Mapping[str, Mapping[str, frozenset[str]]]
    own: frozenset[str]
    mentions: int
    identified: tuple[str, ...]
    unconfirmed: tuple[str, ...] = ()
    selector: str = ""
    copies: Mapping[str, str] = field(default_factory=dict)
    """The graphs of further texts of a document, each with that of the first: they speak as one."""

    def best(self, name: str) -> str:
        """Return the value that a row shows, empty where there is none.

        What a person decided counts first. A whole date counts before a part of one; then what the
        document's own text says, what other texts say rather than a table, what most of them say.
        """
        values = self.stated.get(name, {})
        best = self._first(name, values)
        return self._whole(best) if name == "title" else best

    def _first(self, name: str, values: Iterable[str]) -> str:
        stated = self.stated.get(name, {})
        return min(values, key=lambda value: self._rank(name, value, stated[value]), default="")

    def _whole(self, title: str) -> str:
        """Return the title that begins so, for texts that cite a document shorten what it is about.

        What its own text says, or a person, is whole.
        """
        titles = self.stated.get("title", {})
        if not title or titles[title] & {*self.own, ld.DECISIONS_GRAPH.value}:
            return title
        begun = f"{bare_title(slug(title))}-"
        longer = [other for other in titles if bare_title(slug(other)).startswith(begun)]
        return self._first("title", longer) or title

    def _rank(
        self, name: str, value: str, graphs: frozenset[str]
    ) -> tuple[bool, bool, bool, bool, int, str]:
        decided = ld.DECISIONS_GRAPH.value in graphs
        whole = name != "date" or partial_date(value).day is not None
        told = graphs != {ld.KNOWN_GRAPH.value}
        return not decided, not whole, not graphs & self.own, not told, -self._voices(graphs), value

    def _voices(self, graphs: frozenset[str]) -> int:
        return len({self.copies.get(graph, graph) for graph in graphs})

    def contradicted(self) -> tuple[str, ...]:
        """Return the fields to which texts give values that cannot all hold.

        What a person decided is settled, whatever texts say.
        """
        return tuple(
            name
            for name, field_ in BY_NAME.items()
            if field_.single
            and (values := self.stated.get(name))
            and not any(ld.DECISIONS_GRAPH.value in graphs for graphs in values.values())
            and conflict(name, values, self.place)
        )

    @property
    def known(self) -> bool:
        """Whether it is a document, not a reference that is open, which may mean any.

        What nobody has given a number yet is one: its own text says so.
        """
        return self.identity is not None or bool(self.stated.get("blank_number"))

    @property
    def number(self) -> str:
        """The number, or the name of a document that has none."""
        named = self.best("number") or self.best("title") or self.best("type")
        return named or self.iri.rpartition("/")[2]

    @property
    def place(self) -> str:
        """The path of the place, from the register if the document is known, else as stated."""
        if self.identity is None or self.identity.period == NAMED:
            return self.best("place")
        return self.identity.series.rpartition(".")[0]

    @property
    def term(self) -> str:
        """The congress term in Roman, from the register where it runs by terms."""
        known = self.identity.period.term if self.identity else None
        return known.roman if known else self.best("term")

    def marks(self) -> frozenset[str]:
        """Return all that may stand behind an ``@`` to mean this document, folded."""
        found = {self.term, *self.stated.get("issuer", ())}
        for place in (self.place, *self.stated.get("place", ())):
            found.update(_parts(place))
        for day in map(partial_date, self.stated.get("date", ())):
            found |= {day.year, day.month, day}
        if self.identity is None:
            found.add(self.tail)
        else:
            identity = self.identity
            found |= {identity.series, identity.period, identity.symbol, str(identity)}
        return frozenset(filter(None, map(slug, found)))

    @property
    def tail(self) -> str:
        """What tells one open reference from another, short enough to type."""
        return f"ref-{self.iri.rpartition('/')[2][:8]}"


def bearers_of(records: Iterable[Record]) -> dict[str, set[str]]:
    """Return the IRIs of the documents that bear each of their marks."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for mark in record.marks():
            found[mark].add(record.iri)
    return found


def _parts(place: str) -> Iterable[str]:
    """Yield a place and every place that it lies in, alone and with what is around it."""
    path = place.split(".")
    yield from path
    yield from (".".join(path[: size + 1]) for size in range(len(path)))


def kept_once(
    stated: Mapping[str, Mapping[str, Iterable[str]]],
) -> dict[str, dict[str, frozenset[str]]]:
    """Return what a record states: most of its values are stated by the same graphs, kept once."""
    sets: dict[frozenset[str], frozenset[str]] = {}
    return {
        name: {
            value: sets.setdefault(found := frozenset(graphs), found)
            for value, graphs in values.items()
        }
        for name, values in stated.items()
    }
