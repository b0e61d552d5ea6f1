"""What texts order, read from the graph: a duty with who bears it, as far as that is known."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from graph.ask.owed.known.assignments import GIVEN, Assignments, as_text, first_of
from graph.facts.standing import BodyAt, BodyClass
from graph.rdf import vocabulary as ld
from graph.store.disk import GraphStore
from graph.values import Quote
from ontology.dates import PartialDate, partial_date

_FIELDS: Final = {
    **GIVEN,
    "expects": ld.EXPECTS,
    "review": ld.REVIEW_KIND,
}
_PRODUCTS: Final = """SELECT DISTINCT ?given ?product WHERE {
  ?given a <KIND> ; ld:product ?kind . ?kind skos:prefLabel ?product . FILTER(LANG(?product) = "vi")
}"""
_WORDS: Final = """SELECT DISTINCT ?given ?words WHERE {
  ?given a <KIND> ; ld:evidence ?mention . ?mention ld:exact ?words
}"""
_ABOUT: Final = """SELECT DISTINCT ?given ?about ?date WHERE {
  ?given a <KIND> ; ld:about ?about . OPTIONAL { ?about ld:shownDate ?date }
}"""
_PLACES: Final = f"""SELECT DISTINCT ?given ?name ?start WHERE {{
  ?given a <KIND> ; ld:evidence ?mention . ?mention ld:inText ?text ; ld:start ?start .
  ?text <{ld.FILE_NAME.value}> ?name
}}"""
_LISTED: Final = f"""SELECT DISTINCT ?given ?decision WHERE {{
  ?given a <KIND> ; ld:decidedIn ?decision .
  ?decision ld:decisionKind <{ld.scheme_node("decision", "expect").value}> .
}}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One duty of the graph; IRIs stand for documents.

    ``bodies`` owe it together; ``each`` is the class of which every body owes it. Where both are
    empty it is open who bears it. ``ordered`` is the date of the document that orders it; for one
    period of what ``recurs`` it is the first day of the period. What a person ``listed``, an IRI of
    a decision, no document orders and no words state; it counts from the day of what it is about.
    ``words`` are those that order it, ``quote`` the same with their place where the tables tell it,
    ``mention`` their node in the graph, ``text`` the file and ``start`` the place in it. ``copies``
    are the same duty where the document orders it again: word for word, or in another of its texts.
    """

    iri: str
    set_by: str
    about: tuple[str, ...]
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
    mention: str
    ordered: PartialDate
    bodies: tuple[BodyAt, ...]
    each: BodyClass | None
    recurs: bool = False
    listed: str = ""
    words: str = ""
    quote: Quote | None = field(default=None, compare=False)
    text: str = ""
    start: int = 0
    copies: tuple["Order", ...] = ()


def orders_of(store: GraphStore, expects: str = "") -> tuple[Order, ...]:
    """Return every duty of the graph once, in the order of their IRIs.

    ``expects`` leaves those out of which something else is expected. What one document orders in
    the same words, in further texts of it or again, is one duty.
    """
    duties = Assignments(store, ld.DUTY, expects)
    about: defaultdict[str, list[str]] = defaultdict(list)
    days: dict[str, str] = {}
    for duty, document, day in duties.asked(_ABOUT):
        about[as_text(duty)].append(as_text(document))
        days[as_text(document)] = as_text(day)
    listed = {as_text(duty): as_text(decision) for duty, decision in duties.asked(_LISTED)}
    bodies, classes = duties.bodies(), duties.classes()
    said = {name: duties.field(node) for name, node in _FIELDS.items()}
    products = first_of(duties.asked(_PRODUCTS))
    ordered = duties.ordered()
    words = first_of(duties.asked(_WORDS))
    places: dict[str, tuple[str, int]] = {}
    for duty, name, start in duties.asked(_PLACES):
        place = as_text(name), int(start or 0)
        places[as_text(duty)] = min(places.get(as_text(duty), place), place)
    return once(
        Order(
            iri=duty,
            set_by=said["set_by"].get(duty, ""),
            about=tuple(sorted(about[duty])),
            product=products[duty],
            expects=said["expects"][duty],
            review=said["review"].get(duty, ""),
            printed=said["printed"].get(duty, ""),
            joining=said["joining"].get(duty, ""),
            due=said["due"].get(duty, ""),
            due_from=said["due_from"].get(duty, ""),
            due_until=said["due_until"].get(duty, ""),
            due_printed=said["due_printed"].get(duty, ""),
            rule=said["rule"][duty],
            confidence=float(said["confidence"][duty]),
            mention=said["mention"].get(duty, ""),
            ordered=partial_date(
                ordered.get(duty, "")
                if duty in said["set_by"]
                else min((days[each] for each in about[duty]), default="")
            ),
            bodies=bodies.get(duty, ()),
            each=classes.get(duty),
            listed=listed.get(duty, ""),
            words=words.get(duty, ""),
            text=places.get(duty, ("", 0))[0],
            start=places.get(duty, ("", 0))[1],
        )
        for duty in sorted(products)
    )


def once(orders: Iterable[Order]) -> tuple[Order, ...]:
    """Return the orders, those that a document gives more than once as one.

    Given in the same words they are one. Texts of one document may differ in their words, as a scan
    does: what each of them orders of the same body, product, about and due is the same, one by one
    in the order of their places.
    """
    alike: defaultdict[tuple[object, ...], defaultdict[tuple[str, ...], list[Order]]]
    alike = defaultdict(lambda: defaultdict(list))
    for order in orders:
        alike[_what(order)][_in_words(order)].append(order)
    found = [each for same in alike.values() for each in _paired(list(same.values()))]
    given = (sorted(each, key=lambda order: order.iri) for each in found)
    once_each = (
        replace(first, copies=tuple(others)) if others else first for first, *others in given
    )
    return tuple(sorted(once_each, key=lambda order: order.iri))


def _what(order: Order) -> tuple[object, ...]:
    """Return what is ordered of whom, whatever the words."""
    bearers = order.each, order.bodies or order.printed
    asked = order.product, order.expects, order.review, order.about
    return order.set_by, order.listed, *bearers, *asked, order.due, order.ordered


def _in_words(order: Order) -> tuple[str, ...]:
    return order.words, order.printed, order.joining, order.due_printed, order.rule


def _paired(same: list[list[Order]]) -> list[list[Order]]:
    """Return orders of one thing, those of several texts of the document together.

    Each of ``same`` are orders in the same words; the text that has most of them is the measure.
    """
    if len(same) < 2:
        return same
    texts = [{order.text for order in each} for each in same]
    counts = Counter(text for each in texts for text in each)
    most = min(counts, key=lambda text: (-counts[text], text))
    paired = {at: list(same[at]) for at in range(len(same)) if most in texts[at]}
    for text in sorted(counts.keys() - {most}):
        free = [at for at in paired if all(order.text != text for order in paired[at])]
        left = [at for at in range(len(same)) if at not in paired and text in texts[at]]
        for own, other in zip(_placed(free, same), _placed(left, same), strict=False):
            paired[own] += same[other]
            texts[other] = set()
    return [*paired.values(), *(same[at] for at in range(len(same)) if _is_left(at, paired, texts))]


def _placed(numbers: Iterable[int], same: list[list[Order]]) -> list[int]:
    return sorted(numbers, key=lambda at: min((order.text, order.start) for order in same[at]))


def _is_left(at: int, paired: Mapping[int, list[Order]], texts: list[set[str]]) -> bool:
    return at not in paired and bool(texts[at])
