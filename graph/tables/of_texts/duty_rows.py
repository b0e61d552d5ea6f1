"""What texts order as rows of the tables: who owes which document by when, and in which words."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from graph.facts.standing import BodyAt, BodyClass
from graph.rdf import vocabulary as ld
from graph.store.dataset import Facts
from graph.tables.of_texts.statements import Values, file_names, values_of
from ontology.institutions.issuers import Issuer, all_issuers
from ontology.institutions.units import UnitKind
from ontology.level import Level

_EXPECT: Final = ld.scheme_node("decision", "expect")
_NEEDED: Final = {ld.TYPE, ld.EXPECTS, ld.METHOD, ld.CONFIDENCE}


class DutyRow(NamedTuple):
    """A row of the table ``duties``; what is not said is empty.

    Documents stand by their IRIs, ``about`` as JSON, in order. ``bodies`` and ``bearer_class`` are
    JSON that ``bodies_written`` and ``class_written`` read. ``listed`` is the decision by which a
    person says that it is owed. ``words`` are those that order it, at ``start`` and ``stop`` of the
    file ``text``.
    """

    iri: str
    set_by: str
    about: str
    product: str
    expects: str
    review: str
    printed: str
    joining: str
    due: str
    due_from: str
    due_until: str
    due_printed: str
    rule: str
    confidence: float
    bodies: str
    bearer_class: str
    listed: str
    mention: str
    words: str
    text: str
    start: int
    stop: int
    page: int
    box: str
    unconfirmed: int


def open_rows(facts: Facts) -> Iterator[DutyRow]:
    """Yield the row of every duty, in no order, as ``open_row`` does."""
    quads = facts.quads_for_pattern(None, ld.TYPE, ld.DUTY, None)
    for node in {quad.subject for quad in quads}:
        yield from open_row(facts, node)


def open_row(facts: Facts, node: object) -> Iterator[DutyRow]:
    """Yield the row of one duty; none where it is no whole one, as in what was imported.

    What other facts tell is open: product, bodies and decisions are IRIs in JSON, the class of
    bearers and the text are IRIs.
    """
    said = values_of(facts, node)
    if (
        not isinstance(node, NamedNode)
        or not said.keys() >= _NEEDED
        or ld.DUTY not in said[ld.TYPE]
    ):
        return
    mention = _least(said, ld.EVIDENCE)
    words = values_of(facts, NamedNode(mention)) if mention else {}
    yield DutyRow(
        iri=node.value,
        set_by=_least(said, ld.SET_BY),
        about=_json(sorted({value.value for value in said.get(ld.ABOUT, ())})),
        product=_nodes(said, ld.PRODUCT),
        expects=_least(said, ld.EXPECTS),
        review=_least(said, ld.REVIEW_KIND),
        printed=_least(said, ld.BEARER_PRINTED),
        joining=_least(said, ld.JOINING),
        due=_least(said, ld.DUE),
        due_from=_least(said, ld.DUE_FROM),
        due_until=_least(said, ld.DUE_UNTIL),
        due_printed=_least(said, ld.DUE_PRINTED),
        rule=_least(said, ld.METHOD),
        confidence=float(_least(said, ld.CONFIDENCE)),
        bodies=_nodes(said, ld.BEARER),
        bearer_class=_least(said, ld.BEARER_CLASS),
        listed=_nodes(said, ld.DECIDED_IN),
        mention=mention,
        words=_least(words, ld.EXACT),
        text=_least(words, ld.IN_TEXT),
        start=int(_least(words, ld.START) or 0),
        stop=int(_least(words, ld.END) or 0),
        page=int(_least(words, ld.PAGE) or 0),
        box=_least(words, ld.BOX),
        unconfirmed=int(ld.UNCONFIRMED in words),
    )


class DutyRows:
    """Makes rows of the duties of a dataset; what many of them have in common is read once."""

    def __init__(self, dataset: Facts) -> None:
        self._dataset = dataset
        self._products: dict[str, str] = {}
        self._bearers: dict[str, list[list[str]]] = {}
        self._classes: dict[str, str] = {}
        self._files: dict[str, str] = {}

    def all(self) -> Iterator[DutyRow]:
        """Yield the row of every duty, in no order."""
        return self.whole(open_rows(self._dataset))

    def of(self, node: NamedNode) -> Iterator[DutyRow]:
        """Yield the row of one duty; none where it is no whole one, as in what was imported."""
        return self.whole(open_row(self._dataset, node))

    def whole(self, rows: Iterable[DutyRow]) -> Iterator[DutyRow]:
        """Yield rows with what is open in them; none of those whose product is no type."""
        for row in rows:
            product = min(filter(None, map(self._product, json.loads(row.product))), default="")
            if product:
                yield row._replace(
                    product=product,
                    bodies=self._bodies(json.loads(row.bodies)),
                    bearer_class=self._class(row.bearer_class),
                    listed=self._listed(json.loads(row.listed)),
                    text=self._file(row.text) if row.text else "",
                )

    def _product(self, kind: str) -> str:
        """Return the type that is owed as it is called, of several spellings the first."""
        if kind not in self._products:
            labels = values_of(self._dataset, NamedNode(kind)).get(ld.LABEL, ())
            vietnamese = (
                each.value for each in labels if isinstance(each, Literal) and each.language == "vi"
            )
            self._products[kind] = min(vietnamese, default="")
        return self._products[kind]

    def _bodies(self, nodes: Iterable[str]) -> str:
        bodies: list[list[str]] = []
        for body in nodes:
            if body not in self._bearers:
                told = values_of(self._dataset, NamedNode(body))
                self._bearers[body] = [
                    [_tail(kind.value), _tail(level.value), place]
                    for kind in told.get(ld.BODY_KIND, ())
                    for level in told.get(ld.LEVEL, ())
                    for place in _tails(told, ld.JURISDICTION) or [""]
                ]
            bodies += self._bearers[body]
        return _json(sorted(map(list, set(map(tuple, bodies))))) if bodies else ""

    def _class(self, node: str) -> str:
        if node and node not in self._classes:
            told = values_of(self._dataset, NamedNode(node))
            whole = [
                max(_tails(told, ld.BODY_KIND), default=""),
                min(_tails(told, ld.LEVEL), default=""),
                min(_tails(told, ld.IN_PLACE), default=""),
                sorted({value.value for value in told.get(ld.UNIT_KIND, ())}),
                _tails(told, ld.EXCEPTED),
            ]
            self._classes[node] = _json(whole) if all(whole[:2]) else ""
        return self._classes.get(node, "")

    def _listed(self, nodes: Iterable[str]) -> str:
        decisions = (
            node
            for node in nodes
            if _EXPECT in values_of(self._dataset, NamedNode(node)).get(ld.DECISION_KIND, ())
        )
        return min(decisions, default="")

    def _file(self, text: str) -> str:
        if text not in self._files:
            self._files[text] = min(file_names(self._dataset, NamedNode(text)), default="")
        return self._files[text]


@lru_cache(maxsize=100_000)
def bodies_written(written: str) -> tuple[BodyAt, ...]:
    """Return the bodies that owe something together, as ``DutyRow`` has them."""
    kinds = _issuers()
    return tuple(
        BodyAt(kinds[kind], Level(level), place)
        for kind, level, place in (json.loads(written) if written else ())
        if kind in kinds
    )


@lru_cache(maxsize=100_000)
def class_written(written: str) -> BodyClass | None:
    """Return the class of bodies of which each owes something, as ``DutyRow`` has it."""
    kind, level, within, kinds, excepted = json.loads(written) if written else [""] * 5
    issuer = _issuers().get(kind)
    if issuer is None:
        return None
    return BodyClass(
        issuer=issuer,
        level=Level(level),
        within=within,
        kinds=tuple(map(UnitKind, kinds)),
        excepted=tuple(excepted),
    )


@lru_cache(maxsize=1)
def _issuers() -> Mapping[str, Issuer]:
    return {issuer.slug: issuer for issuer in all_issuers()}


def _nodes(said: Values, predicate: NamedNode) -> str:
    """Return the IRIs that are said, as JSON."""
    nodes = (value for value in said.get(predicate, ()) if isinstance(value, NamedNode))
    return _json([node.value for node in nodes])


def _least(said: Values, predicate: NamedNode) -> str:
    """Return what is said, the first in order where texts say several things."""
    return min((value.value for value in said.get(predicate, ())), default="")


def _tails(said: Values, predicate: NamedNode) -> list[str]:
    """Return the last parts of IRIs in order: places' paths, concepts' slugs."""
    return sorted({_tail(value.value) for value in said.get(predicate, ())})


def _tail(iri: str) -> str:
    return iri.rpartition("/")[2]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
