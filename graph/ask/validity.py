"""Is a document in force? What texts say of its end, from which day, and what tells otherwise.

Drawn from the rows of the question ``in-force``. That nothing is said proves nothing: a document
whose end no text states is not called in force.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from pyoxigraph import NamedNode

from graph.ask.sparql import Rows
from graph.rdf import vocabulary as ld
from graph.values import Value
from ontology.dates import NO_DATE, PartialDate, partial_date
from ontology.documents.relation import Relation

COLUMNS: Final = (
    *("document", "state", "relation", "part", "since", "basis", "applies", "by", "date"),
    *("contradicts", "quote", "context", "effect", "text", "page", "start", "end"),
    *("document_iri", "by_iri"),
)
"""The columns of the answer, a row for each statement, what decides the state first."""

_ENDS = frozenset({Relation.REPEALS.value, Relation.REPLACES.value})
_CHANGES = _ENDS | {Relation.SUSPENDS.value, Relation.EXTENDS.value, Relation.AMENDS.value}


class State(StrEnum):
    """What is known of a document's force on a day."""

    ENDED = "ended"
    UNCLEAR = "unclear"
    SUSPENDED = "suspended"
    ENDED_IN_PART = "ended_in_part"
    SUSPENDED_IN_PART = "suspended_in_part"
    EXTENDED = "extended"
    AMENDED = "amended"
    NO_END_STATED = "no_end_stated"
    NOT_ISSUED = "not_issued"


