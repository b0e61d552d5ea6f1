"""Documents as the graph holds them: every value that texts state, and the ones that rows show."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile

from pyoxigraph import Literal, NamedNode, Store

from graph import vocabulary as ld
from graph.answers import Found
from graph.numbers import parse_typed
from ontology.identity import NAMED, DocumentId
from ontology.level import Level
from ontology.spelling import slug
from ontology.terms import congress

_FIELDS = {
    ld.FULL_NUMBER: "number",
    ld.DOC_TYPE: "type",
    ld.TITLE: "title",
    ld.DATE: "date",
    ld.ISSUED_BY: "issuer",
    ld.IN_TERM: "term",
    ld.LEVEL: "level",
    ld.PLACE: "place",
}
_LABELLED = ("type", "issuer", "term")
_TABLE = "ontology/data/known_documents.csv"
_FULL_DATE = len("2013-06-03")


@dataclass(frozen=True, slots=True)
class Record:
    """One document: for each field its values, each with the graphs that state it.

    ``own`` holds the graphs of the document's own texts.
    """

    iri: str
    identity: DocumentId | None
    stated: Mapping[str, Mapping[str, frozenset[str]]]
    own: frozenset[str]
    identified: tuple[str, ...]

    def best(self, name: str) -> str:
        """Return the value that a row shows, empty where there is none.

        A whole date counts before a part of one; then what the document's own text says, what
        other texts say rather than a table, what most of them say.
        """
        values = self.stated.get(name, {})
        return min(values, key=lambda value: self._rank(name, value, values[value]), default="")

    def _rank(
        self, name: str, value: str, graphs: frozenset[str]
    ) -> tuple[bool, bool, bool, int, str]:
        whole = name != "date" or len(value) == _FULL_DATE
        told = graphs != {ld.KNOWN_GRAPH.value}
        return not whole, not graphs & self.own, not told, -len(graphs), value

    @property
    def number(self) -> str:
        """The number, or the name of a document that has none."""
        named = self.best("number") or self.best("title") or self.best("type")
        return named or self.iri.rpartition("/")[2]

    @property
    def place(self) -> str:
        """The path of the place, from the register if the document is known, else as stated."""
        series = self.identity.series if self.identity else ""
        return series.rpartition(".")[0] or self.best("place")

    @property
    def term(self) -> str:
        """The congress term in Roman, from the register where it runs by terms."""
        period = self.identity.period if self.identity else ""
        known = congress(period[1:]) if period[:1] == "k" and period[1:].isdigit() else None
        return known.roman if known else self.best("term")

    def marks(self) -> frozenset[str]:
        """Return all that may stand behind an ``@`` to mean this document, folded."""
        places = {place for stated in (self.place, *self.stated.get("place", ())) for place in _parts(stated)}
        days = {day[:size] for day in self.stated.get("date", ()) for size in (4, 7, 10)}
        found = {*places, *days, self.term, *self.stated.get("issuer", ())}
        if self.identity:
            found |= {self.identity.series, self.identity.period, self.identity.symbol}
        else:
            found.add(self.tail)
        return frozenset(filter(None, map(slug, found)))

    @property
    def tail(self) -> str:
        """What tells one open reference from another, short enough to type."""
        return f"ref-{self.iri.rpartition('/')[2][:8]}"


def _parts(place: str) -> Iterable[str]:
    """Yield a place and every place that it lies in, alone and with what is around it."""
    path = place.split(".")
    yield from path
    yield from (".".join(path[: size + 1]) for size in range(len(path)))


class Documents:
    """Reads documents out of a dataset, each once as long as this lives."""

    def __init__(self, dataset: Store) -> None:
        self.dataset = dataset
        self._records: dict[str, Record] = {}
        self._found: dict[str, Found] = {}
        self._labels: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._namesakes: dict[str, dict[str, str]] = {}

    def exists(self, iri: str) -> bool:
        """Tell whether a text mentions the document."""
        pattern = (NamedNode(iri), ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
        return any(True for _ in self.dataset.quads_for_pattern(*pattern))

    def having_key(self, key: str) -> tuple[str, ...]:
        """Return the IRIs of the documents with a search key, in order."""
        quads = self.dataset.quads_for_pattern(None, ld.SEARCH_KEY, Literal(key), None)
        return tuple(sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)}))

    def record(self, iri: str) -> Record:
        """Return all that is stated of a document."""
        if iri not in self._records:
            self._records[iri] = self._read(iri)
        return self._records[iri]

    def found(self, iri: str) -> Found:
        """Return a document as rows show it."""
        if iri not in self._found:
            record = self.record(iri)
            level = record.best("level")
            references = self.dataset.quads_for_pattern(None, ld.REFERS_TO, NamedNode(iri), None)
            self._found[iri] = Found(
                iri=iri,
                number=record.number,
                type=record.best("type"),
                term=record.term,
                date=record.best("date"),
                title=record.best("title"),
                issuer=record.best("issuer"),
                level=Level(level) if level else None,
                place=record.place,
                held=bool(record.own),
                mentions=sum(1 for _ in references),
                resolved=record.identity is not None,
                selector=self._selector(record),
            )
        return self._found[iri]

    def text_name(self, graph: str) -> str:
        """Return the name of the text that a graph (or a text's node) belongs to."""
        if graph not in self._names:
            text = ld.text_node(graph.rpartition("/")[2])
            quads = self.dataset.quads_for_pattern(text, ld.FILE_NAME, None, None)
            names = [quad.object.value for quad in quads if isinstance(quad.object, Literal)]
            table = _TABLE if graph == ld.KNOWN_GRAPH.value else ""
            self._names[graph] = min(names, default=table)
        return self._names[graph]

    def _read(self, iri: str) -> Record:
        stated: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(
            lambda: defaultdict(set)
        )
        identity: DocumentId | None = None
        own: set[str] = set()
        identified: set[str] = set()
        for quad in self.dataset.quads_for_pattern(NamedNode(iri), None, None, None):
            value, graph = quad.object, quad.graph_name
            if not isinstance(value, Literal | NamedNode) or not isinstance(graph, NamedNode):
                continue
            if name := _FIELDS.get(quad.predicate):
                stated[name][self._value(name, value)].add(graph.value)
            elif quad.predicate == ld.KEY:
                identity = DocumentId.parse(value.value)
            elif quad.predicate == ld.HAS_TEXT:
                own.add(graph.value)
            elif quad.predicate == ld.IDENTIFIED_BY:
                identified.add(value.value)
        return Record(
            iri=iri,
            identity=identity,
            stated={
                name: {value: frozenset(graphs) for value, graphs in values.items()}
                for name, values in stated.items()
            },
            own=frozenset(own),
            identified=tuple(sorted(identified)),
        )

    def _value(self, name: str, value: Literal | NamedNode) -> str:
        if name in _LABELLED:
            return self._label(value.value)
        if isinstance(value, NamedNode):
            return value.value.rpartition("/")[2]
        return value.value

    def _label(self, iri: str) -> str:
        """Return the label of a node; capitals alone are a headline's, not the name's."""
        if iri not in self._labels:
            quads = self.dataset.quads_for_pattern(NamedNode(iri), ld.LABEL, None, None)
            labels = [quad.object.value for quad in quads if isinstance(quad.object, Literal)]
            self._labels[iri] = min(labels, key=lambda label: (label.isupper(), label), default="")
        return self._labels[iri]

    def _selector(self, record: Record) -> str:
        """Return what means this document alone, as short as its namesakes allow."""
        typed = parse_typed(record.number)
        key = typed.name if self.having_key(typed.name) else typed.key
        if key not in self._namesakes:
            records = [self.record(iri) for iri in self.having_key(key)]
            self._namesakes[key] = _selectors(records)
        suffix = self._namesakes[key].get(record.iri)
        # A name that no key stands for is asked for by its IRI.
        return record.iri if suffix is None else record.number + suffix


def _selectors(records: Iterable[Record]) -> dict[str, str]:
    """Return for each of several namesakes what tells it from the others, by IRI."""
    known = [record for record in records if record.identity]
    open_ = [record for record in records if not record.identity]
    if len(known) + len(open_) == 1 or (len(known) == 1 and not open_):
        return {record.iri: "" for record in (*known, *open_)}
    suffixes = {record.iri: f"@{record.tail}" for record in open_}
    waiting = known
    for choice in range(_CHOICES):
        if len(known) == 1:
            suffixes[known[0].iri] = ""
            break
        tried = {record.iri: _suffix(record, choice) for record in known}
        taken: defaultdict[str, int] = defaultdict(int)
        for suffix in tried.values():
            taken[suffix] += 1
        for record in waiting:
            if tried[record.iri] and taken[tried[record.iri]] == 1:
                suffixes[record.iri] = tried[record.iri]
        waiting = [record for record in waiting if record.iri not in suffixes]
    return suffixes | {record.iri: f"@{record.identity}" for record in waiting}


_CHOICES = 4


def _suffix(record: Record, choice: int) -> str:
    """Return one of the ways to tell a document from its namesakes, the shortest first."""
    identity = record.identity
    if identity is None or identity.period == NAMED:
        return ""
    place = identity.series.rpartition(".")[0]
    period = record.term if identity.period.startswith("k") else identity.period
    first = place or period
    ways = (
        f"@{first}",
        f"@{place}@{period}" if place else f"@{identity.series}@{period}",
        f"@{identity.series}@{identity.period}",
        f"@{identity.series}@{identity.period}@{identity.symbol}",
    )
    return ways[choice]
