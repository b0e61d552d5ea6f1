"""A text in pieces: which words cite a document, which state a link, and which were asked for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pyoxigraph import NamedNode

from graph.rdf import vocabulary as ld
from graph.read.assertions import Assertions
from graph.read.documents import Documents
from graph.store.disk import GraphStore
from graph.values import Step


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that refer to a document, from one offset of the text to another."""

    start: int
    end: int
    iri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that are marked alike: what they cite, whether they state a link, were asked for.

    ``page`` is the page of the file that begins with them, 0 for most; ``first`` tells whether they
    are the first of those asked for. ``opens`` are the places that begin with them, as
    ``place_name`` names them, the longest first; ``closes`` is how many end with them.
    """

    words: str
    cites: str = ""
    evidence: bool = False
    asked: bool = False
    first: bool = False
    page: int = 0
    opens: tuple[str, ...] = ()
    closes: int = 0


def place_name(start: int, end: int) -> str:
    """Return how an address names a place in a text.

    >>> place_name(5, 13)
    'w5-13'
    """
    return f"w{start}-{end}"


def citations_in(store: GraphStore, sha: str) -> tuple[Citation, ...]:
    """Return where a text refers to documents, as all texts together tell which are meant."""
    assertions = Assertions(Documents(store.dataset))
    found = set()
    quads = store.dataset.quads_for_pattern(None, ld.REFERS_TO, None, ld.text_graph(sha))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            quote = assertions.quote(quad.subject)
            found.add(Citation(quote.start, quote.end, quad.object.value))
    return tuple(sorted(found, key=lambda each: (each.start, -each.end, each.iri)))


def links_in(store: GraphStore, sha: str) -> tuple[Step, ...]:
    """Return the links that a text states, in the order of their words; mere citations left out."""
    assertions = Assertions(Documents(store.dataset))
    quads = store.dataset.quads_for_pattern(None, ld.EVIDENCE, None, ld.text_graph(sha))
    nodes = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
    steps = {assertions.step(node) for node in nodes if assertions.holds(node)}
    told = (step for step in steps if step.relation != "cites")
    return tuple(sorted(told, key=lambda step: (step.start, step.end, step.object.iri)))


def pieces(
    text: str,
    citations: Iterable[Citation],
    evidence: Iterable[tuple[int, int]],
    asked: tuple[int, int] | None = None,
    pages: Sequence[int] = (),
    places: Iterable[tuple[int, int]] = (),
) -> Iterator[Piece]:
    """Yield a text in pieces; together they are the whole text.

    ``places`` are those that something leads to; words of ``evidence`` are such places anyway.

    >>> [piece.words for piece in pieces("Theo 69-KL/TU.", [Citation(5, 13, "x")], [(0, 13)])]
    ['Theo ', '69-KL/TU', '.']
    """
    size = len(text)
    evidence = list(evidence)
    # The longest citation around some words is the one that they belong to.
    cited = _levelled((each.start, each.end, each.iri) for each in citations)
    stated = _levelled((start, end, "stated") for start, end in evidence)
    wanted = [(*asked, "asked")] if asked and 0 <= asked[0] < asked[1] <= size else []
    ends = {
        at for spans in (cited, stated, wanted) for start, end, _ in spans for at in (start, end)
    }
    opens, closes = defaultdict[int, list[str]](list), Counter[int]()
    for start, end, place in _nested((*evidence, *places), size):
        opens[start].append(place)
        closes[end] += 1
    begun = {at: number for number, at in enumerate(pages, start=1) if at < size}
    inner = (at for at in (*ends, *opens, *closes) if 0 < at < size)
    cuts = sorted({0, size, *begun, *inner})
    at_cite, at_stated = _Reader(cited), _Reader(stated)
    first = True
    for start, end in pairwise(cuts):
        is_asked = bool(wanted) and wanted[0][0] <= start < wanted[0][1]
        yield Piece(
            words=text[start:end],
            cites=at_cite.at(start),
            evidence=bool(at_stated.at(start)),
            asked=is_asked,
            first=is_asked and first,
            page=begun.get(start, 0),
            opens=tuple(opens.get(start, ())),
            closes=closes[end],
        )
        first = first and not is_asked


def _levelled(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return spans in order, without those that begin within an earlier one."""
    kept: list[tuple[int, int, str]] = []
    for start, end, what in sorted(spans, key=lambda span: (span[0], -span[1], span[2])):
        if kept and start < kept[-1][1]:
            if end > kept[-1][1] and what == kept[-1][2]:
                kept[-1] = (kept[-1][0], end, what)
            continue
        kept.append((start, end, what))
    return kept


def _nested(places: Iterable[tuple[int, int]], size: int) -> Iterator[tuple[int, int, str]]:
    """Yield each place once with its name, in order; one that crosses another ends with it.

    So they can be elements within elements, each of which begins where its place does.
    """
    around: list[int] = []
    within = {(start, end) for start, end in places if 0 <= start < min(end, size)}
    for start, end in sorted(within, key=lambda place: (place[0], -place[1])):
        while around and around[-1] <= start:
            around.pop()
        last = min([end, size, *around[-1:]])
        around.append(last)
        yield start, last, place_name(start, end)


class _Reader:
    """Tells what stands at offsets that are asked for in order."""

    def __init__(self, spans: Sequence[tuple[int, int, str]]) -> None:
        self._spans = iter(spans)
        self._now = next(self._spans, None)

    def at(self, offset: int) -> str:
        while self._now and self._now[1] <= offset:
            self._now = next(self._spans, None)
        return self._now[2] if self._now and self._now[0] <= offset else ""