class Basis(StrEnum):
    """What gives the day from which a statement holds."""

    PRINTED = "printed"
    """The text prints the day of the change, or of its own effect, in the words ``effect``."""
    ISSUED = "issued"
    """No text prints one: the day on which the changing document was issued."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """One row of the question: that ``by`` did something to the document, or went on using it.

    ``since`` is the day that is printed, ``date`` that of ``by``; ``applies`` tells whether it held
    on the day asked for, None where that cannot be told.
    """

    relation: str
    predicate: str
    part: str
    since: PartialDate
    date: PartialDate
    by: str
    by_iri: str
    quote: str
    context: str
    effect: str
    text: str
    page: int
    start: int
    end: int
    applies: bool | None = True
    contradicts: bool = False

    @property
    def begins(self) -> PartialDate:
        return self.since or self.date

    @property
    def ends_whole(self) -> bool:
        return self.relation in _ENDS and not self.part


def states(rows: Rows, asked: Sequence[tuple[str, str, str]], as_of: date, today: date) -> Rows:
    """Return the state of each document on the day ``as_of``, with a row for each statement.

    ``rows`` answer the question ``in-force``; ``asked`` are the documents that were asked for, as
    name, IRI and day of issue; each has a row of its own where nothing is said of it. A statement
    without a day is taken to hold where ``as_of`` is not before ``today``, for the text that makes
    it is there; of an earlier day nothing can be told.
    """
    found: defaultdict[str, list[_Statement]] = defaultdict(list)
    named: dict[str, tuple[str, str]] = {}
    for values in rows.rows:
        row = dict(zip(rows.variables, values, strict=True))
        iri = str(row["object_iri"])
        named.setdefault(iri, (str(row["object"]), str(row["issued"] or "")))
        found[iri].append(_statement(row))
    for name, iri, issued in asked:
        if iri not in found:
            named[iri], found[iri] = (name, issued), []
    answer: list[tuple[Value, ...]] = []
    for iri, (name, issued) in named.items():
        statements = _judged(_told_once(found[iri]), as_of, today)
        state = _state(statements, issued, as_of)
        told = [s for s in statements if s.relation in _CHANGES or s.contradicts]
        ordered = sorted(told, key=_order)
        answer.extend(_row(name, iri, state, statement) for statement in ordered or (None,))
    return Rows(COLUMNS, tuple(answer))


def _statement(row: dict[str, Value]) -> _Statement:
    def text(name: str) -> str:
        return "" if row[name] is None else str(row[name])

    return _Statement(
        relation=ld.RELATION_NAMES[NamedNode(text("relation"))],
        predicate=text("relation"),
        part=text("part"),
        since=partial_date(text("since")),
        date=partial_date(text("date")),
        by=text("by"),
        by_iri=text("by_iri"),
        quote=text("quote"),
        context=text("context"),
        effect=text("effect"),
        text=text("text"),
        page=int(text("page") or 0),
        start=int(text("start") or 0),
        end=int(text("end") or 0),
    )


def _told_once(statements: Iterable[_Statement]) -> list[_Statement]:
    """Return what each document does once, however many texts tell of it: best with a printed day.

    Where texts print several days for it, each is kept.
    """
    groups: defaultdict[tuple[str, str, str], list[_Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.by_iri, statement.relation, statement.part.casefold()].append(statement)
    once = []
    for group in groups.values():
        days = {statement.since: statement for statement in reversed(group)}
        printed = [statement for day, statement in days.items() if day]
        once += printed or [days[NO_DATE]]
    return once


def _judged(statements: Sequence[_Statement], as_of: date, today: date) -> list[_Statement]:
    """Return the statements with what held on the day, and what does not fit the end of it all."""
    judged = [replace(s, applies=_applies(s.begins, as_of, today)) for s in statements]
    ends = [s for s in judged if s.ends_whole and s.applies and s.begins]
    if not ends:
        return judged
    end = min(ends, key=lambda s: (s.begins.latest or date.max, s.by_iri))
    return [replace(s, contradicts=_contradicts(s, end)) for s in judged]


def _contradicts(statement: _Statement, end: _Statement) -> bool:
    """Tell whether ``statement`` takes the document to be there after it had come to its end.

    What ended it may say so in any number of ways; only two days do not fit together.
    """
    if not statement.applies:
        return False
    if statement.by_iri == end.by_iri:
        return statement.ends_whole and bool(statement.since) and statement.since != end.begins
    # A printed day tells when a change holds; who goes on using a document does so when issued.
    when = statement.begins if statement.relation in _CHANGES else statement.date
    return end.begins.is_before(when)


def _state(statements: Sequence[_Statement], issued: str, as_of: date) -> State:
    if as_of < (partial_date(issued).earliest or date.min):
        return State.NOT_ISSUED
    holding = {(s.relation, bool(s.part)) for s in statements if s.applies and not s.contradicts}
    if any(relation in _ENDS and not partly for relation, partly in holding):
        return State.ENDED
    if any(s.ends_whole and s.applies is None for s in statements):
        return State.UNCLEAR
    for relation, partly, state in _BY_WEIGHT:
        if (relation, partly) in holding:
            return state
    return State.NO_END_STATED


_BY_WEIGHT: Final = (
    (Relation.SUSPENDS.value, False, State.SUSPENDED),
    (Relation.REPEALS.value, True, State.ENDED_IN_PART),
    (Relation.REPLACES.value, True, State.ENDED_IN_PART),
    (Relation.SUSPENDS.value, True, State.SUSPENDED_IN_PART),
    (Relation.EXTENDS.value, False, State.EXTENDED),
    (Relation.EXTENDS.value, True, State.EXTENDED),
    (Relation.AMENDS.value, False, State.AMENDED),
    (Relation.AMENDS.value, True, State.AMENDED),
)
"""What a statement makes of a document that has not come to its end, the heaviest first."""
_WEIGHTS: Final = {(relation, partly): at for at, (relation, partly, _) in enumerate(_BY_WEIGHT)}


def _order(statement: _Statement) -> tuple[bool, bool, int, str, str, str, int]:
    """Put what holds before what does not, what contradicts last, the heavier and earlier first."""
    weight = _WEIGHTS.get((statement.relation, bool(statement.part)), len(_WEIGHTS))
    return (
        statement.contradicts,
        statement.applies is not True,
        -1 if statement.ends_whole else weight,
        statement.begins,
        statement.by_iri,
        statement.text,
        statement.start,
    )


def _row(name: str, iri: str, state: State, statement: _Statement | None) -> tuple[Value, ...]:
    values: dict[str, Value] = dict.fromkeys(COLUMNS)
    values |= {"document": name, "state": state.value, "document_iri": iri}
    if statement is not None:
        basis = Basis.PRINTED if statement.since else Basis.ISSUED if statement.date else None
        values |= {
            "relation": statement.predicate,
            "part": statement.part or None,
            "since": statement.begins or None,
            "basis": basis.value if basis else None,
            "applies": statement.applies,
            "by": statement.by,
            "date": statement.date or None,
            "contradicts": statement.contradicts,
            "quote": statement.quote,
            "context": statement.context or None,
            "effect": statement.effect or None,
            "text": statement.text,
            "page": statement.page or None,
            "start": statement.start,
            "end": statement.end,
            "by_iri": statement.by_iri,
        }
    return tuple(values[column] for column in COLUMNS)


def _applies(begins: PartialDate, as_of: date, today: date) -> bool | None:
    """Tell whether what begins on a day (or in a month, a year, or unknown when) holds by then."""
    if begins.earliest is None or begins.latest is None:
        return True if as_of >= today else None
    if begins.latest <= as_of:
        return True
    return False if begins.earliest > as_of else None
