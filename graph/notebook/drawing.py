"""The triples that a CONSTRUCT makes, drawn: what speaks below, what is spoken of above."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from graph.ask.sparql import Triples
from graph.harmless import plain
from graph.read.documents import Documents
from graph.store.disk import GraphStore
from graph.words.labels import name_of

if TYPE_CHECKING:
    import rdflib

MOST_DRAWN: Final = 80
"""How many triples are drawn; the answer holds them all."""
_ROW: Final = 84
_GAP: Final = 24
_LETTER: Final = 7.2
_LONGEST: Final = 34
_BASES: Final = ("https://w3id.org/luocdo/id/", "https://w3id.org/luocdo/ns#")


@dataclass(frozen=True, slots=True, repr=False)
class Drawing:
    """The answer to CONSTRUCT: triples as N-Triples writes their terms.

    A notebook shows them as a drawing, with ``labels`` in the place of IRIs where there are any.
    """

    triples: tuple[tuple[str, str, str], ...]
    labels: Mapping[str, str]

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        """Yield the triples."""
        return iter(self.triples)

    def __len__(self) -> int:
        """Return the number of triples."""
        return len(self.triples)

    def __repr__(self) -> str:
        """Return the triples as N-Triples, one on a line."""
        return "\n".join(f"{' '.join(triple)} ." for triple in self.triples)

    @property
    def rdf(self) -> "rdflib.Graph":
        """The triples as a graph of rdflib."""
        import rdflib

        graph = rdflib.Graph()
        return graph.parse(data=repr(self), format="nt")

    def _repr_html_(self) -> str:
        drawn = self.triples[:MOST_DRAWN]
        more = len(self.triples) - len(drawn)
        rest = f"<p>… +{more}</p>" if more else ""
        return f"{svg(drawn, self.labels)}{rest}"


def drawing_of(store: GraphStore, answer: Triples) -> Drawing:
    """Return the answer to CONSTRUCT as a drawing, its documents called as people call them."""
    documents = Documents(store.dataset)
    iris = {term[1:-1] for triple in answer.triples for term in triple if term.startswith("<")}
    known = {iri: name_of(documents.found(iri)) for iri in iris if documents.exists(iri)}
    return Drawing(answer.triples, known)


def svg(triples: Sequence[tuple[str, str, str]], labels: Mapping[str, str]) -> str:
    """Return triples as an SVG picture: every term escaped, nothing fetched."""
    rows = _rows(triples)
    names = {term: _name(term, labels) for row in rows for term in row}
    widths = {term: len(name) * _LETTER + 20 for term, name in names.items()}
    total = max((sum(widths[term] + _GAP for term in row) for row in rows), default=0)
    positions: dict[str, tuple[float, float]] = {}
    for depth, row in enumerate(rows):
        x = (total - sum(widths[term] + _GAP for term in row)) / 2
        for term in row:
            positions[term] = (x + (widths[term] + _GAP) / 2, depth * _ROW + 30)
            x += widths[term] + _GAP
    parts = [_edge(triple, positions, labels) for triple in triples]
    parts += [_box(name, positions[term], widths[term]) for term, name in names.items()]
    height = max(len(rows) * _ROW, 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total:.0f} {height}" '
        f'width="{min(total, 1100):.0f}" font-family="sans-serif" font-size="12">'
        f"{_ARROW}{''.join(parts)}</svg>"
    )


_ARROW: Final = (
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
    'markerHeight="7" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#0b5394"/>'
    "</marker></defs>"
)


def _rows(triples: Sequence[tuple[str, str, str]]) -> list[list[str]]:
    """Return the terms in rows: each below those that it points to, where there is no circle."""
    above: defaultdict[str, list[str]] = defaultdict(list)
    for subject, _, target in triples:
        above[target]
        if subject != target:
            above[subject].append(target)
    depths = dict.fromkeys(above, 0)
    for _ in range(len(depths)):
        moved = False
        for term, targets in above.items():
            wanted = max((depths[target] + 1 for target in targets), default=0)
            if depths[term] < wanted < len(depths):
                depths[term], moved = wanted, True
        if not moved:
            break
    order = sorted(set(depths.values()))
    return [[term for term in sorted(depths) if depths[term] == depth] for depth in order]


def _edge(
    triple: tuple[str, str, str],
    positions: Mapping[str, tuple[float, float]],
    labels: Mapping[str, str],
) -> str:
    (x1, y1), (x2, y2) = positions[triple[0]], positions[triple[2]]
    down = 14 if y2 >= y1 else -14
    words = escape(_name(triple[1], labels))
    return (
        f'<path d="M{x1:.0f} {y1 + down}C{x1:.0f} {(y1 + y2) / 2:.0f} {x2:.0f} '
        f'{(y1 + y2) / 2:.0f} {x2:.0f} {y2 - down}" fill="none" stroke="#0b5394" '
        f'marker-end="url(#head)"/><text x="{(x1 + x2) / 2:.0f}" y="{(y1 + y2) / 2 + 4:.0f}" '
        f'text-anchor="middle" font-size="10" fill="#0b5394" stroke="#fff" stroke-width="3" '
        f'paint-order="stroke">{words}</text>'
    )


def _box(name: str, position: tuple[float, float], width: float) -> str:
    x, y = position
    return (
        f'<rect x="{x - width / 2:.0f}" y="{y - 14}" width="{width:.0f}" height="28" rx="4" '
        f'fill="#e2effb" stroke="#0b5394"/><text x="{x:.0f}" y="{y + 4}" text-anchor="middle" '
        f'fill="#1d2733">{escape(name)}</text>'
    )


def _name(term: str, labels: Mapping[str, str]) -> str:
    """Return what a term is called: its label, the end of its IRI, or the text of a literal."""
    iri = term.removeprefix("<").removesuffix(">")
    name = labels.get(iri, iri)
    for base in _BASES:
        name = name.removeprefix(base)
    if term.startswith('"'):
        name = term.rpartition('"')[0].removeprefix('"')
    name = plain(name)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
