"""What is stated of links: each assertion with its words, their place, or a person's reason."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from graph.rdf import vocabulary as ld
from graph.store.dataset import Facts

Values = dict[NamedNode, list[NamedNode | Literal]]
"""What the graph says of a node, by property."""
_ADDED = "added-with-reason"
"""The rule of a link that a person states without words of a text."""
_NEEDED = {ld.SUBJECT, ld.PREDICATE, ld.OBJECT, ld.STATUS, ld.METHOD}
_ADD = ld.scheme_node("decision", "add")


class Row(NamedTuple):
    """A row of the table ``statements``; what is not said is None.

    ``quote`` is the words of a text, or a person's reason; ``text`` the file of either.
    """

    subject: int
    property: str
    object: int
    status: str
    rule: str
    confidence: float | None
    years: float | None
    part: str | None
    since: str | None
    effect: str | None
    context: str | None
    quote: str | None
    text: str | None
    page: int | None
    box: str | None
    start: int | None
    stop: int | None


def stated(dataset: Facts, ids: Mapping[str, int], graph: NamedNode | None = None) -> Iterator[Row]:
    """Yield every assertion about two documents, once for each file that holds its words.

    With ``graph`` those alone that stand in it.
    """
    files: dict[str, list[str]] = {}
    for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.ASSERTION, graph):
        yield from rows_of(dataset, quad.subject, ids, files)


def rows_of(
    dataset: Facts, assertion: object, ids: Mapping[str, int], files: dict[str, list[str]]
) -> Iterator[Row]:
    """Yield the rows of one assertion; ``files`` holds the names of texts that are known already.

    None where an end of it is none of the documents in ``ids``.
    """
    values = values_of(dataset, assertion)
    if not values.keys() >= _NEEDED:
        return  # an imported graph may hold what is no whole assertion
    subject, target = (values[end][0].value for end in (ld.SUBJECT, ld.OBJECT))
    if subject in ids and target in ids:
        yield from _rows(dataset, values, ids[subject], ids[target], files)


def _rows(
    dataset: Facts, values: Values, subject: int, target: int, files: dict[str, list[str]]
) -> Iterator[Row]:
    mention = values_of(dataset, _first(values, ld.EVIDENCE))
    bare = Row(
        subject=subject,
        property=values[ld.PREDICATE][0].value.removeprefix(ld.NS),
        object=target,
        status=values[ld.STATUS][0].value.removeprefix(ld.SCHEME),
        rule=values[ld.METHOD][0].value,
        confidence=_number(values, ld.CONFIDENCE),
        years=_number(values, ld.PERIOD_YEARS),
        part=_text(values, ld.PART),
        since=_text(values, ld.SINCE),
        effect=_text(values_of(dataset, _first(values, ld.SINCE_EVIDENCE)), ld.EXACT),
        context=_text(values_of(dataset, _first(values, ld.CONTEXT)), ld.EXACT),
        quote=_text(mention, ld.EXACT),
        text=None,
        page=_whole(mention, ld.PAGE),
        box=_text(mention, ld.BOX),
        start=_whole(mention, ld.START),
        stop=_whole(mention, ld.END),
    )
    if text := _first(mention, ld.IN_TEXT):
        if text.value not in files:
            files[text.value] = file_names(dataset, NamedNode(text.value))
        yield from (bare._replace(text=name) for name in files[text.value])
    elif bare.rule == _ADDED:
        for decision in values.get(ld.DECIDED_IN, ()):
            decided = values_of(dataset, decision)
            if _ADD in decided.get(ld.DECISION_KIND, ()):
                for reason in decided[ld.REASON]:
                    for file in decided[ld.DECISION_FILE]:
                        yield bare._replace(quote=reason.value, text=file.value)
    else:
        yield bare


def file_names(dataset: Facts, text: NamedNode) -> list[str]:
    """Return the names of the files that hold a text."""
    quads = dataset.quads_for_pattern(text, ld.FILE_NAME, None, None)
    return [quad.object.value for quad in quads if isinstance(quad.object, Literal)]


def values_of(dataset: Facts, node: object) -> Values:
    """Return what the graph says of a node; nothing of what is none."""
    values: Values = {}
    if isinstance(node, NamedNode):
        for quad in dataset.quads_for_pattern(node, None, None, None):
            if isinstance(quad.object, NamedNode | Literal):
                values.setdefault(quad.predicate, []).append(quad.object)
    return values


def _first(values: Values, predicate: NamedNode) -> NamedNode | Literal | None:
    return next(iter(values.get(predicate, ())), None)


def _text(values: Values, predicate: NamedNode) -> str | None:
    found = _first(values, predicate)
    return None if found is None else found.value


def _number(values: Values, predicate: NamedNode) -> float | None:
    said = _text(values, predicate)
    return None if said is None else float(said)


def _whole(values: Values, predicate: NamedNode) -> int | None:
    said = _text(values, predicate)
    return None if said is None else int(said)
